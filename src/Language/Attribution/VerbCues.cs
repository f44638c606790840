using Wireroom.Language.Tagging;
using Wireroom.Language.Text;

namespace Wireroom.Language.Attribution;

/// <summary>Finds statements by their verbs: "X said that", "…, X said", "said X", "was confirmed by X", "…, adding that".</summary>
internal sealed class VerbCues(Analysis analysis)
{
    private readonly Copy copy = analysis.Copy;
    private readonly Subjects subjects = new(analysis);
    private readonly Contents contents = new(analysis);
    private readonly NoComment silence = new(analysis);

    /// <summary>The statements of a sentence, in order of their verbs.</summary>
    public void Find(int at, bool wide, List<Draft> into)
    {
        var sentence = copy.Sentences[at];
        var headline = copy.Paragraphs[sentence.Paragraph].Kind == ParagraphKind.Headline;
        var known = into.Count;
        silence.Find(at, into);
        for (var token = sentence.First; token < sentence.End; token++)
        {
            if (token > sentence.First && analysis.Is(token - 1, "as") && (analysis.Is(token, "saying") || analysis.Is(token, "telling")))
                continue;
            // "According to Doe, writing for the Courier": she writes what stands behind.
            if (analysis.Is(token, "writing") && analysis.Is(sentence.First, "according") && copy.Mark(token - 1) == ',')
                continue;
            // What is told inside a quotation is the speaker's.
            if (copy.QuotationOf[token] >= 0 && !headline)
                continue;
            if (!char.IsLetter(copy.Mark(token)) || (CueWords.Of(copy.Word(token)) ?? (analysis.Counts(token, sentence) ? Put : null)) is not { } cue || Silent(into, known, token))
                continue;
            if (cue.Lemma is "quote" or "cite" && QuotedAs(token, at) is { } quoted)
            {
                into.Add(quoted);
                continue;
            }

            if (!wide && !cue.Reporting && !headline && cue.Lemma is not ("show" or "find" or "reject" or "dismiss" or "refute" or "dispute"))
                continue;
            if (IsVerb(token, sentence) && Of(token, cue, at) is { } draft && (wide ? Held(draft, cue) || Stands(draft, cue, headline) : Outspoken(draft) && Stands(draft, cue, headline)))
                into.Add(draft);
        }

        // "The carrier said it would not comment" is one statement, not two.
        into.RemoveAll(silent => silent.Rule == "no-comment" && silent.Sentence == at && silent.Source is { Length: 1 } self && analysis.Tag(self.First) == "PRP"
            && into.Exists(other => other.Sentence == at && other != silent && other.Content.Exists(content => content.Holds(silent.Word))));
    }

    // "put the toll at nine" tells; "put the cup on the table" does not, so that it is no word of the lexicon.
    private static readonly CueWord Put = new("put", Manner.Said, CueFrame.Object, true);

    private static bool Silent(List<Draft> into, int known, int token)
    {
        for (var at = known; at < into.Count; at++)
        {
            if (into[at].Rule == "no-comment" && (into[at].Cue.Holds(token) || into[at].Content[0].Holds(token)))
                return true;
        }

        return false;
    }

    /// <summary>True for a statement by somebody but "I" or "you": "no injuries reported" and "nobody claimed responsibility" are nobody's.</summary>
    private bool Outspoken(Draft draft) =>
        !(analysis.Is(draft.Source!.Value.First, "no") && SourceWords.Of(copy.Word(Math.Max(draft.SourceHead, draft.Source.Value.First))) is not SourceKind.Person)
        && !(draft.Source.Value.Length == 1 && copy.Word(draft.Source.Value.First).ToString().ToLowerInvariant() is "i" or "you" or "we" or "me" or "us" or "nobody");

