using Wireroom.Newsroom.Desk.Access;
using Wireroom.Newsroom.Desk.Frame;
using Wireroom.Newsroom.Desk.Keys;
using Wireroom.Newsroom.Desk.Queue;
using Wireroom.Storage;
using Wireroom.Stories;
using Wireroom.Stories.Planning;

namespace Wireroom.Newsroom.Desk.Board;

/// <summary>A desk's stories by their stage, with the count and the words of each: what has come, what somebody has, what is good, what waits for its hour, what is out.</summary>
public static class BoardEndpoints
{
    private const int CardsOfAStage = 30;
    private static readonly TimeSpan Recent = TimeSpan.FromHours(24);

    /// <summary>The stages in their order; what arrives and what is out only as of the last day.</summary>
    private static readonly (string Name, StoryState[] States, bool IsRecent)[] Stages =
    [
        ("Received", [StoryState.Received], true), ("In work", [StoryState.Draft], false), ("Approved", [StoryState.Approved], false),
        ("Scheduled", [StoryState.Scheduled], false), ("Out", [StoryState.Released, StoryState.Updated, StoryState.Corrected], true),
    ];

    /// <summary><c>/desk/board</c>.</summary>
    public static void MapBoard(this RouteGroupBuilder desk) => desk.MapGet("/board", ShowAsync).Needs(Right.Read);

    private static async Task<IResult> ShowAsync(HttpContext context, DeskPages pages, Store store)
    {
        var cancel = context.RequestAborted;
        var names = await QueueEndpoints.NamesAsync(store, cancel);
        var asked = context.Request.Query["desk"].ToString();
        if (asked.Length > 0 && asked != QueueView.NoDesk && names.Desks.All(desk => desk.Slug != asked))
            return await pages.MessageAsync(context, StatusCodes.Status404NotFound, "No such desk", "There is no desk with that name. Choose one from the list of desks.");
        var frame = await pages.FrameAsync(context, "Board", KeyScope.Board);
        var stages = new List<Stage>(Stages.Length);
        foreach (var (name, states, isRecent) in Stages)
        {
            var filter = new QueueFilter { States = states, Desk = asked.Length == 0 ? null : asked == QueueView.NoDesk ? "" : asked };
            filter = isRecent ? filter.Since(frame.Time.Now - Recent) : filter;
            stages.Add(new Stage(name, isRecent, await store.TotalAsync(filter, cancel), await store.QueueAsync(filter, CardsOfAStage, cancel), new QueueView { States = states, Desk = asked }.Address()));
        }

        var due = (await store.OpenAssignmentsAsync(null, cancel)).Where(given => given.Story is not null).ToLookup(given => given.Story!.Value);
        return DeskPages.Show(BoardPage.Create(new BoardModel(frame, asked, stages, names, due)));
    }
}

/// <summary>A stage: its name, whether only the last day counts, how much stands in it, its newest stories, and the queue's view of all.</summary>
public sealed record Stage(string Name, bool IsRecent, QueueTotal Total, IReadOnlyList<QueueRow> Rows, string All);

/// <summary>The board of a desk.</summary>
/// <param name="Frame">The frame.</param>
/// <param name="Desk">The desk's slug, <see cref="QueueView.NoDesk"/>, or empty for all desks.</param>
/// <param name="Stages">The stages.</param>
/// <param name="Names">Names for people.</param>
/// <param name="Due">What is still to be delivered, by story.</param>
public sealed record BoardModel(FrameModel Frame, string Desk, IReadOnlyList<Stage> Stages, QueueNames Names, ILookup<StoryId, Assignment> Due);

/// <summary>A story on the board.</summary>
public sealed record CardModel(BoardModel Board, QueueRow Row);
