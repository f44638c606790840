using System.Text;

namespace Wireroom.Wire.Charsets;

/// <summary>The charset of a document: how it is decoded, and how many bytes of a byte order mark stand before the text.</summary>
public sealed record Charset(Encoding Encoding, int Preamble = 0)
{
    /// <summary>UTF-8, where bytes that are none are read as Windows-1252.</summary>
    public static Charset Utf8 { get; } = new(Encoding.GetEncoding(65001, EncoderFallback.ReplacementFallback, DecoderFallback.ReplacementFallback));

    /// <summary>
    /// The encoding of a charset's name as documents write it, or null where it is unknown. As browsers do (Encoding, section 4.2),
    /// US-ASCII and ISO-8859-1 are read as Windows-1252, which holds them.
    /// </summary>
    public static Encoding? Named(string? name)
    {
        var key = (name ?? "").Trim(' ', '"', '\'', '\t', '\r', '\n').ToLowerInvariant();
        return key switch
        {
            "" => null,
            "utf8" or "utf-8" or "unicode-1-1-utf-8" => Encoding.UTF8,
            "ascii" or "us-ascii" or "iso-8859-1" or "iso8859-1" or "iso_8859-1" or "latin1" or "latin-1" or "l1" or "cp1252" or "cp-1252" or "win-1252" or "8859_1" => OfCodePage(1252),
            "iso-8859-9" or "latin5" => OfCodePage(1254),
            "iso-8859-11" or "tis-620" => OfCodePage(874),
            "gb2312" or "gbk" or "gb_2312-80" or "cp936" or "gb18030" => OfCodePage(54936),
            "euc-kr" or "ks_c_5601-1987" or "korean" or "uhc" or "cp949" or "windows-949" => OfCodePage(949),
            "big5" or "big-5" or "big5-hkscs" or "cp950" => OfCodePage(950),
            "shift_jis" or "shift-jis" or "sjis" or "x-sjis" or "windows-31j" or "cp932" or "ms_kanji" => OfCodePage(932),
            "utf-16" or "utf-16le" or "ucs-2" or "iso-10646-ucs-2" or "unicode" => Encoding.Unicode,
            "utf-16be" => Encoding.BigEndianUnicode,
            "utf-7" or "unicode-1-1-utf-7" => null,
            _ when key.StartsWith("cp", StringComparison.Ordinal) && int.TryParse(key.AsSpan(2).TrimStart('-'), out var page) => OfCodePage(page),
            _ when key.StartsWith("win-", StringComparison.Ordinal) => ByName("windows-" + key[4..]),
            _ => ByName(key),
        };
    }

    internal static Encoding? OfCodePage(int page)
    {
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(page) ?? Encoding.GetEncoding(page);
        }
        catch (Exception fault) when (fault is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    private static Encoding? ByName(string name)
    {
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (Exception fault) when (fault is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}
