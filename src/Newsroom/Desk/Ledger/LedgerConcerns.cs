using Wireroom.Language;
using Wireroom.Language.Attribution;
using Wireroom.Storage;

namespace Wireroom.Newsroom.Desk.Ledger;

/// <summary>What the house wants looked at before a story goes out, by its sources.</summary>
public static class LedgerConcerns
{
    /// <summary>Each concern as a sentence for the editor; none where the ledger says nothing.</summary>
    public static IReadOnlyList<string> Of(Language.Attribution.Ledger ledger, Passage passage, LedgerChecks checks)
    {
        var concerns = new List<string>();
        if (!checks.LetTollsStand)
        {
            // A headline, or a second mention, leans on the sentence that gives the source.
            var sourced = ledger.Figures.Where(figure => figure.Statement is not null).Select(figure => figure.Value).ToHashSet();
            var tolls = ledger.Figures.Where(figure => figure is { Kind: FigureKind.Dead or FigureKind.Wounded or FigureKind.Missing, Statement: null } && !sourced.Contains(figure.Value));
            foreach (var figure in tolls.DistinctBy(figure => (figure.Kind, figure.Value)))
                concerns.Add($"\u201C{$"{passage[figure.Span]} {figure.Counts}".Trim()}\u201D: a toll needs a source, and none is given for it.");
        }

        var speaking = ledger.Statements.Where(statement => statement.Source is not null).Select(statement => ledger.Sources[statement.Source!.Value]).Distinct().ToList();
        if (!checks.LetLoneUnnamedStand && speaking is [{ Named: false, Kind: Language.Attribution.SourceKind.Person or Language.Attribution.SourceKind.Institution } lone])
            concerns.Add($"The story rests on one unnamed source alone ({lone.Name}): tell the chief.");
        return concerns;
    }
}
