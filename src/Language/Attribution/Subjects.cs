using Wireroom.Language.Tagging;
using Wireroom.Language.Text;

namespace Wireroom.Language.Attribution;

/// <summary>Finds who does what a verb says, and how far the words for them go.</summary>
internal sealed partial class Subjects(Analysis analysis)
{
    private const int LongestChain = 8; // verbs of saying
    private readonly Copy copy = analysis.Copy;
    private int chain; // how many who spoke before are being asked for

    /// <summary>The head word of the verb's subject and the words for it; (-1, null) where it has none.</summary>
    public (int Head, Stretch? Words) Of(int verb, Stretch group, Sentence sentence)
    {
        var (head, words) = Found(verb, group, sentence);
        // "Doe, whose home town, Split, is flooded, argues": not the town. "Doe's union, whose president, Roe, says": Roe.
        if (words is { } owned && analysis.Tag(owned.First) == "WP$" && SourceWords.Of(copy.Word(owned.First + 1)) is not SourceKind.Person && Enumerable.Range(owned.First, owned.Length).Any(at => copy.Mark(at) == ',') && NounBefore(owned.First, sentence) is { } owner)
            return (owner.End - 1, owner);
        // "Having said that".
        if (words is { Length: 1 } having && analysis.Is(having.First, "having"))
            return (-1, null);
        // "Doe says he would wait and tells the crowd that": he is Doe, and Doe tells.
        if (words is { Length: 1 } he && he.End < group.First && analysis.Tag(he.First) == "PRP" && analysis.Tag(verb) is "VBD" or "VBZ" or "VBP" or "VBG" && he.First - 1 > sentence.First && (Says(he.First - 1) || analysis.Is(he.First - 1, "that") && Says(he.First - 2))
            && Spoken(he.First + 1, sentence) is { Words: not null } outer)
            return (outer.Head, Alone(outer.Words.Value, outer.Head));
        return (head, words is { } found ? Alone(found, head) : null);
    }

    /// <summary>True for a verb of saying that "but" carries on, or "and" where no clause of what was said before could go on with it: "and added".</summary>
    private bool Resumed(int verb, Stretch group) =>
        group.First == verb && analysis.Is(verb - 1, "but") && copy.Word(verb) is "declined" or "refused" or "declines" or "refuses"
        || group.First == verb && analysis.Tag(verb) is "VBD" or "VBZ" or "VBP" && CueWords.Of(copy.Word(verb)) is { Reporting: true, Frame: CueFrame.Clause } cue
        && (analysis.Is(verb - 1, "but") || analysis.Is(verb - 1, "and") && cue.Lemma is "say" or "add" or "note");

    /// <summary>True for a finite verb of saying.</summary>
    private bool Says(int token) => analysis.Tag(token) is "VBD" or "VBZ" or "VBP" && CueWords.Of(copy.Word(token)) is { Reporting: true };

    /// <summary>The first of the verbs of saying that "and" and "but" carry on up to this one; the verb itself where they have no end, -1 where it carries none on.</summary>
    private int Opener(int verb, Stretch group, Sentence sentence)
    {
        var first = -1;
        for (var (at, hops) = (verb, 0); Carrier(at, at == verb ? group : new Stretch(at, at + 1), sentence) is >= 0 and var before; at = before)
        {
            first = before;
            if (++hops > LongestChain)
                return verb;
        }

        return first;
    }

    /// <summary>The verb of saying that "and" or "but" carries on with this one; -1 where there is none.</summary>
    private int Carrier(int verb, Stretch group, Sentence sentence)
    {
        if (group.First <= sentence.First || analysis.Tag(group.First - 1) != "CC" || !analysis.Is(verb + 1, "that") && !Resumed(verb, group))
            return -1;
        for (var at = group.First - 2; at > sentence.First; at--)
        {
            // "strategists fear that the chance is gone and warn that": who feared warns.
            if (copy.QuotationOf[at] == copy.QuotationOf[verb] && (Says(at) || analysis.Tag(at) == analysis.Tag(verb) && analysis.Is(at + 1, "that") && analysis.Is(verb + 1, "that") && CueWords.Of(copy.Word(at)) is { Manner: Manner.Believed } || analysis.Tag(at) is "VBD" or "VBZ" or "VBP" && copy.Word(at) is "declined" or "refused"))
                return at;
        }

        return -1;
    }

