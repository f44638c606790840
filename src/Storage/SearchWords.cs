using System.Globalization;
using System.Text;

namespace Wireroom.Storage;

/// <summary>
/// Folds text to the words that are searched, before either database sees it, so that both find the same: letters and digits in lower case without their
/// accents, one space between words. "Đurđevac's" becomes <c>durdevac s</c>.
/// </summary>
public static class SearchWords
{
    // Letters that Unicode does not take apart into a plain letter and an accent.
    private static readonly Dictionary<char, string> Whole = new()
    {
        ['ß'] = "ss", ['æ'] = "ae", ['œ'] = "oe", ['ø'] = "o", ['đ'] = "d", ['ð'] = "d", ['þ'] = "th", ['ł'] = "l", ['ı'] = "i", ['ħ'] = "h", ['ŧ'] = "t",
    };

    /// <summary>The words of a text as they are searched.</summary>
    public static string Fold(string text)
    {
        var words = new StringBuilder(text.Length);
        var pending = false;
        foreach (var letter in text.Normalize(NormalizationForm.FormKD))
        {
            if (char.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format)
                continue;
            if (!char.IsLetterOrDigit(letter) && !char.IsSurrogate(letter))
            {
                pending = words.Length > 0;
                continue;
            }

            if (pending)
                words.Append(' ');
            pending = false;
            var lower = char.ToLowerInvariant(letter);
            if (lower > 127 && Whole.TryGetValue(lower, out var whole))
                words.Append(whole);
            else
                words.Append(lower);
        }

        return words.ToString();
    }
}
