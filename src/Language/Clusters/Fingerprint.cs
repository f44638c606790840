namespace Wireroom.Language.Clusters;

/// <summary>
/// What a text is looked up by among many: <see cref="Bands"/>, of which two texts that share most of their words in the same order have at least one in
/// common (MinHash over shingles of words, in bands: Broder 1997; Leskovec, Rajaraman and Ullman, "Mining of Massive Datasets", chapter 3). The first band
/// stands for exactly these words. A band in common is a hint only: <see cref="Likeness"/> says how like the texts are.
/// </summary>
public sealed record Fingerprint(int Words, IReadOnlyList<long> Bands)
{
    /// <summary>Words in a shingle.</summary>
    internal const int ShingleLength = 3;

    /// <summary>With fewer words a text is known by exactly these words only: short texts are like each other by chance.</summary>
    internal const int FewestWords = 20;

    /// <summary>With fewer words a text is not looked up at all ("Weather forecast for Monday").</summary>
    private const int FewestWordsAtAll = 5;

    // Texts that share 7 of 10 shingles are found with a probability of 0.993, those that share 1 of 10 with one of 0.012.
    private const int BandCount = 12;
    private const int RowsOfABand = 3;

    private static readonly ulong[] Seeds = [.. Enumerable.Range(1, BandCount * RowsOfABand).Select(number => Hashing.Finish((ulong)number * 0x9E3779B97F4A7C15))];

    /// <summary>The fingerprint of a text; without bands where it is too short to be known again.</summary>
    public static Fingerprint Of(string text) => Of(new ShingledText(text));

    /// <summary>The fingerprint of a text that is compared with others, too.</summary>
    public static Fingerprint Of(ShingledText text)
    {
        var words = text.Words;
        if (words.Count < FewestWordsAtAll)
            return new Fingerprint(words.Count, []);
        var bands = new List<long>(BandCount + 1) { (long)Exact(words) };
        if (words.Count >= FewestWords)
            AddBands(bands, text.Shingles);
        return new Fingerprint(words.Count, bands);
    }

    /// <summary>The hash of all words in their order.</summary>
    internal static ulong Exact(List<ulong> words)
    {
        var hash = Hashing.Start;
        foreach (var word in words)
            hash = Hashing.Add(hash, word);
        return Hashing.Finish(hash);
    }

    private static void AddBands(List<long> bands, HashSet<ulong> shingles)
    {
        Span<ulong> least = stackalloc ulong[BandCount * RowsOfABand];
        least.Fill(ulong.MaxValue);
        foreach (var shingle in shingles)
        {
            for (var row = 0; row < least.Length; row++)
            {
                var value = Hashing.Finish(shingle ^ Seeds[row]);
                if (value < least[row])
                    least[row] = value;
            }
        }

        for (var band = 0; band < BandCount; band++)
        {
            var hash = Hashing.Add(Hashing.Start, (ulong)band + 1);
            foreach (var value in least.Slice(band * RowsOfABand, RowsOfABand))
                hash = Hashing.Add(hash, value);
            bands.Add((long)Hashing.Finish(hash));
        }
    }
}
