using Wireroom.Storage;

namespace Wireroom.Newsroom.Intake.Push;

/// <summary>A document that a sender or a hub brings in the body of a request.</summary>
internal static class Pushed
{
    /// <summary>
    /// The whole body; the server itself bounds its length and time. Once it is here, it is taken whether its sender waits for the answer or not: who hangs up
    /// has sent it none the less, and may not send it again.
    /// </summary>
    public static async Task<byte[]> BodyAsync(HttpRequest request)
    {
        using var bytes = new MemoryStream();
        await request.Body.CopyToAsync(bytes, request.HttpContext.RequestAborted).ConfigureAwait(false);
        return bytes.ToArray();
    }

    /// <summary>The body with what the request's head says of it.</summary>
    public static Delivery Delivery(HttpRequest request, Source source, string name, byte[] body)
    {
        var type = Microsoft.Net.Http.Headers.MediaTypeHeaderValue.TryParse(request.ContentType, out var parsed) ? parsed : null;
        return new Delivery { Source = source.Slug, Name = name, Bytes = body, MediaType = type?.MediaType.Value, Charset = type?.Charset.Value?.Trim('"') };
    }

    /// <summary>The answer to a body that is too large or damaged.</summary>
    public static IResult Damaged(BadHttpRequestException fault) =>
        Results.Text(fault.StatusCode == StatusCodes.Status413PayloadTooLarge ? "The document is too large.\n" : "The request is damaged.\n", statusCode: fault.StatusCode);
}
