using System.Collections.Concurrent;
using Wireroom.Storage;

namespace Wireroom.Newsroom.Intake.Feeds;

/// <summary>
/// Polls every feed and server when its time has come: some at once, one at a time from each host and never two within a second. A source that is polled is leased, so
/// that of several programs on one database only one asks.
/// </summary>
internal sealed class FeedPoller(Store store, PollFeed poll, TimeProvider clock, ILogger<FeedPoller> log) : BackgroundService
{
    private const int AtOnce = 16;
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan BetweenRequests = TimeSpan.FromSeconds(1);

    /// <summary>A program that dies in the middle keeps a source from the others for no longer than this.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(15);

    private readonly ConcurrentDictionary<string, DateTimeOffset> hosts = new(StringComparer.OrdinalIgnoreCase);
    private int underWay;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var said = "";
        while (true)
        {
            try
            {
                await LookAsync(stoppingToken).ConfigureAwait(false);
            }
            catch (StoreException fault)
            {
                if (fault.Message != said) // once, not at every look
                    log.LogError("Feeds are not polled: {Fault}", fault.Message);
                said = fault.Message;
            }

            await Task.Delay(LookEvery, clock, stoppingToken).ConfigureAwait(false);
        }
    }

    private async Task LookAsync(CancellationToken cancel)
    {
        var free = AtOnce - Volatile.Read(ref underWay);
        if (free <= 0 || !await store.AnySourceDueAsync(cancel).ConfigureAwait(false))
            return;
        foreach (var (host, _) in hosts.Where(host => host.Value <= clock.GetUtcNow()).ToList())
            hosts.TryRemove(host, out _);
        foreach (var source in await store.LeaseDueSourcesAsync(source => hosts.TryAdd(HostOf(source), DateTimeOffset.MaxValue), free, Lease, cancel).ConfigureAwait(false))
        {
            Interlocked.Increment(ref underWay);
            _ = Task.Run(() => PollAsync(source, cancel), CancellationToken.None);
        }
    }

    private async Task PollAsync(Source source, CancellationToken cancel)
    {
        try
        {
            var polling = poll.PollAsync(source, cancel);
            while (await Task.WhenAny(polling, Task.Delay(Lease / 3, clock, cancel)).ConfigureAwait(false) != polling && !cancel.IsCancellationRequested)
                await store.RenewLeaseAsync(source.Slug, Lease, cancel).ConfigureAwait(false);
            await polling.ConfigureAwait(false);
        }
        catch (StoreException fault)
        {
            log.LogError("{Source}: {Fault}", source.Slug, fault.Message);
        }
        catch (OperationCanceledException)
        {
            // Stopping.
        }
        finally
        {
            hosts[HostOf(source)] = clock.GetUtcNow() + BetweenRequests;
            Interlocked.Decrement(ref underWay);
        }
    }

    private static string HostOf(Source source) => Uri.TryCreate(source.Address, UriKind.Absolute, out var uri) ? uri.Host : source.Slug;
}
