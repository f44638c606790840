using Wireroom.Newsroom.Site.Frame;
using Wireroom.Storage;
using Wireroom.Stories;

namespace Wireroom.Newsroom.Site.Names;

/// <summary>The page about the sources: how they are named, whose copy is carried, who writes, and what is done about errors.</summary>
public sealed record AboutSources(Edition Edition, IReadOnlyList<NamedStories> Agencies, IReadOnlyList<NamedStories> Authors)
{
    private const int Most = 100;

    /// <summary>The frame's part.</summary>
    public PageHead Head => new(Edition, $"{Edition.Words.AboutSources} – {Edition.Masthead.Name}", "/sources") { Description = Edition.Words.AboutSourcesLead };

    /// <summary>Answers <c>/sources</c>.</summary>
    public static Task AnswerAsync(HttpContext context, Answers answers, ReleasedStore released) => answers.PageAsync(context, "/sources", Answers.NamesKeys, async (edition, cancel) =>
    {
        var agencies = await released.NamesAsync(NameKind.Agency, Most, cancel).ConfigureAwait(false);
        var authors = await released.NamesAsync(NameKind.Author, Most, cancel).ConfigureAwait(false);
        return await Rendering.ToPageAsync(SourcesPage.Create(new AboutSources(edition, agencies, authors)), cancel).ConfigureAwait(false);
    });
}
