using Wireroom.Storage;
using Wireroom.Wire;

namespace Wireroom.Newsroom.Intake.Translation;

/// <summary>The pictures of a document whose files came with it, by the address that the document gives them.</summary>
public sealed class KeptPictures
{
    private readonly Dictionary<string, (StoredPicture Picture, PictureFacts Facts)> kept = new(StringComparer.Ordinal);

    /// <summary>Notes that the file at that address was kept, and what it says of itself.</summary>
    public void Add(string href, StoredPicture picture, PictureFacts facts) => kept[href] = (picture, facts);

    /// <summary>The item with the names and true sizes of its kept pictures noted on them, and what only their files say.</summary>
    public WireItem MarkOn(WireItem item) => kept.Count == 0
        ? item
        : item with
        {
            Media = [.. item.Media.Select(MarkOn)],
            Body = [.. item.Body.Select(block => block is WirePicture picture ? new WirePicture(MarkOn(picture.Media)) : block)],
        };

    private WireMedia MarkOn(WireMedia media) => media.Href is { } href && kept.TryGetValue(href, out var known)
        ? TranslatePicture.Complete(media, known.Facts) with { KeptAs = known.Picture.File, Width = known.Picture.Width, Height = known.Picture.Height }
        : media;
}
