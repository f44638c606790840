using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Wireroom.Bench;

/// <summary>A program in a process of its own, so that what is measured shares nothing with what measures.</summary>
internal sealed class RunningProgram : IAsyncDisposable
{
    private static readonly HttpClient Http = new(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.None });
    private readonly Process process;

    private RunningProgram(Process process, int port, TimeSpan startUp)
    {
        this.process = process;
        Port = port;
        StartUp = startUp;
    }

    public int Port { get; }

    /// <summary>From the start of the process to its first whole answer.</summary>
    public TimeSpan StartUp { get; }

    /// <summary>Resident memory in MB, as the operating system counts it.</summary>
    public double ResidentMegabytes => File.ReadLines($"/proc/{process.Id}/status")
        .Where(line => line.StartsWith("VmRSS:", StringComparison.Ordinal))
        .Select(line => double.Parse(line["VmRSS:".Length..].Replace("kB", "", StringComparison.Ordinal), CultureInfo.InvariantCulture) / 1024)
        .First();

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Starts <c>dotnet assembly arguments…</c> and waits until the address answers 200.</summary>
    public static Task<RunningProgram> StartAsync(int port, string path, params string[] arguments) => StartAsync("dotnet", port, path, arguments);

    /// <summary>Starts that program and waits until the address answers 200.</summary>
    public static async Task<RunningProgram> StartAsync(string program, int port, string path, params string[] arguments)
    {
        var watch = Stopwatch.StartNew();
        var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        // What goes wrong in the program is said there; a figure beside a fault is none.
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is { } said && (said.Contains(" fail:", StringComparison.Ordinal) || said.Contains(" crit:", StringComparison.Ordinal)))
                Console.Error.WriteLine(said);
        };
        process.ErrorDataReceived += (_, line) =>
        {
            if (line.Data is { Length: > 0 } said)
                Console.Error.WriteLine(said);
        };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        while (true)
        {
            if (process.HasExited)
                throw new InvalidOperationException($"{string.Join(' ', arguments)} ended with {process.ExitCode}.");
            try
            {
                using var answer = await Http.GetAsync(new Uri($"http://127.0.0.1:{port}{path}"));
                await answer.Content.ReadAsByteArrayAsync();
                if (answer.IsSuccessStatusCode)
                    return new RunningProgram(process, port, watch.Elapsed);
            }
            catch (HttpRequestException)
            {
            }

            await Task.Delay(2);
        }
    }

    /// <summary>The newsroom itself on that data folder, empty or not.</summary>
    public static Task<RunningProgram> NewsroomAsync(string folder, string path = "/", params string[] more)
    {
        var port = FreePort();
        return StartAsync(port, path, [Program, "serve", "--data", folder, "--port", port.ToString(CultureInfo.InvariantCulture), .. more]);
    }

    /// <summary>The newsroom's program, built beside the benchmarks.</summary>
    public static string Program => Path.Combine(AppContext.BaseDirectory, "wireroom.dll");

    public async ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }
}
