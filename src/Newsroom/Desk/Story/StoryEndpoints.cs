using System.Globalization;
using Wireroom.Newsroom.Desk.Access;
using Wireroom.Newsroom.Desk.Comments;
using Wireroom.Newsroom.Desk.Frame;
using Wireroom.Newsroom.Desk.Keys;
using Wireroom.Newsroom.Desk.Ledger;
using Wireroom.Newsroom.Desk.Pictures;
using Wireroom.Newsroom.Desk.Planning;
using Wireroom.Newsroom.Desk.Queue;
using Wireroom.Newsroom.Desk.SignIn;
using Wireroom.Storage;
using Wireroom.Stories;

namespace Wireroom.Newsroom.Desk.Story;

/// <summary>A story: the wire as sent beside our version beside its log.</summary>
public static class StoryEndpoints
{
    /// <summary><c>/desk/story/{id}</c> and what hangs on it for reading.</summary>
    public static void MapStory(this RouteGroupBuilder desk)
    {
        desk.MapGet("/story/{id}", ShowAsync).Needs(Right.Read);
        desk.MapGet("/story/{id}/pane", PaneAsync).Needs(Right.Read);
        desk.MapGet("/story/{id}/source", SourceAsync).Needs(Right.Read);
        desk.MapPost("/story/{id}/desk", PutOnDeskAsync).Needs(Right.Write, "put on a desk", "desk").Files("", "desk");
    }

    /// <summary>The story of that address, or null.</summary>
    public static async Task<DeskStory?> FindAsync(Store store, string id, CancellationToken cancel) =>
        StoryId.TryParse(id, out var story) ? await store.FindStoryAsync(story, cancel) : null;

    /// <summary>The row of the story of that address, for whoever needs no text, or null.</summary>
    public static async Task<QueueRow?> FindRowAsync(Store store, string id, CancellationToken cancel) =>
        StoryId.TryParse(id, out var story) ? await store.FindRowAsync(story, cancel) : null;

    /// <summary>There is no such story.</summary>
    public static Task<IResult> NoSuchStoryAsync(HttpContext context, DeskPages pages) =>
        pages.MessageAsync(context, StatusCodes.Status404NotFound, "No such story", "There is no story at this address.");

    /// <summary>All that the story's page shows.</summary>
    public static async Task<StoryModel> ModelAsync(HttpContext context, DeskPages pages, Store store, DeskStory story, DeskIntake? intake)
    {
        var cancel = context.RequestAborted;
        var versions = await store.VersionsAsync(story.Row.Story, cancel);
        var wires = await store.WireItemsAsync(story.Row.Story, cancel);
        var query = context.Request.Query;
        var shown = Number(query["v"]) is { } number ? versions.FirstOrDefault(version => version.Number == number) ?? story.Head : story.Head;
        var before = versions.LastOrDefault(version => version.Number < shown.Number);
        var against = Number(query["against"]) is { } other ? versions.FirstOrDefault(version => version.Number == other) : before;
        var newWire = story.Row.WireVersion > 0 ? await WireCopy.NewestAsync(wires, story.Head.Copy, intake, cancel) : null;
        var model = await GlanceAsync(context, pages, store, story, shown);
        var time = model.Frame.Time;
        return model with
        {
            Versions = versions,
            Against = against,
            Changes = query["diff"] == "1" && against is not null ? WordDiff.OfFields(CopyText.Fields(against, time), CopyText.Fields(shown, time)) : null,
            WireChanges = newWire is null ? null : WordDiff.OfFields(CopyText.Fields(story.Head.Copy, time), CopyText.Fields(newWire, time)),
            Wires = wires,
            Log = await store.LogAsync(story.Row.Story, cancel),
            Copies = story.Row.Copies > 0 ? await store.CopiesAsync(story.Row.Story, cancel) : [],
            Translations = await store.TranslationsAsync(story.Row.Story, cancel),
            Notices = await store.NoticesAsync(story.Row.Story, 20, cancel),
            Assignments = await store.AssignmentsOfAsync(story.Row.Story, cancel),
            People = await PlanningEndpoints.PeopleAsync(store, cancel),
            Mentionable = await ForMe.ForMeEndpoints.NamesAsync(store, cancel),
            Comments = await CommentEndpoints.ModelAsync(model.Frame, store, story.Row, onPassages: false, cancel),
        };
    }

