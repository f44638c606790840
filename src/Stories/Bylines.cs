using System.Text.RegularExpressions;

namespace Wireroom.Stories;

/// <summary>A piece of a byline: a person's name, or the words between names.</summary>
public sealed record BylinePart(string Text, bool IsName);

/// <summary>
/// Whom a byline names: "Ana Perić in Split and Ivo Kos" names two. What does not look like a person's name ("our correspondents", "Staff") stays words:
/// a page for nobody is worse than none.
/// </summary>
public static partial class Bylines
{
    private const int MostWords = 6;

    private static readonly HashSet<string> Particles = new(StringComparer.OrdinalIgnoreCase)
    {
        "al", "ap", "ben", "bin", "bint", "da", "de", "del", "della", "den", "der", "des", "di", "dos", "du", "el", "ibn", "la", "le", "ten", "ter", "van", "von", "zu", "zur", "af", "av", "y", "e",
    };

    /// <summary>The byline in pieces that joined give it back.</summary>
    /// <param name="byline">As printed, without "By".</param>
    /// <param name="credit">The agency whose copy it is: where the byline repeats it, that is no person.</param>
    public static IReadOnlyList<BylinePart> Parts(string byline, string credit)
    {
        var parts = new List<BylinePart>();
        var from = 0;
        foreach (Match between in Between().Matches(byline))
        {
            Piece(byline[from..between.Index]);
            Words(between.Value);
            from = between.Index + between.Length;
        }

        Piece(byline[from..]);
        return parts;

        void Piece(string text)
        {
            // "Ana Perić in Split": where the name ends, the words after it stay with it.
            var end = After().Match(text) is { Success: true } after ? after.Index : text.Length;
            var name = text[..end];
            if (!IsName(name) || name.Equals(credit, StringComparison.OrdinalIgnoreCase))
            {
                Words(text);
                return;
            }

            parts.Add(new BylinePart(name, true));
            Words(text[end..]);
        }

        void Words(string text)
        {
            if (text.Length == 0)
                return;
            if (parts.Count > 0 && !parts[^1].IsName)
                parts[^1] = new BylinePart(parts[^1].Text + text, false);
            else
                parts.Add(new BylinePart(text, false));
        }
    }

    /// <summary>The names alone.</summary>
    public static IReadOnlyList<string> Names(string byline, string credit) => [.. Parts(byline, credit).Where(part => part.IsName).Select(part => part.Text)];

    private static bool IsName(string text)
    {
        var words = text.Split(' ');
        return words.Length is >= 2 and <= MostWords && words.All(word => word.Length > 0 && (Particles.Contains(word) || Begins(word))) && Begins(words[^1]);
    }

    /// <summary>A capital, or a letter of a script that has none; an initial with its point is one too.</summary>
    private static bool Begins(string word)
    {
        var letter = word[0] is '\'' or '’' or '"' && word.Length > 1 ? word[1] : word[0];
        return char.IsUpper(letter) || (char.IsLetter(letter) && !char.IsLower(letter)) || (letter is 'd' or 'l' && word.Length > 2 && word[1] is '\'' or '’');
    }

    [GeneratedRegex(@"\s*(?:[,;/|،]|&|\band\b|\bund\b|\bi\b|\bet\b|\bwith\b)\s*", RegexOptions.CultureInvariant)]
    private static partial Regex Between();

    [GeneratedRegex(@"\s+(?:in|at|for|aus|für|iz|za|from|u|po|à|en)\s+|\s*\(", RegexOptions.CultureInvariant)]
    private static partial Regex After();
}
