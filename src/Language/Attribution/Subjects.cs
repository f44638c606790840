using Wireroom.Language.Tagging;
using Wireroom.Language.Text;

namespace Wireroom.Language.Attribution;

/// <summary>Finds who does what a verb says, and how far the words for them go.</summary>
internal sealed class Subjects(Analysis analysis)
{
    private readonly Copy copy = analysis.Copy;

    /// <summary>The head word of the verb's subject and the words for it; (-1, null) where it has none.</summary>
    public (int Head, Stretch? Words) Of(int verb, Stretch group, Sentence sentence)
    {
        var (head, words) = Found(verb, group, sentence);
        return (head, words is { } found ? Alone(found, head) : null);
    }

    /// <summary>Without how, when and through whom it was said, where that stands behind the speaker: "Doe, however,", "Doe on Friday", "Doe, through a spokeswoman,", "Doe when asked".</summary>
    private Stretch Alone(Stretch words, int head)
    {
        for (var at = Math.Max(head, words.First) + 1; at < words.End; at++)
        {
            var comma = copy.Text[copy.Tokens[at].Start] == ',';
            var next = comma ? at + 1 : at;
            if (next >= words.End)
                break;
            var word = copy.Word(next).ToString().ToLowerInvariant();
            if (comma && word is "however" or "meanwhile" or "though" or "too" or "moreover" or "instead" or "therefore" or "in" or "through" or "via" or "speaking" or "asked" or "writing" or "referring" or "responding" or "appearing"
                || comma && word is "during" or "after" or "before" or "because" or "since" or "at" or "clearly" or "apparently"
                || comma && analysis.Tag(next) == "VBG" && word is not ("including" or "representing" or "following")
                || comma && word == "for" && words.End - next < 5
                || comma && word == "on" && next + 2 < words.End && analysis.Is(next + 1, "the") && analysis.Is(next + 2, "other")
                || word == "on" && next + 1 < words.End && TimeWords.Has(copy.Word(next + 1)) && next + 2 >= words.End
                || word is "when" or "while" && next + 1 < words.End && copy.Word(next + 1).ToString() is "asked" or "pressed" or "speaking")
                return words with { End = at };
        }

        return words;
    }

    /// <summary>True for a verb of saying that "but" carries on, or "and" where no clause of what was said before could go on with it: "and added".</summary>
    private bool Resumed(int verb, Stretch group) =>
        group.First == verb && analysis.Tag(verb) is "VBD" or "VBZ" or "VBP" && CueWords.Of(copy.Word(verb)) is { Reporting: true, Frame: CueFrame.Clause } cue
        && (analysis.Is(verb - 1, "but") || analysis.Is(verb - 1, "and") && cue.Lemma is "say" or "add" or "note");

    private (int Head, Stretch? Words) Found(int verb, Stretch group, Sentence sentence)
    {
        // The verb after the speech and before the speaker: "…," said Mr. Smith.
        if (Inverted(verb, group, sentence) is >= 0 and var inverted)
            return (inverted, WithName(After(inverted, sentence), sentence));
        if (Interrupted(verb, group, sentence) is { } interrupted)
            return interrupted;
        if (analysis.Tag(verb) == "VBG" && (With(group, sentence) ?? Issued(group, sentence)) is { } beforeParticiple)
            return beforeParticiple;
        // "…, Doe said on Friday, adding that": who has just spoken goes on.
        if (analysis.Tag(verb) == "VBG" && group.First == verb && Paused(verb) && BeforeTime(verb - 2, sentence) is var said && said > sentence.First && analysis.Tag(said) is "VBD" or "VBZ" or "VBP" && CueWords.Of(copy.Word(said)) is { Reporting: true })
            return Of(said, new Stretch(said, said + 1), sentence);
        // "Paju said the tanker was at anchor, and noted that", "said it was too early, but added": who spoke before goes on.
        for (var spoke = group.First - 2; spoke > sentence.First && analysis.Tag(group.First - 1) == "CC" && (analysis.Is(verb + 1, "that") || Resumed(verb, group)); spoke--)
        {
            if (analysis.Tag(spoke) is "VBD" or "VBZ" or "VBP" && copy.QuotationOf[spoke] == copy.QuotationOf[verb] && (CueWords.Of(copy.Word(spoke)) is { Reporting: true } || copy.Word(spoke) is "declined" or "refused"))
                return Of(spoke, new Stretch(spoke, spoke + 1), sentence);
        }

        if (Adjacent(verb, group, sentence) is { } beside1)
            return beside1;
        if (Ending(verb, group, sentence) is { } ending)
            return ending;
        if (Counted(group, sentence) && Some(group, sentence) is { } counted)
            return (counted.End - 1, counted);
        var subject = SubjectOf(verb, 0);
        // "Spicer on Thursday evening said", "Kasich (R-OH), said": neither the time nor what stands in brackets speaks.
        if (subject >= 0 && subject < verb && (Time(subject) || TimeWords.Has(copy.Word(subject)) || Bracketed(subject, group)))
            subject = -1;
        // "An engineer who inspected it told": what another verb has for its object.
        if (subject > sentence.First && subject < verb && analysis.Is(subject, "it") && analysis.Tag(subject - 1) is "VBD" or "VBZ" or "VBP" or "VBN" && CueWords.Of(copy.Word(subject - 1)) is null)
            subject = -1;
        // "Doe, who has written to the ministry, said": after the comma the relative clause is over.
        if (subject >= 0 && subject < verb && analysis.Tag(subject) is "WDT" or "WP" && Resumes(subject, group) && NounBefore(subject, sentence) is { } main)
        {
            // "An attache in Delmin, who was not authorised to speak, said": nobody is a town.
            var (first, lead) = (main.First, main.End - 1);
            if (first - 2 >= sentence.First && copy.Word(first - 1) is "in" or "at" or "from" or "of" && analysis.Tag(first - 2) is "NN" or "NNS" && analysis.Is(subject, "who"))
                (first, lead) = (analysis.PhraseStart(first - 2, sentence.First), first - 2);
            return (lead, new Stretch(first, subject > main.End ? group.First : main.End));
        }

        // "which critics said": the pronoun is what is said; the speaker stands beside the verb.
        if (subject >= 0 && subject < verb && analysis.Tag(subject) is "WDT" or "WP" && subject + 1 < group.First && Beside(group, sentence) is var beside && beside > subject)
            subject = beside;
        // "footage broadcast by the station showed": what hangs on "by" is not what shows.
        if (subject >= 0 && subject < verb && analysis.PhraseStart(subject, sentence.First) is var phrase && phrase > sentence.First && (analysis.Is(phrase - 1, "by") || analysis.Is(phrase - 1, "from") || copy.Word(phrase - 1).ToString() is "in" or "at" or "near" or "with" && phrase - 2 >= sentence.First && analysis.Tag(phrase - 2)[0] == 'N' && analysis.Tag(phrase - 2) is not "NNP") && Opening(verb, group, sentence) is { } opening)
            return opening;
        // "Republicans who have praised his candidacy warned": what another verb has for its object.
        if (subject >= 0 && subject < verb && analysis.PhraseStart(subject, sentence.First) is var governed && governed > sentence.First && analysis.Tag(governed - 1) is "VBN" or "VBD" or "VBZ" or "VBP" && CueWords.Of(copy.Word(governed - 1)) is not { Reporting: true } && analysis.Tag(subject) != "PRP" && Opening(verb, group, sentence) is { } governing)
            return governing;
        if (subject < 0 && Some(group, sentence) is { } some)
            return (some.End - 1, some);
        if (subject < 0 && analysis.Tag(verb) is "VBD" or "VBZ" or "VBP" && Apposed(group, sentence) is { } apposed)
            return apposed;
        if (subject < 0)
            subject = Beside(group, sentence);
        if (subject < 0)
            subject = Carried(verb, group, sentence);
        if (subject < 0 && analysis.Tag(verb) is "VBD" or "VBZ" or "VBP" or "VBG")
            subject = FirstNoun(group, sentence);
        if (subject < 0)
            return Opening(verb, group, sentence) ?? Governing(verb, group, sentence) ?? (-1, null);
        return (subject, subject < verb ? Before(subject, verb, group, sentence) : After(subject, sentence));
    }

