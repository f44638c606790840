using Microsoft.Playwright;
using Wireroom.Stories;
using Wireroom.Stories.Body;
using static Microsoft.Playwright.Assertions;

namespace Wireroom.Browser.Tests.Desk;

/// <summary>Suggestions in the text, by keyboard.</summary>
public sealed class DeskSuggestionsTests
{
    private const string Text = "A ferry has run aground off the island of Vis, the harbour master said.";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_written_and_deleted_is_suggested_kept_settled_by_another_and_only_then_goes_out()
    {
        await using var desk = await DeskBrowser.OpenAsync();
        var story = await desk.ArriveAsync("Ferry aground off Vis");
        var (ana, ivo) = (await desk.SignInAsync(), await desk.SignInAsync("Ivo Babić", "ivo@courier.example"));
        await OpenAsync(ivo, story);
        await ivo.Keyboard.PressAsync("Control+/");
        await Expect(ivo.Locator("#suggest-switch")).ToHaveAttributeAsync("aria-pressed", "true");
        await ivo.Locator(".editor-text").PressAsync("Control+Home");
        for (var letter = 0; letter < "A ferry".Length; letter++)
            await ivo.Keyboard.PressAsync("Shift+ArrowRight");
        await ivo.Keyboard.TypeAsync("A boat");
        await ivo.Keyboard.PressAsync("Control+End");
        foreach (var _ in ".said ")
            await ivo.Keyboard.PressAsync("Backspace");
        await ivo.Keyboard.PressAsync("Control+End");
        await ivo.Keyboard.PressAsync("Enter");
        await ivo.Keyboard.TypeAsync("Nobody was hurt.");
        await Expect(ivo.Locator(".editor-text del")).ToHaveTextAsync([" ferry", " said."]); // the letter that is the same stays
        await Expect(ivo.Locator(".editor-text ins")).ToHaveTextAsync([" boat"]);
        await Expect(ivo.Locator(".editor-text .suggested-in")).ToHaveTextAsync(["Nobody was hurt."]);
        await Expect(ivo.Locator("#body-count")).ToHaveTextAsync($"14 words, {Text.Length} characters, without 3 suggestions");

        // Kept by autosave, without a version; back after a reload.
        await Expect(ivo.Locator("#save-state")).ToContainTextAsync("kept");
        await ivo.ReloadAsync();
        await ivo.Locator("#kept-take").PressAsync("Enter");
        await Expect(ivo.Locator(".suggestions .thread")).ToHaveCountAsync(3);
        await ivo.Keyboard.PressAsync("Control+s");
        await Expect(ivo.Locator("#save-state")).ToContainTextAsync("version 2");
        var saved = (await desk.Newsroom.Store.FindStoryAsync(story, Cancel))!.Head;
        Assert.Equal(Text, BodyText.Of(saved.Copy.Body));
        Assert.Equal([("Ivo Babić", " boat", " ferry"), ("Ivo Babić", "", " said."), ("Ivo Babić", "Nobody was hurt.", "")], SuggestedBody.Of(saved.Suggested).Select(one => (one.By, one.Inserted, one.Deleted)));

        // It does not go out, and says why.
        await ana.GotoAsync($"/desk/story/{story}/release");
        await Expect(ana.Locator(".refusal")).ToContainTextAsync("in block 1; Ivo Babić strikes “ said.” in block 1");

        // Ivo leaves the text to Ana, who goes through them by key: accepts, rejects, accepts.
        await ivo.GotoAsync("/desk");
        await OpenAsync(ana, story);
        await ana.Locator(".editor-text").PressAsync("Control+Home");
        await ana.Keyboard.PressAsync("Control+]");
        await ana.Keyboard.PressAsync("Control+>");
        await Expect(ana.Locator(".editor-text p").First).ToContainTextAsync("A boat has run");
        await ana.Keyboard.PressAsync("Control+]");
        await Expect(ana.Locator("#said")).ToContainTextAsync("Ivo Babić strikes “ said.”");
        await ana.Keyboard.PressAsync("Control+<");
        await Expect(ana.Locator("#said")).ToContainTextAsync("Rejected. One suggestion is left.");
        await Expect(ana.Locator(".editor-text del")).ToHaveCountAsync(0);
        await ana.GetByRole(AriaRole.Button, new() { Name = "Accept: Nobody was hurt." }).PressAsync("Enter");
        await Expect(ana.Locator(".suggestions")).ToBeHiddenAsync();
        await Expect(ana.Locator(".editor-text > p")).ToHaveTextAsync(["A boat has run aground off the island of Vis, the harbour master said.", "Nobody was hurt."]);
        await ana.Keyboard.PressAsync("Control+s");
        await Expect(ana.Locator("#save-state")).ToContainTextAsync("version 3");
        await OpenAsync(ivo, story);
        await Expect(ivo.Locator(".suggestions")).ToBeHiddenAsync();
        await desk.Newsroom.Store.ReleaseAsync(story, Wireroom.Storage.ReleaseOrder.Now, "Ana Marić", Cancel);
        Assert.Empty(desk.Faults);
    }

