using System.Globalization;
using System.IO.Hashing;
using System.Text;
using Wireroom.Newsroom.Paper;
using Wireroom.Newsroom.Paper.Ready;
using Wireroom.Newsroom.Site.Themes;
using Wireroom.Storage;

namespace Wireroom.Newsroom.Site.Frame;

/// <summary>The current edition: one for each moment, made when the first page asks for it.</summary>
public sealed class Editions(Moments moments, ReleasedStore released, PublicAddress address, CurrentInlay inlay, Assets assets, ThemeShelf themes) : IDisposable
{
    private readonly SemaphoreSlim oneMaker = new(1, 1);
    private Edition? current;

    /// <inheritdoc/>
    public void Dispose() => oneMaker.Dispose();

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

    private Edition? Ready() => Volatile.Read(ref current) is { } edition && moments.Lasts(edition.Moment) ? edition : null;

    private async Task<Edition> MakeAsync(CancellationToken cancel)
    {
        var moment = await moments.CurrentAsync(cancel).ConfigureAwait(false);
        var masthead = address.On(await released.MastheadAsync(cancel).ConfigureAwait(false));
        var rail = await released.LatestAsync(ReleasedFilter.Everything, Edition.RailLength, cancel).ConfigureAwait(false);
        var words = Words.In(masthead.Language);
        var edition = new Edition
        {
            Moment = moment,
            Masthead = masthead,
            Sections = await released.SectionsAsync(cancel).ConfigureAwait(false),
            Rail = rail,
            RailVersion = VersionOf(rail),
            Times = new HonestTime(masthead.TimeZone, words.Dates),
            Words = words,
            Assets = assets,
            Theme = themes.Find(masthead.Theme),
        };
        return edition with { RailHtml = inlay.Lay(await Rendering.ToBytesAsync(RailList.Create(edition), cancel).ConfigureAwait(false), moment) };
    }

    private static string VersionOf(IReadOnlyList<ReleasedRow> rail)
    {
        var shown = new StringBuilder();
        foreach (var row in rail)
            shown.Append(CultureInfo.InvariantCulture, $"{row.Story} {row.Version} {row.Section} {row.Live} {row.Headline}\n");
        return XxHash64.HashToUInt64(Encoding.UTF8.GetBytes(shown.ToString())).ToString("x16", CultureInfo.InvariantCulture);
    }
}
