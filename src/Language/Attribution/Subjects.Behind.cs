using Wireroom.Language.Text;

namespace Wireroom.Language.Attribution;

/// <summary>Who stands behind the verb: "…," said Mr. Smith.</summary>
internal sealed partial class Subjects
{
    /// <summary>The words for a source that stands after its verb or preposition.</summary>
    public Stretch After(int head, Sentence sentence)
    {
        var first = analysis.LeftEdge(head);
        while (first < head && analysis.Label(first) is "case" or "cc" or "punct" or "mark")
            first++;
        var end = Math.Max(analysis.RightEdge(head), head) + 1;
        for (var at = head + 1; at < end; at++)
        {
            var mark = copy.Mark(at);
            // "said Doe as he left".
            if (at > head && (analysis.Tag(at) is "IN" or "TO" && Occasion(at + 1, end) || copy.Word(at) is "as" or "when" or "while" or "after" or "before" && at + 1 < end && analysis.Tag(at + 1) == "PRP"))
            {
                end = at;
                break;
            }

            if (mark is ';' or ':' or '“' || mark == '"' && copy.QuotationOf[at] >= 0 && copy.Quotations[copy.QuotationOf[at]].First == at)
            {
                end = at;
                break;
            }
        }

        while (end > head + 1 && !char.IsLetterOrDigit(copy.Mark(end - 1)) && copy.Mark(end - 1) is not (')' or '”'))
            end--;
        if (end > head + 1 && end == sentence.End && copy.Mark(end - 1) == '”')
            end--;
        return WithComma(new Stretch(first, end), sentence);
    }

    /// <summary>With the name behind the comma, where the noun has none itself: "said his accompanist, the pianist Jane Doe".</summary>
    private Stretch WithName(Stretch words, Sentence sentence)
    {
        var comma = copy.Mark(words.End - 1) == ',' ? words.End - 1 : words.End;
        if (comma + 2 >= sentence.End || copy.Mark(comma) != ',' || Enumerable.Range(words.First, words.Length).Any(at => analysis.Tag(at) is "NNP" or "NNPS" or "PRP"))
            return words;
        var end = comma + 1;
        while (end < sentence.End && (analysis.Tag(end) is "NNP" or "NNPS" or "HYPH" or "NN" or "JJ" or "DT" || end > comma + 1 && analysis.Tag(end - 1) == "NNP" && end + 1 < sentence.End && analysis.Tag(end + 1) == "NNP" && copy.Word(end).Length < 4 && char.IsLetter(copy.Mark(end))))
            end++;
        var named = analysis.Tag(end - 1) is "NNP" && (analysis.Tag(end - 2) is "NNP" or "HYPH" || copy.Word(end - 2).Length < 4);
        return named && end < sentence.End && copy.Mark(end) is ',' or '.' ? words with { End = end } : words;
    }

    private int Inverted(int verb, Stretch group, Sentence sentence)
    {
        // "told the agency": who stands after these hears it.
        if (verb + 1 >= sentence.End || CueWords.Of(copy.Word(verb)) is { Frame: CueFrame.Hearer })
            return -1;
        if (group.First == sentence.First || copy.QuotationOf[verb] >= 0 && copy.Quotations[copy.QuotationOf[verb]].First + 1 == group.First)
            return analysis.Tag(verb + 1) == "NNP" && analysis.Tag(verb) is "VBD" or "VBN" or "NNP" && Introduces(verb + 1, sentence) is >= 0 and var opener ? opener : -1;
        var before = copy.Mark(group.First - 1);
        if (before is not (',' or '”' or '"' or '’' or '\'' or '?' or '!' or '—' or '–' or '―' or '-'))
            return -1;
        var next = verb + 1;
        if (analysis.Tag(next) is not ("NNP" or "NNPS" or "DT" or "NN" or "NNS" or "PRP" or "PRP$" or "JJ" or "CD" or "JJR") && !(analysis.Tag(next) == "VBN" && next + 1 < sentence.End && analysis.Tag(next + 1) is "NN" or "NNP" && before is not ',') || TimeWords.Has(copy.Word(next)) || next + 1 < sentence.End && Time(next + 1))
            return -1;
        if (analysis.Tag(verb) is not ("VBD" or "VBZ" or "VBP" or "VBN"))
            return -1;
        var quoted = before is not (',' or '—' or '–' or '―' or '-');
        if (!quoted && before == ',' && group.First - 2 >= sentence.First && copy.QuotationOf[group.First - 2] >= 0 && copy.Quotations[copy.QuotationOf[group.First - 2]].End == group.First - 1)
            quoted = Spoken(copy.Quotations[copy.QuotationOf[group.First - 2]], sentence);
        if (!quoted && (analysis.Tag(next) == "PRP" || !analysis.HasClause(sentence.First, group.First - 1)) && Introduces(next, sentence) < 0 && !Closes(next, sentence) && !Interposed(group, next, sentence))
            return -1;
        // "Doe, who called it “a mistake,” said he would", "…, citing “the magic,” said the candidate could": what follows is said.
        if (quoted && (analysis.Tag(next) == "PRP" && next + 1 < sentence.End && analysis.IsFinite(next + 1) || Clauses(next, sentence)))
            return -1;
        // "…, wrote a host of songs": deeds have no speaker behind them.
        if (!quoted && analysis.Tag(next) == "DT" && (analysis.Is(next, "a") || analysis.Is(next, "an")) && !Speaker(next + 1, sentence))
            return -1;
        var subject = analysis.Child(verb, "nsubj");
        if (subject > verb)
            return quoted || Interposed(group, next, sentence) || !Goes(next, sentence) ? subject : -1;
        // The parser took the speaker for something else: the head of the noun phrase that begins there.
        var head = next;
        while (analysis.Head(head) > verb && analysis.Head(head) < sentence.End && analysis.Tag(analysis.Head(head)) is var tag && (tag[0] == 'N' || tag is "PRP"))
            head = analysis.Head(head);
        if (analysis.Tag(head) is "DT" or "JJ" or "PRP$" or "CD" && quoted)
        {
            // "said the 46-year-old."
            while (head + 1 < sentence.End && (char.IsLetterOrDigit(copy.Mark(head + 1)) || copy.Mark(head + 1) == '-') && analysis.Tag(head + 1) is not ("IN" or "VBD" or "WP" or "RB"))
                head++;
            return head;
        }

        return analysis.Tag(head) is "DT" or "JJ" or "PRP$" || !quoted && Goes(next, sentence) && !Interposed(group, next, sentence) ? -1 : head;
    }

