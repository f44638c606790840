using System.Data.Common;
using Dapper;
using DbUp;
using Npgsql;

namespace Wireroom.Storage.Dialects;

/// <summary>PostgreSQL 15 or later, shared by any number of programs.</summary>
internal sealed class Postgres : Dialect
{
    private const string Channel = "wireroom";
    private const int ReadOneByOne = 200;
    private const int ReadFurther = 2000;
    private const int ReadFarthest = 10_000;
    private const int Frequent = 6; // of the first rows; below it the index gives less than 3 % of the table
    private const string Holds = "words @@ to_tsquery('simple', @match)";
    private const string HoldsPairs = "pairs @> (select array_agg(pair) from unnest(@phrases) phrase, unnest(word_pairs(to_tsvector('simple', phrase))) pair)";
    private const int MostRings = 50;
    private const int LongestKeys = 7000; // a payload "must be shorter than 8000 bytes": https://www.postgresql.org/docs/15/sql-notify.html
    private const long WriterLock = 0x77697265; // "wire"
    private static readonly TimeSpan Reconnect = TimeSpan.FromSeconds(2);

    private readonly string self = Guid.NewGuid().ToString("n");
    private readonly string connectionString;
    private readonly NpgsqlDataSource source;

    public Postgres(string connection)
    {
        connectionString = new NpgsqlConnectionStringBuilder(connection) { MaxAutoPrepare = 100, AutoPrepareMinUsages = 3 }.ToString();
        source = NpgsqlDataSource.Create(connectionString);
    }

    public override string SearchKey => "key";

    public override string JoinFound => "join";

    public override string StoredWords => "to_tsvector('simple', @Words)";

    public override void Migrate() => MigrationScripts.Run(DeployChanges.To.PostgresqlDatabase(connectionString), "Postgres", key: "bigint not null", blob: "bytea");

    public override async ValueTask<DbConnection> RentAsync(CancellationToken cancel) => await source.OpenConnectionAsync(cancel);

    public override ValueTask ReturnAsync(DbConnection connection) => connection.DisposeAsync();

