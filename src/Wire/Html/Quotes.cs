using AngleSharp.Dom;

namespace Wireroom.Wire.Html;

/// <summary>Set-off quotations. Where one holds more than copy, that follows behind it.</summary>
internal static class Quotes
{
    internal static IEnumerable<WireBlock> Read(IElement element, Func<INode, IReadOnlyList<WireBlock>> inside)
    {
        // HTML, section 4.4.4: the attribution stands in a footer or cite element.
        var speaker = element.QuerySelector("footer") ?? element.QuerySelector(":scope > cite") ?? element.QuerySelector("p:last-child > cite:only-child");
        var attribution = speaker is null ? null : Spaces.Collapse(speaker.TextContent).TrimStart('\u2014', '\u2013', '-', ' ');
        if (string.IsNullOrEmpty(attribution))
        {
            attribution = null;
        }
        else
        {
            speaker!.Remove();
        }

        return Of(inside(element), attribution);
    }

    /// <summary>The blocks of a quotation as one, with its speaker where one is known.</summary>
    internal static IEnumerable<WireBlock> Of(IReadOnlyList<WireBlock> blocks, string? attribution)
    {
        var paragraphs = new List<IReadOnlyList<WireRun>>();
        var others = new List<WireBlock>();
        foreach (var block in blocks)
        {
            switch (block)
            {
                case WireParagraph paragraph:
                    paragraphs.Add(paragraph.Runs);
                    break;
                case WireHeading heading:
                    paragraphs.Add(heading.Runs);
                    break;
                case WireQuote quote:
                    paragraphs.AddRange(quote.Paragraphs);
                    attribution ??= quote.Attribution;
                    break;
                default:
                    others.Add(block);
                    break;
            }
        }

        return paragraphs.Count == 0 ? others : others.Prepend(new WireQuote(paragraphs, attribution));
    }
}
