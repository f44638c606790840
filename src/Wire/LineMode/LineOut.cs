using System.Globalization;
using System.Text;
using Wireroom.Wire.Html;

namespace Wireroom.Wire.LineMode;

/// <summary>Blocks to lines, so that <see cref="LineBody"/> reads the same blocks.</summary>
internal sealed class LineOut(int width, Action<string> lose)
{
    private readonly StringBuilder text = new();

    /// <summary>The body's lines, each ended by CR LF, blocks parted by blank lines. <paramref name="lead"/> stands before the first paragraph.</summary>
    internal static string Write(IReadOnlyList<WireBlock> blocks, string? lead, int width, Action<string> lose)
    {
        var made = new LineOut(width, lose);
        if (lead is not null && blocks is not [WireParagraph, ..])
        {
            // A dateline needs a lead to stand before.
            lose("the dateline before what is no paragraph");
            lead = null;
        }

        foreach (var block in blocks)
        {
            made.Block(block, lead);
            lead = null;
        }

        return made.text.ToString();
    }

    private void Block(WireBlock block, string? lead)
    {
        var before = text.Length;
        switch (block)
        {
            case WireParagraph paragraph:
                Wrapped(lead + Runs(paragraph.Runs));
                break;
            case WireHeading heading:
                if (heading.Level != 2)
                {
                    lose("the level of a heading");
                }

                text.Append(Control.FontTwo).Append(Flat(PlainText.Write(heading.Runs))).Append(Control.FontOne).Append("\r\n");
                break;
            case WireQuote quote:
                lose("the form of a quotation");
                foreach (var paragraph in quote.Paragraphs)
                {
                    Wrapped(Runs(paragraph));
                    text.Append("\r\n");
                }

                Wrapped(quote.Attribution ?? "");
                break;
            case WireList list:
                for (var at = 0; at < list.Items.Count; at++)
                {
                    Wrapped((list.Numbered ? string.Create(CultureInfo.InvariantCulture, $"{at + 1}. ") : "- ") + Runs(list.Items[at]));
                }

                break;
            case WireTable table:
                Table(table);
                break;
            case WirePreformatted preformatted:
                foreach (var line in Control.Clean(preformatted.Text.ReplaceLineEndings("\n")).Split('\n').Where(line => line.Trim().Length > 0))
                {
                    text.Append(Control.Column).Append(line.TrimEnd()).Append("\r\n");
                }

                break;
            default:
                lose("a picture or an embed");
                break;
        }

        if (text.Length > before)
        {
            text.Append("\r\n");
        }
    }

    private void Table(WireTable table)
    {
        if (table.Caption is not null)
        {
            lose("the form of a table's caption");
            Wrapped(table.Caption);
            text.Append("\r\n");
        }

        if (table.Rows.Any(row => row.Any(cell => cell.IsHeading || cell.ColumnSpan > 1 || cell.RowSpan > 1)))
        {
            lose("headings and spans of a table");
        }

        foreach (var row in table.Rows)
        {
            // A row of one cell would be a line that keeps its spacing.
            text.AppendJoin(Control.Column, row.Select(cell => Flat(cell.Text))).Append(row.Count == 1 ? Control.Column : "").Append("\r\n");
        }
    }

    private string Runs(IReadOnlyList<WireRun> runs)
    {
        if (runs.Any(run => run.Href is not null || (run.Style & (WireStyle.Superscript | WireStyle.Subscript)) != 0))
        {
            lose("links and raised or lowered letters in its text");
        }

        var line = new StringBuilder();
        foreach (var run in runs)
        {
            var sign = (run.Style & WireStyle.Bold) != 0 ? Control.FontTwo : (run.Style & WireStyle.Italic) != 0 ? Control.FontThree : '\0';
            line.Append(sign == '\0' ? "" : sign.ToString()).Append(Control.Clean(run.Text)).Append(sign == '\0' ? "" : Control.FontOne.ToString());
        }

        return line.ToString();
    }

    private static string Flat(string line) => Spaces.Collapse(Control.Clean(line));

    /// <summary>Breaks a text into lines at its spaces. No line begins with what would make it a list, or ends with a quad mark.</summary>
    private void Wrapped(string paragraph)
    {
        var length = 0;
        foreach (var word in paragraph.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (length > 0 && length + 1 + word.Length > width && word is not ("-" or "–" or "*" or "•" or "=" or "<") && !(word.Length <= 3 && word[^1] is '.' or ')' && char.IsAsciiDigit(word[0])))
            {
                text.Append("\r\n");
                length = 0;
            }

            text.Append(length > 0 ? " " : "").Append(word);
            length += word.Length + 1;
        }

        text.Append(length > 0 ? "\r\n" : "");
    }
}
