using Wireroom.Stories;
using Wireroom.Stories.Body;

namespace Wireroom.Storage;

/// <summary>Which pictures of a released story readers may see at a moment, with what the library knows of them: the others are gone from the copy before any public room gets it.</summary>
internal static class ReleasedPictures
{
    /// <summary>The stories with the points of their pictures' crops, and without the pictures whose right has ended.</summary>
    public static async Task<IReadOnlyList<ReleasedStory>> InAsync(Reading reading, IReadOnlyList<ReleasedStory> stories, long now)
    {
        var shown = new List<ReleasedStory>(stories.Count);
        foreach (var story in stories)
        {
            var library = (await reading.ListAsync<LibraryColumns>(
                "select f.file, f.width, f.height, f.focus_x, f.focus_y, f.shown_until, f.rights from release_pictures p join pictures f on f.file = p.file where p.key = @Key", new { story.Row.Key }))
                .ToDictionary(row => row.File, StringComparer.Ordinal);
            var copy = story.Copy with { Body = [.. story.Copy.Body.Select(block => block is PictureBlock { Picture: var picture } ? new PictureBlock(In(picture, library, now)) : block)] };
            var row = story.Row with { LeadPicture = copy.Pictures.FirstOrDefault(picture => picture.File.Length > 0) };
            shown.Add(story with { Row = row, Copy = copy, Corrections = [.. story.Corrections.Select(correction => correction with { Row = row })] });
        }

        return shown;
    }

    /// <summary>The picture, or null where its own rights have ended.</summary>
    public static Picture? Shown(Picture picture, int? x, int? y, long now) =>
        picture.Rights?.Expires is { } end && end.ToUnixTimeMilliseconds() <= now ? null
        : x is { } across && y is { } down ? picture with { Focus = new Focus(across, down) }
        : picture;

    private static Picture In(Picture picture, Dictionary<string, LibraryColumns> library, long now)
    {
        if (picture.File.Length == 0 || !library.TryGetValue(picture.File, out var known))
            return picture;
        if (known.Shown_Until <= now || Shown(picture, known.Focus_X, known.Focus_Y, now) is not { } shown)
            return Picture.Gone;
        var rights = shown.Rights ?? known.OwnRights;
        return shown with { Width = known.Width, Height = known.Height, Rights = rights is { Licence: "" } ? rights with { Licence = known.OwnRights?.Licence ?? "" } : rights };
    }

    private sealed class LibraryColumns
    {
        public string File { get; init; } = "";

        public int Width { get; init; }

        public int Height { get; init; }

        public int Focus_X { get; init; }

        public int Focus_Y { get; init; }

        public long Shown_Until { get; init; }

        public string? Rights { get; init; }

        public Rights? OwnRights => Rights is null ? null : StoredJson.Read<Rights>(Rights);
    }
}
