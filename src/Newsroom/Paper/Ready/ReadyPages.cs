namespace Wireroom.Newsroom.Paper.Ready;

/// <summary>
/// The site's first step in the pipeline, before routing: an address whose page is ready is answered at once with its bytes. Everything else goes on.
/// </summary>
internal sealed class ReadyPages(PageCache cache, CurrentInlay inlay, TimeProvider clock) : IStartupFilter
{
    private const int LongestAddress = 512;

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => pipeline =>
    {
        pipeline.Use(following => context => AnswerAsync(context, following));
        next(pipeline);
    };

    private Task AnswerAsync(HttpContext context, RequestDelegate following)
    {
        var request = context.Request;
        if ((HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) && request.Path.Value is { } path)
        {
            var now = clock.GetUtcNow();
            if (Find(path, request.QueryString.Value, now) is { } page)
            {
                var laid = page.HasPlace ? inlay.Find() : null;
                if (laid is not null || !page.HasPlace)
                    return page.AnswerAsync(context, now, laid);
            }
        }

        return following(context);
    }

    /// <summary>The page whose own address is exactly what was asked for; a query in another order or spelling goes the long way, and finds the same page there.</summary>
    private ReadyPage? Find(string path, string? query, DateTimeOffset now)
    {
        if (string.IsNullOrEmpty(query))
            return cache.Find(path, now);
        var length = path.Length + query.Length;
        if (length > LongestAddress)
            return null;
        Span<char> address = stackalloc char[LongestAddress];
        path.CopyTo(address);
        query.CopyTo(address[path.Length..]);
        return cache.Find(address[..length], now);
    }
}
