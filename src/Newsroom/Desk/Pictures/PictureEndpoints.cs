using Wireroom.Newsroom.Desk.Access;
using Wireroom.Newsroom.Desk.Frame;
using Wireroom.Newsroom.Desk.Keys;
using Wireroom.Newsroom.Desk.Queue;
using Wireroom.Newsroom.Desk.Story;
using Wireroom.Newsroom.Paper.Pictures;
using Wireroom.Storage;
using Wireroom.Stories;
using Wireroom.Stories.Body;

namespace Wireroom.Newsroom.Desk.Pictures;

/// <summary>The picture library: found by words, person, place, credit and date; each with its rights, its focal point and its crops; put in a story from here.</summary>
public static class PictureEndpoints
{
    private const int OnAPage = 48;
    private const int StoriesOffered = 40;
    private const int UsesShown = 50;

    /// <summary><c>/desk/pictures</c>, <c>/desk/picture/{file}</c> and what hangs on them.</summary>
    public static void MapPictures(this RouteGroupBuilder desk)
    {
        desk.MapGet("/pictures", ListAsync).Needs(Right.Read);
        desk.MapPost("/pictures", KeepAsync).Needs(Right.Pictures, "bring in a picture");
        desk.MapGet("/pictures/{file}", OriginalAsync).Needs(Right.Read);
        desk.MapGet("/pictures/{file}/{rendition}", RenditionAsync).Needs(Right.Read);
        desk.MapGet("/picture/{file}", (HttpContext context, string file, DeskPages pages, Store store) => ShowAsync(context, file, pages, store)).Needs(Right.Read);
        desk.MapPost("/picture/{file}", SaveAsync).Needs(Right.Pictures, "change a picture");
        desk.MapPost("/picture/{file}/use", PutInStoryAsync).NeedsInStory(Right.Write, "put a picture in a story", "story");
    }

    private static async Task<IResult> ListAsync(HttpContext context, DeskPages pages, Store store, TimeProvider clock)
    {
        var cancel = context.RequestAborted;
        var query = context.Request.Query;
        var time = await pages.TimeAsync(cancel);
        var (from, until, after) = (query["from"].ToString(), query["until"].ToString(), query["after"].ToString());
        var filter = new PictureFilter
        {
            Words = Field("q"), Person = Field("person"), Place = Field("place"), Credit = Field("credit"),
            From = time.FromField(from + "T00:00"), Until = time.FromField(until + "T00:00")?.AddDays(1),
            Right = Enum.TryParse<PictureRight>(Field("right"), ignoreCase: true, out var right) && Enum.IsDefined(right) ? right : null,
            After = PictureFiles.IsName(after) ? after : "",
        };
        var found = await store.PicturesAsync(filter, OnAPage + 1, cancel);
        if (DeskPages.WantsJson(context))
            return Results.Json(found.Take(OnAPage).Select(picture => Choice(picture, clock.GetUtcNow())));
        var model = new LibraryModel(await pages.FrameAsync(context, "Pictures", KeyScope.Pictures), filter, [.. found.Take(OnAPage)])
        {
            From = from, Until = until, Older = found.Count > OnAPage ? Older(context, found[OnAPage - 1].Stored.File) : null,
        };
        return DeskPages.Show(LibraryPage.Create(model));

        string Field(string name) => query[name].ToString().Trim();
    }

    private static string Older(HttpContext context, string after) =>
        "/desk/pictures" + QueryString.Create(context.Request.Query.Where(part => part.Key != "after").Select(part => KeyValuePair.Create(part.Key, (string?)part.Value.ToString())).Append(new("after", after))).ToUriComponent();

    /// <summary>A picture for the editor's own search: all that its place in a story needs.</summary>
    private static object Choice(LibraryPicture picture, DateTimeOffset now)
    {
        var ready = picture.ForStory();
        return new
        {
            file = ready.File, caption = ready.Caption, alt = ready.AltText, credit = ready.Credit, width = ready.Width, height = ready.Height,
            rights = ready.Rights is { } rights ? new { terms = rights.UsageTerms, holder = rights.Holder, notice = rights.Notice, expires = rights.Expires, licence = rights.Licence } : null,
            right = PictureWords.Of(picture.RightAt(now)).Words, thumb = PictureWords.Rendition(picture, PictureShape.Square, 96),
        };
    }

    /// <summary>Keeps one file, or several that were dropped together; what is refused is said with its name.</summary>
    private static async Task<IResult> KeepAsync(HttpContext context, DeskPages pages, Store store)
    {
        var cancel = context.RequestAborted;
        if (context.Request.Form.Files is not { Count: > 0 } files)
            return await RefusedAsync("Choose a picture.");
        var (kept, refused) = (new List<StoredPicture>(), new List<string>());
        foreach (var file in files)
        {
            using var bytes = new MemoryStream((int)file.Length);
            await file.CopyToAsync(bytes, cancel);
            try
            {
                var whole = bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
                kept.Add(context.RequestServices.GetService<DeskIntake>() is { } intake ? await intake.KeepPicture(whole, cancel) : await store.KeepPictureAsync(whole, cancel));
            }
            catch (StoreException refusal)
            {
                refused.Add(files.Count > 1 ? $"{file.FileName}: {refusal.Message}" : refusal.Message);
            }
        }

        if (kept is not [var first, ..])
            return await RefusedAsync(string.Join(' ', refused));
        if (!DeskPages.WantsJson(context))
            return Results.Redirect(kept.Count == 1 && refused.Count == 0 ? $"/desk/picture/{first.File}" : "/desk/pictures");
        var known = await store.FindLibraryPictureAsync(first.File, cancel);
        var ready = known?.ForStory() ?? new Picture(first.File, "", "", "", first.Width, first.Height);
        return Results.Json(new
        {
            file = ready.File, caption = ready.Caption, alt = ready.AltText, credit = ready.Credit, width = ready.Width, height = ready.Height, count = kept.Count,
            message = refused.Count > 0 ? string.Join(' ', refused) : null,
        });

        async Task<IResult> RefusedAsync(string why) => await pages.MessageAsync(context, StatusCodes.Status400BadRequest, "Not taken", why);
    }

