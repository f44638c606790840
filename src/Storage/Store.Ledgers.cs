using Wireroom.Language.Attribution;
using Wireroom.Stories;
using Version = Wireroom.Stories.Version;

namespace Wireroom.Storage;

public sealed partial class Store
{
    /// <summary>
    /// The ledger of a version, read now where that reader has not read it yet, and kept. What the desk put right in the version before holds on as long as
    /// its words stand.
    /// </summary>
    /// <param name="version">The version.</param>
    /// <param name="reader">The reader's version: a ledger that another one made is made anew.</param>
    /// <param name="read">Reads the copy.</param>
    /// <param name="cancel">Ends the waiting.</param>
    public async Task<StoredLedger> LedgerAsync(Version version, string reader, LedgerOf read, CancellationToken cancel)
    {
        var (ledger, isNew) = await ReadLedgerAsync(version, reader, read, cancel);
        if (isNew)
            await KeepLedgersAsync([(version, ledger)], reader, cancel);
        return ledger;
    }

    /// <summary>As <see cref="LedgerAsync"/>, but what is read now is not kept yet; says whether it was.</summary>
    public async Task<(StoredLedger Ledger, bool IsNew)> ReadLedgerAsync(Version version, string reader, LedgerOf read, CancellationToken cancel)
    {
        var stored = await ReadAsync(reading => StoredLedgerAsync(reading, version), cancel);
        if (stored is { } known && known.Made_By == reader)
            return (known.ToLedger(), false);
        var mends = stored?.ToMends() ?? await ReadAsync(reading => MendsBeforeAsync(reading, version), cancel);
        return (new StoredLedger(await read(version.Copy, mends), mends), true);
    }

    /// <summary>Keeps several ledgers in one go, so that the disk is waited for once; one that somebody else has kept meanwhile, perhaps with mends, stays as it is.</summary>
    public Task KeepLedgersAsync(IReadOnlyList<(Version Version, StoredLedger Ledger)> ledgers, string reader, CancellationToken cancel) => WriteAsync(
        async writing =>
        {
            foreach (var (version, ledger) in ledgers)
            {
                if ((await StoredLedgerAsync(writing, version))?.Made_By != reader)
                    await KeepLedgerAsync(version, reader, ledger, isHousekeeping: true, cancel);
            }
        },
        cancel);

    /// <summary>Keeps what the desk put right in a version's ledger.</summary>
    public Task KeepLedgerAsync(Version version, string reader, StoredLedger ledger, CancellationToken cancel) => KeepLedgerAsync(version, reader, ledger, isHousekeeping: false, cancel);

    private Task<object?> KeepLedgerAsync(Version version, string reader, StoredLedger ledger, bool isHousekeeping, CancellationToken cancel) => WriteAsync(
        async writing =>
        {
            writing.IsHousekeeping = isHousekeeping;
            var (story, number) = (version.Story.Value, version.Number);
            await writing.RunAsync(
                """
                insert into ledgers (story, version, made_by, ledger, mends) values (@story, @number, @reader, @ledger, @mends)
                on conflict (story, version) do update set made_by = excluded.made_by, ledger = excluded.ledger, mends = excluded.mends
                """,
                new { story, number, reader, ledger = StoredLedgerJson.Write(ledger.Ledger), mends = StoredLedgerJson.Write(ledger.Mends) });
            var row = await StoryRowAsync(writing, version.Story);
            if (row.HeadVersion == number)
                await KeepVoicesAsync(writing, row, ledger.Ledger);
            if (await writing.FirstAsync<int>("select count(*) from releases where story = @story and version = @number and visible_until > @Now", new { story, number, Now }) > 0)
                writing.Ring(RingKind.Released, story, SurrogateKeys.Story(version.Story));
        },
        cancel);

    /// <summary>Stories whose newest version that reader has not read, with their places in the queue; the newest arrivals below a place first.</summary>
    public Task<IReadOnlyList<(StoryId Story, long Key)>> StoriesWithoutLedgerAsync(string reader, long below, int count, CancellationToken cancel) => ReadAsync<IReadOnlyList<(StoryId, long)>>(
        async reading => [.. (await reading.ListAsync<(long Id, long Key)>(
            $"""
            select s.id, s.queue_key from stories s left join ledgers l on l.story = s.id and l.version = s.head_version and l.made_by = @reader
            where l.story is null and s.queue_key < @below order by s.queue_key desc limit {count}
            """,
            new { reader, below })).Select(row => (new StoryId(row.Id), row.Key))],
        cancel);

