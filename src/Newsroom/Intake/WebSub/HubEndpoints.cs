using System.Globalization;
using Wireroom.Newsroom.Intake.Push;
using Wireroom.Newsroom.Intake.Sources;
using Wireroom.Storage;

namespace Wireroom.Newsroom.Intake.WebSub;

/// <summary><c>/intake/websub/{token}</c>: a hub verifies a subscription (section 5.3 of the recommendation) and brings what is new (section 7).</summary>
public static class HubEndpoints
{
    private static readonly TimeSpan LongestLease = TimeSpan.FromDays(30);

    /// <summary>Maps the address.</summary>
    public static void MapHubs(this WebApplication newsroom)
    {
        newsroom.MapGet("/intake/websub/{token}", VerifyAsync);
        newsroom.MapPost("/intake/websub/{token}", TakeAsync);
    }

    private static async Task<IResult> VerifyAsync(HttpContext context, string token, Store store, TimeProvider clock, ILogger<Subscribe> log)
    {
        var (query, cancel) = (context.Request.Query, context.RequestAborted);
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        if (await store.FindSubscriptionByTokenAsync(token, cancel).ConfigureAwait(false) is not { } subscription || query["hub.topic"] != subscription.Topic)
            return Results.NotFound();
        switch (query["hub.mode"].ToString())
        {
            case "subscribe" when query["hub.challenge"].ToString() is { Length: > 0 and <= 1000 } challenge:
                var seconds = long.TryParse(query["hub.lease_seconds"], NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : 0;
                var lease = seconds <= 0 || seconds > LongestLease.TotalSeconds ? LongestLease : TimeSpan.FromSeconds(seconds);
                await store.SaveSubscriptionAsync(subscription with { LeaseUntil = clock.GetUtcNow() + lease }, cancel).ConfigureAwait(false);
                return Results.Text(challenge, "text/plain; charset=utf-8");
            case "denied":
                log.LogWarning("{Source}: the hub refused the subscription: {Reason}", subscription.Source, query["hub.reason"].ToString());
                await store.SaveSubscriptionAsync(subscription with { LeaseUntil = DateTimeOffset.UnixEpoch }, cancel).ConfigureAwait(false);
                return Results.Ok();
            default:
                return Results.NotFound();
        }
    }

    private static async Task<IResult> TakeAsync(HttpContext context, string token, Store store, Arrive arrive, Secrets secrets, ILogger<Subscribe> log)
    {
        var cancel = context.RequestAborted;
        if (await store.FindSubscriptionByTokenAsync(token, cancel).ConfigureAwait(false) is not { } subscription
            || await store.FindSourceAsync(subscription.Source, cancel).ConfigureAwait(false) is not { } source)
            return Results.StatusCode(StatusCodes.Status410Gone); // tells the hub that nobody listens any more
        try
        {
            // Section 8: what is not signed rightly is acknowledged and not taken. What is not signed at all is not even read.
            if (source.Paused || !Signature.IsThere(context.Request.Headers))
                return Results.Accepted();
            var bytes = await Pushed.BodyAsync(context.Request).ConfigureAwait(false);
            if (!Signature.Holds(context.Request.Headers, bytes, secrets.Open(subscription.Secret).Key))
                return Results.Accepted();
            // From here on nothing is taken back, though the hub hang up.
            var delivery = Pushed.Delivery(context.Request, source, subscription.Topic, bytes) with { Base = new Uri(subscription.Topic) };
            await arrive.TakeAsync(delivery, CancellationToken.None).ConfigureAwait(false);
            return Results.Ok();
        }
        catch (BadHttpRequestException fault)
        {
            return Pushed.Damaged(fault);
        }
        catch (Exception fault) when (fault is StoreException or SecretLostException)
        {
            log.LogError("{Source}: {Fault}", source.Slug, fault.Message);
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable); // the hub sends it again
        }
    }
}
