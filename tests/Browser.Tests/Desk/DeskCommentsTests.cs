using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Wireroom.Browser.Tests.Desk;

/// <summary>Comments on passages, by keyboard, by two people.</summary>
public sealed class DeskCommentsTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_people_comment_answer_and_settle_and_the_passage_goes_along()
    {
        await using var desk = await DeskBrowser.OpenAsync();
        var story = await desk.ArriveAsync("Ferry aground off Vis");
        var (ana, ivo) = (await desk.SignInAsync(), await desk.SignInAsync("Ivo Babić", "ivo@courier.example"));
        await OpenAsync(ana, story.ToString());
        await OpenAsync(ivo, story.ToString());

        // Ana selects the first words and comments.
        await ana.Locator(".editor-text").PressAsync("Control+Home");
        await ana.Keyboard.PressAsync("Control+;");
        await Expect(ana.Locator("#said")).ToContainTextAsync("Select the passage");
        for (var letter = 0; letter < "A ferry".Length; letter++)
            await ana.Keyboard.PressAsync("Shift+ArrowRight");
        await ana.Keyboard.PressAsync("Control+;");
        await ana.Keyboard.TypeAsync("Which one?");
        await ana.Keyboard.PressAsync("Control+Enter");
        await Expect(ana.Locator(".thread .comment-words")).ToHaveTextAsync(["Which one?"]);
        await Expect(ana.Locator(".commented")).ToHaveTextAsync(["A ferry"]);
        await Expect(ana.Locator("#save-state")).Not.ToContainTextAsync("not saved");

        // Ivo sees it without loading the page, writes before it, and answers.
        await Expect(ivo.Locator(".thread .comment-by b")).ToHaveTextAsync(["Ana Marić"]);
        await Expect(ivo.Locator(".commented")).ToHaveTextAsync(["A ferry"]);
        await ivo.Locator(".editor-text").PressAsync("Control+Home");
        await ivo.Keyboard.TypeAsync("Late news. ");
        await ivo.Keyboard.PressAsync("Control+s");
        await Expect(ivo.Locator("#save-state")).ToContainTextAsync("version 2");
        await Expect(ivo.Locator(".commented")).ToHaveTextAsync(["A ferry"]);
        await Expect(ana.Locator(".editor-text")).ToContainTextAsync("Late news. A ferry");
        await Expect(ana.Locator(".commented")).ToHaveTextAsync(["A ferry"]);
        await ivo.Keyboard.PressAsync("Control+'");
        await Expect(ivo.Locator(".thread")).ToBeFocusedAsync();
        await TabToAsync(ivo, "Answer: Which one?");
        await ivo.Keyboard.PressAsync("Enter");
        await ivo.Keyboard.PressAsync("Tab");
        await ivo.Keyboard.TypeAsync("The Petar.");
        await ivo.Keyboard.PressAsync("Control+Enter");
        await Expect(ana.Locator(".thread .comment-words")).ToHaveTextAsync(["Which one?", "The Petar."]);

        // After a reload it stands where it was; where the passage is deleted, the comment stays and says so.
        await ana.ReloadAsync();
        await Expect(ana.Locator(".commented")).ToHaveTextAsync(["A ferry"]);
        await ana.Locator(".editor-text").PressAsync("Control+a");
        await ana.Keyboard.TypeAsync("Nothing is left of it.");
        await Expect(ana.Locator(".thread .lost")).ToHaveTextAsync(["without its passage"]);
        await ana.Keyboard.PressAsync("Control+s");
        await Expect(ana.Locator("#save-state")).ToContainTextAsync("version 3");
        await ana.ReloadAsync();
        await Expect(ana.Locator("#comments .comment-quote")).ToContainTextAsync("without its passage “A ferry”");

        // Settled with a key, and opened again.
        await ana.Keyboard.PressAsync("Control+'");
        await TabToAsync(ana, "Settle: Which one?");
        await ana.Keyboard.PressAsync("Enter");
        await Expect(ana.Locator(".settled > summary")).ToHaveTextAsync("1 settled");
        await Expect(ivo.Locator(".settled > summary")).ToHaveTextAsync("1 settled");
        Assert.Equal(0, (await desk.Newsroom.Store.FindRowAsync(story, Cancel))!.Comments);
        await ana.Locator(".settled > summary").PressAsync("Enter");
        await ana.GetByRole(AriaRole.Button, new() { Name = "Open again: Which one?" }).PressAsync("Enter");
        await Expect(ana.Locator("#comments-title")).ToContainTextAsync("1 open");
        Assert.Empty(desk.Faults);
    }

    [Fact]
    public async Task A_colleague_is_named_by_keyboard_and_finds_the_place()
    {
        await using var desk = await DeskBrowser.OpenAsync();
        var story = await desk.ArriveAsync("Ferry aground off Vis");
        var (ana, ivo) = (await desk.SignInAsync(), await desk.SignInAsync("Ivo Babić", "ivo@courier.example"));
        await OpenAsync(ana, story.ToString());
        await ana.Locator(".editor-text").PressAsync("Control+a");
        await ana.Keyboard.PressAsync("Control+;");
        await ana.Keyboard.TypeAsync("Is that so, @bab");
        await Expect(ana.Locator("#mention-list [role=option]")).ToHaveTextAsync(["Ivo Babić"]);
        Assert.Empty(await ana.FaultsForAxeAsync());
        await ana.Keyboard.PressAsync("Escape"); // closes the list, and stays in the field
        await Expect(ana.Locator("#mention-list")).ToBeHiddenAsync();
        await ana.Keyboard.TypeAsync("i");
        await ana.Keyboard.PressAsync("Enter");
        await Expect(ana.Locator(".comment-new textarea")).ToHaveValueAsync("Is that so, @Ivo Babić ");
        await ana.Keyboard.PressAsync("Control+Enter");
        await Expect(ana.Locator("#comments .comment-words")).ToHaveTextAsync(["Is that so, @Ivo Babić"]);

        await ivo.ReloadAsync();
        await Expect(ivo.Locator("nav a[href='/desk/for-me']")).ToHaveTextAsync("For me (1)");
        await ivo.Keyboard.PressAsync("g");
        await ivo.Keyboard.PressAsync("u");
        await ivo.ComeToAsync("**/desk/for-me");
        await ivo.GetByRole(AriaRole.Link, new() { Name = "Ferry aground off Vis" }).PressAsync("Enter");
        await ivo.ComeToAsync($"**/desk/story/{story}#comment-*");
        await Expect(ivo.Locator(".thread:target .comment-words")).ToContainTextAsync("Is that so");
        await Expect(ivo.Locator("nav a[href='/desk/for-me']")).ToHaveTextAsync("For me");
        Assert.Empty(desk.Faults);
    }

    [Fact]
    public async Task Whoever_types_an_answer_keeps_it_when_somebody_else_comments()
    {
        await using var desk = await DeskBrowser.OpenAsync();
        var story = await desk.ArriveAsync("Ferry aground off Vis");
        var key = await desk.Newsroom.Store.CommentAsync(story, Wireroom.Storage.CommentedPassage.None, "Too long.", 0, "Ivo Babić", Cancel);
        var page = await desk.SignInAsync();
        await OpenAsync(page, story.ToString());
        await page.GetByText("Answer", new() { Exact = true }).PressAsync("Enter");
        await page.Locator($"#answer-{key}").FillAsync("Half an ans");
        await desk.Newsroom.Store.CommentAsync(story, Wireroom.Storage.CommentedPassage.None, "And too late.", 0, "Eva Kos", Cancel);
        await Expect(page.Locator(".thread")).ToHaveCountAsync(2);
        await page.Keyboard.TypeAsync("wer");
        await Expect(page.Locator($"#answer-{key}")).ToHaveValueAsync("Half an answer");
        await Expect(page.Locator("#save-state")).ToHaveTextAsync("");
    }

    [Fact]
    public async Task Axe_finds_nothing_where_comments_stand()
    {
        await using var desk = await DeskBrowser.OpenAsync();
        var story = await desk.ArriveAsync("Ferry aground off Vis");
        await desk.Newsroom.Store.CommentAsync(story, new Wireroom.Storage.CommentedPassage("A ferry", 0), "Which one?", 0, "Ivo Babić", Cancel);
        var lost = await desk.Newsroom.Store.CommentAsync(story, new Wireroom.Storage.CommentedPassage("not there", 0), "And this?", 0, "Ivo Babić", Cancel);
        var settled = await desk.Newsroom.Store.CommentAsync(story, Wireroom.Storage.CommentedPassage.None, "Too long.", 0, "Ivo Babić", Cancel);
        await desk.Newsroom.Store.SettleCommentAsync(story, settled, true, "Ana Marić", Cancel);
        var state = await (await desk.SignInAsync()).Context.StorageStateAsync();
        var page = await desk.WindowAsync(state: state);
        foreach (var address in new[] { $"/desk/story/{story}", $"/desk/story/{story}/release", $"/desk/story/{story}/edit?comment={lost}" })
        {
            await page.GotoAsync(address);
            if (address.Contains("edit", StringComparison.Ordinal))
            {
                await Expect(page.Locator($"#comment-{lost}")).ToBeFocusedAsync();
                await page.Locator(".editor-text").PressAsync("Control+a");
                await page.Keyboard.PressAsync("Control+;");
                await Expect(page.Locator(".comment-new textarea")).ToBeFocusedAsync();
            }

            foreach (var summary in await page.Locator(".comments summary").AllAsync())
                await summary.EvaluateAsync("summary => summary.parentElement.setAttribute('open', '')");
            Assert.Empty(await page.FaultsForAxeAsync());
        }
    }

    private static async Task TabToAsync(IPage page, string label)
    {
        for (var stop = 0; stop < 12; stop++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<string?>("() => document.activeElement.getAttribute('aria-label')") == label)
                return;
        }

        Assert.Fail($"Tab does not come to “{label}”.");
    }

    private static async Task OpenAsync(IPage page, string story)
    {
        await page.GotoAsync($"/desk/story/{story}/edit");
        await page.WaitForSelectorAsync(".editor-text");
        await page.WaitForLoadStateAsync();
    }
}
