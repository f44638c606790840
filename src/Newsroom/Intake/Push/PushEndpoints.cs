using System.Security.Cryptography;
using System.Text;
using Wireroom.Newsroom.Intake.Sources;
using Wireroom.Storage;

namespace Wireroom.Newsroom.Intake.Push;

/// <summary>
/// <c>POST /intake/{source}</c>: a sender brings a document itself. It shows the source's key as <c>Authorization: Bearer …</c>, or signs the body with it:
/// <c>X-Hub-Signature-256: sha256=…</c> (HMAC, hexadecimal). Sent twice is taken once. The answer comes when the document is stored.
/// </summary>
public static class PushEndpoints
{
    /// <summary>Maps the address.</summary>
    public static void MapPush(this WebApplication newsroom) => newsroom.MapPost("/intake/{slug}", TakeAsync);

    private static async Task<IResult> TakeAsync(HttpContext context, string slug, Store store, Arrive arrive, Secrets secrets, ILogger<Arrive> log)
    {
        context.Response.Headers.CacheControl = "no-store";
        try
        {
            // Who brings nothing that could be right is refused before a body is read; a signature needs the body first, which is bounded.
            if (await store.FindSourceAsync(slug, context.RequestAborted).ConfigureAwait(false) is not { Kind: SourceKind.Push } source || secrets.Open(source.Secret).Key is not { Length: > 0 } key)
                return Refused(context);
            var isBearer = Same(context.Request.Headers.Authorization.ToString(), "Bearer " + key);
            if (!isBearer && !Signature.IsThere(context.Request.Headers))
                return Refused(context);
            var bytes = await Pushed.BodyAsync(context.Request).ConfigureAwait(false);
            if (!isBearer && !Signature.Holds(context.Request.Headers, bytes, key))
                return Refused(context);
            if (source.Paused)
                return Results.Text("The source is paused.\n", statusCode: StatusCodes.Status503ServiceUnavailable);
            return await HandOverAsync(context, source, bytes, store, arrive).ConfigureAwait(false);
        }
        catch (BadHttpRequestException fault)
        {
            return Pushed.Damaged(fault);
        }
        catch (SecretLostException fault)
        {
            log.LogError("{Source}: {Fault}", slug, fault.Message);
            return Refused(context);
        }
        catch (StoreException fault)
        {
            log.LogError("{Source}: {Fault}", slug, fault.Message);
            return Results.Text("The newsroom cannot store it now; send it again.\n", statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }

    private static async Task<IResult> HandOverAsync(HttpContext context, Source source, byte[] bytes, Store store, Arrive arrive)
    {
        // From here on nothing is taken back, though the sender hang up.
        var report = await arrive.TakeAsync(Pushed.Delivery(context.Request, source, $"pushed by {context.Connection.RemoteIpAddress}", bytes), CancellationToken.None).ConfigureAwait(false);
        var before = await store.PollStateAsync(source.Slug, CancellationToken.None).ConfigureAwait(false);
        if (before.LastFault != report.WhyUnreadable)
        {
            await store.SavePollStateAsync(
                source.Slug, before with { LastFault = report.WhyUnreadable, Failures = report.WhyUnreadable is null ? 0 : before.Failures + 1 }, CancellationToken.None).ConfigureAwait(false);
        }

        var outcome = report.Outcome;
        return report.WhyUnreadable is { } why
            ? Results.Json(new { unreadable = why }, statusCode: StatusCodes.Status422UnprocessableEntity)
            : Results.Json(new { format = outcome.Format, taken = outcome.Taken, updated = outcome.Updated, repeated = outcome.Repeated, notes = outcome.Faults.Select(fault => fault.Message) });
    }

    private static IResult Refused(HttpContext context)
    {
        context.Response.Headers.WWWAuthenticate = "Bearer";
        return Results.Text("There is no such source, or the key is not right.\n", statusCode: StatusCodes.Status401Unauthorized);
    }

    private static bool Same(string one, string other) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(one), Encoding.UTF8.GetBytes(other));
}
