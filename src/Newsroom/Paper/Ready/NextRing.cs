using Wireroom.Storage;

namespace Wireroom.Newsroom.Paper.Ready;

/// <summary>Waits for the bell to say that readers see something else, and lets a burst settle: many releases at once are one change.</summary>
public sealed class NextRing : IDisposable
{
    private readonly SemaphoreSlim rang = new(0, 1);
    private readonly Bell bell;

    /// <param name="bell">The bell.</param>
    public NextRing(Bell bell)
    {
        this.bell = bell;
        bell.Rang += Heard;
    }

    /// <summary>Until the bell has rung and a burst has settled, or the time is over. What rang since the last waiting counts.</summary>
    public async Task WaitAsync(TimeSpan longest, TimeSpan settling, TimeProvider clock, CancellationToken cancel)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var timer = Task.Delay(longest > TimeSpan.Zero ? longest : TimeSpan.FromMilliseconds(1), clock, over.Token);
        var ring = rang.WaitAsync(over.Token);
        var first = await Task.WhenAny(timer, ring).ConfigureAwait(false);
        await over.CancelAsync().ConfigureAwait(false);
        cancel.ThrowIfCancellationRequested();
        if (first == ring)
            await Task.Delay(settling, clock, cancel).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        bell.Rang -= Heard;
        rang.Dispose();
    }

    private void Heard(Ring ring)
    {
        if (ring.Kind is not (RingKind.Released or RingKind.Settings) || rang.CurrentCount > 0)
            return;
        try
        {
            rang.Release();
        }
        catch (SemaphoreFullException)
        {
            // Two rings at once; one is enough.
        }
    }
}