    /// <summary>For ", arguing that": the subject of the first finite verb of the sentence, where the parser hung the participle on something else; null elsewhere.</summary>
    private (int Head, Stretch? Words)? Governing(int verb, Stretch group, Sentence sentence)
    {
        if (analysis.Tag(verb) != "VBG" || !Paused(group.First))
            return null;
        for (var at = sentence.First + 1; at < group.First - 1; at++)
        {
            if (analysis.Tag(at) is "WDT" or "WP" or "WRB" || analysis.Is(at, "that"))
                return null;
            if (copy.QuotationOf[at] == copy.QuotationOf[verb] && analysis.Tag(at) is "VBD" or "VBZ" or "VBP")
                return Adjacent(at, new Stretch(at - (analysis.Tag(at - 1) == "RB" ? 1 : 0), at + 1), sentence);
        }

        return null;
    }

    /// <summary>The words for a source that stands after its verb or preposition.</summary>
    public Stretch After(int head, Sentence sentence)
    {
        var first = analysis.LeftEdge(head);
        while (first < head && analysis.Label(first) is "case" or "cc" or "punct" or "mark")
            first++;
        var end = Math.Max(analysis.RightEdge(head), head) + 1;
        for (var at = head + 1; at < end; at++)
        {
            var mark = copy.Text[copy.Tokens[at].Start];
            if (at > head && analysis.Tag(at) is "IN" or "TO" && Occasion(at + 1, end))
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

        while (end > head + 1 && !char.IsLetterOrDigit(copy.Text[copy.Tokens[end - 1].Start]) && copy.Text[copy.Tokens[end - 1].Start] is not (')' or '”'))
            end--;
        if (end > head + 1 && end == sentence.End && copy.Text[copy.Tokens[end - 1].Start] == '”')
            end--;
        return WithComma(new Stretch(first, end), sentence);
    }

    /// <summary>With the name behind the comma, where the noun has none itself: "said his accompanist, the pianist Jane Doe".</summary>
    private Stretch WithName(Stretch words, Sentence sentence)
    {
        var comma = copy.Text[copy.Tokens[words.End - 1].Start] == ',' ? words.End - 1 : words.End;
        if (comma + 2 >= sentence.End || copy.Text[copy.Tokens[comma].Start] != ',' || Enumerable.Range(words.First, words.Length).Any(at => analysis.Tag(at) is "NNP" or "NNPS" or "PRP"))
            return words;
        var end = comma + 1;
        while (end < sentence.End && (analysis.Tag(end) is "NNP" or "NNPS" or "HYPH" or "NN" or "JJ" or "DT" || end > comma + 1 && analysis.Tag(end - 1) == "NNP" && end + 1 < sentence.End && analysis.Tag(end + 1) == "NNP" && copy.Word(end).Length < 4 && char.IsLetter(copy.Text[copy.Tokens[end].Start])))
            end++;
        var named = analysis.Tag(end - 1) is "NNP" && (analysis.Tag(end - 2) is "NNP" or "HYPH" || copy.Word(end - 2).Length < 4);
        return named && end < sentence.End && copy.Text[copy.Tokens[end].Start] is ',' or '.' ? words with { End = end } : words;
    }

    /// <summary>"…, a pair of engineers told a panel": the noun phrase with its "of" between a comma and the verb, behind a clause of its own; null elsewhere.</summary>
    private (int Head, Stretch? Words)? Ending(int verb, Stretch group, Sentence sentence)
    {
        if (analysis.Tag(verb) is not ("VBD" or "VBZ" or "VBP") || CueWords.Of(copy.Word(verb)) is not { Reporting: true })
            return null;
        var first = group.First;
        var head = -1;
        while (first > sentence.First && copy.QuotationOf[first - 1] == copy.QuotationOf[verb] && (analysis.Tag(first - 1) is "DT" or "JJ" or "NN" or "NNS" or "NNP" or "NNPS" or "CD" or "POS" or "PRP$" or "HYPH" || copy.Word(first - 1).ToString() is "of" or "from" or "at"))
        {
            first--;
            if (analysis.Tag(first) == "IN")
                head = first - 1;
        }

        return head > first - 1 && first > sentence.First + 2 && group.First - first > 2 && copy.Text[copy.Tokens[first - 1].Start] == ',' && analysis.Tag(first) != "IN" && analysis.Tag(head)[0] == 'N' && analysis.Tag(group.First - 1)[0] == 'N' && !TimeWords.Has(copy.Word(group.First - 1))
            && analysis.HasClause(sentence.First, first - 1) && !Subordinates(sentence.First) ? (head, new Stretch(first, group.First)) : null;
    }

    /// <summary>
    /// The noun phrase that opens the clause, where what stands between it and the verb is set off by commas: "Jane Doe, 30, of Split, who was there, said"; null elsewhere.
    /// </summary>
    private (int Head, Stretch? Words)? Interrupted(int verb, Stretch group, Sentence sentence)
    {
        var before = BeforeTime(group.First - 1, sentence);
        if (analysis.Tag(verb) is not ("VBD" or "VBZ" or "VBP") && analysis.Tag(group.First) is not ("VBD" or "VBZ" or "VBP") || before <= sentence.First + 1 || copy.Text[copy.Tokens[before].Start] != ',')
            return null;
        // The clause begins with the sentence, or after a quotation that ends before it.
        var first = sentence.First;
        for (var at = before; at > sentence.First; at--)
        {
            if (copy.QuotationOf[at] != copy.QuotationOf[verb] && copy.QuotationOf[at] >= 0 && copy.Quotations[copy.QuotationOf[at]] is { Closed: true } quotation && analysis.HasFinite(quotation.First, quotation.End))
            {
                first = at + 1;
                break;
            }
        }

        if (first < before && analysis.Tag(first) is "CC")
            first++;
        if (analysis.Tag(first) is "IN" or "RB" or "TO" || TimeWords.Has(copy.Word(first)) || Time(first + 1))
        {
            // "Last week, Doe, the editor, wrote": the scene ends at its comma.
            var scene = first;
            while (scene < before && copy.Text[copy.Tokens[scene].Start] != ',' && analysis.Tag(scene) is not ("VBD" or "VBZ" or "VBP" or "MD" or "WP" or "WDT" or "WRB"))
                scene++;
            if (scene < before && copy.Text[copy.Tokens[scene].Start] == ',')
                first = scene + 1;
        }

        var comma = first;
        while (comma < before && (analysis.Tag(comma) is "NNP" or "NNPS" or "NN" or "NNS" or "JJ" or "CD" or "POS" or "DT" or "PRP$" or "HYPH" or "-LRB-" or "-RRB-" || comma > first && analysis.Tag(comma) is "VBN" or "VBG" && analysis.Tag(comma - 1) == "HYPH" || comma > first && analysis.Is(comma, "and") && analysis.Tag(comma - 1) == "NNP" && analysis.Tag(comma + 1) == "NNP" || comma > first && (analysis.Is(comma, "of") || analysis.Is(comma, "for") || analysis.Is(comma, "at") || analysis.Is(comma, "in") || analysis.Is(comma, "from"))))
            comma++;
        if (comma >= before || comma == first || copy.Text[copy.Tokens[comma].Start] != ',' || analysis.Tag(comma - 1) is not ("NNP" or "NNPS" or "NN" or "NNS" or "-RRB-") || TimeWords.Has(copy.Word(comma - 1)) || TimeWords.Has(copy.Word(first)) || analysis.Tag(first) == "CD" && !analysis.Is(first + 1, "of"))
            return null;
        var relative = 0;
        for (var at = comma + 1; at < before; at++)
        {
            if (analysis.Tag(at) is "WP" or "WDT" or "WP$" or "WRB")
                relative++;
            if (analysis.Tag(at) is "VBD" or "VBZ" or "VBP" or "MD" && relative == 0 && !(at == comma + 1 && copy.Word(at) is "asked" or "pressed" or "questioned" or "quoted") || analysis.Tag(at) is "PRP" && relative == 0)
                return null;
            // A second clause after the relative one: "Doe, who was there, left, and".
            if (relative > 0 && copy.Text[copy.Tokens[at].Start] == ',' && analysis.Tag(at + 1) is "VBD" or "VBZ" or "VBP" or "MD" or "PRP")
                return null;
        }

        var opens = analysis.Tag(comma + 1);
        if (relative == 0 && copy.Word(comma + 1) is not ("asked" or "pressed" or "questioned" or "quoted") && opens is not ("DT" or "NN" or "NNS" or "NNP" or "JJ" or "CD" or "VBN" or "VBG" or "IN" or "RB" or "PRP$"))
            return null;
        var head = comma - 1;
        while (head > first && analysis.Tag(head)[0] != 'N')
            head--;
        for (var at = first + 1; at < comma; at++)
        {
            if (analysis.Tag(at) is "IN" && analysis.Tag(at - 1)[0] == 'N')
            {
                head = at - 1;
                break;
            }
        }

        return (head, new Stretch(first, before + 1));
    }

    /// <summary>
    /// The noun phrase or pronoun right before the verb, where nothing but it can be the subject: no preposition before it, no comma after. The parser is believed
    /// where its own subject lies inside.
    /// </summary>
    private (int Head, Stretch? Words)? Adjacent(int verb, Stretch group, Sentence sentence)
    {
        if (analysis.Tag(verb) is not ("VBD" or "VBZ" or "VBP" or "VB" or "VBN" or "NNS" or "NN"))
            return null;
        var end = group.First;
        var last = end - 1;
        last = BeforeBracket(last, sentence);
        if (last < sentence.First || TimeWords.Has(copy.Word(last)) || Time(last))
            return null;
        if (analysis.Tag(last) == "PRP" && analysis.Is(last, "it") && last > sentence.First && analysis.Tag(last - 1) is "VBD" or "VBZ" or "VBP" or "VB" or "VBN" or "VBG" or "IN" && CueWords.Of(copy.Word(last - 1)) is null)
            return null;
        if (analysis.Tag(last) == "PRP")
            return copy.Word(last).Length > 1 && copy.Word(last).ToString().ToLowerInvariant() is "he" or "she" or "they" or "it" or "we" or "you" || analysis.Is(last, "I") ? (last, new Stretch(last, last + 1)) : null;
        if (analysis.Tag(last) is not ("NNP" or "NNPS" or "NN" or "NNS"))
            return null;
        var first = last;
        while (first > sentence.First && (analysis.Tag(first - 1) is "NNP" or "NNPS" or "NN" or "NNS" or "JJ" or "JJS" or "JJR" or "CD" or "POS" or "DT" or "PRP$" or "PDT" || copy.Text[copy.Tokens[first - 1].Start] is '-' or '/' && copy.Tokens[first - 1].End == copy.Tokens[first].Start)
            && copy.QuotationOf[first - 1] == copy.QuotationOf[last])
            first--;
        while (first < last && analysis.Tag(first) == "POS")
            first++;
        if (first == sentence.First && analysis.Tag(first) is "CC")
            return null;
        if (first > sentence.First && (analysis.Tag(first - 1) is "IN" or "TO" && !analysis.Is(first - 1, "that") && !Subordinates(first - 1) || analysis.Tag(first - 1) is "CC" or "VBG" or "VBN" or "VBD" or "VBZ" or "VBP" or "VB" or "," && !Starts(first, sentence) && !Between(group, sentence)
            // "The ministry said a man had told": what stands behind the cue begins what it says.
            && CueWords.Of(copy.Word(first - 1)) is not { Reporting: true, Frame: CueFrame.Clause }))
            return null;
        var parsed = SubjectOf(verb, 0);
        // "… has fired a new missile, state television reported": the comma parts what the parser took for one.
        if (parsed >= first && parsed <= last && analysis.LeftEdge(parsed) < first && first > sentence.First + 1 && analysis.Tag(first - 1) is "," && analysis.HasFinite(sentence.First, first - 1) && group.End + 3 >= sentence.End)
            return (last, new Stretch(first, end));
        if (parsed >= first && parsed <= last || parsed >= 0 && analysis.Below(last, parsed) && analysis.Label(last) is not "appos" && parsed < first && analysis.Tag(first - 1) is not ",")
            return null;
        // "A ferry has run aground off the island of Vis, the harbour master said.": what stands behind a comma is no object of the clause before it.
        if (parsed < 0 && !(first > sentence.First && analysis.Tag(first - 1) is "," && analysis.HasClause(sentence.First, first - 1)) && analysis.Label(last) is "obj" or "obl" or "nmod" && analysis.Head(last) >= 0 && analysis.Head(last) < first && CueWords.Of(copy.Word(analysis.Head(last))) is not { Reporting: true, Frame: CueFrame.Clause })
            return null;
        return (last, new Stretch(first, end));
    }

    /// <summary>", with the campaign saying", "with 47 percent of voters saying": the noun phrase between "with" and the participle; null elsewhere.</summary>
    private (int Head, Stretch? Words)? With(Stretch group, Sentence sentence)
    {
        var first = group.First;
        while (first > sentence.First && (analysis.Tag(first - 1) is "DT" or "JJ" or "JJR" or "NN" or "NNS" or "NNP" or "NNPS" or "CD" or "PRP$" or "POS" or "HYPH" or "RB" or "PRP" || analysis.Is(first - 1, "of") || analysis.Is(first - 1, "from") || analysis.Is(first - 1, "for")) && copy.QuotationOf[first - 1] == copy.QuotationOf[group.First])
            first--;
        if (first == group.First || first == sentence.First || !analysis.Is(first - 1, "with") || analysis.Tag(group.First - 1) == "HYPH")
            return null;
        var head = first;
        while (head + 1 < group.First && analysis.Tag(head + 1) is not ("IN" or "RB"))
            head++;
        return (head, new Stretch(first, group.First));
    }

    /// <summary>"The town released a statement Wednesday saying": who issued the document; null where it is not said.</summary>
    private (int Head, Stretch? Words)? Issued(Stretch group, Sentence sentence)
    {
        var document = group.First - 1;
        while (document > sentence.First && (TimeWords.Has(copy.Word(document)) || analysis.Is(document, "on")))
            document--;
        if (document <= sentence.First || SourceWords.Of(copy.Word(document)) is not SourceKind.Document)
            return null;
        for (var at = document - 1; at > sentence.First && at > document - 8; at--)
        {
            if (analysis.Tag(at)[0] != 'V')
                continue;
            if (copy.Word(at).ToString() is not ("issued" or "released" or "sent" or "posted" or "published" or "wrote" or "read" or "delivered" or "circulated" or "put" or "fired" or "made" or "issues" or "releases" or "sends" or "posts" or "publishes"))
                return null;
            return SubjectOf(at, 0) is >= 0 and var issuer && issuer < at && analysis.Tag(issuer) is not ("WP" or "WDT") ? (issuer, Before(issuer, at, new Stretch(at, at + 1), sentence)) : null;
        }

        return null;
    }

    /// <summary>True for the last word of "last week", "this month", "that evening".</summary>
    private bool Time(int token) => token > 0 && TimeWords.Has(copy.Word(token - 1)) && TimeWords.IsSpan(copy.Word(token)) || token > 0 && copy.Word(token - 1).ToString().ToLowerInvariant() is "last" or "this" or "next" or "that" or "earlier" or "past" && (TimeWords.IsSpan(copy.Word(token)) || copy.Word(token) is "day");

    /// <summary>The token before when it was: "Doe | on Thursday evening", "Doe | last week".</summary>
    private int BeforeTime(int at, Sentence sentence)
    {
        while (at > sentence.First && (TimeWords.Has(copy.Word(at)) || Time(at) || Time(at + 1) || analysis.Is(at, "on") && TimeWords.Has(copy.Word(at + 1)) || analysis.Is(at, "this") && analysis.Is(at + 1, "past") || copy.Word(at) is "later" or "early" or "late" or "earlier" && TimeWords.Has(copy.Word(at + 1))))
            at--;
        return at;
    }

    /// <summary>The token before the brackets that close there, or the dashes: "Doe | (R-OH)", "Doe | — after a pause —"; the token itself elsewhere.</summary>
    private int BeforeBracket(int at, Sentence sentence)
    {
        var close = copy.Text[copy.Tokens[Math.Max(at, 0)].Start];
        if (at <= sentence.First || close is not (')' or '—' or '–'))
            return at;
        var open = at - 1;
        while (open > sentence.First && copy.Text[copy.Tokens[open].Start] != (close == ')' ? '(' : close))
            open--;
        return open > sentence.First && copy.Text[copy.Tokens[open].Start] == (close == ')' ? '(' : close) && (close == ')' || !analysis.HasClause(open, at)) ? open - 1 : at;
    }

    private bool Subordinates(int token) => copy.Word(token).ToString().ToLowerInvariant() is "as" or "while" or "although" or "though" or "because" or "if" or "since" or "after" or "before" or "until" or "unless" or "whereas" && !char.IsUpper(copy.Text[copy.Tokens[token + 1].Start]) || analysis.Is(token, "as") || analysis.Is(token, "while") || analysis.Is(token, "although");

    /// <summary>True where the noun phrase after a comma begins the main clause: what stands before the comma has no subject of its own waiting for a verb.</summary>
    private bool Starts(int first, Sentence sentence)
    {
        if (copy.QuotationOf[first - 1] >= 0 && copy.QuotationOf[first] < 0)
            return true;
        // A sentence that opens with a preposition, an adverb or a participle sets the scene first.
        var opens = sentence.First;
        // "…, commander says": the last words of a headline.
        if (analysis.Copy.Paragraphs[sentence.Paragraph].Kind == ParagraphKind.Headline)
            return true;
        return analysis.Tag(opens) is "IN" or "RB" or "VBG" or "VBN" or "TO" or "WRB" or "CC" || TimeWords.Has(copy.Word(opens)) || analysis.HasClause(sentence.First, first - 1);
    }

    /// <summary>True for "…, the mayor said, …": a comma right after the verb too, so that the speaker stands in brackets, as it were.</summary>
    private bool Between(Stretch group, Sentence sentence) => group.End < sentence.End - 1 && copy.Text[copy.Tokens[group.End].Start] is ',' or '—' or '–' && CueWords.Of(copy.Word(group.End - 1)) is { Reporting: true };

    /// <summary>The noun phrase before a relative pronoun, with the comma between them counted as its end.</summary>
    private Stretch? NounBefore(int pronoun, Sentence sentence)
    {
        var last = pronoun - 1;
        if (last > sentence.First && copy.Text[copy.Tokens[last].Start] == ',')
            last--;
        if (last < sentence.First || analysis.Tag(last)[0] != 'N')
            return null;
        return new Stretch(analysis.PhraseStart(last, sentence.First), last + 1);
    }

    /// <summary>True for "a statement", "an interview", "Twitter": where and how it was said is no part of the speaker.</summary>
    private bool Occasion(int token, int end)
    {
        for (var at = token; at < Math.Min(end, token + 4); at++)
        {
            if (copy.Word(at).ToString() is "statement" or "interview" or "email" or "speech" or "tweet" or "memo" or "letter" or "response" or "briefing" or "blog" or "post" or "telephone" or "phone" or "call" or "conference" or "Monday" or "Tuesday"
                or "Wednesday" or "Thursday" or "Friday" or "Saturday" or "Sunday" or "Twitter" or "Facebook" or "rally" or "release" or "op-ed")
                return true;
        }

        return false;
    }

    /// <summary>Words that belong to a noun phrase before its head, taken in from the left where the parser left them out.</summary>
    private int Leftwards(int first, int subject, Sentence sentence)
    {
        if (analysis.Tag(subject) is "PRP" or "WP" or "WDT")
            return first;
        while (first > sentence.First && copy.QuotationOf[first - 1] == copy.QuotationOf[subject])
        {
            var tag = analysis.Tag(first - 1);
            if (analysis.Tag(first) is "DT" or "PRP$" && tag is not ("PDT" or "IN"))
                break;
            if (tag is "NNP" or "NNPS" or "NN" or "NNS" or "JJ" or "JJS" or "CD" or "POS" or "DT" or "PRP$" or "PDT" && !TimeWords.Has(copy.Word(first - 1)))
                first--;
            else if (copy.Text[copy.Tokens[first - 1].Start] is '-' or '/' && copy.Tokens[first - 1].End == copy.Tokens[first].Start)
                first--;
            // "the Geneva-based group".
            else if (tag is "VBN" or "VBG" && first - 3 >= sentence.First && copy.Text[copy.Tokens[first - 2].Start] == '-' && copy.Tokens[first - 2].End == copy.Tokens[first - 1].Start)
                first -= 3;
            else if (analysis.Is(first - 1, "of") && first - 2 > sentence.First && analysis.Tag(first - 2)[0] == 'N' && analysis.Tag(first) is "DT" or "PRP$" or "NNP" or "JJ" or "NN" or "NNS")
                first -= 2;
            else if (analysis.Is(first - 1, "and") && Joined(first - 1, sentence) is >= 0 and var joined)
                first = joined;
            else if (analysis.Is(first - 1, "in") && analysis.Tag(first) == "CD" && first - 2 >= sentence.First && analysis.Tag(first - 2) == "CD")
                first -= 2;
            else if (analysis.Tag(first) == "CD" && copy.Word(first - 1).ToString().ToLowerInvariant() is "about" or "nearly" or "only" or "almost" or "roughly" or "some")
                first--;
            else
                break;
        }

        return first;
    }

    /// <summary>Words between the noun phrase and its verb that belong to it: "campaign manager Robby Mook", "Doe, a conservative,"; its closing bracket.</summary>
    private int Rightwards(int end, int subject, Stretch group, Sentence sentence)
    {
        if (end >= group.First || analysis.Tag(subject) is "PRP" or "WP" or "WDT")
            return end;
        var plain = true;
        for (var at = end; at < group.First; at++)
            plain &= analysis.Tag(at) is "NNP" or "NNPS" or "NN" or "NNS" or "CD" or "POS" or "JJ" or "-LRB-" or "-RRB-" || copy.Text[copy.Tokens[at].Start] is '-' or '/' or '.' or '(' or ')';
        if (plain && !TimeWords.Has(copy.Word(group.First - 1)))
            return group.First;
        // An insertion between commas, right before the verb, that is no clause.
        var comma = copy.Text[copy.Tokens[group.First - 1].Start] == ',';
        var opens = copy.Text[copy.Tokens[end].Start] == ',' ? end + 1 : end;
        if (comma && opens < group.First - 1 && analysis.Tag(opens) is "DT" or "JJ" or "NN" or "NNP" or "CD" or "HYPH" or "RB" or "JJR" or "WP$" or "NNS" or "-" && (analysis.Tag(opens) == "WP$" || !analysis.HasClause(opens, group.First - 1)))
            return group.First;
        return end;
    }

    /// <summary>Where the noun phrase before "and" begins, if it begins the sentence or stands after a mark; -1 where it belongs to something else.</summary>
    private int Joined(int and, Sentence sentence)
    {
        var first = and;
        while (first > sentence.First && analysis.Tag(first - 1) is "NNP" or "NNPS" or "NN" or "NNS" or "JJ" or "POS" or "DT" or "PRP$" or "CD" or "PRP")
            first--;
        return first < and && (first == sentence.First || copy.Text[copy.Tokens[first - 1].Start] is ',' or '”' or '"') ? first : -1;
    }

    /// <summary>Where a scene is set before the noun phrase ("Even before the results are in, a group of"), it begins after the comma.</summary>
    private int WithoutScene(int first, int subject)
    {
        var cut = first;
        for (var at = first; at < subject; at++)
        {
            if (copy.Text[copy.Tokens[at].Start] == ',' && analysis.HasFinite(first, at) && analysis.Tag(first) is "IN" or "RB" or "WRB" or "VBG" or "VBN")
                cut = at + 1;
        }

        return cut;
    }

    private Stretch Before(int subject, int verb, Stretch group, Sentence sentence)
    {
        var first = Math.Max(analysis.LeftEdge(subject), sentence.First);
        while (first < subject && (analysis.Label(first) is "cc" or "punct" or "mark" || copy.QuotationOf[first] != copy.QuotationOf[subject]))
            first++;
        first = Leftwards(WithoutScene(first, subject), subject, sentence);
        // "… their last dens there, the agency reported": what stands before the comma without a noun is no part of it.
        var noun = false;
        for (var at = first; at < subject; at++)
        {
            noun |= analysis.Tag(at)[0] == 'N' || analysis.Tag(at) is "PRP";
            if (copy.Text[copy.Tokens[at].Start] != ',' || noun && !analysis.HasClause(first, at))
                continue;
            (first, noun) = (at + 1, false);
        }

        var end = Math.Min(Math.Max(analysis.RightEdge(subject), subject) + 1, Math.Max(group.First, subject + 1));
        while (end > subject + 1 && copy.Text[copy.Tokens[end - 1].Start] is ',' or '—' or '–' or '―' or '-' or ';' or ':')
            end--;
        end = Rightwards(end, subject, group, sentence);
        for (var at = subject + 1; at + 1 < end; at++)
        {
            // ", quoting activists,": whom the speaker quotes is no part of the speaker.
            if (copy.Text[copy.Tokens[at].Start] == ',' && (analysis.Is(at + 1, "quoting") || analysis.Is(at + 1, "citing")))
                return new Stretch(first, at);
        }

        return end < group.First || verb == group.First ? WithComma(new Stretch(first, end), sentence) : new Stretch(first, end);
    }

    /// <summary>Takes the comma that closes an insertion: "Jane Doe, a spokeswoman, said".</summary>
    private Stretch WithComma(Stretch words, Sentence sentence)
    {
        if (words.End >= sentence.End - 1 || copy.Text[copy.Tokens[words.End].Start] != ',')
            return words;
        for (var at = words.First + 1; at < words.End; at++)
        {
            if (copy.Text[copy.Tokens[at].Start] == ',' && analysis.Label(at + 1 < words.End ? at + 1 : at) != "conj")
                return words with { End = words.End + 1 };
        }

        return words;
    }

    private int Inverted(int verb, Stretch group, Sentence sentence)
    {
        // "told the agency": who stands after these hears it.
        if (verb + 1 >= sentence.End || CueWords.Of(copy.Word(verb)) is { Frame: CueFrame.Hearer })
            return -1;
        if (group.First == sentence.First || copy.QuotationOf[verb] >= 0 && copy.Quotations[copy.QuotationOf[verb]].First + 1 == group.First)
            return analysis.Tag(verb + 1) == "NNP" && analysis.Tag(verb) is "VBD" or "VBN" or "NNP" && Introduces(verb + 1, sentence) is >= 0 and var opener ? opener : -1;
        var before = copy.Text[copy.Tokens[group.First - 1].Start];
        if (before is not (',' or '”' or '"' or '’' or '\'' or '?' or '!' or '—' or '–' or '―' or '-'))
            return -1;
        var next = verb + 1;
        if (analysis.Tag(next) is not ("NNP" or "NNPS" or "DT" or "NN" or "NNS" or "PRP" or "PRP$" or "JJ" or "CD" or "JJR") || TimeWords.Has(copy.Word(next)) || next + 1 < sentence.End && Time(next + 1))
            return -1;
        if (analysis.Tag(verb) is not ("VBD" or "VBZ" or "VBP" or "VBN"))
            return -1;
        var quoted = before is not (',' or '—' or '–' or '―' or '-');
        if (!quoted && before == ',' && group.First - 2 >= sentence.First && copy.QuotationOf[group.First - 2] >= 0 && copy.Quotations[copy.QuotationOf[group.First - 2]].End == group.First - 1)
            quoted = true;
        if (!quoted && (analysis.Tag(next) == "PRP" || !analysis.HasClause(sentence.First, group.First - 1)) && Introduces(next, sentence) < 0 && !Closes(next, sentence))
            return -1;
        // "…, wrote a host of songs": deeds have no speaker behind them.
        if (!quoted && analysis.Tag(next) == "DT" && (analysis.Is(next, "a") || analysis.Is(next, "an")) && !Speaker(next + 1, sentence))
            return -1;
        var subject = analysis.Child(verb, "nsubj");
        if (subject > verb)
            return (quoted ? !Clauses(next, sentence) : !Goes(next, sentence)) ? subject : -1;
        // The parser took the speaker for something else: the head of the noun phrase that begins there.
        var head = next;
        while (analysis.Head(head) > verb && analysis.Head(head) < sentence.End && analysis.Tag(analysis.Head(head)) is var tag && (tag[0] == 'N' || tag is "PRP"))
            head = analysis.Head(head);
        if (analysis.Tag(head) is "DT" or "JJ" or "PRP$" or "CD" && quoted)
        {
            // "said the 46-year-old."
            while (head + 1 < sentence.End && (char.IsLetterOrDigit(copy.Text[copy.Tokens[head + 1].Start]) || copy.Text[copy.Tokens[head + 1].Start] == '-') && analysis.Tag(head + 1) is not ("IN" or "VBD" or "WP" or "RB"))
                head++;
            return head;
        }

        return analysis.Tag(head) is "DT" or "JJ" or "PRP$" || !quoted && Goes(next, sentence) ? -1 : head;
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
        return named && at > next + 1 && copy.Text[copy.Tokens[at].Start] == '.' && at == sentence.End - 1;
    }

    /// <summary>The speaker of "But, said Doe, “…”" or "Stated Doe: “…”": a name, then a comma or colon and a quotation; -1 elsewhere.</summary>
    private int Introduces(int next, Sentence sentence)
    {
        var at = next;
        while (at < sentence.End && analysis.Tag(at) is "NNP" or "NNPS" or "PRP" or "NN" or "DT" or "JJ")
            at++;
        if (at == next || at >= sentence.End || copy.Text[copy.Tokens[at].Start] is not (',' or ':') || at + 1 >= copy.Tokens.Count)
            return -1;
        return copy.QuotationOf[at + 1] is >= 0 and var quotation && copy.Quotations[quotation].First == at + 1 ? at - 1 : -1;
    }

    /// <summary>True where a noun phrase that begins there holds a name or a noun for people, bodies or documents.</summary>
    private bool Speaker(int noun, Sentence sentence)
    {
        for (var at = noun; at < sentence.End && analysis.Tag(at) is "NN" or "NNS" or "NNP" or "NNPS" or "JJ" or "CD" or "HYPH"; at++)
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
            if (analysis.Tag(at) is "VBD" or "VBZ" or "VBP" or "MD")
                return true;
            if (analysis.Tag(at) is not ("RB" or "IN" or "NN" or "NNS" or "NNP" or "NNPS" or "DT" or "JJ" or "CC" or "POS" or "TO" or "PRP$"))
                return false;
        }

        return false;
    }

