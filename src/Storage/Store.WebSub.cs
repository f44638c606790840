namespace Wireroom.Storage;

/// <summary>A subscription with a hub: which topic, the callback's token, the sealed secret, when it was asked for last, and until when it lasts (the past where it was never confirmed).</summary>
public sealed record HubSubscription(string Source, string Hub, string Topic, string Token, string Secret, DateTimeOffset AskedAt, DateTimeOffset LeaseUntil);

public sealed partial class Store
{
    /// <summary>The source's subscription, or null.</summary>
    public Task<HubSubscription?> FindSubscriptionAsync(string source, CancellationToken cancel) => SubscriptionAsync("source = @value", source, cancel);

    /// <summary>The subscription of that callback, or null.</summary>
    public Task<HubSubscription?> FindSubscriptionByTokenAsync(string token, CancellationToken cancel) => SubscriptionAsync("token = @value", token, cancel);

    /// <summary>Adds or changes a source's subscription.</summary>
    public Task SaveSubscriptionAsync(HubSubscription subscription, CancellationToken cancel) => WriteAsync(
        writing => writing.RunAsync(
            """
            insert into websub (source, hub, topic, token, secret, asked_at, lease_until) values (@Source, @Hub, @Topic, @Token, @Secret, @asked, @until)
            on conflict (source) do update set hub = excluded.hub, topic = excluded.topic, token = excluded.token, secret = excluded.secret,
              asked_at = excluded.asked_at, lease_until = excluded.lease_until
            """,
            new
            {
                subscription.Source, subscription.Hub, subscription.Topic, subscription.Token, subscription.Secret, asked = subscription.AskedAt.ToUnixTimeMilliseconds(),
                until = subscription.LeaseUntil.ToUnixTimeMilliseconds(),
            }),
        cancel);

    private Task<HubSubscription?> SubscriptionAsync(string condition, string value, CancellationToken cancel) => ReadAsync(
        async reading =>
        {
            var row = await reading.FirstAsync<SubscriptionColumns>($"select * from websub where {condition}", new { value });
            return row is null ? null : new HubSubscription(
                row.Source, row.Hub, row.Topic, row.Token, row.Secret, DateTimeOffset.FromUnixTimeMilliseconds(row.Asked_At), DateTimeOffset.FromUnixTimeMilliseconds(row.Lease_Until));
        },
        cancel);

    private sealed class SubscriptionColumns
    {
        public string Source { get; init; } = "";

        public string Hub { get; init; } = "";

        public string Topic { get; init; } = "";

        public string Token { get; init; } = "";

        public string Secret { get; init; } = "";

        public long Asked_At { get; init; }

        public long Lease_Until { get; init; }
    }
}
