using Wireroom.Newsroom.Host.Sample;
using Wireroom.Storage;
using Wireroom.Stories;

namespace Wireroom.Newsroom.Tests.Host;

public sealed class SampleNewsroomTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task The_sample_is_laid_whole_once_and_with_its_own_times(TestDatabase database)
    {
        await using var newsroom = await RunningNewsroom.StartAsync(database, sample: true);
        Assert.Empty(await SampleNewsroom.LayAsync(newsroom.Store, newsroom.Options, TimeProvider.System, Cancel)); // it is not empty now: nothing is laid twice

        var plan = await SamplePlan.ReadAsync(SampleNewsroom.Folder, Cancel);
        Assert.Equal(plan.Sections.Select(section => section.Slug), (await newsroom.Store.SectionsAsync(Cancel)).Select(section => section.Slug));
        Assert.Equal(plan.Sources.Where(source => source.Trusted).Select(source => source.Slug), (await newsroom.Store.SourcesAsync(Cancel)).Where(source => source.Trusted).Select(source => source.Slug));

        var arrivals = await newsroom.Store.ArrivalsAsync(null, 1000, Cancel);
        Assert.Equal(plan.Files.Count, arrivals.Count);
        Assert.All(arrivals, arrival => Assert.True(arrival.Outcome is { Format.Length: > 0 }, $"{arrival.Name}: {(arrival.Outcome is { Faults: [var fault, ..] } ? fault.Message : "")}"));

        var queue = await newsroom.Store.QueueAsync(new QueueFilter { States = Enum.GetValues<StoryState>() }, 500, Cancel);
        Assert.True(queue.Count >= 60, $"{queue.Count} stories");
        Assert.Contains(queue, row => row.State is StoryState.Corrected);
        Assert.Contains(queue, row => row.State is StoryState.Withdrawn);
        Assert.Contains(queue, row => row is { State: StoryState.Scheduled, OpensAt: not null });
        Assert.Contains(queue, row => row.OnHold);
        Assert.True(queue.Max(row => row.ArrivedAt) - queue.Min(row => row.ArrivedAt) > TimeSpan.FromDays(19));

        var released = await newsroom.Store.Released.LatestAsync(ReleasedFilter.Everything, 500, Cancel);
        Assert.All(released, row => Assert.True(row.PublishedAt <= TimeProvider.System.GetUtcNow()));
        Assert.Equal(plan.Sections.Select(section => section.Slug).Order(), released.Select(row => row.Section).Distinct().Order());
        Assert.Contains(released, row => row.LeadPicture is { File.Length: > 0, AltText.Length: > 0 });
    }

    [Fact]
    public async Task The_desk_of_the_sample_can_do_all_that_its_plan_says()
    {
        var folder = Directory.CreateTempSubdirectory("wireroom-sample-").FullName;
        try
        {
            var options = new StoreOptions(folder);
            await using var store = await Store.OpenAsync(options, TimeProvider.System, Cancel);
            Assert.Empty(await SampleNewsroom.LayAsync(store, options, TimeProvider.System, Cancel));
            Assert.NotEmpty(await store.Released.LatestAsync(ReleasedFilter.Everything, 1, Cancel));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
