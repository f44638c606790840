using Microsoft.Extensions.Time.Testing;
using Wireroom.Storage;
using Wireroom.Stories;
using Wireroom.Stories.Body;
using Wireroom.Wire;

namespace Wireroom.Newsroom.Tests.Storage;

/// <summary>A store on a fresh database with a clock that the test sets, and the few things that every storage test needs.</summary>
public sealed class StorageTest : IAsyncDisposable
{
    private readonly string folder;

    private StorageTest(Store store, StoreOptions options, FakeTimeProvider clock)
    {
        Store = store;
        Options = options;
        Clock = clock;
        folder = options.DataFolder;
    }

    public static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public Store Store { get; private set; }

    public StoreOptions Options { get; }

    public FakeTimeProvider Clock { get; }

    public ReleasedStore Released => Store.Released;

    public static async Task<StorageTest> OnAsync(TestDatabase database)
    {
        var connection = database == TestDatabase.Postgres ? await TestPostgres.FreshDatabaseAsync() : null;
        var options = new StoreOptions(Directory.CreateTempSubdirectory("wireroom-test-").FullName, connection);
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 14, 9, 30, 0, TimeSpan.Zero));
        return new StorageTest(await Store.OpenAsync(options, clock, Cancel), options, clock);
    }

    /// <summary>A second program on the same data.</summary>
    public Task<Store> OpenAnotherAsync() => Store.OpenAsync(Options, Clock, Cancel);

    public static Copy Copy(string headline, string body = "The harbour opened again on Monday.", string section = "world") =>
        new() { Headline = headline, Section = section, Body = [new Paragraph(RichText.Of(body))] };

    /// <summary>A story of the house's own, released now.</summary>
    public async Task<StoryId> ReleaseAsync(Copy copy)
    {
        var story = await Store.WriteStoryAsync(copy, "Ana", Cancel);
        await Store.ReleaseAsync(story, ReleaseOrder.Now, "Ana", Cancel);
        return story;
    }

    /// <summary>The story's newest version with another text, saved.</summary>
    public async Task EditAsync(StoryId story, Func<Copy, Copy> edit)
    {
        var desk = await Store.FindStoryAsync(story, Cancel);
        await Store.SaveVersionAsync(story, edit(desk!.Head.Copy), desk.Row.HeadVersion, "Ana", Cancel);
    }

    public async Task<IReadOnlyList<string>> HeadlinesAsync(ReleasedFilter filter) =>
        [.. (await Released.LatestAsync(filter, 100, Cancel)).Select(row => row.Headline)];

    public async Task<StoryState> StateAsync(StoryId story) => (await Store.FindStoryAsync(story, Cancel))!.Row.State;

    /// <summary>An item as Intake hands it over.</summary>
    public TakenItem Item(string guid, Copy copy, WireSignal signal = WireSignal.New, long? version = null) => new()
    {
        Arrival = 1,
        Index = 0,
        Source = "adria",
        Item = new WireItem { Format = "ninjs", Guid = guid, Version = version, Signal = signal, Headlines = [new WireText(copy.Headline)] },
        ContentHash = copy.Headline,
        Copy = copy,
        ArrivedAt = Clock.GetUtcNow(),
    };

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
