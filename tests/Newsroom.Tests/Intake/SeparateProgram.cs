using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using Wireroom.Newsroom.Tests.Cli;
using Wireroom.Storage;

namespace Wireroom.Newsroom.Tests.Intake;

/// <summary>The program in a process of its own, and a sender that posts to it and repeats whatever was not answered.</summary>
internal sealed class SeparateProgram(string folder, StoreOptions options) : IDisposable
{
    public const string Key = "a key for the push";

    private readonly HttpClient http = new(new SocketsHttpHandler()) { Timeout = TimeSpan.FromSeconds(20) };
    private Process? process;
    private volatile string address = "";

    public async Task StartAsync(CancellationToken cancel)
    {
        string[] where = options.PostgresConnection is { } connection ? ["--database", connection] : [];
        process = WireroomProcess.Start(folder, ["serve", "--port", Loopback.FreePort().ToString(CultureInfo.InvariantCulture), "--empty", "--allow-inner", .. where]);
        var started = process;
        _ = started.StandardError.ReadToEndAsync(CancellationToken.None);
        while (await started.StandardOutput.ReadLineAsync(cancel) is { } line)
        {
            if (line.StartsWith("Wireroom is open at ", StringComparison.Ordinal))
            {
                address = line["Wireroom is open at ".Length..].Split(' ')[0];
                _ = started.StandardOutput.ReadToEndAsync(CancellationToken.None);
                return;
            }
        }

        throw new InvalidOperationException("The program did not start.");
    }

    public void Dispose()
    {
        Kill();
        http.Dispose();
    }

    public void Kill()
    {
        process?.Kill(entireProcessTree: true); // SIGKILL
        process?.WaitForExit();
        process?.Dispose();
        process = null;
    }

    public async Task PushAsync(int count, Func<int, string> document, CancellationToken cancel)
    {
        var waiting = new ConcurrentQueue<int>(Enumerable.Range(0, count));
        await Task.WhenAll(Enumerable.Range(0, 3).Select(async _ =>
        {
            while (waiting.TryDequeue(out var number))
            {
                while (!await PostAsync(document(number), cancel))
                    await Task.Delay(100, cancel);
            }
        }));
    }

    private async Task<bool> PostAsync(string document, CancellationToken cancel)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"{address}/intake/push")) { Content = new StringContent(document, Encoding.UTF8, "application/rss+xml") };
            request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + Key);
            using var answer = await http.SendAsync(request, cancel);
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (Exception fault) when (fault is HttpRequestException or UriFormatException or IOException || (fault is TaskCanceledException && !cancel.IsCancellationRequested))
        {
            return false;
        }
    }
}
