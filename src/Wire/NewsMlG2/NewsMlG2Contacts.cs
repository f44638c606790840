using System.Xml;
using Wireroom.Wire.Html;
using Wireroom.Wire.Xml;
using XmlElement = Wireroom.Wire.Xml.XmlElement;

namespace Wireroom.Wire.NewsMlG2;

/// <summary>Whom to ask: notes, numbers and addresses, line by line (NewsML-G2 2.35, ContactInfoType).</summary>
internal static class NewsMlG2Contacts
{
    internal static IEnumerable<string> Read(XmlElement info)
    {
        foreach (var element in info.Children)
        {
            // An address has lines, and parts that have names.
            var lines = element.Name == "address"
                ? element.Children.Select(part => part.Name is "line" or "postalcode" ? NewsMlG2Text.Line(part) : NewsMlG2Text.Name(part, null) ?? part["literal"]).OfType<string>()
                : [Spaces.Collapse(element.RawText)];
            if (string.Join(", ", lines) is { Length: > 0 } line)
            {
                yield return line;
            }
        }
    }

    internal static void Write(XmlWriter xml, IReadOnlyList<string> contacts)
    {
        if (contacts.Count == 0)
        {
            return;
        }

        xml.WriteStartElement("contactInfo", NewsMlG2Reader.Namespace);
        foreach (var contact in contacts)
        {
            xml.Text(Element(contact), contact, null, NewsMlG2Reader.Namespace);
        }

        xml.WriteEndElement();
    }

    private static string Element(string contact)
    {
        if (!contact.Contains(' ', StringComparison.Ordinal))
        {
            if (contact.Contains('@', StringComparison.Ordinal))
            {
                return "email";
            }

            if (Uri.IsWellFormedUriString(contact, UriKind.Absolute))
            {
                return "web";
            }
        }

        return contact.All(c => char.IsAsciiDigit(c) || c is '+' or ' ' or '(' or ')' or '-' or '/' or '.') ? "phone" : "note";
    }
}
