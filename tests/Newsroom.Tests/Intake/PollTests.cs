using System.IO.Compression;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Wireroom.Newsroom.Intake;
using Wireroom.Newsroom.Intake.Feeds;
using Wireroom.Newsroom.Intake.Ftp;
using Wireroom.Newsroom.Intake.Sftp;
using Wireroom.Newsroom.Intake.Sources;
using Wireroom.Newsroom.Intake.WebSub;
using Wireroom.Storage;

namespace Wireroom.Newsroom.Tests.Intake;

public sealed class PollTests
{
    private static readonly string Feed = Wires.Rss(Wires.RssItem("1", "Dam holds", "It holds."));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Validators_are_sent_back_word_for_word_and_an_unchanged_feed_is_not_read_again()
    {
        const string Modified = "Tue, 3 Mar 2026 06:15:00 +0000"; // no HTTP date, and yet what the server wants back
        await using var test = await PollAsync(async (context, _) =>
        {
            if (context.Request.Headers.IfNoneMatch == "not-quoted")
            {
                context.Response.StatusCode = 304;
                return;
            }

            context.Response.Headers.ETag = "not-quoted";
            context.Response.Headers.LastModified = Modified;
            await context.Response.WriteAsync(Feed);
        });
        await test.PollAsync();
        await test.PollAsync();
        Assert.Equal(["", "not-quoted"], test.Server.Asked.Select(line => line.IfNoneMatch));
        Assert.Equal(Modified, test.Server.Asked[1].IfModifiedSince);
        Assert.Single(await test.Store.ArrivalsAsync("feed", 10, Cancel));
        var state = await test.Store.PollStateAsync("feed", Cancel);
        Assert.Equal(("not-quoted", 0, (string?)null), (state.ETag, state.Failures, state.LastFault));
    }

    [Fact]
    public async Task Failures_wait_longer_each_time_and_a_good_answer_ends_that()
    {
        await using var test = await PollAsync((context, number) =>
        {
            context.Response.StatusCode = number <= 3 ? 500 : 200;
            return number <= 3 ? Task.CompletedTask : context.Response.WriteAsync(Feed);
        });
        var waits = new List<TimeSpan>();
        for (var time = 0; time < 4; time++)
        {
            await test.PollAsync();
            var state = await test.Store.PollStateAsync("feed", Cancel);
            waits.Add(state.NextAt!.Value - test.Clock.GetUtcNow());
            Assert.Equal(time < 3 ? time + 1 : 0, state.Failures);
            Assert.Equal(time < 3 ? "The server answered 500 Internal Server Error." : null, state.LastFault);
        }

        Assert.InRange(waits[0], TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(11));
        Assert.InRange(waits[1], TimeSpan.FromMinutes(20), TimeSpan.FromMinutes(22));
        Assert.InRange(waits[2], TimeSpan.FromMinutes(40), TimeSpan.FromMinutes(44));
        Assert.InRange(waits[3], TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(5.5));
    }

    [Fact]
    public async Task A_server_that_asks_to_be_left_alone_is()
    {
        await using var test = await PollAsync((context, _) =>
        {
            context.Response.StatusCode = 429;
            context.Response.Headers.RetryAfter = "7200";
            return Task.CompletedTask;
        });
        await test.PollAsync();
        Assert.InRange((await test.Store.PollStateAsync("feed", Cancel)).NextAt!.Value - test.Clock.GetUtcNow(), TimeSpan.FromHours(2), TimeSpan.FromHours(2.3));
    }

    [Fact]
    public async Task Redirects_are_followed_and_a_circle_of_them_ends()
    {
        await using var test = await PollAsync((context, _) =>
        {
            switch (context.Request.Path.Value)
            {
                case "/feed":
                    context.Response.Redirect("/moved", permanent: true);
                    return Task.CompletedTask;
                case "/moved":
                    return context.Response.WriteAsync(Feed);
                default:
                    context.Response.Redirect(context.Request.Path == "/left" ? "/right" : "/left");
                    return Task.CompletedTask;
            }
        });
        await test.PollAsync();
        Assert.Single(await test.Store.QueueAsync(new QueueFilter(), 10, Cancel));
        await test.PollAsync("/left");
        Assert.Contains("in a circle", (await test.Store.PollStateAsync("feed", Cancel)).LastFault, StringComparison.Ordinal);
        Assert.Equal(2 + new FeedLimits().Redirects + 1, test.Server.Asked.Count);
    }

