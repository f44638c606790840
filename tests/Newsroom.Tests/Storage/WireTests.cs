using Wireroom.Storage;
using Wireroom.Stories;
using Wireroom.Wire;
using static Wireroom.Newsroom.Tests.Storage.StorageTest;

namespace Wireroom.Newsroom.Tests.Storage;

public sealed class WireTests
{
    [Theory, EachDatabase]
    public async Task Raw_bytes_are_kept_once_and_every_arrival_is_noted(TestDatabase database)
    {
        await using var test = await OnAsync(database);
        byte[] bytes = [0, 1, 2, 255];
        var first = await test.Store.KeepRawAsync(new RawArrival("adria", "a.xml", bytes, "text/xml"), test.Clock.GetUtcNow(), Cancel);
        var second = await test.Store.KeepRawAsync(new RawArrival("adria", "b.xml", bytes), test.Clock.GetUtcNow(), Cancel);
        await test.Store.FinishArrivalAsync(first, new ArrivalOutcome("rss", 3, 1, 2, [new WireFault(WireFaultKind.Repaired, "bare-ampersand", "Mended.", Line: 4, Column: 2)]), Cancel);

        Assert.Equal(bytes, await test.Store.RawBytesAsync(first, Cancel));
        Assert.Equal(bytes, await test.Store.RawBytesAsync(second, Cancel));
        Assert.Null(await test.Store.RawBytesAsync(77, Cancel));
        var arrivals = await test.Store.ArrivalsAsync("adria", 10, Cancel);
        Assert.Equal(["b.xml", "a.xml"], arrivals.Select(arrival => arrival.Name));
        Assert.Equal((3, "line 4, column 2"), (arrivals[1].Outcome!.Taken, arrivals[1].Outcome!.Faults[0].Place));
        Assert.Equal([second], (await test.Store.UnfinishedArrivalsAsync(Cancel)).Select(arrival => arrival.Id));
        Assert.Empty(await test.Store.ArrivalsAsync("other", 10, Cancel));
    }

    [Theory, EachDatabase]
    public async Task A_new_item_waits_in_the_queue_with_what_the_document_said(TestDatabase database)
    {
        await using var test = await OnAsync(database);
        var taken = test.Item("tag:adria:1", Copy("Ferry aground"), version: 1);
        var story = await test.Store.TakeNewAsync(taken, Cancel);

        var row = Assert.Single(await test.Store.QueueAsync(new QueueFilter(), 10, Cancel));
        Assert.Equal((StoryState.Received, "adria", "new", 1, 6), (row.State, row.Source, row.Signal, row.HeadVersion, row.Words));
        var known = await test.Store.FindByGuidAsync("adria", "tag:adria:1", Cancel);
        Assert.Equal((story, 1L, WireSignal.New), (known!.Story, known.Version, known.Signal));
        Assert.Null(await test.Store.FindByGuidAsync("other", "tag:adria:1", Cancel));
        Assert.NotNull(await test.Store.FindByContentAsync("adria", "Ferry aground", Cancel));
        Assert.Equal("Ferry aground", Assert.Single(await test.Store.WireItemsAsync(story, Cancel)).Item.Headline);
    }

    [Theory, EachDatabase]
    public async Task An_update_becomes_the_newest_version_until_the_desk_takes_the_story_and_then_waits_beside_it(TestDatabase database)
    {
        await using var test = await OnAsync(database);
        var story = await test.Store.TakeNewAsync(test.Item("g", Copy("One"), version: 1), Cancel);
        Assert.Equal(WireUpdate.IsNewest, await test.Store.TakeUpdateAsync(test.Item("g", Copy("Two"), WireSignal.Update, 2), story, follow: false, Cancel));
        Assert.Equal("Two", (await test.Store.FindStoryAsync(story, Cancel))!.Head.Copy.Headline);

        await test.Store.MoveAsync(story, Move.Take, "Ana", Cancel);
        Assert.Equal(WireUpdate.Waits, await test.Store.TakeUpdateAsync(test.Item("g", Copy("Three"), WireSignal.Correction, 3), story, follow: false, Cancel));
        var desk = await test.Store.FindStoryAsync(story, Cancel);
        Assert.Equal(("Two", 3, "correction", "Ana"), (desk!.Head.Copy.Headline, desk.Row.WireVersion, desk.Row.Signal, desk.Row.TakenBy));
        await test.Store.SettleWireAsync(story, Cancel);
        Assert.Equal(0, (await test.Store.FindStoryAsync(story, Cancel))!.Row.WireVersion);
        Assert.Equal(3, (await test.Store.WireItemsAsync(story, Cancel)).Count);
    }

