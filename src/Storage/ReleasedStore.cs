using System.Data.Common;
using Wireroom.Storage.Dialects;
using Wireroom.Stories;
using Wireroom.Stories.Body;

namespace Wireroom.Storage;

/// <summary>
/// The only door of the public rooms. Every query reads through <see cref="Visible"/>, so that nothing embargoed, unreleased, superseded or withdrawn
/// can be asked for: the embargo is a query, decided here and nowhere else.
/// </summary>
public sealed partial class ReleasedStore
{
    /// <summary>The one condition: a release is seen from its moment until the next one takes its place or it is withdrawn.</summary>
    private const string Visible = "r.visible_from <= @now and r.visible_until > @now";

    /// <summary>The releases of stories that are out that readers have seen: the one of now and those before it.</summary>
    private const string Seen =
        "r.visible_from <= @now and r.visible_from < r.visible_until and exists (select 1 from releases o where o.story = r.story and o.visible_from <= @now and o.visible_until > @now)";

    private const string RowColumns =
        "r.key, r.story, r.version, r.kind, r.note, r.published_at, r.visible_from, r.slug, r.section, r.language, r.headline, r.lead, r.byline, r.credit, r.place, r.urgency, r.picture, f.focus_x, f.focus_y, f.shown_until as picture_until, " + Live;

    /// <summary>What the library says of the picture that a list shows.</summary>
    private const string WithPicture = "left join pictures f on f.file = r.picture_file";

    private const string StoryColumns = "r.key, r.version, r.kind, r.note, r.published_at, r.visible_from, r.slug, r.copy, (select count(*) from translations t where t.story = r.story) as joined, " + Live;
    private const string WholeStory = $"select {StoryColumns}, l.ledger from releases r left join ledgers l on l.story = r.story and l.version = r.version where r.story = @story and {Visible}";
    private const string EveryVersion = $"select {StoryColumns}, null from releases r where r.story = @story and {Seen} order by r.visible_from desc, r.version desc";

    private readonly Dialect dialect;
    private readonly TimeProvider clock;

    internal ReleasedStore(Dialect dialect, TimeProvider clock)
    {
        this.dialect = dialect;
        this.clock = clock;
    }

    /// <summary>The newest stories first.</summary>
    public Task<IReadOnlyList<ReleasedRow>> LatestAsync(ReleasedFilter filter, int count, CancellationToken cancel) => ReadAsync<IReadOnlyList<ReleasedRow>>(
        async (reading, now) =>
        {
            var query = filter.Words is { } words ? SearchQuery.Parse(words) : null;
            if (query is { IsEmpty: true })
                return [];
            var conditions = Visible;
            if (filter.Topic is not null && query is not null)
                conditions += " and exists (select 1 from release_topics t where t.topic = @Topic and t.key = r.key)";
            if (filter.Name is not null && (query is not null || filter.Topic is not null))
                conditions += " and exists (select 1 from release_names n where n.kind = @kind and n.slug = @Name and n.key = r.key)";
            if (filter.Section is not null)
                conditions += " and r.section = @Section";
            if (filter.Language is not null)
                conditions += " and r.language = @Language";

            // From, until and before are all bounds of the one key.
            var atLeast = filter.From is { } start ? DateKey.First(start) : 0;
            var below = Math.Min(filter.Before ?? long.MaxValue, filter.Until is { } end ? DateKey.First(end) : long.MaxValue);
            var values = new { now, match = query is null ? "" : dialect.Match(query), phrases = query?.Phrases, filter.Topic, filter.Section, filter.Language, kind = KindName(filter.NameKind), filter.Name, atLeast, below };
            var rows = new List<ReleaseColumns>();
            SearchStep? step = query is not null ? dialect.FirstStep(conditions)
                : filter.Topic is null && filter.Name is not null
                    ? new("release_names n join releases r on r.key = n.key", "n.key", "n.kind = @kind and n.slug = @Name and n.key < @below")
                : filter.Topic is null ? new("releases r", "r.key", "r.key < @below")
                : new("release_topics t join releases r on r.key = t.key", "t.key", "t.topic = @Topic and t.key < @below");
            while (step is not null && rows.Count < count)
            {
                var found = await reading.ListAsync<ReleaseColumns>(
                    $"select {RowColumns} from {step.From} {WithPicture} where {step.Condition} and {step.Key} >= @atLeast and {conditions} order by {step.Key} desc limit {count - rows.Count}", values);
                rows.AddRange(found);
                step = query is null ? null : dialect.NextStep(step, query, conditions, rows.Count, count);
            }

            return [.. rows.Select(row => row.ToRow(now))];
        },
        cancel);

