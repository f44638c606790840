using Wireroom.Newsroom.Paper.Pictures;
using Wireroom.Newsroom.Paper.Ready;
using Wireroom.Storage;

namespace Wireroom.Newsroom.Site.Pictures;

/// <summary>
/// <c>/pictures/{file}/{rendition}</c>: a rendition, only while a story that is out shows its picture and the right to it lasts; <c>/pictures/{file}</c> is the
/// largest JPEG. The file as it was kept goes to nobody.
/// </summary>
public static class PicturePage
{
    /// <summary>RFC 8246: the browser never asks again for a name whose bytes never change. No cache that many share may keep it longer than a kill may take.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(365);

    private static readonly TimeSpan LongestMaking = TimeSpan.FromSeconds(15);

    /// <summary>Answers <c>/pictures/{file}</c>.</summary>
    public static async Task LargestAsync(HttpContext context, string file, ReleasedStore released, Renditions renditions, TimeProvider clock, Answers answers)
    {
        if (await FindAsync(context, file, released).ConfigureAwait(false) is not { } shown)
        {
            await answers.NotFoundAsync(context).ConfigureAwait(false);
            return;
        }

        await SendAsync(context, shown, Rendition.Largest(shown.Width, shown.Height, shown.Focus), isLasting: false, renditions, clock).ConfigureAwait(false);
    }

    /// <summary>Answers <c>/pictures/{file}/{rendition}</c>. One whose focal point has moved since the page was made is answered with the point of now.</summary>
    public static async Task AnswerAsync(HttpContext context, string file, string rendition, ReleasedStore released, Renditions renditions, TimeProvider clock, Answers answers)
    {
        if (Rendition.Of(rendition) is not { } asked || await FindAsync(context, file, released).ConfigureAwait(false) is not { } shown || !asked.IsOf(shown.Width, shown.Height))
        {
            await answers.NotFoundAsync(context).ConfigureAwait(false);
            return;
        }

        var isCurrent = asked.Shape is PictureShape.Full || asked.Focus == shown.Focus;
        await SendAsync(context, shown, isCurrent ? asked : asked with { Focus = shown.Focus }, isCurrent, renditions, clock).ConfigureAwait(false);
    }

    private static async Task<ShownPicture?> FindAsync(HttpContext context, string file, ReleasedStore released) =>
        PictureFiles.IsName(file) ? await released.FindPictureAsync(file, context.RequestAborted).ConfigureAwait(false) : null;

    private static async Task SendAsync(HttpContext context, ShownPicture shown, Rendition rendition, bool isLasting, Renditions renditions, TimeProvider clock)
    {
        var headers = context.Response.Headers;
        foreach (var (name, value) in SafetyHeaders.ForData)
            headers[name] = value;
        headers.ETag = $"\"{shown.File[..40]}/{rendition.Name}\"";
        var left = shown.Until is { } end && end - clock.GetUtcNow() < Kept ? end - clock.GetUtcNow() : Kept;
        headers.CacheControl = isLasting ? $"private, max-age={Math.Max(1, (long)left.TotalSeconds)}, immutable" : "private, max-age=1";
        if (context.Request.Headers.IfNoneMatch.Contains(headers.ETag.ToString()))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        if (await MadeAsync(context, shown, rendition, renditions).ConfigureAwait(false) is not { Exists: true } made)
        {
            headers.CacheControl = "no-store";
            headers.ETag = default;
            headers.RetryAfter = "10";
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return;
        }

        context.Response.ContentType = rendition.MediaType;
        context.Response.ContentLength = made.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
            await context.Response.SendFileAsync(made.FullName, context.RequestAborted).ConfigureAwait(false);
    }

    private static async Task<FileInfo?> MadeAsync(HttpContext context, ShownPicture shown, Rendition rendition, Renditions renditions)
    {
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        waiting.CancelAfter(LongestMaking);
        try
        {
            return await renditions.AskAsync(shown.File, shown.Width, shown.Height, rendition, waiting.Token).ConfigureAwait(false) is { } path ? new FileInfo(path) : null;
        }
        catch (OperationCanceledException)
        {
            return null; // many wait; the reader's browser asks again
        }
    }
}
