using Microsoft.Playwright;

namespace Wireroom.Browser.Tests.Desk;

public sealed class DeskLiveTests
{
    [Fact]
    public async Task New_items_wait_and_are_counted_and_nothing_moves_until_they_are_asked_for()
    {
        await using var desk = await DeskBrowser.OpenAsync();
        await desk.ArriveAsync("There before");
        var page = await desk.SignInAsync();
        await Assertions.Expect(page.Locator("#line")).ToHaveTextAsync("live");
        await desk.ArriveAsync("First to come");
        await desk.ArriveAsync("FLASH to come", urgency: 1);
        await Assertions.Expect(page.Locator("#waiting")).ToHaveTextAsync("2 new items");
        Assert.StartsWith("(2) ", await page.TitleAsync(), StringComparison.Ordinal);
        Assert.Equal(["There before"], await page.Locator("#rows .row-head").AllTextContentsAsync());
        await Assertions.Expect(page.Locator("#flash")).ToContainTextAsync("FLASH to come");
        await page.Keyboard.PressAsync("n");
        Assert.Equal(["FLASH to come", "First to come", "There before"], await page.Locator("#rows .row-head").AllTextContentsAsync());
        await Assertions.Expect(page.Locator("#waiting")).ToBeHiddenAsync();
        Assert.Empty(desk.Faults);
    }

    [Fact]
    public async Task A_row_changes_in_place_and_a_paused_queue_catches_up()
    {
        await using var desk = await DeskBrowser.OpenAsync();
        var story = await desk.ArriveAsync("Ferry aground");
        var page = await desk.SignInAsync();
        await Assertions.Expect(page.Locator("#line")).ToHaveTextAsync("live");
        await desk.Newsroom.Store.HoldAsync(story, true, "Ivo Babić", TestContext.Current.CancellationToken);
        await Assertions.Expect(page.Locator($"#row-{story}")).ToContainTextAsync("HOLD");
        await page.Keyboard.PressAsync("p");
        await Assertions.Expect(page.Locator("#line")).ToHaveTextAsync("paused");
        await desk.Newsroom.Store.HoldAsync(story, false, "Ivo Babić", TestContext.Current.CancellationToken);
        await desk.ArriveAsync("While it was paused");
        await page.Keyboard.PressAsync("p");
        await Assertions.Expect(page.Locator("#waiting")).ToHaveTextAsync("1 new item");
        await Assertions.Expect(page.Locator($"#row-{story}")).Not.ToContainTextAsync("HOLD");
    }

    [Fact]
    public async Task Single_keys_can_be_switched_off()
    {
        await using var desk = await DeskBrowser.OpenAsync();
        var story = await desk.ArriveAsync("Ferry aground");
        var page = await desk.SignInAsync();
        await page.Keyboard.PressAsync("?");
        await Assertions.Expect(page.Locator("dialog.sheet")).ToBeVisibleAsync();
        await page.Locator("dialog.sheet input[type=checkbox]").UncheckAsync();
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("3");
        await page.Keyboard.PressAsync("Control+k");
        await Assertions.Expect(page.Locator("dialog.palette")).ToBeVisibleAsync();
        Assert.Equal(Wireroom.Stories.StoryState.Received, (await desk.StateAsync(story)).State);
        await page.Keyboard.TypeAsync("spike");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#said")).ToContainTextAsync("Spiked.");
    }

    [Fact]
    public async Task Several_are_selected_and_spiked_at_once_and_the_undo_brings_all_back()
    {
        await using var desk = await DeskBrowser.OpenAsync();
        var (first, second) = (await desk.ArriveAsync("First"), await desk.ArriveAsync("Second"));
        await desk.ArriveAsync("Third");
        var page = await desk.SignInAsync();
        foreach (var key in new[] { "j", "x", "j", "x" })
            await page.Keyboard.PressAsync(key);
        await Assertions.Expect(page.Locator("#picked-count")).ToHaveTextAsync("2 selected");
        await page.Keyboard.PressAsync("3");
        await Assertions.Expect(page.Locator("#said")).ToContainTextAsync("2 spiked.");
        await Assertions.Expect(page.Locator($"#row-{first} .row-state")).ToHaveTextAsync("spiked");
        await page.Keyboard.PressAsync("z");
        await Assertions.Expect(page.Locator("#said")).ToContainTextAsync("Undone.");
        Assert.Equal(Wireroom.Stories.StoryState.Received, (await desk.StateAsync(first)).State);
        Assert.Equal(Wireroom.Stories.StoryState.Received, (await desk.StateAsync(second)).State);
    }
}
