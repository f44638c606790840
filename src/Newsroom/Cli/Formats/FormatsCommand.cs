using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Wireroom.Newsroom.Cli.Formats;

/// <summary><c>wireroom formats</c>: every format that is read or written, and what it keeps, drops and refuses.</summary>
internal static class FormatsCommand
{
    private static readonly Option<bool> Json = new("--json") { Description = "One JSON object a line." };

    private static readonly Option<bool> Markdown = new("--markdown") { Description = "The page docs/formats.md." };

    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Make()
    {
        var command = new Command("formats", "Lists the formats, and what each keeps, drops and refuses.") { Json, Markdown };
        command.SetAction(ListAsync);
        return command;
    }

    private static async Task<int> ListAsync(ParseResult parsed, CancellationToken cancel)
    {
        if (parsed.GetValue(Json) && parsed.GetValue(Markdown))
            throw new UsageException("Ask for --json or for --markdown.");
        if (parsed.GetValue(Markdown))
        {
            await Console.Out.WriteAsync(FormatsPage.Make().AsMemory(), cancel).ConfigureAwait(false);
            return 0;
        }

        foreach (var facts in FormatFacts.All)
            await Console.Out.WriteLineAsync((parsed.GetValue(Json) ? AsJson(facts) : AsText(facts)).AsMemory(), cancel).ConfigureAwait(false);
        return 0;
    }

    private static string AsJson(FormatFacts facts) => JsonSerializer.Serialize(
        new
        {
            facts.Format.Name,
            facts.Format.Title,
            facts.Format.MediaType,
            facts.Format.Extension,
            Reads = new { Kept = Of(facts.Reading, Fate.Kept), Dropped = Of(facts.Reading, Fate.Dropped) },
            Writes = facts.Format.CanWrite
                ? new { Kept = Of(facts.Writing, Fate.Kept), Dropped = Of(facts.Writing, Fate.Dropped), Refused = Refused(facts), Signals = Of(facts.Signalling, Fate.Kept) }
                : null,
        },
        Readable);

    private static string AsText(FormatFacts facts)
    {
        var lines = new List<string> { $"{facts.Format.Name} \u2014 {facts.Format.Title}", $"  reads     {Joined(Of(facts.Reading, Fate.Kept))}" };
        if (facts.Format.CanWrite)
        {
            lines.Add($"  writes    {Joined(Of(facts.Writing, Fate.Kept))}");
            lines.Add($"  drops     {Joined(Of(facts.Writing, Fate.Dropped))}");
            lines.Add($"  signals   {Joined(Of(facts.Signalling, Fate.Kept))}");
            lines.Add($"  refuses   {Joined(Refused(facts))}");
        }
        else
        {
            lines.Add("  is not written");
        }

        return string.Join(Environment.NewLine, lines) + Environment.NewLine;
    }

    private static List<string> Refused(FormatFacts facts) =>
    [
        .. Of(facts.Signalling, Fate.Refused),
        .. facts.Embargoed == Fate.Refused ? ["embargo that runs"] : (string[])[],
        .. facts.EmbargoedWithoutTime == Fate.Refused ? ["embargo that is no time"] : (string[])[],
    ];

    private static List<string> Of<T>(IReadOnlyDictionary<T, Fate> fates, Fate fate)
        where T : notnull => [.. fates.Where(pair => pair.Value == fate).Select(pair => pair.Key.ToString()!.ToLowerInvariant())];

    private static string Joined(List<string> names) => names.Count == 0 ? "nothing" : string.Join(", ", names);
}
