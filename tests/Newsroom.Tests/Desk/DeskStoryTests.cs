using System.Net;
using Wireroom.Storage;
using Wireroom.Stories;
using Wireroom.Stories.Body;

namespace Wireroom.Newsroom.Tests.Desk;

public sealed class DeskStoryTests
{
    private const string Body = "[{\"kind\":\"paragraph\",\"text\":[{\"t\":\"The wall broke at noon.\"}]}]";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task A_story_goes_from_the_first_word_to_its_withdrawal(TestDatabase database)
    {
        await using var newsroom = await RunningNewsroom.StartAsync(database);
        using var ana = await DeskVisitor.SignedInAsync(newsroom);
        using var written = await ana.PostAsync("/desk/write", "/desk/write", DeskVisitor.Form(0, "Dam gives way above Mostar", Body));
        var story = DeskVisitor.StoryOf(written);
        var page = $"/desk/story/{story}";

        var preview = await ana.PageAsync($"{page}/release");
        Assert.Contains("What will go out: version 1", preview, StringComparison.Ordinal);
        Assert.Contains("The wall broke at noon.", preview, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await ana.SayAsync($"{page}/release", $"{page}/release", ("version", "1"))).Status);
        Assert.Equal(StoryState.Released, await StateAsync(newsroom, story));

