using Wireroom.Newsroom.Desk.Frame;
using Wireroom.Storage;

namespace Wireroom.Newsroom.Desk.SignIn.OpenId;

/// <summary>Signing in through the house's provider: there, and back.</summary>
public static class OpenIdEndpoints
{
    /// <summary><c>/desk/sign-in/openid</c> and where the provider sends people back to.</summary>
    public static void MapOpenId(this RouteGroupBuilder desk)
    {
        desk.MapGet("/sign-in/openid", GoAsync).AllowAnonymous();
        desk.MapGet("/sign-in/openid/back", ComeBackAsync).AllowAnonymous();
    }

    private static async Task<IResult> GoAsync(HttpContext context, SignInPages pages, OpenIdProvider provider, Store store)
    {
        var (settings, back) = (await store.OpenIdAsync(context.RequestAborted), SignInEndpoints.Inside(context.Request.Query["return"]));
        if (!settings.IsOn)
            return Results.Redirect("/desk/sign-in");
        try
        {
            await provider.ChallengeAsync(context, settings, back);
            return Results.Empty;
        }
        catch (Exception fault) when (OpenIdFaults.IsOfTheLine(fault))
        {
            await store.NoteAsync("", context.CameFrom(), "sign-in refused", null, $"{settings.Name}: {OpenIdFaults.Detail(fault)}", context.RequestAborted);
            return await pages.ShowAsync(context, "", back, OpenIdFaults.Words(fault, settings), StatusCodes.Status502BadGateway);
        }
    }

    private static async Task<IResult> ComeBackAsync(HttpContext context, SignInPages pages, DeskPages frames, OpenIdProvider provider, Store store, SignInLimits limits)
    {
        var (settings, cancel) = (await store.OpenIdAsync(context.RequestAborted), context.RequestAborted);
        if (!settings.IsOn)
            return Results.Redirect("/desk/sign-in");
        var account = $"{settings.Name} from {context.CameFrom()}"; // whose it is shows only at the end; one who guesses must not shut out everybody
        if (limits.Begin(context.CameFrom(), account) is { } until)
            return await pages.ShowAsync(context, "", "/desk", $"Too many tries. Try again {(await frames.TimeAsync(cancel)).In(until)}.", StatusCodes.Status429TooManyRequests);
        var answer = await provider.AnswerAsync(context, settings);
        if (answer.Who is null)
            return await RefusedAsync(OpenIdFaults.Words(answer.Fault!, settings), OpenIdFaults.Detail(answer.Fault!));
        var (shown, why) = OpenIdClaims.Read(answer.Who, settings);
        if (shown.Issuer.Length == 0 || shown.Subject.Length == 0)
            return await RefusedAsync($"{settings.Name} does not say who you are (issuer and subject).", "");
        var welcome = await store.WelcomeAsync(shown, cancel);
        if (welcome.Person is not { } person)
            return await RefusedAsync(welcome.Why.Length > 0 ? welcome.Why : why, $"{shown.Subject} at {shown.Issuer}");
        limits.Succeeded(account);
        await Session.BeginAsync(context, store, person, $"through {settings.Name}", provider.Sealed(answer.IdToken));
        return Results.Redirect(answer.Return);

        async Task<IResult> RefusedAsync(string fault, string detail)
        {
            await store.NoteAsync("", context.CameFrom(), "sign-in refused", null, $"{settings.Name}: {fault}{(detail.Length > 0 ? $" ({detail})" : "")}", cancel);
            return await pages.ShowAsync(context, "", answer.Return, fault, StatusCodes.Status401Unauthorized);
        }
    }
}
