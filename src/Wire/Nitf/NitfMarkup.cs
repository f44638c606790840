using System.Text;
using Wireroom.Wire.Html;
using Wireroom.Wire.Xml;

namespace Wireroom.Wire.Nitf;

/// <summary>NITF's copy as HTML, which is then read as every other HTML is: what NITF tags for machines comes through as its text.</summary>
internal static class NitfMarkup
{
    private static readonly string[] Kept = ["href", "src", "alt", "title", "width", "height", "colspan", "rowspan", "cite"];

    /// <summary>What is in the element, as HTML.</summary>
    internal static string Of(XmlElement element)
    {
        var html = new StringBuilder();
        Content(element, html);
        return html.ToString();
    }

    /// <summary>The element itself with what is in it, as HTML.</summary>
    internal static void Whole(XmlElement element, StringBuilder html)
    {
        switch (element.LocalName)
        {
            case "media" or "alt-code" or "col" or "colgroup" or "nitf-table-metadata" or "table-reference" or "hr" or "tobject" or "key-list" or "script" or "style":
                // Media are taken elsewhere; the others hold no copy.
                break;
            case "note" when !NitfBodyHead.IsCopy(element):
                break;
            case "br":
                html.Append("<br>");
                break;
            case "hl1" or "hl2":
                Tagged("h2", element, html);
                break;
            case "em" or "i" or "b" or "strong" or "u":
                Tagged(IsBold(element) ? "b" : "i", element, html);
                break;
            case "bq":
                Tagged("blockquote", element, html);
                break;
            case "credit":
                Tagged("footer", element, html);
                break;
            case "block" or "note" or "fn" or "body.content" or "nitf-table" or "custom-table" or "abstract" or "postaddr" or "div":
                Tagged("div", element, html);
                break;
            case "datasource" or "byline" or "dateline" or "copyrite" or "byttl" when !IsInline(element):
                Tagged("p", element, html);
                break;
            case "frac-sep":
                html.Append('/');
                break;
            case "numer":
                Content(element, html);
                break;
            case "denom":
                html.Append(html.Length > 0 && html[^1] == '/' ? "" : "/");
                Content(element, html);
                break;
            case "p" or "table" or "thead" or "tbody" or "tfoot" or "tr" or "th" or "td" or "caption" or "ol" or "ul" or "li" or "dl" or "dt" or "dd" or "pre" or "a" or "sub" or "sup"
                or "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "blockquote" or "figure" or "figcaption" or "img" or "iframe" or "video" or "audio" or "span":
                Tagged(element.LocalName, element, html);
                break;
            default:
                Content(element, html);
                break;
        }
    }

    // A copyright line may stand within a sentence; the others are lines of a block.
    private static bool IsInline(XmlElement element) => element.LocalName == "copyrite";

    /// <summary>NITF has one emphasis; agencies say in its class or style which.</summary>
    private static bool IsBold(XmlElement element) =>
        element.LocalName is "b" or "strong" || (element["class"] ?? element["style"])?.Contains("bold", StringComparison.OrdinalIgnoreCase) == true || element["class"] is "b" or "strong";

    private static void Content(XmlElement element, StringBuilder html)
    {
        Text(element.Head, html);
        foreach (var child in element.Children)
        {
            Whole(child, html);
            Text(child.Tail, html);
        }
    }

    private static void Text(string? text, StringBuilder html) => html.Append(text is null ? "" : HtmlText.Encode(text));

    private static void Tagged(string tag, XmlElement element, StringBuilder html)
    {
        html.Append('<').Append(tag);
        foreach (var name in Kept)
        {
            if (element[name] is { } value)
            {
                html.Append(' ').Append(name).Append("=\"").Append(HtmlText.Encode(value)).Append('"');
            }
        }

        html.Append('>');

        // A browser drops the first line end in a pre (HTML, section 13.1.2.5), XML does not.
        html.Append(tag == "pre" ? "\n" : "");
        Content(element, html);
        html.Append(tag == "img" ? "" : $"</{tag}>");
    }
}
