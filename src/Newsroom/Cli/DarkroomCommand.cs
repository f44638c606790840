using System.CommandLine;
using System.Runtime.InteropServices;
using Wireroom.Newsroom.Paper.Pictures;

namespace Wireroom.Newsroom.Cli;

/// <summary><c>wireroom darkroom</c>: what the newsroom itself starts to decode pictures in a process apart; not for people, and not in the help.</summary>
internal static class DarkroomCommand
{
    public static Command Make()
    {
        var command = new Command("darkroom", "Makes pictures ready for readers; started by the newsroom itself.") { Hidden = true };
        command.SetAction(async (_, cancel) =>
        {
            // Signals to the whole group are the newsroom's business; this ends with its line.
            using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, static signal => signal.Cancel = true);
            using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, static signal => signal.Cancel = true);
            await DarkroomTalk.RunAsync(Console.In, Console.Out, CancellationToken.None).ConfigureAwait(false);
            return 0;
        });
        return command;
    }
}
