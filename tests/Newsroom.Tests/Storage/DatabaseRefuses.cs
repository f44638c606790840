using Microsoft.Data.Sqlite;
using Npgsql;
using Wireroom.Storage;

namespace Wireroom.Newsroom.Tests.Storage;

/// <summary>Lets a database refuse a write by a trigger: a fault in the middle of real work, on the real database.</summary>
internal static class DatabaseRefuses
{
    /// <summary>From now on, a row of that table for which the condition on <c>new</c> holds is refused before it is written.</summary>
    /// <param name="options">Where the database is.</param>
    /// <param name="write">As <c>insert on wire_items</c> or <c>update on sources</c>.</param>
    /// <param name="condition">As <c>new.guid = 'poison'</c>.</param>
    /// <param name="state">The code that PostgreSQL gives; 53100 is a full disk, which is the operator's to mend.</param>
    public static Task BeginAsync(StoreOptions options, string write, string condition, string state = "23514") => RunAsync(
        options,
        options.PostgresConnection is null
            ? $"create trigger refusing before {write} when {condition} begin select raise(abort, 'refused by the test'); end"
            : $"""
              create sequence refusals;
              create function refuse() returns trigger as $$ begin perform nextval('refusals'); raise exception 'refused by the test' using errcode = '{state}'; end $$ language plpgsql;
              create trigger refusing before {write} for each row when ({condition}) execute function refuse();
              """);

    /// <summary>Nothing is refused any more.</summary>
    public static Task EndAsync(StoreOptions options) =>
        RunAsync(options, options.PostgresConnection is null ? "drop trigger refusing" : $"drop trigger refusing on sources");

    /// <summary>On PostgreSQL: until something has been refused, which is told by a sequence that no transaction takes back.</summary>
    public static async Task UntilRefusedAsync(StoreOptions options)
    {
        await using var source = NpgsqlDataSource.Create(options.PostgresConnection!);
        for (var tries = 0; tries < 600; tries++)
        {
            await using var command = source.CreateCommand("select is_called from refusals");
            if ((bool)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!)
                return;
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        Assert.Fail("Nothing was refused.");
    }

    /// <summary>Runs a statement beside the program.</summary>
    public static async Task RunAsync(StoreOptions options, string sql)
    {
        if (options.PostgresConnection is { } connection)
        {
            await using var source = NpgsqlDataSource.Create(connection);
            await using var command = source.CreateCommand(sql);
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
            return;
        }

        await using var file = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = options.SqliteFile, Pooling = false }.ToString());
        await file.OpenAsync(TestContext.Current.CancellationToken);
        await using var statement = file.CreateCommand();
        statement.CommandText = sql;
        await statement.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
