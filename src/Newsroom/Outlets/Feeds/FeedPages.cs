using Wireroom.Newsroom.Paper;
using Wireroom.Newsroom.Paper.Ready;
using Wireroom.Storage;
using Wireroom.Wire;

namespace Wireroom.Newsroom.Outlets.Feeds;

/// <summary>RSS 2.0 of everything, of a section, of a topic and of a search: the newest stories whole, written by Wire.</summary>
public sealed class FeedPages(PageCache cache, ReleasedStore released, PublicAddress address, TimeProvider clock, ILogger<FeedPages> log)
{
    private const int Length = 30;
    private const int LongestSearch = 200;
    private static readonly IReadOnlyList<string> Latest = [SurrogateKeys.Latest];
    private static readonly WireFormat Rss = WireFormats.Named("rss")!;

    /// <summary>Answers <c>/feed.xml</c>.</summary>
    public Task EverythingAsync(HttpContext context) => AnswerAsync(context, "/feed.xml", Latest, (masthead, cancel) =>
        WriteAsync(masthead, masthead.Name, "/", "/feed.xml", ReleasedFilter.Everything, cancel));

    /// <summary>Answers <c>/{section}/feed.xml</c>; a section that neither stands in the paper nor holds a story has none.</summary>
    public Task SectionAsync(HttpContext context, string section)
    {
        var page = StoryAddress.OfSection(section);
        return AnswerAsync(context, $"{page}/feed.xml", StoryAddress.KeysOfSection(section), async (masthead, cancel) =>
        {
            var known = (await released.SectionsAsync(cancel).ConfigureAwait(false)).FirstOrDefault(known => known.Slug == section);
            var filter = new ReleasedFilter { Section = known is null && section == StoryAddress.NoSection ? "" : section };
            if (known is null && (await released.LatestAsync(filter, 1, cancel).ConfigureAwait(false)).Count == 0)
                return null;
            return await WriteAsync(masthead, $"{masthead.Name}: {known?.Name ?? section}", page, $"{page}/feed.xml", filter, cancel).ConfigureAwait(false);
        });
    }

    /// <summary>Answers <c>/topic/{slug}/feed.xml</c>.</summary>
    public Task TopicAsync(HttpContext context, string slug)
    {
        var page = "/topic/" + Uri.EscapeDataString(slug);
        return AnswerAsync(context, $"{page}/feed.xml", [SurrogateKeys.Topic(slug)], async (masthead, cancel) =>
            await released.FindTopicAsync(slug, cancel).ConfigureAwait(false) is { } topic
                ? await WriteAsync(masthead, $"{masthead.Name}: {topic.Name}", page, $"{page}/feed.xml", new ReleasedFilter { Topic = slug }, cancel).ConfigureAwait(false)
                : null);
    }

    /// <summary>Answers <c>/search/feed.xml?q=</c>; without words there is nothing to follow.</summary>
    public Task SearchAsync(HttpContext context)
    {
        var words = string.Join(' ', context.Request.Query["q"].ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (words.Length > LongestSearch)
            words = words[..LongestSearch];
        var query = "?q=" + Uri.EscapeDataString(words);
        return AnswerAsync(context, "/search/feed.xml" + query, Latest, async (masthead, cancel) => words.Length == 0
            ? null
            : await WriteAsync(masthead, $"{masthead.Name}: {words}", "/search" + query, "/search/feed.xml" + query, new ReleasedFilter { Words = words }, cancel).ConfigureAwait(false));
    }

    private async Task<Rendered?> WriteAsync(Masthead masthead, string title, string page, string self, ReleasedFilter filter, CancellationToken cancel)
    {
        var root = masthead.Address;
        var items = new List<WireItem>(Length);
        DateTimeOffset? updated = null;
        foreach (var row in await released.LatestAsync(filter, Length, cancel).ConfigureAwait(false))
        {
            // A story that was withdrawn in between is not there any more.
            if (await released.FindAsync(row.Story, cancel).ConfigureAwait(false) is not { } story)
                continue;
            items.Add(Translate.ToWire(story, masthead));
            if (updated is null || story.Row.UpdatedAt > updated)
                updated = story.Row.UpdatedAt;
        }

        var feed = new WireFeed(title, root + page, root + self, masthead.Tagline, masthead.Language, updated);
        using var bytes = new MemoryStream();
        foreach (var fault in Rss.Write(items, feed, bytes))
        {
            if (fault.Kind != WireFaultKind.Lost)
                log.LogWarning("{Feed}: {Fault}", self, fault.Message);
        }

        return new Rendered(StatusCodes.Status200OK, "application/rss+xml; charset=utf-8", bytes.ToArray());
    }

    private async Task AnswerAsync(HttpContext context, string feed, IReadOnlyList<string> keys, Func<Masthead, CancellationToken, Task<Rendered?>> make)
    {
        try
        {
            var page = await cache.GetAsync(
                feed,
                keys,
                async cancel => await make(address.On(await released.MastheadAsync(cancel).ConfigureAwait(false)), cancel).ConfigureAwait(false)
                    ?? new Rendered(StatusCodes.Status404NotFound, "text/plain; charset=utf-8", "There is no such feed.\n"u8.ToArray()),
                context.RequestAborted).ConfigureAwait(false);
            await page.AnswerAsync(context, clock.GetUtcNow(), laid: null).ConfigureAwait(false);
        }
        catch (StoreException fault)
        {
            log.LogError("{Feed} could not be made: {Reason}", feed, fault.Message);
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        }
    }
}
