using System.Globalization;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Wireroom.Stories.Planning;

namespace Wireroom.Newsroom.Paper.Planning;

/// <summary>One time at which an event takes place.</summary>
public sealed record Occurrence(PlannedEvent Event, DateTimeOffset Starts, DateTimeOffset? Ends);

/// <summary>When events take place: rules of repetition (RFC 5545, section 3.8.5) as days and hours in the house's zone, so that a weekly meeting stays at ten when the clocks change.</summary>
public static class Occurrences
{
    // A rule of seconds would have no end in a week.
    private const int Most = 1_000;

    /// <summary>Each time at which an event takes place between two times, in order. A time that was announced anew under a name of its own stands once.</summary>
    public static IReadOnlyList<Occurrence> Between(IReadOnlyList<PlannedEvent> events, DateTimeOffset from, DateTimeOffset until, TimeZoneInfo zone)
    {
        // Instances that differ from their series are named after it and their time.
        var instances = events.Where(planned => planned.Guid.Contains('#', StringComparison.Ordinal)).Select(planned => (planned.Source, planned.Guid)).ToHashSet();
        return
        [
            .. events.SelectMany(planned => Of(planned, from, until, zone))
                .Where(one => one.Event.Recurrence.Length == 0 || !Names(one, zone).Any(name => instances.Contains((one.Event.Source, name))))
                .OrderBy(one => one.Starts).ThenBy(one => one.Event.Id),
        ];
    }

    /// <summary>When the event ends for the last time; null where it repeats without end.</summary>
    public static DateTimeOffset? Last(PlannedEvent planned, TimeZoneInfo zone)
    {
        if (planned.Recurrence.Length == 0)
            return planned.Ends ?? planned.Starts;
        if (!planned.Recurrence.Contains("COUNT=", StringComparison.OrdinalIgnoreCase) && !planned.Recurrence.Contains("UNTIL=", StringComparison.OrdinalIgnoreCase))
            return null;
        var all = Repeated(planned, planned.Starts, zone).Take(Most).ToList();
        return all.Count == Most ? null : all.Count == 0 ? planned.Ends ?? planned.Starts : all.Max(one => one.Ends ?? one.Starts);
    }

    /// <summary>True where the rule can be read.</summary>
    public static bool IsRule(string recurrence, TimeZoneInfo zone) =>
        Repeated(new PlannedEvent { Title = "", Starts = DateTimeOffset.UnixEpoch, Recurrence = recurrence }, DateTimeOffset.UnixEpoch, zone, strict: true).Any();

    private static IEnumerable<Occurrence> Of(PlannedEvent planned, DateTimeOffset from, DateTimeOffset until, TimeZoneInfo zone)
    {
        var lasts = (planned.Ends ?? planned.Starts) - planned.Starts;
        var times = planned.Recurrence.Length == 0 ? [new Occurrence(planned, planned.Starts, planned.Ends)] : Repeated(planned, from - lasts, zone);
        return times.Take(Most).TakeWhile(one => one.Starts < until).Where(one => one.Starts >= from || one.Ends > from);
    }

    private static IEnumerable<Occurrence> Repeated(PlannedEvent planned, DateTimeOffset from, TimeZoneInfo zone, bool strict = false)
    {
        if (Read(planned, zone) is not { } series)
            return strict ? [] : [new Occurrence(planned, planned.Starts, planned.Ends)];
        return Each(series, planned, from, zone);
    }

    private static IEnumerable<Occurrence> Each(CalendarEvent series, PlannedEvent planned, DateTimeOffset from, TimeZoneInfo zone)
    {
        var lasts = planned.Ends - planned.Starts;
        foreach (var one in series.GetOccurrences(new CalDateTime(LocalTimes.Local(from, zone))))
        {
            var starts = LocalTimes.At(one.Period.StartTime.Value, zone);
            yield return new Occurrence(planned, starts, lasts is { } length ? LocalTimes.At(one.Period.StartTime.Value + length, zone) : null);
        }
    }

    /// <summary>The event as its calendar wrote it, in floating time; null where the rule cannot be read.</summary>
    private static CalendarEvent? Read(PlannedEvent planned, TimeZoneInfo zone)
    {
        var lines = planned.Recurrence.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select((line, at) => at == 0 && !line.Contains(':', StringComparison.Ordinal) ? $"RRULE:{line}" : line);
        var text = $"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Wireroom//Planning//EN\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART:{Stamp(LocalTimes.Local(planned.Starts, zone))}\r\n{string.Join("\r\n", lines)}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
        try
        {
            var series = Ical.Net.Calendar.Load(text)?.Events.FirstOrDefault();
            return series?.GetOccurrences().Take(1).Any() == true ? series : null;
        }
#pragma warning disable CA1031 // Whatever a wire calls a rule: the event then takes place once, and its page shows the rule as sent.
        catch (Exception)
#pragma warning restore CA1031
        {
            return null;
        }
    }

    /// <summary>The names that an instance of a series may have: its time in UTC, as a local time, or as a day (RFC 5545, section 3.8.4.4).</summary>
    private static IEnumerable<string> Names(Occurrence one, TimeZoneInfo zone)
    {
        yield return $"{one.Event.Guid}#{Stamp(one.Starts.UtcDateTime)}Z";
        yield return $"{one.Event.Guid}#{Stamp(LocalTimes.Local(one.Starts, zone))}";
        yield return $"{one.Event.Guid}#{LocalTimes.Local(one.Starts, zone).ToString("yyyyMMdd", CultureInfo.InvariantCulture)}";
    }

    private static string Stamp(DateTime time) => time.ToString("yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture);
}