    private (int Head, Stretch? Words) Found(int verb, Stretch group, Sentence sentence)
    {
        // The verb after the speech and before the speaker: "…," said Mr. Smith.
        if (Inverted(verb, group, sentence) is >= 0 and var inverted)
            return (inverted, WithName(After(inverted, sentence), sentence));
        if (Interrupted(verb, group, sentence) is { } interrupted)
            return interrupted;
        // "two brokers, one of whom said".
        if (group.First - 3 > sentence.First && analysis.Is(group.First - 1, "whom") && analysis.Is(group.First - 2, "of") && analysis.Tag(group.First - 3) is "CD" or "DT" or "JJ" or "RBS" or "JJS" or "NN" or "PRP")
            return (group.First - 3, new Stretch(group.First - 3, group.First));
        if (analysis.Tag(verb) == "VBG" && Ahead(group, sentence) is { } ahead)
            return ahead;
        // "both were glad – Doe saying she was, and Roe".
        if (analysis.Tag(verb) == "VBG" && group.First - 2 > sentence.First && analysis.Tag(group.First - 1) == "NNP" && copy.Mark(group.First - 2) is '—' or '–')
            return (group.First - 1, new Stretch(group.First - 1, group.First));
        if (analysis.Tag(verb) == "VBG" && (With(group, sentence) ?? Issued(group, sentence)) is { } beforeParticiple)
            return beforeParticiple;
        if (analysis.Tag(verb) == "VBG" && group.First == verb && verb > sentence.First && analysis.Tag(verb - 1)[0] == 'N' && Sent(group, sentence) is >= 0 and var sent && analysis.Tag(verb - 1) is not "NNP" && (With(new Stretch(sent, sent + 1), sentence) ?? Of(sent, new Stretch(sent, sent + 1), sentence)) is { Words: not null } sender)
            return sender;
        // "Doe said that Roe was tired, adding that", "Doe said it was lost before claiming that": who spoke goes on, and nobody of whom was spoken.
        if (analysis.Tag(verb) == "VBG" && (group.First == verb || analysis.Tag(group.First) == "RB") && verb > sentence.First && (Paused(group.First) || analysis.Is(group.First - 1, "before")) && CueWords.Of(copy.Word(verb)) is { Reporting: true } && Spoken(group.First, sentence) is { } spoken)
            return spoken;
        // "…, Doe said on Friday, adding that": who has just spoken goes on.
        if (analysis.Tag(verb) == "VBG" && group.First == verb && Paused(verb) && BeforeTime(verb - 2, sentence) is var said && said > sentence.First && Says(said))
            return Of(said, new Stretch(said, said + 1), sentence);
        // "Paju said the tanker was at anchor, and noted that", "said it was too early, but added": who spoke before goes on.
        if (Opener(verb, group, sentence) is >= 0 and var spoke)
            return spoke == verb ? (-1, null) : Of(spoke, new Stretch(spoke, spoke + 1), sentence);
        // "A minister responded by saying", "Doe went on by telling": who did the one did the other.
        if (analysis.Tag(verb) == "VBG" && group.First - 2 > sentence.First && analysis.Is(group.First - 1, "by") && analysis.Tag(group.First - 2) is "VBD" or "VBN" or "VBZ" && Adjacent(group.First - 2, new Stretch(group.First - 2, group.First - 1), sentence) is { } did)
            return did;
        // "The mood had turned as a number of members suggested".
        if (Says(verb) && Placed(group, sentence) is { Words.First: var begun } clause && begun > sentence.First && analysis.Tag(begun - 1) == "IN")
            return clause;
        if (Adjacent(verb, group, sentence) is { } beside1)
            return beside1;
        if (Ending(verb, group, sentence) is { } ending)
            return ending;
        if (Counted(group, sentence) && Some(group, sentence) is { } counted)
            return (counted.End - 1, counted);
        // "…, and an opposition senator, Jane Doe, claimed".
        if (Says(verb) && Apposed(group, sentence) is { Words.First: var opened } senator && analysis.Tag(opened - 1) == "CC")
            return senator;
        var subject = SubjectOf(verb, 0);
        // "Spicer on Thursday evening said", "Kasich (R-OH), said": neither the time nor what stands in brackets speaks.
        if (subject >= 0 && subject < verb && (Time(subject) || TimeWords.Has(copy.Word(subject)) || Bracketed(subject, group)))
            subject = -1;
        // "An engineer who inspected it told": what another verb has for its object.
        if (subject > sentence.First && subject < verb && analysis.Is(subject, "it") && analysis.Tag(subject - 1) is "VBD" or "VBZ" or "VBP" or "VBN" && CueWords.Of(copy.Word(subject - 1)) is null && Opening(verb, group, sentence) is { } inspected)
            return inspected;
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
        if (subject >= 0 && subject < verb && analysis.PhraseStart(subject, sentence.First) is var phrase && phrase > sentence.First && (analysis.Is(phrase - 1, "by") || analysis.Is(phrase - 1, "from") || copy.Word(phrase - 1).ToString() is "in" or "at" or "near" or "with" && phrase - 2 >= sentence.First && analysis.Tag(phrase - 2)[0] == 'N' && analysis.Tag(phrase - 2) is not "NNP"
            // "people briefed on the talks said".
            || analysis.Tag(phrase - 1) == "IN" && !analysis.Is(phrase - 1, "that") && phrase - 3 >= sentence.First && analysis.Tag(phrase - 2) is "VBN" or "VBD" && analysis.Tag(phrase - 3)[0] == 'N') && Opening(verb, group, sentence) is { } opening)
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
        if (subject < 0 && Placed(group, sentence) is { } placed)
            return placed;
        if (subject < 0)
            subject = Carried(verb, group, sentence);
        if (subject < 0 && analysis.Tag(verb) is "VBD" or "VBZ" or "VBP" or "VBG")
            subject = FirstNoun(group, sentence);
        if (subject < 0)
            return Opening(verb, group, sentence) ?? Governing(verb, group, sentence) ?? (-1, null);
        // "Minutes obtained by the newspaper show": the words go on to the verb where nothing else can be told of.
        if (subject < verb && analysis.Tag(subject) == "NNS" && SourceWords.Of(copy.Word(subject)) == SourceKind.Document && Opening(verb, group, sentence) is { Head: var opens } whole && opens == subject)
            return whole;
        return (subject, subject < verb ? Before(subject, verb, group, sentence) : After(subject, sentence));
    }