        Assert.Equal(HttpStatusCode.Redirect, (await ana.SayAsync($"{page}/save", $"{page}/edit", DeskVisitor.Form(1, "Dam gives way above Mostar, two hurt", Body))).Status);
        // Nobody is named for the two.
        Assert.Contains("a toll needs a source", (await ana.SayAsync($"{page}/release", $"{page}/release", ("version", "2"))).Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await ana.SayAsync($"{page}/release", $"{page}/release", ("version", "2"), ("sources-checked", "1"))).Status);
        Assert.Equal(StoryState.Updated, await StateAsync(newsroom, story));

        Assert.Equal(HttpStatusCode.Redirect, (await ana.SayAsync($"{page}/save", $"{page}/edit", DeskVisitor.Form(2, "Dam gives way above Mostar, one hurt", Body))).Status);
        var silent = await ana.SayAsync($"{page}/correct", $"{page}/correct", ("version", "3"), ("reason", " "));
        Assert.Equal(HttpStatusCode.Conflict, silent.Status);
        Assert.Contains("must say what was wrong", silent.Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await ana.SayAsync($"{page}/correct", $"{page}/correct", ("version", "3"), ("reason", "One person was hurt, not two."), ("sources-checked", "1"))).Status);
        Assert.Equal(StoryState.Corrected, await StateAsync(newsroom, story));

        Assert.Contains("must carry a reason", (await ana.SayAsync($"{page}/withdraw", $"{page}/withdraw", ("reason", ""))).Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await ana.SayAsync($"{page}/withdraw", $"{page}/withdraw", ("reason", "There was no dam."))).Status);
        Assert.Equal(StoryState.Withdrawn, await StateAsync(newsroom, story));
        Assert.Contains("Withdrawn: There was no dam.", await ana.PageAsync(page), StringComparison.Ordinal);
        var log = await newsroom.Store.LogAsync(story, Cancel);
        Assert.All(log, move => Assert.Equal("Ana Marić", move.By));
    }

    [Fact]
    public async Task A_schedule_waits_and_can_be_taken_back_and_a_time_that_has_passed_is_refused()
    {
        await using var newsroom = await RunningNewsroom.StartAsync();
        using var ana = await DeskVisitor.SignedInAsync(newsroom);
        using var written = await ana.PostAsync("/desk/write", "/desk/write", DeskVisitor.Form(0, "Election night plan", Body));
        var story = DeskVisitor.StoryOf(written);
        var page = $"/desk/story/{story}";
        Assert.Contains("has passed", (await ana.SayAsync($"{page}/release", $"{page}/release", ("version", "1"), ("at", "2020-01-01T12:00"))).Body, StringComparison.Ordinal);
        Assert.Contains("could not be read", (await ana.SayAsync($"{page}/release", $"{page}/release", ("version", "1"), ("at", "tomorrow"))).Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await ana.SayAsync($"{page}/release", $"{page}/release", ("version", "1"), ("at", "2099-01-01T12:00"))).Status);
        Assert.Equal(StoryState.Scheduled, await StateAsync(newsroom, story));
        Assert.Null(await newsroom.Store.Released.FindAsync(story, Cancel));
        Assert.Contains("unschedule it first", (await ana.GetAsync($"{page}/edit")).Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await ana.SayAsync($"{page}/move", page, ("move", "unschedule"))).Status);
        Assert.Equal(StoryState.Draft, await StateAsync(newsroom, story));
    }

    [Fact]
    public async Task A_preview_of_an_older_version_does_not_go_out()
    {
        await using var newsroom = await RunningNewsroom.StartAsync();
        using var ana = await DeskVisitor.SignedInAsync(newsroom);
        using var written = await ana.PostAsync("/desk/write", "/desk/write", DeskVisitor.Form(0, "Dam gives way", Body));
        var page = $"/desk/story/{DeskVisitor.StoryOf(written)}";
        await ana.SayAsync($"{page}/save", $"{page}/edit", DeskVisitor.Form(1, "Dam holds", Body));
        var (status, body) = await ana.SayAsync($"{page}/release", $"{page}/release", ("version", "1"));
        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Contains("newer version since you looked", body, StringComparison.Ordinal);
        Assert.Equal(StoryState.Draft, await StateAsync(newsroom, DeskVisitor.StoryOf(written)));
    }

    [Fact]
    public async Task Where_two_save_both_texts_are_shown_and_none_is_lost()
    {
        await using var newsroom = await RunningNewsroom.StartAsync();
        using var ana = await DeskVisitor.SignedInAsync(newsroom);
        using var ivo = await DeskVisitor.SignedInAsync(newsroom, "Ivo Babić", "ivo@courier.example");
        using var written = await ana.PostAsync("/desk/write", "/desk/write", DeskVisitor.Form(0, "Dam gives way", Body));
        var story = DeskVisitor.StoryOf(written);
        var page = $"/desk/story/{story}";
        await ivo.SayAsync($"{page}/save", $"{page}/edit", DeskVisitor.Form(1, "Dam gives way at noon", Body));
        var (status, body) = await ana.SayAsync($"{page}/save", $"{page}/edit", DeskVisitor.Form(1, "Dam gives way above Mostar", Body));
        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Contains("Ivo Babić saved version 2 in between", body, StringComparison.Ordinal);
        Assert.Contains("Dam gives way above Mostar", body, StringComparison.Ordinal);
        Assert.Contains("name=\"base\" value=\"2\"", body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await ana.SayAsync($"{page}/save", $"{page}/edit", DeskVisitor.Form(2, "Dam gives way above Mostar", Body))).Status);
        Assert.Equal(["Dam gives way", "Dam gives way at noon", "Dam gives way above Mostar"], (await newsroom.Store.VersionsAsync(story, Cancel)).Select(version => version.Copy.Headline));
    }

    [Theory, EachDatabase]
    public async Task An_earlier_version_comes_back_on_top_of_the_others_and_what_binds_the_newest_binds_it(TestDatabase database)
    {
        await using var newsroom = await RunningNewsroom.StartAsync(database);
        using var ana = await DeskVisitor.SignedInAsync(newsroom);
        var first = new Copy { Headline = "Ferry aground off Vis", Body = [new Paragraph(RichText.Of("All are safe."))] };
        var embargo = new Embargo(TimeProvider.System.GetUtcNow().AddDays(2), "");
        var story = await newsroom.Store.WriteStoryAsync(first, "Ana Marić", Cancel);
        await newsroom.Store.SaveVersionAsync(story, first with { Headline = "Ferry sunk", Body = [], Embargo = embargo }, 1, "Ivo Babić", Cancel);
        Assert.Contains("data-action=\"bring-back\"", await ana.PageAsync($"/desk/story/{story}?v=1"), StringComparison.Ordinal);
        Assert.DoesNotContain("data-action=\"bring-back\"", await ana.PageAsync($"/desk/story/{story}"), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Conflict, (await ana.SayAsync($"/desk/story/{story}/bring-back", "/desk/me", ("version", "1"), ("base", "1"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await ana.SayAsync($"/desk/story/{story}/bring-back", "/desk/me", ("version", "7"), ("base", "2"))).Status);
        using var back = await ana.PostAsync($"/desk/story/{story}/bring-back", "/desk/me", ("version", "1"), ("base", "2"));
        Assert.Contains("Version 1 is the newest text again.", await ana.PageAsync(back.Headers.Location!.ToString()), StringComparison.Ordinal);
        var versions = await newsroom.Store.VersionsAsync(story, Cancel);
        Assert.Equal(["Ferry aground off Vis", "Ferry sunk", "Ferry aground off Vis"], versions.Select(version => version.Copy.Headline));
        Assert.Equal("All are safe.", BodyText.Of(versions[2].Copy.Body).Trim());
        Assert.Equal(embargo.Until!.Value.ToUnixTimeMilliseconds(), versions[2].Copy.Embargo!.Until!.Value.ToUnixTimeMilliseconds());
        Assert.Equal("Ana Marić", versions[2].MadeBy);
        Assert.Equal("version 1 brought back", (await newsroom.Store.LogAsync(story, Cancel))[^1].Note);
        Assert.Contains(await newsroom.Store.TrailAsync(new TrailFilter { Story = story, Who = "Ana Marić" }, 10, Cancel), line => line.Detail == "version 3: version 1 brought back");
        Assert.Equal(HttpStatusCode.Conflict, (await ana.SayAsync($"/desk/story/{story}/bring-back", "/desk/me", ("version", "3"), ("base", "3"))).Status);
    }

    [Fact]
    public async Task A_take_and_a_spike_can_be_undone_until_somebody_moves_the_story_on()
    {
        await using var newsroom = await RunningNewsroom.StartAsync();
        using var ana = await DeskVisitor.SignedInAsync(newsroom);
        var story = await ArrivedAsync(newsroom, ana);
        var page = $"/desk/story/{story}";
        foreach (var move in new[] { "take", "spike" })
        {
            Assert.Equal(HttpStatusCode.Redirect, (await ana.SayAsync($"{page}/move", page, ("move", move))).Status);
            Assert.Equal(HttpStatusCode.Redirect, (await ana.SayAsync($"{page}/undo", page)).Status);
            var row = (await newsroom.Store.FindStoryAsync(story, Cancel))!.Row;
            Assert.Equal((StoryState.Received, ""), (row.State, row.TakenBy));
        }

        await ana.SayAsync($"{page}/move", page, ("move", "take"));
        await ana.SayAsync($"{page}/save", $"{page}/edit", DeskVisitor.Form(1, "Ours", Body));
        var (status, body) = await ana.SayAsync($"{page}/undo", page);
        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Contains("nothing left to undo", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hold_stops_a_release_and_says_so()
    {
        await using var newsroom = await RunningNewsroom.StartAsync();
        using var ana = await DeskVisitor.SignedInAsync(newsroom);
        using var written = await ana.PostAsync("/desk/write", "/desk/write", DeskVisitor.Form(0, "Mayor resigns", Body));
        var page = $"/desk/story/{DeskVisitor.StoryOf(written)}";
        await ana.SayAsync($"{page}/hold", page, ("hold", "1"));
        Assert.Contains("HOLD", await ana.PageAsync(page), StringComparison.Ordinal);
        var (status, body) = await ana.SayAsync($"{page}/release", $"{page}/release", ("version", "1"));
        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Contains("on hold", body, StringComparison.Ordinal);
        await ana.SayAsync($"{page}/hold", page, ("hold", "0"));
        Assert.Equal(HttpStatusCode.Redirect, (await ana.SayAsync($"{page}/release", $"{page}/release", ("version", "1"))).Status);
    }

    [Fact]
    public async Task An_embargo_that_could_not_be_read_waits_for_an_editors_decision()
    {
        await using var newsroom = await RunningNewsroom.StartAsync();
        using var ana = await DeskVisitor.SignedInAsync(newsroom);
        var story = await newsroom.Store.WriteStoryAsync(
            new Copy { Headline = "Report on ferries", Section = "region", Body = [new Paragraph(RichText.Of("Text."))], Embargo = new Embargo(null, "until the minister has spoken") }, "Ana Marić", Cancel);
        var page = $"/desk/story/{story}";
        Assert.Contains("EMBARGO ?", await ana.PageAsync("/desk"), StringComparison.Ordinal);
        Assert.Contains("until the minister has spoken", await ana.PageAsync($"{page}/edit"), StringComparison.Ordinal);
        Assert.Contains("could not be read", (await ana.SayAsync($"{page}/release", $"{page}/release", ("version", "1"))).Body, StringComparison.Ordinal);
        await ana.SayAsync($"{page}/save", $"{page}/edit", DeskVisitor.Form(1, "Report on ferries", Body, ("embargo-choice", "undecided")));
        Assert.NotNull((await newsroom.Store.FindStoryAsync(story, Cancel))!.Head.Copy.Embargo);
        await ana.SayAsync($"{page}/save", $"{page}/edit", DeskVisitor.Form(2, "Report on ferries", Body, ("embargo-choice", "until"), ("embargo", "2099-05-01T18:00")));
        var head = (await newsroom.Store.FindStoryAsync(story, Cancel))!.Head.Copy.Embargo!;
        Assert.Equal("until the minister has spoken", head.AsSent);
        Assert.NotNull(head.Until);
        Assert.Contains("EMBARGO", await ana.PageAsync($"{page}/release"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_from_outside_is_never_markup()
    {
        await using var newsroom = await RunningNewsroom.StartAsync();
        using var ana = await DeskVisitor.SignedInAsync(newsroom, "<b>Ana</b>");
        const string Evil = "<script>alert('x')</script>\"'&";
        var evil = new Copy { Headline = Evil, Standfirst = Evil, Slugline = Evil, Byline = Evil, Credit = Evil, Section = "region", Place = Evil, Topics = [Evil], EdNote = Evil, Body = [new Paragraph(RichText.Of(Evil)), new Embed("https://video.example/", Evil)] };
        var story = await newsroom.Store.WriteStoryAsync(evil, Evil, Cancel);
        await newsroom.Store.SaveVersionAsync(story, evil with { Headline = Evil + "2" }, 1, Evil, Cancel);
        string[] pages = ["/desk", "/desk?q=%3Cscript%3E", $"/desk/story/{story}", $"/desk/story/{story}?diff=1", $"/desk/story/{story}/edit", $"/desk/story/{story}/pane", $"/desk/story/{story}/release", "/desk/people"];
        foreach (var page in pages)
        {
            var raw = await ana.Http.GetStringAsync(new Uri(page, UriKind.Relative), Cancel);
            Assert.DoesNotContain("<script>", raw, StringComparison.Ordinal);
            Assert.DoesNotContain("<b>Ana", raw, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_uploaded_wire_stands_in_the_queue_and_its_source_can_be_read()
    {
        await using var newsroom = await RunningNewsroom.StartAsync();
        using var ana = await DeskVisitor.SignedInAsync(newsroom);
        var story = await ArrivedAsync(newsroom, ana);
        Assert.Contains("Ferry aground off Vis", await ana.PageAsync("/desk"), StringComparison.Ordinal);
        using var source = await ana.Http.GetAsync(new Uri($"/desk/story/{story}/source", UriKind.Relative), Cancel);
        Assert.Equal("text/plain; charset=utf-8", source.Content.Headers.ContentType!.ToString());
        Assert.Contains("<title>Ferry aground off Vis</title>", await source.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.Contains("nosniff", source.Headers.GetValues("X-Content-Type-Options"));
    }

    /// <summary>A story that came in by an uploaded feed.</summary>
    internal static async Task<StoryId> ArrivedAsync(RunningNewsroom newsroom, DeskVisitor visitor, string title = "Ferry aground off Vis")
    {
        var feed = $"<rss version=\"2.0\"><channel><title>Maestral</title><item><guid>{Guid.NewGuid()}</guid><title>{title}</title><description>It took no water.</description></item></channel></rss>";
        var page = await visitor.Http.GetStringAsync(new Uri("/desk/sources", UriKind.Relative), Cancel);
        using var form = new MultipartFormDataContent();
        using var token = new StringContent(WebUtility.HtmlDecode(page.Split("data-token=\"")[1].Split('"')[0]));
        using var file = new StringContent(feed, System.Text.Encoding.UTF8, "application/rss+xml");
        form.Add(token, "token");
        form.Add(file, "file", "feed.xml");
        using var answer = await visitor.Http.PostAsync(new Uri("/desk/sources/upload", UriKind.Relative), form, Cancel);
        var said = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancel));
        Assert.True(said.Contains("1 taken", StringComparison.Ordinal), said);
        return (await newsroom.Store.QueueAsync(new QueueFilter(), 1, Cancel))[0].Story;
    }

    private static async Task<StoryState> StateAsync(RunningNewsroom newsroom, StoryId story) => (await newsroom.Store.FindStoryAsync(story, Cancel))!.Row.State;
}
