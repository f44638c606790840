using Microsoft.Playwright;
using Wireroom.Language.Attribution;
using Wireroom.Newsroom.Paper;
using Wireroom.Storage;
using Wireroom.Stories.Body;
using Wireroom.Stories.Planning;
using Wireroom.Stories.Routing;

namespace Wireroom.Browser.Tests.Desk;

public sealed class DeskAccessTests
{
    [Fact]
    public async Task Axe_finds_nothing_on_any_page_of_the_desk()
    {
        await using var desk = await DeskBrowser.OpenAsync();
        var pages = await PagesAsync(desk);
        var state = await (await desk.SignInAsync()).Context.StorageStateAsync();
        var page = await desk.WindowAsync(state: state);
        var found = new List<string>();
        foreach (var address in pages)
        {
            await page.GotoAsync(address);
            if (address.EndsWith("/edit", StringComparison.Ordinal) || address.EndsWith("/write", StringComparison.Ordinal))
                await FindAsync(page);
            if (address == "/desk")
                await page.WaitForSelectorAsync("#pane .copy");
            found.AddRange(await page.FaultsForAxeAsync());
        }

        Assert.True(found.Count == 0, string.Join('\n', found));
    }

    /// <summary>The editor with its small window open, and something found in the text.</summary>
    private static async Task FindAsync(IPage page)
    {
        await page.WaitForSelectorAsync(".editor-text");
        await page.Keyboard.PressAsync("Control+h");
        await page.Keyboard.TypeAsync("a");
        await page.WaitForSelectorAsync(".find:not([hidden])");
    }

    [Theory]
    [InlineData(320)]
    [InlineData(390)]
    [InlineData(1024)]
    public async Task No_page_of_the_desk_is_wider_than_its_window(int width)
    {
        await using var desk = await DeskBrowser.OpenAsync();
        var pages = await PagesAsync(desk);
        var state = await (await desk.SignInAsync()).Context.StorageStateAsync();
        var page = await desk.WindowAsync(width, 800, state: state);
        foreach (var address in pages)
        {
            await page.GotoAsync(address);
            if (address.EndsWith("/edit", StringComparison.Ordinal))
                await FindAsync(page);
            var over = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - window.innerWidth");
            Assert.True(over <= 0, $"{address} is {over} px too wide at {width}.");
            var small = await page.EvaluateAsync<string[]>(
                """
                () => [...document.querySelectorAll("button, select, input:not([type=hidden]):not(.spoken), .button, nav a")]
                  .filter((control) => control.checkVisibility())
                  .map((control) => [control.closest("label.check") ?? control, control])
                  .filter(([target]) => { const box = target.getBoundingClientRect(); return box.height < 23.5 && box.height > 0; })
                  .map(([, control]) => control.outerHTML.slice(0, 80))
                """);
            Assert.True(small.All(control => control.Contains("pick", StringComparison.Ordinal)), $"{address} has small targets: {string.Join(" ", small)}");
        }
    }

