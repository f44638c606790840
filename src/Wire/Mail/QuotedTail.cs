using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Wireroom.Wire.Html;

namespace Wireroom.Wire.Mail;

/// <summary>
/// Takes off a mail what its writer's program put below: the signature, and the mail that it answers. What a forward carries within
/// its text is the copy, and what stood above it is a note.
/// </summary>
internal sealed partial class QuotedTail
{
    internal List<string> Lines { get; private set; } = [];

    internal List<WireDropped> Dropped { get; } = [];

    /// <summary>What the forwarder wrote above; null where nothing, or where this is no forward.</summary>
    internal string? Above { get; private set; }

    /// <summary>The fields of the mail that was forwarded: From, Subject, Date, by their English names in lower case.</summary>
    internal Dictionary<string, string> Inner { get; } = new(StringComparer.Ordinal);

    internal static QuotedTail Read(List<string> lines, bool isForward)
    {
        var tail = new QuotedTail { Lines = lines };
        tail.Forwarded(isForward);
        tail.Quoted();
        tail.Signature();
        return tail;
    }

    /// <summary>The same for HTML, by the elements and classes that mail programs put there.</summary>
    internal static void Strip(IElement body, bool isForward, List<WireDropped> dropped)
    {
        foreach (var hidden in body.QuerySelectorAll("[style]").Where(element => Hidden().IsMatch(element.GetAttribute("style") ?? "")).ToList())
        {
            hidden.Remove();
        }

        Remove("signature", ".gmail_signature, .moz-signature, [data-smartmail=gmail_signature], #Signature, #ms-outlook-mobile-signature, .AppleMailSignature, #AppleMailSignature, .protonmail_signature_block");
        if (!isForward)
        {
            // Outlook sets the mail that is answered apart by this element alone; all behind it belongs to it.
            foreach (var head in body.QuerySelectorAll("#divRplyFwdMsg, #appendonsend").ToList())
            {
                Drop("quoted", head.TextContent);
                while (head.NextSibling is { } next)
                {
                    if (next is IElement following)
                    {
                        Drop("quoted", following.TextContent);
                    }

                    next.RemoveFromParent();
                }

                head.Remove();
            }

            Remove("quoted", ".gmail_quote, .moz-cite-prefix, blockquote[type=cite], .yahoo_quoted, .protonmail_quote, .gmail_attr");
        }
        else
        {
            Remove("forwarded-head", ".gmail_attr, .moz-email-headers-table, #divRplyFwdMsg");
            foreach (var quote in body.QuerySelectorAll("blockquote[type=cite]").ToList())
            {
                quote.Replace([.. quote.ChildNodes]);
            }
        }

        void Remove(string name, string selector)
        {
            foreach (var element in body.QuerySelectorAll(selector).ToList())
            {
                Drop(name, element.TextContent);
                element.Remove();
            }
        }

        void Drop(string name, string text)
        {
            if (Spaces.Collapse(text) is { Length: > 0 } said)
            {
                dropped.Add(new WireDropped(name, said.Length > 1000 ? said[..1000] + "\u2026" : said));
            }
        }
    }

    private void Forwarded(bool isForward)
    {
        var at = Lines.FindIndex(line => ForwardLine().IsMatch(line));
        var isMarked = at >= 0;
        if (at < 0)
        {
            at = Lines.FindIndex(line => OriginalLine().IsMatch(line));
        }

        var head = at >= 0 ? at + 1 : Head();
        while (head >= 0 && head < Lines.Count && Lines[head].Trim().Length == 0)
        {
            head++;
        }

        if (head < 0 || head >= Lines.Count || Field().Match(Bare(head)) is not { Success: true })
        {
            return;
        }

        at = at < 0 ? head : at;
        var end = head;
        while (end < Lines.Count && (Field().Match(Bare(end)) is { Success: true } || (Lines[end].Length > 0 && Lines[end][0] is ' ' or '\t')))
        {
            if (Field().Match(Bare(end)) is { Success: true } field && Name(field.Groups["name"].Value) is { } name)
            {
                Inner.TryAdd(name, field.Groups["value"].Value.Trim().Trim('*').Trim());
            }

            end++;
        }

        if (!isMarked && !isForward)
        {
            // The mail that is answered.
            Drop("quoted", Lines.Skip(at));
            Lines = Lines[..at];
            Inner.Clear();
            return;
        }

        var above = string.Join('\n', Lines.Take(at)).Trim();
        Above = above.Length > 0 ? above : null;
        Lines = [.. Lines.Skip(end).Select(line => line.StartsWith('>') && Lines.Skip(end).Where(other => other.Trim().Length > 0).All(other => other.StartsWith('>')) ? Unquoted(line) : line)];
    }

