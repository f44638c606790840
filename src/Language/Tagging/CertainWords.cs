using Wireroom.Language.Text;

namespace Wireroom.Language.Tagging;

/// <summary>
/// Words whose part of speech is certain though the treebanks hold them seldom or never. The tagger guesses by their ends, and takes "argues" for a plural and
/// "Democrats" for a verb.
/// </summary>
internal static class CertainWords
{
    private const string Verbs =
        "argues insists asserts admits denies explains acknowledges contends alleges concedes announces confirms declares believes thinks tells adds says writes predicts describes maintains suggests warns reveals recalls agrees "
        + "recounts emphasizes emphasises underlines reiterates concludes mentions exclaims clarifies testifies complains boasts brags cautions implies indicates speculates vows pledges promises urges asks knows realizes realises "
        + "reckons assumes suspects hopes expects considers regards deems praises condemns denounces criticizes criticises dismisses rejects accuses informs notifies reminds assures";

    private const string Groups = "democrats republicans americans russians israelis palestinians europeans germans syrians iraqis iranians ukrainians croats serbs britons canadians mexicans turks kurds afghans muslims christians";

    // "…, The Wall Street Journal reports.": a plural elsewhere.
    private static readonly HashSet<uint> EitherWay = Set("reports notes claims states remarks comments estimates counters jokes quips charges muses reasons objects observes");

    // Names of people that are verbs or nouns in small letters, and stand at the head of sentences.
    private static readonly HashSet<uint> Surnames = Set("trump bush cook grant gates hunt sessions rice rush page gore price chase wall burns banks woods fields wells mills waters biden pence obama clinton");

    // First names that are other words in small letters.
    private static readonly HashSet<uint> FirstNames = Set("will mark bill rob drew pat sue may frank grant chase rich jack art faith hope grace carol dean guy max ray rod wade dick bob gene gay june april august lance miles pierce skip trey victor");

    private static readonly uint The = Hashing.Word("the");

    private static readonly HashSet<uint> Speech = Set("said says told tells added adds wrote writes argued argues insisted replied tweeted noted warned explained announced declared");

    /// <summary>Adds them to what the tagger knows.</summary>
    public static void AddTo(Weights tags)
    {
        Add(Verbs, "VBZ");
        Add(Groups, "NNPS");

        void Add(string words, string tag)
        {
            var number = (byte)Array.IndexOf(tags.Names, tag);
            foreach (var word in words.Split(' '))
                tags.Known[Hashing.Word(word)] = number;
        }
    }

    /// <summary>True for a word with a capital that the tagger took for a verb or an adjective: a known surname or first name, or who stands right before a verb of speech ("Husted said").</summary>
    public static bool IsName(string text, ReadOnlySpan<Token> sentence, int at, string tag) =>
        tag is not ("NNP" or "NNPS") && char.IsUpper(text[sentence[at].Start]) && sentence[at].End - sentence[at].Start > 2
        && (Surnames.Contains(sentence[at].Word)
            || at + 1 < sentence.Length && (at > 0 && char.IsUpper(text[sentence[at + 1].Start]) && FirstNames.Contains(sentence[at].Word) || (tag[0] == 'V' || tag == "JJ") && Speech.Contains(sentence[at + 1].Word)));

    private static readonly HashSet<uint> Begins = Set("he she it they we he's she's it's they're");

    /// <summary>True for a word behind a noun that "that" and a noun phrase follow, or a pronoun: "the suit claims that the mayor", "Doe claims he is".</summary>
    public static bool Tells(string text, ReadOnlySpan<Token> sentence, int at, ReadOnlySpan<byte> tagged, string[] names)
    {
        if (at < 1 || at + 2 >= sentence.Length || !EitherWay.Contains(sentence[at].Word) || char.IsUpper(text[sentence[at].Start]) || TagAt(at, tagged, names)[0] != 'N' || TagAt(at - 1, tagged, names) is not ("NN" or "NNP" or "NNPS" or "," or "PRP"))
            return false;
        if (Begins.Contains(sentence[at + 1].Word))
            return true;
        return sentence[at + 1].Word == That && TagAt(at + 2, tagged, names) is "NNP" or "NNPS" or "DT" or "PRP" or "PRP$" or "NNS" or "JJ" or "NN" or "VBG" or "IN";
    }

    private static string TagAt(int at, ReadOnlySpan<byte> tagged, string[] names) => tagged[at] == Taggers.Mark ? ":" : names[tagged[at]];

    private static readonly uint That = Hashing.Word("that");

    /// <summary>True for a word that closes its clause behind a name which a comma or a quotation parts from what goes before: there it is a verb.</summary>
    public static bool IsSpeech(string text, ReadOnlySpan<Token> sentence, int at, ReadOnlySpan<byte> tagged, byte name, byte names)
    {
        if (at < 2 || !EitherWay.Contains(sentence[at].Word) || tagged[at - 1] != name && tagged[at - 1] != names || at + 1 < sentence.Length && text[sentence[at + 1].Start] is not ('.' or ',' or ':' or '"' or '“'))
            return false;
        var first = at - 1;
        while (first > 0 && (tagged[first - 1] == name || tagged[first - 1] == names || sentence[first - 1].Word == The))
            first--;
        return first > 0 && text[sentence[first - 1].Start] is ',' or '"' or '”' or '—' or '–';
    }

    private static HashSet<uint> Set(string words) => [.. words.Split(' ').Select(word => Hashing.Word(word))];
}
