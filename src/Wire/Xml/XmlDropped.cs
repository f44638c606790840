using Wireroom.Wire.Html;

namespace Wireroom.Wire.Xml;

/// <summary>What the elements and attributes of a document said and an item has no place for, in document order.</summary>
internal sealed class XmlDropped
{
    private const int LongestValue = 1000;

    private readonly List<WireDropped> all = [];

    internal IReadOnlyList<WireDropped> All => all;

    internal void Add(string name, string? value)
    {
        if (!string.IsNullOrWhiteSpace(value))
        {
            all.Add(new WireDropped(name, value.Length > LongestValue ? value[..LongestValue] + "\u2026" : value));
        }
    }

    /// <summary>Drops an element with its attributes and text.</summary>
    internal void Add(XmlElement element)
    {
        var said = element.Attributes.Where(attribute => attribute.Name is not ("id" or "class") && !attribute.Name.StartsWith("xml", StringComparison.Ordinal)).Select(attribute => $"{attribute.Name}={attribute.Value}");
        var value = string.Join(' ', said.Append(Spaces.Collapse(element.RawText)).Where(text => text.Length > 0));
        if (value.Length == 0 && element.Children.Count > 0)
        {
            foreach (var child in element.Children)
            {
                Add(child);
            }
        }
        else
        {
            Add(element.LocalName, value);
        }
    }

    /// <summary>Drops the attributes that were not read.</summary>
    internal void AddRest(XmlElement element, params ReadOnlySpan<string> read)
    {
        foreach (var attribute in element.Attributes)
        {
            if (!read.Contains(attribute.Name) && attribute.Name is not ("id" or "class" or "style" or "type") && !attribute.Name.StartsWith("xml", StringComparison.Ordinal))
            {
                Add($"{element.LocalName}.{attribute.Name}", attribute.Value);
            }
        }
    }
}
