using System.Globalization;
using Wireroom.Newsroom.Desk.Access;
using Wireroom.Newsroom.Desk.Editor;
using Wireroom.Newsroom.Desk.Frame;
using Wireroom.Newsroom.Desk.SignIn;
using Wireroom.Newsroom.Desk.Story;
using Wireroom.Storage;

namespace Wireroom.Newsroom.Desk.Comments;

/// <summary>What the desk says to itself beside a story: comments on passages or on the whole, answers, and that one is settled. Nothing of it ever leaves the desk.</summary>
public static class CommentEndpoints
{
    private const int LongestComment = 4000;
    private const int LongestPassage = 20_000;

    /// <summary><c>/desk/story/{id}/comments</c>, <c>/comment</c>, <c>/comment/{key}/answer</c>, <c>/settle</c>, <c>/reopen</c>.</summary>
    public static void MapComments(this RouteGroupBuilder desk)
    {
        desk.MapGet("/story/{id}/comments", ListAsync).Needs(Right.Read);
        desk.MapPost("/story/{id}/comment", CommentAsync).Needs(Right.Comment, "comment");
        desk.MapPost("/story/{id}/comment/{key:long}/answer", AnswerAsync).Needs(Right.Comment, "answer a comment");
        desk.MapPost("/story/{id}/comment/{key:long}/settle", (HttpContext context, string id, long key, DeskPages pages, Store store) => SettleAsync(context, id, key, true, pages, store)).Needs(Right.Comment, "settle a comment");
        desk.MapPost("/story/{id}/comment/{key:long}/reopen", (HttpContext context, string id, long key, DeskPages pages, Store store) => SettleAsync(context, id, key, false, pages, store)).Needs(Right.Comment, "open a comment again");
    }

    /// <summary>The list as the pages show it.</summary>
    public static async Task<CommentsModel> ModelAsync(FrameModel frame, Store store, QueueRow row, bool onPassages, CancellationToken cancel) => new(
        frame, row, row.Commented ? await store.CommentsAsync(row.Story, cancel) : [], onPassages);

    private static async Task<IResult> ListAsync(HttpContext context, string id, DeskPages pages, Store store) =>
        await StoryEndpoints.FindRowAsync(store, id, context.RequestAborted) is { } row
            ? DeskPages.Show(CommentList.Create(await ModelAsync(await pages.FrameAsync(context, ""), store, row, context.Request.Query["editor"] == "1", context.RequestAborted)))
            : await StoryEndpoints.NoSuchStoryAsync(context, pages);

    private static async Task<IResult> CommentAsync(HttpContext context, string id, DeskPages pages, Store store)
    {
        var (form, cancel) = (context.Request.Form, context.RequestAborted);
        if (await StoryEndpoints.FindRowAsync(store, id, cancel) is not { } row)
            return await StoryEndpoints.NoSuchStoryAsync(context, pages);
        var (words, fault) = Words(form["words"]);
        var passage = form["passage"].ToString().ReplaceLineEndings("\n");
        if (passage.Length > LongestPassage)
            fault ??= $"The passage is longer than {LongestPassage} characters; select less, or comment on the whole story.";
        if (fault is not null)
            return await pages.MessageAsync(context, StatusCodes.Status400BadRequest, "Not taken", fault);
        var start = int.TryParse(form["start"], NumberStyles.None, CultureInfo.InvariantCulture, out var at) ? at : 0;
        var key = await store.CommentAsync(row.Story, string.IsNullOrWhiteSpace(passage) ? CommentedPassage.None : new(passage, start), words, context.PersonId(), context.PersonName(), cancel);
        return await DoneAsync(context, row, key, "Your comment stands beside the story.", pages, store);
    }

