using System.Buffers.Binary;
using System.Reflection;
using System.Runtime.InteropServices;

namespace Wireroom.Language.Tagging;

/// <summary>What a word may be, by its form; a word may be several.</summary>
[Flags]
internal enum WordKinds : ushort
{
    /// <summary>The list does not hold it.</summary>
    None = 0,
    Noun = 1,
    Plural = 2,
    Verb = 4,
    ThirdPerson = 8,
    Past = 16,
    Participle = 32,
    Adjective = 64,
    Adverb = 128,

    /// <summary>It is written with a capital wherever it stands.</summary>
    Name = 256,
}

/// <summary>
/// A list of the words of English and what each may be, so that the tagger need not guess the rarer ones by their ends: it takes "aides" for a verb otherwise, since
/// the treebanks hold it seldom. Made from WordNet (its notice lies beside the weights); a word is known by its hash.
/// </summary>
internal sealed class WordForms
{
    private const uint Magic = 0x31465257; // "WRF1"
    private static readonly Lazy<WordForms> Only = new(() => Read(Load()));

    private const int BucketBits = 12;

    // In order, with the place where each value of the highest bits begins: nothing is built but these places when the list is read.
    private readonly uint[] words;
    private readonly ushort[] kinds;
    private readonly int[] starts = new int[(1 << BucketBits) + 1];

    private WordForms(uint[] words, ushort[] kinds)
    {
        (this.words, this.kinds) = (words, kinds);
        var at = 0;
        for (var bucket = 0; bucket < starts.Length; bucket++)
        {
            while (at < words.Length && words[at] >> (32 - BucketBits) < bucket)
                at++;
            starts[bucket] = at;
        }
    }

    /// <summary>The list in the program, read once.</summary>
    public static WordForms Shared => Only.Value;

    /// <summary>What the word with this hash may be.</summary>
    public WordKinds Of(uint word)
    {
        var bucket = (int)(word >> (32 - BucketBits));
        var at = words.AsSpan(starts[bucket], starts[bucket + 1] - starts[bucket]).BinarySearch(word);
        return at < 0 ? WordKinds.None : (WordKinds)kinds[starts[bucket] + at];
    }

    /// <summary>Reads a list as <see cref="Write"/> wrote it.</summary>
    /// <exception cref="InvalidDataException">This is no list of words.</exception>
    public static WordForms Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 8 || BinaryPrimitives.ReadUInt32LittleEndian(bytes) != Magic || BinaryPrimitives.ReadInt32LittleEndian(bytes[4..]) is var count && (count < 0 || bytes.Length - 8 != count * 6L))
            throw new InvalidDataException("Not a list of words.");
        var words = MemoryMarshal.Cast<byte, uint>(bytes.Slice(8, count * 4)).ToArray();
        var kinds = MemoryMarshal.Cast<byte, ushort>(bytes[(8 + count * 4)..]).ToArray();
        if (!BitConverter.IsLittleEndian)
        {
            BinaryPrimitives.ReverseEndianness(words, words);
            BinaryPrimitives.ReverseEndianness(kinds, kinds);
        }

        return new WordForms(words, kinds);
    }

    /// <summary>Writes a list: how many words, their hashes in order, then the kinds of each.</summary>
    public static byte[] Write(IReadOnlyDictionary<uint, WordKinds> forms)
    {
        using var into = new MemoryStream();
        using var writer = new BinaryWriter(into);
        var ordered = forms.OrderBy(form => form.Key).ToList();
        writer.Write(Magic);
        writer.Write(ordered.Count);
        ordered.ForEach(form => writer.Write(form.Key));
        ordered.ForEach(form => writer.Write((ushort)form.Value));
        writer.Flush();
        return into.ToArray();
    }

    private static byte[] Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("forms.bin") ?? throw new InvalidDataException("The list of words is not in the program.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