    /// <summary>True for a quotation that somebody may have said: one that begins the sentence, or has a verb; a broadcast's name has none.</summary>
    private bool Spoken(Quotation quotation, Sentence sentence) => quotation.First <= sentence.First || analysis.HasFinite(quotation.First, quotation.End) || quotation.End - quotation.First > 8;

    /// <summary>True where a noun phrase waits before the comma for the verb that stands behind the speaker: "The trouble with tunnels, says | Jane Doe, a geologist, is the ground".</summary>
    private bool Interposed(Stretch group, int next, Sentence sentence)
    {
        if (group.First - 2 < sentence.First || copy.Mark(group.First - 1) != ',' || analysis.Tag(group.First - 2)[0] != 'N' && analysis.Tag(group.First - 2) is not ("PRP" or "''") || analysis.HasFinite(sentence.First, group.First) || !Enumerable.Range(next, Math.Min(6, sentence.End - next)).Any(at => analysis.Tag(at) is "NNP" or "NNS"))
            return false;
        for (var comma = next + 1; comma + 1 < sentence.End; comma++)
        {
            if (copy.Mark(comma) == ',' && analysis.IsFinite(comma + 1))
                return true;
        }

        return false;
    }

    /// <summary>True where a noun phrase ends a headline, or with a name a sentence: "Leader misled town, says | MP", "…, said | the teacher Jane Doe."</summary>
    private bool Closes(int next, Sentence sentence)
    {
        var at = next;
        var named = false;
        while (at < sentence.End && analysis.Tag(at) is "NNP" or "NNPS" or "NN" or "NNS" or "JJ" or "CD" or "DT")
            named |= analysis.Tag(at++) == "NNP";
        if (at == sentence.End)
            return at - next < 5 && copy.Paragraphs[sentence.Paragraph].Kind == ParagraphKind.Headline;
        return named && at > next + 1 && copy.Mark(at) == '.' && at == sentence.End - 1;
    }

    /// <summary>The speaker of "But, said Doe, “…”" or "Stated Doe: “…”": a name, then a comma or colon and a quotation; -1 elsewhere.</summary>
    private int Introduces(int next, Sentence sentence)
    {
        var at = next;
        while (at < sentence.End && analysis.Tag(at) is "NNP" or "NNPS" or "PRP" or "NN" or "DT" or "JJ")
            at++;
        if (at == next || at >= sentence.End || copy.Mark(at) is not (',' or ':') || at + 1 >= copy.Tokens.Count)
            return -1;
        return copy.QuotationOf[at + 1] is >= 0 and var quotation && copy.Quotations[quotation].First == at + 1 ? at - 1 : -1;
    }

    /// <summary>True where a noun phrase that begins there holds a name or a noun for people, bodies or documents.</summary>
    private bool Speaker(int noun, Sentence sentence)
    {
        for (var at = noun; at < sentence.End && (analysis.Tag(at) is "NN" or "NNS" or "NNP" or "NNPS" or "JJ" or "CD" or "HYPH" || at > noun && analysis.Is(at, "of")); at++)
        {
            if (analysis.Tag(at) is "NNP" or "NNPS" || SourceWords.Of(copy.Word(at)) is not null)
                return true;
        }

        return false;
    }

    /// <summary>True where a form of "be", "have" or a modal follows the noun phrase at once: "“the magic of Doe,” said | the candidate could be".</summary>
    private bool Clauses(int noun, Sentence sentence)
    {
        var at = noun;
        while (at < sentence.End && analysis.Tag(at) is "NN" or "NNS" or "NNP" or "NNPS" or "DT" or "JJ" or "PRP$" or "POS" or "CD")
            at++;
        return at > noun && at < sentence.End && (analysis.Tag(at) == "MD" || analysis.Tag(at)[0] == 'V' && copy.Word(at) is "was" or "were" or "is" or "are" or "has" or "have" or "had");
    }

    /// <summary>True where a verb of its own follows the noun, so that it begins what is said rather than names who says it.</summary>
    private bool Goes(int noun, Sentence sentence)
    {
        for (var at = noun; at < sentence.End; at++)
        {
            if (analysis.IsFinite(at))
                return true;
            if (analysis.Tag(at) is not ("RB" or "IN" or "NN" or "NNS" or "NNP" or "NNPS" or "DT" or "JJ" or "CC" or "POS" or "TO" or "PRP$" or "CD" or "HYPH"))
                return false;
        }

        return false;
    }
}
