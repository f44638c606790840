using System.Buffers;
using System.Text;

namespace Wireroom.Wire.Charsets;

/// <summary>The text of a document, decoded as the bytes go by. Reads any stream to its end without throwing for what it holds.</summary>
public sealed class DecodedText : TextReader
{
    private const int PieceLength = 64 * 1024;

    private readonly Stream stream;
    private readonly Action<WireFault> fault;
    private readonly RepairingFallback repairs = new();
    private readonly Decoder decoder;
    private readonly char[] spare = new char[64];
    private int spareNext;
    private int spareLength;
    private byte[]? bytes;
    private int next;
    private int length;
    private long read;
    private bool ended;
    private bool reported;

    /// <summary>Opens the document and decides its charset; <paramref name="fault"/> takes what was wrong with it.</summary>
    public DecodedText(WireInput input, Action<WireFault> fault)
    {
        stream = input.Bytes;
        this.fault = fault;
        bytes = ArrayPool<byte>.Shared.Rent(PieceLength);
        Fill();
        Charset = CharsetDetection.Decide(bytes.AsSpan(0, length), ended, input.Charset, fault);
        next = Charset.Preamble;
        var encoding = (Encoding)Charset.Encoding.Clone();
        encoding.DecoderFallback = repairs;
        decoder = encoding.GetDecoder();
    }

    /// <summary>The charset that was decided.</summary>
    public Charset Charset { get; }

    /// <inheritdoc/>
    public override int Read()
    {
        Span<char> one = stackalloc char[1];
        return Read(one) == 0 ? -1 : one[0];
    }

    /// <inheritdoc/>
    public override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));

    /// <inheritdoc/>
    public override int Read(Span<char> buffer)
    {
        if (spareNext == spareLength && buffer.Length >= spare.Length)
        {
            return Decode(buffer);
        }

        // A decoder refuses a buffer that does not hold one whole character, so small requests are served from a spare one.
        if (spareNext == spareLength)
        {
            (spareNext, spareLength) = (0, Decode(spare));
        }

        var count = Math.Min(buffer.Length, spareLength - spareNext);
        spare.AsSpan(spareNext, count).CopyTo(buffer);
        spareNext += count;
        return count;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (bytes is not null)
        {
            ArrayPool<byte>.Shared.Return(bytes);
            bytes = null;
        }

        base.Dispose(disposing);
    }

    private int Decode(Span<char> buffer)
    {
        while (bytes is not null)
        {
            repairs.PieceStart = read - length + next;
            decoder.Convert(bytes.AsSpan(next, length - next), buffer, ended, out var used, out var made, out var completed);
            next += used;
            if (made > 0)
            {
                return made;
            }

            // A decoder may keep the rest of a character that never came, and say for ever that it is not done.
            if (ended && next == length && (completed || used == 0))
            {
                Report();
                return 0;
            }

            if (next == length && !ended)
            {
                Fill();
            }
        }

        return 0;
    }

    private void Fill()
    {
        next = 0;
        length = 0;
        while (!ended && length < PieceLength)
        {
            var count = stream.Read(bytes!, length, PieceLength - length);
            ended = count == 0;
            length += count;
        }

        read += length;
    }

    private void Report()
    {
        if (repairs.Count > 0 && !reported)
        {
            reported = true;
            fault(new WireFault(WireFaultKind.Repaired, "invalid-bytes", $"{repairs.Count} bytes are no {Charset.Encoding.WebName}; they were read as Windows-1252. Ask the sender to declare the charset that it sends.", repairs.FirstAt));
        }
    }
}
