using System.Buffers;
using System.Collections.Frozen;
using System.Text;

namespace Wireroom.Wire.Html;

/// <content>Elements as they begin and end. What is open is a stack of frames; blocks that are read go behind each other into one list.</content>
internal sealed partial class SimpleHtml
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Attributes = FrozenSet
        .Create(StringComparer.OrdinalIgnoreCase, "href", "src", "data-src", "data-original", "data-lazy-src", "srcset", "data-srcset", "width", "height", "alt", "class", "title")
        .GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly SearchValues<char> EndOfName = SearchValues.Create(" \t\n\r\f/>");

    private bool Start(ref ReadOnlySpan<char> html)
    {
        var length = html.IndexOfAny(EndOfName);
        if (length < 0 || SimpleElement.Of(html[..length]) is not { } element)
        {
            return false;
        }

        var asks = figure is not null || element.Kind is SimpleKind.Link or SimpleKind.Picture or SimpleKind.Frame or SimpleKind.Paragraph;
        var tag = new SimpleTag(html[length..]);
        attributes.Clear();
        while (tag.Next(out var name, out var value))
        {
            if (asks && Attributes.TryGetValue(name, out var known))
            {
                if (SimpleTag.Decoded(value) is not { } decoded)
                {
                    return false;
                }

                attributes.Add((known, decoded));
            }
        }

        html = tag.Rest;
        if (tag.IsBroken || (tag.ClosesItself && !element.IsVoid))
        {
            return false;
        }

        return figure is not null ? StartInFigure(element) : element.Kind == SimpleKind.Frame ? Embed(ref html) : Start(element);
    }

    private bool Start(SimpleElement element)
    {
        // Who said a quotation is sought in these by the parser's way.
        if ((quotes > 0 && element.Name is "cite" or "footer") || (Innermost == SimpleKind.List && element.Kind != SimpleKind.Item))
        {
            return false;
        }

        switch (element.Kind)
        {
            case SimpleKind.Inline:
                return Push(element, Style | element.Style, Href);
            case SimpleKind.Link:
                return !IsOpen(SimpleKind.Link) && Push(element, Style, SafeAddress.Link(attribute("href"), baseAddress) ?? Href);
            case SimpleKind.Break:
                if (!runs.Break())
                {
                    Paragraph();
                }

                return true;
            case SimpleKind.Nothing:
                return true;
            case SimpleKind.Picture:
                Picture();
                return true;
            case SimpleKind.Item:
                return (Innermost != SimpleKind.Paragraph || Pop()) && (Innermost != SimpleKind.Item || Pop()) && Innermost == SimpleKind.List && Push(element, WireStyle.None, null);
            case SimpleKind.Caption:
                return false;
            case SimpleKind.Paragraph when attribute("class")?.Contains("embed", StringComparison.OrdinalIgnoreCase) == true:
                return false;
            default:
                return Block(element);
        }
    }

    /// <summary>A block ends the paragraph before it (HTML, section 13.2.6.4.7); one within a link or a style is for the parser.</summary>
    private bool Block(SimpleElement element)
    {
        if ((Innermost == SimpleKind.Paragraph && !Pop()) || (depth > 0 && !open[depth - 1].Element.HoldsBlocks))
        {
            return false;
        }

        Paragraph();
        if (element.Kind == SimpleKind.Rule)
        {
            return true;
        }

        quotes += element.Kind == SimpleKind.Quote ? 1 : 0;
        figure = element.Kind == SimpleKind.Figure ? [] : null;
        return Push(element, WireStyle.None, null);
    }

    private bool StartInFigure(SimpleElement element)
    {
        switch (element.Kind)
        {
            case SimpleKind.Inline or SimpleKind.Link when caption is not null:
                // A credit within the caption is told by its class or element.
                return element.Name != "cite" && attribute("class") is null && Push(element, WireStyle.None, null);
            case SimpleKind.Break or SimpleKind.Nothing when caption is not null:
                return true;
            case SimpleKind.Division or SimpleKind.Inline or SimpleKind.Link when caption is null:
                return Push(element, WireStyle.None, null);
            case SimpleKind.Picture when caption is null:
                if (Figures.Picture(attribute, baseAddress) is { } media)
                {
                    figure!.Add(media);
                }

                return true;
            case SimpleKind.Caption when caption is null && !captioned:
                caption = new StringBuilder();
                captioned = true;
                return Push(element, WireStyle.None, null);
            default:
                return false;
        }
    }

    private bool Embed(ref ReadOnlySpan<char> html)
    {
        if (Innermost == SimpleKind.List || !html.StartsWith("</iframe>", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        html = html["</iframe>".Length..];
        if (Embeds.Frame(attribute, baseAddress) is { } embed)
        {
            Paragraph();
            blocks.Add(embed);
        }

        return true;
    }

    private void Picture()
    {
        if (Figures.IsGlyph(attribute))
        {
            runs.Append(attribute("alt"), Style, Href);
        }
        else if (Figures.Picture(attribute, baseAddress) is { } media)
        {
            Paragraph();
            blocks.Add(new WirePicture(media));
        }
    }

    /// <summary>An end tag ends the innermost element, or with a block the paragraph and item that were left open in it.</summary>
    private bool End(ReadOnlySpan<char> name)
    {
        if (SimpleElement.Of(name.TrimEnd(" \t\n\r\f")) is not { } element)
        {
            return false;
        }

        var at = depth - 1;
        while (at >= 0 && open[at].Element != element)
        {
            var within = open[at--].Element;
            if (!within.EndsWithOthers || !(element.HoldsBlocks || element.Kind == SimpleKind.List) || (element.Kind == SimpleKind.Item && within.Kind == SimpleKind.Item))
            {
                return false;
            }
        }

        while (at >= 0 && depth > at)
        {
            if (!Pop())
            {
                return false;
            }
        }

        return at >= 0;
    }

    private bool Push(SimpleElement element, WireStyle style, string? href)
    {
        if (depth == DeepestNesting)
        {
            return false;
        }

        open[depth++] = new Frame(element, style, href, blocks.Count, element.Kind == SimpleKind.List ? new ListItems() : null);
        return true;
    }

    /// <summary>Ends the innermost element; false where it cannot be said here what it is.</summary>
    private bool Pop()
    {
        var frame = open[--depth];
        switch (frame.Element.Kind)
        {
            case SimpleKind.Paragraph or SimpleKind.Division when figure is null:
                Paragraph();
                return true;
            case SimpleKind.Heading:
                foreach (var block in Taken(frame))
                {
                    blocks.Add(block is WireParagraph paragraph ? new WireHeading(paragraph.Runs, frame.Element.Level) : block);
                }

                return true;
            case SimpleKind.Item:
                open[depth - 1].Items!.Take(Taken(frame));
                return true;
            case SimpleKind.List:
                blocks.AddRange(frame.Items!.Blocks(frame.Element.Name == "ol"));
                return true;
            case SimpleKind.Quote:
                quotes--;
                blocks.AddRange(Quotes.Of(Taken(frame), attribution: null));
                return true;
            case SimpleKind.Caption:
                words = Spaces.Collapse(caption!.ToString());
                caption = null;
                return true;
            case SimpleKind.Figure:
                var pictures = figure!;
                blocks.AddRange(Figures.Captioned(pictures, words, credit: null));
                (figure, words, captioned) = (null, "", false);
                return pictures.Count > 0;
            default:
                return true;
        }
    }

    /// <summary>The blocks that were read within the frame, taken out again.</summary>
    private List<WireBlock> Taken(Frame frame)
    {
        Paragraph();
        var taken = blocks.GetRange(frame.Start, blocks.Count - frame.Start);
        blocks.RemoveRange(frame.Start, taken.Count);
        return taken;
    }

    private bool IsOpen(SimpleKind kind)
    {
        for (var at = 0; at < depth; at++)
        {
            if (open[at].Element.Kind == kind)
            {
                return true;
            }
        }

        return false;
    }

    private string? AttributeOf(string name)
    {
        foreach (var (known, value) in attributes)
        {
            if (known == name)
            {
                return value;
            }
        }

        return null;
    }

    private readonly record struct Frame(SimpleElement Element, WireStyle Style, string? Href, int Start, ListItems? Items);
}
