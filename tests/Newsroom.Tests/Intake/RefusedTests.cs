using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Wireroom.Newsroom.Intake;
using Wireroom.Newsroom.Intake.Feeds;
using Wireroom.Newsroom.Tests.Storage;
using Wireroom.Storage;

namespace Wireroom.Newsroom.Tests.Intake;

/// <summary>A fault of one document, one source or one moment keeps nothing else back.</summary>
public sealed class RefusedTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task A_document_that_cannot_be_stored_is_told_of_once_and_the_others_are_taken(TestDatabase database)
    {
        await using var newsroom = await RunningNewsroom.StartAsync(database);
        await DatabaseRefuses.BeginAsync(newsroom.Options, "insert on wire_items", "new.guid = 'poison'");
        var (arrive, store) = (newsroom.Services.GetRequiredService<Arrive>(), newsroom.Store);
        var refused = await arrive.TakeAsync(Document("poison"), Cancel);
        Assert.Contains("refused by the test", refused.WhyUnreadable, StringComparison.Ordinal);
        var together = await arrive.TakeTogetherAsync([.. ((string[])["1", "poison", "2"]).Select(guid => (Document(guid), ReadDocument.Of(Document(guid))))], Cancel);
        Assert.Equal([true, false, true], together.Select(report => report.BroughtSomething));
        Assert.Equal(["Story 1", "Story 2"], (await store.QueueAsync(new QueueFilter(), 10, Cancel)).Select(row => row.Headline).Order());

        // Kept before the program stopped: it must not stop every start after that.
        await store.KeepRawAsync(new RawArrival(Wires.Source, "poison.xml", Document("poison").Bytes), DateTimeOffset.UnixEpoch, Cancel);
        await store.KeepRawAsync(new RawArrival(Wires.Source, "3.xml", Document("3").Bytes), DateTimeOffset.UnixEpoch, Cancel);
        await arrive.FinishAsync(await store.UnfinishedArrivalsAsync(Cancel), Cancel);
        Assert.Equal(3, (await store.QueueAsync(new QueueFilter(), 10, Cancel)).Count);
        Assert.Empty(await store.UnfinishedArrivalsAsync(Cancel));
        Assert.All(await store.ArrivalsAsync(Wires.Source, 10, Cancel), arrival => Assert.True(arrival.Length > 0));
    }

    [Theory, EachDatabase]
    public async Task A_look_that_breaks_off_is_shown_on_the_source(TestDatabase database)
    {
        await using var server = await MisbehavingServer.StartAsync((context, _) => Microsoft.AspNetCore.Http.HttpResponseWritingExtensions.WriteAsync(context.Response, Wires.Rss(Wires.RssItem("1", "Dam holds", "It holds."))));
        await using var newsroom = await RunningNewsroom.StartAsync(database);
        await DatabaseRefuses.BeginAsync(newsroom.Options, "insert on arrivals", "new.source = 'feed'");
        await newsroom.Store.SaveSourceAsync(new Source { Slug = "feed", Name = "Feed", Kind = SourceKind.Feed, Address = server.Address + "/feed" }, Cancel);
        var state = await UntilFaultAsync(newsroom, "feed");
        Assert.Contains("refused by the test", state.LastFault, StringComparison.Ordinal);
        Assert.Equal(1, state.Failures);
    }

    [Fact]
    public async Task Leases_that_are_taken_back_leave_no_source_behind()
    {
        await using var newsroom = await RunningNewsroom.StartAsync(TestDatabase.Postgres);
        await DatabaseRefuses.BeginAsync(newsroom.Options, "update on sources", "new.next_at is not null", state: "53100");
        await newsroom.Store.SaveSourceAsync(new Source { Slug = "feed", Name = "Feed", Kind = SourceKind.Feed, Address = "http://127.0.0.1:9/feed" }, Cancel);
        await DatabaseRefuses.UntilRefusedAsync(newsroom.Options);
        await DatabaseRefuses.EndAsync(newsroom.Options);
        Assert.NotNull((await UntilFaultAsync(newsroom, "feed")).LastFault);
    }

    [Fact]
    public async Task A_mailbox_whose_lease_was_taken_back_is_opened_again()
    {
        await using var newsroom = await RunningNewsroom.StartAsync(TestDatabase.Postgres);
        await DatabaseRefuses.BeginAsync(newsroom.Options, "update on sources", "new.next_at is not null", state: "53100");
        await newsroom.Store.SaveSourceAsync(new Source { Slug = "mail", Name = "Mail", Kind = SourceKind.Imap, Address = "imap://127.0.0.1:9/INBOX" }, Cancel);
        await DatabaseRefuses.UntilRefusedAsync(newsroom.Options);
        await DatabaseRefuses.EndAsync(newsroom.Options);
        Assert.NotNull((await UntilFaultAsync(newsroom, "mail")).LastFault);
    }

    [Fact]
    public async Task Work_whose_lease_cannot_be_renewed_is_told_to_leave_and_waited_for()
    {
        await using var newsroom = await RunningNewsroom.StartAsync();
        var source = new Source { Slug = "mail", Name = "Mail", Kind = SourceKind.Imap, Address = "imap://127.0.0.1:9/INBOX", Paused = true };
        await newsroom.Store.SaveSourceAsync(source, Cancel);
        await DatabaseRefuses.BeginAsync(newsroom.Options, "update on sources", "new.slug = 'mail'");
        var clock = new FakeTimeProvider();
        var (left, mayEnd) = (new TaskCompletionSource(), new TaskCompletionSource());
        var leased = Lease.WhileAsync(
            newsroom.Store,
            newsroom.Services.GetRequiredService<NotePoll>(),
            source,
            async leave =>
            {
                await using var registration = leave.Register(left.SetResult);
                await mayEnd.Task;
            },
            clock, NullLogger.Instance, Cancel);
        while (!left.Task.IsCompleted)
        {
            clock.Advance(Lease.Time / 3);
            await Task.Delay(20, Cancel);
        }

        Assert.False(leased.IsCompleted);
        mayEnd.SetResult();
        await leased;
    }

    [Fact]
    public async Task Nobody_waits_for_a_picture_that_is_slow_to_be_read()
    {
        if (OperatingSystem.IsWindows())
            Assert.Skip("There are no named pipes in folders here.");
        await using var newsroom = await RunningNewsroom.StartAsync();
        var folder = Directory.CreateDirectory(Path.Combine(newsroom.Options.DataFolder, "beside")).FullName;
        using (var pipe = Process.Start("mkfifo", [Path.Combine(folder, "slow.gif")]))
            await pipe.WaitForExitAsync(Cancel);
        var delivery = Wires.Deliver(Wires.Rss(
            """<item><guid>p</guid><title>Dam holds</title><description>It holds.</description><media:content xmlns:media="http://search.yahoo.com/mrss/" url="slow.gif" type="image/gif"/></item>""")) with { PictureFolders = [folder] };
        var taken = Task.Run(() => newsroom.Services.GetRequiredService<Arrive>().TakeTogetherAsync([(delivery, ReadDocument.Of(delivery)), (Document("1"), ReadDocument.Of(Document("1")))], Cancel), Cancel);

        // Opened for writing as soon as somebody opens it for reading: the picture is being read now.
        await using (var writing = await Task.Run(() => new FileStream(Path.Combine(folder, "slow.gif"), FileMode.Open, FileAccess.Write, FileShare.ReadWrite), Cancel))
        {
            await newsroom.Store.SaveSourceAsync(new Source { Slug = "other", Name = "Other", Kind = SourceKind.Import }, Cancel).WaitAsync(TimeSpan.FromSeconds(30), Cancel);
            Assert.False(taken.IsCompleted);
            await writing.WriteAsync(TestPictures.Gif(4, 3), Cancel);
        }

        var reports = await taken;
        Assert.DoesNotContain(reports[0].Outcome.Faults, fault => fault.Code.StartsWith("picture", StringComparison.Ordinal));
        Assert.NotNull((await newsroom.Store.WireItemsAsync(reports[0].Stories[0]!.Value, Cancel))[0].Item.Media[0].KeptAs);
        Assert.Single(await newsroom.Store.PicturesAsync(new PictureFilter(), 10, Cancel));
    }

    private static Delivery Document(string guid) => Wires.Deliver(Wires.Rss(Wires.RssItem(guid, $"Story {guid}", $"What happened in {guid}.")), $"{guid}.xml");

    private static async Task<PollState> UntilFaultAsync(RunningNewsroom newsroom, string source)
    {
        for (var tries = 0; tries < 600; tries++)
        {
            if (await newsroom.Store.PollStateAsync(source, Cancel) is { LastFault: not null } state)
                return state;
            await Task.Delay(50, Cancel);
        }

        throw new TimeoutException($"{source} was never looked at.");
    }
}
