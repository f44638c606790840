using Microsoft.AspNetCore.Authentication;
using Wireroom.Newsroom.Desk.Access;
using Wireroom.Newsroom.Desk.Frame;
using Wireroom.Newsroom.Desk.SignIn.OpenId;
using Wireroom.Storage;

namespace Wireroom.Newsroom.Desk.SignIn;

/// <summary>Signing in, by password or by a one-time link, and out.</summary>
public static class SignInEndpoints
{
    private const string NotRight = "That e-mail address and password do not belong together.";

    /// <summary><c>/desk/sign-in</c>, <c>/desk/invitation/{token}</c>, <c>/desk/sign-out</c>.</summary>
    public static void MapSignIn(this RouteGroupBuilder desk)
    {
        desk.MapGet("/sign-in", AskAsync).AllowAnonymous();
        desk.MapPost("/sign-in", SignInAsync).AllowAnonymous();
        desk.MapPost("/sign-in/code", SignInByCodeAsync).AllowAnonymous();
        desk.MapPost("/sign-in/passkey/options", (HttpContext context, Passkeys passkeys) =>
        {
            var (options, ticket) = passkeys.Ask(context);
            return Results.Json(new { options, ticket });
        }).AllowAnonymous();
        desk.MapPost("/sign-in/passkey", SignInByPasskeyAsync).AllowAnonymous();
        desk.MapGet("/invitation/{token}", AskInvitedAsync).AllowAnonymous();
        desk.MapPost("/invitation/{token}", AcceptAsync).AllowAnonymous();
        desk.MapPost("/sign-out", SignOutAsync).Needs(Right.Own, "sign out");
    }

    /// <summary>The address to go to after signing in: within the desk, whatever the link says.</summary>
    public static string Inside(string? address) =>
        address is not null && (address == "/desk" || address.StartsWith("/desk/", StringComparison.Ordinal) || address.StartsWith("/desk?", StringComparison.Ordinal))
            && !address.Contains('\\', StringComparison.Ordinal) && !address.Any(char.IsControl)
            ? address
            : "/desk";

    private static Task<IResult> AskAsync(HttpContext context, SignInPages signIn) => signIn.ShowAsync(context, "", Inside(context.Request.Query["return"]));

    private static async Task<IResult> SignInAsync(HttpContext context, DeskPages pages, SignInPages signIn, Store store, Passwords passwords, SecondStep steps, SignInLimits limits)
    {
        var form = context.Request.Form;
        var (email, password, back) = (form["email"].ToString().Trim(), form["password"].ToString(), Inside(form["return"]));
        if (limits.Begin(context.CameFrom(), email) is { } until)
        {
            var time = await pages.TimeAsync(context.RequestAborted);
            context.Response.Headers.RetryAfter = ((int)Math.Ceiling((until - time.Now).TotalSeconds)).ToString(System.Globalization.CultureInfo.InvariantCulture);
            return await AgainAsync(StatusCodes.Status429TooManyRequests, $"Too many tries. Try again at {time.Seconds(until)} ({time.ZoneName}), {time.In(until)}.");
        }

        var person = email.Length is > 0 and <= 256 ? await store.FindPersonAsync(email, context.RequestAborted) : null;
        if (!passwords.Check(person, password))
            return await RefusedAsync(NotRight);
        if (person is { DisabledAt: not null })
            return await RefusedAsync("This account is shut. A chief of this newsroom can open it again.");
        if (await signIn.WhyOnlyThereAsync(person!, context.RequestAborted) is { } elsewhere)
            return await RefusedAsync(elsewhere);
        if (person!.Totp is not null)
            return DeskPages.Show(CodePage.Create(new CodeModel(await pages.FrameAsync(context, "Sign in"), steps.TicketFor(person), back, "")));
        limits.Succeeded(email);
        await Session.BeginAsync(context, store, person, "by password");
        return Results.Redirect(back);

        async Task<IResult> RefusedAsync(string fault)
        {
            await store.NoteAsync(person?.Name ?? "", context.CameFrom(), "sign-in refused", null, email, context.RequestAborted);
            return await AgainAsync(StatusCodes.Status401Unauthorized, fault);
        }

        Task<IResult> AgainAsync(int status, string fault) => signIn.ShowAsync(context, email, back, fault, status);
    }

