using System.Globalization;
using System.Text.RegularExpressions;
using Wireroom.Wire.LineMode;

namespace Wireroom.Wire.Mail;

/// <summary>What a subject says besides the headline: answers and forwards, tags of lists, press release, signal, urgency, embargo.</summary>
internal sealed partial class MailMarks
{
    // Characters of an embargo set off from the headline. A subject of a hundred thousand, each part tried, would take seconds.
    private const int LongestEmbargo = 300;

    private MailMarks()
    {
    }

    internal string? Headline { get; private set; }

    internal WireSignal? Signal { get; private set; }

    internal int? Urgency { get; private set; }

    internal WireEmbargo? Embargo { get; private set; }

    /// <summary>True where the date of the embargo was taken from that of the mail.</summary>
    internal bool EmbargoIsGuessed { get; private set; }

    /// <summary>The words that call it a press release, as sent.</summary>
    internal string? Genre { get; private set; }

    internal bool IsForward { get; private set; }

    internal bool IsReply { get; private set; }

    /// <summary>True where the writer here wrote the mail.</summary>
    internal bool IsOwn { get; private init; }

    /// <summary>False where the writer here says that the copy's first words are no dateline.</summary>
    internal bool HasDateline { get; private init; } = true;

    internal List<WireDropped> Dropped { get; } = [];

    /// <summary>Marks that stand in fields of their own.</summary>
    internal static MailMarks Of(string? headline, WireSignal signal, WireEmbargo? embargo, bool hasDateline) => new() { IsOwn = true, HasDateline = hasDateline, Headline = string.IsNullOrWhiteSpace(headline) ? null : headline.Trim(), Signal = signal == WireSignal.New ? null : signal, Embargo = embargo };

    internal static MailMarks Read(string? subject, WireTime? sent)
    {
        var marks = new MailMarks();
        var rest = subject?.Trim() ?? "";
        for (var round = 0; round < 12; round++)
        {
            var before = rest;
            rest = marks.Prefix(marks.Signals(marks.Embargoed(marks.Press(marks.Tag(rest)), sent)));
            if (rest == before)
            {
                break;
            }
        }

        marks.Headline = rest.Length > 0 ? rest : null;
        return marks;
    }

    /// <summary>An embargo in words, its day or year taken from the mail's date where the words leave them out; a zone is never guessed.</summary>
    internal static WireEmbargo? EmbargoOf(string words, WireTime? sent, out bool isGuessed)
    {
        isGuessed = false;
        if (!Says(words))
        {
            return null;
        }

        if (LineEmbargo.Of(words) is not { } embargo || embargo.Until is not null || sent?.Instant is not { Year: > 1 and < 9990 } mailed)
        {
            return LineEmbargo.Of(words);
        }

        // "3 March, 18:00 CET": the year is that of the mail.
        if (DayAndMonth().Match(embargo.AsSent) is { Success: true } day)
        {
            var year = mailed.Year.ToString(CultureInfo.InvariantCulture);
            var full = embargo.AsSent.Insert(day.Index + day.Length, day.Groups["dot"].Success ? year : $" {year}");
            if (LineEmbargo.Of(full)?.Until is { } until)
            {
                isGuessed = true;
                return embargo with { Until = until < mailed.AddDays(-60) ? until.AddYears(1) : until };
            }

            return embargo;
        }

        // "18:00 CET": the day is that of the mail, or the next where that hour was over.
        if (Clock().Match(embargo.AsSent) is not { Success: true } clock || Weekday().IsMatch(embargo.AsSent) || AnyDate().IsMatch(Clock().Replace(embargo.AsSent, "")))
        {
            return embargo;
        }

        var hour = int.Parse(clock.Groups["hour"].Value, CultureInfo.InvariantCulture);
        var afternoon = clock.Groups["half"].Value.StartsWith('p') || clock.Groups["half"].Value.StartsWith('P');
        hour = clock.Groups["half"].Success ? (hour % 12) + (afternoon ? 12 : 0) : hour;
        var minute = clock.Groups["minute"] is { Success: true, Value: var minutes } ? minutes : "00";
        if (hour > 24 || On(mailed) is not { } model)
        {
            return embargo;
        }

        // The zone may be a place's, whose offset is that of the day.
        var today = On(mailed.ToOffset(model.Offset)) ?? model;
        isGuessed = true;
        return embargo with { Until = Tomorrow().IsMatch(embargo.AsSent) || today <= mailed ? On(today.AddDays(1)) ?? today.AddDays(1) : today };

        DateTimeOffset? On(DateTimeOffset day) => LineEmbargo.Of(string.Create(CultureInfo.InvariantCulture, $"EMBARGOED UNTIL {day:yyyy-MM-dd} {hour:00}:{minute} {clock.Groups["zone"].Value}"))?.Until;
    }

