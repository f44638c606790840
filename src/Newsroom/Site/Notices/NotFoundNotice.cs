using Wireroom.Newsroom.Paper.Ready;
using Wireroom.Newsroom.Site.Frame;
using Wireroom.Storage;

namespace Wireroom.Newsroom.Site.Notices;

/// <summary>The pages for what is not there: 404, and 410 for a story that was withdrawn.</summary>
public static class NotFoundNotice
{
    /// <summary>404, with the rail and the way to search.</summary>
    public static async Task<Rendered> MakeAsync(Edition edition, CancellationToken cancel) =>
        await Rendering.ToPageAsync(NotFound.Create(new NoticePage(edition, edition.Words.NotFound, null)), cancel, StatusCodes.Status404NotFound).ConfigureAwait(false);

    /// <summary>429, with what to do.</summary>
    public static async Task<Rendered?> TooManyAsync(Edition edition, CancellationToken cancel) => await Rendering.ToPageAsync(
        NotFound.Create(new NoticePage(edition, edition.Words.TooMany, null) { Text = edition.Words.TooManyText }), cancel, StatusCodes.Status429TooManyRequests).ConfigureAwait(false);

    /// <summary>410: the notice and its reason, and nothing of the copy.</summary>
    public static async Task<Rendered> MakeAsync(Edition edition, WithdrawnNotice withdrawn, CancellationToken cancel) =>
        await Rendering.ToPageAsync(Withdrawn.Create(new NoticePage(edition, edition.Words.Withdrawn, withdrawn)), cancel, StatusCodes.Status410Gone).ConfigureAwait(false);
}

/// <summary>A notice in the frame of the site.</summary>
public sealed record NoticePage(Edition Edition, string Title, WithdrawnNotice? Withdrawal)
{
    /// <summary>What the page says under its title.</summary>
    public string Text { get; init; } = Edition.Words.NotFoundLead;

    /// <summary>The frame's part.</summary>
    public PageHead Head => new(Edition, $"{Title} – {Edition.Masthead.Name}", "") { Indexed = false, HasAddress = false };
}
