using Wireroom.Newsroom.Tests.Site;
using Wireroom.Stories;
using static Microsoft.Playwright.Assertions;

namespace Wireroom.Browser.Tests.Desk;

/// <summary>The board by keyboard alone.</summary>
public sealed class DeskBoardTests
{
    [Fact]
    public async Task A_story_goes_from_stage_to_stage_by_keyboard_alone()
    {
        await using var desk = await DeskBrowser.OpenAsync();
        var story = await desk.ArriveAsync("Ferry aground off Vis");
        await desk.Newsroom.Store.WriteStoryAsync(Press.Copy("Quay opens"), "Ivo Babić", Press.Cancel);
        var page = await desk.SignInAsync();
        await page.Keyboard.PressAsync("g");
        await page.Keyboard.PressAsync("b");
        await page.ComeToAsync("**/desk/board");
        await page.Keyboard.PressAsync("j");
        await Expect(page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "Ferry aground off Vis" })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("1");
        await Expect(page.Locator(".stage").Nth(1)).ToContainTextAsync("Ferry aground off Vis");
        Assert.Equal(StoryState.Draft, (await desk.Newsroom.Store.FindStoryAsync(story, Press.Cancel))!.Row.State);

        // From an empty stage to the next that holds something, and into the story.
        await page.WaitForLoadStateAsync();
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("]");
        await Expect(page.Locator("#said")).ToContainTextAsync("No later stage holds a story.");
        await page.Keyboard.PressAsync("Enter");
        await page.ComeToAsync("**/desk/story/*");
        Assert.Empty(desk.Faults);
    }
}
