using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Wireroom.Newsroom.Intake;
using Wireroom.Storage;
using Wireroom.Stories;
using Wireroom.Stories.Body;
using Wireroom.Wire;

namespace Wireroom.Newsroom.Tests.Intake;

public sealed class ArriveTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task The_same_feed_twice_is_taken_once_and_a_changed_item_is_an_update(TestDatabase database)
    {
        await using var newsroom = await StartAsync(database);
        var arrive = newsroom.Services.GetRequiredService<Arrive>();
        var first = await arrive.TakeAsync(Wires.Deliver(Wires.Rss(Wires.RssItem("1", "Dam holds", "It holds."), Wires.RssItem("2", "Ferry sails", "It sails."))), Cancel);
        Assert.Equal((2, 0, 0), Counts(first));
        var again = await arrive.TakeAsync(Wires.Deliver(Wires.Rss(Wires.RssItem("1", "Dam holds", "It holds."), Wires.RssItem("2", "Ferry aground", "It does not."))), Cancel);
        Assert.Equal((0, 1, 1), Counts(again));
        var versions = await newsroom.Store.VersionsAsync(again.Stories[1]!.Value, Cancel);
        Assert.Equal(["Ferry sails", "Ferry aground"], versions.Select(version => version.Copy.Headline));
        Assert.Equal(2, (await newsroom.Store.ArrivalsAsync(Wires.Source, 10, Cancel)).Count);
    }

    [Theory, EachDatabase]
    public async Task A_late_older_version_is_kept_and_changes_nothing(TestDatabase database)
    {
        await using var newsroom = await StartAsync(database);
        var arrive = newsroom.Services.GetRequiredService<Arrive>();
        await arrive.TakeAsync(Wires.Item("g", 1, "One"));
        await arrive.TakeAsync(Wires.Item("g", 3, "Three"));
        var late = await arrive.TakeAsync(Wires.Item("g", 2, "Two"));
        var story = late.Stories[0]!.Value;
        Assert.Equal("Three", (await newsroom.Store.FindStoryAsync(story, Cancel))!.Head.Copy.Headline);
        Assert.Contains(late.Outcome.Faults, fault => fault.Code == "late");
        Assert.Equal(3, (await newsroom.Store.WireItemsAsync(story, Cancel)).Count);
        var repeat = await arrive.TakeAsync(Wires.Item("g", 3, "Three"));
        Assert.Equal((0, 0, 1), Counts(repeat));
    }

    [Theory, EachDatabase]
    public async Task A_trusted_source_goes_out_by_itself_and_its_kill_takes_it_back_everywhere(TestDatabase database)
    {
        await using var newsroom = await StartAsync(database, trusted: true);
        var arrive = newsroom.Services.GetRequiredService<Arrive>();
        var taken = await arrive.TakeAsync(Wires.Item("g", 1, "Mayor resigns over forged letter"));
        Assert.Contains("Mayor resigns over forged letter", await newsroom.GetAsync("/"), StringComparison.Ordinal);

        await arrive.TakeAsync(Wires.Item("g", 2, "KILL") with { Signal = WireSignal.Withdrawal, EdNote = "KILL. The letter was genuine and the mayor has not resigned." });
        Assert.DoesNotContain("Mayor resigns", await newsroom.GetAsync("/"), StringComparison.Ordinal);
        var killed = (await newsroom.Store.FindStoryAsync(taken.Stories[0]!.Value, Cancel))!;
        Assert.Equal(StoryState.Withdrawn, killed.Row.State);
        Assert.Equal("The letter was genuine and the mayor has not resigned.", killed.WithdrawalReason);

        await arrive.TakeAsync(Wires.Item("g", 3, "Mayor resigns after all"));
        Assert.DoesNotContain("Mayor resigns", await newsroom.GetAsync("/"), StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task A_kill_that_comes_before_its_item_is_remembered_and_the_item_arrives_dead(TestDatabase database)
    {
        await using var newsroom = await StartAsync(database, trusted: true);
        var arrive = newsroom.Services.GetRequiredService<Arrive>();
        var kill = await arrive.TakeAsync(Wires.Item("g", 2, "KILL") with { Signal = WireSignal.Withdrawal });
        Assert.Equal([null], kill.Stories);
        var dead = await arrive.TakeAsync(Wires.Item("g", 1, "Mayor resigns"));
        Assert.Equal(StoryState.Withdrawn, (await newsroom.Store.FindStoryAsync(dead.Stories[0]!.Value, Cancel))!.Row.State);
        Assert.DoesNotContain("Mayor resigns", await newsroom.GetAsync("/"), StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task An_embargo_closes_trusted_copy_until_its_very_moment(TestDatabase database)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 3, 12, 0, 0, TimeSpan.Zero));
        await using var newsroom = await StartAsync(database, trusted: true, clock);
        var arrive = newsroom.Services.GetRequiredService<Arrive>();
        var until = clock.GetUtcNow().AddMinutes(10);
        await arrive.TakeAsync(Wires.Item("g", 1, "Rates are cut") with { Embargo = new WireEmbargo("Embargoed until 13:10 CET", until) });
        await arrive.TakeAsync(Wires.Item("h", 1, "Prize is awarded") with { Embargo = new WireEmbargo("until the ceremony", null) });
        Assert.DoesNotContain("Rates are cut", await newsroom.GetAsync("/"), StringComparison.Ordinal);
        clock.Advance(TimeSpan.FromMinutes(10) - TimeSpan.FromMilliseconds(1));
        Assert.DoesNotContain("Rates are cut", await newsroom.GetAsync("/"), StringComparison.Ordinal);
        clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Contains("Rates are cut", await newsroom.GetAsync("/"), StringComparison.Ordinal);
        clock.Advance(TimeSpan.FromDays(400));
        Assert.DoesNotContain("Prize is awarded", await newsroom.GetAsync("/"), StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task A_hold_an_advisory_and_a_test_never_go_out_by_themselves(TestDatabase database)
    {
        await using var newsroom = await StartAsync(database, trusted: true);
        var arrive = newsroom.Services.GetRequiredService<Arrive>();
        var report = await arrive.TakeAsync(
            Wires.Item("a", 1, "On hold") with { PubStatus = "withheld" },
            Wires.Item("b", 1, "Diary of the week") with { Signal = WireSignal.Advisory },
            Wires.Item("c", 1, "Quick brown fox") with { Signal = WireSignal.Test });
        Assert.Null(report.Stories[2]);
        var front = await newsroom.GetAsync("/");
        Assert.All(new[] { "On hold", "Diary of the week", "Quick brown fox" }, headline => Assert.DoesNotContain(headline, front, StringComparison.Ordinal));
        Assert.True((await newsroom.Store.FindStoryAsync(report.Stories[0]!.Value, Cancel))!.Row.OnHold);

        await arrive.TakeAsync(Wires.Item("a", 2, "Off hold"));
        Assert.Contains("Off hold", await newsroom.GetAsync("/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_update_waits_beside_the_text_that_the_desk_has_taken()
    {
        await using var newsroom = await StartAsync(TestDatabase.Sqlite);
        var arrive = newsroom.Services.GetRequiredService<Arrive>();
        var story = (await arrive.TakeAsync(Wires.Item("g", 1, "One"))).Stories[0]!.Value;
        await newsroom.Store.MoveAsync(story, Move.Take, "Ana", Cancel);
        await arrive.TakeAsync(Wires.Item("g", 2, "Two"));
        var standing = (await newsroom.Store.FindStoryAsync(story, Cancel))!;
        Assert.Equal("One", standing.Head.Copy.Headline);
        Assert.True(standing.Row.WireVersion > 0);
    }

    [Theory, EachDatabase]
    public async Task What_was_kept_but_not_finished_is_taken_in_when_the_program_starts_again_and_nothing_that_is_just_being_taken(TestDatabase database)
    {
        const int CutOff = 20;
        await using var before = await StartAsync(database);
        await before.StopAsync();
        await using (var store = await Store.OpenAsync(before.Options, TimeProvider.System, Cancel))
        {
            for (var number = 0; number < CutOff; number++)
                await KeepAsync(store, $"Dam {number} holds");
        }

        await using var newsroom = await RunningNewsroom.StartAsync(before.Options);
        var underWay = await KeepAsync(newsroom.Store, "Ferry sails");
        using var over = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        over.CancelAfter(TimeSpan.FromSeconds(30));
        while ((await newsroom.Store.QueueAsync(new QueueFilter(), 100, Cancel)).Count < CutOff)
            await Task.Delay(20, over.Token);
        await Task.Delay(200, Cancel); // what would be taken too is taken now
        Assert.Equal([underWay], (await newsroom.Store.UnfinishedArrivalsAsync(Cancel)).Select(arrival => arrival.Id));
        Assert.DoesNotContain(await newsroom.Store.QueueAsync(new QueueFilter(), 100, Cancel), row => row.Headline == "Ferry sails");

        static Task<long> KeepAsync(Store store, string headline) => store.KeepRawAsync(
            new RawArrival(Wires.Source, $"{headline}.xml", System.Text.Encoding.UTF8.GetBytes(Wires.Rss(Wires.RssItem(headline, headline, "It does.")))), TimeProvider.System.GetUtcNow(), Cancel);
    }

    [Theory, EachDatabase]
    public async Task What_has_come_anew_since_is_not_laid_over_by_what_was_kept_before_the_stop(TestDatabase database)
    {
        await using var newsroom = await StartAsync(database);
        var arrive = newsroom.Services.GetRequiredService<Arrive>();
        var story = (await arrive.TakeAsync(Wires.Deliver(Wires.Rss(Wires.RssItem("1", "Dam holds, evening", "It holds."))), Cancel)).Stories[0]!.Value;
        var before = System.Text.Encoding.UTF8.GetBytes(Wires.Rss(Wires.RssItem("1", "Dam may not hold", "It may not.")));
        await newsroom.Store.KeepRawAsync(new RawArrival(Wires.Source, "cut-off.xml", before), (await newsroom.Store.ArrivalsAsync(null, 1, Cancel))[0].ArrivedAt.AddMinutes(-1), Cancel);
        await arrive.FinishAsync(await newsroom.Store.UnfinishedArrivalsAsync(Cancel), Cancel);
        var standing = (await newsroom.Store.FindStoryAsync(story, Cancel))!;
        Assert.Equal(("Dam holds, evening", 1), (standing.Head.Copy.Headline, standing.Row.HeadVersion));
        Assert.Equal(2, (await newsroom.Store.WireItemsAsync(story, Cancel)).Count);
    }

    [Fact]
    public async Task The_pictures_of_a_mail_are_the_pictures_of_its_story()
    {
        await using var newsroom = await StartAsync(TestDatabase.Sqlite);
        var arrive = newsroom.Services.GetRequiredService<Arrive>();
        string Mail(string id, byte width) =>
            $"""
            From: Nives Baric <desk@adria.example>
            To: wire@newsroom.example
            Date: Tue, 3 Mar 2026 10:00:00 +0100
            Subject: Dam {id} holds
            Message-ID: <{id}@adria.example>
            MIME-Version: 1.0
            Content-Type: multipart/related; boundary="b"

            --b
            Content-Type: text/html; charset=utf-8

            <p>The dam holds, the company said.</p><p><img src="cid:one@adria.example" alt="The dam at dawn"></p><p>It was built in 1960.</p>
            --b
            Content-Type: image/gif; name="image001.gif"
            Content-ID: <one@adria.example>
            Content-Transfer-Encoding: base64

            {Convert.ToBase64String(TestPictures.Gif(width, 3))}
            --b
            Content-Type: image/gif; name="image001.gif"
            Content-Disposition: attachment; filename="image001.gif"
            Content-Transfer-Encoding: base64

            {Convert.ToBase64String(TestPictures.Gif((byte)(width + 1), 3))}
            --b--

            """;
        foreach (var (id, width) in ((string, byte)[])[("a", 4), ("b", 8)])
        {
            var report = await arrive.TakeAsync(Wires.Deliver(Mail(id, width), "mail.eml"), Cancel);
            Assert.DoesNotContain(report.Outcome.Faults, fault => fault.Kind != WireFaultKind.Repaired);
            var copy = (await newsroom.Store.FindStoryAsync(report.Stories[0]!.Value, Cancel))!.Head.Copy;
            var pictures = copy.Body.OfType<PictureBlock>().Select(block => block.Picture).ToList();
            Assert.Equal(2, pictures.Count);
            Assert.Equal("The dam at dawn", pictures[0].AltText);
            foreach (var (picture, at) in pictures.Select((picture, at) => (picture, at)))
            {
                Assert.Equal(TestPictures.Gif((byte)(width + at), 3), await File.ReadAllBytesAsync(newsroom.Store.PicturePath(picture.File), Cancel));
            }
        }
    }

    [Fact]
    public async Task A_picture_that_was_pushed_is_kept_with_its_story()
    {
        await using var newsroom = await StartAsync(TestDatabase.Sqlite);
        var delivery = new Delivery { Source = Wires.Source, Name = "dam.gif", Bytes = TestPictures.Gif(5, 5) };
        var report = await newsroom.Services.GetRequiredService<Arrive>().TakeAsync(delivery, Cancel);
        Assert.DoesNotContain(report.Outcome.Faults, fault => fault.Code == "picture-missing");
        Assert.NotNull((await newsroom.Store.WireItemsAsync(report.Stories[0]!.Value, Cancel))[0].Item.Media[0].KeptAs);
    }

    [Fact]
    public async Task Half_an_item_at_the_end_of_a_cut_off_feed_does_not_lie_over_a_whole_one()
    {
        await using var newsroom = await StartAsync(TestDatabase.Sqlite);
        var arrive = newsroom.Services.GetRequiredService<Arrive>();
        var whole = Wires.Rss(Wires.RssItem("1", "Dam holds", "It holds, the company said on Monday, and will hold."));
        var story = (await arrive.TakeAsync(Wires.Deliver(whole), Cancel)).Stories[0]!.Value;
        var report = await arrive.TakeAsync(Wires.Deliver(whole[..whole.IndexOf(" on Monday", StringComparison.Ordinal)]), Cancel);
        Assert.Equal(0, report.Outcome.Updated);
        Assert.Contains("will hold", (await newsroom.Store.FindStoryAsync(story, Cancel))!.Head.Copy.Lead, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData(" \n\n ", "blanks")]
    [InlineData("PK\u0003\u0004zip", "ZIP archive")]
    [InlineData("%PDF-1.7", "PDF")]
    [InlineData("a\0b\0c", "binary")]
    [InlineData("{\"a\": 1}", "no format")]
    public async Task What_is_no_wire_is_kept_and_its_kind_is_said(string document, string says)
    {
        await using var newsroom = await StartAsync(TestDatabase.Sqlite);
        var report = await newsroom.Services.GetRequiredService<Arrive>().TakeAsync(Wires.Deliver(document), Cancel);
        Assert.Contains(says, report.WhyUnreadable, StringComparison.Ordinal);
        var arrival = Assert.Single(await newsroom.Store.ArrivalsAsync(Wires.Source, 10, Cancel));
        Assert.NotNull(arrival.Outcome);
        Assert.Empty(await newsroom.Store.QueueAsync(new QueueFilter(), 10, Cancel));
    }

    [Fact]
    public async Task A_hostile_body_reaches_the_page_as_text()
    {
        await using var newsroom = await StartAsync(TestDatabase.Sqlite, trusted: true);
        var hostile = "<![CDATA[<p onclick=\"alert(1)\">Calm words.<script>alert('x')</script><a href=\"javascript:alert(2)\">link</a><iframe src=\"https://evil.example\"></iframe></p>]]>";
        var report = await newsroom.Services.GetRequiredService<Arrive>().TakeAsync(Wires.Deliver(Wires.Rss(Wires.RssItem("1", "&lt;script&gt;alert(0)&lt;/script&gt; Dam", hostile))), Cancel);
        var story = (await newsroom.Store.FindStoryAsync(report.Stories[0]!.Value, Cancel))!;
        var page = await newsroom.GetAsync($"/world/{story.Slug}-{story.Row.Story}");
        Assert.Contains("Calm words.", page, StringComparison.Ordinal);
        Assert.All(
            new[] { "alert(0)</script", "alert('x')", "javascript:alert", "onclick=\"alert", "<iframe" },
            danger => Assert.DoesNotContain(danger, page, StringComparison.OrdinalIgnoreCase));
    }

    private static (int Taken, int Updated, int Repeated) Counts(ArrivalReport report) => (report.Outcome.Taken, report.Outcome.Updated, report.Outcome.Repeated);

    private static async Task<RunningNewsroom> StartAsync(TestDatabase database, bool trusted = false, TimeProvider? clock = null)
    {
        var newsroom = await RunningNewsroom.StartAsync(database, clock);
        await newsroom.Store.SaveSourceAsync(
            new Source { Slug = Wires.Source, Name = "Adria News Service", Kind = SourceKind.Import, Credit = "Adria", Trusted = trusted, Section = "world" }, Cancel);
        return newsroom;
    }
}
