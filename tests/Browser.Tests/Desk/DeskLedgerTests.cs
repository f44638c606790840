using Wireroom.Newsroom.Tests.LedgerPages;
using static Microsoft.Playwright.Assertions;

namespace Wireroom.Browser.Tests.Desk;

/// <summary>The ledger beside the copy, by keyboard alone.</summary>
public sealed class DeskLedgerTests
{
    [Fact]
    public async Task A_statement_is_walked_to_lit_mended_added_and_taken_out()
    {
        await using var desk = await DeskBrowser.OpenAsync();
        var story = await desk.Newsroom.Store.WriteStoryAsync(Copies.Ferry(), "Ana Marić", TestContext.Current.CancellationToken);
        var page = await desk.SignInAsync();
        await page.GotoAsync($"/desk/story/{story}");
        await Expect(page.Locator(".said-entry")).ToHaveCountAsync(2);

        await page.Keyboard.PressAsync("s");
        await Expect(page.Locator(".said-entry").First).ToBeFocusedAsync();
        await Expect(page.Locator("#said-1")).ToHaveClassAsync("voiced lit");
        await page.Keyboard.PressAsync("s");
        await Expect(page.Locator("#said-2")).ToHaveClassAsync("voiced lit");
        await Expect(page.Locator("#said-1")).ToHaveClassAsync("voiced");

        // Mend: two keys, a name, and Enter.
        await page.Keyboard.PressAsync("m");
        var source = page.Locator(".said-entry:nth-child(2) input[name=source]");
        await Expect(source).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Control+a");
        await page.Keyboard.TypeAsync("Vis harbour office");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".said-entry").Nth(1).Locator(".said-who")).ToContainTextAsync("Vis harbour office");
        await page.WaitForLoadStateAsync();

        // Add: words selected in the copy, and the key.
        await page.EvaluateAsync("() => getSelection().selectAllChildren([...document.querySelectorAll('.copy-body p')].at(-1))");
        await page.Keyboard.PressAsync("m");
        await Expect(page.Locator("#mend-new textarea")).ToHaveValueAsync("Rain is expected in the evening.");
        await page.Keyboard.TypeAsync("Weather Office");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".said-entry")).ToHaveCountAsync(3);
        await page.WaitForLoadStateAsync();

        // Take out.
        await page.Keyboard.PressAsync("s");
        await page.Keyboard.PressAsync("u");
        await Expect(page.Locator(".said-entry")).ToHaveCountAsync(2);
        await Expect(page.Locator(".said-list")).Not.ToContainTextAsync("Jure Perić");
        Assert.Empty(desk.Faults);
    }
}
