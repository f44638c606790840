using System.Text;
using Wireroom.Wire.Html;

namespace Wireroom.Wire.Tests.ICalendar;

public sealed class ICalendarTests
{
    [Theory]
    [InlineData("agency-daybook.ics", 2)]
    [InlineData("cancel.ics", 1)]
    [InlineData("outlook-windows.ics", 2)]
    [InlineData("vcalendar-1.0.vcs", 1)]
    [InlineData("broken.ics", 3)]
    [InlineData("tasks.ics", 2)]
    [InlineData("instances.ics", 3)]
    public void Every_fixture_is_recognised_and_read(string fixture, int items) =>
        Assert.Equal(items, AssertWire.Whole("icalendar/" + fixture, "icalendar").Items.Count);

    [Fact]
    public void An_event_of_a_daybook_is_read_whole()
    {
        var document = AssertWire.Read(AssertWire.Fixture("icalendar/agency-daybook.ics"), "icalendar");
        var item = document.Items[0];
        Assert.Empty(document.Faults);
        Assert.Equal(("event", "daybook-2026-0417@kvarner.example", 2L, 2, WireSignal.New, "Kvarner Wire daybook", "en"), (item.Kind, item.Guid, item.Version, item.Urgency, item.Signal, item.Provider, item.Language));
        Assert.Equal("Harbour council votes on the new ferry quay, Rijeka", item.Headline);
        Assert.Equal("<p>The council decides on the loan for the quay.<br>Press may film the first ten minutes.</p><p>Accreditation closes on 15 April; bring a press card.</p>", HtmlBody.Write(item.Body));
        var place = new WirePlace("City hall, Korzo 16, Rijeka", Latitude: 45.327063, Longitude: 14.442176);
        Assert.Equal((place, place), (item.Located, Assert.Single(item.Places)));
        Assert.Equal(new DateTimeOffset(2026, 4, 17, 10, 30, 0, TimeSpan.FromHours(2)), item.Event?.Start?.Instant);
        Assert.Equal(new DateTimeOffset(2026, 4, 17, 12, 0, 0, TimeSpan.FromHours(2)), item.Event?.End?.Instant);
        Assert.Equal(("confirmed", false, null, "Harbour council: press office"), (item.Event?.Status, item.Event?.AllDay, item.Event?.Recurrence, item.Event?.Organiser));
        Assert.Equal(["Nives Barić, +385 51 555 010"], item.Event!.Contacts);
        Assert.Equal([new WireSubject("Ana Kovač")], item.People);
        Assert.Equal([new WireSubject("Jadran Ferries")], item.Organisations);
        Assert.Equal(["Politics", "Transport", "Ports, quays"], item.Keywords);
        Assert.Equal(("https://harbour.example/agenda/417", "Two cameras planned."), (item.Link, item.EdNote));
        Assert.Equal(new WireMedia("attachment", "https://harbour.example/agenda/417.pdf", "application/pdf") { Title = "agenda.pdf", Bytes = 48211 }, item.Media[0]);
        Assert.Equal(("main", "picture", "https://harbour.example/quay.jpg"), (item.Media[1].Role, item.Media[1].Kind, item.Media[1].Href));
        Assert.Equal([new WireLink("conference", null, "https://video.example/417", "Live picture"), new WireLink("sibling", "daybook-2026-0416@kvarner.example")], item.Links);
        Assert.Equal((new DateTimeOffset(2026, 3, 1, 8, 15, 0, TimeSpan.Zero), new DateTimeOffset(2026, 3, 3, 10, 12, 5, TimeSpan.Zero)), (item.Created?.Instant, item.VersionCreated?.Instant));
        Assert.Equal(["DTSTAMP", "ORGANIZER", "ATTENDEE", "ATTENDEE", "ATTENDEE", "TRANSP", "X-KVARNER-DESK", "VALARM"], item.Dropped.Select(dropped => dropped.Name));
        Assert.Equal(("Kvarner Wire daybook", "PRODID"), (document.Feed?.Title, document.Feed?.Dropped[0].Name));
    }

    [Fact]
    public void Days_stay_days_and_what_repeats_says_how()
    {
        var taken = AssertWire.Read(AssertWire.Fixture("icalendar/agency-daybook.ics"), "icalendar").Items[1].Event!;
        Assert.Equal((true, null, new DateTime(2026, 5, 1), new DateTime(2026, 5, 3)), (taken.AllDay, taken.Start?.Instant, taken.Start?.Local, taken.End?.Local));
        Assert.Equal(("FREQ=YEARLY\nEXDATE;VALUE=DATE:20270501", "tentative"), (taken.Recurrence, taken.Status));
    }

