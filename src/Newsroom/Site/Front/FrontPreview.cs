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
            return (await FrontPage.MakeAsync(edition, chosen, released, cancel).ConfigureAwait(false)).With(edition.RailHtml?.Inlay);
        return await ListPages.PageOfSectionAsync(edition, front, null, chosen, released, cancel).ConfigureAwait(false) is { } page
            ? (await Rendering.ToPageAsync(edition.Theme.List(page), cancel).ConfigureAwait(false)).With(edition.RailHtml?.Inlay)
            : null;
    }
}
