namespace Wireroom.Newsroom.Intake;

/// <summary>On start: takes in what was kept but not finished when the program stopped last.</summary>
internal sealed class FinishArrivals(Arrive arrive, ILogger<FinishArrivals> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            if (await arrive.FinishAsync(stoppingToken).ConfigureAwait(false) is > 0 and var finished)
                log.LogInformation("Finished {Count} arrivals that the last stop had cut off.", finished);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            log.LogError(fault, "Arrivals of before the start are not finished.");
        }
    }
}
