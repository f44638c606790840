using System.Globalization;
using System.Text;

namespace Wireroom.Wire.Page;

/// <summary>The form of a text, in any script: how many words, whether it ends as a sentence, where the first sentence ends.</summary>
internal static class TextForm
{
    private const string SentenceEnds = ".!?…。！？؟۔।";
    private const string Closers = "\"'”’»›«‹“‘)]}」』›";

    /// <summary>Words by spaces; scripts without spaces count two characters as a word.</summary>
    public static int Words(string text)
    {
        int words = 0, dense = 0;
        var inside = false;
        foreach (var rune in text)
        {
            if (IsDense(rune))
            {
                dense++;
                inside = false;
            }
            else if (char.IsLetterOrDigit(rune))
            {
                words += inside ? 0 : 1;
                inside = true;
            }
            else if (char.IsWhiteSpace(rune))
            {
                inside = false;
            }
        }

        return words + ((dense + 1) / 2);
    }

    /// <summary>Chinese, Japanese and Thai: written without spaces.</summary>
    private static bool IsDense(char letter) => letter is >= '\u3040' and <= '\u30FF' or >= '\u3400' and <= '\u9FFF' or >= '\u0E00' and <= '\u0E7F';

    /// <summary>Whether a text ends as a sentence does. A short line that ends in an abbreviation ("back to U.S.") does not.</summary>
    public static bool EndsSentence(string text)
    {
        var end = text.AsSpan().TrimEnd().TrimEnd(Closers).TrimEnd();
        if (end.Length == 0 || !SentenceEnds.Contains(end[^1], StringComparison.Ordinal))
            return false;
        return end[^1] != '.' || text.Length > 110 || !EndsInAbbreviation(end);
    }

    /// <summary>Initials ("U.S.") and the trade's commonest shortened words at the end of a headline.</summary>
    private static bool EndsInAbbreviation(ReadOnlySpan<char> end)
    {
        var word = end[(end.LastIndexOf(' ') + 1)..];
        if (word.Length >= 4 && word[..^1].Contains('.') && char.IsUpper(word[0]))
            return true;
        return word is "Jr." or "Sr." or "Inc." or "Co." or "Corp." or "Ltd." or "St." or "No." or "Bros." or "d.o.o." or "d.d." or "e.V.";
    }

    /// <summary>The length of the first sentence, its punctuation included.</summary>
    public static int FirstSentence(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!SentenceEnds.Contains(text[i], StringComparison.Ordinal))
                continue;
            var after = i + 1;
            while (after < text.Length && (Closers.Contains(text[after], StringComparison.Ordinal) || SentenceEnds.Contains(text[after], StringComparison.Ordinal)))
                after++;
            if (after >= text.Length || text[i] is '。' or '！' or '？')
                return after;
            if (char.IsWhiteSpace(text[after]) && StartsSentence(text, after) && !(text[i] == '.' && IsInnerStop(text, i)))
                return after;
        }

        return text.Length;
    }

    private static bool StartsSentence(string text, int at)
    {
        while (at < text.Length && (char.IsWhiteSpace(text[at]) || Closers.Contains(text[at], StringComparison.Ordinal) || text[at] is '„' or '('))
            at++;
        return at >= text.Length || !char.IsLower(text[at]);
    }

    /// <summary>A full stop after an initial, a title or an ordinal number ends no sentence.</summary>
    private static bool IsInnerStop(string text, int at)
    {
        var start = at;
        while (start > 0 && !char.IsWhiteSpace(text[start - 1]) && text[start - 1] is not ('(' or '"' or '“'))
            start--;
        var word = text.AsSpan(start, at - start);
        if (word.Length <= 1 || word.Contains('.'))
            return true;
        if (word.Length <= 2 && char.IsAsciiDigit(word[0]))
            return true;
        return word is "Mr" or "Mrs" or "Ms" or "Dr" or "Prof" or "Gen" or "Col" or "Lt" or "Sgt" or "Gov" or "Sen" or "Rep" or "St" or "No" or "vs"
            or "Jan" or "Feb" or "Mar" or "Apr" or "Jun" or "Jul" or "Aug" or "Sept" or "Sep" or "Oct" or "Nov" or "Dec" or "ca" or "bzw" or "sv" or "dr" or "mr" or "gosp";
    }

    /// <summary>Letters and digits only, in lower case: what stays the same when spaces, quotes and dashes change.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var letter in Normalised(text))
        {
            if (char.IsLetterOrDigit(letter) || CharUnicodeInfo.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark)
                folded.Append(char.ToLowerInvariant(letter));
        }

        return folded.ToString();
    }

    /// <summary>Compatibility form where the text allows it; a broken surrogate pair does not.</summary>
    private static string Normalised(string text)
    {
        try
        {
            return text.Normalize(NormalizationForm.FormKC);
        }
        catch (ArgumentException)
        {
            return text;
        }
    }

    /// <summary>The stems of the words that carry meaning: four letters or more, cut to five, so that cases and plurals agree.</summary>
    public static HashSet<string> Stems(string text)
    {
        var stems = new HashSet<string>(StringComparer.Ordinal);
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && char.IsLetterOrDigit(text[i]))
            {
                start = start < 0 ? i : start;
                continue;
            }

            if (start >= 0 && i - start >= 4)
                stems.Add(text.Substring(start, Math.Min(5, i - start)).ToLowerInvariant());
            start = -1;
        }

        return stems;
    }

    /// <summary>How many stems of <paramref name="one"/> stand in <paramref name="other"/>.</summary>
    public static int Shared(HashSet<string> one, HashSet<string> other) => one.Count(other.Contains);
}
