using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Wireroom.Language.Tagging;

/// <summary>
/// The weights of an averaged perceptron (Collins 2002): for each feature the classes that it speaks for or against. Each weight is one byte, its square kept,
/// so that small ones stay fine and large ones fit.
/// </summary>
internal sealed class Weights
{
    private const uint Magic = 0x31575257; // "WRW1"
    private const int CountBits = 8;
    /// <summary>What a coded weight stands for.</summary>
    internal static readonly int[] Decoded = [.. Enumerable.Range(0, 256).Select(code => (sbyte)code is var signed && signed < 0 ? -signed * signed : signed * signed)];

    private readonly ulong[] slots;
    // The class in the high byte, the coded weight in the low one.
    private readonly ushort[] pairs;
    private readonly int mask;

    private Weights(string[] names, Dictionary<uint, byte> known, ulong[] slots, ushort[] pairs)
    {
        Names = names;
        Known = known;
        this.slots = slots;
        this.pairs = pairs;
        mask = slots.Length - 1;
    }

    /// <summary>The classes, by number.</summary>
    public string[] Names { get; }

    /// <summary>Words that are always of one class.</summary>
    public Dictionary<uint, byte> Known { get; }

    /// <summary>The best class for the features; <paramref name="allowed"/> has a bit for each class that may win (all of them where it is -1 and there are more than 64).</summary>
    public int Best(ReadOnlySpan<uint> features, Span<int> scores, ulong allowed = ulong.MaxValue)
    {
        Score(features, scores);
        var best = -1;
        for (var at = 0; at < Names.Length; at++)
        {
            if ((at >= 64 || (allowed >> at & 1) != 0) && (best < 0 || scores[at] > scores[best]))
                best = at;
        }

        return best;
    }

    /// <summary>By how much a class leads all others in scores that <see cref="Score"/> gave.</summary>
    public static int Lead(ReadOnlySpan<int> scores, int best)
    {
        var second = int.MinValue;
        for (var at = 0; at < scores.Length; at++)
        {
            if (at != best && scores[at] > second)
                second = scores[at];
        }

        return second == int.MinValue ? int.MaxValue : scores[best] - second;
    }

    /// <summary>The score of each class for the features.</summary>
    public void Score(ReadOnlySpan<uint> features, Span<int> scores)
    {
        scores[..Names.Length].Clear();
        var (table, weights) = (slots, pairs);
        foreach (var feature in features)
        {
            for (var at = (int)(feature >> 1) & mask; ; at = (at + 1) & mask)
            {
                var slot = table[at];
                if (slot == 0)
                    break;
                if ((uint)(slot >> 32) != feature)
                    continue;
                var start = (int)((uint)slot >> CountBits);
                var end = start + (int)(slot & 0xFF);
                for (var pair = start; pair < end; pair++)
                    scores[weights[pair] >> 8] += Decoded[weights[pair] & 0xFF];
                break;
            }
        }
    }

    /// <summary>Reads weights as <see cref="Write"/> wrote them.</summary>
    /// <exception cref="InvalidDataException">These are not weights.</exception>
    public static Weights Read(ReadOnlySpan<byte> bytes)
    {
        if (Next(ref bytes) != Magic)
            throw new InvalidDataException("Not a file of weights.");
        var names = new string[Next(ref bytes)];
        for (var at = 0; at < names.Length; at++)
        {
            names[at] = System.Text.Encoding.UTF8.GetString(bytes.Slice(1, bytes[0]));
            bytes = bytes[(1 + bytes[0])..];
        }

        var known = new Dictionary<uint, byte>();
        for (var left = Next(ref bytes); left > 0; left--)
        {
            known[BinaryPrimitives.ReadUInt32LittleEndian(bytes)] = bytes[4];
            bytes = bytes[5..];
        }

        var features = (int)Next(ref bytes);
        var count = (int)Next(ref bytes);
        var keys = MemoryMarshal.Cast<byte, uint>(bytes[..(features * 4)].ToArray());
        bytes = bytes[(features * 4)..];
        var counts = bytes[..features];
        bytes = bytes[features..];
        var pairs = new ushort[count];
        for (var at = 0; at < count; at++)
            pairs[at] = (ushort)(bytes[at] << 8 | bytes[count + at]);
        var slots = new ulong[BitOperations.RoundUpToPowerOf2((uint)features * 2 + 16)];
        var offset = 0u;
        for (var at = 0; at < features; at++)
        {
            var key = BitConverter.IsLittleEndian ? keys[at] : BinaryPrimitives.ReverseEndianness(keys[at]);
            // The lowest bit of a feature is always set.
            var slot = (int)(key >> 1) & (slots.Length - 1);
            while (slots[slot] != 0)
                slot = (slot + 1) & (slots.Length - 1);
            slots[slot] = (ulong)key << 32 | offset << CountBits | counts[at];
            offset += counts[at];
        }

        return new Weights(names, known, slots, pairs);
    }

    /// <summary>Writes weights: the classes, the words of one class, and for each feature its classes and values, the largest value at 127 squared.</summary>
    public static byte[] Write(string[] names, IReadOnlyDictionary<uint, byte> known, IReadOnlyList<(uint Feature, (byte Class, float Weight)[] Weights)> rows)
    {
        var largest = rows.Count == 0 ? 1 : rows.SelectMany(row => row.Weights).Max(weight => Math.Abs(weight.Weight));
        var coded = rows
            .Select(row => (row.Feature, Weights: row.Weights.Select(weight => (weight.Class, Code: Code(weight.Weight / largest))).Where(weight => weight.Code != 0).ToArray()))
            .Where(row => row.Weights.Length > 0)
            .OrderBy(row => row.Feature)
            .ToList();
        using var into = new MemoryStream();
        using var writer = new BinaryWriter(into);
        writer.Write(Magic);
        writer.Write(names.Length);
        foreach (var name in names)
        {
            var bytes = System.Text.Encoding.UTF8.GetBytes(name);
            writer.Write((byte)bytes.Length);
            writer.Write(bytes);
        }

        writer.Write(known.Count);
        foreach (var (word, of) in known.OrderBy(pair => pair.Key))
        {
            writer.Write(word);
            writer.Write(of);
        }

        writer.Write(coded.Count);
        writer.Write(coded.Sum(row => row.Weights.Length));
        foreach (var row in coded)
            writer.Write(row.Feature);
        foreach (var row in coded)
            writer.Write((byte)row.Weights.Length);
        foreach (var row in coded)
            Array.ForEach(row.Weights, weight => writer.Write(weight.Class));
        foreach (var row in coded)
            Array.ForEach(row.Weights, weight => writer.Write(weight.Code));
        writer.Flush();
        return into.ToArray();
    }

    /// <summary>A share of the largest weight as one byte: small ones are told apart better than large ones.</summary>
    internal static sbyte Code(float share) => (sbyte)(Math.Sign(share) * (int)Math.Round(Math.Sqrt(Math.Abs(share)) * 127));

    private static uint Next(ref ReadOnlySpan<byte> bytes)
    {
        var value = BinaryPrimitives.ReadUInt32LittleEndian(bytes);
        bytes = bytes[4..];
        return value;
    }
}
