using Npgsql;

namespace Wireroom.Newsroom.Tests;

public sealed class TestPostgresTests
{
    [Fact]
    public async Task Each_test_gets_a_database_of_its_own()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var one = NpgsqlDataSource.Create(await TestPostgres.FreshDatabaseAsync());
        await using var other = NpgsqlDataSource.Create(await TestPostgres.FreshDatabaseAsync());
        await using (var make = one.CreateCommand("create table only_here (id int)"))
            await make.ExecuteNonQueryAsync(cancel);
        await using var look = other.CreateCommand("select to_regclass('only_here')::text");
        Assert.Equal(DBNull.Value, await look.ExecuteScalarAsync(cancel));
    }
}
