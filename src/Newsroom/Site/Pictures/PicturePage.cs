using Wireroom.Newsroom.Paper;
using Wireroom.Newsroom.Paper.Ready;
using Wireroom.Storage;

namespace Wireroom.Newsroom.Site.Pictures;

/// <summary>
/// <c>/pictures/{file}</c>: the file only where a story that is out shows it. Its name is the hash of its content, so its tag never changes; but whoever keeps
/// it must ask again within a second, because a kill takes back pictures too.
/// </summary>
public static class PicturePage
{
    /// <summary>Answers with the picture, or 404.</summary>
    public static async Task AnswerAsync(HttpContext context, string file, ReleasedStore released, StoreOptions store, Answers answers)
    {
        if (!PictureFiles.IsName(file)
            || !await released.ShowsPictureAsync(file, context.RequestAborted).ConfigureAwait(false)
            || new FileInfo(PictureFiles.Path(store, file)) is not { Exists: true } stored)
        {
            await answers.NotFoundAsync(context).ConfigureAwait(false);
            return;
        }

        var headers = context.Response.Headers;
        foreach (var (name, value) in SafetyHeaders.ForData)
            headers[name] = value;
        headers.CacheControl = "public, max-age=1";
        headers.ETag = $"\"{file}\"";
        if (context.Request.Headers.IfNoneMatch.Contains(headers.ETag.ToString()))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        context.Response.ContentType = PictureType.Of(file);
        context.Response.ContentLength = stored.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
            await context.Response.SendFileAsync(stored.FullName, context.RequestAborted).ConfigureAwait(false);
    }
}
