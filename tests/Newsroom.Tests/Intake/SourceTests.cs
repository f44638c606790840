using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Wireroom.Newsroom.Desk.Sources;
using Wireroom.Newsroom.Intake.Feeds;
using Wireroom.Newsroom.Intake.Sources;
using Wireroom.Newsroom.Paper.Letters;
using Wireroom.Newsroom.Tests.Desk;
using Wireroom.Storage;

namespace Wireroom.Newsroom.Tests.Intake;

public sealed class SourceTests
{
    private static readonly string Feed = Wires.Rss(Wires.RssItem("1", "Dam holds", "It holds."), Wires.RssItem("2", "Ferry sails", "It sails."));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void A_page_names_its_feeds_and_where_it_names_none_its_links_are_looked_at()
    {
        var page = new Uri("https://adria.example/news/");
        Assert.Equal(
            [new FoundFeed(new Uri("https://adria.example/all.xml"), "All news"), new FoundFeed(new Uri("https://feeds.example/sport"), "Sport")],
            FeedDiscovery.In(
                """
                <html><head><base href="/"><link rel="alternate" type="application/rss+xml" title="All news" href="all.xml"><link rel="stylesheet" href="x.css">
                <link rel="ALTERNATE nofollow" type="application/atom+xml; charset=utf-8" title="Sport" href="https://feeds.example/sport">
                <link rel="alternate" type="application/rss+xml" href="javascript:alert(1)"><link rel="alternate" hreflang="hr" href="/hr"></head><body><a href="/rss">RSS</a></body></html>
                """u8.ToArray(), page));
        Assert.Equal([new FoundFeed(new Uri("https://adria.example/news/rss"), "RSS")], FeedDiscovery.In("""<a href="rss">RSS</a><a href="/about">About rss</a>"""u8.ToArray(), page));
    }

    [Fact]
    public async Task A_source_is_tried_before_it_is_saved_and_the_trial_keeps_nothing()
    {
        await using var server = await MisbehavingServer.StartAsync(async (context, _) =>
        {
            var isFeed = context.Request.Path == "/feed";
            context.Response.ContentType = isFeed ? "application/rss+xml" : "text/html";
            await context.Response.WriteAsync(isFeed ? Feed : """<html><head><link rel="alternate" type="application/rss+xml" title="Adria" href="/feed"></head><body><p>Welcome.</p></body></html>""");
        });
        await using var newsroom = await RunningNewsroom.StartAsync();
        using var ana = await DeskVisitor.SignedInAsync(newsroom);
        var (_, site) = await ana.SayAsync("/desk/sources", "/desk/sources", ("address", server.Address + "/"), ("do", "try"));
        Assert.Contains(server.Address + "/feed", site, StringComparison.Ordinal);
        var (_, tried) = await ana.SayAsync("/desk/sources", "/desk/sources", ("address", server.Address + "/feed"), ("do", "try"), ("section", "world"));
        Assert.Contains("Dam holds", tried, StringComparison.Ordinal);
        Assert.Contains("2 items", tried, StringComparison.Ordinal);
        Assert.Empty(await newsroom.Store.ArrivalsAsync(null, 10, Cancel));
        Assert.Empty(await newsroom.Store.SourcesAsync(Cancel));

        using var saved = await ana.PostAsync(
            "/desk/sources", "/desk/sources/new", ("kind", "feed"), ("address", server.Address + "/feed"), ("name", "Adria News"), ("credit", "Adria"), ("section", "world"), ("minutes", "7"),
            ("expect", "90"), ("follows", "1"), ("terms", "Online use only"), ("user", "desk"), ("password", "a sealed word"), ("do", "save"));
        Assert.Equal("/desk/source/adria-news", saved.Headers.Location?.ToString());
        var source = (await newsroom.Store.FindSourceAsync("adria-news", Cancel))!;
        Assert.Equal(("Adria", "world", 420, 90, true, "Online use only", false), (source.Credit, source.Section, source.IntervalSeconds, source.ExpectMinutes, source.Follows, source.UsageTerms, source.Trusted));
        Assert.DoesNotContain("a sealed word", source.Secret, StringComparison.Ordinal);
        Assert.Equal(new SourceLogin("desk", "a sealed word"), newsroom.Services.GetRequiredService<Secrets>().Open(source.Secret));
        Assert.DoesNotContain("a sealed word", await ana.PageAsync("/desk/source/adria-news"), StringComparison.Ordinal);

        // Saved again without a password, the login stays; it goes when it is told to.
        using (await ana.PostAsync("/desk/source/adria-news", "/desk/source/adria-news", ("name", "Adria"), ("address", server.Address + "/feed"), ("do", "save")))
            Assert.Equal(source.Secret, (await newsroom.Store.FindSourceAsync("adria-news", Cancel))!.Secret);
        using (await ana.PostAsync("/desk/source/adria-news", "/desk/source/adria-news", ("name", "Adria"), ("address", server.Address + "/feed"), ("forget", "1"), ("do", "save")))
            Assert.Null((await newsroom.Store.FindSourceAsync("adria-news", Cancel))!.Secret);
    }

