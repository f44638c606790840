using Wireroom.Language.Tagging;
using Wireroom.Language.Text;

namespace Wireroom.Language.Attribution;

/// <summary>
/// Finds what is met only with all cues: "referring to the camp", "spoke about the camp", "In a poll, most were for it", and what nobody is named for: "seems to be lost",
/// "is expected to resign", "Asked whether he would go, …".
/// </summary>
internal sealed class WideCues(Analysis analysis)
{
    private readonly Copy copy = analysis.Copy;
    private readonly Subjects subjects = new(analysis);
    private readonly Contents contents = new(analysis);

    /// <summary>Adds those of a sentence; the statements that were found in it before stand in the list.</summary>
    public void Find(int at, List<Draft> into)
    {
        var sentence = copy.Sentences[at];
        if (Asked(at, sentence) is { } asked)
            into.Add(asked);
        if (Survey(at, sentence) is { } survey)
            into.Add(survey);
        for (var token = sentence.First + 1; token + 2 < sentence.End; token++)
        {
            if (copy.QuotationOf[token] >= 0)
                continue;
            if ((Referring(token, at, sentence, into) ?? Spoke(token, at, sentence) ?? Appears(token, at, sentence)) is { } draft)
                into.Add(draft);
        }
    }

    /// <summary>"…," he said, referring to the camp: the speaker before means it.</summary>
    private Draft? Referring(int token, int at, Sentence sentence, List<Draft> before)
    {
        if (!analysis.Is(token, "referring") || !analysis.Is(token + 1, "to") || before.FindLast(one => one.Sentence == at && one.Cue.First < token && one.Source is not null) is not { } spoken)
            return null;
        return With(new Draft { Cue = new Stretch(token, token + 2), Word = token, Source = spoken.Source, SourceHead = spoken.SourceHead, Manner = Manner.Said, Reporting = false, Rule = "wide.referring", Sentence = at }, token + 2, Pause(token + 2, sentence));
    }

    /// <summary>"spoke about the camp", "are talking about the year".</summary>
    private Draft? Spoke(int token, int at, Sentence sentence)
    {
        if (!analysis.Is(token + 1, "about") || copy.Word(token).ToString() is not ("spoke" or "speaks" or "speak" or "speaking" or "talked" or "talks" or "talk" or "talking") || analysis.Tag(token)[0] != 'V')
            return null;
        var (head, source) = subjects.Of(token, new Stretch(token, token + 1), sentence);
        return source is not { } words || words.First > token ? null
            : With(new Draft { Cue = new Stretch(token, token + 2), Word = token, Source = words, SourceHead = head, Manner = Manner.Said, Reporting = false, Rule = "wide.about", Sentence = at }, token + 2, Pause(token + 2, sentence));
    }

    /// <summary>"In a poll released on Monday, 71 percent approved": what stands in a document, said by none of its words.</summary>
    private Draft? Survey(int at, Sentence sentence)
    {
        var first = sentence.First;
        if (!analysis.Is(first, "in") || sentence.Length < 6)
            return null;
        var comma = first + 1;
        var named = false;
        while (comma < sentence.End && copy.Mark(comma) != ',')
        {
            if (analysis.Tag(comma) is "VBZ" or "VBP" or "MD")
                return null;
            named |= copy.Word(comma).ToString().ToLowerInvariant() is "poll" or "polls" or "survey" or "surveys" or "study";
            comma++;
        }

        if (!named || comma + 2 >= sentence.End || comma - first > 16 || contents.Reports(comma, sentence.End))
            return null;
        return With(new Draft { Cue = new Stretch(first, first + 1), Word = first, Source = new Stretch(first + 1, comma), SourceHead = comma - 1, Manner = Manner.Shown, Reporting = false, Rule = "wide.survey", Sentence = at }, comma + 1, sentence.End);
    }