    /// <summary>True for a statement that stands in the ledger without being asked for: it reports.</summary>
    private bool Stands(Draft draft, CueWord cue, bool headline)
    {
        // "the claim that he said": what is told of is the claim.
        if (draft.Source!.Value.First > copy.Sentences[draft.Sentence].First && analysis.Is(draft.Source.Value.First - 1, "that") && analysis.Label(draft.Word) is "acl" or "acl:relcl" && !(draft.Content.Count == 2 && draft.Content[1].First == draft.Word + 1))
            return false;
        // "the trip suggests", "the lull signals": what cannot speak, and nobody wrote.
        // "the sign read “No entry”", and nobody who reads aloud.
        if (cue.Lemma == "read" && !Shows(draft) && copy.Word(draft.Source.Value.First).ToString().ToLowerInvariant() is not ("it" or "which" or "that" or "one"))
            return false;
        // "insisted on anonymity".
        if (cue.Lemma == "insist" && analysis.Is(draft.Word + 1, "on") && !analysis.Tag(draft.Word + 2).StartsWith("VBG", StringComparison.Ordinal) && !Told(draft))
            return false;
        if (cue.Lemma is "suggest" or "indicate" or "imply" or "signal" && Mute(draft))
            return false;
        if (cue.Reporting)
            return draft.Reporting && (headline || Reports.Contains(cue.Lemma) || Told(draft) || Ends(draft));
        if (headline)
            return analysis.Tag(draft.Word) is "VBZ" or "VBP" or "NNS" or "VBD" && (!Deeds.Contains(cue.Lemma) || Told(draft) || Shows(draft));
        // "A UN working group found that": what bodies find they say.
        if (cue.Lemma == "find" && analysis.Is(draft.Content[0].First, "that") && SourceWords.Of(copy.Word(Math.Max(draft.SourceHead, draft.Source.Value.First))) is SourceKind.Institution)
            return true;
        if (cue.Lemma is "show" or "find")
            return Shows(draft);
        return draft.Manner == Manner.Denied;
    }

    /// <summary>True for "The trains were on time, its press service stressed.": whoever ends a sentence behind a clause reports it.</summary>
    private bool Ends(Draft draft) => draft.Rule == "verb.subject" && draft.Content is [var said] && draft.Source!.Value.End <= draft.Cue.First && said.End < draft.Source.Value.First && draft.Cue.First - said.End < 8
        && (draft.Cue.End >= copy.Sentences[draft.Sentence].End - 1 || copy.Sentences[draft.Sentence].End - draft.Cue.End < 7 && copy.Word(draft.Cue.End) is "out" or "in" or "on" or "at" && !analysis.HasFinite(draft.Cue.End, copy.Sentences[draft.Sentence].End)) && copy.QuotationOf[draft.Word] < 0
        && analysis.HasClause(said.First, said.End) && (analysis.Is(said.First, "not") || analysis.Tag(said.First) is not ("IN" or "WRB" or "VBN" or "VBG" or "RB" or "WDT" or "WP"));

    /// <summary>Verbs that tell of a refusal when they are denied: "did not say whether". "Did not recall" and "did not complain" refuse nothing.</summary>
    private static readonly System.Collections.Frozen.FrozenSet<string> Withheld = System.Collections.Frozen.FrozenSet.ToFrozenSet(
        "say tell comment confirm deny elaborate disclose specify reveal respond reply answer explain state acknowledge admit announce claim".Split(' '));

    /// <summary>True for words that hang on a preposition, so that they are nobody who speaks; a scene set before a comma is cut off.</summary>
    private bool Adrift(ref Stretch words, int head)
    {
        if (analysis.Tag(words.First) != "IN" || copy.Word(words.First).ToString().ToLowerInvariant() is "about" or "around" or "over" or "under" or "up" or "at" or "out" or "as" or "though" or "although" or "while" or "because" or "if" or "that")
            return false;
        for (var at = words.First; at < Math.Min(head, words.End); at++)
        {
            if (copy.Mark(at) == ',' && at + 1 < words.End)
            {
                words = words with { First = at + 1 };
                return false;
            }
        }

        return true;
    }

    /// <summary>Verbs that report whatever they take. The others (vow, reveal, predict, maintain) as often tell of a deed, a wish or a gift.</summary>
    private static readonly System.Collections.Frozen.FrozenSet<string> Reports = System.Collections.Frozen.FrozenSet.ToFrozenSet(
        ("say tell report announce add state declare claim confirm warn write note insist acknowledge deny reply explain argue admit tweet quote suggest inform notify allege contend assert testify remark assure exclaim "
        + "shout yell answer continue put").Split(' '));

