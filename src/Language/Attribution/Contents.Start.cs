using Wireroom.Language.Text;

namespace Wireroom.Language.Attribution;

/// <summary>Where what is said begins behind the verb: past the hearer, the day and the place.</summary>
internal sealed partial class Contents
{
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
            return BehindTopic(at + 1, limit);
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
        // "had told the unit in August of crates that": what it is about.
        if (cue.Lemma is "tell" or "inform" or "notify" && About(at, limit) is { } about)
            return about;
        while (at < limit)
        {
            var mark = copy.Mark(at);
            if (mark == ':')
                return at + 1 < limit || at + 1 < copy.Tokens.Count && Opens(at + 1) ? at + 1 : -1;
            if (Opens(at) && analysis.Label(at) == "punct")
                return at;
            if (analysis.Is(at, "that") && (analysis.Tag(at) == "IN" || at + 1 < limit && Opens(at + 1)))
                return at;
            if (mark == ',' && at + 1 < limit && (Opens(at + 1) || analysis.Is(at + 1, "that")))
                return at + 1;
            // ", however,": stepped over.
            if (mark == ',' && at + 3 < limit && copy.Mark(at + 2) == ',' && copy.Word(at + 1).ToString() is "however" or "though" or "meanwhile" or "too" or "for")
            {
                at += 3;
                continue;
            }

            // "told the panel when asked about it: “…”".
            if (at > after && at + 1 < limit && copy.Word(at) is "when" && copy.Word(at + 1) is "asked" or "pressed" or "questioned" && QuoteBehind(at, limit) is { } answered)
                return answered;
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
        if (at >= limit || copy.Mark(at) is ',' or '.' or ';' or '—' or '–' or ')' or '?' or '!')
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

    /// <summary>"Doe said of the house: “It is gone.”": the quotation behind what it is about; -1 where none is.</summary>
    private int BehindTopic(int first, int limit)
    {
        for (var at = first; at < Math.Min(limit, first + 15) && !analysis.IsFinite(at); at++)
        {
            if (at > first && Opens(at) && copy.Mark(at - 1) is ',' or ':')
                return at;
        }

        return -1;
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
            if (copy.Tokens[at].End - copy.Tokens[at].Start > 3 && char.IsLower(copy.Mark(at)))
                return false;
        return true;
    }

    /// <summary>Where "that" begins what is said with no verb, mark or quotation before it: "announced on Monday that"; null elsewhere.</summary>
    private int? ThatAhead(int after, int limit, bool hearer)
    {
        // A speaker or an object right after the verb begins what is said, and a later "that" belongs to it.
        if (after < limit && !hearer && !analysis.Is(after, "that") && analysis.Tag(after) is "PRP" or "DT" or "NN" or "NNS" or "JJ" or "PRP$" or "CD" or "EX" or "NNP" && (analysis.Tag(after) != "NNP" || !Addressed(after, limit)) && !TimeWords.Has(copy.Word(after)) && SkipAdverbial(after, after - 1, limit) == after)
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

    /// <summary>What is told of, behind a hearer and a day: "informed her | of the opening"; null where nothing is.</summary>
    private int? About(int after, int limit)
    {
        for (var at = after; at + 1 < Math.Min(limit, after + 8); at++)
        {
            if (at > after && analysis.Is(at, "of") && (analysis.Tag(at - 1) is "PRP" || TimeWords.Has(copy.Word(at - 1)) || analysis.Tag(at - 1) == "NNP" && analysis.Tag(at - 2) == "IN"))
                return at + 1;
            if (analysis.Tag(at) is not ("PRP" or "DT" or "NN" or "NNS" or "NNP" or "IN" or "CD" or "PRP$") || analysis.Is(at, "that") || Opens(at))
                return null;
        }

        return null;
    }

    /// <summary>True for a name with "that" behind it: "warned Jane Doe that".</summary>
    private bool Addressed(int name, int limit)
    {
        while (name < limit && analysis.Tag(name) == "NNP")
            name++;
        return name < limit && analysis.Is(name, "that");
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
        if (after >= limit || copy.Mark(after) is not ('—' or '–'))
            return null;
        for (var at = after + 1; at + 1 < Math.Min(limit, after + 20); at++)
        {
            if (copy.Mark(at) is '—' or '–')
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
        while (at < limit && at < after + 9 && (analysis.Tag(at) == "VBG" && at > after && analysis.Tag(at - 1) == "DT" || analysis.Tag(at) is "DT" or "JJ" or "NN" or "NNS" or "NNP" or "NNPS" or "PRP" or "PRP$" or "CD" or "POS" or "HYPH") && !Opens(at))
            at++;
        if (at == after || at + 1 >= limit)
            return null;
        if (analysis.Tag(at) is "WRB" or "WP" || copy.Word(at) is "if" or "whether" || Opens(at))
            return at;
        // "asked her about the house"; "urged voters to stay" keeps who is to do it.
        if (analysis.Is(at, "about"))
            return at + 1;
        return copy.Mark(at) == ',' && Opens(at + 1) ? at + 1 : null;
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
        for (var at = comma + 1; at + 1 < limit && at < comma + 16; at++)
        {
            if (copy.Mark(at) == ',' && analysis.Is(at + 1, "that"))
                return at + 1;
        }

        return null;
    }

    /// <summary>After ", in reference to the vote, “": the quotation, where nothing but a phrase stands before it; null elsewhere.</summary>
    private int? QuoteAhead(int comma, int limit)
    {
        var clause = comma + 1 < limit && copy.Word(comma + 1) is "when" or "after" or "before" or "while" or "as";
        for (var at = comma + 1; at < limit && at < comma + 25; at++)
        {
            if (Opens(at))
                return copy.Mark(at - 1) is ',' or ':' ? at : null;
            // "said in the spring, when the story broke, “": nobody else speaks there.
            if (clause && CueWords.Of(copy.Word(at)) is not { Reporting: true })
                continue;
            if (analysis.Tag(at) is "VBD" or "VBZ" or "VBP" or "MD" or "VBG" or "CC" or "WP" or "WDT")
                return null;
        }

        return null;
    }

    /// <summary>The quotation behind a colon or comma that follows what was asked; null where none follows.</summary>
    private int? QuoteBehind(int first, int limit)
    {
        for (var at = first; at < Math.Min(limit, first + 20); at++)
        {
            if (Opens(at))
                return copy.Mark(at - 1) is ',' or ':' ? at : null;
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
            // "told ABC’s “Good Morning America” on Monday": a broadcast's name.
            if (Opens(stop) && copy.Quotations[copy.QuotationOf[stop]] is { Closed: true } title && title.End < limit && Titled(title))
                return title.End;
            if (stop > head && (copy.Mark(stop) is ',' or ':' || analysis.Is(stop, "that") || Opens(stop)))
                return stop;
        }

        return end < limit && Opens(end) && copy.Quotations[copy.QuotationOf[end]] is { Closed: true } behind && behind.End < limit && Titled(behind) ? behind.End : end;
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
        if (at + 1 < limit && copy.Word(at) is "late" or "early" or "later" or "earlier" && TimeWords.Has(copy.Word(at + 1)))
            return at + 2;
        if (at + 1 < limit && copy.Word(at) is "shortly" or "just" or "soon" && copy.Word(at + 1) is "before" or "after")
            return at + 1;
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
                    if (analysis.Is(stop, "that") && analysis.Tag(stop) == "IN" || Opens(stop) || copy.Mark(stop) == ',')
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
}
