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
        using var ring = new NextRing(bell, static ring => ring.Kind is RingKind.Released);
        while (true)
        {
            var sleep = LongestSleep;
            try
            {
                if (await store.ReleaseDueAsync(stoppingToken).ConfigureAwait(false) is { } next && next - clock.GetUtcNow() < sleep)
                    sleep = next - clock.GetUtcNow();
            }
            catch (StoreException fault)
            {
                log.LogError("Schedules are not noted: {Fault}", fault.Message);
            }

            // Rings that come together wake once.
            if (await ring.WaitAsync(sleep, clock, stoppingToken).ConfigureAwait(false))
                await Task.Delay(Together, stoppingToken).ConfigureAwait(false);
        }
    }
}
