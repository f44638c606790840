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

    private int[] stack = [];

    public ParseSentence Sentence { get; private set; } = new();

    public int Depth { get; private set; }

    public int Next { get; private set; }

    /// <summary>By word, from 1.</summary>
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

    /// <summary>Begins with a sentence: nothing on the stack, no arc.</summary>
    public void Begin(ParseSentence sentence)
    {
        Sentence = sentence;
        var all = sentence.Count + 4;
        if (stack.Length < all)
        {
            var size = all + 64;
            (stack, Heads, Labels, LeftCount, RightCount) = (new int[size], new int[size], new byte[size], new byte[size], new byte[size]);
            (Left1, Left2, Right1, Right2, LabelSet) = (new int[size], new int[size], new int[size], new int[size], new ulong[size]);
        }

        Array.Clear(Heads, 0, all);
        Array.Clear(Labels, 0, all);
        Array.Clear(LeftCount, 0, all);
        Array.Clear(RightCount, 0, all);
        Array.Clear(Left1, 0, all);
        Array.Clear(Left2, 0, all);
        Array.Clear(Right1, 0, all);
        Array.Clear(Right2, 0, all);
        Array.Clear(LabelSet, 0, all);
        (Depth, Next) = (0, 1);
    }

    public int Stack(int down) => Depth > down ? stack[Depth - 1 - down] : 0;

    public bool Done => Next == Sentence.Count + 1 && Depth == 0;

    /// <summary>A bit for each move that may be made.</summary>
    public ulong Allowed => (Next <= Sentence.Count ? 1u : 0) | (Depth > 0 ? 2u : 0) | (Depth > 1 ? 4u : 0);

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
