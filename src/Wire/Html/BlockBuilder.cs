using AngleSharp.Dom;

namespace Wireroom.Wire.Html;

/// <summary>Walks a tree of HTML and lays down blocks. What is not named here comes through as its text only.</summary>
internal sealed class BlockBuilder(Uri? baseAddress)
{
    private const int DeepestWalk = 500;

    private readonly List<WireBlock> blocks = [];
    private readonly RunBuilder runs = new();
    private int depth;

    internal void Children(INode node, WireStyle style, string? href)
    {
        if (++depth > DeepestWalk)
        {
            runs.Append(node.TextContent, style, href);
        }
        else
        {
            foreach (var child in node.ChildNodes)
            {
                if (child is IText text)
                {
                    runs.Append(text.Data, style, href);
                }
                else if (child is IElement element)
                {
                    Element(element, style, href);
                }
            }
        }

        depth--;
    }

    internal IReadOnlyList<WireBlock> Finish()
    {
        Paragraph();
        return blocks;
    }

    private void Element(IElement element, WireStyle style, string? href)
    {
        switch (element.LocalName)
        {
            case "script" or "style" or "template" or "noscript" or "head" or "svg" or "canvas" or "map" or "title" or "link" or "meta":
            case "button" or "input" or "select" or "textarea" or "datalist" or "dialog":
                break;
            case "b" or "strong":
                Children(element, style | WireStyle.Bold, href);
                break;
            case "i" or "em" or "cite" or "dfn" or "var":
                Children(element, style | WireStyle.Italic, href);
                break;
            case "sup":
                Children(element, style | WireStyle.Superscript, href);
                break;
            case "sub":
                Children(element, style | WireStyle.Subscript, href);
                break;
            case "a":
                Children(element, style, SafeAddress.Link(element.GetAttribute("href"), baseAddress) ?? href);
                break;
            case "br":
                if (!runs.Break())
                {
                    Paragraph();
                }

                break;
            case "p" when element.ClassList.Contains("embed") && Embeds.OfParagraph(element, baseAddress) is { } embed:
                Add(embed);
                break;
            case "h1" or "h2":
                Heading(element, 2);
                break;
            case "h3":
                Heading(element, 3);
                break;
            case "h4" or "h5" or "h6":
                Heading(element, 4);
                break;
            case "blockquote":
                Add(Quotes.Read(element, Inside));
                break;
            case "ul" or "ol" or "menu" or "dir":
                Add(Lists.Read(element, Inside));
                break;
            case "table":
                Table(element);
                break;
            case "pre" or "listing" or "xmp" or "plaintext":
                Preformatted(element);
                break;
            case "figure":
                Add(Figures.Read(element, Inside, baseAddress));
                break;
            case "picture" when element.QuerySelector("img") is null:
                break;
            case "img" or "image":
                Picture(element, style, href);
                break;
            case "iframe" or "frame" or "object" or "embed" or "video" or "audio":
                Embed(element);
                break;
            default:
                Other(element, style, href);
                break;
        }
    }

    private void Other(IElement element, WireStyle style, string? href)
    {
        if (!BlockElements.Contains(element.LocalName))
        {
            Children(element, style, href);
            return;
        }

        Paragraph();
        Children(element, element.LocalName == "dt" ? style | WireStyle.Bold : style, href);
        Paragraph();
    }

    private void Heading(IElement element, int level)
    {
        // Even an empty one parts what stands before it from what follows.
        Paragraph();
        foreach (var block in Inside(element))
        {
            Add(block is WireParagraph paragraph ? new WireHeading(paragraph.Runs, level) : block);
        }
    }

    private void Table(IElement element)
    {
        if (Tables.Read(element) is { } table)
        {
            Add(table);
        }
        else
        {
            // A table for layout: its cells hold blocks.
            Paragraph();
            Children(element, WireStyle.None, null);
            Paragraph();
        }
    }

    private void Preformatted(IElement element)
    {
        var text = element.TextContent.Replace("\r\n", "\n", StringComparison.Ordinal).TrimEnd();
        Paragraph();
        if (text.AsSpan().Trim().Length > 0)
        {
            Add(new WirePreformatted(text));
        }
    }

    private void Picture(IElement element, WireStyle style, string? href)
    {
        if (Figures.IsGlyph(element.GetAttribute))
        {
            runs.Append(element.GetAttribute("alt"), style, href);
        }
        else if (Figures.Picture(element.GetAttribute, baseAddress) is { } media)
        {
            Add(new WirePicture(media));
        }
    }

    private void Embed(IElement element)
    {
        if (Embeds.Of(element, baseAddress) is { } embed)
        {
            Add(embed);
        }
        else if (element.LocalName is not ("iframe" or "frame"))
        {
            Children(element, WireStyle.None, null);
        }

        // A frame that is never closed has swallowed the copy behind it.
        if (element.LocalName == "iframe" && depth < DeepestWalk && element.TextContent is var swallowed && HtmlBody.LooksLikeMarkup(swallowed))
        {
            depth += 50;
            Children(HtmlBody.Parse(swallowed), WireStyle.None, null);
            depth -= 50;
        }
    }

    private IReadOnlyList<WireBlock> Inside(INode node)
    {
        if (depth >= DeepestWalk)
        {
            return PlainText.Read(node.TextContent);
        }

        var inside = new BlockBuilder(baseAddress) { depth = depth };
        inside.Children(node, WireStyle.None, null);
        return inside.Finish();
    }

    private void Add(WireBlock block)
    {
        Paragraph();
        blocks.Add(block);
    }

    private void Add(IEnumerable<WireBlock> several)
    {
        Paragraph();
        blocks.AddRange(several);
    }

    private void Paragraph()
    {
        if (runs.Take() is { } taken)
        {
            blocks.Add(new WireParagraph(taken));
        }
    }
}
