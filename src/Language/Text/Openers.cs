using System.Collections.Frozen;

namespace Wireroom.Language.Text;

/// <summary>Words that, written with a capital after an abbreviation, begin a sentence rather than go on with a name.</summary>
internal static class Openers
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Words = (
        "The A An This That These Those He She It They We I You His Her Its Their Our My But And Or So Yet In On At By For From With As If When While After "
        + "Before Since Although Though Because Under Over However Meanwhile Also Both Some Many Most Such There Then Here Now Not No One Two Three Who What "
        + "Where Why How According Asked During Earlier Last Next Other Another Even Despite Until Still").Split(' ').ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool Has(ReadOnlySpan<char> word) => Words.Contains(word);
}
