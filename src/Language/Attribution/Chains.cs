using Wireroom.Language.Tagging;
using Wireroom.Language.Text;

namespace Wireroom.Language.Attribution;

/// <summary>A further link of a statement: whom the speaker quotes.</summary>
/// <param name="Cue">"quoting", "citing".</param>
/// <param name="Source">The words for the one quoted.</param>
/// <param name="Head">Their head.</param>
internal readonly record struct QuotedSource(Stretch Cue, Stretch Source, int Head);

/// <summary>Finds who stands behind a speaker: "SANA reported quoting an unnamed military source", "the Observatory, citing activists, said", "told SANA".</summary>
internal sealed class Chains(Analysis analysis, SourceBook book)
{
    private readonly Copy copy = analysis.Copy;

    /// <summary>Whom the speaker of a statement quotes; null where nobody.</summary>
    public QuotedSource? Behind(Draft draft)
    {
        var sentence = copy.Sentences[draft.Sentence];
        for (var at = sentence.First; at + 1 < sentence.End; at++)
        {
            var word = copy.Word(at);
            var reference = word is "reference" && at > sentence.First && analysis.Is(at - 1, "with") && analysis.Is(at + 1, "to");
            if (!(word.Equals("quoting", StringComparison.OrdinalIgnoreCase) || word.Equals("citing", StringComparison.OrdinalIgnoreCase) || reference) || at == draft.Word)
                continue;
            if (draft.Content.Exists(content => content.Holds(at)) || Left(draft, at))
                continue;
            var first = reference ? at + 2 : at + 1;
            while (first < sentence.End && !char.IsLetterOrDigit(copy.Mark(first)) && copy.Mark(first) is '"' or '“' or '\'' or '‘')
                first++;
            var end = first;
            while (end < sentence.End && !Ends(end, draft))
                end++;
            if (end <= first)
                continue;
            var head = HeadOf(first, end);
            var words = new Stretch(first, end);
            return book.IsSource(words, head) ? new QuotedSource(new Stretch(at, at + 1), words, head) : null;
        }

        return null;
    }

    /// <summary>True for a relative clause that is over: "Radio Una, which had reported nine dead, put it at ten, | citing": it cites for the ten.</summary>
    private bool Left(Draft draft, int citing)
    {
        if (draft.Source is not { Length: 1 } who || analysis.Tag(who.First) is not ("WP" or "WDT") || draft.Content.Count == 0 || draft.Content[^1].End >= citing)
            return false;
        return Enumerable.Range(draft.Content[^1].End, citing - draft.Content[^1].End).Any(at => analysis.Tag(at)[0] == 'V');
    }

    /// <summary>Who passes it on: "Doe, quoted by the agency Parsa, said", "he said, as quoted by the broadcaster"; null where nobody is named.</summary>
    public Stretch? QuotedBy(Draft draft)
    {
        var sentence = copy.Sentences[draft.Sentence];
        for (var at = sentence.First + 1; at + 2 < sentence.End; at++)
        {
            if (!analysis.Is(at, "quoted") || !analysis.Is(at + 1, "by") || at == draft.Word || draft.Content.Exists(content => content.Holds(at)) || !(analysis.Is(at - 1, "as") || draft.Source!.Value.Holds(at) || at == draft.Source.Value.End))
                continue;
            var end = at + 2;
            while (end < sentence.End && !Ends(end, draft))
                end++;
            return end > at + 2 ? new Stretch(at + 2, end) : null;
        }

        return null;
    }

    /// <summary>The news organisation that the speaker told it to ("told SANA on Saturday"); null where it is nobody's or "reporters".</summary>
    public Stretch? ToldTo(Draft draft)
    {
        var sentence = copy.Sentences[draft.Sentence];
        var at = draft.Cue.End;
        if (!analysis.Is(draft.Word, "told") && !analysis.Is(draft.Word, "tells") && !analysis.Is(draft.Word, "telling"))
            return null;
        var first = at < sentence.End && analysis.Tag(at) == "DT" ? at + 1 : at;
        // "state television", "the newspaper": an adjective or two may come before.
        while (first < sentence.End && analysis.Tag(first) is "JJ" or "NN" && !Media(first))
            first++;
        if (first >= sentence.End)
            return null;
        if (analysis.Tag(first) is not ("NNP" or "NNPS") && !Media(first))
            return null;
        var end = first;
        while (end < sentence.End && (analysis.Tag(end) is "NNP" or "NNPS" or "NN" or "POS" or "CD" || copy.Mark(end) is '-' or '/') && !TimeWords.Has(copy.Word(end)))
            end++;
        var words = new Stretch(at, end);
        return end > at && (IsOutlet(words) || Media(end - 1)) ? words : null;
    }

    private bool Media(int token) => copy.Word(token).ToString().ToLowerInvariant() is "agency" or "newspaper" or "daily" or "television" or "radio" or "broadcaster" or "channel" or "magazine" or "tv" or "media" or "weekly" or "paper" or "station";

    /// <summary>True for what reads like a news organisation: capitals only, or a word that they are called by.</summary>
    private bool IsOutlet(Stretch words)
    {
        for (var at = words.First; at < words.End; at++)
        {
            var word = copy.Word(at);
            if (word.Length > 1 && word.IndexOfAnyInRange('a', 'z') < 0 && char.IsUpper(word[0]))
                return true;
            if (SourceWords.Outlets.Contains(word.ToString()))
                return true;
        }

        return false;
    }

    private bool Ends(int token, Draft draft)
    {
        var mark = copy.Mark(token);
        return mark is ',' or '.' or ';' or ':' or '—' or '–' or '"' or '”' or ')' || draft.Cue.Holds(token) || analysis.Is(token, "as") && token + 1 < copy.Tokens.Count && analysis.Is(token + 1, "saying")
            || analysis.Tag(token) is "VBD" or "VBZ" && analysis.Head(token) < token && draft.Cue.Holds(token);
    }

    private int HeadOf(int first, int end)
    {
        // The last noun before a preposition.
        for (var at = first; at < end; at++)
        {
            // "a person familiar with the talks".
            if (at > first + 1 && analysis.Tag(at) is "IN" or "TO" && (analysis.Tag(at - 1) == "JJ" || copy.Word(at - 1) is "familiar" or "close") && (analysis.Tag(at - 2)[0] == 'N' || SourceWords.Of(copy.Word(at - 2)) is not null))
                return at - 2;
            if (analysis.Tag(at) is "IN" or "WP" or "WDT" or "VBG" or "VBN" && at > first && analysis.Tag(at - 1)[0] == 'N')
                return at - 1;
        }

        return end - 1;
    }
}
