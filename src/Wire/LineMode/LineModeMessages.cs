using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;

namespace Wireroom.Wire.LineMode;

/// <summary>True where the line opens a message of the format, whatever became of its control characters.</summary>
internal delegate bool HeaderLine(ReadOnlySpan<byte> line);

/// <summary>
/// Parts a stream into its messages as the bytes go by: at SOH, EOT, ZCZC and NNNN, and at a header where the control characters
/// were lost on the way. Control characters that some system printed by name are made what they were.
/// </summary>
internal sealed partial class LineModeMessages(Stream stream, HeaderLine isHeader, Action<WireFault> fault)
{
    /// <summary>Longest message, in bytes; no wire sends one half as long.</summary>
    internal const int LongestMessage = 4 * 1024 * 1024;

    private const int LongestLine = 64 * 1024;

    private readonly byte[] buffer = new byte[64 * 1024];
    private readonly ArrayBufferWriter<byte> message = new();
    private int next;
    private int filled;
    private long position;
    private long start;
    private bool open;
    private bool controls;
    private bool closed;
    private bool tooLong;

    /// <summary>Reads every message of a document into the item that <paramref name="item"/> makes of it; null where it is none.</summary>
    internal static void Read(WireInput input, IWireSink sink, HeaderLine isHeader, Func<LineModeMessage, string?, FaultLog, WireItem?> item)
    {
        var faults = new FaultLog(sink);
        var found = false;
        foreach (var message in new LineModeMessages(input.Bytes, isHeader, faults.Take).Read())
        {
            found = true;
            if (item(message, input.Charset, faults) is { } read)
            {
                sink.Take(read);
            }
        }

        if (!found)
        {
            faults.Take(new WireFault(WireFaultKind.Unreadable, "empty", "The document holds no message.", 0));
        }

        faults.Finish();
    }

    /// <summary>Every message, in order.</summary>
    internal IEnumerable<LineModeMessage> Read()
    {
        var line = new MemoryStream();
        while (true)
        {
            var at = position;
            if (!Line(line))
            {
                break;
            }

            var bytes = Named(line.ToArray(), at);
            foreach (var piece in Pieces(bytes))
            {
                var done = Opens(bytes, piece) ? Finish() : null;
                if (done is not null)
                {
                    yield return done;
                }

                Append(bytes, piece, at);
                if (Ends(bytes, piece) && Finish() is { } ended)
                {
                    yield return ended;
                }
            }
        }

        if (Finish() is { } last)
        {
            yield return last;
        }
    }

    /// <summary>The line cut before every SOH (with the SYN before it) and after every EOT.</summary>
    private static List<Range> Pieces(byte[] line)
    {
        var pieces = new List<Range>();
        var from = 0;
        for (var at = 0; at < line.Length; at++)
        {
            if (line[at] == Control.StartOfHeader)
            {
                var before = at;
                while (before > from && line[before - 1] == Control.Synchronise)
                {
                    before--;
                }

                if (before > from)
                {
                    pieces.Add(from..before);
                }

                from = before;
            }
            else if (line[at] == Control.EndOfTransmission)
            {
                pieces.Add(from..(at + 1));
                from = at + 1;
            }
        }

        if (from < line.Length)
        {
            pieces.Add(from..line.Length);
        }

        return pieces;
    }

    private bool Opens(byte[] line, Range piece)
    {
        var bytes = line.AsSpan(piece);
        if (open && IsRelayed && message.WrittenCount < 64 && !controls)
        {
            // ZCZC stands on a line of its own before SOH: both are one beginning.
            return false;
        }

        // Between STX and ETX only SOH begins another message: whatever else stands there is copy.
        return bytes.TrimStart((byte)Control.Synchronise) is [(byte)Control.StartOfHeader, ..]
            || ((!open || closed || !controls) && (bytes.StartsWith("ZCZC"u8) || isHeader(bytes)));
    }

