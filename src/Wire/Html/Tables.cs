using System.Globalization;
using AngleSharp.Dom;

namespace Wireroom.Wire.Html;

/// <summary>Tables of figures, told apart from tables for layout.</summary>
internal static class Tables
{
    private const int WidestSpan = 1000;

    /// <summary>The table, or null where it is there for layout only.</summary>
    internal static WireTable? Read(IElement element)
    {
        // HTML, section 4.9.1: role presentation marks layout; so do a table within a table, one column, and cells that hold pictures or lists.
        if (element.GetAttribute("role") is "presentation" or "none" || element.QuerySelector("table, ul, ol, blockquote, img, iframe, h1, h2, h3, p + p") is not null)
        {
            return null;
        }

        var rows = new List<IReadOnlyList<WireCell>>();
        var widest = 0;
        foreach (var row in element.QuerySelectorAll("tr"))
        {
            var cells = row.Children.Where(cell => cell.LocalName is "td" or "th").Select(Cell).ToList();
            if (cells.Any(cell => cell.Text.Length > 0))
            {
                rows.Add(cells);
                widest = Math.Max(widest, cells.Sum(cell => cell.ColumnSpan));
            }
        }

        if (widest < 2)
        {
            return null;
        }

        var caption = Spaces.Collapse(element.QuerySelector("caption")?.TextContent ?? "");
        return new WireTable(rows, caption.Length == 0 ? null : caption);
    }

    private static WireCell Cell(IElement cell) =>
        new(Spaces.Collapse(cell.TextContent), cell.LocalName == "th", Span(cell, "colspan"), Span(cell, "rowspan"));

    private static int Span(IElement cell, string name) =>
        int.TryParse(cell.GetAttribute(name), NumberStyles.None, CultureInfo.InvariantCulture, out var span) ? Math.Clamp(span, 1, WidestSpan) : 1;
}
