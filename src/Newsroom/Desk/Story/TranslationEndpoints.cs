using Wireroom.Newsroom.Desk.Access;
using Wireroom.Newsroom.Desk.Frame;
using Wireroom.Storage;
using Wireroom.Stories;

namespace Wireroom.Newsroom.Desk.Story;

/// <summary>Joins stories that tell the same in several languages, so that readers and search engines are led from one to the other.</summary>
public static class TranslationEndpoints
{
    /// <summary><c>/desk/story/{id}/translations</c>.</summary>
    public static void MapTranslations(this RouteGroupBuilder desk) => desk.MapPost("/story/{id}/translations", async (HttpContext context, string id, DeskPages pages, Store store) =>
    {
        if (await StoryEndpoints.FindRowAsync(store, id, context.RequestAborted) is not { } row)
            return await StoryEndpoints.NoSuchStoryAsync(context, pages);
        var form = context.Request.Form;
        if (form["leave"] == "1")
            await store.LeaveTranslationsAsync(row.Story, context.RequestAborted);
        else if (StoryAddress.Find(form["other"].ToString()) is { } other)
            await store.JoinTranslationAsync(row.Story, other, context.RequestAborted);
        else
            throw new MoveRefusedException("That names no story. Paste the address of the other story, from the site or from the desk.");
        return Results.Redirect($"/desk/story/{row.Story}#translations");
    }).NeedsInStory(Right.Write, "join translations", "other", "leave");
}
