using System.Text.Json;
using System.Threading.Channels;
using System.Web;
using Microsoft.AspNetCore.Http;
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
        await UntilAsync(async () => await newsroom.Store.Told.UntilAsync("indexnow", Cancel) is not null);
        await Task.Delay(50, Cancel);
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

        await newsroom.Store.WithdrawAsync(story, new Withdrawal("Forged."), "Ana", Cancel);
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
        await using var newsroom = await RunningNewsroom.StartAsync(database);
        var began = TimeProvider.System.GetUtcNow().AddSeconds(-1);
        var (ferry, _) = await newsroom.ReleaseAsync(Copy("Ferry sails"));
        await newsroom.ReleaseAsync(Copy("Closed") with { Embargo = new Embargo(began.AddHours(1)) });
        var (live, _) = await newsroom.ReleaseAsync(Copy("Storm"));
        await newsroom.Store.BeginLiveAsync(live, Cancel);
        var middle = (await ChangesAsync(began))[^1].At;
        await Task.Delay(5, Cancel);
        await newsroom.Store.AddEntryAsync(live, new EntryCopy("The bridge is shut", []), "Ana", Cancel);
        await newsroom.Store.WithdrawAsync(ferry, new Withdrawal("Forged."), "Ana", Cancel);
        var changes = await ChangesAsync(middle);
        Assert.Equal([(live, false, true), (ferry, true, false)], changes.Select(change => (change.Story, change.IsGone, change.IsLive)));
        Assert.Empty(await ChangesAsync(changes[^1].At));

        Task<IReadOnlyList<ReleasedChange>> ChangesAsync(DateTimeOffset after) => newsroom.Store.Released.ChangesAsync(after, TimeProvider.System.GetUtcNow(), 50, Cancel);
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
