using System.Collections.Concurrent;
using System.Runtime.InteropServices;

namespace Wireroom.Newsroom.Host;

/// <summary>
/// One thread for work that nobody waits for: it runs one piece after the other, and the operating system gives it time that readers and editors leave over.
/// .NET's own thread priorities do nothing on Linux, where each thread has its own nice value (setpriority(2), "C library/kernel differences").
/// </summary>
internal sealed partial class QuietThread : IDisposable
{
    private const int OneThread = 0;
    private const int Caller = 0;
    private const int Lowest = 19;

    private readonly BlockingCollection<Action> waiting = [];

    /// <param name="name">The thread's name, for whoever looks at the running program.</param>
    public QuietThread(string name) => new Thread(Work) { Name = name, IsBackground = true, Priority = ThreadPriority.Lowest }.Start();

    /// <summary>Runs the work when its turn has come, and gives back what it made or threw.</summary>
    public Task<T> RunAsync<T>(Func<T> work, CancellationToken cancel)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        waiting.Add(
            () =>
            {
                try
                {
                    done.SetResult(work());
                }
                catch (Exception fault)
                {
                    done.SetException(fault);
                }
            },
            cancel);
        return done.Task.WaitAsync(cancel);
    }

    /// <summary>Takes no more; what waits is still done.</summary>
    public void Dispose() => waiting.CompleteAdding();

    private void Work()
    {
        if (OperatingSystem.IsLinux())
            _ = SetPriority(OneThread, Caller, Lowest);
        using (waiting)
        {
            foreach (var work in waiting.GetConsumingEnumerable())
                work();
        }
    }

    [LibraryImport("libc", EntryPoint = "setpriority")]
    private static partial int SetPriority(int which, int who, int priority);
}
