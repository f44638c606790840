using System.Globalization;
using Wireroom.Wire.Dates;

namespace Wireroom.Wire.ICalendar;

/// <summary>Dates, times and durations (RFC 5545, sections 3.3.4 to 3.3.6), with their zones resolved where they are known.</summary>
internal sealed class CalendarTimes(CalendarZones zones, Action<WireFault> fault)
{
    /// <summary>The time of a property. In UTC or in a known zone it is an instant; floating, of an unknown zone, or a mere date it stays local.</summary>
    internal WireTime? Of(ContentLine? line)
    {
        if (line?.Text is not { } value)
        {
            return null;
        }

        var sent = line["TZID"] is { } name ? $"{value} {name}" : value;
        if (!DateTime.TryParseExact(value.TrimEnd('Z', 'z'), ["yyyyMMdd'T'HHmmss", "yyyyMMdd'T'HHmm", "yyyyMMdd", "yyyy-MM-dd", "yyyyMMdd't'HHmmss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
        {
            return Dialect(line, value, sent);
        }

        if (IsDay(line))
        {
            return new WireTime(value, null, local.Date);
        }

        if (value[^1] is 'Z' or 'z')
        {
            return new WireTime(value, new DateTimeOffset(local, TimeSpan.Zero));
        }

        return line["TZID"] is { } zone ? InZone(sent, local, zone, line) : new WireTime(value, null, local);
    }

    /// <summary>True where only a day is given.</summary>
    internal static bool IsDay(ContentLine? line) =>
        line is not null && (line["VALUE"]?.Equals("DATE", StringComparison.OrdinalIgnoreCase) == true || line.Value.Trim() is { Length: 8 or 10 } value && !value.Contains('T', StringComparison.OrdinalIgnoreCase));

    /// <summary>The time that lies a duration behind a start; null where it cannot be read. Days are of the clock, hours of time.</summary>
    internal WireTime? After(WireTime start, ContentLine duration, ContentLine? startLine)
    {
        if (Duration(duration.Value.Trim()) is not { } length)
        {
            fault(new WireFault(WireFaultKind.Lost, "duration-unread", $"The duration \u201C{duration.Value}\u201D cannot be read; the event has no end.", -1, duration.Line, 1));
            return null;
        }

        var (days, time) = length;
        try
        {
            if (start.Local is { } local)
            {
                return new WireTime(duration.Value.Trim(), null, local.AddDays(days).Add(time));
            }

            if (start.Instant is not { } instant)
            {
                return null;
            }

            // A day later the zone's offset may be another.
            var end = startLine?["TZID"] is { } zone && zones.Offset(zone, instant.DateTime.AddDays(days)) is { } offset ? new DateTimeOffset(instant.DateTime.AddDays(days), offset).Add(time) : instant.AddDays(days).Add(time);
            return new WireTime(duration.Value.Trim(), startLine?["TZID"] is { } name && zones.Offset(name, end.DateTime) is { } own ? end.ToOffset(own) : end);
        }
        catch (ArgumentOutOfRangeException)
        {
            return null;
        }
    }

    private WireTime InZone(string sent, DateTime local, string zone, ContentLine line)
    {
        if (zones.Offset(zone, local) is { } offset)
        {
            // The first and the last hours of the calendar have no instant in every zone.
            var hasInstant = local.Ticks - offset.Ticks >= DateTime.MinValue.Ticks && local.Ticks - offset.Ticks <= DateTime.MaxValue.Ticks;
            return hasInstant ? new WireTime(sent, new DateTimeOffset(local, offset)) : new WireTime(sent, null, local);
        }

        fault(new WireFault(WireFaultKind.Lost, "zone-unknown", $"The zone \u201C{zone}\u201D is not defined in the calendar and is no known name; the time stays local.", -1, line.Line, 1));
        return new WireTime(sent, null, local);
    }

    /// <summary>Times as other programs write them; in the given zone where they have none.</summary>
    private WireTime? Dialect(ContentLine line, string value, string sent)
    {
        var read = WireDates.Read(value);
        fault(new WireFault(read is { Instant: null, Local: null } ? WireFaultKind.Lost : WireFaultKind.Repaired, "time-dialect", $"The time \u201C{value}\u201D is not as iCalendar writes it{(read is { Instant: null, Local: null } ? " and cannot be read." : ".")}", -1, line.Line, 1));
        return read is { Instant: null, Local: { } local } && line["TZID"] is { } zone && !IsDay(line) ? InZone(sent, local, zone, line) : read;
    }

    /// <summary>RFC 5545, section 3.3.6: <c>P15DT5H0M20S</c>, <c>P7W</c>, <c>-PT15M</c>.</summary>
    private static (double Days, TimeSpan Time)? Duration(string text)
    {
        var negative = text.StartsWith('-');
        var rest = text.TrimStart('+', '-');
        if (rest.Length < 2 || rest[0] is not ('P' or 'p'))
        {
            return null;
        }

        var (days, seconds, number, found) = (0L, 0L, -1L, false);
        foreach (var c in rest.AsSpan(1))
        {
            if (char.IsAsciiDigit(c))
            {
                number = (Math.Max(number, 0) * 10) + c - '0';
                if (number > 100_000_000)
                {
                    return null;
                }

                continue;
            }

            if (c is 'T' or 't')
            {
                continue;
            }

            if (number < 0)
            {
                return null;
            }

            found = true;
            switch (char.ToUpperInvariant(c))
            {
                case 'W':
                    days += number * 7;
                    break;
                case 'D':
                    days += number;
                    break;
                case 'H':
                    seconds += number * 3600;
                    break;
                case 'M':
                    seconds += number * 60;
                    break;
                case 'S':
                    seconds += number;
                    break;
                default:
                    return null;
            }

            number = -1;
        }

        return found ? negative ? (-days, -TimeSpan.FromSeconds(seconds)) : (days, TimeSpan.FromSeconds(seconds)) : null;
    }
}
