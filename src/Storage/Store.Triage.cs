using Wireroom.Stories;

namespace Wireroom.Storage;

/// <summary>A view of the queue that somebody keeps by a name.</summary>
public sealed record KeptView(long Id, long Person, string Name, string Address, bool Shared);

public sealed partial class Store
{
    /// <summary>Takes a story out of the queue until that time, or brings it back. It keeps its place in arrival order, and a new version brings it back.</summary>
    public Task SnoozeAsync(StoryId story, DateTimeOffset? until, string by, CancellationToken cancel) => WriteAsync(
        async writing =>
        {
            var row = await StoryRowAsync(writing, story);
            if (until is not null && row.State is not (StoryState.Received or StoryState.Draft or StoryState.Approved))
                throw new MoveRefusedException($"A story that is {Name(row.State)} is not snoozed: it waits for nobody.");
            await writing.RunAsync(
                "update stories set snoozed_until = @until, snoozed_by = @by, changed_at = @Now where id = @Value",
                new { until = until?.ToUnixTimeMilliseconds(), by = until is null ? "" : by, Now, story.Value });
            writing.Notes.Add(new Note(by, "", until is null ? "bring back" : "snooze", story.Value, until is { } back ? $"until {back:yyyy-MM-dd HH:mm} GMT" : ""));
            writing.Ring(RingKind.Queue, story.Value);
        },
        cancel);

    /// <summary>Says that a story is the same as another one, and puts it on the spike.</summary>
    public Task SameAsAsync(StoryId story, StoryId other, string by, CancellationToken cancel) => WriteAsync(
        async writing =>
        {
            if (story == other)
                throw new MoveRefusedException("A story is not the same as itself; choose another one.");
            var (row, kept) = (await StoryRowAsync(writing, story), await StoryRowAsync(writing, other));
            if (kept.SameAs == story)
                throw new MoveRefusedException("The other one is the same as this one already.");
            await MoveAsync(writing, row, Move.Spike, by, $"the same as {kept.Headline}");
            await writing.RunAsync("update stories set same_as = @other where id = @story", new { other = other.Value, story = story.Value });
            writing.Ring(RingKind.Queue, other.Value);
        },
        cancel);

    /// <summary>The stories whose time out of the queue has passed between two times.</summary>
    public Task<IReadOnlyList<StoryId>> BackInQueueAsync(DateTimeOffset after, DateTimeOffset until, CancellationToken cancel) => ReadAsync<IReadOnlyList<StoryId>>(
        async reading => [.. (await reading.ListAsync<long>(
            "select id from stories where snoozed_until > @after and snoozed_until <= @until",
            new { after = after.ToUnixTimeMilliseconds(), until = until.ToUnixTimeMilliseconds() })).Select(id => new StoryId(id))],
        cancel);

    /// <summary>A person's own views and those that are shared, by name.</summary>
    public Task<IReadOnlyList<KeptView>> ViewsAsync(long person, CancellationToken cancel) => ReadAsync<IReadOnlyList<KeptView>>(
        async reading => [.. (await reading.ListAsync<ViewColumns>("select * from queue_views where person = @person or shared <> 0 order by name, id", new { person }))
            .Select(row => new KeptView(row.Id, row.Person, row.Name, row.Address, row.Shared != 0))],
        cancel);

    /// <summary>Keeps a view by a name; one of the same name and person is replaced.</summary>
    public Task KeepViewAsync(long person, string name, string address, bool shared, CancellationToken cancel) => WriteAsync(
        async writing =>
        {
            await writing.RunAsync("delete from queue_views where person = @person and name = @name", new { person, name });
            var id = await NextKeyAsync(writing, "queue_views", "id", Now);
            await writing.RunAsync(
                "insert into queue_views (id, person, name, address, shared) values (@id, @person, @name, @address, @shared)", new { id, person, name, address, shared = shared ? 1 : 0 });
        },
        cancel);

    /// <summary>Forgets a view of that person.</summary>
    public Task ForgetViewAsync(long person, long id, CancellationToken cancel) => WriteAsync(
        writing => writing.RunAsync("delete from queue_views where person = @person and id = @id", new { person, id }), cancel);

    private sealed class ViewColumns
    {
        public long Id { get; init; }

        public long Person { get; init; }

        public string Name { get; init; } = "";

        public string Address { get; init; } = "";

        public long Shared { get; init; }
    }
}
