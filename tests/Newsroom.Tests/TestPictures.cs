using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;

namespace Wireroom.Newsroom.Tests;

/// <summary>Small pictures made on the spot.</summary>
public static class TestPictures
{
    /// <summary>
    /// A GIF of one colour (GIF89a: header, logical screen, four colours, one image). A clear code after every two pixels keeps the codes at three bits, so
    /// that nothing has to be packed.
    /// </summary>
    public static byte[] Gif(byte width, byte height, int frames = 1)
    {
        byte[] image = [0x2C, 0, 0, 0, 0, width, 0, height, 0, 0, 2, .. Blocks(width * height), 0];
        return
        [
            .. "GIF89a"u8, width, 0, height, 0, 0x81, 0, 0, 0, 0, 0, 40, 90, 160, 200, 60, 30, 255, 255, 255,
            .. Enumerable.Repeat(image, frames).SelectMany(bytes => bytes), 0x3B,
        ];
    }

    /// <summary>A PNG of one grey, with whatever size it says, and with chunks of one's own before its end.</summary>
    public static byte[] Png(int width, int height, params (string Kind, byte[] Data)[] more)
    {
        var rows = new MemoryStream();
        using (var zlib = new ZLibStream(rows, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            var row = new byte[1 + width];
            row.AsSpan(1).Fill(0x77);
            for (var y = 0; y < height; y++)
                zlib.Write(row);
        }

        byte[] head = [.. Number(width), .. Number(height), 8, 0, 0, 0, 0];
        return
        [
            0x89, .. "PNG\r\n\x1a\n"u8, .. Chunk("IHDR", head), .. more.SelectMany(one => Chunk(one.Kind, one.Data)), .. Chunk("IDAT", rows.ToArray()), .. Chunk("IEND", []),
        ];
    }

    /// <summary>A picture of the sample newsroom: 1600 by 1067 pixels, with caption, credit and rights.</summary>
    public static byte[] Jpeg(string name = "harbour-dusk") => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "sample", "pictures", $"{name}.jpg"));

    private static byte[] Chunk(string kind, byte[] data)
    {
        byte[] named = [.. kind.Select(letter => (byte)letter), .. data];
        return [.. Number(data.Length), .. named, .. Number((int)Crc32.HashToUInt32(named))];
    }

    private static byte[] Number(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }

    private static IEnumerable<byte> Blocks(int pixels)
    {
        // Clear (4), pixel (1), pixel (1), clear, …, end (5): three bits each, the lowest first.
        List<int> codes = [];
        for (var pixel = 0; pixel < pixels; pixel++)
        {
            if (pixel % 2 == 0)
                codes.Add(4);
            codes.Add(1);
        }

        codes.Add(5);
        var bits = codes.SelectMany(code => Enumerable.Range(0, 3).Select(bit => (code >> bit) & 1)).ToList();
        var bytes = bits.Chunk(8).Select(eight => (byte)eight.Select((bit, at) => bit << at).Sum()).ToList();
        return bytes.Chunk(255).SelectMany(block => block.Prepend((byte)block.Length));
    }
}
