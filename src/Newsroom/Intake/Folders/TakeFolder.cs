using Wireroom.Storage;

namespace Wireroom.Newsroom.Intake.Folders;

/// <summary>
/// Takes what lies in a watched folder. A file is moved away only after it is stored; where the program stops in between, the file is taken once more and
/// is a repeat.
/// </summary>
public sealed class TakeFolder(Store store, Arrive arrive, TimeProvider clock, ILogger<TakeFolder> log)
{
    /// <summary>Looks at a file that ends too early before it is given up: its writer may only have paused.</summary>
    private const int PatientLooks = 10;

    private const int MostTogether = 25;
    private const long LargestTogether = 1024 * 1024;

    private readonly Dictionary<string, WatchedFiles> watched = new(StringComparer.Ordinal);

    /// <summary>Looks once. Files that changed since the last look are left for the next.</summary>
    public async Task LookAsync(Source source, CancellationToken cancel)
    {
        string? fault = null;
        try
        {
            if (!watched.TryGetValue(source.Address, out var files))
                watched[source.Address] = files = new WatchedFiles();
            // Several files in one go, in their order: so the disk is waited for once for all of them. A few, because nobody else writes meanwhile.
            var ready = new List<(FileInfo File, Delivery Delivery, ReadDocument Document)>();
            foreach (var (file, looks) in files.Look(source.Address))
            {
                if (await ReadAsync(source, file, looks, cancel).ConfigureAwait(false) is { } read)
                    ready.Add(read);
                if (ready.Count < MostTogether && ready.Sum(one => (long)one.Delivery.Bytes.Length) < LargestTogether)
                    continue;
                await TakeAsync(source, ready, cancel).ConfigureAwait(false);
                ready.Clear();
            }

            await TakeAsync(source, ready, cancel).ConfigureAwait(false);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            fault = $"The folder cannot be read: {problem.Message}";
        }

        await NoteAsync(source, fault, cancel).ConfigureAwait(false);
    }

    /// <summary>The file as read, or null where it is not to be taken: too large, a picture, unfinished, gone.</summary>
    private async Task<(FileInfo File, Delivery Delivery, ReadDocument Document)?> ReadAsync(Source source, FileInfo file, int looks, CancellationToken cancel)
    {
        var delivery = new Delivery
        {
            Source = source.Slug, Name = file.Name, Bytes = default, Date = file.LastWriteTimeUtc, DateIsGuessed = true, PictureFolders = [source.Address],
        };
        try
        {
            if (file.Length > ReadDocument.LargestDocument)
            {
                Move(file, "unreadable");
                log.LogWarning("{Source}: {File} has {Size} MB and was not read.", source.Slug, file.Name, file.Length / 1024 / 1024);
                return null;
            }

            var bytes = await File.ReadAllBytesAsync(file.FullName, cancel).ConfigureAwait(false);
            if (FileKind.IsPicture(bytes, out _))
                return null; // it stays until a wire names it
            delivery = delivery with { Bytes = bytes };
            var document = ReadDocument.Of(delivery);
            file.Refresh();
            var isUnfinished = document.WhyUnreadable is not null || document.IsCutOff;
            return file.Length != bytes.Length || (isUnfinished && looks < PatientLooks) ? null : (file, delivery, document);
        }
        catch (Exception problem) when (problem is FileNotFoundException or DirectoryNotFoundException)
        {
            return null; // somebody else took it
        }
    }

    private async Task TakeAsync(Source source, List<(FileInfo File, Delivery Delivery, ReadDocument Document)> ready, CancellationToken cancel)
    {
        if (ready.Count == 0)
            return;
        var reports = await arrive.TakeTogetherAsync([.. ready.Select(one => (one.Delivery, one.Document))], cancel).ConfigureAwait(false);
        for (var at = 0; at < ready.Count; at++)
        {
            if (reports[at].WhyUnreadable is { } why)
                log.LogWarning("{Source}: {File} could not be read: {Why}", source.Slug, ready[at].File.Name, why);
            Move(ready[at].File, reports[at].WhyUnreadable is null ? "taken" : "unreadable");
        }
    }

    /// <summary>Into a folder beside it, under its own name or the next that is free.</summary>
    private static void Move(FileInfo file, string folder)
    {
        var target = Directory.CreateDirectory(Path.Combine(file.DirectoryName!, folder)).FullName;
        for (var number = 1; ; number++)
        {
            var name = number == 1 ? file.Name : $"{Path.GetFileNameWithoutExtension(file.Name)}-{number}{file.Extension}";
            try
            {
                File.Move(file.FullName, Path.Combine(target, name), overwrite: false);
                return;
            }
            catch (FileNotFoundException)
            {
                return; // another program on the same folder moved it first
            }
            catch (IOException) when (File.Exists(Path.Combine(target, name)) && number < 10_000)
            {
                // That name was there already.
            }
        }
    }

    private async Task NoteAsync(Source source, string? fault, CancellationToken cancel)
    {
        var before = await store.PollStateAsync(source.Slug, cancel).ConfigureAwait(false);
        if (fault == before.LastFault && before.LastSeenAt is not null == fault is null)
            return;
        if (fault is not null)
            log.LogWarning("{Source}: {Fault}", source.Slug, fault);
        await store.SavePollStateAsync(
            source.Slug,
            before with { LastFault = fault, Failures = fault is null ? 0 : before.Failures + 1, LastSeenAt = fault is null ? clock.GetUtcNow() : before.LastSeenAt },
            cancel).ConfigureAwait(false);
    }
}
