using Wireroom.Stories;
using Wireroom.Wire;

namespace Wireroom.Storage;

/// <summary>How an item stands to what was stored before; Intake decides what follows. <see cref="Story"/> is null for what came without a story: a kill before its item.</summary>
public sealed record KnownItem(long Key, StoryId? Story, long? Version, string ContentHash, WireSignal Signal)
{
    /// <summary>When it arrived, to the millisecond.</summary>
    public DateTimeOffset ArrivedAt => DateKey.TimeOf(Key);
}

/// <summary>A wire item to be stored.</summary>
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

    /// <summary>The name under which it is known again where that is not its guid; see Intake's Identity.</summary>
    public string? Identity { get; init; }

    /// <summary>The slugline as a name, where the wire numbers nothing; see Intake's NamedBefore.</summary>
    public string? Name { get; init; }

    /// <summary>Hash of what counts as its content.</summary>
    public required string ContentHash { get; init; }

    /// <summary>The copy as translated.</summary>
    public required Copy Copy { get; init; }

    /// <summary>The desk that a new story is put on, or empty.</summary>
    public string Desk { get; init; } = "";

    /// <summary>When it arrived: its place in the queue.</summary>
    public required DateTimeOffset ArrivedAt { get; init; }
}

/// <summary>A wire item as stored: what the document said, and where it lies in the raw bytes.</summary>
public sealed record StoredWireItem(long Key, long Arrival, int Index, string Source, DateTimeOffset ReceivedAt, WireItem Item);

/// <summary>What the wire's newer version is to a story.</summary>
public enum WireUpdate
{
    /// <summary>Its newest version.</summary>
    IsNewest,

    /// <summary>It waits beside the desk's text.</summary>
    Waits,

    /// <summary>It waits, and its embargo binds the desk's text, or comes too late for what is out.</summary>
    WaitsUnderEmbargo,

    /// <summary>The story has been withdrawn: it is noted and changes nothing.</summary>
    TooLate,
}

public sealed partial class Store
{
    /// <summary>The newest stored item of that source with that guid, or null.</summary>
    public Task<KnownItem?> FindByGuidAsync(string source, string guid, CancellationToken cancel) =>
        FindItemAsync("source = @source and guid = @value", source, guid, cancel);

    /// <summary>Everything stored of that source under that identity (the guid, or what stands for it), oldest first; of a very long chain the newest 200.</summary>
    public Task<IReadOnlyList<KnownItem>> KnownItemsAsync(string source, string identity, CancellationToken cancel) => ReadAsync<IReadOnlyList<KnownItem>>(
        async reading =>
        {
            var rows = await reading.ListAsync<WireItemColumns>(
                "select key, story, version, content_hash, signal from wire_items where source = @source and guid = @identity order by key desc limit 200",
                new { source, identity });
            return [.. rows.Select(row => row.ToKnown()).Reverse()];
        },
        cancel);

    /// <summary>What is stored of that source under that name since that time, oldest first; at most 50.</summary>
    public Task<IReadOnlyList<KnownItem>> NamedItemsAsync(string source, string name, DateTimeOffset since, CancellationToken cancel) => ReadAsync<IReadOnlyList<KnownItem>>(
        async reading =>
        {
            var rows = await reading.ListAsync<WireItemColumns>(
                "select key, story, version, content_hash, signal from wire_items where source = @source and name = @name and key >= @first order by key desc limit 50",
                new { source, name, first = DateKey.First(since) });
            return [.. rows.Select(row => row.ToKnown()).Reverse()];
        },
        cancel);

    /// <summary>Everything stored that belongs to the story, oldest first; of a very long chain the newest 200.</summary>
    public Task<IReadOnlyList<KnownItem>> KnownItemsAsync(StoryId story, CancellationToken cancel) => ReadAsync<IReadOnlyList<KnownItem>>(
        async reading =>
        {
            var rows = await reading.ListAsync<WireItemColumns>(
                "select key, story, version, content_hash, signal from wire_items where story = @Value order by key desc limit 200", new { story.Value });
            return [.. rows.Select(row => row.ToKnown()).Reverse()];
        },
        cancel);

    /// <summary>The newest stored item of that source with that content, or null.</summary>
    public Task<KnownItem?> FindByContentAsync(string source, string contentHash, CancellationToken cancel) =>
        FindItemAsync("source = @source and content_hash = @value", source, contentHash, cancel);

    /// <summary>The wire items that made and changed the story, oldest first.</summary>
    public Task<IReadOnlyList<StoredWireItem>> WireItemsAsync(StoryId story, CancellationToken cancel) => ReadAsync<IReadOnlyList<StoredWireItem>>(
        async reading =>
        {
            var rows = await reading.ListAsync<WireItemColumns>("select * from wire_items where story = @Value order by key", new { story.Value });
            return [.. rows.Select(row => row.ToStored())];
        },
        cancel);

