using System.Globalization;
using Wireroom.Newsroom.Desk.Access;
using Wireroom.Newsroom.Desk.Editor;
using Wireroom.Newsroom.Desk.Frame;
using Wireroom.Newsroom.Desk.Keys;
using Wireroom.Newsroom.Desk.Queue;
using Wireroom.Newsroom.Desk.SignIn;
using Wireroom.Newsroom.Paper.Planning;
using Wireroom.Storage;
using Wireroom.Stories;
using Wireroom.Stories.Planning;

namespace Wireroom.Newsroom.Desk.Planning;

/// <summary>What takes place and who covers it: the events that calendars and agencies announce, and those that somebody here writes down, day by day.</summary>
public static class PlanningEndpoints
{
    private const int Days = 7;
    private const int LongestTitle = 300;
    private const int LongestText = 10_000;

    /// <summary><c>/desk/planning</c> and what hangs on it.</summary>
    public static void MapPlanning(this RouteGroupBuilder desk)
    {
        desk.MapGet("/planning", ShowAsync).Needs(Right.Read);
        desk.MapGet("/planning/new", (HttpContext context, DeskPages pages, Store store) => ShowFormAsync(context, pages, store, null)).Needs(Right.Plan);
        desk.MapPost("/planning", (HttpContext context, DeskPages pages, Store store) => SaveAsync(context, 0, pages, store)).Needs(Right.Plan, "write an event down", "title", "starts").Files("section");
        desk.MapGet("/planning/{key:long}", ShowEventAsync).Needs(Right.Read);
        desk.MapGet("/planning/{key:long}/edit", ChangeFormAsync).Needs(Right.Plan).OfEvent();
        desk.MapPost("/planning/{key:long}", SaveAsync).Needs(Right.Plan, "change an event", "title", "starts", "status").Files("section").OfEvent();
        desk.MapPost("/planning/{key:long}/settle", SettleAsync).Needs(Right.Plan, "settle an event", "do", "section").Files("section").OfEvent();
    }

    /// <summary>There is no such event.</summary>
    public static Task<IResult> NoSuchEventAsync(HttpContext context, DeskPages pages) =>
        pages.MessageAsync(context, StatusCodes.Status404NotFound, "No such event", "There is no event at this address.");

