using Wireroom.Language.Tagging;
using Wireroom.Language.Text;

namespace Wireroom.Language.Attribution;

/// <summary>Finds what is said: before the cue, after it, on both sides, and in the quotations that go on after it.</summary>
internal sealed partial class Contents(Analysis analysis)
{
    /// <summary>Fills the content of a draft with a verb; false where nothing is said.</summary>
    public bool Fill(Draft draft, CueWord cue, Sentence sentence)
    {
        var (verb, group, source) = (draft.Word, draft.Cue, Begun(draft, sentence));
        // "Saying that it was lost, the minister left": the speaker stands behind what is said.
        var ahead = source.First > verb && analysis.Tag(verb) == "VBG";
        var inverted = source.First > verb && !ahead;
        var left = inverted ? group.First : Math.Min(source.First, group.First);
        var after = ahead ? group.End : inverted ? source.End : Math.Max(group.End, source.First < verb ? group.End : source.End);
        var participle = analysis.Tag(verb) == "VBG" && source.End < group.First || ahead;
        // "“It is gone,” she said, but added that": what stands before her is what she said first.
        if (participle || !inverted && Reports(source.End, group.First))
            left = group.First;
        var bounds = Bounds(verb, sentence);
        if (ahead)
            bounds = bounds with { End = Math.Max(bounds.First, source.First) };
        if (!inverted && draft.Reporting && Colon(after, verb, bounds) && Introduced(sentence) is { } below)
        {
            draft.Content.Add(below);
            return true;
        }

        var before = left - 1;
        var ready = !participle && before >= bounds.First && IsBreak(before);
        var direct = ready && (ClosesQuotation(before) || Quotes(bounds.First, before, verb));
        if (ready && !inverted && cue.Frame is CueFrame.Clause or CueFrame.Hearer && Scene(bounds.First, before, verb, after, cue, bounds, direct))
            ready = false;
        if (ready && (cue.Frame is CueFrame.Clause or CueFrame.Hearer || cue.Lemma is "show" or "find" || cue.Lemma == "ask" && direct) && (direct || inverted || Parenthetical(verb, after, cue, bounds)))
        {
            var first = LeftStart(before, verb, bounds);
            var content = Trimmed(new Stretch(first, left));
            // "But, Doe added, the plan would fail": nothing stands before the speaker.
            if (content.Length == 0 && PauseAfter(after, verb, bounds) is >= 0 and var pause && analysis.HasFinite(pause + 1, bounds.End))
            {
                draft.Content.Add(RightEnd(draft, cue, pause + 1, verb, bounds));
                return true;
            }

            // "He also hosts a show, writes a column and, since 2013, leads": a list of deeds.
            if (inverted && !direct && after < bounds.End && analysis.Tag(after) == "CC" && !Enumerable.Range(source.First, source.Length).Any(at => analysis.Tag(at) == "NNP"))
                return false;
            if (content.Length > 0 && HasWords(content) && (direct || !Relative(source)))
            {
                draft.Content.Add(content);
                Rest(draft, after, bounds, direct);
                // "He had a rally that night — the permit, he said, had been hard to get": the reporter's own half stays his.
                if (!direct && draft.Content.Count > 1 && BehindDash(content) is > 0 and var half)
                    draft.Content[0] = content with { First = half };
                // "Since then, Germany has responded": a scene alone is nothing that was said.
                if (direct || draft.Content.Count > 1 || Verbal(content) || copy.Paragraphs[sentence.Paragraph].Kind == ParagraphKind.Headline || content.Length > 2 && analysis.Tag(content.First) is "NN" or "NNS" or "NNP" or "DT" or "CD" or "PRP$" or "JJ" && !TimeWords.Has(copy.Word(content.First)))
                    return true;
                draft.Content.Clear();
            }
        }

        if (inverted && cue.Frame == CueFrame.Clause && !ready)
            return group.First == bounds.First && Behind(draft, after, sentence);
        if (!inverted && left - 1 > bounds.First && analysis.Is(left - 1, "as") && (copy.Mark(left - 2) == ',' && !HasRight(verb, after, cue, bounds) || ClosesQuotation(left - 2) && copy.Mark(left - 3) == ','))
        {
            // "…, as the ministry reported": what stands before.
            var said = Trimmed(new Stretch(bounds.First, copy.Mark(left - 2) == ',' ? left - 2 : left - 1));
            if (said.Length > 0 && HasWords(said))
            {
                draft.Content.Add(said);
                return true;
            }
        }

        if (!inverted && left > bounds.First && analysis.Is(left - 1, "as") && cue.Frame is CueFrame.Clause or CueFrame.Hearer && !QuoteOnly.Contains(cue.Lemma)
            && after < bounds.End && (copy.Mark(after) == ',' || analysis.Tag(after) is "IN" or "RB" or "NNP" or "WRB" || cue.Frame == CueFrame.Hearer || TimeWords.Has(copy.Word(after))) && AfterComma(after, bounds) is { } told)
        {
            draft.Content.Add(told);
            Rest(draft, Math.Max(after, told.End), bounds, copy.QuotationOf[told.End - 1] >= 0);
            return true;
        }

        if (!inverted && Relative(left, verb, sentence) is >= 0 and var pronoun)
        {
            var rest = Whole(Trimmed(new Stretch(after, ClauseEnd(after, verb, bounds))));
            // "what he called “the end”": the words alone.
            if (rest.Length > 0 && cue.Manner == Manner.Judged && Opens(rest.First))
            {
                draft.Content.Add(new Stretch(rest.First, copy.Quotations[copy.QuotationOf[rest.First]].End));
                return true;
            }

            // "in which he said that", "which he said he did not": a clause of its own.
            if (rest.Length > 2 && (analysis.Is(rest.First, "that") || analysis.Tag(rest.First) == "PRP" && analysis.IsFinite(rest.First + 1)))
            {
                draft.Content.Add(rest);
                return true;
            }

            // "which critics said was unfair": the pronoun belongs to what is said; "what she believes | remains a mystery" goes on with the verb of its sentence.
            draft.Content.Add(new Stretch(pronoun, pronoun + 1));
            if (rest.Length > 0 && !(cue.Manner is Manner.Believed or Manner.Intended && analysis.Is(pronoun, "what") && analysis.Tag(rest.First) is "VBZ" or "VBD"))
                draft.Content.Add(rest);
            return true;
        }

        var start = RightStart(verb, after, cue, bounds);
        if (start < 0)
            start = BehindPause(draft, inverted, after, cue, bounds);
        if (start < 0)
            return Before(draft, left, after, sentence) || !inverted && Next(draft, after, sentence);
        var right = RightEnd(draft, cue, start, verb, bounds);
        if (right.Length > 0 && copy.QuotationOf[right.First] == copy.QuotationOf[verb] && analysis.Tag(right.First) is "VBZ" or "VBD" or "MD")
        {
            // "told the host a loss | is likely": the subject of what is said was taken for the hearer, or for the day.
            var subject = right.First - 1;
            while (subject > after && analysis.Tag(subject) is not ("DT" or "PRP$" or "PRP"))
                subject--;
            if (right.First > after && analysis.Tag(subject) is "DT" or "PRP$" or "PRP" || cue.Frame != CueFrame.Hearer && right.First > after && (subject = after) > 0)
                right = right with { First = subject };
            // "a probe the agency says | is going on": what is told of stands before the speaker. "Everything he says | is true" tells nothing.
            else if (right.First == after && source.First - 1 > bounds.First && analysis.Tag(source.First - 1)[0] == 'N' && analysis.Tag(source.First) is "DT" or "NNP" or "PRP" or "PRP$" or "NNS")
                draft.Content.Add(new Stretch(analysis.PhraseStart(source.First - 1, bounds.First), source.First));
            else
                return false;
        }

        right = Borne(right, cue, source);
        // "who said and did the same".
        if (right.Length > 0 && draft.Reporting && copy.Word(right.First) is "and" or "or" && !(right.First + 1 < bounds.End && Opens(right.First + 1)))
            return false;
        if (right.Length <= 0 || !HasWords(right) || ClauseOnly.Contains(cue.Lemma) && !IsClause(right, cue.Lemma, analysis.Is(verb, "stated")) || Deed(right, cue.Lemma, after))
            return false;
        if (QuoteOnly.Contains(cue.Lemma) && !Opens(right.First) && !analysis.Is(right.First, "that"))
            return false;
        draft.Content.Add(right);
        // Behind "“…,” Doe said, explaining why" the next quotation goes on with the first.
        if (cue.Reporting && copy.QuotationOf[verb] < 0 && right.End >= sentence.End - 1 && !(participle && copy.QuotationOf[sentence.First] >= 0 && !Opens(right.First)))
            Following(draft, Math.Max(sentence.End, right.End));
        return true;
    }