    [Fact]
    public async Task Two_people_suggest_in_one_text_and_all_are_settled_at_once_and_taken_back()
    {
        await using var desk = await DeskBrowser.OpenAsync();
        var story = await desk.ArriveAsync("Ferry aground off Vis");
        var found = (await desk.Newsroom.Store.FindStoryAsync(story, Cancel))!.Head.Copy;
        await desk.Newsroom.Store.SaveVersionAsync(story, found with { Body = [.. found.Body, new Paragraph(RichText.Of("It carried 40 people."))] }, 1, "Eva Kos", Cancel);
        var (ana, ivo) = (await desk.SignInAsync(), await desk.SignInAsync("Ivo Babić", "ivo@courier.example"));
        await OpenAsync(ana, story);
        await OpenAsync(ivo, story);

        // Ivo loses his line, and suggests at the end while Ana suggests at the beginning and saves.
        await ivo.LoseLineAsync();
        await ivo.Keyboard.PressAsync("Control+/");
        await ivo.Locator(".editor-text").PressAsync("Control+End");
        await ivo.Keyboard.TypeAsync(" All are safe.");
        await ana.Keyboard.PressAsync("Control+/");
        await ana.Locator(".editor-text").PressAsync("Control+Home");
        await ana.Keyboard.TypeAsync("On Monday: ");
        await ana.Keyboard.PressAsync("Control+s");
        await Expect(ana.Locator("#save-state")).ToContainTextAsync("version 3");
        await ivo.Context.SetOfflineAsync(false);
        await Expect(ivo.Locator(".editor-text ins")).ToHaveTextAsync(["On Monday: ", " All are safe."]);
        await Expect(ivo.Locator(".suggestions .comment-by b")).ToHaveTextAsync(["Ana Marić", "Ivo Babić"]);
        await ivo.Keyboard.PressAsync("Control+s"); // where Ana has the text, it was saved for him
        await Expect(ana.Locator(".editor-text ins")).ToHaveTextAsync(["On Monday: ", " All are safe."]);

        // Words are found, and what is struck is not; replacing is a suggestion, too.
        await ana.Keyboard.PressAsync("Control+h");
        await ana.Keyboard.TypeAsync("40");
        await ana.Keyboard.PressAsync("Tab");
        await Expect(ana.Locator(".find-count")).ToHaveTextAsync("1 found");
        await ana.GetByLabel("Replace with").FillAsync("41");
        await ana.GetByRole(AriaRole.Button, new() { Name = "Replace all" }).PressAsync("Enter");
        await Expect(ana.Locator(".editor-text del")).ToHaveTextAsync(["0"]);
        await Expect(ana.Locator(".find-count")).ToHaveTextAsync("1 replaced");
        await ana.GetByRole(AriaRole.Button, new() { Name = "Close" }).PressAsync("Enter");

        await ana.Locator(".editor-text").FocusAsync();
        await ana.Keyboard.PressAsync("Control+{");
        await Expect(ana.Locator(".editor-text > p")).ToHaveTextAsync([Text, "It carried 40 people."]);
        await ana.Keyboard.PressAsync("Control+z");
        await Expect(ana.Locator(".suggestions .thread")).ToHaveCountAsync(3);
        await ana.Keyboard.PressAsync("Control+}");
        await Expect(ana.Locator(".editor-text > p")).ToHaveTextAsync([$"On Monday: {Text}", "It carried 41 people. All are safe."]);
        Assert.Empty(desk.Faults);
    }

