using System.Globalization;
using Wireroom.Newsroom.Paper;
using Wireroom.Newsroom.Paper.Ready;
using Wireroom.Newsroom.Site.Frame;
using Wireroom.Newsroom.Site.Front;
using Wireroom.Newsroom.Site.Lite;
using Wireroom.Newsroom.Site.Names;
using Wireroom.Storage;
using Wireroom.Stories;

namespace Wireroom.Newsroom.Site.Lists;

/// <summary>The addresses that are lists: section fronts, topics, the latest; each also as a lite page.</summary>
public static class ListPages
{
    /// <summary>Answers <c>/{section}</c>.</summary>
    public static Task SectionAsync(HttpContext context, string section, Answers answers, ReleasedStore released)
    {
        var address = StoryAddress.OfSection(section);
        IReadOnlyList<string> keys = [.. StoryAddress.KeysOfSection(section), SurrogateKeys.Front(section)];
        return AnswerAsync(context, answers, address, keys, async (edition, before, cancel) =>
            await PageOfSectionAsync(edition, section, before, before is null ? await released.ChosenAsync(section, cancel).ConfigureAwait(false) : [], released, cancel).ConfigureAwait(false));
    }

    /// <summary>A page of a section with those stories chosen for it, or null where there is no such section.</summary>
    public static async Task<ListPage?> PageOfSectionAsync(Edition edition, string section, long? before, IReadOnlyList<ChosenStory> chosen, ReleasedStore released, CancellationToken cancel)
    {
        var filter = new ReleasedFilter { Section = section == StoryAddress.NoSection && !IsSection(edition, section) ? "" : section, Before = before };
        var rows = await released.LatestAsync(filter, ListPage.Length + 1, cancel).ConfigureAwait(false);
        if (rows.Count == 0 && chosen.Count == 0 && !IsSection(edition, section))
            return null;
        var page = ListPage.Of(edition, edition.NameOf(filter.Section), StoryAddress.OfSection(section), rows, before) with { Section = section, HasFeed = true };
        if (before is not null)
            return page;
        var ordered = FrontOrder.Of(chosen, page.Rows);
        return ordered.Count == 0 ? page : page with { Lead = ordered[0], Rows = [.. ordered.Skip(1)] };
    }

    /// <summary>Answers <c>/topic/{slug}</c>.</summary>
    public static Task TopicAsync(HttpContext context, string slug, Answers answers, ReleasedStore released)
    {
        var address = StoryAddress.OfTopic(slug);
        return AnswerAsync(context, answers, address, [SurrogateKeys.Topic(slug)], async (edition, before, cancel) =>
        {
            if (await released.FindTopicAsync(slug, cancel).ConfigureAwait(false) is not { } topic)
                return null;
            var rows = await released.LatestAsync(new ReleasedFilter { Topic = slug, Before = before }, ListPage.Length + 1, cancel).ConfigureAwait(false);
            var words = edition.Words;
            return ListPage.Of(edition, topic.Name, address, rows, before) with
            {
                ShowsSection = true,
                HasFeed = true,
                Intro = CountOf(words, topic.Stories),
            };
        });
    }

    /// <summary>Answers <c>/author/{slug}</c>, <c>/place/{slug}</c> and <c>/agency/{slug}</c>.</summary>
    public static Task NamedAsync(HttpContext context, NameKind kind, string slug, Answers answers, ReleasedStore released)
    {
        var address = StoryAddress.OfName(kind, slug);
        return AnswerAsync(context, answers, address, [SurrogateKeys.Named(kind, slug)], async (edition, before, cancel) =>
        {
            if (await released.FindNameAsync(kind, slug, cancel).ConfigureAwait(false) is not { } name)
                return null;
            var rows = await released.LatestAsync(new ReleasedFilter { NameKind = kind, Name = slug, Before = before }, ListPage.Length + 1, cancel).ConfigureAwait(false);
            var words = edition.Words;
            return ListPage.Of(edition, name.Name, address, rows, before) with
            {
                ShowsSection = true,
                HasFeed = true,
                Kicker = kind switch { NameKind.Author => words.Author, NameKind.Place => words.Place, _ => words.Agency },
                Intro = CountOf(words, name.Stories),
                JsonLd = NamedJson.Of(edition, name, address),
            };
        });
    }

    /// <summary>Answers <c>/latest</c>.</summary>
    public static Task LatestAsync(HttpContext context, Answers answers, ReleasedStore released) =>
        AnswerAsync(context, answers, "/latest", Answers.LatestKeys, async (edition, before, cancel) =>
        {
            var rows = await released.LatestAsync(new ReleasedFilter { Before = before }, ListPage.Length + 1, cancel).ConfigureAwait(false);
            return ListPage.Of(edition, edition.Words.LatestNews, "/latest", rows, before) with { ShowsSection = true, ShowsDays = true };
        });

    private static Task AnswerAsync(
        HttpContext context, Answers answers, string address, IReadOnlyList<string> keys, Func<Edition, long?, CancellationToken, Task<ListPage?>> find)
    {
        var before = ListPage.BeforeIn(context.Request.Query);
        var isLite = LitePages.IsAsked(context);
        var asked = context.Request.Path.Value;
        var right = LitePages.In(context, address);
        // The first page is kept under its path as the server decodes it, where the pipeline's first step looks.
        var key = before is null ? asked ?? right : ListPage.Paged(right, before);
        return answers.PageAsync(context, key, keys, async (edition, cancel) =>
        {
            if (await find(edition, before, cancel).ConfigureAwait(false) is not { } page)
                return null;
            if (asked != Uri.UnescapeDataString(right))
                return Rendered.Moved(right); // a slash too many
            return isLite
                ? await Rendering.ToPageAsync(LiteStories.Create(new LiteList(page.Head, page.Title, page.Lead is null ? page.Rows : [page.Lead, .. page.Rows]) { Intro = page.Intro, Older = page.Older }), cancel).ConfigureAwait(false)
                : await Rendering.ToPageAsync(edition.Theme.List(page), cancel).ConfigureAwait(false);
        });
    }

    /// <summary>How many stories a list holds, in words.</summary>
    public static string CountOf(Words words, int stories) => stories == 1 ? words.OneTopicStory : string.Format(CultureInfo.InvariantCulture, words.TopicLead, stories);

    private static bool IsSection(Edition edition, string slug) => edition.Sections.Any(section => section.Slug == slug);
}
