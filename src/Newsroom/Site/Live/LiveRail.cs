using Wireroom.Newsroom.Site.Frame;
using Wireroom.Storage;

namespace Wireroom.Newsroom.Site.Live;

/// <summary>
/// Watches the rail for all open pages at once: one listener to the bell and to the clock, however many readers hold a connection. What it says is only
/// the rail's version; the rail itself is fetched from the cache.
/// </summary>
public sealed class LiveRail(Editions editions, Bell bell, TimeProvider clock, ILogger<LiveRail> log) : BackgroundService
{
    /// <summary>A burst of releases is one change: the rail is looked at again at most this often.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromMilliseconds(150);

    private static readonly TimeSpan AfterFault = TimeSpan.FromSeconds(2);

    private volatile Change change = new("", new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));

    /// <summary>The rail's version as last seen (empty before the first look), and the task that ends when it is no longer so.</summary>
    public (string Version, Task Changed) Current
    {
        get
        {
            var now = change;
            return (now.Version, now.Over.Task);
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var ring = NextRing.OfReaders(bell);
        await ring.KeepLookingAsync(LookAsync, Settling, clock, stoppingToken).ConfigureAwait(false);
    }

    /// <summary>Looks at the rail, says where it has changed, and returns after how long to look again without a ring.</summary>
    private async Task<TimeSpan> LookAsync(CancellationToken cancel)
    {
        try
        {
            var edition = await editions.CurrentAsync(cancel).ConfigureAwait(false);
            if (edition.RailVersion != change.Version)
                Say(edition.RailVersion);
            return edition.Moment.GoodUntil - clock.GetUtcNow();
        }
        catch (StoreException fault)
        {
            log.LogWarning("The rail could not be looked at: {Reason}", fault.Message);
            return AfterFault;
        }
    }

    private void Say(string version)
    {
        var before = change;
        change = new Change(version, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        before.Over.TrySetResult();
    }

    private sealed record Change(string Version, TaskCompletionSource Over);
}