    /// <summary>True where the message came over a relay that puts ZCZC before and NNNN behind each.</summary>
    private bool IsRelayed => message.WrittenSpan.StartsWith("ZCZC"u8);

    private bool Ends(byte[] line, Range piece) => line.AsSpan(piece) is [.., (byte)Control.EndOfTransmission] || (IsRelayed && line.AsSpan(piece).Trim(" \r\n"u8).SequenceEqual("NNNN"u8));

    private void Append(byte[] line, Range piece, long at)
    {
        var bytes = line.AsSpan(piece);
        if (!open)
        {
            if (bytes.Trim(" \t\r\n\0\u0004\u0016"u8).IsEmpty)
            {
                return;
            }

            (open, controls, closed, tooLong, start) = (true, false, false, false, at + piece.Start.Value);
        }

        controls |= bytes.IndexOfAny((byte)Control.StartOfHeader, (byte)Control.StartOfText) >= 0;
        closed |= bytes.Contains((byte)Control.EndOfText);
        if (message.WrittenCount + bytes.Length <= LongestMessage)
        {
            message.Write(bytes);
        }
        else if (!tooLong)
        {
            tooLong = true;
            fault(new WireFault(WireFaultKind.Lost, "message-too-long", $"A message is longer than {LongestMessage / (1024 * 1024)} MB; what followed was left out. The end of one message was lost, or this is no wire.", start));
        }
    }

    private LineModeMessage? Finish()
    {
        var done = open && message.WrittenCount > 0 ? new LineModeMessage(message.WrittenSpan.ToArray(), start) : null;
        message.Clear();
        open = false;
        return done;
    }

    /// <summary>The next line with its end. A carriage return that no line feed follows ends a line too.</summary>
    private bool Line(MemoryStream line)
    {
        line.SetLength(0);
        while (next < filled || Fill())
        {
            var value = buffer[next];
            if (line.Length > 0 && value is not ((byte)'\n' or (byte)'\r') && Last(line) == (byte)'\r')
            {
                return true;
            }

            next++;
            position++;
            line.WriteByte(value);
            if (value == (byte)'\n' || line.Length >= LongestLine)
            {
                return true;
            }
        }

        return line.Length > 0;
    }

    private static byte Last(MemoryStream line) => line.GetBuffer()[line.Length - 1];

    private bool Fill()
    {
        (next, filled) = (0, stream.Read(buffer, 0, buffer.Length));
        return filled > 0;
    }

    /// <summary>Makes <c>[SOH]</c>, <c>&lt;STX&gt;</c> and the pictures of control characters (U+2400 to U+241F) what they stand for.</summary>
    private byte[] Named(byte[] line, long at)
    {
        if (line.AsSpan().IndexOfAny("[<{"u8) < 0 && line.AsSpan().IndexOf(Pictures) < 0)
        {
            return line;
        }

        var text = Encoding.Latin1.GetString(line);
        var mended = Name().Replace(text, found => found.Groups["picture"] is { Success: true, Value: var picture } ? ((char)(picture[0] & 0x1F)).ToString() : Control.Names[found.Groups["name"].Value].ToString());
        if (mended.Length == text.Length)
        {
            return line;
        }

        fault(new WireFault(WireFaultKind.Repaired, "control-as-text", "Control characters were printed by their names; they were read as what they name. Ask the sender for the line as it is sent.", at));
        return Encoding.Latin1.GetBytes(mended);
    }

    private static ReadOnlySpan<byte> Pictures => [0xE2, 0x90];

    [GeneratedRegex(@"\[(?<name>SOH|STX|ETX|EOT|SYN|US|DC[1-4]|SO|SI|BS|TLI)\]|<(?<name>SOH|STX|ETX|EOT|SYN|US|DC[1-4]|TLI)>|\{(?<name>SOH|STX|ETX|EOT|SYN|US)\}|\u00E2\u0090(?<picture>[\u0080-\u009F])")]
    private static partial Regex Name();
}
