using Wireroom.Storage;

namespace Wireroom.Newsroom.Intake.Feeds;

/// <summary>A source that is being fetched from is kept from other programs on the same database.</summary>
internal static class Lease
{
    /// <summary>A program that dies in the middle keeps a source from the others for no longer than this.</summary>
    public static readonly TimeSpan Time = TimeSpan.FromSeconds(15);

    /// <summary>Works with a leased source, and renews its lease meanwhile. The work is told to leave when the source is changed, paused or removed.</summary>
    public static async Task WhileAsync(Store store, Source source, Func<CancellationToken, Task> work, TimeProvider clock, ILogger log, CancellationToken cancel)
    {
        using var leave = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        try
        {
            var working = work(leave.Token);
            while (await Task.WhenAny(working, Task.Delay(Time / 3, clock, cancel)).ConfigureAwait(false) != working && !cancel.IsCancellationRequested)
            {
                await store.RenewLeaseAsync(source.Slug, Time, cancel).ConfigureAwait(false);
                if (await store.FindSourceAsync(source.Slug, cancel).ConfigureAwait(false) != source)
                    await leave.CancelAsync().ConfigureAwait(false);
            }

            await working.ConfigureAwait(false);
        }
        catch (StoreException fault)
        {
            log.LogError("{Source}: {Fault}", source.Slug, fault.Message);
        }
        catch (OperationCanceledException)
        {
            // Stopping.
        }
    }
}
