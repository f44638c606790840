using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Wireroom.Newsroom.Intake;
using Wireroom.Newsroom.Tests.Desk;
using Wireroom.Storage;
using Wireroom.Stories;
using Wireroom.Stories.Body;
using Wireroom.Wire;

namespace Wireroom.Newsroom.Tests.Intake;

/// <summary>What a kill, a hold and an embargo of the wire do to a story and its copies, wherever they stand.</summary>
public sealed class KillTests
{
    private const string Text =
        "The mayor of the harbour town resigned on Tuesday after a letter came to light in which she was said to have promised the new quay to a friend, "
        + "the town hall said. The letter, dated 3 March, was shown to reporters by her deputy, who will hold the office until a vote in May.";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task The_same_words_of_the_same_agency_under_another_name_are_killed_with_it_and_the_rest_is_held(TestDatabase database)
    {
        await using var newsroom = await StartAsync(database);
        var arrive = newsroom.Services.GetRequiredService<Arrive>();
        var killed = await StoryAsync(arrive, Item("g", Text));
        var resent = await StoryAsync(arrive, Item("h", Text));
        var elsewhere = await StoryAsync(arrive, Item("x", "By our staff. " + Text), "other");
        var unlike = await StoryAsync(arrive, Item("u", "The ferry to the islands sails again from Thursday, the company said, after its engine was mended in the yard at Kraljevica over three weeks of bad weather."));
        Assert.Equal([resent, elsewhere], (await newsroom.Store.CopiesAsync(killed, Cancel)).Select(copy => copy.Row.Story).Order());
        Assert.Equal(2, (await newsroom.Store.FindStoryAsync(killed, Cancel))!.Row.Copies);

        await arrive.TakeAsync(Kill("g", "The letter was forged."));
        Assert.Equal(StoryState.Withdrawn, await StateAsync(newsroom, killed));
        Assert.Equal(StoryState.Withdrawn, await StateAsync(newsroom, resent));
        Assert.Equal("The letter was forged.", (await newsroom.Store.FindStoryAsync(resent, Cancel))!.WithdrawalReason);
        var held = (await newsroom.Store.FindStoryAsync(elsewhere, Cancel))!.Row;
        Assert.True(held is { OnHold: true, State: StoryState.Received });
        Assert.False((await newsroom.Store.FindStoryAsync(unlike, Cancel))!.Row.OnHold);
        var told = await newsroom.Store.OpenNoticesAsync(10, Cancel);
        Assert.Equal([(NoticeKind.CopyOfKilled, elsewhere), (NoticeKind.Kill, resent), (NoticeKind.Kill, killed)], told.Select(notice => (notice.Kind, notice.Story!.Value)).OrderByDescending(notice => notice.Kind).ThenByDescending(notice => notice.Value));

        // No wire lifts that hold; an editor does.
        await arrive.TakeAsync(new Delivery { Source = "other", Name = "x2", Bytes = "x2"u8.ToArray() }, new ReadDocument("ninjs", [Item("x", "By our staff, again. " + Text) with { Version = 2 }], []), Cancel);
        Assert.True((await newsroom.Store.FindStoryAsync(elsewhere, Cancel))!.Row.OnHold);
    }

