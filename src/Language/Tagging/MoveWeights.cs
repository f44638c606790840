using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Wireroom.Language.Tagging;

/// <summary>
/// The weights of the parser's moves: how much a feature speaks for a left and for a right arc, each one byte whose square is meant; a shift stands at 0. With sixteen
/// bits of the feature they fill one slot of 32, and the table lies in the file as it is searched: nothing is built when it is loaded, and it fits a processor's second
/// cache.
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

    /// <summary>What the features say for a left and for a right arc.</summary>
    public (int Left, int Right) Score(ReadOnlySpan<uint> features)
    {
        var table = slots;
        var mask = table.Length - 1;
        int left = 0, right = 0;
        foreach (var feature in features)
        {
            for (var at = (int)(feature >> shift); ; at = (at + 1) & mask)
            {
                var slot = table[at];
                if (slot == 0)
                    break;
                if (slot >> 16 != (feature & 0xFFFF))
                    continue;
                left += Weights.Decoded[(slot >> 8) & 0xFF];
                right += Weights.Decoded[slot & 0xFF];
                break;
            }
        }

        return (left, right);
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
            .Select(row => (row.Feature, Left: Of(row.Weights, ParseState.Left), Right: Of(row.Weights, ParseState.Right)))
            .OrderByDescending(row => Math.Max(Math.Abs(row.Left), Math.Abs(row.Right)))
            .ThenBy(row => row.Feature)
            .Take(most)
            .ToList();
        var largest = kept.Max(row => Math.Max(Math.Abs(row.Left), Math.Abs(row.Right)));
        var slots = new uint[BitOperations.RoundUpToPowerOf2((uint)(most / 0.6))];
        var shift = 32 - BitOperations.Log2((uint)slots.Length);
        // The loudest come first, and so nearest to where they are sought.
        foreach (var (feature, left, right) in kept)
        {
            var at = (int)(feature >> shift);
            while (slots[at] != 0)
                at = (at + 1) & (slots.Length - 1);
            slots[at] = feature << 16 | (uint)(byte)Weights.Code(left / largest) << 8 | (byte)Weights.Code(right / largest);
        }

        var bytes = new byte[8 + slots.Length * 4];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, Magic);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(4), slots.Length);
        for (var at = 0; at < slots.Length; at++)
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(8 + at * 4), slots[at]);
        return bytes;
    }

    private static float Of((byte Class, float Weight)[] weights, int move) => weights.FirstOrDefault(weight => weight.Class == move).Weight;
}