    /// <summary>Embargoes are news as well: "Embargo on oil" holds nothing back. The word has to stand alone, before its time, or in capitals.</summary>
    private static bool Says(string words)
    {
        var text = words.Trim(' ', '(', ')', '[', ']', '*', '+', '=', '<', '-', '!');
        return !Word().IsMatch(text) || Before().IsMatch(text) || (!text.Any(char.IsLower) && text.Any(char.IsDigit));
    }

    private string Prefix(string text)
    {
        if (Reply().Match(text) is { Success: true } reply)
        {
            IsReply = true;
            return text[reply.Length..].Trim();
        }

        if (Forward().Match(text) is { Success: true } forward)
        {
            IsForward = true;
            return text[forward.Length..].Trim();
        }

        return Trailing().Replace(text, found =>
        {
            IsForward = true;
            return "";
        }).Trim();
    }

    /// <summary>A name of a list, or a mark of a gateway, in square brackets at the head; what it says is no headline.</summary>
    private string Tag(string text)
    {
        if (Bracket().Match(text) is not { Success: true } found || found.Length >= text.Length)
        {
            return text;
        }

        var said = found.Groups["said"].Value;
        if (LineEmbargo.Of(said) is not null || SignalWords.OfLine(said) is not null || Release().IsMatch(said + ":"))
        {
            return text;
        }

        Dropped.Add(new WireDropped("subject-tag", said));
        return text[found.Length..].Trim();
    }

    private string Embargoed(string text, WireTime? sent)
    {
        if (Embargo is not null)
        {
            return text;
        }

        // In brackets, at the head or at the end.
        foreach (Match bracket in Brackets().Matches(text))
        {
            if ((bracket.Index == 0 || bracket.Index + bracket.Length == text.Length) && Take(bracket.Groups["said"].Value, sent))
            {
                return (text[..bracket.Index] + text[(bracket.Index + bracket.Length)..]).Trim(' ', ':', '-', '\u2013', '\u2014', '|');
            }
        }

        // Set off before the headline: at the first separator before which a time can be read, or else at the first.
        var ends = Separator().Matches(text).TakeWhile(found => found.Index <= LongestEmbargo).Select(found => (found.Index, End: found.Index + found.Length)).Where(cut => cut.End < text.Length && EmbargoOf(text[..cut.Index], sent, out _) is not null).ToList();
        if (ends.Count > 0)
        {
            var best = ends.FindIndex(cut => EmbargoOf(text[..cut.Index], sent, out _)?.Until is not null);
            var (index, end) = ends[Math.Max(0, best)];
            Take(text[..index], sent);
            return text[end..].Trim();
        }

        // Set off behind it.
        var isLast = true;
        foreach (var found in Separator().Matches(text).Reverse().TakeWhile(found => text.Length - found.Index <= LongestEmbargo))
        {
            var words = text[(found.Index + found.Length)..];
            if ((isLast || EmbargoOf(words, sent, out _)?.Until is not null) && Take(words, sent))
            {
                return text[..found.Index].Trim();
            }

            isLast = false;
        }

        return Take(text, sent) ? "" : text;
    }

    private bool Take(string words, WireTime? sent)
    {
        if (EmbargoOf(words, sent, out var guessed) is not { } embargo)
        {
            return false;
        }

        (Embargo, EmbargoIsGuessed) = (embargo, guessed);
        return true;
    }

    private string Press(string text)
    {
        if (Release().Match(text) is not { Success: true } found)
        {
            return text;
        }

        Genre ??= found.Groups["words"].Value.Trim();
        return text[found.Length..].Trim();
    }

    private string Signals(string text)
    {
        var rest = SignalWords.OffHeadline(text, out var signal, out var words);
        if (signal is not { } found)
        {
            // A subject that is a signal and nothing else.
            if (text.Length > 0 && SignalWords.OfLine(text) is { } alone && !text.Any(char.IsLower))
            {
                Take(alone, text);
                return "";
            }

            return text;
        }

        Take(found, words!);
        return rest;
    }

    private void Take(WireSignal signal, string words)
    {
        Signal = Signal is { } before ? SignalWords.Weightier(before, signal) : signal;
        if (signal == WireSignal.Alert)
        {
            // As the line-mode wires rank them: flash, bulletin, urgent.
            var rank = Flash().IsMatch(words) ? 1 : Urgent().IsMatch(words) ? 3 : 2;
            Urgency = Math.Min(Urgency ?? rank, rank);
        }
    }

