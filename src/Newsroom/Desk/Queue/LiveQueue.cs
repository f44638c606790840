using System.Globalization;
using System.Threading.Channels;
using Wireroom.Newsroom.Desk.Access;
using Wireroom.Newsroom.Desk.Frame;
using Wireroom.Newsroom.Desk.SignIn;
using Wireroom.Storage;
using Wireroom.Stories;

namespace Wireroom.Newsroom.Desk.Queue;

/// <summary>
/// The live queue as server-sent events: <c>new</c> (rows that came in since, for the view), <c>row</c> (a row that changed), each as the very HTML of
/// the page. The event's id is the newest key, so that a browser that was away gets what it missed.
/// </summary>
public static class LiveQueue
{
    private const int MostNew = 200;

    /// <summary>Streams until the browser leaves, the program stops, or whoever looks may no longer.</summary>
    public static async Task StreamAsync(HttpContext context, Store store, Bell bell, DeskPages pages, IHostApplicationLifetime program, TimeProvider clock)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, program.ApplicationStopping);
        var cancel = stop.Token;
        var view = QueueView.Read(context.Request.Query) with { Before = null };
        var person = context.PersonName();
        var newest = Newest(context.Request);
        var changes = Channel.CreateUnbounded<long>();
        var looked = clock.GetUtcNow();
        var present = await QueueEndpoints.PresentAsync(store, cancel);
        var listening = HearAsync(bell, changes.Writer, cancel);
        var stream = new DeskStream(context.Response, cancel);
        try
        {
            await stream.BeginAsync();
            newest = await SendNewAsync(newest);
            while (true)
            {
                await stream.FlushAsync();
                var isChange = await WaitAsync(changes.Reader, clock, cancel);
                if (!await context.StillMayAsync(store, Right.Read, cancel))
                    return;
                if (!isChange)
                    await stream.BeatAsync();

                var stories = await WhoMovedAsync();
                while (changes.Reader.TryRead(out var story))
                    stories.Add(story);
                var before = newest;
                newest = await SendNewAsync(newest);
                foreach (var story in stories.Where(story => story != 0))
                    await SendChangedAsync(story, before);
                var (since, until) = (looked, clock.GetUtcNow());
                looked = until;
                foreach (var story in await store.BackInQueueAsync(since, until, cancel))
                    await SendChangedAsync(story.Value, long.MaxValue, "back");
            }
        }
        catch (OperationCanceledException)
        {
            // The browser has left, or the program stops.
        }
        finally
        {
            await stop.CancelAsync();
            await listening;
        }

        // Whoever closes a page says so; whoever's line breaks says nothing, and is seen to be gone.
        async Task<HashSet<long>> WhoMovedAsync()
        {
            var (before, now) = (present, await QueueEndpoints.PresentAsync(store, cancel));
            present = now;
            return [.. before.Concat(now).Select(story => story.Key).Where(story => !before[story].SequenceEqual(now[story]))];
        }

        async Task<long> SendNewAsync(long after)
        {
            var rows = await store.QueueAsync(view.Filter(person) with { After = after }, MostNew, cancel);
            if (rows.Count == 0)
                return after;
            var (names, time) = (await QueueEndpoints.NamesAsync(store, cancel), await pages.TimeAsync(cancel));
            var html = new System.Text.StringBuilder();
            foreach (var row in rows)
                html.Append(await DeskPages.HtmlAsync(Row.Create(new RowModel(row, names, time, context.RightsOver(row, context.Rights())) { Present = [.. present[row.Story.Value]] }), cancel));
            await stream.SendAsync("new", rows[0].Key, html.ToString());
            return rows[0].Key;
        }

        async Task SendChangedAsync(long story, long before, string name = "row")
        {
            if (await store.FindRowAsync(new StoryId(story), cancel) is not { } found || found.Key > before)
                return;
            var model = new RowModel(found, await QueueEndpoints.NamesAsync(store, cancel), await pages.TimeAsync(cancel), context.RightsOver(found, context.Rights())) { Present = [.. present[story]] };
            await stream.SendAsync(name, newest, await DeskPages.HtmlAsync(Row.Create(model), cancel));
        }
    }

    private static long Newest(HttpRequest request) =>
        long.TryParse(request.Headers["Last-Event-ID"], NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? seen
            : long.TryParse(request.Query["after"], NumberStyles.None, CultureInfo.InvariantCulture, out var after) ? after
            : long.MaxValue;

    private static async Task HearAsync(Bell bell, ChannelWriter<long> changes, CancellationToken cancel)
    {
        try
        {
            await foreach (var ring in bell.ListenAsync(cancel))
            {
                if (ring.Kind is RingKind.Queue or RingKind.Released)
                    changes.TryWrite(ring.Story);
            }
        }
        catch (OperationCanceledException)
        {
            // The stream has ended.
        }
    }

    /// <summary>True where something changed, false where only a beat has passed.</summary>
    private static async Task<bool> WaitAsync(ChannelReader<long> changes, TimeProvider clock, CancellationToken cancel)
    {
        using var beat = new CancellationTokenSource(DeskStream.Beat, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(beat.Token, cancel);
        try
        {
            return await changes.WaitToReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return false;
        }
    }
}
