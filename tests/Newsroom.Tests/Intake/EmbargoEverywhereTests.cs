using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Wireroom.Newsroom.Intake;
using Wireroom.Newsroom.Paper;
using Wireroom.Newsroom.Tests.Site;
using Wireroom.Storage;
using Wireroom.Stories;

namespace Wireroom.Newsroom.Tests.Intake;

/// <summary>
/// The embargo test: stories under embargo in every dialect and zone across the nights when clocks change, sent by a source whose copy goes out by itself.
/// Every public door is asked at random moments: not a word before its time, and each within a second after.
/// </summary>
public sealed partial class EmbargoEverywhereTests
{
    private const int Moments = 60;
    private static readonly DateTimeOffset Evening = new(2026, 10, 24, 12, 0, 0, TimeSpan.Zero);

    // The night when clocks go back in Europe, the one in America, and the one when they go forward in New Zealand and in Europe in spring.
    private static readonly DateTimeOffset[] Nights = [new(2026, 10, 25, 1, 0, 0, TimeSpan.Zero), new(2026, 11, 1, 6, 0, 0, TimeSpan.Zero), new(2027, 3, 28, 1, 0, 0, TimeSpan.Zero)];

    private static readonly (string Name, double Hours)[] Zones =
    [
        ("GMT", 0), ("UTC", 0), ("BST", 1), ("CET", 1), ("CEST", 2), ("MEZ", 1), ("MESZ", 2), ("EET", 2), ("EEST", 3), ("MSK", 3), ("EST", -5), ("EDT", -4),
        ("PST", -8), ("PDT", -7), ("JST", 9), ("AEST", 10), ("AEDT", 11), ("NZDT", 13),
    ];

    private static readonly Dialect[] Dialects =
    [
        new("ninjs", (at, zone) => $"{at:yyyy-MM-dd'T'HH:mm:ss}{Offset(zone)}"),
        new("nitf", (at, zone) => $"{at:yyyyMMdd'T'HHmmss}{Offset(zone).Replace(":", "", StringComparison.Ordinal)}"),
        new("iptc7901", (at, zone) => $"EMBARGOED UNTIL {at:HHmm} {zone.Name} {at:MMMM d yyyy}"),
        new("iptc7901", (at, zone) => $"EMBARGO: {at:yyyy-MM-dd'T'HH:mm:ss}{Offset(zone)}"),
        new("iptc7901", (at, zone) => $"Not for publication before {at:HH:mm} {zone.Name} on {at:MMMM d, yyyy}"),
        new("iptc7901", (at, zone) => $"Sperrfrist: {at.Day}. {German(at)} {at.Year}, {at:HH.mm} Uhr {zone.Name}"),
    ];

    // No date, no zone, no time, a zone that means several: closed until an editor decides.
    private static readonly (string Format, string Words)[] Unreadable =
    [
        ("ninjs", "until the ceremony"), ("ninjs", "2026-10-25T02:30:00"), ("nitf", "20261025T0230"), ("iptc7901", "EMBARGOED UNTIL 1800 GMT"), ("iptc7901", "EMBARGOED UNTIL October 25 2026"),
        ("iptc7901", "Sperrfrist: Redebeginn"), ("iptc7901", "EMBARGOED UNTIL 0230 IST October 25 2026"), ("iptc7901", "EMBARGOED UNTIL 0230 October 25 2026"),
    ];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task No_door_shows_a_word_before_its_time_and_each_shows_it_within_a_second_after(TestDatabase database)
    {
        var random = new Random(20261025);
        var clock = new FakeTimeProvider(Evening);
        await using var newsroom = await RunningNewsroom.StartAsync(database, clock);
        await newsroom.Store.SaveSourceAsync(
            new Source { Slug = Wires.Source, Name = "Adria News", Kind = SourceKind.Import, Credit = "Adria", Section = "world", Trusted = true }, Cancel);
        var arrive = newsroom.Services.GetRequiredService<Arrive>();
        var sealedStories = new List<Sealed>();
        foreach (var night in Nights)
        {
            foreach (var (dialect, zone) in Dialects.SelectMany(_ => Zones, (dialect, zone) => (dialect, zone)).Where(_ => random.Next(4) == 0))
            {
                // To the minute, within 13 hours of the change: the wires give no seconds.
                var until = night.AddMinutes(random.Next(-780, 780));
                var words = dialect.Write(until.ToOffset(TimeSpan.FromHours(zone.Hours)), zone);
                sealedStories.Add(await TakeAsync(newsroom, arrive, sealedStories.Count, dialect.Format, words, until));
            }
        }

        foreach (var (format, words) in Unreadable)
            sealedStories.Add(await TakeAsync(newsroom, arrive, sealedStories.Count, format, words, null));
        Assert.True(sealedStories.Count >= 60, $"Only {sealedStories.Count} stories.");

        // Random moments, and for random stories the last millisecond before and the second after.
        var times = Enumerable.Range(0, Moments / 3).Select(_ => Nights[random.Next(Nights.Length)].AddMilliseconds(random.Next(-60_000_000, 60_000_000)))
            .Concat(Enumerable.Range(0, Moments / 3).Select(_ => sealedStories[random.Next(sealedStories.Count)].Until).OfType<DateTimeOffset>().SelectMany(until => new[] { until.AddMilliseconds(-1), until.AddMilliseconds(random.Next(1001)) }))
            .Where(time => time > Evening).Distinct().Order().Append(Nights[^1].AddDays(400)).ToList();
        var shown = 0;
        foreach (var now in times)
        {
            clock.SetUtcNow(now);
            shown += await AskAsync(newsroom, clock, sealedStories, random);
        }

        Assert.True(shown > sealedStories.Count, "Hardly anything was ever shown.");
    }

