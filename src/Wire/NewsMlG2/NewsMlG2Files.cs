using System.Globalization;
using Wireroom.Wire.Feeds;
using Wireroom.Wire.Html;
using Wireroom.Wire.Xml;

namespace Wireroom.Wire.NewsMlG2;

/// <summary>Reads renditions: remoteContent and icon, with size, pixels and seconds (NewsML-G2 2.35, newsContentCharacteristics).</summary>
internal static class NewsMlG2Files
{
    internal static WireMedia Read(XmlElement element, string role, NewsMlG2Draft draft)
    {
        var rendition = element["rendition"] ?? element["renditionuri"];
        var address = element["href"] ?? element["residref"];
        var type = element["contenttype"];
        var inPixels = draft.Codes.Word(element, "widthunit") is null or "pixels" && draft.Codes.Word(element, "heightunit") is null or "pixels";
        var seconds = Seconds(element["duration"], draft.Codes.Word(element, "durationunit"));
        draft.DropRest(
            element,
            "rendition", "renditionuri", "href", "contenttype", "size", "widthunit", "widthunituri", "heightunit", "heightunituri", "residref", "guidref", "rel", "reluri", "version", "hreftype", "title", "rank", "role",
            inPixels ? "width" : "", inPixels ? "height" : "", seconds is null ? "" : "duration", seconds is null ? "" : "durationunit", seconds is null ? "" : "durationunituri");
        if (element.Name == "remotecontent")
        {
            draft.DropChildren(element);
        }

        return new WireMedia(rendition is null ? role : draft.Codes.Bare(rendition), SafeAddress.File(address, element.Base) ?? address, type)
        {
            Kind = FeedMedia.KindOf(type),
            Bytes = FeedMedia.Number(element["size"]),
            Width = inPixels ? Pixels(element["width"]) : null,
            Height = inPixels ? Pixels(element["height"]) : null,
            Seconds = seconds,
        };
    }

    /// <summary>A time within a film on the clock; null where its unit is none of time.</summary>
    internal static string? Clock(string? time, string? unit) => Seconds(time, unit) is { } seconds ? TimeSpan.FromSeconds(seconds).ToString(@"h\:mm\:ss", CultureInfo.InvariantCulture) : null;

    /// <summary>Seconds of a duration in IPTC's units of time; without a unit they are seconds (NewsML-G2 2.35, durationunit), or stand as a clock does.</summary>
    private static double? Seconds(string? time, string? unit)
    {
        if (time is null)
        {
            return null;
        }

        if (!double.TryParse(time, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || !double.IsFinite(value) || value is < 0 or > int.MaxValue)
        {
            var formats = new[] { @"h\:m\:s", @"m\:s", @"h\:m\:s\.FFF", @"h\:m\:s\,FFF" };
            return TimeSpan.TryParseExact(time, formats, CultureInfo.InvariantCulture, out var clock) ? clock.TotalSeconds : null;
        }

        return unit switch
        {
            null or "seconds" or "second" or "sec" or "s" => value,
            "milliseconds" or "millisecond" or "ms" => value / 1000,
            "minutes" or "minute" or "min" => value * 60,
            "hours" or "hour" or "h" => value * 3600,
            _ => null,
        };
    }

    private static int? Pixels(string? figures) => FeedMedia.Number(figures) is { } number and <= int.MaxValue ? (int)number : null;
}
