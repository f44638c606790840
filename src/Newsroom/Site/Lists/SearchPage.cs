using System.Globalization;
using Wireroom.Newsroom.Paper.Ready;
using Wireroom.Newsroom.Site.Frame;
using Wireroom.Newsroom.Site.Lite;
using Wireroom.Storage;

namespace Wireroom.Newsroom.Site.Lists;

/// <summary>Search: words, section and days, newest first. The address is the search.</summary>
public sealed record SearchPage(Edition Edition, SearchForm Form, IReadOnlyList<ReleasedRow> Rows)
{
    /// <summary>The page after this one, or null.</summary>
    public string? Older { get; init; }

    /// <summary>What is wrong with the form, or empty.</summary>
    public string Fault { get; init; } = "";

    /// <summary>Marks what was looked for.</summary>
    public Highlight Highlight { get; } = Highlight.Of(Form.Words);

    /// <summary>The title.</summary>
    public string Title => Form.Words.Length > 0 ? string.Format(CultureInfo.InvariantCulture, Edition.Words.ResultsFor, Form.Words) : Edition.Words.Search;

    /// <summary>The frame's part.</summary>
    public PageHead Head => new(Edition, $"{Title} – {Edition.Masthead.Name}", Form.Address)
    {
        Feed = Form.Words.Length > 0 ? ("/search?q=" + Uri.EscapeDataString(Form.Words), Title) : null,
        Description = string.Join(" · ", new[] { Title, Edition.Masthead.Name, Edition.Masthead.Tagline }.Where(part => part.Length > 0)),
        Indexed = Form.IsEmpty,
        HasLite = true,
    };

    /// <summary>Answers <c>/search</c>.</summary>
    public static Task AnswerAsync(HttpContext context, Answers answers, ReleasedStore released, ReaderLimits limits)
    {
        var form = SearchForm.Of(context.Request.Query);
        var address = LitePages.In(context, form.Address);
        if (!form.IsEmpty && !answers.IsReady(address) && !limits.MaySearch(context))
            return answers.TooManyAsync(context);
        var isLite = LitePages.IsAsked(context);
        return answers.PageAsync(context, address, Answers.LatestKeys, async (edition, cancel) =>
        {
            var page = new SearchPage(edition, form, []);
            var filter = form.ToFilter(edition.Times, out var badDay);
            if (badDay is not null)
                page = page with { Fault = string.Format(CultureInfo.InvariantCulture, edition.Words.BadDay, badDay) };
            else if (!form.IsEmpty)
                page = await FindAsync(page, released, filter, cancel).ConfigureAwait(false);
            return isLite
                ? await Rendering.ToPageAsync(LiteStories.Create(new LiteList(page.Head, page.Title, page.Rows) { Words = form.Words, Intro = page.Fault, Older = page.Older }), cancel).ConfigureAwait(false)
                : await Rendering.ToPageAsync(Search.Create(page), cancel).ConfigureAwait(false);
        });
    }

    private static async Task<SearchPage> FindAsync(SearchPage page, ReleasedStore released, ReleasedFilter filter, CancellationToken cancel)
    {
        var rows = await released.LatestAsync(filter, ListPage.Length + 1, cancel).ConfigureAwait(false);
        return page with
        {
            Rows = [.. rows.Take(ListPage.Length)],
            Older = rows.Count > ListPage.Length ? (page.Form with { Before = rows[ListPage.Length - 1].Key }).Address : null,
        };
    }
}
