using System.Text;

namespace Wireroom.Wire.PhotoMetadata;

/// <summary>Walks the blocks of a GIF (GIF89a, sections 17 to 26; XMP Specification part 3, section 1.1.2).</summary>
internal static class GifFile
{
    internal static void Read(ReadOnlyMemory<byte> bytes, PictureBlocks blocks)
    {
        var span = bytes.Span;
        if (span.Length < 13)
        {
            blocks.IsCutShort = true;
            return;
        }

        blocks.Size(span[6] | (span[7] << 8), span[8] | (span[9] << 8));
        var at = 13 + Colours(span[10]);
        while (at + 1 < span.Length)
        {
            switch (span[at])
            {
                case 0x3B:
                    return;
                case 0x2C when at + 10 < span.Length:
                    at = SubBlocks(span, at + 11 + Colours(span[at + 9]), null);
                    break;
                case 0x21 when span[at + 1] == 0xFF && at + 14 <= span.Length && span.Slice(at + 3, 11).SequenceEqual("XMP DataXMP"u8):
                    at = Packet(bytes, at + 14, blocks);
                    break;
                case 0x21 when span[at + 1] == 0xFE:
                    var comment = new MemoryStream();
                    at = SubBlocks(span, at + 2, comment);
                    blocks.Texts.Add(("comment", Encoding.UTF8.GetString(comment.ToArray())));
                    break;
                case 0x21:
                    at = SubBlocks(span, at + 2, null);
                    break;
                default:
                    blocks.IsCutShort = true;
                    return;
            }
        }

        blocks.IsCutShort = span[^1] != 0x3B;
    }

    private static int Colours(byte flags) => (flags & 0x80) != 0 ? 3 << ((flags & 7) + 1) : 0;

    /// <summary>Passes over sub-blocks, each with its length before it, to the empty one; returns the place behind.</summary>
    private static int SubBlocks(ReadOnlySpan<byte> span, int at, MemoryStream? into)
    {
        while (at < span.Length && span[at] != 0)
        {
            into?.Write(span.Slice(at + 1, Math.Min(span[at], Math.Min(span.Length - at - 1, Math.Max(0, 4096 - (int)into.Length)))));
            at += span[at] + 1;
        }

        return at + 1;
    }

    /// <summary>XMP stands as it is, not in sub-blocks, and behind it a ramp of 258 bytes that leads every reader of sub-blocks to their end.</summary>
    private static int Packet(ReadOnlyMemory<byte> bytes, int at, PictureBlocks blocks)
    {
        var end = SubBlocks(bytes.Span, at, null);
        var packet = bytes[Math.Min(at, bytes.Length)..Math.Min(end, bytes.Length)];
        var last = packet.Span.LastIndexOf((byte)'>');
        if (last > 0)
        {
            blocks.Xmp.Add(packet[..(last + 1)]);
        }

        return end;
    }
}