    /// <summary>"Said Doe: “…”", "Said Doe, who was there, “…”": the quotation behind the mark that follows the speaker, be it in the next paragraph.</summary>
    private bool Behind(Draft draft, int after, Sentence sentence)
    {
        if (after < sentence.End && copy.Mark(after) is ',' or ':')
            after++;
        if (after >= copy.Tokens.Count || !Opens(after))
            return false;
        draft.Content.Add(new Stretch(after, copy.Quotations[copy.QuotationOf[after]].End));
        return true;
    }

    /// <summary>Fills the content of a draft with what begins at a token and goes on to the end of its clause.</summary>
    public bool After(Draft draft, int start, Sentence sentence)
    {
        var bounds = Bounds(draft.Word, sentence);
        while (start < bounds.End && copy.Mark(start) is ',' or ':')
            start++;
        if (start >= bounds.End)
            return false;
        var content = RightEnd(draft, Plain, start, draft.Word, bounds);
        if (content.Length > 0)
            draft.Content.Add(content);
        return content.Length > 0;
    }

    /// <summary>Fills the content of a draft with what stands before a token, where a comma or a quotation ends it.</summary>
    public bool Left(Draft draft, int end, Sentence sentence)
    {
        var bounds = Bounds(draft.Word, sentence);
        if (end - 1 < bounds.First || !IsBreak(end - 1))
            return false;
        var content = Trimmed(new Stretch(LeftStart(end - 1, draft.Word, bounds), end));
        if (content.Length > 0)
            draft.Content.Add(content);
        return content.Length > 0;
    }