    private int SubjectOf(int verb, int depth)
    {
        var nearest = -1;
        foreach (var child in analysis.Children(verb))
        {
            // A participle after a comma has its subject further left.
            if (analysis.Label(child) is "nsubj" or "nsubj:pass" && child < verb && child > nearest && !Time(child) && !(analysis.Tag(verb) == "VBG" && copy.Text[copy.Tokens[verb - 1].Start] == ','))
                nearest = child;
        }

        if (nearest >= 0)
            return nearest;

        if (analysis.Child(verb, "nsubj") is >= 0 and var after)
            return after;
        // ", saying": the sentence's own subject, whatever noun stands before the comma.
        if (analysis.Tag(verb) == "VBG" && verb > 0 && copy.Text[copy.Tokens[verb - 1].Start] == ',')
        {
            var main = -1;
            for (var up = analysis.Head(verb); up >= 0; up = analysis.Head(up))
            {
                if (up > verb || !IsVerbal(up))
                    continue;
                foreach (var child in analysis.Children(up))
                {
                    if (child < verb && analysis.Label(child) is "nsubj" or "nsubj:pass" && analysis.Tag(child) is not ("WDT" or "WP"))
                        main = child;
                }

                if (main >= 0 && analysis.Label(up) == "conj")
                    break;
            }

            if (main >= 0)
                return main;
        }

        if (depth > 3 || analysis.Head(verb) is < 0)
            return -1;
        var head = analysis.Head(verb);
        return analysis.Label(verb) switch
        {
            "conj" or "xcomp" or "parataxis" when head < verb && IsVerbal(head) => SubjectOf(head, depth + 1),
            "advcl" when analysis.Tag(verb) == "VBG" && IsVerbal(head) => SubjectOf(head, depth + 1),
            "acl" when analysis.Tag(verb) == "VBG" && !IsVerbal(head) => Issuer(head, depth),
            "conj" when head < verb && analysis.Tag(verb) == "VBG" && !IsVerbal(head) => head,
            _ => -1,
        };
    }

