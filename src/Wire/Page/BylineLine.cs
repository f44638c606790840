using System.Text.RegularExpressions;

namespace Wireroom.Wire.Page;

/// <summary>A line that says who wrote the story, or signs it off.</summary>
internal static partial class BylineLine
{
    private static readonly HashSet<string> Leads = new(FurnitureWords.BylineLeads, StringComparer.Ordinal);

    /// <summary>"By Ana Kovač and Ivo Perić in Split": a leading word, then names and nothing but names.</summary>
    public static bool Is(string text)
    {
        if (text.Length > 120 || (TextForm.EndsSentence(text) && !text.EndsWith('.')))
            return false;
        var names = NamesIn(text);
        return names is not null && AreNames(names);
    }

    /// <summary>The byline as it is to be printed: the names, without the leading word.</summary>
    public static string Of(string text) => (NamesIn(text) ?? text).Trim().TrimEnd(',', '|', '.', ':').Trim();

    private static string? NamesIn(string text)
    {
        var key = text.Trim();
        var colon = key.AsSpan().IndexOfAny(':', '：');
        if (colon is > 0 and <= 35 && Leads.Contains(key[..colon].Trim().ToLowerInvariant()))
            return key[(colon + 1)..].Trim();
        var words = key.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var lead = Math.Min(4, words.Length - 1); lead >= 1; lead--)
        {
            var start = string.Join(' ', words[..lead]).ToLowerInvariant();
            // A bare preposition begins a byline only with a capital letter, as "By" and "Von" do at a line's head.
            if (Leads.Contains(start) && start is not ("text" or "from" or "author" or "words" or "texto" or "testo") && char.IsUpper(key[0]))
                return string.Join(' ', words[lead..]);
        }

        return null;
    }

    /// <summary>Two to fourteen words, the names among them with capitals and never one alone in lower case but the joining words.</summary>
    public static bool AreNames(string text)
    {
        var words = text.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length is 0 or > 14 || !words.Any(word => char.IsUpper(word[0]) || char.GetUnicodeCategory(word[0]) == System.Globalization.UnicodeCategory.OtherLetter) || text.Any(char.IsDigit))
            return false;
        var small = words.Count(word => char.IsLower(word[0]) && !IsJoining(word));
        return small == 0 || (small <= 3 && words.Length >= small * 3 && text.Contains(',', StringComparison.Ordinal));
    }

    private static bool IsJoining(string word) => word is "and" or "und" or "et" or "y" or "e" or "i" or "te" or "og" or "och" or "en" or "in" or "from" or "aus" or "de" or "von" or "van" or "der" or "da" or "di" or "dos" or "du" or "la" or "le" or "del" or "al" or "el" or "bin" or "ibn" or "for" or "für" or "iz" or "u" or "à" or "with" or "mit" or "s" or "at";

    /// <summary>A name alone, as it stands between a headline and a date: two to four words with capitals, perhaps a place or an agency after a comma or a slash.</summary>
    public static bool IsBareName(string text) => text.Length <= 60 && BareName().IsMatch(text);

    /// <summary>The agency's sign-off: "(Hina)", "dpa/ab", "(Reporting by A; editing by B)", standing alone.</summary>
    public static bool IsSignOff(string text) => text.Length <= 200 && (Agency().IsMatch(text) || DeskLine().IsMatch(text));

    /// <summary>True for the line that names those who worked on the copy.</summary>
    public static bool IsDeskLine(string text) => DeskLine().IsMatch(text);

    [GeneratedRegex(@"^\p{Lu}[\p{L}.'’-]+(?:\s(?:de|von|van|der|da|di|la|le|del|al|el|bin)\b)?(?:\s\p{Lu}[\p{L}.'’-]*){1,3}(?:\s?[,/|]\s?\p{Lu}[\p{L}.'’ -]{1,30}){0,2}$")]
    private static partial Regex BareName();

    [GeneratedRegex(@"^(?:[(\[/]\s?[\p{L}][\p{L}\d./ -]{1,22}[)\]/]|[–—-]\s?\p{Lu}[\p{L}\d./-]{1,15}|/\p{L}[\p{L}.]{1,15}/?|\p{L}{2,6}/\p{L}{2,6}(?:/\p{L}{2,6})?)$")]
    private static partial Regex Agency();

    [GeneratedRegex(@"^[(\[]?(?:(?:additional )?(?:reporting|writing|editing)\s+by|written by .{2,60}; edited by)\b.*$", RegexOptions.IgnoreCase)]
    private static partial Regex DeskLine();
}
