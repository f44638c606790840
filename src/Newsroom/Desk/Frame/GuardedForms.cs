using Microsoft.AspNetCore.Antiforgery;
using Wireroom.Newsroom.Desk.SignIn;

namespace Wireroom.Newsroom.Desk.Frame;

/// <summary>Every post must carry the token that its page was given, so that no other site can press the desk's buttons.</summary>
public sealed class GuardedForms(IAntiforgery forms, DeskPages pages) : IEndpointFilter
{
    /// <inheritdoc/>
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method))
            return await next(context);
        if (http.Request.HasFormContentType && http.Features.Get<Microsoft.AspNetCore.Http.Features.IFormFeature>() is null or { Form: null })
        {
            try
            {
                await http.Request.ReadFormAsync(FormLimits, http.RequestAborted);
            }
            catch (Exception fault) when (fault is InvalidDataException or BadHttpRequestException)
            {
                return await pages.MessageAsync(http, StatusCodes.Status413PayloadTooLarge, "Too large", "What was sent is larger than the desk takes. Send less.");
            }
        }

        // Another site can make a browser send its cookies, but no key.
        if (!KeyScheme.Brings(http) && !await forms.IsRequestValidAsync(http))
            return await pages.MessageAsync(http, StatusCodes.Status400BadRequest, "This page is too old", "The page was opened in another session. Load it again and repeat what you did; nothing was changed.");
        if (KeyScheme.Brings(http) && !http.Request.HasFormContentType)
            return await pages.MessageAsync(http, StatusCodes.Status415UnsupportedMediaType, "Send a form", "The desk takes fields of a form: application/x-www-form-urlencoded or multipart/form-data.");
        return await next(context);
    }

    /// <summary>A story's body is the largest field, a picture the largest file.</summary>
    private static Microsoft.AspNetCore.Http.Features.FormOptions FormLimits => new()
    {
        ValueLengthLimit = 2 * 1024 * 1024,
        MultipartBodyLengthLimit = 32 * 1024 * 1024,
        ValueCountLimit = 512,
        BufferBody = false,
    };
}
