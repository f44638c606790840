using System.Globalization;
using System.Text;
using Wireroom.Wire.Charsets;

namespace Wireroom.Wire.PhotoMetadata;

/// <summary>What EXIF says in words, times and places (Exif 2.32). Settings of the camera are no statements of the picture.</summary>
internal sealed class ExifTags(ReadOnlyMemory<byte> bytes)
{
    internal const int Description = 0x010E;
    internal const int Artist = 0x013B;
    internal const int Copyright = 0x8298;

    private const int UserCommentTag = 0x9286;

    // The texts that cameras write where a person should.
    private static readonly string[] Factory = ["OLYMPUS DIGITAL CAMERA", "SONY DSC", "KONICA MINOLTA DIGITAL CAMERA", "MINOLTA DIGITAL CAMERA", "DIGITAL CAMERA", "SAMSUNG DIGITAL CAMERA", "Exif_JPEG_PICTURE", "DCIM", "DCIM100MEDIA", "default", "dav", "cof", "hdr", "untitled"];

    private static readonly (int Tag, string Name)[] Named =
    [
        (0x010F, "Make"), (0x0110, "Model"), (0x0131, "Software"), (0x013C, "HostComputer"), (0x010D, "DocumentName"), (0xA420, "ImageUniqueID"), (0xA430, "CameraOwnerName"),
        (0xA431, "BodySerialNumber"), (0xA434, "LensModel"), (0x9C9B, "XPTitle"), (0x9C9C, "XPComment"), (0x9C9D, "XPAuthor"), (0x9C9E, "XPKeywords"), (0x9C9F, "XPSubject"),
    ];

    private readonly TiffTags tags = new(bytes);

    /// <summary>The text of a tag; null where there is none, or only what a camera writes into every picture.</summary>
    internal string? Text(int number)
    {
        if (tags.Find(number) is not { } tag || tag.Type is not (2 or 7 or 1))
        {
            return null;
        }

        var data = tag.Data.Span;

        // The tags of Windows Explorer are UTF-16; the others are said to be ASCII, and are in any charset.
        var text = number is >= 0x9C9B and <= 0x9C9F ? Encoding.Unicode.GetString(data) : CharsetDetection.Decide(data, whole: true, null, _ => { }).Encoding.GetString(data);
        var end = text.IndexOf('\0', StringComparison.Ordinal);
        text = (end >= 0 && number != Copyright ? text[..end] : text.Replace('\0', '\n')).Replace('\r', '\n').Trim();
        return text.Length == 0 || Factory.Contains(text, StringComparer.OrdinalIgnoreCase) ? null : text;
    }

    /// <summary>A time of three tags (Exif 2.32, section 4.6.5): clock, zone, parts of a second. Without its zone it stays local.</summary>
    internal WireTime? Time(int clock, int zone)
    {
        if (Text(clock) is not { } sent || !DateTime.TryParseExact(sent, ["yyyy:MM:dd HH:mm:ss", "yyyy-MM-dd HH:mm:ss", "yyyy:MM:dd HH:mm", "yyyy:MM:dd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
        {
            return null;
        }

        var offset = Text(zone);
        return Dates.WireDates.Read($"{local:yyyy-MM-dd'T'HH:mm:ss}{(offset is null ? "" : offset.Trim())}") is { } read ? read with { AsSent = offset is null ? sent : $"{sent} {offset}" } : null;
    }

    /// <summary>UserComment: eight bytes name the charset (Exif 2.32, section 4.6.5).</summary>
    internal string? UserComment()
    {
        if (tags.Find(UserCommentTag) is not { Data: { Length: > 8 } data })
        {
            return null;
        }

        var code = data.Span[..8];
        var rest = data.Span[8..];
        var text = code.StartsWith("UNICODE"u8) ? (tags.IsLittleEndian ? Encoding.Unicode : Encoding.BigEndianUnicode).GetString(rest)
            : CharsetDetection.Decide(rest, whole: true, null, _ => { }).Encoding.GetString(rest);
        return text.Trim('\0', ' ', '\n', '\r') is { Length: > 0 } said && !said.Any(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t')) ? said : null;
    }

    /// <summary>Where the camera stood, in degrees (Exif 2.32, section 4.6.6); null where it does not say.</summary>
    internal (double Latitude, double Longitude)? Position() =>
        Degrees(2, 1, 'S') is { } latitude && Degrees(4, 3, 'W') is { } longitude && Math.Abs(latitude) <= 90 && Math.Abs(longitude) <= 180 && (latitude, longitude) is not (0, 0) ? (latitude, longitude) : null;

    /// <summary>What is said in words besides.</summary>
    internal IEnumerable<WireDropped> Rest()
    {
        foreach (var (tag, name) in Named)
        {
            if (Text(tag) is { } text)
            {
                yield return new WireDropped($"exif:{name}", text.Length > 1000 ? text[..1000] + "\u2026" : text);
            }
        }

        if (UserComment() is { } comment)
        {
            yield return new WireDropped("exif:UserComment", comment.Length > 1000 ? comment[..1000] + "\u2026" : comment);
        }
    }

    private double? Degrees(int number, int side, char negative)
    {
        if (tags.FindGps(number) is not { } tag)
        {
            return null;
        }

        var parts = tags.Fractions(tag);
        if (parts.Count is 0 or > 3 || parts[0] is not { } degrees)
        {
            return null;
        }

        var value = degrees + ((parts.ElementAtOrDefault(1) ?? 0) / 60) + ((parts.ElementAtOrDefault(2) ?? 0) / 3600);
        var turned = tags.FindGps(side) is { Data: { Length: > 0 } word } && char.ToUpperInvariant((char)word.Span[0]) == negative;
        return Math.Round(turned ? -value : value, 7);
    }
}
