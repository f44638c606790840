using Wireroom.Wire.Xml;

namespace Wireroom.Wire.Atom;

/// <summary>Atom 0.3 and 1.0; written as 1.0, withdrawals as tombstones of RFC 6721.</summary>
public sealed class AtomFormat : WireFormat
{
    /// <inheritdoc/>
    public override string Name => "atom";

    /// <inheritdoc/>
    public override string Title => "Atom 1.0";

    /// <inheritdoc/>
    public override string MediaType => "application/atom+xml";

    /// <inheritdoc/>
    public override string Extension => "atom";

    /// <inheritdoc/>
    public override bool CanWrite => true;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Reads { get; } =
    [
        "guid", "signal", "pub-status", "headlines", "standfirst", "byline", "sources", "provider", "ed-note", "created", "version-created",
        "published", "language", "genre", "subjects", "places", "keywords", "rights", "link", "body", "media", "links",
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Writes => AtomWriter.Carried;

    /// <inheritdoc/>
    public override Recognition Recognise(ReadOnlySpan<byte> head, bool whole)
    {
        var root = XmlRoot.Of(head, whole);
        return root.Found != Recognition.Yes ? root.Found
            : root.Name.ToLowerInvariant() is "atom:feed" or "atom:entry" or "feed" or "entry" ? Recognition.Yes : Recognition.No;
    }

    /// <inheritdoc/>
    public override void Read(WireInput input, IWireSink sink) => AtomReader.Read(input, sink);

    /// <inheritdoc/>
    public override IReadOnlyList<WireFault> Write(IReadOnlyList<WireItem> items, WireFeed feed, Stream destination) => AtomWriter.Write(items, feed, destination);
}
