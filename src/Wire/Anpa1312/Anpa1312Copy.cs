using System.Globalization;
using System.Text.RegularExpressions;
using Wireroom.Wire.LineMode;

namespace Wireroom.Wire.Anpa1312;

/// <summary>The text of a message: the lines that open with a caret (keywords, headline, notes, byline), and the copy.</summary>
internal sealed partial class Anpa1312Copy
{
    private readonly List<string> notes = [];
    private readonly List<string> headings = [];
    private int titles;

    internal string? Slugline { get; private set; }

    /// <summary>The words of version or take as sent: <c>1st Ld-Writethru</c>, <c>2nd Add</c>.</summary>
    internal string? Version { get; private set; }

    internal int? Words { get; private set; }

    internal WireSignal? Signal { get; private set; }

    internal WireEmbargo? Embargo { get; private set; }

    internal List<WireText> Headlines { get; } = [];

    internal string? Standfirst { get; private set; }

    internal string? Byline { get; private set; }

    internal LineDateline? Dateline { get; private set; }

    internal List<WireBlock> Body { get; private set; } = [];

    internal List<WireDropped> Dropped { get; } = [];

    internal string? EdNote => notes.Count == 0 ? null : string.Join('\n', notes);

    internal static Anpa1312Copy Read(string text, bool tabular)
    {
        var copy = new Anpa1312Copy();
        var lines = LineBody.Lines(Anpa1312Signs.Read(text));
        var at = 0;
        while (copy.Caret(lines, ref at) is { } entry)
        {
            copy.Take(entry.Text, entry.Centred);
        }

        at = copy.Slugline is null && copy.Headlines.Count == 0 ? copy.TakeBare(lines, at) : at;
        copy.Body = [.. copy.headings.Select(heading => new WireHeading([new WireRun(heading)])), .. LineBody.Read([.. lines.Skip(at).SelectMany(line => Line(line, tabular))])];
        copy.TakeLead();
        return copy;
    }

    internal void Take(WireSignal signal) => Signal = Signal is { } before ? SignalWords.Weightier(before, signal) : signal;

    /// <summary>Version words: <c>1st Ld-Writethru</c>, <c>2nd Add</c>, <c>KILL</c>.</summary>
    internal void TakeVersion(string version)
    {
        Version ??= version;
        foreach (var part in version.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (SignalWords.OfLine(part) is { } signal)
            {
                Take(signal);
            }
        }
    }

    /// <summary>The next entry before the copy: from a caret to the quad mark that ends it, over as many lines as it takes.</summary>
    private (string Text, bool Centred)? Caret(List<string> lines, ref int at)
    {
        while (at < lines.Count && lines[at].Trim().Length == 0)
        {
            at++;
        }

        if (at >= lines.Count || !lines[at].StartsWith('^') || IsRow(lines[at]) || (Byline is not null && IsHeading(lines[at])))
        {
            return null;
        }

        var text = "";
        for (var taken = 0; at < lines.Count && taken < 12; taken++)
        {
            var line = lines[at];
            if (taken > 0 && (line.Trim().Length == 0 || IsRow(line) || line[0] is '^' or '\t' || line.StartsWith("   ", StringComparison.Ordinal)))
            {
                break;
            }

            at++;
            text += (taken > 0 ? " " : "") + line.TrimStart('^').TrimEnd();
            if (text.EndsWith('<') || text.EndsWith('='))
            {
                break;
            }
        }

        return (LineRuns.Plain(text.TrimEnd('<', '=', '@', ' ')), text.EndsWith('='));
    }

