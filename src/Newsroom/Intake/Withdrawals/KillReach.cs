using Wireroom.Newsroom.Intake.Dedupe;
using Wireroom.Storage;
using Wireroom.Stories;

namespace Wireroom.Newsroom.Intake.Withdrawals;

/// <summary>What a kill does to a story that holds the same copy as the killed one.</summary>
public enum Reach
{
    /// <summary>Nothing: it is withdrawn already.</summary>
    None,

    /// <summary>It is withdrawn too.</summary>
    Withdraw,

    /// <summary>It is held, and an editor decides.</summary>
    Hold,
}

/// <summary>The editorial question at every kill: which other copies did the agency mean?</summary>
public static class KillReach
{
    /// <summary>
    /// Word for word the same copy of the same agency is killed with it, whichever line or name it came under. Anything else that holds the same copy (through
    /// another agency, cut, rewritten, our own) is not the agency's to kill, and may be the very correction: it is held until an editor has looked.
    /// </summary>
    public static Reach Decide(LinkedCopy copy, QueueRow killed, Source by, IReadOnlyList<Source> sources) => copy switch
    {
        { Row.State: StoryState.Withdrawn } => Reach.None,
        { Likeness.Exact: true } when IsOfTheAgency(copy.Row, killed, by, sources) => Reach.Withdraw,
        _ => Reach.Hold,
    };

    private static bool IsOfTheAgency(QueueRow copy, QueueRow killed, Source by, IReadOnlyList<Source> sources) =>
        (copy.Source.Length > 0 && copy.Source == killed.Source)
        || Agencies.SameAs(by, sources).Any(sister => sister.Slug == copy.Source)
        || (by.Credit.Length > 0 && copy.Source.Length > 0 && copy.Credit.Equals(by.Credit, StringComparison.OrdinalIgnoreCase));
}