    /// <summary>The newest wire items of all sources, newest first.</summary>
    public Task<IReadOnlyList<StoredWireItem>> NewestWireItemsAsync(int count, CancellationToken cancel) => ReadAsync<IReadOnlyList<StoredWireItem>>(
        async reading =>
        {
            var rows = await reading.ListAsync<WireItemColumns>("select * from wire_items order by key desc limit @count", new { count });
            return [.. rows.Select(row => row.ToStored())];
        },
        cancel);

    /// <summary>Remembers an item that makes no story: a kill that came before what it kills, a late older version, a test of the line, what a rule dropped.</summary>
    public Task RememberAsync(TakenItem taken, StoryId? story, CancellationToken cancel) => WriteAsync(writing => StoreItemAsync(writing, taken, story), cancel);

    /// <summary>Stores a new story as received, and returns it.</summary>
    public Task<StoryId> TakeNewAsync(TakenItem taken, CancellationToken cancel) => WriteAsync(
        async writing =>
        {
            var story = NextStory();
            var item = await StoreItemAsync(writing, taken, story);
            await InsertStoryAsync(writing, story, taken.Copy, new Provenance(item, taken.Source), Signal(taken.Item), StoryState.Received, takenBy: "", ByWire, taken.ArrivedAt, taken.Desk);
            return story;
        },
        cancel);

    /// <summary>
    /// Stores a newer version of a known story. Where only the wire has touched the story its copy becomes the newest version (a release of it is another
    /// step); where the desk has, the copy waits as the wire's version beside the desk's text (<see cref="QueueRow.WireVersion"/>), unless it is out as it came
    /// and <paramref name="follow"/> lets it follow the wire. An embargo that is new or later binds the desk's text too. Any signal but a hold lifts a hold
    /// that the wire had set.
    /// </summary>
    public Task<WireUpdate> TakeUpdateAsync(TakenItem taken, StoryId story, bool follow, CancellationToken cancel) => WriteAsync(
        async writing =>
        {
            var row = await StoryRowAsync(writing, story);
            var before = await writing.FirstAsync<string>("select item from wire_items where story = @Value order by key desc limit 1", new { story.Value });
            var item = await StoreItemAsync(writing, taken, story);
            await writing.RunAsync(
                "update stories set signal = @signal, changed_at = @Now, hold = case hold when @ByWire then '' else hold end where id = @Value",
                new { signal = Signal(taken.Item), Now, ByWire, story.Value });
            writing.Ring(RingKind.Queue, story.Value);
            if (row.State is StoryState.Withdrawn)
                return WireUpdate.TooLate;
            var head = await HeadAsync(writing, story);
            var follows = row.TakenBy.Length == 0
                || (follow && Lifecycle.IsOut(row.State) && row.HeadVersion == row.ReleasedVersion && row.WireVersion == 0 && head.MadeBy == ByWire);
            if (!follows || row.State is StoryState.Spiked)
            {
                var sent = await writing.FirstAsync<int>("select count(*) from wire_items where story = @Value", new { story.Value });
                await writing.RunAsync("update stories set wire_version = @sent where id = @Value", new { sent, story.Value });
                var wasSent = before is null ? null : StoredJson.Read<WireItem>(before).Embargo;
                return taken.Item.Embargo != wasSent && await BindEmbargoAsync(writing, row, head, taken.Copy.Embargo) ? WireUpdate.WaitsUnderEmbargo : WireUpdate.Waits;
            }

            if (row.State is StoryState.Scheduled)
                row = await UnscheduleAsync(writing, row, ByWire);
            await AddVersionAsync(writing, row, taken.Copy, new Provenance(item, taken.Source), ByWire);
            return WireUpdate.IsNewest;
        },
        cancel);

    /// <summary>Stores the agency's kill and withdraws the story everywhere at once.</summary>
    public Task TakeWithdrawalAsync(TakenItem taken, StoryId story, Withdrawal withdrawal, CancellationToken cancel) => WriteAsync(
        async writing =>
        {
            await StoreItemAsync(writing, taken, story);
            await writing.RunAsync("update stories set signal = @signal where id = @Value", new { signal = Signal(taken.Item), story.Value });
            var row = await StoryRowAsync(writing, story);
            if (row.State is not StoryState.Withdrawn)
                await WithdrawAsync(writing, row, withdrawal, ByWire);
        },
        cancel);

