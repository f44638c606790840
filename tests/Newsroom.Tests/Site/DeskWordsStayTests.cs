using Microsoft.Extensions.Time.Testing;
using Wireroom.Newsroom.Desk.Editor;
using Wireroom.Newsroom.Tests.Desk;
using Wireroom.Storage;
using Wireroom.Stories;

namespace Wireroom.Newsroom.Tests.Site;

/// <summary>What the desk says to itself reaches no reader: no comment, no answer, no name in one, no note, and nothing that is only suggested.</summary>
public sealed class DeskWordsStayTests
{
    private static readonly string[] Secrets = ["sekretcomment", "sekretanswer", "sekretnote", "sekretpassage", "sekretproposal", "sekretblock"];

    [Theory, EachDatabase]
    public async Task No_public_door_shows_a_word_of_it(TestDatabase database)
    {
        // Ahead of the machine's own clock: the cookie of a session that began in its past would have lapsed.
        var clock = new FakeTimeProvider(new DateTimeOffset(2027, 3, 3, 12, 0, 0, TimeSpan.Zero));
        await using var newsroom = await RunningNewsroom.StartAsync(database, clock);
        using var ana = await DeskVisitor.SignedInAsync(newsroom);
        var store = newsroom.Store;
        var copy = Press.Copy("Ferry aground") with { EdNote = "sekretnote @Ana Marić" };
        var (story, address) = await newsroom.ReleaseAsync(copy);
        var key = await store.CommentAsync(story, new CommentedPassage("Ferry aground, paragraph 1.", 0), "sekretcomment @Ana Marić", 1, "Ivo", Press.Cancel);
        await store.AnswerCommentAsync(story, key, "sekretanswer", 1, "Ivo", Press.Cancel);
        await store.CommentAsync(story, new CommentedPassage("sekretpassage", 0), "sekretcomment", 1, "Ivo", Press.Cancel);

        // Suggested through the editor's own door, in a story that is out, and then rejected and released again.
        const string Mark = "{\"id\":\"x\",\"by\":\"Ivo\",\"at\":1}";
        var text = $$$"""[{"kind":"paragraph","text":[{"t":"The ferry stands"},{"t":" sekretproposal","ins":{{{Mark}}}},{"t":" off Vis.","del":{{{Mark}}}}]},{"kind":"paragraph","text":[{"t":"sekretblock"}],"sug":{"kind":"ins","id":"y","by":"Ivo","at":1}}]""";
        using (await ana.PostAsync($"/desk/story/{story}/save", "/desk/me", DeskVisitor.Form(1, "Ferry aground", text, ("ednote", "sekretnote"))))
        using (await ana.PostAsync($"/desk/story/{story}/release", "/desk/me", ("version", "2"), ("sources-checked", "1")))
            Assert.Equal((2, 1), await store.FindRowAsync(story, Press.Cancel) is { } row ? (row.HeadVersion, row.ReleasedVersion) : default);
        Assert.Contains("neither accepted nor rejected: Ana Marić", await ana.PageAsync($"/desk/story/{story}/release"), StringComparison.Ordinal);
        await LookAsync(newsroom, clock, story, address);
        var rejected = EditorDraft.Of(copy, EditorDraft.Blocks(new Draft((await store.FindVersionAsync(story, 2, Press.Cancel))!.Copy))).Copy;
        await store.SaveVersionAsync(story, rejected, 2, "Ana Marić", Press.Cancel, suggested: "");
        await store.ReleaseAsync(story, ReleaseOrder.Now, "Ana Marić", Press.Cancel);
        Assert.Contains("The ferry stands off Vis.", await newsroom.GetAsync(address), StringComparison.Ordinal);
        await LookAsync(newsroom, clock, story, address);

        // At the desk all of it is there.
        var desk = await ana.PageAsync($"/desk/story/{story}?v=2") + await ana.PageAsync($"/desk/story/{story}");
        Assert.All(Secrets, secret => Assert.Contains(secret, desk, StringComparison.Ordinal));
    }

    private static async Task LookAsync(RunningNewsroom newsroom, FakeTimeProvider clock, StoryId story, string address)
    {
        var readers = new SharedCache(newsroom.Http, clock);
        string[] more = [.. Secrets.SelectMany(secret => new[] { $"/search?q={secret}", $"/search/feed.xml?q={secret}" }),
            address, $"{address}/history", $"/lite{address}", "/lite", "/feed.json", "/atom.xml", "/feed.atom", $"{address}/feed.xml", $"{address}.json", $"/live/story/{story}", "/topic/harbours", "/topic/harbours/feed.xml", "/llms.txt", "/search?q=ferry", "/search/feed.xml?q=ferry"];
        var seen = 0;
        foreach (var door in (await PublicDoors.AllAsync(readers, more)).Distinct())
        {
            var answer = await readers.GetAsync(door);
            seen += answer.Body.Contains("Ferry aground", StringComparison.Ordinal) ? 1 : 0;

            // A search repeats what was looked for, and finds nothing.
            foreach (var secret in Secrets.Where(secret => !door.Contains(secret, StringComparison.Ordinal)))
                Assert.False(answer.Body.Contains(secret, StringComparison.OrdinalIgnoreCase), $"{door} shows {secret}");
            if (door.StartsWith("/search/feed.xml?q=sekret", StringComparison.Ordinal))
                Assert.DoesNotContain("Ferry aground", answer.Body, StringComparison.Ordinal);
        }

        Assert.True(seen >= 8, $"Only {seen} doors show the story at all.");
    }
}
