using System.Globalization;
using Microsoft.Extensions.Primitives;
using Wireroom.Newsroom.Desk.Access;
using Wireroom.Newsroom.Desk.Frame;
using Wireroom.Newsroom.Desk.Keys;
using Wireroom.Storage;
using Wireroom.Stories;

namespace Wireroom.Newsroom.Desk.Fronts;

/// <summary>What leads: the lists of stories that editors choose for the front page and for each section's front.</summary>
public static class FrontEndpoints
{
    private const int Candidates = 60;
    private const int Remembered = 12;

    /// <summary><c>/desk/fronts</c>.</summary>
    public static void MapFronts(this RouteGroupBuilder desk)
    {
        desk.MapGet("/fronts", ShowAsync).Needs(Right.Read);
        desk.MapPost("/fronts", SaveAsync).NeedsInSection(Right.Release, "lay out a front", "front");
        desk.MapPost("/fronts/preview", PreviewAsync).NeedsUnlogged(Right.Read);
    }

    private static async Task<IResult> ShowAsync(HttpContext context, DeskPages pages, Store store)
    {
        var cancel = context.RequestAborted;
        var query = context.Request.Query;
        var front = query["front"].ToString();
        var sections = await store.SectionsAsync(cancel);
        if (front.Length > 0 && sections.All(section => section.Slug != front))
            return await pages.MessageAsync(context, StatusCodes.Status404NotFound, "No such front", "There is no section with that name. Choose a front from the list of sections.");
        var choices = await store.FrontChoicesAsync(front, Remembered, cancel);
        var shown = Number(query["choice"]) is { } number ? choices.FirstOrDefault(choice => choice.Number == number) : null;
        shown ??= choices.Count > 0 ? choices[0] : null;
        var places = shown?.Places ?? [];
        var words = query["q"].ToString().Trim();
        var filter = new ReleasedFilter { Section = front.Length > 0 && words.Length == 0 ? front : null, Words = words.Length > 0 ? words : null };
        var newest = await store.Released.LatestAsync(filter, Candidates, cancel);
        var rows = new List<FrontRow>(places.Count);
        foreach (var place in places)
        {
            if (await store.FindRowAsync(place.Story, cancel) is { } row)
                rows.Add(new FrontRow(row, place.Pin, await store.Released.FindAsync(place.Story, cancel)));
        }

        var frame = await pages.FrameAsync(context, "Fronts", KeyScope.Fronts);
        var said = query["said"] == "1" ? places.Count > 0 ? "It is out." : "The front is automatic again." : "";
        return DeskPages.Show(FrontsPage.Create(new FrontsModel(
            frame with { Said = said }, front, sections, choices, shown, rows, [.. newest.Where(row => places.All(place => place.Story != row.Story))], words)));
    }

    private static async Task<IResult> SaveAsync(HttpContext context, Store store)
    {
        var form = context.Request.Form;
        var front = form["front"].ToString();
        if (front.Length > 0 && (await store.SectionsAsync(context.RequestAborted)).All(section => section.Slug != front))
            throw new MoveRefusedException("That section is gone. Choose another front.");
        var places = form["clear"] == "1" ? [] : PlacesIn(form);
        await store.ChooseFrontAsync(front, Number(form["base"]) ?? 0, places, context.PersonName(), context.RequestAborted);
        return Results.Redirect($"/desk/fronts?front={Uri.EscapeDataString(front)}&said=1");
    }

    /// <summary>The page as readers would see it, for the frame beside the list: the site's own policy holds in it, and only the desk may frame it.</summary>
    private static async Task<IResult> PreviewAsync(HttpContext context, DeskPages pages, DeskSite site)
    {
        var form = context.Request.Form;
        if (await site.FrontAsync(form["front"].ToString(), PlacesIn(form), context.RequestAborted) is not { } page)
            return await pages.MessageAsync(context, StatusCodes.Status404NotFound, "No such front", "That section is gone. Choose another front.");
        return Preview(context, page);
    }

    /// <summary>A page of the site in a frame of the desk: it runs nothing and leads nowhere.</summary>
    public static IResult Preview(HttpContext context, byte[] page)
    {
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox allow-same-origin";
        return Results.Bytes(page, "text/html; charset=utf-8");
    }

    /// <summary>
    /// The list as the form has it. Each story comes with the number of its place; what is not chosen has none. A pinned story keeps the place that its number
    /// names, the others stand in the order of theirs.
    /// </summary>
    private static List<FrontPlace> PlacesIn(IFormCollection form)
    {
        var (stories, numbers) = (form["story"], form["place"]);
        var pinned = form["pin"].ToHashSet(StringComparer.Ordinal);
        var places = new List<(double Place, FrontPlace Story)>();
        for (var at = 0; at < stories.Count; at++)
        {
            var text = (at < numbers.Count ? numbers[at] : null)?.Trim() ?? "";
            if (text.Length == 0)
                continue;
            if (!double.TryParse(text, CultureInfo.InvariantCulture, out var place) || !double.IsFinite(place))
                throw new MoveRefusedException($"\u201C{text}\u201D is no place. Write a number: 1 is the lead.");
            if (!StoryId.TryParse(stories[at], out var story))
                throw new MoveRefusedException("The list names something that is no story. Load the page again.");
            places.Add((place, new FrontPlace(story, pinned.Contains(stories[at]!) ? Math.Clamp((int)Math.Round(place), 1, Store.MostFrontPlaces) : 0)));
        }

        return [.. places.OrderBy(place => place.Place).Select(place => place.Story)];
    }

    private static int? Number(StringValues text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}

/// <summary>A chosen story as the desk knows it, the place that it is pinned to, and the story as readers see it, or null where they do not.</summary>
public sealed record FrontRow(QueueRow Story, int Pin, ReleasedStory? Out);

/// <summary>The screen of the fronts.</summary>
/// <param name="Frame">The frame.</param>
/// <param name="Front">The front that is shown.</param>
/// <param name="Sections">The sections, each with a front.</param>
/// <param name="Choices">What was chosen for this front, newest first.</param>
/// <param name="Shown">The choice that stands in the form, or null.</param>
/// <param name="Rows">Its stories.</param>
/// <param name="Newest">What could be chosen.</param>
/// <param name="Words">The words that were searched for.</param>
public sealed record FrontsModel(
    FrameModel Frame, string Front, IReadOnlyList<Section> Sections, IReadOnlyList<FrontChoice> Choices, FrontChoice? Shown, IReadOnlyList<FrontRow> Rows, IReadOnlyList<ReleasedRow> Newest, string Words);
