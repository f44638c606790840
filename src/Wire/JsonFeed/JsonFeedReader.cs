using System.Text.Json;
using Wireroom.Wire.Charsets;
using Wireroom.Wire.Html;
using Wireroom.Wire.Json;

namespace Wireroom.Wire.JsonFeed;

/// <summary>Reads a feed: what it says of itself (JSON Feed 1.1, "Top-level"), and its items.</summary>
internal static class JsonFeedReader
{
    /// <summary>Longest document that is held whole, in characters; longer ones are read item by item.</summary>
    private const int LongestWhole = 8 * 1024 * 1024;

    internal static readonly WireFault NoItem = new(WireFaultKind.Unreadable, "no-item", "The document holds no list of items; a JSON Feed has one, even where it is empty.");

    internal static readonly WireFault NotAnItem = new(WireFaultKind.Lost, "not-an-item", "The list of items holds a value that is no object; it was passed over.");

    internal static void Read(WireInput input, IWireSink sink)
    {
        using var source = new DecodedText(input, sink.Take);
        var text = JsonText.ReadUpTo(source, LongestWhole, out var isWhole);
        if (!isWhole)
        {
            new LongJsonFeed(sink, input.Base).Read(new FollowedText(text, source));
            return;
        }

        using var document = JsonText.Parse(text, sink);
        if (document is null)
        {
            return;
        }

        var feeds = document.RootElement.Each().Where(feed => feed.ValueKind == JsonValueKind.Object).ToList();
        foreach (var root in feeds)
        {
            var feed = Feed(root, sink.Take, out var author);
            foreach (var value in root.Of("items").Each())
            {
                if (value.ValueKind == JsonValueKind.Object)
                {
                    sink.Take(JsonFeedItem.Read(value, feed, author, input.Base ?? BaseOf(feed)));
                }
                else
                {
                    sink.Take(NotAnItem);
                }
            }

            sink.Take(feed);
        }

        if (feeds.All(feed => feed.Of("items").ValueKind != JsonValueKind.Array))
        {
            sink.Take(NoItem);
        }
    }

    internal static WireFeed Feed(JsonElement root, Action<WireFault> fault, out string? author)
    {
        author = null;
        string? icon = null;
        var dropped = new List<WireDropped>();
        var feed = new WireFeed("", "");
        foreach (var property in root.EnumerateObject())
        {
            var text = property.Value.Text();
            switch (property.Name.ToLowerInvariant())
            {
                case "title":
                    feed = feed with { Title = HtmlText.Line(text) };
                    break;
                case "home_page_url":
                    feed = feed with { Link = text ?? "" };
                    break;
                case "feed_url":
                    feed = feed with { SelfLink = text };
                    break;
                case "description":
                    feed = feed with { Description = text };
                    break;
                case "language":
                    feed = feed with { Language = text };
                    break;
                case "icon" when text is not null:
                    icon = text;
                    break;
                case "favicon" when icon is null && text is not null && root.TextOf("icon") is null:
                    icon = text;
                    break;
                case "author" or "authors":
                    author = JsonFeedNames.Join(author, property.Value, "authors", dropped);
                    break;
                case "version":
                    Version(text, fault);
                    break;
                case "items":
                    break;
                default:
                    dropped.Drop(property.Name, property.Value);
                    break;
            }
        }

        return feed with { Author = author, Picture = icon, Dropped = dropped };
    }

    private static void Version(string? version, Action<WireFault> fault)
    {
        if (version?.TrimEnd('/').Split('/')[^1] is not ("1" or "1.0" or "1.1"))
        {
            fault(new WireFault(WireFaultKind.Repaired, "unknown-edition", "The feed is of an edition other than 1 and 1.1; it was read as 1.1."));
        }
    }

    internal static Uri? BaseOf(WireFeed feed) => Uri.TryCreate(feed.SelfLink ?? feed.Link, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address : null;
}
