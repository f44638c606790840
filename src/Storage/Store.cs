using System.Data.Common;
using Wireroom.Storage.Dialects;
using Wireroom.Stories;

namespace Wireroom.Storage;

/// <summary>
/// The newsroom's store: one concrete class in files by topic, with methods that read like sentences. Only Intake, Desk and Outlets' deliveries use it;
/// the public rooms get <see cref="Released"/>.
/// </summary>
public sealed partial class Store : IAsyncDisposable
{
    /// <summary>The name under which the wire itself makes versions and moves; a story that only the wire has touched goes on following it.</summary>
    public const string ByWire = "wire";

    /// <summary>The name under which a killed story's copies are held; only the desk lifts such a hold.</summary>
    public const string ByKill = "kill";

    /// <summary>The name under which the wire's embargo is laid over the desk's own text.</summary>
    public const string ByEmbargo = "the wire's embargo";

    /// <summary>The name under which the clock opens what was scheduled.</summary>
    public const string ByClock = "clock";

    private readonly Dialect dialect;
    private readonly StoreOptions options;
    private readonly TimeProvider clock;
    private readonly AsyncLocal<Writing?> ongoing = new();
    private readonly CancellationTokenSource closing = new();
    private readonly Task hearing;
    private StoryId lastStory;

    private Store(Dialect dialect, StoreOptions options, TimeProvider clock)
    {
        this.dialect = dialect;
        this.options = options;
        this.clock = clock;
        Released = new ReleasedStore(dialect, clock);
        Readers = new MailingList(this);
        Told = new ToldMachines(this);
        hearing = dialect.HearOthersAsync(Bell.Sound, closing.Token);
    }

    /// <summary>The public rooms' door.</summary>
    public ReleasedStore Released { get; }

    /// <summary>The readers who want the news by mail: the public rooms' second door.</summary>
    public MailingList Readers { get; }

    /// <summary>Until when machines elsewhere have been told.</summary>
    public ToldMachines Told { get; }

    /// <summary>Rings after each change.</summary>
    public Bell Bell { get; } = new();

    internal long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>Opens the store: makes the data folder and the tables that are missing. Throws <see cref="StoreException"/> with one clear sentence.</summary>
    public static async Task<Store> OpenAsync(StoreOptions options, TimeProvider clock, CancellationToken cancel)
    {
        try
        {
            Directory.CreateDirectory(options.PictureFolder);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StoreException($"The data folder {options.DataFolder} cannot be made or written: {exception.Message} Choose another with --data.", exception);
        }

        var dialect = Open(options);
        try
        {
            await Task.Run(dialect.Migrate, cancel);
            var store = new Store(dialect, options, clock);
            await store.NameWhatIsUnnamedAsync(cancel);
            return store;
        }
        catch (Exception exception)
        {
            await dialect.DisposeAsync();
            if (Explained(dialect, exception) is { } explained)
                throw explained;
            throw;
        }
    }

    /// <summary>Runs several takings in one transaction: an import of many documents, or one document of many items. Nothing rings until it is committed.</summary>
    public Task InOneGoAsync(Func<CancellationToken, Task> work, CancellationToken cancel) => WriteAsync(_ => work(cancel), cancel);

    /// <summary>True within <see cref="InOneGoAsync"/>: a fault there must take all of it back, and is not to be caught on the way.</summary>
    public bool IsInOneGo => ongoing.Value is not null;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        await hearing;
        await dialect.DisposeAsync();
        closing.Dispose();
    }

    private static Dialect Open(StoreOptions options)
    {
        try
        {
            return options.PostgresConnection is { } connection ? new Postgres(connection) : new Sqlite(options.SqliteFile);
        }
        catch (ArgumentException exception)
        {
            throw new StoreException($"The --database text is not a PostgreSQL connection: {exception.Message}", exception);
        }
    }

    private static StoreException? Explained(Dialect dialect, Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            if (dialect.Explain(cause) is { } sentence)
                return new StoreException(sentence, exception);
        }

        return null;
    }

    internal async Task<T> ReadAsync<T>(Func<Reading, Task<T>> work, CancellationToken cancel)
    {
        try
        {
            // Inside a transaction its own rows must be seen.
            if (ongoing.Value is { } writing)
                return await work(new Reading(writing.Connection, writing.Transaction, cancel));
            var connection = await dialect.RentAsync(cancel);
            try
            {
                return await work(new Reading(connection, null, cancel));
            }
            finally
            {
                await dialect.ReturnAsync(connection);
            }
        }
        catch (DbException exception) when (Explained(dialect, exception) is { } explained)
        {
            throw explained;
        }
    }

    internal Task<object?> WriteAsync(Func<Writing, Task> work, CancellationToken cancel) => WriteAsync<object?>(
        async writing =>
        {
            await work(writing);
            return null;
        },
        cancel);

    internal async Task<T> WriteAsync<T>(Func<Writing, Task<T>> work, CancellationToken cancel)
    {
        if (ongoing.Value is { } outer)
            return await work(outer);
        try
        {
            var transaction = await dialect.BeginWriteAsync(cancel);
            var connection = transaction.Connection!; // where the line breaks, the transaction no longer knows it
            var writing = new Writing(transaction, cancel);
            T result;
            try
            {
                ongoing.Value = writing;
                result = await work(writing);
                await WriteTrailAsync(writing);
                await dialect.TellOthersAsync(transaction, writing.Rings);
                await transaction.CommitAsync(cancel);
            }
            finally
            {
                ongoing.Value = null;
                await dialect.EndWriteAsync(transaction, connection);
            }

            foreach (var ring in writing.Rings)
                Bell.Sound(ring);
            return result;
        }
        catch (DbException exception) when (Explained(dialect, exception) is { } explained)
        {
            throw explained;
        }
    }

    /// <summary>The next free key at or after that time.</summary>
    private static async Task<long> NextKeyAsync(Writing writing, string table, string column, long milliseconds)
    {
        for (var first = DateKey.First(milliseconds); ; first = DateKey.End(first))
        {
            var end = DateKey.End(first);
            var last = await writing.FirstAsync<long?>($"select max({column}) from {table} where {column} >= @first and {column} < @end", new { first, end });
            var next = last + 1 ?? first;
            if (next < end)
                return next;
        }
    }
}

/// <summary>The store cannot do its work: a full disk, a locked or missing database. The message is one sentence for the operator that says what to do.</summary>
public sealed class StoreException(string message, Exception? inner = null) : Exception(message, inner);
