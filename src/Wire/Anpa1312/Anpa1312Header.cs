using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Wireroom.Wire.Anpa1312;

/// <summary>
/// The two lines of a header (ANPA 1312, "Header"): service level, story number, selector code; then priority, category, format,
/// keyword, version, filing date and word count.
/// </summary>
internal sealed partial record Anpa1312Header(string? Service, string Number, string? Selector, string? Priority, string? Category, bool Tabular, string? Keyword, string? Version, string? Date, int? Words)
{
    private const int LongestLine = 200;

    /// <summary>The header of its lines; null where the first of them is none.</summary>
    internal static Anpa1312Header? Of(string first, string? second)
    {
        if (first.Length > LongestLine || First().Match(first) is not { Success: true } opening)
        {
            return null;
        }

        var said = second is { Length: <= LongestLine } ? Second().Match(second) : Match.Empty;

        // Behind a comma, or by its words, it is a version; else the keyword is of several words.
        var (keyword, version) = (Said(said.Groups["keyword"]), Said(said.Groups["version"]));
        if (keyword is not null && version is not null && !keyword.Contains(',', StringComparison.Ordinal) && !version.StartsWith(',') && !version.Split(',').Any(part => LineMode.SignalWords.OfLine(part) is not null || Advance().IsMatch(part)))
        {
            (keyword, version) = ($"{keyword} {version}", null);
        }

        return new(
            Said(opening.Groups["service"]),
            opening.Groups["number"].Value,
            Said(opening.Groups["selector"]),
            Said(said.Groups["priority"])?.ToLowerInvariant(),
            Said(said.Groups["category"])?.ToLowerInvariant(),
            said.Groups["layout"].Value == "\x12",
            keyword,
            version,
            Said(said.Groups["date"]),
            int.TryParse(said.Groups["words"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var words) ? words : null);
    }

    /// <summary>True where the bytes are the first line of a header without its SOH.</summary>
    internal static bool IsHeader(ReadOnlySpan<byte> line)
    {
        line = line.TrimEnd("\r\n "u8);
        return line.Length is >= 8 and <= 30 && char.IsAsciiLetter((char)line[0]) && Bare().IsMatch(Encoding.Latin1.GetString(line));
    }

    internal static Recognition Recognise(ReadOnlySpan<byte> head, bool whole)
    {
        var text = head.TrimStart(" \r\n\0\u0016\u0004"u8);
        if (text.IsEmpty)
        {
            return whole ? Recognition.No : Recognition.NotYet;
        }

        var lines = Encoding.Latin1.GetString(text[..Math.Min(text.Length, LongestLine * 2)]).Split('\n');
        var first = Marked().Replace(lines[0].TrimEnd('\r'), "");
        if (First().Match(first) is not { Success: true } && (lines.Length > 1 || lines[0].Length > 60 || !MayOpen(lines[0])))
        {
            return Recognition.No;
        }

        return lines.Length < 2 || (lines.Length == 2 && !whole && text.Length < LongestLine)
            ? (whole ? Recognition.No : Recognition.NotYet)
            : First().IsMatch(first) && Second().IsMatch(lines[1].TrimEnd('\r')) ? Recognition.Yes : Recognition.No;
    }

    private static bool MayOpen(string line) => line[0] is '\x01' or '\x16' or '[' or '<' || char.IsAsciiLetterOrDigit(line[0]);

    private static string? Said(Group group) => group.Success && group.Value.Trim() is { Length: > 0 } value ? value : null;

    // One wire puts a text of its own between number and selector; the unit separator ends it, and where it was lost small letters do.
    [GeneratedRegex(@"^(?<service>[A-Za-z])?(?<number>\d{4})(?:[^\x1f]{0,15}\x1f|[A-Z]{3,10}(?=[a-z]{3}))?(?<selector>[\w'-]{0,6})\s*$")]
    private static partial Regex First();

    [GeneratedRegex(@"^[A-Za-z]\d{4}(?:\x1f[\w'-]{0,6}|[A-Za-z-][\w'-]{3,5})$")]
    private static partial Regex Bare();

    [GeneratedRegex(@"^(?<priority>[A-Za-z])\s(?<category>[A-Za-z])(?:[\x13\x14](?<layout>[\x11\x12]))?\s+(?<keyword>[^\s\x02]{1,60})(?<version>\s[^\x02]*?)?(?:\s+(?<date>\d{1,2}-\d{1,2}))(?:\s+(?<words>\d{1,5}))?[\s\x02]*")]
    private static partial Regex Second();

    [GeneratedRegex(@"\d(?:st|nd|rd|th)\b|\b(?:adv|ld|add|take|box|glance)\w*", RegexOptions.IgnoreCase)]
    private static partial Regex Advance();

    [GeneratedRegex(@"^(?:\x16*\x01|(?:[\[<]SYN[\]>])*[\[<]SOH[\]>])\s*")]
    private static partial Regex Marked();
}
