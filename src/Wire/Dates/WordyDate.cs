namespace Wireroom.Wire.Dates;

/// <summary>
/// Dates written in words and figures: RFC 822, RFC 850, asctime and what senders make of them. The words are taken as they
/// come; each is known by its look. A date of figures only is read where day and month cannot be taken for each other.
/// </summary>
internal static class WordyDate
{
    internal static bool Read(ReadOnlySpan<char> text, DateParts start, out DateParts parts)
    {
        parts = start;
        if (text.Length is 10 or 13 && text.IndexOfAnyExceptInRange('0', '9') < 0)
        {
            return Epoch(long.Parse(text, System.Globalization.CultureInfo.InvariantCulture), ref parts);
        }

        var rest = text;
        while (Next(ref rest, out var word))
        {
            if (!Word(word, rest, ref parts, out var done))
            {
                return false;
            }

            if (done)
            {
                break;
            }
        }

        return parts.Year >= 0 && parts.Month > 0 && parts.Day > 0;
    }

    private static bool Next(ref ReadOnlySpan<char> rest, out ReadOnlySpan<char> word)
    {
        rest = rest.TrimStart(" ,\t\n\u00A0");
        var length = rest.IndexOfAny(" ,\t\n\u00A0");
        word = length < 0 ? rest : rest[..length];
        rest = rest[word.Length..];
        return word.Length > 0;
    }

    private static bool Word(ReadOnlySpan<char> word, ReadOnlySpan<char> rest, ref DateParts parts, out bool done)
    {
        done = false;
        if (word[0] == '(')
        {
            done = true;
            return true;
        }

        if (char.IsAsciiDigit(word[0]))
        {
            if (parts.Hour < 0 && Hour(word, rest, ref parts))
            {
                return true;
            }

            return word.Contains(':') || (parts.Day > 0 && parts.Year > 0 && parts.Hour < 0 && word.Contains('.')) ? Clock(word, ref parts) : Figures(word, ref parts);
        }

        if (word[0] is '+' or '-' && parts.Hour >= 0)
        {
            parts.Offset = Zones.Offset(word.TrimEnd('.'));
            return true;
        }

        if (parts.Month < 0 && Months.Number(word) is > 0 and var month)
        {
            parts.Month = month;
            return true;
        }

        if (parts.Month < 0 && word.Contains('-'))
        {
            // "Monday-05-Jan-04" is none, but "Jan-05-2004" is.
            return Figures(word, ref parts);
        }

        if (Zones.Meridiem(word, ref parts))
        {
            return true;
        }

        if (parts.Hour < 0 && word.Equals("noon", StringComparison.OrdinalIgnoreCase))
        {
            parts.Hour = 12;
            return true;
        }

        if (parts is { Hour: >= 0, Offset: null, Zone: null })
        {
            Zones.Take(word, ref parts);
        }

        // Weekdays, "at", "of", a zone of an unknown name.
        return true;
    }

    /// <summary>A clock of an hour only: "6 p.m.", "6pm".</summary>
    private static bool Hour(ReadOnlySpan<char> word, ReadOnlySpan<char> rest, ref DateParts parts)
    {
        var figures = word;
        if (!DateParts.Digits(ref figures, 1, 2, out var hour) || hour is < 1 or > 12)
        {
            return false;
        }

        if (figures.IsEmpty)
        {
            // The next word is taken in its turn.
            var unread = new DateParts();
            var isClock = Next(ref rest, out var next) && Zones.Meridiem(next, ref unread);
            parts.Hour = isClock ? hour : parts.Hour;
            return isClock;
        }

        var clock = parts with { Hour = hour };
        if (!Zones.Meridiem(figures, ref clock))
        {
            return false;
        }

        parts = clock;
        return true;
    }

    private static bool Clock(ReadOnlySpan<char> word, ref DateParts parts)
    {
        // "2004T19:48" and the like, where a date clings to the clock.
        var clings = word.IndexOfAny('T', 't');
        if (clings > 0 && IsoDate.Read(word, ref parts))
        {
            return true;
        }

        if (!DateParts.Clock(ref word, ref parts))
        {
            return false;
        }

        if (word.Length > 0 && !Zones.Meridiem(word, ref parts))
        {
            Zones.Take(word, ref parts);
        }

        return true;
    }

    private static bool Figures(ReadOnlySpan<char> word, ref DateParts parts)
    {
        var stroke = word.IndexOfAny("-/.");
        if (stroke > 0 && stroke < word.Length - 1)
        {
            return Strokes(word, word[stroke], ref parts);
        }

        word = word.TrimEnd('.');
        var ordinal = word.IndexOfAnyExceptInRange('0', '9');
        if (ordinal > 0)
        {
            // 1st, 2nd, 3rd, 4th.
            word = word[..ordinal];
        }

        var figures = word;
        if (!DateParts.Digits(ref figures, 1, 4, out var value) || figures.Length > 0)
        {
            return false;
        }

        if (parts.Day < 0 && word.Length <= 2)
        {
            parts.Day = value;
        }
        else if (parts.Year < 0)
        {
            parts.Year = Year(value, word.Length);
        }
        else if (parts.Hour < 0 && word.Length == 4)
        {
            (parts.Hour, parts.Minute) = (value / 100, value % 100);
        }

        return true;
    }

    private static bool Strokes(ReadOnlySpan<char> word, char stroke, ref DateParts parts)
    {
        Span<Range> pieces = stackalloc Range[5];
        if (word.Split(pieces, stroke, StringSplitOptions.RemoveEmptyEntries) != 3)
        {
            return false;
        }

        var first = word[pieces[0]];
        var second = word[pieces[1]];
        var third = word[pieces[2]];
        if (first.Length == 4 && IsoDate.Read(word, ref parts))
        {
            return true;
        }

        if (Months.Number(first) is > 0 and var leading)
        {
            parts.Month = leading;
            return DateParts.Digits(ref second, 1, 2, out parts.Day) && YearOf(third, ref parts);
        }

        if (!DateParts.Digits(ref first, 1, 2, out var one) || !YearOf(third, ref parts))
        {
            return false;
        }

        if (Months.Number(second) is > 0 and var named)
        {
            (parts.Day, parts.Month) = (one, named);
            return true;
        }

        if (!DateParts.Digits(ref second, 1, 2, out var two))
        {
            return false;
        }

        // With points the day comes first; with strokes that is so in one half of the world, and only a number above 12 tells.
        (parts.Day, parts.Month) = stroke == '.' || one > 12 ? (one, two) : two > 12 || one == two ? (two, one) : (-1, -1);
        return parts.Day > 0;
    }

    private static bool YearOf(ReadOnlySpan<char> figures, ref DateParts parts)
    {
        var length = figures.Length;
        if (!DateParts.Digits(ref figures, 2, 4, out var value))
        {
            return false;
        }

        parts.Year = Year(value, length);
        return true;
    }

    /// <summary>Years of two and three figures (RFC 5322, section 4.3).</summary>
    private static int Year(int value, int figures) => figures switch
    {
        <= 2 => value < 50 ? 2000 + value : 1900 + value,
        3 => 1900 + value,
        _ => value,
    };

    private static bool Epoch(long value, ref DateParts parts)
    {
        var instant = value > 9_999_999_999 ? DateTimeOffset.FromUnixTimeMilliseconds(value) : DateTimeOffset.FromUnixTimeSeconds(value);
        (parts.Year, parts.Month, parts.Day, parts.Hour, parts.Minute, parts.Second) = (instant.Year, instant.Month, instant.Day, instant.Hour, instant.Minute, instant.Second);
        parts.Offset = TimeSpan.Zero;
        return true;
    }
}