    public override async ValueTask<DbTransaction> BeginWriteAsync(CancellationToken cancel)
    {
        var connection = await source.OpenConnectionAsync(cancel);
        try
        {
            var transaction = await connection.BeginTransactionAsync(cancel);
            // The writer's gate for all programs on this database; it opens by itself when the transaction ends, however it ends.
            await connection.ExecuteAsync(new CommandDefinition("select pg_advisory_xact_lock(@WriterLock)", new { WriterLock }, transaction, cancellationToken: cancel));
            return transaction;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public override async ValueTask EndWriteAsync(DbTransaction transaction, DbConnection connection)
    {
        await using (connection)
            await transaction.DisposeAsync();
    }

    public override string Matches(string table) => $"{table}.words @@ to_tsquery('simple', @match)";

    /// <summary>
    /// A frequent word stands in some of the newest rows: these are read one by one. A rare one is asked of the index, and its few rows are sorted. PostgreSQL's
    /// planner knows neither which words are rare (its list holds the most frequent ones only) nor what reading a row's words costs, so it is not left the
    /// choice: <c>key + 0</c> keeps it from walking the primary key in search of a rare word and from counting all older rows into its bitmap, and
    /// <c>offset 0</c> keeps the steps apart. See docs/reasons/0004-search-on-postgresql.md.
    /// </summary>
    public override IReadOnlyList<SearchStep> NewestMatches(string table)
    {
        var newest = $"from {table} where key < @below order by key desc limit {ReadOneByOne}";
        return
        [
            new($"(select key as place from (select key, words {newest}) newest where {Holds} order by key desc offset 0) found", "found.place", "true"),
            new(Older(table, Holds, $"select key {newest}"), "found.place", "true"),
        ];
    }

    /// <summary>As <see cref="NewestMatches"/>, but the rows that are read one by one are those that meet the other conditions: a section has its own newest.</summary>
    public override SearchStep FirstStep(string conditions) => Walk(conditions, 0, ReadOneByOne);

    /// <summary>
    /// How many of the first rows hold the words tells how frequent they are there. Frequent ones are soon found by reading on, and asking the index would give
    /// most of the table; rare ones are asked of the index. For a phrase that is the index of neighbouring words.
    /// </summary>
    public override SearchStep? NextStep(SearchStep before, SearchQuery query, string conditions, int found, int wanted)
    {
        var hasPhrase = query.Phrases.Count > 0;
        return before.Read switch
        {
            0 => null,
            ReadOneByOne when found >= Frequent =>
                Walk(conditions, ReadOneByOne, wanted * ReadOneByOne / found > ReadFurther / 2 ? ReadFarthest : ReadFurther),
            // Two pairs may share a number, and so the words decide. They cost more to read than the rest of a row, and only the newest rows' are read.
            _ when hasPhrase => new($"{Rest(HoldsPairs)} join release_search s on s.key = found.place join releases r on r.key = found.place", "found.place", "s." + Holds),
            _ => new($"{Rest(Holds)} join releases r on r.key = found.place", "found.place", "true"),
        };

        string Rest(string holds) => Older("release_search", holds, NewestOf(conditions, 0, before.Read));
    }

    public override string Match(SearchQuery query) => query.ToTsQuery();

    public override async Task TellOthersAsync(DbTransaction transaction, IReadOnlyCollection<Ring> rings)
    {
        if (rings.Count == 0)
            return;
        // An import rings for each of its stories. Beyond a few the others need not be told which: they look again at everything.
        var payloads = rings.Count <= MostRings
            ? rings.Select(Payload).ToArray()
            : [.. rings.Select(ring => ring.Kind).Distinct().Select(kind => Payload(new Ring(kind)))];
        await transaction.Connection!.ExecuteAsync(
            "select count(pg_notify(@Channel, payload)) from unnest(@payloads) payload", new { Channel, payloads }, transaction);
    }

    public override async Task HearOthersAsync(Action<Ring> sound, CancellationToken cancel)
    {
        while (!cancel.IsCancellationRequested)
        {
            try
            {
                await using var connection = await source.OpenConnectionAsync(cancel);
                connection.Notification += (_, notification) =>
                {
                    if (!notification.Payload.StartsWith(self, StringComparison.Ordinal))
                        sound(Read(notification.Payload));
                };
                await connection.ExecuteAsync(new CommandDefinition($"listen {Channel}", cancellationToken: cancel));
                // What rang while nobody listened is not known: look again at everything.
                SoundAll(sound);
                while (true)
                    await connection.WaitAsync(cancel);
            }
            catch (Exception exception) when (exception is NpgsqlException or IOException or TimeoutException && !cancel.IsCancellationRequested)
            {
                await Task.Delay(Reconnect, cancel).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    public override string? Explain(Exception exception) => exception switch
    {
        PostgresException { SqlState: PostgresErrorCodes.InvalidCatalogName } => "The PostgreSQL database does not exist; make it with createdb, or name another in --database.",
        PostgresException { SqlState: PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification } => "PostgreSQL refused the user or password in --database.",
        PostgresException { SqlState: PostgresErrorCodes.DiskFull } => "The disk of the PostgreSQL server is full; free some space there and try again.",
        PostgresException failure when failure.SqlState.StartsWith("53", StringComparison.Ordinal) => $"PostgreSQL has no resources left: {failure.MessageText}.",
        PostgresException => null,
        NpgsqlException failure => $"PostgreSQL cannot be reached ({failure.InnerException?.Message ?? failure.Message}); check that it runs and that --database names the right host and port.",
        _ => null,
    };

    public override async ValueTask DisposeAsync() => await source.DisposeAsync();

    private static SearchStep Walk(string conditions, int after, int length) => new(
        $"({NewestOf(conditions, after, length)}) newest join release_search s on s.key = newest.key join releases r on r.key = newest.key",
        "newest.key", "s." + Holds, after + length);

    /// <summary>What the index finds among the rows that are older than all of the newest, latest first.</summary>
    private static string Older(string table, string holds, string newest) =>
        $"(select key + 0 as place from {table} where {holds} and key + 0 < (select coalesce(min(key), 0) from ({newest}) newest) order by 1 desc offset 0) found";

    private static string NewestOf(string conditions, int after, int length) =>
        $"select r.key from releases r where r.key < @below and r.key >= @atLeast and {conditions} order by r.key desc limit {length} offset {after}";

    private string Payload(Ring ring) => $"{self} {(int)ring.Kind} {ring.Story} {(ring.Keys.Length <= LongestKeys ? ring.Keys : "")}";

    private static Ring Read(string payload)
    {
        var parts = payload.Split(' ', 4);
        return parts.Length == 4 && int.TryParse(parts[1], out var kind) && long.TryParse(parts[2], out var story)
            ? new Ring((RingKind)kind, story, parts[3])
            : new Ring(RingKind.Released);
    }
}
