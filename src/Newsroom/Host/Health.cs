using Wireroom.Storage;

namespace Wireroom.Newsroom.Host;

/// <summary>Whether the newsroom can do its work, for whoever watches it.</summary>
public static class Health
{
    /// <summary><c>/health</c> answers 200 "ok", or 503 and the reason where the database cannot be reached.</summary>
    public static void MapHealth(this WebApplication newsroom) => newsroom.MapGet("/health", async (HttpContext context, Store store) =>
    {
        context.Response.Headers.CacheControl = "no-store";
        try
        {
            await store.SectionsAsync(context.RequestAborted).ConfigureAwait(false);
            return Results.Text("ok\n");
        }
        catch (StoreException fault)
        {
            return Results.Text(fault.Message + "\n", statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    });
}
