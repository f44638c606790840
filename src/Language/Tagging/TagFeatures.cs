using Wireroom.Language.Text;

namespace Wireroom.Language.Tagging;

/// <summary>What the tagger of parts of speech looks at.</summary>
internal static class TagFeatures
{
    public const int Most = 32;

    /// <summary>Fills the features of a token of a sentence; <paramref name="tags"/> holds the tags to its left.</summary>
    public static int Fill(string text, ReadOnlySpan<Token> sentence, int at, ReadOnlySpan<byte> tags, Span<uint> into)
    {
        var token = sentence[at];
        var word = text.AsSpan(token.Start, token.End - token.Start);
        ulong left = at > 0 ? tags[at - 1] : 250u, left2 = at > 1 ? tags[at - 2] : 251u;
        ulong self = token.Word, before = at > 0 ? sentence[at - 1].Word : 1, before2 = at > 1 ? sentence[at - 2].Word : 2;
        ulong after = at + 1 < sentence.Length ? sentence[at + 1].Word : 3, after2 = at + 2 < sentence.Length ? sentence[at + 2].Word : 4;
        var shape = Shapes.Of(word);
        var first = at == 0 ? 1u : 0u;
        var count = 0;
        into[count++] = Hashing.Mix(1, 0);
        into[count++] = Hashing.Mix(2, self);
        into[count++] = Hashing.Mix(3, Shapes.Suffix(word, 3));
        into[count++] = Hashing.Mix(4, Shapes.Suffix(word, 2));
        into[count++] = Hashing.Mix(5, Shapes.Suffix(word, 4));
        into[count++] = Hashing.Mix(6, Shapes.Suffix(word, 1), shape);
        into[count++] = Hashing.Mix(7, Shapes.Prefix(word, 2));
        into[count++] = Hashing.Mix(8, Shapes.Prefix(word, 3));
        into[count++] = Hashing.Mix(9, shape, first);
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
