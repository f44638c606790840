using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace Wireroom.Storage;

/// <summary>A stored picture: file name (hash of its content, and ending by its true type), type, size in pixels and bytes.</summary>
public sealed record StoredPicture(string File, string MediaType, int Width, int Height, long Length);

public sealed partial class Store
{
    /// <summary>Keeps a picture's bytes under the hash of their content; JPEG, PNG, WebP and GIF by their content, anything else is refused with the reason.</summary>
    /// <exception cref="StoreException">Not a picture of those kinds, or larger than 100 megapixels, or the disk is full.</exception>
    public async Task<StoredPicture> KeepPictureAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancel)
    {
        var (ending, mediaType, width, height) = PictureType.Read(bytes);
        var picture = new StoredPicture($"{Convert.ToHexStringLower(SHA256.HashData(bytes.Span))[..40]}.{ending}", mediaType, width, height, bytes.Length);
        var path = PicturePath(picture.File);
        try
        {
            if (!File.Exists(path))
            {
                // Written aside and moved into place, so that a name always stands for whole content.
                var aside = Path.Combine(options.PictureFolder, $".{Guid.NewGuid():n}.part");
                await File.WriteAllBytesAsync(aside, bytes.ToArray(), cancel);
                File.Move(aside, path, overwrite: true);
            }
        }
        catch (IOException exception)
        {
            throw new StoreException($"The picture cannot be stored in {options.PictureFolder}: {exception.Message}", exception);
        }

        await WriteAsync(
            writing => writing.RunAsync(
                """
                insert into pictures (file, media_type, width, height, length) values (@File, @MediaType, @Width, @Height, @Length)
                on conflict (file) do nothing
                """,
                picture),
            cancel);
        return picture;
    }

    /// <summary>The stored picture of that file name, or null.</summary>
    public Task<StoredPicture?> FindPictureAsync(string file, CancellationToken cancel) => ReadAsync(
        async reading =>
        {
            var row = await reading.FirstAsync<PictureColumns>("select * from pictures where file = @file", new { file });
            return row is null ? null : new StoredPicture(row.File, row.Media_Type, row.Width, row.Height, row.Length);
        },
        cancel);

    /// <summary>Full path of a stored picture's file. A name that <see cref="KeepPictureAsync"/> would not give is refused, so that no path leads out of the folder.</summary>
    public string PicturePath(string file) => PictureFiles.Path(options, file);

    private sealed class PictureColumns
    {
        public string File { get; init; } = "";

        public string Media_Type { get; init; } = "";

        public int Width { get; init; }

        public int Height { get; init; }

        public long Length { get; init; }
    }
}

/// <summary>Names of stored pictures.</summary>
public static partial class PictureFiles
{
    /// <summary>True for a name of the form that the store gives: 40 hexadecimal digits and a known ending.</summary>
    public static bool IsName(string file) => Name().IsMatch(file);

    /// <summary>The full path of a picture.</summary>
    /// <exception cref="ArgumentException">Not a name of that form.</exception>
    public static string Path(StoreOptions options, string file) =>
        IsName(file) ? System.IO.Path.Combine(options.PictureFolder, file) : throw new ArgumentException($"\"{file}\" is no picture's name.", nameof(file));

    [GeneratedRegex(@"\A[0-9a-f]{40}\.(jpg|png|webp|gif)\z")]
    private static partial Regex Name();
}
