using System.Collections.Frozen;
using Wireroom.Wire.Html;
using Wireroom.Wire.Xml;

namespace Wireroom.Wire.NewsMlG2;

/// <summary>
/// Copy in markup of a sender's own (NewsML-G2 2.35, inlineXML carries any XML). Where elements stand beside each other with no text between
/// them, each is a block; within text they are words. The elements of the Scandinavian news markup are known by their names.
/// </summary>
internal static class NewsMlG2Foreign
{
    private static readonly FrozenSet<string> Known = FrozenSet.ToFrozenSet([
        "html", "head", "title", "body", "div", "p", "section", "article", "main", "span", "ul", "ol", "li", "dl", "dt", "dd", "table", "thead", "tbody", "tfoot", "tr", "td", "th", "caption", "pre", "blockquote",
        "figure", "figcaption", "header", "footer", "aside", "h1", "h2", "h3", "h4", "h5", "h6", "em", "strong", "b", "i", "u", "a", "br", "hr", "img", "sub", "sup", "small", "cite", "q", "time", "abbr",
        "video", "audio", "source", "iframe", "script", "style", "address", "center", "font", "block", "hl1", "hl2", "media", "media-caption",
    ]);

    /// <summary>Containers of blocks, whose children may be made blocks; within a paragraph an element is a word.</summary>
    private static readonly FrozenSet<string> Containers = FrozenSet.ToFrozenSet(["html", "body", "div", "section", "article", "main", "block"]);

    /// <summary>The body with its elements as those of HTML. Pictures and the byline are taken out of it.</summary>
    internal static XmlElement Read(XmlElement body, NewsMlG2Draft draft) =>
        body.Descendants().Any(element => !Known.Contains(element.LocalName)) ? Made(body, body.LocalName, draft) : body;

    private static XmlElement Made(XmlElement element, string name, NewsMlG2Draft draft)
    {
        var made = new XmlElement(name, [.. element.Attributes], element.Language, element.Base) { Head = element.Head, Tail = element.Tail };
        var parts = (Containers.Contains(name) || !Known.Contains(element.LocalName)) && IsOfElements(element);
        foreach (var child in element.Children)
        {
            if (parts && Taken(child, draft))
            {
                continue;
            }

            made.Add(Made(child, Name(child, parts), draft));
        }

        return made;
    }

    private static string Name(XmlElement element, bool isBlock) => element.LocalName switch
    {
        var known when Known.Contains(known) => known,
        "rubrik" or "mellis" or "mellanrubrik" or "underrubrik" or "mellomtittel" when isBlock => "h2",
        _ when isBlock => "div",
        var word => word,
    };

    /// <summary>What is no copy: who wrote it and where, and a picture with its words.</summary>
    private static bool Taken(XmlElement element, NewsMlG2Draft draft)
    {
        switch (element.LocalName)
        {
            case "byline" when NewsMlG2Text.Line(element) is { } byline:
                draft.Drop("byline", draft.Item.Byline is null || draft.Item.Byline == byline ? null : byline);
                draft.Item = draft.Item with { Byline = draft.Item.Byline ?? byline };
                return true;
            case "dat" when draft.Item.Dateline is null && Part(element, "ort") is { } place:
                draft.Item = draft.Item with { Dateline = place };
                draft.Drop("dat.source", Part(element, "source"));
                return true;
            case "bild" when Part(element, "bildfil") is { } file:
                draft.Media.Add(new WireMedia("body", SafeAddress.File(file, element.Base) ?? file)
                {
                    Kind = "picture",
                    Caption = Part(element, "bildtext"),
                    Credit = Part(element, "bildskapare"),
                });
                return true;
            default:
                return false;
        }
    }

    private static string? Part(XmlElement element, string name) => NewsMlG2Text.Line(element.Children.FirstOrDefault(child => child.LocalName == name));

    private static bool IsOfElements(XmlElement element) => string.IsNullOrWhiteSpace(element.Head) && element.Children.All(child => string.IsNullOrWhiteSpace(child.Tail));
}
