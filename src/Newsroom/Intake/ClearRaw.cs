using Wireroom.Storage;

namespace Wireroom.Newsroom.Intake;

/// <summary>For how long and how much of what arrived is kept byte for byte; null keeps everything.</summary>
public sealed record RawRetention(TimeSpan? Age, long? Bytes);

/// <summary>Clears raw bytes that are older or more than is to be kept, once an hour.</summary>
internal sealed class ClearRaw(Store store, RawRetention retention, TimeProvider clock, ILogger<ClearRaw> log)
    : Loop(TimeSpan.FromHours(1), "Raw bytes are not cleared", clock, log)
{
    protected override async Task LookAsync(CancellationToken cancel)
    {
        if (retention is (null, null))
            return;
        if (await store.ClearRawAsync(Clock.GetUtcNow() - retention.Age, retention.Bytes, cancel).ConfigureAwait(false) is > 0 and var cleared)
            log.LogInformation("Cleared the raw bytes of {Count} documents.", cleared);
    }
}
