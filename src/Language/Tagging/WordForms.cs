namespace Wireroom.Language.Tagging;

/// <summary>What a word may be, by its form; a word may be several.</summary>
[Flags]
internal enum WordKinds : ushort
{
    /// <summary>The list does not hold it.</summary>
    None = 0,
    Noun = 1,
    Plural = 2,
    Verb = 4,
    ThirdPerson = 8,
    Past = 16,
    Participle = 32,
    Adjective = 64,
    Adverb = 128,

    /// <summary>It is written with a capital wherever it stands.</summary>
    Name = 256,
}

/// <summary>
/// A list of the words of English and what each may be, so that the tagger need not guess the rarer ones by their ends: it takes "aides" for a verb otherwise, since
/// the treebanks hold it seldom. Made from WordNet (its notice lies beside the weights).
/// </summary>
internal static class WordForms
{
    private static readonly Lazy<WordTable> Only = new(() => WordTable.Load("forms"));

    /// <summary>What the word with this hash may be.</summary>
    public static WordKinds Of(uint word) => (WordKinds)Only.Value.Of(word);
}
