using Microsoft.Playwright;
using Wireroom.Newsroom.Tests.Site;
using static Microsoft.Playwright.Assertions;

namespace Wireroom.Browser.Tests.Desk;

/// <summary>The house's word list in the editor.</summary>
public sealed class DeskWordsTests
{
    [Fact]
    public async Task What_the_house_writes_otherwise_is_marked_found_by_key_and_replaced()
    {
        await using var desk = await DeskBrowser.OpenAsync();
        await desk.Newsroom.Store.SaveWordListAsync("kmh => km/h\nAmongst => never # it stands so\nisland => isle # shorter", Press.Cancel);
        var story = await desk.ArriveAsync("Gust of 140 kmh off the island");
        var page = await desk.SignInAsync();
        await page.GotoAsync($"/desk/story/{story}/edit");
        await Expect(page.Locator(".house-word")).ToHaveTextAsync(["island"]);
        await Expect(page.Locator(".house-words li b")).ToHaveTextAsync(["kmh → km/h", "island → isle"]);
        await page.Keyboard.PressAsync("Control+.");
        await Expect(page.Locator("#said")).ToContainTextAsync("“island”: the house writes “isle”, shorter.");
        Assert.Equal("island", await page.EvaluateAsync<string>("() => getSelection().toString()"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Replace all 2: island by isle" }).PressAsync("Enter");
        await Expect(page.Locator("#headline")).ToHaveValueAsync("Gust of 140 kmh off the isle");
        await Expect(page.Locator(".editor-text")).ToContainTextAsync("off the isle of Vis");
        await page.GetByRole(AriaRole.Button, new() { Name = "Replace: kmh by km/h" }).ClickAsync();
        await Expect(page.Locator(".house-words")).ToBeHiddenAsync();
        await page.Keyboard.PressAsync("Control+s");
        await Expect(page.Locator("#save-state")).ToContainTextAsync("Saved");
        Assert.Equal("Gust of 140 km/h off the isle", (await desk.Newsroom.Store.FindStoryAsync(story, Press.Cancel))!.Head.Copy.Headline);
        Assert.Empty(desk.Faults);
    }
}