    [Fact]
    public async Task The_login_is_shown_to_the_sources_own_host_and_to_no_other()
    {
        var shown = new List<string>();
        await using var other = await MisbehavingServer.StartAsync(async (context, _) =>
        {
            shown.Add("other:" + context.Request.Headers.Authorization);
            await context.Response.WriteAsync(Feed);
        });
        await using var server = await MisbehavingServer.StartAsync((context, _) =>
        {
            shown.Add("own:" + context.Request.Headers.Authorization);
            context.Response.Redirect(other.Address + "/feed");
            return Task.CompletedTask;
        });
        using var http = new GuardedHttp(allowInner: true);
        var answer = await new FetchFeed(http, new FeedLimits(), TimeProvider.System).FetchAsync(server.Address + "/feed", null, null, new SourceLogin("desk", "pass"), Cancel);
        Assert.Null(answer.Fault);
        Assert.Equal(["own:Basic " + Convert.ToBase64String("desk:pass"u8), "other:"], shown);
    }

    [Theory, EachDatabase]
    public async Task A_sender_pushes_with_the_key_or_a_signature_and_nobody_else_does(TestDatabase database)
    {
        await using var newsroom = await RunningNewsroom.StartAsync(database);
        using var ana = await DeskVisitor.SignedInAsync(newsroom);
        var (_, page) = await ana.SayAsync("/desk/sources", "/desk/sources/new", ("kind", "push"), ("name", "Plimsoll"), ("section", "world"), ("do", "save"));
        var key = newsroom.Services.GetRequiredService<Secrets>().Open((await newsroom.Store.FindSourceAsync("plimsoll", Cancel))!.Secret).Key;
        Assert.Contains(key, page, StringComparison.Ordinal);
        Assert.DoesNotContain(key, await ana.PageAsync("/desk/source/plimsoll"), StringComparison.Ordinal);

        var bytes = Encoding.UTF8.GetBytes(Feed);
        string Sign(string with) => "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(with), bytes));
        foreach (var (head, value) in new[] { ("Authorization", "Bearer wrong"), ("Authorization", "Bearer"), ("X-Hub-Signature-256", Sign("wrong")), ("X-Hub-Signature-256", "sha1=00"), ("X-Nothing", "") })
            Assert.Equal((HttpStatusCode.Unauthorized, value), (await PushAsync(newsroom, "plimsoll", bytes, head, value), value));
        Assert.Equal(HttpStatusCode.Unauthorized, await PushAsync(newsroom, "nobody", bytes, "Authorization", "Bearer " + key));
        Assert.Empty(await newsroom.Store.ArrivalsAsync(null, 10, Cancel));

        Assert.Equal(HttpStatusCode.OK, await PushAsync(newsroom, "plimsoll", bytes, "Authorization", "Bearer " + key));
        Assert.Equal(HttpStatusCode.OK, await PushAsync(newsroom, "plimsoll", bytes, "X-Hub-Signature-256", Sign(key)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await PushAsync(newsroom, "plimsoll", "%PDF-1.7"u8.ToArray(), "Authorization", "Bearer " + key));
        Assert.Equal(2, (await newsroom.Store.QueueAsync(new QueueFilter(), 10, Cancel)).Count);
        Assert.Equal(3, (await newsroom.Store.ArrivalsAsync("plimsoll", 10, Cancel)).Count);
        await newsroom.Store.SaveSourceAsync((await newsroom.Store.FindSourceAsync("plimsoll", Cancel))! with { Paused = true }, Cancel);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await PushAsync(newsroom, "plimsoll", bytes, "Authorization", "Bearer " + key));
    }

