using Microsoft.Playwright;
using Wireroom.Newsroom.Tests;
using static Microsoft.Playwright.Assertions;

namespace Wireroom.Browser.Tests;

/// <summary>Pictures in a real browser: they come in the form it likes best, and a gallery is turned by key, by its sheet and without script.</summary>
public sealed class SitePicturesTests
{
    private const string InSight =
        "() => { const strip = document.querySelector('.strip'); const left = strip.getBoundingClientRect().left; return [...strip.children].findIndex(one => Math.abs(one.getBoundingClientRect().left - left) < 4) + 1; }";

    [Theory]
    [InlineData(390)]
    [InlineData(1280)]
    public async Task Pictures_come_as_AVIF_and_none_is_broken(int width)
    {
        await using var newsroom = await RunningNewsroom.StartAsync();
        var kinds = await PageKinds.FillAsync(newsroom);
        var page = await Chromium.OpenAsync(newsroom.Address, width);
        foreach (var address in (string[])["/", "/latest", kinds["gallery"]])
        {
            await page.GotoAsync(address, new PageGotoOptions { WaitUntil = WaitUntilState.NetworkIdle });
            var shown = await page.EvaluateAsync<string[]>("[...document.querySelectorAll('main picture img')].filter(one => one.complete && one.naturalWidth > 0).map(one => one.currentSrc)");
            Assert.NotEmpty(shown);
            Assert.All(shown, source => Assert.EndsWith(".avif", source, StringComparison.Ordinal));
            var broken = await page.EvaluateAsync<int>("[...document.querySelectorAll('img')].filter(one => one.complete && one.naturalWidth === 0).length");
            Assert.Equal(0, broken);
        }
    }

    [Fact]
    public async Task A_gallery_is_turned_by_key_and_by_its_sheet_and_the_sheet_marks_the_one_in_sight()
    {
        await using var newsroom = await RunningNewsroom.StartAsync();
        var kinds = await PageKinds.FillAsync(newsroom);
        var page = await Chromium.OpenAsync(newsroom.Address);
        await page.GotoAsync(kinds["gallery"]);
        var strip = page.Locator(".gallery .strip");
        await strip.FocusAsync();
        var down = await page.EvaluateAsync<double>("scrollY");
        foreach (var (key, place) in new[] { ("ArrowRight", 2), ("ArrowRight", 3), ("ArrowLeft", 2), ("End", 4), ("ArrowRight", 4), ("Home", 1) })
        {
            await page.Keyboard.PressAsync(key);
            await InSightAsync(page, place);
            await Expect(page.Locator(".sheet a[aria-current]")).ToHaveAttributeAsync("href", $"#picture-1-{place}");
        }

        Assert.Equal(down, await page.EvaluateAsync<double>("scrollY"));
        await page.Locator(".sheet a").Nth(2).ClickAsync();
        await InSightAsync(page, 3);
        await Expect(strip).ToBeFocusedAsync();
    }

    private static async Task InSightAsync(IPage page, int place)
    {
        while (await page.EvaluateAsync<int>(InSight) != place)
            await Task.Delay(30, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_gallery_works_without_script()
    {
        await using var newsroom = await RunningNewsroom.StartAsync();
        var kinds = await PageKinds.FillAsync(newsroom);
        var page = await Chromium.OpenAsync(newsroom.Address, script: false);
        await page.GotoAsync(kinds["gallery"]);
        await page.Locator(".sheet a").Nth(3).ClickAsync();
        Assert.EndsWith("#picture-1-4", page.Url, StringComparison.Ordinal);
        await Expect(page.Locator("#picture-1-4 figcaption")).ToBeInViewportAsync();
        await Expect(page.Locator("#picture-1-4 figcaption")).ToContainTextAsync("The quay at 4 in the morning.");
    }
}
