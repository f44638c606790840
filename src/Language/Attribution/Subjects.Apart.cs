using Wireroom.Language.Text;

namespace Wireroom.Language.Attribution;

/// <summary>Who speaks where the parse does not tell: set off by commas, before a relative clause, right beside the verb.</summary>
internal sealed partial class Subjects
{
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

    /// <summary>"…, a pair of engineers told a panel": the noun phrase with its "of" between a comma and the verb, behind a clause of its own; null elsewhere.</summary>
    private (int Head, Stretch? Words)? Ending(int verb, Stretch group, Sentence sentence)
    {
        if (!Says(verb))
            return null;
        var first = group.First;
        var head = -1;
        while (first > sentence.First && copy.QuotationOf[first - 1] == copy.QuotationOf[verb] && (analysis.Tag(first - 1) is "DT" or "JJ" or "NN" or "NNS" or "NNP" or "NNPS" or "CD" or "POS" or "PRP$" or "HYPH" || copy.Word(first - 1).ToString() is "of" or "from" or "at"))
        {
            first--;
            if (analysis.Tag(first) == "IN")
                head = first - 1;
        }

        return head > first - 1 && first > sentence.First + 2 && group.First - first > 2 && copy.Mark(first - 1) == ',' && analysis.Tag(first) != "IN" && analysis.Tag(head)[0] == 'N' && analysis.Tag(group.First - 1)[0] == 'N' && !TimeWords.Has(copy.Word(group.First - 1))
            && analysis.HasClause(sentence.First, first - 1) && !Subordinates(sentence.First) ? (head, new Stretch(first, group.First)) : null;
    }