    /// <summary>The noun that opens the sentence, for a verb far from its subject: "Jane Doe, whose home town …, argues".</summary>
    private int FirstNoun(Stretch group, Sentence sentence)
    {
        if (copy.Text[copy.Tokens[Math.Max(sentence.First, group.First - 1)].Start] != ',')
            return -1;
        for (var at = sentence.First; at < group.First; at++)
        {
            if (analysis.Tag(at) is "NN" or "NNS" or "NNP" or "NNPS" or "PRP" && (at + 1 == group.First || analysis.Tag(at + 1)[0] != 'N'))
                return at;
            if (analysis.Tag(at) is not ("DT" or "JJ" or "NN" or "NNP" or "NNS" or "NNPS" or "PRP$" or "POS" or "CD" or "RB"))
                return -1;
        }

        return -1;
    }

    /// <summary>"The campaign issued a statement saying": who issued it; the document itself where nobody did; -1 for what is no document.</summary>
    private int Issuer(int noun, int depth)
    {
        if (SourceWords.Of(copy.Word(noun)) is not (SourceKind.Document or SourceKind.Footage))
            return -1;
        return analysis.Label(noun) == "obj" && analysis.Head(noun) is >= 0 and var verb && verb < noun && SubjectOf(verb, depth + 1) is >= 0 and var issuer ? issuer : noun;
    }

