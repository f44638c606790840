using System.CommandLine;
using Wireroom.Newsroom.Cli.Convert;
using Wireroom.Newsroom.Cli.Formats;
using Wireroom.Newsroom.Cli.Import;
using Wireroom.Newsroom.Cli.Ledger;
using Wireroom.Newsroom.Cli.Read;

namespace Wireroom.Newsroom.Cli;

/// <summary>The program's commands; each stands in a file of its own.</summary>
internal static class CommandLine
{
    public static RootCommand Make()
    {
        var root = new RootCommand("Wireroom, a newsroom in one program: wires come in, the desk edits, the site and the wires go out.")
        {
            GlobalOptions.Data,
            GlobalOptions.Database,
            ServeCommand.Make(),
            ImportCommand.Make(),
            SourceCommand.Make(),
            RouteCommand.Make(),
            ReplayCommand.Make(),
            LedgerCommand.Make(),
            ReadCommand.Make(),
            ConvertCommand.Make(),
            FormatsCommand.Make(),
            UserCommand.Make(),
            SignInCommand.Make(),
            DarkroomCommand.Make(),
            LogCommand.Make(),
        };
        ServeCommand.AddTo(root);
        return root;
    }
}