    private static async Task<IResult> AnswerAsync(HttpContext context, string id, long key, DeskPages pages, Store store)
    {
        if (await StoryEndpoints.FindRowAsync(store, id, context.RequestAborted) is not { } row)
            return await StoryEndpoints.NoSuchStoryAsync(context, pages);
        // The page's one form holds the fields of all answers; each is named after its comment.
        var (words, fault) = Words(context.Request.Form[string.Create(CultureInfo.InvariantCulture, $"answer-{key}")]);
        if (fault is not null)
            return await pages.MessageAsync(context, StatusCodes.Status400BadRequest, "Not taken", fault);
        return await OnAsync(context, row, key, "Your answer stands below the comment.", pages, store, () => store.AnswerCommentAsync(row.Story, key, words, context.PersonId(), context.PersonName(), context.RequestAborted));
    }

    private static async Task<IResult> SettleAsync(HttpContext context, string id, long key, bool settled, DeskPages pages, Store store) =>
        await StoryEndpoints.FindRowAsync(store, id, context.RequestAborted) is { } row
            ? await OnAsync(context, row, key, settled ? "Settled. It stands below, and can be opened again." : "It is open again.", pages, store,
                () => store.SettleCommentAsync(row.Story, key, settled, context.PersonName(), context.RequestAborted))
            : await StoryEndpoints.NoSuchStoryAsync(context, pages);

    private static async Task<IResult> OnAsync(HttpContext context, QueueRow row, long key, string said, DeskPages pages, Store store, Func<Task> act)
    {
        try
        {
            await act();
        }
        catch (NoSuchCommentException none)
        {
            return await pages.MessageAsync(context, StatusCodes.Status404NotFound, "No such comment", none.Message);
        }

        return await DoneAsync(context, row, key, said, pages, store);
    }

    private static async Task<IResult> DoneAsync(HttpContext context, QueueRow row, long key, string message, DeskPages pages, Store store)
    {
        if (!DeskPages.WantsJson(context))
            return Results.Redirect($"/desk/story/{row.Story}#comment-{key}");
        row = (await store.FindRowAsync(row.Story, context.RequestAborted))!;
        var model = await ModelAsync(await pages.FrameAsync(context, ""), store, row, context.Request.Form["editor"] == "1", context.RequestAborted);
        return Results.Json(new { message, key = key.ToString(CultureInfo.InvariantCulture), commented = row.CommentedAt, html = await DeskPages.HtmlAsync(CommentList.Create(model), context.RequestAborted) });
    }

    private static (string Words, string? Fault) Words(string? typed)
    {
        var words = EditorBody.Clean((typed ?? "").ReplaceLineEndings("\n"), lines: true).Trim();
        return (words, words.Length == 0 ? "Write something before it is sent." : words.Length > LongestComment ? $"A comment has at most {LongestComment} characters; this one has {words.Length}." : null);
    }
}

/// <summary>The comments of a story beside it.</summary>
/// <param name="Frame">The frame.</param>
/// <param name="Row">The story's row.</param>
/// <param name="Threads">The comments, oldest first.</param>
/// <param name="OnPassages">True in the editor, where a comment begins with a passage that is selected.</param>
public sealed record CommentsModel(FrameModel Frame, QueueRow Row, IReadOnlyList<CommentThread> Threads, bool OnPassages)
{
    /// <summary>The story's address on the desk.</summary>
    public string Address => $"/desk/story/{Row.Story}";

    /// <summary>True where whoever asks may comment.</summary>
    public bool MayComment => Frame.May(Right.Comment);

    /// <summary>Those that nobody has settled, in the order of the text; those without a passage come last.</summary>
    public IReadOnlyList<CommentThread> Open { get; } = [.. Threads.Where(thread => thread.IsOpen).OrderBy(thread => thread.Place?.Start ?? int.MaxValue).ThenBy(thread => thread.Id)];

    /// <summary>Those that are settled, the last first.</summary>
    public IReadOnlyList<CommentThread> Settled { get; } = [.. Threads.Where(thread => !thread.IsOpen).OrderByDescending(thread => thread.SettledAt)];
}

/// <summary>A comment in its list.</summary>
public sealed record CommentItemModel(CommentsModel List, CommentThread Thread);
