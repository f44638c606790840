using Wireroom.Storage;
using Wireroom.Stories;
using static Wireroom.Newsroom.Tests.Storage.StorageTest;

namespace Wireroom.Newsroom.Tests.Storage;

public sealed class ReleaseTests
{
    [Theory, EachDatabase]
    public async Task A_release_is_seen_and_a_draft_is_not(TestDatabase database)
    {
        await using var test = await OnAsync(database);
        var draft = await test.Store.WriteStoryAsync(Copy("A draft"), "Ana", Cancel);
        var story = await test.ReleaseAsync(Copy("Harbour opens"));

        Assert.Equal(["Harbour opens"], await test.HeadlinesAsync(ReleasedFilter.Everything));
        Assert.Null(await test.Released.FindAsync(draft, Cancel));
        var found = await test.Released.FindAsync(story, Cancel);
        Assert.Equal("harbour-opens", found!.Row.Slug);
        Assert.Equal("The harbour opened again on Monday.", found.Row.Lead);
        Assert.Equal(StoryState.Released, await test.StateAsync(story));
    }

    [Theory, EachDatabase]
    public async Task An_embargo_opens_by_the_clock_alone_and_not_a_millisecond_before(TestDatabase database)
    {
        await using var test = await OnAsync(database);
        var until = test.Clock.GetUtcNow().AddHours(2);
        var story = await test.ReleaseAsync(Copy("Prize winner named") with { Embargo = new Embargo(until), Topics = ["Prizes"] });

        Assert.Equal(StoryState.Scheduled, await test.StateAsync(story));
        test.Clock.SetUtcNow(until.AddMilliseconds(-1));
        Assert.Empty(await test.HeadlinesAsync(ReleasedFilter.Everything));
        Assert.Empty(await test.HeadlinesAsync(new ReleasedFilter { Words = "prize" }));
        Assert.Empty(await test.HeadlinesAsync(new ReleasedFilter { Topic = "prizes" }));
        Assert.Null(await test.Released.FindAsync(story, Cancel));
        Assert.Empty(await test.Released.HistoryAsync(story, Cancel));
        Assert.Null(await test.Released.FindTopicAsync("prizes", Cancel));
        Assert.Equal(until, await test.Released.NextChangeAsync(Cancel));

        test.Clock.SetUtcNow(until);
        Assert.Equal(["Prize winner named"], await test.HeadlinesAsync(ReleasedFilter.Everything));
        Assert.Equal(["Prize winner named"], await test.HeadlinesAsync(new ReleasedFilter { Words = "prize", Topic = "prizes" }));
        Assert.Equal(until, (await test.Released.FindAsync(story, Cancel))!.Row.PublishedAt);
        Assert.Null(await test.Released.NextChangeAsync(Cancel));

        Assert.Null(await test.Store.ReleaseDueAsync(Cancel));
        Assert.Equal(StoryState.Released, await test.StateAsync(story));
    }

    [Theory, EachDatabase]
    public async Task A_schedule_never_beats_an_embargo(TestDatabase database)
    {
        await using var test = await OnAsync(database);
        var now = test.Clock.GetUtcNow();
        var story = await test.Store.WriteStoryAsync(Copy("Budget") with { Embargo = new Embargo(now.AddHours(3)) }, "Ana", Cancel);
        await test.Store.ReleaseAsync(story, new ReleaseOrder { At = now.AddHours(1) }, "Ana", Cancel);

        test.Clock.Advance(TimeSpan.FromHours(2));
        Assert.Null(await test.Released.FindAsync(story, Cancel));
        test.Clock.Advance(TimeSpan.FromHours(1));
        Assert.NotNull(await test.Released.FindAsync(story, Cancel));
    }

    [Theory, EachDatabase]
    public async Task What_is_unscheduled_does_not_open(TestDatabase database)
    {
        await using var test = await OnAsync(database);
        var story = await test.Store.WriteStoryAsync(Copy("Strike called off"), "Ana", Cancel);
        await test.Store.ReleaseAsync(story, new ReleaseOrder { At = test.Clock.GetUtcNow().AddHours(1) }, "Ana", Cancel);
        await test.Store.MoveAsync(story, Move.Unschedule, "Ana", Cancel);

        test.Clock.Advance(TimeSpan.FromHours(2));
        Assert.Null(await test.Released.FindAsync(story, Cancel));
        Assert.Empty(await test.HeadlinesAsync(new ReleasedFilter { Words = "strike" }));
        Assert.Equal(StoryState.Draft, await test.StateAsync(story));
        await test.Store.ReleaseAsync(story, ReleaseOrder.Now, "Ana", Cancel);
        Assert.NotNull(await test.Released.FindAsync(story, Cancel));
    }