    /// <summary>
    /// The noun phrase that opens the clause, where what stands between it and the verb is set off by commas: "Jane Doe, 30, of Split, who was there, said"; null elsewhere.
    /// </summary>
    private (int Head, Stretch? Words)? Interrupted(int verb, Stretch group, Sentence sentence)
    {
        var before = BeforeTime(group.First - 1, sentence);
        // "Doe, quoting “reliable sources,” said": the comma stands in the quotation that it ends.
        if (before > sentence.First + 2 && copy.QuotationOf[before] is >= 0 and var ended && copy.Quotations[ended].End == before + 1 && copy.Mark(before - 1) == ',' && !analysis.HasFinite(copy.Quotations[ended].First, before))
            before--;
        if (analysis.Tag(verb) is not ("VBD" or "VBZ" or "VBP") && analysis.Tag(group.First) is not ("VBD" or "VBZ" or "VBP") || before <= sentence.First + 1 || copy.Mark(before) != ',')
            return null;
        // The clause begins with the sentence, or after a quotation that ends before it.
        var first = sentence.First;
        for (var at = before; at > sentence.First; at--)
        {
            if (copy.QuotationOf[at] != copy.QuotationOf[verb] && copy.QuotationOf[at] >= 0 && copy.Quotations[copy.QuotationOf[at]] is { Closed: true } quotation && (analysis.HasFinite(quotation.First, quotation.End) || Spoke(sentence.First, quotation.First)))
            {
                first = at + 1;
                break;
            }
        }

        if (first < before && analysis.Tag(first) is "CC")
            first++;
        // "It was three years ago that Jane Doe, who was there, said".
        if (analysis.Is(first, "it") && copy.Word(first + 1) is "was" or "is")
        {
            for (var that = first + 2; that + 1 < before && copy.Mark(that) != ','; that++)
            {
                if (analysis.Is(that, "that") && analysis.Tag(that + 1) == "NNP")
                    first = that + 1;
            }
        }

        // "Neighbouring Qasra, which": no scene.
        var modifies = analysis.Tag(first) == "VBG" && analysis.Tag(first + 1) == "NNP" && copy.Mark(first + 2) == ',';
        if (!modifies && analysis.Tag(first) is "IN" or "RB" or "TO" or "VBN" or "VBG" or "WRB" || TimeWords.Has(copy.Word(first)) || Time(first + 1))
        {
            // "Last week, Doe, the editor, wrote": the scene ends at its comma.
            var scene = first;
            var clause = analysis.Tag(first) == "WRB" || Subordinates(first);
            while (scene < before && copy.Mark(scene) != ',' && (scene == first || clause && analysis.Tag(scene) is not ("WP" or "WDT") || analysis.Tag(scene) is not ("VBD" or "VBZ" or "VBP" or "MD" or "WP" or "WDT" or "WRB")))
                scene++;
            if (scene < before && copy.Mark(scene) == ',')
                first = scene + 1;
        }

        // "It came up after Mr. Doe, asked about it, had said": the clause begins with its name.
        for (var hangs = before - 2; hangs > first; hangs--)
        {
            if (analysis.Tag(hangs) is "IN" or "WRB" && copy.Word(hangs) is "after" or "before" or "when" or "while" or "because" or "as" or "though" or "although" && (analysis.Tag(hangs + 1) == "NNP" || analysis.Tag(hangs + 1) is "NNS" or "DT" or "NN" && copy.Mark(hangs - 1) == ',') && analysis.HasFinite(first, hangs))
            {
                first = hangs + 1;
                break;
            }
        }

        var comma = modifies ? first + 1 : first;
        while (comma < before && (analysis.Tag(comma) is "NNP" or "NNPS" or "NN" or "NNS" or "JJ" or "CD" or "POS" or "DT" or "PRP$" or "HYPH" or "-LRB-" or "-RRB-" || comma > first && analysis.Tag(comma) is "VBN" or "VBG" && analysis.Tag(comma - 1) == "HYPH" || comma > first && analysis.Tag(comma) == "VBN" && analysis.Tag(comma - 1) is "NN" or "NNS" || comma > first && copy.Word(comma) is "to" or "by" && analysis.Tag(comma - 1) is "VBN" or "NN" || comma > first && analysis.Is(comma, "and") && analysis.Tag(comma - 1) == "NNP" && analysis.Tag(comma + 1) == "NNP" || comma > first && (analysis.Is(comma, "of") || analysis.Is(comma, "for") || analysis.Is(comma, "at") || analysis.Is(comma, "in") || analysis.Is(comma, "from") || analysis.Is(comma, "on") && !TimeWords.Has(copy.Word(comma + 1)))))
            comma++;
        if (comma >= before || comma == first || copy.Mark(comma) != ',' || analysis.Tag(comma - 1) is not ("NNP" or "NNPS" or "NN" or "NNS" or "-RRB-") && !(analysis.Tag(comma - 1) == "JJ" && comma - 2 >= first && analysis.Tag(comma - 2) == "NNP" && char.IsUpper(copy.Mark(comma - 1))) && !(analysis.Tag(comma - 1) == "CD" && analysis.Is(comma - 2, "from")) || TimeWords.Has(copy.Word(comma - 1)) || TimeWords.Has(copy.Word(first)) || analysis.Tag(first) == "CD" && !analysis.Is(first + 1, "of"))
            return null;
        var relative = 0;
        var whose = false;
        for (var at = comma + 1; at < before; at++)
        {
            // "Doe, whose latest house, Paradata, makes cloth, said": the first verb is the house's.
            whose |= analysis.Tag(at) == "WP$";
            if (whose && analysis.Tag(at) is "VBD" or "VBZ" or "VBP")
            {
                whose = false;
                continue;
            }

            if (analysis.Tag(at) is "WP" or "WDT" or "WP$" or "WRB")
                relative++;
            if (analysis.IsFinite(at) && relative == 0 && !(at == comma + 1 && (copy.Word(at) is "asked" or "pressed" or "questioned" or "quoted" || analysis.Tag(at) == "VBD" && (analysis.Is(at + 1, "by") || analysis.Is(at + 2, "by")))) || analysis.Tag(at) is "PRP" && relative == 0 && !(analysis.Is(at, "them") && analysis.Is(at - 1, "of")))
                return null;
            // A second clause after the relative one: "Doe, who was there, left, and".
            if (relative > 0 && !whose && copy.Mark(at) == ',' && analysis.Tag(at + 1) is "VBD" or "VBZ" or "VBP" or "MD" or "PRP")
                return null;
        }

        var opens = analysis.Tag(comma + 1);
        if (relative == 0 && copy.Word(comma + 1) is not ("asked" or "pressed" or "questioned" or "quoted") && !(opens == "VBD" && (analysis.Is(comma + 2, "by") || analysis.Is(comma + 3, "by"))) && opens is not ("DT" or "NN" or "NNS" or "NNP" or "JJ" or "CD" or "VBN" or "VBG" or "IN" or "RB" or "PRP$"))
            return null;
        var head = comma - 1;
        while (head > first && analysis.Tag(head)[0] != 'N')
            head--;
        for (var at = first + 1; at < comma; at++)
        {
            if (analysis.Tag(at) is "IN" or "VBN" && analysis.Tag(at - 1)[0] == 'N')
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
        while (first > sentence.First && (analysis.Tag(first - 1) is "NNP" or "NNPS" or "NN" or "NNS" or "JJ" or "JJS" or "JJR" or "CD" or "POS" or "DT" or "PRP$" or "PDT" || copy.Mark(first - 1) is '-' or '/' && copy.Tokens[first - 1].End == copy.Tokens[first].Start)
            && copy.QuotationOf[first - 1] == copy.QuotationOf[last])
            first--;
        while (first < last && analysis.Tag(first) == "POS")
            first++;
        // "Speaker of the House Jane Doe".
        while (first - 2 >= sentence.First && analysis.Is(first - 1, "of") && analysis.Tag(first - 2) is "NNP" or "NN" && char.IsUpper(copy.Mark(first - 2)) && analysis.Tag(last) == "NNP" && analysis.Tag(first) == "DT")
        {
            first -= 2;
            while (first > sentence.First && analysis.Tag(first - 1) == "NNP")
                first--;
        }

        if (first == sentence.First && analysis.Tag(first) is "CC")
            return null;
        if (first > sentence.First && (analysis.Tag(first - 1) is "IN" or "TO" && !analysis.Is(first - 1, "that") && !Subordinates(first - 1) && !(Says(verb) && copy.Word(first - 1) is "after" or "before" or "because" or "since" or "until" or "though" or "once") || analysis.Tag(first - 1) is "CC" or "VBG" or "VBN" or "VBD" or "VBZ" or "VBP" or "VB" or "," && !Starts(first, sentence) && !Between(group, sentence)
            // "The ministry said a man had told": what stands behind the cue begins what it says.
            && CueWords.Of(copy.Word(first - 1)) is not { Reporting: true, Frame: CueFrame.Clause }))
            return null;
        // "In the old days, as Doe reported in his book": nothing but the name belongs to the verb.
        if (first - 2 > sentence.First && analysis.Is(first - 1, "as") && copy.Mark(first - 2) == ',' && analysis.Tag(last) == "NNP")
            return (last, new Stretch(first, end));
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

    /// <summary>
    /// The verb of the clause where it tells that something was sent or begun with the words: "fired off a letter to members | saying", "opened the debate | saying"; -1 elsewhere.
    /// </summary>
    public int Sent(Stretch group, Sentence sentence)
    {
        var document = false;
        for (var at = group.First - 1; at > sentence.First && at > group.First - 14; at--)
        {
            if (copy.Mark(at) == ',' || analysis.Tag(at) is "WDT" or "WP" or "MD" || copy.QuotationOf[at] != copy.QuotationOf[group.First])
                return -1;
            document |= (SourceWords.Of(copy.Word(at)) is SourceKind.Document || copy.Word(at) is "response" or "pitch" or "reply" or "email" or "message" or "answer") && (at + 1 == group.First || analysis.Is(at + 1, "to"));
            if (analysis.Tag(at) is "VBD" or "VBZ" or "VBP" or "VBG" or "VBN")
                return document && copy.Word(at) is "fired" or "blasted" or "sent" or "shot" or "made" or "making" or "wrote" or "posted" or "issued" or "sends" or "makes" || at < group.First - 1 && copy.Word(at) is "started" or "opened" or "began" or "ended" or "closed" or "opens" or "begins" or "ends" ? at : -1;
        }

        return -1;
    }

    /// <summary>"The town released a statement Wednesday saying": who issued the document; null where it is not said.</summary>
    private (int Head, Stretch? Words)? Issued(Stretch group, Sentence sentence)
    {
        var document = group.First - 1;
        while (document > sentence.First && (TimeWords.Has(copy.Word(document)) || copy.Word(document) is "on" or "early" or "late"))
            document--;
        if (document <= sentence.First || SourceWords.Of(copy.Word(document)) is not SourceKind.Document)
            return null;
        for (var at = document - 1; at > sentence.First && at > document - 8; at--)
        {
            if (analysis.Tag(at)[0] != 'V')
                continue;
            if (copy.Word(at).ToString() is not ("issued" or "released" or "sent" or "posted" or "published" or "wrote" or "read" or "delivered" or "circulated" or "put" or "fired" or "unleashed" or "made" or "issues" or "releases" or "sends" or "posts" or "publishes"))
                return null;
            if (Interrupted(at, new Stretch(at, at + 1), sentence) is { } apart)
                return apart;
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
        var close = copy.Mark(Math.Max(at, 0));
        if (at <= sentence.First || close is not (')' or '—' or '–') && !copy.IsDash(at))
            return at;
        var open = at - 1;
        while (open > sentence.First && (copy.Mark(open) != (close == ')' ? '(' : close) || close == '-' && !copy.IsDash(open)))
            open--;
        return open > sentence.First && copy.Mark(open) == (close == ')' ? '(' : close) && (close == ')' || analysis.Tag(open + 1) is "WP" or "WDT" || !analysis.HasClause(open, at)) ? open - 1 : at;
    }

    private bool Subordinates(int token) => copy.Word(token).ToString().ToLowerInvariant() is "as" or "while" or "although" or "though" or "because" or "if" or "since" or "after" or "before" or "until" or "unless" or "whereas" && !char.IsUpper(copy.Mark(token + 1)) || analysis.Is(token, "as") || analysis.Is(token, "while") || analysis.Is(token, "although");

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
    private bool Between(Stretch group, Sentence sentence) => group.End < sentence.End - 1 && copy.Mark(group.End) is ',' or '—' or '–' && CueWords.Of(copy.Word(group.End - 1)) is { Reporting: true };

    /// <summary>The noun phrase before a relative pronoun, with the comma between them counted as its end.</summary>
    private Stretch? NounBefore(int pronoun, Sentence sentence)
    {
        var last = pronoun - 1;
        if (last > sentence.First && copy.Mark(last) == ',')
            last--;
        if (last < sentence.First || analysis.Tag(last)[0] != 'N')
            return null;
        return new Stretch(analysis.PhraseStart(last, sentence.First), last + 1);
    }

    /// <summary>True where "most", "many" or the like begins the clause right before the verb, whatever stands before: "…; most said they were worried".</summary>
    private bool Counted(Stretch group, Sentence sentence)
    {
        var last = group.First - 1;
        return last > sentence.First && copy.Word(last).ToString().ToLowerInvariant() is "most" or "many" or "some" or "others" or "several" or "few" or "one" or "another" && copy.Mark(last - 1) is ';' or ',' or '—' or '–'
            // "…, and more than 4 in 10 said".
            || last - 3 > sentence.First && analysis.Tag(last) == "CD" && analysis.Is(last - 1, "in") && analysis.Tag(last - 2) == "CD"
            // "…, while a second said".
            || last - 2 > sentence.First && analysis.Is(last - 1, "a") && copy.Word(last) is "second" or "third" or "fourth" && copy.Word(last - 2) is "while" or "and" or "but" or ",";
    }

    /// <summary>True where somebody says something among the words.</summary>
    private bool Spoke(int first, int end)
    {
        for (var at = first; at < end; at++)
        {
            if (Says(at))
                return true;
        }

        return false;
    }

    private bool Bracketed(int token, Stretch group)
    {
        for (var at = token; at < group.First; at++)
        {
            if (copy.Mark(at) == '(')
                return false;
            if (copy.Mark(at) == ')')
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

    /// <summary>"Organisers in Split say", "about half of voters say": people with where or of what they are, right before the verb, behind a comma or first of all; null elsewhere.</summary>
    private (int Head, Stretch? Words)? Placed(Stretch group, Sentence sentence)
    {
        var last = BeforeBracket(group.First - 1, sentence);
        var (first, head) = (last + 1, -1);
        while (first > sentence.First && copy.QuotationOf[first - 1] == copy.QuotationOf[group.First] && (analysis.Tag(first - 1) is "DT" or "JJ" or "NN" or "NNS" or "NNP" or "NNPS" or "CD" or "POS" or "PRP$" or "HYPH" or "RB" && !copy.IsDash(first - 1) || copy.Word(first - 1) is "of" or "in" or "from" or "at" or "about" || first - 1 == sentence.First + 1 && analysis.Tag(first - 1) == "VB"))
        {
            first--;
            if (copy.Word(first) is "of" or "in" or "from" or "at")
                head = first - 1;
        }

        return head >= first && (analysis.Tag(head) is "NNS" or "NN" or "CD" || copy.Word(head).ToString().ToLowerInvariant() is "some" or "many" or "most" or "several") && analysis.Tag(last)[0] == 'N' && !TimeWords.Has(copy.Word(last)) && (analysis.Tag(first) != "IN" || analysis.Is(first, "about"))
            && (first == sentence.First || analysis.Tag(first - 1) == "CC" && first - 1 == sentence.First || copy.Mark(first - 1) is ',' or ';' or '—' or '–' || copy.IsDash(first - 1) || copy.Word(first - 1) is "as" or "while" or "because" or "though" or "although") ? (head, new Stretch(first, group.First)) : null;
    }

    /// <summary>"After saying that it was lost, | the minister left": the subject of the main clause behind a participle that opens the sentence; null elsewhere.</summary>
    private (int Head, Stretch? Words)? Ahead(Stretch group, Sentence sentence)
    {
        if (group.First > sentence.First + 4)
            return null;
        for (var at = sentence.First; at < group.First; at++)
        {
            if (at == group.First - 1 ? copy.Word(at).ToString().ToLowerInvariant() is not ("after" or "before" or "while" or "since" or "by" or "in" or "from" or "besides") : analysis.Tag(at) is not ("CD" or "NN" or "NNS" or "RB" or "DT"))
                return null;
        }

        // The first comma behind the clause that a subject and its verb follow.
        for (var comma = group.End + 2; comma + 2 < sentence.End; comma++)
        {
            var quoted = copy.QuotationOf[comma] >= 0 && copy.Quotations[copy.QuotationOf[comma]].End == comma + 2;
            if (copy.Mark(comma) != ',' || copy.QuotationOf[comma] != copy.QuotationOf[group.First] && !quoted)
                continue;
            var (first, end) = (quoted ? comma + 2 : comma + 1, quoted ? comma + 2 : comma + 1);
            while (end < sentence.End && analysis.Tag(end) is "PRP" or "DT" or "JJ" or "NN" or "NNS" or "NNP" or "NNPS" or "POS" or "PRP$" or "CD" or "HYPH")
                end++;
            if (end > first && end < sentence.End && analysis.Tag(end - 1) is "PRP" or "NN" or "NNS" or "NNP" or "NNPS" && (analysis.IsFinite(end) || analysis.Tag(end) == "RB" && end + 1 < sentence.End && analysis.Tag(end + 1) is "VBD" or "VBZ" or "VBP"))
                return (end - 1, new Stretch(first, end));
        }

        return null;
    }

    /// <summary>"…, the service's head, Jane Doe, later told": a noun phrase with a name between commas right before the verb; null elsewhere.</summary>
    private (int Head, Stretch? Words)? Apposed(Stretch group, Sentence sentence)
    {
        var comma = group.First - 1;
        if (comma <= sentence.First + 3 || copy.Mark(comma) != ',')
            return null;
        var name = comma - 1;
        while (name > sentence.First && analysis.Tag(name) is "NNP" or "NNPS" or "HYPH")
            name--;
        if (name == comma - 1 || name <= sentence.First || comma - name > 7 || copy.Mark(name) != ',' || analysis.Tag(name - 1)[0] != 'N')
            return null;
        var first = analysis.PhraseStart(name - 1, sentence.First);
        return first > sentence.First && (copy.Mark(first - 1) is ',' or ';' or '"' or '”' || analysis.Tag(first - 1) == "CC" || copy.Word(first - 1) is "while" or "as" or "though" or "although" or "because") ? (name - 1, new Stretch(first, group.First)) : null;
    }

    /// <summary>
    /// The noun phrase that opens the clause, where relative and reduced clauses without commas stand between it and the verb: "people briefed on the move said",
    /// "the groups who wrote to her on Thursday say"; null elsewhere.
    /// </summary>
    private (int Head, Stretch? Words)? Opening(int verb, Stretch group, Sentence sentence)
    {
        if (analysis.Tag(verb) is not ("VBD" or "VBZ" or "VBP") && analysis.Tag(group.First) is not ("VBD" or "VBZ" or "VBP") || group.First <= sentence.First || analysis.Tag(group.First - 1) == "WDT")
            return null;
        var first = group.First - 1;
        while (first >= sentence.First && copy.Mark(first) is not (',' or ';' or ':' or '—' or '–' or '(' or ')' or '"' or '“' or '”') && copy.QuotationOf[first] == copy.QuotationOf[verb])
            first--;
        first++;
        while (first < group.First && analysis.Tag(first) is "CC" or "RB" or "UH" || first < group.First && copy.Word(first).ToString().ToLowerInvariant() is "that" or "while" or "as" or "although" or "though")
            first++;
        var end = first;
        while (end < group.First && analysis.Tag(end) is "DT" or "PDT" or "PRP$" or "JJ" or "JJR" or "JJS" or "CD" or "NN" or "NNS" or "NNP" or "NNPS" or "POS" or "HYPH")
            end++;
        // "Many of the leaders who would rather wait said".
        if (end > first && end + 1 < group.First && analysis.Is(end, "of") && copy.Word(end - 1).ToString().ToLowerInvariant() is "many" or "most" or "some" or "several" or "few" or "dozens" or "hundreds" or "thousands" or "one" or "two" or "three" or "all" or "none" or "half")
        {
            end++;
            while (end < group.First && analysis.Tag(end) is "DT" or "PRP$" or "JJ" or "CD" or "NN" or "NNS" or "NNP" or "NNPS" or "POS")
                end++;
        }

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
            finite += analysis.IsFinite(at) && !analysis.Is(at + 1, "by") ? 1 : 0;
            relative += analysis.Tag(at) is "WP" or "WDT" or "WP$" || at == end && analysis.Tag(at) is "VBD" ? 1 : 0;
        }

        return end < group.First && finite > relative || end < group.First && analysis.Tag(end) is not ("WP" or "WDT" or "WP$" or "VBN" or "VBG" or "VBD" or "IN" or "TO" or "JJ") ? null : (end - 1, new Stretch(first, group.First));
    }

    /// <summary>The noun right before the verb, where the parser saw no subject.</summary>
    private int Beside(Stretch group, Sentence sentence)
    {
        var at = group.First - 1;
        if (at >= sentence.First && copy.Mark(at) == ',')
            at--;
        at = BeforeBracket(BeforeTime(at, sentence), sentence);
        if (at < sentence.First || analysis.Tag(at) is not ("NN" or "NNS" or "NNP" or "NNPS" or "PRP" or "WP" or "WDT" or "CD"))
            return -1;
        while (analysis.Head(at) is var head && head >= sentence.First && head < group.First && analysis.Tag(head) is var tag && (tag[0] == 'N' || tag == "PRP"))
            at = head;
        return analysis.Label(at) is "obj" or "obl" or "obl:agent" or "nmod" or "nmod:poss" && analysis.Head(at) >= 0 && analysis.Head(at) < at ? -1 : at;
    }
}
