using Wireroom.Wire.Feeds;
using Wireroom.Wire.Xml;

namespace Wireroom.Wire.NewsMl1;

/// <summary>What components are for: NewsML nests them at any depth, and senders agree on neither depth nor roles (NewsML 1.2, section 5.7).</summary>
internal static class NewsMl1Shape
{
    /// <summary>The role of a component in lower case, without spaces; null where it has none.</summary>
    internal static string? Role(XmlElement component) => component.Children.FirstOrDefault(child => child.LocalName == "role")?["formalname"] is { } role ? role.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant() : null;

    /// <summary>The role as a relation: as sent, but for its first letter and spaces.</summary>
    internal static string? Relation(XmlElement component) => component.Children.FirstOrDefault(child => child.LocalName == "role")?["formalname"]?.Replace(" ", "", StringComparison.Ordinal) switch
    {
        null or "" => null,
        var role when role.All(c => !char.IsAsciiLetterLower(c)) => role.ToLowerInvariant(),
        var role => char.ToLowerInvariant(role[0]) + role[1..],
    };

    internal static bool IsCaption(string? role) => role is not null && (role.Contains("caption", StringComparison.Ordinal) || role is "legend" or "bildtext" or "pie" or "didascalia" or "leyenda");

    /// <summary>Roles of sizes of one file.</summary>
    internal static bool IsRendition(string? role) => role is "main" or "preview" or "thumbnail" or "thumb" or "quicklook" or "icon" or "highres" or "high-res" or "lowres" or "low-res" or "web" or "print" or "full" or "original" or "small" or "medium" or "large" or "view" or "mobile" or "teaserpicture";

    /// <summary>The kind of a content item: <c>text</c>, <c>picture</c>, <c>graphic</c>, <c>video</c>, <c>audio</c>; null for a file of another.</summary>
    internal static string? Kind(XmlElement content)
    {
        var said = Kind(Said(content, "mediatype"));
        var (mime, format) = (Said(content, "mimetype"), Said(content, "format"));
        var file = FeedMedia.KindOf(mime) ?? FeedMedia.KindOf(format?.Contains('/', StringComparison.Ordinal) == true ? format : null) ?? Kind(format);
        if (said is null or "text")
        {
            // What says that it is text, and is a picture by its type, is one: and copy that is sent as complex data is copy.
            return file is not (null or "text") && !HasData(content) ? file
                : said ?? file ?? (HasData(content) || content["href"] is not { } href ? "text" : Extension(href));
        }

        return said;
    }

    /// <summary>The formal name that a child of a content item has.</summary>
    internal static string? Said(XmlElement content, string name) => content.Children.FirstOrDefault(child => child.LocalName == name) switch { { } child => child["formalname"] ?? child.TextOrNull, null => null };

    /// <summary>True where copy stands anywhere within: text that is neither caption nor the text beside a file.</summary>
    internal static bool HasCopy(XmlElement component) => !IsCaption(Role(component)) && component.Children.Any(child =>
        child.LocalName == "newscomponent" ? HasCopy(child) : child.LocalName == "contentitem" && IsText(child) && !OwnFiles(component).Any());

    /// <summary>True where a file stands anywhere within.</summary>
    internal static bool HasFiles(XmlElement component) => OwnFiles(component).Any() || component.Children.Any(child => child.LocalName == "newscomponent" && HasFiles(child));

    /// <summary>The files of the component itself.</summary>
    internal static IEnumerable<XmlElement> OwnFiles(XmlElement component) => component.Children.Where(child => child.LocalName == "contentitem" && !IsText(child));

    /// <summary>True for copy; text that is kept elsewhere is a file.</summary>
    internal static bool IsText(XmlElement content) => Kind(content) == "text" && (content["href"] is null || HasData(content));

    /// <summary>The language of a component by its metadata, or the one in force.</summary>
    internal static string? Language(XmlElement component) =>
        component.Children.Where(child => child.LocalName.StartsWith("descriptivemetada", StringComparison.Ordinal)).SelectMany(child => child.Children).FirstOrDefault(child => child.LocalName == "language")?["formalname"] ?? component.Language;

    private static bool HasData(XmlElement content) => content.Children.Any(child => child.LocalName is "datacontent" or "encoding" && (child.Children.Count > 0 || child.TextOrNull is not null));

    private static string? Kind(string? name) => name?.ToLowerInvariant() switch
    {
        null => null,
        var text when text.StartsWith("text", StringComparison.Ordinal) || text.Contains("nitf", StringComparison.Ordinal) || text.Contains("html", StringComparison.Ordinal) => "text",
        var graphic when graphic.Contains("graphic", StringComparison.Ordinal) && !graphic.Contains("photo", StringComparison.Ordinal) || graphic.Contains("grafik", StringComparison.Ordinal) || graphic is "illustration" or "sketch" or "chart" or "map" or "animation" => "graphic",
        var picture when picture.Contains("photo", StringComparison.Ordinal) || picture.Contains("picture", StringComparison.Ordinal) || picture.Contains("image", StringComparison.Ordinal) || picture is "bild" or "foto" or "still" || picture.Contains("jpeg", StringComparison.Ordinal) => "picture",
        var video when video.Contains("video", StringComparison.Ordinal) || video.Contains("mpeg4", StringComparison.Ordinal) || video is "film" or "clip" => "video",
        var audio when audio.Contains("audio", StringComparison.Ordinal) || audio.Contains("sound", StringComparison.Ordinal) || audio is "radio" or "mp3" => "audio",
        _ => null,
    };

    private static string? Extension(string? href) => href?[(href.LastIndexOf('.') + 1)..].ToLowerInvariant() switch
    {
        "jpg" or "jpeg" or "png" or "gif" or "tif" or "tiff" or "webp" => "picture",
        "eps" or "svg" or "ai" or "swf" => "graphic",
        "mp4" or "mov" or "mpg" or "avi" or "wmv" or "flv" or "webm" => "video",
        "mp3" or "wav" or "ogg" or "m4a" or "wma" => "audio",
        _ => null,
    };
}
