using Microsoft.Playwright;
using Wireroom.Newsroom.Tests;
using Wireroom.Newsroom.Tests.Site;
using static Microsoft.Playwright.Assertions;

namespace Wireroom.Browser.Tests;

/// <summary>An open page and what happens in the newsroom meanwhile.</summary>
public sealed class SiteLiveTests
{
    /// <summary>Sums what moved without the reader's doing, as Core Web Vitals counts it.</summary>
    private const string WatchShifts = """
        window.shifted = 0;
        new PerformanceObserver(list => {
          for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifted += entry.value;
        }).observe({ type: 'layout-shift', buffered: true });
        """;

    /// <summary>Until the fonts that come have come, and whatever they do to the lines has been drawn.</summary>
    private const string UntilDrawn = """
        () => document.fonts.ready.then(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 100)))))
        """;

    [Theory]
    [InlineData("front")]
    [InlineData("article")]
    [InlineData("article in Arabic")]
    [InlineData("live")]
    public async Task Fonts_that_come_late_move_nothing(string kind)
    {
        await using var newsroom = await RunningNewsroom.StartAsync();
        var kinds = await PageKinds.FillAsync(newsroom);
        var page = await Chromium.OpenAsync(newsroom.Address, 390);
        var late = 0;
        await page.RouteAsync("**/*.woff2", async route =>
        {
            await Task.Delay(1500, Press.Cancel);
            late++;
            await route.ContinueAsync();
        });
        await page.AddInitScriptAsync(WatchShifts);
        await page.GotoAsync(kinds[kind], new PageGotoOptions { WaitUntil = WaitUntilState.Load });
        await page.EvaluateAsync(UntilDrawn);
        Assert.True(late >= 2, "The fonts were not asked for.");
        Assert.Equal(0, await page.EvaluateAsync<double>("window.shifted"));

        // The next page has them from its first moment.
        await page.GotoAsync(kinds["section"], new PageGotoOptions { WaitUntil = WaitUntilState.Load });
        await page.EvaluateAsync(UntilDrawn);
        Assert.Equal(0, await page.EvaluateAsync<double>("window.shifted"));
    }

    [Theory]
    [InlineData("/", 1280)]
    [InlineData("article", 1280)]
    [InlineData("article", 390)]
    public async Task A_release_comes_into_an_open_rail_and_nothing_moves(string address, int width)
    {
        await using var newsroom = await RunningNewsroom.StartAsync();
        var kinds = await PageKinds.FillAsync(newsroom);
        var page = await Chromium.OpenAsync(newsroom.Address, width);
        await page.AddInitScriptAsync(WatchShifts);
        await page.GotoAsync(kinds.GetValueOrDefault(address, address), new PageGotoOptions { WaitUntil = WaitUntilState.Load });
        await page.EvaluateAsync(UntilDrawn);
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
        var page = await Chromium.OpenAsync(newsroom.Address);
        await page.AddInitScriptAsync(WatchShifts);
        await page.GotoAsync(kinds["article"]);
        await page.EvaluateAsync(UntilDrawn);
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
        var page = await Chromium.OpenAsync(newsroom.Address);
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
        var page = await Chromium.OpenAsync(newsroom.Address);
        await page.GotoAsync("/");
        await page.EvaluateAsync("dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))");
        await newsroom.ReleaseAsync(Press.Copy("While away"));
        await page.EvaluateAsync("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))");
        await Expect(page.Locator(".rail h3").First).ToHaveTextAsync("While away");
    }
}
