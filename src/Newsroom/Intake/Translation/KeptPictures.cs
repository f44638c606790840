using Wireroom.Storage;
using Wireroom.Wire;

namespace Wireroom.Newsroom.Intake.Translation;

/// <summary>The pictures of a document whose files came with it, by the address that the document gives them: to all of its items, or to one.</summary>
public sealed class KeptPictures
{
    private const int All = -1;

    private readonly Dictionary<(int Item, string Href), StoredPicture> kept = [];

    /// <summary>Notes that the file at that address was kept.</summary>
    public void Add(string href, StoredPicture picture) => kept[(All, href)] = picture;

    /// <summary>Notes that the file which the item at that place of the document carries was kept.</summary>
    public void Add(int item, string href, StoredPicture picture) => kept[(item, href)] = picture;

    /// <summary>The item at that place of the document with the names and true sizes of its kept pictures noted on them.</summary>
    public WireItem MarkOn(int at, WireItem item) => kept.Count == 0
        ? item
        : item with
        {
            Media = [.. item.Media.Select(media => MarkOn(at, media))],
            Body = [.. item.Body.Select(block => block is WirePicture picture ? new WirePicture(MarkOn(at, picture.Media)) : block)],
        };

    private WireMedia MarkOn(int at, WireMedia media) => media.Href is { } href && (kept.TryGetValue((at, href), out var picture) || kept.TryGetValue((All, href), out picture))
        ? media with { KeptAs = picture.File, Width = picture.Width, Height = picture.Height }
        : media;
}
