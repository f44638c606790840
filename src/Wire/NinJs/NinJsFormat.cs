using System.Text;
using Wireroom.Wire.Json;

namespace Wireroom.Wire.NinJs;

/// <summary>ninjs 1.x, 2.x and 3.x; written as 3.1 (<c>ninjs</c>) or 2.1 (<c>ninjs2</c>).</summary>
public sealed class NinJsFormat : WireFormat
{
    private readonly NinJsEdition edition;

    private NinJsFormat(NinJsEdition edition) => this.edition = edition;

    /// <summary>Written as ninjs 3.1.</summary>
    public static NinJsFormat Current { get; } = new(NinJsEdition.Three);

    /// <summary>Written as ninjs 2.1.</summary>
    public static NinJsFormat Second { get; } = new(NinJsEdition.Two);

    /// <inheritdoc/>
    public override string Name => edition == NinJsEdition.Three ? "ninjs" : "ninjs2";

    /// <inheritdoc/>
    public override string Title => edition == NinJsEdition.Three ? "ninjs 3.1" : "ninjs 2.1";

    /// <inheritdoc/>
    public override string MediaType => "application/json";

    /// <inheritdoc/>
    public override string Extension => "json";

    /// <inheritdoc/>
    public override bool CanWrite => true;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Reads { get; } =
    [
        "guid", "version", "signal", "pub-status", "kind", "urgency", "priority", "slugline", "headlines", "standfirst", "descriptions", "dateline", "located",
        "byline", "credit", "sources", "provider", "sequence", "take-key", "ed-note", "embargo", "created", "content-created", "version-created", "published",
        "language", "genre", "services", "alt-ids", "subjects", "people", "organisations", "places", "keywords", "rights", "word-count", "link", "body", "media", "event",
        "links",
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Writes => NinJsWriter.Carried(edition);

    /// <inheritdoc/>
    public override Recognition Recognise(ReadOnlySpan<byte> head, bool whole)
    {
        if (!JsonText.MayBeJson(head))
        {
            return Recognition.No;
        }

        // Names of properties are ASCII in every charset; the zeros of UTF-16 are passed over.
        var text = Encoding.Latin1.GetString(head).Replace("\0", "", StringComparison.Ordinal);
        if (text.Contains("jsonfeed.org/version", StringComparison.Ordinal))
        {
            return Recognition.No;
        }

        return NinJsNames.IsSaidIn(text) ? Recognition.Yes : whole ? Recognition.No : Recognition.NotYet;
    }

    /// <inheritdoc/>
    public override void Read(WireInput input, IWireSink sink) => NinJsReader.Read(input, sink);

    /// <inheritdoc/>
    public override IReadOnlyList<WireFault> Write(IReadOnlyList<WireItem> items, WireFeed feed, Stream destination) => NinJsWriter.Write(items, edition, destination);

    /// <summary>
    /// Writes one item as ninjs 3.1 on one line with a <c>wireroom</c> object for all that ninjs has no place for: signal, priority,
    /// dateline, take key and more, the faults given, and where the item came from. Nothing is refused here and nothing is lost.
    /// </summary>
    public static void WriteExtended(WireItem item, Stream destination, NinJsOrigin origin) => NinJsExtended.Write(item, destination, origin);
}
