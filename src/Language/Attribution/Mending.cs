namespace Wireroom.Language.Attribution;

/// <summary>Puts an editor's mends into a ledger: the editor's word stands over the reader's.</summary>
public static class Mending
{
    /// <summary>The rule that mended statements name.</summary>
    public const string Rule = "editor";

    /// <summary>The ledger with the mends, in order; a mend whose words the passage does not hold any more changes nothing.</summary>
    public static Ledger Apply(Ledger ledger, Passage passage, IReadOnlyList<Mend> mends)
    {
        if (mends.Count == 0)
            return ledger;
        var sources = ledger.Sources.ToList();
        var statements = ledger.Statements.Select((statement, at) => (Statement: statement, Was: at)).ToList();
        foreach (var mend in mends)
        {
            if (PlaceOf(mend.Words, passage, statements.Select(pair => pair.Statement)) is not { } place)
                continue;
            var same = statements.FindAll(pair => IsSame(pair.Statement, place));
            statements.RemoveAll(pair => same.Contains(pair));
            if (!mend.NotSaid)
                statements.Add((Mended(mend, place, same.Count > 0 ? same[0].Statement : null, sources), same.Count > 0 ? same[0].Was : -1));
        }

        statements = [.. statements.OrderBy(pair => pair.Statement.Content.Count > 0 ? pair.Statement.Content[0].Start : pair.Statement.Sentence.Start)];
        // A figure goes on pointing to the statement that gives it, and a statement to the one that it stands in.
        int? Now(int? was) => was is { } at && statements.FindIndex(pair => pair.Was == at) is >= 0 and var found ? found : null;
        return ledger with
        {
            Statements = [.. statements.Select(pair => pair.Statement with { Inside = Now(pair.Statement.Inside) })],
            Sources = sources,
            Figures = [.. ledger.Figures.Select(figure => figure with { Statement = Now(figure.Statement) })],
        };
    }

    private static Statement Mended(Mend mend, Span place, Statement? before, List<Source> sources)
    {
        int? source = mend.Source.Length == 0 ? null : PlaceIn(sources, mend.Source, mend.Kind, !mend.Unnamed);
        var second = mend.Via.Length > 0;
        return new Statement
        {
            Source = source,
            SourceSpans = before?.SourceSpans ?? [],
            Cue = before?.Cue ?? [],
            Content = before?.Content ?? [place],
            Manner = source is null ? Manner.Open : mend.Manner,
            Quoted = before?.Quoted ?? Quoted.Indirect,
            Hand = second ? Hand.Second : Hand.First,
            Via = second ? [PlaceIn(sources, mend.Via, SourceKind.Institution, named: true)] : [],
            Certainty = source is null ? Certainty.Open : second ? Certainty.SecondHand : mend.Unnamed ? Certainty.Unnamed : Certainty.OnTheRecord,
            Sentence = before?.Sentence ?? place,
            InHeadline = before?.InHeadline ?? false,
            Rule = Rule,
        };
    }

    private static int PlaceIn(List<Source> sources, string name, SourceKind kind, bool named)
    {
        var known = sources.FindIndex(source => source.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        if (known >= 0)
        {
            sources[known] = sources[known] with { Kind = kind, Named = named };
            return known;
        }

        sources.Add(new Source { Name = name, Kind = kind, Named = named, Mentions = [] });
        return sources.Count - 1;
    }

    /// <summary>Where the words stand: as the content of a statement that has them in pieces, or as they are.</summary>
    private static Span? PlaceOf(string words, Passage passage, IEnumerable<Statement> statements)
    {
        if (statements.FirstOrDefault(statement => passage.WordsOf(statement) == words) is { Content: { Count: > 0 } content })
            return new Span(content[0].Start, content[^1].End);
        var at = words.Length == 0 ? -1 : passage.Text.IndexOf(words, StringComparison.Ordinal);
        return at < 0 ? null : new Span(at, at + words.Length);
    }

    /// <summary>True where most of the statement's content lies in the place, or the place in it.</summary>
    private static bool IsSame(Statement statement, Span place)
    {
        var (shared, length) = (0, 0);
        foreach (var span in statement.Content)
        {
            shared += Math.Max(0, Math.Min(span.End, place.End) - Math.Max(span.Start, place.Start));
            length += span.Length;
        }

        return shared > 0 && shared * 2 > Math.Min(length, place.Length);
    }

    /// <summary>The words of a statement's content, pieces joined by an ellipsis.</summary>
    public static string WordsOf(this Passage passage, Statement statement) => string.Join(" … ", statement.Content.Select(span => passage[span].Trim()));
}
