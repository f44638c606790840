using Microsoft.Playwright;

namespace Wireroom.Browser.Tests.Desk;

/// <summary>The tour of the sample newsroom, by keyboard alone and on a telephone.</summary>
public sealed class DeskTourTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Somebody_is_shown_around_by_keyboard_alone_and_works_on_meanwhile()
    {
        await using var desk = await DeskBrowser.OpenAsync(sample: true);
        var state = await (await desk.SignInAsync()).Context.StorageStateAsync();
        var page = await desk.WindowAsync(state: state);
        await page.GotoAsync("/desk");
        await AtAsync(page, "The queue");
        Assert.NotEqual("tour", await FocusAsync(page)); // it waits beside the page
        await Assertions.Expect(page.Locator("#said")).ToContainTextAsync("A tour of the desk has begun");
        Assert.Empty(await page.FaultsForAxeAsync());

        // The page's keys work outside of the window, and in it.
        await page.Keyboard.PressAsync("j");
        var first = await CurrentAsync(page);
        await page.Keyboard.PressAsync("g");
        await page.Keyboard.PressAsync("t");
        Assert.Equal("tour", await FocusAsync(page));
        await page.Keyboard.PressAsync("j");
        Assert.NotEqual(first, await CurrentAsync(page));
        await page.Keyboard.PressAsync("ArrowRight");
        await AtAsync(page, "Take a wire");
        await page.Keyboard.PressAsync("ArrowLeft");
        await AtAsync(page, "The queue");
        await page.Keyboard.PressAsync("ArrowRight");
        await AtAsync(page, "Take a wire");

        await page.Keyboard.PressAsync("Enter");
        await page.ComeToAsync("**/edit");
        await ArrivedAsync("Write, with the wire beside");
        await page.Keyboard.PressAsync("Enter");
        await ArrivedAsync("Release, with its checks");
        await page.Keyboard.PressAsync("Enter");
        await ArrivedAsync("Correct");
        await page.Keyboard.PressAsync("ArrowRight");
        await ArrivedAsync("Kill");
        await page.Keyboard.PressAsync("ArrowRight");
        await page.ComeToAsync("**/desk/fronts");
        await ArrivedAsync("Fronts");
        await page.Keyboard.PressAsync("ArrowRight");
        await AtAsync(page, "Where help is");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#tour")).ToHaveCountAsync(0);
        Assert.NotEqual("BODY", await page.EvaluateAsync<string>("() => document.activeElement.tagName"));
        await page.WaitForFunctionAsync("() => fetch('/desk/me').then((answer) => answer.text()).then((text) => text.includes('data-tour=\"0\"'))");
        await page.GotoAsync("/desk");
        await Assertions.Expect(page.Locator("#tour")).ToHaveCountAsync(0);

        // From the sheet it is taken again, and Escape puts it away.
        await page.Keyboard.PressAsync("?");
        await page.GetByRole(AriaRole.Button, new() { Name = "Take the tour" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await ArrivedAsync("The queue");
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator("#tour")).ToHaveCountAsync(0);
        await page.WaitForFunctionAsync("() => fetch('/desk/me').then((answer) => answer.text()).then((text) => text.includes('data-tour=\"0\"'))");
        Assert.Equal(-1, (await desk.Newsroom.Store.FindPersonAsync("ana@courier.example", Cancel))!.Tour);

        // And from the palette.
        await page.Keyboard.PressAsync("Control+k");
        await page.Keyboard.TypeAsync("tour of the desk");
        await page.Keyboard.PressAsync("Enter");
        await ArrivedAsync("The queue");
        Assert.All(desk.Faults, fault => Assert.StartsWith("Blocked script execution", fault, StringComparison.Ordinal)); // the previews of the fronts are shown without their scripts

        async Task ArrivedAsync(string title)
        {
            await AtAsync(page, title);
            await page.WaitForFunctionAsync("() => document.activeElement?.id === 'tour'");
            Assert.Empty(await page.FaultsForAxeAsync());
        }
    }

    [Fact]
    public async Task On_a_telephone_the_tour_goes_by_its_buttons_and_leaves_what_it_points_at_in_sight()
    {
        await using var desk = await DeskBrowser.OpenAsync(sample: true);
        var state = await (await desk.SignInAsync()).Context.StorageStateAsync();
        var page = await desk.WindowAsync(390, 844, state: state);
        await page.GotoAsync("/desk");
        string[] titles = ["The queue", "Take a wire", "Write, with the wire beside", "Release, with its checks", "Correct", "Kill", "Fronts", "Where help is"];
        foreach (var title in titles)
        {
            await AtAsync(page, title);
            Assert.True(await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - window.innerWidth") <= 0, title);
            await page.WaitForFunctionAsync(
                """
                () => {
                  const [card, thing] = [document.getElementById("tour").getBoundingClientRect(), document.querySelector(".tour-at").getBoundingClientRect()];
                  return card.left >= 0 && card.right <= innerWidth && card.bottom <= innerHeight && thing.top < card.top && thing.bottom > 0;
                }
                """);
            Assert.Empty(await page.FaultsForAxeAsync());
            if (title == "Correct")
            {
                // Whoever goes elsewhere finds it there too, and is led back.
                await page.GotoAsync("/desk/sources");
                await page.Locator("#tour").GetByRole(AriaRole.Button, new() { Name = "Show me" }).ClickAsync();
                await page.ComeToAsync("**/desk/story/**");
                await AtAsync(page, title);
            }

            await page.Locator("#tour").GetByRole(AriaRole.Button, new() { Name = title == titles[^1] ? "Done" : "Next" }).ClickAsync();
        }

        await Assertions.Expect(page.Locator("#tour")).ToHaveCountAsync(0);
        Assert.All(desk.Faults, fault => Assert.StartsWith("Blocked script execution", fault, StringComparison.Ordinal));
    }

    /// <summary>Waits until the window speaks of that and the thing is marked on the page.</summary>
    private static async Task AtAsync(IPage page, string title)
    {
        await Assertions.Expect(page.Locator("#tour-title")).ToHaveTextAsync(title);
        await Assertions.Expect(page.Locator(".tour-at")).ToBeVisibleAsync();
    }

    private static Task<string> FocusAsync(IPage page) => page.EvaluateAsync<string>("() => document.activeElement?.id ?? ''");

    private static Task<string> CurrentAsync(IPage page) => page.EvaluateAsync<string>("() => document.querySelector('.row.current')?.id ?? ''");

}