    private int SubjectOf(int verb, int depth)
    {
        var nearest = -1;
        foreach (var child in analysis.Children(verb))
        {
            // A participle after a comma has its subject further left.
            if (analysis.Label(child) is "nsubj" or "nsubj:pass" && child < verb && child > nearest && !Time(child) && !(analysis.Tag(verb) == "VBG" && BehindComma(verb)))
                nearest = child;
        }

        if (nearest >= 0)
            return nearest;

        if (analysis.Tag(verb) != "VBG" && analysis.Child(verb, "nsubj") is >= 0 and var after)
            return after;
        // ", saying": the sentence's own subject, whatever noun stands before the comma.
        if (analysis.Tag(verb) == "VBG" && verb > 0 && BehindComma(verb))
        {
            var main = -1;
            for (var up = analysis.Head(verb); up >= 0; up = analysis.Head(up))
            {
                if (up > verb || !IsVerbal(up))
                    continue;
                foreach (var child in analysis.Children(up))
                {
                    if (child < verb && analysis.Label(child) is "nsubj" or "nsubj:pass" && analysis.Tag(child) is not ("WDT" or "WP") && copy.Word(child) is not ("day" or "week" or "month"))
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
            "advcl" when analysis.Tag(verb) == "VBG" && IsVerbal(head) => SubjectOf(head, depth + 1) is var main && main < verb ? main : -1,
            "acl" when analysis.Tag(verb) == "VBG" && !IsVerbal(head) => Issuer(head, depth),
            "conj" when head < verb && analysis.Tag(verb) == "VBG" && !IsVerbal(head) => head,
            _ => -1,
        };
    }

    /// <summary>True behind a comma, adverbs between or not: ", eventually saying".</summary>
    private bool BehindComma(int verb)
    {
        var before = verb - 1;
        while (before > 0 && analysis.Tag(before) == "RB")
            before--;
        return before >= 0 && copy.Mark(before) == ',';
    }

    /// <summary>The noun that opens the sentence, for a verb far from its subject: "Jane Doe, whose home town …, argues".</summary>
    private int FirstNoun(Stretch group, Sentence sentence)
    {
        if (copy.Mark(Math.Max(sentence.First, group.First - 1)) != ',')
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
            if (copy.Mark(comma) == ',' && analysis.HasFinite(pronoun + 1, comma) && (comma == group.First - 1 || analysis.Tag(comma + 1) is "VBD" or "VBZ" or "VBP"))
                return true;
        }

        return false;
    }

    private bool IsVerbal(int token) => analysis.Tag(token)[0] == 'V' || analysis.Child(token, "cop") >= 0;

    /// <summary>The subject of the finite verb before, for a verb that "and", "but" or a comma carries on: "keeps its finances secret but says".</summary>
    private int Carried(int verb, Stretch group, Sentence sentence)
    {
        var before = BeforeScene(group.First - 1, sentence);
        if (before <= sentence.First || !(analysis.Tag(before) == "CC" && analysis.Tag(verb) is "VBD" or "VBZ" or "VBP" or "VBN" || Paused(group.First) && analysis.Tag(verb) == "VBG"))
            return -1;
        // "…, he said, adding": who spoke before goes on, whatever has been told of between.
        var spoke = analysis.Tag(verb) == "VBG" ? LastSubject(verb, before, sentence, spoken: true) : -1;
        return spoke >= 0 ? spoke : LastSubject(verb, before, sentence, spoken: false);
    }

    /// <summary>Who last said something in the sentence with a clause behind it, in no relative clause; null where nobody did.</summary>
    private (int Head, Stretch? Words)? Spoken(int before, Sentence sentence)
    {
        for (var at = before - 2; at > sentence.First && chain < LongestChain; at--)
        {
            if (copy.QuotationOf[at] != copy.QuotationOf[before] || !Says(at) || CueWords.Of(copy.Word(at)) is not { Frame: CueFrame.Clause or CueFrame.Hearer })
                continue;
            chain++;
            var found = Of(at, new Stretch(at, at + 1), sentence);
            chain--;
            return found is { Head: >= 0, Words: not null } && found.Head < at && analysis.Tag(found.Head) is not ("WP" or "WDT") ? found : null;
        }

        return null;
    }

    /// <summary>The conjunction before a scene that stands between it and the verb: "but | in a later interview said", "and | on Tuesday wrote"; the token itself where there is none.</summary>
    private int BeforeScene(int at, Sentence sentence)
    {
        var scene = at;
        while (scene > sentence.First && scene > at - 7 && (analysis.Tag(scene) is "DT" or "JJ" or "JJR" or "NN" or "NNP" or "CD" or "PRP$" or "RB" || analysis.Tag(scene) == "IN" && analysis.Tag(scene - 1) != "CC"))
            scene--;
        return scene < at && scene > sentence.First && analysis.Tag(scene - 1) == "CC" && (analysis.Tag(scene) == "IN" || scene == at - 1 && TimeWords.Has(copy.Word(at))) ? scene - 1 : at;
    }

    /// <summary>The subject of the last finite verb before a token, beside the quotations; -1 where there is none.</summary>
    private int LastSubject(int verb, int before, Sentence sentence, bool spoken)
    {
        for (var at = before - 1; at > sentence.First; at--)
        {
            if (!analysis.IsFinite(at) || copy.QuotationOf[at] != copy.QuotationOf[verb] || spoken && CueWords.Of(copy.Word(at)) is not { Reporting: true })
                continue;
            foreach (var child in analysis.Children(analysis.Label(at) is "aux" or "aux:pass" or "cop" && analysis.Head(at) > at ? analysis.Head(at) : at))
            {
                if (child < at && analysis.Label(child) is "nsubj" or "nsubj:pass" && analysis.Tag(child) is not ("WDT" or "WP"))
                    return child;
            }

            if (!spoken && (Adjacent(at, new Stretch(at, at + 1), sentence) ?? Interrupted(at, new Stretch(at, at + 1), sentence)) is { } beside)
                return beside.Head;
        }

        return -1;
    }

    /// <summary>True behind a comma, and behind a quotation that ends with one.</summary>
    private bool Paused(int token) => token > 1 && (copy.Mark(token - 1) == ',' || copy.QuotationOf[token - 1] is >= 0 and var quotation && copy.Quotations[quotation].End == token && copy.Mark(token - 2) == ',');
}
