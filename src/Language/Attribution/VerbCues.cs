using Wireroom.Language.Tagging;
using Wireroom.Language.Text;

namespace Wireroom.Language.Attribution;

/// <summary>Finds statements by their verbs: "X said that", "…, X said", "said X", "was confirmed by X", "…, adding that".</summary>
internal sealed class VerbCues(Analysis analysis)
{
    private readonly Copy copy = analysis.Copy;
    private readonly Subjects subjects = new(analysis);
    private readonly Contents contents = new(analysis);

    /// <summary>The statements of a sentence, in order of their verbs.</summary>
    public void Find(int at, bool wide, List<Draft> into)
    {
        var sentence = copy.Sentences[at];
        for (var token = sentence.First; token < sentence.End; token++)
        {
            if (!char.IsLetter(copy.Text[copy.Tokens[token].Start]) || CueWords.Of(copy.Word(token)) is not { } cue || !wide && !cue.Reporting)
                continue;
            if (IsVerb(token, sentence) && Of(token, cue, at) is { } draft)
                into.Add(draft);
        }
    }

    private bool IsVerb(int token, Sentence sentence)
    {
        var tag = analysis.Tag(token);
        if (tag[0] == 'V')
            return true;
        // Capitals of headlines mislead the tagger: a name, then a form in -s, reads as a verb.
        return copy.Paragraphs[sentence.Paragraph].Kind == ParagraphKind.Headline && tag is "NNS" or "NNPS" or "NNP" && token > sentence.First && copy.Word(token)[^1] is 's' or 'S'
            && copy.Paragraphs[sentence.Paragraph].Kind == ParagraphKind.Headline;
    }

    private Draft? Of(int verb, CueWord cue, int at)
    {
        var sentence = copy.Sentences[at];
        var label = analysis.Label(verb);
        if (label is "amod" or "compound" or "case" or "fixed" or "mark")
            return null;
        var passive = analysis.Child(verb, "aux:pass") >= 0;
        var group = Group(verb, sentence);
        if (passive)
            return Passive(verb, cue, at, group);
        if (analysis.Tag(verb) == "VBN" && group.First == verb && label is "acl" or "amod")
            return null;
        var infinitive = group.First > sentence.First && analysis.Is(group.First - 1, "to") || analysis.Is(group.First, "to");
        if (infinitive && cue.Reporting)
            return null;
        if (Hypothetical(group))
            return null;
        var (head, source) = subjects.Of(verb, group, sentence);
        if (source is not { } stretch)
            return null;
        var draft = new Draft
        {
            Cue = group,
            Word = verb,
            Source = stretch,
            SourceHead = head,
            Manner = Negated(group, verb) && cue.Manner == Manner.Said ? Manner.Declined : cue.Manner,
            Reporting = cue.Reporting,
            Rule = stretch.First > verb ? "verb.inverted" : "verb.subject",
            Sentence = at,
        };
        if (!contents.Fill(draft, cue, sentence))
            return null;
        return draft;
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

        var subject = analysis.Child(verb, "nsubj:pass") is >= 0 and var passive ? passive : analysis.Child(verb, "nsubj");
        if (agent < 0 || subject < 0 || subject > verb)
            return null;
        var source = subjects.After(agent, copy.Sentences[at]);
        var first = analysis.Child(agent, "case") + 1;
        return new Draft
        {
            Cue = new Stretch(group.First, first),
            Word = verb,
            Source = new Stretch(first, Math.Max(source.End, first + 1)),
            SourceHead = agent,
            Manner = cue.Manner,
            Reporting = cue.Reporting,
            Rule = "verb.passive",
            Sentence = at,
            Content = { contents.Trimmed(new Stretch(analysis.LeftEdge(subject), group.First)) },
        };
    }

    /// <summary>The verb with its auxiliaries and adverbs before, and its particle after.</summary>
    private Stretch Group(int verb, Sentence sentence)
    {
        var first = verb;
        while (first > sentence.First && analysis.Tag(first - 1) is "MD" or "RB" or "VBZ" or "VBP" or "VBD" or "VB" or "VBN" or "TO"
            && (analysis.Head(first - 1) == verb && analysis.Label(first - 1) is "aux" or "aux:pass" or "advmod" or "mark" or "cop" || analysis.Tag(first - 1) == "RB" && analysis.Head(first - 1) >= first))
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

    /// <summary>"would say", "could say", "might": nothing has been said.</summary>
    private bool Hypothetical(Stretch group)
    {
        for (var at = group.First; at < group.End; at++)
        {
            if (analysis.Tag(at) == "MD" && copy.Word(at).ToString().ToLowerInvariant() is "can" or "could" or "should" or "might" or "must" or "may" or "would")
                return true;
        }

        return false;
    }
}
