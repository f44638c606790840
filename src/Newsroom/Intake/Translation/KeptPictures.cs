using Wireroom.Storage;
using Wireroom.Wire;

namespace Wireroom.Newsroom.Intake.Translation;

/// <summary>The pictures of a document whose files came with it, by the address that the document gives them: to all of its items, or to one.</summary>
public sealed class KeptPictures
{
    private const int AnyItem = -1;

    private readonly Dictionary<(int Item, string Href), (StoredPicture Picture, PictureFacts Facts)> kept = [];

    /// <summary>Every picture, and what it says of itself.</summary>
    public IEnumerable<(StoredPicture Picture, PictureFacts Facts)> All => kept.Values;

    /// <summary>Notes that the file at that address was kept, and what it says of itself.</summary>
    public void Add(string href, StoredPicture picture, PictureFacts facts) => Add(AnyItem, href, picture, facts);

    /// <summary>Notes that the file which the item at that place of the document carries was kept, and what it says of itself.</summary>
    public void Add(int item, string href, StoredPicture picture, PictureFacts facts) => kept[(item, href)] = (picture, facts);

    /// <summary>The item at that place of the document with the names and true sizes of its kept pictures noted on them, and what only their files say.</summary>
    public WireItem MarkOn(int at, WireItem item) => kept.Count == 0
        ? item
        : item with
        {
            Media = [.. item.Media.Select(media => MarkOn(at, media))],
            Body = [.. item.Body.Select(block => block is WirePicture picture ? new WirePicture(MarkOn(at, picture.Media)) : block)],
        };

    private WireMedia MarkOn(int at, WireMedia media) => media.Href is { } href && (kept.TryGetValue((at, href), out var known) || kept.TryGetValue((AnyItem, href), out known))
        ? TranslatePicture.Complete(media, known.Facts) with { KeptAs = known.Picture.File, Width = known.Picture.Width, Height = known.Picture.Height }
        : media;
}
