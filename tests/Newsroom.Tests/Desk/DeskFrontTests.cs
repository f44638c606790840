using System.Net;
using Microsoft.Extensions.Time.Testing;
using Wireroom.Newsroom.Tests.Site;
using Wireroom.Storage;
using Wireroom.Stories;
using static Wireroom.Newsroom.Tests.Site.Press;

namespace Wireroom.Newsroom.Tests.Desk;

/// <summary>What editors choose for a front, from the form at the desk to the reader's page.</summary>
public sealed class DeskFrontTests
{
    [Theory, EachDatabase]
    public async Task A_chosen_story_leads_and_a_pinned_one_keeps_its_place(TestDatabase database)
    {
        await using var newsroom = await RunningNewsroom.StartAsync(database);
        using var ana = await DeskVisitor.SignedInAsync(newsroom);
        var stories = new List<(StoryId Story, string Address)>();
        for (var number = 0; number < 6; number++)
            stories.Add(await newsroom.ReleaseAsync(Copy($"Story number {number}") with { Urgency = number == 5 ? 1 : 5 }));
        Assert.Equal(stories[5].Address, Front(await newsroom.GetAsync("/"))[0]);

        // 2 leads, 0 is pinned to the third place; what nobody chose follows newest first.
        using (var saved = await ana.PostAsync("/desk/fronts", "/desk/fronts", [.. Fields("", 0, (stories[0], "3", true), (stories[2], "1", false))]))
            Assert.Equal("/desk/fronts?front=&said=1", saved.Headers.Location!.ToString());
        int[] expected = [2, 5, 0, 4, 3, 1];
        foreach (var page in (string[])["/", "/lite"])
            Assert.Equal(expected.Select(number => stories[number].Address), Front(await newsroom.GetAsync(page)).Take(6));
        await newsroom.ReleaseAsync(Copy("Brand new"));
        Assert.Equal(stories[0].Address, Front(await newsroom.GetAsync("/"))[2]);

        // The list stands in the form, and the choice before in the log.
        var desk = await ana.PageAsync("/desk/fronts");
        Assert.Contains("Story number 2", Part(desk, "id=\"chosen\"", "</ol>"), StringComparison.Ordinal);
        Assert.Contains("Ana Marić: 2 stories", desk, StringComparison.Ordinal);

        // A killed story falls out at once, and its place closes.
        await newsroom.Store.WithdrawAsync(stories[2].Story, new Withdrawal("Forged."), "Ana", Cancel);
        Assert.DoesNotContain(stories[2].Address, await newsroom.GetAsync("/"), StringComparison.Ordinal);
        Assert.Equal(stories[0].Address, Front(await newsroom.GetAsync("/"))[2]);
        Assert.Contains("not out", Part(await ana.PageAsync("/desk/fronts"), "id=\"chosen\"", "</ol>"), StringComparison.Ordinal);

        // Automatic again.
        using (var cleared = await ana.PostAsync("/desk/fronts", "/desk/fronts", ("front", ""), ("base", "1"), ("clear", "1")))
            Assert.Equal(HttpStatusCode.Redirect, cleared.StatusCode);
        Assert.Equal(stories[5].Address, Front(await newsroom.GetAsync("/"))[0]);
    }

    [Fact]
    public async Task A_section_front_has_its_own_list_and_shows_a_correction_of_a_story_from_elsewhere()
    {
        await using var newsroom = await RunningNewsroom.StartAsync();
        var (world, _) = await newsroom.ReleaseAsync(Copy("From the world", "world"));
        var (_, local) = await newsroom.ReleaseAsync(Copy("From the region"));
        Assert.Equal([local], Front(await newsroom.GetAsync("/region")));
        await newsroom.Store.ChooseFrontAsync("region", 0, [new FrontPlace(world)], "Ana", Cancel);
        Assert.Equal(2, Front(await newsroom.GetAsync("/region")).Count);
        Assert.Contains("From the world", await newsroom.GetAsync("/region"), StringComparison.Ordinal);
        await newsroom.UpdateAsync(world, copy => copy with { Headline = "Put right in the world" }, "It was wrong.");
        Assert.Contains("Put right in the world", await newsroom.GetAsync("/region"), StringComparison.Ordinal);
        Assert.Equal(local, Front(await newsroom.GetAsync("/"))[0]);
    }

