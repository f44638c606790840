using Wireroom.Newsroom.Intake.Translation;
using Wireroom.Storage;
using Wireroom.Wire;

namespace Wireroom.Newsroom.Intake;

/// <summary>Keeps the picture files that came beside a document.</summary>
internal static class DeliveredPictures
{
    private const long LargestPicture = 32 * 1024 * 1024;

    /// <summary>Every picture that the items name by a relative path and that lies in one of the delivery's folders.</summary>
    public static async Task<KeptPictures> KeepAsync(Delivery delivery, IReadOnlyList<WireItem> items, Store store, ArrivalReport report, CancellationToken cancel)
    {
        var kept = new KeptPictures();
        foreach (var href in items.SelectMany(MediaChoice.All).Select(media => media.Href).OfType<string>().Distinct(StringComparer.Ordinal))
        {
            if (Find(href, delivery.PictureFolders) is not { } file)
                continue;
            try
            {
                if (file.Length > LargestPicture)
                    report.PictureMissing(href, $"it has {file.Length / 1024 / 1024} MB, and pictures of up to {LargestPicture / 1024 / 1024} MB are kept.");
                else
                    kept.Add(href, await store.KeepPictureAsync(await File.ReadAllBytesAsync(file.FullName, cancel).ConfigureAwait(false), cancel).ConfigureAwait(false));
            }
            catch (Exception fault) when (fault is StoreException or IOException or UnauthorizedAccessException)
            {
                report.PictureMissing(href, fault.Message);
            }
        }

        return kept;
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
