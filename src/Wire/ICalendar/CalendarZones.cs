using System.Globalization;
using NodaTime;
using Wireroom.Wire.Dates;
using Zones = Wireroom.Wire.Dates.Zones;

namespace Wireroom.Wire.ICalendar;

/// <summary>
/// The zones that a calendar's times name: those of the IANA database and of Windows by their names, and others by the rules that the
/// calendar itself gives (RFC 5545, section 3.6.5). A zone that is neither is unknown, and never guessed.
/// </summary>
internal sealed class CalendarZones
{
    private readonly Dictionary<string, DateTimeZone?> named = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, List<Observance>> defined = new(StringComparer.OrdinalIgnoreCase);

    internal CalendarZones(IEnumerable<CalendarComponent> components)
    {
        foreach (var zone in components)
        {
            if (zone["TZID"]?.Text is not { } name)
            {
                continue;
            }

            var location = zone["X-LIC-LOCATION"]?.Text;
            named.TryAdd(name, PlaceZones.Named(name) ?? (location is null ? null : PlaceZones.Named(location)));
            defined.TryAdd(name, [.. zone.Components.Select(Observance.Of).OfType<Observance>()]);
        }
    }

    /// <summary>The offset that the zone's clocks have at that local time; null where the zone is unknown.</summary>
    internal TimeSpan? Offset(string zone, DateTime local)
    {
        if (!named.TryGetValue(zone, out var known))
        {
            named[zone] = known = PlaceZones.Named(zone);
        }

        return known is not null ? known.OffsetAt(local) : defined.TryGetValue(zone, out var observances) ? Observance.OffsetAt(observances, local) : null;
    }

    /// <summary>Standard or daylight time of a zone: its offset, and when it begins.</summary>
    private sealed record Observance(DateTime Start, TimeSpan From, TimeSpan To, int Month, int Week, DayOfWeek Day, int MonthDay, DateTime? Until, IReadOnlyList<DateTime> Dates)
    {
        private static readonly string[] Days = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];

        internal static Observance? Of(CalendarComponent component)
        {
            if (component["TZOFFSETTO"]?.Text is not { } to || Zones.Offset(to.Length > 5 ? to[..5] : to) is not { } offset || Clock(component["DTSTART"]?.Text) is not { } start)
            {
                return null;
            }

            var from = component["TZOFFSETFROM"]?.Text is { } before ? Zones.Offset(before.Length > 5 ? before[..5] : before) ?? offset : offset;
            var rule = (component["RRULE"]?.Value ?? "").Split(';').Select(part => part.Split('=', 2)).Where(part => part.Length == 2)
                .DistinctBy(part => part[0].Trim().ToUpperInvariant()).ToDictionary(part => part[0].Trim().ToUpperInvariant(), part => part[1].Trim().ToUpperInvariant());
            var (month, week, day, monthDay) = (0, 0, DayOfWeek.Sunday, 0);
            if (rule.GetValueOrDefault("FREQ") == "YEARLY")
            {
                month = int.TryParse(rule.GetValueOrDefault("BYMONTH"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= 12 ? number : start.Month;
                monthDay = int.TryParse(rule.GetValueOrDefault("BYMONTHDAY")?.Split(',')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var first) && first is >= 1 and <= 31 ? first : 0;
                if (rule.GetValueOrDefault("BYDAY") is { Length: >= 2 } byDay && Array.IndexOf(Days, byDay[^2..]) is >= 0 and var weekday)
                {
                    day = (DayOfWeek)weekday;
                    week = int.TryParse(byDay[..^2], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var which) && which is >= -5 and <= 5 and not 0 ? which : 1;
                }
                else if (monthDay == 0)
                {
                    monthDay = start.Day;
                }
            }

            return new(start, from, offset, month, week, day, monthDay, Clock(rule.GetValueOrDefault("UNTIL")?.TrimEnd('Z')), [.. component.All("RDATE").SelectMany(line => line.Value.Split(',')).Select(Clock).OfType<DateTime>()]);
        }

        /// <summary>The offset of the observance that began last; before all of them the one that the first puts an end to.</summary>
        internal static TimeSpan? OffsetAt(List<Observance> observances, DateTime local)
        {
            (DateTime Onset, TimeSpan Offset)? last = null;
            foreach (var observance in observances)
            {
                foreach (var onset in observance.Onsets(local).Where(onset => onset <= local))
                {
                    if (last is null || onset > last.Value.Onset)
                    {
                        last = (onset, observance.To);
                    }
                }
            }

            return last?.Offset ?? observances.MinBy(observance => observance.Start)?.From;
        }

        private IEnumerable<DateTime> Onsets(DateTime local)
        {
            yield return Start;
            foreach (var date in Dates)
            {
                yield return date;
            }

            for (var year = Math.Max(local.Year - 1, Start.Year); Month > 0 && year <= local.Year; year++)
            {
                if (Onset(year) is { } onset && onset >= Start && (Until is null || onset <= Until.Value.AddDays(1)))
                {
                    yield return onset;
                }
            }
        }

        private DateTime? Onset(int year)
        {
            var length = DateTime.DaysInMonth(year, Month);
            int day;
            if (Week == 0)
            {
                day = MonthDay;
            }
            else if (Week < 0)
            {
                var back = ((int)new DateTime(year, Month, length).DayOfWeek - (int)Day + 7) % 7;
                day = length - back + ((Week + 1) * 7);
            }
            else
            {
                // BYDAY with BYMONTHDAY: the first such weekday on or after the day.
                var first = MonthDay > 0 && MonthDay <= length ? MonthDay : 1;
                var on = ((int)Day - (int)new DateTime(year, Month, first).DayOfWeek + 7) % 7;
                day = first + on + (MonthDay > 0 ? 0 : (Week - 1) * 7);
            }

            return day < 1 || day > length ? null : new DateTime(year, Month, day).Add(Start.TimeOfDay);
        }

        private static DateTime? Clock(string? text) =>
            DateTime.TryParseExact(text?.Trim().TrimEnd('Z'), ["yyyyMMdd'T'HHmmss", "yyyyMMdd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var clock) && clock.Year < 9990 ? clock : null;
    }
}
