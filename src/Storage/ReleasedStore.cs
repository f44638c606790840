using System.Data.Common;
using Wireroom.Language.Attribution;
using Wireroom.Storage.Dialects;
using Wireroom.Stories;
using Wireroom.Stories.Body;

namespace Wireroom.Storage;

/// <summary>
/// The only door of the public rooms. Every query reads through <see cref="Visible"/>, so that nothing embargoed, unreleased, superseded or withdrawn
/// can be asked for: the embargo is a query, decided here and nowhere else.
/// </summary>
public sealed class ReleasedStore
{
    /// <summary>The one condition: a release is seen from its moment until the next one takes its place or it is withdrawn.</summary>
    private const string Visible = "r.visible_from <= @now and r.visible_until > @now";

    /// <summary>The releases of stories that are out that readers have seen: the one of now and those before it.</summary>
    private const string Seen =
        "r.visible_from <= @now and r.visible_from < r.visible_until and exists (select 1 from releases o where o.story = r.story and o.visible_from <= @now and o.visible_until > @now)";

    private const string RowColumns =
        "r.key, r.story, r.version, r.kind, r.note, r.published_at, r.visible_from, r.slug, r.section, r.language, r.headline, r.lead, r.byline, r.credit, r.place, r.urgency, r.picture";

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
            IReadOnlyList<SearchStep> steps = filter.Topic is null
                ? [new("releases r", "r.key", "r.key < @below")]
                : [new("release_topics t join releases r on r.key = t.key", "t.key", "t.topic = @Topic and t.key < @below")];
            var match = "";
            if (filter.Words is { } words)
            {
                var query = SearchQuery.Parse(words);
                if (query.IsEmpty)
                    return [];
                match = dialect.Match(query);
                steps = [.. dialect.NewestMatches("release_search").Select(step => step with { From = $"{step.From} {dialect.JoinFound} releases r on r.key = {step.Key}" })];
            }

            var conditions = Visible;
            if (filter.Topic is not null && filter.Words is not null)
                conditions += " and exists (select 1 from release_topics t where t.topic = @Topic and t.key = r.key)";
            if (filter.Section is not null)
                conditions += " and r.section = @Section";
            if (filter.Language is not null)
                conditions += " and r.language = @Language";

            // From, until and before are all bounds of the one key.
            var atLeast = filter.From is { } start ? DateKey.First(start) : 0;
            var below = Math.Min(filter.Before ?? long.MaxValue, filter.Until is { } end ? DateKey.First(end) : long.MaxValue);
            var values = new { now, match, filter.Topic, filter.Section, filter.Language, atLeast, below };
            var rows = new List<ReleaseColumns>();
            foreach (var (from, key, condition) in steps)
            {
                if (rows.Count < count)
                {
                    rows.AddRange(await reading.ListAsync<ReleaseColumns>(
                        $"select {RowColumns} from {from} where {condition} and {key} >= @atLeast and {conditions} order by {key} desc limit {count - rows.Count}", values));
                }
            }

