using System.Xml;
using Wireroom.Wire.Xml;

namespace Wireroom.Wire.Nitf;

/// <summary>Writes subjects outside IPTC's codes, people, organisations, places and links as identified-content.</summary>
internal sealed class NitfConceptsOut(XmlWriter xml, WireLosses losses)
{
    /// <summary>True where the subject stands in tobject.subject: an IPTC code, with names down to its third level.</summary>
    internal static bool IsIptc(WireSubject subject) =>
        subject is { Scheme: "subj" or "medtop", Code: { Length: 8 } code, Name.Length: > 0 } && code.All(char.IsAsciiDigit) && (code.StartsWith("2000", StringComparison.Ordinal) == (subject.Scheme == "medtop"));

    internal void Write(WireItem item, WireLink? corrected)
    {
        Note(item);
        var subjects = item.Subjects.Where(subject => !IsIptc(subject)).ToList();
        var links = item.Links.Where(link => !ReferenceEquals(link, corrected)).ToList();
        if (subjects.Count + item.People.Count + item.Organisations.Count + item.Places.Count + links.Count == 0)
        {
            return;
        }

        xml.WriteStartElement("identified-content", NitfReader.Namespace);
        Concepts("classifier", subjects);
        Concepts("person", item.People);
        Concepts("org", item.Organisations);
        foreach (var place in item.Places.Where(place => place.Name.Length > 0))
        {
            xml.WriteStartElement("location", NitfReader.Namespace);
            xml.Attribute("location-code", place.Code);
            xml.Attribute("code-source", place.Scheme);
            xml.WriteString(XmlOut.Clean(place.Name));
            xml.Text("country", place.Country, null, NitfReader.Namespace);
            xml.WriteEndElement();
        }

        foreach (var link in links)
        {
            xml.WriteStartElement("virtloc", NitfReader.Namespace);
            xml.Attribute("class", link.Relation);
            xml.Attribute("idsrc", link.Guid);
            xml.Attribute("value", link.Href);
            xml.WriteString(XmlOut.Clean(link.Title ?? ""));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private void Concepts(string name, IReadOnlyList<WireSubject> concepts)
    {
        foreach (var concept in concepts)
        {
            xml.WriteStartElement(name, NitfReader.Namespace);
            xml.Attribute("type", name == "classifier" ? "subject" : null);
            xml.Attribute("idsrc", concept.Scheme);
            xml.Attribute("value", concept.Code);
            xml.WriteString(XmlOut.Clean(concept.Name));
            xml.WriteEndElement();
        }
    }

    private void Note(WireItem item)
    {
        var others = item.Subjects.SkipWhile(IsIptc);
        if (others.Any(IsIptc) || item.Subjects.Any(subject => subject.Relevance is not null || (subject.SaidParents is { } parents && (!IsIptc(subject) || parents.Count > 2)) || subject.Name.Length == 0))
        {
            losses.Lose(item, "subjects", "the relevance of subjects, parents beyond IPTC's three levels, and the order of subjects of several schemes");
        }

        if (item.People.Any(SaysMore))
        {
            losses.Lose(item, "people", "the relevance and parents of people");
        }

        if (item.Organisations.Any(SaysMore))
        {
            losses.Lose(item, "organisations", "the relevance and parents of organisations");
        }

        if (item.Places.Any(place => place.Latitude is not null || place.Longitude is not null || place.Name.Length == 0))
        {
            losses.Lose(item, "places", "the coordinates of places");
        }
    }

    private static bool SaysMore(WireSubject concept) => concept.Relevance is not null || concept.SaidParents is not null;
}
