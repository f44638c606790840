using System.Globalization;
using Wireroom.Wire.Feeds;
using Wireroom.Wire.Html;
using Wireroom.Wire.Xml;

namespace Wireroom.Wire.Nitf;

/// <summary>Reads media (NITF 3.6, media): each reference is a file, with the caption and producer of all.</summary>
internal static class NitfMedia
{
    /// <summary>Class of media that stand beside the copy and have no place in it.</summary>
    internal const string Beside = "beside";

    /// <summary>Class of media that are a part of the copy and no file of the item.</summary>
    internal const string Within = "within";

    internal static void Read(XmlElement media, NitfDraft draft, bool inBody)
    {
        var about = About(media, draft);
        var references = media.Children.Where(child => child.LocalName == "media-reference").ToList();
        foreach (var file in references.Count == 0 ? [about] : references.Select(reference => File(reference, about, draft)))
        {
            if (inBody && media["class"] != Beside && file.Kind is "picture" or "graphic" && SafeAddress.File(file.Href, media.Base) is not null)
            {
                draft.Body.Add(new WirePicture(file));
            }

            if (media["class"] != Within)
            {
                draft.Media.Add(file);
            }
        }
    }

    private static WireMedia About(XmlElement media, NitfDraft draft)
    {
        var about = new WireMedia("body", null) { Kind = Kind(media["media-type"]) };
        foreach (var element in media.Children)
        {
            switch (element.LocalName)
            {
                case "media-caption":
                    var caption = PlainText.Write(HtmlBody.Read($"<div>{NitfMarkup.Of(element)}</div>"));
                    about = about with { Caption = about.Caption is null ? caption : $"{about.Caption}\n\n{caption}" };
                    break;
                case "media-producer":
                    about = about with { Credit = about.Credit ?? (Spaces.Collapse(element.RawText) is { Length: > 0 } producer ? producer : null) };
                    break;
                case "media-metadata":
                    about = Metadata(element, about, draft);
                    break;
                case "media-reference":
                    break;
                case "media-object":
                    // The file itself as text: its size says that it was there.
                    draft.Drop("media-object", $"{element["encoding"]} {element.RawText.Length}");
                    break;
                default:
                    draft.Drop(element);
                    break;
            }
        }

        return about with { Caption = string.IsNullOrEmpty(about.Caption) ? null : about.Caption };
    }

    private static WireMedia Metadata(XmlElement element, WireMedia about, NitfDraft draft)
    {
        var value = element["value"] ?? element.TextOrNull;
        switch (element["name"]?.ToLowerInvariant())
        {
            case "role" when value is not null:
                return about with { Role = value };
            case "id" or "guid":
                return about with { Guid = value };
            case "bytes" or "filesize":
                return about with { Bytes = FeedMedia.Number(value) };
            case "alternate-text" or "alt":
                return about with { AltText = value };
            case "credit":
                return about with { Credit = value };
            case "caption" when about.Caption is null:
                return about with { Caption = value };
            case "copyright":
                return about with { Rights = (about.Rights ?? new WireRights()) with { Notice = value } };
            case "copyright-holder":
                return about with { Rights = (about.Rights ?? new WireRights()) with { Holder = value } };
            case "usage-terms":
                return about with { Rights = (about.Rights ?? new WireRights()) with { UsageTerms = value } };
            case var name:
                draft.Drop($"media.{name}", value);
                return about;
        }
    }

    private static WireMedia File(XmlElement reference, WireMedia about, NitfDraft draft)
    {
        var source = reference["source"] ?? reference["data-location"] ?? reference["href"];
        var credit = reference["source-credit"];
        draft.Drop("media-producer", credit is null || about.Credit == credit ? null : about.Credit);
        draft.DropRest(reference, "source", "data-location", "href", "source-credit", "mime-type", "name", "width", "height", "units", "time", "time-unit-of-measure", "alternate-text", "copyright", "noflow", "media-type");
        return about with
        {
            Href = SafeAddress.File(source, reference.Base) ?? source,
            MediaType = reference["mime-type"],
            Kind = about.Kind ?? FeedMedia.KindOf(reference["mime-type"]),
            Title = reference["name"],
            Width = (int?)FeedMedia.Number(reference["width"]) is { } width and > 0 ? width : null,
            Height = (int?)FeedMedia.Number(reference["height"]) is { } height and > 0 ? height : null,
            Seconds = Seconds(reference["time"], reference["time-unit-of-measure"]),
            AltText = reference["alternate-text"] ?? about.AltText,
            Credit = credit ?? about.Credit,
            Rights = reference["copyright"] is { } notice ? (about.Rights ?? new WireRights()) with { Notice = notice } : about.Rights,
        };
    }

    private static double? Seconds(string? time, string? unit)
    {
        if (!double.TryParse(time, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || !double.IsFinite(value) || value < 0)
        {
            return TimeSpan.TryParseExact(time, [@"h\:mm\:ss", @"m\:ss"], CultureInfo.InvariantCulture, out var clock) ? clock.TotalSeconds : null;
        }

        return unit?.ToLowerInvariant() switch { null or "s" or "sec" or "second" or "seconds" => value, "min" or "minute" or "minutes" => value * 60, "ms" or "millisecond" or "milliseconds" => value / 1000, _ => null };
    }

    private static string? Kind(string? type) => type?.ToLowerInvariant() switch
    {
        "image" or "photo" or "picture" or "photograph" => "picture",
        "other" => null,
        var kind => kind,
    };
}
