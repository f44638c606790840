using System.Text;
using Wireroom.Wire.Json;

namespace Wireroom.Wire.JsonFeed;

/// <summary>JSON Feed 1.0 and 1.1; written as 1.1.</summary>
public sealed class JsonFeedFormat : WireFormat
{
    /// <inheritdoc/>
    public override string Name => "jsonfeed";

    /// <inheritdoc/>
    public override string Title => "JSON Feed 1.1";

    /// <inheritdoc/>
    public override string MediaType => "application/feed+json";

    /// <inheritdoc/>
    public override string Extension => "json";

    /// <inheritdoc/>
    public override bool CanWrite => true;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Reads { get; } =
    [
        "guid", "headlines", "standfirst", "byline", "provider", "version-created", "published", "language", "keywords", "link", "body", "media",
        "links",
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Writes => JsonFeedWriter.Carried;

    /// <inheritdoc/>
    public override Recognition Recognise(ReadOnlySpan<byte> head, bool whole)
    {
        if (!JsonText.MayBeJson(head))
        {
            return Recognition.No;
        }

        // Some libraries escape every stroke; the zeros of UTF-16 are passed over.
        var text = Encoding.Latin1.GetString(head).Replace("\0", "", StringComparison.Ordinal).Replace("\\/", "/", StringComparison.Ordinal);
        return text.Contains("jsonfeed.org/version", StringComparison.OrdinalIgnoreCase) || IsFeedWithoutVersion(text) ? Recognition.Yes : whole ? Recognition.No : Recognition.NotYet;
    }

    /// <inheritdoc/>
    public override void Read(WireInput input, IWireSink sink) => JsonFeedReader.Read(input, sink);

    /// <inheritdoc/>
    public override IReadOnlyList<WireFault> Write(IReadOnlyList<WireItem> items, WireFeed feed, Stream destination) => JsonFeedWriter.Write(items, feed, destination);

    private static bool IsFeedWithoutVersion(string text) =>
        Holds(text, "items") && (Holds(text, "home_page_url") || Holds(text, "feed_url")) && (Holds(text, "content_html") || Holds(text, "content_text") || Holds(text, "date_published"));

    private static bool Holds(string text, string name) => text.Contains($"\"{name}\"", StringComparison.Ordinal);
}
