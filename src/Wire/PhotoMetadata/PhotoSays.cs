using Wireroom.Wire.Html;

namespace Wireroom.Wire.PhotoMetadata;

/// <summary>
/// What a picture says of itself in XMP, IIM and EXIF, reconciled (MWG Guidelines for Handling Image Metadata 2.0, section 3.3):
/// XMP wins over IIM, unless the digest that XMP's writer left shows that IIM was changed after it; EXIF speaks where both are silent.
/// What loses and says something else is dropped visibly.
/// </summary>
internal sealed class PhotoSays(Xmp xmp, Iim iim, ExifTags? exif, bool iimIsNewer)
{
    internal Xmp Xmp => xmp;

    internal Iim Iim => iim;

    internal ExifTags? Exif => exif;

    internal List<WireDropped> Dropped { get; } = [];

    internal bool IsEmpty => xmp.IsEmpty && iim.IsEmpty;

    /// <summary>One text: the XMP property, the data set of IIM record 2 (0 for none), the tag of EXIF (0 for none).</summary>
    internal string? One(string property, int set, int tag = 0)
    {
        var own = Clean(xmp.Text(property));
        Alternatives(property, own);
        var older = set == 0 ? null : Clean(iim.First(set));
        var (first, second, name) = iimIsNewer ? (older, own, property) : (own, older, $"iim:2:{set:00}");
        if (first is not null && second is not null && !IsSame(first, second))
        {
            Dropped.Add(new WireDropped(name, second));
        }

        var said = first ?? second;
        var camera = tag == 0 ? null : Clean(exif?.Text(tag));
        if (said is not null && camera is not null && !IsSame(said, camera))
        {
            Dropped.Add(new WireDropped(tag switch { ExifTags.Description => "exif:ImageDescription", ExifTags.Artist => "exif:Artist", _ => "exif:Copyright" }, camera));
        }

        return said ?? camera;
    }

    /// <summary>A list: the XMP property or the repeated data set.</summary>
    internal IReadOnlyList<string> Several(string property, int set)
    {
        List<string> own = [.. xmp.Texts(property).Select(Clean).OfType<string>().Distinct(StringComparer.Ordinal)];
        List<string> older = [.. iim.All(set).Select(Clean).OfType<string>().Distinct(StringComparer.Ordinal)];
        var (first, second, name) = iimIsNewer ? (older, own, property) : (own, older, $"iim:2:{set:00}");
        if (first.Count == 0)
        {
            return second;
        }

        Dropped.AddRange(second.Where(value => !first.Exists(other => IsSame(other, value))).Select(value => new WireDropped(name, value)));
        return first;
    }

    internal void Drop(string name, string? value)
    {
        if (!string.IsNullOrWhiteSpace(value))
        {
            Dropped.Add(new WireDropped(name, value.Length > 1000 ? value[..1000] + "\u2026" : value));
        }
    }

    /// <summary>What a list of alternatives says in other languages and an item has one place for.</summary>
    private void Alternatives(string property, string? chosen)
    {
        foreach (var item in xmp[property]?.Items ?? [])
        {
            if (item.Language is not (null or "x-default") && Clean(item.First) is { } text && text != chosen)
            {
                Drop($"{property}[{item.Language}]", text);
            }
        }
    }

    /// <summary>The language of a list of alternatives: the one whose text is that for every language, or the only one.</summary>
    internal string? LanguageOf(string property)
    {
        var items = xmp[property]?.Items ?? [];
        var general = items.Find(item => item.Language == "x-default")?.First;
        var named = items.Where(item => item.Language is not (null or "x-default" or "x-repair")).ToList();
        return (general is null ? named.Count == 1 ? named[0] : null : named.Find(item => item.First == general))?.Language;
    }

    /// <summary>IIM has room for less than XMP: what is cut off at its end is no other statement.</summary>
    private static bool IsSame(string one, string other)
    {
        var (left, right) = (Spaces.Collapse(one), Spaces.Collapse(other));
        return left.StartsWith(right, StringComparison.Ordinal) && (left.Length == right.Length || right.Length >= 30) || right.StartsWith(left, StringComparison.Ordinal) && left.Length >= 30;
    }

    internal static string? Clean(string? text) => text?.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Trim() is { Length: > 0 } trimmed ? trimmed : null;
}
