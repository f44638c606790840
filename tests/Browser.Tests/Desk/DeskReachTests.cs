using Microsoft.Playwright;
using Wireroom.Newsroom.Desk.Access;
using Wireroom.Newsroom.Desk.SignIn;
using Wireroom.Storage;
using Wireroom.Stories;

namespace Wireroom.Browser.Tests.Desk;

public sealed class DeskReachTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whoever_works_on_one_desk_fetches_a_wire_to_it_takes_it_and_leaves_the_others_alone_by_keyboard()
    {
        await using var desk = await DeskBrowser.OpenAsync();
        var store = desk.Newsroom.Store;
        await store.SaveDesksAsync([new NewsDesk("news", "News", 0), new NewsDesk("sport", "Sport", 1)], Cancel);
        var (theirs, nobodys) = (await desk.ArriveAsync("Ferry aground off Vis"), await desk.ArriveAsync("Match abandoned"));
        await store.PutOnDeskAsync(theirs, "news", Cancel);
        await store.InviteAsync(Invitations.HashOf("token"), new Invitation(Roles.Editor, [], "ivo@courier.example") { Desks = ["sport"] }, TimeProvider.System.GetUtcNow().AddDays(1), Cancel);
        var page = await desk.WindowAsync();
        await page.GotoAsync("/desk/invitation/token");
        await page.Keyboard.TypeAsync("Ivo Babić");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("a lamp in the harbour");
        await page.Keyboard.PressAsync("Enter");
        await page.ComeToAsync("**/desk**");

        await page.GotoAsync($"/desk/story/{theirs}");
        await page.GetByText("The story stands on the desk news; you work on sport.").WaitForAsync();
        Assert.Equal(0, await page.Locator("[data-action=take], [data-action=spike]").CountAsync());
        Assert.Empty(await page.FaultsForAxeAsync());
        await page.GotoAsync($"/desk/story/{nobodys}");
        await page.Locator("#on-desk").FocusAsync();
        await page.Keyboard.TypeAsync("Sport");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("[data-action=take]").First.WaitForAsync();
        await page.Keyboard.PressAsync("1");
        await Assertions.Expect(page.Locator("#said")).ToContainTextAsync("Taken");
        Assert.Equal((StoryState.Draft, "Ivo Babić"), (await desk.StateAsync(nobodys)) is var state ? (state.State, state.TakenBy) : default);
        Assert.Empty(desk.Faults);
    }
}
