using System.Reflection;
using System.Runtime.InteropServices;
using Wireroom.Language.Text;

namespace Wireroom.Language.Tagging;

/// <summary>The tagger, the parser and their weights, loaded once.</summary>
internal sealed class Taggers
{
    private static readonly Lazy<Taggers> Only = new(() => new Taggers(Weights.Read(Load("tags")), MoveWeights.Read(Load("moves")), Weights.Read(Load("labels")), Weights.Read(Load("names"))));

    [ThreadStatic]
    private static ParseState? state;

    private readonly Weights tags;
    private readonly MoveWeights moves;
    private readonly Weights labels;
    private readonly Weights names;
    private readonly byte thirdPerson;
    private readonly byte name;
    private readonly byte groupName;

    public Taggers(Weights tags, MoveWeights moves, Weights labels, Weights names)
    {
        (this.tags, this.moves, this.labels, this.names) = (tags, moves, labels, names);
        CertainWords.AddTo(tags);
        (thirdPerson, name, groupName) = (TagOf("VBZ"), TagOf("NNP"), TagOf("NNPS"));
    }

    public static Taggers Shared => Only.Value;

    public string[] TagNames => tags.Names;

    public string[] LabelNames => labels.Names;

    /// <summary>Tags the tokens of a sentence with their parts of speech.</summary>
    public void Tag(string text, ReadOnlySpan<Token> sentence, Span<byte> into)
    {
        Tag(tags, text, sentence, into);
        for (var at = 0; at < sentence.Length; at++)
            if (into[at] != Mark && CertainWords.IsName(text, sentence, at, tags.Names[into[at]]))
                into[at] = name;
        for (var at = 0; at < sentence.Length; at++)
            if (CertainWords.IsSpeech(text, sentence, at, into, name, groupName))
                into[at] = thirdPerson;
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

    /// <summary>Tags the tokens; those that come in with a tag already (other than <see cref="Mark"/>) keep it.</summary>
    internal static void Tag(Weights tags, string text, ReadOnlySpan<Token> sentence, Span<byte> into)
    {
        Span<uint> features = stackalloc uint[TagFeatures.Most];
        Span<int> scores = stackalloc int[256];
        for (var at = 0; at < sentence.Length; at++)
        {
            if (into[at] != Mark)
                continue;
            if (tags.Known.TryGetValue(sentence[at].Word, out var known))
                into[at] = known;
            else
                into[at] = (byte)tags.Best(features[..TagFeatures.Fill(text, sentence, at, into, features)], scores);
        }
    }

    /// <summary>The label of tokens that take no part in the parse.</summary>
    public const byte Mark = 255;

    /// <summary>The name of a label.</summary>
    public string LabelName(byte label) => label == Mark ? "punct" : labels.Names[label];

    /// <summary>Parses a tagged sentence: for each token its head (in the sentence, -1 for the root and for marks) and the label of the arc.</summary>
    public void Parse(ReadOnlySpan<Token> sentence, ReadOnlySpan<byte> tagged, Span<int> heads, Span<byte> arcs)
    {
        var now = state ??= new ParseState();
        var places = sentence.Length < 500 ? stackalloc int[sentence.Length + 1] : new int[sentence.Length + 1];
        var words = now.Begin(sentence, tagged, tags.Names, places);
        Span<uint> features = stackalloc uint[ParseFeatures.Most];
        Span<int> scores = stackalloc int[256];
        while (!now.Done)
        {
            var allowed = now.Allowed;
            var move = System.Numerics.BitOperations.PopCount(allowed) == 1
                ? System.Numerics.BitOperations.TrailingZeroCount(allowed)
                : moves.Best(features[..ParseFeatures.Move(now, features)], allowed);
            byte label = 0;
            if (move != ParseState.Shift)
            {
                var (head, dependent) = now.Arc(move);
                label = (byte)labels.Best(features[..ParseFeatures.Label(now, head, dependent, features)], scores);
            }

            now.Do(move, label);
        }

        heads.Fill(-1);
        arcs.Fill(Mark);
        for (var word = 1; word <= words; word++)
        {
            heads[places[word]] = now.Heads[word] > words ? -1 : places[now.Heads[word]];
            arcs[places[word]] = now.Labels[word];
        }
    }

    private static byte[] Load(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name + ".bin") ?? throw new InvalidDataException($"The weights {name} are not in the program.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    internal static ReadOnlySpan<Token> Of(Copy copy, Sentence sentence) => CollectionsMarshal.AsSpan(copy.Tokens)[sentence.First..sentence.End];
}
