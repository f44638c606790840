using System.Text;
using Wireroom.Language;
using Wireroom.Language.Attribution;

namespace Wireroom.Newsroom.Cli.Ledger;

/// <summary>A ledger for people: the line that sums it up, then each source with what it says.</summary>
internal static class LedgerText
{
    public static ReadOnlyMemory<byte> Of(string id, Passage passage, Language.Attribution.Ledger ledger)
    {
        var text = new StringBuilder().Append(id).Append(": ").AppendLine(ledger.Version.Length == 0 ? "not in a language that the ledger reads" : ledger.Summary);
        foreach (var group in ledger.Statements.GroupBy(statement => statement.Source))
        {
            var source = group.Key is { } at ? ledger.Sources[at] : null;
            text.AppendLine().Append("  ").Append(source?.Name ?? "Nobody has said");
            if (source is not null)
                text.Append(" (").Append(string.Join(", ", new[] { source.Named ? source.Kind.ToString().ToLowerInvariant() : "unnamed", source.Role }.Concat(source.Descriptions).OfType<string>())).Append(')');
            text.AppendLine();
            foreach (var statement in group)
            {
                text.Append("    ").Append(statement.Manner.ToString().ToLowerInvariant()).Append(", ").Append(statement.Certainty.Plain());
                if (statement.Via.Count > 0)
                    text.Append(" through ").AppendJoin(", ", statement.Via.Select(via => ledger.Sources[via].Name));
                text.Append(": ").AppendLine(passage.WordsOf(statement).ReplaceLineEndings(" "));
            }
        }

        foreach (var figure in ledger.Figures)
            text.AppendLine().Append("  ").Append(passage[figure.Span]).Append(' ').Append(figure.Counts).Append(figure.Statement is { } by && ledger.SourceOf(ledger.Statements[by]) is { } who ? $" (says {who.Name})" : " (nobody is named for it)");
        return Encoding.UTF8.GetBytes(text.AppendLine().AppendLine().ToString());
    }
}
