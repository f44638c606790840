using System.Globalization;
using Wireroom.Newsroom.Desk.Access;
using Wireroom.Newsroom.Desk.SignIn;
using Wireroom.Storage;
using Wireroom.Stories;

namespace Wireroom.Newsroom.Desk.Tour;

/// <summary>The tour of the desk: where each of its steps is, and where somebody is in it. What it says stands in the script that shows it (web/desk/tour.ts).</summary>
public static class TourEndpoints
{
    /// <summary>How many steps it has.</summary>
    public const int Steps = 8;

    private const int Looked = 200;

    private static readonly StoryState[] BeforeRelease = [StoryState.Draft, StoryState.Received, StoryState.Approved];
    private static readonly StoryState[] Out = [StoryState.Released, StoryState.Updated, StoryState.Corrected];

    /// <summary><c>/desk/tour</c>.</summary>
    public static void MapTour(this RouteGroupBuilder desk)
    {
        desk.MapGet("/tour/{number}", GoAsync).Needs(Right.Own);
        desk.MapPost("/tour", KeepAsync).NeedsUnlogged(Right.Own);
    }

    /// <summary>To the page of a step, on a story of this newsroom where it needs one; to the queue where there is none.</summary>
    private static async Task<IResult> GoAsync(HttpContext context, string number, Store store)
    {
        var cancel = context.RequestAborted;
        var step = Step(number) is { } read and > 0 ? read : 1;
        await store.SetTourAsync(context.PersonId(), step, cancel);
        var page = step switch
        {
            3 => await OnStoryAsync(BeforeRelease, context, store) is { } story ? $"{story}/edit" : null,
            4 => await OnStoryAsync(BeforeRelease, context, store),
            5 or 6 => await OnStoryAsync(Out, context, store),
            7 => "/desk/fronts",
            _ => "/desk",
        };
        return Results.Redirect($"{page ?? "/desk"}#tour");
    }

    private static async Task<IResult> KeepAsync(HttpContext context, Store store)
    {
        if (Step(context.Request.Form["step"]) is not { } step)
            return Results.Json(new { message = $"The tour has the steps 1 to {Steps}; -1 ends it." }, statusCode: StatusCodes.Status400BadRequest);
        await store.SetTourAsync(context.PersonId(), step, context.RequestAborted);
        return Results.Json(new { step });
    }

    /// <summary>The newest story in one of these states that whoever asks may work on: of theirs, or nobody's.</summary>
    private static async Task<string?> OnStoryAsync(StoryState[] states, HttpContext context, Store store)
    {
        var rows = await store.QueueAsync(new QueueFilter { States = states }, Looked, context.RequestAborted);
        var found = rows.FirstOrDefault(row => context.Reach().WhyNot(row) is null && row.Source.Length > 0 && (Out.Contains(row.State) || row.TakenBy.Length == 0 || row.TakenBy == context.PersonName()))
            ?? rows.FirstOrDefault(row => context.Reach().WhyNot(row) is null);
        return found is null ? null : $"/desk/story/{found.Story}";
    }

    private static int? Step(string? text) => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var step) && step is -1 or (>= 1 and <= Steps) ? step : null;
}
