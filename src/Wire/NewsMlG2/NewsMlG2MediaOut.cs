using System.Globalization;
using System.Xml;
using Wireroom.Wire.Feeds;
using Wireroom.Wire.Html;
using Wireroom.Wire.Xml;

namespace Wireroom.Wire.NewsMlG2;

/// <summary>
/// Writes links, files and the content. Renditions of the item itself are remoteContent; files of which more is said, such as a
/// picture beside a story, are links with what a reference to an item may say of it.
/// </summary>
internal sealed class NewsMlG2MediaOut(XmlWriter xml, WireLosses losses)
{
    // IPTC's codes of relations and renditions; all other words are our own.
    private static readonly string[] Relations = ["associatedWith", "translatedFrom", "derivedFrom", "basedOn", "dependsOn"];
    private static readonly string[] Renditions = ["highRes", "lowRes", "thumbnail", "preview", "web", "print", "small", "mobile", "sample"];

    /// <summary>True where a link stands among the item's own and in no group of a package.</summary>
    internal static bool IsOwn(WireLink link) => link.Relation is "corrects" or "replaces" or "follows" or "related" or "deliverableOf" or NewsMlG2Planning.Event || Relations.Contains(link.Relation);

    internal void Links(WireItem item, bool isNews)
    {
        var isPackage = item is { Kind: "package", Body.Count: 0 };
        foreach (var link in item.Links.Where(link => !isPackage || IsOwn(link)))
        {
            if (item.Kind != "planning" || link.Relation != NewsMlG2Planning.Delivered)
            {
                Link("link", link, Relation(link.Relation, item), item);
            }
        }

        var beside = isPackage ? [] : item.Media.Where(file => !isNews || !IsRendition(file)).ToList();
        foreach (var file in beside)
        {
            File("link", file, NewsMlG2Out.Own(file.Role), item);
        }

        if (!isPackage && !beside.Concat(item.Media.Where(file => isNews && IsRendition(file))).SequenceEqual(item.Media))
        {
            losses.Lose(item, "media", "the order of renditions among other files");
        }
    }

    internal void Link(string element, WireLink link, string? relation, WireItem item)
    {
        if ((link.Guid ?? link.Href ?? link.Title) is null)
        {
            losses.Lose(item, "links", $"the link {link.Relation}, which leads nowhere");
            return;
        }

        xml.Start(element);
        xml.Attribute("rel", relation);
        xml.Attribute("residref", link.Guid);
        xml.Attribute("href", IsAddress(link.Href) ? link.Href : null);
        xml.Line("title", link.Title);
        xml.WriteEndElement();
        if ((element == "link" && relation is null) || (link.Href is not null && (!IsAddress(link.Href) || (SafeAddress.Link(link.Href, null) ?? link.Href) != link.Href)) || link.Relation == NewsMlG2Links.PreviousVersion || (link.Title is not null && NewsMlG2Out.Plain(link.Title) != link.Title))
        {
            losses.Lose(item, "links", $"all that is said of the link {link.Relation}");
        }
    }

    /// <summary>A file as a link, or as a reference in a package.</summary>
    internal void File(string element, WireMedia file, string? relation, WireItem item)
    {
        xml.Start(element);
        xml.Attribute("rel", element == "link" ? relation : null);
        xml.Attribute("residref", file.Guid);
        xml.Coded("itemClass", file.Kind is null ? null : file.Kind is "text" or "picture" or "graphic" or "video" or "audio" ? $"ninat:{file.Kind}" : NewsMlG2Out.Own(file.Kind));
        xml.Line("title", file.Title);
        xml.Block("description", file.Caption, "drol:caption");
        xml.Block("description", file.AltText, "wireroom:alttext");
        xml.Line("creditline", file.Credit);
        NewsMlG2MetaOut.Rights(xml, file.Rights);
        Remote(file, null);
        xml.WriteEndElement();
        var texts = new[] { file.Title, file.Credit };
        var blocks = new[] { file.Caption, file.AltText, file.Rights?.Holder, file.Rights?.Notice, file.Rights?.UsageTerms };
        if (relation is null || file.Rights?.Expires is not null || file.Rights == new WireRights() || (file.Kind is not null && file.Kind != NewsMlG2ItemMeta.Kind(file.Kind.ToLowerInvariant())) || Changes(file)
            || (file.Guid ?? file.Href ?? file.Title) is null
            || texts.Any(text => text is not null && NewsMlG2Out.Plain(text) != text) || blocks.Any(text => text is not null && NewsMlG2Out.Normal(text) != text))
        {
            losses.Lose(item, "media", $"all that is said of the file {file.Role}");
        }
    }

