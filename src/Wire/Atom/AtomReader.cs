using Wireroom.Wire.Dates;
using Wireroom.Wire.Feeds;
using Wireroom.Wire.Xml;

namespace Wireroom.Wire.Atom;

/// <summary>Reads Atom entry by entry (RFC 4287; Atom 0.3 of December 2003).</summary>
internal static class AtomReader
{
    internal static void Read(WireInput input, IWireSink sink)
    {
        using var xml = new XmlPull(input, FeedVocabulary.Atom, sink);
        var feed = new FeedDraft();
        while (xml.Read())
        {
            if (xml.Node != XmlNode.Start)
            {
                continue;
            }

            switch (xml.Name)
            {
                case "feed":
                    feed.Language ??= xml.Language;
                    break;
                case "entry" or "item":
                    sink.Take(AtomEntry.Read(xml.ReadElement(), feed));
                    break;
                case "at:deleted-entry":
                    sink.Take(Tombstone.Read(xml.ReadElement(), feed));
                    break;
                default:
                    Take(xml.ReadElement(), feed);
                    break;
            }
        }

        sink.Take(feed.Build());
    }

    /// <summary>An element of the feed (RFC 4287, section 4.1.1), and of an entry's source, which has the same.</summary>
    internal static void Take(XmlElement element, FeedDraft feed)
    {
        switch (element.Name)
        {
            case "title":
                feed.Title ??= AtomText.Line(element);
                break;
            case "subtitle" or "tagline" or "info" or "description" or "abstract":
                feed.Description ??= AtomText.Line(element);
                break;
            case "link":
                Link(element, feed);
                break;
            case "id":
                feed.Guid ??= element.TextOrNull;
                break;
            case "updated" or "modified":
                feed.Updated ??= WireDates.Read(element.Text);
                break;
            case "rights" or "copyright":
                feed.Rights ??= AtomText.Line(element);
                break;
            case "author":
                feed.Author = feed.Author is null ? AtomText.Person(element) : $"{feed.Author}, {AtomText.Person(element)}";
                break;
            case "logo":
                feed.Picture = FeedDraft.Address(element.TextOrNull, element) ?? feed.Picture;
                break;
            case "icon":
                feed.Picture ??= FeedDraft.Address(element.TextOrNull, element);
                break;
            default:
                feed.TakeCommon(element);
                break;
        }
    }

    private static void Link(XmlElement element, FeedDraft feed)
    {
        var address = FeedDraft.Address(element["href"] ?? element.TextOrNull, element);
        if (element["rel"] == "self")
        {
            feed.SelfLink ??= address;
        }
        else if (element["rel"] is null or "alternate")
        {
            feed.Link ??= address;
        }
        else
        {
            feed.TakeCommon(element);
        }
    }
}
