using System.Globalization;
using System.Text.RegularExpressions;
using Wireroom.Wire.Dates;

namespace Wireroom.Wire.Anpa1312;

/// <summary>The trailer behind ETX: agency, circuit, date and time in one line (<c>AP-WF-02-20-16 0337GMT</c>), or time and date alone.</summary>
internal sealed partial record Anpa1312Time(string? Agency, string? Circuit, WireTime Time)
{
    private static readonly (double Hours, string Name)[] Zones = [(0, "GMT"), (-5, "EST"), (-4, "EDT"), (-6, "CST"), (-7, "MST"), (-8, "PST"), (1, "CET"), (2, "CEST")];

    internal static Anpa1312Time? Of(string line)
    {
        var sent = line.Trim(' ', '\t', '<', '=', '^');
        var found = Agencies().Match(sent) is { Success: true } named ? named : ClockFirst().Match(sent) is { Success: true } clock ? clock : Alone().Match(sent);
        if (!found.Success)
        {
            return null;
        }

        string Part(string name) => found.Groups[name].Value;
        var read = WireDates.Read($"20{Part("year")}-{Part("month")}-{Part("day")} {Part("hour")}:{Part("minute")}") is { Local: { } local } ? local : (DateTime?)null;
        if (read is not { } when)
        {
            return null;
        }

        var zoned = WireDates.Read(when.ToString("d MMM yyyy HH:mm ", CultureInfo.InvariantCulture) + Part("zone"))!;
        return new(found.Groups["agency"].Success ? Part("agency") : null, found.Groups["circuit"].Success ? Part("circuit") : null, zoned with { AsSent = sent });
    }

    internal static string Write(string agency, WireTime time)
    {
        var zone = "";
        var said = time.Local ?? default;
        if (time.Instant is { } instant)
        {
            zone = Array.Find(Zones, known => known.Hours == instant.Offset.TotalHours).Name;
            said = zone is null ? instant.UtcDateTime : instant.DateTime;
            zone ??= "GMT";
        }

        return said == default ? "" : string.Create(CultureInfo.InvariantCulture, $"{agency}-WF-{said:MM-dd-yy HHmm}{zone}<");
    }

    [GeneratedRegex(@"^(?<agency>[A-Za-z]{2,8})-(?<circuit>[A-Za-z]{1,4})-(?<month>\d\d)-(?<day>\d\d)-(?<year>\d\d)\s+(?<hour>\d\d):?(?<minute>\d\d)\s?(?<zone>[A-Z]{0,4})$")]
    private static partial Regex Agencies();

    // A wire of Asia: KWS-21:37-09-12-18, with the day before the month.
    [GeneratedRegex(@"^(?<agency>[A-Z]{2,8})-(?<hour>\d\d):(?<minute>\d\d)(?<zone>)-(?<day>\d\d)-(?<month>\d\d)-(?<year>\d\d)$")]
    private static partial Regex ClockFirst();

    [GeneratedRegex(@"^(?<hour>\d\d):?(?<minute>\d\d)\s?(?<zone>[A-Z]{0,4})\s(?<day>\d\d)-(?<month>\d\d)-(?<year>\d\d)$")]
    private static partial Regex Alone();
}
