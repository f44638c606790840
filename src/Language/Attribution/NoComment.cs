using Wireroom.Language.Tagging;
using Wireroom.Language.Text;

namespace Wireroom.Language.Attribution;

/// <summary>Finds who would say nothing: "declined to comment", "did not immediately respond to", "could not be reached for comment", "had no comment".</summary>
internal sealed class NoComment(Analysis analysis)
{
    private readonly Copy copy = analysis.Copy;
    private readonly Subjects subjects = new(analysis);
    private readonly Contents contents = new(analysis);

    /// <summary>The refusals of a sentence; their verbs are no cues of other statements.</summary>
    public void Find(int at, List<Draft> into)
    {
        var sentence = copy.Sentences[at];
        for (var token = sentence.First + 1; token + 1 < sentence.End; token++)
        {
            var (group, verb, start) = Refusal(token, sentence);
            if (start < 0)
                continue;
            var (head, source) = subjects.Of(verb, group, sentence);
            if (source is not { } words || words.First >= group.First && words.First < start)
                continue;
            var end = start;
            while (end < sentence.End && copy.Mark(end) is not (',' or ';' or '.' or ')' or '—' or '–') && !(analysis.Tag(end) == "CC" && !Goes(end, sentence)) && !Occasion(end, start))
                end++;
            // "did not respond | to a request", "declined to comment | on the case": what is asked of them.
            var asked = start;
            if (asked + 2 < end && (Lower(asked) == "to" && analysis.Tag(asked + 1) is not ("VB" or "RB") || Lower(asked) == "on"))
                asked++;
            var content = contents.Trimmed(new Stretch(asked, end));
            if (content.Length == 0)
                continue;
            into.Add(new Draft { Cue = group, Word = verb, Source = words, SourceHead = head, Content = { content }, Manner = Manner.Declined, Reporting = true, Rule = "no-comment", Sentence = at });
        }
    }

    /// <summary>True for the "or" and "and" between two things that are not told: "a list of venues or fees earned", "undivided and recognized".</summary>
    private bool Goes(int conjunction, Sentence sentence) =>
        conjunction + 1 < sentence.End && (analysis.Tag(conjunction + 1) is "NN" or "NNS" or "JJ" or "VBN" or "WRB" || Lower(conjunction + 1) is "whether") && !(conjunction + 2 < sentence.End && analysis.Tag(conjunction + 2) is "VBD" or "VBZ" or "VBP");

    /// <summary>True where it begins on what occasion nothing was said: "for this article", "as she left", "on multiple occasions".</summary>
    private bool Occasion(int at, int start) => at > start + 1
        && (Lower(at) == "for" && Lower(at + 1) == "this" || Lower(at) is "as" or "when" && at + 1 < copy.Tokens.Count && analysis.Tag(at + 1) is "PRP" or "VBN" || Lower(at) == "on" && Lower(at + 2) is "occasions" or "occasion" || Lower(at) == "on" && at + 2 < copy.Tokens.Count && TimeWords.Has(copy.Word(at + 1)) && !char.IsLetter(copy.Mark(at + 2)));

    /// <summary>The words of a refusal that begins at the token, its verb, and where begins what is not said; a start of -1 where there is none.</summary>
    private (Stretch Group, int Verb, int Start) Refusal(int token, Sentence sentence)
    {
        var word = Lower(token);
        if (word is "declined" or "declines" or "refused" or "refuses" or "declining" or "refusing" && Lower(token + 1) == "to" && token + 2 < sentence.End
            && Lower(token + 2) is "comment" or "answer" or "discuss" or "say" or "elaborate" or "respond" or "speak" or "talk" or "confirm" or "identify" or "name" or "specify" or "provide" or "disclose" or "give" or "reveal")
            return (new Stretch(token, token + 1), token, token + 1);
        if (word is "did" or "does" or "do" or "has" or "have" or "had" or "would" && IsNot(token + 1))
        {
            var verb = token + 2;
            while (verb < sentence.End && analysis.Tag(verb) == "RB")
                verb++;
            if (verb < sentence.End && Lower(verb) is "respond" or "responded" or "reply" or "replied" or "comment" or "commented" or "return" or "returned" or "answer" or "answered" or "elaborate" or "elaborated" && verb + 1 < sentence.End
                && Lower(verb + 1) is "to" or "on" or "a" or "calls" or "messages" or "repeated" or "requests" or "phone" or "multiple" or "further" or "several" or "emails" or "questions" && !(Lower(verb) is "return" or "returned" && Lower(verb + 1) is "to" or "on"))
                return (new Stretch(token, verb + 1), verb, verb + 1);
        }

        if (word == "could" && IsNot(token + 1))
        {
            var verb = token + 2;
            while (verb < sentence.End && (analysis.Tag(verb) == "RB" || Lower(verb) == "be"))
                verb++;
            if (verb + 2 < sentence.End && Lower(verb) == "reached" && Lower(verb + 1) == "for" && Lower(verb + 2) == "comment")
                return (new Stretch(token, verb + 1), verb, verb + 1);
        }

        if (word is "had" or "has" && Lower(token + 1) == "no")
        {
            var noun = token + 2;
            while (noun < sentence.End && analysis.Tag(noun) == "JJ")
                noun++;
            if (noun < sentence.End && Lower(noun) == "comment")
                return (new Stretch(token, token + 1), token, token + 1);
        }

        return (default, -1, -1);
    }

    private bool IsNot(int token) => Lower(token) is "not" or "n't" or "n’t";

    private string Lower(int token) => token < copy.Tokens.Count ? copy.Word(token).ToString().ToLowerInvariant() : "";
}
