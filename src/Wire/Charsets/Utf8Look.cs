using System.Buffers;
using System.Text;

namespace Wireroom.Wire.Charsets;

/// <summary>How much of some bytes is UTF-8: sequences of several bytes, and bytes that are no part of any.</summary>
internal readonly record struct Utf8Look(int Sequences, int Invalid)
{
    internal static Utf8Look At(ReadOnlySpan<byte> bytes, bool whole)
    {
        var sequences = 0;
        var invalid = 0;
        for (var at = bytes.IndexOfAnyInRange((byte)0x80, (byte)0xFF); at >= 0; at = bytes.IndexOfAnyInRange((byte)0x80, (byte)0xFF))
        {
            bytes = bytes[at..];
            var status = Rune.DecodeFromUtf8(bytes, out _, out var taken);
            if (status == OperationStatus.NeedMoreData && !whole)
            {
                break;
            }

            sequences += status == OperationStatus.Done ? 1 : 0;
            invalid += status == OperationStatus.Done ? 0 : 1;
            bytes = bytes[taken..];
        }

        return new Utf8Look(sequences, invalid);
    }
}
