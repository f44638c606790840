using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Wireroom.Language.Tagging;

/// <summary>A small number for each of many words, which are known by their hash. The file is searched as it lies: little is built when it is read.</summary>
internal sealed class WordTable
{
    private const uint Magic = 0x31465257; // "WRF1"
    private const int BucketBits = 12;

    // In order, with the place where each value of the highest bits begins.
    private readonly uint[] words;
    private readonly ushort[] values;
    private readonly int[] starts = new int[(1 << BucketBits) + 1];

    private WordTable(uint[] words, ushort[] values)
    {
        (this.words, this.values) = (words, values);
        var at = 0;
        for (var bucket = 0; bucket < starts.Length; bucket++)
        {
            while (at < words.Length && words[at] >> (32 - BucketBits) < bucket)
                at++;
            starts[bucket] = at;
        }
    }

    /// <summary>The number of the word with this hash; 0 where the table does not hold it.</summary>
    public ushort Of(uint word)
    {
        var bucket = (int)(word >> (32 - BucketBits));
        var at = words.AsSpan(starts[bucket], starts[bucket + 1] - starts[bucket]).BinarySearch(word);
        return at < 0 ? (ushort)0 : values[starts[bucket] + at];
    }

    /// <summary>Reads a table as <see cref="Write"/> wrote it.</summary>
    /// <exception cref="InvalidDataException">This is no table of words.</exception>
    public static WordTable Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 8 || BinaryPrimitives.ReadUInt32LittleEndian(bytes) != Magic || BinaryPrimitives.ReadInt32LittleEndian(bytes[4..]) is var count && (count < 0 || bytes.Length - 8 != count * 6L))
            throw new InvalidDataException("Not a table of words.");
        var words = MemoryMarshal.Cast<byte, uint>(bytes.Slice(8, count * 4)).ToArray();
        var values = MemoryMarshal.Cast<byte, ushort>(bytes[(8 + count * 4)..]).ToArray();
        if (!BitConverter.IsLittleEndian)
        {
            BinaryPrimitives.ReverseEndianness(words, words);
            BinaryPrimitives.ReverseEndianness(values, values);
        }

        return new WordTable(words, values);
    }

    /// <summary>Writes a table: how many words, their hashes in order, then the number of each.</summary>
    public static byte[] Write(IReadOnlyDictionary<uint, ushort> values)
    {
        using var into = new MemoryStream();
        using var writer = new BinaryWriter(into);
        var ordered = values.OrderBy(value => value.Key).ToList();
        writer.Write(Magic);
        writer.Write(ordered.Count);
        ordered.ForEach(value => writer.Write(value.Key));
        ordered.ForEach(value => writer.Write(value.Value));
        writer.Flush();
        return into.ToArray();
    }

    /// <summary>The table of this name in the program.</summary>
    internal static WordTable Load(string name) => Read(ModelFiles.Load(name));
}
