using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Wireroom.Newsroom.Desk.Access;
using Wireroom.Newsroom.Intake;
using Wireroom.Newsroom.Tests.Desk;
using Wireroom.Storage;
using Wireroom.Stories.Planning;

namespace Wireroom.Newsroom.Tests.Planning;

/// <summary>From the calendar that a wire sends to the story that is written for it.</summary>
public sealed class PlanningTests
{
    // Ahead of the machine's own clock: the cookie of a session that began in its past would have lapsed.
    private static readonly DateTimeOffset Now = new(2027, 3, 3, 9, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task A_calendar_goes_into_the_planning_and_its_later_versions_change_it(TestDatabase database)
    {
        await using var newsroom = await StartAsync(database);
        var first = await TakeAsync(newsroom, Calendar(Event("1", 0, "20270304T100000Z", "Council votes", "LOCATION:Rijeka"), Event("2", 0, "20270305T180000Z", "Match")));
        Assert.Equal((2, 0, 0), (first.Outcome.Taken, first.Outcome.Updated, first.Outcome.Repeated));
        Assert.Empty(await newsroom.Store.QueueAsync(new QueueFilter(), 10, Cancel));
        var events = await EventsAsync(newsroom);
        Assert.Equal([("Council votes", "Rijeka"), ("Match", "")], events.Select(one => (one.Title, one.Place)));

        // The same again, a later version, and after it an older one.
        Assert.Equal((0, 1, 1), Counts(await TakeAsync(newsroom, Calendar(Event("1", 0, "20270304T100000Z", "Council votes", "LOCATION:Rijeka"), Event("2", 1, "20270305T190000Z", "Match")))));
        Assert.Equal((0, 0, 1), Counts(await TakeAsync(newsroom, Calendar(Event("2", 0, "20270305T180000Z", "Match, as it was")))));
        Assert.Equal(new DateTimeOffset(2027, 3, 5, 19, 0, 0, TimeSpan.Zero), (await EventsAsync(newsroom))[1].Starts);

        // The desk is told only of what somebody is to cover.
        Assert.Empty(await newsroom.Store.NoticesAsync(10, Cancel));
        await newsroom.Store.AssignAsync(new Assignment { Event = events[0].Id, What = "The vote" }, "Ana", Cancel);
        await TakeAsync(newsroom, Calendar(Event("1", 2, "20270304T100000Z", "Council votes", "STATUS:CANCELLED")));
        Assert.Contains("“Council votes” is cancelled", Assert.Single(await newsroom.Store.NoticesAsync(10, Cancel)).Words, StringComparison.Ordinal);
        Assert.True((await newsroom.Store.FindEventAsync(events[0].Id, Cancel))!.IsOff);
    }

    [Fact]
    public async Task Days_end_at_the_midnight_after_them_and_local_times_are_the_houses()
    {
        await using var newsroom = await StartAsync(TestDatabase.Sqlite);
        await TakeAsync(newsroom, Calendar("BEGIN:VEVENT\nUID:1\nSUMMARY:Fair\nDTSTART;VALUE=DATE:20270304\nDTEND;VALUE=DATE:20270306\nEND:VEVENT\nBEGIN:VEVENT\nUID:2\nSUMMARY:One day\nDTSTART;VALUE=DATE:20270304\nEND:VEVENT\nBEGIN:VEVENT\nUID:3\nSUMMARY:Local\nDTSTART:20270304T100000\nEND:VEVENT"));
        var events = await EventsAsync(newsroom);
        DateTimeOffset Zagreb(int day, int hour = 0) => new(2027, 3, day, hour, 0, 0, TimeSpan.FromHours(1));
        Assert.Equal([("Fair", Zagreb(4), Zagreb(6)), ("One day", Zagreb(4), Zagreb(5)), ("Local", Zagreb(4, 10), null)], events.Select(one => (one.Title, one.Starts, one.Ends)));
    }

    [Theory, EachDatabase]
    public async Task An_event_is_written_down_assigned_taken_and_its_story_begun(TestDatabase database)
    {
        await using var newsroom = await StartAsync(database);
        using var ana = await DeskVisitor.SignedInAsync(newsroom);
        using var ivo = await DeskVisitor.SignedInAsync(newsroom, "Ivo Babić", "ivo@courier.example", Roles.Reporter);
        var ivos = (await newsroom.Store.FindPersonAsync("ivo@courier.example", Cancel))!.Id;
        using var written = await ana.PostAsync("/desk/planning", "/desk/planning/new", ("title", "Quay opens"), ("starts", "2027-03-04T11:00"), ("ends", "2027-03-04T12:30"), ("place", "Rijeka"), ("section", "region"));
        var page = written.Headers.Location!.ToString();
        Assert.Contains("Thursday 4 March 2027, 11:00 to 12:30", await ana.PageAsync(page), StringComparison.Ordinal);

        using (var assigned = await ana.PostAsync($"{page}/assignment", page, ("person", ivos.ToString(CultureInfo.InvariantCulture)), ("kind", "text"), ("what", "Who pays"), ("due", "2027-03-04T16:00"), ("words", "400")))
            Assert.Equal(HttpStatusCode.Redirect, assigned.StatusCode);
        var planning = await ivo.PageAsync("/desk/planning?show=mine");
        Assert.Contains(">Planning (1)</a>", planning, StringComparison.Ordinal);
        Assert.Contains("Quay opens", planning, StringComparison.Ordinal);
        Assert.Contains("asked by Ana Marić, 400 words, due", planning, StringComparison.Ordinal);
        Assert.DoesNotContain("plan-title", await ana.PageAsync("/desk/planning?show=nobody"), StringComparison.Ordinal);

        var given = Assert.Single(await newsroom.Store.OpenAssignmentsAsync(ivos, Cancel));
        using (var begun = await ivo.PostAsync($"/desk/assignment/{given.Id}/write", "/desk/planning", []))
            Assert.EndsWith("/edit", begun.Headers.Location!.ToString(), StringComparison.Ordinal);
        given = (await newsroom.Store.FindAssignmentAsync(given.Id, Cancel))!;
        var story = (await newsroom.Store.FindStoryAsync(given.Story!.Value, Cancel))!;
        Assert.Equal(("Quay opens", true, "Rijeka", "region", "Ivo Babić", AssignmentState.Working), (story.Head.Copy.Headline, story.Head.Copy.HeadlineIsWorkingTitle, story.Head.Copy.Place, story.Row.Section, story.Row.TakenBy, given.State));
        Assert.Contains("Who pays", await ana.PageAsync($"/desk/story/{given.Story}"), StringComparison.Ordinal);
        using (await ivo.PostAsync($"/desk/assignment/{given.Id}", "/desk/planning", ("do", "done")))
            Assert.Equal(0, await newsroom.Store.CountOpenAssignmentsAsync(ivos, Cancel));
    }

    [Fact]
    public async Task What_cannot_be_is_refused_with_what_to_do()
    {
        await using var newsroom = await StartAsync(TestDatabase.Sqlite);
        using var ana = await DeskVisitor.SignedInAsync(newsroom);
        async Task RefusedAsync(string expected, string address, params (string, string)[] fields) =>
            Assert.Contains(expected, (await ana.SayAsync(address, "/desk/planning/new", fields)).Body, StringComparison.Ordinal);
        await RefusedAsync("When does it begin?", "/desk/planning", ("title", "Quay opens"), ("starts", "soon"));
        await RefusedAsync("An event needs a title", "/desk/planning", ("title", " "), ("starts", "2027-03-04T11:00"));
        await RefusedAsync("It would end before it begins.", "/desk/planning", ("title", "Quay opens"), ("starts", "2027-03-04T11:00"), ("ends", "2027-03-04T10:00"));
        await RefusedAsync("begins with https://", "/desk/planning", ("title", "Quay opens"), ("starts", "2027-03-04T11:00"), ("link", "javascript:alert(1)"));
        await TakeAsync(newsroom, Calendar(Event("1", 0, "20270304T100000Z", "Council votes")));
        var wires = (await EventsAsync(newsroom))[0].Id;
        await RefusedAsync("A wire announced this event", $"/desk/planning/{wires}", ("title", "Council does not vote"), ("starts", "2027-03-04T11:00"));
        await RefusedAsync("cannot be read", $"/desk/planning/{wires}/assignment", ("due", "tomorrow"));
        await RefusedAsync("That person does not write here", $"/desk/planning/{wires}/assignment", ("person", "99"));

        // Left alone, it stands among what is left alone, also after the wire's next version.
        await ana.SayAsync($"/desk/planning/{wires}/settle", "/desk/planning/new", ("do", "drop"));
        await TakeAsync(newsroom, Calendar(Event("1", 1, "20270304T110000Z", "Council votes later")));
        Assert.DoesNotContain("Council votes", await ana.PageAsync("/desk/planning"), StringComparison.Ordinal);
        Assert.Contains("Council votes later", await ana.PageAsync("/desk/planning?show=dropped"), StringComparison.Ordinal);
    }

    private static (int, int, int) Counts(ArrivalReport report) => (report.Outcome.Taken, report.Outcome.Updated, report.Outcome.Repeated);

    private static async Task<RunningNewsroom> StartAsync(TestDatabase database)
    {
        var newsroom = await RunningNewsroom.StartAsync(database, new FakeTimeProvider(Now));
        await newsroom.Store.SaveMastheadAsync(new Masthead("The Courier", "", "en", "Europe/Zagreb", ""), Cancel);
        return newsroom;
    }

    private static Task<IReadOnlyList<PlannedEvent>> EventsAsync(RunningNewsroom newsroom) => newsroom.Store.EventsAsync(Now, Now.AddDays(14), Cancel);

    private static string Event(string uid, int sequence, string starts, string title, string more = "X-MORE:1") =>
        $"BEGIN:VEVENT\nUID:{uid}@diary.example\nSEQUENCE:{sequence}\nDTSTART:{starts}\nSUMMARY:{title}\n{more}\nEND:VEVENT";

    private static string Calendar(params string[] events) => $"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//diary//EN\n{string.Join('\n', events)}\nEND:VCALENDAR\n";

    private static Task<ArrivalReport> TakeAsync(RunningNewsroom newsroom, string calendar) => newsroom.Services.GetRequiredService<Arrive>().TakeAsync(
        new Delivery { Source = "diary", Name = $"{calendar.Length}.ics", Bytes = Encoding.UTF8.GetBytes(calendar) }, Cancel);
}
