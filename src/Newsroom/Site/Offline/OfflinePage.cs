using Wireroom.Newsroom.Site.Frame;

namespace Wireroom.Newsroom.Site.Offline;

/// <summary>The page that stands where there is no line: what the reader's device has kept. It holds no story of its own, so that it can be kept itself.</summary>
public sealed record OfflinePage(Edition Edition)
{
    /// <summary>The frame's part.</summary>
    public PageHead Head => new(Edition, $"{Edition.Words.Offline} – {Edition.Masthead.Name}", "/offline") { Indexed = false };

    /// <summary>Answers <c>/offline</c>.</summary>
    public static Task AnswerAsync(HttpContext context, Answers answers) => answers.PageAsync(context, "/offline", [], static async (edition, cancel) =>
        await Rendering.ToPageAsync(KeptList.Create(new OfflinePage(edition)), cancel).ConfigureAwait(false));
}
