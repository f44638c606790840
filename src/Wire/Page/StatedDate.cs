using System.Globalization;
using System.Text.RegularExpressions;

namespace Wireroom.Wire.Page;

/// <summary>A line that is nothing but a date, in the ways portals print it, and what it says.</summary>
internal static partial class StatedDate
{
    /// <summary>Beginnings of month names in the languages of Europe, each with its month. Four letters or more where three would clash.</summary>
    private static readonly (string Start, int Month)[] Months =
    [
        ("jan", 1), ("sij", 1), ("ene", 1), ("gen", 1), ("styc", 1), ("led", 1), ("янв", 1), ("јан", 1), ("jän", 1),
        ("feb", 2), ("velj", 2), ("fév", 2), ("fev", 2), ("lut", 2), ("únor", 2), ("фев", 2), ("феб", 2),
        ("mar", 3), ("ožu", 3), ("ozu", 3), ("mär", 3), ("maa", 3), ("břez", 3), ("мар", 3),
        ("apr", 4), ("tra", 4), ("avr", 4), ("abr", 4), ("kwie", 4), ("dub", 4), ("апр", 4),
        ("may", 5), ("mai", 5), ("maj", 5), ("svi", 5), ("mag", 5), ("mei", 5), ("květ", 5), ("мая", 5), ("май", 5), ("мај", 5),
        ("jun", 6), ("lip", 6), ("juin", 6), ("giu", 6), ("июн", 6), ("јун", 6), ("červn", 6), ("czer", 6),
        ("jul", 7), ("srp", 7), ("juil", 7), ("lug", 7), ("июл", 7), ("јул", 7), ("červenc", 7),
        ("aug", 8), ("kol", 8), ("aoû", 8), ("aou", 8), ("ago", 8), ("sier", 8), ("авг", 8),
        ("sep", 9), ("ruj", 9), ("set", 9), ("wrz", 9), ("zář", 9), ("сен", 9), ("сеп", 9),
        ("oct", 10), ("okt", 10), ("lis", 10), ("ott", 10), ("out", 10), ("paź", 10), ("říj", 10), ("окт", 10),
        ("nov", 11), ("stud", 11), ("stu", 11), ("ноя", 11), ("нов", 11),
        ("dec", 12), ("dez", 12), ("pro", 12), ("déc", 12), ("dic", 12), ("gru", 12), ("дек", 12), ("дец", 12), ("des", 12),
    ];

    /// <summary>Whole month names that the beginnings cannot tell apart, or that are longer than a beginning should allow.</summary>
    private static readonly HashSet<string> LongMonths = new(StringComparer.Ordinal)
    {
        "january", "february", "march", "april", "june", "july", "august", "september", "sept", "october", "november", "december",
        "januar", "jänner", "februar", "feber", "märz", "juni", "juli", "oktober", "dezember",
        "siječnja", "siječanj", "veljače", "veljača", "ožujka", "ožujak", "travnja", "travanj", "svibnja", "svibanj", "lipnja", "lipanj", "srpnja", "srpanj", "kolovoza", "kolovoz", "rujna", "rujan", "listopada", "listopad", "studenog", "studenoga", "studeni", "prosinca", "prosinac",
        "januara", "februara", "marta", "aprila", "maja", "juna", "jula", "avgusta", "septembra", "oktobra", "novembra", "decembra",
        "janvier", "février", "fevrier", "mars", "avril", "juin", "juillet", "août", "aout", "septembre", "octobre", "novembre", "décembre",
        "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "setiembre", "octubre", "noviembre", "diciembre",
        "gennaio", "febbraio", "aprile", "maggio", "giugno", "luglio", "settembre", "ottobre", "dicembre",
        "janeiro", "fevereiro", "março", "maio", "junho", "julho", "setembro", "outubro", "novembro", "dezembro",
        "januari", "februari", "maart", "mei", "augustus", "augusti", "desember",
        "stycznia", "lutego", "marca", "kwietnia", "czerwca", "lipca", "sierpnia", "września", "października", "listopada", "grudnia",
        "ledna", "února", "března", "dubna", "května", "června", "července", "srpna", "září", "října", "prosince",
        "января", "февраля", "марта", "апреля", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря",
    };

