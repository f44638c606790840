using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Wireroom.Newsroom.Intake;
using Wireroom.Newsroom.Intake.Feeds;
using Wireroom.Newsroom.Intake.WebSub;
using Wireroom.Storage;

namespace Wireroom.Newsroom.Tests.Intake;

public sealed class WebSubTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task A_hub_verifies_and_then_brings_what_is_new_and_nobody_else_does(TestDatabase database)
    {
        var asked = new List<IFormCollection>();
        await using var hub = await MisbehavingServer.StartAsync(async (context, _) =>
        {
            asked.Add(await context.Request.ReadFormAsync(Cancel));
            context.Response.StatusCode = StatusCodes.Status202Accepted;
        });
        var first = Wires.RssItem("1", "Dam holds", "It holds.");
        await using var feed = await MisbehavingServer.StartAsync((context, _) => context.Response.WriteAsync(
            Wires.Rss(first).Replace("<item>", $"<atom:link xmlns:atom=\"http://www.w3.org/2005/Atom\" rel=\"hub\" href=\"{hub.Address}/\"/><atom:link xmlns:atom=\"http://www.w3.org/2005/Atom\" rel=\"self\" href=\"https://adria.example/feed\"/><item>", StringComparison.Ordinal)));
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 3, 12, 0, 0, TimeSpan.Zero));
        await using var newsroom = await RunningNewsroom.StartAsync(database, clock);
        await newsroom.Store.SaveMastheadAsync(new Masthead("Courier", "", "en", "UTC", newsroom.Address.ToString().TrimEnd('/')), Cancel);
        var source = new Source { Slug = "adria", Name = "Adria", Kind = SourceKind.Feed, Address = feed.Address + "/feed", Section = "world", Paused = true };
        await newsroom.Store.SaveSourceAsync(source, Cancel);
        await newsroom.Services.GetRequiredService<PollFeed>().PollAsync(source, Cancel);
        await newsroom.Store.SaveSourceAsync(source with { Paused = false }, Cancel);
        await newsroom.Store.SavePollStateAsync("adria", new PollState(null, null, clock.GetUtcNow().AddDays(1), 0, null, null), Cancel);

        var form = Assert.Single(asked);
        Assert.Equal(("subscribe", "https://adria.example/feed"), (form["hub.mode"].ToString(), form["hub.topic"].ToString()));
        var callback = new Uri(form["hub.callback"].ToString());
        var secret = form["hub.secret"].ToString();
        Assert.DoesNotContain(secret, (await newsroom.Store.FindSubscriptionAsync("adria", Cancel))!.Secret, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await AskAsync(newsroom, callback, "subscribe", "https://other.example/feed")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await AskAsync(newsroom, new Uri(callback, "0123456789abcdef0123456789abcdef"), "subscribe", "https://adria.example/feed")).Status);
        Assert.Equal((HttpStatusCode.OK, "a challenge"), await AskAsync(newsroom, callback, "subscribe", "https://adria.example/feed"));
        Assert.Equal(clock.GetUtcNow().AddSeconds(3600), (await newsroom.Store.FindSubscriptionAsync("adria", Cancel))!.LeaseUntil);

        var news = Encoding.UTF8.GetBytes(Wires.Rss(Wires.RssItem("2", "Ferry sails", "It sails."), first));
        Assert.Equal(HttpStatusCode.Accepted, await BringAsync(newsroom, callback, news, "another secret"));
        Assert.Single(await newsroom.Store.QueueAsync(new QueueFilter(), 10, Cancel));
        Assert.Equal(HttpStatusCode.OK, await BringAsync(newsroom, callback, news, secret));
        Assert.Equal(HttpStatusCode.OK, await BringAsync(newsroom, callback, news, secret));
        Assert.Equal(["Ferry sails", "Dam holds"], (await newsroom.Store.QueueAsync(new QueueFilter(), 10, Cancel)).Select(row => row.Headline));

        Assert.All((await newsroom.Store.ArrivalsAsync("adria", 2, Cancel)).Select(arrival => arrival.Name), name => Assert.Equal("https://adria.example/feed", name));

        // While the hub brings the news, the feed itself is asked once an hour; near the lease's end the hub is asked again, by the same callback.
        clock.Advance(TimeSpan.FromMinutes(30));
        await newsroom.Services.GetRequiredService<PollFeed>().PollAsync(source, Cancel);
        Assert.True((await newsroom.Store.PollStateAsync("adria", Cancel)).NextAt >= clock.GetUtcNow().AddHours(1));
        Assert.Single(asked);
        clock.Advance(TimeSpan.FromMinutes(31));
        await newsroom.Services.GetRequiredService<PollFeed>().PollAsync(source, Cancel);
        Assert.Equal(callback.ToString(), asked[1]["hub.callback"].ToString());
        await newsroom.Store.RemoveSourceAsync("adria", Cancel);
        Assert.Equal(HttpStatusCode.Gone, await BringAsync(newsroom, callback, news, secret));
    }

    [Fact]
    public async Task A_hub_is_asked_only_when_it_can_come_to_verify()
    {
        var asked = 0;
        await using var hub = await MisbehavingServer.StartAsync((context, number) =>
        {
            Volatile.Write(ref asked, number);
            context.Response.StatusCode = StatusCodes.Status202Accepted;
            return Task.CompletedTask;
        });
        await using var newsroom = await RunningNewsroom.StartAsync();
        await newsroom.Store.SaveMastheadAsync(new Masthead("Courier", "", "en", "UTC", newsroom.Address.ToString().TrimEnd('/')), Cancel);
        var source = new Source { Slug = "adria", Name = "Adria", Kind = SourceKind.Feed, Address = "https://adria.example/feed", Section = "world", Paused = true };
        await newsroom.Store.SaveSourceAsync(source, Cancel);
        var starting = new ApplicationLifetime(NullLogger<ApplicationLifetime>.Instance); // of a program whose sources are polled before its port is open
        var keeping = ActivatorUtilities.CreateInstance<Subscribe>(newsroom.Services, starting).KeepAsync(source, new HubLinks(new Uri(hub.Address), new Uri(source.Address)), Cancel);
        await Task.WhenAny(keeping, Task.Delay(300, Cancel));
        Assert.Equal(0, Volatile.Read(ref asked));
        starting.NotifyStarted();
        await keeping;
        Assert.Equal(1, Volatile.Read(ref asked));
    }

    [Fact]
    public void Hubs_are_named_in_the_answers_head_or_in_the_document()
    {
        var address = new Uri("https://adria.example/feed");
        using var answer = new HttpResponseMessage();
        Assert.Null(HubLinks.Of(answer.Headers, Encoding.UTF8.GetBytes(Wires.Rss()), address));
        Assert.Equal(
            new HubLinks(new Uri("https://hub.example/"), address),
            HubLinks.Of(answer.Headers, "{\"version\":\"https://jsonfeed.org/version/1.1\",\"hubs\":[{\"type\":\"rssCloud\",\"url\":\"https://x.example\"},{\"type\":\"WebSub\",\"url\":\"https://hub.example/\"}]}"u8.ToArray(), address));
        Assert.Equal(
            new HubLinks(new Uri("https://hub.example/"), address),
            HubLinks.Of(answer.Headers, "{\"hubs\":[{\"type\":1,\"url\":\"https://x.example\"},{\"type\":\"WebSub\",\"url\":\"https://hub.example/\"}]}"u8.ToArray(), address));
        Assert.Null(HubLinks.Of(answer.Headers, "{\"feed_url\":\"\\ud800\",\"hubs\":[]}"u8.ToArray(), address));
        answer.Headers.TryAddWithoutValidation("Link", "<https://hub.example/>; rel=\"hub\", </canonical>; rel=self");
        Assert.Equal(new HubLinks(new Uri("https://hub.example/"), new Uri("https://adria.example/canonical")), HubLinks.Of(answer.Headers, [], address));
    }

    [Theory, EachDatabase]
    public async Task Raw_bytes_are_cleared_by_age_and_by_size_and_what_is_unread_stays(TestDatabase database)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 3, 12, 0, 0, TimeSpan.Zero));
        await using var newsroom = await RunningNewsroom.StartAsync(database, clock);
        var (store, arrive) = (newsroom.Store, newsroom.Services.GetRequiredService<Arrive>());
        for (var day = 0; day < 6; day++)
        {
            await arrive.TakeAsync(Wires.Deliver(Wires.Rss(Wires.RssItem($"{day}", $"Day {day}", "News.")), $"{day}"), Cancel);
            clock.Advance(TimeSpan.FromDays(1));
        }

        await store.KeepRawAsync(new RawArrival("unread", "unread", "never finished"u8.ToArray()), clock.GetUtcNow().AddDays(-30), Cancel);
        await arrive.TakeAsync(Wires.Deliver(Wires.Rss(Wires.RssItem("0", "Day 0", "News.")), "0 again"), Cancel); // the oldest bytes, brought again
        Assert.Equal(2, await store.ClearRawAsync(clock.GetUtcNow().AddDays(-3.5), null, Cancel));
        var arrivals = await store.ArrivalsAsync(Wires.Source, 10, Cancel);
        var kept = new List<string>();
        foreach (var arrival in arrivals)
        {
            if (await store.RawBytesAsync(arrival.Id, Cancel) is not null)
                kept.Add(arrival.Name);
        }

        Assert.Equal(["0 again", "5", "4", "3", "0"], kept);
        Assert.Equal(6, (await store.QueueAsync(new QueueFilter(), 10, Cancel)).Count);
        Assert.Equal(2, await store.ClearRawAsync(null, arrivals[0].Length * 2, Cancel));
        Assert.NotNull(await store.RawBytesAsync(arrivals[0].Id, Cancel));
        Assert.Single(await store.UnfinishedArrivalsAsync(Cancel));
        Assert.NotNull(await store.RawBytesAsync((await store.UnfinishedArrivalsAsync(Cancel))[0].Id, Cancel));
    }

    private static async Task<(HttpStatusCode Status, string Body)> AskAsync(RunningNewsroom newsroom, Uri callback, string mode, string topic)
    {
        using var answer = await newsroom.Http.GetAsync(new Uri($"{callback.AbsolutePath}?hub.mode={mode}&hub.topic={Uri.EscapeDataString(topic)}&hub.challenge=a%20challenge&hub.lease_seconds=3600", UriKind.Relative), Cancel);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Cancel));
    }

    private static async Task<HttpStatusCode> BringAsync(RunningNewsroom newsroom, Uri callback, byte[] news, string secret)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(callback.AbsolutePath, UriKind.Relative)) { Content = new ByteArrayContent(news) };
        request.Headers.TryAddWithoutValidation("X-Hub-Signature", "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), news)));
        using var answer = await newsroom.Http.SendAsync(request, Cancel);
        return answer.StatusCode;
    }
}