    [Fact]
    public async Task A_redirect_to_something_that_is_no_web_address_is_not_followed()
    {
        await using var test = await PollAsync((context, _) =>
        {
            context.Response.StatusCode = 302;
            context.Response.Headers.Location = "file:///etc/passwd";
            return Task.CompletedTask;
        });
        await test.PollAsync();
        Assert.Contains("no web address", (await test.Store.PollStateAsync("feed", Cancel)).LastFault, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_small_answer_that_unpacks_into_a_huge_one_is_bounded()
    {
        var bomb = new MemoryStream();
        await using (var gzip = new GZipStream(bomb, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            var zeros = new byte[1024 * 1024];
            for (var megabyte = 0; megabyte < 64; megabyte++)
                await gzip.WriteAsync(zeros, Cancel);
        }

        await using var test = await PollAsync(async (context, _) =>
        {
            context.Response.Headers.ContentEncoding = "gzip";
            await context.Response.Body.WriteAsync(bomb.ToArray());
        });
        await test.PollAsync();
        Assert.Contains("more than 16 MB", (await test.Store.PollStateAsync("feed", Cancel)).LastFault, StringComparison.Ordinal);
        Assert.Empty(await test.Store.ArrivalsAsync("feed", 10, Cancel));
    }

    [Fact]
    public async Task An_answer_that_breaks_off_is_not_taken_and_is_asked_for_again()
    {
        await using var test = await PollAsync(async (context, number) =>
        {
            context.Response.Headers.ETag = "\"v1\"";
            if (number > 1)
            {
                await context.Response.WriteAsync(Feed);
                return;
            }

            context.Response.ContentLength = Feed.Length;
            await context.Response.WriteAsync(Feed[..100]);
            await context.Response.Body.FlushAsync();
            context.Abort();
        });
        await test.PollAsync();
        var state = await test.Store.PollStateAsync("feed", Cancel);
        Assert.NotNull(state.LastFault);
        Assert.Null(state.ETag);
        Assert.Empty(await test.Store.ArrivalsAsync("feed", 10, Cancel));
        await test.PollAsync();
        Assert.Single(await test.Store.QueueAsync(new QueueFilter(), 10, Cancel));
    }

    [Fact]
    public async Task A_feed_that_is_cut_off_in_the_middle_is_taken_as_far_as_it_goes_and_asked_for_again_whole()
    {
        await using var test = await PollAsync(async (context, number) =>
        {
            context.Response.Headers.ETag = "\"v1\"";
            var two = Wires.Rss(Wires.RssItem("1", "Dam holds", "It holds."), Wires.RssItem("2", "Ferry sails", "It sails."));
            await context.Response.WriteAsync(number == 1 ? two[..two.IndexOf("Ferry", StringComparison.Ordinal)] : two);
        });
        await test.PollAsync();
        Assert.Null((await test.Store.PollStateAsync("feed", Cancel)).ETag);
        await test.PollAsync();
        Assert.Equal("\"v1\"", (await test.Store.PollStateAsync("feed", Cancel)).ETag);
        Assert.Contains(await test.Store.QueueAsync(new QueueFilter(), 10, Cancel), row => row.Headline == "Ferry sails");
    }

    [Fact]
    public async Task A_server_that_drips_is_given_up_in_time()
    {
        await using var test = await PollAsync(
            async (context, _) =>
            {
                await context.Response.WriteAsync(Feed[..10]);
                await context.Response.Body.FlushAsync();
                await Task.Delay(Timeout.Infinite, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            },
            new FeedLimits { Time = TimeSpan.FromMilliseconds(200) },
            TimeProvider.System);
        await test.PollAsync();
        Assert.Contains("no whole answer within", (await test.Store.PollStateAsync("feed", Cancel)).LastFault, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_charset_of_the_answer_counts_and_a_page_that_is_no_feed_is_a_fault()
    {
        await using var test = await PollAsync(async (context, number) =>
        {
            if (number > 1)
            {
                await context.Response.WriteAsync("nothing to see");
                return;
            }

            context.Response.ContentType = "application/rss+xml; charset=iso-8859-2";
            Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
            var text = Wires.Rss(Wires.RssItem("1", "Šibenik čeka", "Luka.")).Replace(" encoding=\"UTF-8\"", "", StringComparison.Ordinal);
            await context.Response.Body.WriteAsync(Encoding.GetEncoding("iso-8859-2").GetBytes(text));
        });
        await test.PollAsync();
        Assert.Equal("Šibenik čeka", Assert.Single(await test.Store.QueueAsync(new QueueFilter(), 10, Cancel)).Headline);
        await test.PollAsync();
        Assert.NotNull((await test.Store.PollStateAsync("feed", Cancel)).LastFault);
    }

    [Theory]
    [InlineData("http://127.0.0.1:{0}/feed")]
    [InlineData("http://localhost:{0}/feed")]
    [InlineData("http://[::ffff:127.0.0.1]:{0}/feed")]
    [InlineData("http://0x7f000001:{0}/feed")]
    public async Task Nobody_is_led_to_the_inner_network_unless_it_is_allowed(string address)
    {
        await using var server = await MisbehavingServer.StartAsync((context, _) => context.Response.WriteAsync(Feed));
        using var http = new GuardedHttp(allowInner: false);
        var fetch = new FetchFeed(http, new FeedLimits(), TimeProvider.System);
        var answer = await fetch.FetchAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, address, new Uri(server.Address).Port), null, null, Cancel);
        Assert.Contains("inner network", answer.Fault, StringComparison.Ordinal);
        Assert.Empty(server.Asked);
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("10.1.2.3")]
    [InlineData("172.31.255.1")]
    [InlineData("192.168.0.1")]
    [InlineData("169.254.169.254")]
    [InlineData("100.64.0.1")]
    [InlineData("0.0.0.0")]
    [InlineData("::1")]
    [InlineData("::")]
    [InlineData("fd00::1")]
    [InlineData("fe80::1")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("::7f00:1")]
    [InlineData("64:ff9b::a00:1")]
    [InlineData("2002:a00:1::")]
    public void Inner_addresses_are_known_in_every_dress(string address) => Assert.True(InnerNetwork.Holds(IPAddress.Parse(address)));

    [Theory]
    [InlineData("8.8.8.8")]
    [InlineData("172.32.0.1")]
    [InlineData("2606:4700::1111")]
    [InlineData("::ffff:8.8.8.8")]
    public void Outer_addresses_are_open(string address) => Assert.False(InnerNetwork.Holds(IPAddress.Parse(address)));

    private static async Task<PollTest> PollAsync(Func<HttpContext, int, Task> answer, FeedLimits? limits = null, TimeProvider? fetchClock = null)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 3, 12, 0, 0, TimeSpan.Zero));
        var newsroom = await RunningNewsroom.StartAsync(clock: clock);
        await newsroom.Store.SaveSourceAsync(new Source { Slug = "feed", Name = "Feed", Kind = SourceKind.Feed, Paused = true }, Cancel); // polled by the test alone
        return new PollTest(await MisbehavingServer.StartAsync(answer), newsroom, clock, limits ?? new FeedLimits(), fetchClock ?? clock);
    }

    private sealed class PollTest(MisbehavingServer server, RunningNewsroom newsroom, FakeTimeProvider clock, FeedLimits limits, TimeProvider fetchClock) : IAsyncDisposable
    {
        private readonly GuardedHttp http = new(allowInner: true);

        public MisbehavingServer Server { get; } = server;

        public FakeTimeProvider Clock { get; } = clock;

        public Store Store { get; } = newsroom.Store;

        public Task PollAsync(string path = "/feed") => new PollFeed(
                Store, newsroom.Services.GetRequiredService<Arrive>(), new FetchFeed(http, limits, fetchClock), newsroom.Services.GetRequiredService<PollSftp>(), newsroom.Services.GetRequiredService<PollFtp>(), newsroom.Services.GetRequiredService<Subscribe>(),
                new NotePoll(Store, newsroom.Services.GetRequiredService<Subscribe>(), Clock, NullLogger<NotePoll>.Instance), newsroom.Services.GetRequiredService<Secrets>())
            .PollAsync(new Source { Slug = "feed", Name = "Feed", Kind = SourceKind.Feed, Address = Server.Address + path, IntervalSeconds = 300 }, Cancel);

        public async ValueTask DisposeAsync()
        {
            http.Dispose();
            await newsroom.DisposeAsync();
            await Server.DisposeAsync();
        }
    }
}
