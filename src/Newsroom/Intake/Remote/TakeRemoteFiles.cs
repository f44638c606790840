using System.Net.Sockets;
using Wireroom.Newsroom.Intake.Folders;
using Wireroom.Storage;

namespace Wireroom.Newsroom.Intake.Remote;

/// <summary>
/// Takes what lies in a folder of another machine, oldest first. Nothing is moved or deleted there, because many agencies give no right to: what was taken is
/// remembered by name, size and time. A file that still grows is left for the next look. Where the connection breaks, it is opened anew and the file is read on
/// from where it broke.
/// </summary>
internal sealed class TakeRemoteFiles(Store store, Arrive arrive, TimeProvider clock)
{
    private const int MostFilesAtOnce = 500;
    private const int MostTries = 3;
    private static readonly TimeSpan Standstill = TimeSpan.FromSeconds(1);

    /// <summary>Looks once; returns how many documents brought something.</summary>
    public async Task<int> TakeAsync(Source source, Func<CancellationToken, Task<IRemoteFolder>> open, CancellationToken cancel)
    {
        var folder = await open(cancel).ConfigureAwait(false);
        try
        {
            var before = Wanted(await folder.ListAsync(cancel).ConfigureAwait(false));
            var taken = await store.TakenFilesAsync(source.Slug, cancel).ConfigureAwait(false);
            var brought = 0;
            if (before.Any(file => !IsTaken(file, taken)))
            {
                await Task.Delay(Standstill, clock, cancel).ConfigureAwait(false);
                var now = Wanted(await folder.ListAsync(cancel).ConfigureAwait(false));
                var still = now.Where(file => !IsTaken(file, taken) && before.Contains(file));
                foreach (var file in still.OrderBy(file => file.Written).ThenBy(file => file.Name, StringComparer.Ordinal).Take(MostFilesAtOnce))
                {
                    using var bytes = new MemoryStream();
                    for (var tries = 1; file.Length <= ReadDocument.LargestDocument; tries++)
                    {
                        try
                        {
                            await folder.ReadAsync(file, bytes, cancel).ConfigureAwait(false);
                            break;
                        }
                        catch (Exception fault) when (tries < MostTries && fault is IOException or SocketException && !cancel.IsCancellationRequested)
                        {
                            await folder.DisposeAsync().ConfigureAwait(false);
                            folder = await open(cancel).ConfigureAwait(false);
                        }
                    }

                    brought += await TakeAsync(source, file, bytes, cancel).ConfigureAwait(false) ? 1 : 0;
                }
            }

            await store.ForgetTakenFilesAsync(source.Slug, [.. taken.Keys.Except(before.Select(file => file.Name))], cancel).ConfigureAwait(false);
            return brought;
        }
        finally
        {
            await folder.DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <summary>The newest file with its bytes, and what lies there in words, for a trial; nothing is kept.</summary>
    public static async Task<(byte[]? Bytes, string Name, string Found)> PeekAsync(Func<CancellationToken, Task<IRemoteFolder>> open, CancellationToken cancel)
    {
        var folder = await open(cancel).ConfigureAwait(false);
        await using (folder.ConfigureAwait(false))
        {
            var files = Wanted(await folder.ListAsync(cancel).ConfigureAwait(false));
            if (files.Where(file => file.Length <= ReadDocument.LargestDocument).MaxBy(file => file.Written) is not { } newest)
                return (null, "", "The folder can be read; no file lies in it yet.");
            using var bytes = new MemoryStream();
            await folder.ReadAsync(newest, bytes, cancel).ConfigureAwait(false);
            return (bytes.ToArray(), newest.Name, $"{(files.Count == 1 ? "1 file lies" : $"{files.Count} files lie")} there; the newest is {newest.Name}:");
        }
    }

    private async Task<bool> TakeAsync(Source source, RemoteFile file, MemoryStream bytes, CancellationToken cancel)
    {
        var brought = false;
        if (file.Length <= ReadDocument.LargestDocument)
        {
            if (bytes.Length != file.Length)
                return false; // it has changed under our hands; the next look takes it
            var report = await arrive.TakeAsync(
                new Delivery { Source = source.Slug, Name = file.Name, Bytes = bytes.ToArray(), Date = file.Written, DateIsGuessed = true }, cancel).ConfigureAwait(false);
            brought = report.BroughtSomething;
        }

        // Where the program stops before this, the file is taken once more and is a repeat.
        await store.RememberTakenFileAsync(source.Slug, file.Name, file.Stamp, cancel).ConfigureAwait(false);
        return brought;
    }

    private static List<RemoteFile> Wanted(IReadOnlyList<RemoteFile> files) => [.. files.Where(file => !file.Name.StartsWith('.') && !WatchedFiles.IsUnfinished(file.Name))];

    private static bool IsTaken(RemoteFile file, IReadOnlyDictionary<string, string> taken) => taken.TryGetValue(file.Name, out var stamp) && file.IsSameAs(stamp);
}
