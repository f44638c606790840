using Wireroom.Wire.Xml;

namespace Wireroom.Wire.Rss;

/// <summary>RSS 0.9x, 1.0 (RDF) and 2.0; written as 2.0.</summary>
public sealed class RssFormat : WireFormat
{
    /// <inheritdoc/>
    public override string Name => "rss";

    /// <inheritdoc/>
    public override string Title => "RSS 2.0";

    /// <inheritdoc/>
    public override string MediaType => "application/rss+xml";

    /// <inheritdoc/>
    public override string Extension => "rss";

    /// <inheritdoc/>
    public override bool CanWrite => true;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Reads { get; } =
    [
        "guid", "headlines", "standfirst", "byline", "sources", "provider", "created", "version-created", "published", "language", "genre",
        "subjects", "places", "keywords", "rights", "link", "body", "media", "links",
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Writes => RssWriter.Carried;

    /// <inheritdoc/>
    public override Recognition Recognise(ReadOnlySpan<byte> head, bool whole)
    {
        var root = XmlRoot.Of(head, whole);
        return root.Found != Recognition.Yes ? root.Found
            : IsRss(root.Name.ToLowerInvariant()) ? Recognition.Yes : Recognition.No;
    }

    // The root stands in a namespace of its own in some dialects, under any prefix.
    private static bool IsRss(string root) => root is "rdf:rdf" or "channel" or "redirect" or "rss" || root.EndsWith(":rss", StringComparison.Ordinal) || root.EndsWith("}rss", StringComparison.Ordinal);

    /// <inheritdoc/>
    public override void Read(WireInput input, IWireSink sink) => RssReader.Read(input, sink);

    /// <inheritdoc/>
    public override IReadOnlyList<WireFault> Write(IReadOnlyList<WireItem> items, WireFeed feed, Stream destination) => RssWriter.Write(items, feed, destination);
}
