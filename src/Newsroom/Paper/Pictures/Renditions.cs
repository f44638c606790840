using System.Collections.Concurrent;
using Wireroom.Storage;
using Wireroom.Stories.Body;

namespace Wireroom.Newsroom.Paper.Pictures;

/// <summary>
/// The renditions of stored pictures, in a folder beside them. They are made in the background soon after a picture's arrival; one that somebody asks for
/// earlier is made at once, in a darkroom of its own. Readers never get the file as it was kept: it may say where its photographer lives.
/// </summary>
public sealed class Renditions(StoreOptions store, DarkroomLine quick, DarkroomLine patient)
{
    private readonly ConcurrentDictionary<string, Lazy<Task<DarkroomResult>>> making = new(StringComparer.Ordinal);
    private int asked;

    /// <summary>Where a rendition lies, whether it is made or not.</summary>
    public string PathOf(string file, Rendition rendition)
    {
        var kept = PictureFiles.Path(store, file);
        return Path.Combine(Path.GetDirectoryName(kept)!, "made", file[..2], file, rendition.Name);
    }

    /// <summary>The full path of a rendition that is made, now where it is not yet; null where it cannot be.</summary>
    public async Task<string?> AskAsync(string file, int width, int height, Rendition rendition, CancellationToken cancel)
    {
        var path = PathOf(file, rendition);
        if (File.Exists(path))
            return path;
        Interlocked.Increment(ref asked);
        try
        {
            var result = await OnceAsync(quick, file, width, height, rendition).WaitAsync(cancel).ConfigureAwait(false);
            return result is { Fault: "", Trouble: "" } ? path : null;
        }
        finally
        {
            Interlocked.Decrement(ref asked);
        }
    }

    /// <summary>The point to which the eye is drawn.</summary>
    public Task<DarkroomResult> LookAsync(StoredPicture picture, CancellationToken cancel) =>
        patient.DoAsync(new DarkroomTask(PictureFiles.Path(store, picture.File), picture.Width, picture.Height, "", ""), cancel);

    /// <summary>Makes every rendition that is missing for that point; the first that cannot be made ends it, and its result says why.</summary>
    public async Task<DarkroomResult> MakeAllAsync(StoredPicture picture, Focus focus, CancellationToken cancel)
    {
        foreach (var rendition in Rendition.All(picture.Width, picture.Height, focus))
        {
            // Whoever waits for a picture goes first.
            while (Volatile.Read(ref asked) > 0)
                await Task.Delay(TimeSpan.FromMilliseconds(20), cancel).ConfigureAwait(false);
            if (File.Exists(PathOf(picture.File, rendition)))
                continue;
            var result = await OnceAsync(patient, picture.File, picture.Width, picture.Height, rendition).WaitAsync(cancel).ConfigureAwait(false);
            if (result is not { Fault: "", Trouble: "" })
                return result;
        }

        return new DarkroomResult();
    }

    /// <summary>However many wait for a rendition, it is made once; who goes away does not end it for the others.</summary>
    private async Task<DarkroomResult> OnceAsync(DarkroomLine darkroom, string file, int width, int height, Rendition rendition)
    {
        var path = PathOf(file, rendition);
        var flight = making.GetOrAdd(path, key => new Lazy<Task<DarkroomResult>>(
            () => darkroom.DoAsync(new DarkroomTask(PictureFiles.Path(store, file), width, height, rendition.Name, key), CancellationToken.None)));
        try
        {
            return await flight.Value.ConfigureAwait(false);
        }
        finally
        {
            making.TryRemove(new(path, flight));
        }
    }
}
