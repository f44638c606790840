using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Wireroom.Newsroom.Paper.Ready;
using Wireroom.Storage;
using Wireroom.Stories;
using static Wireroom.Newsroom.Tests.Site.Press;

namespace Wireroom.Newsroom.Tests.Site;

/// <summary>Pages of authors, places and agencies, and the page about the sources.</summary>
public sealed class NameTests
{
    [Theory, EachDatabase]
    public async Task Byline_dateline_and_agency_lead_to_pages_that_list_and_feed_their_stories(TestDatabase database)
    {
        await using var newsroom = await RunningNewsroom.StartAsync(database);
        await newsroom.Store.SaveMastheadAsync(new Masthead("The Courier", "", "en", "UTC", "https://courier.example"), Cancel);
        var (_, ferry) = await newsroom.ReleaseAsync(Copy("Ferry sails") with { Byline = "Ana Perić in Split and Ivo Kos" });
        var (_, dam) = await newsroom.ReleaseAsync(Copy("Dam holds", "world") with { Byline = "Ana Perić", Dateline = "MOSTAR", Credit = "" });
        var page = await newsroom.GetAsync(ferry);
        Assert.Contains("<a rel=\"author\" href=\"/author/ana-peric\">Ana Perić</a> in Split and <a rel=\"author\" href=\"/author/ivo-kos\">Ivo Kos</a>", page, StringComparison.Ordinal);
        Assert.Contains("<span class=\"dateline\"><a href=\"/place/split\">SPLIT, 3 March</a></span>", page, StringComparison.Ordinal);
        Assert.Contains("<a href=\"/agency/maestral-news-agency\">Maestral News Agency</a>", page, StringComparison.Ordinal);
        using (var data = JsonDocument.Parse(Part(page, "{\"@context\"", "</script>")))
        {
            Assert.Equal(["https://courier.example/author/ana-peric", "https://courier.example/author/ivo-kos"], data.RootElement.GetProperty("author").EnumerateArray().Select(one => one.GetProperty("url").GetString()));
            Assert.Equal("Split", data.RootElement.GetProperty("contentLocation").GetProperty("name").GetString());
        }

        foreach (var (address, stories, title) in ((string, string[], string)[])[
            ("/author/ana-peric", [dam, ferry], "Ana Perić"), ("/author/ivo-kos", [ferry], "Ivo Kos"), ("/place/split", [ferry], "Split"), ("/agency/maestral-news-agency", [ferry], "Maestral News Agency")])
        {
            var list = await newsroom.GetAsync(address);
            Assert.Equal(stories, Links(Part(list, "<main", "<aside")));
            Assert.Contains($"<h1 class=\"page-title\">{title}</h1>", list, StringComparison.Ordinal);
            foreach (var ending in (string[])["xml", "atom", "json"])
                Assert.Contains(stories[0], await newsroom.GetAsync($"{address}/feed.{ending}"), StringComparison.Ordinal);
            Assert.Contains(stories[^1], await newsroom.GetAsync("/lite" + address), StringComparison.Ordinal);
        }

        using var nobody = await newsroom.AskAsync("/author/nobody");
        Assert.Equal(HttpStatusCode.NotFound, nobody.StatusCode);
        XNamespace map = "http://www.sitemaps.org/schemas/sitemap/0.9";
        var pages = XDocument.Parse(await newsroom.GetAsync("/sitemap-pages.xml")).Descendants(map + "loc").Select(loc => loc.Value).ToList();
        foreach (var known in (string[])["/", "/region", "/sources", "/topic/harbours", "/author/ana-peric", "/place/mostar", "/agency/maestral-news-agency"])
            Assert.Contains("https://courier.example" + known, pages);
    }

