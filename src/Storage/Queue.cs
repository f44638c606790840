using Wireroom.Stories;

namespace Wireroom.Storage;

/// <summary>A row of the desk's queue: everything that the list shows and filters on, kept with the story and never enriched later.</summary>
public sealed record QueueRow
{
    /// <summary>The row's place in arrival order, for ever.</summary>
    public required long Key { get; init; }

    /// <summary>The story.</summary>
    public required StoryId Story { get; init; }

    /// <summary>Where it stands.</summary>
    public required StoryState State { get; init; }

    /// <summary>Newest version's number.</summary>
    public required int HeadVersion { get; init; }

    /// <summary>The version that went out last, or 0.</summary>
    public required int ReleasedVersion { get; init; }

    /// <summary>The wire's newest version that the desk has not taken in, or 0.</summary>
    public required int WireVersion { get; init; }

    /// <summary>Source slug, or empty for the house's own.</summary>
    public required string Source { get; init; }

    /// <summary>The wire's last signal, lower case: <c>new</c>, <c>update</c>, <c>correction</c>, <c>hold</c>, <c>withdrawal</c>, <c>alert</c>, <c>advisory</c>, ….</summary>
    public required string Signal { get; init; }

    /// <summary>1 (flash) to 9.</summary>
    public required int Urgency { get; init; }

    /// <summary>Slugline.</summary>
    public required string Slugline { get; init; }

    /// <summary>Headline of the newest version.</summary>
    public required string Headline { get; init; }

    /// <summary>True where the headline is a working title.</summary>
    public required bool HeadlineIsWorkingTitle { get; init; }

    /// <summary>Lead of the newest version.</summary>
    public required string Lead { get; init; }

    /// <summary>Section slug, or empty.</summary>
    public required string Section { get; init; }

    /// <summary>The desk that it stands on, by its slug, or empty.</summary>
    public string Desk { get; init; } = "";

    /// <summary>BCP 47 language.</summary>
    public required string Language { get; init; }

    /// <summary>Agency line.</summary>
    public required string Credit { get; init; }

    /// <summary>Words of the newest version's body.</summary>
    public required int Words { get; init; }

    /// <summary>When it arrived.</summary>
    public required DateTimeOffset ArrivedAt { get; init; }

    /// <summary>When it last changed.</summary>
    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>Who has taken it, or empty.</summary>
    public required string TakenBy { get; init; }

    /// <summary>When a schedule or an embargo opens it, or null.</summary>
    public DateTimeOffset? OpensAt { get; init; }

    /// <summary>Until when the newest version may not go out, or null; it may have passed.</summary>
    public DateTimeOffset? EmbargoUntil { get; init; }

    /// <summary>True where the embargo could not be read and an editor must decide.</summary>
    public required bool EmbargoUnread { get; init; }

    /// <summary>True where the agency asked to hold it.</summary>
    public required bool OnHold { get; init; }

    /// <summary>Other stories that hold the same copy.</summary>
    public int Copies { get; init; }

    /// <summary>The checks that somebody has asked for.</summary>
    public IReadOnlyList<Check> Checks { get; init; } = [];

    /// <summary>How many comments of the desk nobody has settled yet.</summary>
    public int Comments { get; init; }

    /// <summary>When anything about its comments last changed, in milliseconds; 0 where it never had any.</summary>
    public long CommentedAt { get; init; }

    /// <summary>True where somebody has commented on it at any time.</summary>
    public bool Commented => CommentedAt > 0;

    /// <summary>Until when it is out of the queue, or null; it may have passed.</summary>
    public DateTimeOffset? SnoozedUntil { get; init; }

    /// <summary>Who put it out of the queue, or empty.</summary>
    public string SnoozedBy { get; init; } = "";

    /// <summary>The story that it is the same as, or null.</summary>
    public StoryId? SameAs { get; init; }
}

/// <summary>Which stories the queue shows; the desk's address is its text form.</summary>
public sealed record QueueFilter
{
    /// <summary>States; empty means all but spiked and withdrawn.</summary>
    public IReadOnlyList<StoryState> States { get; init; } = [];

    /// <summary>Section slug.</summary>
    public string? Section { get; init; }

    /// <summary>Desk slug; empty asks for what stands on none.</summary>
    public string? Desk { get; init; }

    /// <summary>Source slug.</summary>
    public string? Source { get; init; }

    /// <summary>Language.</summary>
    public string? Language { get; init; }

    /// <summary>Only that urgency or more urgent.</summary>
    public int? UrgencyAtMost { get; init; }

    /// <summary>Who took it.</summary>
    public string? TakenBy { get; init; }

    /// <summary>True for what is out of the queue until some time, and nothing else.</summary>
    public bool Snoozed { get; init; }

    /// <summary>Words looked for.</summary>
    public string? Words { get; init; }

    /// <summary>Only rows whose key is below.</summary>
    public long? Before { get; init; }

    /// <summary>Only rows whose key is above: what came since.</summary>
    public long? After { get; init; }

    /// <summary>The same filter for what came at that time or later.</summary>
    public QueueFilter Since(DateTimeOffset at) => this with { After = DateKey.First(at) - 1 };
}

/// <summary>How many stories, and how many words they have together.</summary>
public sealed record QueueTotal
{
    /// <summary>Stories.</summary>
    public long Stories { get; init; }

    /// <summary>Words.</summary>
    public long Words { get; init; }
}

/// <summary>A story as the desk sees it.</summary>
public sealed record DeskStory(QueueRow Row, Stories.Version Head, string Slug, string? WithdrawalReason);

/// <summary>One line of a story's log: who moved it, when, from where to where, and with what note.</summary>
public sealed record LoggedMove(int Number, Move Move, StoryState From, StoryState To, int Version, string By, DateTimeOffset At, string Note);