    /// <summary>True where a relative clause is over at a comma before the verb: "who has written, | said", "which runs the mine, | declined to comment but said".</summary>
    private bool Resumes(int pronoun, Stretch group)
    {
        for (var comma = pronoun + 2; comma < group.First; comma++)
        {
            if (copy.Text[copy.Tokens[comma].Start] == ',' && analysis.HasFinite(pronoun + 1, comma) && (comma == group.First - 1 || analysis.Tag(comma + 1) is "VBD" or "VBZ" or "VBP"))
                return true;
        }

        return false;
    }

    private bool IsVerbal(int token) => analysis.Tag(token)[0] == 'V' || analysis.Child(token, "cop") >= 0;

    /// <summary>True where "most", "many" or the like begins the clause right before the verb, whatever stands before: "…; most said they were worried".</summary>
    private bool Counted(Stretch group, Sentence sentence)
    {
        var last = group.First - 1;
        return last > sentence.First && copy.Word(last).ToString().ToLowerInvariant() is "most" or "many" or "some" or "others" or "several" or "few" && copy.Text[copy.Tokens[last - 1].Start] is ';' or ',' or '—' or '–';
    }

    private bool Bracketed(int token, Stretch group)
    {
        for (var at = token; at < group.First; at++)
        {
            if (copy.Text[copy.Tokens[at].Start] == '(')
                return false;
            if (copy.Text[copy.Tokens[at].Start] == ')')
                return true;
        }

        return false;
    }