    [Fact]
    public async Task A_headline_without_a_space_is_cut_and_its_story_killed()
    {
        await using var newsroom = await StartAsync(TestDatabase.Sqlite);
        var arrive = newsroom.Services.GetRequiredService<Arrive>();
        var headline = string.Concat(Enumerable.Repeat("港", 130));
        var story = await StoryAsync(arrive, Item("g", Text) with { Headlines = [new WireText(headline)] });
        await arrive.TakeAsync(Kill("g", "The letter was forged."));
        Assert.Equal(StoryState.Withdrawn, await StateAsync(newsroom, story));
        Assert.Contains($"has killed “{headline[..120]}…”, which", Assert.Single(await newsroom.Store.OpenNoticesAsync(10, Cancel)).Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("One two", "One two")]
    [InlineData("One two three", "One two…")]
    [InlineData("Onetwothree", "Onetwoth…")]
    [InlineData("Onetwot\U0001F6A2\U0001F6A2", "Onetwot…")] // not through the middle of a ship
    public void A_text_is_cut_between_words_or_else_between_letters(string text, string cut) => Assert.Equal(cut, Excerpt.Of(text, 8));

    [Theory, EachDatabase]
    public async Task A_copy_that_comes_after_the_kill_waits_for_an_editor_though_its_source_is_trusted(TestDatabase database)
    {
        await using var newsroom = await StartAsync(database, trusted: true);
        var arrive = newsroom.Services.GetRequiredService<Arrive>();
        await StoryAsync(arrive, Item("g", Text));
        await arrive.TakeAsync(Kill("g", "The letter was forged."));
        var again = await StoryAsync(arrive, Item("h", Text));
        var standing = (await newsroom.Store.FindStoryAsync(again, Cancel))!.Row;
        Assert.True(standing is { OnHold: true, State: StoryState.Received });
        await newsroom.Store.HoldAsync(again, hold: false, "Ana", Cancel);
        await newsroom.Store.ReleaseAsync(again, ReleaseOrder.Now, "Ana", Cancel);
        Assert.Equal(StoryState.Released, await StateAsync(newsroom, again));
    }

    [Theory, EachDatabase]
    public async Task A_kill_that_names_its_item_by_a_link_is_remembered_for_it(TestDatabase database)
    {
        await using var newsroom = await StartAsync(database, trusted: true);
        var arrive = newsroom.Services.GetRequiredService<Arrive>();
        var kill = Kill("kill-1", "Sent in error.") with { Links = [new WireLink("withdraws", "tag:adria:1"), new WireLink("withdraws", "tag:adria:2")] };
        await arrive.TakeAsync(kill);
        var first = await StoryAsync(arrive, Item("tag:adria:1", Text));
        var second = await StoryAsync(arrive, Item("tag:adria:2", "The ferry to the islands sails again from Thursday."));
        Assert.Equal([StoryState.Withdrawn, StoryState.Withdrawn], new[] { await StateAsync(newsroom, first), await StateAsync(newsroom, second) });
        var repeat = await arrive.TakeAsync(kill);
        Assert.Equal((0, 0, 2), (repeat.Outcome.Taken, repeat.Outcome.Updated, repeat.Outcome.Repeated));
    }

    [Theory, EachDatabase]
    public async Task A_kill_on_one_line_of_an_agency_reaches_what_came_on_another(TestDatabase database)
    {
        await using var newsroom = await StartAsync(database);
        await newsroom.Store.SaveSourceAsync(new Source { Slug = "adria-line-2", Name = "Adria, second line", Kind = SourceKind.Import, Credit = "Adria" }, Cancel);
        var arrive = newsroom.Services.GetRequiredService<Arrive>();
        var story = await StoryAsync(arrive, Item("urn:adria:1", Text));
        var twice = await TakeAsync(arrive, "adria-line-2", Item("urn:adria:1", Text));
        Assert.Equal((0, 1), (twice.Outcome.Taken, twice.Outcome.Repeated));
        await TakeAsync(arrive, "adria-line-2", Kill("urn:adria:1", "The letter was forged."));
        Assert.Equal(StoryState.Withdrawn, await StateAsync(newsroom, story));

        // A name that is no lasting one may mean something else on the other line.
        var short1 = await StoryAsync(arrive, Item("7", "The ferry to the islands sails again from Thursday."));
        await TakeAsync(arrive, "adria-line-2", Kill("7", "Something else."));
        Assert.Equal(StoryState.Received, await StateAsync(newsroom, short1));
    }

    [Theory, EachDatabase]
    public async Task The_old_wires_kill_by_slugline_and_where_two_stories_bear_it_both_are_held(TestDatabase database)
    {
        await using var newsroom = await StartAsync(database);
        var arrive = newsroom.Services.GetRequiredService<Arrive>();
        var mayor = await StoryAsync(arrive, Numberless("BC-MAYOR-LETTER", Text));
        var ferry = await StoryAsync(arrive, Numberless("FERRY", "The ferry to the islands sails again from Thursday."));
        var ferries = await StoryAsync(arrive, Numberless("FERRY", "A second ferry has been ordered from the yard at Kraljevica."));
        var update = await arrive.TakeAsync(Numberless("BC-MAYOR-LETTER, 1st Ld", Text + " She denies it.") with { Signal = WireSignal.Update });
        Assert.Equal(mayor, update.Stories[0]);

        await arrive.TakeAsync(Numberless("MAYOR-LETTER, KILL", "") with { Signal = WireSignal.Withdrawal, EdNote = "The letter was forged." });
        Assert.Equal(StoryState.Withdrawn, await StateAsync(newsroom, mayor));
        await arrive.TakeAsync(Numberless("FERRY", "") with { Signal = WireSignal.Withdrawal, EdNote = "It does not sail." });
        foreach (var story in new[] { ferry, ferries })
            Assert.True((await newsroom.Store.FindStoryAsync(story, Cancel))!.Row is { OnHold: true, State: StoryState.Received });

        // A kill whose story comes later: held, because a slugline is no lasting name.
        await arrive.TakeAsync(Numberless("QUAY", "") with { Signal = WireSignal.Withdrawal, EdNote = "Wrong quay." });
        var quay = await StoryAsync(arrive, Numberless("QUAY", "The new quay is to be opened in May, the harbour board said."));
        Assert.True((await newsroom.Store.FindStoryAsync(quay, Cancel))!.Row.OnHold);
        Assert.Equal(4, (await newsroom.Store.NoticesAsync(50, Cancel)).Count(notice => notice.Kind is NoticeKind.KillUnmatched));
    }

    [Theory, EachDatabase]
    public async Task A_hold_takes_back_what_waits_for_its_time_and_what_is_out_stays_as_readers_see_it(TestDatabase database)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 3, 12, 0, 0, TimeSpan.Zero));
        await using var newsroom = await StartAsync(database, clock: clock);
        var arrive = newsroom.Services.GetRequiredService<Arrive>();
        var store = newsroom.Store;
        var story = await StoryAsync(arrive, Item("g", Text));
        await store.ReleaseAsync(story, ReleaseOrder.Now, "Ana", Cancel);
        var head = (await store.FindStoryAsync(story, Cancel))!.Head;
        await store.SaveVersionAsync(story, head.Copy with { Headline = "A newer version" }, 1, "Ana", Cancel);
        await store.ReleaseAsync(story, new ReleaseOrder { At = clock.GetUtcNow().AddHours(1) }, "Ana", Cancel);
        await arrive.TakeAsync(Item("g", Text) with { Version = 2, Signal = WireSignal.Hold, EdNote = "Lawyers are looking at it." });
        clock.Advance(TimeSpan.FromHours(2));
        var out1 = await store.Released.FindAsync(story, Cancel);
        Assert.Equal(1, out1!.Row.Version);
        var standing = (await store.FindStoryAsync(story, Cancel))!.Row;
        Assert.True(standing is { OnHold: true, State: StoryState.Released, ReleasedVersion: 1, OpensAt: null });
        await Assert.ThrowsAsync<MoveRefusedException>(() => store.ReleaseAsync(story, ReleaseOrder.Now, "Ana", Cancel));
        Assert.Contains((await store.OpenNoticesAsync(5, Cancel)), notice => notice.Kind is NoticeKind.Hold);

        // The desk's own hold is not the wire's to lift.
        await store.HoldAsync(story, hold: false, "Ana", Cancel);
        await store.HoldAsync(story, hold: true, "Ana", Cancel);
        await arrive.TakeAsync(Item("g", Text + " More.") with { Version = 3 });
        Assert.True((await store.FindStoryAsync(story, Cancel))!.Row.OnHold);
    }

    [Theory, EachDatabase]
    public async Task An_update_that_goes_out_takes_the_place_of_one_that_waits_for_its_time(TestDatabase database)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 3, 12, 0, 0, TimeSpan.Zero));
        await using var newsroom = await StartAsync(database, clock: clock);
        var store = newsroom.Store;
        var story = await store.WriteStoryAsync(Site.Press.Copy("One"), "Ana", Cancel);
        await store.ReleaseAsync(story, ReleaseOrder.Now, "Ana", Cancel);
        await store.SaveVersionAsync(story, Site.Press.Copy("Two"), 1, "Ana", Cancel);
        await store.ReleaseAsync(story, new ReleaseOrder { At = clock.GetUtcNow().AddHours(1) }, "Ana", Cancel);
        await store.SaveVersionAsync(story, Site.Press.Copy("Three"), 2, "Ana", Cancel);
        await store.ReleaseAsync(story, ReleaseOrder.Now, "Ana", Cancel);
        clock.Advance(TimeSpan.FromHours(2));
        Assert.Equal("Three", (await store.Released.FindAsync(story, Cancel))!.Row.Headline);
    }

    [Theory, EachDatabase]
    public async Task The_wires_later_embargo_binds_the_text_that_the_desk_has_taken(TestDatabase database)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 3, 12, 0, 0, TimeSpan.Zero));
        await using var newsroom = await StartAsync(database, clock: clock);
        var arrive = newsroom.Services.GetRequiredService<Arrive>();
        var (six, eight) = (clock.GetUtcNow().AddHours(6), clock.GetUtcNow().AddHours(8));
        var sent = Item("g", Text) with { Embargo = new WireEmbargo("18:00 GMT", six) };
        var story = await StoryAsync(arrive, sent);
        await newsroom.Store.MoveAsync(story, Move.Take, "Ana", Cancel);
        await newsroom.Store.ReleaseAsync(story, ReleaseOrder.Now, "Ana", Cancel);
        Assert.Equal(StoryState.Scheduled, await StateAsync(newsroom, story));

        await arrive.TakeAsync(sent with { Version = 2, Embargo = new WireEmbargo("20:00 GMT", eight) });
        var standing = (await newsroom.Store.FindStoryAsync(story, Cancel))!;
        Assert.Equal((StoryState.Draft, eight), (standing.Row.State, standing.Head.Copy.Embargo!.Until!.Value));
        Assert.True(standing.Row.WireVersion > 0);
        Assert.Contains(await newsroom.Store.OpenNoticesAsync(5, Cancel), notice => notice.Kind is NoticeKind.Embargo);
        await newsroom.Store.ReleaseAsync(story, ReleaseOrder.Now, "Ana", Cancel);
        clock.Advance(TimeSpan.FromHours(7));
        Assert.Null(await newsroom.Store.Released.FindAsync(story, Cancel));
        clock.Advance(TimeSpan.FromHours(1));
        Assert.NotNull(await newsroom.Store.Released.FindAsync(story, Cancel));
    }

    [Theory, EachDatabase]
    public async Task By_the_sources_rule_what_is_out_as_it_came_follows_the_wire_and_what_the_desk_wrote_waits(TestDatabase database)
    {
        await using var newsroom = await StartAsync(database, follows: true);
        var (arrive, store) = (newsroom.Services.GetRequiredService<Arrive>(), newsroom.Store);
        var asItCame = await StoryAsync(arrive, Item("g", Text));
        var edited = await StoryAsync(arrive, Item("h", "The ferry to the islands sails again from Thursday."));
        await store.ReleaseAsync(asItCame, ReleaseOrder.Now, "Ana", Cancel);
        await store.SaveVersionAsync(edited, (await store.FindStoryAsync(edited, Cancel))!.Head.Copy with { Headline = "Our own headline" }, 1, "Ana", Cancel);
        await store.ReleaseAsync(edited, ReleaseOrder.Now, "Ana", Cancel);

        await arrive.TakeAsync(
            Item("g", Text + " She denies it.") with { Version = 2, Signal = WireSignal.Correction },
            Item("h", "The ferry does not sail.") with { Version = 2, Signal = WireSignal.Update });
        var out1 = (await store.Released.FindAsync(asItCame, Cancel))!;
        Assert.Equal((2, ReleaseKind.Correction), (out1.Row.Version, out1.Row.Kind));
        Assert.Equal("Our own headline", (await store.Released.FindAsync(edited, Cancel))!.Row.Headline);
        Assert.True((await store.FindStoryAsync(edited, Cancel))!.Row.WireVersion > 0);
    }

    [Fact]
    public async Task The_desk_is_told_on_every_page_until_somebody_has_seen_it()
    {
        await using var newsroom = await StartAsync(TestDatabase.Sqlite);
        using var ana = await DeskVisitor.SignedInAsync(newsroom);
        var arrive = newsroom.Services.GetRequiredService<Arrive>();
        var story = await StoryAsync(arrive, Item("g", Text));
        await arrive.TakeAsync(Kill("g", "The letter was forged."));
        foreach (var page in (string[])["/desk", "/desk/sources", $"/desk/story/{story}", "/desk/write"])
            Assert.Contains("has killed “Headline of g”, which was in the queue.", await ana.PageAsync(page), StringComparison.Ordinal);
        var notice = Assert.Single(await newsroom.Store.OpenNoticesAsync(5, Cancel));
        using (var answer = await ana.PostAsync($"/desk/notices/{notice.Id}/seen", "/desk"))
            Assert.Equal(System.Net.HttpStatusCode.Redirect, answer.StatusCode);
        Assert.DoesNotContain("which was in the queue", await ana.PageAsync("/desk"), StringComparison.Ordinal);
        Assert.Contains("Ana Marić", await ana.PageAsync("/desk/notices"), StringComparison.Ordinal);
    }

    private static async Task<RunningNewsroom> StartAsync(TestDatabase database, bool trusted = false, bool follows = false, TimeProvider? clock = null)
    {
        var newsroom = await RunningNewsroom.StartAsync(database, clock);
        await newsroom.Store.SaveSourceAsync(new Source { Slug = Wires.Source, Name = "Adria News", Kind = SourceKind.Import, Credit = "Adria", Trusted = trusted, Follows = follows }, Cancel);
        return newsroom;
    }

    private static WireItem Item(string guid, string text) => Wires.Item(guid, 1, $"Headline of {guid}") with { Body = [new WireParagraph([new WireRun(text)])] };

    private static WireItem Numberless(string slugline, string text) => new()
    {
        Format = "iptc7901", Slugline = slugline, Headlines = [new WireText($"Headline of {slugline}")], Keywords = ["world"], Body = text.Length > 0 ? [new WireParagraph([new WireRun(text)])] : [],
    };

    private static WireItem Kill(string guid, string why) => Wires.Item(guid, 9, "KILL") with { Signal = WireSignal.Withdrawal, EdNote = why, Body = [] };

    private static Task<ArrivalReport> TakeAsync(Arrive arrive, string source, WireItem item) => arrive.TakeAsync(
        new Delivery { Source = source, Name = "item", Bytes = System.Text.Encoding.UTF8.GetBytes($"{source} {item.Guid} {item.Signal}") }, new ReadDocument("ninjs", [item], []), Cancel);

    private static async Task<StoryId> StoryAsync(Arrive arrive, WireItem item, string source = Wires.Source) => (await TakeAsync(arrive, source, item)).Stories[0]!.Value;

    private static async Task<StoryState> StateAsync(RunningNewsroom newsroom, StoryId story) => (await newsroom.Store.FindStoryAsync(story, Cancel))!.Row.State;
}
