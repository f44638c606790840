using Wireroom.Language.Tagging;
using Wireroom.Language.Text;

namespace Wireroom.Language.Attribution;

/// <summary>Makes the ledger out of the statements that were found: their sources under one name, their chains, the open questions, the figures, how certain it all is.</summary>
internal sealed class LedgerMaker
{
    private readonly Analysis analysis;
    private readonly Copy copy;
    private readonly SourceBook book;
    private readonly Chains chains;

    public LedgerMaker(Analysis analysis)
    {
        this.analysis = analysis;
        copy = analysis.Copy;
        book = new SourceBook(analysis);
        chains = new Chains(analysis, book);
    }

    /// <summary>The ledger of the drafts, which stand in order of their cues.</summary>
    public Ledger Make(List<Draft> drafts)
    {
        var made = new List<(Draft Draft, Statement Statement, int First)>();
        (int Source, string Verb)? before = null;
        foreach (var draft in drafts.Where(draft => draft.Source is not null))
        {
            var words = draft.Source!.Value;
            var speaker = book.Enter(words, draft.SourceHead, before);
            before = (speaker, CueWords.Of(copy.Word(draft.Word))?.Lemma ?? "");
            made.Add((draft, Statement(draft, speaker), speaker));
        }

        var statements = made.ConvertAll(one => one.Statement);
        statements.AddRange(Open(statements));
        statements.AddRange(drafts.Where(draft => draft.Source is null).Select(Unattributed));
        // In reading order, the drafts with them, so that places stay places.
        var order = Enumerable.Range(0, statements.Count).OrderBy(at => statements[at].Cue[0].Start).ThenBy(at => statements[at].Cue[0].End).ToList();
        statements = order.ConvertAll(at => statements[at]);
        Nest(statements, order.ConvertAll(at => at < made.Count ? made[at] : ((Draft Draft, Statement Statement, int First)?)null));
        Disputes.Mark(statements, copy.Text);
        var figures = Figures(statements);
        return new Ledger(LedgerReader.Version, statements, book.Sources, figures);
    }

    private Statement Statement(Draft draft, int speaker)
    {
        var cue = new List<Span> { SpanOf(draft.Cue) };
        var source = speaker;
        var sourceWords = draft.Source!.Value;
        var via = new List<int>();
        var hand = Hand.First;
        if (draft.Via is { } passer)
        {
            // "was quoted by AFP as saying": AFP passes it on.
            if (passer.Length > 0)
                via.Add(book.Enter(passer, passer.End - 1, null));
            hand = Hand.Second;
        }
        // "Doe, citing figures of the ministry, said": it is still Doe who says so.
        else if (chains.Behind(draft) is { } behind && !(book.KindOf(speaker).Kind == SourceKind.Person && SourceWords.Of(copy.Word(behind.Head)) == SourceKind.Document))
        {
            cue.Add(SpanOf(behind.Cue));
            via.Add(speaker);
            source = book.Enter(behind.Source, behind.Head, null);
            sourceWords = behind.Source;
            hand = Hand.Second;
        }
        else if (chains.QuotedBy(draft) is { } quoter)
        {
            via.Add(book.Enter(quoter, quoter.End - 1, null));
            hand = Hand.Second;
        }
        else if (chains.ToldTo(draft) is { } outlet)
        {
            via.Add(book.Enter(outlet, outlet.End - 1, null));
        }
        else if (book.PublisherOf(sourceWords, draft.SourceHead) is { } publisher)
        {
            via.Add(book.Enter(publisher, publisher.End - 1, null));
        }

        via.RemoveAll(one => one == source);
        return new Statement
        {
            Source = source,
            SourceSpans = [SpanOf(sourceWords)],
            Cue = [.. cue.OrderBy(span => span.Start)],
            Content = [.. draft.Content.Select(SpanOf)],
            Manner = draft.Manner,
            Quoted = QuotedOf(draft),
            Hand = hand,
            Via = via,
            Certainty = CertaintyOf(source, hand),
            Sentence = SpanOf(new Stretch(copy.Sentences[draft.Sentence].First, copy.Sentences[draft.Sentence].End)),
            InHeadline = copy.Paragraphs[copy.Sentences[draft.Sentence].Paragraph].Kind == ParagraphKind.Headline,
            Rule = draft.Rule,
        };
    }

