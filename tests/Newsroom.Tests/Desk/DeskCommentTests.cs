using System.Net;
using Wireroom.Newsroom.Desk.Access;

namespace Wireroom.Newsroom.Tests.Desk;

/// <summary>Comments through real HTTP, without script.</summary>
public sealed class DeskCommentTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task Comments_stand_beside_the_story_warn_before_a_release_and_bind_nothing(TestDatabase database)
    {
        await using var newsroom = await RunningNewsroom.StartAsync(database);
        using var ana = await DeskVisitor.SignedInAsync(newsroom);
        using var ivo = await DeskVisitor.SignedInAsync(newsroom, "Ivo Babić", "ivo@courier.example", Roles.Reporter);
        var story = await newsroom.Store.WriteStoryAsync(Site.Press.Copy("Ferry aground"), "Ana Marić", Cancel);
        var page = $"/desk/story/{story}";

        // A reporter comments in a story that somebody else has.
        using (var said = await ivo.PostAsync($"{page}/comment", page, ("words", "<b>Which ferry?</b>"), ("passage", "Ferry aground, paragraph 1."), ("start", "0")))
            Assert.StartsWith($"{page}#comment-", said.Headers.Location!.ToString(), StringComparison.Ordinal);
        var key = (await newsroom.Store.CommentsAsync(story, Cancel))[0].Id;
        var shown = await ana.Http.GetStringAsync(new Uri(page, UriKind.Relative), Cancel);
        Assert.Contains("&lt;b&gt;Which ferry?&lt;/b&gt;", shown, StringComparison.Ordinal);
        Assert.Contains("1 comment</span>", shown, StringComparison.Ordinal);
        Assert.Contains("1 comment</span>", await ana.PageAsync("/desk"), StringComparison.Ordinal);
        Assert.Contains("One comment of the desk is not settled", await ana.PageAsync($"{page}/release"), StringComparison.Ordinal);

        Assert.Contains("Write something", (await ana.SayAsync($"{page}/comment/{key}/answer", page, ($"answer-{key}", " "))).Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await ana.SayAsync($"{page}/comment/1/answer", page, ("answer-1", "Nobody's"))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await ana.SayAsync($"{page}/comment", page, ("words", new string('x', 4001)))).Status);
        using (await ana.PostAsync($"{page}/comment/{key}/answer", page, ($"answer-{key}", "The Petar."), ("answer-1", "of another")))
            Assert.Equal(["<b>Which ferry?</b>", "The Petar."], (await newsroom.Store.CommentsAsync(story, Cancel))[0].Lines.Select(line => line.Words));

        // It binds nothing.
        await newsroom.Store.ReleaseAsync(story, Wireroom.Storage.ReleaseOrder.Now, "Ana Marić", Cancel);
        using (await ivo.PostAsync($"{page}/comment/{key}/settle", page))
            Assert.Contains("Settled by Ivo Babić", await ana.PageAsync(page), StringComparison.Ordinal);
        Assert.DoesNotContain("1 comment</span>", await ana.PageAsync("/desk"), StringComparison.Ordinal);
        using (await ana.PostAsync($"{page}/comment/{key}/reopen", page))
            Assert.Equal(1, (await newsroom.Store.FindRowAsync(story, Cancel))!.Comments);
    }
}
