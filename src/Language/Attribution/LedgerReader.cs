using Wireroom.Language.Tagging;
using Wireroom.Language.Text;

namespace Wireroom.Language.Attribution;

/// <summary>Reads the ledger of a passage: deterministic, without state, safe to call from several threads at once.</summary>
public static class LedgerReader
{
    /// <summary>What makes the ledger, with its version: the rules, and each model.</summary>
    public const string Version = Rules + "; tags 3; parse 4; names 3";

    /// <summary>The rules alone: what a statement's and a figure's rule is one of.</summary>
    public const string Rules = "ledger 7";

    /// <summary>The ledger of a passage in English; <see cref="Ledger.Silent"/> where the language is another.</summary>
    /// <param name="passage">The text.</param>
    /// <param name="allCues">True for belief, intention and judgement of every kind too; false for what was reported.</param>
    public static Ledger Read(Passage passage, bool allCues = false)
    {
        if (passage.Language is { } language && !language.StartsWith("en", StringComparison.OrdinalIgnoreCase))
            return Ledger.Silent;
        var copy = Copy.Read(passage);
        if (!English.Is(copy))
            return Ledger.Silent;
        var analysis = new Analysis(copy);
        var drafts = Drafts(analysis, allCues);
        return new LedgerMaker(analysis).Make(drafts);
    }

    /// <summary>True for a statement that only tells which thing is meant: "what he said was", "the rule that he said", "those who say".</summary>
    private static bool Hangs(Analysis analysis, Draft draft)
    {
        if (draft.Source is not { } source || source.First > draft.Word || source.First == 0)
            return false;
        var before = source.First - 1;
        // "so heated that the governor said: “…”", "on the day that the paper reports that": what is said stands there whole.
        var said = draft.Content[^1].First;
        var whole = said > draft.Word && source.End >= draft.Cue.First && analysis.Tag(draft.Cue.First) is "VBD" or "VBZ" or "VBP" && analysis.Copy.Word(draft.Word) is not ("read" or "says") && (analysis.Is(said, "that") || analysis.Copy.QuotationOf[said] >= 0 && analysis.Copy.Quotations[analysis.Copy.QuotationOf[said]].First == said);
        // "information that officials said would harm": the rest of it is said.
        if (analysis.Is(before, "that") && draft.Content.Count == 2 && draft.Content[1].First == draft.Word + 1 && analysis.IsFinite(said))
            return false;
        if (analysis.Is(before, "what") || analysis.Is(before, "that") && !whole && !(before > 0 && analysis.Tag(before) == "IN" && analysis.Tag(before - 1) is "RB" or "JJ" or "VBN") || analysis.Is(before, "everything") || analysis.Is(before, "anything") || analysis.Is(before, "nothing") || analysis.Is(before, "things") || analysis.Is(before, "words"))
            return true;
        if (source.Length != 1)
            return false;
        return analysis.Is(source.First, "that") && !whole && SourceWords.Of(analysis.Copy.Word(before)) is not SourceKind.Document || analysis.Is(source.First, "that") && analysis.Tag(draft.Word) == "VB" || analysis.Is(source.First, "who") && (analysis.Tag(before) is "DT" or "NNS");
    }

    internal static List<Draft> Drafts(Analysis analysis, bool allCues)
    {
        var drafts = new List<Draft>();
        var verbs = new VerbCues(analysis);
        var phrases = new PhraseCues(analysis);
        var rest = new WideCues(analysis);
        for (var sentence = 0; sentence < analysis.Copy.Sentences.Count; sentence++)
        {
            if (analysis.Copy.Paragraphs[analysis.Copy.Sentences[sentence].Paragraph].Kind is ParagraphKind.Byline or ParagraphKind.Credit)
                continue;
            verbs.Find(sentence, allCues, drafts);
            phrases.Find(sentence, drafts);
            if (allCues)
                rest.Find(sentence, drafts);
        }

        if (!allCues)
            drafts.RemoveAll(draft => Hangs(analysis, draft) && !drafts.Exists(other => other != draft && other.Content.Exists(content => content.Holds(draft.Word))));
        return [.. drafts.OrderBy(draft => draft.Cue.First)];
    }
}
