using Wireroom.Storage;

namespace Wireroom.Newsroom.Intake;

/// <summary>For how long and how much of what arrived is kept byte for byte; null keeps everything.</summary>
public sealed record RawRetention(TimeSpan? Age, long? Bytes);

/// <summary>Clears raw bytes that are older or more than is to be kept, once an hour.</summary>
internal sealed class ClearRaw(Store store, RawRetention retention, TimeProvider clock, ILogger<ClearRaw> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (retention is not (null, null))
        {
            try
            {
                var cleared = await store.ClearRawAsync(clock.GetUtcNow() - retention.Age, retention.Bytes, stoppingToken).ConfigureAwait(false);
                if (cleared > 0)
                    log.LogInformation("Cleared the raw bytes of {Count} documents.", cleared);
            }
            catch (StoreException fault)
            {
                log.LogError("Raw bytes are not cleared: {Fault}", fault.Message);
            }

            await Task.Delay(Every, clock, stoppingToken).ConfigureAwait(false);
        }
    }
}