    private void Take(string entry, bool centred)
    {
        if (entry.Length == 0)
        {
            return;
        }

        if (Slugline is null && Keywords().Match(entry) is { Success: true } keywords)
        {
            Slugline = keywords.Groups["keyword"].Value.Trim();
            Words = int.TryParse(keywords.Groups["words"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var words) ? words : null;
            if (keywords.Groups["version"].Value.Trim(' ', ',') is { Length: > 0 } version)
            {
                TakeVersion(version);
            }
        }
        else if (LineEmbargo.Of(entry) is { } embargo)
        {
            Embargo ??= embargo;
        }
        else if (SignalWords.OfLine(entry) is { } signal)
        {
            Take(signal);
        }
        else if (Note().IsMatch(entry) || (notes.Count > 0 && Signal is WireSignal.Withdrawal or WireSignal.Hold && entry.EndsWith('.')))
        {
            notes.Add(entry);
            if (Corrects().IsMatch(entry))
            {
                Take(WireSignal.Correction);
            }
            else if (Kills().IsMatch(entry))
            {
                Take(WireSignal.Withdrawal);
            }
        }
        else if (Byline is null && LineByline.Of(entry) is { } byline)
        {
            Byline = byline;
        }
        else if (Byline is not null && (titles > 0 || entry.Length < 50) && !centred && !Title().IsMatch(entry))
        {
            // What stands below who signs it, and is no one's title, is a line over the copy.
            headings.Add(entry);
        }
        else if (Byline is not null && (centred || entry.Length < 50))
        {
            titles++;
            Dropped.Add(new WireDropped("byline-title", entry));
        }
        else if (Headlines.Count == 0)
        {
            Headlines.Add(new WireText(Named().Replace(entry, "")));
        }
        else if (centred && entry.Length < 50)
        {
            // Centred below the headline: a line over the tables of the copy.
            headings.Add(entry);
        }
        else if (Standfirst is null)
        {
            Standfirst = entry;
        }
        else
        {
            Dropped.Add(new WireDropped("caret-line", entry));
        }
    }

    /// <summary>
    /// The lines before the copy where the wire sets no carets: a keyword of one word, and a headline to a plus sign, both at the margin
    /// while the copy is indented.
    /// </summary>
    private int TakeBare(List<string> lines, int at)
    {
        var first = lines.FindIndex(at, line => line.Trim().Length > 0);
        var copy = first < 0 ? -1 : lines.FindIndex(first, line => line.StartsWith("   ", StringComparison.Ordinal) || line.StartsWith('\t'));
        if (copy <= first || copy - first > 4 || !lines[copy - 1].TrimEnd().EndsWith('+') || lines.Take(copy).Skip(first).Any(line => line.Trim().Length == 0))
        {
            return at;
        }

        if (copy - first > 1 && !lines[first].Trim().Contains(' ', StringComparison.Ordinal))
        {
            Slugline = lines[first++].Trim();
        }

        Headlines.Add(new WireText(LineRuns.Plain(string.Join(' ', lines.Skip(first).Take(copy - first))).TrimEnd('+', ' ')));
        return copy;
    }

    /// <summary>A row of columns as the teletypesetter was sent them, parted by semicolons: <c>Boise;23;13;.639;_;8-2</c>.</summary>
    private static bool IsRow(string line) => line.AsSpan().Count(';') >= 3 && !line.TrimEnd().Contains("; ", StringComparison.Ordinal);

    /// <summary>Centred behind the byline: what an organisation signs has no writer's title, and a title is not set in capitals.</summary>
    private bool IsHeading(string line) =>
        line.TrimEnd().EndsWith('=') && (titles > 1 || Byline!.StartsWith("The ", StringComparison.Ordinal) || !line.Any(char.IsAsciiLetterLower));

    private static string Row(string line) =>
        string.Join(Control.Column, line.Trim('^', ' ', '\t', '<', '=').Split(';').Select(cell => cell.Trim() is "_" ? "\u2014" : Half().Replace(cell.Trim(), "\u00BD")));

    /// <summary>A line of the copy: carets within it centre a heading, and in a tabular message every line keeps its spacing.</summary>
    private static string[] Line(string line, bool tabular)
    {
        if (tabular && line.Trim().Length > 0)
        {
            return [Control.TabularLine + line.Trim('\b', '^', '\t').TrimEnd('<')];
        }

        if (line.StartsWith("==", StringComparison.Ordinal))
        {
            // The agency's signature stands alone.
            return ["", line];
        }

        if (IsRow(line))
        {
            return [Row(line)];
        }

        if (line.Trim(' ', '\t', '=', '<') is ['_', '_', ..] rule && rule.Trim('_').Length == 0)
        {
            return ["", rule, ""];
        }

        return line.StartsWith('^') && line.Trim('^', '<', '=', '@', ' ', '_') is { Length: > 0 and < 100 } heading
            ? ["", $"{Control.FontTwo}{heading}{Control.FontOne}", ""]
            : [line.TrimStart('^')];
    }

    /// <summary>True where an entry is a note to editors by its first word.</summary>
    internal static bool IsNote(string entry) => Note().IsMatch(entry);

    private void TakeLead()
    {
        if (Body is not [WireParagraph { Runs: [var first, ..] } lead, ..])
        {
            return;
        }

        if (LineDateline.Of(first.Text) is { } dateline)
        {
            Dateline = dateline;
            var rest = first.Text[dateline.Length..].TrimStart();
            Body[0] = new WireParagraph(rest.Length > 0 ? [first with { Text = rest }, .. lead.Runs.Skip(1)] : [.. lead.Runs.Skip(1)]);
        }
    }

    // The space behind a comma belongs to what follows it: apart, each could be taken in two ways, and a line of commas in two to the power of their number.
    [GeneratedRegex(@"^(?<keyword>(?:[A-Z]{2}-)?[^,<]{2,80}?)(?<version>(?:,[^,]{1,41}?)*?)(?:,\s?(?<words>\d{1,5}))?$")]
    private static partial Regex Keywords();

    [GeneratedRegex(@"^(?:adv(?:ance)?\s?\d{1,2}$|(?:eds|editors?(?:'s note)?|note|with|stands? for|adv(?:ance)?|for use|ap (?:photo|graphic|video|interactive)|photos?|graphics?|update|index|symbol|code|precede|hns|for release)\b\s?[:.,_\u2014 A-Z\d])", RegexOptions.IgnoreCase)]
    private static partial Regex Note();

    [GeneratedRegex(@"\bCORRECTS\b|^eds:? (?:correct(?:s|ing)|fixes)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Corrects();

    [GeneratedRegex(@"^(?:editors|eds):?\s(?:please )?(?:kill|withdraw|eliminate|withhold)\b|\bkill is mandatory\b", RegexOptions.IgnoreCase)]
    private static partial Regex Kills();

    [GeneratedRegex(@"\b(?:writer|correspondent|editor|reporter|columnist|critic|bureau|chief|staff|press|service|news|analyst|specialist)s?\b|^(?:AP|UPI|AFP|Reuters)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Title();

    // The wire has no other sign for one half.
    [GeneratedRegex(@"(?<=^|\d)\{$")]
    private static partial Regex Half();

    [GeneratedRegex(@"^HL:\s*")]
    private static partial Regex Named();
}
