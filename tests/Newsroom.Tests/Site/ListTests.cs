using System.Text.RegularExpressions;
using Wireroom.Storage;
using static Wireroom.Newsroom.Tests.Site.Press;

namespace Wireroom.Newsroom.Tests.Site;

/// <summary>Fronts, sections, search, the latest: which stories stand where.</summary>
public sealed partial class ListTests
{
    [Fact]
    public async Task The_most_urgent_of_the_newest_leads_and_sections_show_what_does_not_stand_above()
    {
        await using var newsroom = await RunningNewsroom.StartAsync();
        await newsroom.Store.SaveSectionsAsync([new Section("world", "World", 1), new Section("sport", "Sport", 2)], Cancel);
        var now = TimeProvider.System.GetUtcNow();
        var yesterday = await newsroom.ReleaseAsync(Copy("Yesterday's flash", "world") with { Urgency = 1 }, new ReleaseOrder { PublishedAt = now.AddDays(-2) });
        var flash = await newsroom.ReleaseAsync(Copy("Dam gives way", "world") with { Urgency = 1 }, new ReleaseOrder { PublishedAt = now.AddHours(-3) });
        for (var number = 1; number <= 9; number++)
            await newsroom.ReleaseAsync(Copy($"Match {number}", "sport"), new ReleaseOrder { PublishedAt = now.AddMinutes(-number) });
        var front = Part(await newsroom.GetAsync("/"), "<main", "<aside");
        var links = Links(front);
        Assert.Equal(flash.Address, links[0]);
        Assert.Contains("Flash", front, StringComparison.Ordinal);
        Assert.Equal(links.Distinct(), links);
        Assert.Contains(yesterday.Address, Links(Part(front, "id=\"in-world\"", "</section>")));
        Assert.Contains("Match 7", Part(front, "id=\"in-sport\"", "</section>"), StringComparison.Ordinal);
        Assert.DoesNotContain("Match 6", Part(front, "id=\"in-sport\"", "</section>"), StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task A_long_list_is_turned_page_by_page_and_holds_every_story_once(TestDatabase database)
    {
        await using var newsroom = await RunningNewsroom.StartAsync(database);
        var released = new List<string>();
        for (var number = 1; number <= 60; number++)
            released.Add((await newsroom.ReleaseAsync(Copy($"Story {number}"))).Address);
        foreach (var list in (string[])["/latest", "/region", "/topic/harbours", "/search?q=story"])
        {
            var seen = new List<string>();
            string? next = list;
            while (next is not null)
            {
                var page = await newsroom.GetAsync(next);
                seen.AddRange(Links(Part(page, "<main", "<aside")));
                next = Older().Match(page) is { Success: true } older ? System.Net.WebUtility.HtmlDecode(older.Groups[1].Value) : null;
            }

            Assert.Equal(60, seen.Count);
            Assert.Equal(released.Order(), seen.Order());
        }
    }

    [Fact]
    public async Task Search_marks_what_was_found_and_says_plainly_when_nothing_was()
    {
        await using var newsroom = await RunningNewsroom.StartAsync();
        await newsroom.ReleaseAsync(Copy("Šibenik bars long ships", "region"));
        await newsroom.ReleaseAsync(Copy("Ships race at Split", "sport"));
        var found = await newsroom.GetAsync("/search?q=sibenik+ship*");
        Assert.Contains("<mark>Šibenik</mark> bars long <mark>ships</mark>", found, StringComparison.Ordinal);
        Assert.Single(Links(Part(found, "<main", "<aside")));
        Assert.Contains("value=\"sibenik ship*\"", found, StringComparison.Ordinal);
        Assert.Contains("name=\"robots\" content=\"noindex\"", found, StringComparison.Ordinal);

        var nothing = await newsroom.GetAsync("/search?q=%22%3Cb%3Ezeppelin");
        Assert.Contains("No story that is out matches.", nothing, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>zeppelin", nothing, StringComparison.Ordinal);
        Assert.DoesNotContain("No story that is out matches.", await newsroom.GetAsync("/search"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_filters_by_section_and_whole_days_and_says_what_is_no_day()
    {
        await using var newsroom = await RunningNewsroom.StartAsync();
        await newsroom.Store.SaveMastheadAsync(new Masthead("The Courier", "", "en", "Europe/Zagreb", ""), Cancel);
        // 23:30 in Zagreb on 4 March, and half an hour into the 5th.
        var late = await newsroom.ReleaseAsync(Copy("Late", "world"), new ReleaseOrder { PublishedAt = new DateTimeOffset(2026, 3, 4, 22, 30, 0, TimeSpan.Zero) });
        var early = await newsroom.ReleaseAsync(Copy("Early", "sport"), new ReleaseOrder { PublishedAt = new DateTimeOffset(2026, 3, 4, 23, 30, 0, TimeSpan.Zero) });
        Assert.Equal([late.Address], Links(Part(await newsroom.GetAsync("/search?from=2026-03-04&until=2026-03-04"), "<main", "<aside")));
        Assert.Equal([early.Address], Links(Part(await newsroom.GetAsync("/search?from=2026-03-05"), "<main", "<aside")));
        Assert.Equal([early.Address, late.Address], Links(Part(await newsroom.GetAsync("/search?until=2026-03-05"), "<main", "<aside")));
        Assert.Equal([late.Address], Links(Part(await newsroom.GetAsync("/search?section=world"), "<main", "<aside")));
        foreach (var bad in (string[])["5.3.2026", "2026-02-30", "0000-00-00", "9999-12-31"])
            Assert.Contains($"“{bad}” is not a day", await newsroom.GetAsync("/search?q=late&from=" + bad), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_newsroom_has_whole_pages_that_say_so()
    {
        await using var newsroom = await RunningNewsroom.StartAsync();
        foreach (var page in (string[])["/", "/latest"])
            Assert.Contains("Nothing has been released yet.", await newsroom.GetAsync(page), StringComparison.Ordinal);
        Assert.Contains("No correction has been made yet.", await newsroom.GetAsync("/corrections"), StringComparison.Ordinal);
    }

    [GeneratedRegex("<a href=\"([^\"]+)\" rel=\"next\"")]
    private static partial Regex Older();
}
