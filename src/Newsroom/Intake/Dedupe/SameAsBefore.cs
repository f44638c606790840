using Wireroom.Storage;
using Wireroom.Wire;

namespace Wireroom.Newsroom.Intake.Dedupe;

/// <summary>The editorial question at every arrival: have we had this before, and if so, what does it change?</summary>
public static class SameAsBefore
{
    /// <summary>Decides by the item, the hash of its content, and everything stored under its identity, oldest first.</summary>
    public static ArrivalDecision Decide(WireSignal signal, long? version, string contentHash, IReadOnlyList<KnownItem> known)
    {
        if (signal is WireSignal.Test)
            return known.Any(item => item.ContentHash == contentHash) ? ArrivalDecision.Repeat : ArrivalDecision.Note;
        if (known.Any(item => item.Version == version && item.ContentHash == contentHash) && (version is not null || Newest(known)?.ContentHash == contentHash))
            return ArrivalDecision.Repeat;

        var hasStory = known.Any(item => item.Story is not null);
        if (signal is WireSignal.Withdrawal)
            return hasStory ? ArrivalDecision.Kill : ArrivalDecision.KillBeforeItem; // whatever its version: a kill kills
        if (known.Any(item => item.Signal is WireSignal.Withdrawal))
            return hasStory ? ArrivalDecision.Late : ArrivalDecision.Dead; // what was killed stays dead: there is no way back
        if (!hasStory)
            return ArrivalDecision.New;
        if (IsOlder(version, known))
            return ArrivalDecision.Late;
        return signal switch
        {
            WireSignal.Hold => ArrivalDecision.Hold,
            // A note to editors must not take the place of the copy that it speaks of.
            WireSignal.Advisory when Newest(known) is { Signal: not WireSignal.Advisory } => ArrivalDecision.Note,
            _ => Newest(known)?.ContentHash == contentHash && version is null ? ArrivalDecision.Repeat : ArrivalDecision.Update,
        };
    }

    /// <summary>The item that holds now: the highest version, and among those without versions the last that came.</summary>
    public static KnownItem? Newest(IReadOnlyList<KnownItem> known)
    {
        KnownItem? newest = null;
        foreach (var item in known.Where(item => item.Signal is not WireSignal.Test))
        {
            if (newest is null || item.Version is null || newest.Version is null || item.Version >= newest.Version)
                newest = item;
        }

        return newest;
    }

    private static bool IsOlder(long? version, IReadOnlyList<KnownItem> known) =>
        version is not null && known.Any(item => item.Story is not null && item.Version > version);
}
