using System.Globalization;
using System.Xml;
using Wireroom.Wire.Html;
using Wireroom.Wire.Xml;

namespace Wireroom.Wire.NewsMlG2;

/// <summary>Writes the copy as XHTML within inlineXML.</summary>
internal sealed class NewsMlG2BodyOut(XmlWriter xml, WireLosses losses)
{
    internal void Write(WireItem item)
    {
        xml.Start("inlineXML");
        xml.WriteAttributeString("contenttype", "application/xhtml+xml");
        xml.Attribute("wordcount", item.WordCount is >= 0 ? item.WordCount.Value.ToString(CultureInfo.InvariantCulture) : null);
        Open("html");
        Open("head");
        Open("title");
        xml.WriteString(XmlOut.Clean(item.Headline ?? ""));
        xml.WriteEndElement();
        xml.WriteEndElement();
        Open("body");
        foreach (var block in item.Body)
        {
            Block(block, item);
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
        if (item.Body.Count > 1 && item.Body[0] is WireHeading or WireParagraph && PlainText.Write([item.Body[0]]) is { Length: > 0 } first && (first == item.Byline || item.Headlines.Any(headline => headline.Text == first)))
        {
            losses.Lose(item, "body", "a first line that repeats the headline or byline");
        }

        if (NewsMlG2Copy.HoldsReferences(PlainText.Write(item.Body)))
        {
            losses.Lose(item, "body", "references of HTML that stand for themselves; who reads them resolves them");
        }
    }

    private void Block(WireBlock block, WireItem item)
    {
        switch (block)
        {
            case WireParagraph paragraph:
                Runs("p", paragraph.Runs);
                break;
            case WireHeading heading:
                Runs(string.Create(CultureInfo.InvariantCulture, $"h{Math.Clamp(heading.Level, 2, 4)}"), heading.Runs);
                break;
            case WireQuote quote:
                Open("blockquote");
                foreach (var paragraph in quote.Paragraphs)
                {
                    Runs("p", paragraph);
                }

                Text("footer", quote.Attribution);
                xml.WriteEndElement();
                break;
            case WireList list:
                Open(list.Numbered ? "ol" : "ul");
                foreach (var line in list.Items)
                {
                    Runs("li", line);
                }

                xml.WriteEndElement();
                break;
            case WireTable table:
                Table(table);
                break;
            case WirePreformatted preformatted:
                // Read as HTML, the first line end in a pre is dropped (HTML, section 13.1.2.5).
                Text("pre", preformatted.Text.StartsWith('\n') ? "\n" + preformatted.Text : preformatted.Text);
                break;
            case WirePicture picture:
                Picture(picture.Media, item);
                break;
            case WireEmbed embed:
                Open("p");
                xml.WriteAttributeString("class", "embed");
                Open("a");
                xml.WriteAttributeString("href", XmlOut.Clean(embed.Href));
                xml.WriteString(XmlOut.Clean(embed.Title ?? embed.Href));
                xml.WriteEndElement();
                xml.WriteEndElement();
                break;
            default:
                break;
        }
    }

    private void Table(WireTable table)
    {
        Open("table");
        Text("caption", table.Caption);
        foreach (var row in table.Rows)
        {
            Open("tr");
            foreach (var cell in row)
            {
                Open(cell.IsHeading ? "th" : "td");
                xml.Attribute("colspan", cell.ColumnSpan > 1 ? cell.ColumnSpan.ToString(CultureInfo.InvariantCulture) : null);
                xml.Attribute("rowspan", cell.RowSpan > 1 ? cell.RowSpan.ToString(CultureInfo.InvariantCulture) : null);
                xml.WriteString(XmlOut.Clean(cell.Text));
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private void Picture(WireMedia media, WireItem item)
    {
        if (SafeAddress.File(media.Href, null) is null)
        {
            losses.Lose(item, "body", "a picture without an address");
            return;
        }

        Open("figure");
        Open("img");
        xml.Attribute("src", media.Href);
        xml.WriteAttributeString("alt", XmlOut.Clean(media.AltText ?? ""));
        xml.Attribute("width", media.Width?.ToString(CultureInfo.InvariantCulture));
        xml.Attribute("height", media.Height?.ToString(CultureInfo.InvariantCulture));
        xml.WriteEndElement();
        if (media.Caption is not null || media.Credit is not null)
        {
            Open("figcaption");
            xml.WriteString(XmlOut.Clean(media.Caption is null ? "" : media.Caption + (media.Credit is null ? "" : " ")));
            if (media.Credit is not null)
            {
                Open("span");
                xml.WriteAttributeString("class", "credit");
                xml.WriteString(XmlOut.Clean(media.Credit));
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private void Runs(string element, IReadOnlyList<WireRun> runs)
    {
        Open(element);

        // An empty text keeps the writer from indenting mixed content.
        xml.WriteString("");
        foreach (var run in runs)
        {
            Run(run);
        }

        xml.WriteEndElement();
    }

    private void Run(WireRun run)
    {
        var open = 0;
        if (run.Href is not null)
        {
            Open("a");
            xml.WriteAttributeString("href", XmlOut.Clean(run.Href));
            open++;
        }

        foreach (var (style, name) in ((WireStyle, string)[])[(WireStyle.Bold, "b"), (WireStyle.Italic, "i"), (WireStyle.Superscript, "sup"), (WireStyle.Subscript, "sub")])
        {
            if (run.Style.HasFlag(style))
            {
                Open(name);
                open++;
            }
        }

        foreach (var (at, line) in run.Text.Split('\n').Index())
        {
            if (at > 0)
            {
                Open("br");
                xml.WriteEndElement();
            }

            xml.WriteString(XmlOut.Clean(line));
        }

        for (; open > 0; open--)
        {
            xml.WriteEndElement();
        }
    }

    private void Open(string name) => xml.WriteStartElement(name, NewsMlG2Reader.Xhtml);

    private void Text(string name, string? text) => xml.Text(name, text, null, NewsMlG2Reader.Xhtml);
}
