using System.Threading.Channels;

namespace Wireroom.Storage;

/// <summary>Waits for the bell to ring for something. It hears from its making on: what rings while its owner works ends the next waiting.</summary>
public sealed class NextRing : IDisposable
{
    private readonly Channel<bool> rang = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly Bell bell;
    private readonly Func<Ring, bool> concerns;

    /// <param name="bell">The bell.</param>
    /// <param name="concerns">True for rings that are waited for. It is asked in the ringing thread and must be quick.</param>
    public NextRing(Bell bell, Func<Ring, bool> concerns)
    {
        (this.bell, this.concerns) = (bell, concerns);
        bell.Rang += Heard;
    }

    /// <summary>Waits for what readers see to change.</summary>
    public static NextRing OfReaders(Bell bell) => new(bell, static ring => ring.Kind is RingKind.Released or RingKind.Settings);

    /// <summary>Until the bell has rung since the last waiting.</summary>
    public async Task WaitAsync(CancellationToken cancel) => await rang.Reader.ReadAsync(cancel).ConfigureAwait(false);

    /// <summary>True as soon as the bell has rung since the last waiting, false when the time is over.</summary>
    public async Task<bool> WaitAsync(TimeSpan longest, TimeProvider clock, CancellationToken cancel)
    {
        using var over = new CancellationTokenSource(longest > TimeSpan.Zero ? longest : TimeSpan.FromMilliseconds(1), clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(over.Token, cancel);
        try
        {
            return await rang.Reader.ReadAsync(either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return false;
        }
    }

    /// <summary>As before; after a ring it lets the burst settle, since many releases at once are one change.</summary>
    public async Task WaitAsync(TimeSpan longest, TimeSpan settling, TimeProvider clock, CancellationToken cancel)
    {
        if (await WaitAsync(longest, clock, cancel).ConfigureAwait(false))
            await Task.Delay(settling, clock, cancel).ConfigureAwait(false);
    }

    /// <summary>Looks now, after each ring once its burst has settled, and at the latest after the time that the look before said; until the program stops.</summary>
    public async Task KeepLookingAsync(Func<CancellationToken, Task<TimeSpan>> look, TimeSpan settling, TimeProvider clock, CancellationToken stopping)
    {
        try
        {
            while (true)
            {
                var longest = await look(stopping).ConfigureAwait(false);
                await WaitAsync(longest, settling, clock, stopping).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The program stops.
        }
    }

    /// <inheritdoc/>
    public void Dispose() => bell.Rang -= Heard;

    private void Heard(Ring ring)
    {
        if (concerns(ring))
            rang.Writer.TryWrite(true);
    }
}
