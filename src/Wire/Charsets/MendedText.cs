using System.Text;

namespace Wireroom.Wire.Charsets;

/// <summary>Bytes that are whole in memory to text: the charset is decided, and bytes that are no part of it are read as Windows-1252.</summary>
internal static class MendedText
{
    /// <summary>The text; <paramref name="outside"/> is the charset that MIME or another part of the document names.</summary>
    internal static string Of(ReadOnlySpan<byte> bytes, string? outside, Action<WireFault> fault)
    {
        var charset = CharsetDetection.Decide(bytes, whole: true, outside, fault);
        return Mending(charset.Encoding, bytes, fault).GetString(bytes[Math.Min(charset.Preamble, bytes.Length)..]);
    }

    /// <summary>The encoding for texts of which all bytes together are given; it throws for none.</summary>
    internal static Encoding EncodingOf(ReadOnlySpan<byte> bytes, string? outside, Action<WireFault> fault) => Mending(CharsetDetection.Decide(bytes, whole: true, outside, fault).Encoding, bytes, fault);

    private static Encoding Mending(Encoding decided, ReadOnlySpan<byte> bytes, Action<WireFault> fault)
    {
        if (decided is UTF8Encoding && Utf8Look.At(bytes, whole: true).Invalid is > 0 and var invalid)
        {
            fault(new WireFault(WireFaultKind.Repaired, "invalid-bytes", $"{invalid} bytes are no {decided.WebName}; they were read as Windows-1252. Ask the sender to declare the charset that it sends."));
        }

        var mending = (Encoding)decided.Clone();
        mending.DecoderFallback = new RepairingFallback();
        return mending;
    }
}