    /// <summary>The second step: whoever has shown the password shows a code. Its tries count with those of the password.</summary>
    private static async Task<IResult> SignInByCodeAsync(HttpContext context, DeskPages pages, SignInPages signIn, Store store, SecondStep steps, SignInLimits limits)
    {
        var (form, cancel) = (context.Request.Form, context.RequestAborted);
        var (ticket, back) = (form["ticket"].ToString(), Inside(form["return"]));
        if (steps.OwnerOf(ticket) is not { } owner || await store.FindPersonAsync(owner.Person, cancel) is not { DisabledAt: null, Totp: { } secret } person || person.Stamp != owner.Stamp)
            return await signIn.ShowAsync(context, "", back, "That took too long. Sign in again.", StatusCodes.Status401Unauthorized);
        var time = await pages.TimeAsync(cancel);
        if (limits.Begin(context.CameFrom(), person.Email) is { } until)
            return await AgainAsync(StatusCodes.Status429TooManyRequests, $"Too many tries. Try again at {time.Seconds(until)} ({time.ZoneName}), {time.In(until)}.");
        if (steps.StepOf(secret, form["code"].ToString(), person.TotpStep) is not { } step || !await store.UseTotpStepAsync(person.Id, step, cancel))
        {
            await store.NoteAsync(person.Name, context.CameFrom(), "sign-in refused", null, "a wrong code", cancel);
            return await AgainAsync(StatusCodes.Status401Unauthorized, "That code is not right, or was used already. Wait for the next one.");
        }

        limits.Succeeded(person.Email);
        await Session.BeginAsync(context, store, person, "by password and code");
        return Results.Redirect(back);

        async Task<IResult> AgainAsync(int status, string fault) => DeskPages.Show(CodePage.Create(new CodeModel(await pages.FrameAsync(context, "Sign in"), ticket, back, fault)), status);
    }

    private static async Task<IResult> SignInByPasskeyAsync(HttpContext context, Passkeys passkeys, SignInPages signIn, Store store, SignInLimits limits)
    {
        var form = context.Request.Form;
        var account = $"passkeys from {context.CameFrom()}"; // whose it is shows only at the end; one who guesses must not shut out everybody
        if (limits.Begin(context.CameFrom(), account) is not null)
            return Results.Json(new { message = "Too many tries. Try again in some minutes." }, statusCode: StatusCodes.Status429TooManyRequests);
        if (await passkeys.FindAsync(context, form["ticket"].ToString(), form["response"].ToString(), context.RequestAborted) is not { } person)
        {
            await store.NoteAsync("", context.CameFrom(), "sign-in refused", null, "a passkey that is not known", context.RequestAborted);
            return Results.Json(new { message = "That passkey is not known here. Sign in with your password." }, statusCode: StatusCodes.Status400BadRequest);
        }

        if (await signIn.WhyOnlyThereAsync(person, context.RequestAborted) is { } elsewhere)
        {
            await store.NoteAsync(person.Name, context.CameFrom(), "sign-in refused", null, "a passkey, where only the provider counts", context.RequestAborted);
            return Results.Json(new { message = elsewhere }, statusCode: StatusCodes.Status400BadRequest);
        }

        limits.Succeeded(account);
        await Session.BeginAsync(context, store, person, "by passkey");
        return Results.Json(new { address = Inside(form["return"]) });
    }

    private static async Task<IResult> AskInvitedAsync(HttpContext context, string token, DeskPages pages, SignInPages signIn, Store store)
    {
        context.Response.Headers["Referrer-Policy"] = "no-referrer";
        return await store.FindInvitationAsync(Invitations.HashOf(token), context.RequestAborted) is { } invitation
            ? await signIn.InviteAsync(context, token, invitation, "", invitation.Email)
            : await GoneAsync(context, pages);
    }

