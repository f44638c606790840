namespace Wireroom.Language.Tagging;

/// <summary>
/// Clusters of words of like use ("Monday Tuesday", "Reuters AFP", "said told"), and families of such clusters, so that what the treebanks teach of one word helps with
/// another that they do not hold (Koo, Carreras and Collins 2008). Made from vectors that were learned from newswire; their notice lies beside the weights.
/// </summary>
internal static class WordClusters
{
    /// <summary>How many clusters there are.</summary>
    public const int Clusters = 1000;

    /// <summary>How many families of clusters there are.</summary>
    public const int Families = 60;

    private const int FamilyBits = 6;

    private static readonly Lazy<WordTable> Only = new(() => WordTable.Load("clusters"));

    /// <summary>The cluster of a word in the high ten bits, its family in the low six; 0 where the word is in none.</summary>
    public static ushort Of(uint word) => Only.Value.Of(word);

    /// <summary>The family in what <see cref="Of"/> gave, 0 for none.</summary>
    public static ulong FamilyOf(ushort value) => value & ((1ul << FamilyBits) - 1);

    /// <summary>What <see cref="Of"/> gives for a cluster and its family, both counted from 0.</summary>
    public static ushort Value(int cluster, int family) => (ushort)((cluster << FamilyBits) | (family + 1));
}
