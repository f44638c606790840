using System.Buffers.Binary;
using System.Numerics;
using System.Reflection;

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

    private readonly uint[] words;
    private readonly ushort[] kinds;
    private readonly int shift;

    private WordForms(int count)
    {
        var size = BitOperations.RoundUpToPowerOf2((uint)count * 2 + 16);
        words = new uint[size];
        kinds = new ushort[size];
        shift = 32 - BitOperations.Log2(size);
    }

    /// <summary>The list in the program, read once.</summary>
    public static WordForms Shared => Only.Value;

    /// <summary>What the word with this hash may be.</summary>
    public WordKinds Of(uint word)
    {
        var at = Place(word);
        return words[at] == word ? (WordKinds)kinds[at] : WordKinds.None;
    }

    /// <summary>Reads a list as <see cref="Write"/> wrote it.</summary>
    /// <exception cref="InvalidDataException">This is no list of words.</exception>
    public static WordForms Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 8 || BinaryPrimitives.ReadUInt32LittleEndian(bytes) != Magic || BinaryPrimitives.ReadInt32LittleEndian(bytes[4..]) is var count && (count < 0 || bytes.Length - 8 != count * 6L))
            throw new InvalidDataException("Not a list of words.");
        var forms = new WordForms(count);
        for (bytes = bytes[8..]; bytes.Length > 0; bytes = bytes[6..])
        {
            var word = BinaryPrimitives.ReadUInt32LittleEndian(bytes);
            var at = forms.Place(word);
            (forms.words[at], forms.kinds[at]) = (word, BinaryPrimitives.ReadUInt16LittleEndian(bytes[4..]));
        }

        return forms;
    }

    /// <summary>Writes a list: how many words, then each word's hash and kinds.</summary>
    public static byte[] Write(IReadOnlyDictionary<uint, WordKinds> forms)
    {
        using var into = new MemoryStream();
        using var writer = new BinaryWriter(into);
        writer.Write(Magic);
        writer.Write(forms.Count(form => form.Key != 0));
        foreach (var (word, kinds) in forms.Where(form => form.Key != 0).OrderBy(form => form.Key))
        {
            writer.Write(word);
            writer.Write((ushort)kinds);
        }

        writer.Flush();
        return into.ToArray();
    }

    /// <summary>The slot of a word, or the free one where it would go.</summary>
    private int Place(uint word)
    {
        var at = (int)(word * 0x9E3779B9 >> shift);
        while (words[at] != 0 && words[at] != word)
            at = (at + 1) & (words.Length - 1);
        return at;
    }

    private static byte[] Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("forms.bin") ?? throw new InvalidDataException("The list of words is not in the program.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
