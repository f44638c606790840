using System.CommandLine;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Logging.Abstractions;
using Wireroom.Newsroom.Desk.Settings;
using Wireroom.Newsroom.Desk.SignIn;
using Wireroom.Newsroom.Desk.SignIn.OpenId;
using Wireroom.Newsroom.Intake.Feeds;
using Wireroom.Storage;

namespace Wireroom.Newsroom.Cli;

/// <summary><c>wireroom sign-in</c>: through which provider people sign in, for whoever sets a newsroom up by script or is locked out.</summary>
internal static class SignInCommand
{
    private static readonly Argument<string> Authority = new("ADDRESS") { Description = "The provider's address, without /.well-known/openid-configuration." };
    private static readonly Option<string> Client = new("--client-id") { Description = "What the provider calls this newsroom.", HelpName = "ID", Required = true };
    private static readonly Option<bool> HasSecret = new("--secret") { Description = "Read the client's secret from the first line of standard input." };
    private static readonly Option<string?> Button = new("--button") { Description = "Name on the button.", HelpName = "NAME" };
    private static readonly Option<string?> Mail = new("--mail-claim") { Description = "The claim that is the mail address; without it, email.", HelpName = "CLAIM" };
    private static readonly Option<bool> Vouches = new("--vouches") { Description = "The provider gives its people their addresses: one counts also where it does not say that it was verified." };
    private static readonly Option<string?> Group = new("--group-claim") { Description = "The claim that lists somebody's groups.", HelpName = "CLAIM" };
    private static readonly Option<string[]> Role = new("--group") { Description = "A group and its roles: \"editors => editor\"; as often as needed.", HelpName = "RULE" };
    private static readonly Option<bool> Alone = new("--alone") { Description = "Whoever comes this way has no password, second step or passkey here." };
    private static readonly Option<bool> Inner = new("--allow-inner") { Description = "Let the address lie on this machine or on a private network, for this look at it." };

    public static Command Make() => new("sign-in", "Signing in through the house's provider (OpenID Connect).")
    {
        new Command("set", "Sets the provider, and looks whether it answers.") { Authority, Client, HasSecret, Button, Mail, Vouches, Group, Role, Alone, Inner }
            .Does("sign-in", SetAsync, parsed => parsed.GetValue(Authority)),
        new Command("show", "What is set; the secret is not shown.").Does("sign-in", ShowAsync),
        new Command("off", "No provider: people sign in here alone, by password, passkey or one-time link.").Does("sign-in", OffAsync),
    };

    private static async Task<int> SetAsync(Store store, ParseResult parsed, CancellationToken cancel)
    {
        var keys = DataProtectionProvider.Create(SessionKeys.Folder(GlobalOptions.Store(parsed)), keys => keys.SetApplicationName(SessionKeys.Application));
        var secret = parsed.GetValue(HasSecret) ? await Console.In.ReadLineAsync(cancel).ConfigureAwait(false) : null;
        if (parsed.GetValue(HasSecret) && string.IsNullOrWhiteSpace(secret))
            throw new UsageException("--secret: there is nothing on standard input. Give the secret in its first line.");
        var settings = new OpenIdSettings
        {
            Authority = parsed.GetValue(Authority)!.Trim().TrimEnd('/'), ClientId = parsed.GetValue(Client)!.Trim(), Secret = secret is null ? null : OpenIdProvider.Seal(keys).Protect(secret.Trim()),
            Button = parsed.GetValue(Button)?.Trim() ?? "", MailClaim = parsed.GetValue(Mail)?.Trim() ?? "", VouchesForAddresses = parsed.GetValue(Vouches),
            GroupClaim = parsed.GetValue(Group)?.Trim() ?? "", Groups = string.Join('\n', parsed.GetValue(Role) ?? []), Alone = parsed.GetValue(Alone),
        };
        if (!settings.IsOn || SignInSettings.WhatIsWrong(settings) is not null)
            throw new UsageException(SignInSettings.WhatIsWrong(settings) ?? "Give the provider's address and --client-id.");
        await store.SaveOpenIdAsync(settings, cancel).ConfigureAwait(false);
        await Console.Out.WriteLineAsync(Line(settings)).ConfigureAwait(false);
        using var http = new GuardedHttp(parsed.GetValue(Inner));
        if (await new OpenIdProvider(new DeskLine(http.SendAsync), keys, NullLoggerFactory.Instance, TimeProvider.System).TryAsync(settings, cancel).ConfigureAwait(false) is not { } wrong)
            return 0;
        await Console.Error.WriteLineAsync($"It is set, but {wrong}").ConfigureAwait(false);
        return 1;
    }

    private static async Task<int> ShowAsync(Store store, ParseResult parsed, CancellationToken cancel)
    {
        var settings = await store.OpenIdAsync(cancel).ConfigureAwait(false);
        await Console.Out.WriteLineAsync(settings.IsOn ? Line(settings) : "No provider is set: people sign in here alone.").ConfigureAwait(false);
        return 0;
    }

    private static async Task<int> OffAsync(Store store, ParseResult parsed, CancellationToken cancel)
    {
        await store.SaveOpenIdAsync(new OpenIdSettings(), cancel).ConfigureAwait(false);
        await Console.Out.WriteLineAsync("Switched off. Whoever has no password here gets a link by \"wireroom user invite\".").ConfigureAwait(false);
        return 0;
    }

    private static string Line(OpenIdSettings settings) => string.Join('\n', new (string Name, string Value)[]
    {
        ("provider", settings.Authority), ("client", settings.ClientId), ("secret", settings.Secret is null ? "none" : "kept"), ("button", settings.Name),
        ("mail address", settings.MailClaim.Length > 0 ? settings.MailClaim : "email"), ("counts unverified", settings.VouchesForAddresses ? "yes" : "no"),
        ("groups", settings.GroupClaim.Length == 0 ? "none" : $"{settings.GroupClaim}: {settings.Groups.Replace("\n", "; ", StringComparison.Ordinal)}"), ("passwords besides", settings.Alone ? "no" : "yes"),
    }.Select(pair => $"{pair.Name}: {pair.Value}"));
}
