namespace Wireroom.Stories;

/// <summary>Where a story stands.</summary>
public enum StoryState
{
    /// <summary>Came in by wire; nobody has taken it.</summary>
    Received,

    /// <summary>Somebody works on it.</summary>
    Draft,

    /// <summary>Read and found good by a second pair of eyes.</summary>
    Approved,

    /// <summary>Released for a time to come: a schedule or an embargo. The clock opens it, no job does.</summary>
    Scheduled,

    /// <summary>Out.</summary>
    Released,

    /// <summary>Out, in a newer version than the first.</summary>
    Updated,

    /// <summary>Out, in a version that put something wrong right.</summary>
    Corrected,

    /// <summary>Taken back everywhere, with a reason. There is no way back: what turns out to be right is a new story.</summary>
    Withdrawn,

    /// <summary>Put on the spike: not used.</summary>
    Spiked,
}

/// <summary>What can be done with a story.</summary>
public enum Move
{
    /// <summary>An editor takes it from the queue.</summary>
    Take,

    /// <summary>A take is undone.</summary>
    GiveBack,

    /// <summary>A new version is saved.</summary>
    Edit,

    /// <summary>It is found good.</summary>
    Approve,

    /// <summary>It is released for a time to come.</summary>
    Schedule,

    /// <summary>The time of a schedule or embargo has come.</summary>
    ComeDue,

    /// <summary>A schedule is taken back before its time.</summary>
    Unschedule,

    /// <summary>It goes out.</summary>
    Release,

    /// <summary>A newer version goes out.</summary>
    Update,

    /// <summary>A version goes out that puts something wrong right.</summary>
    Correct,

    /// <summary>It is taken back everywhere.</summary>
    Withdraw,

    /// <summary>It is not used.</summary>
    Spike,

    /// <summary>It comes back from the spike.</summary>
    Restore,
}

/// <summary>One row of the lifecycle: from a state, by a move, to a state.</summary>
public sealed record AllowedMove(StoryState From, Move Move, StoryState To);

/// <summary>The lifecycle of a story: one table of the allowed moves. Whatever is not in it does not happen.</summary>
public static class Lifecycle
{
    /// <summary>Every allowed move, in the order of a story's life.</summary>
    public static IReadOnlyList<AllowedMove> Moves { get; } =
    [
        new(StoryState.Received, Move.Take, StoryState.Draft),
        new(StoryState.Received, Move.Edit, StoryState.Received), // the wire's own update of copy that nobody took
        new(StoryState.Received, Move.Schedule, StoryState.Scheduled),
        new(StoryState.Received, Move.Release, StoryState.Released),
        new(StoryState.Received, Move.Spike, StoryState.Spiked),
        new(StoryState.Received, Move.Withdraw, StoryState.Withdrawn),

        new(StoryState.Draft, Move.GiveBack, StoryState.Received),
        new(StoryState.Draft, Move.Edit, StoryState.Draft),
        new(StoryState.Draft, Move.Approve, StoryState.Approved),
        new(StoryState.Draft, Move.Schedule, StoryState.Scheduled),
        new(StoryState.Draft, Move.Release, StoryState.Released),
        new(StoryState.Draft, Move.Spike, StoryState.Spiked),
        new(StoryState.Draft, Move.Withdraw, StoryState.Withdrawn),

        new(StoryState.Approved, Move.Edit, StoryState.Draft), // what was approved was the text before the edit
        new(StoryState.Approved, Move.Schedule, StoryState.Scheduled),
        new(StoryState.Approved, Move.Release, StoryState.Released),
        new(StoryState.Approved, Move.Spike, StoryState.Spiked),
        new(StoryState.Approved, Move.Withdraw, StoryState.Withdrawn),

        new(StoryState.Scheduled, Move.ComeDue, StoryState.Released),
        new(StoryState.Scheduled, Move.Unschedule, StoryState.Draft),
        new(StoryState.Scheduled, Move.Withdraw, StoryState.Withdrawn),

        new(StoryState.Released, Move.Edit, StoryState.Released), // a version in work; the released one stays out
        new(StoryState.Released, Move.Update, StoryState.Updated),
        new(StoryState.Released, Move.Correct, StoryState.Corrected),
        new(StoryState.Released, Move.Withdraw, StoryState.Withdrawn),

        new(StoryState.Updated, Move.Edit, StoryState.Updated),
        new(StoryState.Updated, Move.Update, StoryState.Updated),
        new(StoryState.Updated, Move.Correct, StoryState.Corrected),
        new(StoryState.Updated, Move.Withdraw, StoryState.Withdrawn),

        new(StoryState.Corrected, Move.Edit, StoryState.Corrected),
        new(StoryState.Corrected, Move.Update, StoryState.Updated),
        new(StoryState.Corrected, Move.Correct, StoryState.Corrected),
        new(StoryState.Corrected, Move.Withdraw, StoryState.Withdrawn),

        new(StoryState.Spiked, Move.Restore, StoryState.Draft),
        new(StoryState.Spiked, Move.GiveBack, StoryState.Received),
        new(StoryState.Spiked, Move.Withdraw, StoryState.Withdrawn),
    ];

    /// <summary>The state that the move leads to, or null where it is not allowed.</summary>
    public static StoryState? After(StoryState from, Move move)
    {
        foreach (var row in Moves)
        {
            if (row.From == from && row.Move == move)
                return row.To;
        }

        return null;
    }

    /// <summary>The moves that are open from a state.</summary>
    public static IEnumerable<Move> From(StoryState state) => Moves.Where(row => row.From == state).Select(row => row.Move);

    /// <summary>True where readers can see some version of the story.</summary>
    public static bool IsOut(StoryState state) => state is StoryState.Released or StoryState.Updated or StoryState.Corrected;
}

/// <summary>A move that the lifecycle does not allow, or that lacks what it must carry. The message is for people.</summary>
public sealed class MoveRefusedException(string message) : Exception(message);
