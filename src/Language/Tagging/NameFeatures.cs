using Wireroom.Language.Text;

namespace Wireroom.Language.Tagging;

/// <summary>What the tagger of people, organisations and places looks at.</summary>
internal static class NameFeatures
{
    public const int Most = 40;

    /// <summary>The classes: outside, and the first and the further words of a person, an organisation, a place.</summary>
    public static readonly string[] Classes = ["O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC"];

    /// <summary>Fills the features of a token; <paramref name="names"/> holds the classes to its left, <paramref name="tags"/> names the parts of speech.</summary>
    public static int Fill(string text, ReadOnlySpan<Token> sentence, ReadOnlySpan<byte> tags, int at, ReadOnlySpan<byte> names, Span<uint> into)
    {
        var word = text.AsSpan(sentence[at].Start, sentence[at].End - sentence[at].Start);
        ulong self = sentence[at].Word, before = at > 0 ? sentence[at - 1].Word : 1, after = at + 1 < sentence.Length ? sentence[at + 1].Word : 2;
        ulong before2 = at > 1 ? sentence[at - 2].Word : 1, after2 = at + 2 < sentence.Length ? sentence[at + 2].Word : 2;
        ulong left = at > 0 ? names[at - 1] : 9ul, left2 = at > 1 ? names[at - 2] : 9ul;
        ulong tag = tags[at], tagBefore = at > 0 ? tags[at - 1] : 250ul, tagAfter = at + 1 < sentence.Length ? tags[at + 1] : 251ul;
        var shape = Shapes.Of(word);
        ulong list = NameLists.Of(word), listAfter = at + 1 < sentence.Length ? NameLists.Of(text.AsSpan(sentence[at + 1].Start, sentence[at + 1].End - sentence[at + 1].Start)) : 0ul;
        ulong listBefore = at > 0 ? NameLists.Of(text.AsSpan(sentence[at - 1].Start, sentence[at - 1].End - sentence[at - 1].Start)) : 0ul;
        var count = 0;
        into[count++] = Hashing.Mix(300, left, left2);
        into[count++] = Hashing.Mix(301, self);
        into[count++] = Hashing.Mix(302, self, left);
        into[count++] = Hashing.Mix(303, tag, left);
        into[count++] = Hashing.Mix(304, tagBefore << 16 | tag << 8 | tagAfter, left);
        into[count++] = Hashing.Mix(305, before, tag);
        into[count++] = Hashing.Mix(306, after, tag);
        into[count++] = Hashing.Mix(307, before2, tag);
        into[count++] = Hashing.Mix(308, after2, tag);
        into[count++] = Hashing.Mix(309, shape, left);
        into[count++] = Hashing.Mix(310, Shapes.Suffix(word, 3), tag);
        into[count++] = Hashing.Mix(311, Shapes.Suffix(word, 4), left);
        into[count++] = Hashing.Mix(312, Shapes.Prefix(word, 3), tag);
        into[count++] = Hashing.Mix(313, list, left);
        into[count++] = Hashing.Mix(314, list << 16 | listBefore << 8 | listAfter, left);
        into[count++] = Hashing.Mix(315, listAfter << 8 | tag, left);
        into[count++] = Hashing.Mix(316, listBefore << 8 | tag, left);
        into[count++] = Hashing.Mix(317, self, after);
        into[count++] = Hashing.Mix(318, before, self);
        into[count++] = Hashing.Mix(319, tag << 8 | tagAfter, list);
        into[count++] = Hashing.Mix(320, Shapes.Suffix(word, 2), left);
        into[count++] = Hashing.Mix(321, at + 1 < sentence.Length ? Shapes.Suffix(text.AsSpan(sentence[at + 1].Start, sentence[at + 1].End - sentence[at + 1].Start), 4) : 0, left);
        ushort cluster = WordClusters.Of(sentence[at].Word), clusterBefore = at > 0 ? WordClusters.Of(sentence[at - 1].Word) : (ushort)0, clusterAfter = at + 1 < sentence.Length ? WordClusters.Of(sentence[at + 1].Word) : (ushort)0;
        into[count++] = Hashing.Mix(322, cluster, left << 8 | tag);
        into[count++] = Hashing.Mix(323, WordClusters.FamilyOf(cluster), left << 8 | tag);
        into[count++] = Hashing.Mix(324, clusterBefore, tag);
        into[count++] = Hashing.Mix(325, clusterAfter, tag);
        into[count++] = Hashing.Mix(326, WordClusters.FamilyOf(clusterAfter) << 8 | WordClusters.FamilyOf(cluster), left);
        into[count++] = Hashing.Mix(327, WordClusters.FamilyOf(clusterBefore) << 8 | WordClusters.FamilyOf(cluster), left);
        return count;
    }
}
