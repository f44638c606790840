using System.Collections.Concurrent;
using Wireroom.Storage;

namespace Wireroom.Newsroom.Intake.Feeds;

/// <summary>
/// Polls every feed and server when its time has come: some at once, one at a time from each host and never two within a second. A source that is polled is leased, so
/// that of several programs on one database only one asks.
/// </summary>
internal sealed class FeedPoller(Store store, PollFeed poll, NotePoll note, TimeProvider clock, ILogger<FeedPoller> log)
    : Loop(TimeSpan.FromSeconds(1), "Feeds are not polled", clock, log)
{
    private const int AtOnce = 16;
    private static readonly TimeSpan BetweenRequests = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan WhileFull = TimeSpan.FromMilliseconds(50);
    private static readonly SourceKind[] Kinds = [SourceKind.Feed, SourceKind.Sftp, SourceKind.Ftp];

    private readonly ConcurrentDictionary<string, DateTimeOffset> hosts = new(StringComparer.OrdinalIgnoreCase);
    private int underWay;

    protected override async Task LookAsync(CancellationToken cancel)
    {
        while (await store.AnySourceDueAsync(Kinds, cancel).ConfigureAwait(false))
        {
            foreach (var (host, _) in hosts.Where(host => host.Value <= Clock.GetUtcNow()).ToList())
                hosts.TryRemove(host, out _);
            var free = AtOnce - Volatile.Read(ref underWay);
            var asked = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
            var leased = free <= 0
                ? []
                : await store.LeaseDueSourcesAsync(Kinds, source => !hosts.ContainsKey(HostOf(source)) && asked.Add(HostOf(source)), free, Lease.Time, cancel).ConfigureAwait(false);
            foreach (var source in leased)
            {
                // Only now: had the leases been taken back, nobody would ever have let the hosts go.
                hosts[HostOf(source)] = DateTimeOffset.MaxValue;
                Interlocked.Increment(ref underWay);
                _ = Task.Run(() => PollAsync(source, cancel), CancellationToken.None);
            }

            // Where more are due than can be asked at once, the next is asked as soon as one is done.
            if (leased.Count < free)
                return;
            await Task.Delay(WhileFull, Clock, cancel).ConfigureAwait(false);
        }
    }

    private async Task PollAsync(Source source, CancellationToken cancel)
    {
        try
        {
            await Lease.WhileAsync(store, note, source, _ => poll.PollAsync(source, cancel), Clock, log, cancel).ConfigureAwait(false);
        }
        finally
        {
            hosts[HostOf(source)] = Clock.GetUtcNow() + BetweenRequests;
            Interlocked.Decrement(ref underWay);
        }
    }

    private static string HostOf(Source source) => Uri.TryCreate(source.Address, UriKind.Absolute, out var uri) ? uri.Host : source.Slug;
}
