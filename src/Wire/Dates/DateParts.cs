namespace Wireroom.Wire.Dates;

/// <summary>The parts of a date as they are found; -1 where one has not been.</summary>
internal record struct DateParts()
{
    internal int Year = -1;
    internal int Month = -1;
    internal int Day = -1;
    internal int Hour = -1;
    internal int Minute = -1;
    internal int Second = -1;
    internal long Fraction;
    internal TimeSpan? Offset;

    /// <summary>The zone of a place, where a word for one stood instead of an offset.</summary>
    internal NodaTime.DateTimeZone? Zone;

    /// <summary>Date and time of the parts, or null where they name none. A leap second is the second before it, 24:00 the next midnight.</summary>
    internal readonly DateTime? Local()
    {
        var month = Month < 0 ? 1 : Month;
        var day = Day < 0 ? 1 : Day;
        var hour = Math.Max(0, Hour);
        var minute = Math.Max(0, Minute);
        var second = Math.Max(0, Second);
        var midnight = hour == 24 && minute == 0 && second == 0;
        if (Year is < 1 or > 9998 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(Year, month) || (hour > 23 && !midnight) || minute > 59 || second > 60)
        {
            return null;
        }

        return new DateTime(Year, month, day, midnight ? 0 : hour, minute, Math.Min(59, second)).AddDays(midnight ? 1 : 0).AddTicks(Fraction);
    }

    /// <summary>Reads hours, minutes, seconds and fraction, parted by colons (or points), from the start of the text; returns the rest.</summary>
    internal static bool Clock(ref ReadOnlySpan<char> text, ref DateParts parts)
    {
        if (!Digits(ref text, 1, 2, out var hour))
        {
            return false;
        }

        parts.Hour = hour;
        parts.Minute = 0;
        if (text.IsEmpty || text[0] is not (':' or '.'))
        {
            return true;
        }

        text = text[1..];
        if (!Digits(ref text, 1, 2, out parts.Minute))
        {
            return false;
        }

        if (text.IsEmpty || text[0] is not (':' or '.'))
        {
            return true;
        }

        text = text[1..];
        return Digits(ref text, 1, 2, out parts.Second) && FractionOf(ref text, ref parts);
    }

    internal static bool FractionOf(ref ReadOnlySpan<char> text, ref DateParts parts)
    {
        if (text.Length < 2 || text[0] is not ('.' or ',' or ':') || !char.IsAsciiDigit(text[1]))
        {
            return true;
        }

        text = text[1..];
        var scale = TimeSpan.TicksPerSecond;
        while (text.Length > 0 && char.IsAsciiDigit(text[0]))
        {
            scale /= 10;
            parts.Fraction += (text[0] - '0') * scale;
            text = text[1..];
        }

        return true;
    }

    internal static bool Digits(ref ReadOnlySpan<char> text, int least, int most, out int value)
    {
        value = 0;
        var count = 0;
        while (count < most && count < text.Length && char.IsAsciiDigit(text[count]))
        {
            value = (value * 10) + text[count++] - '0';
        }

        text = text[count..];
        return count >= least;
    }
}
