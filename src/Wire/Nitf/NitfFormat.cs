using Wireroom.Wire.Xml;

namespace Wireroom.Wire.Nitf;

/// <summary>NITF 3.0 to 3.6, and what agencies make of it; written as 3.6.</summary>
public sealed class NitfFormat : WireFormat
{
    /// <inheritdoc/>
    public override string Name => "nitf";

    /// <inheritdoc/>
    public override string Title => "NITF 3.6";

    /// <inheritdoc/>
    public override string MediaType => "application/nitf+xml";

    /// <inheritdoc/>
    public override string Extension => "xml";

    /// <inheritdoc/>
    public override bool CanWrite => true;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Reads { get; } =
    [
        "guid", "version", "signal", "pub-status", "kind", "urgency", "priority", "slugline", "headlines", "standfirst", "dateline", "located",
        "byline", "credit", "sources", "provider", "sequence", "take-key", "ed-note", "embargo", "created", "version-created", "published",
        "language", "genre", "subjects", "people", "organisations", "places", "keywords", "rights", "word-count", "link", "body", "media", "links",
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Writes => NitfWriter.Carried;

    /// <inheritdoc/>
    public override Recognition Recognise(ReadOnlySpan<byte> head, bool whole)
    {
        var root = XmlRoot.Of(head, whole);
        return root.Found != Recognition.Yes ? root.Found
            : root.Name[(root.Name.LastIndexOfAny([':', '}']) + 1)..].Equals("nitf", StringComparison.OrdinalIgnoreCase) ? Recognition.Yes : Recognition.No;
    }

    /// <inheritdoc/>
    public override void Read(WireInput input, IWireSink sink) => NitfReader.Read(input, sink);

    /// <inheritdoc/>
    public override IReadOnlyList<WireFault> Write(IReadOnlyList<WireItem> items, WireFeed feed, Stream destination) => NitfWriter.Write(items, destination);
}
