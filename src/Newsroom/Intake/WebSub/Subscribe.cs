using System.Security.Cryptography;
using Wireroom.Newsroom.Intake.Feeds;
using Wireroom.Newsroom.Intake.Sources;
using Wireroom.Storage;

namespace Wireroom.Newsroom.Intake.WebSub;

/// <summary>
/// Subscribes to the hub that a feed names, and renews before the lease ends (https://www.w3.org/TR/websub/#subscribing-and-unsubscribing). The newsroom must
/// have a public address, or the hub could not reach it. A hub that refuses is no fault: the feed goes on being polled.
/// </summary>
public sealed class Subscribe(Store store, GuardedHttp http, Secrets secrets, IHostApplicationLifetime program, TimeProvider clock, ILogger<Subscribe> log)
{
    private static readonly TimeSpan LeaseAskedFor = TimeSpan.FromDays(10);
    private static readonly TimeSpan RenewBefore = TimeSpan.FromDays(1);
    private static readonly TimeSpan BetweenTries = TimeSpan.FromHours(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>True while a hub brings the source's news by itself.</summary>
    public async Task<bool> LastsAsync(Source source, CancellationToken cancel) =>
        await store.FindSubscriptionAsync(source.Slug, cancel).ConfigureAwait(false) is { } subscription && subscription.LeaseUntil > clock.GetUtcNow();

    /// <summary>Asks the hub for a subscription where there is none, or where it ends soon.</summary>
    public async Task KeepAsync(Source source, HubLinks links, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var address = (await store.MastheadAsync(cancel).ConfigureAwait(false)).Address;
        var before = await store.FindSubscriptionAsync(source.Slug, cancel).ConfigureAwait(false);
        var isSame = before is not null && before.Hub == links.Hub.AbsoluteUri && before.Topic == links.Topic.AbsoluteUri;
        if (address.Length == 0 || (isSame && (before!.LeaseUntil - RenewBefore > now || before.AskedAt + BetweenTries > now)))
            return;
        await UntilOpenAsync(cancel).ConfigureAwait(false);
        var secret = RandomNumberGenerator.GetHexString(64, lowercase: true);
        var subscription = isSame
            ? before! with { AskedAt = now }
            : new HubSubscription(source.Slug, links.Hub.AbsoluteUri, links.Topic.AbsoluteUri, RandomNumberGenerator.GetHexString(32, lowercase: true), secrets.Seal(new SourceLogin(Key: secret))!, now, DateTimeOffset.UnixEpoch);
        // First kept, then asked: the hub may come to verify before it has answered.
        await store.SaveSubscriptionAsync(subscription, cancel).ConfigureAwait(false);
        await AskAsync(links.Hub, subscription, address, cancel).ConfigureAwait(false);
    }

    /// <summary>Sources are polled from the first moment of a start; a hub comes to verify at once, and must not find a door that is still closed.</summary>
    private async Task UntilOpenAsync(CancellationToken cancel)
    {
        var open = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var opening = program.ApplicationStarted.Register(() => open.TrySetResult());
        await open.Task.WaitAsync(cancel).ConfigureAwait(false);
    }

    private async Task AskAsync(Uri hub, HubSubscription subscription, string address, CancellationToken cancel)
    {
        using var time = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(time.Token, cancel);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, hub)
            {
                Content = new FormUrlEncodedContent(
                [
                    new("hub.mode", "subscribe"), new("hub.topic", subscription.Topic), new("hub.callback", $"{address}/intake/websub/{subscription.Token}"),
                    new("hub.secret", secrets.Open(subscription.Secret).Key), new("hub.lease_seconds", ((int)LeaseAskedFor.TotalSeconds).ToString(System.Globalization.CultureInfo.InvariantCulture)),
                ]),
            };
            using var answer = await http.SendAsync(request, either.Token).ConfigureAwait(false);
            if (!answer.IsSuccessStatusCode)
                log.LogWarning("{Source}: the hub {Hub} answered {Status}; the feed goes on being polled.", subscription.Source, hub.Host, (int)answer.StatusCode);
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or SecretLostException || (fault is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            log.LogWarning("{Source}: the hub {Hub} could not be asked: {Fault}", subscription.Source, hub.Host, fault.Message);
        }
    }
}
