using System.Globalization;
using Wireroom.Newsroom.Desk.Access;
using Wireroom.Newsroom.Desk.Comments;
using Wireroom.Newsroom.Desk.Frame;
using Wireroom.Newsroom.Desk.Keys;
using Wireroom.Newsroom.Desk.Queue;
using Wireroom.Newsroom.Desk.SignIn;
using Wireroom.Newsroom.Desk.Story;
using Wireroom.Storage;
using Wireroom.Stories;
using Wireroom.Stories.Body;

namespace Wireroom.Newsroom.Desk.Editor;

/// <summary>Writing: a new story, a new version of one.</summary>
public static class EditorEndpoints
{
    private static readonly Copy Blank = new() { Headline = "" };

    /// <summary><c>/desk/write</c>, <c>/desk/story/{id}/edit</c>, <c>/desk/story/{id}/save</c>.</summary>
    public static void MapEditor(this RouteGroupBuilder desk)
    {
        desk.MapGet("/write", async (HttpContext context, DeskPages pages, Store store) =>
        {
            var masthead = await store.MastheadAsync(context.RequestAborted);
            return await ShowAsync(context, pages, store, null, new Draft(Blank with { Language = masthead.Language, Credit = masthead.Name, Byline = context.PersonName() }));
        }).Needs(Right.Write);
        desk.MapPost("/write", WriteAsync).Needs(Right.Write, "write", "headline").Files("section", "desk");
        desk.MapGet("/story/{id}/edit", EditAsync).Needs(Right.Write);
        desk.MapPost("/story/{id}/save", SaveAsync).Needs(Right.Write, "save").Files("section");
        desk.MapPost("/story/{id}/bring-back", BringBackAsync).Needs(Right.Write, "bring back a version", "version");
        desk.MapHere();
    }

    private static async Task<IResult> ShowAsync(HttpContext context, DeskPages pages, Store store, StoryModel? story, Draft draft, string from = "", string fault = "", Moved? moved = null)
    {
        var frame = await pages.FrameAsync(context, story is null ? "Write" : $"Edit: {StoryEndpoints.Title(story.Story.Row)}", KeyScope.Edit);
        var model = new EditModel
        {
            Frame = frame,
            Story = story,
            Draft = draft,
            Base = story?.Story.Row.HeadVersion ?? 0,
            From = from,
            Fault = fault,
            Moved = moved,
            Working = await store.WorkingCopyAsync(context.PersonId(), story?.Story.Row.Story.ToString() ?? Store.NewStory, context.RequestAborted),
            Words = await store.WordListAsync(context.RequestAborted),
            People = await ForMe.ForMeEndpoints.NamesAsync(store, context.RequestAborted),
            Names = story?.Names ?? await QueueEndpoints.NamesAsync(store, context.RequestAborted),
        };
        return DeskPages.Show(EditPage.Create(model), moved is not null ? StatusCodes.Status409Conflict : fault.Length > 0 ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK);
    }

    private static async Task<IResult> WriteAsync(HttpContext context, DeskPages pages, Store store)
    {
        var (draft, fault) = CopyForm.Read(context.Request.Form, new Draft(Blank), await pages.TimeAsync(context.RequestAborted), context.PersonName());
        var copy = draft.Copy;
        fault ??= copy is { Headline: "", Slugline: "" } && BodyText.Of(copy.Body).Length == 0 && draft.Suggested.Length == 0 ? "Write a headline, a slugline or a first line before it is saved." : null;
        if (fault is not null)
            return DeskPages.WantsJson(context) ? Results.Json(new { message = fault }, statusCode: 400) : await ShowAsync(context, pages, store, null, draft, fault: fault);
        var desk = context.Request.Form["desk"].ToString();
        if (desk.Length > 0 && (await store.DesksAsync(context.RequestAborted)).All(one => one.Slug != desk))
            desk = ""; // gone since the page was opened: the text counts
        var story = await store.WriteStoryAsync(copy, context.PersonName(), context.RequestAborted, desk, draft.Suggested);
        await store.ForgetWorkingCopyAsync(context.PersonId(), Store.NewStory, context.RequestAborted);
        await LinkAsync(context, story, copy);
        var address = $"/desk/story/{story}/edit";
        return DeskPages.WantsJson(context) ? Results.Json(new { address }) : Results.Redirect(address);
    }

