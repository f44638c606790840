using Microsoft.Extensions.Time.Testing;
using Wireroom.Storage;
using Wireroom.Stories;
using Wireroom.Stories.Body;

namespace Wireroom.Newsroom.Tests.Host;

public sealed class ClerkTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task A_schedule_that_comes_due_moves_at_the_desk_too(TestDatabase database)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 3, 12, 0, 0, TimeSpan.Zero));
        await using var newsroom = await RunningNewsroom.StartAsync(database, clock);
        var copy = new Copy { Headline = "Rates are cut", Section = "economy", Body = [new Paragraph(RichText.Of("By a quarter."))] };
        var story = await newsroom.Store.WriteStoryAsync(copy, "Ana", Cancel);
        await newsroom.Store.ReleaseAsync(story, new ReleaseOrder { At = clock.GetUtcNow().AddMinutes(10) }, "Ana", Cancel);
        Assert.Equal(StoryState.Scheduled, await StateAsync(newsroom, story));
        var state = StoryState.Scheduled;
        // The clerk sleeps by the same clock: it is moved on until he has woken.
        clock.Advance(TimeSpan.FromMinutes(10));
        for (var tries = 0; tries < 200 && state is StoryState.Scheduled; tries++)
        {
            await Task.Delay(25, Cancel);
            clock.Advance(TimeSpan.FromSeconds(1));
            state = await StateAsync(newsroom, story);
        }

        Assert.Equal(StoryState.Released, state);
    }

    private static async Task<StoryState> StateAsync(RunningNewsroom newsroom, StoryId story) => (await newsroom.Store.FindStoryAsync(story, Cancel))!.Row.State;
}
