using System.Text;
using Wireroom.Newsroom.Paper.Ready;

namespace Wireroom.Newsroom.Site.Live;

/// <summary>What keeps an open page live: the rail as a fragment, and the events that say when to fetch it.</summary>
public static class LivePages
{
    /// <summary>A line is sent at least this often, so that neither a proxy nor a phone takes the connection for dead.</summary>
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(20);

    /// <summary><c>/live/rail</c>: the rail's list.</summary>
    public static Task RailAsync(HttpContext context, Answers answers) => answers.PageAsync(
        context, "/live/rail", Answers.LatestKeys, static (edition, _) => Task.FromResult<Rendered?>(new Rendered(StatusCodes.Status200OK, "text/html; charset=utf-8", edition.RailHtml!.Inlay.Html)));

    /// <summary><c>/live/events</c>: server-sent events; <c>rail</c> carries the rail's version, at once and after each change.</summary>
    public static async Task EventsAsync(HttpContext context, LiveRail rail, TimeProvider clock, IHostApplicationLifetime lifetime)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
        var response = context.Response;
        response.ContentType = "text/event-stream";
        response.Headers.CacheControl = "no-store";
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["X-Accel-Buffering"] = "no"; // nginx holds answers back otherwise
        try
        {
            await SayAsync(response, "retry: 3000\n\n", over.Token).ConfigureAwait(false);
            while (true)
            {
                var (version, changed) = rail.Current;
                if (version.Length > 0)
                    await SayAsync(response, $"event: rail\ndata: {version}\n\n", over.Token).ConfigureAwait(false);
                while (!await EndsWithinAsync(changed, clock, over.Token).ConfigureAwait(false))
                    await SayAsync(response, ": still here\n\n", over.Token).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (over.IsCancellationRequested)
        {
            // The reader has gone, or the program stops.
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