    [Fact]
    public async Task A_story_under_embargo_on_the_list_shows_with_the_moment_and_not_before()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 3, 12, 0, 0, TimeSpan.Zero));
        await using var newsroom = await RunningNewsroom.StartAsync(clock: clock);
        await newsroom.ReleaseAsync(Copy("Morning paper"));
        var (budget, address) = await newsroom.ReleaseAsync(Copy("Budget is read") with { Embargo = new Embargo(clock.GetUtcNow().AddMinutes(10)) });
        await newsroom.Store.ChooseFrontAsync("", 0, [new FrontPlace(budget, 1)], "Ana", Cancel);
        clock.Advance(TimeSpan.FromMinutes(9));
        Assert.DoesNotContain("Budget", await newsroom.GetAsync("/"), StringComparison.Ordinal);
        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(address, Front(await newsroom.GetAsync("/"))[0]);
    }

    [Fact]
    public async Task The_preview_shows_what_is_not_yet_put_out_and_changes_nothing()
    {
        await using var newsroom = await RunningNewsroom.StartAsync();
        using var ana = await DeskVisitor.SignedInAsync(newsroom);
        var old = await newsroom.ReleaseAsync(Copy("Old harbour story"));
        var (_, young) = await newsroom.ReleaseAsync(Copy("Young harbour story"));
        using var preview = await ana.PostAsync("/desk/fronts/preview", "/desk/fronts", [.. Fields("", 0, (old, "1", false))]);
        Assert.Equal(HttpStatusCode.OK, preview.StatusCode);
        Assert.Contains("frame-ancestors 'self'", string.Join(' ', preview.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        var page = await preview.BodyAsync();
        Assert.Equal(old.Address, Front(page)[0]);
        Assert.Contains("data-rail-list", page, StringComparison.Ordinal);
        Assert.Equal(young, Front(await newsroom.GetAsync("/"))[0]);
        Assert.Empty(await newsroom.Store.FrontChoicesAsync("", 5, Cancel));
    }

    [Fact]
    public async Task Two_editors_do_not_overwrite_each_other_and_bad_input_is_refused_in_words()
    {
        await using var newsroom = await RunningNewsroom.StartAsync();
        using var ana = await DeskVisitor.SignedInAsync(newsroom);
        var story = await newsroom.ReleaseAsync(Copy("Old harbour story"));
        await newsroom.Store.ChooseFrontAsync("", 0, [new FrontPlace(story.Story)], "Ivo", Cancel);
        var (late, said) = await ana.SayAsync("/desk/fronts", "/desk/fronts", [.. Fields("", 0, (story, "2", true))]);
        Assert.Equal(HttpStatusCode.Conflict, late);
        Assert.Contains("Ivo has changed this front", said, StringComparison.Ordinal);
        (late, said) = await ana.SayAsync("/desk/fronts", "/desk/fronts", [.. Fields("", 1, (story, "first", false))]);
        Assert.Equal(HttpStatusCode.Conflict, late);
        Assert.Contains("“first” is no place", said, StringComparison.Ordinal);
        (late, _) = await ana.GetAsync("/desk/fronts?front=nowhere");
        Assert.Equal(HttpStatusCode.NotFound, late);
        await Assert.ThrowsAsync<MoveRefusedException>(() => newsroom.Store.ChooseFrontAsync("", 1, [new FrontPlace(story.Story), new FrontPlace(story.Story, 2)], "Ana", Cancel));
    }

    private static IReadOnlyList<string> Front(string page)
    {
        var main = Part(page, "<main", page.Contains("<aside", StringComparison.Ordinal) ? "<aside" : "</main>");
        return main.Contains("class=\"to\"", StringComparison.Ordinal)
            ? [.. Links(main).Distinct()]
            : [.. System.Text.RegularExpressions.Regex.Matches(main, "<h2><a href=\"/lite([^\"]+)\"").Select(match => match.Groups[1].Value)];
    }

    private static IEnumerable<(string Name, string Value)> Fields(string front, int basis, params ((StoryId Story, string Address) Story, string Place, bool Pin)[] rows)
    {
        yield return ("front", front);
        yield return ("base", basis.ToString(System.Globalization.CultureInfo.InvariantCulture));
        foreach (var (story, place, pin) in rows)
        {
            yield return ("story", story.Story.ToString());
            yield return ("place", place);
            if (pin)
                yield return ("pin", story.Story.ToString());
        }
    }
}
