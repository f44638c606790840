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
        // "which critics said": the pronoun is what is said; the speaker stands beside the verb.
        if (subject >= 0 && subject < verb && analysis.Tag(subject) is "WDT" or "WP" && subject + 1 < group.First && Beside(group, sentence) is var beside && beside > subject)
            subject = beside;
        if (subject < 0)
            subject = Beside(group, sentence);
        if (subject < 0 && analysis.Tag(verb) is "VBD" or "VBZ" or "VBP")
            subject = FirstNoun(group, sentence);
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
        while (end > subject + 1 && copy.Text[copy.Tokens[end - 1].Start] is ',' or '—' or '–' or '―' or '-' or ';' or ':')
            end--;
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
        if (group.First == sentence.First || verb + 1 >= sentence.End)
            return -1;
        var before = copy.Text[copy.Tokens[group.First - 1].Start];
        if (before is not (',' or '”' or '"' or '’' or '\'' or '?' or '!' or '—' or '–' or '―' or '-'))
            return -1;
        var next = verb + 1;
        if (analysis.Tag(next) is not ("NNP" or "NNPS" or "DT" or "NN" or "NNS" or "PRP" or "PRP$" or "JJ" or "CD" or "JJR"))
            return -1;
        if (analysis.Tag(verb) is not ("VBD" or "VBZ" or "VBP" or "VBN"))
            return -1;
        var quoted = before is not (',' or '—' or '–' or '―' or '-');
        if (!quoted && before == ',' && group.First - 2 >= sentence.First && copy.QuotationOf[group.First - 2] >= 0 && copy.Quotations[copy.QuotationOf[group.First - 2]].End == group.First - 1)
            quoted = true;
        if (!quoted && (analysis.Tag(next) == "PRP" || !HasClause(sentence.First, group.First - 1)))
            return -1;
        var subject = analysis.Child(verb, "nsubj");
        if (subject > verb)
            return quoted || !Goes(subject, sentence) ? subject : -1;
        // The parser took the speaker for something else: the head of the noun phrase that begins there.
        var head = next;
        while (analysis.Head(head) > verb && analysis.Head(head) < sentence.End && analysis.Tag(analysis.Head(head)) is var tag && (tag[0] == 'N' || tag is "PRP"))
            head = analysis.Head(head);
        return analysis.Tag(head) is "DT" or "JJ" or "PRP$" || !quoted && Goes(head, sentence) ? -1 : head;
    }

    /// <summary>True where a verb of its own follows the noun, so that it begins what is said rather than names who says it.</summary>
    private bool Goes(int noun, Sentence sentence)
    {
        for (var at = noun + 1; at < sentence.End; at++)
        {
            if (analysis.Tag(at) is "VBD" or "VBZ" or "VBP" or "MD")
                return true;
            if (analysis.Tag(at) is not ("RB" or "IN" or "NN" or "NNS" or "NNP" or "NNPS" or "DT" or "JJ" or "CC" or "POS" or "TO"))
                return false;
        }

        return false;
    }

    /// <summary>True where there is a finite verb that no relative or asking word governs.</summary>
    private bool HasClause(int first, int end)
    {
        var verbs = 0;
        for (var at = first; at < end; at++)
            verbs += analysis.Tag(at) switch { "VBD" or "VBZ" or "VBP" or "MD" => 1, "WP" or "WDT" or "WRB" => -1, _ => 0 };
        return verbs > 0;
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
        // ", saying": the sentence's own subject, whatever noun stands before the comma.
        if (analysis.Tag(verb) == "VBG" && verb > 0 && copy.Text[copy.Tokens[verb - 1].Start] == ',')
        {
            for (var up = analysis.Head(verb); up >= 0 && up < verb; up = analysis.Head(up))
            {
                if (IsVerbal(up) && analysis.Label(up) is not ("acl" or "acl:relcl") && SubjectOf(up, depth + 1) is >= 0 and var main && main < verb)
                    return main;
            }
        }

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
