using System.Collections.Concurrent;
using Wireroom.Storage;

namespace Wireroom.Newsroom.Paper.Ready;

/// <summary>A stretch of time in which what readers see does not change: between two rings that tell of the latest, and until the clock opens or closes something.</summary>
/// <param name="Number">The number of the last ring when it was asked for.</param>
/// <param name="Began">When it was asked for.</param>
/// <param name="GoodUntil">From when on what was made in it must not be served.</param>
public sealed record Moment(long Number, DateTimeOffset Began, DateTimeOffset GoodUntil);

/// <summary>
/// The current moment, and since when what a page shows has not changed. A page is kept while nothing has rung for any of its keys, and never past the end
/// of the moment in which it was made.
/// </summary>
public sealed class Moments : IDisposable
{
    /// <summary>No moment lasts longer, so that even a ring that never arrived (a broken line to the database) heals by itself.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    /// <summary>Keys remembered at most; beyond, all are forgotten and every page is made anew.</summary>
    private const int MostKeys = 50_000;

    private readonly ConcurrentDictionary<string, SurrogateKey> keys = new(StringComparer.Ordinal);

    // Whatever goes out, is planned or taken back names it; a ring without it (a story's ledger was read) changes neither rail nor clock.
    private readonly SurrogateKey latest = new(SurrogateKeys.Latest);
    private readonly ReleasedStore released;
    private readonly Bell bell;
    private readonly TimeProvider clock;
    private Moment? current;
    private long number = 1;
    private long everything;
    private int remembered;

    /// <param name="released">The public door of the store.</param>
    /// <param name="bell">Says when to look again.</param>
    /// <param name="clock">The time.</param>
    public Moments(ReleasedStore released, Bell bell, TimeProvider clock)
    {
        (this.released, this.bell, this.clock) = (released, bell, clock);
        keys[latest.Name] = latest;
        bell.Rang += Heard;
    }

    /// <summary>The number of the moment that pages must show now.</summary>
    public long Number => Volatile.Read(ref number);

    /// <summary>True while nothing has rung for the latest since the moment began and the clock has not passed its end.</summary>
    public bool Lasts(Moment moment) => moment.Number >= Math.Max(Volatile.Read(ref everything), latest.LastRing) && clock.GetUtcNow() < moment.GoodUntil;

    /// <summary>The number of the last ring for anything that these keys name.</summary>
    public long LastRing(IReadOnlyList<SurrogateKey> of)
    {
        var last = Volatile.Read(ref everything);
        for (var at = 0; at < of.Count; at++)
            last = Math.Max(last, of[at].LastRing);
        return last;
    }

    /// <summary>The keys with those names. They hear the bell from now on: the number is asked for before them, and they before anything is read.</summary>
    public IReadOnlyList<SurrogateKey> Keys(IReadOnlyList<string> names)
    {
        if (names.Count == 0)
            return [];
        var found = new SurrogateKey[names.Count];
        for (var at = 0; at < found.Length; at++)
        {
            if (!keys.TryGetValue(names[at], out var key))
            {
                key = keys.GetOrAdd(names[at], new SurrogateKey(names[at]));
                if (Interlocked.Increment(ref remembered) > MostKeys)
                    Forget();
            }

            found[at] = key;
        }

        return found;
    }

    private void Forget()
    {
        Volatile.Write(ref remembered, 0);
        keys.Clear();
        keys[latest.Name] = latest;
        // Pages that hold the old keys do not hear the bell any more.
        Raise(ref everything, Interlocked.Increment(ref number));
    }

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
        if (ring.Kind is not (RingKind.Released or RingKind.Settings))
            return;
        var heard = Interlocked.Increment(ref number);
        if (ring.Kind is RingKind.Settings || ring.Keys.Length == 0)
        {
            Raise(ref everything, heard);
            return;
        }

        foreach (var name in ring.Keys.Split(' '))
        {
            if (keys.TryGetValue(name, out var key))
                key.Rang(heard);
        }
    }

    /// <summary>Two rings at once are heard in any order; the later number stays.</summary>
    internal static void Raise(ref long last, long to)
    {
        for (var was = Volatile.Read(ref last); was < to;)
        {
            var found = Interlocked.CompareExchange(ref last, to, was);
            if (found == was)
                return;
            was = found;
        }
    }
}

/// <summary>One of the names of what a page shows (see <see cref="SurrogateKeys"/>), and the number of the last ring for it.</summary>
public sealed class SurrogateKey(string name)
{
    private long lastRing;

    /// <summary>The name.</summary>
    public string Name => name;

    /// <summary>The number of the last ring; 0 before the first.</summary>
    public long LastRing => Volatile.Read(ref lastRing);

    internal void Rang(long number) => Moments.Raise(ref lastRing, number);
}