    /// <summary>The story whole, or null where readers cannot see it.</summary>
    public Task<ReleasedStory?> FindAsync(StoryId story, CancellationToken cancel) => ReadAsync(
        async (reading, now) =>
        {
            if (await StoriesAsync(reading, WholeStory, story, now) is not [var found])
                return null;
            // A first release has nothing before it that could have been corrected.
            return found.Row.Kind == ReleaseKind.First
                ? found
                : found with
                {
                    Corrections = [.. (await reading.ListAsync<ReleaseColumns>(
                        $"select {RowColumns} from releases r {WithPicture} where r.story = @Value and r.kind = 'correction' and {Seen} order by r.visible_from desc",
                        new { story.Value, now })).Select(row => row.ToCorrection(now))],
                };
        },
        cancel);

    /// <summary>The notice of a withdrawn story that was once out, or null.</summary>
    public Task<WithdrawnNotice?> FindWithdrawnAsync(StoryId story, CancellationToken cancel) => ReadAsync(
        async (reading, _) =>
        {
            var row = await reading.FirstAsync<WithdrawnColumns>(
                """
                select withdrawn_at, withdrawal_reason from stories
                where id = @Value and state = 'withdrawn'
                  and exists (select 1 from releases r where r.story = stories.id and r.visible_from < stories.withdrawn_at)
                """,
                new { story.Value });
            return row is null ? null : new WithdrawnNotice(story, row.Withdrawal_Reason, DateTimeOffset.FromUnixTimeMilliseconds(row.Withdrawn_At));
        },
        cancel);

    /// <summary>The stories that were once out and have been withdrawn since that time, the newest first.</summary>
    public Task<IReadOnlyList<StoryId>> WithdrawnSinceAsync(DateTimeOffset since, CancellationToken cancel) => ReadAsync<IReadOnlyList<StoryId>>(
        async (reading, _) => [.. (await reading.ListAsync<long>(
            """
            select id from stories where state = 'withdrawn' and withdrawn_at >= @from
              and exists (select 1 from releases r where r.story = stories.id and r.visible_from < stories.withdrawn_at) order by withdrawn_at desc
            """,
            new { from = since.ToUnixTimeMilliseconds() })).Select(id => new StoryId(id))],
        cancel);

    /// <summary>Every version of the story that readers have seen, newest first; empty where the story is not out.</summary>
    public Task<IReadOnlyList<ReleasedStory>> HistoryAsync(StoryId story, CancellationToken cancel) => ReadAsync<IReadOnlyList<ReleasedStory>>(
        async (reading, now) =>
        {
            var versions = await StoriesAsync(reading, EveryVersion, story, now);
            return [.. versions.Select((version, at) => version with { Corrections = [.. versions.Skip(at).SelectMany(earlier => earlier.Corrections)] })];
        },
        cancel);

    /// <summary>Corrections to stories that are out, newest first; each row is the story as it stands now.</summary>
    public Task<IReadOnlyList<ReleasedCorrection>> CorrectionsAsync(int count, CancellationToken cancel) => ReadAsync<IReadOnlyList<ReleasedCorrection>>(
        async (reading, now) =>
        {
            var rows = await reading.ListAsync<ReleaseColumns>(
                $"""
                select {RowColumns}, c.note as correction_note, c.visible_from as corrected_at
                from releases c join releases r on r.story = c.story {WithPicture}
                where c.kind = 'correction' and c.visible_from <= @now and c.visible_from < c.visible_until and {Visible}
                order by c.visible_from desc limit {count}
                """,
                new { now });
            return [.. rows.Select(row => new ReleasedCorrection(row.ToRow(now), row.Correction_Note, DateTimeOffset.FromUnixTimeMilliseconds(row.Corrected_At)))];
        },
        cancel);

    /// <summary>The sections in their order.</summary>
    public Task<IReadOnlyList<Section>> SectionsAsync(CancellationToken cancel) => ReadAsync((reading, _) => House.SectionsAsync(reading), cancel);

    /// <summary>The newsroom's public face.</summary>
    public Task<Masthead> MastheadAsync(CancellationToken cancel) => ReadAsync((reading, _) => House.MastheadAsync(reading), cancel);

    /// <summary>The topic with that slug and the number of its stories that are out, or null where none is.</summary>
    public Task<Topic?> FindTopicAsync(string slug, CancellationToken cancel) => ReadAsync(
        async (reading, now) =>
        {
            var name = await reading.FirstAsync<string>("select name from topics where slug = @slug", new { slug });
            var stories = await reading.FirstAsync<int>(
                $"select count(*) from release_topics t join releases r on r.key = t.key where t.topic = @slug and {Visible}", new { slug, now });
            return name is null || stories == 0 ? null : new Topic(slug, name, stories);
        },
        cancel);

