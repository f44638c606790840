namespace Wireroom.Wire.PhotoMetadata;

/// <summary>What a picture says of itself, for who has its bytes and wants to print it.</summary>
public static class PictureMetadata
{
    /// <summary>
    /// Type, size in bytes and pixels, headline, caption, alternative text, credit line (the photographer's name where there is none)
    /// and rights of a picture; null where the bytes are no JPEG, PNG, WebP, TIFF, GIF, HEIF or AVIF. Never throws, whatever the bytes.
    /// </summary>
    public static WireMedia? Of(ReadOnlyMemory<byte> picture)
    {
        if (PictureKind.Of(picture.Span) is not { } type)
        {
            return null;
        }

        var item = PhotoReader.Item(picture, type, null, new WireDocument());
        return item.Media[0] with { Title = item.Headline, Caption = item.Standfirst, Credit = item.Credit ?? item.Byline, Rights = item.Rights };
    }

    /// <summary>All that a picture says of itself, as the item that it would be on its own; null and never thrown as with <see cref="Of"/>.</summary>
    public static WireItem? ItemOf(ReadOnlyMemory<byte> picture, string? name = null) =>
        PictureKind.Of(picture.Span) is { } type ? PhotoReader.Item(picture, type, name, new WireDocument()) : null;
}
