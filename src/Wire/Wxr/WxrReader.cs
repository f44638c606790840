using Wireroom.Wire.Dates;
using Wireroom.Wire.Feeds;
using Wireroom.Wire.Xml;

namespace Wireroom.Wire.Wxr;

/// <summary>
/// Reads an export of WordPress post by post. Attachments stand anywhere in it, before their posts or behind them, so a stream that
/// can be read twice is: first for its attachments, then for its posts. In one that cannot, only those that stand before are known.
/// </summary>
internal static class WxrReader
{
    private const string Attachment = "attachment";

    // What the site is made of, and what plugins keep among its posts.
    private static readonly string[] NoCopy =
    [
        "nav_menu_item", "revision", "custom_css", "customize_changeset", "oembed_cache", "user_request", "wp_block", "wp_template", "wp_template_part", "wp_global_styles", "wp_navigation", "wp_font_family", "wp_font_face",
        "acf-field", "acf-field-group", "wpcf7_contact_form", "amp_validated_url",
    ];

    internal static void Read(WireInput input, IWireSink sink)
    {
        var site = new WxrSite();
        if (input.Bytes.CanSeek)
        {
            var start = input.Bytes.Position;
            Attachments(input, site);
            input.Bytes.Position = start;
        }

        Posts(input, site, sink);
    }

    private static void Attachments(WireInput input, WxrSite site)
    {
        using var xml = new XmlPull(input, FeedVocabulary.Wxr, new Deaf());
        while (xml.Read())
        {
            if (xml.Node == XmlNode.Start && xml.Name == "item")
            {
                var item = xml.ReadElement();
                if (item.Child("wp:post_type")?.Text == Attachment)
                {
                    site.Take(WxrAttachment.Read(item));
                }
            }
        }
    }

    private static void Posts(WireInput input, WxrSite site, IWireSink sink)
    {
        using var xml = new XmlPull(input, FeedVocabulary.Wxr, sink);
        var feed = new FeedDraft();
        var passedOver = new SortedDictionary<string, int>(StringComparer.Ordinal);
        while (xml.Read())
        {
            if (xml.Node != XmlNode.Start)
            {
                continue;
            }

            switch (xml.Name)
            {
                case "rss" or "channel":
                    break;
                case "item":
                    Item(xml.ReadElement(), site, feed, passedOver, sink);
                    break;
                case "wp:author":
                    site.Author(xml.ReadElement());
                    break;
                case "wp:category" or "wp:tag" or "wp:term":
                    site.Term(xml.ReadElement());
                    break;
                default:
                    Channel(xml.ReadElement(), feed);
                    break;
            }
        }

        foreach (var (type, count) in passedOver)
        {
            sink.Take(new WireFault(WireFaultKind.Repaired, "no-copy", $"{count} records of the type {type} are no copy and were passed over."));
        }

        sink.Take(feed.Build() is var built && site.Unused() is { Count: > 0 } unused ? built with { Dropped = [.. built.Dropped, .. unused] } : built);
    }

    private static void Item(XmlElement item, WxrSite site, FeedDraft feed, SortedDictionary<string, int> passedOver, IWireSink sink)
    {
        var type = item.Child("wp:post_type")?.Text ?? "";
        switch (type)
        {
            case Attachment:
                site.Take(WxrAttachment.Read(item));
                break;
            case var _ when NoCopy.Contains(type):
                passedOver[type] = passedOver.GetValueOrDefault(type) + 1;
                break;
            case var cut when string.IsNullOrWhiteSpace(item.Child("content:encoded")?.Text) && NoCopy.Append(Attachment).Any(known => known.StartsWith(cut, StringComparison.Ordinal)):
                sink.Take(new WireFault(WireFaultKind.Lost, "no-type", $"A record \u201C{item.Child("title")?.Text}\u201D says nothing and not wholly what it is, and was passed over; the export may be cut short."));
                break;
            default:
                var post = new WxrPost(item, site, feed).Read();
                if (post.Embargo is { Until: null } embargo)
                {
                    sink.Take(new WireFault(WireFaultKind.Lost, "embargo-unread", $"The post is planned for \u201C{embargo.AsSent}\u201D, which is no time with a zone; it stays closed until someone has read it."));
                }

                sink.Take(post);
                break;
        }
    }

    private static void Channel(XmlElement element, FeedDraft feed)
    {
        switch (element.Name)
        {
            case "title":
                feed.Title ??= FeedItemDraft.Line(element);
                break;
            case "link":
                feed.Link ??= element.TextOrNull;
                break;
            case "description":
                feed.Description ??= FeedItemDraft.Line(element);
                break;
            case "language":
                feed.Language ??= element.TextOrNull;
                break;
            case "pubdate":
                feed.Updated ??= WireDates.Read(element.Text);
                break;
            case "image":
                feed.Picture ??= element.Child("url")?.TextOrNull;
                break;
            default:
                feed.TakeCommon(element);
                break;
        }
    }

    private sealed class Deaf : IWireSink
    {
        public void Take(WireItem item)
        {
        }

        public void Take(WireFault fault)
        {
        }
    }
}
