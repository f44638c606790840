namespace Wireroom.Language.Clusters;

/// <summary>
/// How like two texts are, by their shingles of three words: <see cref="Shared"/> is the part of all shingles that both have (0 to 1, Jaccard's),
/// <see cref="Contained"/> the part of the shorter text that stands in the longer one; <see cref="Exact"/> where they have the same words in the same order.
/// </summary>
public sealed record Likeness(double Shared, double Contained, bool Exact)
{
    private const double SharedAtLeast = 0.6;
    private const double ContainedAtLeast = 0.85;

    /// <summary>True where the two are one copy, perhaps with another dateline, a cut end or a paragraph more; false for two reports of the same event.</summary>
    public bool IsSameCopy => Exact || Shared >= SharedAtLeast || Contained >= ContainedAtLeast;

    /// <summary>Compares two texts.</summary>
    public static Likeness Between(string left, string right) => Between(new ShingledText(left), new ShingledText(right));

    /// <summary>Compares two texts of which one may be compared with others, too.</summary>
    public static Likeness Between(ShingledText left, ShingledText right)
    {
        if (left.Words.Count > 0 && left.Words.SequenceEqual(right.Words))
            return new Likeness(1, 1, true);
        if (left.Words.Count < Fingerprint.FewestWords || right.Words.Count < Fingerprint.FewestWords)
            return new Likeness(0, 0, false);
        var (few, many) = left.Shingles.Count <= right.Shingles.Count ? (left.Shingles, right.Shingles) : (right.Shingles, left.Shingles);
        var both = few.Count(many.Contains);
        return new Likeness((double)both / (few.Count + many.Count - both), (double)both / few.Count, false);
    }
}
