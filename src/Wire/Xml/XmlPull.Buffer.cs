using System.Buffers;

namespace Wireroom.Wire.Xml;

/// <content>The window of text that the reader looks at, and where in the document it stands.</content>
public sealed partial class XmlPull
{
    private const int Window = 64 * 1024;

    /// <summary>Longest piece that is looked at as one, in characters: a tag, or a stretch of text without a reference.</summary>
    private const int LongestPiece = 1024 * 1024;

    // What XML 1.0, section 2.2 forbids below the space, and the carriage returns that section 2.11 makes line feeds. FFFE and FFFF are
    // sought apart: a set of ASCII only is found several times as fast.
    private static readonly SearchValues<char> Unclean = SearchValues.Create(
        "\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u000B\u000C\r\u000E\u000F\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F");

    private char[] buffer = ArrayPool<char>.Shared.Rent(Window);
    private int at;
    private int end;
    private bool exhausted;
    private bool afterReturn;
    private int line = 1;
    private int lineStart;
    private int counted;

    /// <summary>Brings more text into the window, behind what is there; false at the end of the document. Moves what stands from <see cref="at"/> on to the front.</summary>
    private bool More()
    {
        if (exhausted)
        {
            return false;
        }

        Count(at);
        buffer.AsSpan(at, end - at).CopyTo(buffer);
        lineStart -= at;
        counted = 0;
        end -= at;
        at = 0;
        if (end > buffer.Length / 2)
        {
            var larger = ArrayPool<char>.Shared.Rent(buffer.Length * 2);
            buffer.AsSpan(0, end).CopyTo(larger);
            ArrayPool<char>.Shared.Return(buffer);
            buffer = larger;
        }

        for (var from = end; from == end;)
        {
            var count = source.Read(buffer.AsSpan(end));
            if (count == 0)
            {
                exhausted = true;
                return false;
            }

            end = Clean(end, end + count);
        }

        return true;
    }

    private bool Have(int count)
    {
        while (end - at < count)
        {
            if (!More())
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The distance from <see cref="at"/> of the first of <paramref name="sought"/>, from a distance on; -1 where there is none within the bound.</summary>
    private int Find(SearchValues<char> sought, int from)
    {
        while (true)
        {
            var found = buffer.AsSpan(at + from, end - at - from).IndexOfAny(sought);
            if (found >= 0)
            {
                return from + found;
            }

            from = end - at;
            if (from >= LongestPiece || !More())
            {
                return -1;
            }
        }
    }

    /// <summary>Drops the characters that no XML may hold and makes every line end a line feed. Returns the new end.</summary>
    private int Clean(int from, int to)
    {
        if (afterReturn && buffer[from] == '\n')
        {
            buffer.AsSpan(from + 1, to - from - 1).CopyTo(buffer.AsSpan(from));
            to--;
        }

        afterReturn = false;
        var text = buffer.AsSpan(from, to - from);
        var dirty = text.IndexOfAny(Unclean);
        var none = (dirty < 0 ? text : text[..dirty]).IndexOfAnyInRange('\uFFFE', '\uFFFF');
        dirty = none >= 0 ? none : dirty;
        if (dirty < 0)
        {
            return to;
        }

        var write = from + dirty;
        for (var read = write; read < to; read++)
        {
            var c = buffer[read];
            if (c == '\r')
            {
                buffer[write++] = '\n';
                afterReturn = read + 1 == to;
                read += read + 1 < to && buffer[read + 1] == '\n' ? 1 : 0;
            }
            else if (c >= ' ' ? c < '\uFFFE' : c is '\t' or '\n')
            {
                buffer[write++] = c;
            }
            else
            {
                var (controlLine, column) = PlaceBehind(write);
                faults.Take(new WireFault(WireFaultKind.Repaired, "control-character", $"The control character U+{(int)c:X4} is not allowed in XML; it was left out.", -1, controlLine, column));
            }
        }

        return write;
    }

    private (int Line, int Column) Place(int position)
    {
        Count(position);
        return (line, position - lineStart + 1);
    }

    /// <summary>A place ahead of the reader, found without moving the count.</summary>
    private (int Line, int Column) PlaceBehind(int position)
    {
        var ahead = buffer.AsSpan(counted, position - counted);
        var last = ahead.LastIndexOf('\n');
        return (line + ahead.Count('\n'), last < 0 ? position - lineStart + 1 : ahead.Length - last);
    }

    private void Count(int position)
    {
        if (position <= counted)
        {
            return;
        }

        var passed = buffer.AsSpan(counted, position - counted);
        var lines = passed.Count('\n');
        if (lines > 0)
        {
            line += lines;
            lineStart = counted + passed.LastIndexOf('\n') + 1;
        }

        counted = position;
    }

    private void Release()
    {
        if (buffer.Length > 0)
        {
            ArrayPool<char>.Shared.Return(buffer);
            buffer = [];
            at = end = 0;
            exhausted = true;
        }
    }
}
