using System.Diagnostics;

namespace Wireroom.Newsroom.Tests.Cli;

/// <summary>The program as an operator starts it: a process of its own.</summary>
internal static class WireroomProcess
{
    /// <summary>Runs a command to its end.</summary>
    public static Task<(int Code, string Said, string Complained)> RunAsync(string folder, params string[] arguments) => RunWithInputAsync(folder, "", arguments);

    /// <summary>Runs a command to its end with that text on its standard input.</summary>
    public static async Task<(int Code, string Said, string Complained)> RunWithInputAsync(string folder, string input, params string[] arguments)
    {
        using var process = Start(folder, arguments);
        var said = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var complained = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await said, await complained);
    }

    /// <summary>Starts it; the current folder and the data folder <c>data</c> in it are the given one's.</summary>
    public static Process Start(string folder, params string[] arguments) => Process.Start(
        new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "wireroom.dll"), .. arguments])
        {
            WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true,
        })!;
}
