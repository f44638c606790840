using System.Text.RegularExpressions;

namespace Wireroom.Wire.Page;

/// <summary>Parts the agency's marks from the copy: the dateline before the lead and the agency's name after the last word.</summary>
internal static partial class Dateline
{
    private static readonly HashSet<string> Shouts = new(StringComparer.OrdinalIgnoreCase)
    {
        "BREAKING", "BREAKING NEWS", "EXCLUSIVE", "UPDATE", "UPDATED", "URGENT", "LIVE", "WATCH", "VIDEO", "PHOTOS", "ANALYSIS", "OPINION", "EKSKLUZIVNO", "UŽIVO", "FOTO", "EILMELDUNG", "EXKLUSIV", "DIRECT", "NEW", "CORRECTION", "CORRECTED", "NOTE",
    };

    /// <summary>
    /// Finds "ZAGREB, Feb 27 (Agency) - " at the head of a lead. Without an agency in brackets the place must stand in capitals,
    /// so that a sentence with a dash is left alone.
    /// </summary>
    public static string Split(string lead, out string? dateline, out string? agency)
    {
        (dateline, agency) = (null, null);
        if (Head().Match(lead) is not { Success: true } head || head.Length >= lead.Length - 20)
            return lead;
        var place = head.Groups["place"].Value.Trim().TrimEnd(',');
        if (Shouts.Contains(place))
            return lead;
        var hasAgency = head.Groups["agency"].Success;
        var hasDate = head.Groups["date"].Success;
        if (!hasAgency && !(IsCapitals(place) && head.Groups["dash"].Value is not ":"))
            return lead;
        agency = hasAgency ? head.Groups["agency"].Value.Trim() : null;
        if (agency is not null && StatedDate.Is(agency))
            agency = null;
        dateline = hasDate ? $"{place}, {head.Groups["date"].Value.Trim().TrimEnd(',')}" : place;
        return lead[head.Length..].TrimStart();
    }

    private static bool IsCapitals(string place)
    {
        var main = place.Split([',', '/'], 2)[0];
        return main.Count(char.IsLetter) >= 3 && !main.Any(char.IsLower);
    }

    /// <summary>True where the text ends in an agency's mark after a full stop.</summary>
    public static bool HasFoot(string text) => Foot().Match(text) is { Success: true, Index: >= 20 };

    /// <summary>Takes the agency's name off the end of the last paragraph: "… he said. (Hina)", "… he said. /dpa/", "… she said. - Reuters".</summary>
    public static string SplitFoot(string last, out string? agency)
    {
        agency = null;
        if (Foot().Match(last) is not { Success: true } foot || foot.Index < 20)
            return last;
        agency = foot.Groups["agency"].Value.Trim();
        return last[..(foot.Index + 1)].TrimEnd();
    }

    [GeneratedRegex(@"^(?<place>\p{Lu}[\p{L}'’.-]*(?:[ /]\p{L}[\p{L}'’.-]*){0,4}(?:,\s\p{Lu}[\p{L}'’. -]{1,25}?)?)(?:,\s?(?<date>(?:\p{L}{3,10}\.?\s\d{1,2}(?:,\s\d{4})?|\d{1,2}\.?\s\p{L}{3,10}\.?(?:\s\d{4}\.?)?|\d{1,2}\.\d{1,2}\.(?:\d{4}\.?)?)))?(?:\s?[(/](?<agency>[\p{L}][\p{L}\p{N}.&/ -]{1,28}?)[)/])?\s*(?<dash>[-–—]{1,2}|:)\s+")]
    private static partial Regex Head();

    [GeneratedRegex(@"[.!?…""”’»](?:\s*[(\[](?<agency>\p{L}[\p{L}\p{N}./& -]{1,18})[)\]]|\s*/(?<agency>\p{L}[\p{L}.]{1,15})/?|\s+[-–—]{1,2}\s?(?<agency>\p{Lu}[\p{L}\p{N}./]{1,15}))\.?$")]
    private static partial Regex Foot();
}
