using Wireroom.Language.Text;

namespace Wireroom.Language.Attribution;

/// <summary>Where what is said ends behind the verb: where the reporter, or somebody else, goes on.</summary>
internal sealed partial class Contents
{
    /// <summary>How far what is said goes after the verb.</summary>
    private Stretch RightEnd(Draft draft, CueWord cue, int start, int verb, Stretch bounds)
    {
        var end = bounds.End;
        if (Opens(start))
        {
            var quotation = copy.Quotations[copy.QuotationOf[start]];
            // "chanted “What curfew?” and kept going".
            if (quotation.End >= end - 1 || copy.Mark(quotation.End - 2) is '?' or '!' && analysis.Tag(quotation.End) == "CC" && analysis.Tag(quotation.End + 1) is "VBD" or "VBZ" or "VBP")
                return new Stretch(start, quotation.End);
        }

        // "said as much in an interview".
        if (analysis.Is(start, "as") && analysis.Is(start + 1, "much") && start + 2 < end && analysis.Tag(start + 2) is "IN" or "RB" or "NNP")
            return new Stretch(start, start + 2);
        var label = analysis.Label(verb);
        if (cue.Frame is CueFrame.Object or CueFrame.Preposition && !analysis.Is(start, "that"))
            end = PhraseEnd(start, end, verb);
        if (Subordinator(draft, bounds))
        {
            for (var at = start + 2; at + 1 < end; at++)
            {
                if (copy.Mark(at) == ',' && copy.QuotationOf[at] == copy.QuotationOf[verb] && analysis.Tag(at + 1) is "PRP" or "NNP" or "DT" or "NNS" or "NN" or "JJ" or "PRP$" or "CD" && analysis.HasFinite(at + 1, end))
                {
                    end = at;
                    break;
                }
            }
        }

        // "Years after Doe claimed that the days were over, Roe won", "After the report, which found that she broke the rules, the campaign": the main clause is still to come.
        else if (Opening(draft, bounds))
        {
            var finite = false;
            for (var at = start + 2; at + 1 < end; at++)
            {
                // "A report that said the dam was unsafe | was never published": a second verb with nothing to link it.
                if (Relative(draft.Source!.Value) && !Opens(start) && copy.QuotationOf[at] == copy.QuotationOf[verb])
                {
                    if (analysis.IsFinite(at))
                    {
                        if (finite && analysis.Tag(at - 1)[0] is 'N' or 'J' or 'R' or 'V')
                        {
                            end = at;
                            break;
                        }

                        finite = true;
                    }
                    else if (analysis.Tag(at) is "CC" or "IN" or "WP" or "WDT" or "WRB" or "TO" or ",")
                    {
                        finite = false;
                    }
                }

                if (copy.Mark(at) == ',' && copy.QuotationOf[at] == copy.QuotationOf[verb] && analysis.HasFinite(start, at) && Subject(at + 1, end) && analysis.Tag(at + 1) is not ("WDT" or "WP" or "IN" or "CC"))
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
            if (copy.QuotationOf[at] is >= 0 and var quoted && quoted != copy.QuotationOf[verb] && copy.Quotations[quoted].End == at + 1 && copy.Mark(at - 1) == ',' && at + 1 < end
                && (analysis.Tag(at + 1) == "VBG" || GoesOn(at + 1) || copy.Word(at + 1).ToString() is "before" or "while" or "until" || analysis.Is(at + 1, "when") && !analysis.Is(at + 2, "it") || copy.Word(at + 1).ToString() is "after" or "who" || Subordinator(draft, bounds) && analysis.HasFinite(at + 1, end)))
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

            var mark = copy.Mark(at);
            // "Weller, who says it is lost, has written": the sentence goes on with its own verb.
            if (mark == ',' && at + 1 < end && (Relative(draft.Source!.Value) || analysis.Tag(verb) == "VBG" && analysis.HasClause(start, at)) && (analysis.IsFinite(at + 1) || Relative(draft.Source.Value) && analysis.Tag(at + 1) is "VBN" or "VB"))
                end = at;
            // "Doe, noting the size of the crowd, said": the sentence goes on with its own verb of saying.
            else if (mark == ',' && at + 1 < end && analysis.Tag(verb) == "VBG" && draft.Source!.Value.First < verb && analysis.Tag(at + 1) is "VBD" or "VBZ" && CueWords.Of(copy.Word(at + 1)) is { Reporting: true })
                end = at;
            // "– Doe saying she was glad and Roe calling it a success".
            else if (analysis.Tag(verb) == "VBG" && analysis.Tag(at) == "CC" && at + 2 < end && analysis.Tag(at + 1) == "NNP" && analysis.Tag(at + 2) == "VBG" && CueWords.Of(copy.Word(at + 2)) is not null)
                end = at;
            // "… they would — and they never did": the reporter's own clause.
            else if ((mark is '—' or '–' || copy.IsDash(at)) && at + 2 < end && copy.Word(at + 1) is "though" or "although" && analysis.HasFinite(start, at))
                end = at;
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
            // "has said the same, including the former mayor".
            else if (mark == ',' && at + 1 < end && analysis.Is(at + 1, "including") && analysis.Is(start, "the") && analysis.Is(start + 1, "same"))
                end = at;
            // "announced his running mate, calling him", "announced a plan, plans to focus".
            else if (mark == ',' && at + 1 < end && cue.Lemma is "announce" && analysis.Tag(at + 1) is "VBG" or "VBZ" or "VBD" && !analysis.HasFinite(start, at))
                end = at;
            else if (at > start + 1 && cue.Lemma is "report" or "acknowledge" or "announce" or "deny" or "admit" or "confirm" or "claim" && (copy.Word(at).ToString() is "although" or "though" || analysis.Is(at, "even") && analysis.Is(at + 1, "as")) && !analysis.HasFinite(start, at))
                end = at;
            else if (analysis.Tag(at) == "CC" && at + 1 < end && !(analysis.Is(at, "but") && (analysis.Is(at + 1, "also") || analysis.Is(at + 1, "that"))) && !Joins(cue, start, at, end) && !Shared(start, at) && (Coordinate(at, verb) >= 0 || AnotherCue(at, verb, end) || Returns(at, start, verb, end) || !analysis.HasFinite(start, at) && analysis.Tag(at + 1) is "VBD" or "VBZ" && (analysis.Tag(start) == "TO" || analysis.Tag(verb) == "VBG" && CueWords.Of(copy.Word(at + 1)) is { Reporting: true })))
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
        if (analysis.Tag(next) == "VBG" && copy.Word(next).ToString() is "noting" or "adding" or "pointing" or "referring" or "describing" or "stating" or "asserting" or "citing" or "alluding" or "highlighting" or "echoing" or "raising" or "prompting" or "sparking" or "contradicting" or "refuting")
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
        if (!analysis.Is(at, "when") || copy.Word(at + 1).ToString() is not ("asked" or "pressed" or "questioned") || analysis.Is(at + 2, "to"))
            return false;
        for (var colon = at; colon + 1 < end; colon++)
        {
            if (copy.Mark(colon) == ':' && Opens(colon + 1))
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
            if (analysis.Tag(rest)[0] == 'V' || analysis.Tag(rest) is "MD" or "CC" or "TO" or "WDT" or "WP" || copy.QuotationOf[rest] >= 0 || copy.Mark(rest) is ',' or ':' or ';')
                return false;
        }

        return true;
    }

    /// <summary>True for a quotation behind which somebody is named who says it, be it in a sentence of its own.</summary>
    private bool Spoken(Quotation quotation, int end) =>
        Reports(quotation.End, Math.Min(end, quotation.End + 12)) || quotation.End > end && copy.Mark(quotation.End - 2) == ',' && Reports(quotation.End, Math.Min(copy.Tokens.Count, quotation.End + 6));

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
            if (rest < end && copy.Mark(rest) != '.')
                return -1;
            var comma = -1;
            for (var at = cue - 1; at > start && (analysis.Tag(at) is "NN" or "NNS" or "NNP" or "NNPS" or "DT" or "JJ" or "PRP$" or "PRP" or "POS" or "CD" or "HYPH" or "IN" or "RB" or "VBN" or "," || copy.Mark(at) == '-'); at--)
            {
                if (copy.Mark(at) == ',' && copy.QuotationOf[at] == copy.QuotationOf[verb])
                    comma = at;
            }

            // "… that she would “keep an eye on it,” the messages show": the comma stands in the quotation that it ends.
            var close = cue - 1;
            while (close > start && analysis.Tag(close) is "NN" or "NNS" or "NNP" or "NNPS" or "DT" or "JJ" or "PRP$" or "PRP" or "POS")
                close--;
            if (comma < 0 && close < cue - 1 && ClosesQuotation(close) && copy.Mark(close - 1) == ',' && copy.QuotationOf[close] != copy.QuotationOf[verb] && analysis.HasFinite(start, close))
                return close + 1;

            return comma > start && comma < cue - 1 && analysis.HasFinite(start, comma) ? comma : -1;
        }

        return -1;
    }