    /// <summary>The file as it was kept, for the desk alone.</summary>
    private static async Task<IResult> OriginalAsync(HttpContext context, string file, Store store)
    {
        if (!PictureFiles.IsName(file) || await store.FindPictureAsync(file, context.RequestAborted) is not { } picture)
            return Results.NotFound();
        context.Response.Headers.CacheControl = "private, max-age=86400, immutable";
        return Results.File(store.PicturePath(picture.File), picture.MediaType);
    }

    private static async Task<IResult> RenditionAsync(HttpContext context, string file, string rendition, Store store, Renditions renditions)
    {
        if (!PictureFiles.IsName(file) || Rendition.Of(rendition) is not { } asked || await store.FindLibraryPictureAsync(file, context.RequestAborted) is not { } picture
            || !asked.IsOf(picture.Stored.Width, picture.Stored.Height))
            return Results.NotFound();
        var isCurrent = asked.Shape is PictureShape.Full || asked.Focus == picture.Focus;
        var one = isCurrent ? asked : asked with { Focus = picture.Focus };
        if (await renditions.AskAsync(file, picture.Stored.Width, picture.Stored.Height, one, context.RequestAborted) is not { } path)
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        context.Response.Headers.CacheControl = isCurrent ? "private, max-age=31536000, immutable" : "no-store";
        return Results.File(path, one.MediaType);
    }

    private static async Task<IResult> ShowAsync(HttpContext context, string file, DeskPages pages, Store store, string fault = "", string said = "")
    {
        var cancel = context.RequestAborted;
        if (!PictureFiles.IsName(file) || await store.FindLibraryPictureAsync(file, cancel) is not { } picture)
            return await NoSuchAsync(context, pages);
        var frame = await pages.FrameAsync(context, PictureWords.Title(picture), KeyScope.Picture);
        var mine = await store.QueueAsync(new QueueFilter { States = [StoryState.Draft, StoryState.Approved, StoryState.Released, StoryState.Updated, StoryState.Corrected] }, StoriesOffered, cancel);
        var model = new PictureModel(frame with { Said = said, Place = "pictures" }, picture)
        {
            Uses = await store.PictureUsesAsync(file, UsesShown, cancel), Stories = [.. mine.OrderBy(row => row.TakenBy != context.PersonName())], Names = await QueueEndpoints.NamesAsync(store, cancel),
            Fault = fault,
        };
        return DeskPages.Show(PicturePage.Create(model), fault.Length > 0 ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK);
    }

    private static async Task<IResult> SaveAsync(HttpContext context, string file, DeskPages pages, Store store)
    {
        var cancel = context.RequestAborted;
        if (!PictureFiles.IsName(file) || await store.FindLibraryPictureAsync(file, cancel) is not { } picture)
            return await NoSuchAsync(context, pages);
        var (edit, fault) = PictureForm.Read(context.Request.Form, picture, await pages.TimeAsync(cancel));
        if (edit is null)
            return await ShowAsync(context, file, pages, store, fault ?? "");
        await store.SavePictureAsync(file, edit, context.PersonName(), cancel);
        return await ShowAsync(context, file, pages, store, said: "Saved. Whatever shows the picture follows at once.");
    }

    /// <summary>A new version of the story with the picture in it: behind those that open it, so that several put in one after the other become a gallery.</summary>
    private static async Task<IResult> PutInStoryAsync(HttpContext context, string file, DeskPages pages, Store store, TimeProvider clock)
    {
        var cancel = context.RequestAborted;
        if (!PictureFiles.IsName(file) || await store.FindLibraryPictureAsync(file, cancel) is not { } picture)
            return await NoSuchAsync(context, pages);
        if (StoryAddress.Find(context.Request.Form["story"].ToString()) is not { } chosen || await store.FindStoryAsync(chosen, cancel) is not { } story)
            return await ShowAsync(context, file, pages, store, "Choose the story that the picture goes in.");
        if (picture.RightAt(clock.GetUtcNow()) is PictureRight.Refused or PictureRight.Barred or PictureRight.Expired)
            return await ShowAsync(context, file, pages, store, "This picture may not go out, so it goes in no story.");
        var copy = story.Head.Copy;
        var opening = copy.Body.TakeWhile(block => block is PictureBlock).Count();
        if (copy.Pictures.All(one => one.File != file))
        {
            copy = copy with { Body = [.. copy.Body.Take(opening), new PictureBlock(picture.ForStory()), .. copy.Body.Skip(opening)] };
            await store.SaveVersionAsync(story.Row.Story, copy, story.Head.Number, context.PersonName(), cancel);
        }

        return Results.Redirect($"/desk/story/{story.Row.Story}/edit");
    }

    private static Task<IResult> NoSuchAsync(HttpContext context, DeskPages pages) =>
        pages.MessageAsync(context, StatusCodes.Status404NotFound, "No such picture", "There is no picture at this address.");
}
