namespace Wireroom.Newsroom.Site.Themes;

/// <summary><c>/themes/{theme}/{file}</c>: the stylesheet of tokens and the logo of a publisher's own theme.</summary>
public static class ThemeFiles
{
    /// <summary>Answers with the file, or 404. An SVG that is opened by itself runs nothing.</summary>
    public static async Task AnswerAsync(HttpContext context, string theme, string file, ThemeShelf themes, Answers answers)
    {
        if (themes.FileOf(theme, file) is not { } path)
        {
            await answers.NotFoundAsync(context).ConfigureAwait(false);
            return;
        }

        var headers = context.Response.Headers;
        foreach (var (name, value) in Paper.Ready.SafetyHeaders.ForData)
            headers[name] = value;
        headers.CacheControl = context.Request.Query.ContainsKey("v") ? "public, max-age=31536000, immutable" : "no-cache";
        context.Response.ContentType = file == "tokens.css" ? "text/css; charset=utf-8" : "image/svg+xml";
        context.Response.ContentLength = new FileInfo(path).Length;
        if (!HttpMethods.IsHead(context.Request.Method))
            await context.Response.SendFileAsync(path, context.RequestAborted).ConfigureAwait(false);
    }
}
