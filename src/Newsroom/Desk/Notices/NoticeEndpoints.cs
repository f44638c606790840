using System.Globalization;
using Wireroom.Newsroom.Desk.Access;
using Wireroom.Newsroom.Desk.Frame;
using Wireroom.Newsroom.Desk.Queue;
using Wireroom.Newsroom.Desk.SignIn;
using Wireroom.Storage;

namespace Wireroom.Newsroom.Desk.Notices;

/// <summary>What the desk is told (kills, holds, silent sources): a strip on every page until somebody says that they have seen it, and a page of all.</summary>
public static class NoticeEndpoints
{
    private const int OnThePage = 200;

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
        using var ring = new NextRing(bell, static ring => ring.Kind is RingKind.Notice);
        var stream = new DeskStream(context.Response, cancel);
        try
        {
            await stream.BeginAsync();
            while (true)
            {
                var frame = await pages.FrameAsync(context, "");
                await stream.SendAsync("notices", id: null, await DeskPages.HtmlAsync(NoticeStrip.Create(frame), cancel));
                await stream.FlushAsync();
                bool isNotice;
                do
                {
                    isNotice = await ring.WaitAsync(DeskStream.Beat, clock, cancel);
                    if (!await context.StillMayAsync(store, Right.Read, cancel))
                        return;
                    if (!isNotice)
                        await stream.BeatAsync();
                }
                while (!isNotice);
            }
        }
        catch (OperationCanceledException)
        {
            // The browser has left, or the program stops.
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
        NoticeKind.Event => new Badge("urgent", "EVENT"),
        _ => new Badge("urgent", "SILENT"),
    };
}
