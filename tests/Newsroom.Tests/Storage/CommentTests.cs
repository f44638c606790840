using Wireroom.Storage;
using Wireroom.Stories;
using Wireroom.Stories.Body;

namespace Wireroom.Newsroom.Tests.Storage;

/// <summary>Comments beside a story: their passages go along from version to version.</summary>
public sealed class CommentTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task A_comment_stays_with_its_passage_and_without_it(TestDatabase database)
    {
        await using var test = await StorageTest.OnAsync(database);
        var store = test.Store;
        var story = await store.WriteStoryAsync(StorageTest.Copy("Ferry", "The ferry ran aground. Nobody was hurt, police said."), "Ana", Cancel);
        var key = await store.CommentAsync(story, new CommentedPassage("Nobody was hurt", 23), "Who says so?", 7, "Ivo", Cancel);
        var whole = await store.CommentAsync(story, CommentedPassage.None, "Too long.", 7, "Ivo", Cancel);
        Assert.Equal(("Nobody was hurt", 23, "Who says so?", "Ivo"), await OneAsync(store, story, key));
        Assert.Equal(2, (await store.FindRowAsync(story, Cancel))!.Comments);

        // Somebody writes before it, and into it.
        await EditAsync(test, story, "On Monday the ferry ran aground. Nobody at all was hurt, police said.");
        Assert.Equal(("Nobody at all was hurt", 33, "Who says so?", "Ivo"), await OneAsync(store, story, key));

        // Deleted: the comment stays, with what it was said of; and finds the passage when it is there again.
        await EditAsync(test, story, "On Monday the ferry ran aground.");
        var lost = await FindAsync(store, story, key);
        Assert.True(lost.HasLostItsPassage);
        Assert.Equal("Nobody was hurt", lost.Quote);
        await EditAsync(test, story, "Nobody at all was hurt. On Monday the ferry ran aground.");
        Assert.Equal(0, (await FindAsync(store, story, key)).Place?.Start);
        Assert.False((await FindAsync(store, story, whole)).HasLostItsPassage);
    }

    [Theory, EachDatabase]
    public async Task A_comment_is_answered_settled_and_opened_again(TestDatabase database)
    {
        await using var test = await StorageTest.OnAsync(database);
        var store = test.Store;
        var story = await store.WriteStoryAsync(StorageTest.Copy("Ferry"), "Ana", Cancel);
        Assert.False((await store.FindRowAsync(story, Cancel))!.Commented);
        var key = await store.CommentAsync(story, CommentedPassage.None, "Call the harbour.", 7, "Ivo", Cancel);
        test.Clock.Advance(TimeSpan.FromMinutes(1));
        await store.AnswerCommentAsync(story, key, "Done.", 8, "Ana", Cancel);
        await store.SettleCommentAsync(story, key, true, "Ana", Cancel);
        var thread = await FindAsync(store, story, key);
        Assert.Equal(["Call the harbour.", "Done."], thread.Lines.Select(line => line.Words));
        Assert.Equal(("Ana", test.Clock.GetUtcNow()), (thread.SettledBy, thread.SettledAt));
        Assert.Equal((0, true), (await store.FindRowAsync(story, Cancel) is { } row ? (row.Comments, row.Commented) : default));

        // Whoever answers what was settled has more to say.
        await store.AnswerCommentAsync(story, key, "They call back.", 7, "Ivo", Cancel);
        Assert.True((await FindAsync(store, story, key)).IsOpen);
        await store.SettleCommentAsync(story, key, true, "Ivo", Cancel);
        await store.SettleCommentAsync(story, key, false, "Ivo", Cancel);
        Assert.Equal(1, (await store.FindRowAsync(story, Cancel))!.Comments);

        // Neither another story's comment nor an answer is a thread.
        var other = await store.WriteStoryAsync(StorageTest.Copy("Other"), "Ana", Cancel);
        await Assert.ThrowsAsync<NoSuchCommentException>(() => store.SettleCommentAsync(other, key, true, "Ana", Cancel));
        await Assert.ThrowsAsync<NoSuchCommentException>(() => store.AnswerCommentAsync(story, thread.Lines[1].Id, "No.", 8, "Ana", Cancel));
    }

    private static Task EditAsync(StorageTest test, StoryId story, string body) => test.EditAsync(story, copy => copy with { Body = [new Paragraph(RichText.Of(body))] });

    private static async Task<CommentThread> FindAsync(Store store, StoryId story, long key) => (await store.CommentsAsync(story, Cancel)).Single(thread => thread.Id == key);

    private static async Task<(string, int, string, string)> OneAsync(Store store, StoryId story, long key) =>
        await FindAsync(store, story, key) is var thread ? (thread.Passage, thread.Place?.Start ?? -1, thread.Lines[0].Words, thread.Lines[0].By) : default;
}
