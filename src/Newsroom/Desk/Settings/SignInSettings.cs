using Wireroom.Newsroom.Desk.Access;
using Wireroom.Newsroom.Desk.Frame;
using Wireroom.Newsroom.Desk.SignIn;
using Wireroom.Newsroom.Desk.SignIn.OpenId;
using Wireroom.Storage;

namespace Wireroom.Newsroom.Desk.Settings;

/// <summary>Through which provider people sign in. Whoever sets that could let in anybody as anybody, so an operator does; everybody may look.</summary>
public static class SignInSettings
{
    private const int Longest = 300;
    private const int LongestGroups = 8_000;

    /// <summary><c>/desk/settings/sign-in</c>.</summary>
    public static void MapSignInSettings(this RouteGroupBuilder desk)
    {
        desk.MapGet("/settings/sign-in", async (HttpContext context, DeskPages pages, Store store) => await ShowAsync(context, pages, await store.OpenIdAsync(context.RequestAborted))).Needs(Right.Read);
        desk.MapPost("/settings/sign-in", SaveAsync).Needs(Right.SignIn, "change how people sign in", "authority", "client-id", "button", "mail-claim", "vouches", "group-claim", "alone");
    }

    /// <summary>What is wrong with the settings, as a sentence, or null.</summary>
    public static string? WhatIsWrong(OpenIdSettings settings)
    {
        if (!settings.IsOn)
            return settings.Authority.Length + settings.ClientId.Length > 0 ? "The provider's address and the client belong together; leave both empty to switch it off." : null;
        if (!Uri.TryCreate(settings.Authority, UriKind.Absolute, out var address) || address.Scheme is not ("https" or "http") || address.Query.Length > 0 || address.UserInfo.Length > 0)
            return "The provider's address begins with https://, as https://login.example.org/realms/news; the part from /.well-known on is left out.";
        if (address.Scheme == "http" && !OpenIdProvider.IsHere(settings.Authority))
            return "The provider's address begins with https://: what opens the desk does not travel in the open. http:// is taken for a provider on this machine only.";
        if (((string[])[settings.Authority, settings.ClientId, settings.Button, settings.MailClaim, settings.GroupClaim]).Any(text => text.Length > Longest) || settings.Groups.Length > LongestGroups)
            return $"A field has at most {Longest} characters, the list of groups {LongestGroups}.";
        if (settings.Groups.Trim().Length > 0 && settings.GroupClaim.Length == 0)
            return "Name the claim that lists the groups; leave the list empty to let in only whom a chief invites.";
        return OpenIdClaims.WhatIsWrong(settings.Groups);
    }

    private static async Task<IResult> ShowAsync(HttpContext context, DeskPages pages, OpenIdSettings settings, string fault = "", string said = "")
    {
        var frame = await pages.FrameAsync(context, "Signing in");
        var back = $"{context.Request.Scheme}://{context.Request.Host}{OpenIdProvider.BackPath}";
        return DeskPages.Show(SignInSettingsPage.Create(new SignInSettingsModel(frame with { Said = said }, settings, back, context.May(Right.SignIn), fault)), fault.Length > 0 ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK);
    }

    private static async Task<IResult> SaveAsync(HttpContext context, DeskPages pages, Store store, OpenIdProvider provider)
    {
        var (form, cancel) = (context.Request.Form, context.RequestAborted);
        var before = await store.OpenIdAsync(cancel);
        var secret = form["secret"].ToString().Trim();
        var settings = new OpenIdSettings
        {
            Authority = Field("authority").TrimEnd('/'), ClientId = Field("client-id"), Button = Field("button"), MailClaim = Field("mail-claim"), VouchesForAddresses = Field("vouches") == "1",
            GroupClaim = Field("group-claim"), Groups = Field("groups").Replace("\r", "", StringComparison.Ordinal), Alone = Field("alone") == "1",
        };
        // A secret is shown to the provider it was given for, and to no other.
        settings = settings with { Secret = secret.Length > 0 ? provider.Sealed(secret) : settings.Authority == before.Authority && settings.ClientId == before.ClientId && form["forget"] != "1" ? before.Secret : null };
        if (WhatIsWrong(settings) is { } fault)
            return await ShowAsync(context, pages, settings, fault);
        await store.SaveOpenIdAsync(settings, cancel);
        var reached = settings.IsOn ? await provider.TryAsync(settings, cancel) : null;
        return await ShowAsync(context, pages, settings, said: !settings.IsOn ? "Saved. People sign in here alone." : reached is null ? $"Saved. {settings.Name} answers." : $"Saved, but {reached}");

        string Field(string name) => form[name].ToString().Trim();
    }
}

/// <summary>The page of signing in; <paramref name="Back"/> is the address that the provider must know.</summary>
public sealed record SignInSettingsModel(FrameModel Frame, OpenIdSettings Settings, string Back, bool MayChange, string Fault);
