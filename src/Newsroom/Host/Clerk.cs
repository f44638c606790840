using System.Threading.Channels;
using Wireroom.Storage;

namespace Wireroom.Newsroom.Host;

/// <summary>
/// Notes at the desk that schedules and embargoes have come due, and rings. Readers see a story from its very moment by the clock, whether the clerk is awake or not.
/// </summary>
internal sealed class Clerk(Store store, Bell bell, TimeProvider clock, ILogger<Clerk> log) : BackgroundService
{
    private static readonly TimeSpan LongestSleep = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Together = TimeSpan.FromMilliseconds(200);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var rings = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        void Wake(Ring ring)
        {
            if (ring.Kind is RingKind.Released)
                rings.Writer.TryWrite(true);
        }

        bell.Rang += Wake;
        try
        {
            while (true)
            {
                var sleep = LongestSleep;
                try
                {
                    if (await store.ReleaseDueAsync(stoppingToken).ConfigureAwait(false) is { } next && next - clock.GetUtcNow() < sleep)
                        sleep = next > clock.GetUtcNow() ? next - clock.GetUtcNow() : TimeSpan.Zero;
                }
                catch (StoreException fault)
                {
                    log.LogError("Schedules are not noted: {Fault}", fault.Message);
                }

                await SleepAsync(sleep, rings.Reader, stoppingToken).ConfigureAwait(false);
            }
        }
        finally
        {
            bell.Rang -= Wake;
        }
    }

    /// <summary>Until the time has come or a release rings; rings that come together wake once.</summary>
    private async Task SleepAsync(TimeSpan sleep, ChannelReader<bool> rings, CancellationToken cancel)
    {
        using var awake = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var ring = rings.WaitToReadAsync(awake.Token).AsTask();
        var woken = await Task.WhenAny(ring, Task.Delay(sleep, clock, awake.Token)).ConfigureAwait(false) == ring;
        cancel.ThrowIfCancellationRequested();
        if (woken)
        {
            await Task.Delay(Together, cancel).ConfigureAwait(false);
            rings.TryRead(out _);
        }

        await awake.CancelAsync().ConfigureAwait(false);
    }
}