    /// <summary>
    /// The soonest moment after now at which the clock alone opens or closes something, or null. What was rendered before it must not be served after it.
    /// </summary>
    public Task<DateTimeOffset?> NextChangeAsync(CancellationToken cancel) => ReadAsync<DateTimeOffset?>(
        async (reading, now) =>
        {
            // A release closes only when the next one opens, or by a ring; a picture, when the right to it ends.
            var next = await reading.FirstAsync<long?>(
                """
                select min(at) from (
                  select min(r.visible_from) as at from releases r where r.visible_from > @now and r.visible_until > r.visible_from
                  union all select min(shown_until) from pictures where shown_until > @now
                  union all select min(shown_until) from release_pictures where shown_until > @now) moments
                """,
                new { now });
            return next is { } at && at < long.MaxValue ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null;
        },
        cancel);

    /// <summary>Divides everything that is out, the oldest first, into parts of that many stories: the key of each part's first. Parts that are full stay as they are.</summary>
    public Task<IReadOnlyList<long>> PartsAsync(int length, CancellationToken cancel) => ReadAsync<IReadOnlyList<long>>(
        async (reading, now) => await reading.ListAsync<long>(
            $"select key from (select r.key, row_number() over (order by r.key) as place from releases r where {Visible}) placed where place % @length = @one order by key",
            new { now, length, one = length == 1 ? 0 : 1 }),
        cancel);

    /// <summary>The picture, where a story that is out shows it and the right to it has not ended. Only such pictures are served to readers.</summary>
    public Task<ShownPicture?> FindPictureAsync(string file, CancellationToken cancel) => ReadAsync(
        async (reading, now) => (await reading.FirstAsync<ShownColumns>(
            $"""
            select f.file, f.width, f.height, f.focus_x, f.focus_y, case when f.shown_until < p.shown_until then f.shown_until else p.shown_until end as picture_until
            from release_pictures p join releases r on r.key = p.key join pictures f on f.file = p.file
            where p.file = @file and {Visible} and p.shown_until > @now and f.shown_until > @now
            order by p.shown_until desc limit 1
            """,
            new { file, now }))?.ToShown(),
        cancel);

    /// <summary>The files of the pictures that stories which are out show, by the keys of their rows, between two keys; in the order of the rows.</summary>
    public Task<ILookup<long, ShownPicture>> PicturesBetweenAsync(long first, long last, CancellationToken cancel) => ReadAsync(
        async (reading, now) => (await reading.ListAsync<ShownColumns>(
            $"""
            select p.key, f.file, f.width, f.height, f.focus_x, f.focus_y, f.shown_until as picture_until
            from release_pictures p join releases r on r.key = p.key join pictures f on f.file = p.file
            where p.key >= @first and p.key <= @last and {Visible} and p.shown_until > @now and f.shown_until > @now order by p.key, f.file
            """,
            new { first, last, now })).ToLookup(row => row.Key, row => row.ToShown()),
        cancel);

