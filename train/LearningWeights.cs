namespace Wireroom.Train;

/// <summary>Weights of a perceptron while it learns, with their averages over all steps (Collins 2002); a feature gets a row when it is first blamed.</summary>
internal sealed class LearningWeights(int classes)
{
    private const float Least = 0.05f;
    private readonly Dictionary<uint, Row> rows = [];
    private int step;

    private sealed class Row(int classes)
    {
        public readonly float[] Now = new float[classes];
        public readonly float[] Total = new float[classes];
        public readonly int[] Since = new int[classes];
        public int Touched;
    }

    public void Score(ReadOnlySpan<uint> features, Span<float> scores)
    {
        scores[..classes].Clear();
        foreach (var feature in features)
        {
            if (!rows.TryGetValue(feature, out var row))
                continue;
            var now = row.Now;
            for (var at = 0; at < now.Length; at++)
                scores[at] += now[at];
        }
    }

    public void Step() => step++;

    /// <summary>Moves the weights of the features towards one class and away from another.</summary>
    public void Update(ReadOnlySpan<uint> features, int towards, int away)
    {
        foreach (var feature in features)
        {
            if (!rows.TryGetValue(feature, out var row))
                rows.Add(feature, row = new Row(classes));
            row.Touched++;
            Add(row, towards, 1);
            Add(row, away, -1);
        }
    }

    /// <summary>The averages, without those of features blamed fewer than <paramref name="least"/> times and without those below a share of the largest.</summary>
    public List<(uint, (byte, float)[])> Averaged(int least)
    {
        var averaged = new List<(uint, (byte, float)[])>();
        foreach (var (feature, row) in rows)
        {
            if (row.Touched < least)
                continue;
            var weights = new List<(byte, float)>();
            for (var at = 0; at < classes; at++)
            {
                var weight = (row.Total[at] + row.Now[at] * (step - row.Since[at])) / step;
                if (Math.Abs(weight) > Least)
                    weights.Add(((byte)at, weight));
            }

            if (weights.Count > 0)
                averaged.Add((feature, [.. weights]));
        }

        return averaged;
    }

    /// <summary>
    /// The mean of the averages of several runs that met the sentences in other orders. Their scores add up, so one table votes for all of them.
    /// </summary>
    /// <param name="runs">What <see cref="Averaged"/> gave for each.</param>
    /// <param name="least">Weights below it are left out.</param>
    public static List<(uint, (byte, float)[])> Blend(IReadOnlyCollection<List<(uint, (byte, float)[])>> runs, float least)
    {
        var sums = new Dictionary<uint, Dictionary<byte, float>>();
        foreach (var (feature, weights) in runs.SelectMany(run => run))
        {
            if (!sums.TryGetValue(feature, out var sum))
                sums.Add(feature, sum = []);
            foreach (var (of, weight) in weights)
                sum[of] = sum.GetValueOrDefault(of) + weight / runs.Count;
        }

        return [.. sums.Select(sum => (sum.Key, sum.Value.Where(weight => Math.Abs(weight.Value) > least).Select(weight => (weight.Key, weight.Value)).ToArray())).Where(row => row.Item2.Length > 0)];
    }

    private void Add(Row row, int at, float change)
    {
        row.Total[at] += row.Now[at] * (step - row.Since[at]);
        row.Since[at] = step;
        row.Now[at] += change;
    }
}
