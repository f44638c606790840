using Wireroom.Language.Tagging;
using Wireroom.Language.Text;

namespace Wireroom.Language.Attribution;

/// <summary>Reads the ledger of a passage: deterministic, without state, safe to call from several threads at once.</summary>
public static class LedgerReader
{
    /// <summary>What makes the ledger, with its version.</summary>
    public const string Version = "ledger 1; tags 1; parse 1; names 1";

    /// <summary>The ledger of a passage in English; <see cref="Ledger.Silent"/> where the language is another.</summary>
    /// <param name="passage">The text.</param>
    /// <param name="allCues">True for belief, intention and judgement of every kind too; false for what was reported.</param>
    public static Ledger Read(Passage passage, bool allCues = false)
    {
        if (passage.Language is { } language && !language.StartsWith("en", StringComparison.OrdinalIgnoreCase))
            return Ledger.Silent;
        var analysis = new Analysis(Copy.Read(passage));
        var drafts = Drafts(analysis, allCues);
        var copy = analysis.Copy;
        var sources = new List<Source>();
        var statements = new List<Statement>();
        foreach (var draft in drafts)
        {
            var words = draft.Source is { } source ? SpanOf(copy, source) : default;
            sources.Add(new Source { Name = passage[words], Kind = SourceKind.Institution, Named = true, Mentions = [words] });
            statements.Add(new Statement
            {
                Source = sources.Count - 1,
                SourceSpans = [words],
                Cue = [SpanOf(copy, draft.Cue)],
                Content = [.. draft.Content.Select(content => SpanOf(copy, content))],
                Manner = draft.Manner,
                Quoted = Quoted.Indirect,
                Hand = Hand.First,
                Certainty = Certainty.OnTheRecord,
                Sentence = SpanOf(copy, new Stretch(copy.Sentences[draft.Sentence].First, copy.Sentences[draft.Sentence].End)),
                Rule = draft.Rule,
            });
        }

        return new Ledger(Version, statements, sources, []);
    }

    internal static List<Draft> Drafts(Analysis analysis, bool allCues)
    {
        var drafts = new List<Draft>();
        var verbs = new VerbCues(analysis);
        var phrases = new PhraseCues(analysis);
        for (var sentence = 0; sentence < analysis.Copy.Sentences.Count; sentence++)
        {
            verbs.Find(sentence, allCues, drafts);
            phrases.Find(sentence, drafts);
        }

        return [.. drafts.OrderBy(draft => draft.Cue.First)];
    }

    private static Span SpanOf(Copy copy, Stretch stretch) => new(copy.Tokens[stretch.First].Start, copy.Tokens[stretch.End - 1].End);
}
