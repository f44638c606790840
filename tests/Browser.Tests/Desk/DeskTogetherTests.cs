using Microsoft.Playwright;
using Wireroom.Newsroom.Tests;
using Wireroom.Stories.Body;
using static Microsoft.Playwright.Assertions;

namespace Wireroom.Browser.Tests.Desk;

/// <summary>Two people in one story, and a line that breaks.</summary>
public sealed class DeskTogetherTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.Postgres)]
    public async Task Who_is_in_a_story_is_seen_and_a_field_passes_from_hand_to_hand_with_its_text(TestDatabase database)
    {
        await using var desk = await DeskBrowser.OpenAsync(database);
        var story = await desk.ArriveAsync("Ferry aground off Vis");
        var (ana, ivo) = (await desk.SignInAsync(), await desk.SignInAsync("Ivo Babić", "ivo@courier.example"));
        await OpenAsync(ivo, story.ToString());
        await Expect(ana.Locator($"#row-{story}")).ToContainTextAsync("Ivo Babić is in it");
        await OpenAsync(ana, story.ToString());
        await Expect(ana.Locator("#people")).ToContainTextAsync("Ivo Babić is in this story.");

        // Whoever writes in a field first has it.
        await ivo.Locator("#headline").PressAsync("End");
        await ivo.Keyboard.TypeAsync(", all safe");
        await Expect(ana.Locator("#people")).ToContainTextAsync("in the headline");
        await Expect(ana.Locator("#headline")).ToHaveAttributeAsync("readonly", "");
        await Expect(ana.Locator(".held")).ToContainTextAsync("Ivo Babić is writing here");

        // Asked for and given, by keyboard; what he wrote comes with it.
        await ana.Locator(".held button").PressAsync("Enter");
        await Expect(ivo.Locator("#asked")).ToContainTextAsync("Ana Marić asks for the headline.");
        await ivo.Locator("#asked-give").PressAsync("Enter");
        await Expect(ana.Locator("#headline")).ToBeFocusedAsync();
        await Expect(ana.Locator("#headline")).Not.ToHaveAttributeAsync("readonly", "");
        await Expect(ana.Locator("#headline")).ToHaveValueAsync("Ferry aground off Vis, all safe");
        await Expect(ivo.Locator("#headline")).ToHaveAttributeAsync("readonly", "");
        await ana.Keyboard.PressAsync("End");
        await ana.Keyboard.TypeAsync(" and sound");
        await ana.Keyboard.PressAsync("Control+s");
        await Expect(ivo.Locator("#headline")).ToHaveValueAsync("Ferry aground off Vis, all safe and sound");

        // Who leaves is gone.
        await ana.GotoAsync("about:blank");
        await Expect(ivo.Locator("#people")).ToBeHiddenAsync();
        await Expect(ivo.Locator("#headline")).Not.ToHaveAttributeAsync("readonly", "");
        Assert.Empty(desk.Faults);
    }

    [Fact]
    public async Task A_field_that_is_asked_for_without_an_answer_changes_hands()
    {
        await using var desk = await DeskBrowser.OpenAsync();
        var story = await desk.ArriveAsync("Ferry aground off Vis");
        var (ana, ivo) = (await desk.SignInAsync(), await desk.SignInAsync("Ivo Babić", "ivo@courier.example"));
        await OpenAsync(ivo, story.ToString());
        await OpenAsync(ana, story.ToString());
        await ivo.Locator("#standfirst").FocusAsync();
        await ivo.Keyboard.TypeAsync("Nobody was hurt.");
        await ana.Locator(".held button").PressAsync("Enter");
        await Expect(ana.Locator("#standfirst")).ToBeFocusedAsync();
        await Expect(ivo.Locator("#said")).ToContainTextAsync("Ana Marić has taken over the standfirst.");
        await Expect(ana.Locator("#standfirst")).ToHaveValueAsync("Nobody was hurt.");
        await Expect(ivo.Locator("#standfirst")).ToHaveAttributeAsync("readonly", "");
    }

    [Fact]
    public async Task A_line_that_somebody_has_just_begun_stays_where_others_save_theirs()
    {
        await using var desk = await DeskBrowser.OpenAsync();
        var story = await desk.ArriveAsync("Ferry aground off Vis");
        var page = await desk.SignInAsync();
        await OpenAsync(page, story.ToString());
        await page.Locator(".editor-text").PressAsync("Control+End");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".editor-text > p")).ToHaveCountAsync(2);
        var found = (await desk.Newsroom.Store.FindStoryAsync(story, Cancel))!.Head.Copy;
        await desk.Newsroom.Store.SaveVersionAsync(story, found with { Body = [new Paragraph(RichText.Of("Late news.")), .. found.Body, new Paragraph(RichText.Of("Theirs."))] }, 1, "Ivo Babić", Cancel);
        await Expect(page.Locator(".editor-text > p").Last).ToHaveTextAsync("Theirs.");
        await page.Keyboard.TypeAsync("Mine.");
        await Expect(page.Locator(".editor-text > p")).ToHaveTextAsync(["Late news.", "A ferry has run aground off the island of Vis, the harbour master said.", "Mine.", "Theirs."]);
        Assert.Empty(desk.Faults);
    }

    [Fact]
    public async Task Keys_that_were_typed_ahead_of_a_busy_page_act_one_after_the_other()
    {
        await using var desk = await DeskBrowser.OpenAsync();
        var story = await desk.ArriveAsync("Ferry aground off Vis");
        var page = await desk.SignInAsync();
        await OpenAsync(page, story.ToString());
        var text = page.Locator(".editor-text");
        await text.PressAsync("Control+Home");
        var keys = await page.Context.NewCDPSessionAsync(page);
        Task KeyAsync(string type, string key, int code, int modifiers = 0) => keys.SendAsync("Input.dispatchKeyEvent", new()
        {
            ["type"] = type, ["key"] = key, ["code"] = key, ["windowsVirtualKeyCode"] = code, ["modifiers"] = modifiers, ["text"] = key == "Enter" && type == "keyDown" ? "\r" : "",
        });
        var busy = page.EvaluateAsync("() => { const until = performance.now() + 1000; while (performance.now() < until); }");
        await Task.WhenAll(busy, KeyAsync("rawKeyDown", "End", 35, 2), KeyAsync("keyUp", "End", 35, 2), KeyAsync("keyDown", "Enter", 13), KeyAsync("keyUp", "Enter", 13));
        await page.Keyboard.TypeAsync("Mine.");
        await Expect(text.Locator("> p")).ToHaveTextAsync(["A ferry has run aground off the island of Vis, the harbour master said.", "Mine."]);
        Assert.Empty(desk.Faults);
    }

    [Fact]
    public async Task Where_both_changed_the_same_both_texts_stand_and_nothing_is_overwritten()
    {
        await using var desk = await DeskBrowser.OpenAsync();
        var story = await desk.ArriveAsync("Ferry aground off Vis");
        var page = await desk.SignInAsync();
        await OpenAsync(page, story.ToString());
        await page.LoseLineAsync();
        await page.Locator("#headline").FillAsync("Ferry afloat again");
        await page.Locator(".editor-text").PressAsync("Control+End");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.TypeAsync("Mine at the end.");
        var found = (await desk.Newsroom.Store.FindStoryAsync(story, Cancel))!;
        await desk.Newsroom.Store.SaveVersionAsync(story, found.Head.Copy with { Headline = "Ferry sunk", Place = "Vis" }, 1, "Ivo Babić", Cancel);
        await page.Context.SetOfflineAsync(false);
        await Expect(page.Locator("#moved")).ToContainTextAsync("Ferry sunk");
        await Expect(page.Locator("#headline")).ToHaveValueAsync("Ferry afloat again");
        await Expect(page.Locator("#place")).ToHaveValueAsync("Vis");
        await page.Keyboard.PressAsync("Control+s");
        await Expect(page.Locator("#save-state")).ToContainTextAsync("version 3");
        var versions = await desk.Newsroom.Store.VersionsAsync(story, Cancel);
        Assert.Equal(["Ferry aground off Vis", "Ferry sunk", "Ferry afloat again"], versions.Select(version => version.Copy.Headline));
        Assert.Contains("Mine at the end.", BodyText.Of(versions[^1].Copy.Body), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_typed_while_a_save_is_on_its_way_stays_beside_what_somebody_else_saved()
    {
        await using var desk = await DeskBrowser.OpenAsync();
        var story = await desk.ArriveAsync("Ferry aground off Vis");
        var page = await desk.SignInAsync();
        await page.RouteAsync("**/here", route => route.AbortAsync()); // no beat brings them together before the save does
        var answered = new TaskCompletionSource();
        await page.RouteAsync("**/save", async route =>
        {
            var answer = await route.FetchAsync();
            await answered.Task;
            await route.FulfillAsync(new() { Response = answer });
        });
        await OpenAsync(page, story.ToString());
        var theirs = (await desk.Newsroom.Store.FindStoryAsync(story, Cancel))!.Head.Copy;
        theirs = theirs with { Place = "Vis", Body = [new Wireroom.Stories.Body.Paragraph(Wireroom.Stories.Body.RichText.Of("Theirs comes first.")), .. theirs.Body] };
        await desk.Newsroom.Store.SaveVersionAsync(story, theirs, 1, "Ivo Babić", Cancel);
        await page.Locator("#headline").FillAsync("Ferry afloat again");
        await page.Locator("#standfirst").FillAsync("Before");
        var save = page.WaitForRequestAsync("**/save");
        await page.Keyboard.PressAsync("Control+s");
        await save;
        await page.Locator("#standfirst").FillAsync("Before and after");
        await page.Locator(".editor-text").PressAsync("Control+End");
        await page.Keyboard.TypeAsync(" Typed meanwhile.");
        answered.SetResult();
        await Expect(page.Locator("#place")).ToHaveValueAsync("Vis");
        await Expect(page.Locator("#headline")).ToHaveValueAsync("Ferry afloat again");
        await Expect(page.Locator("#standfirst")).ToHaveValueAsync("Before and after");
        await Expect(page.Locator(".editor-text > p")).ToHaveTextAsync(["Theirs comes first.", "A ferry has run aground off the island of Vis, the harbour master said. Typed meanwhile."]);
        await page.Keyboard.PressAsync("Control+s");
        await Expect(page.Locator("#save-state")).ToContainTextAsync("version 4");
        var saved = (await desk.Newsroom.Store.FindStoryAsync(story, Cancel))!.Head.Copy;
        Assert.Equal(("Vis", "Ferry afloat again", "Before and after"), (saved.Place, saved.Headline, saved.Standfirst));
        Assert.Contains("Theirs comes first.", BodyText.Of(saved.Body), StringComparison.Ordinal);
        Assert.Contains("Typed meanwhile.", BodyText.Of(saved.Body), StringComparison.Ordinal);
        Assert.Empty(desk.Faults);
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.Postgres)]
    public async Task What_is_written_without_a_line_is_kept_and_arrives_when_it_is_back(TestDatabase database)
    {
        await using var desk = await DeskBrowser.OpenAsync(database);
        var story = await desk.ArriveAsync("Ferry aground off Vis");
        var page = await desk.SignInAsync();
        await OpenAsync(page, story.ToString());
        await page.LoseLineAsync();
        await page.Locator(".editor-text").PressAsync("Control+End");
        for (var second = 0; second < 12; second++)
        {
            await page.Keyboard.TypeAsync($" Wave {second}.");
            await Task.Delay(500, Cancel);
        }

        await Expect(page.Locator("#save-state")).ToContainTextAsync("no line: kept in this browser");
        var person = (await desk.Newsroom.Store.FindPersonAsync("ana@courier.example", Cancel))!.Id;
        Assert.Null(await desk.Newsroom.Store.WorkingCopyAsync(person, story.ToString(), Cancel));
        await page.Context.SetOfflineAsync(false);
        await Expect(page.Locator("#save-state")).ToContainTextAsync("not saved; kept ");
        Assert.Contains("Wave 0. Wave 1.", (await desk.Newsroom.Store.WorkingCopyAsync(person, story.ToString(), Cancel))!.Form, StringComparison.Ordinal);
        Assert.Contains("Wave 11.", (await desk.Newsroom.Store.WorkingCopyAsync(person, story.ToString(), Cancel))!.Form, StringComparison.Ordinal);
    }

    private static async Task OpenAsync(IPage page, string story)
    {
        await page.GotoAsync($"/desk/story/{story}/edit");
        await page.WaitForSelectorAsync(".editor-text");
    }
}