    /// <summary>Forms that as often as not tell of no belief at all: "saw the film", "known for".</summary>
    private static readonly System.Collections.Frozen.FrozenSet<string> Idly = System.Collections.Frozen.FrozenSet.ToFrozenSet(
        "find finding known knew accepted releasing release planned thought saw seen see learned supporting considering consider considered support believed favors expects challenge seek intended demanding backs".Split(' '));

    /// <summary>True for a statement that comes with all cues, whatever it takes.</summary>
    private bool Held(Draft draft, CueWord cue) => !(draft.Rule == "verb.inverted" && !cue.Reporting && cue.Lemma != "ask") && cue.Lemma != "read" && !Idly.Contains(copy.Word(draft.Word).ToString()) && (cue.Reporting || !Within(draft));

    /// <summary>True for a belief or wish inside a clause that somebody says or thinks, and of a thing that a relative clause tells of.</summary>
    private bool Within(Draft draft)
    {
        var source = draft.Source!.Value;
        if (analysis.Label(draft.Word) == "ccomp" || analysis.Tag(Math.Max(draft.SourceHead, source.First)) == "WDT")
            return true;
        // "who want to stay", "what they want", "a house that they like": which one is meant, and no more.
        var before = source.First - 1;
        return draft.Manner is Manner.Intended or Manner.Asked && analysis.Tag(source.First) == "WP"
            || source.First < draft.Word && before >= copy.Sentences[draft.Sentence].First && (analysis.Is(before, "what") && draft.Manner is not Manner.Judged || analysis.Is(before, "that") && analysis.Tag(before) == "WDT");
    }

    /// <summary>What headlines tell of as done: "Detectives seek footage", "Court orders retrial".</summary>
    private static readonly System.Collections.Frozen.FrozenSet<string> Deeds = System.Collections.Frozen.FrozenSet.ToFrozenSet(
        "seek offer aim undertake prefer plot decide agree attack back support question challenge charge contest know remember honour honor salute credit fault order direct command instruct issue release publish lay unveil list discuss address find see learn".Split(' '));

    /// <summary>True where what is said stands in quotation marks or behind "that".</summary>
    private bool Told(Draft draft) => draft.Content.Exists(content => copy.QuotationOf[content.First] >= 0 || analysis.Is(content.First, "that") && content.Length > 1);

    private bool Mute(Draft draft)
    {
        var head = Math.Clamp(draft.SourceHead, draft.Source!.Value.First, draft.Source.Value.End - 1);
        // "Doe, host of the broadcast, suggested".
        for (var at = draft.Source.Value.First; at < head; at++)
        {
            if (analysis.Tag(at) == "NNP" && copy.Mark(at + 1) == ',')
                return false;
        }

        return analysis.Tag(head) == "NN" && char.IsLower(copy.Mark(head)) && SourceWords.Of(copy.Word(head)) is null && copy.Word(head).ToString() is not ("evidence" or "research" or "intelligence" or "polling" or "disclosure" or "missive" or "work" or "crowd");
    }

    /// <summary>True where documents or pictures show it; their noun is the source's head, whatever follows it.</summary>
    private bool Shows(Draft draft)
    {
        var words = draft.Source!.Value;
        var found = -1;
        for (var at = words.First; at < words.End && analysis.Tag(at) is not ("VBN" or "WDT" or "VBD" or ","); at++)
        {
            // "a sample of the files": the files show it; of a person or a body, it does.
            if (analysis.Tag(at) == "IN" && (!analysis.Is(at, "of") || found >= 0 || at > words.First && SourceWords.Of(copy.Word(at - 1)) is not null))
                break;
            if (SourceWords.Of(copy.Word(at)) is SourceKind.Document or SourceKind.Footage)
                found = at;
        }

        if (found >= 0)
            draft.SourceHead = found;
        return found >= 0;
    }

