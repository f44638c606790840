using System.Text.Json;
using System.Threading.Channels;
using System.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;
using Wireroom.Newsroom.Tests.Intake;
using Wireroom.Storage;
using Wireroom.Stories;
using static Wireroom.Newsroom.Tests.Site.Press;

namespace Wireroom.Newsroom.Tests.Site;

/// <summary>Hubs and search engines are told what went out, through real HTTP.</summary>
public sealed class TellingTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Theory, EachDatabase]
    public async Task A_hub_and_IndexNow_are_told_of_a_release_and_of_a_kill_and_again_after_a_refusal(TestDatabase database)
    {
        var (told, refuse) = (Channel.CreateUnbounded<(string Path, string Body)>(), false);
        await using var machines = await MisbehavingServer.StartAsync(async (context, _) =>
        {
            using var reader = new StreamReader(context.Request.Body);
            var body = await reader.ReadToEndAsync(Cancel);
            if (refuse)
                context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            await told.Writer.WriteAsync((context.Request.Path, body), Cancel);
        });
        await using var newsroom = await RunningNewsroom.StartAsync(database);
        await newsroom.ReleaseAsync(Copy("Of the archive"));
        await newsroom.Store.SaveMastheadAsync(
            new Masthead("The Courier", "", "en", "UTC", "https://courier.example") { Hub = machines.Address + "/hub", IndexNow = machines.Address + "/indexnow", IndexNowKey = "abc123" }, Cancel);
        await UntilAsync(async () => await newsroom.Store.Told.LastAsync("indexnow", Cancel) is not null);
        var (story, address) = await newsroom.ReleaseAsync(Copy("Ferry sails"));

        var hub = HttpUtility.ParseQueryString((await NextAsync("/hub")).Body);
        Assert.Equal("publish", hub["hub.mode"]);
        var feeds = hub.GetValues("hub.url")!;
        foreach (var feed in (string[])["/feed.xml", "/feed.atom", "/feed.json", "/region/feed.xml", "/topic/harbours/feed.xml", "/author/ana-peric/feed.atom", "/place/split/feed.json"])
            Assert.Contains("https://courier.example" + feed, feeds);
        var index = JsonDocument.Parse((await NextAsync("/indexnow")).Body).RootElement;
        Assert.Equal("courier.example", index.GetProperty("host").GetString());
        Assert.Equal(["https://courier.example" + address], index.GetProperty("urlList").EnumerateArray().Select(url => url.GetString()));
        Assert.Equal("abc123", await newsroom.GetAsync("/indexnow-abc123.txt"));
        using (var wrong = await newsroom.AskAsync("/indexnow-other.txt"))
            Assert.Equal(System.Net.HttpStatusCode.NotFound, wrong.StatusCode);
        using (var feed = await newsroom.AskAsync("/feed.atom"))
            Assert.Equal($"<{machines.Address}/hub>; rel=\"hub\", <https://courier.example/feed.atom>; rel=\"self\"", feed.Headers.GetValues("Link").Single());

        // A kill is told to whoever follows what the story stood in, and what it stood in before.
        await newsroom.Store.WithdrawAsync(story, new Withdrawal("Forged."), "Ana", Cancel);
        feeds = HttpUtility.ParseQueryString((await NextAsync("/hub")).Body).GetValues("hub.url")!;
        foreach (var feed in (string[])["/feed.xml", "/region/feed.xml", "/topic/harbours/feed.xml", "/author/ana-peric/feed.atom", "/place/split/feed.json", "/agency/maestral-news-agency/feed.xml"])
            Assert.Contains("https://courier.example" + feed, feeds);
        index = JsonDocument.Parse((await NextAsync("/indexnow")).Body).RootElement;
        Assert.Equal(["https://courier.example" + address], index.GetProperty("urlList").EnumerateArray().Select(url => url.GetString()));

        async Task<(string Path, string Body)> NextAsync(string path)
        {
            using var over = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
            over.CancelAfter(Patience);
            while (true)
            {
                var next = await told.Reader.ReadAsync(over.Token);
                if (next.Path == path)
                    return next;
            }
        }
    }

    [Theory, EachDatabase]
    public async Task What_changed_is_asked_of_the_store_and_holds_nothing_that_is_closed(TestDatabase database)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 3, 12, 0, 0, TimeSpan.Zero));
        await using var newsroom = await RunningNewsroom.StartAsync(database, clock);
        var released = newsroom.Store.Released;
        var (ferry, _) = await newsroom.ReleaseAsync(Copy("Ferry sails"));
        await newsroom.ReleaseAsync(Copy("Closed") with { Embargo = new Embargo(clock.GetUtcNow().AddDays(1)) });
        var (live, _) = await newsroom.ReleaseAsync(Copy("Storm"));
        await newsroom.Store.BeginLiveAsync(live, Cancel);
        var (changes, until) = await released.ChangesAsync(0, 50, Cancel);
        Assert.Equal([ferry, live], changes.Select(change => change.Story));
        clock.Advance(TimeSpan.FromSeconds(1));
        await newsroom.Store.AddEntryAsync(live, new EntryCopy("The bridge is shut", []), "Ana", Cancel);
        await newsroom.UpdateAsync(ferry, copy => copy with { Section = "world", Topics = ["Ferries"] });
        clock.Advance(TimeSpan.FromSeconds(1));
        await newsroom.Store.WithdrawAsync(ferry, new Withdrawal("Forged."), "Ana", Cancel);
        (changes, until) = await released.ChangesAsync(until, 50, Cancel);
        Assert.Equal([(live, false, true), (ferry, true, false)], changes.Select(change => (change.Story, change.IsGone, change.IsLive)));
        Assert.Equal(["region", "world"], changes[1].Sections);
        Assert.Equal(["ferries", "harbours"], changes[1].Topics);
        Assert.Contains((NameKind.Author, "ana-peric"), changes[1].Names);
        Assert.Empty((await released.ChangesAsync(until, 50, Cancel)).Changes);
    }

    [Theory, EachDatabase]
    public async Task What_is_written_at_the_same_moment_or_by_a_clock_that_is_behind_is_not_passed_over(TestDatabase database)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 3, 12, 0, 0, TimeSpan.Zero));
        await using var newsroom = await RunningNewsroom.StartAsync(database, clock);
        var released = newsroom.Store.Released;
        await newsroom.ReleaseAsync(Copy("Ferry sails"));
        var until = await released.LastChangeAsync(Cancel);
        var (same, _) = await newsroom.ReleaseAsync(Copy("At the same moment"));
        clock.AdjustTime(clock.GetUtcNow().AddMilliseconds(-40));
        var (before, _) = await newsroom.ReleaseAsync(Copy("Begun before and written after"));
        Assert.Empty((await released.ChangesAsync(until, 50, Cancel)).Changes); // by this clock they have not come yet
        clock.Advance(TimeSpan.FromMilliseconds(40));
        Assert.Equal([same, before], (await released.ChangesAsync(until, 50, Cancel)).Changes.Select(change => change.Story));

        // Few at a time, all come.
        var (one, first) = await released.ChangesAsync(until, 1, Cancel);
        var (other, last) = await released.ChangesAsync(first, 1, Cancel);
        Assert.Equal([same, before], one.Concat(other).Select(change => change.Story));
        Assert.Equal(await released.LastChangeAsync(Cancel), last);
    }

    [Theory, EachDatabase]
    public async Task What_waited_for_its_time_is_told_when_it_has_come(TestDatabase database)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 3, 12, 0, 0, TimeSpan.Zero));
        await using var newsroom = await RunningNewsroom.StartAsync(database, clock);
        var (story, _) = await newsroom.ReleaseAsync(Copy("Closed") with { Embargo = new Embargo(clock.GetUtcNow().AddHours(1)) });
        var until = await newsroom.Store.Released.LastChangeAsync(Cancel);
        clock.Advance(TimeSpan.FromHours(1));
        await newsroom.Store.ReleaseDueAsync(Cancel);
        var (changes, _) = await newsroom.Store.Released.ChangesAsync(until, 50, Cancel);
        Assert.Equal(story, Assert.Single(changes).Story);
        Assert.Equal(story, Assert.Single(await newsroom.Store.Released.CameOutAsync(until, await newsroom.Store.Released.LastChangeAsync(Cancel), 5, Cancel)).Story);
    }

    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        for (var waited = TimeSpan.Zero; waited < Patience; waited += TimeSpan.FromMilliseconds(100))
        {
            if (await holds())
                return;
            await Task.Delay(100, Cancel);
        }

        throw new TimeoutException("It never came true.");
    }
}
