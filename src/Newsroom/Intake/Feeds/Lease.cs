using Wireroom.Storage;

namespace Wireroom.Newsroom.Intake.Feeds;

/// <summary>A source that is being fetched from is kept from other programs on the same database.</summary>
internal static class Lease
{
    /// <summary>A program that dies in the middle keeps a source from the others for no longer than this.</summary>
    public static readonly TimeSpan Time = TimeSpan.FromSeconds(15);

    /// <summary>
    /// Works with a leased source, and renews its lease meanwhile. The work is told to leave when the source is changed, paused or removed, or when the lease cannot
    /// be renewed. Comes back only when the work has ended, and never throws: a fault of the store is logged, any other is noted on the source as well.
    /// </summary>
    public static async Task WhileAsync(Store store, NotePoll note, Source source, Func<CancellationToken, Task> work, TimeProvider clock, ILogger log, CancellationToken cancel)
    {
        using var leave = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var working = work(leave.Token);
        while (await Task.WhenAny(working, Task.Delay(Time / 3, clock, cancel)).ConfigureAwait(false) != working && !cancel.IsCancellationRequested)
        {
            if (await IsLostAsync(store, source, log, cancel).ConfigureAwait(false))
                await leave.CancelAsync().ConfigureAwait(false);
        }

        try
        {
            await working.ConfigureAwait(false);
        }
        catch (StoreException fault)
        {
            log.LogError("{Source}: {Fault}", source.Slug, fault.Message);
        }
        catch (OperationCanceledException) when (leave.IsCancellationRequested || cancel.IsCancellationRequested)
        {
            // Stopping, or told to leave.
        }
        catch (Exception fault)
        {
            log.LogError(fault, "{Source}: the look at it broke off.", source.Slug);
            await NoteAsync(store, note, source, fault, cancel).ConfigureAwait(false);
        }
    }

    /// <summary>Renews the lease; true where that failed, or where the source is not what it was.</summary>
    private static async Task<bool> IsLostAsync(Store store, Source source, ILogger log, CancellationToken cancel)
    {
        try
        {
            await store.RenewLeaseAsync(source.Slug, Time, cancel).ConfigureAwait(false);
            return await store.FindSourceAsync(source.Slug, cancel).ConfigureAwait(false) != source;
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            return true;
        }
        catch (Exception fault)
        {
            log.LogError("{Source}: its lease cannot be renewed: {Fault}", source.Slug, fault.Message);
            return true;
        }
    }

    /// <summary>The desk sees what broke off, and the source is left alone for longer each time.</summary>
    private static async Task NoteAsync(Store store, NotePoll note, Source source, Exception fault, CancellationToken cancel)
    {
        try
        {
            var before = await store.PollStateAsync(source.Slug, cancel).ConfigureAwait(false);
            await note.NoteAsync(source, before, before, brought: false, $"The look at it broke off: {fault.Message}", retryAfter: null, cancel).ConfigureAwait(false);
        }
        catch (Exception other) when (other is StoreException or OperationCanceledException)
        {
            // It is in the log, and the lease ends by itself.
        }
    }
}
