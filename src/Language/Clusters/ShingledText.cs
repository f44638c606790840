namespace Wireroom.Language.Clusters;

/// <summary>A text as copies are compared by: its words, and its shingles when they are asked for, each found once however many texts it is compared with.</summary>
public sealed class ShingledText(string text)
{
    private HashSet<ulong>? shingles;

    /// <summary>The words, see <see cref="ShingleWords"/>.</summary>
    internal List<ulong> Words { get; } = ShingleWords.Of(text);

    /// <summary>The different groups of <see cref="Fingerprint.ShingleLength"/> words.</summary>
    internal HashSet<ulong> Shingles => shingles ??= Find();

    private HashSet<ulong> Find()
    {
        var found = new HashSet<ulong>(Words.Count);
        for (var at = 0; at + Fingerprint.ShingleLength <= Words.Count; at++)
            found.Add(Hashing.Finish(Hashing.Add(Hashing.Add(Hashing.Add(Hashing.Start, Words[at]), Words[at + 1]), Words[at + 2])));
        return found;
    }
}