    /// <summary>"was quoted by state media as saying", "the paper quoted him as saying": who is quoted, through whom.</summary>
    private Draft? QuotedAs(int verb, int at)
    {
        var sentence = copy.Sentences[at];
        var saying = -1;
        for (var token = verb + 1; token + 1 < sentence.End && token < verb + 25 && saying < 0; token++)
        {
            if (analysis.Is(token, "as") && (analysis.Is(token + 1, "saying") || analysis.Is(token + 1, "telling")))
                saying = token + 1;
        }

        if (saying < 0)
            return null;
        var passive = analysis.Child(verb, "aux:pass") >= 0 || verb > sentence.First && analysis.Is(verb - 1, "was") || verb > sentence.First && analysis.Is(verb - 1, "were") || verb > sentence.First && analysis.Is(verb - 1, "is");
        var group = Group(verb, sentence);
        var (head, subject) = subjects.Of(verb, group, sentence);
        if (subject is not { } speaker || speaker.First > verb)
            return null;
        var objectEnd = saying - 1;
        for (var token = verb + 1; token < objectEnd; token++)
        {
            if (analysis.Tag(token) == "IN" && !analysis.Is(token, "by") && !analysis.Is(token, "of") && !analysis.Is(token, "for"))
                objectEnd = token;
        }

        var first = passive && verb + 1 < objectEnd && analysis.Is(verb + 1, "by") ? verb + 2 : verb + 1;
        var other = new Stretch(first, Math.Max(first, passive && !analysis.Is(verb + 1, "by") ? first : objectEnd));
        if (!passive && other.Length == 0)
            return null;
        var draft = new Draft
        {
            Cue = new Stretch(group.First, verb + 1),
            Word = verb,
            Source = passive ? speaker : other,
            SourceHead = passive ? head : other.End - 1,
            Via = passive ? other : speaker,
            Manner = Manner.Said,
            Reporting = true,
            Rule = passive ? "quoted.passive" : "quoted.active",
            Sentence = at,
        };
        return contents.After(draft, saying + 1, sentence) || contents.Left(draft, Math.Min(group.First, speaker.First), sentence) ? draft : null;
    }

    private static readonly System.Collections.Frozen.FrozenSet<string> Carriers = System.Collections.Frozen.FrozenSet.Create(
        StringComparer.Ordinal, "went", "goes", "go", "gone", "going", "continued", "continues", "proceeded", "refused", "refuses", "refusing", "declined", "declines", "began", "appeared", "appear", "appears", "seemed", "seem", "seems", "sought", "rushed", "hastened", "took", "used", "likely", "prompted", "quick", "right", "correct", "tried", "trying", "tries", "continuing", "continue", "moved", "forced", "compelled", "happy");

    private bool IsVerb(int token, Sentence sentence)
    {
        var tag = analysis.Tag(token);
        if (tag[0] == 'V')
            return true;
        // "…," Doe notes. — a form that may be a noun, between a speaker and a full stop, after a quotation or a comma.
        if (token + 1 < sentence.End && copy.Mark(token + 1) is '.' or ',' && token > sentence.First + 1 && analysis.Tag(token - 1) is "NNP" or "PRP" or "NN" or "NNS" && CueWords.Of(copy.Word(token)) is { Reporting: true })
        {
            for (var at = token - 1; at > sentence.First && at > token - 6; at--)
            {
                if (copy.Mark(at) is '”' or '"' || copy.Mark(at) == '\'' && copy.QuotationOf[at] >= 0)
                    return true;
            }
        }

        // Capitals of headlines mislead the tagger: a name, then a form in -s, reads as a verb.
        if (copy.Paragraphs[sentence.Paragraph].Kind != ParagraphKind.Headline || tag is not ("NNS" or "NNPS" or "NNP") || token == sentence.First || copy.Word(token)[^1] is not ('s' or 'S') || analysis.Tag(token - 1) is "DT" or "PRP$" or "IN" or "POS")
            return false;
        // "Power Plant Rules Face Test": the verb is the next word.
        if (token + 1 < sentence.End && analysis.Tag(token + 1) is "VBP" or "VB" or "VBZ" or "VBD")
            return false;
        for (var at = sentence.First; at < token; at++)
        {
            // A headline has one such verb: "FM rejects claims".
            if (CueWords.Of(copy.Word(at)) is not null && (analysis.Tag(at)[0] == 'V' || copy.Word(at)[^1] is 's' or 'S'))
                return false;
        }

        return true;
    }