    /// <summary>With the whole of a quotation that begins inside and ends after it.</summary>
    public Stretch Whole(Stretch content)
    {
        if (content.Length == 0 || copy.QuotationOf[content.End - 1] is not (>= 0 and var last) || copy.Quotations[last].First < content.First || !copy.Quotations[last].Closed)
            return content;
        while (copy.Quotations[last].Outer is >= 0 and var outer && copy.Quotations[outer].First >= content.First)
            last = outer;
        return content with { End = Math.Max(content.End, copy.Quotations[last].End) };
    }

    /// <summary>Without the marks at its ends that are no part of it.</summary>
    public Stretch Trimmed(Stretch content)
    {
        var (first, end) = (content.First, content.End);
        // "(Doe has pleaded not guilty.)": the bracket around the sentence.
        if (end > first && copy.Mark(end - 1) == ')' && !Enumerable.Range(first, end - first).Any(at => copy.Mark(at) == '('))
            end--;
        if (end > first && copy.Mark(first) == '(' && !Enumerable.Range(first, end - first).Any(at => copy.Mark(at) == ')'))
            first++;
        while (first < end && copy.Mark(first) is ',' or ';' or ':' or '—' or '–' or '―' or '-' or '.')
            first++;
        while (end > first && copy.Mark(end - 1) is ',' or ';' or ':' or '—' or '–' or '―' or '-' or '.' && copy.Tokens[end - 1].End - copy.Tokens[end - 1].Start < 3)
            end--;
        return new Stretch(first, end);
    }

    /// <summary>The stretch that a statement may not leave: the sentence, the quotation or the brackets around its verb.</summary>
    private Stretch Bounds(int verb, Sentence sentence)
    {
        var (first, end) = (sentence.First, sentence.End);
        if (copy.QuotationOf[verb] is >= 0 and var quotation)
        {
            first = Math.Max(first, copy.Quotations[quotation].First + 1);
            end = Math.Min(end, copy.Quotations[quotation].Closed ? copy.Quotations[quotation].End - 1 : copy.Quotations[quotation].End);
        }

        for (var at = verb; at > first; at--)
        {
            var mark = copy.Mark(at);
            if (mark == ')')
                break;
            if (mark != '(')
                continue;
            first = at + 1;
            for (var close = verb; close < end; close++)
            {
                if (copy.Mark(close) == ')')
                    end = close;
            }

            break;
        }

        return new Stretch(first, end);
    }

    /// <summary>Verbs that report only with a clause or a quotation after them: "added a wing", "wrote a letter" report nothing.</summary>
    private static readonly System.Collections.Frozen.FrozenSet<string> ClauseOnly = System.Collections.Frozen.FrozenSet.ToFrozenSet(
        ("accept add continue conclude observe begin respond reply counter object reason interject write post email text maintain agree point complain joke boast protest volunteer repeat signal recount relate shout yell cry answer retort state "
        + "report begin chant point caution counsel agree stress emphasize emphasise underline underscore tweet remark comment note mention claim argue contend insist assert tell inform assure remind notify brief").Split(' '));

