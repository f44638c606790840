using System.Globalization;
using System.Text.RegularExpressions;

namespace Wireroom.Wire.LineMode;

/// <summary>
/// The words by which agencies say what they want done with an item, in the languages of the wires. A word counts where it stands
/// as a signal: alone on a line, in brackets, or set off by a colon or dash before a headline; never within copy.
/// </summary>
internal static partial class SignalWords
{
    // In the order in which one outweighs the other: a kill of a lead is a kill.
    private static readonly (WireSignal Signal, string[] Words)[] Table =
    [
        (WireSignal.Withdrawal, ["kill", "kills", "killed", "mandatory kill", "eliminate", "eliminates", "elimination", "withdraw", "withdraws", "bulletin kill", "story kill", "withdrawal", "withdrawn", "story withdrawn", "annulation", "annule", "annulé", "zurückziehung", "zurückgezogen", "rückzug", "streichung", "anulación", "anulado", "annullamento", "povlačenje", "povučeno", "opoziv", "tilbagetrækning", "indragning", "ritiro", "intrekking"]),
        (WireSignal.Test, ["test", "test message", "testmeldung", "probemeldung", "essai", "prueba", "test - ignore", "this is a test", "line test"]),
        (WireSignal.Hold, ["hold", "hfr", "please hold", "withhold", "withheld", "hold for release pending", "zurückhalten", "bitte zurückhalten", "suspendu", "retener", "zadržati"]),
        (WireSignal.Correction, ["correction", "corrections", "clarification", "clarifies", "klarstellung", "corrected", "corrects", "corrective", "corr", "berichtigung", "berichtigt", "korrektur", "korrigiert", "rectificatif", "rectification", "corrección", "corrige", "correzione", "rettifica", "rettelse", "rättelse", "korrigering", "ispravak", "ispravka", "popravek", "oprava", "sprostowanie", "helyesbítés", "correctie", "rectificatie", "korjaus"]),
        (WireSignal.Refile, ["refile", "refiling", "refiled", "neuaussendung", "resend"]),
        (WireSignal.Repeat, ["repeat", "repeating", "rpt", "wiederholung", "wdh", "répétition", "repetición", "ripetizione", "ponovljeno", "ponavljamo", "ponovitev", "herhaling", "gentagelse", "toisto"]),
        (WireSignal.Advisory, ["advisory", "news advisory", "note to editors", "editors' note", "editor's note", "eds", "achtung", "achtung redaktionen", "hinweis", "redaktioneller hinweis", "avis", "note aux rédactions", "aviso", "nota a los editores", "avviso", "napomena urednicima", "obavijest", "obavijest urednicima", "obvestilo", "digest", "news digest", "budget", "daybook", "planner"]),
        (WireSignal.Take, ["take", "add", "folge", "fortsetzung", "weiter", "suite", "sigue", "segue", "nastavak", "vervolg", "teil"]),
        (WireSignal.Update, ["update", "updated", "updates", "upd", "lead", "ld", "new lead", "night lead", "day lead", "nightlead", "daylead", "night ld", "day ld", "roundup", "round-up", "wrap-up", "sublead", "subs", "precede", "leadall", "lead-all", "ld-all", "ld all", "lead all", "ld-writethru", "writethru", "ld writethru", "sub", "insert", "inserts", "recast", "zusammenfassung", "neufassung", "neu", "aktualisierung", "aktualisiert", "überarbeitung", "mise à jour", "actualización", "ampliación", "aggiornamento", "dopuna", "nadopuna", "dopunjeno", "ažurirano", "posodobitev", "uppdatering", "opdatering", "oppdatering", "päivitys", "wrap", "wrapup", "overall", "synthèse", "papier général"]),
        (WireSignal.Alert, ["flash", "bulletin", "alert", "newsalert", "apnewsalert", "news alert", "alerte", "snap", "breaking", "breaking news", "eil", "eilmeldung", "eil eil", "blitz", "vorrang", "urgent", "urgente", "hitno", "nujno", "kiireellinen", "spoed", "hast", "haster", "ilsak", "pika", "blixt", "pilne", "blesk", "gyorshír", "avance", "alerta", "flaş", "acil", "brza vijest", "молния", "срочно", "экстренно"]),
    ];

    private static readonly Dictionary<string, WireSignal> ByWord = Table.SelectMany(row => row.Words.Select(word => (word, row.Signal))).ToDictionary(pair => pair.word, pair => pair.Signal, StringComparer.OrdinalIgnoreCase);

    // Before a headline these stand only as a signal; the others are words of headlines too and count there in capitals or brackets only.
    private static readonly HashSet<string> Unmistakable = new(StringComparer.OrdinalIgnoreCase) { "eil", "berichtigung", "korrektur", "correction", "wiederholung", "zusammenfassung", "eilmeldung", "rectificatif", "refile", "corrected", "ispravak", "rättelse", "rettelse", "corrección" };

