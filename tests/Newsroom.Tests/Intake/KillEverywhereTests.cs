using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Wireroom.Newsroom.Intake;
using Wireroom.Newsroom.Paper;
using Wireroom.Newsroom.Tests.Site;
using Wireroom.Storage;
using Wireroom.Stories;
using Wireroom.Wire;

namespace Wireroom.Newsroom.Tests.Intake;

/// <summary>
/// The kill test: 200 stories in every state and place, killed by wire. One second later no page, feed, search, rail or cached copy shows a word of them, and
/// what had been out answers 410 with the agency's reason.
/// </summary>
public sealed partial class KillEverywhereTests
{
    private const int Stories = 200;
    private const string Reason = "The document on which it rested was forged.";
    private static readonly string[] Words = ["harbour", "council", "vote", "engine", "bridge", "record", "storm", "ballot", "clinic", "archive", "tunnel", "orchard", "summit", "ferry", "museum"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task A_second_after_the_kill_nothing_shows_a_word_of_any_of_them(TestDatabase database)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 3, 12, 0, 0, TimeSpan.Zero));
        await using var newsroom = await RunningNewsroom.StartAsync(database, clock);
        var (store, arrive) = (newsroom.Store, newsroom.Services.GetRequiredService<Arrive>());
        await store.SaveSourceAsync(new Source { Slug = Wires.Source, Name = "Adria News", Kind = SourceKind.Import, Credit = "Adria" }, Cancel);
        await newsroom.ReleaseAsync(Press.Copy("Morning paper"));
        var doomed = await LayAsync(newsroom, arrive, clock);
        clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(Stories, doomed.Count);
        Assert.Equal(
            [StoryState.Received, StoryState.Draft, StoryState.Approved, StoryState.Scheduled, StoryState.Released, StoryState.Updated, StoryState.Corrected, StoryState.Spiked],
            doomed.Select(story => story.State).Distinct().Order());

        // Readers look at everything, and whatever stands between them and the site keeps what it may.
        var readers = new SharedCache(newsroom.Http, clock);
        string[] searches = ["/search?q=headline", "/search?q=paragraph&section=world", "/search/feed.xml?q=headline", "/topic/harbours", "/topic/harbours/feed.xml"];
        var doors = (await PublicDoors.AllAsync(readers, searches)).ToList();
        foreach (var story in doomed.Where(story => story.IsOut))
            doors.AddRange([story.Address, story.Address + "/history", .. story.Pictures.Select(StoryAddress.OfPicture)]);
        var seen = new HashSet<string>();
        foreach (var door in doors)
            seen.UnionWith(Names(await readers.GetAsync(door)));
        Assert.Equal(doomed.Where(story => story.IsOut).Select(story => story.Name).Order(), seen.Order());
        Assert.True(doomed.Count(story => story.IsOut) >= 80, "Too few of them were out.");
        Assert.True(doomed.Sum(story => story.Pictures.Count) >= 10, "Too few of them had pictures.");
        using var live = await LiveLine.OpenAsync(newsroom);
        var railBefore = await live.NextAsync();

        // The wire kills them all.
        await arrive.TakeAsync([.. doomed.Where(story => !story.DiesWithAnother).Select(story => story.Kill)]);
        clock.Advance(TimeSpan.FromSeconds(1));

        foreach (var door in doors.Concat(await PublicDoors.AllAsync(readers, searches)).Distinct())
        {
            var answer = await readers.GetAsync(door);
            Assert.True(Names(answer).Count == 0, $"{door} still shows {string.Join(", ", Names(answer))}.");
        }

        foreach (var story in doomed)
        {
            Assert.Equal(StoryState.Withdrawn, (await store.FindStoryAsync(story.Id, Cancel))!.Row.State);
            foreach (var address in new[] { story.Address, story.Address + "/history" })
            {
                var answer = await readers.GetAsync(address);
                Assert.Equal((address, story.IsOut ? HttpStatusCode.Gone : HttpStatusCode.NotFound), (address, answer.Status));
                Assert.Equal((address, story.IsOut), (address, answer.Body.Contains(Reason, StringComparison.Ordinal)));
            }

            foreach (var picture in story.Pictures)
                Assert.Equal(HttpStatusCode.NotFound, (await readers.GetAsync(StoryAddress.OfPicture(picture))).Status);
        }

        Assert.NotEqual(railBefore, await live.NextAsync(() => clock.Advance(TimeSpan.FromMilliseconds(200))));
        Assert.Equal(["Morning paper"], (await store.QueueAsync(new QueueFilter(), 10, Cancel)).Select(row => row.Headline));
        Assert.Equal(Stories, (await store.OpenNoticesAsync(1000, Cancel)).Count(notice => notice.Kind is NoticeKind.Kill));
        clock.Advance(TimeSpan.FromDays(3));
        foreach (var door in await PublicDoors.AllAsync(readers, searches))
            Assert.Empty(Names(await readers.GetAsync(door)));
    }

    /// <summary>Twenty kinds of standing, ten stories of each.</summary>
    private static async Task<List<Doomed>> LayAsync(RunningNewsroom newsroom, Arrive arrive, FakeTimeProvider clock)
    {
        var store = newsroom.Store;
        var items = new List<WireItem>();
        for (var number = 0; number < Stories; number++)
            items.Add(await ItemAsync(newsroom, number, clock.GetUtcNow()));
        var report = await arrive.TakeAsync([.. items]);
        var laid = new List<Doomed>();
        for (var number = 0; number < Stories; number++)
        {
            clock.Advance(TimeSpan.FromMilliseconds(5));
            await PlaceAsync(store, arrive, report.Stories[number]!.Value, items[number], number, clock.GetUtcNow());
        }

        for (var number = 0; number < Stories; number++)
        {
            var story = (await store.FindStoryAsync(report.Stories[number]!.Value, Cancel))!;
            laid.Add(new Doomed(story.Row.Story, NameOf(number), story.Row.State, items[number])
            {
                Address = StoryAddress.Of(story.Row.Section, story.Slug, story.Row.Story),
                Pictures = Kind(number) == 15 ? [items[number].Media[0].KeptAs!] : [],
                IsOut = await store.Released.FindAsync(story.Row.Story, Cancel) is not null,
                DiesWithAnother = Kind(number) == 18,
            });
        }

        return laid;
    }

    private static async Task<WireItem> ItemAsync(RunningNewsroom newsroom, int number, DateTimeOffset now)
    {
        var name = NameOf(number);
        // The copy of another: word for word the text of the story before it, under its own name.
        var of = Kind(number) == 18 ? number - 1 : number;
        var text = NameOf(of);
        var item = Wires.Item($"tag:adria:{number}", 1, $"{name} headline") with
        {
            Standfirst = $"{name} standfirst.",
            Byline = $"{name} Perić",
            Keywords = [number % 2 == 0 ? "world" : "region", "Harbours"],
            Body = [.. Enumerable.Range(1, 3).Select(at => new WireParagraph([new WireRun($"{text} paragraph {at}: " + string.Join(' ', Enumerable.Range(0, 12).Select(word => $"{Words[(of + word) % Words.Length]}{text[6..]}")) + ".")]))],
        };
        return Kind(number) switch
        {
            4 or 17 => item with { Embargo = Kind(number) == 4 ? new WireEmbargo("in an hour", now.AddHours(1)) : null },
            5 => item with { Embargo = new WireEmbargo("until the ceremony", null) },
            15 => item with
            {
                Media = [new WireMedia("main", "quay.gif") { Kind = "picture", AltText = $"{name} picture", KeptAs = (await newsroom.Store.KeepPictureAsync(TestPictures.Gif((byte)(number + 1), 20), Cancel)).File, Width = number + 1, Height = 20 }],
            },
            _ => item,
        };
    }

    private static async Task PlaceAsync(Store store, Arrive arrive, StoryId story, WireItem item, int number, DateTimeOffset now)
    {
        var copy = (await store.FindStoryAsync(story, Cancel))!.Head.Copy;
        Task Release(ReleaseOrder? order = null) => store.ReleaseAsync(story, order ?? ReleaseOrder.Now, "Ana", Cancel);
        Task Save(int basis) => store.SaveVersionAsync(story, copy with { Headline = $"{copy.Headline}, version {basis + 1}", Standfirst = copy.Standfirst + " New." }, basis, "Ana", Cancel);
        switch (Kind(number))
        {
            case 0:
                break;
            case 1:
                await store.MoveAsync(story, Move.Take, "Ana", Cancel);
                await Save(1);
                break;
            case 2:
                await store.MoveAsync(story, Move.Take, "Ana", Cancel);
                await store.MoveAsync(story, Move.Approve, "Ana", Cancel);
                break;
            case 3:
                await Release(new ReleaseOrder { At = now.AddHours(2) });
                break;
            case 4:
                await Release(); // under embargo: it waits
                break;
            case 5:
                await store.MoveAsync(story, Move.Take, "Ana", Cancel);
                break;
            case 8:
                await Release();
                await Save(1);
                await Release();
                break;
            case 9:
                await Release();
                await Save(1);
                await Release(new ReleaseOrder { Correction = new Correction($"{NameOf(number)} was misspelt.") });
                break;
            case 10:
                await Release();
                await Save(1); // in work
                break;
            case 11:
                await Release();
                await arrive.TakeAsync(item with { Version = 2, Standfirst = "The wire has more." });
                break;
            case 12:
                await store.MoveAsync(story, Move.Spike, "Ana", Cancel);
                break;
            case 13:
                await arrive.TakeAsync(item with { Version = 2, Signal = WireSignal.Hold });
                break;
            case 14:
                await Release();
                await store.HoldAsync(story, hold: true, "Ana", Cancel);
                break;
            case 16:
                await Release(new ReleaseOrder { PublishedAt = now.AddYears(-10) });
                break;
            case 17:
                await Release();
                await Save(1);
                await Release(new ReleaseOrder { At = now.AddHours(3) });
                break;
            default:
                await Release();
                break;
        }
    }

    private static int Kind(int number) => number % 20;

    private static string NameOf(int number) => $"Doomed{number:000}";

    private static HashSet<string> Names(Answered answer) => [.. Name().Matches(answer.Body).Select(match => "D" + match.Value[1..])];

    [GeneratedRegex("[Dd]oomed[0-9]{3}")]
    private static partial Regex Name();

    private sealed record Doomed(StoryId Id, string Name, StoryState State, WireItem Item)
    {
        public required string Address { get; init; }

        public required IReadOnlyList<string> Pictures { get; init; }

        public required bool IsOut { get; init; }

        public required bool DiesWithAnother { get; init; }

        public WireItem Kill => Item with { Version = 9, Signal = WireSignal.Withdrawal, Headlines = [new WireText("KILL")], Body = [], Media = [], EdNote = $"KILL. {Reason}" };
    }
}
