using Wireroom.Language.Text;

namespace Wireroom.Language.Attribution;

/// <summary>What goes on beyond the speaker: the other half of the sentence, the quotations that follow, the paragraph behind a colon.</summary>
internal sealed partial class Contents
{
    private const int ShortestAlone = 8; // tokens, marks among them
    private readonly Copy copy = analysis.Copy;

    /// <summary>True where nothing but circumstances stand between a verb and the colon that ends its sentence.</summary>
    private bool Colon(int after, int verb, Stretch bounds) => PastCircumstances(after, verb, bounds.End) is var at && at == bounds.End - 1 && copy.Mark(at) == ':';

    /// <summary>The paragraph of plain copy that a colon at the end of its paragraph brings in; null where there is none, or where a quotation stands there, which is told by its marks.</summary>
    public Stretch? Introduced(Sentence sentence)
    {
        var next = sentence.Paragraph + 1;
        if (copy.Paragraphs[sentence.Paragraph].End != sentence.End || copy.Mark(sentence.End - 1) != ':' || next >= copy.Paragraphs.Count || copy.Paragraphs[next] is not { Kind: ParagraphKind.Copy } paragraph || paragraph.First >= paragraph.End || Opens(paragraph.First))
            return null;
        return Trimmed(new Stretch(paragraph.First, paragraph.End)) is { Length: > 0 } below ? below : null;
    }

    /// <summary>"Doe said, if elected, she would go", "she added, the plan is dead": a clause behind a comma; -1 elsewhere.</summary>
    private int BehindPause(Draft draft, bool inverted, int after, CueWord cue, Stretch bounds)
    {
        var verb = draft.Word;
        if (inverted || cue.Lemma is not ("say" or "tell" or "add" or "claim" or "report" or "note" or "argue" or "insist" or "warn" or "explain" or "announce") || Subordinate(draft, bounds) || analysis.Tag(verb) is not ("VBD" or "VBZ" or "VBP" or "VBG") || PauseAfter(after, verb, bounds) is not (>= 0 and var pause) || copy.Mark(pause) != ',')
            return -1;
        // "sent a message saying, if elected, she would"; "The house, Doe said, when she was ten, | it was sold".
        if (analysis.Tag(verb) == "VBG" && !analysis.Is(pause + 1, "if"))
            return -1;
        if (pause + 1 < bounds.End && copy.Word(pause + 1) is "when" or "while" or "after" or "as" or "because" && draft.Source!.Value.First > bounds.First)
        {
            for (var comma = pause + 3; comma + 2 < bounds.End; comma++)
            {
                if (copy.Mark(comma) == ',')
                    return Subject(comma + 1, bounds.End) ? pause + 1 : -1;
            }
        }

        return pause + 1 < bounds.End && analysis.Tag(pause + 1) is not ("VBG" or "CC" or "WDT" or "WP" or "WRB" or "VBD" or "VBZ" or "VBN") && copy.Word(pause + 1).ToString() is not ("according" or "while" or "as" or "after" or "before" or "although" or "though" or "because" or "with" or "who" or "when")
            && analysis.HasFinite(pause + 1, bounds.End) ? pause + 1 : -1;
    }

    /// <summary>What goes on after "he said": the other half of a sentence, and the quotations that follow in the paragraph.</summary>
    private void Rest(Draft draft, int after, Stretch bounds, bool direct)
    {
        var sentence = copy.Sentences[draft.Sentence];
        // "The man, police said, was armed", "The difference, he told me on Friday, is that"; '"Family leave," the document says, begins after a year': the quotation is
        // a part of the sentence.
        // Of "…, says Doe, a geologist, | is the ground" the comma is Doe's.
        var waits = !direct && draft.Source!.Value.First > draft.Word && !analysis.HasFinite(draft.Content[0].First, draft.Content[0].End) ? Resumes(after, bounds.End) : -1;
        if ((waits >= 0 ? waits : PauseAfter(after, draft.Word, bounds)) is var pause and >= 0 && pause + 1 < bounds.End && (direct
            ? analysis.IsFinite(pause + 1) && !analysis.HasFinite(draft.Content[0].First, draft.Content[0].End)
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

    /// <summary>"Doe, the spokesman, said in a statement. “No ballots were lost.”": the quotations behind a sentence that only tells who speaks.</summary>
    private bool Next(Draft draft, int after, Sentence sentence)
    {
        if (!draft.Reporting || draft.Manner != Manner.Said || copy.QuotationOf[draft.Word] >= 0 || analysis.Tag(draft.Word) is not ("VBD" or "VBZ") || !(CueWords.Of(copy.Word(draft.Word)) is { Lemma: "say" or "tell" or "state" or "write" or "explain" or "add" or "agree" or "note" }) || PastCircumstances(after, draft.Word, sentence.End) is var end && end < sentence.End && copy.Mark(end) != '.')
            return false;
        Following(draft, sentence.End);
        return draft.Content.Count > 0;
    }

    /// <summary>The comma behind a speaker from which the sentence goes on with its verb: "said Doe, who was there, | does not forgive"; -1 where it does not.</summary>
    private int Resumes(int after, int end)
    {
        for (var comma = after - 1; comma + 2 < end; comma++)
        {
            if (copy.Mark(comma) == ',' && analysis.IsFinite(Opens(comma + 1) ? comma + 2 : comma + 1))
                return comma;
        }

        return -1;
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
            if (draft.Content.Count > 0 && draft.Content[^1].End == next)
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
        if (!waits && analysis.Tag(token) is "VBG" || analysis.Is(token, "with") || analysis.Tag(token) == "CD" && token + 1 < bounds.End && TimeWords.IsSpan(copy.Word(token + 1)) || analysis.Tag(token) is "WDT" or "WP" or "WRB" || analysis.Is(token, "according") || analysis.Is(token, "on") && analysis.Is(token + 1, "condition") || analysis.Is(token, "while") || analysis.Is(token, "after") || analysis.Is(token, "as") || analysis.Is(token, "before"))
            return false;
        for (var at = token; at < bounds.End; at++)
        {
            if (analysis.Tag(at) is "VBD" or "VBZ" or "VBP" or "MD" or "VBN" or "VBG" or "VB")
                return true;
        }

        return false;
    }

    private int QuoteEnd(int opening, Stretch bounds)
    {
        var quotation = copy.Quotations[copy.QuotationOf[opening]];
        return quotation.End >= bounds.End - 1 ? quotation.End : bounds.End;
    }

    private Stretch TrimQuote(Stretch content) => content.End > content.First && copy.QuotationOf[content.End - 1] >= 0 ? content : Trimmed(content);
}
