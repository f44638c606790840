using System.Collections.Frozen;

namespace Wireroom.Language.Text;

/// <summary>Tells English from other languages by its small words, so that the taggers say nothing of what they do not know.</summary>
internal static class English
{
    private const double LeastShare = 0.11;
    private const int Enough = 25;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Small = (
        "the of and to is that for with on by has it from at which not are were his he she they this said be been will would have as had but who its their").Split(' ')
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>True where enough words are small words of English; a few words alone are taken for English where they are of Latin letters.</summary>
    public static bool Is(Copy copy)
    {
        int words = 0, small = 0, foreign = 0;
        for (var at = 0; at < copy.Tokens.Count; at++)
        {
            var word = copy.Word(at);
            if (!char.IsLetter(word[0]))
                continue;
            words++;
            small += Small.Contains(word) ? 1 : 0;
            foreign += word[0] > 0x24F ? 1 : 0;
        }

        if (words == 0 || foreign * 4 > words)
            return false;
        return words < Enough ? foreign == 0 && (small > 0 || words < 8) : small >= LeastShare * words;
    }
}
