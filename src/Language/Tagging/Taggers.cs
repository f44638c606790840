using System.Runtime.InteropServices;
using Wireroom.Language.Text;

namespace Wireroom.Language.Tagging;

/// <summary>The tagger, the parser and their weights, loaded once.</summary>
internal sealed class Taggers
{
    // Sentences of fewer tokens are read without memory of their own.
    private const int Short = 500;

    // How far a tag must lead in the first reading to be left alone in the second: four tokens of five do, and no statement was lost by it.
    private const int Sure = 5000;

    private static readonly Lazy<Taggers> Only = new(ReadAll);

    [ThreadStatic]
    private static (ParseSentence Sentence, ParseState State)? parsing;

    private readonly Weights tags;
    private readonly Weights tagsAgain;
    private readonly MoveWeights moves;
    private readonly Weights labels;
    private readonly Weights names;
    private readonly byte thirdPerson;
    private readonly byte name;
    private readonly byte groupName;
    private readonly byte noun;
    private readonly byte nouns;

    public Taggers(Weights tags, Weights tagsAgain, MoveWeights moves, Weights labels, Weights names)
    {
        (this.tags, this.tagsAgain, this.moves, this.labels, this.names) = (tags, tagsAgain, moves, labels, names);
        CertainWords.AddTo(tags);
        CertainWords.AddTo(tagsAgain);
        (thirdPerson, name, groupName, noun, nouns) = (TagOf("VBZ"), TagOf("NNP"), TagOf("NNPS"), TagOf("NN"), TagOf("NNS"));
    }

    public static Taggers Shared => Only.Value;

    public string[] TagNames => tags.Names;

    public string[] LabelNames => labels.Names;

    /// <summary>Tags the tokens of a sentence with their parts of speech.</summary>
    public void Tag(string text, ReadOnlySpan<Token> sentence, Span<byte> into)
    {
        Tag(tags, tagsAgain, text, sentence, into);
        for (var at = 0; at < sentence.Length; at++)
            if (into[at] != Mark && CertainWords.IsName(text, sentence, at, tags.Names[into[at]]))
                into[at] = name;
        if (!Titled(text, sentence))
        {
            // A noun with a capital within a sentence is a name: "the Britain-based Observatory".
            for (var at = 1; at < sentence.Length; at++)
                if ((into[at] == noun || into[at] == nouns) && char.IsUpper(text[sentence[at].Start]) && char.IsLetterOrDigit(text[sentence[at - 1].Start]))
                    into[at] = into[at] == noun ? name : groupName;
        }

        for (var at = 0; at < sentence.Length; at++)
            if (CertainWords.IsSpeech(text, sentence, at, into, name, groupName) || CertainWords.Tells(text, sentence, at, into, tags.Names))
                into[at] = thirdPerson;
    }

    /// <summary>True for a sentence in the capitals of a headline: as many words begin with one as do not.</summary>
    private static bool Titled(string text, ReadOnlySpan<Token> sentence)
    {
        int capitals = 0, small = 0;
        foreach (var token in sentence)
        {
            capitals += char.IsUpper(text[token.Start]) ? 1 : 0;
            small += char.IsLower(text[token.Start]) && token.End - token.Start > 3 ? 1 : 0;
        }

        return capitals > small;
    }

    /// <summary>Marks the names of a tagged sentence with the classes of <see cref="NameFeatures.Classes"/>.</summary>
    public void Name(string text, ReadOnlySpan<Token> sentence, ReadOnlySpan<byte> tagged, Span<byte> into) => Name(names, text, sentence, tagged, into);

    internal static void Name(Weights names, string text, ReadOnlySpan<Token> sentence, ReadOnlySpan<byte> tagged, Span<byte> into)
    {
        Span<uint> features = stackalloc uint[NameFeatures.Most];
        Span<int> scores = stackalloc int[8];
        for (var at = 0; at < sentence.Length; at++)
        {
            // A name's further words may be small ("of"); its first never is.
            var small = !char.IsUpper(text[sentence[at].Start]) && (at == 0 || into[at - 1] == 0);
            into[at] = small ? (byte)0 : (byte)names.Best(features[..NameFeatures.Fill(text, sentence, tagged, at, into, features)], scores);
        }
    }

    /// <summary>The number of a tag; that of the first where there is no such tag.</summary>
    public byte TagOf(string name) => (byte)Math.Max(0, Array.IndexOf(tags.Names, name));

    /// <summary>
    /// Tags the tokens in two readings, of which the second knows the tags to the right too; those that come in with a tag already (other than <see cref="Mark"/>) keep
    /// it, and the second reading leaves what the first was sure of.
    /// </summary>
    internal static void Tag(Weights tags, Weights again, string text, ReadOnlySpan<Token> sentence, Span<byte> into)
    {
        var size = sentence.Length;
        var first = size < Short ? stackalloc byte[size] : new byte[size];
        var kinds = size < Short ? stackalloc WordKinds[size] : new WordKinds[size];
        var clusters = size < Short ? stackalloc ushort[size] : new ushort[size];
        Kinds(sentence, kinds, clusters);
        into.CopyTo(first);
        Read(tags, text, sentence, kinds, clusters, [], first, into);
        Read(again, text, sentence, kinds, clusters, first, into, []);
    }

