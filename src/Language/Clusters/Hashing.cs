namespace Wireroom.Language.Clusters;

/// <summary>Small 64-bit hashes that are the same everywhere: FNV-1a over code points, finished by the mixer of SplitMix64.</summary>
internal static class Hashing
{
    /// <summary>The hash of nothing (FNV's offset basis, http://www.isthe.com/chongo/tech/comp/fnv/).</summary>
    public const ulong Start = 0xCBF29CE484222325;

    private const ulong Prime = 0x100000001B3;

    /// <summary>The hash with one more value in it.</summary>
    public static ulong Add(ulong hash, ulong value) => (hash ^ value) * Prime;

    /// <summary>Spreads a hash over all its bits (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014).</summary>
    public static ulong Finish(ulong hash)
    {
        hash = (hash ^ (hash >> 30)) * 0xBF58476D1CE4E5B9;
        hash = (hash ^ (hash >> 27)) * 0x94D049BB133111EB;
        return hash ^ (hash >> 31);
    }
}
