using Wireroom.Newsroom.Paper;
using Wireroom.Newsroom.Paper.Pictures;
using Wireroom.Newsroom.Paper.Ready;
using Wireroom.Newsroom.Site.Frame;
using Wireroom.Newsroom.Site.Lists;
using Wireroom.Newsroom.Site.Lite;
using Wireroom.Newsroom.Site.Live;
using Wireroom.Newsroom.Site.Notices;
using Wireroom.Newsroom.Site.Voices;
using Wireroom.Storage;
using Wireroom.Stories;
using Wireroom.Stories.Body;

namespace Wireroom.Newsroom.Site.Article;

/// <summary>A story's page.</summary>
public sealed record ArticlePage(Edition Edition, ReleasedStory Story, WhoSaysSo Who)
{
    /// <summary>The same in other languages.</summary>
    public IReadOnlyList<ReleasedRow> Translations { get; init; } = [];

    /// <summary>The story as it is told live, or null.</summary>
    public LiveEntries? Live { get; init; }

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

    /// <summary>The pictures that open the copy, where they are a gallery; it stands below the headline.</summary>
    public IReadOnlyList<Picture> LeadGallery => GalleryHtml.RowAt(Copy.Body, 0) is { Pictures.Count: >= GalleryHtml.Least } row ? row.Pictures : [];

    /// <summary>The picture that opens the copy; it stands below the headline.</summary>
    public Picture? LeadPicture => Copy.Body.Count > 0 && Copy.Body[0] is PictureBlock { Picture: var opening } && opening != Picture.Gone && LeadGallery.Count == 0 ? opening : null;

    /// <summary>The copy without what stands below the headline.</summary>
    public IReadOnlyList<Block> Body => LeadGallery.Count > 0 ? [.. Copy.Body.Skip(GalleryHtml.RowAt(Copy.Body, 0).Blocks)] : LeadPicture is null ? Copy.Body : [.. Copy.Body.Skip(1)];

    /// <summary>The topics with their addresses.</summary>
    public IReadOnlyList<(string Address, string Name)> Topics => [.. Copy.Topics.Select(topic => (StoryAddress.OfTopic(Slug.Of(topic)), topic))];

    /// <summary>The page of the place that the dateline opens with, or null where there is none.</summary>
    public string? PlaceAddress => StoryNames.PlaceOf(Copy) is { } place ? StoryAddress.OfName(NameKind.Place, Slug.Of(place)) : null;

    /// <summary>The frame's part.</summary>
    public PageHead Head => new(Edition, $"{Copy.Headline} – {Edition.Masthead.Name}", Address)
    {
        Description = Row.Lead,
        Section = Row.Section,
        Feed = Live is null ? (StoryAddress.OfSection(Row.Section), $"{Edition.Masthead.Name}: {Edition.NameOf(Row.Section)}") : (Address, $"{Edition.Masthead.Name}: {Copy.Headline}"),
        Story = Row,
        Picture = Row.LeadPicture,
        Lead = (LeadGallery.Count > 0 ? LeadGallery[0] : LeadPicture) is { File.Length: > 0 } lead ? new LeadImage(lead, PicturePlace.Story) : null,
        JsonLd = Live is null ? NewsArticleJson.Of(this) : LiveBlogJson.Of(this, Live),
        Language = Row.Language,
        HasLite = true,
        Alternates = Translations.Count == 0 ? [] : [(Row.Language, Address), .. Translations.Select(other => (other.Language, StoryAddress.Of(other.Section, other.Slug, other.Story)))],
    };

    /// <summary>Answers <c>/{section}/{story}</c>: the page, the way to its right address, the notice of a withdrawn story, or 404.</summary>
    public static Task AnswerAsync(HttpContext context, string story, Answers answers, ReleasedStore released)
    {
        if (!StoryAddress.TryParse(story, out var id))
            return answers.NotFoundAsync(context);
        var asked = context.Request.Path.Value ?? "";
        var isLite = LitePages.IsAsked(context);
        var before = ListPage.BeforeIn(context.Request.Query);
        // The lite page has no rail that is laid in: its list of the latest is its own.
        IReadOnlyList<string> keys = isLite ? [SurrogateKeys.Story(id), SurrogateKeys.Latest] : [SurrogateKeys.Story(id)];
        return answers.PageAsync(context, ListPage.Paged(asked, before), keys, async (edition, cancel) =>
        {
            if (await released.FindAsync(id, cancel).ConfigureAwait(false) is { } found)
            {
                var ledger = edition.Masthead.HidesSources || isLite ? null : found.ReadLedger();
                var page = new ArticlePage(edition, found, ledger is { Statements.Count: > 0 } ? WhoSaysSo.Of(found.Copy, ledger, edition.Words) : WhoSaysSo.Nobody(edition.Words))
                {
                    Translations = !found.IsTranslated ? [] : await released.TranslationsAsync(id, cancel).ConfigureAwait(false),
                    Live = found.Row.Live == LiveState.None ? null : await LiveEntries.FindAsync(edition, found.Row, before, isLite, released, cancel).ConfigureAwait(false),
                };
                var right = isLite ? LitePages.Of(page.Address) : page.Address;
                if (before is not null && page.Live is null)
                    return Rendered.Moved(right, keepsQuery: false); // only a live story has older pages
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