    [Theory, EachDatabase]
    public async Task An_update_of_what_the_wire_itself_scheduled_takes_the_schedule_back(TestDatabase database)
    {
        await using var test = await OnAsync(database);
        var until = test.Clock.GetUtcNow().AddHours(1);
        var story = await test.Store.TakeNewAsync(test.Item("g", Copy("One") with { Embargo = new Embargo(until) }), Cancel);
        await test.Store.ReleaseAsync(story, ReleaseOrder.Now, Store.ByWire, Cancel);
        Assert.Equal(WireUpdate.IsNewest, await test.Store.TakeUpdateAsync(test.Item("g", Copy("Two") with { Embargo = new Embargo(until.AddHours(2)) }, WireSignal.Update), story, follow: false, Cancel));
        await test.Store.ReleaseAsync(story, ReleaseOrder.Now, Store.ByWire, Cancel);

        test.Clock.SetUtcNow(until);
        Assert.Empty(await test.HeadlinesAsync(ReleasedFilter.Everything));
        test.Clock.SetUtcNow(until.AddHours(2));
        Assert.Equal(["Two"], await test.HeadlinesAsync(ReleasedFilter.Everything));
    }

    [Theory, EachDatabase]
    public async Task A_kill_by_wire_takes_down_what_is_out_and_what_waits(TestDatabase database)
    {
        await using var test = await OnAsync(database);
        foreach (var taken in new[] { false, true })
        {
            var guid = $"g{taken}";
            var story = await test.Store.TakeNewAsync(test.Item(guid, Copy(guid)), Cancel);
            if (taken)
                await test.Store.MoveAsync(story, Move.Take, "Ana", Cancel);
            await test.Store.ReleaseAsync(story, ReleaseOrder.Now, "Ana", Cancel);
            test.Clock.Advance(TimeSpan.FromSeconds(1));
            await test.Store.TakeWithdrawalAsync(test.Item(guid, Copy(guid), WireSignal.Withdrawal), story, new Withdrawal("Wrong in every part."), Cancel);
            Assert.Null(await test.Released.FindAsync(story, Cancel));
            Assert.Equal("Wrong in every part.", (await test.Released.FindWithdrawnAsync(story, Cancel))!.Reason);
            // A second kill of the same story is a repeat, not an error.
            await test.Store.TakeWithdrawalAsync(test.Item(guid, Copy(guid), WireSignal.Withdrawal), story, new Withdrawal("Again."), Cancel);
        }

        Assert.Empty(await test.Store.QueueAsync(new QueueFilter(), 10, Cancel));
        Assert.Equal(2, (await test.Store.QueueAsync(new QueueFilter { States = [StoryState.Withdrawn] }, 10, Cancel)).Count);
    }

    [Theory, EachDatabase]
    public async Task A_kill_before_its_item_is_remembered(TestDatabase database)
    {
        await using var test = await OnAsync(database);
        await test.Store.RememberAsync(test.Item("g", Copy("Kill"), WireSignal.Withdrawal), story: null, Cancel);
        var known = await test.Store.FindByGuidAsync("adria", "g", Cancel);
        Assert.Equal((null, WireSignal.Withdrawal), (known!.Story, known.Signal));
        Assert.Empty(await test.Store.QueueAsync(new QueueFilter(), 10, Cancel));
    }

