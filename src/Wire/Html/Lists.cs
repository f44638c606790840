using AngleSharp.Dom;

namespace Wireroom.Wire.Html;

/// <summary>Lists.</summary>
internal static class Lists
{
    internal static IEnumerable<WireBlock> Read(IElement element, Func<INode, IReadOnlyList<WireBlock>> inside)
    {
        var items = new ListItems();
        foreach (var child in element.Children.ToArray())
        {
            items.Take(inside(child.LocalName == "li" ? child : Alone(child)));
        }

        return items.Blocks(element.LocalName == "ol");
    }

    /// <summary>
    /// A child that is no item, so that it is read with its own element and not only with its children. It is moved, not copied: lists directly within
    /// lists would be copied once for each level.
    /// </summary>
    private static IElement Alone(IElement child)
    {
        var alone = child.Owner!.CreateElement("li");
        alone.AppendChild(child);
        return alone;
    }
}