    /// <summary>"declared an emergency", "told stories of a cave", "a merger announced Monday would": something is done or passed on, and nothing is said.</summary>
    private bool Deed(Stretch content, string lemma, int after)
    {
        // "denied his party the victory", "denied bail".
        if (lemma == "deny")
        {
            var given = content.First;
            while (given + 1 < content.End && analysis.Tag(given) is "PRP$" or "NNP" or "PRP" or "NN" && given - content.First < 3)
                given++;
            return analysis.Tag(content.First) is "PRP$" or "NNP" or "PRP" && given > content.First && analysis.Tag(given) is "DT" || copy.Word(content.First).ToString() is "bail" or "entry" or "access" or "asylum" or "parole" or "permission";
        }

        if (lemma == "announce")
        {
            return content.First > after && TimeWords.Has(copy.Word(content.First - 1)) && analysis.Tag(content.First) is "MD" or "VBD" or "VBZ"
                || TimeWords.Has(copy.Word(content.First)) && content.Length > 1 && analysis.Tag(content.First + 1) is "MD" or "VBD" or "VBZ" or ",";
        }

        if (lemma is not ("declare" or "tell") || Opens(content.First) || analysis.Is(after, "that"))
            return false;
        for (var at = after; at < Math.Min(content.End, after + 6) && (analysis.Tag(at)[0] is 'D' or 'J' or 'N' or 'C' || analysis.Is(at, "of")); at++)
        {
            var word = copy.Word(at).ToString().ToLowerInvariant();
            if (lemma == "declare" && word is "emergency" or "emergencies" or "war" or "independence" or "bankruptcy" or "ceasefire" or "truce" or "strike" or "holiday" or "moratorium" or "curfew" or "mourning" or "dividend" || lemma == "declare" && word is "state" && analysis.Is(at + 1, "of")
                || lemma == "tell" && word is "story" or "stories" or "tale" or "tales" or "joke" or "jokes" or "lie" or "lies")
                return true;
        }

        return false;
    }

    private bool IsClause(Stretch content, string lemma, bool stated)
    {
        // "reported 16 dead", "reported turning back 37 people", "reported a profit of $1.78 a share".
        if (lemma == "report" && (analysis.Tag(content.First) == "CD" || analysis.Tag(content.First) == "VBG" && content.Length > 1 || Counts(content)))
            return true;
        if (lemma == "claim" && copy.Word(content.First) is "responsibility" or "victory" or "credit")
            return true;
        // "swing states shifting": "states" tells only with "that" or a quotation behind it.
        if (lemma == "state" && !stated && !Opens(content.First) && !analysis.Is(content.First, "that") && analysis.Tag(content.First) is "VBG" or "VBN" or "JJ" or "NNP" or "IN")
            return false;
        if (Opens(content.First) || analysis.Tag(content.First) is "WRB" or "WP" || analysis.Is(content.First, "that") || analysis.Is(content.First, "whether") || analysis.Is(content.First, "if") || (analysis.Tag(content.First) == "TO" || content.Length > 2 && analysis.Tag(content.First) == "RB" && analysis.Tag(content.First + 1) == "TO") && lemma is "agree" or "claim" or "tell" or "remind" or "counsel" or "caution" or "signal")
            return true;
        var verbs = 0;
        for (var at = content.First; at < content.End; at++)
        {
            // What stands behind a comma after a noun is not said: "maintains a lead, but rivals have gained".
            if (copy.Mark(at) == ',' && analysis.Tag(content.First) is "DT" or "PRP$" or "JJ" or "JJR" or "CD" or "NN" or "NNS" && at + 1 < content.End && analysis.Tag(at + 1) is "CC" or "VBG" or "WDT")
                // "argued the pipeline, which many want, “would not go” without it".
                return analysis.Tag(at + 1) == "WDT" && Resumes(at + 2, content.End) >= 0;
            // "writes a column and, since 2013, leads a choir".
            if (copy.Mark(at) == ',' && at > content.First && analysis.Tag(at - 1) == "CC" && verbs == 0)
                return false;
            // "added the week because the days overlapped": the reason's verb is not the week's.
            if (verbs == 0 && lemma == "add" && at > content.First && copy.Word(at) is "because" or "after" or "before" or "as" or "while" or "since")
                return false;
            verbs += analysis.Tag(at) switch { "VBD" or "VBZ" or "VBP" or "MD" => 1, "WP" or "WDT" or "WRB" when !analysis.Is(at, "that") => -1, _ => 0 };
            if (verbs > 0)
                return true;
        }

        return false;
    }

