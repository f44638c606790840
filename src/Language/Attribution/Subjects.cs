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
        // The verb after the speech and before the speaker: "…," said Mr. Smith.
        if (Inverted(verb, group, sentence) is >= 0 and var inverted)
            return (inverted, After(inverted, sentence));
        var subject = SubjectOf(verb, 0);
        if (subject < 0)
            subject = Beside(group, sentence);
        if (subject < 0)
            return (-1, null);
        return (subject, subject < verb ? Before(subject, verb, group, sentence) : After(subject, sentence));
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

    private Stretch Before(int subject, int verb, Stretch group, Sentence sentence)
    {
        var first = Math.Max(analysis.LeftEdge(subject), sentence.First);
        while (first < subject && (analysis.Label(first) is "cc" or "punct" or "mark" || copy.QuotationOf[first] != copy.QuotationOf[subject]))
            first++;
        var end = Math.Min(Math.Max(analysis.RightEdge(subject), subject) + 1, Math.Max(group.First, subject + 1));
        while (end > subject + 1 && copy.Text[copy.Tokens[end - 1].Start] is ',' or '—' or '–' or '-' or ';' or ':')
            end--;
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
        if (group.First == sentence.First || verb + 1 >= sentence.End)
            return -1;
        var before = copy.Text[copy.Tokens[group.First - 1].Start];
        if (before is not (',' or '”' or '"' or '’' or '\'' or '?' or '!' or '—' or '–' or '-'))
            return -1;
        var next = verb + 1;
        if (analysis.Tag(next) is not ("NNP" or "NNPS" or "DT" or "NN" or "NNS" or "PRP" or "PRP$" or "JJ" or "CD" or "JJR"))
            return -1;
        if (analysis.Tag(verb) is not ("VBD" or "VBZ" or "VBP" or "VBN"))
            return -1;
        var subject = analysis.Child(verb, "nsubj");
        if (subject > verb)
            return subject;
        if (subject >= 0 && subject < verb && subject >= group.First - 8 && before is not ('”' or '"'))
            return -1;
        // The parser took the speaker for something else: the head of the noun phrase that begins there.
        var head = next;
        while (analysis.Head(head) > verb && analysis.Head(head) < sentence.End && analysis.Tag(analysis.Head(head)) is var tag && (tag[0] == 'N' || tag is "PRP"))
            head = analysis.Head(head);
        return analysis.Tag(head) is "DT" or "JJ" or "PRP$" ? -1 : head;
    }

    private int SubjectOf(int verb, int depth)
    {
        foreach (var child in analysis.Children(verb))
        {
            if (analysis.Label(child) is "nsubj" or "nsubj:pass" && child < verb)
                return child;
        }

        if (analysis.Child(verb, "nsubj") is >= 0 and var after)
            return after;
        if (depth > 3 || analysis.Head(verb) is < 0)
            return -1;
        var head = analysis.Head(verb);
        return analysis.Label(verb) switch
        {
            "conj" or "xcomp" or "parataxis" when head < verb && IsVerbal(head) => SubjectOf(head, depth + 1),
            "advcl" when analysis.Tag(verb) == "VBG" && IsVerbal(head) => SubjectOf(head, depth + 1),
            "acl" when analysis.Tag(verb) == "VBG" && !IsVerbal(head) => head,
            "conj" when head < verb && analysis.Tag(verb) == "VBG" && !IsVerbal(head) => head,
            _ => -1,
        };
    }

    private bool IsVerbal(int token) => analysis.Tag(token)[0] == 'V' || analysis.Child(token, "cop") >= 0;

    /// <summary>The noun right before the verb, where the parser saw no subject.</summary>
    private int Beside(Stretch group, Sentence sentence)
    {
        var at = group.First - 1;
        if (at >= sentence.First && copy.Text[copy.Tokens[at].Start] == ',')
            at--;
        if (at < sentence.First || analysis.Tag(at) is not ("NN" or "NNS" or "NNP" or "NNPS" or "PRP" or "WP" or "WDT" or "CD"))
            return -1;
        while (analysis.Head(at) is var head && head >= sentence.First && head < group.First && analysis.Tag(head) is var tag && (tag[0] == 'N' || tag == "PRP"))
            at = head;
        return analysis.Label(at) is "obj" or "obl" or "nmod" or "nmod:poss" && analysis.Head(at) >= 0 && analysis.Head(at) < at ? -1 : at;
    }
}
