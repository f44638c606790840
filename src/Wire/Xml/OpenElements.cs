namespace Wireroom.Wire.Xml;

/// <summary>An element that is open: its name as sent and as the vocabulary writes it, and what is in force within it.</summary>
internal readonly record struct OpenElement(string Raw, string Name, XmlScope Scope, string? Language, Uri? Base);

/// <summary>The elements that are open, the root first. Hands them out by reference: they are looked at for every tag.</summary>
internal sealed class OpenElements
{
    private OpenElement[] items = new OpenElement[16];

    internal int Count { get; private set; }

    internal ref readonly OpenElement this[int at] => ref items[at];

    internal void Push(string raw, string name, XmlScope scope, string? language, Uri? baseAddress)
    {
        if (Count == items.Length)
        {
            Array.Resize(ref items, Count * 2);
        }

        items[Count++] = new OpenElement(raw, name, scope, language, baseAddress);
    }

    internal void Pop() => Count--;
}
