using System.Text.Json;
using Wireroom.Wire.Dates;
using Wireroom.Wire.Html;
using Wireroom.Wire.Json;

namespace Wireroom.Wire.NinJs;

/// <summary>Renditions of the item, and associated items: files become media, stories become links.</summary>
internal static class NinJsMedia
{
    internal static WireItem Renditions(JsonElement value, WireItem item, NinJsDraft draft)
    {
        foreach (var (name, rendition) in Named(value))
        {
            if (name == "page" && SafeAddress.Link(rendition.TextOf("href"), null) is { } page)
            {
                item = item with { Link = page };
                continue;
            }

            draft.Media.Add(File(name, rendition, draft));
        }

        return item;
    }

    internal static void Associations(JsonElement value, NinJsDraft draft)
    {
        foreach (var (name, each) in Named(value).SelectMany(pair => pair.Value.Each().Select(one => (pair.Name, one))))
        {
            if (each.ValueKind != JsonValueKind.Object)
            {
                draft.Drop("associations", each);
                continue;
            }

            var type = each.TextOf("type")?.ToLowerInvariant();
            var renditions = Named(each.Of("renditions")).Where(pair => pair.Value.ValueKind == JsonValueKind.Object).ToList();
            var uri = NinJsIds.Guid(each.TextOf("uri") ?? each.TextOf("guid"));
            if (type is null or "text" or "composite" or "event" or "planning" && renditions.All(pair => pair.Name == "page"))
            {
                Link(name, each, uri, renditions.Count > 0 ? renditions[0].Value.TextOf("href") : null, draft);
            }
            else
            {
                Files(name, each, uri, type, renditions, draft);
            }

            draft.DropRest("associations", each, "name", "rel", "uri", each.TextOf("uri") is null ? "guid" : "uri", "type", "renditions", "headlines", "headline", "title", "descriptions", "description_text", "description_caption", "byline", "by", "copyrightHolder", "copyrightNotice", "usageTerms", "expires", "representationType", HasOnlyCreditLine(each) ? "infoSources" : "representationType");
        }
    }

    private static void Link(string name, JsonElement each, string? uri, string? page, NinJsDraft draft)
    {
        var relation = each.TextOf("rel") ?? name;
        var title = Headline(each) ?? (relation == name ? null : name);
        var href = page ?? (SafeAddress.File(uri, null) is not null && page is null ? null : page);
        draft.Links.Add(new WireLink(relation, page is not null && page == uri ? null : uri, href, title));
    }

    private static void Files(string name, JsonElement each, string? uri, string? type, List<(string Name, JsonElement Value)> renditions, NinJsDraft draft)
    {
        var about = new WireMedia(name, null)
        {
            Guid = uri,
            Kind = type,
            Title = Headline(each),
            Caption = Description(each, "caption") ?? each.TextOf("description_caption") ?? each.TextOf("description_text"),
            AltText = Description(each, "alttext") ?? Description(each, "alt"),
            Credit = Description(each, "creditline") ?? CreditLine(each) ?? each.TextOf("by") ?? each.TextOf("byline"),
            Rights = each.TextOf("copyrightHolder") is null && each.TextOf("copyrightNotice") is null && each.TextOf("usageTerms") is null && each.TextOf("expires") is null
                ? null
                : new WireRights(each.TextOf("usageTerms"), each.TextOf("copyrightHolder"), each.TextOf("copyrightNotice"), WireDates.Instant(each.TextOf("expires"))),
        };
        if (renditions.Count == 0)
        {
            draft.Media.Add(about);
        }

        foreach (var (rendition, value) in renditions)
        {
            var file = File(rendition, value, draft);
            draft.Media.Add(about with
            {
                Role = rendition == "main" ? name : $"{name}/{rendition}",
                Guid = file.Href == uri ? null : uri,
                Href = file.Href,
                MediaType = file.MediaType,
                Title = about.Title ?? file.Title,
                Bytes = file.Bytes,
                Width = file.Width,
                Height = file.Height,
                Seconds = file.Seconds,
            });
        }
    }

    private static WireMedia File(string name, JsonElement value, NinJsDraft draft)
    {
        draft.DropRest("renditions", value, "name", "href", "contentType", "mimetype", "title", "sizeInBytes", "width", "height", "duration");
        var type = value.TextOf("contentType") ?? value.TextOf("mimetype");
        return new WireMedia(name, value.TextOf("href"), type)
        {
            Kind = Feeds.FeedMedia.KindOf(type),
            Title = value.TextOf("title"),
            Bytes = value.Of("sizeInBytes").Whole(),
            Width = value.Of("width").Pixels(),
            Height = value.Of("height").Pixels(),
            Seconds = value.Of("duration").Number(),
        };
    }

    /// <summary>The members of a list by their name (2.x), or of an object by their key (1.x).</summary>
    private static IEnumerable<(string Name, JsonElement Value)> Named(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().Select(property => (property.Name, property.Value)),
        JsonValueKind.Array => value.EnumerateArray().Select(each => (each.TextOf("name") ?? "", each)),
        _ => [],
    };

    private static string? Headline(JsonElement each) =>
        HtmlText.Line(each.Of("headlines").Each().Select(text => text.TextOf("value")).FirstOrDefault(text => text is not null) ?? each.TextOf("headline") ?? each.TextOf("title")) is { Length: > 0 } line ? line : null;

    /// <summary>The credit line among the sources of the information, as ninjs 2 and 3 have it for the item itself.</summary>
    private static string? CreditLine(JsonElement each) =>
        each.Of("infoSources").Each().Concat(each.Of("infosources").Each()).Where(source => source.ValueKind == JsonValueKind.Object)
            .FirstOrDefault(source => string.Equals(source.TextOf("role"), "creditline", StringComparison.OrdinalIgnoreCase)) is { ValueKind: JsonValueKind.Object } found
            ? found.TextOf("name")
            : null;

    private static bool HasOnlyCreditLine(JsonElement each) => CreditLine(each) is not null && each.Of("infoSources").Each().Count() == 1;

    /// <summary>The description of that role; a caption may also stand without a role, or under another.</summary>
    private static string? Description(JsonElement each, string role)
    {
        var all = each.Of("descriptions").Each().Where(text => text.ValueKind == JsonValueKind.Object).ToList();
        var exact = all.Find(text => string.Equals(text.TextOf("role"), role, StringComparison.OrdinalIgnoreCase));
        if (exact.ValueKind == JsonValueKind.Undefined && role == "caption")
        {
            exact = all.Find(text => text.TextOf("role")?.ToLowerInvariant() is not ("alttext" or "alt" or "creditline"));
        }

        return exact.TextOf("value") is { } value ? PlainText.Write(HtmlBody.Read(value)) : null;
    }
}