    private string Bare(int at) => Unquoted(Lines[at]).Trim('*', ' ');

    /// <summary>The head of a mail within the text that no line announces: From, and at least two more fields below it.</summary>
    private int Head()
    {
        for (var at = 0; at + 2 < Lines.Count; at++)
        {
            if (Field().Match(Bare(at)) is { Success: true } first && Name(first.Groups["name"].Value) == "from"
                && Enumerable.Range(at + 1, 2).All(next => Field().Match(Bare(next)) is { Success: true } field && Name(field.Groups["name"].Value) is not null))
            {
                return at;
            }
        }

        return -1;
    }

    private void Quoted()
    {
        var filled = Lines.Count(line => line.Trim().Length > 0);
        var quoted = Lines.Count(line => line.StartsWith('>'));
        if (quoted == 0)
        {
            return;
        }

        if (quoted >= filled - 1)
        {
            // A forward by quoting: all of it is the copy.
            Lines = [.. Lines.Select(Unquoted)];
            return;
        }

        var kept = new List<string>();
        var dropped = new List<string>();
        for (var at = 0; at < Lines.Count; at++)
        {
            var isAttribution = Lines[at].Length > 0 && !Lines[at].StartsWith('>') && Attribution().IsMatch(string.Join(' ', Lines.Skip(at).Take(2).TakeWhile(line => !line.StartsWith('>')))) && Lines.Skip(at + 1).Where(line => line.Trim().Length > 0).Take(2).Any(line => line.StartsWith('>'));
            if (Lines[at].StartsWith('>') || isAttribution)
            {
                dropped.Add(Lines[at]);
            }
            else
            {
                kept.Add(Lines[at]);
            }
        }

        Drop("quoted", dropped);
        Lines = kept;
    }

    /// <summary>RFC 3676, section 4.3: two dashes and a space; programs that trim lines leave the dashes.</summary>
    private void Signature()
    {
        var at = Lines.FindLastIndex(line => line is "-- " or "--");
        if (at > 0 && Lines.Count - at <= 40)
        {
            Drop("signature", Lines.Skip(at + 1));
            Lines = Lines[..at];
        }
    }

    private void Drop(string name, IEnumerable<string> lines)
    {
        if (string.Join('\n', lines).Trim() is { Length: > 0 } text)
        {
            Dropped.Add(new WireDropped(name, text.Length > 1000 ? text[..1000] + "\u2026" : text));
        }
    }

    private static string Unquoted(string line) => line.TrimStart('>') is var rest && rest.Length < line.Length && rest.StartsWith(' ') ? rest[1..] : line.TrimStart('>');

    private static string? Name(string field) => field.ToLowerInvariant() switch
    {
        "from" or "von" or "de" or "od" or "da" or "van" or "från" or "fra" or "šalje" => "from",
        "subject" or "betreff" or "objet" or "predmet" or "oggetto" or "asunto" or "onderwerp" or "ämne" or "emne" or "zadeva" => "subject",
        "date" or "sent" or "gesendet" or "datum" or "envoyé" or "poslano" or "data" or "inviato" or "fecha" or "enviado" or "verzonden" or "skickat" or "sendt" or "dato" => "date",
        "to" or "an" or "à" or "prima" or "za" or "a" or "aan" or "till" or "til" or "cc" or "kopie" or "reply-to" or "para" => "to",
        _ => null,
    };

    [GeneratedRegex(@"^[->\s]*(?:-{2,}\s*(?:forwarded message|forwarded by .*|weitergeleitete nachricht|message transféré|proslijeđena poruka|messaggio inoltrato|mensaje reenviado|doorgestuurd bericht)\s*-*|begin forwarded message:|anfang der weitergeleiteten (?:nachricht|e-?mail):|début du message (?:transféré|réexpédié)\s*:|proslijeđena poruka:)\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex ForwardLine();

    [GeneratedRegex(@"^[>\s]*-{2,}\s*(?:original message|original-nachricht|ursprüngliche nachricht|originalnachricht|message d'origine|izvorna poruka|messaggio originale|mensaje original|oorspronkelijk bericht)\s*-{2,}\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex OriginalLine();

    [GeneratedRegex(@"^(?<name>[\p{L}-]{1,12})\s?:\*?\s*(?<value>.*)$")]
    private static partial Regex Field();

    [GeneratedRegex(@"\b(?:wrote|schrieb(?:en)?|a écrit|je (?:na)?pisa\w*|napisa\w*|ha scritto|escribió|schreef|skrev)\b.{0,80}:\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Attribution();

    [GeneratedRegex(@"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|max-height\s*:\s*0|font-size\s*:\s*0(?![.\d])", RegexOptions.IgnoreCase)]
    private static partial Regex Hidden();
}
