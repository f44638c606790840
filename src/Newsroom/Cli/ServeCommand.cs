using System.CommandLine;
using Microsoft.AspNetCore.Connections;
using Wireroom.Newsroom.Desk.SignIn;
using Wireroom.Newsroom.Host;

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

    public static Command Make()
    {
        var command = new Command("serve", "Opens the newsroom: the site, the desk and the feeds. The default command.") { Port, Empty, AllowInner };
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

    private static string Address(WebApplication newsroom) =>
        newsroom.Urls.FirstOrDefault()?.Replace("127.0.0.1", "localhost", StringComparison.Ordinal) ?? "";
}