    [GeneratedRegex(@"^(?:strict(?:ly)?\s)?embargo", RegexOptions.IgnoreCase)]
    private static partial Regex Word();

    [GeneratedRegex(@"^(?:strict(?:ly)?\s)?embargo(?:ed)?(?:\s+(?:for\s+)?(?:release|material|copy))?(?:\s*[:–-]|\s*$|\s+(?:until|till|to|for|bis|jusqu'(?:au|à)|hasta|fino|do|til|tot|before|at|\d|(?:mon|tues|wednes|thurs|fri|satur|sun)day))", RegexOptions.IgnoreCase)]
    private static partial Regex Before();

    [GeneratedRegex(@"^(?:re|aw|sv|vs|odg|antw|antwort|ref|res|rif|odp|ynt)(?:\[\d+\]|\(\d+\))?\s?:\s*", RegexOptions.IgnoreCase)]
    private static partial Regex Reply();

    [GeneratedRegex(@"^(?:fwd?|wg|tr|vl|rv|enc|prosl|doorst|i|vb|pd)\s?:\s*", RegexOptions.IgnoreCase)]
    private static partial Regex Forward();

    [GeneratedRegex(@"\s*\((?:fwd|fw)\)\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Trailing();

    [GeneratedRegex(@"^\[(?<said>[^\[\]]{1,60})\]\s*")]
    private static partial Regex Bracket();

    [GeneratedRegex(@"[\[(](?<said>[^\[\]()]{5,100})[\])]")]
    private static partial Regex Brackets();

    [GeneratedRegex(@":\s+|\s[–—|-]{1,2}\s|\s?//\s?")]
    private static partial Regex Separator();

    [GeneratedRegex(@"^[\[(]?(?<words>(?:press|news|media)\s?(?:release|statement|note|alert|advisory|information)|pressemitteilung|presseinformation|presseaussendung|medienmitteilung|medieninformation|presse-?info|communiqué(?: de presse)?|priopćenje(?: za (?:javnost|medije))?|saopštenje(?: za (?:javnost|medije))?|nota de prensa|comunicado de prensa|comunicato stampa|persbericht|pressmeddelande|pressemeddelelse|pressemelding|sporočilo za javnost|tisková zpráva|lehdistötiedote)[\])]?(?:\s*[:|]\s*|\s+[–—-]{1,2}\s+|(?<=[\])])\s*)", RegexOptions.IgnoreCase)]
    private static partial Regex Release();

    [GeneratedRegex(@"\b(?:flash|blitz)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Flash();

    [GeneratedRegex(@"\b(?:urgent|urgente|vorrang|hitno|nujno|spoed|kiireellinen)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Urgent();

    [GeneratedRegex(@"(?<!\d)(?:\d{1,2}(?:st|nd|rd|th)?\.?\s?\p{L}{3,10}\.?|\p{L}{3,10}\.?\s\d{1,2}(?:st|nd|rd|th)?(?![\d:.h]|\s?[ap]\.?m)|(?<dot>)\d{1,2}\.\s?\d{1,2}\.)(?!\s?,?\s?\d{4})(?=[\s,;:)]|$)(?<!\b(?:um|at|uhr|until|till|bis|do)\s?\d{1,2})(?<!\d\s?(?:uhr|hrs|hours|sati|heures|GMT|UTC|CET|CEST|MEZ|MESZ|BST|EST|EDT))", RegexOptions.IgnoreCase)]
    private static partial Regex DayAndMonth();

    [GeneratedRegex(@"(?<![\d.])(?<hour>[01]?\d|2[0-4])(?:[:.h](?<minute>[0-5]\d)|(?<minute>[0-5]\d)(?=\s?(?:h|hrs|hours|uhr|[A-Z]{3,4})\b))?\s?(?:uhr|hrs|hours|sati|h)?\s?(?<half>[ap]\.?m\.?)?\s?\(?(?<zone>[A-Z]{3,4}|[ECMP]T|Z|[+-]\d\d:?\d\d)\)?(?![\p{L}\d])", RegexOptions.IgnoreCase)]
    private static partial Regex Clock();

    [GeneratedRegex(@"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|ponedjelj|utor|srijed|četvrt|petak|subot|nedjelj|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)", RegexOptions.IgnoreCase)]
    private static partial Regex Weekday();

    [GeneratedRegex(@"\d{1,2}\.?\s?\p{L}{3,}|\p{L}{3,}\s\d{1,2}\b|\d[./-]\d")]
    private static partial Regex AnyDate();

    [GeneratedRegex(@"\b(?:tomorrow|morgen|sutra|demain|mañana|domani|jutri)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Tomorrow();
}
