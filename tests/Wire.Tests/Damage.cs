using System.Text;

namespace Wireroom.Wire.Tests;

/// <summary>Damages documents at random: bytes changed, pieces cut out, doubled, put elsewhere, taken from another document, or written over and over. The same number always does the same damage.</summary>
internal sealed class Damage(IReadOnlyList<byte[]> documents, int seed)
{
    private const int LongestDamaged = 256 * 1024;

    // What opens without closing, closes without opening, and stands for more than it is.
    private static readonly byte[][] Inserted =
    [
        .. new[]
        {
            "<", ">", "&", "\"", "'", "=", "/", "</", "/>", "<!", "<?", "<![CDATA[", "]]>", "<!--", "-->", "<!DOCTYPE x [", "<a:b", "<p", "<a href=", "</p>", "<table><tr><td>", "<svg>", "<iframe>", "<li>",
            "{", "}", "[", "]", ",", ":", "\\", "\\u", "\\ud800", "\0", "\uFFFF", "\uFEFF", "\u00A0", "\u2028", "&#x110000;", "&#xD800;", "&#0;", "&nbsp", "&amp;lt;",
            "9999999999999999999", "-1", "1e999", "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00", "+99:99", "xmlns:a=''", "xmlns=\"x\"", "xml:base=\"::\"", "http://[", "//", "encoding=\"utf-16\"", "charset=x",
            "\r\n", "\n\n", "\t", "\r\n\r\n", "--\r\n", "=?utf-8?B?", "=0D", "\x01", "\x02", "\x03", "\x04", "\x1B$B", "WARC/1.0\r\n",
        }.Select(Encoding.UTF8.GetBytes),
        [0xFF, 0xFE], [0xFE, 0xFF], [0xC3], [0xED, 0xA0, 0x80], [0xF8, 0x88], [0xFF, 0xD8, 0xFF, 0xE1, 0xFF, 0xFF],
    ];

    /// <summary>The damaged document of that number, and the place in the list of the document that it was.</summary>
    internal (int Document, byte[] Bytes) Of(long number)
    {
        var random = new Random(HashCode(seed, number));
        var document = random.Next(documents.Count);
        var bytes = documents[document];
        for (var times = random.Next(1, 9); times > 0; times--)
        {
            bytes = Once(bytes, random);
        }

        return (document, bytes);
    }

    private byte[] Once(byte[] bytes, Random random)
    {
        var at = random.Next(bytes.Length + 1);
        var length = Math.Min(random.Next(3) == 0 ? random.Next(1, 2000) : random.Next(1, 40), bytes.Length - at);
        var piece = bytes.AsSpan(at, length);
        switch (random.Next(12))
        {
            case 0 when at < bytes.Length:
                return [.. bytes[..at], (byte)random.Next(256), .. bytes[(at + 1)..]];
            case 1 when at < bytes.Length:
                return [.. bytes[..at], (byte)(bytes[at] ^ (1 << random.Next(8))), .. bytes[(at + 1)..]];
            case 2:
                return [.. bytes[..at], .. bytes[(at + length)..]];
            case 3:
                return [.. bytes[..(at + length)], .. bytes[at..]];
            case 4 when random.Next(4) == 0:
                return bytes[..at];
            case 5:
                return [.. bytes[(at + length)..], .. piece, .. bytes[..at]];
            case 6:
                var other = documents[random.Next(documents.Count)];
                var from = random.Next(other.Length + 1);
                return [.. bytes[..at], .. other.AsSpan(from, Math.Min(random.Next(1, 1000), other.Length - from)), .. bytes[at..]];
            case 7 when random.Next(4) == 0:
                return Repeated(bytes, at, length > 0 ? piece : Inserted[random.Next(Inserted.Length)], random);
            case 8 when random.Next(4) == 0:
                return Repeated(bytes, at, Inserted[random.Next(Inserted.Length)], random);
            default:
                return [.. bytes[..at], .. Inserted[random.Next(Inserted.Length)], .. bytes[at..]];
        }
    }

    /// <summary>A piece written up to thousands of times: what takes time in the square shows here.</summary>
    private static byte[] Repeated(byte[] bytes, int at, ReadOnlySpan<byte> piece, Random random)
    {
        var times = Math.Clamp((LongestDamaged - bytes.Length) / piece.Length, 0, random.Next(2) == 0 ? 50 : 5000);
        var damaged = new List<byte>(bytes.Length + (piece.Length * times));
        damaged.AddRange(bytes.AsSpan(0, at));
        for (; times > 0; times--)
        {
            damaged.AddRange(piece);
        }

        damaged.AddRange(bytes.AsSpan(at));
        return [.. damaged];
    }

    /// <summary>The same on every machine and in every run, unlike <see cref="System.HashCode"/>.</summary>
    private static int HashCode(int seed, long number) => unchecked((int)(((ulong)number + ((ulong)(uint)seed << 32)) * 0x9E3779B97F4A7C15 >> 32));
}
