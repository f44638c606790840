using System.Globalization;
using Wireroom.Newsroom.Desk.Access;
using Wireroom.Newsroom.Desk.Frame;
using Wireroom.Newsroom.Desk.SignIn;
using Wireroom.Newsroom.Desk.Story;
using Wireroom.Newsroom.Paper.Planning;
using Wireroom.Storage;
using Wireroom.Stories;
using Wireroom.Stories.Planning;

namespace Wireroom.Newsroom.Desk.Planning;

/// <summary>What somebody is to deliver: given for an event or for a story, taken, written, done.</summary>
public static class AssignmentEndpoints
{
    private const int LongestWhat = 500;

    /// <summary><c>/desk/planning/{event}/assignment</c>, <c>/desk/story/{id}/assignment</c>, <c>/desk/assignment/{number}</c>.</summary>
    public static void MapAssignments(this RouteGroupBuilder desk)
    {
        desk.MapPost("/planning/{key:long}/assignment", AssignOfEventAsync).Needs(Right.Plan, "give an assignment", "kind", "what", "person", "due").OfEvent();
        desk.MapPost("/story/{id}/assignment", AssignForStoryAsync).Needs(Right.Plan, "give an assignment", "kind", "what", "person", "due");
        desk.MapPost("/assignment/{key:long}", ChangeAsync).Needs(Right.Plan, "change an assignment", "do", "person", "due").OfAssignment();
        desk.MapPost("/assignment/{key:long}/write", WriteAsync).Needs(Right.Write, "write for an assignment").OfAssignment();
    }

    private static async Task<IResult> AssignOfEventAsync(HttpContext context, long key, DeskPages pages, Store store)
    {
        var cancel = context.RequestAborted;
        if (await store.FindEventAsync(key, cancel) is null)
            return await PlanningEndpoints.NoSuchEventAsync(context, pages);
        var occurs = long.TryParse(context.Request.Form["occurs"], NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < 253_402_300_799_999 ? DateTimeOffset.FromUnixTimeMilliseconds(at) : (DateTimeOffset?)null;
        await store.AssignAsync(await ReadAsync(context, pages, store) with { Event = key, Occurs = occurs }, context.PersonName(), cancel);
        return Results.Redirect($"/desk/planning/{key}");
    }

    private static async Task<IResult> AssignForStoryAsync(HttpContext context, string id, DeskPages pages, Store store)
    {
        if (await StoryEndpoints.FindAsync(store, id, context.RequestAborted) is not { } story)
            return await StoryEndpoints.NoSuchStoryAsync(context, pages);
        await store.AssignAsync(await ReadAsync(context, pages, store) with { Story = story.Row.Story }, context.PersonName(), context.RequestAborted);
        return Results.Redirect($"/desk/story/{id}");
    }

    private static async Task<IResult> ChangeAsync(HttpContext context, long key, DeskPages pages, Store store)
    {
        var (form, cancel) = (context.Request.Form, context.RequestAborted);
        if (await store.FindAssignmentAsync(key, cancel) is not { } given)
            return await NoSuchAssignmentAsync(context, pages);
        given = form["do"].ToString() switch
        {
            "take" => given with { Person = context.PersonId(), State = AssignmentState.Working },
            "done" => given with { State = AssignmentState.Done },
            "drop" => given with { State = AssignmentState.Dropped },
            "reopen" => given with { State = given.Person > 0 ? AssignmentState.Working : AssignmentState.Open },
            "change" => await ReadAsync(context, pages, store) is var read && read.Person == given.Person
                ? given with { What = read.What, Due = read.Due, Words = read.Words }
                : given with { What = read.What, Due = read.Due, Words = read.Words, Person = read.Person, State = AssignmentState.Open },
            var other => throw new MoveRefusedException($"There is no such action: “{other}”."),
        };
        await store.ChangeAssignmentAsync(given, cancel);
        return Results.Redirect(DeskPages.Referer(context));
    }

    /// <summary>Begins the story of an assignment, with what the planning knows, and opens the editor; one that was begun is opened again.</summary>
    private static async Task<IResult> WriteAsync(HttpContext context, long key, DeskPages pages, Store store)
    {
        var cancel = context.RequestAborted;
        if (await store.FindAssignmentAsync(key, cancel) is not { } given)
            return await NoSuchAssignmentAsync(context, pages);
        if (given.Story is { } begun)
            return Results.Redirect($"/desk/story/{begun}/edit");
        var planned = await store.FindEventAsync(given.Event, cancel);
        var masthead = await store.MastheadAsync(cancel);
        var copy = new Copy
        {
            Headline = planned?.Title ?? given.What,
            HeadlineIsWorkingTitle = true,
            Place = planned?.Place ?? "",
            Section = planned?.Section ?? "",
            Language = masthead.Language,
            Byline = context.PersonName(),
        };
        var story = await store.WriteStoryAsync(copy, context.PersonName(), cancel);
        await store.ChangeAssignmentAsync(given with { Story = story, Person = context.PersonId(), State = AssignmentState.Working }, cancel);
        return Results.Redirect($"/desk/story/{story}/edit");
    }

    private static async Task<Assignment> ReadAsync(HttpContext context, DeskPages pages, Store store)
    {
        var (form, cancel) = (context.Request.Form, context.RequestAborted);
        var time = await pages.TimeAsync(cancel);
        var kind = form["kind"].ToString();
        var person = long.TryParse(form["person"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        if (person > 0 && (await PlanningEndpoints.PeopleAsync(store, cancel)).All(one => one.Id != person))
            throw new MoveRefusedException("That person does not write here any more. Choose somebody else.");
        var due = PlanningEndpoints.At(form["due"], time);
        if (due is null && form["due"].ToString().Trim().Length > 0)
            throw new MoveRefusedException("The time at which it is due cannot be read. Write it as 2026-03-03T18:00.");
        return new Assignment
        {
            Kind = Assignment.Kinds.Contains(kind) ? kind : "text",
            What = PlanningEndpoints.Text(form, "what", LongestWhat),
            Person = person,
            Due = due,
            Words = int.TryParse(form["words"], NumberStyles.None, CultureInfo.InvariantCulture, out var words) ? Math.Min(words, 20_000) : 0,
        };
    }

    private static Task<IResult> NoSuchAssignmentAsync(HttpContext context, DeskPages pages) =>
        pages.MessageAsync(context, StatusCodes.Status404NotFound, "No such assignment", "There is no assignment at this address.");
}

/// <summary>A list of assignments with what can be done with each.</summary>
/// <param name="Frame">The frame.</param>
/// <param name="Assignments">The assignments.</param>
/// <param name="People">Who could deliver them; empty where nobody is chosen here.</param>
/// <param name="Me">Who is signed in.</param>
/// <param name="NamesWhat">True where each says what it is about.</param>
public sealed record AssignmentsModel(FrameModel Frame, IReadOnlyList<Assignment> Assignments, IReadOnlyList<Person> People, long Me, bool NamesWhat);

/// <summary>The form that gives an assignment.</summary>
/// <param name="Frame">The frame.</param>
/// <param name="Address">Where it is posted.</param>
/// <param name="People">Who could deliver it.</param>
/// <param name="Times">The times of a series to choose from.</param>
public sealed record AssignModel(FrameModel Frame, string Address, IReadOnlyList<Person> People, IReadOnlyList<Occurrence> Times);
