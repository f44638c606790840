using System.Globalization;
using System.Text.RegularExpressions;

namespace Wireroom.Newsroom.Host.Sample;

/// <summary>The sample's times, counted from the first start: the tokens in its files and the bare offsets of its plan. sample/README.md has their grammar.</summary>
internal static partial class SampleTimes
{
    /// <summary>Replaces every token of a file's text.</summary>
    /// <exception cref="FormatException">A token that is none.</exception>
    public static string Fill(string text, DateTimeOffset start) => Token().Replace(text, match =>
    {
        var at = At(match.Groups["offset"].Value, start);
        var zone = match.Groups["zone"].Value;
        if (zone.Length > 0)
            at = at.ToOffset(Zone(zone));
        return match.Groups["kind"].Value switch
        {
            "iso" => at.ToString(zone.Length > 0 ? "yyyy-MM-dd'T'HH:mm:sszzz" : "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            "rfc822" => at.ToString("ddd, dd MMM yyyy HH:mm:00 ", CultureInfo.InvariantCulture) + (zone.Length > 0 ? zone.Replace(":", "", StringComparison.Ordinal) : "GMT"),
            "ical" => at.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture),
            "icalday" => at.ToString("yyyyMMdd", CultureInfo.InvariantCulture),
            "weekday" => at.ToString("dddd", CultureInfo.InvariantCulture),
            "day" => at.ToString("d MMMM", CultureInfo.InvariantCulture),
            "date" => at.ToString("d MMMM yyyy", CultureInfo.InvariantCulture),
            "time" => at.ToString("HH:mm", CultureInfo.InvariantCulture),
            var kind => throw new FormatException($"There is no time token \"{kind}\"."),
        };
    });

    /// <summary>The time that an offset means: "-20d06:15" is that time of that day in UTC, "-41m" so long before the start.</summary>
    /// <exception cref="FormatException">An offset that is none.</exception>
    public static DateTimeOffset At(string offset, DateTimeOffset start)
    {
        var match = Offset().Match(offset);
        if (!match.Success)
            throw new FormatException($"\"{offset}\" is no offset.");
        var number = int.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture) * (match.Groups["sign"].Value == "-" ? -1 : 1);
        if (match.Groups["hour"].Success)
            return new DateTimeOffset(start.UtcDateTime.Date, TimeSpan.Zero).AddDays(number) + TimeSpan.Parse(match.Groups["hour"].Value, CultureInfo.InvariantCulture);
        return match.Groups["unit"].Value switch
        {
            "m" => start.AddMinutes(number),
            "h" => start.AddHours(number),
            _ => start.AddDays(number),
        };
    }

    private static TimeSpan Zone(string zone)
    {
        var digits = zone[1..].Replace(":", "", StringComparison.Ordinal);
        var span = new TimeSpan(int.Parse(digits[..2], CultureInfo.InvariantCulture), digits.Length > 2 ? int.Parse(digits[2..], CultureInfo.InvariantCulture) : 0, 0);
        return zone[0] == '-' ? -span : span;
    }

    [GeneratedRegex(@"@\{(?<kind>[a-z0-9]+) (?<offset>[-+][^ }]+)(?: (?<zone>[-+]\d\d:?(?:\d\d)?))?\}", RegexOptions.CultureInvariant)]
    private static partial Regex Token();

    [GeneratedRegex(@"^(?<sign>[-+])(?<number>\d{1,4})(?:d(?<hour>\d\d:\d\d)|(?<unit>[mhd]))$", RegexOptions.CultureInvariant)]
    private static partial Regex Offset();
}