    /// <summary>True for a noun phrase with a figure in it: "a 2.8 percent rate", "a loss of $3m".</summary>
    private bool Counts(Stretch content)
    {
        for (var at = content.First; at < Math.Min(content.End, content.First + 6) && analysis.Tag(at) is "DT" or "JJ" or "NN" or "NNS" or "CD" or "$" or "IN" or "VBG" or "HYPH" or "JJR"; at++)
        {
            if (analysis.Tag(at) is "CD" or "$" && analysis.Tag(content.First) is "DT" or "JJ" or "NN")
                return true;
        }

        return false;
    }

    /// <summary>Verbs that tell of speech only before a quotation or "that": others begin and continue to do things.</summary>
    private static readonly System.Collections.Frozen.FrozenSet<string> QuoteOnly = System.Collections.Frozen.FrozenSet.ToFrozenSet("begin continue chant brief object boast post read".Split(' '));

    private bool IsBreak(int token) => copy.Mark(token) is ',' or '”' or '"' or '?' or '!' or '—' or '–' or '-' or '’' or '\'' or '…' && analysis.Label(token) != "case";

    private bool ClosesQuotation(int token)
    {
        for (var at = token; at >= token - 1 && at >= 0; at--)
        {
            if (copy.QuotationOf[at] is >= 0 and var quotation && copy.Quotations[quotation].End == at + 1)
                return true;
        }

        return false;
    }

    /// <summary>True where a quotation with a clause of its own opens the sentence, and nothing that tells follows it: "“If they had not come” with their ships, Doe said".</summary>
    private bool Quotes(int first, int before, int verb) =>
        Opens(first) && copy.QuotationOf[first] != copy.QuotationOf[verb] && copy.Quotations[copy.QuotationOf[first]] is { Closed: true } quotation && quotation.End <= before
        && analysis.HasFinite(first, quotation.End) && !analysis.HasFinite(quotation.End, before);

    private bool IsPause(int token) => copy.Mark(token) is ',' or '—' or '–' or '―' or ';' || copy.Mark(token) == '-' && analysis.Label(token) == "punct";

    /// <summary>True for the mark that opens a quotation.</summary>
    public bool Opens(int token) => copy.QuotationOf[token] is >= 0 and var quotation && copy.Quotations[quotation].First == token;

    /// <summary>True where somebody says something among the words.</summary>
    public bool Reports(int first, int end)
    {
        for (var at = first; at < end; at++)
        {
            if (analysis.Tag(at)[0] == 'V' && CueWords.Of(copy.Word(at)) is { Reporting: true })
                return true;
        }

        return false;
    }

    /// <summary>True where a subject and its finite verb begin at the token.</summary>
    public bool Subject(int first, int end)
    {
        var noun = false;
        for (var at = first; at < Math.Min(end, first + 8); at++)
        {
            if (analysis.IsFinite(at))
                return noun;
            if (copy.Mark(at) is ',' or ';')
                return false;
            noun |= analysis.Tag(at)[0] == 'N' || analysis.Tag(at) is "PRP" or "EX" or "CD" or "DT";
        }

        return false;
    }

    /// <summary>The relative pronoun right before the speaker, or -1.</summary>
    private int Relative(int left, int verb, Sentence sentence)
    {
        var at = left - 1;
        if (at < sentence.First || analysis.Tag(at) is not ("WDT" or "WP") && !(analysis.Is(at, "that") && (analysis.Label(verb) == "acl:relcl" || verb + 1 < sentence.End && analysis.IsFinite(verb + 1) && at > sentence.First && analysis.Tag(at - 1)[0] == 'N')))
            return -1;
        return at;
    }

    private static readonly CueWord Plain = new("say", Manner.Said, CueFrame.Clause, true);

    /// <summary>True for "who", "which", "that": what stands before them is the source itself.</summary>
    private bool Relative(Stretch source) => source.Length == 1 && analysis.Tag(source.First) is "WP" or "WDT";

    private bool Verbal(Stretch content)
    {
        for (var at = content.First; at < content.End; at++)
        {
            if (analysis.Tag(at)[0] == 'V' || analysis.Tag(at) == "MD")
                return true;
        }

        return false;
    }

    private bool HasWords(Stretch content)
    {
        for (var at = content.First; at < content.End; at++)
        {
            if (char.IsLetter(copy.Mark(at)))
                return true;
        }

        return false;
    }
}