    /// <summary>"One in five", "46 percent", "those surveyed", "many": people who are counted rather than named, right before their verb; null for others.</summary>
    private Stretch? Some(Stretch group, Sentence sentence)
    {
        var last = group.First - 1;
        if (last < sentence.First || !(analysis.Tag(last) == "CD" || copy.Word(last).ToString().ToLowerInvariant() is "%" or "percent" or "most" or "many" or "some" or "others" or "another" or "few" or "several" or "surveyed" or "polled" or "both" or "all" or "half" or "those" || analysis.Is(last - 1, "a") && copy.Word(last).ToString() is "second" or "third" or "fourth" or "fifth"))
            return null;
        var first = last;
        while (first > sentence.First && (analysis.Tag(first - 1) is "CD" or "DT" or "JJR" or "JJ" or "RB" or "NNS" or "NN" or "NNP" or "HYPH" || copy.Word(first - 1).ToString().ToLowerInvariant() is "in" or "of" or "than" or "about" or "nearly" or "those" or "-" or "out"))
            first--;
        while (first < last && analysis.Tag(first) is "IN" or "CC" or "RB" or "HYPH" && copy.Word(first).ToString().ToLowerInvariant() is not ("about" or "nearly" or "almost" or "roughly" or "only"))
            first++;
        return new Stretch(first, last + 1);
    }

