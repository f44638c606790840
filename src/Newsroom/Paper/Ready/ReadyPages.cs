namespace Wireroom.Newsroom.Paper.Ready;

/// <summary>
/// The site's first step in the pipeline, before routing: an address whose page is ready is answered at once with its bytes. Everything else goes on.
/// </summary>
internal sealed class ReadyPages(PageCache cache, CurrentInlay inlay, TimeProvider clock) : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => pipeline =>
    {
        pipeline.Use(following => context => AnswerAsync(context, following));
        next(pipeline);
    };

    private Task AnswerAsync(HttpContext context, RequestDelegate following)
    {
        var request = context.Request;
        if (!request.QueryString.HasValue && (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) && request.Path.Value is { } address)
        {
            var now = clock.GetUtcNow();
            if (cache.Find(address, now) is { } page)
            {
                var laid = page.HasPlace ? inlay.Find() : null;
                if (laid is not null || !page.HasPlace)
                    return page.AnswerAsync(context, now, laid);
            }
        }

        return following(context);
    }
}
