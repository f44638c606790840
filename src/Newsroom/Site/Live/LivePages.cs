using System.Text;
using Wireroom.Newsroom.Paper.Ready;
using Wireroom.Newsroom.Site.Frame;
using Wireroom.Newsroom.Site.Lists;
using Wireroom.Newsroom.Site.Notices;
using Wireroom.Storage;
using Wireroom.Stories;

namespace Wireroom.Newsroom.Site.Live;

/// <summary>What keeps an open page live: the rail as a fragment, and the events that say when to fetch it.</summary>
public static class LivePages
{
    /// <summary>A line is sent at least this often, so that neither a proxy nor a phone takes the connection for dead.</summary>
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(20);

    /// <summary><c>/live/rail</c>: the rail's list.</summary>
    public static Task RailAsync(HttpContext context, Answers answers) => answers.PageAsync(
        context, "/live/rail", Answers.LatestKeys, static (edition, _) => Task.FromResult<Rendered?>(new Rendered(StatusCodes.Status200OK, "text/html; charset=utf-8", edition.RailHtml!.Inlay.Html)));

    /// <summary><c>/live/story/{story}</c>: the newest entries of a live story, or with <c>?before=</c> those below a key; 410 where it was withdrawn, 404 where there is none.</summary>
    public static Task StoryAsync(HttpContext context, string story, Answers answers, ReleasedStore released)
    {
        if (!StoryId.TryParse(story, out var id))
            return answers.NotFoundAsync(context);
        var before = ListPage.BeforeIn(context.Request.Query);
        return answers.PageAsync(context, ListPage.Paged($"/live/story/{id}", before), [SurrogateKeys.Story(id)], async (edition, cancel) =>
        {
            if (await released.FindAsync(id, cancel).ConfigureAwait(false) is { Row.Live: not LiveState.None } found
                && await LiveEntries.FindAsync(edition, found.Row, before, isLite: false, released, cancel).ConfigureAwait(false) is { } live)
                return await Rendering.ToPageAsync(LiveList.Create(live), cancel).ConfigureAwait(false);
            return await released.FindWithdrawnAsync(id, cancel).ConfigureAwait(false) is { } withdrawn ? await NotFoundNotice.MakeAsync(edition, withdrawn, cancel).ConfigureAwait(false) : null;
        });
    }

    /// <summary>
    /// <c>/live/events</c>: server-sent events; <c>rail</c> carries the rail's version, at once and after each change. Asked with <c>?story=</c>, it also says
    /// <c>story</c> after each change of that story, where it is live and out.
    /// </summary>
    public static async Task EventsAsync(HttpContext context, LiveRail rail, LiveStories stories, ReleasedStore released, TimeProvider clock, IHostApplicationLifetime lifetime)
    {
        if (await WatchedAsync(context, released).ConfigureAwait(false) is not (true, var watched))
            return;
        using var over = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
        var response = context.Response;
        response.ContentType = "text/event-stream";
        response.Headers.CacheControl = "no-store";
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["X-Accel-Buffering"] = "no"; // nginx holds answers back otherwise
        try
        {
            await SayAsync(response, "retry: 3000\n\n", over.Token).ConfigureAwait(false);
            var said = "";
            while (true)
            {
                // Asked for before anything is said, so that nothing falls between.
                var story = watched is { } one ? stories.Change(one) : null;
                var (version, changed) = rail.Current;
                if (version.Length > 0 && version != said)
                    await SayAsync(response, $"event: rail\ndata: {said = version}\n\n", over.Token).ConfigureAwait(false);
                var either = story is null ? changed : Task.WhenAny(changed, story);
                while (!await EndsWithinAsync(either, clock, over.Token).ConfigureAwait(false))
                    await SayAsync(response, ": still here\n\n", over.Token).ConfigureAwait(false);
                if (story is { IsCompleted: true })
                    await SayAsync(response, $"event: story\ndata: {watched}\n\n", over.Token).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (over.IsCancellationRequested)
        {
            // The reader has gone, or the program stops.
        }
    }

    /// <summary>The story that is asked for, where readers see it live: nobody watches what is not out, and nobody makes us remember what does not exist.</summary>
    private static async Task<(bool CanAnswer, StoryId? Watched)> WatchedAsync(HttpContext context, ReleasedStore released)
    {
        if (!StoryId.TryParse(context.Request.Query["story"].ToString(), out var id))
            return (true, null);
        try
        {
            return (true, await released.LiveAsync(id, null, 0, context.RequestAborted).ConfigureAwait(false) is null ? null : id);
        }
        catch (StoreException)
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return (false, null);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            return (false, null);
        }
    }

    private static async Task<bool> EndsWithinAsync(Task changed, TimeProvider clock, CancellationToken cancel)
    {
        try
        {
            await changed.WaitAsync(Heartbeat, clock, cancel).ConfigureAwait(false);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    private static async Task SayAsync(HttpResponse response, string line, CancellationToken cancel)
    {
        await response.WriteAsync(line, Encoding.UTF8, cancel).ConfigureAwait(false);
        await response.Body.FlushAsync(cancel).ConfigureAwait(false);
    }
}
