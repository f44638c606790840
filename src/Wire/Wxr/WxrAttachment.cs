using System.Globalization;
using System.Text.RegularExpressions;
using Wireroom.Wire.Feeds;
using Wireroom.Wire.Html;
using Wireroom.Wire.Xml;

namespace Wireroom.Wire.Wxr;

/// <summary>A file of the site's library: its number, the post that it was uploaded to, and what is said of it.</summary>
internal sealed partial record WxrAttachment(string? Id, string? Parent, WireMedia Media)
{
    internal static WxrAttachment Read(XmlElement item)
    {
        string? Line(string name) => item.Child(name) is { } child ? FeedItemDraft.Line(child) : null;

        var address = item.Child("wp:attachment_url")?.TextOrNull ?? item.Child("guid")?.TextOrNull;
        var parent = item.Child("wp:post_parent")?.TextOrNull;
        var media = new WireMedia("attachment", SafeAddress.File(address, item.Base) ?? address)
        {
            Kind = Kind(address),
            Title = Line("title"),
            Caption = Line("excerpt:encoded") ?? Line("content:encoded"),
        };
        foreach (var meta in item.All("wp:postmeta"))
        {
            var value = meta.Child("wp:meta_value")?.TextOrNull;
            media = meta.Child("wp:meta_key")?.Text switch
            {
                "_wp_attachment_image_alt" => media with { AltText = value },
                "_wp_attachment_metadata" when value is not null => Sizes(value, media),
                _ => media,
            };
        }

        return new WxrAttachment(item.Child("wp:post_id")?.TextOrNull, parent is null or "0" ? null : parent, media);
    }

    /// <summary>The sizes and credit that WordPress keeps as a serialized array of PHP; the first of each name is the file's own.</summary>
    private static WireMedia Sizes(string serialized, WireMedia media)
    {
        int? Number(string name) => WholeNumber().Matches(serialized).FirstOrDefault(match => match.Groups["name"].Value == name) is { } found
            && int.TryParse(found.Groups["value"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;
        string? Words(string name) => Text().Matches(serialized).FirstOrDefault(match => match.Groups["name"].Value == name)?.Groups["value"].Value is { Length: > 0 } words ? HtmlText.Line(words) : null;

        var notice = Words("copyright");
        return media with
        {
            Width = Number("width"),
            Height = Number("height"),
            Bytes = Number("filesize"),
            Seconds = Number("length"),
            MediaType = Words("mime_type"),
            Credit = Words("credit"),
            Rights = notice is null ? null : new WireRights(Notice: notice),
        };
    }

    private static string? Kind(string? address)
    {
        var path = address?.Split('?')[0];
        return path?[(path.LastIndexOf('.') + 1)..].ToLowerInvariant() switch
        {
            "jpg" or "jpeg" or "png" or "gif" or "webp" or "avif" or "tif" or "tiff" or "bmp" or "heic" => "picture",
            "svg" => "graphic",
            "mp4" or "m4v" or "mov" or "webm" or "avi" or "wmv" or "ogv" or "mpg" => "video",
            "mp3" or "m4a" or "ogg" or "wav" or "flac" => "audio",
            _ => null,
        };
    }

    [GeneratedRegex("""s:\d+:"(?<name>\w+)";i:(?<value>\d+);""")]
    private static partial Regex WholeNumber();

    [GeneratedRegex("""s:\d+:"(?<name>\w+)";s:\d+:"(?<value>[^"]*)";""")]
    private static partial Regex Text();
}