            return [.. rows.Select(row => row.ToRow())];
        },
        cancel);

    /// <summary>The story whole, or null where readers cannot see it.</summary>
    public Task<ReleasedStory?> FindAsync(StoryId story, CancellationToken cancel) => ReadAsync(
        async (reading, now) =>
        {
            var columns = await reading.FirstAsync<ReleaseColumns>(
                $"select {RowColumns}, r.copy from releases r where r.story = @Value and {Visible}", new { story.Value, now });
            if (columns is null)
                return null;
            // A first release has nothing before it that could have been corrected.
            IReadOnlyList<ReleasedCorrection> corrections = columns.Kind == "first"
                ? []
                : [.. (await reading.ListAsync<ReleaseColumns>(
                    $"select {RowColumns} from releases r where r.story = @Value and r.kind = 'correction' and {Seen} order by r.visible_from desc",
                    new { story.Value, now })).Select(row => row.ToCorrection())];
            return columns.ToStory(corrections);
        },
        cancel);

    /// <summary>Who says so in the version that is out; null where the story is not out, or its version has not been read.</summary>
    public Task<Ledger?> LedgerAsync(StoryId story, CancellationToken cancel) => ReadAsync(
        async (reading, now) => await reading.FirstAsync<string>(
            $"select l.ledger from releases r join ledgers l on l.story = r.story and l.version = r.version where r.story = @Value and {Visible}", new { story.Value, now }) is { } text
            ? StoredLedgerJson.ReadLedger(text)
            : null,
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

    /// <summary>Every version of the story that readers have seen, newest first; empty where the story is not out.</summary>
    public Task<IReadOnlyList<ReleasedStory>> HistoryAsync(StoryId story, CancellationToken cancel) => ReadAsync<IReadOnlyList<ReleasedStory>>(
        async (reading, now) =>
        {
            var rows = await reading.ListAsync<ReleaseColumns>(
                $"select {RowColumns}, r.copy from releases r where r.story = @Value and {Seen} order by r.visible_from desc, r.version desc", new { story.Value, now });
            return [.. rows.Select((row, at) => row.ToStory(
                [.. rows.Skip(at).Where(earlier => earlier.Kind == "correction").Select(earlier => earlier.ToCorrection())]))];
        },
        cancel);

    /// <summary>Corrections to stories that are out, newest first; each row is the story as it stands now.</summary>
    public Task<IReadOnlyList<ReleasedCorrection>> CorrectionsAsync(int count, CancellationToken cancel) => ReadAsync<IReadOnlyList<ReleasedCorrection>>(
        async (reading, now) =>
        {
            var rows = await reading.ListAsync<ReleaseColumns>(
                $"""
                select {RowColumns}, c.note as correction_note, c.visible_from as corrected_at
                from releases c join releases r on r.story = c.story
                where c.kind = 'correction' and c.visible_from <= @now and c.visible_from < c.visible_until and {Visible}
                order by c.visible_from desc limit {count}
                """,
                new { now });
            return [.. rows.Select(row => new ReleasedCorrection(row.ToRow(), row.Correction_Note, DateTimeOffset.FromUnixTimeMilliseconds(row.Corrected_At)))];
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
            var opens = await reading.FirstAsync<long?>("select min(r.visible_from) from releases r where r.visible_from > @now and r.visible_until > r.visible_from", new { now });
            return opens is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null; // a release closes only when the next one opens, or by a ring
        },
        cancel);

    /// <summary>Divides everything that is out, the oldest first, into parts of that many stories: the key of each part's first. Parts that are full stay as they are.</summary>
    public Task<IReadOnlyList<long>> PartsAsync(int length, CancellationToken cancel) => ReadAsync<IReadOnlyList<long>>(
        async (reading, now) => await reading.ListAsync<long>(
            $"select key from (select r.key, row_number() over (order by r.key) as place from releases r where {Visible}) placed where place % @length = @one order by key",
            new { now, length, one = length == 1 ? 0 : 1 }),
        cancel);

    /// <summary>True where the picture stands in a story that is out. Only such pictures are served to readers.</summary>
    public Task<bool> ShowsPictureAsync(string file, CancellationToken cancel) => ReadAsync(
        async (reading, now) => await reading.FirstAsync<int>(
            $"select count(*) from (select 1 from release_pictures p join releases r on r.key = p.key where p.file = @file and {Visible} limit 1) shown",
            new { file, now }) > 0,
        cancel);

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

        public string Copy { get; init; } = "";

        public string Correction_Note { get; init; } = "";

        public long Corrected_At { get; init; }

        public ReleasedRow ToRow() => new()
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
            Kind = Enum.Parse<ReleaseKind>(Kind, ignoreCase: true),
            PublishedAt = DateTimeOffset.FromUnixTimeMilliseconds(Published_At),
            // Archive copy is listed under a day before it went out here, and that is no update.
            UpdatedAt = DateTimeOffset.FromUnixTimeMilliseconds(Kind == "first" ? Published_At : Visible_From),
            LeadPicture = Picture is null ? null : StoredJson.Read<Picture>(Picture),
        };

        public ReleasedStory ToStory(IReadOnlyList<ReleasedCorrection> corrections) => new(ToRow(), StoredJson.Read<Copy>(Copy), corrections);

        public ReleasedCorrection ToCorrection() => new(ToRow(), Note, DateTimeOffset.FromUnixTimeMilliseconds(Visible_From));
    }

    private sealed class WithdrawnColumns
    {
        public long Withdrawn_At { get; init; }

        public string Withdrawal_Reason { get; init; } = "";
    }
}
