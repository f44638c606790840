using Wireroom.Newsroom.Tests.Site;
using Wireroom.Stories.Planning;
using static Microsoft.Playwright.Assertions;

namespace Wireroom.Browser.Tests.Desk;

/// <summary>The planning by keyboard alone: an event is written down, somebody is asked, and the story is begun.</summary>
public sealed class DeskPlanningTests
{
    [Fact]
    public async Task An_event_is_written_down_assigned_and_written_by_keyboard_alone()
    {
        await using var desk = await DeskBrowser.OpenAsync();
        var page = await desk.SignInAsync();
        await page.Keyboard.PressAsync("g");
        await page.Keyboard.PressAsync("c");
        await page.ComeToAsync("**/desk/planning");
        await page.Keyboard.PressAsync("n");
        await page.ComeToAsync("**/desk/planning/new");
        await page.Keyboard.TypeAsync("Quay opens");
        await page.EvaluateAsync("() => { document.getElementById('starts').value = new Date(Date.now() + 26 * 3600e3).toISOString().slice(0, 16); }");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("h1")).ToHaveTextAsync("Quay opens");

        // The form for an assignment has the focus: who, what kind, what.
        await page.Keyboard.PressAsync("a");
        await page.Keyboard.TypeAsync("Ana");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("Who pays");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".assignment")).ToContainTextAsync("Who pays");
        await page.Keyboard.PressAsync("Escape");
        await page.ComeToAsync("**/desk/planning");
        await Expect(page.Locator(".bar nav")).ToContainTextAsync("Planning (1)");

        await page.Keyboard.PressAsync("j");
        await Expect(page.Locator(".plan-title")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("h1")).ToHaveTextAsync("Quay opens");
        await page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Write: Who pays" }).PressAsync("Enter");
        await page.ComeToAsync("**/edit");
        await Expect(page.Locator("#headline")).ToHaveValueAsync("Quay opens");
        Assert.Equal(AssignmentState.Working, Assert.Single(await desk.Newsroom.Store.OpenAssignmentsAsync(null, Press.Cancel)).State);
        Assert.Empty(desk.Faults);
    }
}
