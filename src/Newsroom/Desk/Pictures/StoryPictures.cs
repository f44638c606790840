using Wireroom.Storage;
using Wireroom.Stories;
using Wireroom.Stories.Body;

namespace Wireroom.Newsroom.Desk.Pictures;

/// <summary>What an editor should know of a version's pictures before it goes out.</summary>
/// <param name="Missing">What stands in the way of a release at this moment.</param>
/// <param name="Uncleared">Pictures of which nobody knows whose they are: to be looked at, and ticked.</param>
/// <param name="Names">Names in captions that are worth a look.</param>
/// <param name="Terms">The terms under which pictures may go out, each with its picture's name.</param>
public sealed record StoryPictures(IReadOnlyList<string> Missing, IReadOnlyList<string> Uncleared, IReadOnlyList<string> Names, IReadOnlyList<string> Terms)
{
    /// <summary>True where there is nothing to say.</summary>
    public bool IsQuiet => Missing.Count + Uncleared.Count + Names.Count + Terms.Count == 0;

    /// <summary>Of a version's copy.</summary>
    public static async Task<StoryPictures> OfAsync(Store store, Copy copy, DateTimeOffset now, CancellationToken cancel)
    {
        List<Picture> pictures = [.. copy.Pictures.Where(picture => picture.File.Length > 0).DistinctBy(picture => picture.File)];
        if (pictures.Count == 0)
            return new StoryPictures([], [], CaptionNames.Concerns(copy), []);
        var standings = await store.StandingsAsync(copy, cancel);
        var checks = await store.PictureChecksAsync(cancel);
        var terms = new List<string>();
        foreach (var picture in pictures)
        {
            var rights = picture.Rights ?? (await store.FindLibraryPictureAsync(picture.File, cancel))?.Facts.Rights;
            if (rights is { UsageTerms.Length: > 0 })
                terms.Add($"{PictureCheck.NameOf(picture)}: {rights.UsageTerms}");
        }

        return new StoryPictures(
            PictureCheck.WhatIsMissing(pictures, standings, now), checks.LetUnclearedStand ? [] : PictureCheck.WhatIsUncleared(pictures, standings), CaptionNames.Concerns(copy), terms);
    }
}