    private Draft? Of(int verb, CueWord cue, int at)
    {
        var sentence = copy.Sentences[at];
        var label = analysis.Label(verb);
        if (analysis.Tag(verb)[0] == 'V' && !((cue.Reporting || cue.Lemma is "show" or "find") && analysis.Tag(verb) is "VBD" or "VBZ" or "VBP") && label is "amod" or "compound" or "case" or "fixed" or "mark" && !(analysis.Tag(verb) == "VBN" && verb > sentence.First && copy.Word(verb - 1) is "has" or "have" or "had") && !(analysis.Tag(verb) == "VBG" && verb > sentence.First && copy.Mark(verb - 1) == ',' && cue is { Reporting: true, Frame: CueFrame.Hearer }))
            return null;
        var group = Group(verb, sentence);
        var passive = analysis.Child(verb, "aux:pass") is >= 0 and var auxiliary && auxiliary >= group.First && !Contracted(auxiliary, verb, sentence);
        if (passive)
            return Passive(verb, cue, at, group);
        if (analysis.Tag(verb) == "VBG" && cue.Reporting && !Participle(group, verb, sentence))
            return null;
        if (analysis.Tag(verb) == "VBN" && group.First == verb && (label is "acl" or "amod" || analysis.Is(verb, "shown") && analysis.Is(verb + 1, "to")))
            return null;
        var infinitive = group.First > sentence.First && analysis.Is(group.First - 1, "to") || analysis.Is(group.First, "to");
        if (infinitive && (cue.Reporting || cue.Lemma is "show"))
        {
            // "went on to say", "refused to admit": the first verb carries the subject.
            var governor = analysis.Head(verb);
            if (group.First - 2 >= sentence.First && analysis.Is(group.First - 1, "to") && Carriers.Contains(copy.Word(group.First - 2).ToString().ToLowerInvariant()))
                governor = group.First - 2;
            else if (governor < sentence.First || governor > verb || analysis.Label(verb) is not ("xcomp" or "advcl" or "ccomp" or "csubj") || !Carriers.Contains(copy.Word(governor).ToString().ToLowerInvariant()))
                return null;
            group = group with { First = governor };
        }
        else if (analysis.Tag(verb) == "VB" && group.First == verb && !(verb > sentence.First && analysis.Tag(verb - 1) is "NNS" or "NNPS" or "PRP" or "NNP" && !analysis.Is(verb - 1, "me") && !analysis.Is(verb - 1, "him") && !analysis.Is(verb - 1, "her") && !analysis.Is(verb - 1, "them") && !analysis.Is(verb - 1, "us"))
            // "asked her to raise her voice and say the word": what somebody is to do is not said.
            && !(verb > sentence.First && analysis.Tag(verb - 1) == "CC" && analysis.Label(verb) == "conj" && (CueWords.Of(copy.Word(Math.Max(0, analysis.Head(verb)))) is { Reporting: true } || analysis.Head(verb) >= sentence.First && (analysis.Tag(analysis.Head(verb)) == "VBP" || analysis.Child(analysis.Head(verb), "aux") is >= 0 and var have && analysis.Tag(have) == "VBP"))))
        {
            return null;
        }

        if (Hypothetical(group) || Idle(verb, sentence))
            return null;
        var negated = Negated(group, verb);
        var (head, source) = infinitive && (cue.Reporting || cue.Lemma is "show") ? subjects.Of(group.First, group, sentence) : subjects.Of(verb, group, sentence);
        // "It is too soon to say".
        // "Who said that it was safe?"
        if (source is { Length: 1 } asks && asks.First == sentence.First && analysis.Is(asks.First, "who") && copy.Mark(sentence.End - 1) == '?')
            return null;
        // "if they did not confirm it": nothing has been said.
        if (cue.Reporting && source is { First: var begins } && begins > sentence.First && begins < verb && analysis.Is(begins - 1, "if"))
            return null;
        if (source is not { Length: > 0 } stretch || Adrift(ref stretch, head) || infinitive && analysis.Is(stretch.First, "it") && copy.Word(group.First) is "is" or "was" or "seems" or "seemed" or "likely" or "right")
            return null;
        var draft = new Draft
        {
            Cue = group,
            Word = verb,
            Source = stretch,
            SourceHead = head,
            Manner = negated && cue.Manner == Manner.Said ? Manner.Declined : cue.Manner,
            Reporting = cue.Reporting && !(negated && !Withheld.Contains(cue.Lemma)),
            Rule = stretch.First > verb && analysis.Tag(verb) != "VBG" ? "verb.inverted" : "verb.subject",
            Sentence = at,
        };
        if (!contents.Fill(draft, cue, sentence))
            return null;
        if (cue.Lemma is "reject" or "dismiss" or "refute" or "dispute" && Allegation(draft.Content[0]))
            draft.Manner = Manner.Denied;
        return draft;
    }

