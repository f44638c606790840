using Microsoft.Playwright;
using Wireroom.Newsroom.Tests;
using Wireroom.Newsroom.Tests.Site;
using static Microsoft.Playwright.Assertions;

namespace Wireroom.Browser.Tests;

/// <summary>An open page and what happens in the newsroom meanwhile.</summary>
public sealed class SiteLiveTests(Chromium chromium)
{
    /// <summary>Sums what moved without the reader's doing, as Core Web Vitals counts it.</summary>
    private const string WatchShifts = """
        window.shifted = 0;
        new PerformanceObserver(list => {
          for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifted += entry.value;
        }).observe({ type: 'layout-shift', buffered: true });
        """;

    /// <summary>What a late font does to the lines of a page that is being loaded is no news; from here on nothing may move.</summary>
    private const string BeginToWatch = """
        () => document.fonts.ready.then(() => new Promise((done) =>
          requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => { window.shifted = 0; done(); }, 100)))))
        """;

    [Theory]
    [InlineData("/", 1280)]
    [InlineData("article", 1280)]
    [InlineData("article", 390)]
    public async Task A_release_comes_into_an_open_rail_and_nothing_moves(string address, int width)
    {
        await using var newsroom = await RunningNewsroom.StartAsync();
        var kinds = await PageKinds.FillAsync(newsroom);
        var page = await chromium.OpenAsync(newsroom.Address, width);
        await page.AddInitScriptAsync(WatchShifts);
        await page.GotoAsync(kinds.GetValueOrDefault(address, address), new PageGotoOptions { WaitUntil = WaitUntilState.Load });
        await page.EvaluateAsync(BeginToWatch);
        await newsroom.ReleaseAsync(Press.Copy("Lantern festival lights the quay, and its headline runs over several lines of the rail as long headlines do"));
        await Expect(page.Locator(".rail h3").First).ToContainTextAsync("Lantern festival");
        await Expect(page.Locator(".rail li")).ToHaveCountAsync(12);
        await Expect(page.Locator(".rail-new")).ToBeHiddenAsync();
        Assert.Equal(0, await page.EvaluateAsync<double>("window.shifted"));
    }

    [Fact]
    public async Task What_is_new_waits_for_a_reader_who_is_further_down()
    {
        await using var newsroom = await RunningNewsroom.StartAsync();
        var kinds = await PageKinds.FillAsync(newsroom);
        var page = await chromium.OpenAsync(newsroom.Address);
        await page.AddInitScriptAsync(WatchShifts);
        await page.GotoAsync(kinds["article"]);
        await page.EvaluateAsync(BeginToWatch);
        var before = await page.Locator(".rail h3").First.InnerTextAsync();
        await page.Mouse.WheelAsync(0, 700);
        await page.WaitForFunctionAsync("scrollY > 400");
        for (var number = 1; number <= 3; number++)
            await newsroom.ReleaseAsync(Press.Copy($"News {number} of the evening"));
        var button = page.Locator(".rail-new");
        await Expect(button).ToHaveTextAsync("3 new stories");
        await Expect(page.Locator("[data-rail-status]")).ToHaveTextAsync("3 new stories");
        Assert.Equal(before, await page.Locator(".rail h3").First.InnerTextAsync());
        Assert.Equal(0, await page.EvaluateAsync<double>("window.shifted"));
        // By an event: a click of the mouse would first scroll to the top, where the news is put in place without it.
        await button.DispatchEventAsync("click");
        await Expect(page.Locator(".rail h3").First).ToHaveTextAsync("News 3 of the evening");
        await Expect(button).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Times_are_said_as_they_pass_and_keep_their_full_form()
    {
        await using var newsroom = await RunningNewsroom.StartAsync();
        await newsroom.ReleaseAsync(Press.Copy("Ferry sails"), new Storage.ReleaseOrder { PublishedAt = TimeProvider.System.GetUtcNow().AddMinutes(-7).AddSeconds(-5) });
        var page = await chromium.OpenAsync(newsroom.Address);
        await page.Clock.InstallAsync();
        await page.GotoAsync("/");
        var time = page.Locator(".rail time").First;
        await Expect(time).ToHaveTextAsync("7 minutes ago");
        await Expect(time).ToHaveAttributeAsync("title", new System.Text.RegularExpressions.Regex("GMT"));
        await page.Clock.FastForwardAsync("54:00");
        await Expect(time).ToHaveTextAsync("1 hour ago");
    }

    [Fact]
    public async Task A_page_that_was_left_holds_no_connection_and_comes_back_live()
    {
        await using var newsroom = await RunningNewsroom.StartAsync();
        await newsroom.ReleaseAsync(Press.Copy("Ferry sails"));
        var page = await chromium.OpenAsync(newsroom.Address);
        await page.GotoAsync("/");
        await page.EvaluateAsync("dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))");
        await newsroom.ReleaseAsync(Press.Copy("While away"));
        await page.EvaluateAsync("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))");
        await Expect(page.Locator(".rail h3").First).ToHaveTextAsync("While away");
    }
}
