using System.Globalization;

namespace Wireroom.Wire.Dates;

/// <summary>ISO 8601: calendar, ordinal and week dates, basic and extended, in every precision, with the slips that senders make.</summary>
internal static class IsoDate
{
    internal static bool Read(ReadOnlySpan<char> text, ref DateParts parts)
    {
        var digits = text.IndexOfAnyExceptInRange('0', '9');
        digits = digits < 0 ? text.Length : digits;
        if (digits is < 4 or 5 or 9 or 10 or 11 or 13 or > 14)
        {
            return false;
        }

        return Date(ref text, digits, ref parts) && Time(text, ref parts);
    }

    private static bool Date(ref ReadOnlySpan<char> text, int digits, ref DateParts parts)
    {
        DateParts.Digits(ref text, 4, 4, out parts.Year);
        switch (digits)
        {
            case 4 when text is ['-' or '/' or '.', .., _]:
                return Extended(ref text, ref parts);
            case 4:
                return text.IsEmpty || text[0] is 'T' or 't' or ' ' or 'Z' or 'z';
            case 7:
                return DateParts.Digits(ref text, 3, 3, out var dayOfYear) && Ordinal(dayOfYear, ref parts);
            case 6:
                return DateParts.Digits(ref text, 2, 2, out parts.Month);
            default:
                DateParts.Digits(ref text, 2, 2, out parts.Month);
                DateParts.Digits(ref text, 2, 2, out parts.Day);
                return digits == 8 || Basic(ref text, ref parts);
        }
    }

    private static bool Extended(ref ReadOnlySpan<char> text, ref DateParts parts)
    {
        var stroke = text[0];
        text = text[1..];
        if (text[0] is 'W' or 'w')
        {
            return Week(ref text, ref parts);
        }

        var rest = text.IndexOfAnyExceptInRange('0', '9');
        if (stroke == '-' && (rest < 0 ? text.Length : rest) == 3)
        {
            return DateParts.Digits(ref text, 3, 3, out var dayOfYear) && Ordinal(dayOfYear, ref parts);
        }

        if (!DateParts.Digits(ref text, 1, 2, out parts.Month))
        {
            return false;
        }

        if (text.IsEmpty || text[0] != stroke)
        {
            return true;
        }

        text = text[1..];
        return DateParts.Digits(ref text, 1, 2, out parts.Day);
    }

    private static bool Week(ref ReadOnlySpan<char> text, ref DateParts parts)
    {
        text = text[1..];
        if (!DateParts.Digits(ref text, 2, 2, out var week) || week is < 1 or > 53)
        {
            return false;
        }

        var day = 1;
        if (text is ['-', ..])
        {
            text = text[1..];
            if (!DateParts.Digits(ref text, 1, 1, out day) || day is < 1 or > 7)
            {
                return false;
            }
        }

        if (parts.Year is < 1 or > 9998)
        {
            return false;
        }

        Take(ISOWeek.ToDateTime(parts.Year, week, (DayOfWeek)(day % 7)), ref parts);
        return true;
    }

    private static bool Ordinal(int dayOfYear, ref DateParts parts)
    {
        if (parts.Year is < 1 or > 9998 || dayOfYear < 1 || dayOfYear > (DateTime.IsLeapYear(parts.Year) ? 366 : 365))
        {
            return false;
        }

        Take(new DateTime(parts.Year, 1, 1).AddDays(dayOfYear - 1), ref parts);
        return true;
    }

    private static void Take(DateTime day, ref DateParts parts) => (parts.Year, parts.Month, parts.Day) = (day.Year, day.Month, day.Day);

    /// <summary>A clock without strokes: hhmm or hhmmss.</summary>
    private static bool Basic(ref ReadOnlySpan<char> text, ref DateParts parts)
    {
        if (!DateParts.Digits(ref text, 2, 2, out parts.Hour))
        {
            return false;
        }

        parts.Minute = 0;
        return text.IsEmpty || !char.IsAsciiDigit(text[0])
            || (DateParts.Digits(ref text, 2, 2, out parts.Minute) && (text.IsEmpty || !char.IsAsciiDigit(text[0]) || DateParts.Digits(ref text, 2, 2, out parts.Second)) && DateParts.FractionOf(ref text, ref parts));
    }

    private static bool Time(ReadOnlySpan<char> text, ref DateParts parts)
    {
        text = text.TrimStart();
        if (text.Length > 1 && text[0] is 'T' or 't' or '_' or ',')
        {
            text = text[1..].TrimStart();
        }

        if (text.IsEmpty)
        {
            return true;
        }

        if (parts.Hour < 0 && char.IsAsciiDigit(text[0]))
        {
            var digits = text.IndexOfAnyExceptInRange('0', '9');
            if (!((digits < 0 ? text.Length : digits) is 4 or 6 ? Basic(ref text, ref parts) : DateParts.Clock(ref text, ref parts)))
            {
                return false;
            }
        }

        text = text.Trim();
        if (Zones.Meridiem(text, ref parts))
        {
            return true;
        }

        if (text.IsEmpty)
        {
            return true;
        }

        return Zones.Take(text, ref parts) || Zones.IsWord(text);
    }
}
