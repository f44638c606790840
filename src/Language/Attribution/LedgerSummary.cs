using System.Globalization;

namespace Wireroom.Language.Attribution;

/// <summary>The line that sums a ledger up for an editor.</summary>
internal static class LedgerSummary
{
    private static readonly (string One, string Many)[] Kinds =
    [
        ("named person", "named people"), ("institution", "institutions"), ("document", "documents"), ("footage", "footage"), ("unnamed", "unnamed"),
    ];

    /// <summary>Statements, sources, and the sources by kind; the unnamed say whether they are heard at second hand.</summary>
    public static string Of(Ledger ledger)
    {
        var spoken = ledger.Statements.Where(statement => statement.Source is not null).ToList();
        var open = ledger.Statements.Count(statement => statement.Manner == Manner.Open);
        var used = spoken.Select(statement => statement.Source!.Value).Concat(spoken.SelectMany(statement => statement.Via)).Distinct().Order().ToList();
        if (used.Count == 0)
            return open == 0 ? "no statements" : Counted(open, "open question", "open questions");

        var kinds = used.Select(at => (Kind: KindOf(ledger.Sources[at]), Second: spoken.Exists(one => one.Source == at) && spoken.Where(one => one.Source == at).All(one => one.Hand == Hand.Second)))
            .GroupBy(pair => pair.Kind)
            .OrderBy(group => group.Key)
            .Select(group =>
            {
                var said = group.Key == 3 ? "footage" : Counted(group.Count(), Kinds[group.Key].One, Kinds[group.Key].Many);
                var second = group.Count(pair => pair.Second);
                return second == 0 ? said : second == group.Count() ? said + " (second hand)" : string.Create(CultureInfo.InvariantCulture, $"{said} ({second} second hand)");
            });
        var line = $"{Counted(spoken.Count, "statement", "statements")}, {Counted(used.Count, "source", "sources")}: {string.Join(", ", kinds)}";
        return open == 0 ? line : $"{line}; {Counted(open, "open question", "open questions")}";
    }

    private static int KindOf(Source source) => source switch
    {
        { Named: false, Kind: SourceKind.Person } => 4,
        { Kind: SourceKind.Person } => 0,
        { Kind: SourceKind.Institution } => 1,
        { Kind: SourceKind.Document } => 2,
        _ => 3,
    };

    private static string Counted(int count, string one, string many) => string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : many)}");
}
