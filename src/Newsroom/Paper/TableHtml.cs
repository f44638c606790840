using System.Globalization;
using System.Text.Encodings.Web;
using Wireroom.Stories.Body;

namespace Wireroom.Newsroom.Paper;

/// <summary>A table as HTML, in a box that scrolls by itself where it is wider than the column (and takes focus, so that keys scroll it).</summary>
internal static class TableHtml
{
    private const int LargestSpan = 100;

    public static void Write(Table table, TextWriter writer, HtmlEncoder encoder)
    {
        writer.Write("<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-label=\"");
        encoder.Encode(writer, table.Caption.Length > 0 ? table.Caption : "Table");
        writer.Write("\"><table>");
        if (table.Caption.Length > 0)
        {
            writer.Write("<caption>");
            encoder.Encode(writer, table.Caption);
            writer.Write("</caption>");
        }

        var headed = table.Rows.Count > 0 && table.Rows[0].All(cell => cell.IsHeading);
        var figures = FigureColumns(table, headed);
        if (headed)
            WriteRows("thead", table.Rows.Take(1), "col", figures, writer, encoder);
        WriteRows("tbody", headed ? table.Rows.Skip(1) : table.Rows, "row", figures, writer, encoder);
        writer.Write("</table></div>\n");
    }

    /// <summary>The columns whose cells below the heading are all figures; none where cells span several.</summary>
    private static HashSet<int> FigureColumns(Table table, bool headed)
    {
        var rows = table.Rows.Skip(headed ? 1 : 0).ToList();
        if (rows.Count == 0 || table.Rows.Any(row => row.Any(cell => cell.ColumnSpan > 1 || cell.RowSpan > 1)))
            return [];
        return [.. Enumerable.Range(0, rows.Max(row => row.Count)).Where(column => rows.All(row => column >= row.Count || IsFigure(row[column].Text) || row[column].Text.Length == 0))];
    }

    private static void WriteRows(string part, IEnumerable<IReadOnlyList<Cell>> rows, string scope, HashSet<int> figures, TextWriter writer, HtmlEncoder encoder)
    {
        writer.Write($"<{part}>");
        foreach (var row in rows)
        {
            writer.Write("<tr>");
            for (var column = 0; column < row.Count; column++)
                WriteCell(row[column], scope, figures.Contains(column), writer, encoder);
            writer.Write("</tr>");
        }

        writer.Write($"</{part}>");
    }

    private static void WriteCell(Cell cell, string scope, bool isFigure, TextWriter writer, HtmlEncoder encoder)
    {
        writer.Write(cell.IsHeading ? $"<th scope=\"{scope}\"" : "<td");
        if (isFigure)
            writer.Write(" class=\"number\"");
        WriteSpan("colspan", cell.ColumnSpan, writer);
        WriteSpan("rowspan", cell.RowSpan, writer);
        writer.Write('>');
        encoder.Encode(writer, cell.Text);
        writer.Write(cell.IsHeading ? "</th>" : "</td>");
    }

    private static void WriteSpan(string name, int span, TextWriter writer)
    {
        if (span > 1)
            writer.Write(string.Create(CultureInfo.InvariantCulture, $" {name}=\"{Math.Min(span, LargestSpan)}\""));
    }

    /// <summary>True for a cell that is a figure, to be set flush right: digits with signs, separators and a unit of at most two letters.</summary>
    private static bool IsFigure(string text)
    {
        var digits = 0;
        var letters = 0;
        foreach (var letter in text)
        {
            if (char.IsAsciiDigit(letter))
                digits++;
            else if (char.IsLetter(letter))
                letters++;
            else if (!" .,:%+-−–/'()\u00A0€$£".Contains(letter, StringComparison.Ordinal))
                return false;
        }

        return digits > 0 && letters <= 2;
    }
}
