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

    private readonly Dictionary<string, WatchedFiles> watched = new(StringComparer.Ordinal);

    /// <summary>Looks once. Files that changed since the last look are left for the next.</summary>
    public async Task LookAsync(Source source, CancellationToken cancel)
    {
        string? fault = null;
        try
        {
            if (!watched.TryGetValue(source.Address, out var files))
                watched[source.Address] = files = new WatchedFiles();
            foreach (var (file, looks) in files.Look(source.Address))
                await TakeAsync(source, file, looks, cancel).ConfigureAwait(false);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            fault = $"The folder cannot be read: {problem.Message}";
        }

        await NoteAsync(source, fault, cancel).ConfigureAwait(false);
    }

    private async Task TakeAsync(Source source, FileInfo file, int looks, CancellationToken cancel)
    {
        byte[] bytes;
        ReadDocument document;
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
                return;
            }

            bytes = await File.ReadAllBytesAsync(file.FullName, cancel).ConfigureAwait(false);
            if (FileKind.IsPicture(bytes, out _))
                return; // it stays until a wire names it
            delivery = delivery with { Bytes = bytes };
            document = ReadDocument.Of(delivery);
            file.Refresh();
            var isUnfinished = document.WhyUnreadable is not null || document.IsCutOff;
            if (file.Length != bytes.Length || (isUnfinished && looks < PatientLooks))
                return;
        }
        catch (Exception problem) when (problem is FileNotFoundException or DirectoryNotFoundException)
        {
            return; // somebody else took it
        }

        var report = await arrive.TakeAsync(delivery, document, cancel).ConfigureAwait(false);
        if (report.WhyUnreadable is { } why)
            log.LogWarning("{Source}: {File} could not be read: {Why}", source.Slug, file.Name, why);
        Move(file, report.WhyUnreadable is null ? "taken" : "unreadable");
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