    [Theory, EachDatabase]
    public async Task An_update_takes_the_place_of_the_version_before_and_keeps_its_place_in_the_list(TestDatabase database)
    {
        await using var test = await OnAsync(database);
        var first = await test.ReleaseAsync(Copy("Dam holds"));
        var published = test.Clock.GetUtcNow();
        test.Clock.Advance(TimeSpan.FromMinutes(5));
        await test.ReleaseAsync(Copy("Second story"));
        test.Clock.Advance(TimeSpan.FromMinutes(5));
        await test.EditAsync(first, copy => copy with { Headline = "Dam gives way", Advisory = "Dam has failed" });
        Assert.Equal("Dam holds", (await test.Released.FindAsync(first, Cancel))!.Row.Headline);

        await test.Store.ReleaseAsync(first, ReleaseOrder.Now, "Ana", Cancel);
        Assert.Equal(["Second story", "Dam gives way"], await test.HeadlinesAsync(ReleasedFilter.Everything));
        var row = (await test.Released.FindAsync(first, Cancel))!.Row;
        Assert.Equal((published, test.Clock.GetUtcNow(), ReleaseKind.Update), (row.PublishedAt, row.UpdatedAt, row.Kind));
        Assert.Equal(["Dam gives way", "Dam holds"], (await test.Released.HistoryAsync(first, Cancel)).Select(version => version.Row.Headline));
        Assert.Empty(await test.HeadlinesAsync(new ReleasedFilter { Words = "holds" }));
        Assert.Equal(StoryState.Updated, await test.StateAsync(first));
    }

    [Theory, EachDatabase]
    public async Task An_embargoed_update_leaves_the_version_before_in_its_place_until_then(TestDatabase database)
    {
        await using var test = await OnAsync(database);
        var story = await test.ReleaseAsync(Copy("Talks begin"));
        var until = test.Clock.GetUtcNow().AddHours(1);
        await test.EditAsync(story, copy => copy with { Headline = "Talks succeed", Embargo = new Embargo(until) });
        await test.Store.ReleaseAsync(story, ReleaseOrder.Now, "Ana", Cancel);

        test.Clock.SetUtcNow(until.AddMilliseconds(-1));
        Assert.Equal(["Talks begin"], await test.HeadlinesAsync(ReleasedFilter.Everything));
        Assert.Single(await test.Released.HistoryAsync(story, Cancel));
        Assert.Equal(until, await test.Released.NextChangeAsync(Cancel));
        test.Clock.SetUtcNow(until);
        Assert.Equal(["Talks succeed"], await test.HeadlinesAsync(ReleasedFilter.Everything));
    }

    [Theory, EachDatabase]
    public async Task A_correction_says_what_was_wrong_in_the_story_and_on_the_corrections_page(TestDatabase database)
    {
        await using var test = await OnAsync(database);
        var story = await test.ReleaseAsync(Copy("Twelve rescued"));
        test.Clock.Advance(TimeSpan.FromMinutes(5));
        await test.EditAsync(story, copy => copy with { Headline = "Ten rescued" });
        await test.Store.ReleaseAsync(story, new ReleaseOrder { Correction = new Correction("The number was ten, not twelve.") }, "Ana", Cancel);
        test.Clock.Advance(TimeSpan.FromMinutes(5));
        await test.EditAsync(story, copy => copy with { Standfirst = "All are well." });
        await test.Store.ReleaseAsync(story, ReleaseOrder.Now, "Ana", Cancel);

        var found = await test.Released.FindAsync(story, Cancel);
        Assert.Equal("The number was ten, not twelve.", Assert.Single(found!.Corrections).WhatWasWrong);
        var correction = Assert.Single(await test.Released.CorrectionsAsync(10, Cancel));
        Assert.Equal(("The number was ten, not twelve.", "All are well."), (correction.WhatWasWrong, correction.Row.Lead));
        Assert.Throws<MoveRefusedException>(() => new Correction("  "));
        Assert.Throws<MoveRefusedException>(() => new Withdrawal(""));
    }

    [Theory, EachDatabase]
    public async Task A_withdrawal_takes_every_copy_down_at_once_and_leaves_a_notice(TestDatabase database)
    {
        await using var test = await OnAsync(database);
        var story = await test.ReleaseAsync(Copy("Minister resigns") with { Topics = ["Cabinet"] });
        await test.EditAsync(story, copy => copy with { Headline = "Minister has resigned", Embargo = new Embargo(test.Clock.GetUtcNow().AddHours(1)) });
        await test.Store.ReleaseAsync(story, ReleaseOrder.Now, "Ana", Cancel);
        test.Clock.Advance(TimeSpan.FromMinutes(1));
        await test.Store.WithdrawAsync(story, new Withdrawal("The minister has not resigned."), "Ana", Cancel);

        foreach (var later in new[] { 0, 1, 48 })
        {
            test.Clock.Advance(TimeSpan.FromHours(later));
            Assert.Empty(await test.HeadlinesAsync(ReleasedFilter.Everything));
            Assert.Empty(await test.HeadlinesAsync(new ReleasedFilter { Words = "minister" }));
            Assert.Null(await test.Released.FindTopicAsync("cabinet", Cancel));
            Assert.Null(await test.Released.FindAsync(story, Cancel));
            Assert.Empty(await test.Released.HistoryAsync(story, Cancel));
            Assert.Null(await test.Released.NextChangeAsync(Cancel));
        }

        Assert.Equal("The minister has not resigned.", (await test.Released.FindWithdrawnAsync(story, Cancel))!.Reason);
        await Assert.ThrowsAsync<MoveRefusedException>(() => test.Store.ReleaseAsync(story, ReleaseOrder.Now, "Ana", Cancel));
        Assert.Equal(2, (await test.Store.VersionsAsync(story, Cancel)).Count);
    }

