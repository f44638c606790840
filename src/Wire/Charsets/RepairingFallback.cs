using System.Text;
using Wireroom.Wire.Html;

namespace Wireroom.Wire.Charsets;

/// <summary>Reads bytes that are no part of their charset as Windows-1252, and counts them with the place of the first.</summary>
internal sealed class RepairingFallback : DecoderFallback
{
    /// <summary>Bytes from the start of the document to the start of the piece that is being decoded.</summary>
    internal long PieceStart { get; set; }

    internal long FirstAt { get; private set; } = -1;

    internal long Count { get; private set; }

    public override int MaxCharCount => 4;

    public override DecoderFallbackBuffer CreateFallbackBuffer() => new Buffer(this);

    private sealed class Buffer(RepairingFallback fallback) : DecoderFallbackBuffer
    {
        private readonly char[] chars = new char[8];
        private int length;
        private int next;

        public override int Remaining => length - next;

        public override bool Fallback(byte[] bytesUnknown, int index)
        {
            fallback.FirstAt = fallback.FirstAt >= 0 ? fallback.FirstAt : fallback.PieceStart + Math.Max(0, index);
            fallback.Count += bytesUnknown.Length;
            length = Math.Min(bytesUnknown.Length, chars.Length);
            next = 0;
            for (var at = 0; at < length; at++)
            {
                chars[at] = bytesUnknown[at] switch
                {
                    < 0x80 => (char)bytesUnknown[at],
                    < 0xA0 and var control => CharacterReference.OfWindows1252(control),
                    var letter => (char)letter,
                };
            }

            return length > 0;
        }

        public override char GetNextChar() => next < length ? chars[next++] : '\0';

        public override bool MovePrevious()
        {
            if (next == 0)
            {
                return false;
            }

            next--;
            return true;
        }

        public override void Reset() => length = next = 0;
    }
}
