using System.Xml;
using Wireroom.Wire.Xml;

namespace Wireroom.Wire.Nitf;

/// <summary>Writes the body: head, copy, and the media that have no place in the copy.</summary>
internal sealed class NitfBodyOut(XmlWriter xml, WireLosses losses)
{
    internal void Write(WireItem item)
    {
        xml.WriteStartElement("body", NitfReader.Namespace);
        xml.WriteStartElement("body.head", NitfReader.Namespace);
        Headlines(item);
        xml.Text("byline", item.Byline, null, NitfReader.Namespace);
        xml.Text("distributor", item.Provider, null, NitfReader.Namespace);
        xml.Text("dateline", item.Dateline, null, NitfReader.Namespace);
        if (item.Standfirst is not null)
        {
            xml.WriteStartElement("abstract", NitfReader.Namespace);
            foreach (var paragraph in item.Standfirst.Split("\n\n"))
            {
                xml.Line("p", paragraph.Trim('\n'));
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteStartElement("body.content", NitfReader.Namespace);
        var media = new NitfMediaOut(xml, losses);
        var placed = item.Body.OfType<WirePicture>().Select(picture => picture.Media).ToList();
        foreach (var block in item.Body)
        {
            if (block is WirePicture picture)
            {
                media.Write(item, picture.Media, item.Media.Contains(picture.Media) ? null : NitfMedia.Within);
            }
            else
            {
                Block(block, item);
            }
        }

        foreach (var file in item.Media.Where(file => !placed.Contains(file)))
        {
            media.Write(item, file, NitfMedia.Beside);
        }

        xml.WriteEndElement();
        xml.WriteEndElement();

        // Those in the copy come first when it is read again.
        if (!placed.Where(item.Media.Contains).Concat(item.Media.Where(file => !placed.Contains(file))).SequenceEqual(item.Media))
        {
            losses.Lose(item, "media", "the order of files apart from their places in the copy");
        }
    }

    private void Headlines(WireItem item)
    {
        var lines = item.Headlines.Where(headline => headline.Role != "title").ToList();
        var title = item.Headlines.FirstOrDefault(headline => headline.Role == "title");
        if (lines.Count > 0)
        {
            xml.WriteStartElement("hedline", NitfReader.Namespace);
            for (var at = 0; at < lines.Count; at++)
            {
                xml.WriteStartElement(at == 0 ? "hl1" : "hl2", NitfReader.Namespace);
                xml.Attribute("class", lines[at].Role == (at == 0 ? "main" : "subtitle") ? null : lines[at].Role);
                if (lines[at].Language is { Length: > 0 } language)
                {
                    xml.WriteAttributeString("xml", "lang", null, XmlOut.Clean(language));
                }

                xml.WriteString(XmlOut.Clean(lines[at].Text));
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        if (title is not null && (lines.Count == 0 || item.Headlines[^1] != title || title.Language is not null || lines.Any(line => line.Text == title.Text) || item.Headlines.Count != lines.Count + 1))
        {
            losses.Lose(item, "headlines", "the place and language of a title beside the headlines");
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
                Runs("hl2", heading.Runs);
                if (heading.Level > 2)
                {
                    losses.Lose(item, "body", "headings below the second level");
                }

                break;
            case WireQuote quote:
                xml.WriteStartElement("bq", NitfReader.Namespace);
                xml.WriteStartElement("block", NitfReader.Namespace);
                foreach (var paragraph in quote.Paragraphs)
                {
                    Runs("p", paragraph);
                }

                xml.WriteEndElement();
                xml.Text("credit", quote.Attribution, null, NitfReader.Namespace);
                xml.WriteEndElement();
                break;
            case WireList list when list.Items.Count > 0:
                xml.WriteStartElement(list.Numbered ? "ol" : "ul", NitfReader.Namespace);
                foreach (var line in list.Items)
                {
                    Runs("li", line);
                }

                xml.WriteEndElement();
                break;
            case WireTable table when table.Rows.Any(row => row.Count > 0):
                Table(table);
                break;
            case WirePreformatted preformatted:
                xml.Text("pre", preformatted.Text, null, NitfReader.Namespace);
                break;
            case WireEmbed embed:
                // NITF has no frames: a paragraph that is a link.
                Runs("p", [new WireRun(embed.Title ?? embed.Href, WireStyle.None, embed.Href)]);
                losses.Lose(item, "body", "what is embedded of another site; a link stands in its place");
                break;
            default:
                break;
        }
    }

    private void Table(WireTable table)
    {
        xml.WriteStartElement("table", NitfReader.Namespace);
        xml.Text("caption", table.Caption, null, NitfReader.Namespace);
        foreach (var row in table.Rows.Where(row => row.Count > 0))
        {
            xml.WriteStartElement("tr", NitfReader.Namespace);
            foreach (var cell in row)
            {
                xml.WriteStartElement(cell.IsHeading ? "th" : "td", NitfReader.Namespace);
                xml.Attribute("colspan", cell.ColumnSpan > 1 ? cell.ColumnSpan.ToString(System.Globalization.CultureInfo.InvariantCulture) : null);
                xml.Attribute("rowspan", cell.RowSpan > 1 ? cell.RowSpan.ToString(System.Globalization.CultureInfo.InvariantCulture) : null);
                xml.WriteString(XmlOut.Clean(cell.Text));
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private void Runs(string element, IReadOnlyList<WireRun> runs)
    {
        xml.WriteStartElement(element, NitfReader.Namespace);

        // An empty text keeps the writer from indenting mixed content.
        xml.WriteString("");
        foreach (var run in runs)
        {
            Run(run);
        }

        xml.WriteEndElement();
    }

    /// <summary>A run. Superscripts and subscripts are figures of a num in NITF; emphasis within them has no place.</summary>
    private void Run(WireRun run)
    {
        var open = 0;
        if (run.Href is not null)
        {
            xml.WriteStartElement("a", NitfReader.Namespace);
            xml.Attribute("href", run.Href);
            open++;
        }

        foreach (var (style, mark) in ((WireStyle, string)[])[(WireStyle.Bold, "bold"), (WireStyle.Italic, "italic")])
        {
            if (run.Style.HasFlag(style))
            {
                xml.WriteStartElement("em", NitfReader.Namespace);
                xml.Attribute("class", mark);
                open++;
            }
        }

        foreach (var (style, name) in ((WireStyle, string)[])[(WireStyle.Superscript, "sup"), (WireStyle.Subscript, "sub")])
        {
            if (run.Style.HasFlag(style) && !(name == "sub" && run.Style.HasFlag(WireStyle.Superscript)))
            {
                xml.WriteStartElement("num", NitfReader.Namespace);
                xml.WriteStartElement(name, NitfReader.Namespace);
                open += 2;
            }
        }

        if ((run.Style & (WireStyle.Superscript | WireStyle.Subscript)) != 0)
        {
            xml.WriteString(XmlOut.Clean(run.Text.Replace('\n', ' ')));
        }
        else
        {
            xml.Lines(run.Text);
        }

        for (; open > 0; open--)
        {
            xml.WriteEndElement();
        }
    }
}
