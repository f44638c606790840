using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Wireroom.Newsroom.Paper.Pictures;

/// <summary>
/// The newsroom's side of the line to its darkroom: a process of its own that begins with the first task and ends when there has been nothing to do for a
/// while, so that neither libvips nor what a picture unpacks to stays in the newsroom's memory. A task that takes too long or too much ends the process, and
/// the picture is at fault. One task at a time; a patient one works behind whatever else the machine does.
/// </summary>
public sealed class DarkroomLine(ILogger<DarkroomLine> log, bool isPatient = false) : IAsyncDisposable
{
    /// <summary>Memory of the darkroom at most; a picture of 100 megapixels stays far below.</summary>
    public const long MostMemory = 768L * 1024 * 1024;

    private static readonly TimeSpan LongestTask = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Leaving = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Watch = TimeSpan.FromMilliseconds(250);

    // A process lives in the machine's time, whatever clock the newsroom goes by.
    private static readonly TimeProvider Clock = TimeProvider.System;

    private readonly SemaphoreSlim one = new(1, 1);
    private Process? room;
    private ITimer? closing;
    private volatile bool ended;

    /// <summary>The most memory that a darkroom has used so far, in bytes.</summary>
    public long PeakMemory { get; private set; }

    /// <summary>The process, while it is open.</summary>
    public int? ProcessId => room is { HasExited: false } open ? open.Id : null;

    /// <summary>Does a task.</summary>
    public async Task<DarkroomResult> DoAsync(DarkroomTask task, CancellationToken cancel)
    {
        await one.WaitAsync(cancel).ConfigureAwait(false);
        try
        {
            closing?.Dispose();
            closing = null;
            // A darkroom may be ended from outside; only a picture that breaks two of them is at fault.
            var result = await TryAsync(task, cancel).ConfigureAwait(false) ?? await TryAsync(task, cancel).ConfigureAwait(false) ?? AtFault(task, "it breaks the decoder");
            closing = Clock.CreateTimer(_ => _ = CloseIdleAsync(), null, Idle, Timeout.InfiniteTimeSpan);
            return result;
        }
        finally
        {
            one.Release();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        ended = true;
        try
        {
            room?.Kill();
        }
        catch (InvalidOperationException)
        {
            // It ended by itself.
        }

        await one.WaitAsync().ConfigureAwait(false);
        closing?.Dispose();
        End();
        one.Release();
    }

    /// <summary>The result; null where the darkroom ended meanwhile.</summary>
    private async Task<DarkroomResult?> TryAsync(DarkroomTask task, CancellationToken cancel)
    {
        if (ended)
            return new DarkroomResult(Trouble: "The newsroom is closing.");
        if (room is null or { HasExited: true } && await OpenAsync(cancel).ConfigureAwait(false) is { } trouble)
            return new DarkroomResult(Trouble: trouble);
        return await AskAsync(room!, task, cancel).ConfigureAwait(false);
    }

    /// <summary>Begins the process; the reason where it does not come up.</summary>
    private async Task<string?> OpenAsync(CancellationToken cancel)
    {
        End();
        try
        {
            room = Process.Start(Command())!;
            if (isPatient)
                room.PriorityClass = ProcessPriorityClass.BelowNormal;
            // Never written to a log line by line: a hostile picture would decide what stands there.
            room.ErrorDataReceived += static (_, _) => { };
            room.BeginErrorReadLine();
            var first = await room.StandardOutput.ReadLineAsync(cancel).AsTask().WaitAsync(LongestTask, cancel).ConfigureAwait(false);
            if (first is null)
                return Closed("it ended at once");
            var said = JsonSerializer.Deserialize(first, DarkroomJson.Default.DarkroomResult)!;
            return said.Trouble.Length > 0 ? Closed(said.Trouble) : null;
        }
        catch (Exception trouble) when (trouble is System.ComponentModel.Win32Exception or IOException or TimeoutException or JsonException or InvalidOperationException)
        {
            return Closed(trouble.Message);
        }

        string Closed(string why)
        {
            End();
            return $"The darkroom, which makes pictures ready for readers, does not open: {why}";
        }
    }

    private async Task<DarkroomResult?> AskAsync(Process process, DarkroomTask task, CancellationToken cancel)
    {
        try
        {
            await process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(task, DarkroomJson.Default.DarkroomTask).AsMemory(), cancel).ConfigureAwait(false);
            await process.StandardInput.FlushAsync(cancel).ConfigureAwait(false);
            var answer = process.StandardOutput.ReadLineAsync(CancellationToken.None).AsTask();
            var began = Clock.GetTimestamp();
            while (await Task.WhenAny(answer, Task.Delay(Watch, cancel)).ConfigureAwait(false) != answer)
            {
                cancel.ThrowIfCancellationRequested();
                process.Refresh();
                PeakMemory = Math.Max(PeakMemory, process.HasExited ? 0 : process.PeakWorkingSet64);
                if (!process.HasExited && process.WorkingSet64 > MostMemory)
                    return AtFault(task, $"it needs more than {MostMemory / 1024 / 1024} MB to be decoded");
                if (Clock.GetElapsedTime(began) > LongestTask)
                    return AtFault(task, $"it takes more than {LongestTask.TotalSeconds:0} seconds to be decoded");
            }

            return await answer.ConfigureAwait(false) is { } line
                ? JsonSerializer.Deserialize(line, DarkroomJson.Default.DarkroomResult)
                : null;
        }
        catch (IOException)
        {
            return null;
        }
        catch (OperationCanceledException)
        {
            End(); // an answer would come that nobody has asked for
            throw;
        }
    }

    private DarkroomResult AtFault(DarkroomTask task, string why)
    {
        End();
        if (ended)
            return new DarkroomResult(Trouble: "The newsroom is closing.");
        log.LogWarning("A picture was refused: {Why} ({Original})", why, task.Original);
        return new DarkroomResult(Fault: why);
    }

    private async Task CloseIdleAsync()
    {
        if (!await one.WaitAsync(0).ConfigureAwait(false))
            return; // at work again
        try
        {
            if (closing is null)
                return;
            End();
        }
        finally
        {
            one.Release();
        }
    }

    private void End()
    {
        if (room is not { } process)
            return;
        room = null;
        try
        {
            if (!process.HasExited)
            {
                process.Refresh();
                PeakMemory = Math.Max(PeakMemory, process.PeakWorkingSet64);
                process.Kill();
                // Nothing is written behind the back of whoever clears the folder next.
                process.WaitForExit(Leaving);
            }
        }
        catch (Exception gone) when (gone is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            // It ended by itself.
        }

        process.Dispose();
    }

    /// <summary>This very program with the command that opens a darkroom, whether it runs by itself or through <c>dotnet</c>.</summary>
    private static ProcessStartInfo Command()
    {
        var program = Path.Combine(AppContext.BaseDirectory, "wireroom.dll");
        var runsItself = Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "wireroom";
        var start = runsItself
            ? new ProcessStartInfo(Environment.ProcessPath!)
            : new ProcessStartInfo(Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet")), [program]);
        start.ArgumentList.Add("darkroom");
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        // Small and quick to begin: it lives for seconds.
        start.Environment["DOTNET_TieredPGO"] = "0";
        start.Environment["DOTNET_gcConcurrent"] = "0";
        start.Environment["DOTNET_GCHeapHardLimit"] = "0x8000000";
        return start;
    }
}
