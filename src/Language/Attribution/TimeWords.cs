using System.Collections.Frozen;

namespace Wireroom.Language.Attribution;

/// <summary>Words of time that stand between a verb of saying and what is said.</summary>
internal static class TimeWords
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Words = (
        "monday tuesday wednesday thursday friday saturday sunday today yesterday tonight tomorrow recently earlier later afterwards afterward meanwhile now then again also").Split(' ')
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool Has(ReadOnlySpan<char> word) => Words.Contains(word);
}
