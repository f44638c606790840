using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Wireroom.Wire.Warc;

/// <summary>An HTTP response as it was captured (RFC 9112): status, type, and the payload without its transfer and content codings.</summary>
internal sealed class HttpResponse
{
    private readonly Dictionary<string, string> fields = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The status; 200 for a payload that was stored without a response.</summary>
    internal int Status { get; private init; } = 200;

    /// <summary>The media type in lower case without parameters; null where it is not said.</summary>
    internal string? MediaType { get; private set; }

    internal string? Charset { get; private set; }

    internal ReadOnlyMemory<byte> Payload { get; private set; }

    /// <summary>True where unpacking stopped at the bound.</summary>
    internal bool IsTooLong { get; private set; }

    /// <summary>A payload that was stored alone, with its media type (ISO 28500, section 6.3).</summary>
    internal static HttpResponse Of(byte[] payload, string? contentType)
    {
        var response = new HttpResponse { Payload = payload };
        response.Type(contentType);
        return response;
    }

    /// <summary>Reads status line and header; null where the bytes are no response.</summary>
    internal static HttpResponse? Read(byte[] block, int longest)
    {
        var (head, body) = Split(block);
        var lines = Encoding.Latin1.GetString(block, 0, head).Split('\n');
        var words = lines[0].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 2 || !words[0].StartsWith("HTTP", StringComparison.OrdinalIgnoreCase) || !int.TryParse(words[1].AsSpan().Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var status))
        {
            return null;
        }

        var response = new HttpResponse { Status = status };
        foreach (var line in lines.Skip(1))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0)
            {
                response.fields.TryAdd(line[..colon].Trim(), line[(colon + 1)..].Trim());
            }
        }

        response.Type(response.fields.GetValueOrDefault("Content-Type"));
        response.Payload = response.Unpacked(block.AsMemory(body), longest);
        return response;
    }

    private static (int Head, int Body) Split(byte[] block)
    {
        var end = block.AsSpan().IndexOf("\r\n\r\n"u8);
        var bare = block.AsSpan().IndexOf("\n\n"u8);
        return end >= 0 && (bare < 0 || end < bare) ? (end, end + 4) : bare >= 0 ? (bare, bare + 2) : (block.Length, block.Length);
    }

    private void Type(string? contentType)
    {
        var parts = (contentType ?? "").Split(';', StringSplitOptions.TrimEntries);
        MediaType = parts[0].Length == 0 ? null : parts[0].ToLowerInvariant();
        Charset = parts.Skip(1).FirstOrDefault(part => part.StartsWith("charset=", StringComparison.OrdinalIgnoreCase)) is { } charset ? charset[8..].Trim('"', '\'', ' ') : null;
    }

    /// <summary>Archives keep codings as they were sent, or have undone them already and kept the header: the bytes decide.</summary>
    private ReadOnlyMemory<byte> Unpacked(ReadOnlyMemory<byte> payload, int longest)
    {
        if (fields.GetValueOrDefault("Transfer-Encoding")?.Contains("chunked", StringComparison.OrdinalIgnoreCase) == true)
        {
            payload = Joined(payload) ?? payload;
        }

        // Applied in the order listed, and undone from the last (RFC 9110, section 8.4).
        foreach (var coding in (fields.GetValueOrDefault("Content-Encoding") ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Reverse().Take(4))
        {
            payload = Decoded(coding.ToLowerInvariant(), payload, longest);
        }

        return payload;
    }

    /// <summary>The chunks as one (RFC 9112, section 7.1); null where there are none. A body cut short is what came of it.</summary>
    private static byte[]? Joined(ReadOnlyMemory<byte> payload)
    {
        var joined = new MemoryStream(payload.Length);
        var rest = payload.Span;
        var any = false;
        while (true)
        {
            var end = rest.IndexOf((byte)'\n');
            if (end is < 1 or > 1024 || !int.TryParse(Encoding.Latin1.GetString(rest[..end]).Split(';')[0].Trim(), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var size) || size < 0)
            {
                return any ? joined.ToArray() : null;
            }

            any = true;
            rest = rest[(end + 1)..];
            if (size == 0)
            {
                return joined.ToArray();
            }

            joined.Write(rest[..Math.Min(size, rest.Length)]);
            rest = rest[Math.Min(size, rest.Length)..].TrimStart("\r\n"u8);
        }
    }

    private ReadOnlyMemory<byte> Decoded(string coding, ReadOnlyMemory<byte> packed, int longest)
    {
        var bytes = packed.Span;
        if (bytes.IsEmpty || coding is "identity" || (coding is "gzip" or "x-gzip" && !WarcFormat.IsCompressed(bytes)))
        {
            return packed;
        }

        using Stream? unpacking = coding switch
        {
            "gzip" or "x-gzip" => new GZipStream(new ReadOnlyMemoryStream(packed), CompressionMode.Decompress),
            "deflate" => IsZlib(bytes) ? new ZLibStream(new ReadOnlyMemoryStream(packed), CompressionMode.Decompress) : new DeflateStream(new ReadOnlyMemoryStream(packed), CompressionMode.Decompress),
            "br" => new BrotliStream(new ReadOnlyMemoryStream(packed), CompressionMode.Decompress),
            _ => null,
        };
        var unpacked = new MemoryStream();
        var isBroken = false;
        try
        {
            var piece = new byte[32 * 1024];
            for (int count; unpacking is not null && unpacked.Length <= longest && (count = unpacking.Read(piece)) > 0;)
            {
                unpacked.Write(piece, 0, count);
            }
        }
        catch (Exception fault) when (fault is InvalidDataException or InvalidOperationException or IOException)
        {
            // Undone before it was stored, or cut short: then what came out is used.
            isBroken = true;
        }

        IsTooLong |= unpacked.Length > longest;
        return unpacked.Length == 0 || (isBroken && bytes.TrimStart(" \t\r\n\uFEFF"u8) is [(byte)'<', ..]) ? packed : unpacked.GetBuffer().AsMemory(0, (int)unpacked.Length);
    }

    // RFC 1950, section 2.2. Many servers send bare deflate under that name.
    private static bool IsZlib(ReadOnlySpan<byte> bytes) => bytes.Length > 1 && (bytes[0] & 0x0F) == 8 && ((bytes[0] << 8) | bytes[1]) % 31 == 0;
}
