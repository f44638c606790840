using System.Collections.Concurrent;
using System.Data;
using System.Data.Common;
using DbUp;
using Microsoft.Data.Sqlite;

namespace Wireroom.Storage.Dialects;

/// <summary>SQLite in the data folder: write-ahead log, every commit on disk before it is answered, one writer connection, many readers.</summary>
internal sealed class Sqlite(string file) : Dialect
{
    private const int BusyMilliseconds = 5000;
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(500);

    private readonly string connectionString = new SqliteConnectionStringBuilder { DataSource = file, Pooling = false, DefaultTimeout = 30 }.ToString();
    private readonly SemaphoreSlim gate = new(1, 1);
    private readonly ConcurrentBag<KeptStatements> readers = [];
    private KeptStatements? writer;

    public override string SearchKey => "rowid";

    public override string StoredWords => "@Words";

    // A plain join may be turned round: every story of a section, and for each the question whether it holds the words. https://sqlite.org/optoverview.html#crossjoin
    public override string JoinFound => "cross join";

    public override void Migrate()
    {
        using (var connection = Open())
        {
            Run(connection, "pragma journal_mode = wal");
        }

        MigrationScripts.Run(DeployChanges.To.SqliteDatabase(connectionString), "Sqlite", key: "integer", blob: "blob");
    }

    public override ValueTask<DbConnection> RentAsync(CancellationToken cancel) => new(readers.TryTake(out var connection) ? connection : Open());

    public override ValueTask ReturnAsync(DbConnection connection)
    {
        readers.Add((KeptStatements)connection);
        return ValueTask.CompletedTask;
    }

    public override async ValueTask<DbTransaction> BeginWriteAsync(CancellationToken cancel)
    {
        await gate.WaitAsync(cancel);
        try
        {
            writer ??= Open();
            // Not deferred: the write lock is taken here, where it can be waited for, and not in the middle of the work.
            return writer.BeginTransaction(IsolationLevel.Serializable, deferred: false);
        }
        catch
        {
            gate.Release();
            throw;
        }
    }

    public override async ValueTask EndWriteAsync(DbTransaction transaction, DbConnection connection)
    {
        try
        {
            await transaction.DisposeAsync();
        }
        finally
        {
            gate.Release();
        }
    }

    public override string Matches(string table) => $"{table} match @match";

    public override IReadOnlyList<SearchStep> NewestMatches(string table) => [new(table, $"{table}.rowid", $"{table} match @match and {table}.rowid < @below")];

    public override SearchStep FirstStep(string conditions) =>
        new($"release_search {JoinFound} releases r on r.key = release_search.rowid", "release_search.rowid", "release_search match @match and release_search.rowid < @below");

    public override string Match(SearchQuery query) => query.ToFts5();

    /// <summary>
    /// Another program on the same file (an import beside the running newsroom) cannot ring here. Its commits are seen in the writer's data version, which our
    /// own commits leave as it is: https://sqlite.org/pragma.html#pragma_data_version
    /// </summary>
    public override async Task HearOthersAsync(Action<Ring> sound, CancellationToken cancel)
    {
        try
        {
            var heard = await DataVersionAsync(cancel);
            while (true)
            {
                await Task.Delay(LookEvery, cancel);
                var version = await DataVersionAsync(cancel);
                if (version != heard)
                    SoundAll(sound);

                heard = version;
            }
        }
        catch (OperationCanceledException)
        {
            // Closed.
        }
    }

    // SQLite result codes: https://sqlite.org/rescode.html
    public override string? Explain(Exception exception) => exception is not SqliteException failure ? null : failure.SqliteErrorCode switch
    {
        5 or 6 => $"The database {file} is locked by another program; stop that program, or start this one with another --data folder.",
        8 => $"The database {file} cannot be written; check the owner and rights of the file and its folder.",
        10 => $"The disk under {file} gave an error ({failure.Message}); check the disk.",
        11 or 26 => $"The file {file} is not a sound database; restore it from a backup, or move it away to begin anew.",
        13 => $"The disk under {file} is full; free some space and try again. Nothing that was answered before is lost.",
        14 => $"The database {file} cannot be opened; check that the folder exists and may be written.",
        _ => null,
    };

    public override async ValueTask DisposeAsync()
    {
        await gate.WaitAsync();
        foreach (var reader in readers)
            reader.Dispose();
        writer?.Dispose();
        gate.Dispose();
    }

    private async Task<long?> DataVersionAsync(CancellationToken cancel)
    {
        await gate.WaitAsync(cancel);
        try
        {
            writer ??= Open();
            using var command = writer.CreateCommand();
            command.CommandText = "pragma data_version";
            return (long?)command.ExecuteScalar();
        }
        catch (SqliteException)
        {
            return null; // whoever reads or writes next says what is wrong
        }
        finally
        {
            gate.Release();
        }
    }

    private KeptStatements Open()
    {
        var connection = new KeptStatements(connectionString);
        try
        {
            connection.Open();
            Run(connection, $"pragma busy_timeout = {BusyMilliseconds}; pragma synchronous = full; pragma temp_store = memory; pragma cache_size = -8000; pragma mmap_size = 1073741824");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
