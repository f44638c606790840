using Wireroom.Language.Tagging;
using Wireroom.Language.Text;

namespace Wireroom.Language.Attribution;

/// <summary>Finds what is said: before the cue, after it, on both sides, and in the quotations that go on after it.</summary>
internal sealed partial class Contents(Analysis analysis)
{
    private const int ShortestAlone = 8; // tokens, marks among them
    private readonly Copy copy = analysis.Copy;

    /// <summary>Fills the content of a draft with a verb; false where nothing is said.</summary>
    public bool Fill(Draft draft, CueWord cue, Sentence sentence)
    {
        var (verb, group, source) = (draft.Word, draft.Cue, Begun(draft, sentence));
        var inverted = source.First > verb;
        var left = inverted ? group.First : Math.Min(source.First, group.First);
        var after = inverted ? source.End : Math.Max(group.End, source.First < verb ? group.End : source.End);
        var participle = analysis.Tag(verb) == "VBG" && source.End < group.First;
        // "“It is gone,” she said, but added that": what stands before her is what she said first.
        if (participle || !inverted && Reports(source.End, group.First))
            left = group.First;
        var bounds = Bounds(verb, sentence);
        if (!inverted && draft.Reporting && Colon(after, verb, bounds) && Introduced(sentence) is { } below)
        {
            draft.Content.Add(below);
            return true;
        }

        var before = left - 1;
        var ready = !participle && before >= bounds.First && IsBreak(before);
        var direct = ready && ClosesQuotation(before);
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
            if (inverted && !direct && after < bounds.End && analysis.Tag(after) == "CC")
                return false;
            if (content.Length > 0 && HasWords(content) && (direct || !Relative(source)))
            {
                draft.Content.Add(content);
                Rest(draft, after, bounds, direct);
                // "Since then, Germany has responded": a scene alone is nothing that was said.
                if (direct || draft.Content.Count > 1 || Verbal(content) || copy.Paragraphs[sentence.Paragraph].Kind == ParagraphKind.Headline || content.Length > 2 && analysis.Tag(content.First) is "NN" or "NNS" or "NNP" or "DT" or "CD" or "PRP$" or "JJ" && !TimeWords.Has(copy.Word(content.First)))
                    return true;
                draft.Content.Clear();
            }
        }

        if (inverted && cue.Frame == CueFrame.Clause && !ready)
            return false;
        if (!inverted && left - 1 > bounds.First && analysis.Is(left - 1, "as") && (copy.Text[copy.Tokens[left - 2].Start] == ',' && !HasRight(verb, after, cue, bounds) || ClosesQuotation(left - 2) && copy.Text[copy.Tokens[left - 3].Start] == ','))
        {
            // "…, as the ministry reported": what stands before.
            var said = Trimmed(new Stretch(bounds.First, copy.Text[copy.Tokens[left - 2].Start] == ',' ? left - 2 : left - 1));
            if (said.Length > 0 && HasWords(said))
            {
                draft.Content.Add(said);
                return true;
            }
        }

