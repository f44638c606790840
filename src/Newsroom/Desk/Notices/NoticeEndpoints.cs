using System.Globalization;
using System.Threading.Channels;
using Wireroom.Newsroom.Desk.Access;
using Wireroom.Newsroom.Desk.Frame;
using Wireroom.Newsroom.Desk.Queue;
using Wireroom.Storage;

namespace Wireroom.Newsroom.Desk.Notices;

/// <summary>What the desk is told (kills, holds, silent sources): a strip on every page until somebody says that they have seen it, and a page of all.</summary>
public static class NoticeEndpoints
{
    private const int OnThePage = 200;
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(20);

    /// <summary><c>/desk/notices</c>, <c>/desk/notices/live</c>, <c>/desk/notices/{number}/seen</c>.</summary>
    public static void MapNotices(this RouteGroupBuilder desk)
    {
        desk.MapGet("/notices", ShowAsync).Needs(Right.Read);
        desk.MapGet("/notices/live", StreamAsync).Needs(Right.Read);
        desk.MapPost("/notices/{number}/seen", SeeAsync).Needs(Right.Own, "see a notice");
    }

    private static async Task<IResult> ShowAsync(HttpContext context, DeskPages pages, Store store) => DeskPages.Show(NoticesPage.Create(new NoticesModel(
        await pages.FrameAsync(context, "Notices"),
        await store.NoticesAsync(OnThePage, context.RequestAborted),
        await QueueEndpoints.NamesAsync(store, context.RequestAborted))));

    private static async Task<IResult> SeeAsync(HttpContext context, string number, DeskPages pages, Store store)
    {
        if (!long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            return await pages.MessageAsync(context, StatusCodes.Status404NotFound, "No such notice", "There is no notice at this address.");
        await store.SeeNoticeAsync(id, context.PersonName(), context.RequestAborted);
        return DeskPages.WantsJson(context) ? Results.Json(new { message = "Noted that you have seen it." }) : Results.Redirect(DeskPages.Referer(context));
    }

    /// <summary>Server-sent events: <c>notices</c> carries the strip as it stands, at once and after each change.</summary>
    private static async Task StreamAsync(HttpContext context, DeskPages pages, Store store, Bell bell, IHostApplicationLifetime program, TimeProvider clock)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, program.ApplicationStopping);
        var cancel = stop.Token;
        var rings = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        void Heard(Ring ring)
        {
            if (ring.Kind is RingKind.Notice)
                rings.Writer.TryWrite(true);
        }

        var answer = context.Response;
        answer.ContentType = "text/event-stream; charset=utf-8";
        answer.Headers["X-Accel-Buffering"] = "no";
        bell.Rang += Heard;
        try
        {
            while (true)
            {
                rings.Reader.TryRead(out _);
                var frame = await pages.FrameAsync(context, "");
                var html = await DeskPages.HtmlAsync(NoticeStrip.Create(frame), cancel);
                await answer.WriteAsync("retry: 2000\nevent: notices\n", cancel);
                foreach (var line in html.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries))
                    await answer.WriteAsync($"data: {line}\n", cancel);
                await answer.WriteAsync("\n", cancel);
                await answer.Body.FlushAsync(cancel);
                while (!await RingsWithinAsync(rings.Reader, clock, cancel))
                {
                    await answer.WriteAsync(": still here\n\n", cancel);
                    await answer.Body.FlushAsync(cancel);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The browser has left, or the program stops.
        }
        finally
        {
            bell.Rang -= Heard;
        }
    }

    private static async Task<bool> RingsWithinAsync(ChannelReader<bool> rings, TimeProvider clock, CancellationToken cancel)
    {
        using var beat = new CancellationTokenSource(Beat, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(beat.Token, cancel);
        try
        {
            return await rings.WaitToReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return false;
        }
    }
}

/// <summary>The page of all notices.</summary>
public sealed record NoticesModel(FrameModel Frame, IReadOnlyList<Notice> Notices, QueueNames Names);

/// <summary>How a notice is named on the desk.</summary>
public static class NoticeNames
{
    /// <summary>The badge of a kind.</summary>
    public static Badge Badge(NoticeKind kind) => kind switch
    {
        NoticeKind.Kill => new Badge("flash", "KILL"),
        NoticeKind.CopyOfKilled => new Badge("flash", "COPY OF A KILLED STORY"),
        NoticeKind.KillUnmatched => new Badge("flash", "KILL ?"),
        NoticeKind.Hold => new Badge("flash", "HOLD"),
        NoticeKind.Embargo => new Badge("embargo", "EMBARGO"),
        NoticeKind.Rule => new Badge("urgent", "LOOK"),
        _ => new Badge("urgent", "SILENT"),
    };
}