    private static readonly string[] Weekdays =
    [
        "mon", "tue", "wed", "thu", "fri", "sat", "sun", "mo", "di", "mi", "do", "fr", "sa", "so", "pon", "uto", "sri", "čet", "pet", "sub", "ned", "lun", "mar", "mer", "jeu", "ven", "sam", "dim", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche",
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "tues", "thurs", "montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonnabend", "sonntag",
        "ponedjeljak", "utorak", "srijeda", "četvrtak", "petak", "subota", "nedjelja", "sreda", "nedelja", "ponedeljak", "lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo", "lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato", "domenica",
        "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag", "måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag", "poniedziałek", "wtorek", "środa", "czwartek", "piątek", "sobota", "niedziela", "pondělí", "úterý", "středa", "čtvrtek", "pátek", "neděle",
    ];

    private static readonly HashSet<string> WeekdaySet = new(Weekdays, StringComparer.Ordinal);

    /// <summary>Zones that mean one offset only, in minutes; those with two meanings (IST, BST's cousins, CST) are left to people.</summary>
    private static readonly Dictionary<string, int> Zones = new(StringComparer.Ordinal)
    {
        ["gmt"] = 0, ["utc"] = 0, ["z"] = 0, ["cet"] = 60, ["mez"] = 60, ["cest"] = 120, ["mesz"] = 120, ["eet"] = 120, ["eest"] = 180, ["edt"] = -240, ["pdt"] = -420,
    };

    private static readonly HashSet<string> OtherZones = new(StringComparer.Ordinal) { "est", "pst", "bst", "ist", "cst", "mst", "et", "pt", "msk", "srednjoeuropsko" };

    /// <summary>True where a line holds nothing but a date or a time, with the words that portals put around it.</summary>
    public static bool Is(string text) => text.Length <= 120 && TryParse(text, out _);

