using Wireroom.Newsroom.Paper;
using Wireroom.Newsroom.Paper.Ready;
using Wireroom.Newsroom.Site.Frame;
using Wireroom.Newsroom.Site.Notices;
using Wireroom.Storage;

namespace Wireroom.Newsroom.Site;

/// <summary>How the site answers: a page from the cache, made where it is missing; a notice where there is no page; a quiet page where something broke.</summary>
public sealed class Answers(PageCache cache, Editions editions, Assets assets, TimeProvider clock, ILogger<Answers> log)
{
    /// <summary>The keys of a page that lists stories of all kinds.</summary>
    public static readonly IReadOnlyList<string> LatestKeys = [SurrogateKeys.Latest];

    /// <summary>The keys of a page that lists topics and names: it counts stories too, but a count may be as old as a page may be.</summary>
    public static readonly IReadOnlyList<string> NamesKeys = [SurrogateKeys.Names];

    /// <summary>True where the page at that address is ready and costs nothing.</summary>
    public bool IsReady(string address) => cache.Find(address, clock.GetUtcNow()) is not null;

    /// <summary>Answers with the page at its address.</summary>
    /// <param name="context">The request.</param>
    /// <param name="address">The page's own address; see <see cref="PageCache.GetAsync"/>.</param>
    /// <param name="keys">The names of what it shows, without the rail.</param>
    /// <param name="make">Makes the page, or gives null where there is none.</param>
    public async Task PageAsync(HttpContext context, string address, IReadOnlyList<string> keys, Func<Edition, CancellationToken, Task<Rendered?>> make)
    {
        try
        {
            var page = await cache.GetAsync(
                address,
                keys,
                async cancel =>
                {
                    var edition = await editions.CurrentAsync(cancel).ConfigureAwait(false);
                    return await make(edition, cancel).ConfigureAwait(false) ?? await NotFoundNotice.MakeAsync(edition, cancel).ConfigureAwait(false);
                },
                context.RequestAborted).ConfigureAwait(false);
            var rail = page.HasPlace ? (await editions.CurrentAsync(context.RequestAborted).ConfigureAwait(false)).RailHtml : null;
            await page.AnswerAsync(context, clock.GetUtcNow(), rail).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The reader has gone.
        }
        catch (Exception fault) when (!context.Response.HasStarted)
        {
            await BrokenAsync(context, fault).ConfigureAwait(false);
        }
    }

    /// <summary>Answers with a page that is made for this reader alone and kept by nobody; 404 where there is none.</summary>
    public async Task FreshAsync(HttpContext context, Func<Edition, CancellationToken, Task<Rendered?>> make)
    {
        try
        {
            var cancel = context.RequestAborted;
            var edition = await editions.CurrentAsync(cancel).ConfigureAwait(false);
            var rendered = await make(edition, cancel).ConfigureAwait(false) ?? await NotFoundNotice.MakeAsync(edition, cancel).ConfigureAwait(false);
            var now = clock.GetUtcNow();
            await new ReadyPage(rendered, new Moment(0, now, now), []).AnswerAsync(context, now, rendered.Place < 0 ? null : edition.RailHtml).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The reader has gone.
        }
        catch (Exception fault) when (!context.Response.HasStarted)
        {
            await BrokenAsync(context, fault).ConfigureAwait(false);
        }
    }

    /// <summary>Answers 429: the line has asked for too much.</summary>
    public Task TooManyAsync(HttpContext context)
    {
        context.Response.Headers.RetryAfter = "60";
        return FreshAsync(context, static (edition, cancel) => NotFoundNotice.TooManyAsync(edition, cancel));
    }

    /// <summary>Answers 404.</summary>
    public Task NotFoundAsync(HttpContext context) => PageAsync(context, "/404", [], static (_, _) => Task.FromResult<Rendered?>(null));

    /// <summary>503 where the store cannot be reached, 500 otherwise; the page needs neither the store nor anything else that may be broken.</summary>
    private async Task BrokenAsync(HttpContext context, Exception fault)
    {
        log.LogError(fault, "{Path} could not be made", context.Request.Path);
        var status = fault is StoreException ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status500InternalServerError;
        context.Response.Headers.RetryAfter = "5";
        var now = clock.GetUtcNow();
        var page = new ReadyPage(BrokenNotice.Make(status, assets), new Moment(0, now, now), []);
        await page.AnswerAsync(context, now, laid: null).ConfigureAwait(false);
    }
}
