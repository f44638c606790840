using Wireroom.Language.Text;

namespace Wireroom.Language.Tagging;

/// <summary>The words of a sentence that take part in a parse, and what stands between them. Words count from 1; 0 is nothing, and the root is <see cref="Count"/> + 1.</summary>
internal sealed class ParseSentence
{
    public int Count { get; private set; }

    /// <summary>The token of each word.</summary>
    public int[] Places { get; private set; } = [];

    public uint[] Words { get; private set; } = [];

    public byte[] Tags { get; private set; } = [];

    /// <summary>What <see cref="WordClusters.Of"/> gives for each word.</summary>
    public ushort[] Clusters { get; private set; } = [];

    /// <summary>The marks right before each word, as bits: comma, opening and closing quotation, brackets, colon or dash, the rest.</summary>
    public byte[] Before { get; private set; } = [];

    /// <summary>Quotation marks up to each word.</summary>
    public int[] Marks { get; private set; } = [];

    /// <summary>Commas and other breaks up to each word.</summary>
    public int[] Commas { get; private set; } = [];

    /// <summary>Verbs up to each word, itself included.</summary>
    public int[] Verbs { get; private set; } = [];

    /// <summary>True for a tag of punctuation: such tokens take no part in the parse, and are seen only as marks between words.</summary>
    public static bool IsMark(string tag) => tag is "``" or "''" or "," or "." or ":" or "-LRB-" or "-RRB-" or "HYPH" or "NFP";

    /// <summary>Takes the tagged tokens of a sentence.</summary>
    public void Fill(ReadOnlySpan<Token> sentence, ReadOnlySpan<byte> tags, string[] tagNames)
    {
        if (Words.Length < sentence.Length + 4)
        {
            var size = sentence.Length + 64;
            (Places, Words, Tags, Clusters) = (new int[size], new uint[size], new byte[size], new ushort[size]);
            (Before, Marks, Commas, Verbs) = (new byte[size], new int[size], new int[size], new int[size]);
        }

        (Words[0], Tags[0], Clusters[0]) = (11, 252, 0);
        int marks = 0, commas = 0, verbs = 0, count = 0;
        byte before = 0;
        for (var token = 0; token < sentence.Length; token++)
        {
            var name = tagNames[tags[token]];
            if (IsMark(name))
            {
                before |= name switch { "," => 1, "``" => 2, "''" => 4, "-LRB-" or "-RRB-" => 8, ":" => 16, _ => 32 };
                marks += name is "``" or "''" ? 1 : 0;
                commas += name is "," or ":" or "-LRB-" or "-RRB-" ? 1 : 0;
                continue;
            }

            count++;
            verbs += name[0] == 'V' || name == "MD" ? 1 : 0;
            (Places[count], Words[count], Tags[count], Clusters[count]) = (token, sentence[token].Word, tags[token], WordClusters.Of(sentence[token].Word));
            (Marks[count], Commas[count], Verbs[count], Before[count]) = (marks, commas, verbs, before);
            before = 0;
        }

        Count = count;
        for (var at = count + 1; at < count + 4; at++)
        {
            (Words[at], Tags[at], Clusters[at]) = at == count + 1 ? (12u, (byte)253, (ushort)0) : (13u, (byte)254, (ushort)0);
            (Marks[at], Commas[at], Verbs[at], Before[at]) = (marks, commas, verbs, before);
        }

        (Marks[0], Commas[0], Verbs[0], Before[0]) = (0, 0, 0, 0);
    }
}
