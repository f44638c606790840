using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Wireroom.Language.Tagging;

/// <summary>
/// The weights of the parser's three moves. Only their differences count, so a feature keeps two: how much more it speaks for the first and for the second move than for
/// the third, each one byte whose square is meant. With sixteen bits of the feature they fill one slot of 32, and the table lies in the file as it is searched: nothing
/// is built when it is loaded, and it fits a processor's second cache.
/// </summary>
internal sealed class MoveWeights
{
    private const uint Magic = 0x314D5257; // "WRM1"
    private readonly uint[] slots;
    private readonly int shift;

    private MoveWeights(uint[] slots)
    {
        this.slots = slots;
        shift = 32 - BitOperations.Log2((uint)slots.Length);
    }

    /// <summary>The best of the moves that have their bit in <paramref name="allowed"/>.</summary>
    public int Best(ReadOnlySpan<uint> features, ulong allowed)
    {
        var table = slots;
        var mask = table.Length - 1;
        int first = 0, second = 0;
        foreach (var feature in features)
        {
            for (var at = (int)(feature >> shift); ; at = (at + 1) & mask)
            {
                var slot = table[at];
                if (slot == 0)
                    break;
                if (slot >> 16 != (feature & 0xFFFF))
                    continue;
                first += Weights.Decoded[(slot >> 8) & 0xFF];
                second += Weights.Decoded[slot & 0xFF];
                break;
            }
        }

        // The third stands at 0, and loses a draw as the last one does.
        var best = (allowed & 1) != 0 ? ParseState.Shift : (allowed & 2) != 0 ? ParseState.Left : ParseState.Right;
        if (best == ParseState.Shift && (allowed & 2) != 0 && second > first)
            best = ParseState.Left;
        if ((allowed & 4) != 0 && (best == ParseState.Shift && first < 0 || best == ParseState.Left && second < 0))
            best = ParseState.Right;
        return best;
    }

    /// <summary>Reads weights as <see cref="Write"/> wrote them.</summary>
    /// <exception cref="InvalidDataException">These are not weights of moves.</exception>
    public static MoveWeights Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 8 || BinaryPrimitives.ReadUInt32LittleEndian(bytes) != Magic || BinaryPrimitives.ReadInt32LittleEndian(bytes[4..]) is var size && (!BitOperations.IsPow2(size) || bytes.Length != 8 + size * 4))
            throw new InvalidDataException("Not a file of weights of moves.");
        var slots = MemoryMarshal.Cast<byte, uint>(bytes[8..]).ToArray();
        if (!BitConverter.IsLittleEndian)
            BinaryPrimitives.ReverseEndianness(slots, slots);
        return new MoveWeights(slots);
    }

    /// <summary>Writes weights: of the features the <paramref name="most"/> that speak loudest, in a table that they fill to three fifths at most.</summary>
    public static byte[] Write(IReadOnlyList<(uint Feature, (byte Class, float Weight)[] Weights)> rows, int most)
    {
        var kept = rows
            .Select(row => (row.Feature, First: Of(row.Weights, 0) - Of(row.Weights, 2), Second: Of(row.Weights, 1) - Of(row.Weights, 2)))
            .OrderByDescending(row => Math.Max(Math.Abs(row.First - row.Second), Math.Max(Math.Abs(row.First), Math.Abs(row.Second))))
            .ThenBy(row => row.Feature)
            .Take(most)
            .ToList();
        var largest = kept.Max(row => Math.Max(Math.Abs(row.First), Math.Abs(row.Second)));
        var slots = new uint[BitOperations.RoundUpToPowerOf2((uint)(most / 0.6))];
        var shift = 32 - BitOperations.Log2((uint)slots.Length);
        // The loudest come first, and so nearest to where they are sought.
        foreach (var (feature, first, second) in kept)
        {
            var at = (int)(feature >> shift);
            while (slots[at] != 0)
                at = (at + 1) & (slots.Length - 1);
            slots[at] = feature << 16 | (uint)(byte)Weights.Code(first / largest) << 8 | (byte)Weights.Code(second / largest);
        }

        var bytes = new byte[8 + slots.Length * 4];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, Magic);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(4), slots.Length);
        for (var at = 0; at < slots.Length; at++)
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(8 + at * 4), slots[at]);
        return bytes;
    }

    private static float Of((byte Class, float Weight)[] weights, byte move) => weights.FirstOrDefault(weight => weight.Class == move).Weight;
}
