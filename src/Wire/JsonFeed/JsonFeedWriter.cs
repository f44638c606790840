using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Wireroom.Wire.Feeds;
using Wireroom.Wire.Html;

namespace Wireroom.Wire.JsonFeed;

/// <summary>Writes JSON Feed 1.1 (Brent Simmons and Manton Reece, August 2020).</summary>
internal static class JsonFeedWriter
{
    internal static readonly string[] Carried =
        ["guid", "headlines", "standfirst", "byline", "version-created", "published", "language", "keywords", "link", "body", "media", "links"];

    private static readonly JsonWriterOptions Indented = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true };

    internal static IReadOnlyList<WireFault> Write(IReadOnlyList<WireItem> items, WireFeed feed, Stream destination)
    {
        var losses = new WireLosses("JSON Feed", Carried);
        using var json = new Utf8JsonWriter(destination, Indented);
        json.WriteStartObject();
        json.WriteString("version", "https://jsonfeed.org/version/1.1");
        json.WriteString("title", feed.Title);
        Text(json, "home_page_url", feed.Link);
        Text(json, "feed_url", feed.SelfLink);
        Text(json, "description", feed.Description);
        Text(json, "icon", feed.Picture);
        Text(json, "language", feed.Language);
        json.WriteStartArray("items");
        foreach (var item in items)
        {
            if (losses.Accepts(item, feed))
            {
                losses.Note(item);
                Item(json, item, feed, losses);
            }
        }

        json.WriteEndArray();
        json.WriteEndObject();
        return losses.Faults;
    }

    private static void Item(Utf8JsonWriter json, WireItem item, WireFeed feed, WireLosses losses)
    {
        json.WriteStartObject();
        if (item.Guid is null)
        {
            losses.Lose(item, "guid", "an item without a name of its own");
        }

        json.WriteString("id", item.Guid ?? item.Link ?? "urn:wireroom:" + Uri.EscapeDataString(item.Headline ?? "item"));
        Text(json, "url", item.Link);
        Links(json, item, losses);
        Text(json, "title", item.Headline is null ? null : HtmlText.Encode(item.Headline));
        if (item.Headlines.Count > 1 || item.Headlines is [{ Role: not "main" }, ..] or [{ Language: not null }, ..])
        {
            losses.Lose(item, "headlines", "more than one headline, its role and its language");
        }

        // JSON Feed 1.1, "Items": one of the two contents must be present.
        json.WriteString(item.Body.Count > 0 ? "content_html" : "content_text", HtmlBody.Write(item.Body));
        Text(json, "summary", item.Standfirst is null ? null : HtmlText.Encode(item.Standfirst));
        Time(json, "date_published", item.Published, item, "published", losses);
        Time(json, "date_modified", item.VersionCreated, item, "version-created", losses);
        Text(json, "language", item.Language == feed.Language ? null : item.Language);
        if (item.Byline is not null)
        {
            json.WriteStartArray("authors");
            json.WriteStartObject();
            json.WriteString("name", HtmlText.Encode(item.Byline));
            json.WriteEndObject();
            json.WriteEndArray();
        }

        Tags(json, item, losses);
        Files(json, item, losses);
        json.WriteEndObject();
    }

    private static void Links(Utf8JsonWriter json, WireItem item, WireLosses losses)
    {
        var external = item.Links.FirstOrDefault(link => link is { Relation: "external", Href: not null });
        Text(json, "external_url", external?.Href);
        if (item.Links.Any(link => link != external || link is { Guid: not null } or { Title: not null }))
        {
            losses.Lose(item, "links", "links to other items");
        }
    }

    private static void Time(Utf8JsonWriter json, string name, WireTime? time, WireItem item, string field, WireLosses losses)
    {
        // RFC 3339, section 5.6: a time has a zone.
        if (time?.Instant is { } instant)
        {
            json.WriteString(name, instant.ToString("yyyy-MM-dd'T'HH:mm:ssK", CultureInfo.InvariantCulture));
        }
        else if (time is not null)
        {
            losses.Lose(item, field, "a time without a zone");
        }
    }

    /// <summary>A tag is a bare word, so that readers of feeds see subjects by their names, beside the keywords.</summary>
    private static void Tags(Utf8JsonWriter json, WireItem item, WireLosses losses)
    {
        var tags = item.Subjects.Select(subject => subject.Name).Concat(item.Keywords).Distinct(StringComparer.Ordinal).ToList();
        if (tags.Count == 0)
        {
            return;
        }

        json.WriteStartArray("tags");
        foreach (var tag in tags)
        {
            json.WriteStringValue(HtmlText.Encode(tag));
        }

        json.WriteEndArray();
        if (item.Subjects.Count > 0)
        {
            losses.Lose(item, "keywords", "which tag is a subject and which a keyword");
        }
    }

    private static void Files(Utf8JsonWriter json, WireItem item, WireLosses losses)
    {
        var main = item.Media.FirstOrDefault(file => IsBare(file, "main"));
        var banner = item.Media.FirstOrDefault(file => IsBare(file, "banner"));
        Text(json, "image", main?.Href);
        Text(json, "banner_image", banner?.Href);
        var attached = item.Media.Where(file => file.Href is not null && !ReferenceEquals(file, main) && !ReferenceEquals(file, banner)).ToList();
        if (attached.Count > 0)
        {
            json.WriteStartArray("attachments");
            foreach (var file in attached)
            {
                json.WriteStartObject();
                json.WriteString("url", file.Href);
                json.WriteString("mime_type", file.MediaType ?? "application/octet-stream");
                Text(json, "title", file.Title is null ? null : HtmlText.Encode(file.Title));
                Number(json, "size_in_bytes", file.Bytes);
                Number(json, "duration_in_seconds", file.Seconds);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        // The order of pictures and attachments is the format's own.
        List<WireMedia?> written = [main, banner, .. attached];
        if (!written.Where(file => file is not null).SequenceEqual(item.Media) || attached.Any(SaysMore))
        {
            losses.Lose(item, "media", "all that is said of its files");
        }
    }

    private static bool IsBare(WireMedia file, string role) => file.Href is not null && file == new WireMedia(role, file.Href) { Kind = "picture" };

    private static bool SaysMore(WireMedia file) =>
        file is not { Role: "enclosure", MediaType: not null, Guid: null, Width: null, Height: null, Caption: null, AltText: null, Credit: null, Rights: null } || file.Kind != FeedMedia.KindOf(file.MediaType);

    private static void Number(Utf8JsonWriter json, string name, double? number)
    {
        if (number is { } value && double.IsFinite(value))
        {
            json.WriteNumber(name, (decimal)Math.Clamp(value, -1e15, 1e15));
        }
    }

    private static void Text(Utf8JsonWriter json, string name, string? text)
    {
        if (!string.IsNullOrEmpty(text))
        {
            json.WriteString(name, text);
        }
    }
}
