using System.Runtime.InteropServices;
using System.Text;

namespace Wireroom.Wire.Xml;

/// <summary>An element with all that is in it, read into memory: an item of a feed, a newsItem of a message.</summary>
public sealed class XmlElement
{
    private readonly XmlAttribute[] attributes;
    private List<XmlElement>? children;

    internal XmlElement(string name, XmlAttribute[] attributes, string? language, Uri? baseAddress)
    {
        Name = name;
        this.attributes = attributes;
        Language = language;
        Base = baseAddress;
    }

    /// <summary>The name as the vocabulary writes it.</summary>
    public string Name { get; }

    /// <summary>The name without prefix or namespace.</summary>
    public string LocalName => Name[(Name.LastIndexOfAny([':', '}']) + 1)..];

    /// <summary>The attributes in order.</summary>
    public IReadOnlyList<XmlAttribute> Attributes => attributes;

    /// <summary>The language in force, or null.</summary>
    public string? Language { get; }

    /// <summary>The base address in force, or null.</summary>
    public Uri? Base { get; }

    /// <summary>The child elements in order.</summary>
    public IReadOnlyList<XmlElement> Children => children ?? (IReadOnlyList<XmlElement>)[];

    /// <summary>The value of an attribute, trimmed; null where it is absent or blank.</summary>
    public string? this[string name]
    {
        get
        {
            foreach (var attribute in attributes)
            {
                if (attribute.Name == name)
                {
                    return string.IsNullOrWhiteSpace(attribute.Value) ? null : attribute.Value.Trim();
                }
            }

            return null;
        }
    }

    /// <summary>All text within, trimmed.</summary>
    public string Text => (children is null ? Head ?? "" : Append(new StringBuilder()).ToString()).Trim();

    /// <summary>All text within, as sent.</summary>
    public string RawText => children is null ? Head ?? "" : Append(new StringBuilder()).ToString();

    /// <summary>All text within, trimmed; null where there is none.</summary>
    public string? TextOrNull => Text is { Length: > 0 } text ? text : null;

    /// <summary>The attributes, to walk over without an enumerator.</summary>
    internal ReadOnlySpan<XmlAttribute> AttributeSpan => attributes;

    /// <summary>The children, to walk over without an enumerator.</summary>
    internal ReadOnlySpan<XmlElement> ChildSpan => CollectionsMarshal.AsSpan(children);

    /// <summary>The text before the first child.</summary>
    internal string? Head { get; set; }

    /// <summary>Characters of a file in Base64 that stood in this element itself and were passed over.</summary>
    internal long Passed { get; set; }

    /// <summary>Characters of the text within, with those that were passed over.</summary>
    internal long Length => RawText.AsSpan().Trim().Length + Passed + Descendants().Sum(element => element.Passed);

    /// <summary>The text behind this element, before the next.</summary>
    internal string? Tail { get; set; }

    /// <summary>The first child of that name, or null.</summary>
    public XmlElement? Child(string name)
    {
        foreach (var child in ChildSpan)
        {
            if (child.Name == name)
            {
                return child;
            }
        }

        return null;
    }

    /// <summary>The children of that name.</summary>
    public IEnumerable<XmlElement> All(string name) => Children.Where(child => child.Name == name);

    /// <summary>The first element of that path of names, parted by strokes, or null.</summary>
    public XmlElement? Find(string path)
    {
        var found = this;
        foreach (var name in path.Split('/'))
        {
            found = found?.Child(name);
        }

        return found;
    }

    /// <summary>Every element within, at any depth, in document order.</summary>
    public IEnumerable<XmlElement> Descendants() => Children.SelectMany(child => child.Descendants().Prepend(child));

    internal void Add(XmlElement child) => (children ??= []).Add(child);

    private StringBuilder Append(StringBuilder text)
    {
        text.Append(Head);
        foreach (var child in ChildSpan)
        {
            child.Append(text).Append(child.Tail);
        }

        return text;
    }
}
