using Wireroom.Newsroom.Desk.Access;
using Wireroom.Newsroom.Desk.Frame;
using Wireroom.Newsroom.Desk.Queue;
using Wireroom.Newsroom.Desk.SignIn;
using Wireroom.Newsroom.Desk.Story;
using Wireroom.Storage;
using Wireroom.Stories;

namespace Wireroom.Newsroom.Desk.Moves;

/// <summary>The moves that act at once: take, spike, approve, restore, unschedule, hold; and the undo of the first two.</summary>
public static class MoveEndpoints
{
    private const int LongestSnooze = 7 * 24 * 60;
    private static readonly TimeSpan UndoTime = TimeSpan.FromSeconds(10);

    /// <summary>A browser's clock and a slow line are given this much more than the page promises.</summary>
    private static readonly TimeSpan UndoGrace = TimeSpan.FromSeconds(20);

    /// <summary>Each check in each state, as the form names it: "legal-needed". Whoever writes may ask for a check; only who may approve ends it.</summary>
    internal static IReadOnlyList<(string Name, CheckKind Kind, CheckState State, Right Right)> CheckActions { get; } =
    [
        .. from kind in Checks.ByHand
           from state in Enum.GetValues<CheckState>()
           select (CheckAction(kind, state), kind, state, state is CheckState.Needed ? Right.Write : kind is CheckKind.Pictures ? Right.ApprovePictures : Right.Approve),
    ];

    /// <summary>The posts below <c>/desk/story/{id}</c>.</summary>
    public static void MapMoves(this RouteGroupBuilder desk)
    {
        desk.MapPost("/story/{id}/move", MoveAsync).NeedsByAction(
            "move", "move", ("take", Right.Write), ("spike", Right.Triage), ("approve", Right.Approve), ("restore", Right.Triage), ("unschedule", Right.Release));
        desk.MapPost("/story/{id}/undo", UndoAsync).Needs(Right.Write, "undo");
        desk.MapPost("/story/{id}/hold", HoldAsync).NeedsByAction("hold", "hold", ("1", Right.Write), ("0", Right.Release));
        desk.MapPost("/story/{id}/check", CheckAsync).NeedsByAction("check", "check", [.. CheckActions.Select(action => (action.Name, action.Right))]);
        desk.MapPost("/story/{id}/snooze", SnoozeAsync).Needs(Right.Triage, "snooze", "minutes");
        desk.MapPost("/story/{id}/same", SameAsAsync).Needs(Right.Triage, "same as", "other");
        desk.MapPost("/story/{id}/settle", SettleAsync).Needs(Right.Write, "keep ours");
        desk.MapCeremonies();
    }

    private static async Task<IResult> MoveAsync(HttpContext context, string id, DeskPages pages, Store store)
    {
        if (await StoryEndpoints.FindRowAsync(store, id, context.RequestAborted) is not { } story)
            return await StoryEndpoints.NoSuchStoryAsync(context, pages);
        Move? asked = context.Request.Form["move"].ToString() switch
        {
            "take" => Move.Take,
            "spike" => Move.Spike,
            "approve" => Move.Approve,
            "restore" => Move.Restore,
            "unschedule" => Move.Unschedule,
            _ => null,
        };
        if (asked is not { } move)
            throw new MoveRefusedException("There is no such move.");
        if (move is Move.Take && story.State is StoryState.Draft && story.TakenBy.Length > 0)
            throw new MoveRefusedException($"{story.TakenBy} has taken it already.");
        await store.MoveAsync(story.Story, move, context.PersonName(), context.RequestAborted);
        return await DoneAsync(context, pages, store, story.Story, Said(move), undo: move is Move.Take or Move.Spike);
    }

    /// <summary>Undoes one's own take or spike while nothing has happened since.</summary>
    private static async Task<IResult> UndoAsync(HttpContext context, string id, DeskPages pages, Store store, TimeProvider clock)
    {
        var cancel = context.RequestAborted;
        if (await StoryEndpoints.FindRowAsync(store, id, cancel) is not { } story)
            return await StoryEndpoints.NoSuchStoryAsync(context, pages);
        if (context.Request.Form["what"] == "snooze")
        {
            if (story.SnoozedBy != context.PersonName())
                throw new MoveRefusedException("There is nothing left to undo.");
            await store.SnoozeAsync(story.Story, null, context.PersonName(), cancel);
            return await DoneAsync(context, pages, store, story.Story, "Undone.", undo: false);
        }

        var log = await store.LogAsync(story.Story, cancel);
        var last = log.Count > 0 ? log[^1] : null;
        if (last is not { Move: Move.Take or Move.Spike } || last.By != context.PersonName() || clock.GetUtcNow() - last.At > UndoTime + UndoGrace)
            throw new MoveRefusedException("There is nothing left to undo: the story has moved on since, or the time has passed.");
        if (last.From is StoryState.Received)
            await store.GiveBackAsync(story.Story, context.PersonName(), cancel);
        else
            await store.MoveAsync(story.Story, Move.Restore, context.PersonName(), cancel);
        return await DoneAsync(context, pages, store, story.Story, "Undone.", undo: false);
    }

