using Wireroom.Storage;

namespace Wireroom.Newsroom.Intake;

/// <summary>Something that is looked at over and over as long as the program runs. While the store cannot do its work, or a look breaks off, that is said once, and it is tried again.</summary>
internal abstract class Loop(TimeSpan every, string undone, TimeProvider clock, ILogger log) : BackgroundService
{
    /// <summary>The time.</summary>
    protected TimeProvider Clock => clock;

    /// <summary>Looks once.</summary>
    protected abstract Task LookAsync(CancellationToken cancel);

    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var said = "";
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await LookAsync(stoppingToken).ConfigureAwait(false);
            }
            catch (StoreException fault)
            {
                if (fault.Message != said)
                    log.LogError("{Undone}: {Fault}", undone, fault.Message);
                said = fault.Message;
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault)
            {
                // A fault of our own stops one look, never the newsroom.
                if (fault.Message != said)
                    log.LogError(fault, "{Undone}, through a fault of the program's own.", undone);
                said = fault.Message;
            }

            await Task.Delay(every, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
