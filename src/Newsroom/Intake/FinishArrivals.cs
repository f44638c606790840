using Wireroom.Storage;

namespace Wireroom.Newsroom.Intake;

/// <summary>
/// On start: takes in what was kept but not finished when the program stopped last. What that is is asked before anything can arrive: a document that is
/// just being taken is not finished either, and would be taken twice.
/// </summary>
internal sealed class FinishArrivals(Store store, Arrive arrive, ILogger<FinishArrivals> log) : BackgroundService
{
    private IReadOnlyList<Arrival> unfinished = [];

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        unfinished = await store.UnfinishedArrivalsAsync(cancellationToken).ConfigureAwait(false);
        await base.StartAsync(cancellationToken).ConfigureAwait(false);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await arrive.FinishAsync(unfinished, stoppingToken).ConfigureAwait(false);
            if (unfinished.Count > 0)
                log.LogInformation("Finished {Count} arrivals that the last stop had cut off.", unfinished.Count);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            log.LogError(fault, "Arrivals of before the start are not finished.");
        }
    }
}
