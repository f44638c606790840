using Wireroom.Wire;

namespace Wireroom.Newsroom.Intake.Dedupe;

/// <summary>
/// The old wires number their transmissions, not their stories: what a correction or a kill speaks of is told by the slugline alone. A slugline is a name for
/// two days, and only for what says itself that it belongs to something earlier.
/// </summary>
public static class NamedBefore
{
    /// <summary>For how long a slugline means the same story.</summary>
    public static TimeSpan Lasts { get; } = TimeSpan.FromDays(2);

    // What agencies add to a slugline from one version to the next.
    private static readonly HashSet<string> NoPartOfTheName = new(StringComparer.Ordinal)
    {
        "bc", "ld", "lead", "leadall", "writethru", "newsalert", "alert", "urgent", "bulletin", "flash", "add", "take", "sub", "insert", "update", "upd",
        "correction", "corrected", "corr", "refile", "repeat", "rpt", "kill", "hold", "withdrawal", "advisory", "eds",
    };

    /// <summary>The slugline as a name: its words in lower case without counts and signals; null for what has a name of its own, or no slugline.</summary>
    public static string? NameOf(WireItem item)
    {
        if (item.Guid is { Length: > 0 } || item.Link is { Length: > 0 } || string.IsNullOrWhiteSpace(item.Slugline))
            return null;
        var words = item.Slugline.ToLowerInvariant()
            .Split([' ', '-', '/', ',', '.', ':', '(', ')', '_', '\t'], StringSplitOptions.RemoveEmptyEntries)
            .Where(word => !NoPartOfTheName.Contains(word) && !char.IsDigit(word[0]));
        var name = string.Join(' ', words);
        return name.Length > 0 ? name : null;
    }

    /// <summary>True for what says that it belongs to something sent earlier.</summary>
    public static bool SpeaksOfEarlier(WireSignal signal) =>
        signal is WireSignal.Update or WireSignal.Correction or WireSignal.Refile or WireSignal.Repeat or WireSignal.Hold or WireSignal.Withdrawal;
}
