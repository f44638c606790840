using System.Buffers;
using System.Globalization;

namespace Wireroom.Stories;

/// <summary>What a name names.</summary>
public enum NameKind
{
    /// <summary>Who wrote the story.</summary>
    Author,

    /// <summary>Where it comes from.</summary>
    Place,

    /// <summary>Whose copy it is.</summary>
    Agency,
}

/// <summary>A name by which stories are gathered, with the words of its address.</summary>
public sealed record StoryName(NameKind Kind, string Slug, string Name);

/// <summary>The names that a story is found by, beside its section and its topics.</summary>
public static class StoryNames
{
    private static readonly SearchValues<char> AfterPlace = SearchValues.Create(",،(/0123456789");

    /// <summary>Authors, place and agency of a copy, each once.</summary>
    public static IReadOnlyList<StoryName> Of(Copy copy)
    {
        var names = Bylines.Names(copy.Byline, copy.Credit).Select(name => Named(NameKind.Author, name)).ToList();
        if (PlaceOf(copy) is { } place)
            names.Add(Named(NameKind.Place, place));
        if (copy.Credit.Trim() is { Length: > 0 } agency)
            names.Add(Named(NameKind.Agency, agency));
        return [.. names.DistinctBy(name => (name.Kind, name.Slug))];
    }

    /// <summary>The place of a copy: the one that it was given, or the one that its dateline opens with; null where there is neither.</summary>
    public static string? PlaceOf(Copy copy)
    {
        var place = copy.Place.Trim();
        if (place.Length == 0)
        {
            var end = copy.Dateline.AsSpan().IndexOfAny(AfterPlace);
            place = (end < 0 ? copy.Dateline : copy.Dateline[..end]).Trim(' ', '-', '–', '—', '.');
        }

        if (!place.Any(char.IsLetter))
            return null;
        // A dateline is often set in capitals: "BANJA LUKA" and "Banja Luka" are one place.
        return place.Any(char.IsLower) ? place : CultureInfo.InvariantCulture.TextInfo.ToTitleCase(place.ToLowerInvariant());
    }

    /// <summary>The name with the words of its address.</summary>
    public static StoryName Named(NameKind kind, string name) => new(kind, Slug.Of(name), kind == NameKind.Author && !name.Any(char.IsLower)
        ? CultureInfo.InvariantCulture.TextInfo.ToTitleCase(name.ToLowerInvariant())
        : name);
}
