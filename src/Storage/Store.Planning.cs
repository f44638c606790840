using Wireroom.Stories;
using Wireroom.Stories.Planning;

namespace Wireroom.Storage;

public sealed partial class Store
{
    // What takes place for ever ends here.
    private const long Never = 253_402_300_799_999;
    private const string AssignmentColumnList =
        """
        a.id, a.event, a.occurs_at, a.story, a.kind, a.what, a.person, a.due_at, a.words, a.state, a.made_by, coalesce(p.name, '') as name,
        coalesce(e.title, s.headline, '') as about
        from assignments a left join people p on p.id = a.person left join planned_events e on e.id = a.event left join stories s on s.id = a.story
        """;

    /// <summary>Takes in what a wire announces. A later version replaces what an earlier one said; what the newsroom added, its section and that it was dropped, stays.</summary>
    /// <param name="announced">The event, with source and guid.</param>
    /// <param name="until">When it takes place for the last time, or null where it repeats without end.</param>
    /// <param name="cancel">Ends it.</param>
    public Task<(EventTaken Outcome, PlannedEvent Event)> TakeEventAsync(PlannedEvent announced, DateTimeOffset? until, CancellationToken cancel) => WriteAsync(
        async writing =>
        {
            var before = await writing.FirstAsync<EventColumns>("select * from planned_events where source = @Source and guid = @Guid", new { announced.Source, announced.Guid });
            if (before is null)
                return (EventTaken.New, await InsertEventAsync(writing, announced, until, ByWire));
            var known = before.ToEvent();
            if (announced.Version < known.Version)
                return (EventTaken.Late, known);
            var changed = announced with { Id = known.Id, IsDropped = known.IsDropped, Section = known.Section.Length > 0 ? known.Section : announced.Section };
            if (changed with { Version = known.Version } == known)
                return (EventTaken.Repeated, known);
            await UpdateEventAsync(writing, changed, until);
            return (EventTaken.Changed, changed);
        },
        cancel);

    /// <summary>Writes an event down, or changes one of our own. Returns its number.</summary>
    /// <exception cref="MoveRefusedException">A wire announced it: what the wire says of it stays.</exception>
    public Task<long> SaveEventAsync(PlannedEvent planned, DateTimeOffset? until, string by, CancellationToken cancel) => WriteAsync(
        async writing =>
        {
            Reaches(planned.Section, desk: "");
            if (planned.Id == 0)
                return (await InsertEventAsync(writing, planned, until, by)).Id;
            var before = await EventRowAsync(writing, planned.Id);
            if (before.Source.Length > 0)
                throw new MoveRefusedException("A wire announced this event, and its next version would undo what is changed here. Write an event of our own beside it.");
            await UpdateEventAsync(writing, planned with { IsDropped = before.Dropped != 0 }, until);
            return planned.Id;
        },
        cancel);

    /// <summary>The newsroom leaves an event alone, or takes it up again; and says whose business it is.</summary>
    public Task SettleEventAsync(long id, bool dropped, string section, CancellationToken cancel) => WriteAsync(
        async writing =>
        {
            Reaches(section, desk: "");
            await EventRowAsync(writing, id);
            await writing.RunAsync("update planned_events set dropped = @dropped, section = @section, changed_at = @Now where id = @id", new { id, dropped = dropped ? 1 : 0, section, Now });
        },
        cancel);

    /// <summary>The event of that number, or null.</summary>
    public Task<PlannedEvent?> FindEventAsync(long id, CancellationToken cancel) => ReadAsync(
        async reading => (await reading.FirstAsync<EventColumns>("select * from planned_events where id = @id", new { id }))?.ToEvent(), cancel);

    /// <summary>What takes place, or may repeat, between two times, by its first beginning.</summary>
    public Task<IReadOnlyList<PlannedEvent>> EventsAsync(DateTimeOffset from, DateTimeOffset until, CancellationToken cancel) => ReadAsync<IReadOnlyList<PlannedEvent>>(
        async reading => [.. (await reading.ListAsync<EventColumns>(
            "select * from planned_events where until_at >= @from and starts_at < @until order by starts_at, id",
            new { from = from.ToUnixTimeMilliseconds(), until = until.ToUnixTimeMilliseconds() })).Select(row => row.ToEvent())],
        cancel);

