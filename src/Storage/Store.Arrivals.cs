using Wireroom.Stories;
using Wireroom.Wire;

namespace Wireroom.Storage;

/// <summary>Bytes that arrived, before anything is known of them.</summary>
public sealed record RawArrival(string Source, string Name, ReadOnlyMemory<byte> Bytes, string? MediaType = null, string? Charset = null);

/// <summary>What became of the bytes: decided once, shown in the arrival's history.</summary>
public sealed record ArrivalOutcome(string Format, int Taken, int Updated, int Repeated, IReadOnlyList<WireFault> Faults);

/// <summary>A kept arrival.</summary>
public sealed record Arrival(long Id, string Source, string Name, string Hash, long Length, string? MediaType, string? Charset, DateTimeOffset ArrivedAt, ArrivalOutcome? Outcome);

/// <summary>How an item stands to what was stored before; see Intake's Dedupe for the decision.</summary>
public sealed record KnownItem(long Key, StoryId Story, long? Version, string ContentHash, StoryState State, int HeadVersion);

/// <summary>A wire item to be stored as a new story or as a new version of a known one.</summary>
public sealed record TakenItem
{
    /// <summary>The arrival that it came in.</summary>
    public required long Arrival { get; init; }

    /// <summary>Its place in the document, from 0.</summary>
    public required int Index { get; init; }

    /// <summary>Source slug.</summary>
    public required string Source { get; init; }

    /// <summary>What the document said.</summary>
    public required WireItem Item { get; init; }

    /// <summary>Hash of what counts as its content.</summary>
    public required string ContentHash { get; init; }

    /// <summary>The first version as translated.</summary>
    public required Copy Copy { get; init; }

    /// <summary>When it arrived: its place in the queue.</summary>
    public required DateTimeOffset ArrivedAt { get; init; }
}

public sealed partial class Store
{
    /// <summary>Keeps the bytes, first of all, and returns the arrival's id. The same bytes are kept once, each arrival is noted.</summary>
    public Task<long> KeepRawAsync(RawArrival raw, DateTimeOffset arrivedAt, CancellationToken cancel) => throw new NotImplementedException();

    /// <summary>Notes what became of an arrival.</summary>
    public Task FinishArrivalAsync(long arrival, ArrivalOutcome outcome, CancellationToken cancel) => throw new NotImplementedException();

    /// <summary>The newest arrivals, of one source or of all.</summary>
    public Task<IReadOnlyList<Arrival>> ArrivalsAsync(string? source, int count, CancellationToken cancel) => throw new NotImplementedException();

    /// <summary>The kept bytes of an arrival, or null.</summary>
    public Task<byte[]?> RawBytesAsync(long arrival, CancellationToken cancel) => throw new NotImplementedException();

    /// <summary>The newest stored item of that source with that guid, or null.</summary>
    public Task<KnownItem?> FindByGuidAsync(string source, string guid, CancellationToken cancel) => throw new NotImplementedException();

    /// <summary>The newest stored item of that source with that content, or null.</summary>
    public Task<KnownItem?> FindByContentAsync(string source, string contentHash, CancellationToken cancel) => throw new NotImplementedException();

    /// <summary>Stores a new story as received, and returns it. A withdrawal signal is no story: see <see cref="TakeWithdrawalAsync"/>.</summary>
    public Task<StoryId> TakeNewAsync(TakenItem taken, CancellationToken cancel) => throw new NotImplementedException();

    /// <summary>
    /// Stores a newer version of a known story. Where nobody has taken the story its copy becomes the newest version; where the desk has, the copy waits as the
    /// wire's version beside the desk's text (<see cref="QueueRow.WireVersion"/>).
    /// </summary>
    public Task TakeUpdateAsync(TakenItem taken, StoryId story, CancellationToken cancel) => throw new NotImplementedException();

    /// <summary>Stores the agency's kill and withdraws the story everywhere at once.</summary>
    public Task TakeWithdrawalAsync(TakenItem taken, StoryId story, Withdrawal withdrawal, CancellationToken cancel) => throw new NotImplementedException();

    /// <summary>Stores the agency's hold (or its lifting) on a known story.</summary>
    public Task TakeHoldAsync(TakenItem taken, StoryId story, CancellationToken cancel) => throw new NotImplementedException();

    /// <summary>Runs several takings in one transaction: an import of many documents, or one document of many items. Nothing rings until it is committed.</summary>
    public Task InOneGoAsync(Func<CancellationToken, Task> work, CancellationToken cancel) => throw new NotImplementedException();
}
