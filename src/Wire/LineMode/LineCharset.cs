using System.Text;
using Wireroom.Wire.Charsets;

namespace Wireroom.Wire.LineMode;

/// <summary>
/// Decodes a message. IPTC 7901 is code transparent: a charset is agreed with the sender or designated by an escape sequence
/// (annex C), and otherwise only the bytes tell, down to the national 7-bit sets of ISO 646.
/// </summary>
internal static class LineCharset
{
    internal static string Decode(ReadOnlySpan<byte> bytes, string? outside, long offset, Action<WireFault> fault)
    {
        var designated = Designation.Of(ref bytes);
        if (designated?.National is { } set)
        {
            return set.Decode(Encoding.Latin1.GetString(bytes));
        }

        if (designated?.Charset is { } charset)
        {
            return Charset.Named(charset)!.GetString(bytes);
        }

        if (outside is null && bytes.IndexOfAnyInRange((byte)0x80, (byte)0xFF) < 0)
        {
            var text = Encoding.ASCII.GetString(bytes);
            if (NationalSet.Of(text) is { } national)
            {
                fault(new WireFault(WireFaultKind.Repaired, "national-set", $"The message is in 7 bits and holds letters of the {national.Language} set of ISO 646; it was read so. Name the charset of the source to be sure.", offset));
                return national.Decode(text);
            }

            return text;
        }

        if (outside is null && EightBit(bytes) is { } eight)
        {
            return eight.GetString(bytes);
        }

        var decided = CharsetDetection.Decide(bytes, whole: true, outside, wrong => fault(wrong with { Offset = offset }));
        return decided.Encoding.GetString(bytes[decided.Preamble..]);
    }

    /// <summary>
    /// Code page 850 or 852, or ISO 8859-2, where the letters within words stand where only they have letters; null where the common
    /// detection does as well. A byte of 80 to A5 between letters is a letter of the old PC sets, and a mark in the later ones.
    /// </summary>
    private static Encoding? EightBit(ReadOnlySpan<byte> bytes)
    {
        if (Utf8Look.At(bytes, whole: true) is { Invalid: 0 })
        {
            return null;
        }

        var (pc, later, latin2) = (0, 0, 0);
        for (var at = 0; at < bytes.Length; at++)
        {
            if (bytes[at] < 0x80 || !(IsLetter(bytes, at - 1) || IsLetter(bytes, at + 1)))
            {
                continue;
            }

            pc += bytes[at] is (>= 0x80 and <= 0x90) or 0x93 or 0x94 or 0x95 or 0x97 or (>= 0x99 and <= 0x9A) or (>= 0xA0 and <= 0xA7) or 0xE1 or 0xD0 or 0xE7 ? 1 : 0;
            later += bytes[at] is (>= 0xC0 and <= 0xFF) and not (0xE1 or 0xD0 or 0xE7) or 0x8A or 0x8E or 0x9E ? 1 : 0;
            latin2 += bytes[at] is 0xB9 or 0xBE or 0xA9 or 0xAE && IsLetter(bytes, at - 1) ? 1 : 0;
        }

        var language = CopyLanguage.Of(Encoding.Latin1.GetString(bytes));
        var south = language is "Croatian" or "Slovene" or "Czech" or "Polish" or "Hungarian";
        return latin2 > 0 && south && pc <= later + latin2 ? Charset.OfCodePage(28592)
            : pc > later * 2 ? Charset.OfCodePage(south ? 852 : 850)
            : south ? Charset.OfCodePage(1250)
            : language is not null ? Charset.OfCodePage(1252)
            : null;
    }

    private static bool IsLetter(ReadOnlySpan<byte> bytes, int at) => at >= 0 && at < bytes.Length && char.IsAsciiLetter((char)bytes[at]);
}
