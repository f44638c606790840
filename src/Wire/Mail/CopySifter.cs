using System.Text.RegularExpressions;
using Wireroom.Wire.LineMode;

namespace Wireroom.Wire.Mail;

/// <summary>A line of a plain mail, or a block of an HTML one, by its text on one line; it begins a paragraph or goes on in one.</summary>
internal sealed record CopyUnit(string Text, int Index, bool Begins);

/// <summary>
/// Tells copy from what stands around it in a mail, by form: notes of release and embargo before it, the end mark and what follows for
/// editors behind it, contacts, greetings, disclaimers. Works on lines and on blocks alike.
/// </summary>
internal sealed partial class CopySifter
{
    // So many units before the copy may be about the copy.
    private const int LongestOpening = 14;

    private readonly List<string> notes = [];
    private readonly WireTime? sent;
    private readonly bool isOwn;

    private CopySifter(WireTime? sent, bool isOwn) => (this.sent, this.isOwn) = (sent, isOwn);

    /// <summary>The units that are copy.</summary>
    internal List<CopyUnit> Copy { get; } = [];

    internal IReadOnlyList<string> Notes => notes;

    internal WireEmbargo? Embargo { get; private set; }

    internal bool EmbargoIsGuessed { get; private set; }

    internal WireSignal? Signal { get; private set; }

    internal string? Byline { get; private set; }

    /// <summary>The words that call it a press release; the end mark or the notes to editors say so as well.</summary>
    internal string? Genre { get; private set; }

    internal bool IsRelease { get; private set; }

    internal List<WireDropped> Dropped { get; } = [];

    /// <summary>Sifts. <paramref name="isOwn"/> says that the writer here wrote the mail: then only the byline before the copy and the end mark are no copy.</summary>
    internal static CopySifter Read(IReadOnlyList<CopyUnit> units, string? headline, WireTime? sent, bool isOwn)
    {
        var sifter = new CopySifter(sent, isOwn);
        sifter.Sift(units, headline);
        return sifter;
    }

    private void Sift(IReadOnlyList<CopyUnit> units, string? headline)
    {
        var opening = true;
        var filled = 0;
        for (var at = 0; at < units.Count; at++)
        {
            var unit = units[at];
            var text = unit.Text.Trim();
            if (text.Length == 0)
            {
                Copy.Add(unit);
                continue;
            }

            filled++;
            if (!isOwn && Disclaimer().IsMatch(text))
            {
                at = DropParagraph(units, at, "disclaimer");
                continue;
            }

            if (End().IsMatch(text) && filled > 1 && HasCopy())
            {
                IsRelease |= !text.Contains("***", StringComparison.Ordinal);
                Behind(units, at + 1);
                return;
            }

            if (opening && Opening(units, ref at, text, headline))
            {
                continue;
            }

            if (!isOwn && NotesHeading().IsMatch(text) && HasCopy() && IsShortTail(units, at))
            {
                IsRelease = true;
                Behind(units, at);
                return;
            }

            opening &= filled < LongestOpening && text.Length < 120;
            Copy.Add(unit);
        }
    }

    /// <summary>What may stand before the copy; false where the unit is copy.</summary>
    private bool Opening(IReadOnlyList<CopyUnit> units, ref int at, string text, string? headline)
    {
        var bare = text.Trim('*', '_', ' ', '-', '=', '+');
        if (isOwn)
        {
            var isFirst = Byline is null && !Copy.Exists(unit => unit.Text.Trim().Length > 0);
            Byline ??= isFirst ? LineByline.Of(bare) : null;
            return isFirst && Byline is not null;
        }

        if (ReleaseLine().IsMatch(bare))
        {
            IsRelease = true;
            if (Immediate().IsMatch(bare))
            {
                notes.Add(bare);
            }
            else
            {
                Genre ??= bare.TrimEnd(':', '.', ' ');
            }
        }
        else if (MailMarks.EmbargoOf(bare, sent, out var guessed) is { } embargo)
        {
            (Embargo, EmbargoIsGuessed) = Embargo is null ? (embargo, guessed) : (Embargo, EmbargoIsGuessed);
            notes.Add(bare);
        }
        else if (bare.Length <= 40 && !bare.Any(char.IsLower) && SignalWords.OfLine(bare) is { } signal)
        {
            Signal = Signal is { } before ? SignalWords.Weightier(before, signal) : signal;
        }
        else if (SignalWords.OfNote(bare) is { } noted)
        {
            Signal = Signal is { } before ? SignalWords.Weightier(before, noted) : noted;
            notes.Add(bare);
        }
        else if (headline is not null && Same(bare, headline))
        {
            // The headline once more.
            return true;
        }
        else if (Greeting().IsMatch(text))
        {
            Dropped.Add(new WireDropped("greeting", text));
        }
        else if (LineByline.Of(bare) is { } byline && Byline is null)
        {
            Byline = byline;
        }
        else if (NotesHeading().IsMatch(bare))
        {
            at = Note(units, at);
        }
        else
        {
            return false;
        }

        return true;
    }

