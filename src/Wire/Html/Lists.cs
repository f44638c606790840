using AngleSharp.Dom;

namespace Wireroom.Wire.Html;

/// <summary>Lists. Items of a list within the list follow their parent; pictures, tables and the like stand behind the list.</summary>
internal static class Lists
{
    internal static IEnumerable<WireBlock> Read(IElement element, Func<INode, IReadOnlyList<WireBlock>> inside)
    {
        var items = new List<IReadOnlyList<WireRun>>();
        var others = new List<WireBlock>();
        foreach (var child in element.Children)
        {
            Item(inside(child.LocalName == "li" ? child : Alone(child)), items, others);
        }

        return items.Count == 0 ? others : others.Prepend(new WireList(element.LocalName == "ol", items));
    }

    /// <summary>A child that is no item, so that it is read with its own element and not only with its children.</summary>
    private static IElement Alone(IElement child)
    {
        var alone = child.Owner!.CreateElement("li");
        alone.AppendChild(child.Clone());
        return alone;
    }

    private static void Item(IReadOnlyList<WireBlock> blocks, List<IReadOnlyList<WireRun>> items, List<WireBlock> others)
    {
        var runs = new List<WireRun>();
        var nested = new List<IReadOnlyList<WireRun>>();
        foreach (var block in blocks)
        {
            switch (block)
            {
                case WireParagraph paragraph:
                    Join(runs, paragraph.Runs);
                    break;
                case WireHeading heading:
                    Join(runs, heading.Runs);
                    break;
                case WireList list:
                    nested.AddRange(list.Items);
                    break;
                default:
                    others.Add(block);
                    break;
            }
        }

        if (runs.Count > 0)
        {
            items.Add(runs);
        }

        items.AddRange(nested);
    }

    private static void Join(List<WireRun> runs, IReadOnlyList<WireRun> more)
    {
        if (runs.Count > 0)
        {
            runs[^1] = runs[^1] with { Text = runs[^1].Text + "\n" };
        }

        runs.AddRange(more);
    }
}
