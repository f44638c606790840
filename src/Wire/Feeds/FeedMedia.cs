using System.Globalization;
using Wireroom.Wire.Html;
using Wireroom.Wire.Xml;

namespace Wireroom.Wire.Feeds;

/// <summary>Files of an item: enclosures and Media RSS 1.5.1, with what is said of them at the item, the group or the file.</summary>
internal sealed class FeedMedia
{
    private List<WireMedia>? files;
    private Said said;
    private double? seconds;

    internal void Add(WireMedia file)
    {
        files ??= [];
        var same = files.FindIndex(other => other.Href is not null && other.Href == file.Href);
        if (same < 0)
        {
            files.Add(file);
        }
        else
        {
            // An enclosure and a media:content of one address are one file.
            files[same] = Merge(files[same], file);
        }
    }

    /// <summary>An enclosure of RSS, or a link of Atom with that relation.</summary>
    internal void Enclosure(XmlElement element, string address, string? length, string role = "enclosure")
    {
        var type = element["type"];
        Add(new WireMedia(role, Address(address, element), type) { Bytes = Number(length), Kind = KindOf(type), Title = element["title"] });
    }

    /// <summary>How long the sound or film of the item is, in seconds or on the clock (Apple's podcast elements, duration); false where that cannot be read.</summary>
    internal bool Lasts(string text)
    {
        var parts = text.Split(':');
        double? total = parts.Length <= 3 ? 0 : null;
        foreach (var part in parts)
        {
            total = double.TryParse(part, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value < 100_000 ? (total * 60) + value : null;
        }

        seconds ??= total;
        return total is not null;
    }

    /// <summary>Takes an element of the media namespace; false where it says nothing that an item can carry.</summary>
    internal bool Take(XmlElement element) => Take(element, ref said);

    /// <summary>The files; what the item or group said of all stands at each that says nothing better.</summary>
    internal IReadOnlyList<WireMedia> Finish()
    {
        if (files is null)
        {
            return [];
        }

        for (var at = 0; at < files.Count; at++)
        {
            files[at] = said.Applied(files[at]);
            if (files[at] is { Seconds: null, Kind: "audio" or "video" } file)
            {
                files[at] = file with { Seconds = seconds };
            }
        }

        return files;
    }

    private bool Take(XmlElement element, ref Said about)
    {
        switch (element.Name)
        {
            case "media:group":
                Group(element);
                return true;
            case "media:content" when element["url"] is { } url:
                Content(element, url);
                return true;
            case "media:thumbnail" when (element["url"] ?? element.TextOrNull) is { } url:
                Add(new WireMedia("thumbnail", Address(url, element)) { Kind = "picture", Width = (int?)Number(element["width"]), Height = (int?)Number(element["height"]) });
                return true;
            case "media:player" when element["url"] is { } url:
                Add(new WireMedia("player", Address(url, element)) { Kind = "video" });
                return true;
            default:
                return about.Take(element);
        }
    }

    private void Group(XmlElement group)
    {
        var about = default(Said);
        var addresses = new HashSet<string>(StringComparer.Ordinal);
        foreach (var child in group.Children)
        {
            Take(child, ref about);
            addresses.Add(child["url"] is { } url ? Address(url, child) : "");
        }

        for (var at = 0; at < (files?.Count ?? 0); at++)
        {
            // Among them may be an enclosure that was there before.
            files![at] = addresses.Contains(files[at].Href ?? "") ? about.Applied(files[at]) : files[at];
        }
    }

    private void Content(XmlElement element, string url)
    {
        var type = element["type"];
        var about = default(Said);
        var file = new WireMedia("content", Address(url, element), type)
        {
            Kind = element["medium"] switch { "image" => "picture", "document" => "text", "executable" => null, { } medium => medium, null => KindOf(type) },
            Bytes = Number(element["filesize"]),
            Width = (int?)Number(element["width"]),
            Height = (int?)Number(element["height"]),
            Seconds = double.TryParse(element["duration"], NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && double.IsFinite(seconds) ? seconds : null,
        };
        foreach (var child in element.Children)
        {
            about.Take(child);
        }

        Add(about.Applied(file));
        foreach (var child in element.Children.Where(child => child.Name is "media:thumbnail" or "media:content" or "media:player"))
        {
            Take(child);
        }
    }

    internal static string? KindOf(string? mediaType) => mediaType is null ? null : mediaType.Split('/')[0].ToLowerInvariant() switch
    {
        "image" => "picture",
        "video" => "video",
        "audio" => "audio",
        "text" => "text",
        _ => null,
    };

    internal static long? Number(string? figures)
    {
        var trimmed = figures?.EndsWith("px", StringComparison.Ordinal) == true ? figures[..^2] : figures;
        return long.TryParse(trimmed, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= int.MaxValue * 1024L ? number : null;
    }

    internal static string Address(string address, XmlElement element) => SafeAddress.File(address, element.Base) ?? address;

    private static WireMedia Merge(WireMedia first, WireMedia second) => first with
    {
        MediaType = first.MediaType ?? second.MediaType,
        Kind = first.Kind ?? second.Kind,
        Bytes = first.Bytes ?? second.Bytes,
        Width = first.Width ?? second.Width,
        Height = first.Height ?? second.Height,
        Seconds = first.Seconds ?? second.Seconds,
        Title = first.Title ?? second.Title,
        Caption = first.Caption ?? second.Caption,
        AltText = first.AltText ?? second.AltText,
        Credit = first.Credit ?? second.Credit,
        Rights = first.Rights ?? second.Rights,
    };

    /// <summary>What optional elements say of a file (Media RSS, "Optional elements").</summary>
    private struct Said
    {
        private string? title;
        private string? caption;
        private string? credit;
        private string? notice;

        internal bool Take(XmlElement element)
        {
            switch (element.Name)
            {
                case "media:title":
                    title ??= FeedItemDraft.Line(element);
                    return true;
                case "media:description" or "media:text":
                    caption ??= FeedItemDraft.Line(element);
                    return true;
                case "media:credit":
                    credit = credit is null ? FeedItemDraft.Line(element) : $"{credit}, {FeedItemDraft.Line(element)}";
                    return true;
                case "media:copyright":
                    notice ??= FeedItemDraft.Line(element);
                    return true;
                default:
                    return false;
            }
        }

        internal readonly WireMedia Applied(WireMedia file) => title is null && caption is null && credit is null && notice is null || file.Role is "thumbnail" or "player"
            ? file
            : file with
            {
                Title = file.Title ?? title,
                Caption = file.Caption ?? caption,
                Credit = file.Credit ?? credit,
                Rights = file.Rights ?? (notice is null ? null : new WireRights(Notice: notice)),
            };
    }
}