    private bool HasCopy() => Copy.Exists(unit => unit.Text.Trim().Length >= 25);

    /// <summary>A heading of notes within the copy heads them only where little else follows, or lines as short as those of contacts.</summary>
    private static bool IsShortTail(IReadOnlyList<CopyUnit> units, int at)
    {
        var rest = units.Skip(at).Where(unit => unit.Text.Trim().Length > 0).ToList();
        return at * 3 >= units.Count || rest.Sum(unit => unit.Text.Length) < 1500 || rest.Count(unit => unit.Text.Length < 90) * 2 > rest.Count;
    }

    /// <summary>One paragraph as a note; returns the index of its last unit.</summary>
    private int Note(IReadOnlyList<CopyUnit> units, int at)
    {
        var end = Last(units, at);
        notes.Add(string.Join('\n', units.Skip(at).Take(end - at + 1).Select(unit => unit.Text.Trim())));
        return end;
    }

    /// <summary>Everything from here on is for editors, but for disclaimers.</summary>
    private void Behind(IReadOnlyList<CopyUnit> units, int at)
    {
        var paragraph = new List<string>();
        for (; at < units.Count; at++)
        {
            var text = units[at].Text.Trim();
            if (text.Length > 0 && !isOwn && Disclaimer().IsMatch(text))
            {
                at = DropParagraph(units, at, "disclaimer");
                continue;
            }

            if (text.Length == 0 || (units[at].Begins && paragraph.Count > 0))
            {
                Close();
            }

            if (text.Length > 0 && !End().IsMatch(text))
            {
                if (MailMarks.EmbargoOf(text, sent, out var guessed) is { } embargo && Embargo is null)
                {
                    (Embargo, EmbargoIsGuessed) = (embargo, guessed);
                }

                paragraph.Add(text);
            }
        }

        Close();

        void Close()
        {
            if (paragraph.Count > 0)
            {
                notes.Add(string.Join('\n', paragraph));
                paragraph.Clear();
            }
        }
    }

    private int DropParagraph(IReadOnlyList<CopyUnit> units, int at, string name)
    {
        var end = Last(units, at);
        var value = string.Join(' ', units.Skip(at).Take(end - at + 1).Select(unit => unit.Text.Trim()));
        Dropped.Add(new WireDropped(name, value.Length > 1000 ? value[..1000] + "\u2026" : value));
        return end;
    }

    private static int Last(IReadOnlyList<CopyUnit> units, int at)
    {
        while (at + 1 < units.Count && units[at + 1].Text.Trim().Length > 0 && !units[at + 1].Begins)
        {
            at++;
        }

        return at;
    }

    /// <summary>The subject may say a little more, or be cut short.</summary>
    private static bool Same(string one, string other)
    {
        var (left, right) = (string.Concat(one.Where(char.IsLetterOrDigit)), string.Concat(other.Where(char.IsLetterOrDigit)));
        return left.Equals(right, StringComparison.OrdinalIgnoreCase)
            || (left.Length >= 20 && !one.EndsWith('.') && (right.StartsWith(left, StringComparison.OrdinalIgnoreCase) || (right.Length >= 20 && left.Length * 4 <= right.Length * 5 && left.StartsWith(right, StringComparison.OrdinalIgnoreCase))));
    }

    [GeneratedRegex(@"^(?:(?:press|news|media)\s?(?:release|statement|alert|advisory|information)|pressemitteilung|presseinformation|presseaussendung|medienmitteilung|communiqué(?: de presse)?|priopćenje(?: za (?:javnost|medije))?|saopštenje(?: za (?:javnost|medije))?|comunicado de prensa|nota de prensa|comunicato stampa|persbericht|pressmeddelande|sporočilo za javnost|tisková zpráva)\W*$|^(?:press release\s*[:–-]\s*)?(?:for immediate release|for immediate publication|zur sofortigen veröffentlichung|pour diffusion immédiate|za trenutnu objavu|para publicación inmediata)\b[^a-z]{0,40}$", RegexOptions.IgnoreCase)]
    private static partial Regex ReleaseLine();

