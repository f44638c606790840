using System.Text;
using Wireroom.Wire.Charsets;

namespace Wireroom.Wire.ICalendar;

/// <summary>
/// Bytes to content lines (RFC 5545, section 3.1): unfolded before they are decoded, because a fold may stand within a letter; in
/// vCalendar 1.0 with quoted-printable values and the charset that each names. Lines that are none are mended where that is safe.
/// </summary>
internal sealed class ContentLines(Action<WireFault> fault)
{
    private const int MostLines = 500_000;

    private readonly List<ContentLine> lines = [];
    private bool isOld;

    // What belongs to the last line without having been folded: a calendar of which every line is so would else be copied once a line.
    private StringBuilder? rest;

    internal static List<ContentLine> Read(ReadOnlyMemory<byte> bytes, string? outside, Action<WireFault> fault)
    {
        var reader = new ContentLines(fault);
        var span = bytes.Span;
        if (ByteOrder.OfMark(span) is { } marked && marked.Encoding is not UTF8Encoding)
        {
            span = Encoding.UTF8.GetBytes(marked.Encoding.GetString(span[marked.Preamble..]));
        }

        reader.isOld = span.IndexOf("VERSION:1.0"u8) >= 0;
        var unfolded = reader.Unfold(span, out var numbers);
        var number = 0;
        foreach (var line in MendedText.Of(unfolded, outside, fault).Split('\n'))
        {
            reader.Add(line, numbers[Math.Min(number++, numbers.Count - 1)]);
        }

        reader.Join();
        return reader.lines;
    }

    /// <summary>The lines without their folds, each ended by a line feed, and the number of the line on which each begins.</summary>
    private byte[] Unfold(ReadOnlySpan<byte> span, out List<int> numbers)
    {
        var unfolded = new MemoryStream(span.Length);
        numbers = [1];
        var (number, from) = (0, 0);
        while (!span.IsEmpty && numbers.Count < MostLines)
        {
            var end = span.IndexOfAny((byte)'\r', (byte)'\n');
            var line = end < 0 ? span : span[..end];
            span = end < 0 ? default : span[(end + (span[end] == (byte)'\r' && end + 1 < span.Length && span[end + 1] == (byte)'\n' ? 2 : 1))..];
            number++;
            if (line is [(byte)' ' or (byte)'\t', ..] && unfolded.Length > from)
            {
                // vCalendar 1.0 folds where a space stands and keeps it; iCalendar puts one in.
                unfolded.Write(isOld ? line : line[1..]);
                continue;
            }

            if (isOld && EndsSoft(unfolded.GetBuffer().AsSpan(from, (int)unfolded.Length - from)))
            {
                unfolded.SetLength(unfolded.Length - 1);
                unfolded.Write(line);
                continue;
            }

            if (unfolded.Length > 0)
            {
                unfolded.WriteByte((byte)'\n');
                numbers.Add(number);
            }

            from = (int)unfolded.Length;
            unfolded.Write(line);
        }

        return unfolded.ToArray();
    }

    /// <summary>A line of quoted-printable that goes on in the next (RFC 2045, section 6.7).</summary>
    private static bool EndsSoft(ReadOnlySpan<byte> line) =>
        line is [.., (byte)'='] && Encoding.Latin1.GetString(line[..Math.Min(line.Length, 200)]).Contains("QUOTED-PRINTABLE", StringComparison.OrdinalIgnoreCase);

    private void Add(string text, int number)
    {
        if (text.AsSpan().Trim().IsEmpty)
        {
            return;
        }

        if (Parsed(text, number) is { } line)
        {
            Join();
            lines.Add(Decoded(line));
        }
        else if (lines.Count > 0 && lines[^1].Name is not ("BEGIN" or "END"))
        {
            // A fold without its space, or a raw line end in a text.
            fault(new WireFault(WireFaultKind.Repaired, "line-unfolded", "A line is no property; it was read as the rest of the one before.", -1, number, 1));
            (rest ??= new StringBuilder(lines[^1].Value)).Append("\\n").Append(text.AsSpan().Trim());
        }
        else
        {
            fault(new WireFault(WireFaultKind.Lost, "line-unread", $"A line is no property and was left out: \u201C{(text.Length > 60 ? text[..60] + "\u2026" : text)}\u201D.", -1, number, 1));
        }
    }

    private void Join()
    {
        if (rest is not null)
        {
            lines[^1] = lines[^1] with { Value = rest.ToString() };
            rest = null;
        }
    }

    private static ContentLine? Parsed(string text, int number)
    {
        var end = text.AsSpan().IndexOfAny(':', ';');
        var name = (end < 0 ? text : text[..end]).Trim().ToUpperInvariant();
        if (end <= 0 || name.Length is 0 or > 64 || !name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.') || !char.IsAsciiLetter(name[0]))
        {
            return null;
        }

        // A group before the name ("item1.SUMMARY") is vCard's.
        name = name[(name.LastIndexOf('.') + 1)..];
        var parameters = new List<(string, string)>();
        while (end < text.Length && text[end] == ';')
        {
            var from = end + 1;
            var quoted = false;
            for (end = from; end < text.Length && (quoted || text[end] is not (';' or ':')); end++)
            {
                quoted ^= text[end] == '"';
            }

            if (quoted)
            {
                // The quotation mark was never closed.
                end = text.AsSpan(from).IndexOfAny(':', ';') is >= 0 and var close ? from + close : text.Length;
            }

            var parameter = text[from..end];
            var equals = parameter.IndexOf('=', StringComparison.Ordinal);
            parameters.Add(equals < 0
                ? parameter.Trim().ToUpperInvariant() is "QUOTED-PRINTABLE" or "BASE64" or "8BIT" ? ("ENCODING", parameter.Trim()) : ("TYPE", parameter.Trim())
                : (parameter[..equals].Trim().ToUpperInvariant(), Plain(parameter[(equals + 1)..])));
        }

        return end >= text.Length ? null : new ContentLine(name, parameters, text[(end + 1)..], number);
    }

    /// <summary>The value of a parameter without its quotation marks, circumflex escapes resolved (RFC 6868).</summary>
    private static string Plain(string value)
    {
        var plain = value.Replace("\"", "", StringComparison.Ordinal).Trim();
        return plain.Contains('^', StringComparison.Ordinal) ? plain.Replace("^n", "\n", StringComparison.OrdinalIgnoreCase).Replace("^'", "\"", StringComparison.Ordinal).Replace("^^", "^", StringComparison.Ordinal) : plain;
    }

    private ContentLine Decoded(ContentLine line)
    {
        if (line["ENCODING"]?.Equals("QUOTED-PRINTABLE", StringComparison.OrdinalIgnoreCase) != true)
        {
            return line;
        }

        var bytes = new List<byte>(line.Value.Length);
        var value = line.Value;
        for (var at = 0; at < value.Length; at++)
        {
            if (value[at] == '=' && at + 2 < value.Length && char.IsAsciiHexDigit(value[at + 1]) && char.IsAsciiHexDigit(value[at + 2]))
            {
                bytes.Add(Convert.ToByte(value.Substring(at + 1, 2), 16));
                at += 2;
            }
            else if (value[at] != '=' || at + 1 < value.Length)
            {
                bytes.AddRange(Encoding.UTF8.GetBytes(value[at].ToString()));
            }
        }

        var decoded = bytes.ToArray();
        var text = MendedText.Of(decoded, line["CHARSET"], wrong => fault(wrong with { Line = line.Line, Column = 1 }));

        // Line ends are encoded too, and are those of the text.
        return line with { Value = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\\\\;", "\\;", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal) };
    }
}
