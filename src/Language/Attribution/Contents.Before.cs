using Wireroom.Language.Text;

namespace Wireroom.Language.Attribution;

/// <summary>What stands before the speaker: where it begins, and whether it is said at all or only sets the scene.</summary>
internal sealed partial class Contents
{
    /// <summary>The words for the source, begun right behind the quotation that stands before them where nothing but a noun phrase lies between; without an "as" before them.</summary>
    private Stretch Begun(Draft draft, Sentence sentence)
    {
        var source = draft.Source!.Value;
        if (source.First > draft.Word)
            return source;
        if (source.Length > 1 && analysis.Is(source.First, "as"))
            draft.Source = source = source with { First = source.First + 1 };
        var first = source.First;
        // "“She was kind,” another friend, Jane Doe told": the noun before the name.
        if (first - 2 > sentence.First && copy.Mark(first - 1) == ',' && analysis.Tag(first) == "NNP" && analysis.Tag(first - 2) is "NN" or "NNS" && analysis.PhraseStart(first - 2, sentence.First) is var noun && noun > sentence.First && ClosesQuotation(noun - 1) && IsBreak(noun - 1))
            return (Stretch)(draft.Source = source with { First = noun });
        while (first > sentence.First && source.First - first < 8 && (analysis.Tag(first - 1) is "DT" or "JJ" or "NN" or "NNS" or "NNP" or "NNPS" or "CD" or "PRP$" or "POS" or "HYPH" or "CC" && (first < source.First || copy.Mark(first) == '-') || analysis.Tag(first - 1) is "RB" or "VBN" && first - 2 > sentence.First && ClosesQuotation(first - 2) || copy.Mark(first - 1) == '-') && copy.QuotationOf[first - 1] == copy.QuotationOf[source.First])
            first--;
        if (first < source.First && first > sentence.First && ClosesQuotation(first - 1) && IsBreak(first - 1))
            draft.Source = source = source with { First = first };
        return source;
    }

    /// <summary>"“It is gone.” Doe said.": the quotation that ended the sentence before, where nothing stands in this one but who said it.</summary>
    private bool Before(Draft draft, int left, int after, Sentence sentence)
    {
        // "said of the encounter": what it is about.
        var rest = after < sentence.End && analysis.Is(after, "of") ? sentence.End : PastCircumstances(after, draft.Word, sentence.End);
        if (rest < sentence.End && copy.Mark(rest) != '.' || left != sentence.First || left == 0 || copy.Paragraphs[sentence.Paragraph].First >= left || copy.QuotationOf[left - 1] is not (>= 0 and var quotation) || copy.Quotations[quotation].End != left || !draft.Reporting || copy.QuotationOf[draft.Word] >= 0)
            return false;
        draft.Content.Add(new Stretch(Math.Max(copy.Quotations[quotation].First, copy.Paragraphs[sentence.Paragraph].First), left));
        Following(draft, sentence.End);
        return true;
    }

    /// <summary>True where what stands before the speaker only sets the scene: no clause, or a quotation of its own follows ("Minutes later, she wrote, “No.”").</summary>
    private bool Scene(int first, int before, int verb, int after, CueWord cue, Stretch bounds, bool direct)
    {
        if (copy.QuotationOf[first] is >= 0 and var begun && begun != copy.QuotationOf[verb])
            // "Walking in to chants of “Marco! Marco!,” the senator said his campaign": what is chanted is no sentence.
            return !Verbal(new Stretch(copy.Quotations[begun].First, copy.Quotations[begun].End)) && copy.Quotations[begun].First < first
                && RightStart(verb, after, cue, bounds) is >= 0 and var said && analysis.HasFinite(said, bounds.End);
        if (after < bounds.End && analysis.Is(after, "that") && analysis.Tag(after) == "IN")
            return true;
        var clause = analysis.HasFinite(first, before) && !analysis.Is(first, "asked") && !(analysis.Is(first, "even") && copy.Word(first + 1) is "as" or "though" or "when" or "if") && analysis.Tag(first) is not ("IN" or "WRB" or "VBG" or "VBN" or "TO");
        if (direct && clause)
            return false;
        var start = RightStart(verb, after, cue, bounds);
        if (start < 0)
            return false;
        if (Opens(start) && start + 1 < copy.Tokens.Count)
            return char.IsUpper(copy.Mark(start + 1)) && !(direct && clause);
        return direct && !clause;
    }

    /// <summary>True where nothing that is said follows the verb: the sentence ends, a comma stands there, or only time, place and hearer follow.</summary>
    private bool Parenthetical(int verb, int after, CueWord cue, Stretch bounds)
    {
        if (after >= bounds.End)
            return true;
        var mark = copy.Mark(after);
        if (mark is ',' or '.' or ';' or '—' or '–' or ')' or '?' or '!')
            return true;
        var start = RightStart(verb, after, cue, bounds);
        if (start < 0 || analysis.Tag(start) is "IN" or "WRB" && copy.Word(start).ToString() is "as" or "after" or "before" or "when" or "while" or "during" or "because" or "since")
            return true;
        // A clause after the verb is what is said, and what stands before the speaker only sets the scene.
        return false;
    }

