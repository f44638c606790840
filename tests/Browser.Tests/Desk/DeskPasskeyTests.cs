using static Microsoft.Playwright.Assertions;

namespace Wireroom.Browser.Tests.Desk;

/// <summary>A passkey in the browser's own virtual authenticator: https://www.w3.org/TR/webauthn-3/#sctn-automation.</summary>
public sealed class DeskPasskeyTests
{
    [Fact]
    public async Task A_passkey_is_made_and_signs_in_without_a_password()
    {
        await using var desk = await DeskBrowser.OpenAsync();
        var page = await desk.SignInAsync();
        var address = new UriBuilder(desk.Newsroom.Address) { Host = "localhost" }.Uri; // Web Authentication works for names, and for this one without a certificate
        await page.Context.CloseAsync();
        page = await desk.WindowAsync();
        await page.GotoAsync(new Uri(address, "/desk/sign-in").ToString());
        await page.FillAsync("#email", "ana@courier.example");
        await page.FillAsync("#password", "a lamp in the harbour");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForSelectorAsync("#rows", new() { State = Microsoft.Playwright.WaitForSelectorState.Attached });
        var device = await page.Context.NewCDPSessionAsync(page);
        await device.SendAsync("WebAuthn.enable");
        await device.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2", ["transport"] = "internal", ["hasResidentKey"] = true, ["hasUserVerification"] = true, ["isUserVerified"] = true, ["automaticPresenceSimulation"] = true,
            },
        });
        await page.GotoAsync(new Uri(address, "/desk/me").ToString());
        await page.FillAsync("#passkey-name", "My stick");
        await page.Locator("#passkey-add").PressAsync("Enter");
        await Expect(page.Locator("main")).ToContainTextAsync("My stick since", new() { UseInnerText = true });
        await page.Locator(".bar form button").PressAsync("Enter");
        await page.ComeToAsync("**/desk/sign-in");
        await page.Locator("#passkey-show").PressAsync("Enter");
        await page.WaitForSelectorAsync("#rows", new() { State = Microsoft.Playwright.WaitForSelectorState.Attached });
        await Expect(page.Locator(".bar")).ToContainTextAsync("Ana Marić");
        var line = (await desk.Newsroom.Store.TrailAsync(new Wireroom.Storage.TrailFilter { Words = "sign in" }, 1, TestContext.Current.CancellationToken))[0];
        Assert.Equal("by passkey", line.Detail);
        Assert.Empty(desk.Faults);
    }
}
