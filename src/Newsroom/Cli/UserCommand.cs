using System.CommandLine;
using Wireroom.Newsroom.Desk.Access;
using Wireroom.Newsroom.Desk.SignIn;
using Wireroom.Storage;

namespace Wireroom.Newsroom.Cli;

/// <summary><c>wireroom user invite</c>: a one-time link, for a new colleague or for somebody whose password is lost.</summary>
internal static class UserCommand
{
    private static readonly Argument<string> Email = new("E-MAIL") { Description = "Address of the person; one who is known already gets a new password." };

    private static readonly Option<string> Role = new("--role")
    {
        Description = "What the person may do: reporter, editor, chief, pictures, operator or log; several with commas between.", HelpName = "ROLE", DefaultValueFactory = _ => Roles.Editor,
    };

    public static Command Make()
    {
        var invite = new Command("invite", "Prints a one-time link with which a person sets name and password.") { Email, Role };
        invite.SetAction(InviteAsync);
        return new Command("user", "The people of the desk.") { invite };
    }

    private static async Task<int> InviteAsync(ParseResult parsed, CancellationToken cancel)
    {
        var email = parsed.GetValue(Email)!.Trim();
        if (email.IndexOf('@', StringComparison.Ordinal) is <= 0 || email.EndsWith('@') || email.Any(char.IsWhiteSpace))
            throw new UsageException($"\"{email}\" is no e-mail address.");
        var roles = (parsed.GetValue(Role) ?? "").Split([',', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (roles.Length == 0 || roles.FirstOrDefault(role => Roles.Find(role) is null) is not null)
            throw new UsageException($"--role is one of {string.Join(", ", Roles.All.Select(role => role.Name))}, or several with commas between.");
        var store = await Store.OpenAsync(GlobalOptions.Store(parsed), TimeProvider.System, cancel).ConfigureAwait(false);
        await using (store.ConfigureAwait(false))
        {
            using var acting = ByConsole.Begin("invite");
            var path = await new Invitations(store, TimeProvider.System).InviteAsync(string.Join(' ', roles.Distinct()), email, cancel).ConfigureAwait(false);
            var address = (await store.MastheadAsync(cancel).ConfigureAwait(false)).Address;
            await Console.Out.WriteLineAsync($"{(address.Length > 0 ? address : "http://localhost:5080")}{path}").ConfigureAwait(false);
            await Console.Error.WriteLineAsync($"The link works once, for {Invitations.Lifetime.TotalDays:0} days.").ConfigureAwait(false);
        }

        return 0;
    }
}
