using System.Collections.Frozen;

namespace Wireroom.Wire.Html;

/// <summary>Elements that stand on lines of their own (HTML, section 15.3.3), apart from those that have a block of their own here.</summary>
internal static class BlockElements
{
    private static readonly FrozenSet<string> Names = FrozenSet.ToFrozenSet([
        "address", "article", "aside", "body", "caption", "center", "col", "colgroup", "dd", "details", "div", "dl", "dt", "fieldset", "figcaption",
        "footer", "form", "header", "hgroup", "hr", "html", "legend", "li", "main", "nav", "option", "optgroup", "p", "search", "section", "summary",
        "tbody", "td", "tfoot", "th", "thead", "tr",
        // NITF and XHTML dialects that agencies put into HTML fields.
        "block", "hl1", "hl2", "media", "media-caption",
    ]);

    internal static bool Contains(string name) => Names.Contains(name);
}