    /// <summary>
    /// What the pane beside the queue shows, and what previews and the editor begin with: whoever runs down a list asks for one after the other, so no older
    /// version, wire item or log is read.
    /// </summary>
    public static async Task<StoryModel> GlanceAsync(HttpContext context, DeskPages pages, Store store, DeskStory story, Stories.Version shown)
    {
        var cancel = context.RequestAborted;
        var frame = await pages.FrameAsync(context, Title(story.Row), KeyScope.Story);
        return new StoryModel
        {
            Frame = frame with { Place = "story", RightsHere = context.RightsOver(story.Row, frame.Rights) },
            Story = story,
            Shown = shown,
            Ledger = await StoryLedger.OfAsync(store, shown, cancel),
            Pictures = await StoryPictures.OfAsync(store, shown.Copy, frame.Time.Now, cancel),
            Present = await store.PresentAsync(story.Row.Story, cancel),
            Working = await store.WorkingCopyAsync(context.PersonId(), story.Row.Story.ToString(), cancel),
            Names = await QueueEndpoints.NamesAsync(store, cancel),
        };
    }

    private static async Task<IResult> PutOnDeskAsync(HttpContext context, string id, DeskPages pages, Store store)
    {
        var desk = context.Request.Form["desk"].ToString();
        if (await FindRowAsync(store, id, context.RequestAborted) is not { } row)
            return await NoSuchStoryAsync(context, pages);
        if (desk.Length > 0 && (await store.DesksAsync(context.RequestAborted)).All(one => one.Slug != desk))
            return await pages.MessageAsync(context, StatusCodes.Status400BadRequest, "No such desk", "That desk is not there any more; load the page again and choose another.");
        await store.PutOnDeskAsync(row.Story, desk, context.RequestAborted);
        return Results.Redirect($"/desk/story/{id}");
    }

    /// <summary>What a story is called on the desk.</summary>
    public static string Title(QueueRow row) => row.Headline.Length > 0 ? row.Headline : row.Slugline.Length > 0 ? row.Slugline : "(no headline)";

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static async Task<IResult> ShowAsync(HttpContext context, string id, DeskPages pages, Store store)
    {
        if (await FindAsync(store, id, context.RequestAborted) is not { } story)
            return await NoSuchStoryAsync(context, pages);
        var model = await ModelAsync(context, pages, store, story, context.RequestServices.GetService<DeskIntake>());
        var said = Number(context.Request.Query["back"]) is { } back ? $"Version {back} is the newest text again." : "";
        return DeskPages.Show(StoryPage.Create(model with { Frame = model.Frame with { Said = said } }));
    }

    private static async Task<IResult> PaneAsync(HttpContext context, string id, DeskPages pages, Store store)
    {
        if (await FindAsync(store, id, context.RequestAborted) is not { } story)
            return Results.NotFound();
        return DeskPages.Show(StoryPane.Create(await GlanceAsync(context, pages, store, story, story.Head)));
    }

    /// <summary>The raw bytes of a wire item's document as plain text: nothing in them is ever run or followed.</summary>
    private static async Task<IResult> SourceAsync(HttpContext context, string id, DeskPages pages, Store store)
    {
        if (await FindRowAsync(store, id, context.RequestAborted) is not { } row)
            return await NoSuchStoryAsync(context, pages);
        var wires = await store.WireItemsAsync(row.Story, context.RequestAborted);
        var wire = Number(context.Request.Query["item"]) is { } number ? wires.ElementAtOrDefault(number - 1) : wires.Count > 0 ? wires[^1] : null;
        if (wire is null || await store.RawBytesAsync(wire.Arrival, context.RequestAborted) is not { } bytes)
            return await pages.MessageAsync(context, StatusCodes.Status404NotFound, "No source", "This story did not come by wire, so there is no source to show.");
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        return Results.Text(RawText.Of(bytes), "text/plain; charset=utf-8");
    }
}
