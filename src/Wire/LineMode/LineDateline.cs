using System.Text.RegularExpressions;
using Wireroom.Wire.Html;

namespace Wireroom.Wire.LineMode;

/// <summary>The dateline at the head of a lead, with the agency's name: <c>Berlin (KNA) - …</c>, <c>ZAGREB, 3. ožujka (Hina) - …</c>, <c>(ANSA) - ROMA, 3 MAR - …</c>.</summary>
internal sealed partial record LineDateline(string Dateline, string? Agency, int Length)
{
    /// <summary>The place alone: what stands before the date.</summary>
    internal string Place
    {
        get
        {
            var place = (Date().Match(Dateline) is { Success: true, Index: > 0 } date ? Dateline[..date.Index] : Dateline).Trim(' ', ',');

            // The full stop of "PERM. March 3" ends the place, and that of "N.C." belongs to it.
            return place.EndsWith('.') && place.IndexOf('.', StringComparison.Ordinal) == place.Length - 1 && place.Length != Dateline.Length ? place[..^1] : place;
        }
    }

    /// <summary>The agencies, where several share the credit: <c>tca/dpa</c>.</summary>
    internal IReadOnlyList<string> Sources => Agency?.Split('/', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    /// <summary>The dateline of a paragraph, or null where it has none. Without an agency the place has to stand in capitals.</summary>
    internal static LineDateline? Of(string lead)
    {
        var text = lead.Length > 160 ? lead[..160] : lead;
        if (text.StartsWith('(') && AgencyFirst().Match(text) is { Success: true } first)
        {
            return new(first.Groups["place"].Value.Trim(), first.Groups["agency"].Value, first.Length);
        }

        if (text.Contains('(', StringComparison.Ordinal) && WithAgency().Match(text) is { Success: true } found && (found.Groups["dash"].Success || Name().IsMatch(found.Groups["agency"].Value)))
        {
            return new(found.Groups["place"].Value.Trim(' ', ','), found.Groups["agency"].Value.Trim(), found.Length);
        }

        if (text.Contains('/', StringComparison.Ordinal) && BetweenStrokes().Match(text) is { Success: true } stroked)
        {
            return new(stroked.Groups["place"].Value.Trim(' ', ','), stroked.Groups["agency"].Value, stroked.Length);
        }

        if (AgencyLast().Match(text) is { Success: true } last)
        {
            return new(last.Groups["place"].Value.Trim(' ', ','), last.Groups["agency"].Value, last.Length);
        }

        return Capitals().Match(text) is { Success: true } bare && SignalWords.OfLine(bare.Groups["place"].Value) is null
            ? new(bare.Groups["place"].Value.Trim(' ', ','), null, bare.Length)
            : null;
    }

    /// <summary>The place of a dateline that stands alone, <c>Oslo</c>, <c>FORT WORTH, Texas, March 3 (TDW) -</c>; null where it names none, or says more.</summary>
    internal static string? PlaceOf(string dateline)
    {
        var line = Spaces.Collapse(dateline).TrimEnd(' ', '-', '\u2013', '\u2014', '_', ':', '=');
        var bare = Date().Replace(BehindPlace().Replace(line, "").TrimEnd(' ', ','), "").Trim(' ', ',', '.');
        return Bare().IsMatch(bare) ? bare : null;
    }

    /// <summary>The head of a lead that says the same; null where this wire could not say it so that it is understood.</summary>
    internal static string? Write(string dateline, string? agency)
    {
        var written = agency is null ? $"{dateline} - " : $"{dateline} ({agency}) - ";
        return Of(written + "X") is { } read && read.Dateline == dateline && read.Agency == agency ? written : null;
    }

    [GeneratedRegex(@"\s*[(/][\p{L}\d][\p{L}\d./& -]{1,24}[)/]$")]
    private static partial Regex BehindPlace();

    // A place by its name and that of what it is in; no sentence and no clock.
    [GeneratedRegex(@"^\p{Lu}[\p{L}'’.-]*(?:(?:[ /]|,\s)\p{L}[\p{L}'’.-]*){0,5}$")]
    private static partial Regex Bare();

    [GeneratedRegex(@"^\((?<agency>[\p{L}/.-]{2,12})\)\s[-–—]\s(?<place>\p{Lu}[^()–—]{1,40}?)(?:\s[-–—_]{1,2}|\.)\s")]
    private static partial Regex AgencyFirst();

    [GeneratedRegex(@"^(?<place>\p{Lu}[\p{L}'’.-]*(?:(?:[ /]|,\s?)(?:[\p{L}\d][\p{L}\d'’.-]*)){0,7})\s?\((?<agency>[\p{L}\d][\p{L}\d./& -]{1,24})\)\.?\s?(?<dash>[-–—_]{1,2}|:)?\s?(?=\S)")]
    private static partial Regex WithAgency();

    // "MOSCOW, March 29. /TASS/. The", "NEW YORK, March 29, 2026 /Lumen Newswire/ -- The": the name of the agency between strokes.
    [GeneratedRegex(@"^(?<place>\p{Lu}(?:[\p{L}'’-]|\.(?=[\p{L},]))*(?:(?:[ ]|,\s?)(?:[\p{L}\d](?:[\p{L}\d'’-]|\.(?=[\p{L},]))*)){0,7})[.,]?\s?/(?<agency>[\p{Lu}\d][\p{L}\d. -]{1,24}|\p{Ll}{3,8})/\.?\s?(?:[-–—_]{1,2}\s?)?(?=\S)")]
    private static partial Regex BetweenStrokes();

    // "TOKYO, March 29, LUMEN - The": behind the date and without brackets.
    [GeneratedRegex(@"^(?<place>\p{Lu}[\p{Lu} '’./-]{1,30},\s(?:\p{Lu}\p{Ll}{2,8}\.?\s\d{1,2}|\d{1,2}\s\p{Lu}\p{Ll}{2,8})),\s(?<agency>\p{Lu}[\p{L}/]{1,11})\s[-–—]\s(?=\S)")]
    private static partial Regex AgencyLast();

    [GeneratedRegex(@"^(?<place>\p{Lu}[\p{Lu} '’./-]{1,30}\p{Lu}(?:,\s[\p{L}\d. ]{2,25})?)\s?(?:[–—_]|-{1,2})\s(?=\S)")]
    private static partial Regex Capitals();

    // Without a dash the brackets have to hold a name of an agency: capitals, or small letters only.
    [GeneratedRegex(@"^(?:\p{Lu}{2,8}|\p{Lu}\p{Ll}{2,8}|\p{Ll}{2,5})(?:/\p{L}{2,8}){0,2}$")]
    private static partial Regex Name();

    [GeneratedRegex(@",?\s*(?:\d{1,2}\.?\s*\p{L}{3,10}\.?(?:\s\d{4}\.?)?|\p{L}{3,10}\.?\s\d{1,2}(?:,\s\d{4})?|\d{1,2}\.\d{1,2}\.(?:\d{4}\.?)?|(?:man|tirs|ons|tors|fre|lør|søn|lör|sön|mån|tis)dag|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)$")]
    private static partial Regex Date();
}
