using Wireroom.Stories;
using Wireroom.Stories.Body;
using Version = Wireroom.Stories.Version;

namespace Wireroom.Storage;

/// <summary>Somebody else, or the wire, saved a version in between.</summary>
public sealed class VersionMovedOnException(int newest)
    : Exception($"The story has moved on to version {newest} since you began. Your text is kept in this page: compare, then save again.")
{
    /// <summary>The newest version's number.</summary>
    public int Newest { get; } = newest;
}

/// <summary>There is no such story.</summary>
public sealed class NoSuchStoryException(StoryId story) : Exception($"There is no story {story}.");

public sealed partial class Store
{
    /// <summary>The story with its newest version, or null.</summary>
    public Task<DeskStory?> FindStoryAsync(StoryId story, CancellationToken cancel) => ReadAsync(
        async reading =>
        {
            var columns = await reading.FirstAsync<StoryColumns>("select * from stories where id = @Value", new { story.Value });
            if (columns is null)
                return null;
            var head = await HeadAsync(reading, story);
            return new DeskStory(columns.ToQueueRow(), head, columns.Slug, columns.Withdrawal_Reason);
        },
        cancel);

    /// <summary>Every version, oldest first.</summary>
    public Task<IReadOnlyList<Version>> VersionsAsync(StoryId story, CancellationToken cancel) => ReadAsync<IReadOnlyList<Version>>(
        async reading =>
        {
            var rows = await reading.ListAsync<VersionColumns>("select * from versions where story = @Value order by number", new { story.Value });
            return [.. rows.Select(row => row.ToVersion())];
        },
        cancel);

    /// <summary>The log of moves, oldest first.</summary>
    public Task<IReadOnlyList<LoggedMove>> LogAsync(StoryId story, CancellationToken cancel) => ReadAsync<IReadOnlyList<LoggedMove>>(
        async reading =>
        {
            var rows = await reading.ListAsync<MoveColumns>("select * from moves where story = @Value order by number", new { story.Value });
            return [.. rows.Select(row => new LoggedMove(
                row.Number, Enum.Parse<Move>(row.Move, ignoreCase: true), State(row.From_State), State(row.To_State), row.Version, row.Made_By,
                DateTimeOffset.FromUnixTimeMilliseconds(row.Made_At), row.Note))];
        },
        cancel);

    /// <summary>Starts a story of the house's own, as a draft taken by its writer.</summary>
    public Task<StoryId> WriteStoryAsync(Copy copy, string by, CancellationToken cancel) => WriteAsync(
        async writing =>
        {
            var story = StoryId.New(clock);
            await InsertStoryAsync(writing, story, copy, provenance: null, signal: "new", StoryState.Draft, takenBy: by, by, clock.GetUtcNow());
            return story;
        },
        cancel);

    /// <summary>
    /// Saves a new version. <paramref name="baseVersion"/> is the number of the version that the editor began with; where the story has moved on since,
    /// a <see cref="VersionMovedOnException"/> says so and nothing is lost. Where nothing changed, no version is made. A story from the queue is taken by whoever
    /// saves it. Returns the newest version's number.
    /// </summary>
    public Task<int> SaveVersionAsync(StoryId story, Copy copy, int baseVersion, string by, CancellationToken cancel) => WriteAsync(
        async writing =>
        {
            var row = await StoryRowAsync(writing, story);
            if (row.HeadVersion != baseVersion)
                throw new VersionMovedOnException(row.HeadVersion);
            var head = await HeadAsync(writing, story);
            if (StoredJson.Write(head.Copy) == StoredJson.Write(copy))
                return row.HeadVersion;
            if (row.State is StoryState.Received)
                row = await MoveAsync(writing, row, Move.Take, by, note: "");
            return await AddVersionAsync(writing, row, copy, head.Provenance, by);
        },
        cancel);

