using System.Text;
using System.Xml;

namespace Wireroom.Wire.Xml;

/// <summary>Writes XML: what no XML may hold is left out of texts, so that a writer never fails half way.</summary>
internal static class XmlOut
{
    internal static XmlWriter To(Stream destination) => XmlWriter.Create(destination, new XmlWriterSettings
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        Indent = true,
        CheckCharacters = true,
        CloseOutput = false,
    });

    /// <summary>An element with text, where there is text.</summary>
    internal static void Text(this XmlWriter xml, string name, string? text, string? prefix = null, string? uri = null)
    {
        if (!string.IsNullOrEmpty(text))
        {
            xml.WriteElementString(prefix, name, uri, Clean(text));
        }
    }

    /// <summary>An attribute, where there is a value.</summary>
    internal static void Attribute(this XmlWriter xml, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            xml.WriteAttributeString(name, Clean(value));
        }
    }

    /// <summary>The text without characters that XML 1.0, section 2.2 forbids.</summary>
    internal static string Clean(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (!XmlConvert.IsXmlChar(text[at]) && !(at + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[at + 1], text[at])))
            {
                return Cleaned(text, at);
            }

            at += char.IsHighSurrogate(text[at]) ? 1 : 0;
        }

        return text;
    }

    private static string Cleaned(string text, int from)
    {
        var clean = new StringBuilder(text.Length).Append(text, 0, from);
        for (var at = from; at < text.Length; at++)
        {
            if (at + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[at + 1], text[at]))
            {
                clean.Append(text[at]).Append(text[++at]);
            }
            else if (XmlConvert.IsXmlChar(text[at]))
            {
                clean.Append(text[at]);
            }
        }

        return clean.ToString();
    }
}
