using System.Globalization;
using System.Text.RegularExpressions;
using Wireroom.Wire.Dates;

namespace Wireroom.Wire.Iptc7901;

/// <summary>The end line (IPTC 7901, section 5): day, hour and minute in six figures, a zone or none, month, year.</summary>
internal static partial class Iptc7901Time
{
    private static readonly (double Hours, string Name)[] Zones = [(0, "GMT"), (1, "CET"), (2, "CEST"), (-5, "EST"), (-4, "EDT"), (-6, "CST"), (-7, "MST"), (-8, "PST"), (8, "HKT"), (9, "JST"), (10, "AEST")];

    internal static WireTime? Of(string line)
    {
        var sent = line.Trim();
        if (Form().Match(sent) is not { Success: true } found)
        {
            return null;
        }

        // "Mär" and "Mrz" are both sent for March.
        var month = found.Groups["month"].Value.TrimEnd('.') is var name && name.StartsWith("mär", StringComparison.OrdinalIgnoreCase) ? "Mar" : name;
        var zone = found.Groups["zone"].Success ? found.Groups["zone"].Value : found.Groups["after"].Value;
        var read = WireDates.Read($"{found.Groups["day"].Value} {month} {found.Groups["year"].Value} {found.Groups["hour"].Value}:{found.Groups["minute"].Value} {zone}");
        return read is { Instant: null, Local: null } ? null : read! with { AsSent = sent };
    }

    internal static string Write(WireTime time)
    {
        if (time.Instant is not { } instant)
        {
            return time.Local is { } local ? local.ToString("ddHHmm MMM yy", CultureInfo.InvariantCulture) : "";
        }

        var zone = Array.Find(Zones, known => known.Hours == instant.Offset.TotalHours).Name;
        var said = zone is null ? instant.ToUniversalTime() : instant;
        return said.ToString("ddHHmm ", CultureInfo.InvariantCulture) + (zone ?? "GMT") + said.ToString(" MMM yy", CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"^(?<day>[0-3]\d)(?<hour>[0-2]\d)(?<minute>[0-5]\d)\s*(?<zone>[A-Za-z]{1,5}(?=\s+\p{L})|[+-]\d{4})?\s+(?<month>\p{L}{3,9}\.?)\s+(?<year>\d{2}|\d{4})(?:\s+(?<after>[A-Z]{1,5}))?$", RegexOptions.IgnoreCase)]
    private static partial Regex Form();
}
