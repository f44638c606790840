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

    /// <summary>Quotation marks before each word, and marks of any kind.</summary>
    public int[] Marks { get; private set; } = [];

    public int[] Commas { get; private set; } = [];

    public int[] Verbs { get; private set; } = [];

    public void Begin(ReadOnlySpan<Token> sentence, ReadOnlySpan<byte> tags, string[] tagNames)
    {
        Count = sentence.Length;
        if (Words.Length < Count + 4)
        {
            var size = Count + 64;
            (Words, Tags, Heads, Labels, LeftCount, RightCount) = (new uint[size], new byte[size], new int[size], new byte[size], new byte[size], new byte[size]);
            (Left1, Left2, Right1, Right2, LabelSet, Marks, Commas, Verbs) = (new int[size], new int[size], new int[size], new int[size], new ulong[size], new int[size], new int[size], new int[size]);
            stack = new int[size];
        }

        Words[0] = 11;
        Tags[0] = 252;
        int marks = 0, commas = 0, verbs = 0;
        for (var at = 1; at <= Count; at++)
        {
            Words[at] = sentence[at - 1].Word;
            Tags[at] = tags[at - 1];
            var name = tagNames[tags[at - 1]];
            if (name is "``" or "''")
                marks++;
            if (name is "," or ":" or "-LRB-" or "-RRB-")
                commas++;
            if (name.Length > 1 && name[0] == 'V' || name == "MD")
                verbs++;
            (Marks[at], Commas[at], Verbs[at]) = (marks, commas, verbs);
        }

        for (var at = Count + 1; at < Count + 4; at++)
        {
            Words[at] = at == Count + 1 ? 12u : 13u;
            Tags[at] = at == Count + 1 ? (byte)253 : (byte)254;
            (Marks[at], Commas[at], Verbs[at]) = (marks, commas, verbs);
        }

        (Marks[0], Commas[0], Verbs[0]) = (0, 0, 0);
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
