using System.Text.RegularExpressions;
using Wireroom.Wire.LineMode;

namespace Wireroom.Wire.Iptc7901;

/// <summary>What the text of a message says before, in and behind its copy: signals, embargo, headline, byline, dateline, notes, signature.</summary>
internal sealed partial class Iptc7901Copy
{
    // The lines before the copy: more of them are no headline.
    private const int LongestOpening = 12;

    private readonly List<string> notes = [];
    private readonly List<string> headline = [];

    internal WireSignal? Signal { get; private set; }

    /// <summary>The words of version or take as sent: <c>1ST LEAD</c>, <c>Take 2</c>.</summary>
    internal string? Version { get; private set; }

    internal WireEmbargo? Embargo { get; private set; }

    /// <summary>The line of keywords where it stands above the headline in the text, and not in the header.</summary>
    internal string? Keyword { get; private set; }

    internal List<WireText> Headlines { get; } = [];

    internal string? Byline { get; private set; }

    internal LineDateline? Dateline { get; private set; }

    internal List<WireBlock> Body { get; private set; } = [];

    internal List<WireDropped> Dropped { get; } = [];

    internal string? EdNote => notes.Count == 0 ? null : string.Join('\n', notes);

    internal static Iptc7901Copy Read(string text)
    {
        var copy = new Iptc7901Copy();
        var lines = LineBody.Lines(text);
        lines = copy.TakeNotebook(lines);
        copy.TakeSignature(lines);
        var opening = Opening(lines);
        copy.TakeOpening(lines.Take(opening));
        copy.Body = LineBody.Read(copy.TakeLeadingNotes(lines.Skip(opening)));
        copy.TakeDateline();
        copy.Headline();
        return copy;
    }

    internal void Take(WireSignal signal, string words)
    {
        Signal = Signal is { } before ? SignalWords.Weightier(before, signal) : signal;
        var said = words.Trim(' ', '(', ')', '=', '<', ':', '[', ']');
        if (said.Any(char.IsDigit) || Ordinal().IsMatch(said))
        {
            Version = Version is null ? said : $"{Version}, {said}";
        }
    }

    /// <summary>What editors alone are told stands behind a line of stars, a notebook's heading, or the sentence that says so.</summary>
    private List<string> TakeNotebook(List<string> lines)
    {
        var at = lines.FindIndex(line => Notebook().IsMatch(line));
        if (at < 0)
        {
            return lines;
        }

        var behind = lines.Skip(at).ToList();
        TakeSignature(behind);
        string? before = null;
        foreach (var line in behind.Where(line => !Separator().IsMatch(line)).Select(line => LineRuns.Unmarked(line).Trim()))
        {
            if (line.Length > 0 || before is { Length: > 0 })
            {
                notes.Add(line);
            }

            before = line;
        }

        while (notes.Count > 0 && notes[^1].Length == 0)
        {
            notes.RemoveAt(notes.Count - 1);
        }

        return lines[..at];
    }

    private void TakeSignature(List<string> lines)
    {
        var last = lines.FindLastIndex(line => line.Trim().Length > 0);
        if (last > 0 && Signature().IsMatch(lines[last].Trim()) && !lines[last - 1].Trim().EndsWith(',') && SignalWords.OfLine(lines[last]) is null)
        {
            Dropped.Add(new WireDropped("signature", lines[last].Trim()));
            lines.RemoveRange(last, lines.Count - last);
        }
    }

    /// <summary>How many lines stand before the copy: to the last line ended by an equals sign, or to the first blank or indented line or dateline.</summary>
    private static int Opening(List<string> lines)
    {
        var equals = -1;
        var filled = 0;
        for (var at = 0; at < lines.Count && filled < LongestOpening; at++)
        {
            var line = lines[at].Trim();
            filled += line.Length > 0 ? 1 : 0;
            if (line.EndsWith('=') && line.Trim('=', ' ', '-').Length > 0)
            {
                equals = at;
            }
            else if (LineDateline.Of(line) is not null && equals >= 0)
            {
                break;
            }
        }

        if (equals >= 0)
        {
            return equals + 1;
        }

        // A signal alone above a blank line is none of the headline's lines.
        var first = lines.FindIndex(line => line.Trim().Length > 0 && SignalWords.OfLine(line) is null && LineEmbargo.Of(line) is null);
        if (first < 0)
        {
            return OnlySignals(lines, 0, lines.Count);
        }

        for (var at = first; at < lines.Count && at < first + 6; at++)
        {
            var line = lines[at];
            if (LineDateline.Of(line.Trim()) is not null)
            {
                return at;
            }

            if (at > first && (line.Trim().Length == 0 || line.StartsWith("  ", StringComparison.Ordinal) || line.StartsWith('\t')))
            {
                // A headline is no sentence to its full stop, and something has to follow it.
                return lines.Skip(at).Any(rest => rest.Trim().Length > 0) && !(lines[at - 1].TrimEnd().EndsWith('.') && at - first > 2) ? at : OnlySignals(lines, first, at);
            }
        }

        return OnlySignals(lines, first, Math.Min(lines.Count, first + 6));
    }

    private static int OnlySignals(List<string> lines, int first, int end)
    {
        while (first < end && (lines[first].Trim().Length == 0 || SignalWords.OfLine(lines[first]) is not null || LineEmbargo.Of(lines[first]) is not null))
        {
            first++;
        }

        return first;
    }

