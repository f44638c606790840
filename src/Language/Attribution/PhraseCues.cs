using Wireroom.Language.Tagging;
using Wireroom.Language.Text;

namespace Wireroom.Language.Attribution;

/// <summary>Finds statements that have no verb of their own: "according to X", "in the words of X", and the colon or the dash of a headline.</summary>
internal sealed class PhraseCues(Analysis analysis)
{
    private const int LongestBehindDash = 7; // words
    private const int LongestHeadline = 26; // tokens
    private const int LongestLabel = 5; // tokens
    private const int LongestName = 14; // tokens
    private const int NamedWithin = 400; // tokens behind the headline
    private readonly Copy copy = analysis.Copy;
    private readonly Subjects subjects = new(analysis);
    private readonly Contents contents = new(analysis);
    private bool? transcript;

    /// <summary>The statements of a sentence that a phrase attributes.</summary>
    public void Find(int at, List<Draft> into)
    {
        var sentence = copy.Sentences[at];
        for (var token = sentence.First; token + 2 < sentence.End; token++)
        {
            // What is told inside a quotation is the speaker's.
            if (copy.QuotationOf[token] < 0 && Opened(token) is > 0 and var words && token + words < sentence.End && According(token, words, at, sentence) is { } draft)
                into.Add(draft);
        }

        for (var token = sentence.First + 1; token + 2 < sentence.End; token++)
        {
            if (Nouns.TryGetValue(copy.Word(token), out var manner) && Noun(token, manner, at, sentence) is { } noun)
                into.Add(noun);
        }

        if ((Colon(at, sentence) ?? Label(at, sentence) ?? Named(at, sentence)) is { } colon)
            into.Add(colon);
        if (Dash(at, sentence) is { } dash)
            into.Add(dash);
    }

