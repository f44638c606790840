using Wireroom.Newsroom.Intake.Translation;
using Wireroom.Storage;

namespace Wireroom.Newsroom.Intake;

/// <summary>Keeps the picture files that came within a document or beside it.</summary>
internal static class DeliveredPictures
{
    private const long LargestPicture = 32 * 1024 * 1024;

    /// <summary>Every picture that stands in the document, and every one that its items name by a relative path and that lies in one of the delivery's folders.</summary>
    public static async Task<KeptPictures> KeepAsync(Delivery delivery, ReadDocument document, Store store, ArrivalReport report, CancellationToken cancel)
    {
        var kept = new KeptPictures();
        foreach (var (item, file) in document.Pictures)
        {
            if (await KeepAsync(file.Href, file.Bytes.Length, () => Task.FromResult(file.Bytes), store, report, cancel).ConfigureAwait(false) is { } picture)
                kept.Add(item, file.Href, picture);
        }

        var within = document.Pictures.Select(one => one.File.Href).ToHashSet(StringComparer.Ordinal);
        foreach (var href in document.Items.SelectMany(MediaChoice.All).Select(media => media.Href).OfType<string>().Distinct(StringComparer.Ordinal).Where(href => !within.Contains(href)))
        {
            if (Find(href, delivery.PictureFolders) is { } file
                && await KeepAsync(href, file.Length, async () => await File.ReadAllBytesAsync(file.FullName, cancel).ConfigureAwait(false), store, report, cancel).ConfigureAwait(false) is { } picture)
                kept.Add(href, picture);
        }

        return kept;
    }

    /// <summary>Keeps one picture; null, and a note in the report, where it is too large or none that is kept.</summary>
    private static async Task<StoredPicture?> KeepAsync(string href, long length, Func<Task<ReadOnlyMemory<byte>>> read, Store store, ArrivalReport report, CancellationToken cancel)
    {
        try
        {
            if (length <= LargestPicture)
                return await store.KeepPictureAsync(await read().ConfigureAwait(false), cancel).ConfigureAwait(false);
            report.PictureMissing(href, $"it has {length / 1024 / 1024} MB, and pictures of up to {LargestPicture / 1024 / 1024} MB are kept.");
        }
        catch (Exception fault) when (fault is StoreException or IOException or UnauthorizedAccessException)
        {
            report.PictureMissing(href, fault.Message);
        }

        return null;
    }

    /// <summary>The file that a relative path means; null for anything that is not below a folder of the delivery, symbolic links among them.</summary>
    private static FileInfo? Find(string href, IReadOnlyList<string> folders)
    {
        var relative = Uri.UnescapeDataString(href.Split('?', '#')[0]);
        if (relative.Length == 0 || relative.Contains("://", StringComparison.Ordinal) || Path.IsPathRooted(relative) || relative.Contains('\0', StringComparison.Ordinal))
            return null;
        foreach (var folder in folders)
        {
            var file = new FileInfo(Path.GetFullPath(Path.Combine(folder, relative)));
            var isBelow = file.FullName.StartsWith(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)) + Path.DirectorySeparatorChar, StringComparison.Ordinal);
            if (isBelow && file.Exists && file.LinkTarget is null)
                return file;
        }

        return null;
    }
}