    /// <summary>Named sources whose name holds the words, those with most stories first.</summary>
    public Task<IReadOnlyList<Voice>> VoicesAsync(string words, int count, CancellationToken cancel) => ReadAsync<IReadOnlyList<Voice>>(
        async reading =>
        {
            // A slug holds no wildcard, and letters are folded in it.
            var rows = await reading.ListAsync<VoiceColumns>(
                $"""
                select voice, max(name) as name, max(kind) as kind, count(*) as stories, sum(statements) as statements, sum(alone) as alone
                from voices where voice like @like group by voice order by count(*) desc, voice limit {count}
                """,
                new { like = words.Length == 0 ? "%" : $"%{Slug.Of(words)}%" });
            return [.. rows.Select(row => row.ToVoice())];
        },
        cancel);

    /// <summary>The source with that slug, or null.</summary>
    public Task<Voice?> FindVoiceAsync(string slug, CancellationToken cancel) => ReadAsync(
        async reading => (await reading.FirstAsync<VoiceColumns>(
            """
            select voice, max(name) as name, max(kind) as kind, count(*) as stories, sum(statements) as statements, sum(alone) as alone
            from voices where voice = @slug group by voice
            """,
            new { slug }))?.ToVoice(),
        cancel);

    /// <summary>The stories that a source speaks in, newest arrivals first, narrowed by the queue's filter: words, section, time.</summary>
    public Task<IReadOnlyList<VoicedStory>> VoicedAsync(string slug, QueueFilter filter, DateTimeOffset? from, DateTimeOffset? until, int count, CancellationToken cancel) => ReadAsync<IReadOnlyList<VoicedStory>>(
        async reading =>
        {
            var match = Match(filter);
            var found = match is null ? "" : $"join queue_search on queue_search.{dialect.SearchKey} = stories.queue_key and {dialect.Matches("queue_search")}";
            var rows = await reading.ListAsync<VoicedColumns>(
                $"""
                select stories.*, v.statements as voiced, v.alone as alone from voices v join stories on stories.id = v.story {found}
                where v.voice = @slug and v.queue_key < @below and v.queue_key >= @first and v.queue_key < @end and stories.state <> 'spiked'
                order by v.queue_key desc limit {count}
                """,
                new
                {
                    slug, match, below = filter.Before ?? long.MaxValue, first = from is { } start ? DateKey.First(start) : 0,
                    end = until is { } stop ? DateKey.First(stop) : long.MaxValue,
                });
            return [.. rows.Select(row => new VoicedStory(row.ToQueueRow(), row.Voiced, row.Alone > 0))];
        },
        cancel);

    private static Task<LedgerColumns?> StoredLedgerAsync(Reading reading, Version version) =>
        reading.FirstAsync<LedgerColumns>("select made_by, ledger, mends from ledgers where story = @Value and version = @Number", new { version.Story.Value, version.Number });

    private static async Task<IReadOnlyList<Mend>> MendsBeforeAsync(Reading reading, Version version) =>
        await reading.FirstAsync<string>("select mends from ledgers where story = @Value and version < @Number order by version desc limit 1", new { version.Story.Value, version.Number }) is { } mends
            ? StoredLedgerJson.ReadMends(mends)
            : [];

    private static async Task KeepVoicesAsync(Writing writing, QueueRow row, Ledger ledger)
    {
        var story = row.Story.Value;
        await writing.RunAsync("delete from voices where story = @story", new { story });
        var speaking = ledger.Statements.Where(statement => statement.Source is not null).GroupBy(statement => statement.Source!.Value).ToList();
        foreach (var said in speaking.GroupBy(group => Slug.Of(ledger.Sources[group.Key].Name)))
        {
            var source = ledger.Sources[said.First().Key];
            // "The ministry" is another one in every story; only a name of its own is a voice across them.
            if (!source.Named || !source.Name.Any(char.IsUpper))
                continue;
            await writing.RunAsync(
                "insert into voices (voice, queue_key, story, name, kind, statements, alone) values (@voice, @Key, @story, @Name, @kind, @statements, @alone)",
                new
                {
                    voice = said.Key, row.Key, story, source.Name, kind = source.Kind.ToString().ToLowerInvariant(), statements = said.Sum(group => group.Count()),
                    alone = speaking.Count == 1 ? 1 : 0,
                });
        }
    }

    private sealed class LedgerColumns
    {
        public string Made_By { get; init; } = "";

        public string Ledger { get; init; } = "";

        public string Mends { get; init; } = "";

        public IReadOnlyList<Mend> ToMends() => StoredLedgerJson.ReadMends(Mends);

        public StoredLedger ToLedger() => new(StoredLedgerJson.ReadLedger(Ledger), ToMends());
    }

    private sealed class VoiceColumns
    {
        public string Voice { get; init; } = "";

        public string Name { get; init; } = "";

        public string Kind { get; init; } = "";

        public int Stories { get; init; }

        public int Statements { get; init; }

        public int Alone { get; init; }

        public Voice ToVoice() => new(Voice, Name, Enum.Parse<Language.Attribution.SourceKind>(Kind, ignoreCase: true), Stories, Statements, Alone);
    }

    private sealed class VoicedColumns : StoryColumns
    {
        public int Voiced { get; init; }

        public int Alone { get; init; }
    }
}
