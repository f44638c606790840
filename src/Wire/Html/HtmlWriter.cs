using System.Globalization;
using System.Text;

namespace Wireroom.Wire.Html;

/// <summary>Blocks to an HTML fragment that reads back as the same blocks.</summary>
internal static class HtmlWriter
{
    internal static string Write(IReadOnlyList<WireBlock> blocks)
    {
        var html = new StringBuilder();
        foreach (var block in blocks)
        {
            Append(block, html);
        }

        return html.ToString();
    }

    private static void Append(WireBlock block, StringBuilder html)
    {
        switch (block)
        {
            case WireParagraph paragraph:
                Runs("p", paragraph.Runs, html);
                break;
            case WireHeading heading:
                Runs(string.Create(CultureInfo.InvariantCulture, $"h{Math.Clamp(heading.Level, 2, 4)}"), heading.Runs, html);
                break;
            case WireQuote quote:
                html.Append("<blockquote>");
                foreach (var paragraph in quote.Paragraphs)
                {
                    Runs("p", paragraph, html);
                }

                Text("<footer>", quote.Attribution, "</footer>", html);
                html.Append("</blockquote>");
                break;
            case WireList list:
                html.Append(list.Numbered ? "<ol>" : "<ul>");
                foreach (var item in list.Items)
                {
                    Runs("li", item, html);
                }

                html.Append(list.Numbered ? "</ol>" : "</ul>");
                break;
            case WireTable table:
                Table(table, html);
                break;
            case WirePreformatted preformatted:
                // A browser drops the first line end in a pre (HTML, section 13.1.2.5).
                Text("<pre>\n", preformatted.Text, "</pre>", html);
                break;
            case WirePicture picture:
                Picture(picture.Media, html);
                break;
            case WireEmbed embed:
                html.Append("<p class=\"embed\"><a href=\"");
                HtmlText.Encode(embed.Href, html);
                Text("\">", embed.Title ?? embed.Href, "</a></p>", html);
                break;
            default:
                break;
        }
    }

    private static void Runs(string element, IReadOnlyList<WireRun> runs, StringBuilder html)
    {
        html.Append('<').Append(element).Append('>');
        foreach (var run in runs)
        {
            Run(run, html);
        }

        html.Append("</").Append(element).Append('>');
    }

    private static void Run(WireRun run, StringBuilder html)
    {
        if (run.Href is not null)
        {
            html.Append("<a href=\"");
            HtmlText.Encode(run.Href, html);
            html.Append("\">");
        }

        Open(run.Style, WireStyle.Bold, "<b>", html);
        Open(run.Style, WireStyle.Italic, "<i>", html);
        Open(run.Style, WireStyle.Superscript, "<sup>", html);
        Open(run.Style, WireStyle.Subscript, "<sub>", html);
        var lines = run.Text.AsSpan();
        for (var at = lines.IndexOf('\n'); at >= 0; at = lines.IndexOf('\n'))
        {
            HtmlText.Encode(lines[..at], html);
            html.Append("<br>");
            lines = lines[(at + 1)..];
        }

        HtmlText.Encode(lines, html);
        Open(run.Style, WireStyle.Subscript, "</sub>", html);
        Open(run.Style, WireStyle.Superscript, "</sup>", html);
        Open(run.Style, WireStyle.Italic, "</i>", html);
        Open(run.Style, WireStyle.Bold, "</b>", html);
        html.Append(run.Href is null ? "" : "</a>");
    }

    private static void Table(WireTable table, StringBuilder html)
    {
        html.Append("<table>");
        Text("<caption>", table.Caption, "</caption>", html);
        foreach (var row in table.Rows)
        {
            html.Append("<tr>");
            foreach (var cell in row)
            {
                html.Append(cell.IsHeading ? "<th" : "<td");
                Number(" colspan=\"", cell.ColumnSpan > 1 ? cell.ColumnSpan : null, html);
                Number(" rowspan=\"", cell.RowSpan > 1 ? cell.RowSpan : null, html);
                Text(">", cell.Text, cell.IsHeading ? "</th>" : "</td>", html);
            }

            html.Append("</tr>");
        }

        html.Append("</table>");
    }

    private static void Picture(WireMedia media, StringBuilder html)
    {
        html.Append("<figure><img");
        Text(" src=\"", media.Href, "\"", html);
        Text(" alt=\"", media.AltText ?? "", "\"", html);
        Number(" width=\"", media.Width, html);
        Number(" height=\"", media.Height, html);
        html.Append('>');
        if (media.Caption is not null || media.Credit is not null)
        {
            html.Append("<figcaption>");
            Text("", media.Caption, media.Credit is null ? "" : " ", html);
            Text("<span class=\"credit\">", media.Credit, "</span>", html);
            html.Append("</figcaption>");
        }

        html.Append("</figure>");
    }

    private static void Open(WireStyle style, WireStyle flag, string tag, StringBuilder html) => html.Append((style & flag) != 0 ? tag : "");

    private static void Number(string before, int? number, StringBuilder html)
    {
        if (number is not null)
        {
            html.Append(before).Append(number.Value).Append('"');
        }
    }

    private static void Text(string before, string? text, string after, StringBuilder html)
    {
        if (text is not null)
        {
            html.Append(before);
            HtmlText.Encode(text, html);
            html.Append(after);
        }
    }
}