    [Theory]
    [InlineData(20261127)]
    [InlineData(20261128)]
    public async Task Whatever_is_done_while_suggesting_rejecting_all_leaves_the_text_as_it_was(int seed)
    {
        await using var desk = await DeskBrowser.OpenAsync();
        var story = await desk.ArriveAsync("Ferry aground off Vis");
        var found = (await desk.Newsroom.Store.FindStoryAsync(story, Cancel))!.Head.Copy;
        IReadOnlyList<Block> body = [.. found.Body, new Heading(RichText.Of("At sea")), new BulletList(false, [RichText.Of("forty people"), RichText.Of("two dogs")]), new Quote([RichText.Of("We are afloat")], "the master"), new Paragraph(RichText.Of("It goes on."))];
        await desk.Newsroom.Store.SaveVersionAsync(story, found with { Body = body }, 1, "Eva Kos", Cancel);
        var page = await desk.SignInAsync();
        await OpenAsync(page, story);
        var before = await page.Locator(".editor-text").InnerHTMLAsync();
        await page.Keyboard.PressAsync("Control+/");
        await page.Locator(".editor-text").PressAsync("Control+Home");
        string[] keys = ["a", "b", " ", "Backspace", "Backspace", "Delete", "Enter", "ArrowDown", "ArrowRight", "ArrowLeft", "End", "Shift+ArrowRight", "Shift+ArrowDown", "Shift+End", "Control+b", "Control+ArrowRight", "Control+z"];
        var random = new Random(seed);
        for (var key = 0; key < 120; key++)
            await page.Keyboard.PressAsync(keys[random.Next(keys.Length)]);
        await page.Keyboard.PressAsync("x");
        await Expect(page.Locator(".suggestions")).ToBeVisibleAsync();
        Assert.NotEqual(before, await page.Locator(".editor-text").InnerHTMLAsync());
        await page.Keyboard.PressAsync("Control+{");
        await Expect(page.Locator(".suggestions")).ToBeHiddenAsync();
        Assert.Equal(before, (await page.Locator(".editor-text").InnerHTMLAsync()).Replace(" class=\"\"", "", StringComparison.Ordinal)); // a mark that is gone leaves its attribute empty
        // Where the browser itself joins two lines it would put a style on what it moves; the policy keeps that out, and says so.
        Assert.DoesNotContain(desk.Faults, fault => !fault.StartsWith("Applying inline style", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Axe_finds_nothing_where_suggestions_stand()
    {
        await using var desk = await DeskBrowser.OpenAsync();
        var story = await desk.ArriveAsync("Ferry aground off Vis");
        var state = await (await desk.SignInAsync()).Context.StorageStateAsync();
        var page = await desk.WindowAsync(state: state);
        await OpenAsync(page, story);
        await page.Keyboard.PressAsync("Control+/");
        await page.Locator(".editor-text").PressAsync("Control+Home");
        await page.Keyboard.PressAsync("Delete");
        await page.Keyboard.TypeAsync("One");
        await page.Keyboard.PressAsync("Control+End");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.TypeAsync("More.");
        await page.Keyboard.PressAsync("Control+s");
        await Expect(page.Locator("#save-state")).ToContainTextAsync("version 2");
        foreach (var address in new[] { "", $"/desk/story/{story}", $"/desk/story/{story}?v=2&diff=1", $"/desk/story/{story}/release" })
        {
            if (address.Length > 0)
                await page.GotoAsync(address);
            Assert.Empty(await page.FaultsForAxeAsync());
        }
    }

    private static async Task OpenAsync(IPage page, StoryId story)
    {
        await page.GotoAsync($"/desk/story/{story}/edit");
        await page.WaitForSelectorAsync(".editor-text");
        await page.WaitForLoadStateAsync();
    }
}
