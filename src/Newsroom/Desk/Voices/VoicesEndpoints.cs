using System.Globalization;
using Wireroom.Language.Attribution;
using Wireroom.Newsroom.Desk.Access;
using Wireroom.Newsroom.Desk.Frame;
using Wireroom.Newsroom.Desk.Ledger;
using Wireroom.Newsroom.Desk.Queue;
using Wireroom.Storage;

namespace Wireroom.Newsroom.Desk.Voices;

/// <summary>The archive by who says so: every named source, and a page for each with what it said, where, and how often it was the only one.</summary>
public static class VoicesEndpoints
{
    private const int MostVoices = 200;
    private const int StoriesOnAPage = 30;

    /// <summary><c>/desk/voices</c> and <c>/desk/voices/{slug}</c>.</summary>
    public static void MapVoices(this RouteGroupBuilder desk)
    {
        desk.MapGet("/voices", ListAsync).Needs(Right.Read);
        desk.MapGet("/voices/{slug}", ShowAsync).Needs(Right.Read);
    }

    private static async Task<IResult> ListAsync(HttpContext context, DeskPages pages, Store store)
    {
        var words = context.Request.Query["q"].ToString().Trim();
        var voices = await store.VoicesAsync(words, MostVoices, context.RequestAborted);
        return DeskPages.Show(VoicesPage.Create(new VoicesModel(await pages.FrameAsync(context, "Voices"), words, voices)));
    }

    private static async Task<IResult> ShowAsync(HttpContext context, string slug, DeskPages pages, Store store)
    {
        var cancel = context.RequestAborted;
        if (await store.FindVoiceAsync(slug, cancel) is not { } voice)
            return await pages.MessageAsync(context, StatusCodes.Status404NotFound, "No such voice", "No story names a source of that name.");
        var query = context.Request.Query;
        var frame = await pages.FrameAsync(context, voice.Name);
        var (words, from, until) = (query["q"].ToString().Trim(), query["from"].ToString(), query["until"].ToString());
        var before = long.TryParse(query["before"], NumberStyles.None, CultureInfo.InvariantCulture, out var key) ? key : (long?)null;
        var filter = new QueueFilter { Words = words.Length > 0 ? words : null, Before = before };
        var voiced = await store.VoicedAsync(slug, filter, DayIn(frame.Time, from), DayIn(frame.Time, until)?.AddDays(1), StoriesOnAPage + 1, cancel);
        var stories = new List<VoiceLine>();
        foreach (var story in voiced.Take(StoriesOnAPage))
            stories.Add(await LineAsync(store, story, slug, cancel));
        return DeskPages.Show(VoicePage.Create(new VoiceModel(frame, voice, stories, await QueueEndpoints.NamesAsync(store, cancel))
        {
            Words = words, From = from, Until = until, Older = voiced.Count > StoriesOnAPage ? voiced[StoriesOnAPage - 1].Row.Key : null,
        }));
    }

    private static DateTimeOffset? DayIn(DeskTime time, string day) => time.FromField(day + "T00:00");

    /// <summary>A story with the words that the source says in it.</summary>
    private static async Task<VoiceLine> LineAsync(Store store, VoicedStory voiced, string slug, CancellationToken cancel)
    {
        if (await store.FindStoryAsync(voiced.Row.Story, cancel) is not { } story)
            return new VoiceLine(voiced, []);
        var ledger = await StoryLedger.OfAsync(store, story.Head, cancel);
        var said = ledger.Ledger.Statements.Where(statement => ledger.Ledger.SourceOf(statement) is { } source && Stories.Slug.Of(source.Name) == slug);
        return new VoiceLine(voiced, [.. said.Select(statement => (ledger.WordsOf(statement), statement))]);
    }
}

/// <summary>The list of named sources.</summary>
public sealed record VoicesModel(FrameModel Frame, string Words, IReadOnlyList<Voice> Voices);

/// <summary>A story that a source speaks in, with its statements.</summary>
public sealed record VoiceLine(VoicedStory Voiced, IReadOnlyList<(string Words, Statement Statement)> Said);

/// <summary>A source's page.</summary>
public sealed record VoiceModel(FrameModel Frame, Voice Voice, IReadOnlyList<VoiceLine> Stories, QueueNames Names)
{
    /// <summary>Words that the stories hold.</summary>
    public required string Words { get; init; }

    /// <summary>First day, as typed.</summary>
    public required string From { get; init; }

    /// <summary>Last day, as typed.</summary>
    public required string Until { get; init; }

    /// <summary>The key below which older stories stand, or null.</summary>
    public required long? Older { get; init; }

    /// <summary>The address of the page of older stories.</summary>
    public string OlderAddress => Address($"/desk/voices/{Voice.Slug}", ("q", Words), ("from", From), ("until", Until), ("before", Older?.ToString(CultureInfo.InvariantCulture) ?? ""));

    private static string Address(string path, params (string Name, string Value)[] parts) =>
        path + QueryString.Create(parts.Where(part => part.Value.Length > 0).Select(part => KeyValuePair.Create(part.Name, (string?)part.Value))).ToUriComponent();
}
