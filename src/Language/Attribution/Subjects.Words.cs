using Wireroom.Language.Text;

namespace Wireroom.Language.Attribution;

/// <summary>How far the words for a speaker go.</summary>
internal sealed partial class Subjects
{
    /// <summary>Without how, when and through whom it was said, where that stands behind the speaker: "Doe, however,", "Doe on Friday", "Doe, through a spokeswoman,", "Doe when asked".</summary>
    private Stretch Alone(Stretch words, int head)
    {
        // "Doe later Thursday".
        if (words.End - 2 > head && TimeWords.Has(copy.Word(words.End - 1)) && copy.Word(words.End - 2) is "later" or "earlier" or "early" or "late")
            words = words with { End = words.End - 2 };
        for (var at = Math.Max(head, words.First) + 1; at < words.End; at++)
        {
            var comma = copy.Mark(at) == ',';
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
            else if (copy.Mark(first - 1) is '-' or '/' && copy.Tokens[first - 1].End == copy.Tokens[first].Start)
                first--;
            // "the Geneva-based group".
            else if (tag is "VBN" or "VBG" && first - 3 >= sentence.First && copy.Mark(first - 2) == '-' && copy.Tokens[first - 2].End == copy.Tokens[first - 1].Start)
                first -= 3;
            else if (analysis.Is(first - 1, "of") && first - 2 >= sentence.First && analysis.Tag(first - 2)[0] == 'N' && analysis.Tag(first) is "DT" or "PRP$" or "NNP" or "JJ" or "NN" or "NNS")
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
            plain &= analysis.Tag(at) is "NNP" or "NNPS" or "NN" or "NNS" or "CD" or "POS" or "JJ" or "-LRB-" or "-RRB-" || copy.Mark(at) is '-' or '/' or '.' or '(' or ')';
        if (plain && !TimeWords.Has(copy.Word(group.First - 1)))
            return group.First;
        // An insertion between commas, right before the verb, that is no clause.
        var comma = copy.Mark(group.First - 1) == ',';
        var opens = copy.Mark(end) == ',' ? end + 1 : end;
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
        return first < and && (first == sentence.First || copy.Mark(first - 1) is ',' or '”' or '"') ? first : -1;
    }

    /// <summary>Where a scene is set before the noun phrase ("Even before the results are in, a group of"), it begins after the comma.</summary>
    private int WithoutScene(int first, int subject)
    {
        var cut = first;
        for (var at = first; at < subject; at++)
        {
            if (copy.Mark(at) == ',' && analysis.HasFinite(first, at) && analysis.Tag(first) is "IN" or "RB" or "WRB" or "VBG" or "VBN")
                cut = at + 1;
        }

        return cut;
    }

    private Stretch Before(int subject, int verb, Stretch group, Sentence sentence)
    {
        var first = Math.Max(analysis.LeftEdge(subject), sentence.First);
        while (first < subject && (analysis.Label(first) is "cc" or "punct" or "mark" || copy.QuotationOf[first] != copy.QuotationOf[subject]))
            first++;
        // "Years after Doe announced".
        for (var at = first; at < subject && Says(verb); at++)
            first = analysis.Tag(at) == "IN" && copy.Word(at) is "after" or "before" or "because" or "since" or "until" ? at + 1 : first;
        first = Leftwards(WithoutScene(first, subject), subject, sentence);
        // "… their last dens there, the agency reported": what stands before the comma without a noun is no part of it.
        var noun = false;
        for (var at = first; at < subject; at++)
        {
            noun |= analysis.Tag(at)[0] == 'N' || analysis.Tag(at) is "PRP";
            if (copy.Mark(at) != ',' || noun && !analysis.HasClause(first, at))
                continue;
            (first, noun) = (at + 1, false);
        }

        var end = Math.Min(Math.Max(analysis.RightEdge(subject), subject) + 1, Math.Max(group.First, subject + 1));
        while (end > subject + 1 && copy.Mark(end - 1) is ',' or '—' or '–' or '―' or '-' or ';' or ':')
            end--;
        end = Rightwards(end, subject, group, sentence);
        for (var at = subject + 1; at + 1 < end; at++)
        {
            // ", quoting activists,": whom the speaker quotes is no part of the speaker.
            if (copy.Mark(at) == ',' && (analysis.Is(at + 1, "quoting") || analysis.Is(at + 1, "citing")))
                return new Stretch(first, at);
        }

        return end < group.First || verb == group.First ? WithComma(new Stretch(first, end), sentence) : new Stretch(first, end);
    }

    /// <summary>Takes the comma that closes an insertion: "Jane Doe, a spokeswoman, said".</summary>
    private Stretch WithComma(Stretch words, Sentence sentence)
    {
        if (words.End >= sentence.End - 1 || copy.Mark(words.End) != ',')
            return words;
        for (var at = words.First + 1; at < words.End; at++)
        {
            if (copy.Mark(at) == ',' && analysis.Label(at + 1 < words.End ? at + 1 : at) != "conj")
                return words with { End = words.End + 1 };
        }

        return words;
    }
}
