using System.Text.Json;
using Wireroom.Wire.Dates;
using Wireroom.Wire.Feeds;
using Wireroom.Wire.Html;
using Wireroom.Wire.Json;

namespace Wireroom.Wire.JsonFeed;

/// <summary>Reads one item (JSON Feed 1.1, "Items").</summary>
internal static class JsonFeedItem
{
    internal static WireItem Read(JsonElement value, WireFeed feed, string? feedAuthor, Uri? baseAddress)
    {
        var dropped = new List<WireDropped>();
        var media = new List<WireMedia>();
        var item = new WireItem { Format = "jsonfeed", Provider = feed.Title.Length == 0 ? null : feed.Title, Language = feed.Language };
        foreach (var property in value.EnumerateObject())
        {
            if (!Simple(property.Name.ToLowerInvariant(), property.Value, baseAddress, ref item) && !Files(property.Name.ToLowerInvariant(), property.Value, baseAddress, media, dropped))
            {
                item = property.Name.ToLowerInvariant() switch
                {
                    "author" or "authors" => item with { Byline = JsonFeedNames.Join(item.Byline, property.Value, "authors", dropped) },
                    "content_html" or "content_text" => item,
                    _ => Dropping(item, property, dropped),
                };
            }
        }

        // JSON Feed 1.1, "Top-level", authors: they are those of every item that names none.
        return Bodies(value, baseAddress, item, dropped) with { Byline = item.Byline ?? feedAuthor, Media = media, Dropped = dropped };
    }

    private static WireItem Dropping(WireItem item, JsonProperty property, List<WireDropped> dropped)
    {
        dropped.Drop(property.Name, property.Value);
        return item;
    }

    /// <summary>Properties with one value; false for the others, and for values that say nothing that an item can hold.</summary>
    private static bool Simple(string name, JsonElement value, Uri? baseAddress, ref WireItem item)
    {
        var text = value.Text();
        switch (name)
        {
            case "id":
                item = item with { Guid = text };
                return true;
            case "url" when text is not null:
                item = item with { Link = SafeAddress.Link(text, baseAddress) ?? text };
                return true;
            case "external_url" when text is not null:
                item = item with { Links = [.. item.Links, new WireLink("external", null, SafeAddress.Link(text, baseAddress) ?? text)] };
                return true;
            case "title":
                item = HtmlText.Line(text) is { Length: > 0 } title ? item with { Headlines = [new WireText(title)] } : item;
                return true;
            case "summary":
                item = item with { Standfirst = text is null ? null : PlainText.Write(HtmlBody.Read(text)) };
                return true;
            case "date_published":
                item = item with { Published = WireDates.Read(text) };
                return true;
            case "date_modified":
                item = item with { VersionCreated = WireDates.Read(text) };
                return true;
            case "language":
                item = item with { Language = text ?? item.Language };
                return true;
            case "tags":
                // The list; one text with commas is a dialect.
                var tags = value.ValueKind == JsonValueKind.String ? (text ?? "").Split(',') : value.Each().Select(tag => tag.Text() ?? tag.TextOf("name") ?? "");
                item = item with { Keywords = [.. tags.Select(HtmlText.Line).Where(tag => tag.Length > 0).Distinct(StringComparer.Ordinal)] };
                return true;
            default:
                return false;
        }
    }

    private static bool Files(string name, JsonElement value, Uri? baseAddress, List<WireMedia> media, List<WireDropped> dropped)
    {
        switch (name)
        {
            case "image" or "banner_image" when value.Text() is { } address:
                media.Add(new WireMedia(name == "image" ? "main" : "banner", SafeAddress.File(address, baseAddress) ?? address) { Kind = "picture" });
                return true;
            case "attachments":
                foreach (var attachment in value.Each())
                {
                    Attachment(attachment, baseAddress, media, dropped);
                }

                return true;
            default:
                return false;
        }
    }

    private static void Attachment(JsonElement attachment, Uri? baseAddress, List<WireMedia> media, List<WireDropped> dropped)
    {
        if (attachment.TextOf("url") is not { } address)
        {
            dropped.Drop("attachments", attachment);
            return;
        }

        var type = attachment.TextOf("mime_type");
        var file = new WireMedia("enclosure", SafeAddress.File(address, baseAddress) ?? address, type)
        {
            Kind = FeedMedia.KindOf(type),
            Title = HtmlText.Line(attachment.TextOf("title")) is { Length: > 0 } title ? title : null,
            Bytes = attachment.Of("size_in_bytes").Whole(),
            Seconds = attachment.Of("duration_in_seconds").Number(),
        };
        media.Add(file);
        foreach (var property in attachment.EnumerateObject().Where(property => property.Name.ToLowerInvariant() is not ("url" or "mime_type" or "title" or "size_in_bytes" or "duration_in_seconds")))
        {
            dropped.Drop($"attachments.{property.Name}", property.Value);
        }
    }

    /// <summary>HTML says more than plain text, which is dropped visibly where it says something else.</summary>
    private static WireItem Bodies(JsonElement value, Uri? baseAddress, WireItem item, List<WireDropped> dropped)
    {
        // White space is kept: it parts paragraphs.
        var html = value.Of("content_html") is { ValueKind: JsonValueKind.String } sent ? sent.GetString() : null;
        var plain = value.Of("content_text") is { ValueKind: JsonValueKind.String } copy ? copy.GetString() : null;
        if (string.IsNullOrWhiteSpace(html))
        {
            return item with { Body = PlainText.Read(plain) };
        }

        var body = HtmlBody.Read(html, baseAddress);
        if (plain is not null && Bare(plain) != Bare(PlainText.Write(body)))
        {
            dropped.Drop("content_text", value.Of("content_text"));
        }

        return item with { Body = body };
    }

    private static string Bare(string text) => string.Concat(text.Where(char.IsLetterOrDigit));
}
