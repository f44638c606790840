using Wireroom.Wire.Xml;

namespace Wireroom.Wire.NewsMl1;

/// <summary>What was dropped: NewsML says many things once for each component, and once is enough to show them.</summary>
internal sealed class NewsMl1Dropped
{
    private readonly XmlDropped dropped = new();
    private readonly HashSet<(string Name, string? Value)> once = [];

    internal IReadOnlyList<WireDropped> Values => dropped.All;

    internal void Add(string name, string? value) => dropped.Add(name, value);

    internal void Add(XmlElement element) => dropped.Add(element);

    internal void AddRest(XmlElement element, params ReadOnlySpan<string> read) => dropped.AddRest(element, read);

    /// <summary>Adds a value that was not said under that name before.</summary>
    internal void AddOnce(string name, string? value)
    {
        if (once.Add((name, value)))
        {
            dropped.Add(name, value);
        }
    }
}
