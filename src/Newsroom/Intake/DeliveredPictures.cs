using Wireroom.Newsroom.Intake.Translation;
using Wireroom.Storage;
using Wireroom.Wire;

namespace Wireroom.Newsroom.Intake;

/// <summary>Keeps the picture files that came beside a document, and the document that is a picture itself.</summary>
internal static class DeliveredPictures
{
    private const long LargestPicture = 32 * 1024 * 1024;

    /// <summary>Every picture that the items name by a relative path and that lies in one of the delivery's folders.</summary>
    public static async Task<KeptPictures> KeepAsync(Delivery delivery, IReadOnlyList<WireItem> items, Store store, ArrivalReport report, CancellationToken cancel)
    {
        var kept = new KeptPictures();
        foreach (var media in items.SelectMany(MediaChoice.All).Where(media => media.Href is not null).DistinctBy(media => media.Href, StringComparer.Ordinal))
        {
            var href = media.Href!;
            var isOwn = items is [{ Format: "photo" }];
            var file = isOwn ? null : Find(href, delivery.PictureFolders);
            if (file is null && !isOwn)
                continue;
            try
            {
                var length = file?.Length ?? delivery.Bytes.Length;
                if (length > LargestPicture)
                {
                    report.PictureRefused(href, $"it has {length / 1024 / 1024} MB, and pictures of up to {LargestPicture / 1024 / 1024} MB are kept.");
                    continue;
                }

                var bytes = file is null ? delivery.Bytes : await File.ReadAllBytesAsync(file.FullName, cancel).ConfigureAwait(false);
                var facts = TranslatePicture.FactsOf(bytes, media, delivery.Source);
                kept.Add(href, await store.KeepPictureAsync(bytes, facts, cancel).ConfigureAwait(false), facts);
            }
            catch (StoreException refusal)
            {
                report.PictureRefused(href, refusal.Message);
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
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