    /// <summary>Reads such a line. The instant is known only where the line names a zone; days and months that could be swapped stay unread.</summary>
    public static bool TryParse(string text, out WireTime time)
    {
        time = new WireTime(text, null);
        if (text.Length > 120 || !text.Any(char.IsDigit))
            return false;
        if (DateTimeOffset.TryParseExact(text.Trim(), ["yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", "yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd'T'HH:mm:ss'Z'"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var exact))
        {
            time = new WireTime(text, exact);
            return true;
        }

        var parts = new DateParts();
        foreach (Match token in Tokens().Matches(text))
        {
            if (!parts.Take(token.Value.ToLowerInvariant().TrimEnd('.', '\'')))
                return false;
        }

        if (!parts.SaysSomething)
            return false;
        time = parts.Time(text);
        return true;
    }

    /// <summary>The month of a word, 0 where it is none. Short words count by their beginning, long ones must be a month's name.</summary>
    private static int MonthOf(string word)
    {
        if (word.Length < 3 || word.Any(char.IsDigit))
            return 0;
        if (word.Length > 4 && !LongMonths.Contains(word))
            return 0;
        if (word is "lipca")
            return 7;
        if (word is "listopada" or "listopad")
            return 10;
        if (word is "srpna")
            return 8;
        foreach (var (start, month) in Months.OrderByDescending(known => known.Start.Length))
            if (word.StartsWith(start, StringComparison.Ordinal))
                return month;
        return 0;
    }

    /// <summary>What the tokens of a date line have said so far.</summary>
    private sealed class DateParts
    {
        private readonly List<int> numbers = [];
        private int year, month, day, hour = -1, minute, second, words, monthAt = -1;
        private bool afternoon, forenoon, ambiguous, relative;
        private TimeSpan? offset;

        public bool SaysSomething => relative || hour >= 0 || (year > 0 && month > 0) || (month > 0 && numbers.Count > 0 && words <= 3);

        /// <summary>Takes a token; false where it does not belong in a date.</summary>
        public bool Take(string token)
        {
            if (char.IsDigit(token[0]) || (token[0] is '+' or '-' or '−' && token.Length > 2))
                return TakeFigures(token);
            if (month == 0 && MonthOf(token) is var named and > 0)
            {
                month = named;
                monthAt = numbers.Count;
                return true;
            }

            if (token is "am" or "a.m" && hour >= 0)
                return forenoon = true;
            if (token is "pm" or "p.m" && hour >= 0)
                return afternoon = true;
            if (Zones.TryGetValue(token, out var minutes) && hour >= 0)
            {
                offset = TimeSpan.FromMinutes(minutes);
                return true;
            }

            if (OtherZones.Contains(token) || WeekdaySet.Contains(token) || token is "st" or "nd" or "rd" or "th" or "t")
                return true;
            if (FurnitureWords.TimeUnits.Contains(token) && numbers.Count > 0)
                return relative = true;
            return ++words <= 6 && FurnitureWords.DateLeads.Contains(token);
        }

        private bool TakeFigures(string token)
        {
            if (Clock().Match(token) is { Success: true } clock && hour < 0 && !(token.Contains('.', StringComparison.Ordinal) && year == 0 && month == 0))
            {
                (hour, minute) = (Int(clock.Groups[1]), Int(clock.Groups[2]));
                second = clock.Groups[3].Success ? Int(clock.Groups[3]) : 0;
                afternoon |= clock.Groups[4].Value.StartsWith('p');
                forenoon |= clock.Groups[4].Value.StartsWith('a');
                return hour < 24 && minute < 60 && second < 60;
            }

            if (IsoDate().Match(token) is { Success: true } iso)
            {
                (year, month, day) = (Int(iso.Groups[1]), Int(iso.Groups[2]), Int(iso.Groups[3]));
                return month is > 0 and <= 12 && day is > 0 and <= 31;
            }

            if (DayFirst().Match(token) is { Success: true } european)
            {
                (day, month, year) = (Int(european.Groups[1]), Int(european.Groups[3]), Int(european.Groups[4]));
                // 03/04/2026 is March in one country and April in another; with points it is always the day first.
                ambiguous = european.Groups[2].Value == "/" && day <= 12 && month <= 12 && day != month;
                if (month > 12 && european.Groups[2].Value == "/")
                    (day, month) = (month, day);
                year += year < 100 ? 2000 : 0;
                return month is > 0 and <= 12 && day is > 0 and <= 31;
            }

            if (Offset().Match(token) is { Success: true } zone && hour >= 0)
            {
                offset = new TimeSpan(Int(zone.Groups[2]), zone.Groups[3].Success ? Int(zone.Groups[3]) : 0, 0) * (zone.Groups[1].Value == "+" ? 1 : -1);
                return offset.Value.Duration() <= TimeSpan.FromHours(14);
            }

            var digits = token.TakeWhile(char.IsDigit).Count();
            if (digits is 0 or > 4 || (digits < token.Length && token[digits..] is not ("st" or "nd" or "rd" or "th" or "er" or "h" or "am" or "pm" or "min" or "m" or "d")))
                return false;
            var number = int.Parse(token.AsSpan(0, digits), CultureInfo.InvariantCulture);
            if (digits == 4)
            {
                year = number;
                return number is >= 1990 and <= 2100;
            }

            if (digits < token.Length && token[digits..] is "h" or "min" or "m" or "d")
                relative = true;
            else if (digits < token.Length && token[digits..] is "am" or "pm")
                (hour, afternoon, forenoon) = (number, token.EndsWith("pm", StringComparison.Ordinal), token.EndsWith("am", StringComparison.Ordinal));
            numbers.Add(number);
            return number <= 60 && numbers.Count <= 3;
        }

        public WireTime Time(string text)
        {
            if (day == 0 && month > 0 && numbers.Count > 0)
                day = monthAt > 0 ? numbers[monthAt - 1] : numbers[0];
            if (ambiguous || year == 0 || month is 0 or > 12 || day == 0 || day > DateTime.DaysInMonth(year, month))
                return new WireTime(text, null);
            if (afternoon && hour < 12)
                hour += 12;
            else if (forenoon && hour == 12)
                hour = 0;
            var local = new DateTime(year, month, day, Math.Max(0, Math.Min(hour, 23)), minute, second, DateTimeKind.Unspecified);
            return hour >= 0 && offset is { } known ? new WireTime(text, new DateTimeOffset(local, known)) : new WireTime(text, null, local);
        }

        private static int Int(Group group) => int.Parse(group.ValueSpan, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"\d{1,2}[:.]\d{2}(?::\d{2})?\s?(?:[ap]\.?m\.?)?(?![\d.:])|\d{4}-\d{1,2}-\d{1,2}|\d{1,2}\s?[./]\s?\d{1,2}\s?[./]\s?\d{2,4}|\d{1,2}h\d{2}|[+\-−]\d{1,2}(?::?\d{2})?(?!\d)|[\p{L}\d]+(?:['’][\p{L}]+)?", RegexOptions.IgnoreCase)]
    private static partial Regex Tokens();

    [GeneratedRegex(@"^(\d{1,2})[:.h](\d{2})(?::(\d{2}))?\s?([ap]\.?m)?\.?$")]
    private static partial Regex Clock();

    [GeneratedRegex(@"^(\d{4})-(\d{1,2})-(\d{1,2})$")]
    private static partial Regex IsoDate();

    [GeneratedRegex(@"^(\d{1,2})\s?([./])\s?(\d{1,2})\s?[./]\s?(\d{4}|\d{2})$")]
    private static partial Regex DayFirst();

    [GeneratedRegex(@"^([+\-−])(\d{1,2})(?::?(\d{2}))?$")]
    private static partial Regex Offset();
}