    [Theory, EachDatabase]
    public async Task A_withdrawn_draft_was_never_out_and_leaves_no_notice(TestDatabase database)
    {
        await using var test = await OnAsync(database);
        var story = await test.Store.WriteStoryAsync(Copy("Never out") with { Embargo = new Embargo(test.Clock.GetUtcNow().AddHours(1)) }, "Ana", Cancel);
        await test.Store.ReleaseAsync(story, ReleaseOrder.Now, "Ana", Cancel);
        await test.Store.WithdrawAsync(story, new Withdrawal("Sent in error."), "Ana", Cancel);

        test.Clock.Advance(TimeSpan.FromHours(2));
        Assert.Null(await test.Released.FindWithdrawnAsync(story, Cancel));
        Assert.Null(await test.Released.FindAsync(story, Cancel));
    }

    [Theory, EachDatabase]
    public async Task What_lacks_something_is_refused_in_words_and_nothing_changes(TestDatabase database)
    {
        await using var test = await OnAsync(database);
        (Copy Copy, string Word)[] lacking =
        [
            (Copy(""), "headline"),
            (Copy("Working") with { HeadlineIsWorkingTitle = true }, "working title"),
            (Copy("Nowhere", section: ""), "section"),
            (Copy("Empty") with { Body = [] }, "text"),
            (Copy("Closed") with { Embargo = new Embargo(null, "after the whistle") }, "after the whistle"),
        ];
        foreach (var (copy, word) in lacking)
        {
            var story = await test.Store.WriteStoryAsync(copy, "Ana", Cancel);
            var refusal = await Assert.ThrowsAsync<MoveRefusedException>(() => test.Store.ReleaseAsync(story, ReleaseOrder.Now, "Ana", Cancel));
            Assert.Contains(word, refusal.Message, StringComparison.Ordinal);
            Assert.Equal(StoryState.Draft, await test.StateAsync(story));
        }

        var held = await test.Store.WriteStoryAsync(Copy("Held"), "Ana", Cancel);
        await test.Store.HoldAsync(held, hold: true, "Ana", Cancel);
        await Assert.ThrowsAsync<MoveRefusedException>(() => test.Store.ReleaseAsync(held, ReleaseOrder.Now, "Ana", Cancel));
        Assert.Empty(await test.HeadlinesAsync(ReleasedFilter.Everything));
        await test.Store.HoldAsync(held, hold: false, "Ana", Cancel);
        await test.Store.ReleaseAsync(held, ReleaseOrder.Now, "Ana", Cancel);
        Assert.Single(await test.HeadlinesAsync(ReleasedFilter.Everything));
    }

    [Theory, EachDatabase]
    public async Task Archive_copy_is_listed_under_its_own_day(TestDatabase database)
    {
        await using var test = await OnAsync(database);
        var day = new DateTimeOffset(2016, 3, 27, 12, 0, 0, TimeSpan.Zero);
        await test.ReleaseAsync(Copy("Today"));
        var story = await test.Store.WriteStoryAsync(Copy("Ten years ago"), "Ana", Cancel);
        await test.Store.ReleaseAsync(story, new ReleaseOrder { PublishedAt = day }, "Ana", Cancel);

        Assert.Equal(["Today", "Ten years ago"], await test.HeadlinesAsync(ReleasedFilter.Everything));
        var row = (await test.Released.FindAsync(story, Cancel))!.Row;
        Assert.Equal((day, day), (row.PublishedAt, row.UpdatedAt));
        Assert.Equal(["Ten years ago"], await test.HeadlinesAsync(new ReleasedFilter { Until = day.AddDays(1) }));
    }

    [Theory, EachDatabase]
    public async Task Pages_by_key_hold_every_story_once(TestDatabase database)
    {
        await using var test = await OnAsync(database);
        var written = new List<string>();
        for (var number = 0; number < 25; number++)
        {
            await test.ReleaseAsync(Copy($"Story {number:00}", section: number % 2 == 0 ? "world" : "sport"));
            written.Insert(0, $"Story {number:00}");
            if (number % 3 == 0)
                test.Clock.Advance(TimeSpan.FromMilliseconds(1)); // several in one millisecond
        }

        var read = new List<string>();
        for (long? before = null; ;)
        {
            var page = await test.Released.LatestAsync(new ReleasedFilter { Before = before }, 4, Cancel);
            read.AddRange(page.Select(row => row.Headline));
            if (page.Count < 4)
                break;
            before = page[^1].Key;
        }

        Assert.Equal(written, read);
        Assert.Equal(13, (await test.HeadlinesAsync(new ReleasedFilter { Section = "world" })).Count);
    }
}
