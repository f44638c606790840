using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using Wireroom.Newsroom.Tests.Cli;
using Wireroom.Storage;

namespace Wireroom.Newsroom.Tests.Intake;

/// <summary>The program in a process of its own, and a sender that posts to it and repeats whatever was not answered.</summary>
/// <param name="folder">Where it runs; its data folder lies there.</param>
/// <param name="options">Its store.</param>
/// <param name="port">Where it answers at every start; any free one at each where it is null.</param>
internal sealed class SeparateProgram(string folder, StoreOptions options, int? port = null) : IDisposable
{
    public const string Key = "a key for the push";

    private const string Open = "Wireroom is open at ";

    private readonly HttpClient http = new(new SocketsHttpHandler()) { Timeout = TimeSpan.FromSeconds(20) };
    private readonly ConcurrentQueue<string> faults = new();
    private Process? process;
    private volatile string address = "";

    /// <summary>What it has complained of as a fault of its own, at all its starts together.</summary>
    public IReadOnlyCollection<string> Faults => faults;

    public Task StartAsync(CancellationToken cancel) => Launch().WaitAsync(cancel);

    /// <summary>Starts it, and kills it before it can have done much.</summary>
    public async Task KillWhileStartingAsync(TimeSpan after, CancellationToken cancel)
    {
        _ = Launch().ContinueWith(opened => opened.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default); // it need not have opened
        await Task.Delay(after, cancel);
        Kill();
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

    public Task PushAsync(int count, Func<int, string> document, CancellationToken cancel) =>
        WayIn.UntilTakenAsync(0, count, number => PostAsync(Encoding.UTF8.GetBytes(document(number)), cancel), cancel);

    /// <summary>Posts a document once; true where it was answered that it is stored.</summary>
    public async Task<bool> PostAsync(byte[] document, CancellationToken cancel)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"{address}/intake/push")) { Content = new ByteArrayContent(document) };
            request.Content.Headers.TryAddWithoutValidation("Content-Type", "application/rss+xml; charset=utf-8");
            request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + Key);
            using var answer = await http.SendAsync(request, cancel);
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (Exception fault) when (fault is HttpRequestException or UriFormatException or IOException || (fault is TaskCanceledException && !cancel.IsCancellationRequested))
        {
            return false;
        }
    }

    /// <summary>Starts the process; the task ends when it is open to the world.</summary>
    private Task Launch()
    {
        string[] where = options.PostgresConnection is { } connection ? ["--database", connection] : [];
        process = WireroomProcess.Start(folder, ["serve", "--port", (port ?? Loopback.FreePort()).ToString(CultureInfo.InvariantCulture), "--empty", "--allow-inner", .. where]);
        var opened = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _ = ListenAsync(process.StandardOutput, process.StandardError, opened);
        return opened.Task;
    }

    private async Task ListenAsync(StreamReader output, StreamReader errors, TaskCompletionSource opened)
    {
        var complaints = errors.ReadToEndAsync(CancellationToken.None);
        try
        {
            while (await output.ReadLineAsync(CancellationToken.None) is { } line)
            {
                if (line.StartsWith(Open, StringComparison.Ordinal))
                {
                    address = line[Open.Length..].Split(' ')[0];
                    opened.TrySetResult();
                }
                else if (line.Contains("fail: ", StringComparison.Ordinal) || line.Contains("crit: ", StringComparison.Ordinal))
                {
                    faults.Enqueue(line);
                }
            }

            opened.TrySetException(new InvalidOperationException($"The program did not start. {await complaints}"));
        }
        catch (Exception fault) when (fault is IOException or ObjectDisposedException)
        {
            opened.TrySetException(fault); // killed
        }
    }
}