    [GeneratedRegex(@"immediate|sofortig|immédiate|trenutnu|inmediata", RegexOptions.IgnoreCase)]
    private static partial Regex Immediate();

    [GeneratedRegex(@"^\W{0,4}(?:ends?|ende|ende der (?:mitteilung|meldung)|fin|kraj|konec|fine|end of (?:press |news )?release|einde|slut)\W{0,4}$|^(?:#\s?){2,}$|^[-–—]\s?30\s?[-–—]$|^(?:\*\s?){3,}$|^x{3,}$", RegexOptions.IgnoreCase)]
    private static partial Regex End();

    [GeneratedRegex(@"^\W{0,3}(?:notes? (?:to|for) (?:the )?(?:editors?|media|journalists)|editors?['’]?s? notes?|(?:press |media |news )?contacts?(?: (?:for (?:the )?(?:media|press)|details|information|person))?|(?:media|press) (?:enquiries|inquiries|office|contacts?)|for (?:further|more|additional) (?:information|details)|further information|more information|for (?:media|press) (?:enquiries|inquiries)|presse-?kontakt|kontakt(?: für (?:medien|rückfragen|die presse)| za (?:medije|novinare|medije))?|ansprechpartner(?:in)?|rückfragen(?: bitte)?(?: an| von)?|weitere informationen|hinweise? (?:an|für) die redaktion(?:en)?|redaktionelle hinweise|contacts? presse|relations presse|note aux rédactions?|napomen[ae] (?:za )?urednicima|za (?:dodatne|više) informacij[ae]|contatti(?: stampa)?|ufficio stampa|contacto(?: de prensa)?|persvoorlichting|noot voor de redactie|background|boilerplate)\b(?:\W*$|\s*[:–-].{0,120}$|.{0,60}:\s*$|.{0,80}(?:contact|please|@|\+?\d[\d /()-]{5,}).{0,160}$)", RegexOptions.IgnoreCase)]
    private static partial Regex NotesHeading();

    [GeneratedRegex(@"^(?:dear|hi|hello|good (?:morning|afternoon|evening|day)|sehr geehrte|liebe|guten (?:tag|morgen)|hallo|poštovan\w*|dragi|lijep pozdrav|bonjour|madame|monsieur|chers?|chères?|buongiorno|gentil[ei]|estimad[oa]s?|buenos días|geachte|beste|hej|spoštovani)\b[^.?]{0,60}[,!:]?$", RegexOptions.IgnoreCase)]
    private static partial Regex Greeting();

    [GeneratedRegex(@"^\W{0,4}(?:(?:this|the) (?:e-?mail|message|communication|transmission)\b.{0,200}\b(?:confidential|privileged|intended|addressee|recipient|virus)|the (?:information|content)s? (?:contained )?(?:in|of) this (?:e-?mail|message)|if you (?:are not|have received) .{0,60}(?:recipient|error)|confidentiality (?:notice|note)|legal (?:notice|disclaimer)|disclaimer\s*[:.]|diese (?:e-?mail|nachricht|mitteilung)\b.{0,200}\b(?:vertraulich|bestimmt|empfänger)|der inhalt dieser (?:e-?mail|nachricht)|ce (?:message|courriel|mail)\b.{0,200}\b(?:confidentiel|destinat)|ova (?:e-?pošta|poruka|elektronička)\b.{0,200}\b(?:povjerljiv|namijenjen|tajn)|questo messaggio\b.{0,200}\briservat|este (?:mensaje|correo)\b.{0,200}\bconfidencial|please (?:consider|think of) the environment|you (?:are receiving|received|have received) this (?:e-?mail|message|newsletter)|to unsubscribe|unsubscribe\b|click here to unsubscribe|view (?:this (?:e-?mail|message) )?in (?:your )?(?:web )?browser|(?:newsletter )?abmelden\b|sie erhalten diese (?:e-?mail|nachricht)|im browser (?:ansehen|öffnen|anzeigen)|odjav[ai] |se désabonner|sent from my |gesendet von meinem|von meinem \w+ gesendet|envoyé de mon|poslano s(?:a)? (?:mog|mobil)|get outlook for|virus-free\b|scanned by)", RegexOptions.IgnoreCase)]
    private static partial Regex Disclaimer();
}
