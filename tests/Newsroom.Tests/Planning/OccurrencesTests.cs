using Wireroom.Newsroom.Paper.Planning;
using Wireroom.Stories.Planning;

namespace Wireroom.Newsroom.Tests.Planning;

public sealed class OccurrencesTests
{
    private static readonly TimeZoneInfo Zagreb = TimeZoneInfo.FindSystemTimeZoneById("Europe/Zagreb");

    [Fact]
    public void A_weekly_meeting_stays_at_ten_when_the_clocks_change()
    {
        var meeting = Event("Council", "2026-03-17T10:00:00+01:00", "2026-03-17T11:30:00+01:00") with { Recurrence = "FREQ=WEEKLY" };
        var times = Occurrences.Between([meeting], At("2026-03-20T00:00:00+01:00"), At("2026-04-08T00:00:00+02:00"), Zagreb);
        Assert.Equal([At("2026-03-24T10:00:00+01:00"), At("2026-03-31T10:00:00+02:00"), At("2026-04-07T10:00:00+02:00")], times.Select(one => one.Starts));
        Assert.All(times, one => Assert.Equal(TimeSpan.FromMinutes(90), one.Ends - one.Starts));
        Assert.Null(Occurrences.Last(meeting, Zagreb));
    }

    [Fact]
    public void Exceptions_are_left_out_and_an_instance_of_its_own_stands_once()
    {
        var series = Event("Briefing", "2026-03-03T08:00:00+01:00") with { Source = "a", Guid = "b@a", Recurrence = "FREQ=DAILY;COUNT=5\nEXDATE:20260304T080000" };
        var moved = Event("Briefing, later", "2026-03-05T15:00:00+01:00") with { Id = 2, Source = "a", Guid = "b@a#20260305T070000Z" };
        var times = Occurrences.Between([series, moved], At("2026-03-01T00:00:00+01:00"), At("2026-03-31T00:00:00+02:00"), Zagreb);
        Assert.Equal(["Briefing 3", "Briefing, later 5", "Briefing 6", "Briefing 7"], times.Select(one => $"{one.Event.Title} {one.Starts.Day}"));
        Assert.Equal(At("2026-03-07T08:00:00+01:00"), Occurrences.Last(series, Zagreb));
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("FREQ=FORTNIGHTLY")]
    [InlineData("FREQ=DAILY;INTERVAL=x")]
    [InlineData("RRULE:FREQ=WEEKLY\r\nEND:VEVENT")]
    public void A_rule_that_cannot_be_read_leaves_the_event_on_its_first_day(string rule)
    {
        var planned = Event("Fair", "2026-03-03T08:00:00+01:00") with { Recurrence = rule };
        Assert.Equal(At("2026-03-03T08:00:00+01:00"), Assert.Single(Occurrences.Between([planned], At("2026-03-01T00:00:00+01:00"), At("2026-03-08T00:00:00+01:00"), Zagreb)).Starts);
    }

    [Fact]
    public void A_rule_of_seconds_ends_and_what_has_begun_before_is_shown()
    {
        var seconds = Event("Tick", "2026-03-03T08:00:00+01:00") with { Recurrence = "FREQ=SECONDLY" };
        Assert.InRange(Occurrences.Between([seconds], At("2026-03-03T00:00:00+01:00"), At("2026-03-10T00:00:00+01:00"), Zagreb).Count, 1, 1_000);
        var festival = Event("Festival", "2026-03-01T00:00:00+01:00", "2026-03-09T00:00:00+01:00") with { AllDay = true };
        Assert.Single(Occurrences.Between([festival], At("2026-03-05T00:00:00+01:00"), At("2026-03-06T00:00:00+01:00"), Zagreb));
        Assert.Empty(Occurrences.Between([festival], At("2026-03-09T00:00:00+01:00"), At("2026-03-10T00:00:00+01:00"), Zagreb));
    }

    private static PlannedEvent Event(string title, string starts, string? ends = null) => new() { Id = 1, Title = title, Starts = At(starts), Ends = ends is null ? null : At(ends) };

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
