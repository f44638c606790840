using System.CommandLine;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Wireroom.Storage;
using Wireroom.Stories;

namespace Wireroom.Newsroom.Cli;

/// <summary><c>wireroom log</c>: the trail of everything that was done, for an operator and for programs.</summary>
internal static class LogCommand
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly Argument<string[]> Words = new("WORDS") { Description = "Words that stand in the line; all of them.", Arity = ArgumentArity.ZeroOrMore };
    private static readonly Option<string?> Who = new("--who") { Description = "Only what this person did.", HelpName = "NAME" };
    private static readonly Option<string?> OfStory = new("--story") { Description = "Only what was done to this story: its number, as in its address on the desk.", HelpName = "STORY" };
    private static readonly Option<string?> Since = new("--since") { Description = "Not before this day or time (2026-03-27, 2026-03-27T14:00Z).", HelpName = "TIME" };
    private static readonly Option<string?> Until = new("--until") { Description = "Before this day or time.", HelpName = "TIME" };
    private static readonly Option<int> Count = new("--count", "-n") { Description = "How many lines, the newest.", HelpName = "N", DefaultValueFactory = _ => 50 };
    private static readonly Option<bool> AsJson = new("--json") { Description = "One JSON object a line." };

    public static Command Make()
    {
        var log = new Command("log", "Who did what, when and from where: the newest last. Lines are added to it and never changed.") { Words, Who, OfStory, Since, Until, Count, AsJson };
        log.SetAction(PrintAsync);
        return log;
    }

    private static async Task<int> PrintAsync(ParseResult parsed, CancellationToken cancel)
    {
        StoryId? story = null;
        if (parsed.GetValue(OfStory) is { } text)
            story = StoryId.TryParse(text, out var id) ? id : throw new UsageException($"\"{text}\" is no story's number; take it from the story's address on the desk.");
        if (parsed.GetValue(Count) is < 1 or > 100_000)
            throw new UsageException("--count is a number from 1 to 100000.");
        var filter = new TrailFilter
        {
            Words = string.Join(' ', parsed.GetValue(Words) ?? []),
            Who = parsed.GetValue(Who) ?? "",
            Story = story,
            Since = Time(parsed, Since),
            Until = Time(parsed, Until),
        };
        var store = await Store.OpenAsync(GlobalOptions.Store(parsed), TimeProvider.System, cancel).ConfigureAwait(false);
        await using (store.ConfigureAwait(false))
        {
            foreach (var line in (await store.TrailAsync(filter, parsed.GetValue(Count), cancel).ConfigureAwait(false)).Reverse())
            {
                var at = line.At.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
                await Console.Out.WriteLineAsync(parsed.GetValue(AsJson)
                    ? JsonSerializer.Serialize(new { at, who = line.Who, from = line.From, what = line.What, story = line.Story?.ToString(), detail = line.Detail }, Json)
                    : string.Join("  ", new[] { at, line.Who.Length > 0 ? line.Who : "-", line.What, line.Story?.ToString() ?? "", line.Detail.ReplaceLineEndings(" "), line.From }.Where(part => part.Length > 0))).ConfigureAwait(false);
            }
        }

        return 0;
    }

    private static DateTimeOffset? Time(ParseResult parsed, Option<string?> option) =>
        parsed.GetValue(option) is not { } text ? null
            : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at
            : throw new UsageException($"{option.Name}: \"{text}\" is no day or time; write 2026-03-27 or 2026-03-27T14:00Z.");
}
