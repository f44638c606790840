using Wireroom.Wire.Html;

namespace Wireroom.Wire.Xml;

/// <summary>What a document held and its item cannot carry, while it is read: elements and attributes by name, each with its value.</summary>
internal sealed class DropList
{
    private const int LongestValue = 1000;

    private readonly List<WireDropped> values = [];
    private readonly HashSet<WireDropped> once = [];

    internal IReadOnlyList<WireDropped> Values => values;

    internal void Add(string name, string? value)
    {
        if (!string.IsNullOrWhiteSpace(value))
        {
            values.Add(new WireDropped(name, value.Length > LongestValue ? value[..LongestValue] + "\u2026" : value));
        }
    }

    /// <summary>Adds a value that was not said under that name before.</summary>
    internal void AddOnce(string name, string? value)
    {
        if (once.Add(new WireDropped(name, value)))
        {
            Add(name, value);
        }
    }

    /// <summary>Adds an element with its attributes and text; one that says nothing itself by its children.</summary>
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

    /// <summary>Adds the attributes that were not read.</summary>
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