    private static readonly string[][] Ordinals = [["first", "erste", "prvi"], ["second", "zweite", "drugi"], ["third", "dritte", "treći"], ["fourth", "vierte"], ["fifth", "fünfte"]];

    /// <summary>The word that each signal is written with.</summary>
    internal static string Of(WireSignal signal) => signal switch
    {
        WireSignal.Withdrawal => "KILL",
        WireSignal.Alert => "FLASH",
        WireSignal.New => "",
        _ => signal.ToString().ToUpperInvariant(),
    };

    /// <summary>The weightier of two signals.</summary>
    internal static WireSignal Weightier(WireSignal one, WireSignal other) => Weight(one) <= Weight(other) ? one : other;

    /// <summary>The signal of a line that says nothing else: <c>1ST LEAD</c>, <c>(Berichtigung)</c>, <c>Zusammenfassung 1345</c>, <c>2nd Ld-Writethru</c>; null where it is no such line.</summary>
    internal static WireSignal? OfLine(string line)
    {
        var bare = Numbers().Replace(Bare(line), " ").Trim(' ', '-', '.', ',', '/', ':');
        if (bare.Length is 0 or > 40)
        {
            return PartOf(line);
        }

        if (ByWord.TryGetValue(Squeeze(bare), out var signal))
        {
            return signal;
        }

        // "Update Wiederholung", "1st Ld-Writethru, Correction": every part has to be a signal.
        WireSignal? weightiest = null;
        foreach (var part in bare.Split([' ', ',', '/', '-', '+'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (!ByWord.TryGetValue(part, out signal))
            {
                return PartOf(line);
            }

            weightiest = weightiest is { } before ? Weightier(before, signal) : signal;
        }

        return weightiest;
    }

    /// <summary>
    /// Takes the signals off the head of a headline, <c>CORRECTION: …</c>, <c>(EIL) …</c>, <c>UPDATE 2-CORRECTED-…</c>, and one in brackets off its end; returns
    /// the headline as it was where there is none.
    /// </summary>
    internal static string OffHeadline(string headline, out WireSignal? signal, out string? words)
    {
        (signal, words) = (null, null);
        while (Prefix().Match(headline) is { Success: true } found && found.Length < headline.Length && Prefixed(found, headline[found.Length..]) is { } known)
        {
            Take(known, found.Groups["words"].Value.Trim(), ref signal, ref words);
            headline = headline[found.Length..].Trim();
        }

        if (Suffix().Match(headline) is { Success: true, Index: > 0 } last && OfLine(last.Groups["words"].Value) is { } behind)
        {
            Take(behind, last.Groups["words"].Value.Trim(), ref signal, ref words);
            headline = headline[..last.Index].Trim();
        }

        return headline;
    }

    private static WireSignal? Prefixed(Match found, string rest)
    {
        var said = found.Groups["words"].Value.Trim();
        var isSaidAsSignal = found.Groups["bracket"].Success || !said.Any(char.IsLower) || Unmistakable.Contains(said.Split(' ')[0]);

        // "REFILE-Dam holds" is a signal, "LEAD-FREE PETROL" is none: joined by a hyphen alone it wants small letters behind it.
        var isJoined = found.Groups["joined"].Success && !rest.TakeWhile(letter => letter != ' ').Any(char.IsLower) && OfLine(rest.Split('-', ':')[0]) is null;
        return isSaidAsSignal && !isJoined ? OfLine(said) : null;
    }

    private static void Take(WireSignal known, string said, ref WireSignal? signal, ref string? words)
    {
        signal = signal is { } before ? Weightier(before, known) : known;
        words = words is null ? said : $"{words}, {said}";
    }

    /// <summary>
    /// What a note says was done to the copy, <c>(Adds quote, details)</c>, <c>ATTENTION - CORRECTS spelling ///</c>, <c>SUBS 3rd graf</c>; null where the line is no such note.
    /// </summary>
    internal static WireSignal? OfChange(string line) => Change().Match(line) is not { Success: true } found ? null : found.Groups["verb"].Value.ToLowerInvariant() switch
    {
        var verb when verb.StartsWith("correct", StringComparison.Ordinal) || verb.StartsWith("clarif", StringComparison.Ordinal) || verb.StartsWith("fix", StringComparison.Ordinal) || verb.StartsWith("rectif", StringComparison.Ordinal) || verb is "corrige" or "korrigiert" or "berichtigt" => WireSignal.Correction,
        var verb when verb.StartsWith("refil", StringComparison.Ordinal) => WireSignal.Refile,
        var verb when verb.StartsWith("repeat", StringComparison.Ordinal) => WireSignal.Repeat,
        _ => WireSignal.Update,
    };

    /// <summary>The number of a version or take by its words: 2 of <c>UPDATE 2</c>, 3 of <c>3rd Ld-Writethru</c>; null where they have none, or where it is the clock.</summary>
    internal static int? Ordinal(string words) => Counted().Match(words) is not { Success: true } found
        ? null
        : found.Groups["figure"] is { Success: true, Value: var figure }
            ? int.Parse(figure, CultureInfo.InvariantCulture)
            : Array.FindIndex(Ordinals, group => group.Contains(found.Value.ToLowerInvariant())) + 1;

    /// <summary>
    /// A note in brackets that opens with a signal: <c>(Berichtigung: im zweiten Absatz …)</c>, <c>(Zusammenfassung 1230 - neu: Reaktionen)</c>. One that opens as a note
    /// to editors does is a note to this copy, which stays copy.
    /// </summary>
    internal static WireSignal? OfNote(string note) =>
        Note().Match(note) is { Success: true } found && ByWord.TryGetValue(Squeeze(found.Groups["words"].Value), out var signal) && signal is not (WireSignal.Advisory or WireSignal.Test) ? signal : null;

    private static WireSignal? PartOf(string line) => Part().IsMatch(line) ? WireSignal.Take : null;

    private static int Weight(WireSignal signal) => Array.FindIndex(Table, row => row.Signal == signal) is >= 0 and var at ? at : Table.Length;

    private static string Bare(string line)
    {
        var (start, end) = (0, line.Length);
        while (start < end && !char.IsLetterOrDigit(line[start]))
        {
            start++;
        }

        while (end > start && !char.IsLetterOrDigit(line[end - 1]))
        {
            end--;
        }

        return line[start..end];
    }

    private static string Squeeze(string words) => Html.Spaces.Collapse(words).ToLower(CultureInfo.InvariantCulture);

    // 1st, 2nd, 2., -3-, 1345, and the clock of a summary.
    [GeneratedRegex(@"(?<![\p{L}])\d{1,4}(?:st|nd|rd|th|ème|er|\.|:\d\d|\.\d\d)?(?:\s?(?:uhr|h))?(?![\p{L}\d])|(?<![\p{L}])\d{1,2}(?:st|nd|rd|th)(?=ld|lead)|(?<=take|add|ld|lead)\d{1,2}|(?<!\p{L})(?:erste|zweite|dritte|vierte|fünfte|first|second|third|fourth|fifth|prvi|drugi|treći)\.?(?!\p{L})", RegexOptions.IgnoreCase)]
    private static partial Regex Numbers();

    [GeneratedRegex(@"^\s*\(?(?:-\d{1,2}-|(?:two|three|four) (?:last )?takes|\d{1,2} (?:of|von|sur|de|od) \d{1,2}|(?:\d(?:st|nd|rd|th)|last) (?:take|add) (?:of|und schluss).{0,20})\)?\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Part();

    [GeneratedRegex(@"^(?:(?<bracket>[(\[])(?<words>[^()\[\]]{2,40})[)\]]\s*[:–—-]?\s*|(?:\+{2,3}|\*{2,3})\s?(?<words>[\p{L} ]{3,20}?)\s?(?:\+{2,3}|\*{2,3})\s*|(?<words>(?:\d{1,2}(?:st|nd|rd|th|\.)?\s)?\p{L}[\p{L}' ]{1,24}(?:\s?\d{1,2})?)\s*(?:[:!]|\s[–—-]\s|(?<=\d)-(?=\p{L})|(?<joined>-(?=\p{L})))\s*)", RegexOptions.IgnoreCase)]
    private static partial Regex Prefix();

    [GeneratedRegex(@"^[(\[](?<words>\p{L}[\p{L}' ]{1,24}?)(?:\s\d{1,4}(?:[.:]\d\d)?(?:\sUhr)?)?\s*(?::|\s[–—-]\s|,|\s(?:im|in|zu|to|der|des|du|u)\s)")]
    private static partial Regex Note();

    [GeneratedRegex(@"\s[(\[](?<words>[^()\[\]]{2,30})[)\]]$")]
    private static partial Regex Suffix();

    [GeneratedRegex(@"^(?:/{2,3}\s?(?:attention\b[\s:-]*)?|attention\s?-\s?|[(\[]|eds:?\s)(?<verb>adds|updates|recasts|inserts|subs|leads|changes|rewrites|removes|deletes|trims|corrects|correcting|clarifies|fixes|refiles|repeats|rectifie|ajoute|actualise|précise|complète|remplace|añade|actualiza|corrige|amplía|ergänzt|aktualisiert|korrigiert|berichtigt)\b|^(?<verb>SUBS|SUB|INSERTS|INSERT|CORRECTS|ADDS|UPDATES|RECASTS)\s(?=.*\b(?:graf|grafs|para|paragraph|pgh|byline|quote|quotes|detail|details|lead|intro|headline)\b)", RegexOptions.IgnoreCase)]
    private static partial Regex Change();

    // One or two figures: four are the clock of a summary.
    [GeneratedRegex(@"(?<![\d:.])(?<figure>\d{1,2})(?!\d|[:.]\d|\s?(?:uhr|h)\b)|\b(?:first|second|third|fourth|fifth|erste|zweite|dritte|vierte|fünfte|prvi|drugi|treći)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Counted();
}