    /// <summary>Stores the agency's hold on a known story: it cannot be released until the wire or the desk lifts it.</summary>
    public Task TakeHoldAsync(TakenItem taken, StoryId story, CancellationToken cancel) => WriteAsync(
        async writing =>
        {
            await StoreItemAsync(writing, taken, story);
            await writing.RunAsync(
                "update stories set signal = @signal where id = @Value", new { signal = Signal(taken.Item), story.Value });
            await HoldAsync(writing, await StoryRowAsync(writing, story), ByWire);
        },
        cancel);

    /// <summary>The desk has looked at the wire's newer version: the badge goes.</summary>
    public Task SettleWireAsync(StoryId story, CancellationToken cancel) => WriteAsync(
        async writing =>
        {
            await writing.RunAsync("update stories set wire_version = 0 where id = @Value", new { story.Value });
            writing.Ring(RingKind.Queue, story.Value);
        },
        cancel);

    /// <summary>Holds a story that holds the same copy as a killed one: the desk decides, no wire lifts it.</summary>
    public Task HoldCopyAsync(StoryId story, CancellationToken cancel) => WriteAsync(
        async writing => await HoldAsync(writing, await StoryRowAsync(writing, story), ByKill),
        cancel);

    /// <summary>A hold of somebody else stays as it is. What waits for its time must not open by the clock while it is on hold.</summary>
    private async Task HoldAsync(Writing writing, QueueRow row, string holder)
    {
        await writing.RunAsync(
            "update stories set hold = case hold when '' then @holder else hold end, changed_at = @Now where id = @Value", new { holder, Now, row.Story.Value });
        writing.Ring(RingKind.Queue, row.Story.Value);
        await TakeBackUnopenedAsync(writing, row, holder);
    }

    /// <summary>
    /// Lays the wire's embargo over the desk's own text where it binds longer than the text's own: nothing that waits for its time opens before it. What is
    /// out stays out. True where something was changed or an editor must know.
    /// </summary>
    private async Task<bool> BindEmbargoAsync(Writing writing, QueueRow row, Stories.Version head, Embargo? sent)
    {
        if (sent is null || !sent.Binds(clock.GetUtcNow()) || !sent.BindsLongerThan(head.Copy.Embargo))
            return false;
        row = await TakeBackUnopenedAsync(writing, row, ByEmbargo);
        if (row.State is StoryState.Spiked)
            await HoldAsync(writing, row, ByWire); // a text on the spike cannot be changed
        else if (!Lifecycle.IsOut(row.State))
            await AddVersionAsync(writing, row, head.Copy with { Embargo = sent }, head.Provenance, ByEmbargo, suggested: head.Suggested);
        return true;
    }

    private static string Signal(WireItem item) => item.Signal.ToString().ToLowerInvariant();

    private static async Task<long> StoreItemAsync(Writing writing, TakenItem taken, StoryId? story)
    {
        var at = taken.ArrivedAt.ToUnixTimeMilliseconds();
        var key = await NextKeyAsync(writing, "wire_items", "key", at);
        await writing.RunAsync(
            """
            insert into wire_items (key, arrival, place, source, guid, name, version, signal, content_hash, story, received_at, item)
            values (@key, @Arrival, @Index, @Source, @identity, @Name, @Version, @signal, @ContentHash, @story, @at, @item)
            """,
            new
            {
                key, taken.Arrival, taken.Index, taken.Source, identity = taken.Identity ?? taken.Item.Guid, taken.Name, taken.Item.Version, signal = Signal(taken.Item), taken.ContentHash,
                story = story?.Value, at, item = StoredJson.Write(taken.Item),
            });
        return key;
    }

    private Task<KnownItem?> FindItemAsync(string condition, string source, string value, CancellationToken cancel) => ReadAsync(
        async reading =>
        {
            var row = await reading.FirstAsync<WireItemColumns>(
                $"select key, story, version, content_hash, signal from wire_items where {condition} order by key desc limit 1", new { source, value });
            return row?.ToKnown();
        },
        cancel);

    private sealed class WireItemColumns
    {
        public long Key { get; init; }

        public long Arrival { get; init; }

        public int Place { get; init; }

        public string Source { get; init; } = "";

        public long? Version { get; init; }

        public string Signal { get; init; } = "";

        public string Content_Hash { get; init; } = "";

        public long? Story { get; init; }

        public long Received_At { get; init; }

        public string Item { get; init; } = "";

        public StoredWireItem ToStored() => new(Key, Arrival, Place, Source, DateTimeOffset.FromUnixTimeMilliseconds(Received_At), StoredJson.Read<WireItem>(Item));

        public KnownItem ToKnown() =>
            new(Key, Story is { } story ? new StoryId(story) : null, Version, Content_Hash, Enum.Parse<WireSignal>(Signal, ignoreCase: true));
    }
}
