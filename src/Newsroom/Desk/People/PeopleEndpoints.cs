using System.Globalization;
using Wireroom.Newsroom.Desk.Access;
using Wireroom.Newsroom.Desk.Frame;
using Wireroom.Newsroom.Desk.SignIn;
using Wireroom.Storage;

namespace Wireroom.Newsroom.Desk.People;

/// <summary>Who can sign in and what they may do: inviting, changing roles, shutting out, ending sessions.</summary>
public static class PeopleEndpoints
{
    /// <summary><c>/desk/people</c> and what hangs on it.</summary>
    public static void MapPeople(this RouteGroupBuilder desk)
    {
        desk.MapGet("/people", (HttpContext context, DeskPages pages, Store store) => ShowAsync(context, pages, store)).Needs(Right.Read);
        desk.MapPost("/people/invite", InviteAsync).Needs(Right.People, "invite", "email", "role", "section", "desk");
        desk.MapPost("/people/{number}/role", ChangeRoleAsync).Needs(Right.People, "change the role", "role", "section", "desk");
        desk.MapPost("/people/{number}/shut", ShutAsync).Needs(Right.People, "shut out or let in", "shut");
        desk.MapPost("/people/{number}/sign-out", SignOutAsync).Needs(Right.People, "sign out everywhere");
        desk.MapPost("/people/{number}/loosen", LoosenAsync).Needs(Right.People, "loosen from the provider");
    }

    private static async Task<IResult> ShowAsync(HttpContext context, DeskPages pages, Store store, string link = "", string fault = "", string said = "")
    {
        var cancel = context.RequestAborted;
        var model = new PeopleModel(
            await pages.FrameAsync(context, "People") with { Said = said }, await store.PeopleAsync(cancel), await store.SectionsAsync(cancel), await store.DesksAsync(cancel), context.PersonId(), context.May(Right.People), link, fault) { Tied = await store.TiedPeopleAsync(cancel) };
        return DeskPages.Show(PeoplePage.Create(model), fault.Length > 0 ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK);
    }

    private static async Task<IResult> InviteAsync(HttpContext context, DeskPages pages, Store store, Invitations invitations)
    {
        var form = context.Request.Form;
        var email = form["email"].ToString().Trim();
        if (email.Length > 254 || email.IndexOf('@', StringComparison.Ordinal) <= 0 || email.EndsWith('@'))
            return await ShowAsync(context, pages, store, fault: "Give the e-mail address of the person to invite.");
        var (roles, reach, fault) = await AskedAsync(form, store, Reach.Everywhere, context.RequestAborted);
        if (fault is not null)
            return await ShowAsync(context, pages, store, fault: fault);
        if (!context.May(Right.ApiKeys) && roles.Contains(Roles.Operator, StringComparison.Ordinal))
            return await ShowAsync(context, pages, store, fault: "Only an operator can make another one.");
        if (await store.FindPersonAsync(email, context.RequestAborted) is { } known && Outranks(context, known) is { } why)
            return await ShowAsync(context, pages, store, fault: why);
        var path = await invitations.InviteAsync(new Invitation(roles, reach.Sections, email) { Desks = reach.Desks }, context.RequestAborted);
        return await ShowAsync(context, pages, store, link: $"{context.Request.Scheme}://{context.Request.Host}{path}", said: $"A link for {email} was made.");
    }

    private static async Task<IResult> ChangeRoleAsync(HttpContext context, string number, DeskPages pages, Store store)
    {
        var (person, refusal) = await FindAsync(context, number, store);
        if (person is null)
            return await ShowAsync(context, pages, store, fault: refusal);
        var (roles, reach, fault) = await AskedAsync(context.Request.Form, store, person.Reach, context.RequestAborted);
        fault ??= !context.May(Right.ApiKeys) && roles.Contains(Roles.Operator, StringComparison.Ordinal) ? "Only an operator can make another one." : null;
        fault ??= await LastAsync(store, person, person with { Role = roles }, context.RequestAborted);
        if (fault is not null)
            return await ShowAsync(context, pages, store, fault: fault);
        await store.SetRolesAsync(person.Id, roles, reach, context.RequestAborted);
        return await ShowAsync(context, pages, store, said: $"{person.Name} is {Roles.Words(roles).ToLowerInvariant()} from now on.");
    }