    /// <summary>The end of a clause within another: where the parse ends it, or the next break where that leaves a clause without its verb ("who say they | would").</summary>
    private int ClauseOf(int start, int parsed, int verb, int end)
    {
        // "went on to explain how he believes | cuts to spending left": the parse breaks off before a subject.
        var broken = parsed < end && analysis.Tag(parsed)[0] == 'N' && analysis.Tag(parsed - 1) is "VBZ" or "VBD" or "VBP" && CueWords.Of(copy.Word(parsed - 1)) is not null;
        if (!broken && analysis.HasFinite(start, parsed) || !analysis.HasFinite(start, end) || parsed < end && copy.Mark(parsed) is ',' or ';' or '—' or '–')
            return parsed;
        for (var at = parsed; at < end; at++)
        {
            if (copy.QuotationOf[at] == copy.QuotationOf[verb] && analysis.HasFinite(start, at) && copy.Mark(at) is ',' or ';' or '—' or '–')
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
        if (copy.Word(next).ToString().ToLowerInvariant() is not ("which" or "while" or "but") || !analysis.HasFinite(start, comma) && !(analysis.Is(next, "which") && analysis.Tag(start) is "DT" && !analysis.HasFinite(start, comma) && Resumes(next + 2, end) < 0))
            return false;
        if (analysis.Is(next, "which"))
        {
            // "…, which is a problem because, “we vote for somebody”": it is said on.
            if (QuotesIn(next, end))
                return false;

            // Nothing that was said follows the relative clause: no comma with a finite verb after it.
            for (var at = next; at + 1 < end; at++)
            {
                if (copy.Mark(at) == ',' && analysis.Tag(at + 1) is "VBD" or "VBZ" or "VBP" or "MD" or "CC")
                    return false;
            }

            return true;
        }

        return next + 1 < end && !analysis.Is(next + 1, "that") && !(analysis.Is(next, "but") && analysis.Tag(next + 1) == "RB") && Subject(next + 1, end);
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

    /// <summary>True for the "and" between two subjects of a clause that has no verb yet: "because | the council and its chairman agreed".</summary>
    private bool Shared(int start, int conjunction)
    {
        var at = conjunction - 1;
        if (analysis.Tag(at)[0] != 'N' || analysis.Tag(conjunction + 1) is not ("NNP" or "DT"))
            return false;
        while (at > start && (analysis.Tag(at) is "NN" or "NNS" or "NNP" or "NNPS" or "DT" or "JJ" or "POS" or "CD" || copy.Mark(at) == ','))
            at--;
        return at > start && copy.Word(at) is "because" or "that" or "when" or "if" or "whether" or "while" or "as";
    }

    /// <summary>The verb that a conjunction joins to the cue, so that what is said ends before it; -1 where it joins something else.</summary>
    private int Coordinate(int conjunction, int verb)
    {
        var head = analysis.Head(conjunction);
        if (head <= conjunction)
            return -1;
        for (var up = head; up > verb && analysis.Label(up) == "conj"; up = analysis.Head(up))
        {
            // What the speaker felt or wanted belongs to what he said: "said she was elated but still feared them".
            if (analysis.Head(up) == verb && CueWords.Of(copy.Word(head)) is { Manner: not (Manner.Believed or Manner.Intended) } && !analysis.Is(conjunction + 1, "that") && !(analysis.Tag(verb) == "VBG" && analysis.Tag(head) == "VBD" && head == conjunction + 1))
                return head;
        }

        return -1;
    }

    /// <summary>The end of a relative clause: the next comma, or the end of the bounds.</summary>
    private int ClauseEnd(int first, int verb, Stretch bounds)
    {
        for (var at = first; at < bounds.End; at++)
        {
            if (copy.Mark(at) is ',' or ';' or '—' or '–' && !analysis.Below(Math.Min(at + 1, bounds.End - 1), verb))
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
        // "suggesting that he was born there and is one of them".
        if (next >= end || copy.Word(next) is "is" or "are" or "was" or "were" or "has" or "have" or "had" || TimeOf(next) is not (>= 0 and var time) || copy.QuotationOf[next] != copy.QuotationOf[verb] || time != TimeAround(verb))
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
                return subject ? (cue.Reporting || cue.Lemma is "accuse" or "criticize" or "criticise" or "denounce" or "condemn") && tag is "VBD" or "VBZ" or "VBP" or "VBN" : tag == analysis.Tag(verb) && cue.Manner is not (Manner.Believed or Manner.Shown or Manner.Intended);
            if (tag is "NN" or "NNS" or "NNP" or "NNPS" or "PRP")
                subject = true;
            else if (subject && copy.Mark(at) == ',' && Named(at + 1, end) is > 0 and var close)
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
        return at > first && at < end && copy.Mark(at) == ',' ? at : -1;
    }

    /// <summary>True where a word stands right before the cue's clause that makes it wait for another, wherever it stands.</summary>
    private bool Subordinate(Draft draft, Stretch bounds)
    {
        var before = Math.Min(draft.Source!.Value.First, draft.Cue.First) - 1;
        return before >= bounds.First && (analysis.Tag(before) is "IN" or "WRB" or "WDT" or "WP" || Waits(before) || analysis.Tag(before)[0] == 'N');
    }

    /// <summary>True where the cue's clause hangs on "after", "when" or a noun before it, and no main clause has begun: it follows behind a comma.</summary>
    private bool Opening(Draft draft, Stretch bounds)
    {
        var left = Math.Min(draft.Source!.Value.First, draft.Cue.First);
        var hangs = left - 1;
        return hangs > bounds.First && (!analysis.HasFinite(bounds.First, left) || analysis.Tag(hangs - 1) == "CC") && (Relative(draft.Source.Value) || analysis.Tag(hangs) is "IN" or "WRB" && copy.Word(hangs) is "while" or "although" or "though" or "when" or "if" or "after" or "because" or "since" or "before" or "once");
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
}
