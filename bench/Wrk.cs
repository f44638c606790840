using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Wireroom.Bench;

/// <summary>The load generator wrk (Debian package wrk): one thread, on loopback.</summary>
internal static partial class Wrk
{
    /// <summary>Requests a second over that many seconds; fails where any answer was an error.</summary>
    public static async Task<double> RunAsync(int port, string path, int seconds, string? encoding = null, string? script = null) =>
        double.Parse(Rate().Match(await SaidAsync(port, path, seconds, 32, encoding, script)).Groups[1].Value, CultureInfo.InvariantCulture);

    /// <summary>The wait in milliseconds that 99 of a hundred requests stay under, with that many connections.</summary>
    public static async Task<double> WaitAsync(int port, string path, int seconds, int connections, string? encoding)
    {
        var wait = Wait().Match(await SaidAsync(port, path, seconds, connections, encoding, script: null));
        return double.Parse(wait.Groups[1].Value, CultureInfo.InvariantCulture) * wait.Groups[2].Value switch { "us" => 0.001, "ms" => 1, _ => 1000 };
    }

    private static async Task<string> SaidAsync(int port, string path, int seconds, int connections, string? encoding, string? script)
    {
        List<string> arguments = ["-t1", $"-c{connections}", $"-d{seconds}s", "--timeout", "10s", "--latency"];
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
        return said;
    }

    [GeneratedRegex(@"Requests/sec:\s+([\d.]+)")]
    private static partial Regex Rate();

    [GeneratedRegex(@"99%\s+([\d.]+)(us|ms|s)")]
    private static partial Regex Wait();

    [GeneratedRegex(@"Non-2xx|Socket errors")]
    private static partial Regex Errors();
}