    private static async Task<IResult> HoldAsync(HttpContext context, string id, DeskPages pages, Store store)
    {
        if (await StoryEndpoints.FindRowAsync(store, id, context.RequestAborted) is not { } story)
            return await StoryEndpoints.NoSuchStoryAsync(context, pages);
        var hold = context.Request.Form["hold"] == "1";
        await store.HoldAsync(story.Story, hold, context.PersonName(), context.RequestAborted);
        return await DoneAsync(context, pages, store, story.Story, hold ? "On hold: nothing of it goes out." : "The hold is lifted.", undo: false);
    }

    /// <summary>"legal-needed".</summary>
    internal static string CheckAction(CheckKind kind, CheckState state) => $"{kind}-{state}".ToLowerInvariant();

    private static async Task<IResult> CheckAsync(HttpContext context, string id, DeskPages pages, Store store)
    {
        if (await StoryEndpoints.FindRowAsync(store, id, context.RequestAborted) is not { } story)
            return await StoryEndpoints.NoSuchStoryAsync(context, pages);
        var (_, kind, state, _) = CheckActions.First(action => action.Name == context.Request.Form["check"].ToString());
        await store.CheckAsync(story.Story, kind, state, context.PersonName(), context.RequestAborted);
        var said = state switch { CheckState.Needed => "needs checking: it stays until that is done", CheckState.Approved => "checked and approved", _ => "not required" };
        return await DoneAsync(context, pages, store, story.Story, $"{kind}: {said}.", undo: false);
    }

    /// <summary>Out of the queue for a while; no minutes bring it back at once.</summary>
    private static async Task<IResult> SnoozeAsync(HttpContext context, string id, DeskPages pages, Store store, TimeProvider clock)
    {
        if (await StoryEndpoints.FindRowAsync(store, id, context.RequestAborted) is not { } story)
            return await StoryEndpoints.NoSuchStoryAsync(context, pages);
        if (!int.TryParse(context.Request.Form["minutes"], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var minutes) || minutes > LongestSnooze)
            throw new MoveRefusedException($"Give the minutes until it comes back, at most {LongestSnooze}.");
        DateTimeOffset? until = minutes == 0 ? null : clock.GetUtcNow().AddMinutes(minutes);
        await store.SnoozeAsync(story.Story, until, context.PersonName(), context.RequestAborted);
        var time = await pages.TimeAsync(context.RequestAborted);
        return await DoneAsync(context, pages, store, story.Story, until is { } back ? $"Back at {time.Short(back)}." : "Back in the queue.", undo: until is not null);
    }

    private static async Task<IResult> SameAsAsync(HttpContext context, string id, DeskPages pages, Store store)
    {
        if (await StoryEndpoints.FindRowAsync(store, id, context.RequestAborted) is not { } story || await StoryEndpoints.FindRowAsync(store, context.Request.Form["other"].ToString(), context.RequestAborted) is not { } other)
            return await StoryEndpoints.NoSuchStoryAsync(context, pages);
        await store.SameAsAsync(story.Story, other.Story, context.PersonName(), context.RequestAborted);
        return await DoneAsync(context, pages, store, story.Story, $"The same as “{StoryEndpoints.Title(other)}”.", undo: true);
    }

    private static async Task<IResult> SettleAsync(HttpContext context, string id, DeskPages pages, Store store)
    {
        if (await StoryEndpoints.FindRowAsync(store, id, context.RequestAborted) is not { } story)
            return await StoryEndpoints.NoSuchStoryAsync(context, pages);
        await store.SettleWireAsync(story.Story, context.RequestAborted);
        return await DoneAsync(context, pages, store, story.Story, "Ours is kept.", undo: false);
    }

    /// <summary>The script gets the changed row and whether it can be undone; a plain form goes back to the story.</summary>
    private static async Task<IResult> DoneAsync(HttpContext context, DeskPages pages, Store store, StoryId story, string said, bool undo)
    {
        if (!DeskPages.WantsJson(context))
            return Results.Redirect($"/desk/story/{story}");
        var found = await store.FindRowAsync(story, context.RequestAborted);
        var row = found is null ? "" : await DeskPages.HtmlAsync(
            Row.Create(new RowModel(found, await QueueEndpoints.NamesAsync(store, context.RequestAborted), await pages.TimeAsync(context.RequestAborted), context.RightsOver(found, context.Rights())) { Present = [.. (await store.PresentAsync(story, context.RequestAborted)).Select(one => one.Name).Distinct()] }), context.RequestAborted);
        return Results.Json(new { message = said, undo, seconds = (int)UndoTime.TotalSeconds, story = story.ToString(), row });
    }

    private static string Said(Move move) => move switch
    {
        Move.Take => "Taken.",
        Move.Spike => "Spiked.",
        Move.Approve => "Approved.",
        Move.Restore => "Back from the spike.",
        _ => "Unscheduled: it waits as a draft.",
    };
}
