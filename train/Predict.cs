using System.Text.Encodings.Web;
using System.Text.Json;
using Wireroom.Language;
using Wireroom.Language.Attribution;
using Wireroom.Language.Tagging;
using Wireroom.Language.Text;

namespace Wireroom.Train;

/// <summary>Writes the ledgers of a gold file (one object a line, with <c>id</c> and <c>text</c>) in the form that its scorer reads.</summary>
internal static class Predict
{
    private static readonly JsonSerializerOptions Written = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static Analysis? analysis;

    private static string SourceOf(Ledger ledger, Statement statement) => ledger.SourceOf(statement) is { } source ? source.Kind + (source.Named ? "" : " unnamed") : "none";

    private static string[] Facets(Passage passage, Statement statement)
    {
        var tokens = analysis!.Copy.Tokens;
        var at = tokens.FindIndex(token => token.End >= statement.Cue[0].End);
        if (at < 0 || analysis.SentenceOf(at) < 0)
            return [];
        var first = analysis.Copy.Sentences[analysis.SentenceOf(at)].First;
        var source = tokens.FindIndex(token => token.Start >= (statement.SourceSpans.Count > 0 ? statement.SourceSpans[0].Start : 0));
        return ["tag " + analysis.Tag(at), "label " + analysis.Label(at), "before " + (source > first ? analysis.Copy.Word(source - 1).ToString().ToLowerInvariant() : "^"), "start " + (statement.Content.Count > 0 ? Word(passage, statement.Content[0].Start) : ""),
            "side " + (statement.Content.Count > 0 && statement.Content[0].Start < statement.Cue[0].Start ? "left" : "right"), "sourcetag " + analysis.Tag(source)];
    }

    private static string Word(Passage passage, int start)
    {
        var token = analysis!.Copy.Tokens.FindIndex(one => one.Start == start);
        return token < 0 ? "" : analysis.Tag(token) + (analysis.Copy.Word(token) is "that" ? " that" : "");
    }

    public static void Run(string file, bool allCues, TextWriter into)
    {
        foreach (var line in File.ReadLines(file))
        {
            using var document = JsonDocument.Parse(line);
            var text = document.RootElement.GetProperty("text").GetString()!;
            var passage = new Passage(text);
            var ledger = LedgerReader.Read(passage, allCues);
            analysis = new Analysis(Copy.Read(passage));
            var points = new CodePoints(text);
            into.WriteLine(JsonSerializer.Serialize(
                new
                {
                    id = document.RootElement.GetProperty("id").GetString(),
                    attributions = ledger.Statements.Where(statement => statement.Inside is null).Select(statement => new { source = Spans(statement.SourceSpans), cue = Spans(statement.Cue), content = Spans(statement.Content), rule = statement.Rule, hand = statement.Hand.ToString(), manner = statement.Manner.ToString(), kind = SourceOf(ledger, statement), facets = Facets(passage, statement) }),
                },
                Written));

            int[][] Spans(IReadOnlyList<Span> spans) => [.. spans.Select(span => new[] { points.Of(span.Start), points.Of(span.End) })];
        }
    }
}