    /// <summary>True for "he's said he would", which is "has" and no passive.</summary>
    private bool Contracted(int auxiliary, int verb, Sentence sentence) =>
        copy.Word(auxiliary) is "'s" or "’s" && auxiliary > sentence.First && copy.Word(auxiliary - 1).ToString().ToLowerInvariant() is "he" or "she" or "who" && !analysis.Is(verb + 1, "by");

    /// <summary>True where what is rejected is something that others have said.</summary>
    private bool Allegation(Stretch content)
    {
        for (var at = content.First; at < Math.Min(content.End, content.First + 8); at++)
        {
            if (copy.Word(at).ToString().ToLowerInvariant() is "allegation" or "allegations" or "accusation" or "accusations" or "claim" or "claims" or "report" or "reports" or "charge" or "charges" or "suggestion" or "suggestions" or "account" or "version" or "findings" or "rumours" or "rumors" or "assertion" or "assertions")
                return true;
        }

        return false;
    }

    /// <summary>"The recapture was confirmed by the Observatory": what is confirmed is the subject, who confirms stands after "by".</summary>
    private Draft? Passive(int verb, CueWord cue, int at, Stretch group)
    {
        var agent = -1;
        foreach (var child in analysis.Children(verb))
        {
            if (child > verb && analysis.Label(child) is "obl:agent" or "obl" && analysis.Child(child, "case") is >= 0 and var by && analysis.Is(by, "by"))
                agent = child;
        }

        // "claimed by the so-called Islamic State": the parser lost the name.
        if (agent < 0 && analysis.Is(verb + 1, "by"))
            agent = Named(verb + 2, copy.Sentences[at].End);
        var subject = analysis.Child(verb, "nsubj:pass") is >= 0 and var passive ? passive : analysis.Child(verb, "nsubj");
        // "continued by her son", "is explained by the rules": nobody says that.
        if (agent < 0 || subject < 0 || subject > verb || cue.Lemma is "ask" or "continue" or "begin" or "write" || cue.Lemma is "explain" or "show" && analysis.Tag(agent) is not ("NNP" or "NNPS" or "PRP") && SourceWords.Of(copy.Word(agent)) is null)
            return null;
        var sentence = copy.Sentences[at];
        var source = subjects.After(agent, sentence);
        var first = analysis.Is(verb + 1, "by") ? verb + 2 : analysis.Child(agent, "case") + 1;
        // "confirmed by the pro-government | Harbour Board for Split": the parser stops before the name.
        var end = Math.Max(source.End, first + 1);
        while (end < sentence.End && (analysis.Tag(end) is "NNP" or "NNPS" || end + 1 < sentence.End && (analysis.Tag(end) == "JJ" || analysis.Is(end, "for") || analysis.Is(end, "of")) && analysis.Tag(end + 1) is "NNP" or "NNPS"))
            end++;
        if (end > source.End && end > first + 1)
            agent = end - 1;
        return new Draft
        {
            Cue = new Stretch(group.First, first),
            Word = verb,
            Source = new Stretch(first, end),
            SourceHead = agent,
            Manner = cue.Manner,
            Reporting = cue.Reporting,
            Rule = "verb.passive",
            Sentence = at,
            Content = { contents.Trimmed(new Stretch(analysis.LeftEdge(subject), group.First)) },
        };
    }

