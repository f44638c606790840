using Wireroom.Wire.Html;
using Wireroom.Wire.Xml;

namespace Wireroom.Wire.Nitf;

/// <summary>Reads who and what the document is about (NITF 3.6, identified-content).</summary>
internal static class NitfConcepts
{
    internal static void Read(XmlElement content, NitfDraft draft)
    {
        foreach (var element in content.Children)
        {
            switch (element.LocalName)
            {
                case "person":
                    Add(Person(element, draft), draft.People);
                    break;
                case "org":
                    Add(Concept(element, Spaces.Collapse(element.RawText)), draft.Organisations);
                    break;
                case "location":
                    if (NitfPlaces.Of(element, draft) is { } place)
                    {
                        draft.Places.Add(place);
                    }

                    break;
                case "classifier":
                    Classifier(element, draft);
                    break;
                case "virtloc":
                    draft.Links.Add(Link(element));
                    break;
                default:
                    draft.Drop(element);
                    break;
            }
        }
    }

    private static void Classifier(XmlElement element, NitfDraft draft)
    {
        var type = element["type"]?.ToLowerInvariant();
        var concept = Concept(element, Spaces.Collapse(element.RawText));
        if (type == "genre" && concept is not null)
        {
            draft.Genres.Add(concept);
        }
        else
        {
            Add(concept is null ? null : concept with { Scheme = concept.Scheme ?? (type is null or "subject" ? null : element["type"]) }, draft.Subjects);
        }
    }

    private static WireSubject? Person(XmlElement element, NitfDraft draft)
    {
        var function = element.Children.FirstOrDefault(child => child.LocalName == "function");
        draft.Drop("person.function", function?.TextOrNull);
        draft.Drop("person.gender", element["gender"]);
        return Concept(element, Name(element));
    }

    /// <summary>The name of a person: given name and family name may stand without a space between them; the function is no part of it.</summary>
    internal static string Name(XmlElement person) =>
        Spaces.Collapse(string.Concat(person.Children.Where(child => child.LocalName != "function").Select(child => $" {child.RawText} {child.Tail}").Prepend(person.Head ?? "")));

    private static WireSubject? Concept(XmlElement element, string name)
    {
        var alternative = element.Children.FirstOrDefault(child => child.LocalName == "alt-code");
        var scheme = element["idsrc"] ?? alternative?["idsrc"];
        var code = element["value"] ?? alternative?["value"];
        return name.Length > 0 || code is not null ? new WireSubject(name.Length > 0 ? name : code!, TopicCodes.SchemeOf(scheme), code) : null;
    }

    /// <summary>A link to another item; the class is its relation where the writer here wrote it.</summary>
    private static WireLink Link(XmlElement element)
    {
        var text = element.TextOrNull;
        return element["class"] is { } relation
            ? new WireLink(relation, element["idsrc"], element["value"], text)
            : new WireLink("related", element["value"], SafeAddress.Link(text, element.Base), text);
    }

    private static void Add(WireSubject? concept, List<WireSubject> concepts)
    {
        if (concept is not null)
        {
            concepts.Add(concept);
        }
    }
}
