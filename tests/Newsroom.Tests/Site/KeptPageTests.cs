using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Wireroom.Newsroom.Paper.Ready;
using Wireroom.Storage;
using Wireroom.Stories;
using static Wireroom.Newsroom.Tests.Site.Press;

namespace Wireroom.Newsroom.Tests.Site;

/// <summary>A release renews what shows it and leaves the other pages ready, with the new rail laid into them.</summary>
public sealed class KeptPageTests
{
    [Theory, EachDatabase]
    public async Task A_release_renews_what_shows_it_and_nothing_else(TestDatabase database)
    {
        await using var newsroom = await RunningNewsroom.StartAsync(database);
        var (_, other) = await newsroom.ReleaseAsync(Copy("Snow closes the pass", "weather") with { Topics = ["Snow"] });
        string[] unconcerned = [other, other + "/history", "/weather", "/topic/snow", "/weather/feed.xml", "/topic/snow/feed.xml", "/robots.txt"];
        string[] concerned = ["/", "/region", "/latest", "/topic/harbours", "/corrections", "/feed.xml", "/region/feed.xml", "/sitemap.xml"];
        await newsroom.ReleaseAsync(Copy("Ferry sails at noon"));
        var before = await ReadyAsync(newsroom, [.. unconcerned, .. concerned]);

        var (_, address) = await newsroom.ReleaseAsync(Copy("Lantern festival lights the quay"));

        Assert.All(unconcerned, page => Assert.Same(before[page], Find(newsroom, page)));
        Assert.All(concerned, page => Assert.Null(Find(newsroom, page)));
        // Kept, and yet with the rail of now, in every coding.
        Assert.Contains(address, Rail(await newsroom.GetAsync(other)), StringComparison.Ordinal);
        Assert.Same(before[other], Find(newsroom, other));
        using var gzip = await newsroom.AskAsync(other, ask => ask.Headers.TryAddWithoutValidation("Accept-Encoding", "gzip"));
        await using var unzipped = new System.IO.Compression.GZipStream(await gzip.Content.ReadAsStreamAsync(Cancel), System.IO.Compression.CompressionMode.Decompress);
        using var reader = new StreamReader(unzipped);
        Assert.Equal(await newsroom.GetAsync(other), await reader.ReadToEndAsync(Cancel));
    }

