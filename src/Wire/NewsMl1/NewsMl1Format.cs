using Wireroom.Wire.Xml;

namespace Wireroom.Wire.NewsMl1;

/// <summary>NewsML 1.0 to 1.2, and what agencies make of it; written as 1.2.</summary>
public sealed class NewsMl1Format : WireFormat
{
    /// <inheritdoc/>
    public override string Name => "newsml-1";

    /// <inheritdoc/>
    public override string Title => "NewsML 1.2";

    /// <inheritdoc/>
    public override string MediaType => "application/vnd.iptc.newsml+xml";

    /// <inheritdoc/>
    public override string Extension => "xml";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Reads { get; } =
    [
        "guid", "version", "signal", "pub-status", "kind", "urgency", "priority", "slugline", "headlines", "standfirst", "dateline", "located",
        "byline", "credit", "sources", "provider", "sequence", "take-key", "ed-note", "embargo", "created", "version-created", "published",
        "language", "genre", "services", "subjects", "people", "organisations", "places", "keywords", "rights", "word-count", "link", "body", "media", "links",
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Writes => NewsMl1Writer.Carried;

    /// <inheritdoc/>
    public override Recognition Recognise(ReadOnlySpan<byte> head, bool whole)
    {
        var root = XmlRoot.Of(head, whole);
        return root.Found != Recognition.Yes ? root.Found
            : root.Name[(root.Name.LastIndexOfAny([':', '}']) + 1)..].Equals("newsml", StringComparison.OrdinalIgnoreCase) ? Recognition.Yes : Recognition.No;
    }

    /// <inheritdoc/>
    public override bool CanWrite => true;

    /// <inheritdoc/>
    public override IReadOnlyList<WireFault> Write(IReadOnlyList<WireItem> items, WireFeed feed, Stream destination) => NewsMl1Writer.Write(items, feed, destination);

    /// <inheritdoc/>
    public override void Read(WireInput input, IWireSink sink) => NewsMl1Reader.Read(input, sink);
}
