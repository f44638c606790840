using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using Wireroom.Newsroom.Desk.Access;
using Wireroom.Newsroom.Desk.Frame;
using Wireroom.Newsroom.Desk.SignIn;
using Wireroom.Storage;

namespace Wireroom.Newsroom.Desk.People;

/// <summary>One's own second step, passkeys and notices; and the keys for programs.</summary>
public static class SecondStepEndpoints
{
    private const int LongestName = 60;

    /// <summary>Whoever finds an open desk must not put their own telephone in the place of its owner's: removing asks for the password.</summary>
    private const string StandsAlready = "A telephone is in use already. Remove it first, with your password; then add another.";

    /// <summary>What hangs on <c>/desk/me</c> and <c>/desk/api-keys</c>.</summary>
    public static void MapSecondSteps(this RouteGroupBuilder desk)
    {
        desk.MapPost("/me/totp", BeginTotpAsync).NeedsUnlogged(Right.Own);
        desk.MapPost("/me/totp/confirm", ConfirmTotpAsync).Needs(Right.Own, "add a second step");
        desk.MapPost("/me/totp/remove", RemoveTotpAsync).Needs(Right.Own, "remove the second step");
        desk.MapPost("/me/passkeys/options", PasskeyOptionsAsync).NeedsUnlogged(Right.Own);
        desk.MapPost("/me/passkeys", KeepPasskeyAsync).Needs(Right.Own, "add a passkey", "name");
        desk.MapPost("/me/passkeys/remove", RemovePasskeyAsync).Needs(Right.Own, "remove a passkey");
        desk.MapPost("/me/notices", SetNoticesAsync).Needs(Right.Own, "choose notices", "kind");
        desk.MapPost("/api-keys", MakeKeyAsync).Needs(Right.ApiKeys, "make a key", "name", "scope");
        desk.MapPost("/api-keys/{number}/end", EndKeyAsync).Needs(Right.ApiKeys, "end a key");
    }

    private static async Task<IResult> BeginTotpAsync(HttpContext context, MyselfPages myself, SignInPages signIn, SecondStep steps) =>
        await WhyNoStepAsync(context, signIn) is { } fault ? await myself.ShowAsync(context, fault: fault) : await myself.ShowAsync(context, newSecret: steps.NewSecret());

    private static async Task<string?> WhyNoStepAsync(HttpContext context, SignInPages signIn) =>
        context.Person().Totp is not null ? StandsAlready : await signIn.WhyOnlyThereAsync(context.Person(), context.RequestAborted);

    private static async Task<IResult> ConfirmTotpAsync(HttpContext context, MyselfPages myself, SignInPages signIn, SecondStep steps, Store store)
    {
        if (await WhyNoStepAsync(context, signIn) is { } fault)
            return await myself.ShowAsync(context, fault: fault);
        var form = context.Request.Form;
        var secret = form["secret"].ToString();
        if (steps.StepOf(secret, form["code"].ToString(), lastStep: 0) is not { } step)
            return await myself.ShowAsync(context, fault: "The code is not right. Look at the telephone's clock, and try the next code.", newSecret: secret);
        await store.SetTotpAsync(context.PersonId(), secret, step, context.RequestAborted);
        return await myself.ShowAsync(context, said: "From now on, signing in asks for a code from your telephone.");
    }

    private static async Task<IResult> RemoveTotpAsync(HttpContext context, MyselfPages myself, Store store, Passwords passwords, SignInLimits limits, DeskPages pages)
    {
        if (limits.Begin(context.CameFrom(), context.Person().Email) is { } until)
            return await myself.ShowAsync(context, fault: $"Too many tries. Try again {(await pages.TimeAsync(context.RequestAborted)).In(until)}.");
        if (!passwords.Check(context.Person(), context.Request.Form["current"].ToString()))
            return await myself.ShowAsync(context, fault: "The current password is not right.");
        limits.Succeeded(context.Person().Email);
        await store.SetTotpAsync(context.PersonId(), null, 0, context.RequestAborted);
        return await myself.ShowAsync(context, said: "The second step is gone.");
    }

    private static async Task<IResult> PasskeyOptionsAsync(HttpContext context, Passkeys passkeys)
    {
        var (options, ticket) = await passkeys.BeginAsync(context, context.Person(), context.RequestAborted);
        return Results.Json(new { options, ticket });
    }

    private static async Task<IResult> KeepPasskeyAsync(HttpContext context, SignInPages signIn, Passkeys passkeys)
    {
        if (await signIn.WhyOnlyThereAsync(context.Person(), context.RequestAborted) is { } elsewhere)
            return Results.Json(new { message = elsewhere }, statusCode: StatusCodes.Status400BadRequest);
        var form = context.Request.Form;
        var name = form["name"].ToString().Trim();
        name = name.Length is > 0 and <= LongestName ? name : Browsers.Name(context.Request.Headers.UserAgent.ToString());
        return await passkeys.KeepAsync(context, context.Person(), name, form["ticket"].ToString(), form["response"].ToString(), context.RequestAborted) is { } fault
            ? Results.Json(new { message = fault }, statusCode: StatusCodes.Status400BadRequest)
            : Results.Json(new { message = "The passkey works from now on." });
    }

    private static async Task<IResult> RemovePasskeyAsync(HttpContext context, MyselfPages myself, Store store)
    {
        await store.ForgetPasskeyAsync(context.PersonId(), context.Request.Form["credential"].ToString(), context.RequestAborted);
        return await myself.ShowAsync(context, said: "That passkey no longer works.");
    }

    private static async Task<IResult> SetNoticesAsync(HttpContext context, MyselfPages myself, Store store)
    {
        var shown = context.Request.Form["kind"];
        await store.SetMutesAsync(context.PersonId(), [.. MyselfModel.MutableKinds.Concat(MyselfModel.MentionKinds).Where(kind => !shown.Contains(kind.Name)).Select(kind => kind.Name)], context.RequestAborted);
        return await myself.ShowAsync(context, said: "You are told so from now on.");
    }

    private static async Task<IResult> MakeKeyAsync(HttpContext context, MyselfPages myself, Store store)
    {
        var form = context.Request.Form;
        var name = form["name"].ToString().Trim();
        var scopes = MyselfModel.Scopes.Where(right => form["scope"].Contains(right.ToString()) && context.May(right)).Select(right => right.ToString()).ToList();
        if (name.Length is 0 or > LongestName)
            return await myself.ShowAsync(context, fault: $"Give the key a name of at most {LongestName} characters: what uses it.");
        if (scopes.Count == 0)
            return await myself.ShowAsync(context, fault: "Choose what the key may do; it can have no more than your own rights.");
        var key = KeyScheme.Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        await store.KeepApiKeyAsync(context.PersonId(), name, Invitations.HashOf(key), scopes, context.RequestAborted);
        return await myself.ShowAsync(context, said: "The key was made.", newKey: key);
    }

    private static async Task<IResult> EndKeyAsync(HttpContext context, string number, MyselfPages myself, Store store)
    {
        if (long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            await store.EndApiKeyAsync(id, context.RequestAborted);
        return await myself.ShowAsync(context, said: "That key no longer works.");
    }
}
