namespace Wireroom.Language.Text;

/// <summary>Stable hashes of words and features: FNV-1a for words, a multiply and shift to mix, so that weights trained once are found again by every run.</summary>
internal static class Hashing
{
    private const uint Basis = 2166136261;
    private const uint Prime = 16777619;

    /// <summary>The hash of a word in lower case; digits count alike, curly marks as straight ones.</summary>
    public static uint Word(ReadOnlySpan<char> word)
    {
        var hash = Basis;
        foreach (var unit in word)
            hash = (hash ^ Plain(unit)) * Prime;
        return hash;
    }

    /// <summary>The hash as it is written, capitals told apart.</summary>
    public static uint Exact(ReadOnlySpan<char> word)
    {
        var hash = Basis;
        foreach (var unit in word)
            hash = (hash ^ unit) * Prime;
        return hash;
    }

    /// <summary>A feature of a template and its parts.</summary>
    public static uint Mix(uint template, ulong first, ulong second = 0)
    {
        var mixed = ((first + template * 0x9E3779B97F4A7C15UL) ^ (second * 0xC2B2AE3D27D4EB4FUL)) * 0xFF51AFD7ED558CCDUL;
        mixed ^= mixed >> 32;
        mixed *= 0xC4CEB9FE1A85EC53UL;
        return (uint)(mixed >> 32) | 1;
    }

    private static uint Plain(char unit) => unit switch
    {
        >= 'a' and <= 'z' => unit,
        >= 'A' and <= 'Z' => (uint)(unit | 0x20),
        >= '0' and <= '9' => '0',
        '“' or '”' or '„' or '«' or '»' => '"',
        '‘' or '’' or '`' => '\'',
        '–' or '—' => '-',
        _ when unit < 128 => unit,
        _ => char.ToLowerInvariant(unit),
    };
}