    [Theory, EachDatabase]
    public async Task A_silent_source_is_told_once_until_it_speaks_again(TestDatabase database)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 3, 12, 0, 0, TimeSpan.Zero));
        using var mails = new MailBin();
        await using var newsroom = await RunningNewsroom.StartAsync(
            database, clock, options: serve => serve with { Mail = new MailServerOptions(new Uri($"smtp://127.0.0.1:{mails.Port}"), "", "wire@courier.example"), AlarmMail = new AlarmMailOptions(["ana@courier.example"]) });
        await newsroom.Store.SaveSourceAsync(new Source { Slug = Wires.Source, Name = "Adria News", Kind = SourceKind.Import, ExpectMinutes = 30 }, Cancel);
        await AdvanceAsync(clock, TimeSpan.FromMinutes(29));
        Assert.Empty(await newsroom.Store.OpenNoticesAsync(5, Cancel));
        var notice = await UntilAsync(newsroom, clock, 1);
        Assert.Equal(NoticeKind.Silent, notice.Kind);
        Assert.Contains("Adria News has brought nothing new since 2026-03-03 12:00 GMT; something is expected at least every 30 minutes.", notice.Words, StringComparison.Ordinal);
        Assert.Contains("Subject: Adria News is silent", await mails.NextAsync(), StringComparison.Ordinal);
        await AdvanceAsync(clock, TimeSpan.FromHours(5));
        Assert.Single(await newsroom.Store.OpenNoticesAsync(5, Cancel));

        await newsroom.Services.GetRequiredService<Newsroom.Intake.Arrive>().TakeAsync(Wires.Item("g", 1, "It speaks"));
        await AdvanceAsync(clock, TimeSpan.FromMinutes(20));
        Assert.Single(await newsroom.Store.OpenNoticesAsync(5, Cancel));
        await UntilAsync(newsroom, clock, 2);
    }

    [Fact]
    public async Task Lists_of_feeds_go_out_and_come_in()
    {
        await using var newsroom = await RunningNewsroom.StartAsync();
        using var ana = await DeskVisitor.SignedInAsync(newsroom);
        await newsroom.Store.SaveSourceAsync(new Source { Slug = "adria", Name = "Adria & Sons", Kind = SourceKind.Feed, Address = "https://adria.example/feed?a=1&b=2", Section = "world", Paused = true }, Cancel);
        var list = await newsroom.Store.SourcesAsync(Cancel) is var sources ? Opml.Write("Courier", sources) : "";
        var (back, fault) = Opml.Read(new MemoryStream(Encoding.UTF8.GetBytes(list)), await newsroom.Store.SectionsAsync(Cancel));
        Assert.Equal("", fault);
        Assert.Equal(("Adria & Sons", "https://adria.example/feed?a=1&b=2", "world"), back is [var only] ? (only.Name, only.Address, only.Section) : default);

        const string Theirs =
            """
            <?xml version="1.0"?><!DOCTYPE opml [<!ENTITY x SYSTEM "file:///etc/passwd">]><opml version="1.0"><body><outline text="Sport">
            <outline type="rss" text="Goals" xmlUrl="https://goals.example/rss"/><outline text="No feed"/></outline>
            <outline title="Adria again" xmlUrl="https://adria.example/feed?a=1&amp;b=2"/><outline text="Bad" xmlUrl="file:///etc/passwd"/><outline text="Goals" xmlUrl="https://other.example/rss"/></body></opml>
            """;
        var (feeds, _) = Opml.Read(new MemoryStream(Encoding.UTF8.GetBytes(Theirs)), await newsroom.Store.SectionsAsync(Cancel));
        Assert.Equal((2, 1), await OpmlEndpoints.AddAsync(newsroom.Store, feeds, Cancel));
        Assert.Equal(
            ["adria: https://adria.example/feed?a=1&b=2 world", "goals: https://goals.example/rss sport", "goals-2: https://other.example/rss "],
            (await newsroom.Store.SourcesAsync(Cancel)).OrderBy(source => source.Slug).Select(source => $"{source.Slug}: {source.Address} {source.Section}"));
        Assert.Contains("no OPML", Opml.Read(new MemoryStream("<rss/>"u8.ToArray()), []).Fault, StringComparison.Ordinal);
        Assert.Contains("xmlUrl=\"https://goals.example/rss\"", await ana.PageAsync("/desk/sources/opml"), StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task Of_two_programs_on_one_database_one_polls_a_source(TestDatabase database)
    {
        await using var newsroom = await RunningNewsroom.StartAsync(database);
        for (var number = 0; number < 20; number++)
            await newsroom.Store.SaveSourceAsync(new Source { Slug = $"s{number:00}", Name = "S", Kind = SourceKind.Feed, Address = "http://127.0.0.1:9/", Paused = true }, Cancel);
        await using var second = await Store.OpenAsync(newsroom.Options, TimeProvider.System, Cancel);
        foreach (var source in await second.SourcesAsync(Cancel))
            await second.SavePollStateAsync(source.Slug, new PollState(null, null, TimeProvider.System.GetUtcNow().AddHours(1), 0, null, null), Cancel);
        foreach (var source in await second.SourcesAsync(Cancel))
            await second.SaveSourceAsync(source with { Paused = false }, Cancel);
        Assert.False(await second.AnySourceDueAsync([SourceKind.Feed], Cancel));
        foreach (var source in await second.SourcesAsync(Cancel))
            await second.SavePollStateAsync(source.Slug, new PollState(null, null, null, 0, null, null), Cancel);
        var taken = await Task.WhenAll(Enumerable.Range(0, 6).Select(number => (number % 2 == 0 ? newsroom.Store : second).LeaseDueSourcesAsync([SourceKind.Feed], _ => true, 5, TimeSpan.FromMinutes(1), Cancel)));
        var slugs = taken.SelectMany(sources => sources).Select(source => source.Slug).ToList();
        Assert.Equal(slugs.Distinct().Count(), slugs.Count);
    }

    [Fact]
    public async Task What_was_decided_of_each_item_stands_in_the_arrivals_history()
    {
        await using var newsroom = await RunningNewsroom.StartAsync();
        using var ana = await DeskVisitor.SignedInAsync(newsroom);
        var arrive = newsroom.Services.GetRequiredService<Newsroom.Intake.Arrive>();
        await arrive.TakeAsync(Wires.Item("g", 2, "Two"));
        await arrive.TakeAsync(Wires.Item("g", 1, "One"), Wires.Item("g", 3, "Three"), Wires.Item("g", 3, "Three"), Wires.Item("n", 1, "New one"));
        var arrival = (await newsroom.Store.ArrivalsAsync(Wires.Source, 1, Cancel))[0];
        Assert.Equal(["late: changes nothing", "newer version", "here already", "new story"], arrival.Outcome!.Items!.Select(item => item.Decision));
        var page = await ana.PageAsync($"/desk/arrival/{arrival.Id}");
        Assert.Contains("late: changes nothing", page, StringComparison.Ordinal);
        Assert.Contains("g 1 New", await ana.PageAsync($"/desk/arrival/{arrival.Id}/raw"), StringComparison.Ordinal);

        // The very same bytes a second time are noted and not read again.
        var bytes = Encoding.UTF8.GetBytes(Feed);
        var first = await arrive.TakeAsync(new Newsroom.Intake.Delivery { Source = "f", Name = "f", Bytes = bytes }, Cancel);
        var again = await arrive.TakeAsync(new Newsroom.Intake.Delivery { Source = "f", Name = "f", Bytes = bytes }, Cancel);
        Assert.Equal((2, 0), (first.Outcome.Taken, first.Outcome.Repeated));
        Assert.Equal((0, 2, "same-bytes"), (again.Outcome.Taken, again.Outcome.Repeated, again.Outcome.Faults[0].Code));
    }

    [Fact]
    public void A_source_that_changes_is_asked_more_often_and_one_that_does_not_less()
    {
        Assert.Equal(300, NextPoll.Pace(300, 0, 0, brought: true));
        Assert.Equal(375, NextPoll.Pace(300, 300, 0, brought: false));
        Assert.Equal(1800, NextPoll.Pace(300, 1800, 0, brought: false));
        Assert.Equal(900, NextPoll.Pace(300, 1800, 0, brought: true));
        Assert.Equal(900, NextPoll.Pace(300, 1800, 30, brought: false)); // expected every half hour: asked at least every quarter
        Assert.Equal(7200, NextPoll.Pace(7200, 0, 0, brought: false));
    }

    private static async Task<HttpStatusCode> PushAsync(RunningNewsroom newsroom, string slug, byte[] bytes, string head, string value)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"/intake/{slug}", UriKind.Relative)) { Content = new ByteArrayContent(bytes) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", "application/rss+xml; charset=utf-8");
        request.Headers.TryAddWithoutValidation(head, value);
        using var answer = await newsroom.Http.SendAsync(request, Cancel);
        return answer.StatusCode;
    }

    /// <summary>Moves the clock in steps, so that whoever waits by it wakes at each.</summary>
    private static async Task AdvanceAsync(FakeTimeProvider clock, TimeSpan by)
    {
        for (var step = 0; step < 20; step++)
        {
            clock.Advance(by / 20);
            await Task.Delay(5, Cancel);
        }
    }

    private static async Task<Notice> UntilAsync(RunningNewsroom newsroom, FakeTimeProvider clock, int count)
    {
        for (var tries = 0; tries < 400; tries++)
        {
            if (await newsroom.Store.OpenNoticesAsync(5, Cancel) is { } open && open.Count >= count)
                return open[0];
            clock.Advance(TimeSpan.FromSeconds(20));
            await Task.Delay(20, Cancel);
        }

        throw new TimeoutException($"Notice {count} never came.");
    }

    /// <summary>A mail server that keeps what it is given (RFC 5321, as much as a sender without extensions asks).</summary>
    private sealed class MailBin : IDisposable
    {
        private readonly TcpListener listener = new(IPAddress.Loopback, 0);
        private readonly Task<string> first;

        public MailBin()
        {
            listener.Start();
            first = TakeAsync();
        }

        public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

        public Task<string> NextAsync() => first.WaitAsync(TimeSpan.FromSeconds(20), Cancel);

        public void Dispose() => listener.Dispose();

        private async Task<string> TakeAsync()
        {
            using var client = await listener.AcceptTcpClientAsync(Cancel);
            using var reader = new StreamReader(client.GetStream());
            await using var writer = new StreamWriter(client.GetStream()) { NewLine = "\r\n", AutoFlush = true };
            await writer.WriteLineAsync("220 bin.example");
            var mail = new StringBuilder();
            while (await reader.ReadLineAsync(Cancel) is { } line)
            {
                if (line.StartsWith("DATA", StringComparison.OrdinalIgnoreCase))
                {
                    await writer.WriteLineAsync("354 go on");
                    while (await reader.ReadLineAsync(Cancel) is { } text && text != ".")
                        mail.AppendLine(text);
                }

                await writer.WriteLineAsync(line.StartsWith("QUIT", StringComparison.OrdinalIgnoreCase) ? "221 bye" : "250 ok");
                if (line.StartsWith("QUIT", StringComparison.OrdinalIgnoreCase))
                    break;
            }

            return mail.ToString();
        }
    }
}