    [Fact]
    public void A_message_that_cancels_is_a_withdrawal()
    {
        var item = AssertWire.Read(AssertWire.Fixture("icalendar/cancel.ics"), "icalendar").Items[0];
        Assert.Equal((WireSignal.Withdrawal, "canceled", "cancelled", 3L), (item.Signal, item.PubStatus, item.Event?.Status, item.Version));
        Assert.Equal(("Pressekonferenz der Hafenbehörde", "presse@hafen.example", "Abgesagt wegen Sturm. Neuer Termin folgt."), (item.Headline, item.Event?.Organiser, item.EdNote));
        Assert.Equal(new DateTimeOffset(2026, 3, 3, 13, 30, 0, TimeSpan.Zero), item.Event?.End?.Instant);
    }

    [Fact]
    public void Zones_of_windows_and_zones_that_the_calendar_defines_are_resolved()
    {
        var document = AssertWire.Read(AssertWire.Fixture("icalendar/outlook-windows.ics"), "icalendar");
        Assert.Empty(document.Faults);
        Assert.Equal(new DateTimeOffset(2026, 7, 15, 9, 30, 0, TimeSpan.FromHours(2)), document.Items[0].Event?.Start?.Instant);
        Assert.Equal(new DateTimeOffset(2026, 12, 1, 10, 0, 0, TimeSpan.FromHours(1)), document.Items[1].Event?.Start?.Instant);
        Assert.Equal(("<p>Heike Brandt und der <b>Kapitän</b> sprechen.</p>", "CLASS: PRIVATE", "de", 0L), (HtmlBody.Write(document.Items[0].Body), document.Items[0].EdNote, document.Items[0].Language, document.Items[0].Version));
        Assert.Equal([new WireSubject("Redaktion Nordwest")], document.Items[0].People);
    }

    [Fact]
    public void The_first_edition_is_read_with_its_encodings()
    {
        var item = AssertWire.Read(AssertWire.Fixture("icalendar/vcalendar-1.0.vcs"), "icalendar").Items[0];
        Assert.Equal(("Sjednica općinskog vijeća Višegrad", "Tačke: brana, škole.\nUlaz slobodan.", "Dom kulture, Višegrad"), (item.Headline, PlainText.Write(item.Body), item.Located?.Name));
        Assert.Equal(["MEETING", "BUSINESS"], item.Keywords);
        Assert.Equal(new DateTimeOffset(2026, 3, 10, 9, 0, 0, TimeSpan.Zero), item.Event?.Start?.Instant);
        Assert.Equal(["AALARM"], item.Dropped.Select(dropped => dropped.Name));
    }

    [Fact]
    public void A_broken_calendar_is_mended_and_nothing_is_guessed()
    {
        var document = AssertWire.Read(AssertWire.Fixture("icalendar/broken.ics"), "icalendar");
        Assert.Superset(new HashSet<string>(["line-unfolded", "zone-unknown", "time-dialect", "end-missing", "end-without-begin", "truncated"]), document.Faults.Select(fault => fault.Code).ToHashSet());
        Assert.Equal(["Regatta & parade", "Quay market", "Night swim, without an"], document.Items.Select(item => item.Headline));
        Assert.Equal("Boats leave at ten.\nBring a coat if itrains.", PlainText.Write(document.Items[0].Body));
        Assert.Equal((null, new DateTime(2026, 6, 6, 10, 0, 0), new DateTime(2026, 6, 6, 12, 0, 0)), (document.Items[0].Event?.Start?.Instant, document.Items[0].Event?.Start?.Local, document.Items[0].Event?.End?.Local));
        Assert.Equal((true, "whenever", null), (document.Items[1].Event?.AllDay, document.Items[1].Event?.End?.AsSent, document.Items[1].Event?.End?.Local));
        Assert.Equal(new DateTime(2026, 6, 8, 21, 0, 0), document.Items[2].Event?.Start?.Local);
        Assert.Equal(["GEO"], document.Items[0].Dropped.Select(dropped => dropped.Name));
        Assert.All(document.Faults, fault => Assert.True(fault.Line > 0));
    }

