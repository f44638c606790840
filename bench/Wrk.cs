using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Wireroom.Bench;

/// <summary>The load generator wrk (Debian package wrk): one thread, 32 connections, on loopback.</summary>
internal static partial class Wrk
{
    /// <summary>Requests a second over that many seconds; fails where any answer was an error.</summary>
    public static async Task<double> RunAsync(int port, string path, int seconds, string? encoding = null, string? script = null)
    {
        List<string> arguments = ["-t1", "-c32", $"-d{seconds}s", "--timeout", "10s"];
        if (encoding is not null)
            arguments.AddRange(["-H", $"Accept-Encoding: {encoding}"]);
        if (script is not null)
            arguments.AddRange(["-s", script]);
        arguments.Add($"http://127.0.0.1:{port}{path}");
        using var wrk = Process.Start(new ProcessStartInfo("wrk", arguments) { RedirectStandardOutput = true })!;
        var said = await wrk.StandardOutput.ReadToEndAsync();
        await wrk.WaitForExitAsync();
        if (Errors().IsMatch(said) || !Rate().IsMatch(said))
            throw new InvalidOperationException(said);
        return double.Parse(Rate().Match(said).Groups[1].Value, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"Requests/sec:\s+([\d.]+)")]
    private static partial Regex Rate();

    [GeneratedRegex(@"Non-2xx|Socket errors")]
    private static partial Regex Errors();
}
