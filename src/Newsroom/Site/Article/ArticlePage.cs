using Wireroom.Newsroom.Paper;
using Wireroom.Newsroom.Paper.Ready;
using Wireroom.Newsroom.Site.Frame;
using Wireroom.Newsroom.Site.Lite;
using Wireroom.Newsroom.Site.Notices;
using Wireroom.Newsroom.Site.Voices;
using Wireroom.Storage;
using Wireroom.Stories;
using Wireroom.Stories.Body;

namespace Wireroom.Newsroom.Site.Article;

/// <summary>A story's page.</summary>
public sealed record ArticlePage(Edition Edition, ReleasedStory Story, WhoSaysSo Who)
{
    /// <summary>The row.</summary>
    public ReleasedRow Row => Story.Row;

    /// <summary>The copy.</summary>
    public Copy Copy => Story.Copy;

    /// <summary>The page's address.</summary>
    public string Address => StoryAddress.Of(Row.Section, Row.Slug, Row.Story);

    /// <summary>Corrections, newest first.</summary>
    public IEnumerable<ReleasedCorrection> Corrections => Story.Corrections.OrderByDescending(correction => correction.At);

    /// <summary>True where the story has gone out more than once.</summary>
    public bool HasChanged => Row.Kind != ReleaseKind.First || Story.Corrections.Count > 0;

    /// <summary>Whole years since the story was first published.</summary>
    public int Years => Edition.Times.YearsBetween(Row.PublishedAt, Edition.MadeAt);

    /// <summary>The picture that opens the copy; it stands below the headline.</summary>
    public Picture? LeadPicture => Copy.Body.Count > 0 && Copy.Body[0] is PictureBlock opening ? opening.Picture : null;

    /// <summary>The copy without the picture that stands below the headline.</summary>
    public IReadOnlyList<Block> Body => LeadPicture is null ? Copy.Body : [.. Copy.Body.Skip(1)];

    /// <summary>The topics with their addresses' words.</summary>
    public IReadOnlyList<(string Slug, string Name)> Topics => [.. Copy.Topics.Select(topic => (Uri.EscapeDataString(Slug.Of(topic)), topic))];

    /// <summary>The frame's part.</summary>
    public PageHead Head => new(Edition, $"{Copy.Headline} – {Edition.Masthead.Name}", Address)
    {
        Description = Row.Lead,
        Section = Row.Section,
        Feed = (StoryAddress.OfSection(Row.Section), $"{Edition.Masthead.Name}: {Edition.NameOf(Row.Section)}"),
        Story = Row,
        Picture = Row.LeadPicture,
        JsonLd = NewsArticleJson.Of(this),
        Language = Row.Language,
        HasLite = true,
    };

    /// <summary>Answers <c>/{section}/{story}</c>: the page, the way to its right address, the notice of a withdrawn story, or 404.</summary>
    public static Task AnswerAsync(HttpContext context, string story, Answers answers, ReleasedStore released)
    {
        if (!StoryAddress.TryParse(story, out var id))
            return answers.NotFoundAsync(context);
        var asked = context.Request.Path.Value ?? "";
        var isLite = LitePages.IsAsked(context);
        // The lite page has no rail that is laid in: its list of the latest is its own.
        IReadOnlyList<string> keys = isLite ? [SurrogateKeys.Story(id), SurrogateKeys.Latest] : [SurrogateKeys.Story(id)];
        return answers.PageAsync(context, asked, keys, async (edition, cancel) =>
        {
            if (await released.FindAsync(id, cancel).ConfigureAwait(false) is { } found)
            {
                var ledger = edition.Masthead.HidesSources || isLite ? null : found.ReadLedger();
                var page = new ArticlePage(edition, found, ledger is { Statements.Count: > 0 } ? WhoSaysSo.Of(found.Copy, ledger, edition.Words) : WhoSaysSo.Nobody(edition.Words));
                var right = isLite ? LitePages.Of(page.Address) : page.Address;
                if (Uri.UnescapeDataString(right) != asked)
                    return Rendered.Moved(right);
                return isLite
                    ? await Rendering.ToPageAsync(LiteArticle.Create(page), cancel).ConfigureAwait(false)
                    : await Rendering.ToPageAsync(Article.Create(page), cancel).ConfigureAwait(false);
            }

            return await released.FindWithdrawnAsync(id, cancel).ConfigureAwait(false) is { } withdrawn
                ? await NotFoundNotice.MakeAsync(edition, withdrawn, cancel).ConfigureAwait(false)
                : null;
        });
    }
}
