namespace Wireroom.Language.Tagging;

/// <summary>What scores the moves of a parse and names its arcs: the weights, or what will become of them while they are learned.</summary>
internal interface IParseScores
{
    /// <summary>How much the features speak for a left and for a right arc; a shift stands at 0.</summary>
    (int Left, int Right) Moves(ReadOnlySpan<uint> features);

    /// <summary>The label of an arc with these features.</summary>
    byte Label(ReadOnlySpan<uint> features);
}

/// <summary>
/// Follows the best few parses of a sentence side by side (Zhang and Clark 2008), so that a move which only the rest of the sentence can judge need not be decided at
/// once. What lies too far behind the best is followed no longer. All have made the same number of moves at each step, two for each word.
/// </summary>
internal sealed class Beam<TScores>(TScores scores, int width, long reach)
    where TScores : IParseScores
{
    // Scores of this sentence, by the key of what they look at: most are asked for again and again.
    private const int Remembered = 4096;
    private readonly (ulong Key, int Left, int Right)[] moveScores = new (ulong, int, int)[Remembered];
    private readonly (ulong Key, byte Label)[] labelled = new (ulong, byte)[Remembered];
    private ulong sentences;

    private readonly ParseState[] states = [.. Enumerable.Range(0, width).Select(_ => new ParseState())];
    private readonly ParseState[] others = [.. Enumerable.Range(0, width).Select(_ => new ParseState())];
    private readonly (long Score, int From, int Move)[] moves = new (long, int, int)[width];
    private (ParseState[] Now, ParseState[] Next) sides;
    private int open;

    /// <summary>Those that were followed, best first, after the last step.</summary>
    public ReadOnlySpan<ParseState> Open => sides.Now.AsSpan(0, open);

    /// <summary>The place before the last step from which each of <see cref="Open"/> came, and the move.</summary>
    public ReadOnlySpan<(long Score, int From, int Move)> Made => moves.AsSpan(0, open);

    public void Begin(ParseSentence sentence)
    {
        sides = (states, others);
        states[0].Begin(sentence);
        open = 1;
        sentences++;
    }

    /// <summary>Makes one move in each of the parses that are followed, and keeps the best; at most <paramref name="most"/>.</summary>
    public void Step(int most)
    {
        Span<uint> features = stackalloc uint[ParseFeatures.Most];
        var kept = 0;
        for (var from = 0; from < open; from++)
        {
            var state = sides.Now[from];
            var allowed = state.Allowed;
            // What must be done is done at no cost, as it is when the weights are learned.
            var (left, right) = (allowed & (allowed - 1)) == 0 ? (0, 0) : MovesOf(state, features);
            for (var move = ParseState.Shift; move <= ParseState.Right; move++)
            {
                if ((allowed >> move & 1) != 0)
                    kept = Keep(state.Score + (move == ParseState.Left ? left : move == ParseState.Right ? right : 0), from, move, kept, most);
            }
        }

        while (kept > 1 && moves[kept - 1].Score < moves[0].Score - reach)
            kept--;
        for (var at = 0; at < kept; at++)
        {
            var (score, from, move) = moves[at];
            // The last to come from a state takes it over; those before make theirs of it.
            var last = true;
            for (var later = at + 1; later < kept && last; later++)
                last = moves[later].From != from;
            if (last)
                (sides.Next[at], sides.Now[from]) = (sides.Now[from], sides.Next[at]);
            else
                sides.Next[at].Follow(sides.Now[from]);
            var state = sides.Next[at];
            state.Do(move, LabelOf(state, move, features));
            state.Score = score;
        }

        sides = (sides.Next, sides.Now);
        open = kept;
    }

    private byte LabelOf(ParseState state, int move, Span<uint> features)
    {
        if (move == ParseState.Shift)
            return 0;
        var (head, dependent) = state.Arc(move);
        var key = ParseFeatures.LabelKey(state, head, dependent) + sentences;
        ref var known = ref labelled[key >> 40 & (Remembered - 1)];
        if (known.Key != key)
            known = (key, scores.Label(features[..ParseFeatures.Label(state, head, dependent, features)]));
        return known.Label;
    }

    private (int Left, int Right) MovesOf(ParseState state, Span<uint> features)
    {
        var key = ParseFeatures.MoveKey(state) + sentences;
        ref var known = ref moveScores[key >> 40 & (Remembered - 1)];
        if (known.Key != key)
        {
            var (left, right) = scores.Moves(features[..ParseFeatures.Move(state, features)]);
            known = (key, left, right);
        }

        return (known.Left, known.Right);
    }

    /// <summary>Puts a move in its place among those kept, before those that score as much.</summary>
    private int Keep(long score, int from, int move, int kept, int most)
    {
        var at = kept;
        while (at > 0 && moves[at - 1].Score < score)
            at--;
        if (at == most)
            return kept;
        var count = Math.Min(kept + 1, most);
        for (var down = count - 1; down > at; down--)
            moves[down] = moves[down - 1];
        moves[at] = (score, from, move);
        return count;
    }
}
