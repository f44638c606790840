using System.Globalization;
using System.Text;

namespace Wireroom.Wire.Html;

/// <summary>Plain text to blocks and blocks to plain text.</summary>
public static class PlainText
{
    // Lines longer than this were not broken to fit a screen or a teleprinter.
    private const int LongestBrokenLine = 120;

    /// <summary>
    /// Paragraphs of a plain text: blank lines part them, and single line ends within them are spaces. In a text without blank
    /// lines whose lines are too long to have been broken to a width, every line is a paragraph.
    /// </summary>
    public static IReadOnlyList<WireBlock> Read(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return [];
        }

        if (!text.Contains('\n', StringComparison.Ordinal))
        {
            return [Paragraph(text)];
        }

        var blocks = new List<WireBlock>();
        var start = -1;
        var position = 0;
        var everyLine = LinesAreParagraphs(text);
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (line.IsWhiteSpace() || everyLine)
            {
                Close(position);
                start = line.IsWhiteSpace() ? -1 : position;
            }
            else if (start < 0)
            {
                start = position;
            }

            position += line.Length;
            position += position + 1 < text.Length && text[position] == '\r' && text[position + 1] == '\n' ? 2 : 1;
        }

        Close(text.Length);
        return blocks;

        void Close(int end)
        {
            if (start >= 0)
            {
                blocks.Add(Paragraph(text[start..Math.Min(end, text.Length)]));
                start = -1;
            }
        }
    }

    /// <summary>
    /// The copy as plain text: a blank line between blocks, list items with a dash or number, table cells parted by tabs.
    /// Pictures and embeds are no copy and are left out.
    /// </summary>
    public static string Write(IReadOnlyList<WireBlock> blocks)
    {
        if (blocks is [WireParagraph { Runs: [var only] }])
        {
            return only.Text;
        }

        var text = new StringBuilder();
        foreach (var block in blocks)
        {
            var length = text.Length;
            if (length > 0)
            {
                text.Append("\n\n");
            }

            var before = text.Length;
            Append(block, text);
            if (text.Length == before)
            {
                text.Length = length;
            }
        }

        return text.ToString();
    }

    /// <summary>The text of runs, styles left out.</summary>
    public static string Write(IReadOnlyList<WireRun> runs) => runs.Count == 1 ? runs[0].Text : string.Concat(runs.Select(run => run.Text));

    private static bool LinesAreParagraphs(string text)
    {
        var longest = 0;
        foreach (var line in text.AsSpan().Trim().EnumerateLines())
        {
            if (line.IsWhiteSpace())
            {
                return false;
            }

            longest = Math.Max(longest, line.Length);
        }

        return longest > LongestBrokenLine;
    }

    private static WireParagraph Paragraph(string text) => new([new WireRun(Spaces.Collapse(text))]);

    private static void Append(WireBlock block, StringBuilder text)
    {
        switch (block)
        {
            case WireParagraph paragraph:
                Runs(paragraph.Runs, text);
                break;
            case WireHeading heading:
                Runs(heading.Runs, text);
                break;
            case WireQuote quote:
                Lines(quote.Paragraphs, text, _ => "", "\n\n");
                text.Append(quote.Attribution is null ? "" : $"\n\n\u2014 {quote.Attribution}");
                break;
            case WireList list:
                Lines(list.Items, text, at => list.Numbered ? string.Create(CultureInfo.InvariantCulture, $"{at + 1}. ") : "- ", "\n");
                break;
            case WireTable table:
                text.Append(table.Caption is null ? "" : table.Caption + "\n");
                text.AppendJoin('\n', table.Rows.Select(row => string.Join('\t', row.Select(cell => cell.Text))));
                break;
            case WirePreformatted preformatted:
                text.Append(preformatted.Text);
                break;
            default:
                break;
        }
    }

    private static void Lines(IReadOnlyList<IReadOnlyList<WireRun>> lines, StringBuilder text, Func<int, string> mark, string between)
    {
        for (var at = 0; at < lines.Count; at++)
        {
            text.Append(at > 0 ? between : "").Append(mark(at));
            Runs(lines[at], text);
        }
    }

    private static void Runs(IReadOnlyList<WireRun> runs, StringBuilder text)
    {
        foreach (var run in runs)
        {
            text.Append(run.Text);
        }
    }
}
