using System.Globalization;
using Wireroom.Newsroom.Desk.Access;
using Wireroom.Newsroom.Desk.Frame;
using Wireroom.Newsroom.Desk.SignIn;
using Wireroom.Storage;

namespace Wireroom.Newsroom.Desk.People;

/// <summary>One's own account: password and sessions.</summary>
public static class MyselfEndpoints
{
    /// <summary><c>/desk/me</c> and what hangs on it.</summary>
    public static void MapMyself(this RouteGroupBuilder desk)
    {
        desk.MapGet("/me", (HttpContext context, MyselfPages myself) => myself.ShowAsync(context)).Needs(Right.Own);
        desk.MapPost("/me/password", ChangePasswordAsync).Needs(Right.Own, "change the password");
        desk.MapPost("/me/sessions/{number}/end", EndSessionAsync).Needs(Right.Own, "sign out");
        desk.MapPost("/me/sign-out-elsewhere", SignOutElsewhereAsync).Needs(Right.Own, "sign out everywhere");
    }

    private static async Task<IResult> ChangePasswordAsync(HttpContext context, MyselfPages myself, DeskPages pages, SignInPages signIn, Store store, Passwords passwords, SignInLimits limits)
    {
        var form = context.Request.Form;
        var person = context.Person();
        if (await signIn.WhyOnlyThereAsync(person, context.RequestAborted) is { } elsewhere)
            return await myself.ShowAsync(context, fault: elsewhere);
        if (limits.Begin(context.CameFrom(), person.Email) is { } until)
            return await myself.ShowAsync(context, fault: $"Too many tries. Try again {(await pages.TimeAsync(context.RequestAborted)).In(until)}.");
        if (!passwords.Check(person, form["current"].ToString()))
            return await myself.ShowAsync(context, fault: "The current password is not right.");
        limits.Succeeded(person.Email);
        var password = form["password"].ToString();
        if (Passwords.WhatIsWrong(password, person.Email) is { } fault)
            return await myself.ShowAsync(context, fault: fault);
        await store.SetPasswordAsync(person.Id, passwords.Hash(password), context.RequestAborted, except: context.SessionId());
        return await myself.ShowAsync(context, said: "Your password is changed. Every other session of yours has ended.");
    }

    private static async Task<IResult> EndSessionAsync(HttpContext context, string number, MyselfPages myself, Store store)
    {
        if (long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var session))
            await store.EndSessionAsync(context.PersonId(), session, context.RequestAborted);
        return await myself.ShowAsync(context, said: "That session has ended.");
    }

    private static async Task<IResult> SignOutElsewhereAsync(HttpContext context, MyselfPages myself, Store store)
    {
        await store.EndSessionsAsync(context.PersonId(), except: context.SessionId(), context.RequestAborted);
        return await myself.ShowAsync(context, said: "You are signed out everywhere but here.");
    }
}