    [Theory, EachDatabase]
    public async Task An_update_renews_the_sections_and_topics_that_it_leaves_and_those_that_it_enters(TestDatabase database)
    {
        await using var newsroom = await RunningNewsroom.StartAsync(database);
        var (story, address) = await newsroom.ReleaseAsync(Copy("Ferry sails at noon"));
        await newsroom.ReleaseAsync(Copy("Regatta begins", "sport") with { Topics = ["Boats"] });
        var (_, other) = await newsroom.ReleaseAsync(Copy("Snow closes the pass", "weather") with { Topics = ["Snow"] });
        var before = await ReadyAsync(newsroom, [address, "/region", "/sport", "/weather", "/topic/harbours", "/topic/boats", "/topic/snow", other]);

        await newsroom.UpdateAsync(story, copy => copy with { Section = "sport", Topics = ["Boats"] });

        Assert.All((string[])[address, "/region", "/sport", "/topic/harbours", "/topic/boats"], page => Assert.Null(Find(newsroom, page)));
        Assert.All((string[])["/weather", "/topic/snow", other], page => Assert.Same(before[page], Find(newsroom, page)));
        Assert.Contains("Ferry sails at noon", await newsroom.GetAsync("/sport"), StringComparison.Ordinal);
        Assert.DoesNotContain("Ferry sails at noon", Part(await newsroom.GetAsync("/region"), "<main", "<aside"), StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task After_a_kill_or_a_change_of_settings_no_page_is_kept(TestDatabase database)
    {
        await using var newsroom = await RunningNewsroom.StartAsync(database);
        var (story, address) = await newsroom.ReleaseAsync(Copy("Harbour master resigns"));
        var (_, other) = await newsroom.ReleaseAsync(Copy("Snow closes the pass", "weather") with { Topics = [] });
        string[] pages = ["/", "/weather", other, "/weather/feed.xml", "/robots.txt"];
        await ReadyAsync(newsroom, [address, .. pages]);

        await newsroom.Store.WithdrawAsync(story, new Withdrawal("The letter was forged."), "Ana", Cancel);
        Assert.All([address, .. pages], page => Assert.Null(Find(newsroom, page)));
        Assert.DoesNotContain("Harbour master resigns", await newsroom.GetAsync(other), StringComparison.Ordinal);

        await ReadyAsync(newsroom, pages);
        await newsroom.Store.SaveSectionsAsync([new Section("weather", "Sky", 1)], Cancel);
        Assert.All(pages, page => Assert.Null(Find(newsroom, page)));
        Assert.Contains("Sky", await newsroom.GetAsync(other), StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task What_the_clock_opens_stands_in_the_rail_of_a_page_that_was_ready(TestDatabase database)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 3, 12, 0, 0, TimeSpan.Zero));
        await using var newsroom = await RunningNewsroom.StartAsync(database, clock);
        var (_, other) = await newsroom.ReleaseAsync(Copy("Snow closes the pass", "weather") with { Topics = [] });
        await ReadyAsync(newsroom, [other]);
        var (_, address) = await newsroom.ReleaseAsync(Copy("Budget is read") with { Embargo = new Embargo(clock.GetUtcNow().AddMilliseconds(500)) });

        // The page was made before anybody knew of the embargo; its rail knows, and nobody before us may keep it.
        Assert.NotNull(Find(newsroom, other));
        using (var early = await newsroom.AskAsync(other))
        {
            Assert.Equal("no-cache", early.Headers.CacheControl!.ToString());
            Assert.DoesNotContain("Budget is read", await early.BodyAsync(), StringComparison.Ordinal);
        }

        clock.Advance(TimeSpan.FromMilliseconds(500));
        Assert.Contains(address, Rail(await newsroom.GetAsync(other)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_names_what_it_shows_for_the_caches_before_us()
    {
        await using var newsroom = await RunningNewsroom.StartAsync();
        var (story, address) = await newsroom.ReleaseAsync(Copy("Ferry sails at noon"));
        Assert.Equal($"story/{story} latest", await KeysAsync(address));
        Assert.Equal("latest front", await KeysAsync("/"));
        Assert.Equal("section/region front/region latest", await KeysAsync("/region"));
        Assert.Equal("section/region", await KeysAsync("/region/feed.xml"));
        Assert.Equal("topic/harbours latest", await KeysAsync("/topic/harbours"));

        async Task<string> KeysAsync(string page)
        {
            using var answer = await newsroom.AskAsync(page);
            return Assert.Single(answer.Headers.GetValues("Surrogate-Key"));
        }
    }

    [Fact]
    public async Task A_rail_that_stays_as_it_was_leaves_the_tag_of_a_page_as_it_was()
    {
        await using var newsroom = await RunningNewsroom.StartAsync();
        var (_, address) = await newsroom.ReleaseAsync(Copy("Ferry sails at noon"));
        for (var more = 0; more < 12; more++)
            await newsroom.ReleaseAsync(Copy($"Boat {more} sails"));
        using var before = await newsroom.AskAsync(address);
        await newsroom.ReleaseAsync(Copy("An old tale"), new ReleaseOrder { PublishedAt = DateTimeOffset.UnixEpoch.AddYears(40) });
        using var same = await newsroom.AskAsync(address);
        await newsroom.ReleaseAsync(Copy("News of now"));
        using var after = await newsroom.AskAsync(address);
        Assert.Equal(before.Headers.ETag, same.Headers.ETag);
        Assert.NotEqual(before.Headers.ETag, after.Headers.ETag);
    }

    private static ReadyPage? Find(RunningNewsroom newsroom, string address) =>
        newsroom.Services.GetRequiredService<PageCache>().Find(address, newsroom.Services.GetRequiredService<TimeProvider>().GetUtcNow());

    private static async Task<Dictionary<string, ReadyPage>> ReadyAsync(RunningNewsroom newsroom, IReadOnlyList<string> pages)
    {
        // A ledger that is read renews the pages of its story.
        await newsroom.LedgersAreReadAsync();
        var ready = new Dictionary<string, ReadyPage>(StringComparer.Ordinal);
        foreach (var page in pages)
        {
            await newsroom.GetAsync(page);
            ready[page] = Assert.IsType<ReadyPage>(Find(newsroom, page));
        }

        return ready;
    }
}