    [Theory, EachDatabase]
    public async Task A_hold_by_wire_stops_what_waits_and_the_next_word_lifts_it(TestDatabase database)
    {
        await using var test = await OnAsync(database);
        var until = test.Clock.GetUtcNow().AddHours(1);
        var story = await test.Store.TakeNewAsync(test.Item("g", Copy("One") with { Embargo = new Embargo(until) }), Cancel);
        await test.Store.ReleaseAsync(story, ReleaseOrder.Now, Store.ByWire, Cancel);
        await test.Store.TakeHoldAsync(test.Item("g", Copy("One"), WireSignal.Hold), story, Cancel);

        test.Clock.SetUtcNow(until.AddHours(1));
        Assert.Empty(await test.HeadlinesAsync(ReleasedFilter.Everything));
        await Assert.ThrowsAsync<MoveRefusedException>(() => test.Store.ReleaseAsync(story, ReleaseOrder.Now, "Ana", Cancel));
        await test.Store.TakeUpdateAsync(test.Item("g", Copy("Two"), WireSignal.Update), story, follow: false, Cancel);
        await test.Store.ReleaseAsync(story, ReleaseOrder.Now, "Ana", Cancel);
        Assert.Equal(["Two"], await test.HeadlinesAsync(ReleasedFilter.Everything));
    }

    [Theory, EachDatabase]
    public async Task What_fails_in_the_middle_of_one_go_leaves_nothing_and_rings_nothing(TestDatabase database)
    {
        await using var test = await OnAsync(database);
        var rings = 0;
        // A ring of no story only says that the line to the database was made (anew), whenever that was.
        test.Store.Bell.Rang += ring => rings += ring is { Kind: RingKind.Queue, Story: not 0 } ? 1 : 0;
        await Assert.ThrowsAsync<InvalidOperationException>(() => test.Store.InOneGoAsync(
            async cancel =>
            {
                await test.Store.TakeNewAsync(test.Item("g", Copy("One")), cancel);
                Assert.NotNull(await test.Store.FindByGuidAsync("adria", "g", cancel));
                throw new InvalidOperationException("stop");
            },
            Cancel));
        Assert.Null(await test.Store.FindByGuidAsync("adria", "g", Cancel));
        Assert.Equal(0, rings);
        await test.Store.TakeNewAsync(test.Item("g", Copy("One")), Cancel);
        Assert.Equal(1, rings);
    }

    [Theory, EachDatabase]
    public async Task After_a_gap_every_kind_of_ring_is_heard(TestDatabase database)
    {
        await using var test = await OnAsync(database);
        await using var other = await test.OpenAnotherAsync();
        var heard = new System.Collections.Concurrent.ConcurrentDictionary<RingKind, bool>();
        other.Bell.Rang += ring => heard[ring.Kind] = true;
        for (var tries = 0; tries < 300 && heard.Count < Enum.GetValues<RingKind>().Length; tries++)
        {
            // SQLite tells only that something was written; PostgreSQL tells what, unless the line to it broke meanwhile.
            if (database is TestDatabase.Sqlite)
                await test.Store.SaveSectionsAsync([], Cancel);
            else if (tries == 0)
                await DatabaseRefuses.RunAsync(test.Options, "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query like 'listen%'");
            await Task.Delay(100, Cancel);
        }

        Assert.Equal(Enum.GetValues<RingKind>(), heard.Keys.Order());
    }

    [Fact]
    public async Task On_PostgreSQL_a_release_in_one_program_rings_in_another()
    {
        await using var test = await OnAsync(TestDatabase.Postgres);
        await using var other = await test.OpenAnotherAsync();
        var heard = new TaskCompletionSource<Ring>(TaskCreationOptions.RunContinuationsAsynchronously);
        // The first ring says that the other program listens now.
        var listens = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        other.Bell.Rang += ring =>
        {
            listens.TrySetResult();
            if (ring is { Kind: RingKind.Released, Story: > 0 })
                heard.TrySetResult(ring);
        };
        while (!listens.Task.IsCompleted)
        {
            await test.Store.SaveSectionsAsync([], Cancel);
            await Task.Delay(20, Cancel);
        }

        var story = await test.ReleaseAsync(Copy("Heard elsewhere"));
        Assert.Equal(story.Value, (await heard.Task.WaitAsync(TimeSpan.FromSeconds(30), Cancel)).Story);
        Assert.NotNull(await other.Released.FindAsync(story, Cancel));
    }
}
