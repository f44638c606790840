using Wireroom.Language;
using Wireroom.Language.Attribution;

namespace Wireroom.Train;

/// <summary>Prints the ledger of a text for a reader.</summary>
internal static class Show
{
    public static void Print(string text, TextWriter into)
    {
        var passage = new Passage(text);
        var ledger = LedgerReader.Read(passage);
        into.WriteLine(ledger.Summary);
        foreach (var source in ledger.Sources)
            into.WriteLine($"  source {source.Name} [{source.Kind}{(source.Named ? "" : ", unnamed")}] role: {source.Role ?? "-"}; {string.Join(" | ", source.Descriptions)}; side: {source.Interest ?? "-"}; mentions: {string.Join(" | ", source.Mentions.Select(span => passage[span]))}");
        for (var at = 0; at < ledger.Statements.Count; at++)
        {
            var statement = ledger.Statements[at];
            into.WriteLine($"{at}: {string.Join(" < ", ledger.ChainOf(statement).Select(source => source.Name))} [{statement.Manner}, {statement.Hand}, {statement.Certainty.Plain()}, {statement.Quoted}{(statement.InHeadline ? ", headline" : "")}{(statement.Inside is { } outer ? $", inside {outer}" : "")}] {Words(statement.SourceSpans)} <{Words(statement.Cue)}> {{{Words(statement.Content)}}} {statement.Rule}");
        }

        foreach (var figure in ledger.Figures)
            into.WriteLine($"  figure {passage[figure.Span]} = {figure.Bound} {figure.Value}{(figure.Upper is { } upper ? $" to {upper}" : "")} {figure.Kind} of \"{figure.Counts}\" side {figure.Side ?? "-"} {figure.Currency} statement {figure.Statement}");

        string Words(IReadOnlyList<Span> spans) => string.Join(" … ", spans.Select(span => passage[span]));
    }
}
