using System.Net;
using Wireroom.Newsroom.Tests.Site;
using Wireroom.Storage;
using Wireroom.Stories;
using Wireroom.Stories.Planning;
using static Wireroom.Newsroom.Tests.Site.Press;

namespace Wireroom.Newsroom.Tests.Desk;

/// <summary>A desk's stories by their stage.</summary>
public sealed class DeskBoardTests
{
    [Theory, EachDatabase]
    public async Task Each_stage_counts_its_stories_and_their_words_desk_by_desk(TestDatabase database)
    {
        await using var newsroom = await RunningNewsroom.StartAsync(database);
        var store = newsroom.Store;
        using var ana = await DeskVisitor.SignedInAsync(newsroom);
        await store.SaveDesksAsync([new NewsDesk("news", "News", 0), new NewsDesk("sport", "Sport", 1)], Cancel);
        var (draft, other, approved) = (await WriteAsync("Dam holds"), await WriteAsync("Match lost"), await WriteAsync("Quay opens"));
        await store.PutOnDeskAsync(draft, "news", Cancel);
        await store.PutOnDeskAsync(other, "sport", Cancel);
        await store.PutOnDeskAsync(approved, "news", Cancel);
        await store.MoveAsync(approved, Move.Approve, "Ivo", Cancel);
        await store.AssignAsync(new Assignment { Story = draft, Kind = "picture" }, "Ivo", Cancel);
        var (released, _) = await newsroom.ReleaseAsync(Copy("Ferry sails"));
        var words = (await store.FindStoryAsync(draft, Cancel))!.Row.Words;
        Assert.True(words > 0);

        var all = await ana.PageAsync("/desk/board");
        Assert.Equal(["0 stories, 0 words", $"2 stories, {words * 2} words", $"1 story, {words} words", "0 stories, 0 words", $"1 story, {(await store.FindStoryAsync(released, Cancel))!.Row.Words} words"], Totals(all));
        var news = await ana.PageAsync("/desk/board?desk=news");
        Assert.Equal(["0 stories, 0 words", $"1 story, {words} words", $"1 story, {words} words", "0 stories, 0 words", "0 stories, 0 words"], Totals(news));
        Assert.Contains("picture to come", news, StringComparison.Ordinal);
        Assert.DoesNotContain("Match lost", news, StringComparison.Ordinal);
        Assert.Contains("Ferry sails", await ana.PageAsync("/desk/board?desk=none"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await ana.GetAsync("/desk/board?desk=nowhere")).Status);

        async Task<StoryId> WriteAsync(string headline) => await store.WriteStoryAsync(Copy(headline), "Ivo", Cancel);
    }

    private static IEnumerable<string> Totals(string page) => page.Split("class=\"stage-total\">").Skip(1).Select(part => part[..part.IndexOf('<', StringComparison.Ordinal)]);
}
