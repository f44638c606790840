namespace Wireroom.Language.Text;

/// <summary>A passage cut into paragraphs, sentences and tokens, with its quotations found.</summary>
internal sealed class Copy
{
    private Copy(string text, List<Token> tokens, List<Sentence> sentences, List<Paragraph> paragraphs, List<Quotation> quotations, int[] quotationOf)
    {
        Text = text;
        Tokens = tokens;
        Sentences = sentences;
        Paragraphs = paragraphs;
        Quotations = quotations;
        QuotationOf = quotationOf;
    }

    public string Text { get; }

    public List<Token> Tokens { get; }

    public List<Sentence> Sentences { get; }

    public List<Paragraph> Paragraphs { get; }

    /// <summary>In order of their opening mark.</summary>
    public List<Quotation> Quotations { get; }

    /// <summary>For each token the innermost quotation that holds it, marks included; -1 outside.</summary>
    public int[] QuotationOf { get; }

    /// <summary>The first character of a token: of a mark the mark itself.</summary>
    public char Mark(int token) => Text[Tokens[token].Start];

    /// <summary>True for a hyphen that stands for a dash, with space on both sides.</summary>
    public bool IsDash(int token) => token > 0 && Mark(token) == '-' && token + 1 < Tokens.Count && Tokens[token - 1].End < Tokens[token].Start && Tokens[token].End < Tokens[token + 1].Start;

    public static Copy Read(Passage passage)
    {
        var text = passage.Text;
        var tokens = new List<Token>(text.Length / 4 + 8);
        var sentences = new List<Sentence>();
        var paragraphs = new List<Paragraph>();
        for (var at = 0; at < text.Length;)
        {
            var end = text.AsSpan(at).IndexOfAny('\n', '\r', '\u2029');
            end = end < 0 ? text.Length : at + end;
            var first = tokens.Count;
            Tokenizer.Read(text, at, end, tokens);
            if (tokens.Count > first)
            {
                var furniture = Furniture.KindOf(text, tokens, first, paragraphs.Count);
                var headline = furniture == ParagraphKind.Copy
                    && (passage.HeadlineLength is { } length ? tokens[first].Start < length : LooksLikeHeadline(text, tokens, first, paragraphs.Count == 0));
                var kind = headline ? ParagraphKind.Headline : furniture;
                var body = kind == ParagraphKind.Copy ? Furniture.AfterDateline(text, tokens, first) : first;
                paragraphs.Add(new Paragraph(first, tokens.Count, body, kind, sentences.Count));
                CutSentences(text, tokens, body, tokens.Count, paragraphs.Count - 1, sentences);
            }

            at = end + 1;
        }

        var quotationOf = new int[tokens.Count];
        var quotations = QuotationFinder.Find(text, tokens, paragraphs, quotationOf);
        return new Copy(text, tokens, sentences, paragraphs, quotations, quotationOf);
    }

    /// <summary>The words of the tokens from one to before another, as written.</summary>
    public string Words(int first, int end) => Text[Tokens[first].Start..Tokens[end - 1].End];

    public ReadOnlySpan<char> Word(int token) => Text.AsSpan(Tokens[token].Start, Tokens[token].End - Tokens[token].Start);

    /// <summary>The first paragraph, where it is short and more follows; later ones where no mark ends them.</summary>
    private static bool LooksLikeHeadline(string text, List<Token> tokens, int first, bool opens)
    {
        if (tokens.Count - first is > 28 or < 3 || text.Length <= tokens[^1].End + 80)
            return false;
        return opens || tokens.Count - first < 24 && char.IsLetterOrDigit(text[tokens[^1].End - 1]) && char.IsUpper(text[tokens[first].Start]);
    }

