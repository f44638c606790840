using System.Text;

namespace Wireroom.Wire.Warc;

/// <summary>The bytes of an archive, read once from front to end. What cannot be unpacked ends it, and is said once.</summary>
internal sealed class WarcSource(Stream stream, IWireSink sink)
{
    private readonly byte[] buffer = new byte[64 * 1024];
    private int next;
    private int length;
    private bool ended;

    /// <summary>Bytes read so far, after unpacking.</summary>
    internal long Position { get; private set; }

    /// <summary>The next line without its end, at most <paramref name="longest"/> bytes of it; null at the end.</summary>
    internal string? Line(int longest)
    {
        var line = new StringBuilder();
        var any = false;
        while (Fill())
        {
            any = true;
            var rest = buffer.AsSpan(next, length - next);
            var end = rest.IndexOf((byte)'\n');
            var piece = end < 0 ? rest : rest[..end];
            if (line.Length < longest)
            {
                line.Append(Encoding.UTF8.GetString(piece[..Math.Min(piece.Length, longest - line.Length)]));
            }

            Take(end < 0 ? rest.Length : end + 1);
            if (end >= 0)
            {
                break;
            }
        }

        return any ? line.ToString().TrimEnd('\r') : null;
    }

    /// <summary>Reads up to so many bytes; fewer only at the end.</summary>
    internal byte[] Bytes(int count)
    {
        var bytes = new byte[Math.Min(count, buffer.Length)];
        var taken = 0;
        while (taken < count && Fill())
        {
            var piece = Math.Min(count - taken, length - next);
            if (taken + piece > bytes.Length)
            {
                Array.Resize(ref bytes, (int)Math.Min(count, Math.Max(bytes.Length * 2L, taken + piece)));
            }

            buffer.AsSpan(next, piece).CopyTo(bytes.AsSpan(taken));
            Take(piece);
            taken += piece;
        }

        return taken == bytes.Length ? bytes : bytes[..taken];
    }

    /// <summary>Passes over so many bytes; false where they are not all there.</summary>
    internal bool Skip(long count)
    {
        while (count > 0 && Fill())
        {
            var piece = (int)Math.Min(count, length - next);
            Take(piece);
            count -= piece;
        }

        return count == 0;
    }

    private void Take(int count)
    {
        next += count;
        Position += count;
    }

    private bool Fill()
    {
        if (next < length)
        {
            return true;
        }

        (next, length) = (0, 0);
        return More();
    }

    private bool More()
    {
        if (ended)
        {
            return false;
        }

        try
        {
            var count = stream.Read(buffer, length, buffer.Length - length);
            ended = count == 0;
            length += count;
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException)
        {
            ended = true;
            sink.Take(new WireFault(WireFaultKind.Lost, "truncated", $"The archive cannot be unpacked further ({fault.Message}); what stood before was read. Fetch it again.", Position));
        }

        return !ended;
    }
}
