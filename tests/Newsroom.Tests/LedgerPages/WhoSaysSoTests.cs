using System.Net;
using System.Text.RegularExpressions;
using Wireroom.Newsroom.Tests.Cli;
using Wireroom.Newsroom.Tests.Desk;
using Wireroom.Newsroom.Tests.Site;
using Wireroom.Storage;
using Wireroom.Stories;
using Wireroom.Stories.Body;
using static Wireroom.Newsroom.Tests.Site.Press;

namespace Wireroom.Newsroom.Tests.LedgerPages;

/// <summary>The ledger where people meet it: readers, the desk, the command line.</summary>
public sealed partial class WhoSaysSoTests
{
    [Fact]
    public async Task Readers_see_who_says_so_and_each_link_leads_to_its_sentence()
    {
        await using var newsroom = await RunningNewsroom.StartAsync();
        var (_, address) = await newsroom.ReleaseAsync(Copies.Ferry());
        var page = await WaitForAsync(newsroom, address, "who-says-so");
        var box = WebUtility.HtmlDecode(Part(page, "id=\"who-says-so\"", "</section>"));
        Assert.Contains("Jure Perić", box, StringComparison.Ordinal);
        Assert.Contains("harbour office", box, StringComparison.OrdinalIgnoreCase);
        var links = SaidLink().Matches(box);
        Assert.Equal(2, links.Count);
        foreach (Match link in links)
            Assert.Single(Regex.Matches(page, $"<span class=\"voiced\" id=\"said-{link.Groups[1].Value}\">"));

        await newsroom.Store.SaveMastheadAsync(await newsroom.Store.MastheadAsync(Cancel) with { HidesSources = true }, Cancel);
        var hidden = await newsroom.GetAsync(address);
        Assert.DoesNotContain("who-says-so", hidden, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"voiced\"", hidden, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_story_in_another_language_shows_no_ledger()
    {
        await using var newsroom = await RunningNewsroom.StartAsync();
        var (_, address) = await newsroom.ReleaseAsync(Copies.Ferry() with { Language = "hr", Body = [new Paragraph(RichText.Of("Trajekt se nasukao u podne, rekao je Jure Perić."))] });
        Assert.DoesNotContain("who-says-so", await newsroom.GetAsync(address), StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task The_desk_shows_and_mends_the_ledger_and_finds_what_somebody_said(TestDatabase database)
    {
        await using var newsroom = await RunningNewsroom.StartAsync(database);
        using var ana = await DeskVisitor.SignedInAsync(newsroom);
        var story = await newsroom.Store.WriteStoryAsync(Copies.Ferry(), "Ana Marić", Cancel);
        var address = $"/desk/story/{story}";
        var page = await ana.PageAsync(address);
        Assert.Contains("Who says so", page, StringComparison.Ordinal);
        Assert.Contains("data-said=\"1\"", page, StringComparison.Ordinal);
        Assert.Contains("id=\"said-1\"", page, StringComparison.Ordinal);

        using (var mended = await ana.PostAsync($"{address}/ledger", address, ("version", "1"), ("words", "Rain is expected in the evening"), ("source", "Weather Office"), ("kind", "Institution"), ("manner", "Said"), ("do", "set")))
            Assert.Equal(HttpStatusCode.Redirect, mended.StatusCode);
        Assert.Contains("Weather Office", await ana.PageAsync(address), StringComparison.Ordinal);
        Assert.Contains("put right by Ana Marić", await ana.PageAsync(address), StringComparison.Ordinal);
        var (status, said) = await ana.SayAsync($"{address}/ledger", address, ("version", "1"), ("words", "Snow is expected"), ("source", "Weather Office"), ("do", "set"));
        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Contains("do not stand in the copy", said, StringComparison.Ordinal);

        Assert.Contains("Weather Office", await ana.PageAsync("/desk/voices?q=weather"), StringComparison.Ordinal);
        var voice = await ana.PageAsync("/desk/voices/weather-office?q=ferry");
        Assert.Contains("Rain is expected in the evening", voice, StringComparison.Ordinal);
        Assert.Contains("Ferry aground off Vis", voice, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await ana.GetAsync("/desk/voices/nobody")).Status);
    }

    [Fact]
    public async Task What_the_house_wants_looked_at_stops_a_release_until_it_was()
    {
        await using var newsroom = await RunningNewsroom.StartAsync();
        using var ana = await DeskVisitor.SignedInAsync(newsroom);
        var story = await newsroom.Store.WriteStoryAsync(Copies.Ferry() with { Body = [new Paragraph(RichText.Of("The ferry has sunk."))] }, "Ana Marić", Cancel);
        var address = $"/desk/story/{story}";
        using (var mended = await ana.PostAsync($"{address}/ledger", address, ("version", "1"), ("words", "The ferry has sunk"), ("source", "a sailor"), ("unnamed", "1"), ("kind", "Person"), ("manner", "Said"), ("do", "set")))
            Assert.Equal(HttpStatusCode.Redirect, mended.StatusCode);
        Assert.Contains("rests on one unnamed source alone (a sailor): tell the chief", await ana.PageAsync($"{address}/release"), StringComparison.Ordinal);
        var (status, said) = await ana.SayAsync($"{address}/release", $"{address}/release", ("version", "1"), ("at", ""));
        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Contains("look, and tick that you have", said, StringComparison.Ordinal);
        Assert.Equal(StoryState.Draft, (await newsroom.Store.FindStoryAsync(story, Cancel))!.Row.State);
        using var released = await ana.PostAsync($"{address}/release", $"{address}/release", ("version", "1"), ("at", ""), ("sources-checked", "1"));
        Assert.Equal(HttpStatusCode.Redirect, released.StatusCode);
        Assert.Equal(StoryState.Released, (await newsroom.Store.FindStoryAsync(story, Cancel))!.Row.State);

        await newsroom.Store.SaveLedgerChecksAsync(new LedgerChecks { LetLoneUnnamedStand = true }, Cancel);
        Assert.DoesNotContain("tell the chief", await ana.PageAsync(address), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_command_reads_text_wires_and_lines_and_counts_in_code_points()
    {
        var folder = Directory.CreateTempSubdirectory("wireroom-ledger-").FullName;
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder, "lines.jsonl"), "{\"id\":\"one\",\"text\":\"😀 The ferry is late, Jure Perić said.\"}\n{\"id\":\"two\"}\n", Cancel);
            var (code, said, faults) = await WireroomProcess.RunAsync(folder, "ledger", "--jsonl", "lines.jsonl");
            Assert.Equal(1, code);
            Assert.Contains("lines.jsonl: line 2 is no JSON object with a \"text\".", faults, StringComparison.Ordinal);
            using var line = System.Text.Json.JsonDocument.Parse(said);
            Assert.Equal("one", line.RootElement.GetProperty("id").GetString());
            var statement = Assert.Single(line.RootElement.GetProperty("attributions").EnumerateArray());
            Assert.Equal("[[21,31]]", statement.GetProperty("source").GetRawText());
            Assert.Equal("[[32,36]]", statement.GetProperty("cue").GetRawText());
            Assert.Equal("Jure Perić", statement.GetProperty("sourceName").GetString());

            await File.WriteAllTextAsync(Path.Combine(folder, "feed.xml"), Intake.Wires.Rss(Intake.Wires.RssItem("g1", "Ferry late", "The ferry is late, Jure Perić said.")), Cancel);
            (code, said, _) = await WireroomProcess.RunAsync(folder, "ledger", "feed.xml", "--text");
            Assert.Equal(0, code);
            Assert.Contains("g1: ", said, StringComparison.Ordinal);
            (code, _, faults) = await WireroomProcess.RunAsync(folder, "ledger", "nowhere.txt");
            Assert.Equal(2, code);
            Assert.Contains("nowhere.txt cannot be read", faults, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>The annotator reads a story as soon as the bell has rung; its page is made anew when it has.</summary>
    private static async Task<string> WaitForAsync(RunningNewsroom newsroom, string address, string words)
    {
        for (var tries = 0; ; tries++)
        {
            var page = await newsroom.GetAsync(address);
            if (page.Contains(words, StringComparison.Ordinal) || tries == 100)
                return page;
            await Task.Delay(100, Cancel);
        }
    }

    [GeneratedRegex("href=\"#said-(\\d+)\"")]
    private static partial Regex SaidLink();
}
