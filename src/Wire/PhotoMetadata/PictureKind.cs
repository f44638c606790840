namespace Wireroom.Wire.PhotoMetadata;

/// <summary>The type of a picture by its first bytes.</summary>
internal static class PictureKind
{
    // The longest look: the brands of an ISO base media file.
    private const int Enough = 64;

    /// <summary>The media type; null where the bytes begin no picture.</summary>
    internal static string? Of(ReadOnlySpan<byte> head) => head switch
    {
        [0xFF, 0xD8, 0xFF, ..] => "image/jpeg",
        [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10, ..] => "image/png",
        [(byte)'G', (byte)'I', (byte)'F', (byte)'8', (byte)'7' or (byte)'9', (byte)'a', ..] => "image/gif",
        [(byte)'I', (byte)'I', 42, 0, ..] or [(byte)'M', (byte)'M', 0, 42, ..] => "image/tiff",
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => "image/webp",
        [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', ..] => Brand(head),
        _ => null,
    };

    internal static Recognition Recognise(ReadOnlySpan<byte> head, bool whole) =>
        Of(head) is not null ? Recognition.Yes
        : whole || head.Length >= Enough || !MayBegin(head) ? Recognition.No
        : Recognition.NotYet;

    private static bool MayBegin(ReadOnlySpan<byte> head) =>
        head.Length < 3 || head[0] is 0x89 or 0xFF || head.StartsWith("GIF"u8) || head.StartsWith("II"u8) || head.StartsWith("MM"u8) || head.StartsWith("RIFF"u8) || head.Length < 8 || head[4..8].SequenceEqual("ftyp"u8);

    /// <summary>ISO/IEC 23008-12 and AVIF 1.1: the major brand, and where that is general, the compatible ones.</summary>
    private static string? Brand(ReadOnlySpan<byte> head)
    {
        var length = Math.Min(head.Length, Math.Max(16, (head[0] << 24) | (head[1] << 16) | (head[2] << 8) | head[3]));
        string? found = null;
        for (var at = 8; at + 4 <= length && at < 8 + Enough; at += at == 8 ? 8 : 4)
        {
            var brand = head.Slice(at, 4);
            if (brand.SequenceEqual("avif"u8) || brand.SequenceEqual("avis"u8))
            {
                return "image/avif";
            }

            if (brand.SequenceEqual("heic"u8) || brand.SequenceEqual("heix"u8) || brand.SequenceEqual("heim"u8) || brand.SequenceEqual("heis"u8))
            {
                return "image/heic";
            }

            found ??= brand.SequenceEqual("mif1"u8) || brand.SequenceEqual("msf1"u8) ? "image/heif" : null;
        }

        return found;
    }
}
