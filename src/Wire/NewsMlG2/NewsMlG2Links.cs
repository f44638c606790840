using Wireroom.Wire.Html;
using Wireroom.Wire.Xml;

namespace Wireroom.Wire.NewsMlG2;

/// <summary>Links to other items and references of packages (NewsML-G2 2.35, Link1Type): what is a picture, film or sound is a file, all else a link.</summary>
internal static class NewsMlG2Links
{
    /// <summary>Relation of a link to an earlier version, until it is known whether the item corrects or replaces it.</summary>
    internal const string PreviousVersion = "previousVersion";

    internal static void Take(XmlElement element, NewsMlG2Draft draft) => Take(element, Relation(element, draft), draft);

    /// <summary>A reference in a role: that of its relation or of its group.</summary>
    internal static void Take(XmlElement element, string role, NewsMlG2Draft draft)
    {
        var guid = element["residref"] ?? element["guidref"] ?? element["qcode"] ?? element["uri"];
        var href = SafeAddress.Link(element["href"], element.Base) ?? element["href"];
        var title = NewsMlG2Text.Line(element.Child("title")) ?? NewsMlG2Text.Line(element.Child("headline")) ?? element["title"] ?? NewsMlG2Text.Name(element, draft.Language);
        if ((guid ?? href ?? title ?? element.Child("remotecontent")?["href"] ?? element.Child("remotecontent")?["residref"]) is null)
        {
            draft.Drop(element);
            return;
        }

        var type = element["contenttype"] ?? element["hreftype"];
        var itemClass = element.Child("itemclass") is { } known ? NewsMlG2ItemMeta.Kind(draft.Codes.Word(known, "qcode")) : null;
        var kind = itemClass ?? (type is null ? null : Feeds.FeedMedia.KindOf(type));
        if (kind is "picture" or "video" or "audio" or "graphic" || element.Child("remotecontent") is not null)
        {
            draft.Media.Add(File(element, role, itemClass, draft) with { Guid = guid, Title = title });
        }
        else
        {
            draft.Links.Add(new WireLink(role, guid, href, title));
            draft.Drop("link.contenttype", type is null || type.Contains("newsitem", StringComparison.OrdinalIgnoreCase) || type == "text/html" ? null : type);
            draft.DropChildren(element, "title", "itemclass", title is null ? "" : "headline", "name");
        }

        draft.Drop($"{element.LocalName}.version", element["version"]);
    }

    private static string Relation(XmlElement element, NewsMlG2Draft draft)
    {
        if (element.Name == "deliverableof")
        {
            return "deliverableOf";
        }

        if ((element["rel"] ?? element["reluri"]) is not { } sent)
        {
            return "related";
        }

        var relation = draft.Codes.Bare(sent);
        return relation.ToLowerInvariant() switch
        {
            "previousversion" => PreviousVersion,
            "evolvedfrom" => "follows",
            "seealso" => "related",
            _ => relation,
        };
    }

    /// <summary>A file with what the reference says of it, and of its rendition where it names one.</summary>
    private static WireMedia File(XmlElement element, string role, string? itemClass, NewsMlG2Draft draft)
    {
        var remote = element.Child("remotecontent");
        var file = NewsMlG2Files.Read(remote ?? element, role, draft) with { Role = role };
        var caption = element.All("description").FirstOrDefault(description => draft.Codes.Word(description, "role") is null or "caption" or "summary");
        var alternative = element.All("description").FirstOrDefault(description => draft.Codes.Word(description, "role") is "alttext" or "alt");
        var rights = element.Child("rightsinfo") is { } info ? NewsMlG2ItemMeta.Rights(info, new WireRights(), draft).Rights : null;
        foreach (var child in element.Children)
        {
            if (child != caption && child != alternative && child.Name is not ("title" or "headline" or "itemclass" or "remotecontent" or "rightsinfo" or "creditline"))
            {
                draft.Drop(child);
            }
        }

        // Type and size of a reference to an item are those of the item, not of the file in it.
        var isItem = file.MediaType?.Contains("newsitem", StringComparison.OrdinalIgnoreCase) == true;
        return file with
        {
            Href = remote is null && element["href"] is null ? null : file.Href,
            MediaType = isItem ? null : file.MediaType,
            Bytes = isItem ? null : file.Bytes,
            Kind = itemClass ?? file.Kind,
            Caption = NewsMlG2Text.Block(caption),
            AltText = NewsMlG2Text.Block(alternative),
            Credit = NewsMlG2Text.Line(element.Child("creditline")),
            Rights = rights,
        };
    }
}
