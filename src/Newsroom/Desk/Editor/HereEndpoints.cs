using System.Globalization;
using Wireroom.Newsroom.Desk.Access;
using Wireroom.Newsroom.Desk.Frame;
using Wireroom.Newsroom.Desk.SignIn;
using Wireroom.Newsroom.Desk.Story;
using Wireroom.Storage;

namespace Wireroom.Newsroom.Desk.Editor;

/// <summary>
/// What the editor's page says every second: what is written and not saved yet, that somebody is here, in which field. The answer says what was kept, who else
/// is here, which fields are theirs, and which version is the newest.
/// </summary>
public static class HereEndpoints
{
    private const int LongestDraft = 2 * 1024 * 1024;
    private const int LongestName = 64;

    /// <summary><c>/desk/story/{id}/here</c>, <c>/desk/write/here</c>, <c>/desk/story/{id}/merge</c>.</summary>
    public static void MapHere(this RouteGroupBuilder desk)
    {
        desk.MapPost("/write/here", KeepNewAsync).NeedsUnlogged(Right.Write).Files("");
        desk.MapPost("/story/{id}/here", HereAsync).NeedsUnlogged(Right.Write);
        desk.MapPost("/story/{id}/merge", MergeAsync).NeedsUnlogged(Right.Write);
    }

    /// <summary>Two texts as one, as the editor's script takes it into the form that holds mine.</summary>
    internal static async Task<object> MergedAsync(Draft mine, MergedCopy merged, DeskStory story, DeskTime time, CancellationToken cancel) => new
    {
        message = merged.Clashes.Count == 0
            ? $"{story.Head.MadeBy} saved version {story.Row.HeadVersion} in between: it is in your text now."
            : $"{story.Head.MadeBy} saved version {story.Row.HeadVersion} in between, and both of you changed the same. Yours stands in the form; look at theirs, then save again.",
        newest = story.Row.HeadVersion,
        unchanged = merged.Draft.Json == Draft.Of(story.Head).Json && FormFields.Of(merged.Copy, time).SequenceEqual(FormFields.Of(story.Head.Copy, time)),
        clashes = merged.Clashes.Count,
        html = await DeskPages.HtmlAsync(ClashList.Create(new ClashModel(story.Head, merged.Clashes)), cancel),
        fields = FormFields.Changed(mine.Copy, merged.Copy, time),
        body = merged.Draft.Json,
    };

    private static async Task<IResult> KeepNewAsync(HttpContext context, DeskPages pages, Store store) =>
        await KeepAsync(context, store, Store.NewStory) is { } fault
            ? Results.Json(new { message = fault }, statusCode: StatusCodes.Status400BadRequest)
            : Results.Json(new { kept = await KeptAsync(context, pages), newest = 0 });

    private static async Task<IResult> HereAsync(HttpContext context, string id, DeskPages pages, Store store)
    {
        var (form, cancel) = (context.Request.Form, context.RequestAborted);
        if (await StoryEndpoints.FindRowAsync(store, id, cancel) is not { } row)
            return await StoryEndpoints.NoSuchStoryAsync(context, pages);
        if (await KeepAsync(context, store, id) is { } fault)
            return Results.Json(new { message = fault }, statusCode: StatusCodes.Status400BadRequest);
        var page = Short(form["page"]);
        if (page.Length == 0)
            return Results.Json(new { message = "Load the editor again; your text is kept." }, statusCode: StatusCodes.Status400BadRequest);
        var present = await store.BeInStoryAsync(
            new Presence(row.Story, page, context.PersonId(), context.PersonName())
            {
                Field = Short(form["field"]), Wants = Short(form["wants"]), Gives = form["gives"] == "1", Keeps = form["keeps"] == "1", Leaves = form["leaves"] == "1",
            },
            cancel);
        var own = present.FirstOrDefault(one => one.Page == page);
        return Results.Json(new
        {
            kept = await KeptAsync(context, pages),
            newest = row.HeadVersion,
            commented = row.CommentedAt,
            mine = own?.Field ?? "",
            wanted = own?.WantedBy ?? "",
            people = present.Where(one => one.Page != page).Select(one => new { name = one.Name, field = one.Field }),
            held = present.Where(one => one.Page != page && one.Field.Length > 0 && (own is null || own.Field != one.Field || one.FieldSince < own.FieldSince))
                .GroupBy(one => one.Field).ToDictionary(fields => fields.Key, fields => fields.First().Name),
        });
    }

    private static async Task<IResult> MergeAsync(HttpContext context, string id, DeskPages pages, Store store)
    {
        var (form, cancel) = (context.Request.Form, context.RequestAborted);
        if (await StoryEndpoints.FindAsync(store, id, cancel) is not { } story)
            return await StoryEndpoints.NoSuchStoryAsync(context, pages);
        var time = await pages.TimeAsync(cancel);
        if (await EditorEndpoints.VersionAsync(store, story, form["base"].ToString(), cancel) is not { } began)
            return Results.Json(new { message = "It is not clear with which version this text began. Load the editor again; your text is kept." }, statusCode: StatusCodes.Status400BadRequest);
        // What is half typed may have faults; they are told when it is saved.
        var (draft, _) = CopyForm.Read(form, await EditorEndpoints.BasisAsync(store, story, form["from"].ToString(), context) ?? Draft.Of(began), time, context.PersonName(), story.Head.Suggested);
        return Results.Json(await MergedAsync(draft, CopyMerge.Of(Draft.Of(began), draft, Draft.Of(story.Head), time), story, time, cancel));
    }

    /// <summary>Keeps or forgets what the form brings; the sentence that says what is wrong, or null.</summary>
    private static async Task<string?> KeepAsync(HttpContext context, Store store, string story)
    {
        var form = context.Request.Form;
        if (form["forget"] == "1")
            await store.ForgetWorkingCopyAsync(context.PersonId(), story, context.RequestAborted);
        var draft = form["draft"].ToString();
        if (draft.Length > LongestDraft)
            return "The text is longer than the newsroom keeps; it stands in this browser only.";
        if (draft.Length > 0)
        {
            var began = int.TryParse(form["base"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
            await store.KeepWorkingCopyAsync(context.PersonId(), story, began, draft, context.RequestAborted);
        }

        return null;
    }

    private static async Task<string> KeptAsync(HttpContext context, DeskPages pages)
    {
        if (context.Request.Form["draft"].ToString().Length == 0)
            return "";
        var time = await pages.TimeAsync(context.RequestAborted);
        return time.Seconds(time.Now);
    }

    private static string Short(string? text) => text is null || text.Length > LongestName ? "" : text;
}

/// <summary>What clashes between two texts, and in which version theirs stands.</summary>
public sealed record ClashModel(Stories.Version Theirs, IReadOnlyList<Clash> Clashes);
