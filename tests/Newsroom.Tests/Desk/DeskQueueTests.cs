using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Wireroom.Newsroom.Desk.Queue;
using Wireroom.Stories;

namespace Wireroom.Newsroom.Tests.Desk;

public sealed class DeskQueueTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/desk")]
    [InlineData("/desk?state=received&state=draft&section=world&source=halyard&language=hr&urgency=3&mine=1&q=dam%20Mostar&before=7353882484088844")]
    public void The_address_is_the_view(string address)
    {
        var query = address.Contains('?', StringComparison.Ordinal) ? address[address.IndexOf('?', StringComparison.Ordinal)..] : "";
        Assert.Equal(address, QueueView.Read(new QueryCollection(QueryHelpers.ParseQuery(query))).Address());
    }

    [Fact]
    public void An_address_that_cannot_be_read_asks_for_nothing()
    {
        var view = QueueView.Read(new QueryCollection(QueryHelpers.ParseQuery("?state=flying&state=99&urgency=-1&before=x&mine=yes&q=%00%07")));
        Assert.Equal("/desk", view.Address());
    }

    [Fact]
    public async Task Older_stories_are_a_page_away_and_none_is_skipped()
    {
        await using var newsroom = await RunningNewsroom.StartAsync();
        using var ana = await DeskVisitor.SignedInAsync(newsroom);
        const int Stories = QueueEndpoints.RowsOnAPage + 7;
        for (var number = 1; number <= Stories; number++)
            await newsroom.Store.WriteStoryAsync(new Copy { Headline = $"Story {number:000}" }, "Ana Marić", Cancel);
        var first = await ana.PageAsync("/desk");
        var older = first.Split("rel=\"next\"")[0].Split("href=\"")[^1].Split('"')[0];
        var second = await ana.PageAsync(older);
        for (var number = 1; number <= Stories; number++)
            Assert.True(first.Contains($">Story {number:000}<", StringComparison.Ordinal) ^ second.Contains($">Story {number:000}<", StringComparison.Ordinal), $"Story {number}");
    }

    [Fact]
    public async Task The_live_queue_sends_what_comes_in_and_what_changes()
    {
        await using var newsroom = await RunningNewsroom.StartAsync();
        using var ana = await DeskVisitor.SignedInAsync(newsroom);
        var there = await newsroom.Store.WriteStoryAsync(new Copy { Headline = "There before" }, "Ana Marić", Cancel);
        var newest = (await newsroom.Store.FindStoryAsync(there, Cancel))!.Row.Key;
        using var answer = await ana.Http.GetAsync(new Uri($"/desk/live?after={newest}", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, Cancel);
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType!.MediaType);
        using var lines = new StreamReader(await answer.Content.ReadAsStreamAsync(Cancel));
        Assert.Equal("retry: 2000", await lines.ReadLineAsync(Cancel));

        await newsroom.Store.WriteStoryAsync(new Copy { Headline = "Comes in & waits" }, "Ana Marić", Cancel);
        var came = await EventAsync(lines);
        Assert.Contains("event: new", came, StringComparison.Ordinal);
        Assert.Contains("Comes in & waits", came, StringComparison.Ordinal);
        Assert.DoesNotContain("There before", came, StringComparison.Ordinal);

        await newsroom.Store.SaveVersionAsync(there, new Copy { Headline = "There, changed" }, 1, "Ana Marić", Cancel);

        // A ring that came while the new story was being sent sends its row once more: at least once, never not at all.
        var changed = await EventAsync(lines);
        if (changed.Contains("Comes in & waits", StringComparison.Ordinal))
            changed = await EventAsync(lines);
        Assert.Contains("event: row", changed, StringComparison.Ordinal);
        Assert.Contains("There, changed", changed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_live_queue_heeds_the_views_filter()
    {
        await using var newsroom = await RunningNewsroom.StartAsync();
        using var ana = await DeskVisitor.SignedInAsync(newsroom);
        using var answer = await ana.Http.GetAsync(new Uri("/desk/live?section=world&after=0", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, Cancel);
        using var lines = new StreamReader(await answer.Content.ReadAsStreamAsync(Cancel));
        await lines.ReadLineAsync(Cancel);
        await newsroom.Store.WriteStoryAsync(new Copy { Headline = "A sport story", Section = "sport" }, "Ana Marić", Cancel);
        await newsroom.Store.WriteStoryAsync(new Copy { Headline = "A world story", Section = "world" }, "Ana Marić", Cancel);
        var came = await EventAsync(lines);
        Assert.Contains("A world story", came, StringComparison.Ordinal);
        Assert.DoesNotContain("A sport story", came, StringComparison.Ordinal);
    }

    private static async Task<string> EventAsync(StreamReader lines)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        var text = new System.Text.StringBuilder();
        while (await lines.ReadLineAsync(patience.Token) is { } line)
        {
            if (line.Length == 0 && text.Length > 0)
                break;
            if (line.Length > 0 && line[0] != ':')
                text.AppendLine(line);
        }

        return WebUtility.HtmlDecode(text.ToString());
    }
}