    private static void CutSentences(string text, List<Token> tokens, int first, int end, int paragraph, List<Sentence> into)
    {
        var start = first;
        for (var at = first; at < end; at++)
        {
            var stop = SentenceEnd(text, tokens, start, at, end);
            if (stop == 0)
                continue;
            into.Add(new Sentence(start, stop, paragraph));
            start = stop;
            at = stop - 1;
        }

        if (start < end)
            into.Add(new Sentence(start, end, paragraph));
    }

    /// <summary>The token after the sentence where it ends at this token; 0 where it does not.</summary>
    private static int SentenceEnd(string text, List<Token> tokens, int start, int at, int end)
    {
        var token = tokens[at];
        var last = text[token.End - 1];
        if (last is not ('.' or '?' or '!' or '…'))
            return 0;
        var next = at + 1;
        while (next < end && IsCloser(text, tokens, next))
            next++;
        if (next >= end)
            return end;
        var space = tokens[next].Start > tokens[next - 1].End;
        if (!space)
            return 0;
        var opens = text[tokens[next].Start];
        var word = next;
        while (word + 1 < end && !char.IsLetterOrDigit(text[tokens[word].Start]) && text[tokens[word].Start] is '“' or '"' or '‘' or '\'' or '(' or '[' or '«' or '„')
            word++;
        var begins = text[tokens[word].Start];
        if (char.IsLower(begins) || opens is ',' or ';' or ')' or '—' or '–' or '-' or '”')
            return 0;
        if (last == '.' && token.End - token.Start > 1 && text[token.Start] != '.')
        {
            // An abbreviation: a sentence ends there only before a word that begins one.
            var bare = text.AsSpan(token.Start, token.End - token.Start - 1);
            if (Abbreviations.NeverEnds(bare) || (bare.Length == 1 && next == at + 1))
                return 0;
            if (next == at + 1 && (char.IsDigit(begins) || !Openers.Has(text.AsSpan(tokens[word].Start, tokens[word].End - tokens[word].Start))) && opens is not ('“' or '"'))
                return 0;
        }

        // "…is it?" the mayor asked: the question's end is not the sentence's.
        if (last is '?' or '!' && next > at + 1 && SpeakerFollows(text, tokens, next, end))
            return 0;
        return last == '…' || token.End - token.Start > 1 && text[token.Start] == '.' ? char.IsUpper(begins) ? next : 0 : next;
    }

    private static readonly System.Collections.Frozen.FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> SayVerbs = System.Collections.Frozen.FrozenSet.ToFrozenSet(
        "said says asked asks told tells wrote writes tweeted tweets added adds exclaimed replied shouted yelled responded quipped declared cried".Split(' ')).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>True where a speaker and a verb of saying stand right after a quotation, with no other mark between than those of a name.</summary>
    private static bool SpeakerFollows(string text, List<Token> tokens, int next, int end)
    {
        for (var at = next; at < Math.Min(end, next + 9); at++)
        {
            var word = text.AsSpan(tokens[at].Start, tokens[at].End - tokens[at].Start);
            if (at > next && SayVerbs.Contains(word))
                return true;
            if (!char.IsLetterOrDigit(word[0]) && word[0] is not (',' or '.' or '-' or '(' or ')' or '’' or '\''))
                return false;
        }

        return false;
    }

    private static bool IsCloser(string text, List<Token> tokens, int at)
    {
        var unit = text[tokens[at].Start];
        if (unit is '”' or ')' or ']' or '»' or '’')
            return true;
        return unit is '"' or '\'' && tokens[at].End - tokens[at].Start <= 2 && tokens[at].Start == tokens[at - 1].End;
    }
}

/// <summary>Tokens from first to before end.</summary>
internal readonly record struct Sentence(int First, int End, int Paragraph)
{
    public int Length => End - First;
}

/// <summary>Tokens from first to before end; the copy itself begins at <paramref name="Body"/>, after a dateline.</summary>
internal readonly record struct Paragraph(int First, int End, int Body, ParagraphKind Kind, int FirstSentence);

internal enum ParagraphKind
{
    Copy,
    Headline,
    Byline,
    Credit,
}
