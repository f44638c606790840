using System.Text;

namespace Wireroom.Wire.Charsets;

/// <summary>The likeliest charset of bytes that are no UTF-8 and say nothing better of themselves.</summary>
internal static class LegacyGuess
{
    // East Asian double-byte charsets, each with the range of characters that its copy is full of.
    private static readonly (int CodePage, char First, char Last)[] DoubleByte =
    [
        (932, '\u3041', '\u30FC'),
        (51932, '\u3041', '\u30FC'),
        (949, '\uAC00', '\uD7A3'),
        (54936, '\u4E00', '\u9FFF'),
        (950, '\u4E00', '\u9FFF'),
    ];

    internal static Encoding Of(ReadOnlySpan<byte> head, bool whole)
    {
        var bytes = whole ? head : head[..(head.LastIndexOfAny(" \n>"u8) + 1)];
        var high = new byte[bytes.Length];
        var count = 0;
        foreach (var value in bytes)
        {
            if (value >= 0x80)
            {
                high[count++] = value;
            }
        }

        return DoubleByteGuess(bytes) ?? SingleByteGuess(high.AsSpan(0, count), bytes);
    }

    private static Encoding? DoubleByteGuess(ReadOnlySpan<byte> bytes)
    {
        Encoding? best = null;
        var bestShare = 0.5;
        foreach (var (page, first, last) in DoubleByte)
        {
            if (Charset.OfCodePage(page) is not { } encoding || Decoded(encoding, bytes) is not { } text)
            {
                continue;
            }

            var share = Share(text, first, last, page);
            if (share > bestShare && (page is 932 or 51932 || IsOfPairs(text, bytes)))
            {
                (best, bestShare) = (encoding, share);
            }
        }

        return best;
    }

    /// <summary>
    /// True where characters stand together whose second byte is no letter of ASCII in most: a mark of a one-byte charset before a letter, <c>(©LUM)</c>, reads as one character
    /// of two bytes as well.
    /// </summary>
    private static bool IsOfPairs(string text, ReadOnlySpan<byte> bytes)
    {
        var (wide, together) = (0, false);
        for (var at = 0; at < text.Length; at++)
        {
            wide += text[at] >= '\u0080' ? 1 : 0;
            together |= at > 0 && text[at] >= '\u0080' && text[at - 1] >= '\u0080';
        }

        var high = bytes.Length - bytes.CountInRange(0, 0x7F);
        return together && high * 4 >= wide * 5;
    }

    /// <summary>The part of the characters beyond ASCII that are of the charset's own script, the common ones counting most.</summary>
    private static double Share(string text, char first, char last, int page)
    {
        var own = 0;
        var all = 0;
        foreach (var c in text)
        {
            if (c < '\u0080' || c is >= '\u3000' and < '\u3040' or >= '\uFF00')
            {
                continue;
            }

            all++;
            own += c >= first && c <= last && IsCommon(c, page) ? 2 : 0;
            own += page is 932 or 51932 && c is >= '\u4E00' and <= '\u9FFF' ? 1 : 0;
        }

        return all == 0 ? 0 : own / (2.0 * all);
    }

    /// <summary>The common characters of a charset stand together: GB 2312 in rows 16 to 55, Big5 below C67F, KS X 1001 in rows 16 to 40.</summary>
    private static bool IsCommon(char c, int page)
    {
        if (page is not (54936 or 950 or 949))
        {
            return true;
        }

        var bytes = Charset.OfCodePage(page)!.GetBytes([c]);
        return bytes.Length == 2 && (page == 950 ? bytes[0] is >= 0xA4 and <= 0xC6 : page == 949 ? bytes[0] is >= 0xB0 and <= 0xC8 && bytes[1] >= 0xA1 : bytes[0] is >= 0xB0 and <= 0xD7 && bytes[1] >= 0xA1);
    }

    private static string? Decoded(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        var strict = (Encoding)encoding.Clone();
        strict.DecoderFallback = DecoderFallback.ExceptionFallback;
        try
        {
            return strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static Encoding SingleByteGuess(ReadOnlySpan<byte> high, ReadOnlySpan<byte> all)
    {
        var letters = 0;
        foreach (var value in all)
        {
            letters += char.IsAsciiLetter((char)value) ? 1 : 0;
        }

        if (high.Length > 16 && high.Length * 2 > letters)
        {
            // Cyrillic. Lower case is E0-FF in Windows-1251 and C0-DF in KOI8-R, and copy is mostly lower case.
            var upper = high.Length - high.CountInRange(0xC0, 0xDF);
            return Charset.OfCodePage(upper * 2 > high.Length ? 1251 : 20866)!;
        }

        // š and ž together with č, ć or đ are Windows-1250; the same three bytes are è, æ and ð in Windows-1252.
        var carons = high.IndexOfAny<byte>([0x8A, 0x8E, 0x9A, 0x9E]) >= 0;
        var slavic = high.IndexOfAny<byte>([0xE8, 0xE6, 0xF0, 0xC8, 0xC6]) >= 0;
        return Charset.OfCodePage(carons && slavic ? 1250 : 1252)!;
    }

    private static int CountInRange(this ReadOnlySpan<byte> bytes, byte first, byte last)
    {
        var count = 0;
        foreach (var value in bytes)
        {
            count += value >= first && value <= last ? 1 : 0;
        }

        return count;
    }
}
