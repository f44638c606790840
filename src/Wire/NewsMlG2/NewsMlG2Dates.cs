using System.Globalization;
using System.Text.RegularExpressions;
using Wireroom.Wire.Dates;
using Wireroom.Wire.Xml;

namespace Wireroom.Wire.NewsMlG2;

/// <summary>When an event takes place: start, end or duration, and how it repeats (NewsML-G2 2.35, dates, RecurrenceGroup).</summary>
internal static partial class NewsMlG2Dates
{
    /// <summary>Parts of a recurrence rule in the order of RFC 5545, section 3.3.10; as attributes they have the same names in lower case.</summary>
    internal static readonly string[] RuleParts = ["FREQ", "UNTIL", "COUNT", "INTERVAL", "BYSECOND", "BYMINUTE", "BYHOUR", "BYDAY", "BYMONTHDAY", "BYYEARDAY", "BYWEEKNO", "BYMONTH", "BYSETPOS", "WKST"];

    internal static void Read(XmlElement dates, NewsMlG2Draft draft)
    {
        var held = draft.Item.Event!;
        var start = WireDates.Read(dates.Child("start")?.Text);
        var allDay = start?.Local is { TimeOfDay.Ticks: 0 } && !start.AsSent.Contains('T', StringComparison.OrdinalIgnoreCase) && !start.AsSent.Contains(':', StringComparison.Ordinal);
        var end = WireDates.Read(dates.Child("end")?.Text);
        if (end is null && dates.Child("duration")?.Text is { } duration)
        {
            end = start is null ? null : After(start, duration, allDay);
            draft.Drop("duration", end is null ? duration : null);
        }

        var rules = dates.All("rrule").ToList();
        draft.Item = draft.Item with { Event = held with { Start = start, End = end, AllDay = allDay, Recurrence = rules.Count > 0 ? Rule(rules[0]) : null } };
        foreach (var element in dates.Children)
        {
            if (element.Name is "start" or "end")
            {
                draft.DropRest(element);
            }
            else if (element.Name != "duration" && (rules.Count == 0 || element != rules[0]))
            {
                draft.Drop(element);
            }
        }
    }

    /// <summary>The rule as RFC 5545 writes it; lists are parted by blanks here and by commas there.</summary>
    private static string Rule(XmlElement rule) =>
        string.Join(';', RuleParts.Where(part => rule[part.ToLowerInvariant()] is not null).Select(part => $"{part}={(part == "UNTIL" ? rule["until"]!.Replace("-", "", StringComparison.Ordinal).Replace(":", "", StringComparison.Ordinal) : rule[part.ToLowerInvariant()]!.Replace(' ', ','))}"));

    /// <summary>The end of a duration (XML Schema 2, section 3.2.6). Of days without a time the end is the last day.</summary>
    private static WireTime? After(WireTime start, string duration, bool allDay)
    {
        var match = Duration().Match(duration);
        if (!match.Success || (start.Instant?.DateTime ?? start.Local) is not { } from)
        {
            return null;
        }

        double Part(string name) => match.Groups[name].Success ? double.Parse(match.Groups[name].ValueSpan, NumberStyles.Float, CultureInfo.InvariantCulture) : 0;
        var months = (Part("Y") * 12) + Part("M");
        var rest = TimeSpan.FromDays((Part("W") * 7) + Part("D")) + TimeSpan.FromHours(Part("h")) + TimeSpan.FromMinutes(Part("m")) + TimeSpan.FromSeconds(Part("s"));
        if (from.Year + (months / 12) + (rest.TotalDays / 365) > 9990)
        {
            return null;
        }

        var to = from.AddMonths((int)months) + rest - TimeSpan.FromDays(allDay && rest.TotalDays >= 1 ? 1 : 0);
        return start.Instant is { } instant ? WireTime.Of(new DateTimeOffset(to, instant.Offset))
            : new WireTime(to.ToString(allDay ? "yyyy-MM-dd" : "yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture), null, to);
    }

    [GeneratedRegex(@"^P(?:(?<Y>\d{1,4})Y)?(?:(?<M>\d{1,4})M)?(?:(?<W>\d{1,4})W)?(?:(?<D>\d{1,5})D)?(?:T(?:(?<h>\d{1,6})H)?(?:(?<m>\d{1,6})M)?(?:(?<s>\d{1,8}(?:\.\d{1,6})?)S)?)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Duration();
}
