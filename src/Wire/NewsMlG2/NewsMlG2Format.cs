using Wireroom.Wire.Xml;

namespace Wireroom.Wire.NewsMlG2;

/// <summary>NewsML-G2 2.x with EventsML-G2, in power and core conformance; written as 2.35.</summary>
public sealed class NewsMlG2Format : WireFormat
{
    /// <inheritdoc/>
    public override string Name => "newsml-g2";

    /// <inheritdoc/>
    public override string Title => "NewsML-G2 2.35";

    /// <inheritdoc/>
    public override string MediaType => "application/vnd.iptc.g2.newsmessage+xml";

    /// <inheritdoc/>
    public override string Extension => "xml";

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
    public override IReadOnlyList<string> Writes => NewsMlG2Writer.Carried;

    /// <inheritdoc/>
    public override Recognition Recognise(ReadOnlySpan<byte> head, bool whole)
    {
        var root = XmlRoot.Of(head, whole);
        if (root.Found != Recognition.Yes)
        {
            return root.Found;
        }

        // NewsML 1.2 has a NewsItem too, within a NewsML element; a document without the namespace is taken by the case of its name.
        var name = root.Name[(root.Name.LastIndexOfAny([':', '}']) + 1)..];
        var isNamed = NewsMlG2Reader.IsItem(name.ToLowerInvariant()) || name.Equals("newsMessage", StringComparison.OrdinalIgnoreCase) || name.Equals("catalogItem", StringComparison.OrdinalIgnoreCase);
        return isNamed && (root.Name.StartsWith("g2:", StringComparison.Ordinal) || char.IsAsciiLetterLower(name[0])) ? Recognition.Yes : Recognition.No;
    }

    /// <inheritdoc/>
    public override void Read(WireInput input, IWireSink sink) => NewsMlG2Reader.Read(input, sink);

    /// <inheritdoc/>
    public override IReadOnlyList<WireFault> Write(IReadOnlyList<WireItem> items, WireFeed feed, Stream destination) => NewsMlG2Writer.Write(items, feed, destination);
}