    [Theory]
    [InlineData("18830101T120000", "1883-01-01T12:00:00+00:09")]
    [InlineData("00010101T000000", null)]
    public void Times_from_before_there_were_zones_are_read(string start, string? instant)
    {
        var document = AssertWire.Read(System.Text.Encoding.UTF8.GetBytes($"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a\r\nSUMMARY:Opening\r\nDTSTART;TZID=Europe/Paris:{start}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"), "icalendar");
        Assert.Equal(instant, Assert.Single(document.Items).Event!.Start!.Instant?.ToString("yyyy-MM-ddTHH:mm:sszzz", System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Tasks_are_events_and_journals_are_texts()
    {
        var document = AssertWire.Read(AssertWire.Fixture("icalendar/tasks.ics"), "icalendar");
        var (task, journal) = (document.Items[0], document.Items[1]);
        Assert.Equal("component-passed-over", Assert.Single(document.Faults).Code);
        Assert.Equal((new DateTimeOffset(2026, 3, 8, 1, 30, 0, TimeSpan.FromHours(-5)), new DateTimeOffset(2026, 3, 8, 3, 30, 0, TimeSpan.FromHours(-4))), (task.Event?.Start?.Instant, task.Event?.End?.Instant));
        Assert.Equal(("needs-action", new WireSubject("20000139", "medtop", "20000139")), (task.Event?.Status, Assert.Single(task.Subjects)));
        Assert.Equal((null, "note.txt", 10L, "text"), (task.Media[0].Href, task.Media[0].Title, task.Media[0].Bytes, task.Media[0].Kind));
        Assert.Equal(("text", null, "Two stories were held.", new DateTime(2026, 3, 2)), (journal.Kind, journal.Event, PlainText.Write(journal.Body), journal.Published?.Local));
    }

    [Fact]
    public void An_instance_of_a_series_has_a_name_of_its_own()
    {
        var items = AssertWire.Read(AssertWire.Fixture("icalendar/instances.ics"), "icalendar").Items;
        Assert.Equal("FREQ=WEEKLY;BYDAY=MO;COUNT=6\nEXDATE;TZID=Europe/Paris:20260406T180000\nRDATE;TZID=Europe/Paris:20260407T180000", items[0].Event?.Recurrence);
        Assert.Equal((new DateTimeOffset(2026, 3, 23, 18, 0, 0, TimeSpan.FromHours(1)), new DateTimeOffset(2026, 3, 30, 20, 0, 0, TimeSpan.FromHours(2))), (items[0].Event?.Start?.Instant, items[0].Event?.End?.Instant));
        Assert.Equal(("conseil@rive.example#20260330T180000", "cancelled", WireSignal.New), (items[1].Guid, items[1].Event?.Status, items[1].Signal));
        Assert.Equal(new WireLink("instance-of", "conseil@rive.example"), Assert.Single(items[1].Links));
        Assert.Equal(new DateTimeOffset(2026, 3, 30, 19, 0, 0, TimeSpan.FromHours(2)), items[1].Event?.Start?.Instant);
        Assert.Equal((null, new DateTime(2026, 3, 23, 12, 0, 0)), (items[2].Event?.Start?.Instant, items[2].Event?.Start?.Local));
    }

    [Theory]
    [InlineData("P1W", 2026, 3, 10, 12)]
    [InlineData("PT36H", 2026, 3, 4, 24)]
    [InlineData("P99999999999D", 0, 0, 0, 0)]
    [InlineData("tomorrow", 0, 0, 0, 0)]
    public void Durations_are_bounded(string duration, int year, int month, int day, int hour)
    {
        var item = AssertWire.Read(Encoding.UTF8.GetBytes($"BEGIN:VEVENT\nDTSTART:20260303T120000Z\nDURATION:{duration}\nEND:VEVENT\n"), "icalendar").Items[0];
        Assert.Equal(year == 0 ? null : new DateTimeOffset(year, month, day, 0, 0, 0, TimeSpan.Zero).AddHours(hour), item.Event?.End?.Instant);
    }

    [Theory]
    [InlineData("\uFEFF\r\nbegin:vcalendar\r\n", true, Recognition.Yes)]
    [InlineData("BEGIN:VCAL", false, Recognition.NotYet)]
    [InlineData("BEGIN:VCARD\r\nFN:Ana\r\n", true, Recognition.No)]
    [InlineData("Beginning on Monday, ferries will call at the new quay.", false, Recognition.No)]
    public void Calendars_are_told_from_cards_and_copy(string head, bool whole, Recognition answer) =>
        Assert.Equal(answer, WireFormats.Named("icalendar")!.Recognise(Encoding.UTF8.GetBytes(head), whole));

    [Fact]
    public void A_calendar_without_events_is_unreadable() =>
        Assert.Contains(AssertWire.Read("BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"u8.ToArray(), "icalendar").Faults, fault => fault is { Kind: WireFaultKind.Unreadable, Code: "no-item" });
}