    /// <summary>Take, Approve, Spike, Restore, Unschedule: the moves that carry nothing.</summary>
    /// <exception cref="MoveRefusedException">The lifecycle does not allow it.</exception>
    public Task MoveAsync(StoryId story, Move move, string by, CancellationToken cancel) => WriteAsync(
        async writing =>
        {
            var row = await StoryRowAsync(writing, story);
            if (move is Move.Unschedule)
                await UnscheduleAsync(writing, row, by);
            else if (move is Move.Take or Move.Approve or Move.Spike or Move.Restore)
                await MoveAsync(writing, row, move, by, note: "");
            else
                throw new MoveRefusedException($"A story cannot {move.ToString().ToLowerInvariant()} without more: a release, a text or a reason.");
        },
        cancel);

    /// <summary>Gives a taken story back to the queue: the undo of a take, before anything was written. Refused once the story has moved on.</summary>
    public Task GiveBackAsync(StoryId story, string by, CancellationToken cancel) => WriteAsync(
        async writing =>
        {
            var row = await StoryRowAsync(writing, story);
            if ((await HeadAsync(writing, story)).MadeBy != ByWire)
                throw new MoveRefusedException("Somebody has written in it since; spike it if it is not wanted.");
            await MoveAsync(writing, row, Move.GiveBack, by, note: "");
            await writing.RunAsync("update stories set taken_by = '' where id = @Value", new { story.Value });
        },
        cancel);

    /// <summary>Sets or lifts a hold, which stops every release; what waits for its time goes back to draft.</summary>
    public Task HoldAsync(StoryId story, bool hold, string by, CancellationToken cancel) => WriteAsync(
        async writing =>
        {
            var row = await StoryRowAsync(writing, story);
            if (hold)
                await TakeBackUnopenedAsync(writing, row, by);
            await writing.RunAsync("update stories set hold = @holder, changed_at = @Now where id = @Value", new { holder = hold ? by : "", Now, story.Value });
            writing.Ring(RingKind.Queue, story.Value);
        },
        cancel);

    private static async Task<QueueRow> StoryRowAsync(Reading reading, StoryId story) =>
        (await reading.FirstAsync<StoryColumns>("select * from stories where id = @Value", new { story.Value }) ?? throw new NoSuchStoryException(story)).ToQueueRow();

    private static async Task<Version> HeadAsync(Reading reading, StoryId story) =>
        (await reading.FirstAsync<VersionColumns>("select * from versions where story = @Value order by number desc limit 1", new { story.Value })
            ?? throw new NoSuchStoryException(story)).ToVersion();

    /// <summary>Makes the move, notes it, rings; a person's first move takes the story.</summary>
    private async Task<QueueRow> MoveAsync(Writing writing, QueueRow row, Move move, string by, string note)
    {
        var to = Lifecycle.After(row.State, move)
            ?? throw new MoveRefusedException($"A story that is {Name(row.State)} cannot be moved by \"{Words(move)}\".");
        var takenBy = row.TakenBy.Length > 0 || by is ByWire or ByKill or ByEmbargo or ByClock ? row.TakenBy : by;
        await writing.RunAsync(
            "update stories set state = @state, taken_by = @takenBy, changed_at = @Now where id = @Value",
            new { state = Name(to), takenBy, Now, row.Story.Value });
        await writing.RunAsync(
            """
            insert into moves (story, number, move, from_state, to_state, version, made_by, made_at, note)
            values (@Value, (select coalesce(max(number), 0) + 1 from moves where story = @Value), @move, @from, @to, @HeadVersion, @by, @Now, @note)
            """,
            new { row.Story.Value, move = move.ToString().ToLowerInvariant(), from = Name(row.State), to = Name(to), row.HeadVersion, by, Now, note });
        writing.Ring(RingKind.Queue, row.Story.Value);
        return row with { State = to, TakenBy = takenBy };
    }

    private static string Words(Move move) => move switch
    {
        Move.ComeDue => "come due",
        Move.GiveBack => "give back",
        _ => move.ToString().ToLowerInvariant(),
    };