    private Certainty CertaintyOf(int source, Hand hand) =>
        hand == Hand.Second ? Certainty.SecondHand : book.KindOf(source) is { Named: false, Kind: SourceKind.Person } ? Certainty.Unnamed : Certainty.OnTheRecord;

    /// <summary>A statement that stands inside what another says is heard at second hand, through that other.</summary>
    private static void Nest(List<Statement> statements, List<(Draft Draft, Statement Statement, int First)?> made)
    {
        for (var at = 0; at < statements.Count; at++)
        {
            if (made[at] is not { } inner)
                continue;
            var outer = -1;
            for (var other = 0; other < statements.Count; other++)
            {
                if (other == at || made[other] is not { } one || one.First == inner.First || one.Draft.Manner == Manner.Declined
                    || !one.Draft.Content.Exists(content => content.Holds(inner.Draft.Word) && content.Holds(inner.Draft.Source!.Value.First))
                    // Where each holds the other ("…, A said, B said") the longer is the outer one: nothing stands inside itself.
                    || Length(one.Draft) <= Length(inner.Draft))
                    continue;
                if (outer < 0 || Length(made[outer]!.Value.Draft) > Length(one.Draft))
                    outer = other;
            }

            if (outer < 0)
                continue;
            var via = statements[outer].Via.Append(statements[outer].Source!.Value).Concat(statements[at].Via).Where(one => one != statements[at].Source).Distinct().ToList();
            statements[at] = statements[at] with { Hand = Hand.Second, Via = via, Certainty = Certainty.SecondHand, Inside = outer };
        }
    }

    private static int Length(Draft draft) => draft.Content.Sum(content => content.Length);

    /// <summary>What nobody is named for: an open question, "is expected to resign".</summary>
    private Statement Nobodys(List<Span> cue, List<Span> content, Manner manner, Quoted quoted, Sentence sentence, string rule) => new()
    {
        Source = null,
        SourceSpans = [],
        Cue = cue,
        Content = content,
        Manner = manner,
        Quoted = quoted,
        Hand = Hand.First,
        Certainty = Certainty.Open,
        Sentence = SpanOf(new Stretch(sentence.First, sentence.End)),
        Rule = rule,
    };

    private Statement Unattributed(Draft draft) =>
        Nobodys([SpanOf(draft.Cue)], draft.Content.ConvertAll(SpanOf), draft.Manner, QuotedOf(draft), copy.Sentences[draft.Sentence], draft.Rule);

    private List<Statement> Open(List<Statement> known)
    {
        var open = new List<Statement>();
        foreach (var sentence in copy.Sentences)
        {
            if (OpenQuestions.In(copy, sentence) is not var (cue, content) || known.Exists(statement => statement.Content.Any(span => span.Overlaps(cue))))
                continue;
            open.Add(Nobodys([cue], [content], Manner.Open, Quoted.Indirect, sentence, "open"));
        }

        return open;
    }

    private List<Figure> Figures(List<Statement> statements) => new FigureReader(analysis).Read().ConvertAll(found =>
    {
        // The innermost statement that holds it gives it.
        var best = -1;
        for (var at = 0; at < statements.Count; at++)
        {
            if (statements[at].Source is not null && statements[at].Content.Any(content => content.Holds(found.Figure.Span))
                && (best < 0 || statements[at].Content.Sum(content => content.Length) < statements[best].Content.Sum(content => content.Length)))
                best = at;
        }

        return best < 0 ? found.Figure : found.Figure with { Statement = best };
    });

    private Quoted QuotedOf(Draft draft)
    {
        int quoted = 0, plain = 0;
        foreach (var content in draft.Content)
        {
            for (var at = content.First; at < content.End; at++)
            {
                if (!char.IsLetterOrDigit(copy.Mark(at)))
                    continue;
                if (copy.QuotationOf[at] >= 0 && copy.QuotationOf[at] != copy.QuotationOf[draft.Word])
                    quoted++;
                else
                    plain++;
            }
        }

        return quoted == 0 ? Quoted.Indirect : plain == 0 ? Quoted.Direct : Quoted.Mixed;
    }

    private Span SpanOf(Stretch stretch) => new(copy.Tokens[stretch.First].Start, copy.Tokens[stretch.End - 1].End);
}
