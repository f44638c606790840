using Wireroom.Language.Tagging;

namespace Wireroom.Train;

/// <summary>A sentence as the parser learns from it.</summary>
/// <param name="Sentence">The sentence.</param>
/// <param name="Tags">Its tags as the tagger makes them.</param>
/// <param name="Heads">The heads of its words, 0 for the root, counted as the parse counts them.</param>
internal sealed record ParseLesson(TreeSentence Sentence, byte[] Tags, int[] Heads);

/// <summary>
/// Learns the parser's weights over whole parses: a beam is followed to the end of each sentence, and where its best parse led the right one by most, the features of the
/// moves that parted them are blamed and praised (Collins and Roark 2004; Huang, Fayong and Guo 2012, "max-violation").
/// </summary>
internal sealed class ParserLearning : IParseScores
{
    private const int Width = 8;

    private readonly string[] tagNames;
    private readonly string[] labelNames;
    private readonly LearningWeights moves = new(3);
    private readonly LearningWeights labels;
    private readonly float[] scores;
    private readonly ParseSentence words = new();
    private readonly ParseState right = new();
    private readonly ParseState replayed = new();
    private readonly Beam<ParserLearning> beam;
    private readonly List<(int From, int Move)[]> made = [];
    private readonly List<int> rightMoves = [];

    private ParserLearning(string[] tagNames, string[] labelNames)
    {
        (this.tagNames, this.labelNames) = (tagNames, labelNames);
        labels = new LearningWeights(labelNames.Length);
        scores = new float[labelNames.Length];
        beam = new Beam<ParserLearning>(this, Width, int.MaxValue);
    }

    public (int Left, int Right) Moves(ReadOnlySpan<uint> features)
    {
        moves.Score(features, scores);
        return ((int)scores[ParseState.Left], (int)scores[ParseState.Right]);
    }

    public byte Label(ReadOnlySpan<uint> features)
    {
        labels.Score(features, scores);
        return (byte)scores.AsSpan().IndexOf(scores.Max());
    }

    /// <summary>The averaged weights after some rounds over the lessons, in an order of their own for each <paramref name="run"/>.</summary>
    public static (List<(uint, (byte, float)[])> Moves, List<(uint, (byte, float)[])> Labels) Run(IReadOnlyList<ParseLesson> lessons, string[] tagNames, string[] labelNames, int rounds, int run)
    {
        var learning = new ParserLearning(tagNames, labelNames);
        var random = new Random(run + 1);
        var order = Enumerable.Range(0, lessons.Count).ToArray();
        for (var round = 0; round < rounds; round++)
        {
            random.Shuffle(order);
            var whole = order.Count(at => learning.Learn(lessons[at]));
            Console.WriteLine($"parser {run + 1}, round {round + 1}: {whole / (double)order.Length:P1} whole sentences right while learning");
        }

        return (learning.moves.Averaged(3), learning.labels.Averaged(3));
    }

    /// <summary>Learns from one sentence; true where its parse was right.</summary>
    private bool Learn(ParseLesson lesson)
    {
        words.Fill(lesson.Sentence.Tokens, lesson.Tags, tagNames);
        var oracle = new Oracle(lesson.Heads);
        made.Clear();
        rightMoves.Clear();
        beam.Begin(words);
        right.Begin(words);
        // The place of the right parse among those that are followed; -1 once it is lost.
        var place = 0;
        var (worst, most) = (-1, long.MinValue);
        for (var step = 0; step < words.Count * 2; step++)
        {
            var move = RightMove(oracle);
            beam.Step(Width);
            made.Add([.. Places()]);
            Score(right, move);
            rightMoves.Add(move);
            var from = place;
            place = from < 0 ? -1 : Array.FindIndex(made[step], one => one.From == from && one.Move == move);
            if (place != 0 && beam.Open[0].Score - right.Score >= most)
                (worst, most) = (step, beam.Open[0].Score - right.Score);
        }

        var best = Path(words.Count * 2 - 1);
        moves.Step();
        if (worst >= 0 && most >= 0)
            Move(rightMoves, Path(worst), worst);
        LearnLabels(lesson, oracle, best);
        return place == 0;
    }

