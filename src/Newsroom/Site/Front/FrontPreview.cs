using Wireroom.Newsroom.Paper.Ready;
using Wireroom.Newsroom.Site.Frame;
using Wireroom.Newsroom.Site.Lists;
using Wireroom.Newsroom.Site.Themes;
using Wireroom.Storage;

namespace Wireroom.Newsroom.Site.Front;

/// <summary>A front as it would be with other stories chosen: made of what is out at this moment, by what makes the page itself, and kept by nobody.</summary>
public sealed class FrontPreview(Editions editions, ReleasedStore released, ThemeShelf themes)
{
    /// <summary>The page as HTML, or null where there is no such front.</summary>
    /// <param name="front">The section's slug; empty for the front page.</param>
    /// <param name="places">What is to be chosen for it.</param>
    /// <param name="cancel">Ends it.</param>
    public async Task<byte[]?> MakeAsync(string front, IReadOnlyList<FrontPlace> places, CancellationToken cancel)
    {
        var edition = await editions.CurrentAsync(cancel).ConfigureAwait(false);
        return await MakeAsync(edition, front, await released.ChosenAsync(places, cancel).ConfigureAwait(false), cancel).ConfigureAwait(false);
    }

    /// <summary>The front page in another theme.</summary>
    public async Task<byte[]?> InThemeAsync(string theme, CancellationToken cancel)
    {
        var edition = await editions.CurrentAsync(cancel).ConfigureAwait(false);
        return await MakeAsync(edition with { Theme = themes.Find(theme) }, "", await released.ChosenAsync("", cancel).ConfigureAwait(false), cancel).ConfigureAwait(false);
    }

    private async Task<byte[]?> MakeAsync(Edition edition, string front, IReadOnlyList<ChosenStory> chosen, CancellationToken cancel)
    {
        if (front.Length == 0)
            return Whole(await FrontPage.MakeAsync(edition, chosen, released, cancel).ConfigureAwait(false), edition);
        return await ListPages.PageOfSectionAsync(edition, front, null, chosen, released, cancel).ConfigureAwait(false) is { } page
            ? Whole(await Rendering.ToPageAsync(edition.Theme.List(page), cancel).ConfigureAwait(false), edition)
            : null;
    }

    private static byte[] Whole(Rendered page, Edition edition) =>
        page.Place < 0 ? page.Bytes : [.. page.Bytes.AsSpan(0, page.Place), .. edition.RailHtml!.Inlay.Html, .. page.Bytes.AsSpan(page.Place + 1)];
}
