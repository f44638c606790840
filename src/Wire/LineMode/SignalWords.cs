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
        (WireSignal.Withdrawal, ["kill", "mandatory kill", "bulletin kill", "story kill", "withdrawal", "withdrawn", "story withdrawn", "annulation", "annule", "annulé", "zurückziehung", "zurückgezogen", "rückzug", "streichung", "anulación", "anulado", "annullamento", "povlačenje", "povučeno", "opoziv", "tilbagetrækning", "indragning", "ritiro", "intrekking"]),
        (WireSignal.Test, ["test", "test message", "testmeldung", "probemeldung", "essai", "prueba", "test - ignore", "this is a test", "line test"]),
        (WireSignal.Hold, ["hold", "please hold", "zurückhalten", "bitte zurückhalten", "suspendu", "retener", "zadržati"]),
        (WireSignal.Correction, ["correction", "corrections", "corrected", "corrects", "corrective", "corr", "berichtigung", "berichtigt", "korrektur", "korrigiert", "rectificatif", "rectification", "corrección", "corrige", "correzione", "rettifica", "rettelse", "rättelse", "korrigering", "ispravak", "ispravka", "popravek", "oprava", "sprostowanie", "helyesbítés", "correctie", "rectificatie", "korjaus"]),
        (WireSignal.Refile, ["refile", "refiling", "refiled", "neuaussendung", "resend"]),
        (WireSignal.Repeat, ["repeat", "repeating", "rpt", "wiederholung", "wdh", "répétition", "repetición", "ripetizione", "ponovljeno", "ponavljamo", "ponovitev", "herhaling", "gentagelse", "toisto"]),
        (WireSignal.Advisory, ["advisory", "news advisory", "note to editors", "editors' note", "editor's note", "eds", "achtung", "achtung redaktionen", "hinweis", "redaktioneller hinweis", "avis", "note aux rédactions", "aviso", "nota a los editores", "avviso", "napomena urednicima", "obavijest", "obavijest urednicima", "obvestilo", "digest", "news digest", "budget", "daybook", "planner"]),
        (WireSignal.Take, ["take", "add", "folge", "fortsetzung", "weiter", "suite", "sigue", "segue", "nastavak", "vervolg", "teil"]),
        (WireSignal.Update, ["update", "updated", "updates", "upd", "lead", "ld", "new lead", "leadall", "lead-all", "ld-writethru", "writethru", "ld writethru", "sub", "insert", "recast", "zusammenfassung", "neufassung", "neu", "aktualisierung", "aktualisiert", "überarbeitung", "mise à jour", "actualización", "ampliación", "aggiornamento", "dopuna", "nadopuna", "dopunjeno", "ažurirano", "posodobitev", "uppdatering", "opdatering", "oppdatering", "päivitys", "wrap", "wrapup", "overall", "synthèse", "papier général"]),
        (WireSignal.Alert, ["flash", "bulletin", "alert", "newsalert", "apnewsalert", "news alert", "alerte", "snap", "breaking", "breaking news", "eil", "eilmeldung", "eil eil", "blitz", "vorrang", "urgent", "urgente", "hitno", "nujno", "kiireellinen", "spoed"]),
    ];

    private static readonly Dictionary<string, WireSignal> ByWord = Table.SelectMany(row => row.Words.Select(word => (word, row.Signal))).ToDictionary(pair => pair.word, pair => pair.Signal, StringComparer.OrdinalIgnoreCase);

    // Before a headline these stand only as a signal; the others are words of headlines too and count there in capitals or brackets only.
    private static readonly HashSet<string> Unmistakable = new(StringComparer.OrdinalIgnoreCase) { "berichtigung", "korrektur", "correction", "wiederholung", "zusammenfassung", "eilmeldung", "rectificatif", "refile", "corrected", "ispravak", "rättelse", "rettelse", "corrección" };

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
        var bare = Numbers().Replace(line.Trim(' ', '(', ')', '[', ']', '*', '+', '-', '=', '<', '!', ':', '.', '/', ','), " ").Trim(' ', '-', '.', ',', '/', ':');
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

    /// <summary>Takes a signal off the head of a headline: <c>CORRECTION: …</c>, <c>(EIL) …</c>, <c>UPDATE 2-…</c>; returns the headline as it was where there is none.</summary>
    internal static string OffHeadline(string headline, out WireSignal? signal, out string? words)
    {
        (signal, words) = (null, null);
        if (Prefix().Match(headline) is not { Success: true } found || found.Length >= headline.Length)
        {
            return headline;
        }

        var said = found.Groups["words"].Value.Trim();
        var bracketed = found.Groups["bracket"].Success;
        if (OfLine(said) is not { } known || !(bracketed || !said.Any(char.IsLower) || Unmistakable.Contains(said.Split(' ')[0])))
        {
            return headline;
        }

        (signal, words) = (known, said);
        return headline[found.Length..].Trim();
    }

    /// <summary>A note in brackets that opens with a signal: <c>(Berichtigung: im zweiten Absatz …)</c>.</summary>
    internal static WireSignal? OfNote(string note) =>
        Note().Match(note) is { Success: true } found && ByWord.TryGetValue(Squeeze(found.Groups["words"].Value), out var signal) ? signal : null;

    private static WireSignal? PartOf(string line) => Part().IsMatch(line) ? WireSignal.Take : null;

    private static int Weight(WireSignal signal) => Array.FindIndex(Table, row => row.Signal == signal) is >= 0 and var at ? at : Table.Length;

    private static string Squeeze(string words) => Html.Spaces.Collapse(words).ToLower(CultureInfo.InvariantCulture);

    // 1st, 2nd, 2., -3-, 1345, and the clock of a summary.
    [GeneratedRegex(@"(?<![\p{L}])\d{1,4}(?:st|nd|rd|th|ème|er|\.|:\d\d|\.\d\d)?(?:\s?(?:uhr|h))?(?![\p{L}\d])|(?<![\p{L}])\d{1,2}(?:st|nd|rd|th)(?=ld|lead)|(?<=take|add|ld|lead)\d{1,2}|(?<!\p{L})(?:erste|zweite|dritte|vierte|fünfte|first|second|third|fourth|fifth|prvi|drugi|treći)\.?(?!\p{L})", RegexOptions.IgnoreCase)]
    private static partial Regex Numbers();

    [GeneratedRegex(@"^\s*\(?(?:-\d{1,2}-|(?:two|three|four) (?:last )?takes|\d{1,2} (?:of|von|sur|de|od) \d{1,2}|(?:\d(?:st|nd|rd|th)|last) (?:take|add) (?:of|und schluss).{0,20})\)?\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Part();

    [GeneratedRegex(@"^(?:(?<bracket>[(\[])(?<words>[^()\[\]]{2,40})[)\]]\s*[:–—-]?\s*|(?:\+{2,3}|\*{2,3})\s?(?<words>[\p{L} ]{3,20}?)\s?(?:\+{2,3}|\*{2,3})\s*|(?<words>\p{L}[\p{L}' ]{1,24}(?:\s?\d{1,2})?)\s*(?::|\s[–—-]\s|(?<=\d)-(?=\p{L}))\s*)")]
    private static partial Regex Prefix();

    [GeneratedRegex(@"^[(\[](?<words>\p{L}[\p{L}' ]{1,24}?)\s*(?::|\s[–—-]\s|,|\s(?:im|in|zu|to|der|des|du|u)\s)")]
    private static partial Regex Note();
}
