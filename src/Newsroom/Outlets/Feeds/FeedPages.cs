using Wireroom.Newsroom.Paper;
using Wireroom.Newsroom.Paper.Ready;
using Wireroom.Storage;
using Wireroom.Stories;
using Wireroom.Wire;

namespace Wireroom.Newsroom.Outlets.Feeds;

/// <summary>Feeds of everything, of a section, a topic, an author, a place, an agency and a search, each as RSS 2.0, Atom 1.0 and JSON Feed 1.1: the newest stories whole, written by Wire.</summary>
public sealed class FeedPages(PageCache cache, ReaderLimits limits, ReleasedStore released, PublicAddress address, TimeProvider clock, ILogger<FeedPages> log)
{
    private const int Length = 30;
    private const int LongestSearch = 200;
    private static readonly IReadOnlyList<string> Latest = [SurrogateKeys.Latest];

    /// <summary>Answers <c>/feed.xml</c>, <c>/feed.atom</c> and <c>/feed.json</c>.</summary>
    public Task EverythingAsync(HttpContext context, FeedForm form)
    {
        var self = form.Of("");
        return AnswerAsync(context, self, Latest, (masthead, cancel) => WriteAsync(form, masthead, masthead.Name, "/", self, ReleasedFilter.Everything, cancel));
    }

    /// <summary>Answers <c>/{section}/feed.…</c>; a section that neither stands in the paper nor holds a story has none.</summary>
    public Task SectionAsync(HttpContext context, string section, FeedForm form)
    {
        var page = StoryAddress.OfSection(section);
        var self = form.Of(page);
        return AnswerAsync(context, self, StoryAddress.KeysOfSection(section), async (masthead, cancel) =>
        {
            var known = (await released.SectionsAsync(cancel).ConfigureAwait(false)).FirstOrDefault(known => known.Slug == section);
            var filter = new ReleasedFilter { Section = known is null && section == StoryAddress.NoSection ? "" : section };
            if (known is null && (await released.LatestAsync(filter, 1, cancel).ConfigureAwait(false)).Count == 0)
                return null;
            return await WriteAsync(form, masthead, $"{masthead.Name}: {known?.Name ?? section}", page, self, filter, cancel).ConfigureAwait(false);
        });
    }

    /// <summary>Answers <c>/topic/{slug}/feed.…</c>.</summary>
    public Task TopicAsync(HttpContext context, string slug, FeedForm form)
    {
        var page = StoryAddress.OfTopic(slug);
        var self = form.Of(page);
        return AnswerAsync(context, self, [SurrogateKeys.Topic(slug)], async (masthead, cancel) =>
            await released.FindTopicAsync(slug, cancel).ConfigureAwait(false) is { } topic
                ? await WriteAsync(form, masthead, $"{masthead.Name}: {topic.Name}", page, self, new ReleasedFilter { Topic = slug }, cancel).ConfigureAwait(false)
                : null);
    }

    /// <summary>Answers <c>/author/{slug}/feed.…</c>, and those of places and agencies.</summary>
    public Task NamedAsync(HttpContext context, NameKind kind, string slug, FeedForm form)
    {
        var page = StoryAddress.OfName(kind, slug);
        var self = form.Of(page);
        return AnswerAsync(context, self, [SurrogateKeys.Named(kind, slug)], async (masthead, cancel) =>
            await released.FindNameAsync(kind, slug, cancel).ConfigureAwait(false) is { } name
                ? await WriteAsync(form, masthead, $"{masthead.Name}: {name.Name}", page, self, new ReleasedFilter { NameKind = kind, Name = slug }, cancel).ConfigureAwait(false)
                : null);
    }

