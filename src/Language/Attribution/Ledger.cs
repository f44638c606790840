namespace Wireroom.Language.Attribution;

/// <summary>Who says what in a passage: the statements in reading order, their sources under one name each, the figures, and what made them.</summary>
/// <param name="Version">The rules and models that made it, with their versions, as <c>ledger 7; tags 3; parse 4; names 3</c>.</param>
/// <param name="Statements">In order of their cue.</param>
/// <param name="Sources">Each source once, in order of first mention.</param>
/// <param name="Figures">In reading order.</param>
public sealed record Ledger(string Version, IReadOnlyList<Statement> Statements, IReadOnlyList<Source> Sources, IReadOnlyList<Figure> Figures)
{
    /// <summary>The ledger of a text that the taggers do not know: it says nothing.</summary>
    public static Ledger Silent { get; } = new("", [], [], []);

    /// <summary>One line for an editor: "9 statements, 5 sources: 1 named official, 2 institutions, 2 unnamed (second hand)".</summary>
    public string Summary => LedgerSummary.Of(this);

    /// <summary>The names of all whose words stand in it, spoken or passed on, each once; those that only a pronoun tells of are left out.</summary>
    public IEnumerable<string> Speakers
    {
        get
        {
            var speaking = Statements.SelectMany(statement => statement.Source is { } source ? statement.Via.Append(source) : statement.Via).ToHashSet();
            return Sources.Where((source, at) => speaking.Contains(at) && !SourceWords.Pronouns.Contains(source.Name)).Select(source => source.Name).Distinct(StringComparer.OrdinalIgnoreCase);
        }
    }

    /// <summary>The source of a statement, or null where the statement is an open question that nobody answers.</summary>
    public Source? SourceOf(Statement statement) => statement.Source is { } at ? Sources[at] : null;

    /// <summary>The chain of a statement from the nearest voice to the farthest: SANA, then the unnamed military source that it quotes.</summary>
    public IEnumerable<Source> ChainOf(Statement statement)
    {
        foreach (var at in statement.Via)
            yield return Sources[at];
        if (SourceOf(statement) is { } last)
            yield return last;
    }
}
