using System.Globalization;

namespace Wireroom.Newsroom.Desk.Frame;

/// <summary>Times as the desk shows them: in the newsroom's zone, short where they are near.</summary>
public sealed class DeskTime(TimeZoneInfo zone, DateTimeOffset now)
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>The newsroom's zone.</summary>
    public TimeZoneInfo Zone => zone;

    /// <summary>When the page was made.</summary>
    public DateTimeOffset Now => now;

    /// <summary>The zone's short name for people: the city of its IANA name.</summary>
    public string ZoneName => zone.Id is "UTC" or "Etc/UTC" ? "GMT" : zone.Id[(zone.Id.LastIndexOf('/') + 1)..].Replace('_', ' ');

    /// <summary>The zone of that IANA name; GMT where it is not known.</summary>
    public static TimeZoneInfo ZoneOf(string name) => TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : TimeZoneInfo.Utc;

    /// <summary>"14:02" today, "Sat 14:02" within a week either way, "21 Nov 14:02" else, with the year where it is another.</summary>
    public string Short(DateTimeOffset at)
    {
        var (there, here) = (Local(at), Local(now));
        var days = Math.Abs((there.Date - here.Date).Days);
        var format = days == 0 ? "HH:mm" : days < 7 ? "ddd HH:mm" : there.Year == here.Year ? "d MMM HH:mm" : "d MMM yyyy";
        return there.ToString(format, English);
    }

    /// <summary>Day, date and time to the second, with the zone: what stands in the tool tip.</summary>
    public string Full(DateTimeOffset at) => Local(at).ToString("dddd d MMMM yyyy, HH:mm:ss", English) + " " + ZoneName;

    /// <summary>Time to the second: "Saved 14:02:07".</summary>
    public string Seconds(DateTimeOffset at) => Local(at).ToString("HH:mm:ss", English);

    /// <summary>For a machine.</summary>
    public static string Machine(DateTimeOffset at) => at.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>The value of a date-and-time field, in the newsroom's zone.</summary>
    public string Field(DateTimeOffset at) => Local(at).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);

    /// <summary>An instant from a date-and-time field in the newsroom's zone; null where it cannot be read. Where clocks go back, the later of the two is meant: nothing goes out early.</summary>
    public DateTimeOffset? FromField(string? text)
    {
        string[] formats = ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss"];
        if (!DateTime.TryParseExact(text, formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
            return null;
        if (zone.IsInvalidTime(local))
            return new DateTimeOffset(local, zone.BaseUtcOffset);
        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Min() : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset);
    }

    /// <summary>The time in both zones: "18:00 GMT, 19:00 Zagreb".</summary>
    public string BothZones(DateTimeOffset at)
    {
        var utc = new DeskTime(TimeZoneInfo.Utc, now);
        return zone.HasSameRules(TimeZoneInfo.Utc) ? $"{utc.Short(at)} GMT" : $"{utc.Short(at)} GMT, {Short(at)} {ZoneName}";
    }

    /// <summary>"in 2 h 14", "in 6 min", "in 3 days", "now" where it has passed.</summary>
    public string In(DateTimeOffset at)
    {
        var left = at - now;
        if (left <= TimeSpan.Zero)
            return "now";
        if (left < TimeSpan.FromMinutes(1))
            return "in less than a minute";
        if (left < TimeSpan.FromHours(1))
            return string.Create(English, $"in {(int)left.TotalMinutes} min");
        if (left < TimeSpan.FromDays(2))
            return string.Create(English, $"in {(int)left.TotalHours} h {left.Minutes:00}");
        return string.Create(English, $"in {(int)left.TotalDays} days");
    }

    private DateTime Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, zone).DateTime;
}