    /// <summary>Answers <c>/search/feed.…?q=</c>; without words there is nothing to follow.</summary>
    public Task SearchAsync(HttpContext context, FeedForm form)
    {
        var words = string.Join(' ', context.Request.Query["q"].ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (words.Length > LongestSearch)
            words = words[..LongestSearch];
        var query = "?q=" + Uri.EscapeDataString(words);
        var self = form.Of("/search") + query;
        if (words.Length > 0 && cache.Find(self, clock.GetUtcNow()) is null && !limits.MaySearch(context))
        {
            context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            context.Response.Headers.RetryAfter = "60";
            return Task.CompletedTask;
        }

        return AnswerAsync(context, self, Latest, async (masthead, cancel) => words.Length == 0
            ? null
            : await WriteAsync(form, masthead, $"{masthead.Name}: {words}", "/search" + query, self, new ReleasedFilter { Words = words }, cancel).ConfigureAwait(false));
    }

    /// <summary>Answers <c>/{section}/{story}/feed.…</c>: the entries of a live story, each an item; any other story has no feed.</summary>
    public Task EntriesAsync(HttpContext context, string story, FeedForm form)
    {
        var found = StoryAddress.TryParse(story, out var id);
        var asked = context.Request.Path.Value ?? "";
        return AnswerAsync(context, asked, found ? [SurrogateKeys.Story(id)] : [], async (masthead, cancel) =>
        {
            if (!found || await released.FindAsync(id, cancel).ConfigureAwait(false) is not { Row.Live: not LiveState.None } told
                || await released.LiveAsync(id, null, Length, cancel).ConfigureAwait(false) is not { } live)
                return null;
            var page = StoryAddress.Of(told.Row.Section, told.Row.Slug, told.Row.Story);
            var self = form.Of(page);
            if (Uri.UnescapeDataString(self) != asked)
                return Rendered.Moved(self);
            var items = live.Entries.Where(entry => entry.Kind != EntryKind.Withdrawal).Select(entry => Translate.ToWire(entry, told, masthead)).ToList();
            var updated = live.Entries.Select(entry => entry.ChangedAt).Append(told.Row.UpdatedAt).Max();
            return Write(form, items, new WireFeed($"{masthead.Name}: {told.Copy.Headline}", masthead.Address + page, masthead.Address + self, told.Row.Lead, told.Row.Language, updated));
        });
    }

    private async Task<Rendered?> WriteAsync(FeedForm form, Masthead masthead, string title, string page, string self, ReleasedFilter filter, CancellationToken cancel)
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

        return Write(form, items, new WireFeed(title, root + page, root + self, masthead.Tagline, masthead.Language, updated));
    }

    private Rendered Write(FeedForm form, IReadOnlyList<WireItem> items, WireFeed feed)
    {
        using var bytes = new MemoryStream();
        foreach (var fault in form.Format.Write(items, feed, bytes))
        {
            if (fault.Kind != WireFaultKind.Lost)
                log.LogWarning("{Feed}: {Fault}", feed.Title, fault.Message);
        }

        return new Rendered(StatusCodes.Status200OK, form.MediaType, bytes.ToArray());
    }

    /// <summary>The feed, and where there is a hub its name (W3C WebSub section 4: by the field Link, which goes before what the document says).</summary>
    private async Task<Rendered?> MakeAsync(string feed, Func<Masthead, CancellationToken, Task<Rendered?>> make, CancellationToken cancel)
    {
        var masthead = address.On(await released.MastheadAsync(cancel).ConfigureAwait(false));
        var made = await make(masthead, cancel).ConfigureAwait(false);
        return made is null || masthead.Hub.Length == 0 ? made : made with { Link = $"<{masthead.Hub}>; rel=\"hub\", <{masthead.Address}{feed}>; rel=\"self\"" };
    }

    private async Task AnswerAsync(HttpContext context, string feed, IReadOnlyList<string> keys, Func<Masthead, CancellationToken, Task<Rendered?>> make)
    {
        try
        {
            var page = await cache.GetAsync(
                feed,
                keys,
                async cancel => await MakeAsync(feed, make, cancel).ConfigureAwait(false)
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