    private static async Task<IResult> EditAsync(HttpContext context, string id, DeskPages pages, Store store)
    {
        if (await StoryEndpoints.FindAsync(store, id, context.RequestAborted) is not { } story)
            return await StoryEndpoints.NoSuchStoryAsync(context, pages);
        if (Lifecycle.After(story.Row.State, Move.Edit) is null)
            throw new MoveRefusedException($"A story that is {story.Row.State.ToString().ToLowerInvariant()} cannot be edited{(story.Row.State is StoryState.Scheduled ? "; unschedule it first" : story.Row.State is StoryState.Spiked ? "; restore it first" : "")}.");
        var model = await BeginningAsync(context, pages, store, story);
        var from = context.Request.Query["from"].ToString();
        return await ShowAsync(context, pages, store, model, await BasisAsync(store, story, from, context) ?? Draft.Of(story.Head), from);
    }

    /// <summary>What the editor shows of a story: its newest version, and the wire beside it.</summary>
    private static async Task<StoryModel> BeginningAsync(HttpContext context, DeskPages pages, Store store, DeskStory story)
    {
        var glance = await StoryEndpoints.GlanceAsync(context, pages, store, story, story.Head);
        return glance with
        {
            Wires = await store.WireItemsAsync(story.Row.Story, context.RequestAborted),
            Comments = await CommentEndpoints.ModelAsync(glance.Frame, store, story.Row, onPassages: true, context.RequestAborted),
        };
    }

    /// <summary>The copy that the editor begins with: the newest version, an older one, or the wire's newest.</summary>
    internal static async Task<Draft?> BasisAsync(Store store, DeskStory story, string from, HttpContext context)
    {
        if (from == "wire")
            return await WireCopy.NewestAsync(await store.WireItemsAsync(story.Row.Story, context.RequestAborted), story.Head.Copy, context.RequestServices.GetService<DeskIntake>(), context.RequestAborted) is { } sent ? new Draft(sent) : null;
        return await VersionAsync(store, story, from, context.RequestAborted) is { } version ? Draft.Of(version) : null;
    }