        if (!inverted && left > bounds.First && analysis.Is(left - 1, "as") && cue.Frame is CueFrame.Clause or CueFrame.Hearer && !QuoteOnly.Contains(cue.Lemma)
            && after < bounds.End && (copy.Text[copy.Tokens[after].Start] == ',' || analysis.Tag(after) is "IN" or "RB" or "NNP" or "WRB" || cue.Frame == CueFrame.Hearer || TimeWords.Has(copy.Word(after))) && AfterComma(after, bounds) is { } told)
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
            if (rest.Length > 2 && (analysis.Is(rest.First, "that") || analysis.Tag(rest.First) == "PRP" && analysis.Tag(rest.First + 1) is "VBD" or "VBZ" or "VBP" or "MD"))
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
            return Before(draft, left, after, sentence);
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
        if (right.Length <= 0 || !HasWords(right) || ClauseOnly.Contains(cue.Lemma) && !IsClause(right, cue.Lemma) || Deed(right, cue.Lemma, after))
            return false;
        if (QuoteOnly.Contains(cue.Lemma) && !Opens(right.First) && !analysis.Is(right.First, "that"))
            return false;
        draft.Content.Add(right);
        if (cue.Reporting && copy.QuotationOf[verb] < 0 && right.End >= sentence.End - 1)
            Following(draft, Math.Max(sentence.End, right.End));
        return true;
    }

    /// <summary>True where nothing but circumstances stand between a verb and the colon that ends its sentence.</summary>
    private bool Colon(int after, int verb, Stretch bounds) => PastCircumstances(after, verb, bounds.End) is var at && at == bounds.End - 1 && copy.Text[copy.Tokens[at].Start] == ':';

    /// <summary>The paragraph of plain copy that a colon at the end of its paragraph brings in; null where there is none, or where a quotation stands there, which is told by its marks.</summary>
    public Stretch? Introduced(Sentence sentence)
    {
        var next = sentence.Paragraph + 1;
        if (copy.Paragraphs[sentence.Paragraph].End != sentence.End || copy.Text[copy.Tokens[sentence.End - 1].Start] != ':' || next >= copy.Paragraphs.Count || copy.Paragraphs[next] is not { Kind: ParagraphKind.Copy } paragraph || paragraph.First >= paragraph.End || Opens(paragraph.First))
            return null;
        return Trimmed(new Stretch(paragraph.First, paragraph.End));
    }

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
        if (first - 2 > sentence.First && copy.Text[copy.Tokens[first - 1].Start] == ',' && analysis.Tag(first) == "NNP" && analysis.Tag(first - 2) is "NN" or "NNS" && analysis.PhraseStart(first - 2, sentence.First) is var noun && noun > sentence.First && ClosesQuotation(noun - 1) && IsBreak(noun - 1))
            return (Stretch)(draft.Source = source with { First = noun });
        while (first > sentence.First && source.First - first < 8 && (analysis.Tag(first - 1) is "DT" or "JJ" or "NN" or "NNS" or "NNP" or "NNPS" or "CD" or "PRP$" or "POS" or "HYPH" or "CC" && first < source.First || copy.Text[copy.Tokens[first - 1].Start] == '-') && copy.QuotationOf[first - 1] == copy.QuotationOf[source.First])
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
        if (rest < sentence.End && copy.Text[copy.Tokens[rest].Start] != '.' || left != sentence.First || left == 0 || copy.Paragraphs[sentence.Paragraph].First >= left || copy.QuotationOf[left - 1] is not (>= 0 and var quotation) || copy.Quotations[quotation].End != left || !draft.Reporting || copy.QuotationOf[draft.Word] >= 0)
            return false;
        draft.Content.Add(new Stretch(Math.Max(copy.Quotations[quotation].First, copy.Paragraphs[sentence.Paragraph].First), left));
        Following(draft, sentence.End);
        return true;
    }

    /// <summary>"Doe said, if elected, she would go", "she added, the plan is dead": a clause behind a comma; -1 elsewhere.</summary>
    private int BehindPause(Draft draft, bool inverted, int after, CueWord cue, Stretch bounds)
    {
        var verb = draft.Word;
        if (inverted || cue.Lemma is not ("say" or "tell" or "add" or "claim" or "report" or "note" or "argue" or "insist" or "warn" or "explain" or "announce") || Subordinate(draft, bounds) || analysis.Tag(verb) is not ("VBD" or "VBZ" or "VBP") || PauseAfter(after, verb, bounds) is not (>= 0 and var pause) || copy.Text[copy.Tokens[pause].Start] != ',')
            return -1;
        return pause + 1 < bounds.End && analysis.Tag(pause + 1) is not ("VBG" or "CC" or "WDT" or "WP" or "WRB" or "VBD" or "VBZ" or "VBN") && copy.Word(pause + 1).ToString() is not ("according" or "while" or "as" or "after" or "before" or "although" or "though" or "because" or "with" or "who" or "when")
            && analysis.HasFinite(pause + 1, bounds.End) ? pause + 1 : -1;
    }

    /// <summary>Fills the content of a draft with what begins at a token and goes on to the end of its clause.</summary>
    public bool After(Draft draft, int start, Sentence sentence)
    {
        var bounds = Bounds(draft.Word, sentence);
        while (start < bounds.End && copy.Text[copy.Tokens[start].Start] is ',' or ':')
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
        if (end > first && copy.Text[copy.Tokens[end - 1].Start] == ')' && !Enumerable.Range(first, end - first).Any(at => copy.Text[copy.Tokens[at].Start] == '('))
            end--;
        while (first < end && copy.Text[copy.Tokens[first].Start] is ',' or ';' or ':' or '—' or '–' or '―' or '-' or '.')
            first++;
        while (end > first && copy.Text[copy.Tokens[end - 1].Start] is ',' or ';' or ':' or '—' or '–' or '―' or '-' or '.' && copy.Tokens[end - 1].End - copy.Tokens[end - 1].Start < 3)
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
            var mark = copy.Text[copy.Tokens[at].Start];
            if (mark == ')')
                break;
            if (mark != '(')
                continue;
            first = at + 1;
            for (var close = verb; close < end; close++)
            {
                if (copy.Text[copy.Tokens[close].Start] == ')')
                    end = close;
            }

            break;
        }

        return new Stretch(first, end);
    }

    /// <summary>Verbs that report only with a clause or a quotation after them: "added a wing", "wrote a letter" report nothing.</summary>
    private static readonly System.Collections.Frozen.FrozenSet<string> ClauseOnly = System.Collections.Frozen.FrozenSet.ToFrozenSet(
        ("add continue conclude observe begin respond reply counter object reason interject write post email text maintain agree point complain joke boast protest volunteer repeat signal recount relate shout yell cry answer retort state "
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

    private bool IsClause(Stretch content, string lemma)
    {
        // "reported 16 dead", "reported turning back 37 people".
        if (lemma == "report" && (analysis.Tag(content.First) == "CD" || analysis.Tag(content.First) == "VBG" && content.Length > 1))
            return true;
        // "swing states shifting": "states" tells only with "that" or a quotation behind it.
        if (lemma == "state" && !Opens(content.First) && !analysis.Is(content.First, "that") && analysis.Tag(content.First) is "VBG" or "VBN" or "JJ" or "NNP" or "IN")
            return false;
        if (Opens(content.First) || analysis.Tag(content.First) is "WRB" or "WP" || analysis.Is(content.First, "that") || analysis.Is(content.First, "whether") || analysis.Is(content.First, "if") || analysis.Tag(content.First) == "TO" && lemma is "agree" or "claim" or "tell" or "remind" or "counsel" or "caution" or "signal")
            return true;
        var verbs = 0;
        for (var at = content.First; at < content.End; at++)
        {
            // What stands behind a comma after a noun is not said: "maintains a lead, but rivals have gained".
            if (copy.Text[copy.Tokens[at].Start] == ',' && analysis.Tag(content.First) is "DT" or "PRP$" or "JJ" or "JJR" or "CD" or "NN" or "NNS" && at + 1 < content.End && analysis.Tag(at + 1) is "CC" or "VBG" or "WDT")
                return false;
            verbs += analysis.Tag(at) switch { "VBD" or "VBZ" or "VBP" or "MD" => 1, "WP" or "WDT" or "WRB" when !analysis.Is(at, "that") => -1, _ => 0 };
            if (verbs > 0)
                return true;
        }

        return false;
    }

    /// <summary>Verbs that tell of speech only before a quotation or "that": others begin and continue to do things.</summary>
    private static readonly System.Collections.Frozen.FrozenSet<string> QuoteOnly = System.Collections.Frozen.FrozenSet.ToFrozenSet("begin continue chant brief object boast post read".Split(' '));

    private bool IsBreak(int token) => copy.Text[copy.Tokens[token].Start] is ',' or '”' or '"' or '?' or '!' or '—' or '–' or '-' or '’' or '\'' or '…' && analysis.Label(token) != "case";

    private bool ClosesQuotation(int token)
    {
        for (var at = token; at >= token - 1 && at >= 0; at--)
        {
            if (copy.QuotationOf[at] is >= 0 and var quotation && copy.Quotations[quotation].End == at + 1)
                return true;
        }

        return false;
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
        var clause = analysis.HasFinite(first, before) && !analysis.Is(first, "asked") && analysis.Tag(first) is not ("IN" or "WRB" or "VBG" or "VBN" or "TO");
        if (direct && clause)
            return false;
        var start = RightStart(verb, after, cue, bounds);
        if (start < 0)
            return false;
        if (Opens(start) && start + 1 < copy.Tokens.Count)
            return char.IsUpper(copy.Text[copy.Tokens[start + 1].Start]) && !(direct && clause);
        return direct && !clause;
    }

    /// <summary>True where nothing that is said follows the verb: the sentence ends, a comma stands there, or only time, place and hearer follow.</summary>
    private bool Parenthetical(int verb, int after, CueWord cue, Stretch bounds)
    {
        if (after >= bounds.End)
            return true;
        var mark = copy.Text[copy.Tokens[after].Start];
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
                // "He went through the code: “It was assumed,” he said": the quotation alone, behind a colon or a dash.
                if (copy.Quotations[quotation].End >= at && copy.Quotations[quotation].First is var opening && opening > first && (copy.Text[copy.Tokens[opening - 1].Start] is ':' or '—' or '–' || copy.Text[copy.Tokens[opening - 1].Start] == '-' && analysis.Label(opening - 1) == "punct") && Plainly(first, opening))
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

    /// <summary>Where begins what is told behind another's part of the sentence: "The roof held, the mayor said, while | the wall fell, the paper reported".</summary>
    private int BehindOthers(int first, int before, int verb)
    {
        for (var at = before - 2; at > first; at--)
        {
            if (copy.Text[copy.Tokens[at].Start] == ',' && copy.Word(at + 1) is "while" or "but" or "and" or "though" or "although" && copy.QuotationOf[at] == copy.QuotationOf[verb]
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
            if (copy.QuotationOf[at] >= 0 && copy.Text[copy.Tokens[end - 1].Start] != ':' || at + 3 > end && CueWords.Of(copy.Word(at)) is { Reporting: true })
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

    /// <summary>What goes on after "he said": the other half of a sentence, and the quotations that follow in the paragraph.</summary>
    private void Rest(Draft draft, int after, Stretch bounds, bool direct)
    {
        var sentence = copy.Sentences[draft.Sentence];
        // "The man, police said, was armed", "The difference, he told me on Friday, is that"; '"Family leave," the document says, begins after a year': the quotation is
        // a part of the sentence.
        if (PauseAfter(after, draft.Word, bounds) is var pause and >= 0 && pause + 1 < bounds.End && (direct
            ? analysis.Tag(pause + 1) is "VBD" or "VBZ" or "VBP" or "MD" && !analysis.HasFinite(draft.Content[0].First, draft.Content[0].End)
            : Opens(pause + 1) || (Continues(pause + 1, bounds, Waits(draft.Content[0].First)) || analysis.Is(pause + 1, "while") && QuotesIn(pause + 2, bounds.End)) && !Others(pause + 1, bounds.End)))
        {
            var content = Whole(Trimmed(new Stretch(pause + 1, bounds.End)));
            if (content.Length > 1)
                draft.Content.Add(content);
            return;
        }

        // 'The roof is gone, the mayor said. "We start again."': the quotation that follows is the mayor's.
        if (!direct && after >= sentence.End - 1 && copy.QuotationOf[draft.Word] < 0 && Verbal(draft.Content[^1]) && CueWords.Of(copy.Word(draft.Word)) is { Reporting: true })
            Following(draft, sentence.End);

        // "…," he said in an interview, "and …": the quotation goes on in the same sentence, with no other speaker before it.
        for (var at = after; direct && at < bounds.End; at++)
        {
            var lead = at;
            while (lead > after && Opens(at) && analysis.Tag(lead - 1) is "CC" or "RB")
                lead--;
            if (Opens(at) && lead > sentence.First && IsPause(lead - 1))
            {
                var end = QuoteEnd(at, bounds);
                draft.Content.Add(TrimQuote(new Stretch(lead, end)));
                after = end;
                break;
            }

            if (at > after && CueWords.Of(copy.Word(at)) is { Reporting: true } && analysis.Tag(at)[0] == 'V')
                break;
        }

        if (!direct || copy.QuotationOf[draft.Word] >= 0)
            return;
        Following(draft, Math.Max(sentence.End, after));
    }

    /// <summary>Adds the quotations that follow in the paragraph with nobody else to say them.</summary>
    private void Following(Draft draft, int next)
    {
        var paragraph = copy.Paragraphs[copy.Sentences[draft.Sentence].Paragraph];
        while (next < paragraph.End && (Opens(next) ? next : next + 1 < paragraph.End && analysis.Tag(next) == "CC" && Opens(next + 1) ? next + 1 : -1) is var opening and >= 0)
        {
            var end = copy.Quotations[copy.QuotationOf[opening]].End;
            if (end < paragraph.End && !EndsSentence(end))
            {
                // '"It is just a tax increase" for the top.': the sentence goes on in the reporter's words, with nobody else to say it.
                var whole = copy.Sentences.Find(sentence => sentence.First == next);
                if (whole.End <= end || Reports(end, whole.End))
                    break;
                end = whole.End;
            }

            // What touches goes together.
            if (draft.Content[^1].End == next)
                draft.Content[^1] = draft.Content[^1] with { End = end };
            else
                draft.Content.Add(new Stretch(next, end));
            next = end;
        }

        if (next >= paragraph.End)
            Alone(draft, copy.Sentences[draft.Sentence].Paragraph + 1);
    }

    /// <summary>Adds the paragraphs behind that are nothing but a quotation: nobody else is named who says it.</summary>
    private void Alone(Draft draft, int at)
    {
        for (; at < copy.Paragraphs.Count; at++)
        {
            var paragraph = copy.Paragraphs[at];
            if (paragraph.Kind != copy.Paragraphs[copy.Sentences[draft.Sentence].Paragraph].Kind || paragraph.First >= paragraph.End || !Opens(paragraph.First))
                return;
            for (var token = paragraph.First; token < paragraph.End; token++)
            {
                if (copy.QuotationOf[token] < 0)
                    return;
            }

            // "'Chief prosecutor.'" over what follows is a heading.
            if (at + 1 < copy.Paragraphs.Count && paragraph.End - paragraph.First < ShortestAlone && !Verbal(new Stretch(paragraph.First, paragraph.End)))
                return;
            draft.Content.Add(new Stretch(paragraph.First, paragraph.End));
        }
    }

    /// <summary>True where a quotation that ends before the token ends a sentence too, so that no speaker follows.</summary>
    private bool EndsSentence(int token) => copy.Sentences.Exists(sentence => sentence.First == token) && copy.Text[copy.Tokens[token - 2].End - 1] is '.' or '?' or '!' or '…' or '”';

    private bool IsPause(int token) => copy.Text[copy.Tokens[token].Start] is ',' or '—' or '–' or '―' or ';' || copy.Text[copy.Tokens[token].Start] == '-' && analysis.Label(token) == "punct";

    /// <summary>The pause behind a speaker and a verb, where nothing but a hearer, time, place and manner stands before it; -1 elsewhere.</summary>
    private int PauseAfter(int after, int verb, Stretch bounds)
    {
        var at = PastCircumstances(after, verb, bounds.End);
        return at < bounds.End && IsPause(at) ? at : -1;
    }

    /// <summary>Steps over the hearer where the verb has one, and over time, place and manner.</summary>
    private int PastCircumstances(int at, int verb, int limit)
    {
        if (at < limit && CueWords.Of(copy.Word(verb)) is { Frame: CueFrame.Hearer })
            at = SkipHearer(at, verb, limit);
        while (at < limit && SkipAdverbial(at, verb, limit) is var next && next > at)
            at = next;
        return at;
    }

    /// <summary>True where a clause opens that waits for the main one: "Though it was quick, he said, replacing her would be hard".</summary>
    private bool Waits(int token) => copy.Word(token).ToString().ToLowerInvariant() is "though" or "although" or "if" or "when" or "while" or "because" or "unless" or "once" or "since";

    private bool Continues(int token, Stretch bounds, bool waits)
    {
        if (!waits && analysis.Tag(token) is "VBG" || analysis.Is(token, "with") || analysis.Tag(token) == "CD" && token + 1 < bounds.End && TimeWords.IsSpan(copy.Word(token + 1)) || analysis.Tag(token) is "WDT" or "WP" or "WRB" || analysis.Is(token, "according") || analysis.Is(token, "while") || analysis.Is(token, "after") || analysis.Is(token, "as") || analysis.Is(token, "before"))
            return false;
        for (var at = token; at < bounds.End; at++)
        {
            if (analysis.Tag(at) is "VBD" or "VBZ" or "VBP" or "MD" or "VBN" or "VBG" or "VB")
                return true;
        }

        return false;
    }

    private bool Opens(int token) => copy.QuotationOf[token] is >= 0 and var quotation && copy.Quotations[quotation].First == token;

    private int QuoteEnd(int opening, Stretch bounds)
    {
        var quotation = copy.Quotations[copy.QuotationOf[opening]];
        return quotation.End >= bounds.End - 1 ? quotation.End : bounds.End;
    }

    private Stretch TrimQuote(Stretch content) => content.End > content.First && copy.QuotationOf[content.End - 1] >= 0 ? content : Trimmed(content);

    /// <summary>Where what is said begins after the verb; -1 where nothing is.</summary>
    private int RightStart(int verb, int after, CueWord cue, Stretch bounds)
    {
        var limit = bounds.End;
        // The plainest signs first: a colon, "that", a quotation.
        var at = after;
        var hearer = cue.Frame == CueFrame.Hearer;
        // "called for the rivals to drop out", "boasted of his skills": what stands behind the verb's own preposition.
        if (at + 1 < limit && (analysis.Is(at, "for") || analysis.Is(at, "on") || analysis.Is(at, "of") || analysis.Is(at, "to") && analysis.Tag(at + 1) is not ("VB" or "RB")) && !TimeWords.Has(copy.Word(at + 1))
            && cue.Lemma is "call" or "boast" or "complain" or "agree" or "apologize" or "apologise" or "point" or "refer" or "allude" && (cue.Lemma is not "agree" and not "point" || analysis.Is(at, "on") || analysis.Is(at, "to")))
            return at + 1;
        // "asked workers if they planned": who is asked is no part of the question.
        if (cue.Lemma is "ask" or "urge" or "implore" or "beg" or "exhort" && PastAsked(at, limit) is { } asked)
            return asked;
        // "“It is gone.” Doe said of the house": what it is about is no part of it.
        if (cue.Lemma == "say" && analysis.Is(at, "of"))
            return -1;
        // "pleaded guilty in July to lobbying".
        if (cue.Lemma == "plead" && analysis.Is(at, "guilty"))
        {
            for (var to = at + 1; to + 1 < Math.Min(limit, at + 5); to++)
            {
                if (analysis.Is(to, "to"))
                    return to + 1;
            }
        }

        // "had warned of weaknesses".
        if (cue.Lemma == "warn" && at + 1 < limit && copy.Word(at).ToString() is "of" or "against" or "about" or "over")
            return at + 1;
        if (cue.Frame is CueFrame.Clause or CueFrame.Hearer && (ThatAhead(at, limit, hearer) ?? (hearer ? ThatBeyond(at, limit) : ThatBehindDash(at, limit))) is { } that)
            return that;
        if ((hearer || cue.Lemma is "warn" or "caution" or "counsel") && PastHearer(at, limit, hearer) is { } past)
            return past;
        while (at < limit)
        {
            var mark = copy.Text[copy.Tokens[at].Start];
            if (mark == ':')
                return at + 1 < limit || at + 1 < copy.Tokens.Count && Opens(at + 1) ? at + 1 : -1;
            if (Opens(at) && analysis.Label(at) == "punct")
                return at;
            if (analysis.Is(at, "that") && (analysis.Tag(at) == "IN" || at + 1 < limit && Opens(at + 1)))
                return at;
            if (mark == ',' && at + 1 < limit && (Opens(at + 1) || analysis.Is(at + 1, "that")))
                return at + 1;
            // ", however,": stepped over.
            if (mark == ',' && at + 3 < limit && copy.Text[copy.Tokens[at + 2].Start] == ',' && copy.Word(at + 1).ToString() is "however" or "though" or "meanwhile" or "too" or "for")
            {
                at += 3;
                continue;
            }

            if (mark == ',' && (Insertion(at, limit) ?? QuoteAhead(at, limit)) is { } inserted)
                return inserted;
            if (analysis.Is(at, "about") && at + 1 < limit && analysis.Tag(at + 1) != "CD" && cue.Frame is CueFrame.Clause or CueFrame.Hearer)
                return at + 1;
            if (hearer)
            {
                if (SkipHearer(at, verb, limit) is var skipped && skipped > at)
                {
                    at = skipped;
                    hearer = false;
                    continue;
                }

                hearer = false;
            }

            if (SkipAdverbial(at, verb, limit) is var next && next > at)
            {
                at = next;
                continue;
            }

            break;
        }

        // "wrote to her", "reports to the president": a hearer, and nothing that is said.
        if (at < limit && cue.Lemma is "write" or "report" or "respond" or "reply" or "post" or "add" or "object" or "continue" && analysis.Is(at, "to") && !(at + 1 < limit && analysis.Tag(at + 1) == "VB"))
            return -1;
        if (at >= limit || copy.Text[copy.Tokens[at].Start] is ',' or '.' or ';' or '—' or '–' or ')' or '?' or '!')
            return -1;
        // "reported quoting a source", "said Monday in Vienna": how, when and where, and nothing that is said.
        if (cue.Frame is CueFrame.Clause or CueFrame.Hearer && (copy.Word(at).ToString() is "quoting" or "citing" or "referring" or "adding" or "speaking" or "including" or "according" or "alluding" or "pointing" || analysis.Tag(at) == "IN" && !analysis.HasFinite(at, limit) && !analysis.Is(at, "about") && !QuotesIn(at, limit)))
            return -1;
        if (cue.Frame == CueFrame.Preposition)
            return analysis.Tag(at) is "IN" or "TO" && at + 1 < limit ? at + 1 : -1;
        if (cue.Frame == CueFrame.Object && analysis.Tag(at) == "IN" && at + 1 < limit && !analysis.Is(at, "that") && !analysis.Is(at, "if") && !analysis.Is(at, "whether"))
            return at + 1;
        if (cue.Frame == CueFrame.Hearer && analysis.Tag(at) is "TO")
            return at;
        return at;
    }

    private bool QuotesIn(int first, int end)
    {
        for (var at = first; at < end; at++)
        {
            if (Opens(at) && !Titled(copy.Quotations[copy.QuotationOf[at]]))
                return true;
        }

        return false;
    }

    /// <summary>True for the name of a broadcast or a work: a few words with capitals ("on “Morning Joe”").</summary>
    private bool Titled(Quotation quotation)
    {
        if (quotation.End - quotation.First > 8)
            return false;
        for (var at = quotation.First; at < quotation.End; at++)
            if (copy.Tokens[at].End - copy.Tokens[at].Start > 3 && char.IsLower(copy.Text[copy.Tokens[at].Start]))
                return false;
        return true;
    }

    /// <summary>Where "that" begins what is said with no verb, mark or quotation before it: "announced on Monday that"; null elsewhere.</summary>
    private int? ThatAhead(int after, int limit, bool hearer)
    {
        // A speaker or an object right after the verb begins what is said, and a later "that" belongs to it.
        if (after < limit && !hearer && !analysis.Is(after, "that") && analysis.Tag(after) is "PRP" or "DT" or "NN" or "NNS" or "JJ" or "PRP$" or "CD" or "EX" && !TimeWords.Has(copy.Word(after)) && SkipAdverbial(after, after - 1, limit) == after)
            return null;
        for (var at = after; at < Math.Min(limit, after + 14); at++)
        {
            if (at > after && copy.Word(at).ToString() is "he" or "she" or "they" or "we" or "I" or "there")
                return null;
            if (analysis.Is(at, "that") && Begins(at, limit))
                return at;
            if (analysis.Tag(at) is "VBD" or "VBZ" or "VBP" or "MD" or "," or ":" or "``" or "WDT" or "WP" or "WRB" or "." || CueWords.Of(copy.Word(at)) is not null && analysis.Tag(at)[0] == 'V')
                return null;
        }

        return null;
    }

    /// <summary>Where "that" begins what is told to a hearer of many words: "told a town hall in Salem, New Hampshire, on Monday that"; null elsewhere.</summary>
    private int? ThatBeyond(int after, int limit)
    {
        for (var at = after; at < Math.Min(limit, after + 30); at++)
        {
            if (analysis.Is(at, "that") && Begins(at, limit))
                return at;
            if (analysis.Tag(at) is "VBD" or "VBZ" or "VBP" or "MD" or "VBG" or "WDT" or "WP" or "``" || analysis.Tag(at) == "PRP" && at > after)
                return null;
        }

        return null;
    }

    /// <summary>"said — on the air, as it happens — that": where "that" follows the second dash; null elsewhere.</summary>
    private int? ThatBehindDash(int after, int limit)
    {
        if (after >= limit || copy.Text[copy.Tokens[after].Start] is not ('—' or '–'))
            return null;
        for (var at = after + 1; at + 1 < Math.Min(limit, after + 20); at++)
        {
            if (copy.Text[copy.Tokens[at].Start] is '—' or '–')
                return analysis.Is(at + 1, "that") ? at + 1 : null;
        }

        return null;
    }

    /// <summary>True for a "that" which begins a clause rather than points at something or stands for it.</summary>
    private bool Begins(int that, int limit) =>
        analysis.Tag(that) == "IN" || that + 1 < limit && analysis.Tag(that + 1) is "PRP" or "DT" or "JJ" or "NN" or "NNS" or "NNP" or "PRP$" or "," or "CD" or "EX" or "IN" or "VBG" && analysis.HasFinite(that + 1, limit);

    /// <summary>Where begins what somebody is asked, behind a noun phrase for who is: "to", "if", a question word or a quotation.</summary>
    private int? PastAsked(int after, int limit)
    {
        var at = after;
        while (at < limit && at < after + 9 && analysis.Tag(at) is "DT" or "JJ" or "NN" or "NNS" or "NNP" or "NNPS" or "PRP" or "PRP$" or "CD" or "POS" or "HYPH" && !Opens(at))
            at++;
        if (at == after || at + 1 >= limit)
            return null;
        if (analysis.Tag(at) is "WRB" or "WP" || copy.Word(at) is "if" or "whether" || Opens(at))
            return at;
        // "asked her about the house"; "urged voters to stay" keeps who is to do it.
        if (analysis.Is(at, "about"))
            return at + 1;
        return copy.Text[copy.Tokens[at].Start] == ',' && Opens(at + 1) ? at + 1 : null;
    }

    /// <summary>Where what is told begins behind a hearer that the parser does not see: "told supporters this weekend | he would", "warned the states | to close"; null elsewhere.</summary>
    private int? PastHearer(int after, int limit, bool clause)
    {
        for (var at = after + 1; at + 1 < Math.Min(limit, after + 10); at++)
        {
            if (copy.Word(at).ToString() is "as" or "when" or "while" or "after" or "before" or "because" or "if" or "since" || analysis.Tag(at)[0] == 'V' || analysis.Tag(at - 1)[0] == 'V' || analysis.Tag(at - 1) is "," or ":" or "MD" or "WDT" or "WP" or "WRB" or "CC" || Opens(at) || analysis.Is(at, "that"))
                return null;
            if (clause && copy.Word(at).ToString() is "he" or "she" or "they" or "we" or "it" or "I" && analysis.Tag(at + 1) is "MD" or "VBD" or "VBZ" or "VBP")
                return at;
            if (!clause && analysis.Tag(at) == "TO" && analysis.Tag(at + 1) == "VB")
                return at;
        }

        return null;
    }

    /// <summary>After ", in a rare aside, that": where "that" follows the second comma; null elsewhere.</summary>
    private int? Insertion(int comma, int limit)
    {
        for (var at = comma + 1; at + 1 < limit && at < comma + 10; at++)
        {
            if (copy.Text[copy.Tokens[at].Start] == ',' && analysis.Is(at + 1, "that"))
                return at + 1;
        }

        return null;
    }

    /// <summary>After ", in reference to the vote, “": the quotation, where nothing but a phrase stands before it; null elsewhere.</summary>
    private int? QuoteAhead(int comma, int limit)
    {
        for (var at = comma + 1; at < limit && at < comma + 25; at++)
        {
            if (Opens(at))
                return copy.Text[copy.Tokens[at - 1].Start] is ',' or ':' ? at : null;
            if (analysis.Tag(at) is "VBD" or "VBZ" or "VBP" or "MD" or "VBG" or "CC" or "WP" or "WDT")
                return null;
        }

        return null;
    }

    private int SkipHearer(int at, int verb, int limit)
    {
        var head = at;
        while (analysis.Head(head) > at && analysis.Head(head) < limit && analysis.Head(head) != verb && analysis.Tag(analysis.Head(head)) is var tag && (tag[0] == 'N' || tag == "PRP") && Below(at, analysis.Head(head)))
            head = analysis.Head(head);
        if (analysis.Tag(head)[0] != 'N' && analysis.Tag(head) != "PRP")
            return at;
        if (analysis.Head(head) != verb && analysis.Label(head) is "nsubj")
            return at;
        var end = Math.Min(analysis.RightEdge(head) + 1, limit);
        for (var stop = at; stop < end; stop++)
        {
            if (stop > head && (copy.Text[copy.Tokens[stop].Start] is ',' or ':' || analysis.Is(stop, "that") || Opens(stop)))
                return stop;
        }

        return end;
    }

    private bool Below(int token, int other) => analysis.Below(token, other);

    /// <summary>Steps over an adverb, a day or a phrase of time, place or manner that hangs on the verb.</summary>
    private int SkipAdverbial(int at, int verb, int limit)
    {
        var tag = analysis.Tag(at);
        if (tag == "RB" && analysis.Head(at) == verb)
            return at + 1;
        if (TimeWords.Has(copy.Word(at)))
            return at + 1 < limit && copy.Word(at + 1).ToString() is "morning" or "afternoon" or "evening" or "night" ? at + 2 : at + 1;
        if (at + 1 < limit && copy.Word(at).ToString() is "this" or "last" or "that" && TimeWords.IsSpan(copy.Word(at + 1)))
            return at + 2;
        if (tag == "IN")
        {
            var noun = analysis.Head(at);
            if (noun > at && noun < limit && (analysis.Head(noun) == verb && analysis.Label(noun) is "obl" or "obl:agent" || analysis.Head(noun) > verb && analysis.Head(noun) < at && TimeWords.Has(copy.Word(analysis.Head(noun)))))
            {
                var end = Math.Min(analysis.RightEdge(noun) + 1, limit);
                for (var stop = at + 1; stop < end; stop++)
                {
                    if (analysis.Is(stop, "that") && analysis.Tag(stop) == "IN" || Opens(stop) || copy.Text[copy.Tokens[stop].Start] == ',')
                        return stop;
                    // "said after the convention he would not accept": the parser hangs the clause on the noun.
                    if (stop > noun && copy.Word(stop).ToString() is "he" or "she" or "they" or "we" or "I" && stop + 1 < limit && (analysis.Tag(stop + 1) == "MD" || copy.Word(stop + 1).ToString() is "had" or "has" or "have" or "was" or "were" or "is" or "are" or "did" or "does"))
                        return stop;
                }

                return end;
            }
        }

        return at;
    }

    /// <summary>How far what is said goes after the verb.</summary>
    private Stretch RightEnd(Draft draft, CueWord cue, int start, int verb, Stretch bounds)
    {
        var end = bounds.End;
        if (Opens(start))
        {
            var quotation = copy.Quotations[copy.QuotationOf[start]];
            if (quotation.End >= end - 1)
                return new Stretch(start, quotation.End);
        }

        var label = analysis.Label(verb);
        if (cue.Frame is CueFrame.Object or CueFrame.Preposition && !analysis.Is(start, "that"))
            end = PhraseEnd(start, end, verb);
        if (Subordinator(draft, bounds))
        {
            for (var at = start + 2; at + 1 < end; at++)
            {
                if (copy.Text[copy.Tokens[at].Start] == ',' && copy.QuotationOf[at] == copy.QuotationOf[verb] && analysis.Tag(at + 1) is "PRP" or "NNP" or "DT" or "NNS" or "NN" or "JJ" && analysis.HasFinite(at + 1, end))
                {
                    end = at;
                    break;
                }
            }
        }

        if (label is "acl:relcl" or "advcl" or "acl" && analysis.Tag(verb) != "VBG")
            end = ClauseOf(start, Math.Min(end, Math.Max(analysis.RightEdge(verb) + 1, start + 1)), verb, end);
        if (Tail(start, end, verb) is >= 0 and var tail)
            end = tail;
        for (var at = start + 1; at < end; at++)
        {
            // '… is "distorted," describing the team': the comma stands in the quotation that it ends.
            if (copy.QuotationOf[at] is >= 0 and var quoted && quoted != copy.QuotationOf[verb] && copy.Quotations[quoted].End == at + 1 && copy.Text[copy.Tokens[at - 1].Start] == ',' && at + 1 < end
                && (analysis.Tag(at + 1) == "VBG" || GoesOn(at + 1) || copy.Word(at + 1).ToString() is "before" or "while" or "when" or "until" or "after" or "who" || Subordinator(draft, bounds) && analysis.HasFinite(at + 1, end)))
            {
                end = at + 1;
                break;
            }

            if (copy.QuotationOf[at] != copy.QuotationOf[verb])
                continue;
            if (at > start + 1 && Circumstance(at, start, end))
            {
                end = at;
                break;
            }

            var mark = copy.Text[copy.Tokens[at].Start];
            // "Weller, who says it is lost, has written": the sentence goes on with its own verb.
            if (mark == ',' && at + 1 < end && (Relative(draft.Source!.Value) || analysis.Tag(verb) == "VBG" && analysis.HasClause(start, at)) && analysis.Tag(at + 1) is "VBD" or "VBZ" or "VBP" or "MD")
                end = at;
            // "… they would — and they never did": the reporter's own clause.
            else if (mark is '—' or '–' && at + 2 < end && (analysis.Tag(at + 1) == "CC" || copy.Word(at + 1).ToString() is "while" or "then" or "though" or "although") && analysis.HasFinite(start, at) && analysis.Tag(at + 2) is not ("IN" or "WRB" or "WDT" or "WP") && Subject(at + 2, end))
                end = at;
            // "…, refusing to acknowledge that they had, Doe tried to": the scene ends where the main clause begins.
            else if (mark == ',' && at + 1 < end && analysis.Tag(verb) == "VB" && analysis.Tag(draft.Cue.First) == "VBG" && analysis.HasFinite(start, at) && analysis.Tag(at + 1) is "NNP" or "PRP" && Subject(at + 1, end))
                end = at;
            else if (mark == ';' && at + 1 < end && Subject(at + 1, bounds.End) && analysis.HasFinite(start, at))
                end = at;
            else if (mark == ',' && at + 1 < end && (Leaves(at + 1, verb, start) || Aside(at, start, end) || Others(at + 1, end) && analysis.HasFinite(start, at) || GoesOn(at + 1) && analysis.HasFinite(start, at)))
                end = at;
            // "… that it had lost its way: “We are no longer we,” he said": what is quoted is told apart.
            else if (mark == ':' && at > start && at + 1 < end && Opens(at + 1) && analysis.HasFinite(start, at) && Spoken(copy.Quotations[copy.QuotationOf[at + 1]], end))
                end = at;
            // "announced his running mate, calling him", "announced a plan, plans to focus".
            else if (mark == ',' && at + 1 < end && cue.Lemma is "announce" && analysis.Tag(at + 1) is "VBG" or "VBZ" or "VBD" && !analysis.HasFinite(start, at))
                end = at;
            else if (at > start + 1 && cue.Lemma is "report" or "acknowledge" or "announce" or "deny" or "admit" or "confirm" or "claim" && (copy.Word(at).ToString() is "although" or "though" || analysis.Is(at, "even") && analysis.Is(at + 1, "as")) && !analysis.HasFinite(start, at))
                end = at;
            else if (analysis.Tag(at) == "CC" && at + 1 < end && !(analysis.Is(at, "but") && analysis.Is(at + 1, "also")) && !Joins(cue, start, at, end) && (Coordinate(at, verb) >= 0 || AnotherCue(at, verb, end) || Returns(at, start, verb, end) || !analysis.HasFinite(start, at) && analysis.Tag(at + 1) is "VBD" or "VBZ" && (analysis.Tag(start) == "TO" || analysis.Tag(verb) == "VBG" && CueWords.Of(copy.Word(at + 1)) is { Reporting: true })))
                end = at;
        }

        // A quotation left open at the end goes on to its closing mark.
        if (copy.QuotationOf[end - 1] is >= 0 and var last && copy.QuotationOf[verb] != last && copy.Quotations[last].First >= start)
            return new Stretch(start, Math.Max(end, copy.Quotations[last].End));
        return Trimmed(new Stretch(start, end));
    }

    /// <summary>True where somebody else begins to speak: ", though Doe said she doubted it", ", whereas the mayor argues".</summary>
    private bool Others(int next, int end)
    {
        if (copy.Word(next).ToString() is not ("though" or "although" or "whereas" or "while" or "as" or "and" or "but"))
            return false;
        var speaker = false;
        for (var at = next + 1; at < Math.Min(end, next + 9); at++)
        {
            var tag = analysis.Tag(at);
            if (tag is "VBD" or "VBZ" or "VBP")
                return speaker && CueWords.Of(copy.Word(at)) is { Reporting: true, Frame: CueFrame.Clause or CueFrame.Hearer };
            if (tag is not ("NN" or "NNS" or "NNP" or "NNPS" or "DT" or "JJ" or "PRP$" or "POS" or "CD" or "RB"))
                return false;
            speaker |= tag[0] == 'N';
        }

        return false;
    }

    /// <summary>True where the reporter goes on after a comma: ", as have others", ", even as he ran", ", a move that".</summary>
    private bool GoesOn(int next)
    {
        if (next + 1 >= copy.Tokens.Count)
            return false;
        if (analysis.Is(next, "as") && copy.Word(next + 1).ToString() is "has" or "have" or "had" or "did" or "does" or "do")
            return true;
        if (analysis.Is(next, "even") && analysis.Is(next + 1, "as"))
            return true;
        if (analysis.Tag(next) == "VBG" && copy.Word(next).ToString() is "noting" or "adding" or "pointing" or "referring" or "describing" or "stating" or "asserting" or "citing" or "alluding" or "highlighting" or "echoing" or "raising" or "prompting" or "sparking")
            return true;
        if (!analysis.Is(next, "a") && !analysis.Is(next, "an"))
            return false;
        for (var at = next + 1; at < Math.Min(copy.Tokens.Count, next + 5); at++)
        {
            if (Comments.Contains(copy.Word(at).ToString()))
                return true;
            if (analysis.Tag(at) is not ("JJ" or "NN" or "RB" or "VBN" or "HYPH"))
                return false;
        }

        return false;
    }

    /// <summary>Nouns by which the reporter says what the statement is: ", a claim that others deny".</summary>
    private static readonly System.Collections.Frozen.FrozenSet<string> Comments = System.Collections.Frozen.FrozenSet.ToFrozenSet(
        ("move charge claim recommendation acknowledgment acknowledgement admission reference swipe accusation allegation assertion decision reversal departure contrast sign signal jump rise increase drop decline nod rebuke "
        + "response shift layoff proposal phrase remark comment suggestion stance position line theme refrain jab dig").Split(' '));

    /// <summary>True where it begins how or when it was said, behind what is whole already: "on condition of anonymity", "when asked whether".</summary>
    private bool Circumstance(int at, int start, int end)
    {
        if (at + 2 >= end)
            return false;
        if (analysis.Is(at, "on") && (analysis.Is(at + 1, "condition") || analysis.Is(at + 1, "the") && analysis.Is(at + 2, "condition")))
            return true;
        if (Occasion(at, start, end))
            return true;
        if (!analysis.Is(at, "when") || copy.Word(at + 1).ToString() is not ("asked" or "pressed" or "questioned"))
            return false;
        for (var colon = at; colon + 1 < end; colon++)
        {
            if (copy.Text[copy.Tokens[colon].Start] == ':' && Opens(colon + 1))
                return false;
        }

        return true;
    }

    // Where and in what somebody speaks.
    private static readonly System.Collections.Frozen.FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Occasions = System.Collections.Frozen.FrozenSet.ToFrozenSet(
        "statement interview appearance release op-ed".Split(' ')).GetAlternateLookup<ReadOnlySpan<char>>();

    // The same, where no verb of what is said could have them for its own ("asked for it in a letter").
    private static readonly System.Collections.Frozen.FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> LooseOccasions = System.Collections.Frozen.FrozenSet.ToFrozenSet(
        "speech address letter tweet post email e-mail briefing conference message memo memorandum video column newsletter broadcast".Split(' ')).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>True where a phrase for the occasion ends the sentence: "in an appearance on the breakfast show", "in a statement on Friday".</summary>
    private bool Occasion(int at, int start, int end)
    {
        if (copy.Word(at) is not ("in" or "at" or "during" or "through" or "via") || analysis.Tag(at + 1) is not ("DT" or "PRP$"))
            return false;
        var noun = at + 2;
        while (noun < end && noun < at + 7 && !Occasions.Contains(copy.Word(noun)) && !LooseOccasions.Contains(copy.Word(noun)) && analysis.Tag(noun) is "JJ" or "NN" or "NNP" or "HYPH" or "POS")
            noun++;
        if (noun >= end || !Occasions.Contains(copy.Word(noun)) && (!LooseOccasions.Contains(copy.Word(noun)) || analysis.HasFinite(start, at)))
            return false;
        for (var rest = noun + 1; rest < end; rest++)
        {
            if (analysis.Tag(rest)[0] == 'V' || analysis.Tag(rest) is "MD" or "CC" or "TO" or "WDT" or "WP" || copy.QuotationOf[rest] >= 0 || copy.Text[copy.Tokens[rest].Start] is ',' or ':' or ';')
                return false;
        }

        return true;
    }

    /// <summary>True for a quotation behind which somebody is named who says it, be it in a sentence of its own.</summary>
    private bool Spoken(Quotation quotation, int end) =>
        Reports(quotation.End, Math.Min(end, quotation.End + 12)) || quotation.End > end && copy.Text[copy.Tokens[quotation.End - 2].Start] == ',' && Reports(quotation.End, Math.Min(copy.Tokens.Count, quotation.End + 6));

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

    /// <summary>The comma behind which another speaker ends the sentence, so that all before it is his: "Rebels told mediators they would free him, an envoy said"; -1 where nobody does.</summary>
    private int Tail(int start, int end, int verb)
    {
        for (var cue = end - 1; cue > start + 3; cue--)
        {
            if (analysis.Tag(cue) is not ("VBD" or "VBZ" or "VBP") || copy.QuotationOf[cue] != copy.QuotationOf[verb])
                continue;
            if (CueWords.Of(copy.Word(cue)) is not ({ Reporting: true, Frame: CueFrame.Clause or CueFrame.Hearer } or { Lemma: "show" or "find" }))
                return -1;
            var rest = PastCircumstances(cue + 1, cue, end);
            if (rest < end && copy.Text[copy.Tokens[rest].Start] != '.')
                return -1;
            var comma = -1;
            for (var at = cue - 1; at > start && (analysis.Tag(at) is "NN" or "NNS" or "NNP" or "NNPS" or "DT" or "JJ" or "PRP$" or "PRP" or "POS" or "CD" or "HYPH" or "IN" or "RB" or "VBN" or "," || copy.Text[copy.Tokens[at].Start] == '-'); at--)
            {
                if (copy.Text[copy.Tokens[at].Start] == ',' && copy.QuotationOf[at] == copy.QuotationOf[verb])
                    comma = at;
            }

            // "… that she would “keep an eye on it,” the messages show": the comma stands in the quotation that it ends.
            var close = cue - 1;
            while (close > start && analysis.Tag(close) is "NN" or "NNS" or "NNP" or "NNPS" or "DT" or "JJ" or "PRP$" or "PRP" or "POS")
                close--;
            if (comma < 0 && close < cue - 1 && ClosesQuotation(close) && copy.Text[copy.Tokens[close - 1].Start] == ',' && copy.QuotationOf[close] != copy.QuotationOf[verb] && analysis.HasFinite(start, close))
                return close + 1;

            return comma > start && comma < cue - 1 && analysis.HasFinite(start, comma) ? comma : -1;
        }

        return -1;
    }

    /// <summary>The end of a clause within another: where the parse ends it, or the next break where that leaves a clause without its verb ("who say they | would").</summary>
    private int ClauseOf(int start, int parsed, int verb, int end)
    {
        if (analysis.HasFinite(start, parsed) || !analysis.HasFinite(start, end) || parsed < end && copy.Text[copy.Tokens[parsed].Start] is ',' or ';' or '—' or '–')
            return parsed;
        for (var at = parsed; at < end; at++)
        {
            if (copy.QuotationOf[at] == copy.QuotationOf[verb] && analysis.HasFinite(start, at) && copy.Text[copy.Tokens[at].Start] is ',' or ';' or '—' or '–')
                return at;
        }

        return end;
    }

    /// <summary>
    /// True where after a comma the reporter goes on alone, with what was said already whole: ", which …" to the end, ", while …" and ", but …" with a clause of their own.
    /// </summary>
    private bool Aside(int comma, int start, int end)
    {
        var next = comma + 1;
        // The word first, and then the clause: in a long list each comma would ask for all that stands before it.
        if (copy.Word(next).ToString().ToLowerInvariant() is not ("which" or "while" or "but") || !analysis.HasFinite(start, comma))
            return false;
        if (analysis.Is(next, "which"))
        {
            // Nothing that was said follows the relative clause: no comma with a finite verb after it.
            for (var at = next; at + 1 < end; at++)
            {
                if (copy.Text[copy.Tokens[at].Start] == ',' && analysis.Tag(at + 1) is "VBD" or "VBZ" or "VBP" or "MD" or "CC")
                    return false;
            }

            return true;
        }

        return next + 1 < end && !analysis.Is(next + 1, "that") && Subject(next + 1, end);
    }

    /// <summary>True where a subject and its finite verb begin at the token.</summary>
    private bool Subject(int first, int end)
    {
        var noun = false;
        for (var at = first; at < Math.Min(end, first + 8); at++)
        {
            if (analysis.Tag(at) is "VBD" or "VBZ" or "VBP" or "MD")
                return noun;
            if (copy.Text[copy.Tokens[at].Start] is ',' or ';')
                return false;
            noun |= analysis.Tag(at)[0] == 'N' || analysis.Tag(at) is "PRP" or "EX" or "CD" or "DT";
        }

        return false;
    }

    /// <summary>True where after a comma another statement begins: ", adding that", ", according to", ", and called".</summary>
    private bool Leaves(int token, int verb, int start)
    {
        if (analysis.Is(token, "according") && !analysis.Is(token - 2, "that") || analysis.Is(token, "who") && analysis.HasFinite(start, token - 1) || analysis.Is(token, "compared"))
            return true;
        if (analysis.Tag(token) == "CC" && (Coordinate(token, verb) >= 0 || AnotherCue(token, verb, copy.Tokens.Count)))
            return true;
        if (analysis.Is(token, "quoting") || analysis.Is(token, "citing"))
            return true;
        return analysis.Tag(token) == "VBG" && CueWords.Of(copy.Word(token)) is { Reporting: true } && !(analysis.Head(token) >= start && analysis.Label(token) is "conj" or "acl");
    }

    /// <summary>True for the "and" between two subjects of what is said, which has no verb yet: "said the council and its members will vote".</summary>
    private bool Joins(CueWord cue, int start, int conjunction, int end) =>
        cue.Lemma is "say" or "add" or "insist" or "argue" && analysis.Tag(start) is "DT" or "NNP" or "NNPS" or "NNS" or "NN" or "PRP$" or "JJ" && analysis.Tag(conjunction + 1)[0] != 'V'
        && !analysis.HasFinite(start, conjunction) && analysis.HasFinite(conjunction, end);

    /// <summary>The verb that a conjunction joins to the cue, so that what is said ends before it; -1 where it joins something else.</summary>
    private int Coordinate(int conjunction, int verb)
    {
        var head = analysis.Head(conjunction);
        if (head <= conjunction)
            return -1;
        for (var up = head; up > verb && analysis.Label(up) == "conj"; up = analysis.Head(up))
        {
            if (analysis.Head(up) == verb && CueWords.Of(copy.Word(head)) is not null && !analysis.Is(conjunction + 1, "that"))
                return head;
        }

        return -1;
    }

    /// <summary>The relative pronoun right before the speaker, or -1.</summary>
    private int Relative(int left, int verb, Sentence sentence)
    {
        var at = left - 1;
        if (at < sentence.First || analysis.Tag(at) is not ("WDT" or "WP") && !(analysis.Is(at, "that") && analysis.Label(verb) == "acl:relcl"))
            return -1;
        return at;
    }

    /// <summary>The end of a relative clause: the next comma, or the end of the bounds.</summary>
    private int ClauseEnd(int first, int verb, Stretch bounds)
    {
        for (var at = first; at < bounds.End; at++)
        {
            if (copy.Text[copy.Tokens[at].Start] is ',' or ';' or '—' or '–' && !analysis.Below(Math.Min(at + 1, bounds.End - 1), verb))
                return at;
        }

        return bounds.End;
    }

    /// <summary>
    /// True where a conjunction leads back to what the speaker did: the verb right behind it stands in the time of the cue, and none of what is said does
    /// ("denies that it was a crime | and goes to great lengths", "saying he would appoint judges, | and reminded the audience").
    /// </summary>
    private bool Returns(int conjunction, int start, int verb, int end)
    {
        var next = conjunction + 1;
        while (next < end && analysis.Tag(next) == "RB")
            next++;
        if (analysis.Is(conjunction, "or"))
            return false;
        if (next >= end || TimeOf(next) is not (>= 0 and var time) || copy.QuotationOf[next] != copy.QuotationOf[verb] || time != TimeAround(verb))
            return false;
        var finite = false;
        for (var at = start; at < conjunction; at++)
        {
            if (TimeOf(at) == time || analysis.Tag(at) == "WP" && TimeOf(at + 1) < 0)
                return false;
            finite |= TimeOf(at) >= 0 || analysis.Tag(at) == "MD";
        }

        return finite;
    }

    private int TimeOf(int token) => analysis.Tag(token) switch { "VBD" => 1, "VBZ" or "VBP" => 0, _ => -1 };

    /// <summary>The time in which a cue stands, past (1) or present (0): its own, that of its auxiliary, or of the last finite verb before a participle; -1 where none is.</summary>
    private int TimeAround(int verb)
    {
        var first = copy.Sentences[analysis.SentenceOf(verb)].First;
        for (var at = verb; at >= first; at--)
        {
            if (TimeOf(at) >= 0 && copy.QuotationOf[at] == copy.QuotationOf[verb])
                return TimeOf(at);
        }

        return -1;
    }

    /// <summary>True where a conjunction leads to another verb of saying: "and called on", "and others have said".</summary>
    private bool AnotherCue(int conjunction, int verb, int end)
    {
        var subject = false;
        var first = conjunction + 1;
        // "and in an open letter on Tuesday 31 biologists warned": the scene is stepped over.
        while (first + 2 < end && analysis.Tag(first) == "IN" && copy.Word(first).ToString() is "in" or "on" or "at")
        {
            do
                first++;
            while (first < end && analysis.Tag(first) is "DT" or "JJ" or "NN" or "PRP$" || first < end && TimeWords.Has(copy.Word(first)));
        }

        for (var at = first; at < Math.Min(end, first + 8); at++)
        {
            var tag = analysis.Tag(at);
            if (tag[0] == 'V' && CueWords.Of(copy.Word(at)) is { } cue)
                return subject ? cue.Reporting && tag is "VBD" or "VBZ" or "VBP" or "VBN" : tag == analysis.Tag(verb) && cue.Manner is not (Manner.Believed or Manner.Shown or Manner.Intended);
            if (tag is "NN" or "NNS" or "NNP" or "NNPS" or "PRP")
                subject = true;
            else if (subject && copy.Text[copy.Tokens[at].Start] == ',' && Named(at + 1, end) is > 0 and var close)
                at = close;
            else if (tag == "CD" || tag == "IN" && subject && copy.Word(at).ToString() is "of" or "in")
                subject = true;
            else if (tag is not ("DT" or "JJ" or "RB" or "VBZ" or "VBP" or "VBD" or "MD" or "POS" or "PRP$") || !subject && tag is "VBZ" or "VBP" or "VBD" or "MD")
                return false;
        }

        return false;
    }

    /// <summary>The comma behind a name that stands between commas ("an opposition senator, Fausto Peredo, claimed"); -1 where there is none.</summary>
    private int Named(int first, int end)
    {
        var at = first;
        while (at < end && analysis.Tag(at) is "NNP" or "NNPS" or "HYPH")
            at++;
        return at > first && at < end && copy.Text[copy.Tokens[at].Start] == ',' ? at : -1;
    }

    /// <summary>True where a word stands right before the cue's clause that makes it wait for another, wherever it stands.</summary>
    private bool Subordinate(Draft draft, Stretch bounds)
    {
        var before = Math.Min(draft.Source!.Value.First, draft.Cue.First) - 1;
        return before >= bounds.First && (analysis.Tag(before) is "IN" or "WRB" or "WDT" or "WP" || Waits(before) || analysis.Tag(before)[0] == 'N');
    }

    /// <summary>True where the cue's clause opens the sentence with "while", "although", "when": a comma and the main clause follow.</summary>
    private bool Subordinator(Draft draft, Stretch bounds)
    {
        var left = Math.Min(draft.Source!.Value.First, draft.Cue.First);
        for (var at = bounds.First; at < left && at < bounds.First + 3; at++)
        {
            if (copy.Word(at).ToString().ToLowerInvariant() is "while" or "although" or "though" or "when" or "if" or "after" or "because" or "since" or "before" or "once" or "whereas" || analysis.Is(at, "as") && (at == bounds.First || at == bounds.First + 1 && analysis.Is(bounds.First, "even")))
                return left - at < 4;
        }

        return false;
    }

    /// <summary>"As the Post reported on Monday, …": what follows the comma; null where a clause follows the verb at once.</summary>
    private Stretch? AfterComma(int after, Stretch bounds)
    {
        for (var at = after; at + 1 < bounds.End && at < after + 12; at++)
        {
            if (copy.Text[copy.Tokens[at].Start] == ',')
                return Whole(Trimmed(new Stretch(at + 1, bounds.End)));
            if (copy.Text[copy.Tokens[at].Start] == ':' || Opens(at) || analysis.Tag(at) is "VBD" or "VBZ" or "VBP")
                return null;
        }

        return null;
    }

    private bool HasRight(int verb, int after, CueWord cue, Stretch bounds) => RightStart(verb, after, cue, bounds) >= 0 || AfterComma(after, bounds) is not null;

    private static readonly CueWord Plain = new("say", Manner.Said, CueFrame.Clause, true);

    /// <summary>The end of a phrase that is judged, asked or meant: the next break, or the word that sets its time.</summary>
    private int PhraseEnd(int start, int end, int verb)
    {
        var listed = -1;
        for (var at = start + 1; at < end; at++)
        {
            if (copy.QuotationOf[at] != copy.QuotationOf[verb])
                continue;
            if (copy.Text[copy.Tokens[at].Start] is ',' or ';' or ':' or '—' or '–' && !(copy.Text[copy.Tokens[at].Start] == ',' && at + 1 < end && (Opens(at + 1) || analysis.Tag(at + 1) is "CD" || analysis.Is(at + 1, "with") && at + 2 < end && analysis.Tag(at + 2) is "CD")))
            {
                if (Apposed(start, at, end))
                    return end;
                if (copy.Text[copy.Tokens[at].Start] == ',' && at > listed)
                    listed = Listed(start, at, end);
                if (at > listed || copy.Text[copy.Tokens[at].Start] != ',')
                    return at;
                continue;
            }

            // "denied the charges through his lawyer"; "denies any wrongdoing and points out"; "endorsed Doe - the first to do so".
            if (copy.Word(at).ToString() is "through" or "via" && analysis.Is(verb, "denied") || analysis.Tag(at) == "CC" && !analysis.HasFinite(start, at) && Deeds(at + 1, end) || IsDash(at) && at + 1 < end)
                return at;
            if (analysis.Tag(at) is "IN" or "WRB" && copy.Word(at).ToString() is "when" or "while" or "because" or "during" or "after" or "before" or "as" && at + 1 < end && analysis.Tag(at + 1) is "PRP" or "DT" or "NNP" or "PRP$"
                // "described his skills as a work in progress": what no clause follows belongs to it.
                && !(analysis.Is(at, "as") && !analysis.HasFinite(at + 1, Pause(at + 1, end))))
                return at;
        }

        return end;
    }

    /// <summary>True where a finite verb follows at once, or behind adverbs: "and once again did", "and kneels".</summary>
    private bool Deeds(int next, int end)
    {
        while (next < end && analysis.Tag(next) == "RB")
            next++;
        return next < end && analysis.Tag(next) is "VBD" or "VBZ" or "VBP";
    }

    private bool IsDash(int token) => copy.Text[copy.Tokens[token].Start] == '-' && token > 0 && copy.Tokens[token - 1].End < copy.Tokens[token].Start && token + 1 < copy.Tokens.Count && copy.Tokens[token].End < copy.Tokens[token + 1].Start;

    private int Pause(int start, int end)
    {
        while (start < end && copy.Text[copy.Tokens[start].Start] is not (',' or ';'))
            start++;
        return start;
    }

    /// <summary>The last comma of the list that goes on behind the comma ("on jobs, education and justice", "to enact reform, fix the system and"); -1 where none does.</summary>
    private int Listed(int start, int comma, int end)
    {
        while (true)
        {
            var next = comma + 1;
            if (analysis.Tag(start) == "TO" && next < end && analysis.Tag(next) == "VB")
                return comma;
            while (next < end && next < comma + 7 && analysis.Tag(next) is "DT" or "JJ" or "NN" or "NNS" or "NNP" or "NNPS" or "PRP$" or "POS" or "HYPH")
                next++;
            if (next == comma + 1 || next + 1 >= end || analysis.Tag(next - 1)[0] != 'N')
                return -1;
            if (copy.Word(next) is "and" or "or" && analysis.Tag(next + 1)[0] is 'N' or 'J' or 'D' or 'P' && !Subject(next + 1, end))
                return comma;
            if (copy.Text[copy.Tokens[next].Start] != ',')
                return -1;
            if (copy.Word(next + 1) is "and" or "or")
                return comma;
            comma = next;
        }
    }

    /// <summary>True where a noun phrase goes on behind an apposition with the verb of its clause: "show the committee, an outside group, | made a change".</summary>
    private bool Apposed(int start, int comma, int end)
    {
        for (var at = comma + 1; at + 1 < end; at++)
        {
            if (copy.Text[copy.Tokens[at].Start] == ',')
                return analysis.Tag(at + 1) is "VBD" or "VBZ" or "VBP" or "MD" && !analysis.HasFinite(start, at);
        }

        return false;
    }

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
            if (char.IsLetter(copy.Text[copy.Tokens[at].Start]))
                return true;
        }

        return false;
    }
}
