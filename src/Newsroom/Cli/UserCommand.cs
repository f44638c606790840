using System.CommandLine;
using Wireroom.Newsroom.Desk.Access;
using Wireroom.Newsroom.Desk.People;
using Wireroom.Newsroom.Desk.SignIn;
using Wireroom.Storage;

namespace Wireroom.Newsroom.Cli;

/// <summary>
/// <c>wireroom user</c>: a one-time link, for a new colleague or for somebody whose password is lost; who can sign in; what somebody may do, and in which
/// sections and on which desks.
/// </summary>
internal static class UserCommand
{
    private static readonly Argument<string> Email = new("E-MAIL") { Description = "Address of the person; one who is known already gets a new password." };
    private static readonly Argument<string> Known = new("E-MAIL") { Description = "Address of somebody who is there." };

    private static readonly Option<string> Role = new("--role")
    {
        Description = "What the person may do: reporter, editor, chief, pictures, operator or log; several with commas between.", HelpName = "ROLE", DefaultValueFactory = _ => Roles.Editor,
    };

    private static readonly Option<string?> NewRole = new("--role") { Description = "What the person may do from now on; several with commas between. Left out, it stays as it is.", HelpName = "ROLE" };

    private static readonly Option<string?> Sections = new("--section")
    {
        Description = "Only in this section: its address without the slash; several with commas between, \"all\" for every one.", HelpName = "SECTION",
    };

    private static readonly Option<string?> Desks = new("--desk") { Description = "Only on this desk, by its name in the queue's address; several with commas between, \"all\" for every one.", HelpName = "DESK" };

    public static Command Make()
    {
        var invite = new Command("invite", "Prints a one-time link with which a person sets name and password.") { Email, Role, Sections, Desks };
        var set = new Command("set", "Changes what somebody may do, and where; what is left out stays as it is.") { Known, NewRole, Sections, Desks };
        return new Command("user", "The people of the desk.")
        {
            invite.Does("user", InviteAsync, parsed => parsed.GetValue(Email)),
            set.Does("user", SetAsync, parsed => parsed.GetValue(Known)),
            new Command("list", "Who can sign in, and what they may do.").Does("user", ListAsync),
        };
    }

    private static async Task<int> InviteAsync(Store store, ParseResult parsed, CancellationToken cancel)
    {
        var email = parsed.GetValue(Email)!.Trim();
        if (email.IndexOf('@', StringComparison.Ordinal) is <= 0 || email.EndsWith('@') || email.Any(char.IsWhiteSpace))
            throw new UsageException($"\"{email}\" is no e-mail address.");
        var (roles, reach) = (RolesIn(parsed.GetValue(Role) ?? ""), await ReachAsync(store, parsed, Reach.Everywhere, cancel).ConfigureAwait(false));
        var path = await new Invitations(store, TimeProvider.System).InviteAsync(new Invitation(roles, reach.Sections, email) { Desks = reach.Desks }, cancel).ConfigureAwait(false);
        var address = (await store.MastheadAsync(cancel).ConfigureAwait(false)).Address;
        await Console.Out.WriteLineAsync($"{(address.Length > 0 ? address : "http://localhost:5080")}{path}").ConfigureAwait(false);
        await Console.Error.WriteLineAsync($"The link works once, for {Invitations.Lifetime.TotalDays:0} days.").ConfigureAwait(false);
        return 0;
    }

    private static async Task<int> SetAsync(Store store, ParseResult parsed, CancellationToken cancel)
    {
        var person = await FindAsync(store, parsed.GetValue(Known)!, cancel).ConfigureAwait(false);
        var roles = parsed.GetValue(NewRole) is { } asked ? RolesIn(asked) : person.Role;
        var reach = await ReachAsync(store, parsed, person.Reach, cancel).ConfigureAwait(false);
        var changed = person with { Role = roles, Sections = reach.Sections, Desks = reach.Desks };
        if (!changed.May(Right.People) && await PeopleEndpoints.LastAsync(store, person, changed, cancel).ConfigureAwait(false) is { } last)
            throw new UsageException(last);
        await store.SetRolesAsync(person.Id, roles, reach, cancel).ConfigureAwait(false);
        await Console.Out.WriteLineAsync(Line(changed)).ConfigureAwait(false);
        return 0;
    }

    private static async Task<int> ListAsync(Store store, ParseResult parsed, CancellationToken cancel)
    {
        foreach (var person in await store.PeopleAsync(cancel).ConfigureAwait(false))
            await Console.Out.WriteLineAsync(Line(person)).ConfigureAwait(false);
        return 0;
    }

    /// <summary>The person with that address.</summary>
    /// <exception cref="UsageException">There is none.</exception>
    private static async Task<Person> FindAsync(Store store, string email, CancellationToken cancel) =>
        await store.FindPersonAsync(email, cancel).ConfigureAwait(false) ?? throw new UsageException($"Nobody here has the address \"{email}\". See \"wireroom user list\".");

    private static string Line(Person person) =>
        $"{person.Email}\t{person.Name}\t{person.Role}\t{Only("sections", person.Sections)}\t{Only("desks", person.Desks)}{(person.DisabledAt is null ? "" : "\tshut out")}";

    private static string Only(string kind, IReadOnlyList<string> slugs) => slugs.Count == 0 ? $"all {kind}" : $"{kind}: {Reach.Words(slugs)}";

    private static string RolesIn(string text)
    {
        var roles = text.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return roles.Length > 0 && roles.All(role => Roles.Find(role) is not null)
            ? string.Join(' ', roles.Distinct())
            : throw new UsageException($"--role is one of {string.Join(", ", Roles.All.Select(role => role.Name))}, or several with commas between.");
    }

    private static async Task<Reach> ReachAsync(Store store, ParseResult parsed, Reach before, CancellationToken cancel) => new(
        Chosen(parsed, Sections, before.Sections, [.. (await store.SectionsAsync(cancel).ConfigureAwait(false)).Select(section => section.Slug)]),
        Chosen(parsed, Desks, before.Desks, [.. (await store.DesksAsync(cancel).ConfigureAwait(false)).Select(desk => desk.Slug)]));

    private static IReadOnlyList<string> Chosen(ParseResult parsed, Option<string?> option, IReadOnlyList<string> before, IReadOnlyList<string> known)
    {
        if (parsed.GetValue(option) is not { } text)
            return before;
        var asked = text.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(slug => slug.TrimStart('/')).ToList();
        if (asked is ["all"])
            return [];
        if (asked.FirstOrDefault(slug => !known.Contains(slug)) is { } unknown || asked.Count == 0)
            throw new UsageException($"{option.Name}: this newsroom has {(known.Count == 0 ? "none yet; add them under Settings at the desk" : $"{Reach.Words(known)}; or write \"all\"")}.");
        return [.. known.Where(asked.Contains)];
    }
}