    /// <summary>
    /// Releases of a story with their copy, each with itself as correction where it is one. This is what an article page waits for, and read by hand: what a
    /// list takes from columns stands in the copy too, and the copy is read from the bytes as they lie.
    /// </summary>
    private static async Task<IReadOnlyList<ReleasedStory>> StoriesAsync(Reading reading, string sql, StoryId story, long now)
    {
        using var command = reading.Connection.CreateCommand();
        command.CommandText = sql;
        Add("story", story.Value);
        Add("now", now);
        using var rows = await command.ExecuteReaderAsync(reading.Cancel);
        var stories = new List<ReleasedStory>(1);
        var pictured = false;
        while (await rows.ReadAsync(reading.Cancel))
        {
            var copy = StoredCopy.Read(rows.GetFieldValue<byte[]>(7));
            pictured |= copy.Pictures.Any(picture => picture.File.Length > 0);
            var kind = Enum.Parse<ReleaseKind>(rows.GetString(2), ignoreCase: true);
            var (published, opened) = (DateTimeOffset.FromUnixTimeMilliseconds(rows.GetInt64(4)), DateTimeOffset.FromUnixTimeMilliseconds(rows.GetInt64(5)));
            var row = new ReleasedRow
            {
                Key = rows.GetInt64(0),
                Story = story,
                Version = rows.GetInt32(1),
                Slug = rows.GetString(6),
                Section = copy.Section,
                Language = copy.Language,
                Headline = copy.Headline,
                Lead = copy.Lead,
                Byline = copy.Byline,
                Credit = copy.Credit,
                Place = copy.Place,
                Urgency = copy.Urgency,
                Kind = kind,
                PublishedAt = published,
                UpdatedAt = UpdatedAt(kind, published, opened),
                Live = (LiveState)rows.GetInt32(9),
                LeadPicture = copy.Pictures.FirstOrDefault(picture => picture.File.Length > 0),
            };
            stories.Add(new ReleasedStory(row, copy, kind == ReleaseKind.Correction ? [new ReleasedCorrection(row, rows.GetString(3), opened)] : [])
            {
                IsTranslated = rows.GetInt64(8) > 0,
                StoredLedger = rows.IsDBNull(10) ? null : rows.GetString(10),
            });
        }

        if (!pictured)
            return stories;
        await rows.DisposeAsync();
        return [.. await ReleasedPictures.InAsync(reading, stories, now)];

        void Add(string name, long value)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }
    }

    /// <summary>Archive copy is listed under a day before it went out here, and that is no update.</summary>
    private static DateTimeOffset UpdatedAt(ReleaseKind kind, DateTimeOffset published, DateTimeOffset opened) => kind == ReleaseKind.First ? published : opened;

    private async Task<T> ReadAsync<T>(Func<Reading, long, Task<T>> work, CancellationToken cancel)
    {
        try
        {
            var connection = await dialect.RentAsync(cancel);
            try
            {
                return await work(new Reading(connection, null, cancel), clock.GetUtcNow().ToUnixTimeMilliseconds());
            }
            finally
            {
                await dialect.ReturnAsync(connection);
            }
        }
        catch (DbException exception) when (dialect.Explain(exception) is { } sentence)
        {
            throw new StoreException(sentence, exception);
        }
    }

    private sealed class ReleaseColumns
    {
        public long Key { get; init; }

        public long Story { get; init; }

        public int Version { get; init; }

        public string Kind { get; init; } = "";

        public string Note { get; init; } = "";

        public long Published_At { get; init; }

        public long Visible_From { get; init; }

        public string Slug { get; init; } = "";

        public string Section { get; init; } = "";

        public string Language { get; init; } = "";

        public string Headline { get; init; } = "";

        public string Lead { get; init; } = "";

        public string Byline { get; init; } = "";

        public string Credit { get; init; } = "";

        public string Place { get; init; } = "";

        public int Urgency { get; init; }

        public string? Picture { get; init; }

        public int? Focus_X { get; init; }

        public int? Focus_Y { get; init; }

        public long? Picture_Until { get; init; }
        public int Live { get; init; }

        public string Correction_Note { get; init; } = "";

        public long Corrected_At { get; init; }

        public ReleasedRow ToRow(long now)
        {
            var kind = Enum.Parse<ReleaseKind>(Kind, ignoreCase: true);
            var published = DateTimeOffset.FromUnixTimeMilliseconds(Published_At);
            return new ReleasedRow
            {
                Key = Key,
                Story = new StoryId(Story),
                Version = Version,
                Slug = Slug,
                Section = Section,
                Language = Language,
                Headline = Headline,
                Lead = Lead,
                Byline = Byline,
                Credit = Credit,
                Place = Place,
                Urgency = Urgency,
                Kind = kind,
                PublishedAt = published,
                UpdatedAt = UpdatedAt(kind, published, DateTimeOffset.FromUnixTimeMilliseconds(Visible_From)),
                Live = (LiveState)Live,
                LeadPicture = Picture is null || Picture_Until <= now ? null : ReleasedPictures.Shown(StoredJson.Read<Picture>(Picture), Focus_X, Focus_Y, now),
            };
        }

        public ReleasedCorrection ToCorrection(long now) => new(ToRow(now), Note, DateTimeOffset.FromUnixTimeMilliseconds(Visible_From));
    }

    private sealed class ShownColumns
    {
        public long Key { get; init; }

        public string File { get; init; } = "";

        public int Width { get; init; }

        public int Height { get; init; }

        public int Focus_X { get; init; }

        public int Focus_Y { get; init; }

        public long Picture_Until { get; init; }

        public ShownPicture ToShown() => new(
            File, Width, Height, new Focus(Focus_X, Focus_Y), Picture_Until == long.MaxValue ? null : DateTimeOffset.FromUnixTimeMilliseconds(Picture_Until));
    }

    private sealed class WithdrawnColumns
    {
        public long Withdrawn_At { get; init; }

        public string Withdrawal_Reason { get; init; } = "";
    }
}
