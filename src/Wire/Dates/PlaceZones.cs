using System.Collections.Frozen;
using NodaTime;
using NodaTime.TimeZones;

namespace Wireroom.Wire.Dates;

/// <summary>Zones whose offset follows a place's own rules by the date: those of the IANA database and of Windows, and what people call them for short.</summary>
internal static class PlaceZones
{
    // Without a word for standard or summer time these mean the clock on the wall there.
    private static readonly FrozenDictionary<string, string> Short = new Dictionary<string, string>
    {
        ["ET"] = "America/New_York", ["EASTERN"] = "America/New_York", ["CT"] = "America/Chicago", ["CENTRAL"] = "America/Chicago",
        ["MT"] = "America/Denver", ["MOUNTAIN"] = "America/Denver", ["PT"] = "America/Los_Angeles", ["PACIFIC"] = "America/Los_Angeles",
        ["GMT/BST"] = "Europe/London", ["CET/CEST"] = "Europe/Brussels", ["MEZ/MESZ"] = "Europe/Berlin", ["AET"] = "Australia/Sydney", ["ACT"] = "Australia/Adelaide",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> ByShort = Short.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The zone that a word of a date means: <c>ET</c>, <c>Europe/Zagreb</c>; null where it is none.</summary>
    internal static DateTimeZone? OfWord(ReadOnlySpan<char> word)
    {
        word = word.TrimEnd('.');

        // "et" is a word of French and "mt" one of others: the two letters of a zone are capitals.
        return (word.Length > 2 || (word.Length == 2 && char.IsUpper(word[1]))) && ByShort.TryGetValue(word, out var place) ? DateTimeZoneProviders.Tzdb[place]
            : word.Length is > 5 and < 40 && word.Contains('/') ? DateTimeZoneProviders.Tzdb.GetZoneOrNull(word.ToString())
            : null;
    }

    /// <summary>The zone of a name of the IANA database or of Windows, with a program's own path before it or not; null where it is unknown.</summary>
    internal static DateTimeZone? Named(string name)
    {
        var trimmed = name.Trim().Trim('"');
        if (trimmed.ToUpperInvariant() is "UTC" or "GMT" or "Z" or "ETC/UTC" or "ETC/GMT")
        {
            return DateTimeZone.Utc;
        }

        if (TzdbDateTimeZoneSource.Default.WindowsMapping.PrimaryMapping.TryGetValue(trimmed, out var mapped))
        {
            return DateTimeZoneProviders.Tzdb.GetZoneOrNull(mapped);
        }

        // Programs put their own path before the name: "/freeassociation.example/Tzfile/Europe/Zagreb".
        for (var rest = trimmed.TrimStart('/'); rest.Contains('/', StringComparison.Ordinal); rest = rest[(rest.IndexOf('/', StringComparison.Ordinal) + 1)..])
        {
            if ((DateTimeZoneProviders.Tzdb.GetZoneOrNull(rest) ?? DateTimeZoneProviders.Tzdb.GetZoneOrNull(rest.Replace(' ', '_'))) is { } zone)
            {
                return zone;
            }
        }

        return null;
    }

    /// <summary>
    /// The offset that the zone's clocks have at that local time, in whole minutes: before there were zones a place had its own time, to the second. A clock
    /// that is skipped or stands twice is read by the offset before the change (RFC 5545, section 3.3.5).
    /// </summary>
    internal static TimeSpan OffsetAt(this DateTimeZone zone, DateTime local)
    {
        var mapped = zone.MapLocal(LocalDateTime.FromDateTime(local));
        var offset = (mapped.Count == 0 ? mapped.EarlyInterval.WallOffset : mapped.First().Offset).ToTimeSpan();
        return TimeSpan.FromMinutes(Math.Round(offset.TotalMinutes));
    }
}