    /// <summary>Asks every list, and the pages of some of the stories; returns how many pages showed a story.</summary>
    private static async Task<int> AskAsync(RunningNewsroom newsroom, FakeTimeProvider clock, List<Sealed> stories, Random random)
    {
        var now = clock.GetUtcNow();
        var readers = new SharedCache(newsroom.Http, clock);
        var open = stories.Where(story => story.Until <= now).Select(story => story.Name).ToHashSet();
        foreach (var door in await PublicDoors.AllAsync(readers, "/search?q=headline", "/search/feed.xml?q=headline"))
        {
            var early = Names((await readers.GetAsync(door)).Body).Except(open).ToList();
            Assert.True(early.Count == 0, $"{now:O}: {door} shows {string.Join(", ", early)} before its time.");
        }

        var map = Names((await readers.GetAsync("/sitemap-1.xml")).Body);
        Assert.True(open.SetEquals(map), $"{now:O}: the site map lacks {string.Join(", ", open.Except(map))}.");
        var near = stories.OrderBy(story => story.Until is { } until ? Math.Abs((until - now).TotalSeconds) : double.MaxValue).Take(3).Append(stories[random.Next(stories.Count)]).Append(stories[^1]);
        var shown = 0;
        foreach (var story in near.Distinct())
        {
            foreach (var address in new[] { story.Address, story.Address + "/history", $"/search?q={story.Name}" })
            {
                var page = await readers.GetAsync(address);
                var shows = Names(page.Body).Contains(story.Name) && !address.StartsWith("/search", StringComparison.Ordinal) || page.Body.Contains(story.Address, StringComparison.Ordinal);
                Assert.True(shows == open.Contains(story.Name), $"{now:O}: {address} {(shows ? "shows" : "does not show")} “{story.Words}”, which ends {story.Until:O}.");
                Assert.True(shows || page.Status != HttpStatusCode.Gone, address);
                shown += shows ? 1 : 0;
            }
        }

        return shown;
    }

    private static async Task<Sealed> TakeAsync(RunningNewsroom newsroom, Arrive arrive, int number, string format, string words, DateTimeOffset? until)
    {
        var name = $"Sealed{number:000}";
        var document = format switch
        {
            "ninjs" => $$"""{"uri":"urn:adria:{{number}}","type":"text","version":"1","language":"en","headline":"{{name}} headline","byline":"{{name}} Perić","embargoed":"{{words}}","body_text":"{{name}} paragraph."}""",
            "nitf" => $"""
                <?xml version="1.0" encoding="UTF-8"?><nitf><head><title>{name} headline</title><docdata management-status="embargoed"><doc-id id-string="adria-{number}"/><date.issue norm="20261024T080000Z"/><date.release norm="{words}"/></docdata></head>
                <body><body.head><hedline><hl1>{name} headline</hl1></hedline></body.head><body.content><p>{name} paragraph.</p></body.content></body></nitf>
                """,
            _ => $"\u0001adr{number:0000} 4 pl 30 vvvvb ADR {number:0000}\r\n{name}/\r\n\u0002{name} headline\r\n{words}\r\n\r\nPrague (ADR) - The {name} paragraph of the\r\nstory, which is long enough to be one.\r\n\r\n\u0003\r\n241412 GMT Oct 26\r\n\u0004",
        };
        var report = await arrive.TakeAsync(new Delivery { Source = Wires.Source, Name = name, Bytes = Encoding.UTF8.GetBytes(document) }, Cancel);
        Assert.True(report.Stories is [not null], $"{document}: {string.Join(' ', report.Outcome.Faults.Select(fault => fault.Message))}");
        var story = (await newsroom.Store.FindStoryAsync(report.Stories[0]!.Value, Cancel))!;
        Assert.True(story.Head.Copy.Embargo is { } embargo && embargo.Until == until, $"“{words}” was read as {story.Head.Copy.Embargo?.Until:O} and means {until:O}.");
        Assert.Equal((words, until is null ? StoryState.Received : StoryState.Scheduled), (words, story.Row.State));
        return new Sealed(name, words, until, StoryAddress.Of(story.Row.Section, story.Slug, story.Row.Story));
    }

    private static string Offset((string Name, double Hours) zone) => DateTimeOffset.UnixEpoch.ToOffset(TimeSpan.FromHours(zone.Hours)).ToString("zzz", CultureInfo.InvariantCulture);

    private static string German(DateTimeOffset at) => at.ToString("MMMM", CultureInfo.GetCultureInfo("de-DE"));

    private static HashSet<string> Names(string page) => [.. Name().Matches(page).Select(match => "S" + match.Value[1..])];

    [GeneratedRegex("[Ss]ealed[0-9]{3}")]
    private static partial Regex Name();

    private sealed record Dialect(string Format, Func<DateTimeOffset, (string Name, double Hours), FormattableString> Words)
    {
        public string Write(DateTimeOffset at, (string Name, double Hours) zone) => FormattableString.Invariant(Words(at, zone));
    }

    private sealed record Sealed(string Name, string Words, DateTimeOffset? Until, string Address);
}
