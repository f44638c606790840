using Wireroom.Newsroom.Desk.Frame;
using Wireroom.Storage;

namespace Wireroom.Newsroom.Desk.SignIn;

/// <summary>Who can sign in; inviting somebody; one's own password.</summary>
public static class PeopleEndpoints
{
    /// <summary><c>/desk/people</c>.</summary>
    public static void MapPeople(this RouteGroupBuilder desk)
    {
        desk.MapGet("/people", (HttpContext context, DeskPages pages, Store store) => ShowAsync(context, pages, store));
        desk.MapPost("/people/invite", InviteAsync);
        desk.MapPost("/people/password", ChangePasswordAsync);
    }

    private static async Task<IResult> ShowAsync(HttpContext context, DeskPages pages, Store store, string link = "", string fault = "", string said = "")
    {
        var frame = await pages.FrameAsync(context, "People");
        var model = new PeopleModel(frame with { Said = said }, await store.PeopleAsync(context.RequestAborted), context.User.IsInRole(Roles.Chief), link, fault);
        return DeskPages.Show(PeoplePage.Create(model), fault.Length > 0 ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK);
    }

    private static async Task<IResult> InviteAsync(HttpContext context, DeskPages pages, Store store, Invitations invitations)
    {
        if (!context.User.IsInRole(Roles.Chief))
            return await pages.MessageAsync(context, StatusCodes.Status403Forbidden, "Not allowed", "Only a chief can invite people.");
        var form = context.Request.Form;
        var email = form["email"].ToString().Trim();
        var role = form["role"].ToString() == Roles.Chief ? Roles.Chief : Roles.Editor;
        if (email.Length > 254 || email.IndexOf('@', StringComparison.Ordinal) <= 0 || email.EndsWith('@'))
            return await ShowAsync(context, pages, store, fault: "Give the e-mail address of the person to invite.");
        var path = await invitations.InviteAsync(role, email, context.RequestAborted);
        return await ShowAsync(context, pages, store, link: $"{context.Request.Scheme}://{context.Request.Host}{path}", said: $"A link for {email} was made.");
    }

    private static async Task<IResult> ChangePasswordAsync(HttpContext context, DeskPages pages, Store store, Passwords passwords, SignInLimits limits)
    {
        var form = context.Request.Form;
        var person = await store.FindPersonAsync(context.PersonId(), context.RequestAborted);
        if (limits.Begin(context.Connection.RemoteIpAddress?.ToString() ?? "", person?.Email ?? "") is { } until)
            return await ShowAsync(context, pages, store, fault: $"Too many tries. Try again {(await pages.TimeAsync(context.RequestAborted)).In(until)}.");
        if (!passwords.Check(person, form["current"].ToString()))
            return await ShowAsync(context, pages, store, fault: "The current password is not right.");
        limits.Succeeded(person!.Email);
        var password = form["password"].ToString();
        if (Passwords.WhatIsWrong(password, person.Email) is { } fault)
            return await ShowAsync(context, pages, store, fault: fault);
        await store.SetPasswordAsync(person.Id, passwords.Hash(password), context.RequestAborted);
        await Session.BeginAsync(context, (await store.FindPersonAsync(person.Id, context.RequestAborted))!);
        return await ShowAsync(context, pages, store, said: "Your password is changed. Every other session of yours has ended.");
    }
}

/// <summary>The page of people; <paramref name="Link"/> is a link just made, shown this once.</summary>
public sealed record PeopleModel(FrameModel Frame, IReadOnlyList<Person> People, bool MayInvite, string Link, string Fault);
