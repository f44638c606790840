using Microsoft.Playwright;
using Wireroom.Newsroom.Tests;
using Wireroom.Newsroom.Tests.Site;
using static Microsoft.Playwright.Assertions;

namespace Wireroom.Browser.Tests;

/// <summary>Reading the site in a real browser: without script, on a narrow phone, by key, by screen reader, on paper.</summary>
public sealed class SiteReadingTests
{
    [Fact]
    public async Task Everything_reads_without_script()
    {
        await using var newsroom = await RunningNewsroom.StartAsync();
        var kinds = await PageKinds.FillAsync(newsroom);
        var page = await Chromium.OpenAsync(newsroom.Address, script: false);
        await page.GotoAsync(kinds["article"]);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Dam gives way above Mostar at dawn");
        await Expect(page.Locator(".body blockquote")).ToContainTextAsync("Written down, stamped");
        await Expect(page.Locator(".rail li")).ToHaveCountAsync(12);
        await Expect(page.Locator(".rail-new")).ToBeHiddenAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Version history" }).ClickAsync();
        await Expect(page.Locator("ins").First).ToHaveTextAsync(" at dawn");

        await page.GotoAsync("/search");
        await page.GetByLabel("Words").FillAsync("timetable");
        await page.GetByLabel("Section", new() { Exact = true }).SelectOptionAsync("world");
        await page.GetByRole(AriaRole.Button, new() { Name = "Search" }).ClickAsync();
        await Expect(page.Locator(".list mark").First).ToHaveTextAsync("timetable");
        Assert.Equal("/search?q=timetable&section=world&from=&until=", new Uri(page.Url).PathAndQuery);
    }

    [Fact]
    public async Task No_page_scrolls_sideways_on_a_screen_320_pixels_wide()
    {
        await using var newsroom = await RunningNewsroom.StartAsync();
        var page = await Chromium.OpenAsync(newsroom.Address, width: 320, height: 640);
        var wide = new List<string>();
        foreach (var (kind, address) in await PageKinds.FillAsync(newsroom))
        {
            await page.GotoAsync(address);
            var over = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
            if (over > 0)
            {
                var which = await page.EvaluateAsync<string[]>("[...document.querySelectorAll('body *')].filter(one => one.getBoundingClientRect().right > innerWidth + 0.5 || (one.scrollWidth > one.clientWidth && one.clientWidth > 0 && getComputedStyle(one).overflowX === 'visible')).map(one => one.outerHTML.slice(0, 80))");
                wide.Add($"{kind}: {over} px: {string.Join(" | ", which)}");
            }
        }

        Assert.Empty(wide);
    }

    [Theory]
    [InlineData(1280, "en", "", 100)]
    [InlineData(390, "en", "", 100)]
    [InlineData(320, "ar", "", 100)]
    [InlineData(1280, "ar", "", 200)]
    [InlineData(1280, "de", "agency", 100)]
    [InlineData(390, "hr", "agency", 200)]
    public async Task Axe_finds_nothing_on_any_kind_of_page(int width, string language, string theme, int textSize)
    {
        await using var newsroom = await RunningNewsroom.StartAsync();
        var kinds = await PageKinds.FillAsync(newsroom);
        await newsroom.Store.SaveMastheadAsync((await newsroom.Store.MastheadAsync(Press.Cancel)) with { Language = language, Theme = theme }, Press.Cancel);
        var page = await Chromium.OpenAsync(newsroom.Address, width);
        var found = new List<string>();
        foreach (var address in kinds.Values)
        {
            await page.GotoAsync(address);
            await page.EvaluateAsync($"document.documentElement.style.fontSize = '{textSize}%'");
            Assert.Equal(1, await page.Locator("h1").CountAsync());
            Assert.Equal(1, await page.Locator("main").CountAsync());
            found.AddRange(await page.FaultsForAxeAsync());
        }

        Assert.Empty(found);
    }

    [Fact]
    public async Task The_first_key_leads_past_the_menu_and_every_stop_is_seen()
    {
        await using var newsroom = await RunningNewsroom.StartAsync();
        var kinds = await PageKinds.FillAsync(newsroom);
        var page = await Chromium.OpenAsync(newsroom.Address);
        await page.GotoAsync(kinds["article"]);
        await page.Keyboard.PressAsync("Tab");
        var skip = page.GetByRole(AriaRole.Link, new() { Name = "Skip to the content" });
        await Expect(skip).ToBeFocusedAsync();
        await Expect(skip).ToBeInViewportAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("main")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("/region", await page.EvaluateAsync<string>("document.activeElement.getAttribute('href')"));
        for (var stop = 0; stop < 8; stop++)
        {
            Assert.NotEqual("none", await page.EvaluateAsync<string>("getComputedStyle(document.activeElement).outlineStyle"));
            await page.Keyboard.PressAsync("Tab");
        }
    }

    [Fact]
    public async Task On_paper_stands_the_story_and_nothing_else()
    {
        await using var newsroom = await RunningNewsroom.StartAsync();
        var kinds = await PageKinds.FillAsync(newsroom);
        var page = await Chromium.OpenAsync(newsroom.Address, dark: true);
        await page.GotoAsync(kinds["article"]);
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        foreach (var gone in (string[])[".sections", ".rail", ".topics", ".foot ul"])
            await Expect(page.Locator(gone).First).ToBeHiddenAsync();
        foreach (var stays in (string[])["h1", ".notice.correction", ".byline", ".picture img", ".body table", ".masthead .name"])
            await Expect(page.Locator(stays).First).ToBeVisibleAsync();
        Assert.Equal("rgb(0, 0, 0)", await page.EvaluateAsync<string>("getComputedStyle(document.querySelector('.body p')).color"));
        Assert.Equal("rgb(255, 255, 255)", await page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor"));
        Assert.StartsWith("%PDF", System.Text.Encoding.ASCII.GetString(await page.PdfAsync(new PagePdfOptions { Format = "A4" })), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_Arabic_story_runs_from_right_to_left_in_its_own_letters()
    {
        await using var newsroom = await RunningNewsroom.StartAsync();
        var kinds = await PageKinds.FillAsync(newsroom);
        var page = await Chromium.OpenAsync(newsroom.Address);
        await page.GotoAsync(kinds["article in Arabic"]);
        Assert.Equal("rtl", await page.EvaluateAsync<string>("getComputedStyle(document.querySelector('.body p')).direction"));
        await page.EvaluateAsync("document.fonts.ready");
        Assert.True(await page.EvaluateAsync<bool>("[...document.fonts].some(font => font.family.includes('Noto Naskh') && font.status === 'loaded')"));
        await page.GotoAsync(kinds["article without its picture"]);
        Assert.Equal("ltr", await page.EvaluateAsync<string>("getComputedStyle(document.querySelector('.body p')).direction"));
    }
}