    /// <summary>The last name of the noun phrase that begins there; -1 where it holds none.</summary>
    private int Named(int first, int end)
    {
        var name = -1;
        for (var at = first; at < end && analysis.Tag(at) is "DT" or "JJ" or "NN" or "NNP" or "NNPS" or "POS" or "HYPH" or "VBN" or "RB"; at++)
            name = analysis.Tag(at) is "NNP" or "NNPS" ? at : name;
        return name;
    }

    /// <summary>The verb with its auxiliaries and adverbs before, and its particle after.</summary>
    private Stretch Group(int verb, Sentence sentence)
    {
        var first = verb;
        while (first > sentence.First && analysis.Tag(first - 1) is "MD" or "RB" or "VBZ" or "VBP" or "VBD" or "VB" or "VBN" or "TO"
            && (analysis.Head(first - 1) == verb && analysis.Label(first - 1) is "aux" or "aux:pass" or "advmod" or "mark" or "cop" || analysis.Tag(first - 1) == "RB" && analysis.Head(first - 1) >= first))
            first--;
        // "has since said".
        if (first - 1 > sentence.First && analysis.Is(first - 1, "since") && copy.Word(first - 2) is "has" or "have" or "had")
            first -= 2;
        // "have in the past said".
        if (first == verb && analysis.Tag(verb) is "VBN" or "VBD")
        {
            for (var have = verb - 1; have > sentence.First && have > verb - 6 && analysis.Tag(have) is "IN" or "DT" or "JJ" or "NN" or "NNS" or "CD" or "VBZ" or "VBP" or "VBD"; have--)
            {
                if (copy.Word(have) is "have" or "has" or "had" && analysis.Tag(have + 1) == "IN")
                    first = have;
            }
        }

        while (first > sentence.First && analysis.Tag(first - 1) == "RBR" && (analysis.Is(first - 1, "later") || analysis.Is(first - 1, "earlier")))
            first--;
        var end = verb + 1;
        if (end < sentence.End && analysis.Head(end) == verb && analysis.Label(end) == "compound:prt")
            end++;
        return new Stretch(first, end);
    }

    private bool Negated(Stretch group, int verb)
    {
        for (var at = group.First; at < verb; at++)
        {
            if (analysis.Is(at, "not") || analysis.Is(at, "n't") || analysis.Is(at, "n’t") || analysis.Is(at, "never"))
                return true;
        }

        return false;
    }

    /// <summary>
    /// True for a participle that tells what was said: "…, adding that", "after saying", "a letter asking", "is saying". After other prepositions and behind other nouns it
    /// names the saying, and nobody has said it: "blamed for saying", "of telling", "a man claiming".
    /// </summary>
    private bool Participle(Stretch group, int verb, Sentence sentence)
    {
        for (var at = group.First; at < verb; at++)
        {
            if (analysis.Tag(at) is "VBD" or "VBZ" or "VBP" or "VBN" or "MD")
                return true;
        }

        var before = group.First - 1;
        if (before < sentence.First || analysis.Tag(before) is not ("IN" or "TO") && analysis.Tag(before)[0] is not ('N' or 'V' or 'P'))
            return true;
        if (analysis.Tag(before) is "IN" or "TO")
            return copy.Word(before).ToString().ToLowerInvariant() is "by" or "while" or "after" or "before" or "in" or "with" or "when" or "since";
        if (TimeWords.Has(copy.Word(before)) || SourceWords.Of(copy.Word(before)) is SourceKind.Document or SourceKind.Footage || Bearers.Contains(copy.Word(before).ToString()))
            return true;
        // "… both men spoke – Doe saying he was glad".
        if (analysis.Tag(before) is "NNP" && before - 1 > sentence.First && copy.Mark(before - 1) is '—' or '–')
            return true;
        if (subjects.Sent(group, sentence) >= 0)
            return true;
        // ", with the campaign saying".
        while (before > sentence.First && copy.Mark(before) != ',' && analysis.Tag(before)[0] is not 'V' && !analysis.Is(before, "with"))
            before--;
        return analysis.Is(before, "with");
    }

