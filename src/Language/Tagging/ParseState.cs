using Wireroom.Language.Text;

namespace Wireroom.Language.Tagging;

/// <summary>
/// The state of a transition parser of the arc-hybrid system (Kuhlmann, Gómez-Rodríguez and Satta 2011): a stack, a buffer and the arcs made so far. Words count from 1;
/// 0 is nothing, and the root waits at the end of the buffer.
/// </summary>
internal sealed class ParseState
{
    public const int Shift = 0;
    public const int Left = 1;
    public const int Right = 2;

    private int[] stack = new int[64];

    public int Count { get; private set; }

    public int Depth { get; private set; }

    public int Next { get; private set; }

    /// <summary>By word, from 1; the root is <see cref="Count"/> + 1.</summary>
    public uint[] Words { get; private set; } = [];

    public byte[] Tags { get; private set; } = [];

    public int[] Heads { get; private set; } = [];

    public byte[] Labels { get; private set; } = [];

    public byte[] LeftCount { get; private set; } = [];

    public byte[] RightCount { get; private set; } = [];

    public int[] Left1 { get; private set; } = [];

    public int[] Left2 { get; private set; } = [];

    public int[] Right1 { get; private set; } = [];

    public int[] Right2 { get; private set; } = [];

    /// <summary>Bits of the labels of a word's dependents.</summary>
    public ulong[] LabelSet { get; private set; } = [];

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

    /// <summary>Begins with a sentence; <paramref name="places"/> takes for each word of the parse, counted from 1, its token, and gives their number.</summary>
    public int Begin(ReadOnlySpan<Token> sentence, ReadOnlySpan<byte> tags, string[] tagNames, Span<int> places)
    {
        var size = sentence.Length + 64;
        if (Words.Length < size)
        {
            (Words, Tags, Heads, Labels, LeftCount, RightCount, Before) = (new uint[size], new byte[size], new int[size], new byte[size], new byte[size], new byte[size], new byte[size]);
            (Left1, Left2, Right1, Right2, LabelSet, Marks, Commas, Verbs) = (new int[size], new int[size], new int[size], new int[size], new ulong[size], new int[size], new int[size], new int[size]);
            stack = new int[size];
        }

        Words[0] = 11;
        Tags[0] = 252;
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
            places[count] = token;
            Words[count] = sentence[token].Word;
            Tags[count] = tags[token];
            verbs += name[0] == 'V' || name == "MD" ? 1 : 0;
            (Marks[count], Commas[count], Verbs[count], Before[count]) = (marks, commas, verbs, before);
            before = 0;
        }

        Count = count;
        for (var at = Count + 1; at < Count + 4; at++)
        {
            Words[at] = at == Count + 1 ? 12u : 13u;
            Tags[at] = at == Count + 1 ? (byte)253 : (byte)254;
            (Marks[at], Commas[at], Verbs[at], Before[at]) = (marks, commas, verbs, before);
        }

        (Marks[0], Commas[0], Verbs[0], Before[0]) = (0, 0, 0, 0);
        var all = Count + 4;
        Array.Clear(Heads, 0, all);
        Array.Clear(Labels, 0, all);
        Array.Clear(LeftCount, 0, all);
        Array.Clear(RightCount, 0, all);
        Array.Clear(Left1, 0, all);
        Array.Clear(Left2, 0, all);
        Array.Clear(Right1, 0, all);
        Array.Clear(Right2, 0, all);
        Array.Clear(LabelSet, 0, all);
        Depth = 0;
        Next = 1;
        return count;
    }

    public int Stack(int down) => Depth > down ? stack[Depth - 1 - down] : 0;

    public bool Done => Next == Count + 1 && Depth == 0;

    /// <summary>A bit for each move that may be made.</summary>
    public ulong Allowed => (Next <= Count ? 1u : 0) | (Depth > 0 ? 2u : 0) | (Depth > 1 ? 4u : 0);

    /// <summary>The arc that a move would make: head and dependent.</summary>
    public (int Head, int Dependent) Arc(int move) => move == Left ? (Next, Stack(0)) : (Stack(1), Stack(0));

    public void Do(int move, byte label)
    {
        if (move == Shift)
        {
            stack[Depth++] = Next++;
            return;
        }

        var (head, dependent) = Arc(move);
        Depth--;
        Heads[dependent] = head;
        Labels[dependent] = label;
        LabelSet[head] |= 1ul << label;
        if (dependent < head)
        {
            LeftCount[head]++;
            Left2[head] = Left1[head];
            Left1[head] = dependent;
        }
        else
        {
            RightCount[head]++;
            Right2[head] = Right1[head];
            Right1[head] = dependent;
        }
    }
}
