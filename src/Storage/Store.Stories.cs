using Wireroom.Stories;

namespace Wireroom.Storage;

public sealed partial class Store
{
    /// <summary>Newest arrivals first.</summary>
    public Task<IReadOnlyList<QueueRow>> QueueAsync(QueueFilter filter, int count, CancellationToken cancel) => throw new NotImplementedException();

    /// <summary>How many rows the filter holds, counted to at most <paramref name="limit"/>.</summary>
    public Task<int> CountQueueAsync(QueueFilter filter, int limit, CancellationToken cancel) => throw new NotImplementedException();

    /// <summary>The story with its newest version, or null.</summary>
    public Task<DeskStory?> FindStoryAsync(StoryId story, CancellationToken cancel) => throw new NotImplementedException();

    /// <summary>Every version, oldest first.</summary>
    public Task<IReadOnlyList<Stories.Version>> VersionsAsync(StoryId story, CancellationToken cancel) => throw new NotImplementedException();

    /// <summary>The log of moves, oldest first.</summary>
    public Task<IReadOnlyList<LoggedMove>> LogAsync(StoryId story, CancellationToken cancel) => throw new NotImplementedException();

    /// <summary>The wire items that made and changed the story, oldest first.</summary>
    public Task<IReadOnlyList<StoredWireItem>> WireItemsAsync(StoryId story, CancellationToken cancel) => throw new NotImplementedException();

    /// <summary>Starts a story of the house's own, as a draft taken by its writer.</summary>
    public Task<StoryId> WriteStoryAsync(Copy copy, string by, CancellationToken cancel) => throw new NotImplementedException();

    /// <summary>
    /// Saves a new version. <paramref name="baseVersion"/> is the number of the version that the editor began with; where the story has moved on since,
    /// a <see cref="VersionMovedOnException"/> says so and nothing is lost. Where nothing changed, no version is made. Returns the newest version's number.
    /// </summary>
    public Task<int> SaveVersionAsync(StoryId story, Copy copy, int baseVersion, string by, CancellationToken cancel) => throw new NotImplementedException();

    /// <summary>Take, Approve, Spike, Restore, Unschedule: the moves that carry nothing.</summary>
    /// <exception cref="MoveRefusedException">The lifecycle does not allow it.</exception>
    public Task MoveAsync(StoryId story, Move move, string by, CancellationToken cancel) => throw new NotImplementedException();

    /// <summary>Sets or lifts the agency's or the desk's hold, which stops every release.</summary>
    public Task HoldAsync(StoryId story, bool hold, string by, CancellationToken cancel) => throw new NotImplementedException();

    /// <summary>
    /// Releases the newest version: at once, or at <see cref="ReleaseOrder.At"/> and never before its embargo. Refuses without a headline, with a working title
    /// unless allowed, with an embargo that could not be read, or on hold.
    /// </summary>
    /// <exception cref="MoveRefusedException">What is missing, in a sentence.</exception>
    public Task ReleaseAsync(StoryId story, ReleaseOrder order, string by, CancellationToken cancel) => throw new NotImplementedException();

    /// <summary>Withdraws every copy: from this moment no public query finds it.</summary>
    public Task WithdrawAsync(StoryId story, Withdrawal withdrawal, string by, CancellationToken cancel) => throw new NotImplementedException();
}

/// <summary>How a version is to go out.</summary>
public sealed record ReleaseOrder
{
    /// <summary>At once, as the first release or as an update of a story that is out.</summary>
    public static ReleaseOrder Now { get; } = new();

    /// <summary>Not before that time; null means at once.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>What was wrong in the version that is out: makes the release a correction.</summary>
    public Correction? Correction { get; init; }

    /// <summary>True where a working title may go out.</summary>
    public bool AllowWorkingTitle { get; init; }

    /// <summary>The date under which the story is listed where it is not the release's own: archive copy keeps its day.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>The version that the editor looked at; the release is refused where the story has moved on. 0 means whichever is newest.</summary>
    public int Version { get; init; }
}

/// <summary>Somebody else, or the wire, saved a version in between.</summary>
public sealed class VersionMovedOnException(int newest)
    : Exception($"The story has moved on to version {newest} since you began. Your text is kept in this page: compare, then save again.")
{
    /// <summary>The newest version's number.</summary>
    public int Newest { get; } = newest;
}

/// <summary>A wire item as stored: what the document said, and where it lies in the raw bytes.</summary>
public sealed record StoredWireItem(long Key, long Arrival, int Index, string Source, DateTimeOffset ReceivedAt, Wireroom.Wire.WireItem Item);