    /// <summary>The subject of the finite verb before, for a verb that "and", "but" or a comma carries on: "keeps its finances secret but says".</summary>
    private int Carried(int verb, Stretch group, Sentence sentence)
    {
        var before = group.First - 1;
        if (before <= sentence.First || !(analysis.Tag(before) == "CC" && analysis.Tag(verb) is "VBD" or "VBZ" or "VBP" or "VBN" || Paused(group.First) && analysis.Tag(verb) == "VBG"))
            return -1;
        // "…, he said, adding": who spoke before goes on, whatever has been told of between.
        var spoke = analysis.Tag(verb) == "VBG" ? LastSubject(verb, before, sentence, spoken: true) : -1;
        return spoke >= 0 ? spoke : LastSubject(verb, before, sentence, spoken: false);
    }

    /// <summary>The subject of the last finite verb before a token, beside the quotations; -1 where there is none.</summary>
    private int LastSubject(int verb, int before, Sentence sentence, bool spoken)
    {
        for (var at = before - 1; at > sentence.First; at--)
        {
            if (analysis.Tag(at) is not ("VBD" or "VBZ" or "VBP" or "MD") || copy.QuotationOf[at] != copy.QuotationOf[verb] || spoken && CueWords.Of(copy.Word(at)) is not { Reporting: true })
                continue;
            foreach (var child in analysis.Children(analysis.Label(at) is "aux" or "aux:pass" or "cop" && analysis.Head(at) > at ? analysis.Head(at) : at))
            {
                if (child < at && analysis.Label(child) is "nsubj" or "nsubj:pass" && analysis.Tag(child) is not ("WDT" or "WP"))
                    return child;
            }
        }

        return -1;
    }

