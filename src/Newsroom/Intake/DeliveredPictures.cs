using Wireroom.Newsroom.Intake.Translation;
using Wireroom.Storage;
using Wireroom.Wire;

namespace Wireroom.Newsroom.Intake;

/// <summary>
/// Lays the picture files that came within a document or beside it, and the document that is a picture itself, into the folder of pictures. That takes its time,
/// and is done before the writer's turn; the library is told when the document is stored.
/// </summary>
internal static class DeliveredPictures
{
    private const long LargestPicture = 32 * 1024 * 1024;

    /// <summary>Every picture that stands in the document, and every one that its items name by a relative path and that lies in one of the delivery's folders.</summary>
    public static async Task<KeptPictures> LayAsync(Delivery delivery, ReadDocument document, Store store, ArrivalReport report, CancellationToken cancel)
    {
        var kept = new KeptPictures();
        foreach (var (item, file) in document.Pictures)
        {
            var media = MediaChoice.All(document.Items[item]).FirstOrDefault(media => media.Href == file.Href);
            if (await LayOneAsync(file.Href, media, file.Bytes.Length, () => Task.FromResult(file.Bytes)).ConfigureAwait(false) is { } known)
                kept.Add(item, file.Href, known.Picture, known.Facts);
        }

        var isPicture = document.Items is [{ Format: "photo" }];
        var within = document.Pictures.Select(one => one.File.Href).ToHashSet(StringComparer.Ordinal);
        foreach (var media in document.Items.SelectMany(MediaChoice.All).Where(media => media.Href is { } href && !within.Contains(href)).DistinctBy(media => media.Href, StringComparer.Ordinal))
        {
            var href = media.Href!;
            var file = isPicture ? null : Find(href, delivery.PictureFolders);
            if (file is null && !isPicture)
                continue;
            var length = file?.Length ?? delivery.Bytes.Length;
            if (await LayOneAsync(href, media, length, async () => file is null ? delivery.Bytes : await File.ReadAllBytesAsync(file.FullName, cancel).ConfigureAwait(false)).ConfigureAwait(false) is { } known)
                kept.Add(href, known.Picture, known.Facts);
        }

        return kept;

        // Null, and a note in the report, where it is too large, no picture, or cannot be read.
        async Task<(StoredPicture Picture, PictureFacts Facts)?> LayOneAsync(string href, WireMedia? media, long length, Func<Task<ReadOnlyMemory<byte>>> read)
        {
            try
            {
                if (length > LargestPicture)
                {
                    report.PictureRefused(href, $"it has {length / 1024 / 1024} MB, and pictures of up to {LargestPicture / 1024 / 1024} MB are kept.");
                    return null;
                }

                var bytes = await read().ConfigureAwait(false);
                var facts = TranslatePicture.FactsOf(bytes, media, delivery.Source);
                return (await store.LayPictureAsync(bytes, cancel).ConfigureAwait(false), facts);
            }
            catch (StoreException refusal)
            {
                report.PictureRefused(href, refusal.Message);
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                report.PictureMissing(href, fault.Message);
            }

            return null;
        }
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
