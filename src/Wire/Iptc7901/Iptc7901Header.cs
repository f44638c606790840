using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Wireroom.Wire.Iptc7901;

/// <summary>
/// The first line of a message header (IPTC 7901, section 3): source identification, message number, priority, category, word count,
/// and optional information.
/// </summary>
internal sealed partial record Iptc7901Header(string Source, string Number, string Priority, string Category, int? Words, string? Optional)
{
    // Source, number, priority, category, count and optional information seldom need more.
    private const int LongestLine = 240;

    /// <summary>The header of a line, or null where it is none.</summary>
    internal static Iptc7901Header? Of(string line)
    {
        if (line.Length > LongestLine || Form().Match(line) is not { Success: true } found)
        {
            return null;
        }

        var optional = found.Groups["optional"].Value.Trim();
        return new(
            found.Groups["source"].Value,
            found.Groups["number"].Value,
            found.Groups["priority"].Value,
            found.Groups["category"].Value,
            found.Groups["words"].Success ? int.Parse(found.Groups["words"].Value, CultureInfo.InvariantCulture) : null,
            optional.Length > 0 ? optional : null);
    }

    /// <summary>True where the bytes are a header without its SOH: told by its form alone, so all of it has to be there.</summary>
    internal static bool IsHeader(ReadOnlySpan<byte> line)
    {
        line = line.TrimEnd("\r\n"u8);
        return line.Length is > 10 and <= LongestLine && char.IsAsciiLetter((char)line[0]) && line.IndexOfAnyInRange((byte)'0', (byte)'9') is >= 2 and <= 6 && Of(Encoding.Latin1.GetString(line)) is { Words: not null };
    }

    /// <summary>The answer of the format to the first bytes of a document.</summary>
    internal static Recognition Recognise(ReadOnlySpan<byte> head, bool whole)
    {
        var text = head is [0xEF, 0xBB, 0xBF, ..] ? head[3..] : head;
        text = text.TrimStart(" \t\r\n\0\u0016\u0004"u8);
        if (text.StartsWith("ZCZC"u8))
        {
            var end = text.IndexOf((byte)'\n');
            text = (end < 0 ? text[4..] : text[(end + 1)..]).TrimStart(" \t\r\n\0\u0016"u8);
        }

        var length = text.IndexOfAny("\r\n\u0002"u8);
        var line = length < 0 ? text : text[..length];
        if (text.IsEmpty || (length < 0 && !whole && line.Length < LongestLine && MayOpen(line)))
        {
            return whole ? Recognition.No : Recognition.NotYet;
        }

        var said = Marked().Replace(Encoding.Latin1.GetString(line[..Math.Min(line.Length, LongestLine)]), "");
        var header = Of(said);
        var marked = said.Length < Math.Min(line.Length, LongestLine);
        return header is not null && (marked || header.Words is not null) ? Recognition.Yes : Recognition.No;
    }

    private static bool MayOpen(ReadOnlySpan<byte> line) => line is [1 or (byte)'[' or (byte)'<' or (byte)'{' or 0xE2, ..] || char.IsAsciiLetter((char)line[0]);

    [GeneratedRegex(@"^\s*(?<source>[A-Za-z]{2,6})[ -]?(?<number>\d{3,6}[A-Za-z]?)\s+(?<priority>[0-9])\s+(?<category>[A-Za-z][A-Za-z0-9]{0,5})(?:\s+(?<words>\d{1,5})(?=\s|$))?(?<optional>(?:\s.*)?)$")]
    private static partial Regex Form();

    [GeneratedRegex(@"^(?:\x16*\x01|[\[<{]SOH[\]>}]|\u00E2\u0090\u0081)[\x16\s]*")]
    private static partial Regex Marked();
}
