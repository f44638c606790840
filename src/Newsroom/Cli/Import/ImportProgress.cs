using System.Globalization;
using Spectre.Console;

namespace Wireroom.Newsroom.Cli.Import;

/// <summary>Shows how far an import is: a bar on a terminal, a line now and then elsewhere. On standard error, so that the summary can be piped.</summary>
internal static class ImportProgress
{
    private const int LinesInAll = 10;

    public static async Task ShowAsync(int files, Func<Action<ImportSummary>, Task> work)
    {
        if (Console.IsErrorRedirected)
        {
            var next = Math.Max(1, files / LinesInAll);
            var said = next;
            await work(summary =>
            {
                if (summary.Files < said || summary.Files >= files)
                    return;
                Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{summary.Files:N0} of {files:N0} files"));
                said = summary.Files + next;
            }).ConfigureAwait(false);
            return;
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        await console.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(async context =>
            {
                var bar = context.AddTask("Taking in", maxValue: files);
                await work(summary => bar.Value = summary.Files).ConfigureAwait(false);
            }).ConfigureAwait(false);
    }
}