    /// <summary>"…, the service's head, Jane Doe, later told": a noun phrase with a name between commas right before the verb; null elsewhere.</summary>
    private (int Head, Stretch? Words)? Apposed(Stretch group, Sentence sentence)
    {
        var comma = group.First - 1;
        if (comma <= sentence.First + 3 || copy.Text[copy.Tokens[comma].Start] != ',')
            return null;
        var name = comma - 1;
        while (name > sentence.First && analysis.Tag(name) is "NNP" or "NNPS" or "HYPH")
            name--;
        if (name == comma - 1 || comma - name > 7 || copy.Text[copy.Tokens[name].Start] != ',' || analysis.Tag(name - 1)[0] != 'N')
            return null;
        var first = analysis.PhraseStart(name - 1, sentence.First);
        return first > sentence.First && (copy.Text[copy.Tokens[first - 1].Start] is ',' or ';' or '"' or '”' || analysis.Tag(first - 1) == "CC") ? (name - 1, new Stretch(first, group.First)) : null;
    }

    /// <summary>True behind a comma, and behind a quotation that ends with one.</summary>
    private bool Paused(int token) => token > 1 && (copy.Text[copy.Tokens[token - 1].Start] == ',' || copy.QuotationOf[token - 1] is >= 0 and var quotation && copy.Quotations[quotation].End == token && copy.Text[copy.Tokens[token - 2].Start] == ',');

    /// <summary>
    /// The noun phrase that opens the clause, where relative and reduced clauses without commas stand between it and the verb: "people briefed on the move said",
    /// "the groups who wrote to her on Thursday say"; null elsewhere.
    /// </summary>
    private (int Head, Stretch? Words)? Opening(int verb, Stretch group, Sentence sentence)
    {
        if (analysis.Tag(verb) is not ("VBD" or "VBZ" or "VBP") || group.First <= sentence.First)
            return null;
        var first = group.First - 1;
        while (first >= sentence.First && copy.Text[copy.Tokens[first].Start] is not (',' or ';' or ':' or '—' or '–' or '(' or ')' or '"' or '“' or '”') && copy.QuotationOf[first] == copy.QuotationOf[verb])
            first--;
        first++;
        while (first < group.First && analysis.Tag(first) is "CC" or "RB" or "UH" || first < group.First && copy.Word(first).ToString().ToLowerInvariant() is "that" or "while" or "as" or "although" or "though")
            first++;
        var end = first;
        while (end < group.First && analysis.Tag(end) is "DT" or "PDT" or "PRP$" or "JJ" or "JJR" or "JJS" or "CD" or "NN" or "NNS" or "NNP" or "NNPS" or "POS" or "HYPH")
            end++;
        // "One in four voters in a poll said".
        if (end > first && end + 1 < group.First && analysis.Tag(end - 1) == "CD" && analysis.Is(end, "in") && analysis.Tag(end + 1) == "CD")
        {
            end++;
            while (end < group.First && analysis.Tag(end) is "CD" or "JJ" or "NN" or "NNS" or "NNP" or "NNPS")
                end++;
        }

        // "people familiar with the matter said".
        if (end - 1 > first && end < group.First && analysis.Tag(end - 1) == "JJ" && analysis.Tag(end) is "IN" or "TO")
            end--;
        if (end == first || analysis.Tag(end - 1)[0] != 'N' || TimeWords.Has(copy.Word(end - 1)) || Time(end - 1))
            return null;
        int finite = 0, relative = 0;
        for (var at = end; at < group.First; at++)
        {
            finite += analysis.Tag(at) is "VBD" or "VBZ" or "VBP" or "MD" && !analysis.Is(at + 1, "by") ? 1 : 0;
            relative += analysis.Tag(at) is "WP" or "WDT" or "WP$" || at == end && analysis.Tag(at) is "VBD" ? 1 : 0;
        }

        return end < group.First && finite > relative || end < group.First && analysis.Tag(end) is not ("WP" or "WDT" or "WP$" or "VBN" or "VBG" or "VBD" or "IN" or "TO" or "JJ") ? null : (end - 1, new Stretch(first, group.First));
    }

    /// <summary>The noun right before the verb, where the parser saw no subject.</summary>
    private int Beside(Stretch group, Sentence sentence)
    {
        var at = group.First - 1;
        if (at >= sentence.First && copy.Text[copy.Tokens[at].Start] == ',')
            at--;
        at = BeforeBracket(BeforeTime(at, sentence), sentence);
        if (at < sentence.First || analysis.Tag(at) is not ("NN" or "NNS" or "NNP" or "NNPS" or "PRP" or "WP" or "WDT" or "CD"))
            return -1;
        while (analysis.Head(at) is var head && head >= sentence.First && head < group.First && analysis.Tag(head) is var tag && (tag[0] == 'N' || tag == "PRP"))
            at = head;
        return analysis.Label(at) is "obj" or "obl" or "obl:agent" or "nmod" or "nmod:poss" && analysis.Head(at) >= 0 && analysis.Head(at) < at ? -1 : at;
    }
}
