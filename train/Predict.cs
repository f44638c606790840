using System.Text.Encodings.Web;
using System.Text.Json;
using Wireroom.Language;
using Wireroom.Language.Attribution;

namespace Wireroom.Train;

/// <summary>Writes the ledgers of a gold file (one object a line, with <c>id</c> and <c>text</c>) in the form that its scorer reads.</summary>
internal static class Predict
{
    private static readonly JsonSerializerOptions Written = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Run(string file, bool allCues, TextWriter into)
    {
        foreach (var line in File.ReadLines(file))
        {
            using var document = JsonDocument.Parse(line);
            var text = document.RootElement.GetProperty("text").GetString()!;
            var ledger = LedgerReader.Read(new Passage(text), allCues);
            var points = new CodePoints(text);
            into.WriteLine(JsonSerializer.Serialize(
                new
                {
                    id = document.RootElement.GetProperty("id").GetString(),
                    attributions = ledger.Statements.Select(statement => new { source = Spans(statement.SourceSpans), cue = Spans(statement.Cue), content = Spans(statement.Content), rule = statement.Rule }),
                },
                Written));

            int[][] Spans(IReadOnlyList<Span> spans) => [.. spans.Select(span => new[] { points.Of(span.Start), points.Of(span.End) })];
        }
    }
}