    [Fact]
    public async Task A_withdrawn_story_and_one_under_embargo_give_nobody_a_page()
    {
        await using var newsroom = await RunningNewsroom.StartAsync();
        var (story, _) = await newsroom.ReleaseAsync(Copy("Ferry sails") with { Byline = "Ivo Kos", Dateline = "SPLIT" });
        await newsroom.ReleaseAsync(Copy("Dam holds") with { Byline = "Marta Anić", Embargo = new Embargo(TimeProvider.System.GetUtcNow().AddHours(1)) });
        Assert.Contains("Ferry sails", await newsroom.GetAsync("/author/ivo-kos"), StringComparison.Ordinal);
        await newsroom.Store.WithdrawAsync(story, new Withdrawal("Forged."), "Ana", Cancel);
        foreach (var address in (string[])["/author/ivo-kos", "/place/split", "/author/marta-anic", "/author/ivo-kos/feed.xml", "/lite/author/marta-anic"])
        {
            using var gone = await newsroom.AskAsync(address);
            Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
        }

        Assert.DoesNotContain("Ivo Kos", await newsroom.GetAsync("/sources"), StringComparison.Ordinal);
        Assert.DoesNotContain("Marta", await newsroom.GetAsync("/sources"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_author_who_is_taken_out_of_the_byline_leaves_the_page_at_once()
    {
        await using var newsroom = await RunningNewsroom.StartAsync();
        var (story, _) = await newsroom.ReleaseAsync(Copy("Ferry sails") with { Byline = "Ivo Kos" });
        await newsroom.ReleaseAsync(Copy("Dam holds") with { Byline = "Ivo Kos" });
        Assert.Equal(2, Links(Part(await newsroom.GetAsync("/author/ivo-kos"), "<main", "<aside")).Count);
        await newsroom.UpdateAsync(story, copy => copy with { Byline = "Ana Perić" }, "Ivo Kos did not write it.");
        Assert.Single(Links(Part(await newsroom.GetAsync("/author/ivo-kos"), "<main", "<aside")));
        Assert.Single(Links(Part(await newsroom.GetAsync("/author/ana-peric"), "<main", "<aside")));
    }

    [Theory, EachDatabase]
    public async Task What_lists_all_names_is_made_anew_where_a_name_may_have_come_or_gone(TestDatabase database)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 3, 12, 0, 0, TimeSpan.Zero));
        await using var newsroom = await RunningNewsroom.StartAsync(database, clock);
        var cache = newsroom.Services.GetRequiredService<PageCache>();
        await newsroom.ReleaseAsync(Copy("Ferry sails"));
        await newsroom.ReleaseAsync(Copy("Closed") with { Byline = "Eva Closed", Embargo = new Embargo(clock.GetUtcNow().AddSeconds(30)) });
        await AskedAsync();
        await newsroom.ReleaseAsync(Copy("Dam holds"));
        Assert.True(IsReady());
        var (ivo, _) = await newsroom.ReleaseAsync(Copy("Bridge opens") with { Byline = "Ivo Kos" });
        Assert.False(IsReady());
        await AskedAsync("Ivo Kos", "ivo-kos");
        await newsroom.ReleaseAsync(Copy("Quay floods") with { Topics = ["Floods"] });
        Assert.False(IsReady());
        await AskedAsync("Ivo Kos", "floods");
        await newsroom.UpdateAsync(ivo, copy => copy with { Byline = "Marta Horvat" });
        Assert.DoesNotContain("Ivo Kos", await newsroom.GetAsync("/sources"), StringComparison.Ordinal);
        clock.Advance(TimeSpan.FromSeconds(30));
        await AskedAsync("Eva Closed", "eva-closed");
        await newsroom.Store.WithdrawAsync(ivo, new Withdrawal("Forged."), "Ana", Cancel);
        Assert.DoesNotContain("Marta", await newsroom.GetAsync("/sources"), StringComparison.Ordinal);
        Assert.DoesNotContain("marta", await newsroom.GetAsync("/sitemap-pages.xml"), StringComparison.Ordinal);

        bool IsReady() => cache.Find("/sources", clock.GetUtcNow()) is not null && cache.Find("/sitemap-pages.xml", clock.GetUtcNow()) is not null;

        async Task AskedAsync(string name = "Ana Perić", string slug = "ana-peric")
        {
            // What opens by the clock, and a ledger that is read, may come between a page and the look at it; soon nothing does any more.
            for (var more = 50; ; more--)
            {
                Assert.Contains(name, await newsroom.GetAsync("/sources"), StringComparison.Ordinal);
                Assert.Contains(slug, await newsroom.GetAsync("/sitemap-pages.xml"), StringComparison.Ordinal);
                if (IsReady())
                    return;
                Assert.True(more > 0, "The pages never stayed ready.");
                await Task.Delay(TimeSpan.FromMilliseconds(20), Cancel);
            }
        }
    }

    [Fact]
    public async Task The_page_about_the_sources_counts_agencies_and_authors()
    {
        await using var newsroom = await RunningNewsroom.StartAsync();
        await newsroom.ReleaseAsync(Copy("Ferry sails"));
        await newsroom.ReleaseAsync(Copy("Dam holds"));
        var page = await newsroom.GetAsync("/sources");
        Assert.Contains("<a href=\"/agency/maestral-news-agency\">Maestral News Agency</a> <span class=\"facts\">2 stories</span>", page, StringComparison.Ordinal);
        Assert.Contains("How we name sources", page, StringComparison.Ordinal);
        var masthead = await newsroom.Store.MastheadAsync(Cancel);
        await newsroom.Store.SaveMastheadAsync(masthead with { HidesSources = true, Language = "de" }, Cancel);
        page = await newsroom.GetAsync("/sources");
        Assert.DoesNotContain("Wie wir Quellen nennen", page, StringComparison.Ordinal);
        Assert.Contains("Wenn wir uns geirrt haben", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stories_from_before_there_were_names_are_named_when_the_store_is_opened()
    {
        await using var first = await RunningNewsroom.StartAsync();
        await first.ReleaseAsync(Copy("Ferry sails") with { Byline = "Ivo Kos" });
        await first.StopAsync();
        await using (var connection = new SqliteConnection($"Data Source={first.Options.SqliteFile}"))
            await connection.ExecuteAsync("delete from release_names; update releases set named = 0");
        await using var second = await RunningNewsroom.StartAsync(first.Options);
        Assert.Contains("Ferry sails", await second.GetAsync("/author/ivo-kos"), StringComparison.Ordinal);
    }
}
