using Microsoft.Playwright;
using Wireroom.Newsroom.Tests;
using Wireroom.Storage;
using Wireroom.Stories;
using Wireroom.Stories.Routing;

namespace Wireroom.Browser.Tests.Desk;

public sealed class DeskByKeyboardTests
{
    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.Postgres)]
    public async Task A_story_is_taken_edited_released_updated_corrected_and_killed(TestDatabase database)
    {
        await using var desk = await DeskBrowser.OpenAsync(database);
        await desk.ArriveAsync("Another story");
        var story = await desk.ArriveAsync("Ferry aground off Vis");
        await desk.ArriveAsync("The newest story");
        var page = await desk.SignInAsync();

        // Take, think better of it, take again.
        await page.Keyboard.PressAsync("j");
        await Assertions.Expect(page.Locator("li.current .row-head")).ToHaveTextAsync("Ferry aground off Vis");
        await page.Keyboard.PressAsync("1");
        await Assertions.Expect(page.Locator("#said")).ToContainTextAsync("Taken.");
        Assert.Equal(new QueueRowState(StoryState.Draft, 1, "Ana Marić"), await desk.StateAsync(story));
        await page.Keyboard.PressAsync("z");
        await Assertions.Expect(page.Locator("#said")).ToContainTextAsync("Undone.");
        Assert.Equal(new QueueRowState(StoryState.Received, 1, ""), await desk.StateAsync(story));
        await page.Keyboard.PressAsync("1");
        await Assertions.Expect(page.Locator($"#row-{story} .row-state")).ToContainTextAsync("taken by Ana Marić");

        // Edit headline and text, save, and release from the preview.
        await page.Keyboard.PressAsync("e");
        await page.WaitForSelectorAsync(".editor-text");
        await Assertions.Expect(page.Locator("#headline")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("End");
        await page.Keyboard.TypeAsync(", all safe");
        for (var stop = 0; stop < 5; stop++)
            await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.Locator(".editor-text")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Control+End");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.TypeAsync("Everybody is ");
        await page.Keyboard.PressAsync("Control+b");
        await page.Keyboard.TypeAsync("safe");
        await page.Keyboard.PressAsync("Control+s");
        await Assertions.Expect(page.Locator("#save-state")).ToContainTextAsync("version 2");
        await page.Keyboard.PressAsync("Control+Enter");
        await page.ComeToAsync("**/release");
        await Assertions.Expect(page.Locator(".preview strong")).ToHaveTextAsync("safe");
        await ConfirmAsync(page);
        await page.ComeToAsync($"**/story/{story}");
        Assert.Equal(StoryState.Released, (await desk.StateAsync(story)).State);

        // Update.
        await EditHeadlineAsync(page, " and sound");
        await page.Keyboard.PressAsync("Control+Enter");
        await page.ComeToAsync("**/release");
        await Assertions.Expect(page.Locator(".diff ins").First).ToContainTextAsync("and sound");
        await ConfirmAsync(page);
        await page.ComeToAsync($"**/story/{story}");
        Assert.Equal(StoryState.Updated, (await desk.StateAsync(story)).State);

        // Correct: what was wrong is asked for, and the field has the focus.
        await EditHeadlineAsync(page, " in Komiža");
        await page.Keyboard.PressAsync("Control+s");
        await Assertions.Expect(page.Locator("#save-state")).ToContainTextAsync("version 4");
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("Escape");
        await page.ComeToAsync($"**/story/{story}");
        await page.Keyboard.PressAsync("c");
        await page.ComeToAsync("**/correct");
        await Assertions.Expect(page.Locator("#reason")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("An earlier version named the wrong harbour.");
        await PressButtonAsync(page, "Correct");
        await page.ComeToAsync($"**/story/{story}");
        Assert.Equal(StoryState.Corrected, (await desk.StateAsync(story)).State);

        // Kill.
        await page.Keyboard.PressAsync("Shift+K");
        await page.ComeToAsync("**/withdraw");
        await Assertions.Expect(page.Locator("#reason")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("There was no ferry.");
        await PressButtonAsync(page, "Withdraw");
        await page.ComeToAsync($"**/story/{story}");
        Assert.Equal(StoryState.Withdrawn, (await desk.StateAsync(story)).State);
        Assert.Empty(desk.Faults);
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.Postgres)]
    public async Task A_new_story_is_written_and_scheduled(TestDatabase database)
    {
        await using var desk = await DeskBrowser.OpenAsync(database);
        var page = await desk.SignInAsync();
        await page.Keyboard.PressAsync("g");
        await page.Keyboard.PressAsync("w");
        await page.ComeToAsync("**/write");
        await page.WaitForSelectorAsync(".editor-text");
        await page.Keyboard.TypeAsync("What the council decides tonight");
        await page.Locator("#section").FocusAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Locator(".editor-text").FocusAsync();
        await page.Keyboard.TypeAsync("## The vote");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.TypeAsync("It is at eight.");
        await page.Keyboard.PressAsync("Control+s");
        await page.ComeToAsync("**/edit");
        await page.WaitForSelectorAsync(".editor-text h2");
        await page.Keyboard.PressAsync("Control+Enter");
        await page.ComeToAsync("**/release");
        await page.Locator("#at").FillAsync("2099-12-24T18:30");
        await PressButtonAsync(page, "Release");
        await Assertions.Expect(page.Locator(".slug-line")).ToContainTextAsync("scheduled for 24 Dec 2099".Split(" 2099")[0]);
        Assert.Empty(desk.Faults);
    }

    [Fact]
    public async Task Text_that_was_never_saved_comes_back_after_a_crash()
    {
        await using var desk = await DeskBrowser.OpenAsync();
        var story = await desk.ArriveAsync("Ferry aground off Vis");
        var page = await desk.SignInAsync();
        await page.GotoAsync($"/desk/story/{story}/edit");
        await page.Locator(".editor-text").PressAsync("Control+End");
        await page.Keyboard.TypeAsync(" Divers are on their way.");
        await page.WaitForFunctionAsync("() => Object.keys(localStorage).some((name) => name.startsWith('wireroom.draft.') && localStorage[name].includes('Divers'))");
        await page.GotoAsync("about:blank");

        var again = await page.Context.NewPageAsync();
        await again.GotoAsync($"/desk/story/{story}/edit");
        await Assertions.Expect(again.Locator("#kept")).ToBeVisibleAsync();
        await again.Locator("#kept-take").PressAsync("Enter");
        await Assertions.Expect(again.Locator(".editor-text")).ToContainTextAsync("Divers are on their way.");
        await again.Keyboard.PressAsync("Control+s");
        await Assertions.Expect(again.Locator("#save-state")).ToContainTextAsync("version 2");
        Assert.Equal(2, (await desk.StateAsync(story)).Version);
    }

    [Fact]
    public async Task What_somebody_else_saves_meanwhile_comes_into_the_form_and_the_cursor_stays()
    {
        await using var desk = await DeskBrowser.OpenAsync();
        var story = await desk.ArriveAsync("Ferry aground off Vis");
        var page = await desk.SignInAsync();
        await page.GotoAsync($"/desk/story/{story}/edit");
        await page.WaitForSelectorAsync(".editor-text");
        var found = (await desk.Newsroom.Store.FindStoryAsync(story, TestContext.Current.CancellationToken))!;
        await desk.Newsroom.Store.SaveVersionAsync(story, found.Head.Copy with { Slugline = "FERRY-VIS" }, 1, "Ivo Babić", TestContext.Current.CancellationToken);
        await page.Keyboard.PressAsync("End");
        await page.Keyboard.TypeAsync(", all ");
        await Assertions.Expect(page.Locator("#slugline")).ToHaveValueAsync("FERRY-VIS");
        await page.Keyboard.TypeAsync("safe and sound");
        await Assertions.Expect(page.Locator("#headline")).ToHaveValueAsync("Ferry aground off Vis, all safe and sound");
        await page.Keyboard.PressAsync("Control+s");
        await Assertions.Expect(page.Locator("#save-state")).ToContainTextAsync("version 3");
        var saved = (await desk.Newsroom.Store.FindStoryAsync(story, TestContext.Current.CancellationToken))!.Head;
        Assert.Equal(("FERRY-VIS", "Ferry aground off Vis, all safe and sound", "Ana Marić"), (saved.Copy.Slugline, saved.Copy.Headline, saved.MadeBy));
    }

    private static async Task EditHeadlineAsync(IPage page, string more)
    {
        await page.Keyboard.PressAsync("e");
        await page.ComeToAsync("**/edit");
        await page.WaitForSelectorAsync(".editor-text");
        await Assertions.Expect(page.Locator("#headline")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("End");
        await page.Keyboard.TypeAsync(more);
    }

    [Fact]
    public async Task A_rule_is_moved_tried_and_put_in_force()
    {
        await using var desk = await DeskBrowser.OpenAsync();
        await desk.ArriveAsync("Ferry aground off Vis");
        var store = desk.Newsroom.Store;
        await store.SaveDesksAsync([new NewsDesk("news", "News", 0), new NewsDesk("sport", "Sport", 1)], TestContext.Current.CancellationToken);
        await store.SaveRoutingAsync(
            new RoutingPlan
            {
                Rules = [new() { When = [new(RoutingField.Words, ["ferry"])], Desk = "news", Stop = true }, new() { Desk = "sport" }],
            },
            TestContext.Current.CancellationToken);
        var page = await desk.SignInAsync();
        await page.Keyboard.PressAsync("g");
        await page.Keyboard.PressAsync("r");
        await page.ComeToAsync("**/desk/routing");
        await page.Keyboard.PressAsync("j");
        await Assertions.Expect(page.Locator(".rule-words").First).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Shift+J");
        await page.ComeToAsync("**/desk/routing?moved=2");
        await Assertions.Expect(page.Locator("#rule-2 .rule-words")).ToBeFocusedAsync(); // the moved rule keeps the focus
        await Assertions.Expect(page.Locator("#rule-2")).ToContainTextAsync("ferry");
        Assert.Equal(["news", "sport"], (await store.RoutingAsync(TestContext.Current.CancellationToken)).InForce.Rules.Select(rule => rule.Desk));
        await page.Keyboard.PressAsync("t");
        await page.ComeToAsync("**/desk/routing?try=1*");
        await Assertions.Expect(page.Locator("#trial")).ToContainTextAsync("1 would have fared otherwise");
        await Assertions.Expect(page.Locator("#trial")).ToContainTextAsync("Ferry aground");
        await page.GetByRole(AriaRole.Button, new() { Name = "Put in force" }).ClickAsync();
        await Assertions.Expect(page.Locator("#said")).ToContainTextAsync("In force");
        Assert.Equal(["sport", "news"], (await store.RoutingAsync(TestContext.Current.CancellationToken)).InForce.Rules.Select(rule => rule.Desk));
        Assert.Empty(desk.Faults);
    }

    /// <summary>The preview's button has the focus, and Enter presses it.</summary>
    private static async Task ConfirmAsync(IPage page)
    {
        await Assertions.Expect(page.Locator("button.act")).ToBeFocusedAsync();

        // Where the story rests on the harbour master alone, that is looked at, and said so, before the button.
        if (await page.Locator("input[type=checkbox][required]").CountAsync() > 0)
        {
            await page.Keyboard.PressAsync("Shift+Tab");
            await page.Keyboard.PressAsync("Space");
            await page.Keyboard.PressAsync("Tab");
        }

        await page.Keyboard.PressAsync("Enter");
    }

    /// <summary>Tabs to the button of that name and presses it.</summary>
    private static async Task PressButtonAsync(IPage page, string name)
    {
        for (var stop = 0; stop < 20; stop++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<bool>("() => document.activeElement.matches('input[type=checkbox][required]:not(:checked)')"))
                await page.Keyboard.PressAsync("Space");
            if (await page.EvaluateAsync<string>("() => document.activeElement.tagName + ' ' + document.activeElement.textContent.trim()") == $"BUTTON {name}")
            {
                await page.Keyboard.PressAsync("Enter");
                return;
            }
        }

        Assert.Fail($"The button \"{name}\" cannot be reached by keyboard.");
    }
}
