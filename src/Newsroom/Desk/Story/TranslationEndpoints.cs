using Wireroom.Newsroom.Desk.Access;
using Wireroom.Newsroom.Desk.Frame;
using Wireroom.Storage;
using Wireroom.Stories;

namespace Wireroom.Newsroom.Desk.Story;

/// <summary>Joins stories that tell the same in several languages, so that readers and search engines are led from one to the other.</summary>
public static class TranslationEndpoints
{
    private const int IdLength = 13;

    /// <summary><c>/desk/story/{id}/translations</c>.</summary>
    public static void MapTranslations(this RouteGroupBuilder desk) => desk.MapPost("/story/{id}/translations", async (HttpContext context, string id, DeskPages pages, Store store) =>
    {
        if (await StoryEndpoints.FindAsync(store, id, context.RequestAborted) is not { } story)
            return await StoryEndpoints.NoSuchStoryAsync(context, pages);
        var form = context.Request.Form;
        if (form["leave"] == "1")
            await store.LeaveTranslationsAsync(story.Row.Story, context.RequestAborted);
        else
            await store.JoinTranslationAsync(story.Row.Story, Named(form["other"].ToString()), context.RequestAborted);
        return Results.Redirect($"/desk/story/{story.Row.Story}#translations");
    }).Needs(Right.Write, "join translations", "other", "leave");

    /// <summary>The story that an address names: the site's, whose last part ends with the identity, or the desk's.</summary>
    private static StoryId Named(string text)
    {
        var address = text.Trim().Split('?', '#')[0].TrimEnd('/');
        foreach (var part in address.Split('/').Reverse())
        {
            if (part.Length >= IdLength && StoryId.TryParse(part.AsSpan(part.Length - IdLength), out var story))
                return story;
        }

        throw new MoveRefusedException("That names no story. Paste the address of the other story, from the site or from the desk.");
    }
}
