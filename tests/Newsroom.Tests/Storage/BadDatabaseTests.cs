using Wireroom.Storage;
using static Wireroom.Newsroom.Tests.Storage.StorageTest;

namespace Wireroom.Newsroom.Tests.Storage;

public sealed class BadDatabaseTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("wireroom-test-").FullName;

    [Fact]
    public async Task A_file_that_is_no_database_is_named_and_left_alone()
    {
        var options = new StoreOptions(folder);
        await File.WriteAllTextAsync(options.SqliteFile, "This is a text, and no database at all.", Cancel);
        var refusal = await Assert.ThrowsAsync<StoreException>(() => Store.OpenAsync(options, TimeProvider.System, Cancel));
        Assert.Contains(options.SqliteFile, refusal.Message, StringComparison.Ordinal);
        Assert.StartsWith("This is a text", await File.ReadAllTextAsync(options.SqliteFile, Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_data_folder_that_is_a_file_is_named()
    {
        var file = Path.Combine(folder, "data");
        await File.WriteAllTextAsync(file, "", Cancel);
        var refusal = await Assert.ThrowsAsync<StoreException>(() => Store.OpenAsync(new StoreOptions(file), TimeProvider.System, Cancel));
        Assert.Contains("--data", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Host=127.0.0.1;Port=1;Username=x;Timeout=5", "reached")]
    [InlineData("This is no connection", "--database")]
    public async Task A_PostgreSQL_that_cannot_be_had_is_named(string connection, string word)
    {
        var refusal = await Assert.ThrowsAsync<StoreException>(() => Store.OpenAsync(new StoreOptions(folder, connection), TimeProvider.System, Cancel));
        Assert.Contains(word, refusal.Message, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task What_was_stored_is_there_when_the_store_opens_again(TestDatabase database)
    {
        await using var test = await OnAsync(database);
        var story = await test.ReleaseAsync(Copy("Still here"));
        await using var again = await test.OpenAnotherAsync();
        Assert.Equal("Still here", (await again.Released.FindAsync(story, Cancel))!.Row.Headline);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
