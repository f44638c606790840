using System.Net;
using Microsoft.Extensions.Time.Testing;
using Wireroom.Stories;
using static Wireroom.Newsroom.Tests.Site.Press;

namespace Wireroom.Newsroom.Tests.Site;

/// <summary>What goes out shows everywhere at once, and nothing shows before its time or after its end.</summary>
public sealed class ReleaseOnSiteTests
{
    [Theory, EachDatabase]
    public async Task A_release_shows_on_every_page_that_was_ready_before_it(TestDatabase database)
    {
        await using var newsroom = await RunningNewsroom.StartAsync(database);
        await newsroom.ReleaseAsync(Copy("Ferry sails at noon"));
        string[] pages = ["/", "/region", "/latest", "/search?q=lantern", "/topic/harbours", "/live/rail", "/feed.xml", "/region/feed.xml", "/topic/harbours/feed.xml", "/search/feed.xml?q=lantern", "/sitemap-1.xml", "/sitemap-news.xml"];
        foreach (var page in pages)
            Assert.DoesNotContain("lantern-festival", await newsroom.GetAsync(page), StringComparison.Ordinal);

        var (_, address) = await newsroom.ReleaseAsync(Copy("Lantern festival lights the quay"));
        foreach (var page in pages)
            Assert.Contains(address, await newsroom.GetAsync(page), StringComparison.Ordinal);
        Assert.Contains("Lantern festival lights the quay, paragraph 3.", await newsroom.GetAsync(address), StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task An_embargo_opens_by_the_clock_alone_though_the_page_stood_ready(TestDatabase database)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 3, 12, 0, 0, TimeSpan.Zero));
        await using var newsroom = await RunningNewsroom.StartAsync(database, clock);
        await newsroom.ReleaseAsync(Copy("Morning paper"));
        var opens = clock.GetUtcNow().AddSeconds(30);
        var (_, address) = await newsroom.ReleaseAsync(Copy("Budget is read") with { Embargo = new Embargo(opens) });

        clock.Advance(TimeSpan.FromSeconds(29.9));
        Assert.DoesNotContain("Budget is read", await newsroom.GetAsync("/"), StringComparison.Ordinal);
        using (var early = await newsroom.AskAsync(address))
        {
            Assert.Equal(HttpStatusCode.NotFound, early.StatusCode);
            Assert.DoesNotContain("Budget is read", await early.BodyAsync(), StringComparison.Ordinal);
        }

        using (var front = await newsroom.AskAsync("/"))
            Assert.Equal("no-cache", front.Headers.CacheControl!.ToString());

        clock.Advance(TimeSpan.FromSeconds(0.1));
        Assert.Contains("Budget is read", await newsroom.GetAsync("/"), StringComparison.Ordinal);
        Assert.Contains("Budget is read, paragraph 1.", await newsroom.GetAsync(address), StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task A_withdrawn_story_leaves_its_notice_and_none_of_its_copy(TestDatabase database)
    {
        await using var newsroom = await RunningNewsroom.StartAsync(database);
        var (story, address) = await newsroom.ReleaseAsync(Copy("Harbour master resigns"));
        foreach (var page in (string[])["/", address, "/feed.xml", "/latest", "/search?q=resigns"])
            Assert.Contains("Harbour master resigns", await newsroom.GetAsync(page), StringComparison.Ordinal);

        await newsroom.Store.WithdrawAsync(story, new Withdrawal("The agency withdrew it: the letter was forged."), "Ana", Cancel);
        using var gone = await newsroom.AskAsync(address);
        var notice = await gone.BodyAsync();
        Assert.Equal(HttpStatusCode.Gone, gone.StatusCode);
        Assert.Contains("The agency withdrew it: the letter was forged.", notice, StringComparison.Ordinal);
        Assert.DoesNotContain("Harbour master resigns", notice, StringComparison.Ordinal);
        Assert.DoesNotContain("paragraph 1", notice, StringComparison.Ordinal);
        Assert.Equal("no-cache", gone.Headers.CacheControl!.ToString());
        foreach (var page in (string[])["/", "/feed.xml", "/latest", "/sitemap-pages.xml", "/search?q=forged"])
            Assert.DoesNotContain(address, await newsroom.GetAsync(page), StringComparison.Ordinal);
        using var history = await newsroom.AskAsync(address + "/history");
        Assert.Equal(HttpStatusCode.Gone, history.StatusCode);
    }

    [Fact]
    public async Task A_correction_is_told_on_top_and_on_its_page_and_every_version_stays()
    {
        await using var newsroom = await RunningNewsroom.StartAsync();
        var (story, old) = await newsroom.ReleaseAsync(Copy("Two villages emptied"));
        await newsroom.UpdateAsync(story, copy => copy with { Headline = "Three villages emptied", Standfirst = "The third lies upstream." }, "It was three villages, not two.");

        using var moved = await newsroom.AskAsync(old);
        Assert.Equal(HttpStatusCode.MovedPermanently, moved.StatusCode);
        var address = moved.Headers.Location!.ToString();
        var page = await newsroom.GetAsync(address);
        var notice = Part(page, "<div class=\"notice correction\"", "</div>");
        Assert.Contains("It was three villages, not two.", notice, StringComparison.Ordinal);
        Assert.Contains("<time datetime=", notice, StringComparison.Ordinal);
        Assert.True(page.IndexOf("notice correction", StringComparison.Ordinal) < page.IndexOf("<div class=\"body\"", StringComparison.Ordinal));
        Assert.Contains("First published", page, StringComparison.Ordinal);

        var history = await newsroom.GetAsync(address + "/history");
        Assert.Contains("<del>Two</del><ins>Three</ins> villages emptied", history, StringComparison.Ordinal);
        Assert.Contains("3 paragraphs unchanged", history, StringComparison.Ordinal);
        Assert.Contains("First version", history, StringComparison.Ordinal);
        Assert.Contains("It was three villages, not two.", await newsroom.GetAsync("/corrections"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_events_tell_an_open_page_of_a_release()
    {
        await using var newsroom = await RunningNewsroom.StartAsync();
        await newsroom.ReleaseAsync(Copy("The first"));
        using var visitor = newsroom.NewVisitor();
        await using var stream = await visitor.GetStreamAsync(new Uri("/live/events", UriKind.Relative), Cancel);
        using var lines = new StreamReader(stream);
        var before = await VersionAsync(lines);
        await newsroom.ReleaseAsync(Copy("The second"));
        var after = await VersionAsync(lines);
        while (after == before)
            after = await VersionAsync(lines); // the first may have been said while it was still new
        Assert.Contains($"data-version=\"{after}\"", await newsroom.GetAsync("/live/rail"), StringComparison.Ordinal);

        static async Task<string> VersionAsync(StreamReader lines)
        {
            while (true)
            {
                var line = await lines.ReadLineAsync(Cancel) ?? throw new EndOfStreamException("The events ended.");
                if (line.StartsWith("data: ", StringComparison.Ordinal))
                    return line["data: ".Length..];
            }
        }
    }
}