    private static async Task<IResult> ShutAsync(HttpContext context, string number, DeskPages pages, Store store, TimeProvider clock)
    {
        var (person, refusal) = await FindAsync(context, number, store);
        if (person is null)
            return await ShowAsync(context, pages, store, fault: refusal);
        var shut = context.Request.Form["shut"] == "1";
        if (shut && person.Id == context.PersonId())
            return await ShowAsync(context, pages, store, fault: "You cannot shut yourself out; ask another chief or operator.");
        if (shut && await LastAsync(store, person, person with { DisabledAt = clock.GetUtcNow() }, context.RequestAborted) is { } fault)
            return await ShowAsync(context, pages, store, fault: fault);
        await store.DisableAsync(person.Id, shut, context.RequestAborted);
        return await ShowAsync(context, pages, store, said: shut ? $"{person.Name} is shut out, and every session of theirs has ended." : $"{person.Name} can sign in again.");
    }

    private static async Task<IResult> SignOutAsync(HttpContext context, string number, DeskPages pages, Store store)
    {
        var (person, refusal) = await FindAsync(context, number, store);
        if (person is null)
            return await ShowAsync(context, pages, store, fault: refusal);
        await store.EndSessionsAsync(person.Id, person.Id == context.PersonId() ? context.SessionId() : 0, context.RequestAborted);
        return await ShowAsync(context, pages, store, said: $"{person.Name} is signed out everywhere.");
    }

    private static async Task<IResult> LoosenAsync(HttpContext context, string number, DeskPages pages, Store store)
    {
        var (person, refusal) = await FindAsync(context, number, store);
        if (person is null)
            return await ShowAsync(context, pages, store, fault: refusal);
        await store.LoosenAsync(person.Id, context.RequestAborted);
        return await ShowAsync(context, pages, store, said: $"{person.Name} is loosened from the provider: whoever signs in there with {person.Email} next is tied to this account.");
    }

    private static async Task<(Person? Person, string Refusal)> FindAsync(HttpContext context, string number, Store store)
    {
        var person = long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? await store.FindPersonAsync(id, context.RequestAborted) : null;
        if (person is null)
            return (null, "There is nobody at this address.");
        return Outranks(context, person) is { } why ? (null, why) : (person, "");
    }

    /// <summary>Nobody changes an account that may more than their own: a chief who is no operator leaves operators alone, and the other way round.</summary>
    private static string? Outranks(HttpContext context, Person person) =>
        person.Id != context.PersonId() && Enum.GetValues<Right>().FirstOrDefault(right => person.May(right) && !context.May(right), Right.Own) is not Right.Own
            ? $"{person.Name} may do more than you ({Roles.Words(person.Role).ToLowerInvariant()}); only somebody who may as much can change that."
            : null;

    /// <summary>Somebody who looks after people must stay: why that change cannot be, as a sentence, or null.</summary>
    internal static async Task<string?> LastAsync(Store store, Person before, Person after, CancellationToken cancel)
    {
        if (!before.May(Right.People) || (after.May(Right.People) && after.DisabledAt is null))
            return null;
        var others = (await store.PeopleAsync(cancel)).Any(person => person.Id != before.Id && person.DisabledAt is null && person.May(Right.People));
        return others ? null : $"{before.Name} is the last who can invite people and change roles. Give somebody else that role first.";
    }

    private static async Task<(string Roles, Reach Reach, string? Fault)> AskedAsync(IFormCollection form, Store store, Reach before, CancellationToken cancel)
    {
        // A section or desk that is gone stays a limit for whoever has it: forgetting the last one would open all of them.
        var roles = Roles.All.Where(role => form["role"].Contains(role.Name)).Select(role => role.Name).ToList();
        var sections = (await store.SectionsAsync(cancel)).Select(section => section.Slug).Union(before.Sections).Where(slug => form["section"].Contains(slug)).ToList();
        var desks = (await store.DesksAsync(cancel)).Select(desk => desk.Slug).Union(before.Desks).Where(slug => form["desk"].Contains(slug)).ToList();
        return (string.Join(' ', roles), new Reach(sections, desks), roles.Count == 0 ? "Choose at least one role." : null);
    }
}

/// <summary>The page of people; <paramref name="Link"/> is a link just made, shown this once.</summary>
public sealed record PeopleModel(FrameModel Frame, IReadOnlyList<Person> People, IReadOnlyList<Section> Sections, IReadOnlyList<NewsDesk> Desks, long Myself, bool MayChange, string Link, string Fault)
{
    /// <summary>Who signs in through a provider.</summary>
    public IReadOnlySet<long> Tied { get; init; } = new HashSet<long>();
}

/// <summary>The choice of roles, sections and desks, for somebody who is there or for a new one.</summary>
public sealed record RoleChoice(PeopleModel Page, IReadOnlyList<string> Roles, Reach Reach);