    private void TakeOpening(IEnumerable<string> opening)
    {
        var lines = opening.SkipWhile(line => line.Trim().Length == 0).ToList();
        if (IsKeyword(lines))
        {
            Keyword = LineRuns.Plain(lines[0]);
            lines.RemoveAt(0);
        }

        foreach (var raw in lines)
        {
            var line = LineRuns.Plain(raw).TrimEnd('=', '<', ' ');
            if (line.Length > 0 && !TakeNote(line))
            {
                if (LineByline.Of(line) is { } byline && headline.Count > 0 && Byline is null)
                {
                    Byline = byline;
                }
                else if (headline.Count > 0 && Byline is null && Sub().Match(line) is { Success: true } sub)
                {
                    Headlines.Add(new WireText(line[sub.Length..].Trim(), "sub"));
                }
                else
                {
                    headline.Add(line);
                }
            }
        }
    }

    /// <summary>True where a few words stand alone above a blank line, and the headline that follows opens with them again.</summary>
    private static bool IsKeyword(List<string> lines)
    {
        if (lines.Count < 3 || lines[1].Trim().Length > 0 || lines[0].Trim() is not { Length: > 1 and <= 60 } keyword)
        {
            return false;
        }

        var next = lines.Skip(1).FirstOrDefault(line => line.Trim().Length > 0)?.Trim();
        return next is not null && next.Length > keyword.Length && next.StartsWith(keyword, StringComparison.OrdinalIgnoreCase) && next[keyword.Length] is ':' or ' ' or ',';
    }

    /// <summary>A signal, an embargo or a note to editors; false where the line is none of them.</summary>
    private bool TakeNote(string line)
    {
        if (Embargo is null && LineEmbargo.Of(line) is { } embargo)
        {
            Embargo = embargo;
        }
        else if (SignalWords.OfLine(line) is { } signal)
        {
            Take(signal, line);
        }
        else if (SignalWords.OfNote(line) is { } noted)
        {
            Take(noted, "");
            notes.Add(line);
        }
        else if (SignalWords.OfChange(line) is { } change)
        {
            Take(change, "");
            notes.Add(line);
        }
        else if (Eds().IsMatch(line))
        {
            notes.Add(line);
        }
        else
        {
            return false;
        }

        return true;
    }

    /// <summary>Notes and embargoes may stand behind the headline, as paragraphs of their own before the lead.</summary>
    private List<string> TakeLeadingNotes(IEnumerable<string> lines)
    {
        var rest = lines.ToList();
        while (true)
        {
            var first = rest.FindIndex(line => line.Trim().Length > 0);
            var end = first < 0 ? -1 : rest.FindIndex(first, line => line.Trim().Length == 0);
            var paragraph = first < 0 ? "" : LineRuns.Plain(string.Join(' ', rest.Skip(first).Take((end < 0 ? rest.Count : end) - first)));
            if (paragraph.Length is 0 or > 600 || end < 0 || !TakeNote(paragraph))
            {
                return rest;
            }

            rest.RemoveRange(0, end);
        }
    }

    private void TakeDateline()
    {
        if (Body is [WireParagraph { Runs: [var first, ..] } lead, ..] && LineDateline.Of(first.Text) is { } dateline)
        {
            Dateline = dateline;
            var rest = first.Text[dateline.Length..].TrimStart();
            Body[0] = new WireParagraph(rest.Length > 0 ? [first with { Text = rest }, .. lead.Runs.Skip(1)] : [.. lead.Runs.Skip(1)]);
        }
    }

    private void Headline()
    {
        if (headline.Count == 0)
        {
            return;
        }

        var said = SignalWords.OffHeadline(string.Join(' ', headline), out var signal, out var words);
        if (signal is { } found)
        {
            Take(found, words!);
        }

        Headlines.Insert(0, new WireText(said));
    }

    // A dash, or the word for it: "Utl.: Fahrer war betrunken".
    [GeneratedRegex(@"^(?:- |Utl\.?:\s|Untertitel:\s|Unterzeile:\s)", RegexOptions.IgnoreCase)]
    private static partial Regex Sub();

    [GeneratedRegex(@"^\s*(?:\*\s?){3,}\s*$|^#+\s*(?:Notebook|Notizblock|Bloc-notes|Service)\b|^\s*(?:The following information is not|Die folgenden Informationen sind nicht)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Notebook();

    [GeneratedRegex(@"^\s*(?:\*\s?){3,}\s*$|^\s*(?:The following information is not (?:intended )?for publication|Die folgenden Informationen sind nicht (?:zur|für die) Veröffentlichung(?: bestimmt)?)\W*$", RegexOptions.IgnoreCase)]
    private static partial Regex Separator();

    // "dpa tca bag", "KNA/lwi/abc", "(Hina) xmkv ydk", "afp/dpa jn": a name and the initials of those who wrote and edited.
    [GeneratedRegex(@"^(?:\(\p{L}{2,8}\)|\p{L}{2,8})(?:[ /]{1,2}\p{Ll}{1,6}\d?){1,7}$|^\p{L}{2,8}(?:/\p{L}{2,8}){1,4}(?:\s\p{Ll}{1,5}){0,4}$|^-{1,2}\s?\p{L}{2,8}\s?-{1,2}$|^/\p{L}{2,10}/$")]
    private static partial Regex Signature();

    [GeneratedRegex(@"^\(?(?:eds|editors|note to editors|redaktionen|achtung(?: redaktionen)?|hinweis|redaktioneller hinweis|napomena urednicima|editor's note|n(?:ota)? d(?:e la|el) r(?:edacción)?|ndlr)\b\s?[:.,–-]", RegexOptions.IgnoreCase)]
    private static partial Regex Eds();

    [GeneratedRegex(@"\b(?:erste|zweite|dritte|vierte|first|second|third|prvi|drugi|treći|writethru|ld)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Ordinal();
}