    /// <summary>"Asked whether he would go, Doe said": the question, by whoever asked it.</summary>
    private Draft? Asked(int at, Sentence sentence)
    {
        for (var token = sentence.First; token + 3 < sentence.End; token++)
        {
            if (!analysis.Is(token, "asked") || copy.QuotationOf[token] >= 0 || !(token == sentence.First || copy.Word(token - 1) is "when" or "was" or "were" or "been") || Asks(token + 1, sentence) is not (>= 0 and var word))
                continue;
            var start = analysis.Is(word, "about") ? word + 1 : word;
            var end = start;
            while (end < sentence.End && !(copy.Mark(end) == ',' && copy.QuotationOf[end] < 0))
                end++;
            return With(new Draft { Cue = new Stretch(token, start == token + 2 && word == token + 1 ? token + 2 : token + 1), Word = token, Source = null, Manner = Manner.Asked, Reporting = false, Rule = "wide.asked", Sentence = at }, start, end);
        }

        return null;
    }

    /// <summary>The word that opens the question behind "asked", past when and by whom: "asked | on Monday by a reader | whether"; -1 where none does.</summary>
    private int Asks(int first, Sentence sentence)
    {
        for (var at = first; at + 1 < sentence.End && at < first + 8; at++)
        {
            if (copy.Word(at) is "whether" or "if" or "about" or "why" or "how" or "what" or "who" or "which" or "whom" || contents.Opens(at))
                return at;
            if (analysis.Tag(at) is not ("IN" or "DT" or "NN" or "NNP" or "JJ" or "RB" or "CD" or "PRP$" or ","))
                return -1;
        }

        return -1;
    }

    /// <summary>"The music seemed to match the mood", "The minister is expected to resign": the reporter's own impression, or nobody's by name.</summary>
    private Draft? Appears(int token, int at, Sentence sentence)
    {
        var cue = new Stretch(token, token + 1);
        if (copy.Word(token).ToString() is "expected" && analysis.Is(token + 1, "to"))
        {
            var auxiliary = token - 1;
            while (auxiliary > sentence.First && analysis.Tag(auxiliary) == "RB")
                auxiliary--;
            if (copy.Word(auxiliary).ToString() is not ("is" or "are" or "was" or "were"))
                return null;
            cue = new Stretch(auxiliary, token + 1);
        }
        else if (copy.Word(token).ToString() is not ("seems" or "seem" or "seemed" or "appears" or "appear" or "appeared") || analysis.Tag(token) is not ("VBZ" or "VBP" or "VBD") || !analysis.Is(token + 1, "to") && !(analysis.Is(token, "seems") && analysis.Tag(token + 1) is "JJ" or "RB"))
        {
            return null;
        }

        // "seemed to acknowledge": who acknowledges is told of elsewhere.
        if (!analysis.Is(token, "expected") && analysis.Is(token + 1, "to") && CueWords.Of(copy.Word(token + 2)) is { Reporting: true })
            return null;
        var (_, subject) = subjects.Of(token, cue, sentence);
        if (subject is not { } words || words.First >= cue.First || analysis.Tag(words.First) is "WDT" or "WP")
            return null;
        var draft = new Draft { Cue = cue, Word = token, Source = null, Manner = Manner.Believed, Reporting = false, Rule = "wide.appears", Sentence = at };
        if (!analysis.Is(words.First, "it"))
            // The comma that closes an insertion belongs to it.
            draft.Content.Add(Enumerable.Range(words.First, words.Length - 1).Any(token => copy.Mark(token) == ',') ? words : contents.Trimmed(words));
        return With(draft, cue.End, Pause(cue.End, sentence));
    }

    /// <summary>The next comma that no noun or clause goes on behind, or the end.</summary>
    private int Pause(int start, Sentence sentence)
    {
        for (var at = start; at + 1 < sentence.End; at++)
        {
            if (copy.Mark(at) is ',' or ';' or '—' or '–' && copy.QuotationOf[at] < 0)
                return at;
        }

        return sentence.End;
    }

    private Draft? With(Draft draft, int first, int end)
    {
        var content = contents.Whole(contents.Trimmed(new Stretch(first, end)));
        if (content.Length < 1)
            return null;
        draft.Content.Add(content);
        return draft;
    }
}
