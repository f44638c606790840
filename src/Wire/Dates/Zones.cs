using System.Collections.Frozen;

namespace Wireroom.Wire.Dates;

/// <summary>Time zones as dates carry them: offsets, and the names that mean one offset only.</summary>
internal static class Zones
{
    // RFC 822, section 5.1, and names that are in use for one offset. Those that mean several (IST, BST in Asia) are left local.
    private static readonly FrozenDictionary<string, double> Hours = new Dictionary<string, double>(StringComparer.OrdinalIgnoreCase)
    {
        ["Z"] = 0, ["UT"] = 0, ["UTC"] = 0, ["GMT"] = 0, ["WET"] = 0,
        ["BST"] = 1, ["WEST"] = 1, ["CET"] = 1, ["MEZ"] = 1, ["MET"] = 1,
        ["CEST"] = 2, ["MESZ"] = 2, ["MEST"] = 2, ["EET"] = 2, ["SAST"] = 2,
        ["EEST"] = 3, ["MSK"] = 3, ["TRT"] = 3, ["EAT"] = 3, ["MSD"] = 4,
        ["PKT"] = 5, ["WIB"] = 7, ["HKT"] = 8, ["SGT"] = 8, ["PHT"] = 8, ["AWST"] = 8,
        ["JST"] = 9, ["KST"] = 9, ["ACST"] = 9.5, ["AEST"] = 10, ["ACDT"] = 10.5, ["AEDT"] = 11, ["NZST"] = 12, ["NZDT"] = 13,
        ["EST"] = -5, ["EDT"] = -4, ["CST"] = -6, ["CDT"] = -5, ["MST"] = -7, ["MDT"] = -6, ["PST"] = -8, ["PDT"] = -7,
        ["AKST"] = -9, ["AKDT"] = -8, ["HST"] = -10, ["AST"] = -4, ["ADT"] = -3, ["NST"] = -3.5, ["NDT"] = -2.5, ["BRT"] = -3, ["ART"] = -3,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, double>.AlternateLookup<ReadOnlySpan<char>> ByName = Hours.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The offset of a zone: <c>Z</c>, <c>+01:00</c>, <c>-0500</c>, <c>+2</c>, <c>CET</c>, <c>GMT+2</c>, <c>+0100 (CET)</c>; null where it is not known.</summary>
    internal static TimeSpan? Offset(ReadOnlySpan<char> zone)
    {
        var comment = zone.IndexOf('(');
        if (comment >= 0)
        {
            var before = zone[..comment].Trim();
            zone = before.IsEmpty ? zone[(comment + 1)..].TrimEnd(')').Trim() : before;
        }

        zone = zone.Trim();
        if (zone.IsEmpty)
        {
            return null;
        }

        if (zone[0] is '+' or '-' or '\u2212')
        {
            return Signed(zone);
        }

        if (ByName.TryGetValue(zone.TrimEnd('.'), out var hours))
        {
            return TimeSpan.FromHours(hours);
        }

        var sign = zone.IndexOfAny('+', '-');
        return sign > 0 && ByName.TryGetValue(zone[..sign].Trim(), out hours) && hours == 0 ? Signed(zone[sign..]) : null;
    }

    /// <summary>Takes a zone into the parts of a date: its offset, or the place whose clocks tell it; false where it is not known.</summary>
    internal static bool Take(ReadOnlySpan<char> zone, ref DateParts parts)
    {
        parts.Offset = Offset(zone);
        parts.Zone = parts.Offset is null ? PlaceZones.OfWord(zone.Trim(" ()")) : null;
        return parts.Offset is not null || parts.Zone is not null;
    }

    /// <summary>True where the text is made of letters, so that it may be a zone of a name unknown here.</summary>
    internal static bool IsWord(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (!char.IsLetter(c) && c is not ('/' or '_' or '(' or ')' or ' ' or '.'))
            {
                return false;
            }
        }

        return text.Length is > 0 and <= 32;
    }

    /// <summary>Applies AM or PM to the clock; false where the text is neither.</summary>
    internal static bool Meridiem(ReadOnlySpan<char> text, ref DateParts parts)
    {
        var afternoon = text.Equals("PM", StringComparison.OrdinalIgnoreCase) || text.Equals("p.m.", StringComparison.OrdinalIgnoreCase);
        if (!afternoon && !text.Equals("AM", StringComparison.OrdinalIgnoreCase) && !text.Equals("a.m.", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        if (parts.Hour is >= 1 and <= 12)
        {
            parts.Hour = (parts.Hour % 12) + (afternoon ? 12 : 0);
        }

        return true;
    }

    private static TimeSpan? Signed(ReadOnlySpan<char> text)
    {
        var negative = text[0] != '+';
        text = text[1..].TrimStart(" +-");
        var digits = text.IndexOfAnyExceptInRange('0', '9');
        var count = digits < 0 ? text.Length : digits;
        if (!DateParts.Digits(ref text, 1, count == 3 ? 1 : 2, out var hours))
        {
            return null;
        }

        var minutes = 0;
        text = text.TrimStart(':');
        if (text.Length > 0 && !DateParts.Digits(ref text, 1, 2, out minutes))
        {
            return null;
        }

        if (hours > 14 || minutes > 59)
        {
            return null;
        }

        var offset = new TimeSpan(hours, minutes, 0);
        return negative ? -offset : offset;
    }
}