    private async Task InsertStoryAsync(
        Writing writing, StoryId story, Copy copy, Provenance? provenance, string signal, StoryState state, string takenBy, string by, DateTimeOffset arrivedAt)
    {
        var at = arrivedAt.ToUnixTimeMilliseconds();
        var key = await NextKeyAsync(writing, "stories", "queue_key", at);
        await writing.RunAsync(
            """
            insert into stories (
              id, queue_key, state, slug, head_version, released_version, wire_version, source, signal, urgency, slugline, headline, working_title, lead,
              section, language, credit, words, arrived_at, changed_at, taken_by, embargo_unread, hold)
            values (@Value, @key, @state, @slug, 0, 0, 0, @source, @signal, 5, '', '', 0, '', '', '', '', 0, @at, @Now, @takenBy, 0, @hold)
            """,
            new
            {
                story.Value, key, state = Name(state), slug = Slug.Of(copy.Headline), source = provenance?.Source ?? "", signal, at, Now, takenBy,
                hold = signal == "hold" ? ByWire : "",
            });
        await InsertVersionAsync(writing, new Version(story, 1, copy, provenance, by, clock.GetUtcNow()), key, isFirst: true);
        writing.Ring(RingKind.Queue, story.Value);
    }

    private async Task<int> AddVersionAsync(Writing writing, QueueRow row, Copy copy, Provenance? provenance, string by)
    {
        row = await MoveAsync(writing, row with { HeadVersion = row.HeadVersion + 1 }, Move.Edit, by, note: "");
        await InsertVersionAsync(writing, new Version(row.Story, row.HeadVersion, copy, provenance, by, clock.GetUtcNow()), row.Key, isFirst: false);
        return row.HeadVersion;
    }

    private async Task InsertVersionAsync(Writing writing, Version version, long queueKey, bool isFirst)
    {
        var (story, number, copy, provenance, madeBy, madeAt) = version;
        await writing.RunAsync(
            """
            insert into versions (story, number, copy, source, wire_item, made_by, made_at)
            values (@Value, @number, @copy, @source, @wireItem, @madeBy, @at)
            """,
            new
            {
                story.Value, number, copy = StoredJson.Write(copy), source = provenance?.Source ?? "", wireItem = provenance?.WireItem, madeBy,
                at = madeAt.ToUnixTimeMilliseconds(),
            });
        var body = BodyText.Of(copy.Body);
        await writing.RunAsync(
            """
            update stories set head_version = @number, urgency = @Urgency, slugline = @Slugline, headline = @Headline, working_title = @workingTitle,
              lead = @Lead, section = @Section, language = @Language, credit = @Credit, words = @words, embargo_until = @until, embargo_unread = @unread,
              changed_at = @Now
            where id = @Value
            """,
            new
            {
                story.Value, number, copy.Urgency, copy.Slugline, copy.Headline, workingTitle = copy.HeadlineIsWorkingTitle ? 1 : 0, copy.Lead, copy.Section,
                copy.Language, copy.Credit, words = BodyText.CountWords(body), until = copy.Embargo?.Until?.ToUnixTimeMilliseconds(),
                unread = copy.Embargo is { Until: null } ? 1 : 0, Now,
            });
        if (!isFirst)
            await writing.RunAsync($"delete from queue_search where {dialect.SearchKey} = @queueKey", new { queueKey });
        await writing.RunAsync(
            $"insert into queue_search ({dialect.SearchKey}, words) values (@queueKey, {dialect.StoredWords})",
            new { queueKey, words = SearchWords.Fold($"{copy.Slugline} {copy.Headline} {copy.Standfirst} {copy.Byline} {copy.Place} {body}") });
    }

    private sealed class VersionColumns
    {
        public long Story { get; init; }

        public int Number { get; init; }

        public string Copy { get; init; } = "";

        public string Source { get; init; } = "";

        public long? Wire_Item { get; init; }

        public string Made_By { get; init; } = "";

        public long Made_At { get; init; }

        public Version ToVersion() => new(
            new StoryId(Story), Number, StoredJson.Read<Copy>(Copy), Wire_Item is { } item ? new Provenance(item, Source) : null, Made_By,
            DateTimeOffset.FromUnixTimeMilliseconds(Made_At));
    }

    private sealed class MoveColumns
    {
        public int Number { get; init; }

        public string Move { get; init; } = "";

        public string From_State { get; init; } = "";

        public string To_State { get; init; } = "";

        public int Version { get; init; }

        public string Made_By { get; init; } = "";

        public long Made_At { get; init; }

        public string Note { get; init; } = "";
    }
}
