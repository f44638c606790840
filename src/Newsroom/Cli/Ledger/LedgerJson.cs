using System.Text.Encodings.Web;
using System.Text.Json;
using Wireroom.Language;
using Wireroom.Language.Attribution;

namespace Wireroom.Newsroom.Cli.Ledger;

/// <summary>A ledger as one line of JSON; every offset is in Unicode code points of the text. docs/ledger.md has the fields.</summary>
internal static class LedgerJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static ReadOnlyMemory<byte> Of(string id, Passage passage, Language.Attribution.Ledger ledger, bool withText)
    {
        var points = new CodePoints(passage.Text);
        var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Options))
        {
            json.WriteStartObject();
            json.WriteString("id", id);
            if (withText)
                json.WriteString("text", passage.Text);
            json.WriteString("version", ledger.Version);
            json.WriteString("summary", ledger.Summary);
            json.WriteStartArray("attributions");
            var places = PlacesOf(ledger);
            for (var at = 0; at < ledger.Statements.Count; at++)
            {
                if (ledger.Statements[at].Inside is null)
                    Write(json, at, ledger, points);
            }

            json.WriteEndArray();
            json.WriteStartArray("figures");
            foreach (var figure in ledger.Figures)
                Write(json, figure, places, points);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        bytes.WriteByte((byte)'\n');
        return bytes.ToArray();
    }

    /// <summary>The place of each statement in the list of attributions; what is told within another statement has that one's.</summary>
    private static int[] PlacesOf(Language.Attribution.Ledger ledger)
    {
        var places = new int[ledger.Statements.Count];
        var next = 0;
        for (var at = 0; at < places.Length; at++)
            places[at] = ledger.Statements[at].Inside is null ? next++ : -1;
        for (var at = 0; at < places.Length; at++)
        {
            var outer = at;
            while (ledger.Statements[outer].Inside is { } inside && inside != outer)
                outer = inside;
            places[at] = places[outer];
        }

        return places;
    }

    private static void Write(Utf8JsonWriter json, int at, Language.Attribution.Ledger ledger, CodePoints points)
    {
        var statement = ledger.Statements[at];
        json.WriteStartObject();
        Write(json, "source", statement.SourceSpans, points);
        Write(json, "cue", statement.Cue, points);
        Write(json, "content", statement.Content, points);
        json.WriteString("quote", Word(statement.Quoted));
        var source = ledger.SourceOf(statement);
        if (source is not null)
        {
            json.WriteString("sourceName", source.Name);
            json.WriteString("sourceKind", source is { Named: false, Kind: SourceKind.Person } ? "unnamed" : Word(source.Kind));
            json.WriteBoolean("named", source.Named);
            if (source.Role is { } role)
                json.WriteString("role", role);
            if (source.Interest is { } interest)
                json.WriteString("interest", interest);
            if (source.Descriptions.Count > 0)
            {
                json.WriteStartArray("descriptions");
                foreach (var description in source.Descriptions)
                    json.WriteStringValue(description);
                json.WriteEndArray();
            }
        }

        json.WriteString("hand", Word(statement.Hand));
        if (statement.Via.Count > 0)
            json.WriteString("via", string.Join(", ", statement.Via.Select(at => ledger.Sources[at].Name)));
        json.WriteString("manner", Word(statement.Manner));
        json.WriteString("certainty", statement.Certainty.Plain());
        Write(json, "sentence", [statement.Sentence], points);
        if (statement.InHeadline)
            json.WriteBoolean("inHeadline", true);
        json.WriteString("rule", statement.Rule);
        json.WriteString("madeBy", LedgerReader.Rules);

        // What one source tells of another's words stands within its own statement.
        var nested = Enumerable.Range(0, ledger.Statements.Count).Where(other => other != at && ledger.Statements[other].Inside == at).ToList();
        if (nested.Count > 0)
        {
            json.WriteStartArray("nested");
            foreach (var other in nested)
                Write(json, other, ledger, points);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Figure figure, int[] places, CodePoints points)
    {
        json.WriteStartObject();
        Write(json, "span", [figure.Span], points);
        json.WriteNumber("value", figure.Value);
        if (figure.Upper is { } upper)
            json.WriteNumber("upper", upper);
        json.WriteString("bound", Word(figure.Bound));
        json.WriteString("kind", Word(figure.Kind));
        json.WriteString("counts", figure.Counts);
        if (figure.Side is { } side)
            json.WriteString("side", side);
        if (figure.Currency is { } currency)
            json.WriteString("currency", currency);
        if (figure.Statement is { } statement)
            json.WriteNumber("attribution", places[statement]);
        json.WriteString("rule", figure.Rule);
        json.WriteString("madeBy", LedgerReader.Rules);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, IReadOnlyList<Span> spans, CodePoints points)
    {
        json.WriteStartArray(name);
        foreach (var span in spans)
        {
            var (start, end) = points.Of(span);
            json.WriteStartArray();
            json.WriteNumberValue(start);
            json.WriteNumberValue(end);
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private static string Word<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
