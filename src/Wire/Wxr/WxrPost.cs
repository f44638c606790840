using System.Globalization;
using Wireroom.Wire.Dates;
using Wireroom.Wire.Feeds;
using Wireroom.Wire.Html;
using Wireroom.Wire.Xml;

namespace Wireroom.Wire.Wxr;

/// <summary>Reads one post or page.</summary>
internal sealed class WxrPost(XmlElement item, WxrSite site, FeedDraft feed)
{
    private readonly FeedItemDraft draft = new("wxr") { Provider = feed.Provider };
    private readonly List<string> writers = [];
    private HashSet<string>? named;
    private string? slug;
    private string? status;
    private string? creator;
    private string? local;
    private WireTime? instant;
    private bool hasPassword;

    internal WireItem Read()
    {
        var id = item.Child("wp:post_id")?.TextOrNull;
        foreach (var element in item.Children)
        {
            if (!Text(element) && !State(element) && !Category(element) && !Ignored(element) && !FeedExtensions.Take(element, draft))
            {
                draft.Drop(element);
            }
        }

        Writers();
        var featured = Files(id);
        draft.Body = new WxrCopy(item.Child("content:encoded")?.RawText ?? "", item.Base ?? Address(draft.Link), site, site.FilesOf(id), draft.Drop).Read();
        draft.Drop("wp:post_id", id is null || draft.Guid?.EndsWith("=" + id, StringComparison.Ordinal) == true ? null : id);
        draft.Language ??= feed.Language;
        var built = draft.Build();
        return Stated(built with { Slugline = slug, Media = featured is null ? built.Media : [featured, .. built.Media], Dropped = [.. built.Dropped.Where(dropped => dropped.Value is not null)] });
    }

    /// <summary>What may be done with it: only what the site shows is usable, and what is planned is closed until then.</summary>
    private WireItem Stated(WireItem built)
    {
        var time = instant ?? (local is null ? null : new WireTime(local, null, WireDates.Read(local)?.Local));
        var shown = status is null or "publish" or "inherit";
        var stated = built with
        {
            Published = status is "draft" or "pending" or "auto-draft" or "future" ? null : time ?? built.Published,
            Created = status is "draft" or "pending" or "auto-draft" ? time : built.Created,
            PubStatus = status switch { "trash" => "canceled", "future" => "usable", _ => shown && !hasPassword ? "usable" : "withheld" },
            Signal = status switch { "trash" => WireSignal.Withdrawal, "future" => WireSignal.New, _ => shown && !hasPassword ? WireSignal.New : WireSignal.Hold },
        };
        return status == "future" ? stated with { Embargo = new WireEmbargo(time?.AsSent ?? "future", time?.Instant) } : stated;
    }

    private bool Text(XmlElement element)
    {
        switch (element.Name)
        {
            case "title":
                draft.Title ??= FeedItemDraft.Line(element);
                return true;
            case "link":
                draft.Link ??= FeedDraft.Address(element.TextOrNull, element);
                return true;
            case "guid":
                draft.Guid ??= element.TextOrNull;
                return true;
            case "content:encoded":
                return true;
            case "excerpt:encoded" or "description" when element.TextOrNull is not null:
                var text = PlainText.Write(FeedExtensions.Blocks(element));
                draft.Standfirst = draft.Standfirst is null || element.Name == "excerpt:encoded" ? text : draft.Standfirst;
                return true;
            case "dc:creator":
                creator ??= element.TextOrNull;
                return true;
            case "wp:post_name":
                // Non-Latin names are escaped as in addresses.
                slug = element.TextOrNull is { } name ? Uri.UnescapeDataString(name) : null;
                return true;
            default:
                return false;
        }
    }