    private IEnumerable<(int, int)> Places()
    {
        for (var at = 0; at < beam.Made.Length; at++)
            yield return (beam.Made[at].From, beam.Made[at].Move);
    }

    /// <summary>A move that leads to the right parse: an arc as soon as it can be made.</summary>
    private int RightMove(Oracle oracle)
    {
        var free = oracle.Best(right, right.Allowed);
        return (free & 2) != 0 ? ParseState.Left : (free & 4) != 0 ? ParseState.Right : ParseState.Shift;
    }

    /// <summary>Makes a move with the label and the score that the weights give it now.</summary>
    private void Score(ParseState state, int move)
    {
        Span<uint> features = stackalloc uint[ParseFeatures.Most];
        if (move != ParseState.Shift && (state.Allowed & (state.Allowed - 1)) != 0)
        {
            var (left, right) = Moves(features[..ParseFeatures.Move(state, features)]);
            state.Score += move == ParseState.Left ? left : right;
        }

        Do(state, move, features);
    }

    private void Do(ParseState state, int move, Span<uint> features)
    {
        byte label = 0;
        if (move != ParseState.Shift)
        {
            var (head, dependent) = state.Arc(move);
            label = Label(features[..ParseFeatures.Label(state, head, dependent, features)]);
        }

        state.Do(move, label);
    }

    /// <summary>The moves of the best parse at a step.</summary>
    private List<int> Path(int step)
    {
        var path = new List<int>();
        for (var at = 0; step >= 0; step--)
        {
            path.Add(made[step][at].Move);
            at = made[step][at].From;
        }

        path.Reverse();
        return path;
    }

    /// <summary>Praises the features of the right moves up to a step and blames those of the guessed ones, from where they part.</summary>
    private void Move(List<int> good, List<int> guessed, int last)
    {
        var common = 0;
        while (common <= last && good[common] == guessed[common])
            common++;
        // The features of both are taken before any weight moves.
        var praised = Features(good, common, last);
        var blamed = Features(guessed, common, last);
        praised.ForEach(one => moves.Add(one.Features, one.Move, 1));
        blamed.ForEach(one => moves.Add(one.Features, one.Move, -1));
    }

    private List<(uint[] Features, int Move)> Features(List<int> path, int from, int last)
    {
        Span<uint> features = stackalloc uint[ParseFeatures.Most];
        var found = new List<(uint[], int)>();
        replayed.Begin(words);
        for (var step = 0; step <= last; step++)
        {
            if (step >= from && path[step] != ParseState.Shift && (replayed.Allowed & (replayed.Allowed - 1)) != 0)
                found.Add((features[..ParseFeatures.Move(replayed, features)].ToArray(), path[step]));
            Do(replayed, path[step], features);
        }

        return found;
    }

    /// <summary>Learns the labels of those arcs of a parse that are right.</summary>
    private void LearnLabels(ParseLesson lesson, Oracle oracle, List<int> path)
    {
        Span<uint> features = stackalloc uint[ParseFeatures.Most];
        replayed.Begin(words);
        foreach (var move in path)
        {
            byte label = 0;
            if (move != ParseState.Shift)
            {
                var (head, dependent) = replayed.Arc(move);
                var filled = features[..ParseFeatures.Label(replayed, head, dependent, features)];
                labels.Step();
                label = Label(filled);
                if (oracle.Head(dependent) == head && Array.IndexOf(labelNames, lesson.Sentence.Labels[words.Places[dependent]]) is var gold && gold != label)
                    labels.Update(filled, gold, label);
            }

            replayed.Do(move, label);
        }
    }
}
