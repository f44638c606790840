using Wireroom.Wire.Dates;
using Wireroom.Wire.Feeds;
using Wireroom.Wire.Html;
using Wireroom.Wire.Xml;

namespace Wireroom.Wire.Atom;

/// <summary>Reads one entry (RFC 4287, section 4.1.2).</summary>
internal static class AtomEntry
{
    internal static WireItem Read(XmlElement entry, FeedDraft feed)
    {
        var draft = new FeedItemDraft("atom") { Provider = feed.Provider, Base = feed.Site };
        foreach (var element in entry.ChildSpan)
        {
            if (!Take(element, draft) && !FeedExtensions.Take(element, draft))
            {
                draft.Drop(element);
            }
        }

        if (entry.Child("source") is null)
        {
            // RFC 4287, section 4.1.2: the authors of the feed are those of an entry that names none. The feed itself is no writer.
            draft.Byline ??= feed.Author == feed.Title ? null : feed.Author;
        }

        // The language of the copy is the item's; titles may be in another.
        draft.Language ??= entry.Child("content") is { } content ? content.Language ?? feed.Language : entry.Language ?? entry.Child("summary")?.Language ?? feed.Language;
        return draft.Build();
    }

    private static bool Take(XmlElement element, FeedItemDraft draft)
    {
        switch (element.Name)
        {
            case "title":
                draft.Title ??= AtomText.Line(element);
                draft.TitleLanguage ??= element["xml:lang"];
                return true;
            case "id":
                draft.Guid ??= element.TextOrNull;
                return true;
            case "link":
                return Link(element, draft);
            case "summary":
                return Summary(element, draft);
            case "content":
                return Content(element, draft);
            case "author":
                draft.Author(AtomText.Person(element));
                return true;
            case "published":
                draft.Published = WireDates.Read(element.Text) ?? draft.Published;
                return true;
            case "issued":
                draft.Published ??= WireDates.Read(element.Text);
                return true;
            case "updated" or "modified":
                draft.Modified ??= WireDates.Read(element.Text);
                return true;
            case "created":
                draft.Created ??= WireDates.Read(element.Text);
                return true;
            case "rights" or "copyright":
                draft.Notice ??= AtomText.Line(element);
                return true;
            case "category":
                Category(element, draft);
                return true;
            case "source":
                Source(element, draft);
                return true;
            default:
                return false;
        }
    }

    /// <summary>RFC 4287, section 4.2.7: a link without a relation is the entry's page.</summary>
    private static bool Link(XmlElement element, FeedItemDraft draft)
    {
        var address = FeedDraft.Address(element["href"] ?? element.TextOrNull, element);
        if (address is null)
        {
            return false;
        }

        switch (element["rel"] ?? "alternate")
        {
            case "alternate" when (draft.Link is null || draft.Link == address) && element["title"] is null:
                draft.Link = address;
                return true;
            case "alternate" when draft.Link is null:
                // Its title has a place in a link of its own only.
                draft.Link = address;
                draft.Links.Add(new WireLink("alternate", null, address, element["title"]));
                return true;
            case "enclosure":
                draft.Media.Enclosure(element, address, element["length"]);
                return true;
            case var relation:
                draft.Links.Add(new WireLink(relation, null, address, element["title"]));
                return true;
        }
    }

    private static bool Summary(XmlElement element, FeedItemDraft draft)
    {
        if (draft.Standfirst is not null || AtomText.Blocks(element, draft.Base) is not { } blocks)
        {
            return draft.Standfirst is null;
        }

        var text = PlainText.Write(blocks);
        draft.Standfirst = text.Length == 0 ? null : text;
        return true;
    }

    private static bool Content(XmlElement element, FeedItemDraft draft)
    {
        if (element["src"] is { } address)
        {
            draft.Media.Enclosure(element, address, null, role: "content");
            return true;
        }

        if (draft.Body.Count > 0 || AtomText.Blocks(element, draft.Base) is not { } blocks)
        {
            return false;
        }

        draft.Body = blocks;
        return true;
    }

    private static void Category(XmlElement element, FeedItemDraft draft)
    {
        var term = element["term"] ?? FeedItemDraft.Line(element);
        var label = element["label"];
        var scheme = element["scheme"];
        FeedExtensions.Category(label ?? term, scheme, draft, scheme is null && (label is null || label == term) ? null : term);
    }

    private static void Source(XmlElement element, FeedItemDraft draft)
    {
        var source = new FeedDraft();
        foreach (var child in element.Children)
        {
            AtomReader.Take(child, source);
        }

        if (source.Title is not null)
        {
            draft.Sources.Add(source.Title);
        }

        if (source.Guid is not null || source.Link is not null)
        {
            draft.Links.Add(new WireLink("source", source.Guid, source.Link));
        }

        draft.Notice ??= source.Rights;
        if (draft.Byline is null)
        {
            draft.Author(source.Author);
        }
    }
}