    private int LeftStart(int before, int verb, Stretch bounds)
    {
        var first = bounds.First;
        for (var at = before; at >= before - 1 && at >= 0; at--)
        {
            if (copy.QuotationOf[at] is >= 0 and var inner)
            {
                var quotation = inner;
                while (copy.Quotations[quotation].Outer >= 0 && copy.QuotationOf[verb] != copy.Quotations[quotation].Outer)
                    quotation = copy.Quotations[quotation].Outer;
                if (copy.Quotations[quotation].End >= at && copy.Quotations[quotation].First < first)
                    return Run(copy.Quotations[quotation].First, verb);
                // "Doe said “I know nothing,” she said": the quotation alone.
                if (copy.Quotations[quotation].End >= at && copy.Quotations[quotation].First is var begins && begins > first && analysis.Tag(begins - 1)[0] == 'V' && CueWords.Of(copy.Word(begins - 1)) is { Reporting: true } && char.IsUpper(copy.Mark(begins + 1)))
                    return begins;
                // "He went through the code: “It was assumed,” he said": the quotation alone, behind a colon or a dash.
                if (copy.Quotations[quotation].End >= at && copy.Quotations[quotation].First is var opening && opening > first && (copy.Mark(opening - 1) is ':' or '—' or '–' || copy.Mark(opening - 1) == '-' && analysis.Label(opening - 1) == "punct") && Plainly(first, opening))
                    return opening;
                break;
            }
        }

        // '“Campaigns are in trouble. They have no choice” but to wait, Doe says': the quotation began in a sentence before.
        if (copy.QuotationOf[first] is >= 0 and var begun && begun != copy.QuotationOf[verb] && copy.Quotations[begun].First < first && copy.Quotations[begun].Closed && copy.Quotations[begun].End <= before)
            return Run(copy.Quotations[begun].First, verb);
        first = BehindOthers(first, before, verb);
        if (first < before && analysis.Tag(first) == "CC" && copy.QuotationOf[first] == copy.QuotationOf[verb])
            first++;
        return Opens(first) ? Run(first, verb) : first;
    }

    /// <summary>What begins behind the last dash or colon where a clause stands before it and none behind; -1 where there is no such.</summary>
    private int BehindDash(Stretch content)
    {
        for (var at = content.End - 2; at > content.First + 1; at--)
        {
            if (copy.QuotationOf[at] == copy.QuotationOf[content.First] && (copy.Mark(at) is '—' or '–' or ':' || copy.IsDash(at) || copy.Word(at) is "--"))
            {
                var half = analysis.Tag(at + 1) == "CC" ? at + 2 : at + 1;
                return analysis.HasFinite(content.First, at) && !analysis.HasClause(half, content.End) ? half : -1;
            }
        }

        return -1;
    }

    /// <summary>Where begins what is told behind another's part of the sentence: "The roof held, the mayor said, while | the wall fell, the paper reported".</summary>
    private int BehindOthers(int first, int before, int verb)
    {
        for (var at = before - 2; at > first; at--)
        {
            if (copy.Mark(at) == ',' && copy.Word(at + 1) is "while" or "but" or "and" or "though" or "although" && copy.QuotationOf[at] == copy.QuotationOf[verb]
                && analysis.Tag(at - 1) is "VBD" or "VBZ" or "VBP" && CueWords.Of(copy.Word(at - 1)) is { Reporting: true })
                return at + 2;
        }

        return first;
    }

    /// <summary>True where nobody says and nothing is quoted among the words.</summary>
    private bool Plainly(int first, int end)
    {
        for (var at = first; at < end; at++)
        {
            if (copy.QuotationOf[at] >= 0 && copy.Mark(end - 1) != ':' || at + 3 > end && CueWords.Of(copy.Word(at)) is { Reporting: true })
                return false;
        }

        return true;
    }

    /// <summary>Where a run of quotations begins that touch each other and open the paragraph: '"It is gone." "We start again," he said'; the token itself elsewhere.</summary>
    private int Run(int first, int verb)
    {
        var (at, paragraph) = (first, copy.Paragraphs[copy.Sentences[analysis.SentenceOf(verb)].Paragraph].First);
        while (at > paragraph && copy.QuotationOf[at - 1] is >= 0 and var before && copy.Quotations[before].End == at)
        {
            while (copy.Quotations[before].Outer >= 0)
                before = copy.Quotations[before].Outer;
            at = copy.Quotations[before].First;
        }

        return at == paragraph ? at : first;
    }

    /// <summary>"As the Post reported on Monday, …": what follows the comma; null where a clause follows the verb at once.</summary>
    private Stretch? AfterComma(int after, Stretch bounds)
    {
        for (var at = after; at + 1 < bounds.End && at < after + 12; at++)
        {
            if (copy.Mark(at) == ',')
                return Whole(Trimmed(new Stretch(at + 1, bounds.End)));
            if (copy.Mark(at) == ':' || Opens(at) || analysis.Tag(at) is "VBD" or "VBZ" or "VBP")
                return null;
        }

        return null;
    }

    private bool HasRight(int verb, int after, CueWord cue, Stretch bounds) => RightStart(verb, after, cue, bounds) >= 0 || AfterComma(after, bounds) is not null;
}
