using System.Data.Common;
using Dapper;
using Wireroom.Storage.Dialects;

namespace Wireroom.Storage;

/// <summary>A connection to ask, inside a transaction or not.</summary>
internal record Reading(DbConnection Connection, DbTransaction? Transaction, CancellationToken Cancel)
{
    public async Task<IReadOnlyList<T>> ListAsync<T>(string sql, object? values = null) => (await Connection.QueryAsync<T>(Command(sql, values))).AsList();

    public Task<T?> FirstAsync<T>(string sql, object? values = null) => Connection.QueryFirstOrDefaultAsync<T>(Command(sql, values));

    /// <summary>
    /// The command. Dapper compiles code for every text with values that it has not seen, and remembers each: for a text that comes once that takes longer than
    /// the command itself, so such a text holds its numbers itself and has no values.
    /// </summary>
    public CommandDefinition Command(string sql, object? values) => sql.StartsWith(Dialect.Once, StringComparison.Ordinal)
        ? new(sql, values is null ? null : throw new ArgumentException("A text that comes once holds its numbers itself.", nameof(values)), Transaction, flags: CommandFlags.Buffered | CommandFlags.NoCache, cancellationToken: Cancel)
        : new(sql, values, Transaction, cancellationToken: Cancel);
}

/// <summary>An open transaction, and the rings that sound once it is committed.</summary>
internal sealed record Writing(DbTransaction Open, CancellationToken Cancel) : Reading(Open.Connection!, Open, Cancel)
{
    private readonly HashSet<Ring> rings = [];

    public new DbTransaction Transaction => Open;

    /// <summary>What the trail is to say of this transaction.</summary>
    public List<Note> Notes { get; } = [];

    /// <summary>True where only what can be made again is kept, which the trail does not note.</summary>
    public bool IsHousekeeping { get; set; }

    public IReadOnlyCollection<Ring> Rings => rings;

    public Task<int> RunAsync(string sql, object? values = null) => Connection.ExecuteAsync(Command(sql, values));

    /// <summary>Rings once the transaction is committed; twice the same is once.</summary>
    public void Ring(RingKind kind, long story = 0, string keys = "") => rings.Add(new Ring(kind, story, keys));
}

/// <summary>A line of the trail before it is written; whoever acts stands for what is empty.</summary>
internal sealed record Note(string Who, string From, string What, long? Story, string Detail);