    /// <summary>One reading of a sentence from left to right.</summary>
    /// <param name="tags">The weights of this reading.</param>
    /// <param name="text">The text that holds the sentence.</param>
    /// <param name="sentence">The sentence.</param>
    /// <param name="kinds">What each of its words may be.</param>
    /// <param name="clusters">The cluster of each.</param>
    /// <param name="first">The tags of the first reading, where this is the second; empty in the first.</param>
    /// <param name="into">The tags: those that come in with one already (other than <see cref="Mark"/>) keep it.</param>
    /// <param name="sure">Where those tags go too that need no second reading; may be empty.</param>
    internal static void Read(Weights tags, string text, ReadOnlySpan<Token> sentence, ReadOnlySpan<WordKinds> kinds, ReadOnlySpan<ushort> clusters, ReadOnlySpan<byte> first, Span<byte> into, Span<byte> sure)
    {
        Span<uint> features = stackalloc uint[TagFeatures.Most];
        Span<int> scores = stackalloc int[tags.Names.Length];
        for (var at = 0; at < sentence.Length; at++)
        {
            if (into[at] != Mark)
                continue;
            var certain = tags.Known.TryGetValue(sentence[at].Word, out into[at]);
            if (!certain)
                into[at] = (byte)tags.Best(features[..TagFeatures.Fill(text, sentence, at, into, kinds, clusters, first, features)], scores);
            if (sure.Length > 0 && (certain || Weights.Lead(scores, into[at]) >= Sure))
                sure[at] = into[at];
        }
    }

    /// <summary>What each word of a sentence may be, and its cluster.</summary>
    internal static void Kinds(ReadOnlySpan<Token> sentence, Span<WordKinds> kinds, Span<ushort> clusters)
    {
        for (var at = 0; at < sentence.Length; at++)
            (kinds[at], clusters[at]) = (WordForms.Of(sentence[at].Word), WordClusters.Of(sentence[at].Word));
    }

    /// <summary>The label of tokens that take no part in the parse.</summary>
    public const byte Mark = 255;

    /// <summary>The name of a label.</summary>
    public string LabelName(byte label) => label == Mark ? "punct" : labels.Names[label];

    /// <summary>Parses a tagged sentence: for each token its head (in the sentence, -1 for the root and for marks) and the label of the arc.</summary>
    public void Parse(ReadOnlySpan<Token> sentence, ReadOnlySpan<byte> tagged, Span<int> heads, Span<byte> arcs)
    {
        var (words, best) = parsing ??= (new ParseSentence(), new ParseState());
        words.Fill(sentence, tagged, tags.Names);
        best.Begin(words);
        Span<uint> features = stackalloc uint[ParseFeatures.Most];
        Span<int> scores = stackalloc int[256];
        while (!best.Done)
        {
            var allowed = best.Allowed;
            var move = System.Numerics.BitOperations.PopCount(allowed) == 1
                ? System.Numerics.BitOperations.TrailingZeroCount(allowed)
                : moves.Best(features[..ParseFeatures.Move(best, features)], allowed);
            byte label = 0;
            if (move != ParseState.Shift)
            {
                var (head, dependent) = best.Arc(move);
                label = (byte)labels.Best(features[..ParseFeatures.Label(best, head, dependent, features)], scores);
            }

            best.Do(move, label);
        }

        heads.Fill(-1);
        arcs.Fill(Mark);
        for (var word = 1; word <= words.Count; word++)
        {
            heads[words.Places[word]] = best.Heads[word] > words.Count ? -1 : words.Places[best.Heads[word]];
            arcs[words.Places[word]] = best.Labels[word];
        }
    }

    /// <summary>Reads the weights side by side, and the lists of words with them, so that they are ready sooner.</summary>
    private static Taggers ReadAll()
    {
        Weights? tags = null, again = null, labels = null, names = null;
        MoveWeights? moves = null;
        Parallel.Invoke(
            () => again = Weights.Read(ModelFiles.Load("tags-again")),
            () => tags = Weights.Read(ModelFiles.Load("tags")),
            () => labels = Weights.Read(ModelFiles.Load("labels")),
            () => moves = MoveWeights.Read(ModelFiles.Load("moves")),
            () => names = Weights.Read(ModelFiles.Load("names")),
            () => WordForms.Of(0),
            () => WordClusters.Of(0));
        return new Taggers(tags!, again!, moves!, labels!, names!);
    }

    internal static ReadOnlySpan<Token> Of(Copy copy, Sentence sentence) => CollectionsMarshal.AsSpan(copy.Tokens)[sentence.First..sentence.End];
}
