using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Wireroom.Newsroom.Site.Live;
using Wireroom.Newsroom.Tests.Desk;
using Wireroom.Storage;
using Wireroom.Stories;
using Wireroom.Stories.Body;
using Wireroom.Wire;
using static Wireroom.Newsroom.Tests.Site.Press;

namespace Wireroom.Newsroom.Tests.Site;

/// <summary>Stories told as they happen: from the desk's box to the reader's page, feed and open connection.</summary>
public sealed class LiveStoryTests
{
    [Theory, EachDatabase]
    public async Task Entries_stand_newest_first_with_key_points_and_a_pinned_one(TestDatabase database)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 3, 12, 0, 0, TimeSpan.Zero));
        await using var newsroom = await RunningNewsroom.StartAsync(database, clock);
        await newsroom.Store.SaveMastheadAsync(new Masthead("The Courier", "", "en", "UTC", "https://courier.example"), Cancel);
        var (story, address) = await newsroom.ReleaseAsync(Copy("Bridge closed by the storm"));
        Assert.DoesNotContain("data-live=", await newsroom.GetAsync(address), StringComparison.Ordinal);
        await newsroom.Store.BeginLiveAsync(story, Cancel);
        Assert.Contains("No entry yet.", await newsroom.GetAsync(address), StringComparison.Ordinal);
        Assert.Contains("<span class=\"mark live\">Live</span>", await newsroom.GetAsync("/"), StringComparison.Ordinal);
        var keys = new List<long>();
        for (var number = 1; number <= 3; number++)
        {
            clock.Advance(TimeSpan.FromMinutes(5));
            keys.Add(await newsroom.Store.AddEntryAsync(story, Entry($"Entry number {number}", isKeyPoint: number == 1), "Ana", Cancel));
        }

        await newsroom.Store.PinEntryAsync(story, keys[1], Cancel);
        var page = await newsroom.GetAsync(address);
        var entries = Part(page, "<ol class=\"entries\">", "</ol>");
        Assert.True(entries.IndexOf("number 3", StringComparison.Ordinal) < entries.IndexOf("number 1", StringComparison.Ordinal));
        Assert.Contains("Entry number 1", Part(page, "class=\"key-points\"", "</ul>"), StringComparison.Ordinal);
        Assert.Contains("Entry number 2", Part(page, "class=\"entry pinned\"", "<ol"), StringComparison.Ordinal);
        Assert.Contains("Entry number 3", await newsroom.GetAsync("/lite" + address), StringComparison.Ordinal);

        using var data = JsonDocument.Parse(Part(page, "{\"@context\"", "</script>"));
        Assert.Equal("LiveBlogPosting", data.RootElement.GetProperty("@type").GetString());
        Assert.Equal("2026-03-03T12:00:00+00:00", data.RootElement.GetProperty("coverageStartTime").GetString());
        Assert.Equal("2026-03-03T12:15:00+00:00", data.RootElement.GetProperty("dateModified").GetString());
        var update = data.RootElement.GetProperty("liveBlogUpdate")[0];
        Assert.Equal("Entry number 3", update.GetProperty("articleBody").GetString()!.Trim());
        Assert.Equal($"https://courier.example{address}?before={keys[2] + 1}#entry-{keys[2]:x}", update.GetProperty("url").GetString());
        Assert.False(data.RootElement.TryGetProperty("coverageEndTime", out _));

        await newsroom.Store.EndLiveAsync(story, Cancel);
        page = await newsroom.GetAsync(address);
        Assert.Contains("This live story has ended", page, StringComparison.Ordinal);
        Assert.Contains("coverageEndTime", page, StringComparison.Ordinal);
        Assert.Contains("Entry number 1", page, StringComparison.Ordinal);
        Assert.DoesNotContain("mark live\">Live", await newsroom.GetAsync("/"), StringComparison.Ordinal);
        await Assert.ThrowsAsync<MoveRefusedException>(() => newsroom.Store.AddEntryAsync(story, Entry("Too late"), "Ana", Cancel));
    }

    [Theory, EachDatabase]
    public async Task Embargo_and_kill_of_the_story_hold_for_its_entries(TestDatabase database)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 3, 12, 0, 0, TimeSpan.Zero));
        await using var newsroom = await RunningNewsroom.StartAsync(database, clock);
        var (story, address) = await newsroom.ReleaseAsync(Copy("Budget is read") with { Embargo = new Embargo(clock.GetUtcNow().AddHours(1)) });
        await newsroom.Store.BeginLiveAsync(story, Cancel);
        await newsroom.Store.AddEntryAsync(story, Entry("The secret figure is seven"), "Ana", Cancel);
        string[] doors = [address, $"/live/story/{story}", address + "/feed.xml", address + "/feed.json", "/lite" + address];
        foreach (var door in doors)
        {
            using var early = await newsroom.AskAsync(door);
            Assert.Equal(HttpStatusCode.NotFound, early.StatusCode);
            Assert.DoesNotContain("secret", await early.BodyAsync(), StringComparison.Ordinal);
        }

        clock.Advance(TimeSpan.FromHours(1));
        foreach (var door in doors)
            Assert.Contains("The secret figure is seven", await newsroom.GetAsync(door), StringComparison.Ordinal);
        await newsroom.Store.WithdrawAsync(story, new Withdrawal("The figure was forged."), "Ana", Cancel);
        foreach (var door in doors)
        {
            using var gone = await newsroom.AskAsync(door);
            Assert.True(gone.StatusCode is HttpStatusCode.Gone or HttpStatusCode.NotFound, door);
            Assert.DoesNotContain("secret", await gone.BodyAsync(), StringComparison.Ordinal);
        }

        await Assert.ThrowsAsync<MoveRefusedException>(() => newsroom.Store.AddEntryAsync(story, Entry("More"), "Ana", Cancel));
    }

    [Theory, EachDatabase]
    public async Task A_corrected_entry_says_what_was_wrong_and_a_withdrawn_one_only_why(TestDatabase database)
    {
        await using var newsroom = await RunningNewsroom.StartAsync(database);
        var (story, address) = await newsroom.ReleaseAsync(Copy("Bridge closed by the storm"));
        await newsroom.Store.BeginLiveAsync(story, Cancel);
        var key = await newsroom.Store.AddEntryAsync(story, Entry("All traffic is stopped", isKeyPoint: true), "Ana", Cancel);
        await newsroom.Store.PinEntryAsync(story, key, Cancel);
        await newsroom.Store.ChangeEntryAsync(story, key, 1, Entry("Lorries are stopped", isKeyPoint: true), new Correction("Only lorries are stopped."), "Ivo", Cancel);
        var page = await newsroom.GetAsync(address);
        Assert.Contains("Only lorries are stopped.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("All traffic is stopped", page, StringComparison.Ordinal);
        var late = await Assert.ThrowsAsync<MoveRefusedException>(() => newsroom.Store.ChangeEntryAsync(story, key, 1, Entry("Other"), null, "Ana", Cancel));
        Assert.Contains("Ivo has changed this entry", late.Message, StringComparison.Ordinal);

        await newsroom.Store.WithdrawEntryAsync(story, key, new Withdrawal("It was another bridge."), "Ana", Cancel);
        foreach (var door in (string[])[address, $"/live/story/{story}"])
        {
            page = await newsroom.GetAsync(door);
            Assert.Contains("It was another bridge.", page, StringComparison.Ordinal);
            Assert.DoesNotContain("Lorries are stopped", page, StringComparison.Ordinal);
            Assert.DoesNotContain("entry pinned", page, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("another bridge", await newsroom.GetAsync(address + "/feed.xml"), StringComparison.Ordinal);
        await Assert.ThrowsAsync<MoveRefusedException>(() => newsroom.Store.ChangeEntryAsync(story, key, 3, Entry("Back"), null, "Ana", Cancel));
    }

    [Fact]
    public async Task The_desk_posts_changes_pins_and_withdraws_an_entry_through_its_forms()
    {
        await using var newsroom = await RunningNewsroom.StartAsync();
        using var ana = await DeskVisitor.SignedInAsync(newsroom);
        var (story, address) = await newsroom.ReleaseAsync(Copy("Bridge closed by the storm"));
        var desk = $"/desk/story/{story}/live";
        Assert.Contains("Tell it live", await ana.PageAsync(desk), StringComparison.Ordinal);
        (await ana.PostAsync(desk + "/state", desk, ("live", "1"))).Dispose();
        using (var added = await ana.PostAsync(desk, desk, ("text", "The wind has turned.\n\n> Stay in.\n> — Ivo Kos, harbour master"), ("headline", "Wind turns"), ("key-point", "1")))
            Assert.Equal(desk + "?said=added&done=0", added.Headers.Location!.ToString());
        Assert.Contains("It is out.", await ana.PageAsync(desk + "?said=added"), StringComparison.Ordinal);
        var entry = Assert.Single(await newsroom.Store.EntriesAsync(story, Cancel));
        Assert.Contains("<footer>Ivo Kos, harbour master</footer>", await newsroom.GetAsync(address), StringComparison.Ordinal);
        var form = await ana.PageAsync($"{desk}/{entry.Key}");
        Assert.Contains("> — Ivo Kos, harbour master", form, StringComparison.Ordinal);

        var (status, said) = await ana.SayAsync($"{desk}/{entry.Key}", $"{desk}/{entry.Key}", ("base", "1"), ("text", "The wind drops."), ("correct", "1"), ("wrong", " "));
        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Contains("A correction must say what was wrong.", said, StringComparison.Ordinal);
        (await ana.PostAsync($"{desk}/{entry.Key}", $"{desk}/{entry.Key}", ("base", "1"), ("text", "The wind drops."), ("headline", ""))).Dispose();
        (await ana.PostAsync(desk + "/pin", desk, ("pin", $"{entry.Key}"))).Dispose();
        Assert.Contains("The wind drops.", Part(await newsroom.GetAsync(address), "entry pinned", "<ol"), StringComparison.Ordinal);
        (status, said) = await ana.SayAsync(desk, desk, ("text", " \n "), ("headline", ""));
        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Contains("The entry says nothing.", said, StringComparison.Ordinal);
        (await ana.PostAsync($"{desk}/{entry.Key}/withdraw", $"{desk}/{entry.Key}", ("reason", "The gauge was broken."))).Dispose();
        Assert.Contains("The gauge was broken.", await newsroom.GetAsync(address), StringComparison.Ordinal);
        (status, _) = await ana.GetAsync($"{desk}/{entry.Key}");
        Assert.Equal(HttpStatusCode.NotFound, status);
    }

    [Theory]
    [InlineData("xml", "rss")]
    [InlineData("atom", "atom")]
    [InlineData("json", "jsonfeed")]
    public async Task The_feed_of_a_live_story_holds_its_entries(string ending, string format)
    {
        await using var newsroom = await RunningNewsroom.StartAsync();
        await newsroom.Store.SaveMastheadAsync(new Masthead("The Courier", "", "en", "UTC", "https://courier.example"), Cancel);
        var (story, address) = await newsroom.ReleaseAsync(Copy("Bridge closed by the storm"));
        using (var none = await newsroom.AskAsync($"{address}/feed.{ending}"))
            Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
        await newsroom.Store.BeginLiveAsync(story, Cancel);
        var first = await newsroom.Store.AddEntryAsync(story, Entry("The wind has turned"), "Ana", Cancel);
        await newsroom.Store.AddEntryAsync(story, Entry("The bridge is open") with { Headline = "Open again" }, "Ana", Cancel);
        var read = new WireDocument();
        WireFormats.Named(format)!.Read(WireInput.Of(System.Text.Encoding.UTF8.GetBytes(await newsroom.GetAsync($"{address}/feed.{ending}"))), read);
        Assert.Empty(read.Faults);
        Assert.Equal(["Open again", "The wind has turned"], read.Items.Select(item => item.Headline));
        Assert.Equal($"urn:wireroom:{story}:{first}", read.Items[1].Guid);
        Assert.StartsWith("https://courier.example" + address, read.Items[1].Link, StringComparison.Ordinal);
        Assert.Contains($"href=\"{address}/feed.{ending}\"", await newsroom.GetAsync(address), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Older_entries_lie_on_pages_of_their_own_and_no_other_story_has_such_pages()
    {
        await using var newsroom = await RunningNewsroom.StartAsync();
        var (story, address) = await newsroom.ReleaseAsync(Copy("Bridge closed by the storm"));
        await newsroom.Store.BeginLiveAsync(story, Cancel);
        for (var number = 1; number <= 45; number++)
            await newsroom.Store.AddEntryAsync(story, Entry($"Entry number {number}."), "Ana", Cancel);
        var page = await newsroom.GetAsync(address);
        Assert.DoesNotContain("Entry number 5.", page, StringComparison.Ordinal);
        var older = System.Text.RegularExpressions.Regex.Match(page, "href=\"([^\"]+[?]before=[0-9]+)\" rel=\"next\"").Groups[1].Value;
        var second = await newsroom.GetAsync(older);
        Assert.Contains("Entry number 5.", second, StringComparison.Ordinal);
        Assert.DoesNotContain("Entry number 6.", second, StringComparison.Ordinal);
        var (_, plain) = await newsroom.ReleaseAsync(Copy("No live story"));
        using var none = await newsroom.AskAsync(plain + "?before=7");
        Assert.Equal(HttpStatusCode.MovedPermanently, none.StatusCode);
        Assert.Equal(plain, none.Headers.Location!.ToString());
    }

    [Fact]
    public async Task An_open_page_is_told_of_an_entry_and_of_the_kill()
    {
        await using var newsroom = await RunningNewsroom.StartAsync();
        var (story, _) = await newsroom.ReleaseAsync(Copy("Bridge closed by the storm"));
        await newsroom.Store.BeginLiveAsync(story, Cancel);
        using var line = await LiveLine.OpenAsync(newsroom, $"/live/events?story={story}");
        await line.EventAsync("rail");
        await newsroom.Store.AddEntryAsync(story, Entry("The wind has turned"), "Ana", Cancel);
        Assert.Equal(story.ToString(), await line.EventAsync("story"));
        await newsroom.Store.WithdrawAsync(story, new Withdrawal("Forged."), "Ana", Cancel);
        Assert.Equal(story.ToString(), await line.EventAsync("story"));
        using var gone = await newsroom.AskAsync($"/live/story/{story}");
        Assert.Equal(HttpStatusCode.Gone, gone.StatusCode);
    }

    [Theory, EachDatabase]
    public async Task Nobody_watches_a_story_that_is_not_out_or_not_there(TestDatabase database)
    {
        await using var newsroom = await RunningNewsroom.StartAsync(database);
        var secret = await newsroom.Store.WriteStoryAsync(Copy("Budget is read"), "Ana", Cancel);
        await newsroom.Store.BeginLiveAsync(secret, Cancel);
        var (plain, _) = await newsroom.ReleaseAsync(Copy("No live story"));
        var (story, _) = await newsroom.ReleaseAsync(Copy("Bridge closed by the storm"));
        await newsroom.Store.BeginLiveAsync(story, Cancel);
        var stories = newsroom.Services.GetRequiredService<LiveStories>();
        foreach (var other in (StoryId[])[secret, plain, new StoryId(77), new StoryId(78)])
        {
            using var deaf = await LiveLine.OpenAsync(newsroom, $"/live/events?story={other}");
            await deaf.EventAsync("rail");
        }

        Assert.Equal(0, stories.Watched);
        using var line = await LiveLine.OpenAsync(newsroom, $"/live/events?story={story}");
        await line.EventAsync("rail");
        Assert.Equal(1, stories.Watched);
    }

    private static EntryCopy Entry(string text, bool isKeyPoint = false) => new("", [new Paragraph(RichText.Of(text))], isKeyPoint);
}
