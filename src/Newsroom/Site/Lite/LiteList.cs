using Wireroom.Newsroom.Site.Frame;
using Wireroom.Storage;
using Wireroom.Stories.Body;

namespace Wireroom.Newsroom.Site.Lite;

/// <summary>A list of stories in its lite version: the front, a section, a topic, the latest, a search.</summary>
public sealed record LiteList(PageHead Head, string Title, IReadOnlyList<ReleasedRow> Rows)
{
    /// <summary>A line under the title, or empty.</summary>
    public string Intro { get; init; } = "";

    /// <summary>The words that were searched for; null where the page is no search.</summary>
    public string? Words { get; init; }

    /// <summary>The full page after this one, or null.</summary>
    public string? Older { get; init; }

    /// <summary>A body whose pictures are told in words.</summary>
    public static IReadOnlyList<Block> WithoutPictures(IEnumerable<Block> body) =>
        [.. body.Select(block => block is PictureBlock picture ? new PictureBlock(picture.Picture with { File = "" }) : block)];
}
