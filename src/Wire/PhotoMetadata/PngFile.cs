using System.Text;

namespace Wireroom.Wire.PhotoMetadata;

/// <summary>Walks the chunks of a PNG (Portable Network Graphics, third edition, section 11; XMP Specification part 3, section 1.1.5).</summary>
internal static class PngFile
{
    private const string RawProfile = "Raw profile type ";

    internal static void Read(ReadOnlyMemory<byte> bytes, PictureBlocks blocks)
    {
        var span = bytes.Span;
        var at = 8;
        while (at + 8 <= span.Length)
        {
            var length = BigEndian.Four(span, at);
            var type = Encoding.Latin1.GetString(span.Slice(at + 4, 4));
            var left = span.Length - at - 8;
            blocks.IsCutShort |= length > left;
            var data = bytes.Slice(at + 8, (int)Math.Min(length, left));
            if (type == "IEND")
            {
                return;
            }

            Chunk(type, data, blocks);
            at += 8 + data.Length + 4;
        }

        blocks.IsCutShort = true;
    }

    private static void Chunk(string type, ReadOnlyMemory<byte> data, PictureBlocks blocks)
    {
        var end = data.Span.IndexOf((byte)0);
        switch (type)
        {
            case "IHDR":
                blocks.Size(BigEndian.Four(data.Span, 0), BigEndian.Four(data.Span, 4));
                break;
            case "eXIf":
                blocks.Exif = data;
                break;
            case "tEXt" when end > 0:
                Text(Encoding.Latin1.GetString(data.Span[..end]), data[(end + 1)..], Encoding.Latin1, blocks);
                break;
            case "zTXt" when end > 0 && end + 2 <= data.Length:
                Text(Encoding.Latin1.GetString(data.Span[..end]), PictureBlocks.Inflated(data[(end + 2)..]), Encoding.Latin1, blocks);
                break;
            case "iTXt" when end > 0 && end + 3 <= data.Length:
                International(Encoding.Latin1.GetString(data.Span[..end]), data[(end + 1)..], blocks);
                break;
            default:
                break;
        }
    }

    /// <summary>iTXt: a flag and the method of compression, a language and a keyword in it, each ended by a zero, and the text.</summary>
    private static void International(string name, ReadOnlyMemory<byte> rest, PictureBlocks blocks)
    {
        var compressed = rest.Span[0] == 1;
        rest = rest[2..];
        for (var field = 0; field < 2; field++)
        {
            var end = rest.Span.IndexOf((byte)0);
            if (end < 0)
            {
                return;
            }

            rest = rest[(end + 1)..];
        }

        Text(name, compressed ? PictureBlocks.Inflated(rest) : rest, Encoding.UTF8, blocks);
    }

    private static void Text(string name, ReadOnlyMemory<byte> text, Encoding encoding, PictureBlocks blocks)
    {
        if (name == "XML:com.adobe.xmp")
        {
            blocks.Xmp.Add(text);
        }
        else if (name.StartsWith(RawProfile, StringComparison.Ordinal))
        {
            Profile(name[RawProfile.Length..].ToLowerInvariant(), Unhexed(text.Span), blocks);
        }
        else if (text.Length is > 0 and < 64 * 1024)
        {
            blocks.Texts.Add((name, encoding.GetString(text.Span)));
        }
    }

    /// <summary>Profiles as ImageMagick and ExifTool put them into text.</summary>
    private static void Profile(string type, ReadOnlyMemory<byte> data, PictureBlocks blocks)
    {
        switch (type)
        {
            case "iptc" or "8bim" when data.Span.StartsWith("8BIM"u8):
                blocks.Resources(data);
                break;
            case "iptc":
                blocks.Iim.Add(data);
                break;
            case "exif" or "app1" when data.Span.StartsWith("Exif\0\0"u8):
                blocks.Exif = data[6..];
                break;
            case "exif":
                blocks.Exif = data;
                break;
            case "xmp" or "app1":
                var packet = data.Span.IndexOf((byte)'<');
                if (packet >= 0)
                {
                    blocks.Xmp.Add(data[packet..]);
                }

                break;
            default:
                break;
        }
    }

    /// <summary>A line with the name, one with the length, and then bytes in hexadecimal figures.</summary>
    private static ReadOnlyMemory<byte> Unhexed(ReadOnlySpan<byte> text)
    {
        text = text.TrimStart("\n\r "u8);
        for (var line = 0; line < 2; line++)
        {
            var end = text.IndexOf((byte)'\n');
            if (end < 0)
            {
                return default;
            }

            text = text[(end + 1)..];
        }

        var bytes = new byte[text.Length / 2];
        var (length, high) = (0, -1);
        foreach (var figure in text)
        {
            if (char.IsAsciiHexDigit((char)figure))
            {
                var value = Convert.ToInt32(((char)figure).ToString(), 16);
                if (high < 0)
                {
                    high = value;
                }
                else
                {
                    bytes[length++] = (byte)((high << 4) | value);
                    high = -1;
                }
            }
        }

        return bytes.AsMemory(0, length);
    }
}