    private static async Task<IResult> ShowAsync(HttpContext context, DeskPages pages, Store store)
    {
        var (query, cancel) = (context.Request.Query, context.RequestAborted);
        var frame = await pages.FrameAsync(context, "Planning", KeyScope.Planning);
        var (zone, today) = (frame.Time.Zone, DateOnly.FromDateTime(LocalTimes.Local(frame.Time.Now, frame.Time.Zone)));
        var first = DateOnly.TryParseExact(query["from"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var from) && from.Year is > 1900 and < 3000 ? from : today;
        var (begins, ends) = (Midnight(first, zone), Midnight(first.AddDays(Days), zone));
        var (section, show) = (query["section"].ToString(), query["show"].ToString());
        var events = Occurrences.Between([.. (await store.EventsAsync(begins, ends, cancel)).Where(one => section.Length == 0 || one.Section == section)], begins, ends, zone);
        var assignments = await store.AssignmentsOfAsync([.. events.Select(one => one.Event.Id).Distinct()], cancel);
        var rows = events.Select(one => new PlanningRow(one, [.. assignments.Where(given => Belongs(given, one))]))
            .Where(row => show switch
            {
                "dropped" => row.Occurrence.Event.IsDropped,
                "nobody" => !row.Occurrence.Event.IsDropped && !row.Occurrence.Event.IsOff && !row.Assignments.Any(given => given.State is not AssignmentState.Dropped),
                "mine" => row.Assignments.Any(given => given.Person == context.PersonId() && given.IsOpen),
                _ => !row.Occurrence.Event.IsDropped,
            }).ToList();
        return DeskPages.Show(PlanningPage.Create(new PlanningModel
        {
            Frame = frame,
            First = first,
            Today = today,
            Section = section,
            Show = show,
            Days = [.. Enumerable.Range(0, Days).Select(first.AddDays).Select(day => new PlanningDay(day, [.. rows.Where(row => IsOn(row.Occurrence, day, first, zone))]))],
            Open = await store.OpenAssignmentsAsync(show == "mine" ? context.PersonId() : null, cancel),
            Names = await QueueEndpoints.NamesAsync(store, cancel),
        }));
    }

    private static async Task<IResult> ShowEventAsync(HttpContext context, long key, DeskPages pages, Store store)
    {
        var cancel = context.RequestAborted;
        if (await store.FindEventAsync(key, cancel) is not { } planned)
            return await NoSuchEventAsync(context, pages);
        var frame = await pages.FrameAsync(context, planned.Title, KeyScope.Event);
        var zone = frame.Time.Zone;
        var next = planned.Recurrence.Length == 0 ? [] : Occurrences.Between([planned], frame.Time.Now, frame.Time.Now.AddDays(120), zone).Take(6).ToList();
        return DeskPages.Show(EventPage.Create(new EventModel
        {
            Frame = frame with { Place = "planning" },
            Event = planned,
            Next = next,
            IsUnreadRule = planned.Recurrence.Length > 0 && !Occurrences.IsRule(planned.Recurrence, zone),
            Assignments = await store.AssignmentsOfAsync([key], cancel),
            People = await PeopleAsync(store, cancel),
            Names = await QueueEndpoints.NamesAsync(store, cancel),
        }));
    }

    private static async Task<IResult> ChangeFormAsync(HttpContext context, long key, DeskPages pages, Store store) =>
        await store.FindEventAsync(key, context.RequestAborted) is { } planned ? await ShowFormAsync(context, pages, store, planned) : await NoSuchEventAsync(context, pages);

    private static async Task<IResult> ShowFormAsync(HttpContext context, DeskPages pages, Store store, PlannedEvent? planned)
    {
        if (planned is { Source.Length: > 0 })
            throw new MoveRefusedException("A wire announced this event, and its next version would undo what is changed here. Write an event of our own beside it.");
        var frame = await pages.FrameAsync(context, planned is null ? "A new event" : $"Change: {planned.Title}", KeyScope.Event);
        return DeskPages.Show(EventForm.Create(new EventFormModel(frame with { Place = "planning" }, planned, await store.SectionsAsync(context.RequestAborted))));
    }

    private static async Task<IResult> SaveAsync(HttpContext context, long key, DeskPages pages, Store store)
    {
        var (form, cancel) = (context.Request.Form, context.RequestAborted);
        var time = await pages.TimeAsync(cancel);
        var allDay = form["all-day"] == "1";
        var starts = At(form["starts"], time) ?? throw new MoveRefusedException("When does it begin? Write the day, and the time where it is known.");
        var ends = At(form["ends"], time);
        if (ends < starts)
            throw new MoveRefusedException("It would end before it begins. Change one of the two times.");
        var planned = new PlannedEvent
        {
            Id = key,
            Title = Text(form, "title", LongestTitle) is { Length: > 0 } title ? title : throw new MoveRefusedException("An event needs a title: what takes place?"),
            Notes = Text(form, "notes", LongestText),
            Place = Text(form, "place", LongestTitle),
            Organiser = Text(form, "organiser", LongestTitle),
            Contacts = Text(form, "contacts", LongestText),
            Link = Link(Text(form, "link", 2_000)),
            Section = await KnownSectionAsync(store, form["section"].ToString(), cancel),
            Starts = allDay ? LocalTimes.Midnight(starts, time.Zone) : starts,
            Ends = allDay ? LocalTimes.Midnight(ends ?? starts, time.Zone, daysLater: 1) : ends,
            AllDay = allDay,
            Recurrence = form["repeats"].ToString() switch { "daily" => "FREQ=DAILY", "weekly" => "FREQ=WEEKLY", "monthly" => "FREQ=MONTHLY", "yearly" => "FREQ=YEARLY", _ => "" },
            Status = form["status"].ToString() is "tentative" or "postponed" or "cancelled" ? form["status"].ToString() : "",
        };
        var id = await store.SaveEventAsync(planned, Occurrences.Last(planned, time.Zone), context.PersonName(), cancel);
        return Results.Redirect($"/desk/planning/{id}");
    }

    private static async Task<IResult> SettleAsync(HttpContext context, long key, DeskPages pages, Store store)
    {
        var (form, cancel) = (context.Request.Form, context.RequestAborted);
        if (await store.FindEventAsync(key, cancel) is not { } planned)
            return await NoSuchEventAsync(context, pages);
        var section = form["do"] == "section" ? await KnownSectionAsync(store, form["section"].ToString(), cancel) : planned.Section;
        await store.SettleEventAsync(key, form["do"] == "drop" || (form["do"] != "restore" && planned.IsDropped), section, cancel);
        return Results.Redirect($"/desk/planning/{key}");
    }

    /// <summary>The people who may sign in, by name.</summary>
    public static async Task<IReadOnlyList<Person>> PeopleAsync(Store store, CancellationToken cancel) =>
        [.. (await store.PeopleAsync(cancel)).Where(person => person.DisabledAt is null && person.May(Right.Write)).OrderBy(person => person.Name, StringComparer.CurrentCulture)];

    /// <summary>A field as plain text, within its length.</summary>
    /// <exception cref="MoveRefusedException">It is too long.</exception>
    public static string Text(IFormCollection form, string name, int most)
    {
        var text = EditorBody.Clean(form[name].ToString()).Replace("\r", "", StringComparison.Ordinal).Trim();
        return text.Length <= most ? text : throw new MoveRefusedException($"The field “{name}” has more than {most} characters. Shorten it.");
    }

    /// <summary>A day, or a day and a time, of the house's clocks.</summary>
    public static DateTimeOffset? At(string? field, DeskTime time) =>
        time.FromField(field) ?? (DateOnly.TryParseExact(field, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? Midnight(day, time.Zone) : null);

    private static string Link(string text) => text.Length == 0 ? "" : Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
        ? text
        : throw new MoveRefusedException("The page about it needs a whole address that begins with https://.");

    private static async Task<string> KnownSectionAsync(Store store, string slug, CancellationToken cancel) =>
        slug.Length == 0 || (await store.SectionsAsync(cancel)).Any(section => section.Slug == slug) ? slug : throw new MoveRefusedException("That section is gone. Choose another one.");

    private static DateTimeOffset Midnight(DateOnly day, TimeZoneInfo zone) => LocalTimes.At(day.ToDateTime(TimeOnly.MinValue), zone);

    /// <summary>An assignment of a series belongs to the time that it names, or to all where it names none.</summary>
    private static bool Belongs(Assignment given, Occurrence one) => given.Event == one.Event.Id && (given.Occurs is null || given.Occurs == one.Starts);

    /// <summary>What lasts for days stands on the first of them that is shown, so that a week is not full of one festival.</summary>
    private static bool IsOn(Occurrence one, DateOnly day, DateOnly first, TimeZoneInfo zone)
    {
        var starts = DateOnly.FromDateTime(LocalTimes.Local(one.Starts, zone));
        return (starts < first ? first : starts) == day;
    }
}

/// <summary>An event at one of its times, and what is to be delivered of it.</summary>
public sealed record PlanningRow(Occurrence Occurrence, IReadOnlyList<Assignment> Assignments);

/// <summary>A row on its page.</summary>
public sealed record PlanRowModel(PlanningRow Row, PlanningModel Page);

/// <summary>A day of the planning.</summary>
public sealed record PlanningDay(DateOnly Day, IReadOnlyList<PlanningRow> Rows);

/// <summary>The screen of the planning.</summary>
public sealed record PlanningModel
{
    /// <summary>The frame.</summary>
    public required FrameModel Frame { get; init; }

    /// <summary>The first day that is shown.</summary>
    public required DateOnly First { get; init; }

    /// <summary>Today.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>The section that is shown, or empty.</summary>
    public required string Section { get; init; }

    /// <summary><c>mine</c>, <c>nobody</c>, <c>dropped</c>, or empty for all.</summary>
    public required string Show { get; init; }

    /// <summary>The days.</summary>
    public required IReadOnlyList<PlanningDay> Days { get; init; }

    /// <summary>What is still to be delivered, what is due first standing first.</summary>
    public required IReadOnlyList<Assignment> Open { get; init; }

    /// <summary>Names for people.</summary>
    public required QueueNames Names { get; init; }

    /// <summary>The page's address with another first day or another choice.</summary>
    public string Address(DateOnly? first = null, string? show = null, string? section = null)
    {
        (string Name, string Value)[] parts =
        [
            ("from", (first ?? First) == Today ? "" : (first ?? First).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), ("show", show ?? Show), ("section", section ?? Section),
        ];
        var query = string.Join('&', parts.Where(part => part.Value.Length > 0).Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value)}"));
        return query.Length > 0 ? $"/desk/planning?{query}" : "/desk/planning";
    }
}

/// <summary>The screen of an event.</summary>
public sealed record EventModel
{
    /// <summary>The frame.</summary>
    public required FrameModel Frame { get; init; }

    /// <summary>The event.</summary>
    public required PlannedEvent Event { get; init; }

    /// <summary>The next times at which it takes place, where it repeats.</summary>
    public required IReadOnlyList<Occurrence> Next { get; init; }

    /// <summary>True where nobody can say when it repeats.</summary>
    public required bool IsUnreadRule { get; init; }

    /// <summary>What is to be delivered of it.</summary>
    public required IReadOnlyList<Assignment> Assignments { get; init; }

    /// <summary>Who could deliver it.</summary>
    public required IReadOnlyList<Person> People { get; init; }

    /// <summary>Names for people.</summary>
    public required QueueNames Names { get; init; }
}

/// <summary>The form of an event of our own; null for a new one.</summary>
public sealed record EventFormModel(FrameModel Frame, PlannedEvent? Event, IReadOnlyList<Section> Sections);
