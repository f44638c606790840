using System.IO.Hashing;
using System.Text;
using Wireroom.Newsroom.Paper;
using Wireroom.Storage;

namespace Wireroom.Newsroom.Site.Frame;

/// <summary>The current edition, made anew when the bell rings or the clock passes its end.</summary>
public sealed class Editions : IDisposable
{
    /// <summary>No edition lives longer, so that even a ring that never arrived (a broken line to the database) heals by itself.</summary>
    private static readonly TimeSpan LongestLife = TimeSpan.FromMinutes(1);

    private readonly ReleasedStore released;
    private readonly Bell bell;
    private readonly TimeProvider clock;
    private readonly Assets assets;
    private readonly SemaphoreSlim oneMaker = new(1, 1);
    private Edition? current;
    private long number = 1;

    /// <param name="released">The public door of the store.</param>
    /// <param name="bell">Says when to look again.</param>
    /// <param name="clock">The time.</param>
    /// <param name="assets">The bundled files.</param>
    public Editions(ReleasedStore released, Bell bell, TimeProvider clock, Assets assets)
    {
        (this.released, this.bell, this.clock, this.assets) = (released, bell, clock, assets);
        bell.Rang += Heard;
    }

    /// <summary>The number of the edition that pages must show now.</summary>
    public long Number => Volatile.Read(ref number);

    /// <inheritdoc/>
    public void Dispose()
    {
        bell.Rang -= Heard;
        oneMaker.Dispose();
    }

    /// <summary>The edition of this moment.</summary>
    public async Task<Edition> CurrentAsync(CancellationToken cancel)
    {
        if (Ready() is { } ready)
            return ready;
        await oneMaker.WaitAsync(cancel).ConfigureAwait(false);
        try
        {
            if (Ready() is { } made)
                return made;
            var edition = await MakeAsync(cancel).ConfigureAwait(false);
            Volatile.Write(ref current, edition);
            return edition;
        }
        finally
        {
            oneMaker.Release();
        }
    }

    private Edition? Ready() =>
        Volatile.Read(ref current) is { } edition && edition.Number == Number && clock.GetUtcNow() < edition.GoodUntil ? edition : null;

    private async Task<Edition> MakeAsync(CancellationToken cancel)
    {
        // In this order: a change that comes while the rest is read makes the edition older than its number or its end, never younger.
        var thisNumber = Number;
        var now = clock.GetUtcNow();
        var next = await released.NextChangeAsync(cancel).ConfigureAwait(false);
        var masthead = await released.MastheadAsync(cancel).ConfigureAwait(false);
        var rail = await released.LatestAsync(ReleasedFilter.Everything, Edition.RailLength, cancel).ConfigureAwait(false);
        var edition = new Edition
        {
            Number = thisNumber,
            MadeAt = now,
            GoodUntil = next is { } change && change < now + LongestLife ? change : now + LongestLife,
            Masthead = masthead,
            Sections = await released.SectionsAsync(cancel).ConfigureAwait(false),
            Rail = rail,
            RailVersion = VersionOf(rail),
            RailHtml = [],
            Times = new HonestTime(masthead.TimeZone),
            Assets = assets,
        };
        return edition with { RailHtml = await Rendering.ToBytesAsync(RailList.Create(edition), cancel).ConfigureAwait(false) };
    }

    private static string VersionOf(IReadOnlyList<ReleasedRow> rail)
    {
        var shown = new StringBuilder();
        foreach (var row in rail)
            shown.Append(row.Story.Value).Append('.').Append(row.Version).Append(' ').Append(row.Section).Append('\n');
        return XxHash64.HashToUInt64(Encoding.UTF8.GetBytes(shown.ToString())).ToString("x16", System.Globalization.CultureInfo.InvariantCulture);
    }

    private void Heard(Ring ring)
    {
        if (ring.Kind is RingKind.Released or RingKind.Settings)
            Interlocked.Increment(ref number);
    }
}
