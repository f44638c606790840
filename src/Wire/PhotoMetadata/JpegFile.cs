using System.Text;

namespace Wireroom.Wire.PhotoMetadata;

/// <summary>Walks the segments of a JPEG up to its picture (ITU-T T.81, annex B; XMP Specification part 3, section 1.1.3).</summary>
internal static class JpegFile
{
    internal static void Read(ReadOnlyMemory<byte> bytes, PictureBlocks blocks)
    {
        var span = bytes.Span;
        var photoshop = new MemoryStream();
        var extended = new SortedDictionary<uint, ReadOnlyMemory<byte>>();
        var at = 2;
        while (true)
        {
            if (at >= span.Length)
            {
                blocks.IsCutShort = true;
                break;
            }

            var marker = span[at..].IndexOf((byte)0xFF);
            if (marker < 0 || at + marker + 1 >= span.Length)
            {
                blocks.IsCutShort = true;
                break;
            }

            at += marker + 1;
            var code = span[at];
            if (code is 0xFF or 0 or 1 or (>= 0xD0 and <= 0xD8))
            {
                at += code == 0xFF ? 0 : 1;
                continue;
            }

            // The picture, or the end.
            if (code is 0xDA or 0xD9)
            {
                break;
            }

            var length = BigEndian.Two(span, at + 1);
            if (length < 2 || at + 1 + length > span.Length)
            {
                blocks.IsCutShort |= at + 1 + length > span.Length;
                at++;
                continue;
            }

            Segment(code, bytes.Slice(at + 3, length - 2), blocks, photoshop, extended);
            at += 1 + length;
        }

        if (photoshop.Length > 0)
        {
            blocks.Resources(photoshop.GetBuffer().AsMemory(0, (int)photoshop.Length));
        }

        if (extended.Count > 0)
        {
            blocks.Xmp.Add(extended.Values.SelectMany(part => part.ToArray()).ToArray());
        }
    }

    private static void Segment(byte code, ReadOnlyMemory<byte> data, PictureBlocks blocks, MemoryStream photoshop, SortedDictionary<uint, ReadOnlyMemory<byte>> extended)
    {
        var span = data.Span;
        switch (code)
        {
            case >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC) when span.Length >= 5:
                blocks.Size(BigEndian.Two(span, 3), BigEndian.Two(span, 1));
                break;
            case 0xE1 when span.StartsWith("Exif\0"u8) && span.Length > 6 && blocks.Exif.IsEmpty:
                blocks.Exif = data[6..];
                break;
            case 0xE1 when span.StartsWith("http://ns.adobe.com/xap/1.0/\0"u8):
                blocks.Xmp.Add(data[29..]);
                break;
            case 0xE1 when span.StartsWith("http://ns.adobe.com/xmp/extension/\0"u8) && span.Length > 75:
                // A packet longer than a segment goes on in others, each with its offset.
                extended.TryAdd(BigEndian.Four(span, 71), data[75..]);
                break;
            case 0xED when span.StartsWith("Photoshop 3.0\0"u8):
                // A resource longer than a segment goes on in the next.
                photoshop.Write(span[14..]);
                break;
            case 0xED when span.StartsWith("Adobe_Photoshop2.5:"u8):
                photoshop.Write(span[19..]);
                break;
            case 0xFE:
                blocks.Texts.Add(("comment", Encoding.UTF8.GetString(span[..Math.Min(span.Length, 4096)])));
                break;
            default:
                break;
        }
    }
}
