using System.Collections.Frozen;

namespace Wireroom.Wire.Html;

/// <summary>What an element is to <see cref="SimpleHtml"/>.</summary>
internal enum SimpleKind
{
    /// <summary>A style of the words in it, or none.</summary>
    Inline,

    /// <summary>A link.</summary>
    Link,

    /// <summary>A paragraph, which the next block ends.</summary>
    Paragraph,

    /// <summary>A block that holds blocks.</summary>
    Division,

    /// <summary>A heading.</summary>
    Heading,

    /// <summary>A list, which holds items only.</summary>
    List,

    /// <summary>An item of a list, which the next item ends.</summary>
    Item,

    /// <summary>A set-off quotation.</summary>
    Quote,

    /// <summary>A picture with its caption.</summary>
    Figure,

    /// <summary>The caption of a picture.</summary>
    Caption,

    /// <summary>A frame, which must be empty.</summary>
    Frame,

    /// <summary>A line break.</summary>
    Break,

    /// <summary>A line between blocks.</summary>
    Rule,

    /// <summary>A picture.</summary>
    Picture,

    /// <summary>A place where a word may be broken.</summary>
    Nothing,
}

/// <summary>An element that <see cref="SimpleHtml"/> knows: to <see cref="BlockBuilder"/> it is the same.</summary>
internal sealed record SimpleElement(string Name, SimpleKind Kind, WireStyle Style = WireStyle.None, int Level = 0)
{
    private static readonly FrozenDictionary<string, SimpleElement>.AlternateLookup<ReadOnlySpan<char>> Known = All()
        .ToFrozenDictionary(element => element.Name, StringComparer.OrdinalIgnoreCase)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>True for elements that have no content and no end tag (HTML, section 13.1.2).</summary>
    internal bool IsVoid => Kind >= SimpleKind.Break;

    /// <summary>True where blocks may stand in it.</summary>
    internal bool HoldsBlocks => Kind is SimpleKind.Division or SimpleKind.Item or SimpleKind.Quote;

    /// <summary>True where the end of what is around it ends it as well (HTML, section 13.1.2.4).</summary>
    internal bool EndsWithOthers => Kind is SimpleKind.Paragraph or SimpleKind.Item;

    /// <summary>The element of that name in any case, or null.</summary>
    internal static SimpleElement? Of(ReadOnlySpan<char> name) => Known.TryGetValue(name, out var element) ? element : null;

    private static IEnumerable<SimpleElement> All() =>
    [
        .. Named(SimpleKind.Inline, "span font u s strike small big tt code kbd samp mark abbr acronym q time del ins label bdi bdo"),
        .. Named(SimpleKind.Inline, "b strong", WireStyle.Bold),
        .. Named(SimpleKind.Inline, "i em cite dfn var", WireStyle.Italic),
        .. Named(SimpleKind.Inline, "sup", WireStyle.Superscript),
        .. Named(SimpleKind.Inline, "sub", WireStyle.Subscript),
        .. Named(SimpleKind.Link, "a"),
        .. Named(SimpleKind.Paragraph, "p"),
        .. Named(SimpleKind.Division, "div section article header footer aside main nav center address"),
        .. Named(SimpleKind.Heading, "h1 h2", level: 2),
        .. Named(SimpleKind.Heading, "h3", level: 3),
        .. Named(SimpleKind.Heading, "h4 h5 h6", level: 4),
        .. Named(SimpleKind.List, "ul ol"),
        .. Named(SimpleKind.Item, "li"),
        .. Named(SimpleKind.Quote, "blockquote"),
        .. Named(SimpleKind.Figure, "figure"),
        .. Named(SimpleKind.Caption, "figcaption"),
        .. Named(SimpleKind.Frame, "iframe"),
        .. Named(SimpleKind.Break, "br"),
        .. Named(SimpleKind.Rule, "hr"),
        .. Named(SimpleKind.Picture, "img"),
        .. Named(SimpleKind.Nothing, "wbr"),
    ];

    private static IEnumerable<SimpleElement> Named(SimpleKind kind, string names, WireStyle style = WireStyle.None, int level = 0) =>
        names.Split(' ').Select(name => new SimpleElement(name, kind, style, level));
}
