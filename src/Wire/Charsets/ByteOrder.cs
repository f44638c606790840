using System.Text;

namespace Wireroom.Wire.Charsets;

/// <summary>Charsets that show in the first four bytes (XML 1.0, appendix F.1).</summary>
internal static class ByteOrder
{
    private static readonly UTF32Encoding Utf32BigEndian = new(bigEndian: true, byteOrderMark: false);

    internal static Charset? OfMark(ReadOnlySpan<byte> head) => head switch
    {
        [0xEF, 0xBB, 0xBF, ..] => Charset.Utf8 with { Preamble = 3 },
        [0xFF, 0xFE, 0, 0, ..] => new Charset(Encoding.UTF32, 4),
        [0, 0, 0xFE, 0xFF, ..] => new Charset(Utf32BigEndian, 4),
        [0xFF, 0xFE, ..] => new Charset(Encoding.Unicode, 2),
        [0xFE, 0xFF, ..] => new Charset(Encoding.BigEndianUnicode, 2),
        _ => null,
    };

    internal static Charset? OfZeros(ReadOnlySpan<byte> head) => head switch
    {
        [0, 0, 0, not 0, ..] => new Charset(Utf32BigEndian),
        [not 0, 0, 0, 0, ..] => new Charset(Encoding.UTF32),
        [0, not 0, 0, not 0, ..] => new Charset(Encoding.BigEndianUnicode),
        [not 0, 0, not 0, 0, ..] => new Charset(Encoding.Unicode),

        // "<?xm" in EBCDIC.
        [0x4C, 0x6F, 0xA7, 0x94, ..] when Charset.OfCodePage(37) is { } ebcdic => new Charset(ebcdic),
        _ => null,
    };
}
