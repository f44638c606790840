using System.Net.Sockets;
using Renci.SshNet.Common;
using Wireroom.Newsroom.Intake.Folders;
using Wireroom.Newsroom.Intake.Ftp;
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
    private const int MostBroken = 3;
    private static readonly TimeSpan Standstill = TimeSpan.FromSeconds(1);

    /// <summary>Looks once. A file that cannot be read is named and asked for again at the next look; it keeps none of the others back.</summary>
    public async Task<RemoteLook> TakeAsync(Source source, Func<CancellationToken, Task<IRemoteFolder>> open, CancellationToken cancel)
    {
        var folder = await open(cancel).ConfigureAwait(false);
        var brokenInARow = 0;
        try
        {
            var before = Wanted(await folder.ListAsync(cancel).ConfigureAwait(false));
            var taken = await store.TakenFilesAsync(source.Slug, cancel).ConfigureAwait(false);
            var brought = 0;
            var unread = new List<string>();
            if (before.Any(file => !IsTaken(file, taken)))
            {
                await Task.Delay(Standstill, clock, cancel).ConfigureAwait(false);
                var now = Wanted(await folder.ListAsync(cancel).ConfigureAwait(false));
                var still = now.Where(file => !IsTaken(file, taken) && before.Contains(file)).OrderBy(file => file.Written).ThenBy(file => file.Name, StringComparer.Ordinal);
                var read = 0;
                foreach (var file in still)
                {
                    using var bytes = new MemoryStream();
                    if (file.Length <= ReadDocument.LargestDocument && await ReadAsync(file, bytes).ConfigureAwait(false) is { } why)
                    {
                        unread.Add($"{file.Name} could not be read: {why}");
                        if (brokenInARow == MostBroken)
                            return new RemoteLook(brought, Words(unread)); // this is no longer a matter of one file
                        continue;
                    }

                    brokenInARow = 0;
                    brought += await TakeAsync(source, file, bytes, cancel).ConfigureAwait(false) ? 1 : 0;
                    if (++read == MostFilesAtOnce)
                        break;
                }
            }

            await store.ForgetTakenFilesAsync(source.Slug, [.. taken.Keys.Except(before.Select(file => file.Name))], cancel).ConfigureAwait(false);
            return new RemoteLook(brought, Complaint: unread.Count > 0 ? Words(unread) : null);
        }
        finally
        {
            await folder.DisposeAsync().ConfigureAwait(false);
        }

        // Null, or why the file cannot be read. Where the connection breaks it is opened anew, and the file is read on from where it broke.
        async Task<string?> ReadAsync(RemoteFile file, MemoryStream bytes)
        {
            for (var tries = 1; ; tries++)
            {
                try
                {
                    await folder.ReadAsync(file, bytes, cancel).ConfigureAwait(false);
                    return null;
                }
                catch (Exception fault) when (fault is IOException or SocketException && !cancel.IsCancellationRequested)
                {
                    await folder.DisposeAsync().ConfigureAwait(false);
                    folder = await open(cancel).ConfigureAwait(false);
                    if (tries < MostTries)
                        continue;
                    brokenInARow++;
                    return fault.Message;
                }
                catch (Exception fault) when (fault is FtpException or SshException && !cancel.IsCancellationRequested)
                {
                    return fault.Message; // the server will not give it
                }
            }
        }
    }

    private static string Words(List<string> unread) => unread.Count == 1 ? unread[0] : $"{unread[0]} The same goes for {(unread.Count == 2 ? "one other file" : $"{unread.Count - 1} other files")}.";

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