    private bool State(XmlElement element)
    {
        switch (element.Name)
        {
            case "wp:status":
                status = element.TextOrNull?.ToLowerInvariant();
                return true;
            case "wp:post_date":
                local = Date(element);
                return true;
            case "wp:post_date_gmt":
                instant = Utc(element) ?? instant;
                return true;
            case "wp:post_modified_gmt":
                draft.Modified = Utc(element);
                return true;
            case "pubdate":
                // Without a date it says "-0001", or the first day of 1970.
                instant ??= WireDates.Read(element.Text) is { Instant: { Year: > 1970 } } time ? time : null;
                return true;
            case "wp:post_password":
                // Its word is nobody's business.
                hasPassword |= element.TextOrNull is not null;
                draft.Drop(element.Name, element.TextOrNull is null ? null : "set");
                return true;
            case "wp:is_sticky":
                draft.Drop(element.Name, element.Text is "0" or "" ? null : element.Text);
                return true;
            case "wp:post_type":
                draft.Drop(element.Name, element.Text == "post" ? null : element.Text);
                return true;
            case "wp:post_parent":
                draft.Drop(element.Name, element.Text == "0" ? null : element.Text);
                return true;
            case "wp:postmeta":
                Meta(element.Child("wp:meta_key")?.Text ?? "", element.Child("wp:meta_value")?.TextOrNull);
                return true;
            case "wp:comment":
                draft.Drop(element.Name, $"{element.Child("wp:comment_author")?.Text}: {element.Child("wp:comment_content")?.Text}");
                return true;
            default:
                return false;
        }
    }

    /// <summary>What only runs the site, and the number, which is asked for elsewhere.</summary>
    private static bool Ignored(XmlElement element) => element.Name is "wp:post_id" or "wp:comment_status" or "wp:ping_status" or "wp:menu_order" or "wp:post_modified" or "excerpt:encoded" or "description";

    /// <summary>A date as the export writes it; its nought is no date.</summary>
    private static string? Date(XmlElement element) => element.TextOrNull is { } text && !text.StartsWith("0000", StringComparison.Ordinal) ? text : null;

    private static WireTime? Utc(XmlElement element) =>
        Date(element) is { } text && DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time) ? new WireTime(text, new DateTimeOffset(time)) : null;

    /// <summary>Terms with their taxonomies. Exports of 1.0 say each once more without one.</summary>
    private bool Category(XmlElement element)
    {
        if (element.Name != "category" || FeedItemDraft.Line(element) is not { } name)
        {
            return element.Name == "category";
        }

        var nicename = element["nicename"];
        switch (element["domain"])
        {
            case null:
                named ??= [.. item.All("category").Where(other => other["domain"] is not null).Select(FeedItemDraft.Line).OfType<string>()];
                if (!named.Contains(name))
                {
                    draft.Keywords.Add(name);
                }

                break;
            case "post_tag" or "tag":
                draft.Keywords.Add(name);
                break;
            case "author":
                // A post of several writers.
                writers.Add(nicename is not null && site.AuthorOf(nicename) is var known && known != nicename ? known : site.AuthorOf(name));
                break;
            case "language":
                draft.Language = nicename ?? name;
                break;
            case var taxonomy:
                draft.Subjects.Add(new WireSubject(name, taxonomy, nicename, null, site.Parents(taxonomy, nicename)));
                break;
        }

        return true;
    }

    private void Writers()
    {
        foreach (var writer in writers.Count > 0 ? writers : creator is null ? [] : [site.AuthorOf(creator)])
        {
            draft.Author(PersonName.Of(writer));
        }
    }

    private void Meta(string key, string? value)
    {
        switch (key)
        {
            case "_thumbnail_id":
                break;
            case "geo_latitude":
                draft.Latitude = value;
                break;
            case "geo_longitude":
                draft.Longitude = value;
                break;
            case "geo_address" when value is not null:
                draft.Places.Add(new WirePlace(value, null, null, FeedExtensions.Degrees(draft.Latitude), FeedExtensions.Degrees(draft.Longitude)));
                break;
            default:
                draft.Drop($"wp:postmeta.{key}", value);
                break;
        }
    }

    /// <summary>The picture of the post, and the files that were uploaded to it.</summary>
    private WireMedia? Files(string? id)
    {
        var number = item.All("wp:postmeta").FirstOrDefault(meta => meta.Child("wp:meta_key")?.Text == "_thumbnail_id")?.Child("wp:meta_value")?.TextOrNull;
        var featured = site.File(number);
        draft.Drop("wp:postmeta._thumbnail_id", featured is null ? number : null);
        foreach (var file in site.FilesOf(id).Where(file => file.Id != number))
        {
            draft.Media.Add(file.Media);
        }

        return featured is null ? null : featured.Media with { Role = "main" };
    }

    private static Uri? Address(string? link) => Uri.TryCreate(link, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address : null;
}
