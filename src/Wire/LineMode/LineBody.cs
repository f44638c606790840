using System.Text;
using System.Text.RegularExpressions;

namespace Wireroom.Wire.LineMode;

/// <summary>
/// Lines to blocks. Paragraphs are parted by blank lines or begin with an indent; columns parted by US or tabs are a table; lines whose
/// spacing lines up keep it; lines that begin with dashes are a list; a line in the upper rail alone is a heading.
/// </summary>
internal sealed partial class LineBody
{
    private readonly List<WireBlock> blocks = [];
    private readonly List<string> group = [];
    private readonly bool indentsBegin;

    private LineBody(IReadOnlyList<string> lines)
    {
        // Where every line is indented the indent says nothing.
        var copy = lines.Where(line => line.Trim().Length > 0).ToList();
        indentsBegin = copy.Any(line => !IsIndented(line)) || copy.Any(line => line.Length > 100) || copy.Any(line => line[0] == '\t');
    }

    internal static List<WireBlock> Read(IReadOnlyList<string> lines)
    {
        var body = new LineBody(lines);
        foreach (var line in lines)
        {
            body.Line(line);
        }

        body.Close();
        return body.blocks;
    }

    /// <summary>The lines of a text, whatever ends them. Where line feeds stand alone among pairs and no line is blank, they end paragraphs.</summary>
    internal static List<string> Lines(string text)
    {
        var pairs = text.Replace("\r\r\n", "\r\n", StringComparison.Ordinal);
        if (pairs.Contains("\r\n", StringComparison.Ordinal) && LoneFeed().IsMatch(pairs) && !BlankLine().IsMatch(pairs))
        {
            pairs = LoneFeed().Replace(pairs, "\n\n");
        }

        return [.. pairs.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Split('\n').Select(line => line.TrimEnd())];
    }

    private void Line(string line)
    {
        if (line.Trim().Length == 0)
        {
            Close();
            return;
        }

        var tabular = IsTabular(line);
        if (group.Count > 0 && (tabular != IsTabular(group[0]) || (!tabular && indentsBegin && IsIndented(line) && !IsAligned(line))))
        {
            Close();
        }

        group.Add(line);
        if (!tabular && line.EndsWith('<'))
        {
            // Quad left, as it is printed: the line stands alone.
            group[^1] = line.TrimEnd('<', ' ');
            Close();
        }
    }

    private void Close()
    {
        if (group.Count == 0)
        {
            return;
        }

        if (IsTabular(group[0]))
        {
            Tabular();
        }
        else if (group.Count > 1 && group.Count(IsAligned) * 3 >= group.Count * 2)
        {
            blocks.Add(new WirePreformatted(string.Join('\n', Undented(group))));
        }
        else if (group.Count > 1 && ListItems() is { } items)
        {
            blocks.Add(items);
        }
        else
        {
            Paragraph(string.Join(' ', group.Select(line => line.Trim())));
        }

        group.Clear();
    }

    private void Paragraph(string text)
    {
        var runs = LineRuns.Read(text);
        if (runs.Count == 1 && runs[0].Style == WireStyle.Bold && runs[0].Text.Length <= 120)
        {
            blocks.Add(new WireHeading([new WireRun(runs[0].Text)]));
        }
        else if (runs.Count > 0)
        {
            blocks.Add(new WireParagraph(runs));
        }
    }

    private void Tabular()
    {
        // A line that opens with the sign and has no other keeps its spacing; with more of them it is a row.
        if (group.All(line => line.LastIndexOf(Control.Column) <= 0 && line.LastIndexOf(Control.TabularLine) <= 0 && !line.Contains('\t', StringComparison.Ordinal)))
        {
            blocks.Add(new WirePreformatted(string.Join('\n', group.Select(line => line.TrimStart(Control.Column, Control.TabularLine).TrimEnd()))));
            return;
        }

        blocks.Add(new WireTable([.. group.Select(line => (IReadOnlyList<WireCell>)[.. line.TrimStart(Control.TabularLine).Split(Control.Column, '\t').Select(cell => new WireCell(LineRuns.Plain(cell)))])]));
    }

    private WireList? ListItems()
    {
        var numbered = Number().IsMatch(group[0]);
        if (!numbered && !Dash().IsMatch(group[0]))
        {
            return null;
        }

        var items = new List<StringBuilder>();
        foreach (var line in group)
        {
            var mark = numbered ? Number().Match(line) : Dash().Match(line);
            if (mark.Success)
            {
                items.Add(new StringBuilder(line[mark.Length..].Trim()));
            }
            else
            {
                items[^1].Append(' ').Append(line.Trim());
            }
        }

        return items.Count < 2 ? null : new WireList(numbered, [.. items.Select(item => LineRuns.Read(item.ToString()))]);
    }

    private static IEnumerable<string> Undented(List<string> lines)
    {
        var least = lines.Min(line => line.Length - line.TrimStart(' ').Length);
        return lines.Select(line => LineRuns.Unmarked(line[least..]).TrimEnd());
    }

    private static bool IsIndented(string line) => line.StartsWith("  ", StringComparison.Ordinal) || line.StartsWith('\t');

    private static bool IsTabular(string line) => line.Contains(Control.Column, StringComparison.Ordinal) || line.Contains(Control.TabularLine, StringComparison.Ordinal) || line.TrimStart().Contains('\t', StringComparison.Ordinal);

    /// <summary>A line of columns: one wide gap, or two gaps, between words.</summary>
    private static bool IsAligned(string line) => Gap().Count(line.Trim()) is var gaps && (gaps >= 2 || (gaps == 1 && Wide().IsMatch(line.Trim())));

    [GeneratedRegex(@"(?<!\r)\n")]
    private static partial Regex LoneFeed();

    [GeneratedRegex(@"\n[ \t]*\r?\n")]
    private static partial Regex BlankLine();

    [GeneratedRegex(@"\S {2,}(?=\S)")]
    private static partial Regex Gap();

    [GeneratedRegex(@"[^\s.!?:;] {3,}\S")]
    private static partial Regex Wide();

    [GeneratedRegex(@"^\s*[-–*•]\s+(?=\S)")]
    private static partial Regex Dash();

    [GeneratedRegex(@"^\s*\d{1,2}[.)]\s+(?=\S)")]
    private static partial Regex Number();
}
