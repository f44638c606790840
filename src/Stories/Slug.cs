using System.Globalization;
using System.Text;

namespace Wireroom.Stories;

/// <summary>Words for an address: Latin letters lose their accents, letters of other scripts stay, everything else is a hyphen.</summary>
public static class Slug
{
    private const int Longest = 80;

    private static readonly Dictionary<char, string> Whole = new()
    {
        ['ß'] = "ss", ['æ'] = "ae", ['œ'] = "oe", ['ø'] = "o", ['đ'] = "d", ['ð'] = "d", ['þ'] = "th", ['ł'] = "l", ['ı'] = "i",
    };

    /// <summary>The slug of a text, at most 80 characters, cut between words; "story" where nothing is left.</summary>
    public static string Of(string text)
    {
        var slug = new StringBuilder();
        foreach (var letter in text.Normalize(NormalizationForm.FormD))
        {
            // An apostrophe joins: "gov't" is "govt".
            if (letter is '\'' or '’' || CharUnicodeInfo.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark)
                continue;
            var lower = char.ToLowerInvariant(letter);
            if (Whole.TryGetValue(lower, out var whole))
                slug.Append(whole);
            else if (char.IsLetterOrDigit(lower))
                slug.Append(lower);
            else if (slug.Length > 0 && slug[^1] != '-')
                slug.Append('-');
        }

        var words = slug.ToString().Trim('-').Normalize(NormalizationForm.FormC);
        if (words.Length > Longest)
        {
            var cut = words.LastIndexOf('-', Longest);
            words = words[..(cut > 0 ? cut : Longest)];
        }

        return words.Length > 0 ? words : "story";
    }
}
