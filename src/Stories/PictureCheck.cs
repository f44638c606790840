using System.Globalization;
using Wireroom.Stories.Body;

namespace Wireroom.Stories;

/// <summary>What the library says of a picture's right to go out, beside what the story's own copy of its rights says.</summary>
/// <param name="Expires">When the right ends; null where no end is known.</param>
/// <param name="Barred">Why the picture desk has taken it out of use, or empty.</param>
/// <param name="Refused">Why its file could not be made ready for readers, or empty.</param>
/// <param name="Cleared">True where somebody has cleared its rights by name.</param>
/// <param name="SaysWhose">True where the library knows a credit, a holder or terms.</param>
public sealed record PictureStanding(DateTimeOffset? Expires, string Barred, string Refused, bool Cleared, bool SaysWhose)
{
    /// <summary>A picture of which the library knows nothing.</summary>
    public static PictureStanding Unknown { get; } = new(null, "", "", false, false);
}

/// <summary>No picture without the right to it goes out.</summary>
public static class PictureCheck
{
    private const int LongestName = 60;

    /// <summary>
    /// Each picture that may not be out at that time, as a sentence for the editor. Checked at every release, by whomever it is asked for.
    /// </summary>
    public static IReadOnlyList<string> WhatIsMissing(IEnumerable<Picture> pictures, Func<string, PictureStanding> standing, DateTimeOffset at)
    {
        var missing = new List<string>();
        foreach (var picture in pictures.Where(picture => picture.File.Length > 0).DistinctBy(picture => picture.File))
        {
            var library = standing(picture.File);
            if (library.Barred.Length > 0)
                missing.Add($"The picture {NameOf(picture)} is out of use ({library.Barred}); take it out.");
            else if (library.Refused.Length > 0)
                missing.Add($"The picture {NameOf(picture)} cannot be used ({library.Refused}); take it out, or ask for it again.");
            else if (Earlier(picture.Rights?.Expires, library.Expires) is { } end && end <= at)
                missing.Add($"The right to the picture {NameOf(picture)} ended on {end.UtcDateTime.ToString("d MMMM yyyy, HH:mm", CultureInfo.InvariantCulture)} UTC; take it out, or have the picture desk clear it anew.");
        }

        return missing;
    }

    /// <summary>Pictures of which neither story nor library says whose they are, and that nobody has cleared: to be looked at before release.</summary>
    public static IReadOnlyList<string> WhatIsUncleared(IEnumerable<Picture> pictures, Func<string, PictureStanding> standing) =>
    [
        .. pictures
            .Where(picture => picture.File.Length > 0 && picture.Credit.Length == 0 && picture.Rights is not { SayNothing: false })
            .DistinctBy(picture => picture.File)
            .Where(picture => standing(picture.File) is { Cleared: false, SaysWhose: false })
            .Select(picture => $"Nobody knows whose the picture {NameOf(picture)} is: it has no credit and no rights. Give its credit, or clear it in the library."),
    ];

    /// <summary>What a picture is called in a sentence: the beginning of its caption.</summary>
    public static string NameOf(Picture picture)
    {
        var words = picture.Caption.Length > 0 ? picture.Caption : picture.AltText;
        return words.Length == 0 ? "without a caption" : $"\u201C{(words.Length > LongestName ? words[..LongestName].TrimEnd() + "…" : words)}\u201D";
    }

    private static DateTimeOffset? Earlier(DateTimeOffset? one, DateTimeOffset? other) => one is null ? other : other is null || one < other ? one : other;
}
