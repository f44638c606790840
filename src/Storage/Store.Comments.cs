using Wireroom.Stories;
using Wireroom.Stories.Body;

namespace Wireroom.Storage;

/// <summary>There is no such comment.</summary>
public sealed class NoSuchCommentException() : Exception("There is no such comment any more. Load the page again.");

public sealed partial class Store
{
    /// <summary>What the desk says of the story, oldest first. It stands in tables of its own, which no public query reads.</summary>
    public Task<IReadOnlyList<CommentThread>> CommentsAsync(StoryId story, CancellationToken cancel) => ReadAsync<IReadOnlyList<CommentThread>>(
        async reading => [.. from row in await reading.ListAsync<CommentColumns>("select * from comments where story = @Value order by thread, id", new { story.Value })
            group row by row.Thread into thread
            select ThreadOf([.. thread])],
        cancel);

    /// <summary>Comments on a passage of the story's newest version, or on the story as a whole. Returns the comment's number.</summary>
    public Task<long> CommentAsync(StoryId story, CommentedPassage on, string words, long person, string by, CancellationToken cancel) => WriteAsync(
        async writing =>
        {
            await StoryRowAsync(writing, story);
            var id = await NextKeyAsync(writing, "comments", "id", Now);
            var place = on.Words.Length > 0 ? PassageTrail.Find(TextOf(await HeadAsync(writing, story)), on.Words, on.Start) : null;
            await writing.RunAsync(
                """
                insert into comments (id, story, thread, words, person, made_by, made_at, quote, passage, starts, ends)
                values (@id, @Value, @id, @words, @person, @by, @Now, @quote, @quote, @starts, @ends)
                """,
                new { id, story.Value, words, person, by, Now, quote = on.Words, starts = place?.Start ?? -1, ends = place?.End ?? -1 });
            await CountCommentsAsync(writing, story);
            await MentionAsync(writing, story, id, words, by);
            return id;
        },
        cancel);

    /// <summary>Answers a comment. One that was settled is open again: somebody has more to say.</summary>
    /// <exception cref="NoSuchCommentException">There is none of that number in the story.</exception>
    public Task<long> AnswerCommentAsync(StoryId story, long thread, string words, long person, string by, CancellationToken cancel) => WriteAsync(
        async writing =>
        {
            await ReopenAsync(writing, story, thread);
            var id = await NextKeyAsync(writing, "comments", "id", Now);
            await writing.RunAsync(
                "insert into comments (id, story, thread, words, person, made_by, made_at) values (@id, @Value, @thread, @words, @person, @by, @Now)",
                new { id, story.Value, thread, words, person, by, Now });
            await CountCommentsAsync(writing, story);
            await MentionAsync(writing, story, thread, words, by);
            return id;
        },
        cancel);

    /// <summary>Settles a comment with its answers, or opens it again.</summary>
    /// <exception cref="NoSuchCommentException">There is none of that number in the story.</exception>
    public Task SettleCommentAsync(StoryId story, long thread, bool settled, string by, CancellationToken cancel) => WriteAsync(
        async writing =>
        {
            await ReopenAsync(writing, story, thread);
            if (settled)
                await writing.RunAsync("update comments set settled_by = @by, settled_at = @Now where id = @thread", new { by, Now, thread });
            await CountCommentsAsync(writing, story);
        },
        cancel);

    private static async Task ReopenAsync(Writing writing, StoryId story, long thread)
    {
        if (await writing.RunAsync("update comments set settled_by = '', settled_at = null where id = @thread and thread = @thread and story = @Value", new { thread, story.Value }) == 0)
            throw new NoSuchCommentException();
    }

    private async Task CountCommentsAsync(Writing writing, StoryId story)
    {
        await writing.RunAsync(
            "update stories set comments = (select count(*) from comments c where c.story = @Value and c.thread = c.id and c.settled_at is null), commented_at = @Now where id = @Value",
            new { story.Value, Now });
        writing.Ring(RingKind.Queue, story.Value);
    }

    /// <summary>Every comment goes along with its passage from the version before to the new one; what was gone and stands there again is found.</summary>
    private async Task FollowPassagesAsync(Writing writing, StoryId story, string was, string now)
    {
        if (was == now)
            return;
        var changed = false;
        foreach (var row in await writing.ListAsync<CommentColumns>("select * from comments where story = @Value and thread = id and quote <> ''", new { story.Value }))
        {
            var place = row.Place is { } before
                ? PassageTrail.Follow(was, now, before)
                : PassageTrail.Find(now, row.Passage, 0) ?? PassageTrail.Find(now, row.Quote, 0);
            if (place == row.Place && place?.Of(now) == row.Passage)
                continue;
            changed = true;
            await writing.RunAsync(
                "update comments set starts = @starts, ends = @ends, passage = @passage where id = @Id",
                new { row.Id, starts = place?.Start ?? -1, ends = place?.End ?? -1, passage = place?.Of(now) ?? row.Passage });
        }

        if (changed)
            await writing.RunAsync("update stories set commented_at = @Now where id = @Value", new { Now, story.Value });
    }

    /// <summary>The text in which passages are found.</summary>
    private static string TextOf(Stories.Version version) => TextOf(version.Copy, version.Suggested);

    private static string TextOf(Copy copy, string suggested) => suggested.Length > 0 ? SuggestedBody.TextOf(suggested) : PassageTrail.TextOf(copy.Body);

    private static CommentThread ThreadOf(IReadOnlyList<CommentColumns> rows)
    {
        var first = rows[0];
        return new CommentThread(first.Id, new StoryId(first.Story))
        {
            Quote = first.Quote,
            Passage = first.Passage,
            Place = first.Place,
            Lines = [.. rows.Select(row => new CommentLine(row.Id, row.Words, row.Made_By, DateTimeOffset.FromUnixTimeMilliseconds(row.Made_At)))],
            SettledBy = first.Settled_By,
            SettledAt = first.Settled_At is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null,
        };
    }

    private sealed class CommentColumns
    {
        public long Id { get; init; }

        public long Story { get; init; }

        public long Thread { get; init; }

        public string Words { get; init; } = "";

        public string Made_By { get; init; } = "";

        public long Made_At { get; init; }

        public string Quote { get; init; } = "";

        public string Passage { get; init; } = "";

        public long Starts { get; init; }

        public long Ends { get; init; }

        public string Settled_By { get; init; } = "";

        public long? Settled_At { get; init; }

        public Stretch? Place => Starts < 0 ? null : new Stretch((int)Starts, (int)Ends);
    }
}
