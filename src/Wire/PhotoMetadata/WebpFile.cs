namespace Wireroom.Wire.PhotoMetadata;

/// <summary>Walks the chunks of a WebP (RFC 9649, section 2).</summary>
internal static class WebpFile
{
    internal static void Read(ReadOnlyMemory<byte> bytes, PictureBlocks blocks)
    {
        var span = bytes.Span;
        var at = 12;
        while (at + 8 <= span.Length)
        {
            var length = LittleEndian(span, at + 4);
            var left = span.Length - at - 8;
            blocks.IsCutShort |= length > left;
            var data = bytes.Slice(at + 8, (int)Math.Min(length, left));
            Chunk(span.Slice(at, 4), data, blocks);
            at += 8 + data.Length + (data.Length & 1);
        }

        blocks.IsCutShort |= span.Length < 12 || span.Length < 8L + LittleEndian(span, 4);
    }

    private static void Chunk(ReadOnlySpan<byte> type, ReadOnlyMemory<byte> data, PictureBlocks blocks)
    {
        var span = data.Span;
        if (type.SequenceEqual("VP8X"u8) && span.Length >= 10)
        {
            blocks.Size(1 + (span[4] | (span[5] << 8) | (span[6] << 16)), 1 + (span[7] | (span[8] << 8) | (span[9] << 16)));
        }
        else if (type.SequenceEqual("VP8 "u8) && blocks.Width is null && span.Length >= 10)
        {
            blocks.Size((span[6] | (span[7] << 8)) & 0x3FFF, (span[8] | (span[9] << 8)) & 0x3FFF);
        }
        else if (type.SequenceEqual("VP8L"u8) && blocks.Width is null && span.Length >= 5)
        {
            var bits = LittleEndian(span, 1);
            blocks.Size((bits & 0x3FFF) + 1, ((bits >> 14) & 0x3FFF) + 1);
        }
        else if (type.SequenceEqual("EXIF"u8))
        {
            // Some programs put the head of a JPEG segment before it.
            blocks.Exif = span.StartsWith("Exif\0\0"u8) ? data[6..] : data;
        }
        else if (type.SequenceEqual("XMP "u8) || type.SequenceEqual("XMP\0"u8))
        {
            blocks.Xmp.Add(data);
        }
    }

    private static uint LittleEndian(ReadOnlySpan<byte> span, int at) => span[at] | ((uint)span[at + 1] << 8) | ((uint)span[at + 2] << 16) | ((uint)span[at + 3] << 24);
}
