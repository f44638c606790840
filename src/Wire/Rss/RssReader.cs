using Wireroom.Wire.Dates;
using Wireroom.Wire.Feeds;
using Wireroom.Wire.Xml;

namespace Wireroom.Wire.Rss;

/// <summary>Reads RSS of every edition item by item, wherever the items stand: in the channel (0.91, 2.0) or beside it (0.90, 1.0).</summary>
internal static class RssReader
{
    internal static void Read(WireInput input, IWireSink sink)
    {
        using var xml = new XmlPull(input, FeedVocabulary.Rss, sink);
        var feed = new FeedDraft();
        while (xml.Read())
        {
            if (xml.Node != XmlNode.Start)
            {
                continue;
            }

            switch (xml.Name)
            {
                case "rss" or "rdf:rdf" or "channel":
                    feed.Language ??= xml.Language;

                    // Channels of CDF (Microsoft's note of 1997) say these in attributes.
                    feed.Link ??= xml.Attribute("href");
                    feed.Updated ??= WireDates.Read(xml.Attribute("lastmod"));
                    break;
                case "item" or "entry" or "atom:entry":
                    sink.Take(RssItem.Read(xml.ReadElement(), feed));
                    break;
                case "items" or "redirect" or "textinput":
                    xml.Skip();
                    break;
                default:
                    Take(xml.ReadElement(), feed);
                    break;
            }
        }

        sink.Take(feed.Build());
    }

    /// <summary>An element of the channel (RSS 2.0, "Required channel elements" and "Optional channel elements").</summary>
    private static void Take(XmlElement element, FeedDraft feed)
    {
        switch (element.Name)
        {
            case "title":
                feed.Title ??= FeedItemDraft.Line(element);
                break;
            case "link":
                feed.Link ??= FeedDraft.Address(element.TextOrNull ?? element["href"], element);
                break;
            case "atom:link" when element["rel"] == "self":
                feed.SelfLink ??= FeedDraft.Address(element["href"], element);
                break;
            case "atom:link" when element["rel"] is null or "alternate":
                feed.Link ??= FeedDraft.Address(element["href"], element);
                break;
            case "description" or "tagline" or "abstract" or "info":
                feed.Description ??= FeedItemDraft.Line(element);
                break;
            case "language":
                feed.Language = element.TextOrNull ?? feed.Language;
                break;
            case "copyright" or "rights":
                feed.Rights ??= FeedItemDraft.Line(element);
                break;
            case "managingeditor" or "author" or "editor":
                feed.Author ??= PersonName.Of(FeedItemDraft.Line(element));
                break;
            case "webmaster":
                feed.Keeper ??= PersonName.Of(FeedItemDraft.Line(element));
                break;
            case "lastbuilddate":
                feed.Updated ??= WireDates.Read(element.Text);
                break;
            case "pubdate":
                feed.Published ??= WireDates.Read(element.Text);
                break;
            case "image":
                feed.Picture ??= element.Child("url")?.TextOrNull ?? element["rdf:resource"];
                break;
            default:
                feed.TakeCommon(element);
                break;
        }
    }
}
