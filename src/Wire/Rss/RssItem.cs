using Wireroom.Wire.Dates;
using Wireroom.Wire.Feeds;
using Wireroom.Wire.Html;
using Wireroom.Wire.Xml;

namespace Wireroom.Wire.Rss;

/// <summary>Reads one item (RSS 2.0, "Elements of item").</summary>
internal static class RssItem
{
    internal static WireItem Read(XmlElement item, FeedDraft feed)
    {
        var draft = new FeedItemDraft("rss") { Guid = item["rdf:about"], Link = item["href"], Provider = feed.Provider, Modified = WireDates.Read(item["lastmod"]), Base = feed.Site };
        IReadOnlyList<WireBlock> description = [];
        foreach (var element in item.ChildSpan)
        {
            if (element.Name is "description" or "abstract" or "summary" && description.Count == 0)
            {
                description = FeedExtensions.Blocks(element, draft.Base);
            }
            else if (!Take(element, draft) && !FeedExtensions.Take(element, draft))
            {
                draft.Drop(element);
            }
        }

        Describe(description, draft);
        draft.Language ??= item.Language ?? feed.Language;
        return draft.Build();
    }

    /// <summary>
    /// The description is the standfirst. Where the item brings no content of its own, and the description is more than one
    /// paragraph, it is the body as well: that is how feeds without content:encoded carry their copy.
    /// </summary>
    private static void Describe(IReadOnlyList<WireBlock> description, FeedItemDraft draft)
    {
        if (description.Count == 0)
        {
            return;
        }

        var text = PlainText.Write(description);
        draft.Standfirst = text.Length > 0 ? text : draft.Standfirst;
        if (draft.Body.Count == 0 && (description.Count > 1 || description[0] is not WireParagraph))
        {
            draft.Body = description;
        }
    }

    private static bool Take(XmlElement element, FeedItemDraft draft)
    {
        switch (element.Name)
        {
            case "title":
                draft.Title ??= FeedItemDraft.Line(element);
                draft.TitleLanguage ??= element["xml:lang"];
                return true;
            case "link":
                return Link(element, draft);
            case "atom:link":
                return AtomLink(element, draft);
            case "guid" or "id" or "atom:id":
                return Guid(element, draft);
            case "pubdate" or "published" or "issued":
                draft.Published = WireDates.Read(element.Text) ?? draft.Published;
                return true;
            case "updated" or "modified":
                draft.Modified ??= WireDates.Read(element.Text);
                return true;
            case "expirationdate":
                draft.Expires ??= WireDates.Instant(element.Text);
                return draft.Expires is not null;
            case "author" or "managingeditor":
                draft.Author(PersonName.Of(element.Child("name")?.Text ?? FeedItemDraft.Line(element)));
                return true;
            case "category" or "keyword":
                FeedExtensions.Category(FeedItemDraft.Line(element), element["domain"], draft);
                return true;
            case "keywords":
                foreach (var keyword in element.Text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                {
                    draft.Keywords.Add(keyword);
                }

                return true;
            case "source":
                return Source(element, draft);
            case "comments" when element.TextOrNull is { } comments:
                draft.Links.Add(new WireLink("comments", null, FeedDraft.Address(comments, element)));
                return true;
            case "copyright" or "rights":
                draft.Notice ??= FeedItemDraft.Line(element);
                return true;
            case "enclosure":
                return Enclosure(element, draft);
            case "image" when (element.Child("url")?.TextOrNull ?? element["href"] ?? element["url"] ?? (element.Children.Count == 0 ? element.TextOrNull : null)) is { } picture && SafeAddress.File(picture, element.Base) is { } address:
                draft.Media.Add(new WireMedia("content", address) { Kind = "picture" });
                return true;
            default:
                return false;
        }
    }

    private static bool Link(XmlElement element, FeedItemDraft draft)
    {
        var address = FeedDraft.Address(element.TextOrNull ?? element["href"], element);
        draft.Link ??= address;
        return draft.Link == address;
    }

    private static bool AtomLink(XmlElement element, FeedItemDraft draft)
    {
        var address = FeedDraft.Address(element["href"], element);
        switch (element["rel"] ?? "alternate")
        {
            case "alternate" when element["title"] is null:
                draft.Link ??= address;
                return draft.Link == address;
            case "enclosure" when address is not null:
                draft.Media.Enclosure(element, address, element["length"]);
                return true;
            case var relation when address is not null:
                draft.Link ??= relation == "alternate" ? address : null;
                draft.Links.Add(new WireLink(relation, null, address, element["title"]));
                return true;
            default:
                return false;
        }
    }

    /// <summary>A guid is an address unless it says that it is none.</summary>
    private static bool Guid(XmlElement element, FeedItemDraft draft)
    {
        draft.Guid = element.TextOrNull ?? draft.Guid;
        if (!string.Equals(element["ispermalink"], "false", StringComparison.OrdinalIgnoreCase))
        {
            draft.GuidLink = SafeAddress.File(draft.Guid, null);
        }

        return true;
    }

    private static bool Source(XmlElement element, FeedItemDraft draft)
    {
        if (FeedItemDraft.Line(element) is { } name)
        {
            draft.Sources.Add(name);
        }

        if (element["url"] is { } address)
        {
            draft.Links.Add(new WireLink("source", null, FeedDraft.Address(address, element)));
        }

        return true;
    }

    private static bool Enclosure(XmlElement element, FeedItemDraft draft)
    {
        var address = element["url"] ?? element["href"] ?? element["rdf:resource"] ?? element.TextOrNull;
        if (address is null)
        {
            return false;
        }

        draft.Media.Enclosure(element, address, element["length"] ?? element["filesize"]);
        return true;
    }
}
