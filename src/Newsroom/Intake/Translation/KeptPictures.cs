using Wireroom.Storage;
using Wireroom.Stories.Body;
using Wireroom.Wire;

namespace Wireroom.Newsroom.Intake.Translation;

/// <summary>The pictures of a document whose files came with it, by the address that the document gives them.</summary>
public sealed class KeptPictures
{
    private readonly Dictionary<string, StoredPicture> kept = new(StringComparer.Ordinal);

    /// <summary>No file came.</summary>
    public static KeptPictures None { get; } = new();

    /// <summary>Notes that the file at that address was kept.</summary>
    public void Add(string href, StoredPicture picture) => kept[href] = picture;

    /// <summary>True where the file at that address was kept.</summary>
    public bool Holds(string? href) => href is not null && kept.ContainsKey(href);

    /// <summary>A picture as a block; null where there is neither a file nor a word to show.</summary>
    public PictureBlock? Show(WireMedia media)
    {
        var file = media.Href is not null && kept.TryGetValue(media.Href, out var stored) ? stored : null;
        var caption = media.Caption ?? media.Title ?? "";
        // A picture without alternative text is read out by its caption, which says the same to who cannot see it.
        var picture = new Picture(
            file?.File ?? "", caption, media.AltText is { Length: > 0 } alt ? alt : caption, media.Credit ?? "",
            file?.Width ?? media.Width ?? 0, file?.Height ?? media.Height ?? 0, TranslateRights.Of(media.Rights));
        return picture is { File: "", Caption: "", AltText: "", Credit: "" } ? null : new PictureBlock(picture);
    }
}
