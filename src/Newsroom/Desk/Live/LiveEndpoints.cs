using System.Globalization;
using Wireroom.Newsroom.Desk.Access;
using Wireroom.Newsroom.Desk.Editor;
using Wireroom.Newsroom.Desk.Frame;
using Wireroom.Newsroom.Desk.Keys;
using Wireroom.Newsroom.Desk.SignIn;
using Wireroom.Newsroom.Desk.Story;
using Wireroom.Storage;
using Wireroom.Stories;

namespace Wireroom.Newsroom.Desk.Live;

/// <summary>A story told as it happens: an entry goes out with one press, also from a phone; it can be changed, corrected, withdrawn and pinned.</summary>
public static class LiveEndpoints
{
    private const int LongestText = 20_000;
    private const int LongestHeadline = 200;

    /// <summary>In the place of its key, for an entry that is new.</summary>
    private const long NewEntry = 0;

    /// <summary><c>/desk/story/{id}/live</c>.</summary>
    public static void MapLive(this RouteGroupBuilder desk)
    {
        desk.MapGet("/story/{id}/live", (HttpContext context, string id, DeskPages pages, Store store) => ShowAsync(context, id, null, pages, store)).Needs(Right.Read);
        desk.MapPost("/story/{id}/live", AddAsync).Needs(Right.Release, "put out an entry");
        desk.MapPost("/story/{id}/live/state", StateAsync).Needs(Right.Release, "begin or end a live story");
        desk.MapPost("/story/{id}/live/pin", PinAsync).Needs(Right.Release, "pin an entry");
        desk.MapGet("/story/{id}/live/{key:long}", (HttpContext context, string id, long key, DeskPages pages, Store store) => ShowAsync(context, id, key, pages, store)).Needs(Right.Read);
        desk.MapPost("/story/{id}/live/{key:long}", ChangeAsync).Needs(Right.Release, "change an entry");
        desk.MapPost("/story/{id}/live/{key:long}/withdraw", WithdrawAsync).Needs(Right.Withdraw, "withdraw an entry");
    }

    private static async Task<IResult> ShowAsync(HttpContext context, string id, long? key, DeskPages pages, Store store)
    {
        var cancel = context.RequestAborted;
        if (await StoryEndpoints.FindRowAsync(store, id, cancel) is not { } story)
            return await StoryEndpoints.NoSuchStoryAsync(context, pages);
        var entries = await store.EntriesAsync(story.Story, cancel);
        var opened = key is null ? null : entries.FirstOrDefault(entry => entry.Key == key && entry.Kind != EntryKind.Withdrawal);
        if (key is not null && opened is null)
            return await pages.MessageAsync(context, StatusCodes.Status404NotFound, "No such entry", "There is no such entry, or it was withdrawn.");
        var frame = await pages.FrameAsync(context, $"Live: {StoryEndpoints.Title(story)}", KeyScope.Live);
        var said = context.Request.Query["said"].ToString() switch
        {
            "added" => Lifecycle.IsOut(story.State) ? "It is out." : "Kept. It comes out with the story.",
            "changed" => "Changed.",
            "withdrawn" => "Withdrawn.",
            "pinned" => "Changed: what is pinned stands at the top.",
            "state" => "Changed.",
            _ => "",
        };
        return DeskPages.Show(LivePage.Create(new LiveModel(frame with { Said = said, Place = "story", RightsHere = context.RightsOver(story, frame.Rights) }, story, await store.LiveFrameAsync(story.Story, cancel), entries, opened)));
    }

    private static Task<IResult> AddAsync(HttpContext context, string id, DeskPages pages, Store store) => DoAsync(context, id, pages, store, "added", NewEntry, async (story, form, cancel) =>
        await store.AddEntryAsync(story, CopyIn(form), context.PersonName(), cancel));

    private static Task<IResult> ChangeAsync(HttpContext context, string id, long key, DeskPages pages, Store store) => DoAsync(context, id, pages, store, "changed", key, async (story, form, cancel) =>
    {
        var basis = int.TryParse(form["base"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        var correction = form["correct"] == "1" ? new Correction(form["wrong"].ToString()) : null;
        await store.ChangeEntryAsync(story, key, basis, CopyIn(form), correction, context.PersonName(), cancel);
    });

    private static Task<IResult> WithdrawAsync(HttpContext context, string id, long key, DeskPages pages, Store store) => DoAsync(context, id, pages, store, "withdrawn", key, async (story, form, cancel) =>
        await store.WithdrawEntryAsync(story, key, new Withdrawal(form["reason"].ToString()), context.PersonName(), cancel));

    private static Task<IResult> PinAsync(HttpContext context, string id, DeskPages pages, Store store) => DoAsync(context, id, pages, store, "pinned", null, async (story, form, cancel) =>
        await store.PinEntryAsync(story, long.TryParse(form["pin"], NumberStyles.None, CultureInfo.InvariantCulture, out var key) ? key : null, cancel));

    private static Task<IResult> StateAsync(HttpContext context, string id, DeskPages pages, Store store) => DoAsync(context, id, pages, store, "state", null, (story, form, cancel) =>
        form["live"] == "1" ? store.BeginLiveAsync(story, cancel) : store.EndLiveAsync(story, cancel));

    /// <summary>Carries out what was asked; <paramref name="done"/> is the entry whose text is out by that, so that the browser need not keep it any more, or null where no text was sent.</summary>
    private static async Task<IResult> DoAsync(HttpContext context, string id, DeskPages pages, Store store, string said, long? done, Func<StoryId, IFormCollection, CancellationToken, Task> work)
    {
        if (await StoryEndpoints.FindRowAsync(store, id, context.RequestAborted) is not { } story)
            return await StoryEndpoints.NoSuchStoryAsync(context, pages);
        await work(story.Story, context.Request.Form, context.RequestAborted);
        return Results.Redirect($"/desk/story/{story.Story}/live?said={said}{(done is { } key ? $"&done={key.ToString(CultureInfo.InvariantCulture)}" : "")}");
    }

    private static EntryCopy CopyIn(IFormCollection form)
    {
        var (headline, text) = (EditorBody.Clean(form["headline"].ToString()).Trim(), form["text"].ToString());
        if (headline.Length > LongestHeadline)
            throw new MoveRefusedException($"The entry's headline has more than {LongestHeadline} characters.");
        if (text.Length > LongestText)
            throw new MoveRefusedException($"The entry has more than {LongestText} characters; make two of it.");
        return new EntryCopy(headline, EntryText.Blocks(text), form["key-point"] == "1");
    }
}

/// <summary>The screen of a live story.</summary>
/// <param name="Frame">The frame.</param>
/// <param name="Row">The story.</param>
/// <param name="Live">Its live frame, or null where it was never live.</param>
/// <param name="Entries">Its entries, newest first.</param>
/// <param name="Opened">The entry that stands in the form, or null for a new one.</param>
public sealed record LiveModel(FrameModel Frame, QueueRow Row, LiveFrame? Live, IReadOnlyList<LiveEntry> Entries, LiveEntry? Opened);
