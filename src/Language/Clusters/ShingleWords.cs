using System.Globalization;
using System.Text;

namespace Wireroom.Language.Clusters;

/// <summary>
/// The words that copies are compared by: letters and digits in lower case without accents. Scripts that write no spaces between words give a word a letter,
/// so that their shingles are groups of letters.
/// </summary>
internal static class ShingleWords
{
    /// <summary>The words of a text, each as a 64-bit hash; the same on every machine and in every version of this file.</summary>
    public static List<ulong> Of(string text)
    {
        var words = new List<ulong>(text.Length / 5);
        var word = Hashing.Start;
        var open = false;
        foreach (var rune in text.Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format)
                continue;
            // An apostrophe joins: "don't" and "don’t" are one word, and the same.
            if (rune.Value is '\'' or '’' or 'ʼ')
                continue;
            if (!Rune.IsLetterOrDigit(rune))
            {
                Close();
                continue;
            }

            if (StandsAlone(rune.Value))
            {
                Close();
                words.Add(Hashing.Finish(Hashing.Add(Hashing.Start, (uint)rune.Value)));
                continue;
            }

            word = Hashing.Add(word, (uint)Rune.ToLowerInvariant(rune).Value);
            open = true;
        }

        Close();
        return words;

        void Close()
        {
            if (!open)
                return;
            words.Add(Hashing.Finish(word));
            word = Hashing.Start;
            open = false;
        }
    }

    // Unicode Standard, chapter 16 (Thai, Lao, Myanmar, Khmer) and 18 (Han, Hiragana, Katakana): scripts without spaces between words.
    private static bool StandsAlone(int letter) => letter
        is (>= 0x0E00 and <= 0x0EFF) or (>= 0x1000 and <= 0x109F) or (>= 0x1780 and <= 0x17FF)
        or (>= 0x3040 and <= 0x30FF) or (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF) or (>= 0x20000 and <= 0x3FFFF);
}
