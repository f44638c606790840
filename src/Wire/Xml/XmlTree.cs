using System.Buffers;
using System.Text;
using Wireroom.Wire.Html;

namespace Wireroom.Wire.Xml;

/// <summary>Elements read whole, within a bound, and their content as HTML.</summary>
public static class XmlTree
{
    /// <summary>Most that one element may hold, in characters; each child counts as a hundred. What is beyond is passed over.</summary>
    public const int Largest = 8 * 1024 * 1024;

    private const int CostOfElement = 100;

    /// <summary>Most that a file within an element may hold, in characters of Base64; a longer one is counted and passed over, and takes no room from the rest.</summary>
    private const int LargestData = 256 * 1024;

    /// <summary>Shortest line of Base64 that senders write, in characters; no word of a text is as long.</summary>
    private const int ShortestLine = 48;

    private static readonly SearchValues<char> Base64 = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_= \t\n");

    /// <summary>Reads the element that the reader stands on the start of, to its end.</summary>
    public static XmlElement ReadElement(this XmlPull xml)
    {
        var budget = Largest;
        return Element(xml, ref budget, xml.Pieces);
    }

    /// <summary>What is in the element, as HTML: for markup that was sent as elements instead of escaped text.</summary>
    public static string Markup(this XmlElement element)
    {
        if (element.Children.Count == 0)
        {
            return HtmlText.Encode(element.Head ?? "");
        }

        var html = new StringBuilder();
        Content(element, html);
        return html.ToString();
    }

    private static XmlElement Element(XmlPull xml, ref int budget, StringBuilder more)
    {
        var element = new XmlElement(xml.Name, xml.TakeAttributes(), xml.Language, xml.Base);
        foreach (var attribute in element.AttributeSpan)
        {
            Spend(attribute.Value.Length, ref budget);
        }

        XmlElement? last = null;
        string? text = null;
        while (xml.Read())
        {
            if (xml.Node == XmlNode.Text)
            {
                if (IsData(xml.Text, follows: element.Passed > 0))
                {
                    element.Passed += xml.Text.Length;
                }
                else if (Spend(xml.Text.Length, ref budget))
                {
                    Text(xml.Text, ref text, more);
                }
                else
                {
                    TooLarge(xml, element);
                }
            }
            else if (xml.Node == XmlNode.End)
            {
                break;
            }
            else if (Spend(CostOfElement, ref budget))
            {
                Settle(element, last, ref text, more);
                last = Element(xml, ref budget, more);
                element.Add(last);
            }
            else
            {
                TooLarge(xml, element);
                xml.Skip();
            }
        }

        Settle(element, last, ref text, more);
        if (element.Passed > 0)
        {
            xml.Fault(WireFaultKind.Lost, "inline-data", $"The element {element.Name} holds a file of {element.Passed} characters in Base64; it was passed over. Ask the sender for its address.");
        }

        return element;
    }

    /// <summary>True for a long piece of a file in Base64 (RFC 4648, sections 4 and 5), or for what follows one.</summary>
    private static bool IsData(string text, bool follows) =>
        (follows || (text.Length > LargestData && text.AsSpan().TrimStart().IndexOfAny(" \t\n") is < 0 or >= ShortestLine)) && !text.AsSpan().ContainsAnyExcept(Base64);

    private static void TooLarge(XmlPull xml, XmlElement element) =>
        xml.Fault(WireFaultKind.Lost, "too-large", $"The element {element.Name} holds more than {Largest} characters; the rest was passed over.");

    /// <summary>Takes the cost off the budget, never below nothing: a document of gigabytes would come out at the other end. False where it is spent.</summary>
    private static bool Spend(int cost, ref int budget)
    {
        budget = Math.Max(0, budget - cost);
        return budget > 0;
    }

    private static void Text(string piece, ref string? text, StringBuilder more)
    {
        if (text is null)
        {
            text = piece;
        }
        else
        {
            // Text in many pieces, parted by comments and CDATA sections.
            if (more.Length == 0)
            {
                more.Append(text);
            }

            more.Append(piece);
        }
    }

    private static void Settle(XmlElement element, XmlElement? last, ref string? text, StringBuilder more)
    {
        if (more.Length > 0)
        {
            text = more.ToString();
            more.Clear();
        }

        if (last is null)
        {
            element.Head = text;
        }
        else
        {
            last.Tail = text;
        }

        text = null;
    }

    private static void Content(XmlElement element, StringBuilder html)
    {
        HtmlText.Encode(element.Head, html);
        foreach (var child in element.ChildSpan)
        {
            Whole(child, html);
            HtmlText.Encode(child.Tail, html);
        }
    }

    private static void Whole(XmlElement element, StringBuilder html)
    {
        var name = element.LocalName;
        html.Append('<').Append(name);
        foreach (var attribute in element.Attributes)
        {
            if (!attribute.Name.Contains(':', StringComparison.Ordinal) && attribute.Name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
            {
                html.Append(' ').Append(attribute.Name).Append("=\"");
                HtmlText.Encode(attribute.Value, html);
                html.Append('"');
            }
        }

        html.Append('>');
        Content(element, html);
        if (name is not ("br" or "img" or "hr" or "wbr" or "input" or "col" or "source" or "embed" or "link" or "meta" or "area" or "param" or "track"))
        {
            html.Append("</").Append(name).Append('>');
        }
    }
}
