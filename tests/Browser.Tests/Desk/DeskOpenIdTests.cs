using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Wireroom.Newsroom.Desk.SignIn.OpenId;
using Wireroom.Newsroom.Tests.Desk;
using Wireroom.Storage;

namespace Wireroom.Browser.Tests.Desk;

/// <summary>Through the house's provider and out again, in a real browser: what its policies let pass, no other client knows.</summary>
public sealed class DeskOpenIdTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Somebody_comes_in_through_the_provider_by_keyboard_and_signs_out_of_both()
    {
        await using var provider = await HouseProvider.StartAsync();
        await using var desk = await DeskBrowser.OpenAsync();
        var store = desk.Newsroom.Store;
        provider.Asks = true;
        await store.SaveOpenIdAsync(
            new OpenIdSettings { Authority = provider.Issuer, ClientId = HouseProvider.Client, Secret = desk.Newsroom.Services.GetRequiredService<OpenIdProvider>().Sealed(HouseProvider.Secret), Button = "the house" }, Cancel);
        await store.InviteAsync("hash", new Invitation("editor", [], "ivo@courier.example"), TimeProvider.System.GetUtcNow().AddDays(1), Cancel);
        var page = await desk.WindowAsync(390, 800);
        await page.GotoAsync("/desk/people");
        await page.ComeToAsync("**/desk/sign-in?return=**");
        Assert.Empty(await page.FaultsForAxeAsync());
        await page.GetByRole(AriaRole.Link, new() { Name = "Sign in with the house" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.ComeToAsync("**/authorize**");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await page.ComeToAsync("**/desk/people");
        await page.GotoAsync("/desk/me");
        await page.GetByText("through the house").WaitForAsync();
        Assert.Empty(await page.FaultsForAxeAsync());

        // Out of the desk, over the provider, and back to the sign-in, whose button asks the provider anew.
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out", Exact = true }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.ComeToAsync("**/desk/sign-in");
        Assert.NotEmpty(provider.SignedOutWith);
        await page.GotoAsync("/desk/me");
        await page.ComeToAsync("**/desk/sign-in?return=**");
        Assert.Empty(desk.Faults);
    }
}