    // What agencies write over a story to say what kind of copy it is: "FLASH: …", "UPDATE 2: …". It says nothing itself.
    private static readonly System.Collections.Frozen.FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Labels = System.Collections.Frozen.FrozenSet.ToFrozenSet(
        "flash urgent snap alert bulletin breaking developing exclusive update updated correction corrected corr refile repeat rpt hold kill withdrawal advisory eil blitz live watch video audio photos pictures gallery podcast analysis opinion comment commentary column editorial feature profile interview obituary factbox explainer timeline quiz review preview recap summary wrap wrapup roundup fact-check q&a".Split(' '),
        StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly System.Collections.Frozen.FrozenDictionary<string, Manner>.AlternateLookup<ReadOnlySpan<char>> Nouns = System.Collections.Frozen.FrozenDictionary.ToFrozenDictionary(
        "claim:2 claims:2 allegation:2 allegations:2 assertion:2 assertions:2 contention:2 accusation:2 accusations:2 suggestion:1 suggestions:1 statement:1 statements:1 warning:1 warnings:1 announcement:1 insistence:1 argument:1 admission:3 acknowledgement:3 confirmation:3 denial:4".Split(' '),
        word => word.Split(':')[0],
        word => word[^1] switch { '2' => Manner.Claimed, '3' => Manner.Confirmed, '4' => Manner.Denied, _ => Manner.Said },
        StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>"The mayor's claim that the money was lost", "her warning that": whose noun it is says it.</summary>
    private Draft? Noun(int noun, Manner manner, int at, Sentence sentence)
    {
        if (copy.QuotationOf[noun] >= 0 || analysis.Tag(noun)[0] != 'N' || !analysis.Is(noun + 1, "that") && !(analysis.Tag(noun + 1) == "TO" && analysis.Is(noun, "claim")))
            return null;
        var owner = noun - 1;
        while (owner > sentence.First && analysis.Tag(owner) is "JJ" or "RB" or "NN" or "VBG" or "VBN" or "CD" && noun - owner < 4)
            owner--;
        if (owner < sentence.First || analysis.Tag(owner) is not ("PRP$" or "POS") || copy.Word(owner).ToString().ToLowerInvariant() is "my" or "our" or "your")
            return null;
        var first = owner;
        if (analysis.Tag(owner) == "POS")
        {
            while (first > sentence.First && analysis.Tag(first - 1) is "NNP" or "NNPS" or "NN" or "NNS" or "JJ" or "DT" or "CD" or "PRP$")
                first--;
        }

        if (first == owner && analysis.Tag(owner) == "POS")
            return null;
        // Where the parse hangs the clause elsewhere ("believed the claim | that it was lost"), it goes on to its own end.
        var end = analysis.RightEdge(noun) <= noun + 1 ? sentence.End : Math.Min(sentence.End, analysis.RightEdge(noun) + 1);
        var (opens, finite) = (first - sentence.First <= 1, false);
        for (var stop = noun + 2; stop < end; stop++)
        {
            // "Her claim that the dam held surprised them": a second finite verb with nothing to link it is the sentence's own.
            if (analysis.IsFinite(stop))
            {
                if (opens && finite && analysis.Tag(stop - 1)[0] is 'N' or 'V' or 'R' or 'J')
                    end = stop;
                finite = true;
            }
            else if (analysis.Tag(stop) is "CC" or "IN" or "WP" or "WDT" or "WRB" or "TO" or ",")
            {
                finite = false;
            }

            // "his claim that they would “learn nothing,” there would be": the comma stands in the quotation that it ends.
            var closes = copy.QuotationOf[stop] is >= 0 and var quotation && copy.Quotations[quotation].End == stop + 2 && copy.Quotations[quotation].First > noun;
            if (copy.Mark(stop) is ',' or ';' or '—' or '–' && (copy.QuotationOf[stop] < 0 || closes) && analysis.HasFinite(noun + 2, stop))
                end = closes ? stop + 2 : stop;
        }

        var content = contents.Whole(contents.Trimmed(new Stretch(noun + 1, Math.Max(end, noun + 2))));
        if (content.Length < 3)
            return null;
        return new Draft
        {
            Cue = new Stretch(noun, noun + 1),
            Word = noun,
            Source = new Stretch(first, owner + 1),
            SourceHead = analysis.Tag(owner) == "POS" ? owner - 1 : owner,
            Content = { content },
            Manner = manner,
            Reporting = true,
            Rule = "noun",
            Sentence = at,
        };
    }

    /// <summary>How many words "according to" or "as first reported by" is long; 0 for others.</summary>
    private int Opened(int token)
    {
        if (analysis.Is(token, "according") && analysis.Is(token + 1, "to"))
            return 2;
        if (!analysis.Is(token, "as"))
            return 0;
        var verb = analysis.Is(token + 1, "first") ? token + 2 : token + 1;
        return analysis.Is(verb, "reported") && analysis.Is(verb + 1, "by") ? verb + 2 - token : 0;
    }

    private Draft? According(int token, int words, int at, Sentence sentence)
    {
        var first = token + words;
        var head = first;
        // The head of the noun phrase: its highest word that still stands after "to" and is a noun.
        for (var up = first; up >= first && up < sentence.End; up = analysis.Head(up))
        {
            if (analysis.Tag(up) == "CD" && HasComma(head, up) || analysis.HasFinite(head, up))
                break;
            if (analysis.Tag(up)[0] == 'N' || analysis.Tag(up) is "PRP" or "CD")
                head = up;
        }

        var opensSentence = token == sentence.First || token == sentence.First + 1 && analysis.Tag(sentence.First) is "CC" or "RB";
        var source = subjects.After(head, sentence) with { First = first };
        var end = source.End;
        if (opensSentence)
        {
            for (var comma = head + 1; comma < sentence.End; comma++)
            {
                if (copy.Mark(comma) != ',')
                    continue;
                // A comma inside the name of the source ("Smith, the mayor,") is passed where the parse still holds it together.
                if (comma + 1 < end && analysis.Below(comma + 1, head) && analysis.Label(comma + 1) is not "nsubj" && comma < analysis.RightEdge(head) && Inserted(comma, sentence) && !contents.Subject(comma + 1, sentence.End))
                    continue;
                end = comma;
                break;
            }
        }

        for (var comma = head + 1; !opensSentence && comma + 1 < end; comma++)
        {
            // ", according to the poll, include …": the verb goes on with what is said.
            if (copy.Mark(comma) == ',' && analysis.Tag(comma + 1) is "VBD" or "VBZ" or "VBP" or "MD" or "CC" && (analysis.Label(comma + 1) != "acl" || analysis.Is(comma + 1, "was") || analysis.Is(comma + 1, "were") || analysis.Is(comma + 1, "is") || analysis.Is(comma + 1, "are")))
                end = comma;
            // "The firm receives, according to one report, 20 million": the verb waits for its object.
            else if (copy.Mark(comma) == ',' && token - 2 > sentence.First && copy.Mark(token - 1) == ',' && analysis.Tag(token - 2) is "VBZ" or "VBD" or "VBP" or "VB" or "VBN" or "IN" or "TO")
                end = comma;
            // "Over the long term, according to the office, the rise …": what stands before has no verb, so the clause is still to come.
            else if (copy.Mark(comma) == ',' && !analysis.HasFinite(sentence.First, token) && !Inserted(comma, sentence) && !Apposed(comma, sentence) && analysis.HasFinite(comma + 1, sentence.End))
                end = comma;
        }

        // "according to “The Long Night” by Doe, …": a title may hold what else would end it.
        if (contents.Opens(first) && copy.Quotations[copy.QuotationOf[first]] is { Closed: true } title)
        {
            end = title.End;
            head = end - 1;
            if (end + 1 < sentence.End && analysis.Is(end, "by"))
            {
                do
                    end++;
                while (end < sentence.End && analysis.Tag(end) is "NNP" or "NNPS");
            }
        }

        // "according to the group, Harbour Watch, which": its name goes with it.
        if (!opensSentence && end + 2 < sentence.End && copy.Mark(end) == ',' && analysis.Tag(end - 1) is "NN" && analysis.Tag(end + 1) == "NNP")
        {
            var name = end + 1;
            while (name < sentence.End && analysis.Tag(name) is "NNP" or "NNPS")
                name++;
            if (name < sentence.End && copy.Mark(name) is ',' or '.')
                end = name;
        }

        source = new Stretch(first, Math.Max(first + 1, end));
        var draft = new Draft
        {
            Cue = new Stretch(token, token + words),
            Word = token,
            Source = source,
            SourceHead = head,
            Manner = Manner.Said,
            Reporting = true,
            Rule = "according-to",
            Sentence = at,
        };
        var after = copy.Mark(source.End - 1) == ',' ? source.End - 1 : source.End;
        if (opensSentence)
        {
            // "According to Doe, writing for the Courier:", and the paragraph that she wrote.
            if (contents.Introduced(sentence) is { } below && sentence.End - 1 > source.First)
            {
                draft.Source = source with { End = sentence.End - 1 };
                draft.Content.Add(below);
                return draft;
            }

            Add(draft, after, sentence.End);
            return draft.Content.Count > 0 ? draft : null;
        }

        var left = analysis.Tag(sentence.First) == "CC" ? sentence.First + 1 : sentence.First;
        var closed = false;
        for (var back = token - 1; back > sentence.First; back--)
        {
            if (copy.Mark(back) == ')')
                closed = true;
            if (copy.Mark(back) == '(' && !closed)
            {
                left = back + 1;
                break;
            }
        }

        if (copy.QuotationOf[left] is >= 0 and var quotation && copy.Quotations[quotation].First is var opening && opening < left && opening >= copy.Paragraphs[sentence.Paragraph].First)
            left = opening;
        // "The agency reported that, according to a count, 85 of them": what stands before is another's cue.
        if (token - 2 > left && (analysis.Is(token - 2, "that") && copy.Mark(token - 1) == ',' || analysis.Is(token - 1, "that")))
            left = token;
        var before = token;
        Add(draft, left, before);
        if (after + 1 < sentence.End && copy.Mark(after) == ',' && analysis.Tag(after + 1) is not ("WDT" or "WP" or "VBG" or "WRB") && (!analysis.HasFinite(left, before) || !analysis.Below(after + 1, head)) && analysis.HasFinite(after + 1, sentence.End))
            Add(draft, after + 1, sentence.End);
        // "The firm receives, according to one report, 20 million a year": the sentence waits for its object.
        else if (after + 1 < sentence.End && token - 2 > left && copy.Mark(after) == ',' && copy.Mark(token - 1) == ',' && analysis.Tag(token - 2) is "VBZ" or "VBD" or "VBP" or "VB" or "VBN" or "IN" or "TO")
            Add(draft, after + 1, sentence.End);
        return draft.Content.Count > 0 ? draft : null;
    }

    private bool HasComma(int first, int end)
    {
        for (var at = first; at < end; at++)
        {
            if (copy.Mark(at) == ',')
                return true;
        }

        return false;
    }

    /// <summary>True where what stands between a comma and the next has no finite verb of its own, and a clause follows: "Smith, the mayor, the road is closed".</summary>
    private bool Inserted(int comma, Sentence sentence)
    {
        var relative = analysis.Tag(comma + 1) is "WP" or "WDT" or "WP$" or "WRB";
        for (var at = comma + 1; at + 1 < sentence.End; at++)
        {
            if (copy.Mark(at) == ',')
                return analysis.Tag(at + 1) is not ("WDT" or "WP" or "VBD" or "VBZ" or "VBP" or "MD" or "CC") && analysis.HasFinite(at + 1, sentence.End);
            if (!relative && analysis.IsFinite(at))
                return false;
        }

        return false;
    }

    /// <summary>True where a noun phrase stands between a comma and the next, and the sentence's own verb behind that: "Smith, another envoy, was".</summary>
    private bool Apposed(int comma, Sentence sentence)
    {
        var at = comma + 1;
        while (at + 1 < sentence.End && analysis.Tag(at) is "DT" or "JJ" or "NN" or "NNS" or "NNP" or "NNPS" or "PRP$" or "POS" or "HYPH" or "IN" or "CD" or "CC")
            at++;
        return at > comma + 1 && at + 1 < sentence.End && copy.Mark(at) == ',' && analysis.IsFinite(at + 1);
    }

    /// <summary>True for words that can speak: a name, capitals only, or a noun for people, bodies or documents.</summary>
    private bool Speaks(int first, int end)
    {
        for (var at = first; at < end; at++)
        {
            if (analysis.Name(at) != "O" || NameLists.Of(copy.Word(at)) != 0 || SourceWords.Of(copy.Word(at)) is not null)
                return true;
        }

        var word = copy.Word(end - 1);
        // "Lynch: No outside influence" over copy in which Loretta Lynch is named.
        if (end - first < 5 && char.IsUpper(word[0]) && word.Length > 2)
        {
            for (var at = end + 1; at < Math.Min(copy.Tokens.Count, end + NamedWithin); at++)
            {
                if (analysis.SentenceOf(at) > analysis.SentenceOf(first) && analysis.Name(at) is not "O" and not "B-LOC" and not "I-LOC" && copy.Word(at).SequenceEqual(word))
                    return true;
            }
        }

        return end - first == 1 && word.Length is > 1 and < 6 && word.IndexOfAnyInRange('a', 'z') < 0;
    }

    private bool HasAction(int first, int end)
    {
        for (var at = first; at < end; at++)
        {
            if (analysis.Tag(at)[0] == 'V' || analysis.Tag(at) is "MD" or "TO" || analysis.Is(at, "no") || analysis.Is(at, "not") || copy.QuotationOf[at] >= 0)
                return true;
        }

        return false;
    }

    private void Add(Draft draft, int first, int end)
    {
        var content = contents.Whole(contents.Trimmed(new Stretch(first, end)));
        if (content.Length > 1)
            draft.Content.Add(content);
    }

    /// <summary>"Berlin: no talks before March", "EC: …", "Graham: Trump's rhetoric …".</summary>
    private Draft? Colon(int at, Sentence sentence)
    {
        // A headline that ends in a full stop reads as copy; it stands alone over the first paragraph.
        var paragraph = copy.Paragraphs[sentence.Paragraph];
        var headline = paragraph.Kind == ParagraphKind.Headline || sentence.Paragraph == 0 && copy.Paragraphs.Count > 1 && sentence.End >= paragraph.End && sentence.Length < LongestHeadline;
        if (!headline || at != paragraph.FirstSentence)
            return null;
        for (var colon = sentence.First + 1; colon < Math.Min(sentence.End - 2, sentence.First + 7); colon++)
        {
            if (copy.Mark(colon) != ':')
                continue;
            for (var word = sentence.First; word < colon; word++)
            {
                if (CueWords.Of(copy.Word(word)) is { Reporting: true } || analysis.Tag(word)[0] == 'V' && analysis.Tag(word) is not "VBN")
                    return null;
            }

            if (Labels.Contains(copy.Word(sentence.First)) || !Speaks(sentence.First, colon))
                return null;
            // "Port fire: five dead, hospital confirms": the hospital says it.
            var last = copy.Mark(sentence.End - 1) == '.' ? sentence.End - 2 : sentence.End - 1;
            if (analysis.Tag(last) is "VBZ" or "VBP" or "VBD" && CueWords.Of(copy.Word(last)) is { Reporting: true })
                return null;
            var draft = Headed(at, colon, new Stretch(sentence.First, colon), colon - 1, "colon");
            Add(draft, colon + 1, copy.Paragraphs[sentence.Paragraph].End);
            // "Smith: a life in politics" names a matter.
            if (!HasAction(colon + 1, sentence.End) && SourceWords.Of(copy.Word(colon - 1)) is not SourceKind.Document && (sentence.End - colon < 8 || analysis.Tag(colon + 1) == "DT"))
                return null;
            return draft.Content.Count > 0 && char.IsUpper(copy.Mark(sentence.First)) ? draft : null;
        }

        return null;
    }

    /// <summary>"Jane Doe: “It held.”", "The mayor of Split, Jane Doe: “It held.”": a name and a quotation, and nothing else.</summary>
    private Draft? Named(int at, Sentence sentence)
    {
        var colon = sentence.First;
        while (colon < Math.Min(sentence.End - 1, sentence.First + LongestName) && (analysis.Tag(colon) is "NNP" or "NNPS" or "NN" or "NNS" or "JJ" or "DT" or "POS" or "HYPH" or "CD" or "-LRB-" or "-RRB-" || copy.Mark(colon) is '(' or ')' or ',' or '.' or '-' || colon > sentence.First && copy.Word(colon) is "of" or "for" or "at" or "in" or "from"))
            colon++;
        if (colon == sentence.First || colon + 1 >= sentence.End || copy.Mark(colon) != ':' || !contents.Opens(colon + 1) || copy.QuotationOf[sentence.First] >= 0 || Labels.Contains(copy.Word(sentence.First)) || !Enumerable.Range(sentence.First, colon - sentence.First).Any(word => (analysis.Name(word) is "B-PER" or "I-PER" or "B-ORG" or "I-ORG") && analysis.Tag(sentence.First) is not "DT" || word < sentence.First + 4 && SourceWords.Of(copy.Word(word)) is SourceKind.Person))
            return null;
        var draft = Headed(at, colon, new Stretch(sentence.First, colon), colon - 1, "colon");
        draft.Content.Add(new Stretch(colon + 1, copy.Quotations[copy.QuotationOf[colon + 1]].End));
        return draft;
    }

    /// <summary>"TAPPER: …": who speaks in a transcript, in capitals before each paragraph; one such paragraph alone makes none.</summary>
    private Draft? Label(int at, Sentence sentence)
    {
        if (LabelEnd(sentence.Paragraph) is not (> 0 and var colon) || colon <= sentence.First || at != copy.Paragraphs[sentence.Paragraph].FirstSentence || !IsTranscript())
            return null;
        var draft = Headed(at, colon, new Stretch(sentence.First, colon), colon - 1, "transcript");
        Add(draft, colon + 1, copy.Paragraphs[sentence.Paragraph].End);
        return draft.Content.Count > 0 ? draft : null;
    }

    private bool IsTranscript() => transcript ??= Enumerable.Range(0, copy.Paragraphs.Count).Count(at => LabelEnd(at) > 0) > 1;

    /// <summary>The colon behind the words in capitals that a paragraph begins with; -1 where it does not.</summary>
    private int LabelEnd(int paragraph)
    {
        var (first, end) = (copy.Paragraphs[paragraph].First, Math.Min(copy.Paragraphs[paragraph].End, copy.Paragraphs[paragraph].First + LongestLabel + 1));
        for (var at = first; at < end; at++)
        {
            var word = copy.Word(at);
            if (word is ":")
                return at > first && !Labels.Contains(copy.Word(first)) ? at : -1;
            if (word.IndexOfAnyInRange('a', 'z') >= 0 || !char.IsLetter(word[0]) || word.Length < 2)
                return -1;
        }

        return -1;
    }

    /// <summary>"Ferry aground off Šolta - harbour master", "Shelling kills six: rescuers": who says so stands behind the last dash or colon of a headline.</summary>
    private Draft? Dash(int at, Sentence sentence)
    {
        var paragraph = copy.Paragraphs[sentence.Paragraph];
        if (paragraph.Kind != ParagraphKind.Headline || sentence.End != paragraph.End || sentence.Length < 3)
            return null;
        var dash = sentence.End - 2;
        while (dash > sentence.First && !IsDash(dash) && copy.Mark(dash) != ':')
            dash--;
        var colon = copy.Mark(dash) == ':';
        var first = dash + 1;
        if (dash - sentence.First < 3 || sentence.End - first > LongestBehindDash || Labels.Contains(copy.Word(first)))
            return null;
        var head = first;
        for (var word = first; word < sentence.End; word++)
        {
            if (analysis.Tag(word)[0] == 'V' && analysis.Tag(word) is not ("VBN" or "VBG") || analysis.Tag(word) is "MD" or "WP" or "WRB" || char.IsDigit(copy.Mark(word)) || CueWords.Of(copy.Word(word)) is not null)
                return null;
            if (analysis.Tag(word) == "IN")
                break;
            head = word;
        }

        // A noun for people, bodies or documents speaks for itself; a name only behind a clause, for a title may name its subject.
        if (SourceWords.Of(copy.Word(head)) is null && !(HasAction(sentence.First, dash) && Speaks(head, head + 1)))
            return null;
        var draft = Headed(at, dash, new Stretch(first, sentence.End), head, colon ? "colon.last" : "dash");
        Add(draft, AfterLabel(sentence.First, dash), dash);
        return draft.Content.Count > 0 ? draft : null;
    }

    /// <summary>Where a headline begins behind its label: "FLASH: | …", "UPDATE 2: | …".</summary>
    private int AfterLabel(int first, int end)
    {
        for (var colon = first + 1; Labels.Contains(copy.Word(first)) && colon < Math.Min(end, first + 3); colon++)
        {
            if (copy.Mark(colon) == ':')
                return AfterLabel(colon + 1, end);
        }

        return first;
    }

    /// <summary>A statement that a mark of a headline attributes.</summary>
    private static Draft Headed(int sentence, int mark, Stretch source, int head, string rule) => new()
    {
        Cue = new Stretch(mark, mark + 1),
        Word = mark,
        Source = source,
        SourceHead = head,
        Manner = Manner.Said,
        Reporting = true,
        Rule = rule,
        Sentence = sentence,
    };

    private bool IsDash(int token) => copy.Tokens[token] is { Start: var start } && copy.Text[start] is '-' or '–' or '—' && start > 0 && copy.Text[start - 1] == ' ' && start + 1 < copy.Text.Length && copy.Text[start + 1] == ' ';
}
