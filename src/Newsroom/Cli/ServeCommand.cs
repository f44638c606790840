using System.CommandLine;
using Microsoft.AspNetCore.Connections;
using Wireroom.Newsroom.Desk.SignIn;
using Wireroom.Newsroom.Host;
using Wireroom.Newsroom.Intake;
using Wireroom.Newsroom.Intake.Feeds;
using Wireroom.Newsroom.Intake.Sources;
using Wireroom.Newsroom.Paper.Letters;

namespace Wireroom.Newsroom.Cli;

/// <summary><c>wireroom serve</c>: opens the newsroom until it is stopped.</summary>
internal static class ServeCommand
{
    private static readonly Option<int> Port = new("--port")
    {
        Description = "Port of the web server.",
        HelpName = "N",
        DefaultValueFactory = _ => 5080,
    };

    private static readonly Option<bool> Empty = new("--empty")
    {
        Description = "Leave an empty data folder empty, without the sample newsroom.",
    };

    private static readonly Option<bool> AllowInner = new("--allow-inner")
    {
        Description = "Let sources lie on this machine and on private networks.",
    };

    private static readonly Option<string[]> AllowHost = new("--allow-host")
    {
        Description = "Let sources lie on this host or network of the inner network (\"wire.lan\", \"10.20.0.0/16\"); may be given several times.",
        HelpName = "HOST",
    };

    private static readonly Option<int?> KeepRawDays = new("--keep-raw-days") { Description = "Clear the bytes of arrivals that are older; without it all are kept.", HelpName = "N" };

    private static readonly Option<int?> KeepRawMegabytes = new("--keep-raw-mb") { Description = "Clear the oldest bytes of arrivals beyond so many megabytes.", HelpName = "N" };

    private static readonly Option<string?> Smtp = new("--smtp")
    {
        Description = "Mail server for alarms and letters to readers (smtp://user@host:587, smtps://…); its password is taken from WIREROOM_SMTP_PASSWORD.",
        HelpName = "URL",
    };

    private static readonly Option<string?> AlarmFrom = new("--alarm-from") { Description = "Sender of alarms and letters.", HelpName = "E-MAIL" };

    private static readonly Option<string[]> AlarmTo = new("--alarm-to") { Description = "Who is told by mail of a silent source; may be given several times.", HelpName = "E-MAIL" };

    public static Command Make()
    {
        var command = new Command("serve", "Opens the newsroom: the site, the desk and the feeds. The default command.") { Port, Empty, AllowInner, AllowHost, KeepRawDays, KeepRawMegabytes, Smtp, AlarmFrom, AlarmTo };
        AddTo(command);
        return command;
    }

    /// <summary>Makes a command serve; the root does so where no command is named.</summary>
    public static void AddTo(Command command)
    {
        if (command is RootCommand)
        {
            command.Options.Add(Port);
            command.Options.Add(Empty);
            command.Options.Add(AllowInner);
            command.Options.Add(AllowHost);
            command.Options.Add(KeepRawDays);
            command.Options.Add(KeepRawMegabytes);
            command.Options.Add(Smtp);
            command.Options.Add(AlarmFrom);
            command.Options.Add(AlarmTo);
        }

        command.SetAction(ServeAsync);
    }

    private static async Task<int> ServeAsync(ParseResult parsed, CancellationToken cancel)
    {
        var options = new ServeOptions(GlobalOptions.Store(parsed))
        {
            Port = parsed.GetValue(Port),
            Empty = parsed.GetValue(Empty),
            AllowInner = parsed.GetValue(AllowInner),
            AllowHosts = AllowedHosts(parsed),
            RawRetention = new RawRetention(
                parsed.GetValue(KeepRawDays) is { } days ? TimeSpan.FromDays(Math.Max(1, days)) : null, parsed.GetValue(KeepRawMegabytes) is { } most ? Math.Max(1, most) * 1024L * 1024 : null),
            Mail = Mail(parsed),
            AlarmMail = new AlarmMailOptions(parsed.GetValue(AlarmTo) ?? []),
        };
        var newsroom = await NewsroomHost.BuildAsync(options, TimeProvider.System, cancel).ConfigureAwait(false);
        await using (newsroom.ConfigureAwait(false))
        {
            try
            {
                await newsroom.StartAsync(cancel).ConfigureAwait(false);
            }
            catch (IOException fault) when (fault.InnerException is AddressInUseException)
            {
                throw new UsageException($"Port {options.Port} is in use by another program; choose one with --port.");
            }

            await Console.Out.WriteLineAsync($"Wireroom is open at {Address(newsroom)} (data in {options.Store.DataFolder}); stop it with Ctrl-C.").ConfigureAwait(false);
            if (await newsroom.Services.GetRequiredService<Invitations>().FirstLinkAsync(cancel).ConfigureAwait(false) is { } link)
                await Console.Out.WriteLineAsync($"Nobody can sign in at the desk yet. This link works once, for three days: {Address(newsroom)}{link}").ConfigureAwait(false);
            await newsroom.WaitForShutdownAsync(cancel).ConfigureAwait(false);
        }

        return 0;
    }

    private static string[] AllowedHosts(ParseResult parsed)
    {
        var hosts = parsed.GetValue(AllowHost) ?? [];
        try
        {
            _ = new Outgoing(all: false, hosts);
            return hosts;
        }
        catch (FormatException fault)
        {
            throw new UsageException($"--allow-host: {fault.Message}");
        }
    }

    private static MailServerOptions Mail(ParseResult parsed)
    {
        var to = parsed.GetValue(AlarmTo) ?? [];
        if (parsed.GetValue(Smtp) is not { } text)
            return to.Length == 0 ? new MailServerOptions(null, "", "") : throw new UsageException("--alarm-to needs a mail server: give --smtp.");
        if (!Uri.TryCreate(text, UriKind.Absolute, out var server) || server.Scheme is not ("smtp" or "smtps"))
            throw new UsageException("--smtp is an address like smtp://user@host:587 or smtps://host.");
        var from = parsed.GetValue(AlarmFrom) ?? to.FirstOrDefault() ?? throw new UsageException("--smtp needs --alarm-from: who is the sender?");
        foreach (var address in to.Append(from))
        {
            if (!MimeKit.MailboxAddress.TryParse(address, out _))
                throw new UsageException($"\"{address}\" is no e-mail address.");
        }

        return new MailServerOptions(server, Environment.GetEnvironmentVariable("WIREROOM_SMTP_PASSWORD") ?? "", from);
    }

    private static string Address(WebApplication newsroom) =>
        newsroom.Urls.FirstOrDefault()?.Replace("127.0.0.1", "localhost", StringComparison.Ordinal) ?? "";
}