    /// <summary>The content: the copy as XHTML, and the renditions.</summary>
    internal void Content(WireItem item)
    {
        var renditions = item.Media.Where(IsRendition).ToList();
        if (item.Body.Count == 0 && renditions.Count == 0)
        {
            return;
        }

        xml.Start("contentSet");
        if (item.Body.Count > 0)
        {
            new NewsMlG2BodyOut(xml, losses).Write(item);
        }

        foreach (var file in renditions)
        {
            Remote(file, file.Role);
            if (Changes(file) || (file.Role != "main" && NewsMlG2Out.Own(file.Role) is null))
            {
                losses.Lose(item, "media", $"all that is said of the file {file.Role}");
            }
        }

        xml.WriteEndElement();
    }

    /// <summary>A file of the item's own of which no more is said than what it is.</summary>
    private static bool IsRendition(WireMedia file) =>
        file is { Guid: null, Title: null, Caption: null, AltText: null, Credit: null, Rights: null } && file.Kind == FeedMedia.KindOf(file.MediaType);

    private static bool IsAddress(string? address) => Uri.TryCreate(address, UriKind.RelativeOrAbsolute, out _);

    private static bool Changes(WireMedia file) =>
        (file.Href is not null && (SafeAddress.File(file.Href, null) ?? file.Href) != file.Href) || file.Bytes <= 0 || file.Width <= 0 || file.Height <= 0 || file.Seconds is < 0 or > int.MaxValue || (file.Seconds is { } seconds && Math.Round(seconds, 3) != seconds)
        || (file.Kind is null && FeedMedia.KindOf(file.MediaType) is not null) || file.MediaType?.Contains("newsitem", StringComparison.OrdinalIgnoreCase) == true;

    private void Remote(WireMedia file, string? role)
    {
        xml.Start("remoteContent");
        xml.Attribute("rendition", role is null or "main" ? null : Renditions.Contains(role) ? $"rnd:{role}" : NewsMlG2Out.Own(role));

        // What is no address is a name (targetResourceAttributes: residref).
        xml.Attribute(IsAddress(file.Href) ? "href" : "residref", file.Href);
        xml.Attribute("contenttype", file.MediaType);
        xml.Attribute("size", file.Bytes?.ToString(CultureInfo.InvariantCulture));
        xml.Attribute("width", file.Width?.ToString(CultureInfo.InvariantCulture));
        xml.Attribute("height", file.Height?.ToString(CultureInfo.InvariantCulture));
        if (file.Seconds is { } seconds)
        {
            xml.WriteAttributeString("duration", seconds.ToString("0.###", CultureInfo.InvariantCulture));
            xml.WriteAttributeString("durationunit", "timeunit:seconds");
        }

        xml.WriteEndElement();
    }

    /// <summary>IPTC has one relation for what the item corrects and what it replaces: the signal tells which.</summary>
    private static string? Relation(string relation, WireItem item) => relation switch
    {
        "corrects" when item.Signal == WireSignal.Correction => "irel:previousVersion",
        "replaces" when item.Signal != WireSignal.Correction => "irel:previousVersion",
        "follows" => "irel:evolvedFrom",
        "related" => "irel:seeAlso",
        _ => Relations.Contains(relation) ? $"irel:{relation}" : NewsMlG2Out.Own(relation),
    };
}
