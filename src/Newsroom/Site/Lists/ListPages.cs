using System.Globalization;
using Wireroom.Newsroom.Paper;
using Wireroom.Newsroom.Paper.Ready;
using Wireroom.Newsroom.Site.Frame;
using Wireroom.Newsroom.Site.Front;
using Wireroom.Storage;

namespace Wireroom.Newsroom.Site.Lists;

/// <summary>The addresses that are lists: section fronts, topics, the latest.</summary>
public static class ListPages
{
    /// <summary>Answers <c>/{section}</c>.</summary>
    public static Task SectionAsync(HttpContext context, string section, Answers answers, ReleasedStore released)
    {
        var address = StoryAddress.OfSection(section);
        var before = ListPage.BeforeIn(context.Request.Query);
        return answers.PageAsync(context, KeyOf(context, address, before), StoryAddress.KeysOfSection(section), async (edition, cancel) =>
        {
            var filter = new ReleasedFilter { Section = section == StoryAddress.NoSection && !IsSection(edition, section) ? "" : section, Before = before };
            var rows = await released.LatestAsync(filter, ListPage.Length + 1, cancel).ConfigureAwait(false);
            if (rows.Count == 0 && !IsSection(edition, section))
                return null;
            if (context.Request.Path.Value != Uri.UnescapeDataString(address))
                return Rendered.Moved(address); // a slash too many
            var page = ListPage.Of(edition, edition.NameOf(filter.Section), address, rows, before) with { Section = section, Feed = $"{address}/feed.xml" };
            if (before is null && page.Rows.Count > 0)
            {
                var ordered = FrontOrder.Of(page.Rows);
                page = page with { Lead = ordered[0], Rows = [.. ordered.Skip(1)] };
            }

            return await Rendering.ToPageAsync(StoryList.Create(page), cancel).ConfigureAwait(false);
        });
    }

    /// <summary>Answers <c>/topic/{slug}</c>.</summary>
    public static Task TopicAsync(HttpContext context, string slug, Answers answers, ReleasedStore released)
    {
        var address = "/topic/" + Uri.EscapeDataString(slug);
        var before = ListPage.BeforeIn(context.Request.Query);
        return answers.PageAsync(context, KeyOf(context, address, before), [SurrogateKeys.Topic(slug)], async (edition, cancel) =>
        {
            if (await released.FindTopicAsync(slug, cancel).ConfigureAwait(false) is not { } topic)
                return null;
            var rows = await released.LatestAsync(new ReleasedFilter { Topic = slug, Before = before }, ListPage.Length + 1, cancel).ConfigureAwait(false);
            var words = edition.Words;
            var page = ListPage.Of(edition, topic.Name, address, rows, before) with
            {
                ShowsSection = true,
                Feed = $"{address}/feed.xml",
                Intro = topic.Stories == 1 ? words.OneTopicStory : string.Format(CultureInfo.InvariantCulture, words.TopicLead, topic.Stories),
            };
            return await Rendering.ToPageAsync(StoryList.Create(page), cancel).ConfigureAwait(false);
        });
    }

    /// <summary>Answers <c>/latest</c>.</summary>
    public static Task LatestAsync(HttpContext context, Answers answers, ReleasedStore released)
    {
        var before = ListPage.BeforeIn(context.Request.Query);
        return answers.PageAsync(context, ListPage.Paged("/latest", before), Answers.LatestKeys, async (edition, cancel) =>
        {
            var rows = await released.LatestAsync(new ReleasedFilter { Before = before }, ListPage.Length + 1, cancel).ConfigureAwait(false);
            var page = ListPage.Of(edition, edition.Words.LatestNews, "/latest", rows, before) with { ShowsSection = true, ShowsDays = true };
            return await Rendering.ToPageAsync(StoryList.Create(page), cancel).ConfigureAwait(false);
        });
    }

    /// <summary>The first page is kept under its path as the server decodes it, where the pipeline's first step looks.</summary>
    private static string KeyOf(HttpContext context, string address, long? before) =>
        before is null ? context.Request.Path.Value ?? address : ListPage.Paged(address, before);

    private static bool IsSection(Edition edition, string slug) => edition.Sections.Any(section => section.Slug == slug);
}
