using Wireroom.Newsroom.Desk.SignIn;
using Wireroom.Storage;
using Wireroom.Stories;

namespace Wireroom.Newsroom.Desk.Frame;

/// <summary>What the domain refuses is said in place, in its own words.</summary>
public sealed class RefusedMoves(DeskPages pages, Store store) : IEndpointFilter
{
    /// <inheritdoc/>
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        try
        {
            return await next(context);
        }
        catch (MoveRefusedException refusal)
        {
            return await pages.MessageAsync(http, StatusCodes.Status409Conflict, "Not done", refusal.Message);
        }
        catch (OutOfReachException outside)
        {
            await store.NoteAsync(http.PersonName(), http.CameFrom(), "refused", null, $"{http.Request.Path.Value}: {outside.Message}", http.RequestAborted);
            return await pages.MessageAsync(http, StatusCodes.Status403Forbidden, "Not allowed", outside.Message);
        }
        catch (VersionMovedOnException moved)
        {
            return await pages.MessageAsync(http, StatusCodes.Status409Conflict, "Not done", moved.Message);
        }
        catch (StoreException fault)
        {
            return await pages.MessageAsync(http, StatusCodes.Status503ServiceUnavailable, "The newsroom's store cannot do it now", fault.Message);
        }
    }
}