    private static async Task<IResult> AcceptAsync(HttpContext context, string token, DeskPages pages, SignInPages signIn, Store store, Passwords passwords)
    {
        context.Response.Headers["Referrer-Policy"] = "no-referrer";
        var hash = Invitations.HashOf(token);
        if (await store.FindInvitationAsync(hash, context.RequestAborted) is not { } invitation)
            return await GoneAsync(context, pages);
        var form = context.Request.Form;
        var (name, password) = (form["name"].ToString().Trim(), form["password"].ToString());

        // Whoever was invited by an address keeps to it: a link must not set somebody else's password.
        var email = invitation.Email.Length > 0 ? invitation.Email : form["email"].ToString().Trim();
        var fault = name.Length is 0 or > 80 ? "Give your name, as the log is to show it, in at most 80 characters."
            : email.Length > 254 || email.IndexOf('@', StringComparison.Ordinal) <= 0 || email.EndsWith('@') ? "Give an e-mail address: it is the name you sign in with."
            : Passwords.WhatIsWrong(password, email);
        if (fault is not null)
            return await signIn.InviteAsync(context, token, invitation, name, email, fault);
        try
        {
            if (await store.AcceptInvitationAsync(hash, name, email, passwords.Hash(password), context.RequestAborted) is not { } person)
                return await GoneAsync(context, pages);
            await Session.BeginAsync(context, store, person, "by a one-time link");
            return Results.Redirect("/desk");
        }
        catch (NameTakenException taken)
        {
            return await signIn.InviteAsync(context, token, invitation, name, email, taken.Message);
        }
    }

    private static Task<IResult> GoneAsync(HttpContext context, DeskPages pages) => pages.MessageAsync(
        context, StatusCodes.Status410Gone, "This link is used or too old", "A link works once and for a few days. Ask for a new one; on a newsroom where nobody can sign in yet, start the program again and it prints one.");

    /// <summary>
    /// Ends the session, and whoever came through the house's provider goes on there: otherwise the next to press the button at this computer would come in as
    /// them. A form may lead nowhere but to the desk (Content-Security-Policy), so a page of its own goes on.
    /// </summary>
    private static async Task<IResult> SignOutAsync(HttpContext context, Store store, DeskPages pages, OpenIdProvider provider)
    {
        var hint = await store.EndSessionAsync(context.PersonId(), context.SessionId(), context.RequestAborted);
        await context.SignOutAsync(Session.Scheme);
        context.Features.Set<SignedIn>(null);
        if (hint.Length == 0 || await store.OpenIdAsync(context.RequestAborted) is not { IsOn: true } settings || await provider.SignOutAddressAsync(context, settings, hint) is not { } address)
            return Results.Redirect("/desk/sign-in");
        context.Response.Headers["Refresh"] = $"0;url={address}";
        return DeskPages.Show(SignedOutPage.Create(new SignedOutModel(await pages.FrameAsync(context, "Signed out"), settings.Name, address)));
    }
}

/// <summary>The sign-in form: what was typed, where to go, what went wrong.</summary>
public sealed record SignInModel(FrameModel Frame, string Email, string Return, string Fault)
{
    /// <summary>What the house's provider is called, or empty.</summary>
    public string Provider { get; init; } = "";
}

/// <summary>Somebody has signed out here and goes on at the provider.</summary>
public sealed record SignedOutModel(FrameModel Frame, string Provider, string Address);

/// <summary>The form for the code of the second step.</summary>
public sealed record CodeModel(FrameModel Frame, string Ticket, string Return, string Fault);

/// <summary>The form behind a one-time link.</summary>
public sealed record InvitationModel(FrameModel Frame, string Token, string Invited, string Name, string Email, string Fault)
{
    /// <summary>What the house's provider is called, or empty.</summary>
    public string Provider { get; init; } = "";
}
