using Microsoft.Playwright;
using Wireroom.Newsroom.Tests.Site;
using Wireroom.Stories.Body;
using static Microsoft.Playwright.Assertions;

namespace Wireroom.Browser.Tests.Desk;

/// <summary>The fronts and the entries of a live story, by keyboard and by hand.</summary>
public sealed class DeskFrontsTests
{
    [Fact]
    public async Task A_front_is_laid_out_by_keyboard_alone_with_its_preview()
    {
        await using var desk = await DeskBrowser.OpenAsync();
        for (var number = 1; number <= 4; number++)
            await desk.Newsroom.ReleaseAsync(Press.Copy($"Story number {number}"));
        var page = await desk.SignInAsync();
        await page.Keyboard.PressAsync("g");
        await page.Keyboard.PressAsync("f");
        await page.ComeToAsync("**/desk/fronts");
        var preview = page.FrameLocator("iframe[name='front-preview']");
        await Expect(preview.Locator(".lead-story h2")).ToHaveTextAsync("Story number 4");

        // The third and the fourth of the list of what is out: chosen, the second of them made the lead, the other pinned.
        foreach (var key in (string[])["j", "j", "a", "j", "j", "a", "L"])
            await page.Keyboard.PressAsync(key);
        await Expect(page.Locator("#chosen .front-title a")).ToHaveTextAsync(["Story number 2", "Story number 3"]);
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("P");
        await Expect(preview.Locator(".lead-story h2")).ToHaveTextAsync("Story number 2");
        await page.Keyboard.PressAsync("Control+s");
        await page.ComeToAsync("**said=1");
        Assert.Equal([("Story number 2", 0), ("Story number 3", 2)], (await ChosenAsync(desk)).Select(chosen => (chosen.Row.Headline, chosen.Pin)));
        // The preview's script is there and must not run.
        Assert.All(desk.Faults, fault => Assert.StartsWith("Blocked script execution", fault, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_story_is_dragged_onto_the_list_and_up()
    {
        await using var desk = await DeskBrowser.OpenAsync();
        for (var number = 1; number <= 3; number++)
            await desk.Newsroom.ReleaseAsync(Press.Copy($"Story number {number}"));
        var page = await desk.SignInAsync();
        await page.GotoAsync("/desk/fronts");
        await page.WaitForSelectorAsync(".by-script");
        await page.Locator("#candidates .front-row").First.DragToAsync(page.Locator("#chosen"));
        await Expect(page.Locator("#chosen .front-title a")).ToHaveTextAsync(["Story number 3"]);
        await page.Locator("#candidates .front-row").Last.DragToAsync(page.Locator("#chosen .front-row").First, new() { TargetPosition = new() { X = 40, Y = 3 } });
        await Expect(page.Locator("#chosen .front-title a")).ToHaveTextAsync(["Story number 1", "Story number 3"]);
        await Expect(page.Locator("#chosen .front-place").First).ToHaveValueAsync("1");
        await page.GetByRole(AriaRole.Button, new() { Name = "Put it out" }).ClickAsync();
        await page.ComeToAsync("**said=1");
        Assert.Equal(["Story number 1", "Story number 3"], (await ChosenAsync(desk)).Select(chosen => chosen.Row.Headline));
    }

    [Fact]
    public async Task An_entry_goes_out_from_a_phone_and_its_text_outlives_a_line_that_is_down()
    {
        await using var desk = await DeskBrowser.OpenAsync();
        var (story, _) = await desk.Newsroom.ReleaseAsync(Press.Copy("Storm shuts the bridge"));
        await desk.Newsroom.Store.BeginLiveAsync(story, Press.Cancel);
        var state = await (await desk.SignInAsync()).Context.StorageStateAsync();
        var page = await desk.WindowAsync(390, 800, state: state);
        await page.GotoAsync($"/desk/story/{story}/live");
        await page.GetByLabel("New entry").FillAsync("The wind has turned.");
        await page.LoseLineAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Put it out" }).ClickAsync();
        await Expect(page.Locator("#entry-kept")).ToContainTextAsync("The text is kept here");
        await page.Context.SetOfflineAsync(false);
        await page.ReloadAsync();
        await Expect(page.GetByLabel("New entry")).ToHaveValueAsync("The wind has turned.");
        await page.GetByLabel("New entry").PressAsync("Control+Enter");
        await Expect(page.Locator(".entry-list .copy-body")).ToHaveTextAsync("The wind has turned.");
        await Expect(page.GetByLabel("New entry")).ToHaveValueAsync("");
        Assert.Equal("The wind has turned.", BodyText.Of(Assert.Single(await desk.Newsroom.Store.EntriesAsync(story, Press.Cancel)).Copy.Body).Trim());
    }

    [Fact]
    public async Task What_is_typed_of_an_entry_stays_until_that_very_entry_is_out()
    {
        await using var desk = await DeskBrowser.OpenAsync();
        var (story, _) = await desk.Newsroom.ReleaseAsync(Press.Copy("Storm shuts the bridge"));
        await desk.Newsroom.Store.BeginLiveAsync(story, Press.Cancel);
        var page = await desk.SignInAsync();
        await page.GotoAsync($"/desk/story/{story}/live");
        await page.GetByLabel("New entry").FillAsync("The wind has turned.");
        await page.GetByLabel("New entry").PressAsync("Control+Enter");
        await Expect(page.Locator(".entry-list .copy-body")).ToHaveTextAsync("The wind has turned.");

        // A pin sends no text, so it forgets none.
        await page.GetByLabel("New entry").FillAsync("Half a sentence of the next");
        await page.Locator(".entry-list form[action$='/pin'] button").ClickAsync();
        await Expect(page.Locator(".entry-list .badge")).ToHaveTextAsync("Pinned");
        await Expect(page.GetByLabel("New entry")).ToHaveValueAsync("Half a sentence of the next");

        // A change that is out is not offered again, and the next entry still waits.
        await page.GetByRole(AriaRole.Link, new() { Name = "Change, correct, withdraw" }).ClickAsync();
        await page.GetByLabel("Entry", new() { Exact = true }).FillAsync("The wind has turned north.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Put the change out" }).ClickAsync();
        await Expect(page.Locator(".entry-list .copy-body")).ToHaveTextAsync("The wind has turned north.");
        await Expect(page.GetByLabel("New entry")).ToHaveValueAsync("Half a sentence of the next");
        var key = Assert.Single(await desk.Newsroom.Store.EntriesAsync(story, Press.Cancel)).Key;
        Assert.Null(await page.EvaluateAsync<string?>($"() => localStorage.getItem('wireroom.entry.{story}/{key}')"));
        Assert.Empty(desk.Faults);
    }

    private static Task<IReadOnlyList<Storage.ChosenStory>> ChosenAsync(DeskBrowser desk) => desk.Newsroom.Store.Released.ChosenAsync("", Press.Cancel);
}