    private static async Task<IReadOnlyList<string>> PagesAsync(DeskBrowser desk)
    {
        var story = await desk.ArriveAsync("Ferry aground off Vis");
        var found = (await desk.Newsroom.Store.FindStoryAsync(story, TestContext.Current.CancellationToken))!;
        await desk.Newsroom.Store.SaveVersionAsync(story, found.Head.Copy with
            {
                Headline = "Ferry aground off Vis, all safe", HeadlineIsWorkingTitle = true, Urgency = 1,
                Body = [.. found.Head.Copy.Body, new Paragraph(RichText.Of("The ferry had sailed too late, Jure Perić said."))],
            }, 1, "Ivo Babić", TestContext.Current.CancellationToken);
        await desk.Newsroom.Store.TellDeskAsync(NoticeKind.Kill, story, "maestral", "Maestral has killed “Ferry aground off Vis”, which was OUT.", TestContext.Current.CancellationToken);
        var picture = await desk.Newsroom.Store.KeepPictureAsync(Wireroom.Newsroom.Tests.TestPictures.Png(320, 240), new PictureFacts { Caption = "The quay", Credit = "M. Tomić", Rights = new Wireroom.Stories.Rights("Editorial use only.") }, TestContext.Current.CancellationToken);
        var page = $"/desk/story/{story}";
        await desk.Newsroom.Store.SaveDesksAsync([new NewsDesk("news", "News", 0), new NewsDesk("sport", "Sport", 1)], TestContext.Current.CancellationToken);
        await desk.Newsroom.Store.PutOnDeskAsync(story, "news", TestContext.Current.CancellationToken);
        await desk.Newsroom.Store.SaveRoutingAsync(
            new RoutingPlan { Rules = [new() { When = [new(RoutingField.Words, ["ferry"])], Desk = "sport" }, new() { When = [new(RoutingField.Urgency, ["1"])], Alert = true }] }, TestContext.Current.CancellationToken);
        await desk.Newsroom.Store.SaveRoutingDraftAsync(new RoutingPlan { Rules = [new() { When = [new(RoutingField.Words, ["ferry"])], Desk = "news" }] }, TestContext.Current.CancellationToken);
        await desk.Newsroom.Store.LedgerAsync((await desk.Newsroom.Store.FindStoryAsync(story, TestContext.Current.CancellationToken))!.Head, LedgerReader.Version, CopyPassage.ReadLedgerNowAsync, TestContext.Current.CancellationToken);
        var cancel = TestContext.Current.CancellationToken;
        var copy = new Wireroom.Stories.Copy { Headline = "Bridge shut by the storm", Section = "region", Body = [new Paragraph(RichText.Of("The bridge is shut."))] };
        var live = await desk.Newsroom.Store.WriteStoryAsync(copy, "Ivo Babić", cancel);
        await desk.Newsroom.Store.ReleaseAsync(live, ReleaseOrder.Now, "Ivo Babić", cancel);
        await desk.Newsroom.Store.BeginLiveAsync(live, cancel);
        var entry = await desk.Newsroom.Store.AddEntryAsync(live, new EntryCopy("Wind turns", [new Paragraph(RichText.Of("The wind has turned."))], true), "Ivo Babić", cancel);
        await desk.Newsroom.Store.ChooseFrontAsync("", 0, [new FrontPlace(live, 1)], "Ivo Babić", cancel);
        await desk.Newsroom.Store.SaveWordListAsync("ferry => boat # the word of the coast", cancel);
        var planned = await desk.Newsroom.Store.SaveEventAsync(
            new PlannedEvent { Title = "Quay opens", Place = "Rijeka", Notes = "The mayor speaks.", Starts = TimeProvider.System.GetUtcNow().AddHours(30), Recurrence = "FREQ=WEEKLY" }, null, "Ivo Babić", cancel);
        await desk.Newsroom.Store.AssignAsync(new Assignment { Event = planned, What = "Who pays", Due = TimeProvider.System.GetUtcNow().AddHours(-1), Words = 400 }, "Ivo Babić", cancel);
        await desk.Newsroom.Store.AssignAsync(new Assignment { Story = story, What = "The passengers" }, "Ivo Babić", cancel);
        await desk.Newsroom.Store.CommentAsync(story, new CommentedPassage("A ferry", 0), "Which one?", 0, "Ivo Babić", cancel);
        return ["/desk/for-me", "/desk/board", "/desk/board?desk=news", "/desk/planning", $"/desk/planning/{planned}", "/desk/planning/new", "/desk/fronts", "/desk/fronts?front=region", $"/desk/story/{live}/live", $"/desk/story/{live}/live/{entry}", $"/desk/story/{live}", "/desk/settings/site", "/desk/settings/sign-in", "/desk", page, $"{page}?v=2&diff=1", $"{page}/edit", $"{page}/release", $"{page}/withdraw", "/desk/write", "/desk/sources", "/desk/sources/new", "/desk/notices", "/desk/people", "/desk/me", "/desk/log", "/desk?snoozed=1", "/desk/keys", "/desk/pictures", $"/desk/picture/{picture.File}", "/desk/voices", "/desk/voices/jure-peric", "/desk/settings", "/desk/routing?try=1", "/desk/routing/rule?place=1"];
    }
}
