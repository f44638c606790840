using System.Collections.Frozen;

namespace Wireroom.Language.Attribution;

/// <summary>Words of time that stand between a verb of saying and what is said.</summary>
internal static class TimeWords
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Words = (
        "monday tuesday wednesday thursday friday saturday sunday today yesterday tonight tomorrow recently earlier later afterwards afterward meanwhile now then again also").Split(' ')
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Spans =
        "week month year morning afternoon evening night spring summer fall autumn winter weekend".Split(' ').ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>True for "week", "evening", "summer": what stands behind "last" and "this".</summary>
    public static bool IsSpan(ReadOnlySpan<char> word) => Spans.Contains(word);

    public static bool Has(ReadOnlySpan<char> word) => Words.Contains(word);
}
