using Wireroom.Newsroom.Desk.Editor;
using Wireroom.Newsroom.Tests.Desk;
using Wireroom.Storage;
using Wireroom.Stories;
using Wireroom.Stories.Body;
using Wireroom.Wire;

namespace Wireroom.Newsroom.Tests.Storage;

/// <summary>Suggestions are kept with a version, and bind.</summary>
public sealed class SuggestionTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task A_story_with_a_suggestion_does_not_go_out_until_it_is_settled(TestDatabase database)
    {
        await using var test = await StorageTest.OnAsync(database);
        var store = test.Store;
        var (body, suggested, _) = EditorDraft.Read(SuggestedBodyTests.Text(), "Ivo", test.Clock.GetUtcNow());
        var copy = StorageTest.Copy("Ferry") with { Body = body };
        var story = await store.WriteStoryAsync(copy with { Body = [] }, "Ana", Cancel);
        Assert.Equal(CheckState.NotRequired, await StateAsync(store, story));
        await store.SaveVersionAsync(story, copy, 1, "Ivo", Cancel, suggested: suggested);
        Assert.Equal(suggested, (await store.FindStoryAsync(story, Cancel))!.Head.Suggested);
        Assert.Equal(CheckState.Needed, await StateAsync(store, story));
        var refused = await Assert.ThrowsAsync<MoveRefusedException>(() => store.ReleaseAsync(story, ReleaseOrder.Now, "Ana", Cancel));
        Assert.Contains("5 suggestions are neither accepted nor rejected: Ivo puts “sank” for “ran aground” in block 1", refused.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<MoveRefusedException>(() => store.CheckAsync(story, CheckKind.Suggestions, CheckState.Approved, "Ana", Cancel));
        Assert.Equal(10, (await store.FindRowAsync(story, Cancel))!.Words); // as it would go out: nothing proposed is counted

        // A schedule is a release, too.
        await Assert.ThrowsAsync<MoveRefusedException>(() => store.ReleaseAsync(story, new ReleaseOrder { At = test.Clock.GetUtcNow().AddHours(1) }, "Ana", Cancel));

        // Only the suggestions change: a version; nothing changes: none.
        Assert.Equal(2, await store.SaveVersionAsync(story, copy, 2, "Ivo", Cancel, suggested: suggested));
        Assert.Equal(3, await store.SaveVersionAsync(story, copy, 2, "Ana", Cancel, suggested: ""));
        Assert.Equal(CheckState.Approved, await StateAsync(store, story));
        await store.ReleaseAsync(story, ReleaseOrder.Now, "Ana", Cancel);
        Assert.Equal("The ferry ran aground off Vis.\n\nThe harbour\n\nstays\n\ngoes", BodyText.Of((await test.Released.FindAsync(story, Cancel))!.Copy.Body));
        Assert.Equal(suggested, (await store.FindVersionAsync(story, 2, Cancel))!.Suggested);
    }

    [Theory, EachDatabase]
    public async Task Who_knows_of_no_suggestions_does_not_lose_them(TestDatabase database)
    {
        await using var test = await StorageTest.OnAsync(database);
        var store = test.Store;
        var (body, suggested, _) = EditorDraft.Read(SuggestedBodyTests.Text(), "Ivo", test.Clock.GetUtcNow());
        var copy = StorageTest.Copy("Ferry") with { Body = body };
        var story = await store.WriteStoryAsync(copy, "Ivo", Cancel, suggested: suggested);
        await store.SaveVersionAsync(story, copy with { Headline = "Ferry aground" }, 1, "Ana", Cancel);
        Assert.Equal(suggested, (await store.FindStoryAsync(story, Cancel))!.Head.Suggested);
        Assert.Contains("suggestions in the text", (await Assert.ThrowsAsync<MoveRefusedException>(
            () => store.SaveVersionAsync(story, copy with { Body = [new Paragraph(RichText.Of("Another."))] }, 2, "Ana", Cancel))).Message, StringComparison.Ordinal);

        // A comment stands on what is proposed, and goes along.
        var key = await store.CommentAsync(story, new CommentedPassage("All 40 were saved.", 0), "Who says so?", 1, "Ana", Cancel);
        Assert.Equal("All 40 were saved.", (await store.CommentsAsync(story, Cancel)).Single(thread => thread.Id == key).Passage);
        await store.SaveVersionAsync(story, copy, 2, "Ana", Cancel, suggested: "");
        Assert.True((await store.CommentsAsync(story, Cancel)).Single().HasLostItsPassage);
    }

    [Theory, EachDatabase]
    public async Task The_wires_embargo_over_our_text_leaves_its_suggestions(TestDatabase database)
    {
        await using var test = await StorageTest.OnAsync(database);
        var store = test.Store;
        var item = test.Item("1", StorageTest.Copy("Ferry"));
        var story = await store.TakeNewAsync(item, Cancel);
        var (body, suggested, _) = EditorDraft.Read(SuggestedBodyTests.Text(), "Ivo", test.Clock.GetUtcNow());
        await store.SaveVersionAsync(story, StorageTest.Copy("Ferry") with { Body = body }, 1, "Ivo", Cancel, suggested: suggested);
        var until = new Embargo(test.Clock.GetUtcNow().AddHours(6));
        var update = test.Item("1", StorageTest.Copy("Ferry sinks") with { Embargo = until }, WireSignal.Update, 2);
        await store.TakeUpdateAsync(update with { Item = update.Item with { Embargo = new WireEmbargo("", until.Until) } }, story, follow: false, Cancel);
        var head = (await store.FindStoryAsync(story, Cancel))!.Head;
        Assert.Equal((until.Until, suggested), (head.Copy.Embargo?.Until, head.Suggested));
    }

    private static async Task<CheckState> StateAsync(Store store, StoryId story) => (await store.FindRowAsync(story, Cancel)) is { } row ? row.Checks.StateOf(CheckKind.Suggestions, row.HeadVersion) : default;
}
