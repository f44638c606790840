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
    private const string InsertVersion =
        "insert into versions (story, number, copy, suggested, source, wire_item, made_by, made_at) values (@Story, @Number, @Copy, @Suggested, @Source, @WireItem, @MadeBy, @MadeAt)";

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

    /// <summary>The story's row alone, without its text, or null.</summary>
    public Task<QueueRow?> FindRowAsync(StoryId story, CancellationToken cancel) => ReadAsync(
        async reading => (await reading.FirstAsync<StoryColumns>("select * from stories where id = @Value", new { story.Value }))?.ToQueueRow(),
        cancel);

    /// <summary>The story's version of that number, or null.</summary>
    public Task<Version?> FindVersionAsync(StoryId story, int number, CancellationToken cancel) => ReadAsync(
        async reading => (await reading.FirstAsync<VersionColumns>("select * from versions where story = @Value and number = @number", new { story.Value, number }))?.ToVersion(),
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

    /// <summary>The identity of a story that is about to be written; asked for in the writer's turn only.</summary>
    private StoryId NextStory() => lastStory = StoryId.New(clock, lastStory);

    /// <summary>Starts a story of the house's own, as a draft taken by its writer; <paramref name="suggested"/> is its text with suggestions, where there are any.</summary>
    /// <exception cref="OutOfReachException">Whoever acts does not work in that section or on that desk.</exception>
    public Task<StoryId> WriteStoryAsync(Copy copy, string by, CancellationToken cancel, string desk = "", string suggested = "") => WriteAsync(
        async writing =>
        {
            var story = NextStory();
            Reaches(copy.Section, desk);
            desk = desk.Length == 0 && Acting.Now?.Reach is { Desks: [var own, ..] } ? own : desk;
            await InsertStoryAsync(writing, story, copy, provenance: null, signal: "new", StoryState.Draft, takenBy: by, by, clock.GetUtcNow(), desk, suggested);
            if (((IReadOnlyList<Check>)[]).OfSuggestions(suggested, 1, by, clock.GetUtcNow()) is { } open)
                await KeepChecksAsync(writing, story, [open]);
            writing.Notes.Add(new Note(by, "", "write", story.Value, copy.Headline));
            await MentionAsync(writing, story, 0, copy.EdNote, by);
            return story;
        },
        cancel);

    /// <summary>
    /// Saves a new version. <paramref name="baseVersion"/> is the number of the version that the editor began with; where the story has moved on since,
    /// a <see cref="VersionMovedOnException"/> says so and nothing is lost. Where nothing changed, no version is made. A story from the queue is taken by whoever
    /// saves it. <paramref name="note"/> is what the log says of it. <paramref name="suggested"/> is the text with its suggestions, empty where there are none; whoever
    /// knows of no suggestions gives null, and then they stay, or where the text itself is another, it is refused. Returns the newest version's number.
    /// </summary>
    public Task<int> SaveVersionAsync(StoryId story, Copy copy, int baseVersion, string by, CancellationToken cancel, string note = "", string? suggested = null) => WriteAsync(
        async writing =>
        {
            var row = await StoryRowAsync(writing, story);
            if (row.HeadVersion != baseVersion)
                throw new VersionMovedOnException(row.HeadVersion);
            Reaches(copy.Section, desk: "");
            var head = await HeadAsync(writing, story);
            if (suggested is null && head.Suggested.Length > 0 && !StoredJson.Write(head.Copy.Body.ToArray()).Equals(StoredJson.Write(copy.Body.ToArray()), StringComparison.Ordinal))
                throw new MoveRefusedException("There are suggestions in the text that nobody has accepted or rejected. Change it in the editor, where they are seen.");
            suggested ??= head.Suggested;
            if (StoredJson.Write(head.Copy) == StoredJson.Write(copy) && head.Suggested == suggested)
                return row.HeadVersion;
            if (row.State is StoryState.Received)
                row = await MoveAsync(writing, row, Move.Take, by, note: "");
            await MentionAsync(writing, story, 0, copy.EdNote, by, head.Copy.EdNote);
            return await AddVersionAsync(writing, row, copy, head.Provenance, by, note, suggested);
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
            writing.Notes.Add(new Note(by, "", hold ? "hold" : "lift the hold", story.Value, ""));
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
            """
            update stories set state = @to, taken_by = @takenBy, changed_at = @Now, same_as = case when @returns then null else same_as end where id = @Value;
            insert into moves (story, number, move, from_state, to_state, version, made_by, made_at, note)
            values (@Value, (select coalesce(max(number), 0) + 1 from moves where story = @Value), @move, @from, @to, @HeadVersion, @by, @Now, @note)
            """,
            new { row.Story.Value, move = move.ToString().ToLowerInvariant(), from = Name(row.State), to = Name(to), takenBy, row.HeadVersion, by, Now, note, returns = move is Move.Restore or Move.GiveBack });
        writing.Notes.Add(new Note(by, "", Words(move), row.Story.Value, $"version {row.HeadVersion}{(note.Length > 0 ? $": {note}" : "")}"));
        writing.Ring(RingKind.Queue, row.Story.Value);
        return row with { State = to, TakenBy = takenBy };
    }

    private static string Words(Move move) => move switch
    {
        Move.ComeDue => "come due",
        Move.GiveBack => "give back",
        _ => move.ToString().ToLowerInvariant(),
    };

    /// <summary>Nobody files copy outside of the sections and desks that they work in, by whatever way it comes here.</summary>
    private static void Reaches(string section, string desk)
    {
        if (Acting.Now?.Reach is { } reach && (reach.WhyNotFile(section) ?? reach.WhyNotPut(desk)) is { } why)
            throw new OutOfReachException(why);
    }

    private async Task InsertStoryAsync(
        Writing writing, StoryId story, Copy copy, Provenance? provenance, string signal, StoryState state, string takenBy, string by, DateTimeOffset arrivedAt, string desk = "", string suggested = "")
    {
        var at = arrivedAt.ToUnixTimeMilliseconds();
        var key = await NextKeyAsync(writing, "stories", "queue_key", at);
        // One command for all rows: on PostgreSQL each command is a journey to the server.
        await writing.RunAsync(
            $"""
            insert into stories (
              id, queue_key, state, slug, head_version, released_version, wire_version, source, signal, urgency, slugline, headline, working_title, lead,
              section, language, credit, words, arrived_at, changed_at, taken_by, embargo_until, embargo_unread, hold, desk)
            values (
              @Story, @Key, @State, @Slug, @Number, 0, 0, @Source, @Signal, @Urgency, @Slugline, @Headline, @WorkingTitle, @Lead,
              @Section, @Language, @Credit, @Count, @ArrivedAt, @Now, @TakenBy, @Until, @Unread, @Hold, @Desk);
            {InsertVersion};
            insert into queue_search ({dialect.SearchKey}, words) values (@Key, {dialect.StoredWords})
            """,
            new HeadValues(new Version(story, 1, copy, provenance, by, clock.GetUtcNow()) { Suggested = suggested }, key, Now)
            {
                State = Name(state), Slug = Slug.Of(copy.Headline), Signal = signal, ArrivedAt = at, TakenBy = takenBy, Hold = signal == "hold" ? ByWire : "", Desk = desk,
            });
        await NotePicturesAsync(writing, story, copy);
        writing.Ring(RingKind.Queue, story.Value);
    }

    private async Task<int> AddVersionAsync(Writing writing, QueueRow row, Copy copy, Provenance? provenance, string by, string note = "", string suggested = "")
    {
        await CarryChecksAsync(writing, row, copy, suggested, by);
        if (row.Commented)
            await FollowPassagesAsync(writing, row.Story, TextOf(await HeadAsync(writing, row.Story)), TextOf(copy, suggested));
        row = await MoveAsync(writing, row with { HeadVersion = row.HeadVersion + 1 }, Move.Edit, by, note);
        await writing.RunAsync(
            $"""
            {InsertVersion};
            update stories set head_version = @Number, urgency = @Urgency, slugline = @Slugline, headline = @Headline, working_title = @WorkingTitle,
              lead = @Lead, section = @Section, language = @Language, credit = @Credit, words = @Count, embargo_until = @Until, embargo_unread = @Unread,
              changed_at = @Now, snoozed_until = null
            where id = @Story;
            delete from story_pictures where story = @Story;
            delete from queue_search where {dialect.SearchKey} = @Key;
            insert into queue_search ({dialect.SearchKey}, words) values (@Key, {dialect.StoredWords})
            """,
            new HeadValues(new Version(row.Story, row.HeadVersion, copy, provenance, by, clock.GetUtcNow()) { Suggested = suggested }, row.Key, Now));
        await NotePicturesAsync(writing, row.Story, copy);
        return row.HeadVersion;
    }

    private static async Task NotePicturesAsync(Writing writing, StoryId story, Copy copy)
    {
        foreach (var file in copy.Pictures.Select(picture => picture.File).Where(file => file.Length > 0).Distinct(StringComparer.Ordinal))
            await writing.RunAsync("insert into story_pictures (file, story) values (@file, @Value)", new { file, story.Value });
    }

    /// <summary>A version as it goes into its own row, the story's row and the queue's search.</summary>
    private sealed class HeadValues(Version version, long key, long now)
    {
        private readonly string body = BodyText.Of(version.Copy.Body);

        public long Story => version.Story.Value;

        public long Key => key;

        public long Now => now;

        public int Number => version.Number;

        public string Copy => StoredJson.Write(version.Copy);

        public string Suggested => version.Suggested;

        public string Source => version.Provenance?.Source ?? "";

        public long? WireItem => version.Provenance?.WireItem;

        public string MadeBy => version.MadeBy;

        public long MadeAt => version.MadeAt.ToUnixTimeMilliseconds();

        public int Urgency => version.Copy.Urgency;

        public string Slugline => version.Copy.Slugline;

        public string Headline => version.Copy.Headline;

        public int WorkingTitle => version.Copy.HeadlineIsWorkingTitle ? 1 : 0;

        public string Lead => version.Copy.Lead;

        public string Section => version.Copy.Section;

        public string Language => version.Copy.Language;

        public string Credit => version.Copy.Credit;

        public int Count => BodyText.CountWords(body);

        public long? Until => version.Copy.Embargo?.Until?.ToUnixTimeMilliseconds();

        public int Unread => version.Copy.Embargo is { Until: null } ? 1 : 0;

        public string Words => SearchWords.Fold($"{Slugline} {Headline} {version.Copy.Standfirst} {version.Copy.Byline} {version.Copy.Place} {body}");

        public string State { get; init; } = "";

        public string Slug { get; init; } = "";

        public string Signal { get; init; } = "";

        public long ArrivedAt { get; init; }

        public string TakenBy { get; init; } = "";

        public string Hold { get; init; } = "";

        public string Desk { get; init; } = "";
    }

    private sealed class VersionColumns
    {
        public long Story { get; init; }

        public int Number { get; init; }

        public string Copy { get; init; } = "";

        public string Suggested { get; init; } = "";

        public string Source { get; init; } = "";

        public long? Wire_Item { get; init; }

        public string Made_By { get; init; } = "";

        public long Made_At { get; init; }

        public Version ToVersion() => new(
            new StoryId(Story), Number, StoredJson.Read<Copy>(Copy), Wire_Item is { } item ? new Provenance(item, Source) : null, Made_By,
            DateTimeOffset.FromUnixTimeMilliseconds(Made_At))
        {
            Suggested = Suggested,
        };
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
