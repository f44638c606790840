using Wireroom.Storage;

namespace Wireroom.Newsroom.Paper.Ready;

/// <summary>A stretch of time in which what readers see does not change: between two rings of the bell, and until the clock opens or closes something.</summary>
/// <param name="Number">Rises with every ring.</param>
/// <param name="Began">When it was asked for.</param>
/// <param name="GoodUntil">From when on what was made in it must not be served.</param>
public sealed record Moment(long Number, DateTimeOffset Began, DateTimeOffset GoodUntil);

/// <summary>The current moment. Whatever is kept ready for readers is kept for one moment only.</summary>
public sealed class Moments : IDisposable
{
    /// <summary>No moment lasts longer, so that even a ring that never arrived (a broken line to the database) heals by itself.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    private readonly ReleasedStore released;
    private readonly Bell bell;
    private readonly TimeProvider clock;
    private Moment? current;
    private long number = 1;

    /// <param name="released">The public door of the store.</param>
    /// <param name="bell">Says when to look again.</param>
    /// <param name="clock">The time.</param>
    public Moments(ReleasedStore released, Bell bell, TimeProvider clock)
    {
        (this.released, this.bell, this.clock) = (released, bell, clock);
        bell.Rang += Heard;
    }

    /// <summary>The number of the moment that pages must show now.</summary>
    public long Number => Volatile.Read(ref number);

    /// <summary>True while nothing has rung since the moment began and the clock has not passed its end.</summary>
    public bool Lasts(Moment moment) => moment.Number == Number && clock.GetUtcNow() < moment.GoodUntil;

    /// <summary>The current moment.</summary>
    public async ValueTask<Moment> CurrentAsync(CancellationToken cancel)
    {
        if (Volatile.Read(ref current) is { } lasting && Lasts(lasting))
            return lasting;
        // In this order: a change that comes while the rest is read makes the moment older than its number or its end, never younger.
        var thisNumber = Number;
        var now = clock.GetUtcNow();
        var next = await released.NextChangeAsync(cancel).ConfigureAwait(false);
        var moment = new Moment(thisNumber, now, next is { } change && change < now + Longest ? change : now + Longest);
        Volatile.Write(ref current, moment);
        return moment;
    }

    /// <inheritdoc/>
    public void Dispose() => bell.Rang -= Heard;

    private void Heard(Ring ring)
    {
        if (ring.Kind is RingKind.Released or RingKind.Settings)
            Interlocked.Increment(ref number);
    }
}
