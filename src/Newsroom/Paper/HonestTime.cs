using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace Wireroom.Newsroom.Paper;

/// <summary>How a language writes days: its culture's name, and .NET's patterns for a long day, a day, and a short day within and outside the year.</summary>
public sealed record DateForms(string Culture, string LongDay, string Day, string ShortDay, string ShortDayOfYear)
{
    /// <summary>"Sunday 22 November 2026".</summary>
    public static DateForms English { get; } = new("en-GB", "dddd d MMMM yyyy", "d MMMM yyyy", "d MMM", "d MMM yyyy");
}

/// <summary>Times as readers are told them: in the newsroom's zone, with the zone said, as <c>&lt;time&gt;</c> with the instant for machines.</summary>
public sealed class HonestTime
{
    private readonly TimeZoneInfo zone;
    private readonly DateForms forms;
    private readonly CultureInfo culture;

    /// <param name="timeZone">IANA name; one that this machine does not know is read as UTC.</param>
    /// <param name="forms">How days are written; in English where none are given.</param>
    public HonestTime(string timeZone, DateForms? forms = null)
    {
        zone = TimeZoneInfo.TryFindSystemTimeZoneById(timeZone, out var found) ? found : TimeZoneInfo.Utc;
        this.forms = forms ?? DateForms.English;
        culture = CultureInfo.GetCultureInfo(this.forms.Culture);
    }

    /// <summary>The instant in the newsroom's zone.</summary>
    public DateTimeOffset Here(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, zone);

    /// <summary>The first instant of a day in the newsroom's zone.</summary>
    public DateTimeOffset StartOf(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        while (zone.IsInvalidTime(midnight))
            midnight = midnight.AddMinutes(15); // some zones put their clocks forward at midnight
        return new DateTimeOffset(midnight, zone.GetUtcOffset(midnight));
    }

    /// <summary>"Sunday 22 November 2026".</summary>
    public string LongDay(DateTimeOffset at) => Here(at).ToString(forms.LongDay, culture);

    /// <summary>"22 November 2026, 18:04 GMT+1"; where only the day is known, "22 November 2026".</summary>
    public string InWords(DateTimeOffset at) => IsWholeDay(at)
        ? at.UtcDateTime.ToString(forms.Day, culture)
        : $"{Here(at).ToString(forms.Day, culture)}, {Clock(at)} {ZoneName(at)}";

    /// <summary>The time in full, as an element.</summary>
    public IHtmlContent Full(DateTimeOffset at) => new TimeElement(Instant(at), InWords(at), null);

    /// <summary>The time for a list: "18:04" today, "21 Nov, 18:04" this year, "21 Nov 2025" before; a script may say it as "5 min ago".</summary>
    public IHtmlContent Short(DateTimeOffset at, DateTimeOffset now)
    {
        if (IsWholeDay(at))
            return new TimeElement(Instant(at), at.UtcDateTime.ToString(at.UtcDateTime.Year == Here(now).Year ? forms.ShortDay : forms.ShortDayOfYear, culture), null);
        var here = Here(at);
        var today = Here(now);
        var words = here.Date == today.Date ? Clock(at)
            : here.Year == today.Year ? $"{here.ToString(forms.ShortDay, culture)}, {Clock(at)}"
            : here.ToString(forms.ShortDayOfYear, culture);
        return new TimeElement(Instant(at), words, InWords(at));
    }

    /// <summary>Whole years between two instants, by the calendar of the newsroom's zone.</summary>
    public int YearsBetween(DateTimeOffset from, DateTimeOffset to)
    {
        var start = Here(from).Date;
        var end = Here(to).Date;
        var years = end.Year - start.Year;
        return start.AddYears(years) > end ? years - 1 : years;
    }

    /// <summary>For machines: ISO 8601 with the zone's offset, to the second; where only the day is known, the day.</summary>
    public string Instant(DateTimeOffset at) => IsWholeDay(at)
        ? at.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        : Here(at).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    /// <summary>A date without a time of day, from a feed or an import, is kept as midnight UTC; no hour may be made of it.</summary>
    private static bool IsWholeDay(DateTimeOffset at) => at.UtcDateTime.TimeOfDay == TimeSpan.Zero;

    private string Clock(DateTimeOffset at) => Here(at).ToString("HH:mm", CultureInfo.InvariantCulture);

    private string ZoneName(DateTimeOffset at)
    {
        var offset = Here(at).Offset;
        if (offset == TimeSpan.Zero)
            return "GMT";
        var sign = offset < TimeSpan.Zero ? '−' : '+';
        return offset.Minutes == 0 ? $"GMT{sign}{Math.Abs(offset.Hours)}" : $"GMT{sign}{Math.Abs(offset.Hours)}:{Math.Abs(offset.Minutes):00}";
    }

    /// <summary>A <c>&lt;time&gt;</c>; with a title it is one that may be said relative to now.</summary>
    private sealed record TimeElement(string Instant, string Words, string? Title) : IHtmlContent
    {
        public void WriteTo(TextWriter writer, HtmlEncoder encoder)
        {
            writer.Write("<time datetime=\"");
            writer.Write(Instant);
            if (Title is not null)
            {
                writer.Write("\" title=\"");
                encoder.Encode(writer, Title);
                writer.Write("\" data-relative=\"");
            }

            writer.Write("\">");
            encoder.Encode(writer, Words);
            writer.Write("</time>");
        }
    }
}
