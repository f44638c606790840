using System.Net;

namespace Wireroom.Newsroom.Tests.Host;

public sealed class HealthTests
{
    [Theory, EachDatabase]
    public async Task A_newsroom_that_can_reach_its_database_is_well(TestDatabase database)
    {
        await using var newsroom = await RunningNewsroom.StartAsync(database);
        Assert.Equal("ok\n", await newsroom.GetAsync("/health"));
    }

    [Fact]
    public async Task A_newsroom_whose_database_is_gone_says_so()
    {
        var connection = await TestPostgres.FreshDatabaseAsync();
        await using var newsroom = await RunningNewsroom.StartAsync(
            new Wireroom.Storage.StoreOptions(Directory.CreateTempSubdirectory("wireroom-test-").FullName, connection));
        await newsroom.GetAsync("/health");
        await TestPostgres.DropAsync(connection);
        using var answer = await newsroom.Http.GetAsync(new Uri("/health", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.NotEqual("", (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Trim());
    }
}
