using System.Globalization;
using System.Text.RegularExpressions;
using Wireroom.Wire.Dates;

namespace Wireroom.Wire.LineMode;

/// <summary>The lines by which agencies put copy under embargo, in the languages of the wires.</summary>
internal static partial class LineEmbargo
{
    /// <summary>
    /// The embargo of a line, or null where it names none. A time that cannot be read, or has no date or no zone, closes the item:
    /// <see cref="WireEmbargo.Until"/> is null.
    /// </summary>
    internal static WireEmbargo? Of(string line)
    {
        var text = line.Trim(' ', '(', ')', '[', ']', '*', '+', '=', '<', '-', '!');
        if (text.Length is 0 or > 200 || Head().Match(text) is not { Success: true } head || Lifted().IsMatch(text))
        {
            return null;
        }

        var when = text[head.Length..].Trim(' ', ':', '.', ',', '-');
        return new WireEmbargo(text, Instant(when));
    }

    /// <summary>The line that says the embargo.</summary>
    internal static string Write(WireEmbargo embargo) =>
        Of(embargo.AsSent) is { } same && same.Until == embargo.Until ? embargo.AsSent
        : embargo.Until is { } until ? "EMBARGOED UNTIL " + until.ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture)
        : "EMBARGO: " + Control.Clean(embargo.AsSent).Replace('\n', ' ');

    private static DateTimeOffset? Instant(string when)
    {
        // "12.00 Uhr MEZ" and "1200 GMT" are the clock of the wires; the common reader wants "12:00".
        var text = Filler().Replace(Clock().Replace(when, "${hour}:${minute} "), " ");
        text = Html.Spaces.Collapse(text);
        return WireDates.Instant(text)
            ?? (ClockFirst().Match(text) is { Success: true } turned ? WireDates.Instant($"{turned.Groups["date"].Value} {turned.Groups["clock"].Value} {turned.Groups["zone"].Value}") : null);
    }

    // "Embargo" alone is a word of headlines too: it wants a word for until, a colon or a figure behind it, or nothing.
    [GeneratedRegex(@"^(?:not for (?:publication|release|use|broadcast)(?:,? \w+)* (?:before|until)|(?:strictly |strictement |under |onder |sous )?(?:embargo(?:ed|ado|é)?)(?: (?:for release|material|para))?(?:\s+(?:until|till|to|for|bis|jusqu'au|jusqu'à|hasta|fino (?:al|alle)|até|do|til|till|tot)\b|\s*(?=[:.-]|$)|\s+(?=\d))|for release(?: at| on| after)?\b|hold for release\b|sperrfrist(?:\s+bis)?\b|sperrefrist(?:\s+til)?\b|gesperrt bis\b|frei(?:gegeben)? ab\b|zabrana objave do\b|ne objavljivati prije\b|ikke offentliggøres før\b|klausuleret (?:til|indtil)\b|spärrtid\b|diffusion autorisée à partir d[eu]\b)", RegexOptions.IgnoreCase)]
    private static partial Regex Head();

    [GeneratedRegex(@"\b(?:lifted|aufgehoben|levé|levantado|ukinut|expired)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Lifted();

    [GeneratedRegex(@"(?<!\p{L})(?:uhr|hrs|hours|um|at|on|am|den|heures|on the|sati|u|alle|à|until|bis|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|monday|tuesday|wednesday|thursday|friday|saturday|sunday)(?!\p{L})", RegexOptions.IgnoreCase)]
    private static partial Regex Filler();

    [GeneratedRegex(@"(?<![\d.:+-])(?<hour>[01]?\d|2[0-4])(?:(?<=\d)[.h](?<minute>[0-5]\d)(?![\d.:])|(?<=\d\d)(?<minute>[0-5]\d)(?=\s?(?:GMT|UTC|Z|[A-Z]{2,4}T|MEZ|MESZ|uhr|h|hrs|hours|sati)\b)|(?<=^\d\d)(?<minute>[0-5]\d)(?=\s))", RegexOptions.IgnoreCase)]
    private static partial Regex Clock();

    [GeneratedRegex(@"^(?<clock>\d{1,2}:\d{2})\s*(?<zone>[A-Z]{1,5}|[+-]\d{2}:?\d{2})?,?\s+(?<date>.*\d.*)$")]
    private static partial Regex ClockFirst();
}
