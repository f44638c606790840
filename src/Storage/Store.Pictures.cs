using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Wireroom.Stories;
using Wireroom.Stories.Body;

namespace Wireroom.Storage;

public sealed partial class Store
{
    /// <summary>As <see cref="KeepPictureAsync(ReadOnlyMemory{byte}, PictureFacts, CancellationToken)"/>, of a picture of which nothing is known.</summary>
    public Task<StoredPicture> KeepPictureAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancel) => KeepPictureAsync(bytes, PictureFacts.None, cancel);

    /// <summary>
    /// Keeps a picture's bytes under the hash of their content; JPEG, PNG, WebP and GIF by their content, anything else and anything hostile is refused with the
    /// reason. What is known of a picture that is kept already stays as it is.
    /// </summary>
    /// <exception cref="StoreException">Why it is refused, or the disk is full.</exception>
    public async Task<StoredPicture> KeepPictureAsync(ReadOnlyMemory<byte> bytes, PictureFacts facts, CancellationToken cancel)
    {
        var picture = await LayPictureAsync(bytes, cancel);
        await NotePictureAsync(picture, facts, cancel);
        return picture;
    }

    /// <summary>
    /// The first half of keeping a picture: looks at its bytes and lays them into the folder of pictures. Nothing is written to the database, so that no writer
    /// waits for it; <see cref="NotePictureAsync"/> is the other half.
    /// </summary>
    /// <exception cref="StoreException">Why it is refused, or the disk is full.</exception>
    public async Task<StoredPicture> LayPictureAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancel)
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

        return picture;
    }

    /// <summary>The other half of keeping a picture: tells the library of it.</summary>
    public Task NotePictureAsync(StoredPicture picture, PictureFacts facts, CancellationToken cancel) => WriteAsync(
        async writing =>
        {
            await writing.RunAsync(
                """
                insert into pictures (file, media_type, width, height, length, kept_at) values (@File, @MediaType, @Width, @Height, @Length, @Now)
                on conflict (file) do nothing
                """,
                new { picture.File, picture.MediaType, picture.Width, picture.Height, picture.Length, Now });
            if (await writing.FirstAsync<string>("select words from pictures where file = @File", new { picture.File }) is not { Length: > 0 })
                await WriteFactsAsync(writing, picture.File, facts);
            writing.Ring(RingKind.Pictures);
        },
        cancel);

    /// <summary>The stored picture of that file name, or null.</summary>
    public async Task<StoredPicture?> FindPictureAsync(string file, CancellationToken cancel) => (await FindLibraryPictureAsync(file, cancel))?.Stored;

    /// <summary>Full path of a stored picture's file. A name that <see cref="KeepPictureAsync(ReadOnlyMemory{byte}, PictureFacts, CancellationToken)"/> would not give is refused, so that no path leads out of the folder.</summary>
    public string PicturePath(string file) => PictureFiles.Path(options, file);

    /// <summary>Pictures whose renditions are not made yet, the newest first.</summary>
    public Task<IReadOnlyList<LibraryPicture>> UndevelopedPicturesAsync(int count, CancellationToken cancel) => ReadAsync<IReadOnlyList<LibraryPicture>>(
        async reading => [.. (await reading.ListAsync<PictureColumns>("select * from pictures where developed = 0 order by kept_at desc, file limit @count", new { count })).Select(row => row.ToPicture())],
        cancel);

    /// <summary>Notes the point that the program found for a picture's crops; one that a person has set stays. Returns the one that holds.</summary>
    public Task<Focus> FoundFocusAsync(string file, Focus focus, CancellationToken cancel) => WriteAsync(
        async writing =>
        {
            var changed = await writing.RunAsync(
                "update pictures set focus_x = @X, focus_y = @Y where file = @file and focus_by = '' and (focus_x <> @X or focus_y <> @Y)", new { file, focus.X, focus.Y });
            if (changed > 0)
                await RingShownAsync(writing, file);
            var row = await writing.FirstAsync<PictureColumns>("select * from pictures where file = @file", new { file });
            return row is null ? focus : row.Focus;
        },
        cancel);

    /// <summary>Notes that a picture's renditions are made for that point, or why they cannot be: such a picture goes out nowhere.</summary>
    public Task DevelopedAsync(string file, Focus focus, string refused, CancellationToken cancel) => WriteAsync(
        async writing =>
        {
            // Where somebody has moved the point meanwhile, there is more to do.
            await writing.RunAsync(
                "update pictures set developed = 1, refused = @refused where file = @file and ((focus_x = @X and focus_y = @Y) or @refused <> '')", new { file, refused, focus.X, focus.Y });
            if (refused.Length == 0)
                return;
            await writing.RunAsync("update pictures set shown_until = 0 where file = @file", new { file });
            await RingShownAsync(writing, file);
        },
        cancel);

    /// <summary>What the library says of pictures by their file names, for a release.</summary>
    public Task<Func<string, PictureStanding>> StandingsAsync(Copy copy, CancellationToken cancel) => ReadAsync(reading => StandingsAsync(reading, copy), cancel);

    private static async Task<Func<string, PictureStanding>> StandingsAsync(Reading reading, Copy copy)
    {
        var standings = new Dictionary<string, PictureStanding>(StringComparer.Ordinal);
        foreach (var file in copy.Pictures.Select(picture => picture.File).Where(file => file.Length > 0).Distinct(StringComparer.Ordinal))
        {
            if (await reading.FirstAsync<PictureColumns>("select * from pictures where file = @file", new { file }) is { } row)
                standings[file] = row.ToPicture().Standing;
        }

        return file => standings.GetValueOrDefault(file, PictureStanding.Unknown);
    }

    /// <summary>Rings for the pages of every story that shows the picture.</summary>
    private async Task RingShownAsync(Writing writing, string file)
    {
        var stories = await writing.ListAsync<long>(
            $"select distinct r.story from release_pictures p join releases r on r.key = p.key where p.file = @file and r.visible_until > @Now limit {MostRungApart + 1}", new { file, Now });
        if (stories.Count > MostRungApart)
            writing.Ring(RingKind.Released);
        else
            foreach (var story in stories)
                await RingReleasedAsync(writing, new StoryId(story));
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
