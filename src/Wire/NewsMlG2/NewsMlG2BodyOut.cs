using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;
using Wireroom.Wire.Html;
using Wireroom.Wire.Xml;

namespace Wireroom.Wire.NewsMlG2;

/// <summary>Writes the copy as XHTML within inlineXML.</summary>
internal sealed partial class NewsMlG2BodyOut(XmlWriter xml, WireLosses losses)
{
    internal void Write(WireItem item)
    {
        xml.Start("inlineXML");
        xml.WriteAttributeString("contenttype", "application/xhtml+xml");
        xml.Attribute("wordcount", item.WordCount is >= 0 ? item.WordCount.Value.ToString(CultureInfo.InvariantCulture) : null);
        xml.WriteStartElement("html", NewsMlG2Reader.Xhtml);
        xml.WriteStartElement("head", NewsMlG2Reader.Xhtml);
        xml.WriteElementString("title", NewsMlG2Reader.Xhtml, XmlOut.Clean(item.Headline ?? ""));
        xml.WriteEndElement();
        xml.WriteStartElement("body", NewsMlG2Reader.Xhtml);
        xml.WriteRaw(XmlOut.Clean(AsXml(HtmlBody.Write(item.Body))));
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
        Note(item);
    }

    /// <summary>Our own HTML as XML: every text in it is escaped, and of the elements without an end tag it has two.</summary>
    private static string AsXml(string html) => Image().Replace(html.Replace("<br>", "<br/>", StringComparison.Ordinal), "$0/");

    private void Note(WireItem item)
    {
        if (item.Body.Count > 0 && item.Body[0] is WireHeading or WireParagraph && (item.Body.Count > 1 || item.Body[0] is WireHeading) && PlainText.Write([item.Body[0]]) is { Length: > 0 } first && (first == item.Byline || item.Headlines.Any(headline => headline.Text == first)))
        {
            losses.Lose(item, "body", "a first line that repeats the headline or byline");
        }

        if (NewsMlG2Copy.HoldsReferences(PlainText.Write(item.Body)))
        {
            losses.Lose(item, "body", "references of HTML that stand for themselves; who reads them resolves them");
        }

        if (item.Body.OfType<WirePicture>().Any(picture => SafeAddress.File(picture.Media.Href, null) is null))
        {
            losses.Lose(item, "body", "a picture without an address");
        }
    }

    [GeneratedRegex("<img[^>]*", RegexOptions.CultureInvariant)]
    private static partial Regex Image();
}
