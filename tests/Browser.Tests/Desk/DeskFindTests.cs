using Microsoft.Playwright;
using Wireroom.Stories;
using Wireroom.Stories.Body;
using static Microsoft.Playwright.Assertions;

namespace Wireroom.Browser.Tests.Desk;

/// <summary>Find and replace in the editor, and the version that comes back, both by keyboard.</summary>
public sealed class DeskFindTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Words_are_found_and_replaced_one_by_one_and_everywhere_by_keyboard()
    {
        await using var desk = await DeskBrowser.OpenAsync();
        var page = await desk.SignInAsync();
        var story = await desk.Newsroom.Store.WriteStoryAsync(
            new Copy
            {
                Headline = "Ferry aground off Vis",
                Body = [.. new[] { "The Ferry left at noon.", "A ferry of 1994, the ferry has two decks.", "Nobody was hurt." }.Select(text => new Paragraph(RichText.Of(text)))],
            },
            "Ana Marić", Cancel);
        await page.GotoAsync($"/desk/story/{story}/edit");
        await page.WaitForSelectorAsync(".editor-text");
        await page.Locator(".editor-text").PressAsync("Control+Home");
        await page.Keyboard.PressAsync("Control+h");
        await page.Keyboard.TypeAsync("ferry");
        await Expect(page.Locator(".find-count")).ToHaveTextAsync("3 found");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".find-count")).ToHaveTextAsync("1 of 3");
        await Expect(page.Locator(".ProseMirror-active-search-match")).ToHaveTextAsync("Ferry");
        await page.Keyboard.PressAsync("Shift+Enter");
        await Expect(page.Locator(".find-count")).ToHaveTextAsync("3 of 3");
        await page.GetByLabel("Match case").PressAsync("Space");
        await Expect(page.Locator(".find-count")).ToHaveTextAsync("2 of 2");
        await page.GetByLabel("Find", new() { Exact = true }).PressAsync("Enter");
        await Expect(page.Locator(".find-count")).ToHaveTextAsync("1 of 2");

        await page.GetByLabel("Replace with").FillAsync("ship (old)");
        if (Environment.GetEnvironmentVariable("WIREROOM_PICTURES") is { Length: > 0 } folder)
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, "find.png") });
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".editor-text > p").Nth(1)).ToHaveTextAsync("A ship (old) of 1994, the ferry has two decks.");
        await Expect(page.Locator(".find-count")).ToHaveTextAsync("1 of 1");
        await page.GetByLabel("Match case").PressAsync("Space");
        await page.GetByRole(AriaRole.Button, new() { Name = "Replace all" }).PressAsync("Enter");
        await Expect(page.Locator(".find-count")).ToHaveTextAsync("2 replaced");
        await page.GetByLabel("Find", new() { Exact = true }).FillAsync("ferry");
        await Expect(page.Locator(".find-count")).ToHaveTextAsync("not in the text");

        // The page's own keys with Control go on; Escape closes the window and nothing else.
        await page.Keyboard.PressAsync("Control+s");
        await Expect(page.Locator("#save-state")).ToContainTextAsync("version 2");
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Locator(".find")).ToBeHiddenAsync();
        await Expect(page.Locator(".editor-text")).ToBeFocusedAsync();
        await Expect(page.Locator(".ProseMirror-search-match")).ToHaveCountAsync(0);
        Assert.EndsWith("/edit", page.Url, StringComparison.Ordinal);
        var text = BodyText.Of((await desk.Newsroom.Store.FindStoryAsync(story, Cancel))!.Head.Copy.Body);
        Assert.Contains("The ship (old) left at noon.", text, StringComparison.Ordinal);
        Assert.Contains("A ship (old) of 1994, the ship (old) has two decks.", text, StringComparison.Ordinal);
        Assert.Empty(desk.Faults);
    }

    [Fact]
    public async Task An_earlier_version_is_brought_back_by_keyboard()
    {
        await using var desk = await DeskBrowser.OpenAsync();
        var page = await desk.SignInAsync();
        var first = new Copy { Headline = "Ferry aground off Vis", Body = [new Paragraph(RichText.Of("All are safe."))] };
        var story = await desk.Newsroom.Store.WriteStoryAsync(first, "Ana Marić", Cancel);
        await desk.Newsroom.Store.SaveVersionAsync(story, first with { Headline = "Ferry sunk" }, 1, "Ivo Babić", Cancel);
        await page.GotoAsync($"/desk/story/{story}");
        await page.ComeToAsync("**/story/*");
        await page.Keyboard.PressAsync("[");
        await page.ComeToAsync("**v=1");
        if (Environment.GetEnvironmentVariable("WIREROOM_PICTURES") is { Length: > 0 } folder)
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, "back.png") });
        await page.Keyboard.PressAsync("b");
        await Expect(page.Locator("#said")).ToContainTextAsync("Version 1 is the newest text again.");
        Assert.Equal("Ferry aground off Vis", (await desk.Newsroom.Store.FindStoryAsync(story, Cancel))!.Head.Copy.Headline);
        Assert.Equal(3, (await desk.Newsroom.Store.VersionsAsync(story, Cancel)).Count);
        Assert.Empty(desk.Faults);
    }
}
