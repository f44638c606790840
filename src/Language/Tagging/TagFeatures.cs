using Wireroom.Language.Text;

namespace Wireroom.Language.Tagging;

/// <summary>What the tagger of parts of speech looks at.</summary>
internal static class TagFeatures
{
    public const int Most = 64;

    /// <summary>Fills the features of a token of a sentence.</summary>
    /// <param name="text">The text that holds the sentence.</param>
    /// <param name="sentence">The sentence.</param>
    /// <param name="at">The token.</param>
    /// <param name="tags">The tags to its left.</param>
    /// <param name="kinds">What each word of the sentence may be.</param>
    /// <param name="clusters">What <see cref="WordClusters.Of"/> gives for each.</param>
    /// <param name="first">The tags of a first reading, where this is the second; empty in the first.</param>
    /// <param name="into">Where the features go.</param>
    public static int Fill(string text, ReadOnlySpan<Token> sentence, int at, ReadOnlySpan<byte> tags, ReadOnlySpan<WordKinds> kinds, ReadOnlySpan<ushort> clusters, ReadOnlySpan<byte> first, Span<uint> into)
    {
        var token = sentence[at];
        var word = text.AsSpan(token.Start, token.End - token.Start);
        ulong left = at > 0 ? tags[at - 1] : 250u, left2 = at > 1 ? tags[at - 2] : 251u;
        ulong self = token.Word, before = at > 0 ? sentence[at - 1].Word : 1, before2 = at > 1 ? sentence[at - 2].Word : 2;
        ulong after = at + 1 < sentence.Length ? sentence[at + 1].Word : 3, after2 = at + 2 < sentence.Length ? sentence[at + 2].Word : 4;
        var shape = Shapes.Of(word);
        var opens = at == 0 ? 1u : 0u;
        ulong may = (ulong)kinds[at], mayBefore = at > 0 ? (ulong)kinds[at - 1] : 511u, mayAfter = at + 1 < sentence.Length ? (ulong)kinds[at + 1] : 511u;
        var count = 0;
        into[count++] = Hashing.Mix(1, 0);
        into[count++] = Hashing.Mix(2, self);
        into[count++] = Hashing.Mix(3, Shapes.Suffix(word, 3));
        into[count++] = Hashing.Mix(4, Shapes.Suffix(word, 2));
        into[count++] = Hashing.Mix(5, Shapes.Suffix(word, 4));
        into[count++] = Hashing.Mix(6, Shapes.Suffix(word, 1), shape);
        into[count++] = Hashing.Mix(7, Shapes.Prefix(word, 2));
        into[count++] = Hashing.Mix(8, Shapes.Prefix(word, 3));
        into[count++] = Hashing.Mix(9, shape, opens);
        into[count++] = Hashing.Mix(10, left);
        into[count++] = Hashing.Mix(11, left, left2);
        into[count++] = Hashing.Mix(12, left, self);
        into[count++] = Hashing.Mix(13, before);
        into[count++] = Hashing.Mix(14, before2);
        into[count++] = Hashing.Mix(15, after);
        into[count++] = Hashing.Mix(16, after2);
        into[count++] = Hashing.Mix(17, self, after);
        into[count++] = Hashing.Mix(18, before, self);
        into[count++] = Hashing.Mix(19, left, after);
        into[count++] = Hashing.Mix(20, before, after);
        into[count++] = Hashing.Mix(21, left2 << 8 | left, self);
        into[count++] = Hashing.Mix(22, left, Shapes.Suffix(word, 3));
        into[count++] = Hashing.Mix(23, Shapes.Suffix(at + 1 < sentence.Length ? text.AsSpan(sentence[at + 1].Start, sentence[at + 1].End - sentence[at + 1].Start) : "$", 3), left);
        into[count++] = Hashing.Mix(24, Shapes.Suffix(at > 0 ? text.AsSpan(sentence[at - 1].Start, sentence[at - 1].End - sentence[at - 1].Start) : "^", 3));
        into[count++] = Hashing.Mix(25, at + 1 < sentence.Length ? Shapes.Of(text.AsSpan(sentence[at + 1].Start, sentence[at + 1].End - sentence[at + 1].Start)) : 99, shape);
        into[count++] = Hashing.Mix(26, after, after2);
        into[count++] = Hashing.Mix(27, may, shape << 1 | opens);
        into[count++] = Hashing.Mix(28, may, left);
        into[count++] = Hashing.Mix(29, may, after);
        into[count++] = Hashing.Mix(30, may, Shapes.Suffix(word, 2));
        into[count++] = Hashing.Mix(31, may << 9 | mayAfter, left);
        into[count++] = Hashing.Mix(32, may << 9 | mayBefore, shape);
        ushort cluster = clusters[at], clusterBefore = at > 0 ? clusters[at - 1] : (ushort)0, clusterAfter = at + 1 < sentence.Length ? clusters[at + 1] : (ushort)0;
        into[count++] = Hashing.Mix(33, cluster, Shapes.Suffix(word, 2));
        into[count++] = Hashing.Mix(34, cluster, left);
        into[count++] = Hashing.Mix(35, clusterBefore, may);
        into[count++] = Hashing.Mix(36, clusterAfter, may);
        into[count++] = Hashing.Mix(37, clusterAfter, left);
        into[count++] = Hashing.Mix(38, WordClusters.FamilyOf(cluster), shape << 1 | opens);
        into[count++] = Hashing.Mix(39, (ulong)clusterBefore << 16 | cluster, clusterAfter);
        if (first.Length == 0)
            return count;
        // What stands to the right is known by now: "aides" before a past tense is no verb.
        ulong self1 = first[at], right = at + 1 < sentence.Length ? first[at + 1] : 252u, right2 = at + 2 < sentence.Length ? first[at + 2] : 253u;
        into[count++] = Hashing.Mix(40, self1);
        into[count++] = Hashing.Mix(41, right);
        into[count++] = Hashing.Mix(42, right << 8 | right2);
        into[count++] = Hashing.Mix(43, left << 8 | right);
        into[count++] = Hashing.Mix(44, left << 8 | right, self);
        into[count++] = Hashing.Mix(45, right, self);
        into[count++] = Hashing.Mix(46, self1 << 8 | right, left);
        into[count++] = Hashing.Mix(47, may, left << 8 | right);
        into[count++] = Hashing.Mix(48, right, Shapes.Suffix(word, 3));
        into[count++] = Hashing.Mix(49, left2 << 16 | left << 8 | right, right2);
        into[count++] = Hashing.Mix(50, may << 8 | right, shape << 1 | opens);
        return count;
    }
}

/// <summary>The look of a word: capitals, digits, hyphens; its ends.</summary>
internal static class Shapes
{
    public static uint Of(ReadOnlySpan<char> word)
    {
        uint upper = 0, lower = 0, digit = 0, other = 0;
        foreach (var unit in word)
        {
            if (char.IsUpper(unit))
                upper++;
            else if (char.IsDigit(unit))
                digit++;
            else if (char.IsLetter(unit))
                lower++;
            else
                other++;
        }

        return (char.IsUpper(word[0]) ? 1u : 0) | (upper > 1 ? 2u : 0) | (lower > 0 ? 4u : 0) | (digit > 0 ? 8u : 0) | (other > 0 ? 16u : 0) | (word.Length > 2 ? 32u : 0);
    }

    public static ulong Suffix(ReadOnlySpan<char> word, int length) => Hashing.Word(word.Length > length ? word[^length..] : word) + (word.Length > length ? 1ul << 33 : 0);

    public static ulong Prefix(ReadOnlySpan<char> word, int length) => Hashing.Word(word.Length > length ? word[..length] : word) + (word.Length > length ? 1ul << 33 : 0);
}