    /// <summary>The version of that number, as a form names it, or null.</summary>
    internal static async Task<Stories.Version?> VersionAsync(Store store, DeskStory story, string named, CancellationToken cancel) =>
        !int.TryParse(named, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? null
        : number == story.Head.Number ? story.Head
        : await store.FindVersionAsync(story.Row.Story, number, cancel);

    private static async Task<IResult> SaveAsync(HttpContext context, string id, DeskPages pages, Store store)
    {
        var cancel = context.RequestAborted;
        if (await StoryEndpoints.FindAsync(store, id, cancel) is not { } story)
            return await StoryEndpoints.NoSuchStoryAsync(context, pages);
        var (form, time) = (context.Request.Form, await pages.TimeAsync(cancel));
        var from = form["from"].ToString();
        if (await VersionAsync(store, story, form["base"].ToString(), cancel) is not { } began)
            return Fault("It is not clear with which version this text began. Load the editor again; your text is kept in the browser.");
        var (draft, fault) = CopyForm.Read(form, await BasisAsync(store, story, from, context) ?? Draft.Of(began), time, context.PersonName(), story.Head.Suggested);
        if (fault is not null)
            return DeskPages.WantsJson(context) ? Fault(fault) : await ShowAsync(context, pages, store, await BeginningAsync(context, pages, store, story), draft, from, fault);
        try
        {
            var (basis, isMerged) = (began.Number, false);
            var typed = draft.Copy;
            if (DeskPages.WantsJson(context) && began.Number != story.Row.HeadVersion)
            {
                // Somebody saved in between: what does not clash is made one, and saved.
                var merged = CopyMerge.Of(Draft.Of(began), draft, Draft.Of(story.Head), time);
                if (merged.Clashes.Count > 0)
                    return Results.Json(await HereEndpoints.MergedAsync(draft, merged, story, time, cancel), statusCode: StatusCodes.Status409Conflict);
                (draft, basis, isMerged) = (merged.Draft, story.Row.HeadVersion, true);
            }

            var version = await store.SaveVersionAsync(story.Row.Story, draft.Copy, basis, context.PersonName(), cancel, suggested: draft.Suggested);
            await store.ForgetWorkingCopyAsync(context.PersonId(), id, cancel);
            if (version != basis)
                await LinkAsync(context, story.Row.Story, draft.Copy);
            if (from == "wire")
                await store.SettleWireAsync(story.Row.Story, cancel);
            var said = version == began.Number ? "Nothing changed" : isMerged ? $"Saved {time.Seconds(time.Now)}, version {version}, with what {story.Head.MadeBy} wrote" : $"Saved {time.Seconds(time.Now)}, version {version}";
            return DeskPages.WantsJson(context)
                ? Results.Json(new { version, said, fields = isMerged ? FormFields.Changed(typed, draft.Copy, time) : null, body = isMerged ? draft.Json : null })
                : Results.Redirect($"/desk/story/{story.Row.Story}{(form["then"] == "release" ? "/release" : "")}");
        }
        catch (VersionMovedOnException clash)
        {
            // In this very moment: the script repeats and finds it merged.
            if (DeskPages.WantsJson(context))
                return Results.Json(new { message = clash.Message, again = true }, statusCode: StatusCodes.Status409Conflict);
            var newest = await store.FindStoryAsync(story.Row.Story, cancel) ?? story;
            var model = await BeginningAsync(context, pages, store, newest);
            var theirs = model.Story.Head;
            var moved = new Moved(theirs, WordDiff.OfFields(CopyText.Fields(began, time), CopyText.Fields(theirs, time)), WordDiff.OfFields(CopyText.Fields(theirs, time), CopyText.Fields(draft.Copy, time, draft.Suggested)));
            return await ShowAsync(context, pages, store, model, draft, from, clash.Message, moved);
        }

        static IResult Fault(string message) => Results.Json(new { message }, statusCode: StatusCodes.Status400BadRequest);
    }

    /// <summary>
    /// An earlier version becomes the text again, as a version of its own on top of the others: nothing is lost. Its embargo does not come with it: what binds
    /// the newest text binds this one, too, and only an editor who looks at it lifts it.
    /// </summary>
    private static async Task<IResult> BringBackAsync(HttpContext context, string id, DeskPages pages, Store store)
    {
        var (form, cancel) = (context.Request.Form, context.RequestAborted);
        if (await StoryEndpoints.FindAsync(store, id, cancel) is not { } story)
            return await StoryEndpoints.NoSuchStoryAsync(context, pages);
        if (await VersionAsync(store, story, form["version"].ToString(), cancel) is not { } version)
            return await pages.MessageAsync(context, StatusCodes.Status404NotFound, "No such version", "This story has no version of that number. Load the page again.");
        if (form["base"] != story.Head.Number.ToString(CultureInfo.InvariantCulture))
            throw new MoveRefusedException($"The story has moved on to version {story.Head.Number} since. Look at that one first.");
        var copy = version.Copy with { Embargo = story.Head.Copy.Embargo };
        var made = await store.SaveVersionAsync(story.Row.Story, copy, story.Head.Number, context.PersonName(), cancel, $"version {version.Number} brought back", version.Suggested);
        if (made == story.Head.Number)
            throw new MoveRefusedException($"Version {version.Number} holds the same text as the newest one.");
        await LinkAsync(context, story.Row.Story, copy);
        return Results.Redirect($"/desk/story/{id}?diff=1&back={version.Number}");
    }

    /// <summary>Text that stands in several stories is known as such: a kill of one must find the others.</summary>
    private static Task LinkAsync(HttpContext context, StoryId story, Copy copy) =>
        context.RequestServices.GetService<DeskIntake>() is { } intake ? intake.Link(story, copy, context.RequestAborted) : Task.CompletedTask;
}

/// <summary>Somebody saved in between: their version, what they changed, and how the typed text differs from theirs.</summary>
public sealed record Moved(Stories.Version Theirs, IReadOnlyList<ChangedField> WhatTheyChanged, IReadOnlyList<ChangedField> HowYoursDiffers);

/// <summary>The editor's page.</summary>
public sealed record EditModel
{
    /// <summary>The frame.</summary>
    public required FrameModel Frame { get; init; }

    /// <summary>The story, or null for a new one.</summary>
    public required StoryModel? Story { get; init; }

    /// <summary>What is in the form.</summary>
    public required Draft Draft { get; init; }

    /// <summary>The copy in the form.</summary>
    public Copy Copy => Draft.Copy;

    /// <summary>The version on which the next is saved.</summary>
    public required int Base { get; init; }

    /// <summary>Where the copy came from where that is not the newest version: <c>wire</c> or a number.</summary>
    public required string From { get; init; }

    /// <summary>What was wrong, or empty.</summary>
    public required string Fault { get; init; }

    /// <summary>Somebody else's version, or null.</summary>
    public required Moved? Moved { get; init; }

    /// <summary>What the person was writing and never saved, or null.</summary>
    public required WorkingCopy? Working { get; init; }

    /// <summary>Who can be named with an @.</summary>
    public required IReadOnlyList<string> People { get; init; }

    /// <summary>How the house writes.</summary>
    public required WordList Words { get; init; }

    /// <summary>Names of sections and sources.</summary>
    public required QueueNames Names { get; init; }
}