    /// <summary>Gives somebody something to deliver. Returns its number.</summary>
    public Task<long> AssignAsync(Assignment assignment, string by, CancellationToken cancel) => WriteAsync(
        async writing =>
        {
            var id = await NextKeyAsync(writing, "assignments", "id", Now);
            await writing.RunAsync(
                """
                insert into assignments (id, event, occurs_at, story, kind, what, person, due_at, words, state, made_by, changed_at)
                values (@id, @Event, @occurs, @story, @Kind, @What, @Person, @due, @Words, 'open', @by, @Now)
                """,
                new
                {
                    id, assignment.Event, occurs = assignment.Occurs?.ToUnixTimeMilliseconds(), story = assignment.Story?.Value, assignment.Kind, assignment.What, assignment.Person,
                    due = assignment.Due?.ToUnixTimeMilliseconds(), assignment.Words, by, Now,
                });
            if (assignment.Story is { } story)
                writing.Ring(RingKind.Queue, story.Value);
            return id;
        },
        cancel);

    /// <summary>Changes how far an assignment is, who has it, when it is due, or the story that is written for it.</summary>
    public Task ChangeAssignmentAsync(Assignment assignment, CancellationToken cancel) => WriteAsync(
        writing => writing.RunAsync(
            "update assignments set person = @Person, due_at = @due, words = @Words, what = @What, state = @state, story = @story, changed_at = @Now where id = @Id",
            new
            {
                assignment.Id, assignment.Person, due = assignment.Due?.ToUnixTimeMilliseconds(), assignment.Words, assignment.What,
                state = assignment.State.ToString().ToLowerInvariant(), story = assignment.Story?.Value, Now,
            }),
        cancel);

    /// <summary>The assignment of that number, or null.</summary>
    public async Task<Assignment?> FindAssignmentAsync(long id, CancellationToken cancel) => await AssignmentsAsync("a.id = @id", new { id }, cancel) is [var found, ..] ? found : null;

    /// <summary>What is to be delivered of the events, whatever its state.</summary>
    public async Task<IReadOnlyList<Assignment>> AssignmentsOfAsync(IReadOnlyList<long> events, CancellationToken cancel)
    {
        var found = new List<Assignment>();

        // Numbers of our own, which no word from outside can be.
        foreach (var some in events.Chunk(500))
            found.AddRange(await AssignmentsAsync($"a.event in ({string.Join(", ", some)})", null, cancel));
        return found;
    }

    /// <summary>What is to be delivered for the story, whatever its state.</summary>
    public Task<IReadOnlyList<Assignment>> AssignmentsOfAsync(StoryId story, CancellationToken cancel) => AssignmentsAsync("a.story = @Value", new { story.Value }, cancel);

    /// <summary>All that is still to be delivered, or only what that person has to deliver; what is due first stands first, what is due at no time last.</summary>
    public Task<IReadOnlyList<Assignment>> OpenAssignmentsAsync(long? person, CancellationToken cancel) =>
        AssignmentsAsync(person is null ? "a.state in ('open', 'working')" : "a.state in ('open', 'working') and a.person = @person", new { person }, cancel);

    /// <summary>How much that person still has to deliver.</summary>
    public Task<int> CountOpenAssignmentsAsync(long person, CancellationToken cancel) => ReadAsync(
        reading => reading.FirstAsync<int>("select count(*) from assignments where person = @person and state in ('open', 'working')", new { person }), cancel);

    private Task<IReadOnlyList<Assignment>> AssignmentsAsync(string condition, object? values, CancellationToken cancel) => ReadAsync<IReadOnlyList<Assignment>>(
        async reading => [.. (await reading.ListAsync<AssignmentColumns>(
            $"select {AssignmentColumnList} where {condition} order by case when a.due_at is null then 1 else 0 end, a.due_at, a.id", values)).Select(row => row.ToAssignment())],
        cancel);

    private async Task<PlannedEvent> InsertEventAsync(Writing writing, PlannedEvent planned, DateTimeOffset? until, string by)
    {
        var id = await NextKeyAsync(writing, "planned_events", "id", Now);
        await writing.RunAsync(
            """
            insert into planned_events (id, source, guid, version, title, notes, place, organiser, contacts, coverage, link, section, starts_at, ends_at, until_at, all_day, recurrence, status, made_by, changed_at)
            values (@Id, @Source, @Guid, @Version, @Title, @Notes, @Place, @Organiser, @Contacts, @Coverage, @Link, @Section, @Starts_At, @Ends_At, @Until_At, @All_Day, @Recurrence, @Status, @Made_By, @Changed_At)
            """,
            EventColumns.Of(planned with { Id = id }, until, by, Now));
        return planned with { Id = id };
    }

