using Microsoft.Playwright;
using Wireroom.Stories;
using Wireroom.Stories.Body;
using static Microsoft.Playwright.Assertions;

namespace Wireroom.Browser.Tests.Desk;

/// <summary>Clearing the queue with one hand.</summary>
public sealed class DeskTriageTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_story_is_snoozed_put_together_with_another_and_both_are_undone()
    {
        await using var desk = await DeskBrowser.OpenAsync();
        var (first, second) = (await desk.ArriveAsync("Ferry aground off Vis"), await desk.ArriveAsync("Ferry runs aground near Vis"));
        var page = await desk.SignInAsync();
        await page.Keyboard.PressAsync("h");
        await Expect(page.Locator("dialog[open]")).ToContainTextAsync("Out of the queue for");
        await page.Keyboard.PressAsync("2");
        await Expect(page.Locator("#said")).ToContainTextAsync("Back at");
        await Expect(page.Locator($"#row-{second}")).ToContainTextAsync("back at");
        Assert.NotNull((await desk.Newsroom.Store.FindStoryAsync(second, Cancel))!.Row.SnoozedUntil);
        await page.Keyboard.PressAsync("z");
        await Expect(page.Locator("#said")).ToContainTextAsync("Undone.");
        Assert.Null((await desk.Newsroom.Store.FindStoryAsync(second, Cancel))!.Row.SnoozedUntil);

        // One alone asks which other it is; Enter takes the first.
        await page.Keyboard.PressAsync("2");
        await Expect(page.Locator("dialog[open] .choice").First).ToContainTextAsync("Ferry aground off Vis");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#said")).ToContainTextAsync("The same as “Ferry aground off Vis”.");
        var row = (await desk.Newsroom.Store.FindStoryAsync(second, Cancel))!.Row;
        Assert.Equal((StoryState.Spiked, first), (row.State, row.SameAs));
        await page.Keyboard.PressAsync("z");
        await Expect(page.Locator("#said")).ToContainTextAsync("Undone.");
        row = (await desk.Newsroom.Store.FindStoryAsync(second, Cancel))!.Row;
        Assert.Equal((StoryState.Received, null), (row.State, row.SameAs));
        Assert.Empty(desk.Faults);
    }

    [Fact]
    public async Task Of_several_selected_the_current_one_stays()
    {
        await using var desk = await DeskBrowser.OpenAsync();
        var (first, second, third) = (await desk.ArriveAsync("First"), await desk.ArriveAsync("Second"), await desk.ArriveAsync("Third"));
        var page = await desk.SignInAsync();
        foreach (var key in new[] { "x", "j", "x", "j", "x", "2" })
            await page.Keyboard.PressAsync(key);
        await Expect(page.Locator("#said")).ToContainTextAsync("2 put together.");
        Assert.Equal(first, (await desk.Newsroom.Store.FindStoryAsync(second, Cancel))!.Row.SameAs);
        Assert.Equal(first, (await desk.Newsroom.Store.FindStoryAsync(third, Cancel))!.Row.SameAs);
        Assert.Equal(StoryState.Received, (await desk.StateAsync(first)).State);
    }

    [Fact]
    public async Task A_check_goes_round_by_key_and_binds_at_the_release()
    {
        await using var desk = await DeskBrowser.OpenAsync();
        var story = await desk.ArriveAsync("Ferry aground off Vis");
        var page = await desk.SignInAsync();
        await page.GotoAsync($"/desk/story/{story}");
        await page.Keyboard.PressAsync("y");
        await page.Keyboard.PressAsync("l");
        await Expect(page.Locator("[data-stands=needed]")).ToContainTextAsync("Legal");
        await page.WaitForLoadStateAsync();
        await page.Keyboard.PressAsync("r");
        await Expect(page.Locator(".refusal")).ToContainTextAsync("The legal check that Ana Marić asked for is not done.");
        await Expect(page.Locator("main button.act")).ToBeDisabledAsync();
        await page.GotoAsync($"/desk/story/{story}");
        await page.Keyboard.PressAsync("y");
        await page.Keyboard.PressAsync("l");
        await Expect(page.Locator("[data-stands=approved]")).ToContainTextAsync("Legal");
        await page.GotoAsync($"/desk/story/{story}/release");
        await Expect(page.Locator("main button.act")).ToBeEnabledAsync();
    }

    [Fact]
    public async Task Keys_that_are_pressed_before_the_script_has_loaded_are_not_lost()
    {
        await using var desk = await DeskBrowser.OpenAsync();
        var story = await desk.ArriveAsync("Second");
        await desk.ArriveAsync("First");
        var page = await desk.SignInAsync();
        var pressed = new TaskCompletionSource();
        await page.RouteAsync("**/assets/desk-*.js", async route =>
        {
            await pressed.Task;
            await route.ContinueAsync();
        });
        await page.GotoAsync("/desk", new() { WaitUntil = WaitUntilState.Commit });
        await page.WaitForSelectorAsync("#rows li");
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("3");
        pressed.SetResult();
        await Expect(page.Locator("#said")).ToContainTextAsync("Spiked.");
        Assert.Equal(StoryState.Spiked, (await desk.StateAsync(story)).State);
        Assert.Empty(desk.Faults);
    }

    [Fact]
    public async Task A_long_queue_is_walked_from_end_to_end_and_the_page_holds_only_what_is_seen()
    {
        await using var desk = await DeskBrowser.OpenAsync();
        await desk.Newsroom.Store.InOneGoAsync(
            async go =>
            {
                for (var number = 0; number < 730; number++)
                    await desk.Newsroom.Store.WriteStoryAsync(new Copy { Headline = $"Story {number}", Section = "region", Body = [new Paragraph(RichText.Of("Text."))] }, "Ana Marić", go);
            },
            Cancel);
        var page = await desk.SignInAsync();
        for (var number = 728; number >= 0; number--)
        {
            await page.Keyboard.PressAsync("j");
            if (number % 90 == 0)
            {
                await Expect(page.Locator("li.current .row-head")).ToHaveTextAsync($"Story {number}");
                await Expect(page.Locator("li.current .row-head")).ToBeFocusedAsync();
                await Expect(page.Locator("li.current")).ToBeInViewportAsync();
                var held = await page.Locator("#rows > li").CountAsync();
                Assert.True(held < 120, $"At {number} the page holds {held} rows.");
            }
        }

        // Everything loaded can be selected, seen or not, and let go again.
        await page.Keyboard.PressAsync("Shift+X");
        await Expect(page.Locator("#picked-count")).ToHaveTextAsync("730 selected");
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Locator("#picked")).ToBeHiddenAsync();
        Assert.Equal("730", await page.Locator("li.current").GetAttributeAsync("aria-setsize"));
        Assert.Empty(desk.Faults);
    }
}
