using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;

namespace Wireroom.Storage.Dialects;

/// <summary>
/// A connection to SQLite that keeps its statements prepared: to compile the SQL of a read takes longer than to run it. A command gives its statement back
/// when it is disposed, and the next command with the same text finds it ready. Used by one thread at a time, as every connection.
/// </summary>
internal sealed class KeptStatements(string connectionString) : SqliteConnection(connectionString)
{
    /// <summary>There are fewer different texts than this; those that hold numbers are marked by <see cref="Dialect.Once"/>.</summary>
    private const int MostKept = 256;

    private readonly Dictionary<string, SqliteCommand> kept = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    protected override DbCommand CreateDbCommand() => new Command(this);

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            foreach (var statement in kept.Values)
                statement.Dispose();
            kept.Clear();
        }

        base.Dispose(disposing);
    }

    private SqliteCommand Take(string text)
    {
        if (kept.Remove(text, out var ready))
            return ready;
        var made = CreateCommand();
        made.CommandText = text;
        return made;
    }

    private void GiveBack(SqliteCommand statement)
    {
        statement.Parameters.Clear();
        statement.Transaction = null;
        if (kept.Count >= MostKept || statement.CommandText.StartsWith(Dialect.Once, StringComparison.Ordinal) || !kept.TryAdd(statement.CommandText, statement))
            statement.Dispose();
    }

    /// <summary>A command that borrows the statement of its text.</summary>
    private sealed class Command(KeptStatements connection) : DbCommand
    {
        private SqliteCommand? statement;

        [AllowNull]
        public override string CommandText
        {
            get => statement?.CommandText ?? "";
            set
            {
                if (statement is not null)
                    connection.GiveBack(statement);
                statement = string.IsNullOrEmpty(value) ? null : connection.Take(value);
            }
        }

        public override int CommandTimeout
        {
            get => Statement.CommandTimeout;
            set => Statement.CommandTimeout = value;
        }

        public override CommandType CommandType { get; set; } = CommandType.Text;

        public override bool DesignTimeVisible { get; set; }

        public override UpdateRowSource UpdatedRowSource { get; set; }

        protected override DbConnection? DbConnection
        {
            get => connection;
            set => throw new NotSupportedException("A kept statement stays with its connection.");
        }

        protected override DbParameterCollection DbParameterCollection => Statement.Parameters;

        protected override DbTransaction? DbTransaction { get; set; }

        private SqliteCommand Statement => statement ?? throw new InvalidOperationException("The command has no text yet.");

        public override void Cancel() => Statement.Cancel();

        public override int ExecuteNonQuery() => Ready().ExecuteNonQuery();

        public override object? ExecuteScalar() => Ready().ExecuteScalar();

        public override void Prepare() => Ready().Prepare();

        protected override DbParameter CreateDbParameter() => new SqliteParameter();

        protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior) => Ready().ExecuteReader(behavior);

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                CommandText = null;
            base.Dispose(disposing);
        }

        private SqliteCommand Ready()
        {
            Statement.Transaction = (SqliteTransaction?)DbTransaction;
            return Statement;
        }
    }
}