    // What bears words though it is no source of the list: "remarks saying", "evidence suggesting".
    private static readonly System.Collections.Frozen.FrozenSet<string> Bearers = System.Collections.Frozen.FrozenSet.ToFrozenSet("evidence comment comments remarks speech placards calls".Split(' '));

    /// <summary>"All told, …", "Carer stole savings, court told", "have their say", "people briefed on the talks": nothing is said by the word.</summary>
    private bool Idle(int verb, Sentence sentence)
    {
        if (verb == sentence.First)
            return false;
        // "refugees admitted have been", "the jobs report cheered them", "his remarks that were printed": a participle and nouns.
        if (verb + 1 < sentence.End && copy.Word(verb) is "admitted" or "confirmed" or "reported" or "declared" && analysis.Tag(verb - 1) is "NN" or "NNS" && copy.Word(verb + 1) is "have" or "has" or "had" or "are" or "is" or "were" or "was"
            || verb + 1 < sentence.End && copy.Word(verb) is "report" or "claim" or "note" or "warning" && analysis.Tag(verb + 1) is "VBD" or "VBZ"
            || verb + 2 < sentence.End && copy.Word(verb) is "remarks" or "reports" or "claims" && analysis.Is(verb + 1, "that") && copy.Word(verb + 2) is "were" or "are" or "was" or "is" or "have" or "had")
            return true;
        if (analysis.Is(verb, "states") && analysis.Is(verb - 1, "united") || analysis.Is(verb, "said") && analysis.Is(verb - 1, "having") && analysis.Is(verb + 1, "that"))
            return true;
        // "states that vote in March": a noun behind no name or pronoun.
        if (analysis.Is(verb, "states") && (analysis.Tag(verb - 1) is not ("NNP" or "NN" or "PRP" or "WDT" or "RB") || verb + 1 < sentence.End && analysis.Is(verb + 1, "that") && verb + 2 < sentence.End && analysis.Tag(verb + 2) is "VBP" or "VBD" or "MD" || analysis.Tag(verb - 1) == "RB" && verb - 2 >= sentence.First && analysis.Tag(verb - 2) is "VBP"))
            return true;
        return analysis.Is(verb, "told") && (analysis.Is(verb - 1, "all") || verb + 1 >= sentence.End) || analysis.Is(verb, "say") && (analysis.Tag(verb - 1) is "PRP$" || analysis.Is(verb - 1, "final") || analysis.Is(verb - 1, "a") || analysis.Is(verb - 1, "the") || analysis.Is(verb - 1, "no") || analysis.Tag(verb - 1) == "JJR" || copy.Mark(verb - 1) == ',' && verb + 1 < sentence.End && copy.Mark(verb + 1) == ',')
            || analysis.Is(verb, "reports") && analysis.Is(verb + 1, "live") || analysis.Is(verb, "briefed") && verb + 1 < sentence.End && analysis.Is(verb + 1, "on");
    }

    /// <summary>"would say", "could say", "might": nothing has been said.</summary>
    private bool Hypothetical(Stretch group)
    {
        for (var at = group.First; at < group.End; at++)
        {
            if (analysis.Tag(at) == "MD" && copy.Word(at).ToString().ToLowerInvariant() is "can" or "could" or "should" or "might" or "must" or "may" or "would" or "will" or "’ll" or "'ll")
                return !(analysis.Is(at, "would") && (analysis.Is(at + 1, "only") || analysis.Is(group.End, "only") || analysis.Is(at + 1, "not") || analysis.Is(at + 1, "n't") || analysis.Is(at + 1, "n’t")));
        }

        return false;
    }
}