    private Task<int> UpdateEventAsync(Writing writing, PlannedEvent planned, DateTimeOffset? until) => writing.RunAsync(
        """
        update planned_events set version = @Version, title = @Title, notes = @Notes, place = @Place, organiser = @Organiser, contacts = @Contacts, coverage = @Coverage, link = @Link,
        section = @Section, starts_at = @Starts_At, ends_at = @Ends_At, until_at = @Until_At, all_day = @All_Day, recurrence = @Recurrence, status = @Status, changed_at = @Changed_At where id = @Id
        """,
        EventColumns.Of(planned, until, "", Now));

    private static async Task<EventColumns> EventRowAsync(Writing writing, long id) =>
        await writing.FirstAsync<EventColumns>("select * from planned_events where id = @id", new { id })
            ?? throw new MoveRefusedException("There is no such event any more. Load the page again.");

    private sealed class EventColumns
    {
        public long Id { get; init; }

        public string Source { get; init; } = "";

        public string Guid { get; init; } = "";

        public long Version { get; init; }

        public string Title { get; init; } = "";

        public string Notes { get; init; } = "";

        public string Place { get; init; } = "";

        public string Organiser { get; init; } = "";

        public string Contacts { get; init; } = "";

        public string Coverage { get; init; } = "";

        public string Link { get; init; } = "";

        public string Section { get; init; } = "";

        public long Starts_At { get; init; }

        public long? Ends_At { get; init; }

        public long Until_At { get; init; }

        public long All_Day { get; init; }

        public string Recurrence { get; init; } = "";

        public string Status { get; init; } = "";

        public long Dropped { get; init; }

        public string Made_By { get; init; } = "";

        public long Changed_At { get; init; }

        public static EventColumns Of(PlannedEvent planned, DateTimeOffset? until, string by, long now) => new()
        {
            Id = planned.Id, Source = planned.Source, Guid = planned.Guid, Version = planned.Version, Title = planned.Title, Notes = planned.Notes, Place = planned.Place,
            Organiser = planned.Organiser, Contacts = planned.Contacts, Coverage = planned.Coverage, Link = planned.Link, Section = planned.Section,
            Starts_At = planned.Starts.ToUnixTimeMilliseconds(), Ends_At = planned.Ends?.ToUnixTimeMilliseconds(), Until_At = until?.ToUnixTimeMilliseconds() ?? Never,
            All_Day = planned.AllDay ? 1 : 0, Recurrence = planned.Recurrence, Status = planned.Status, Made_By = by, Changed_At = now,
        };

        public PlannedEvent ToEvent() => new()
        {
            Id = Id, Source = Source, Guid = Guid, Version = Version, Title = Title, Notes = Notes, Place = Place, Organiser = Organiser, Contacts = Contacts, Coverage = Coverage, Link = Link,
            Section = Section, Starts = DateTimeOffset.FromUnixTimeMilliseconds(Starts_At), Ends = Ends_At is { } end ? DateTimeOffset.FromUnixTimeMilliseconds(end) : null,
            AllDay = All_Day != 0, Recurrence = Recurrence, Status = Status, IsDropped = Dropped != 0,
        };
    }

    private sealed class AssignmentColumns
    {
        public long Id { get; init; }

        public long Event { get; init; }

        public long? Occurs_At { get; init; }

        public long? Story { get; init; }

        public string Kind { get; init; } = "";

        public string What { get; init; } = "";

        public long Person { get; init; }

        public string Name { get; init; } = "";

        public long? Due_At { get; init; }

        public long Words { get; init; }

        public string State { get; init; } = "";

        public string Made_By { get; init; } = "";

        public string About { get; init; } = "";

        public Assignment ToAssignment() => new()
        {
            Id = Id, Event = Event, Occurs = Occurs_At is { } occurs ? DateTimeOffset.FromUnixTimeMilliseconds(occurs) : null, Story = Story is { } story ? new StoryId(story) : null,
            Kind = Kind, What = What, Person = Person, Name = Name, Due = Due_At is { } due ? DateTimeOffset.FromUnixTimeMilliseconds(due) : null, Words = (int)Words,
            State = Enum.Parse<AssignmentState>(State, ignoreCase: true), MadeBy = Made_By, About = About,
        };
    }
}
