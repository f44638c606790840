using Wireroom.Wire.Xml;

namespace Wireroom.Wire.NewsMlG2;

/// <summary>
/// Reads concepts that are items (NewsML-G2 2.35, concept): a concept item says what one concept is, a knowledge item lists those of
/// a vocabulary, which become its subjects, people, organisations and places, and their definitions its copy.
/// </summary>
internal static class NewsMlG2Knowledge
{
    internal const string Concept = "concept";

    internal const string Vocabulary = "vocabulary";

    /// <summary>One concept: its name is the headline, its definition the standfirst, and itself the first of the subjects, people, organisations or places.</summary>
    internal static void One(XmlElement concept, NewsMlG2Draft draft)
    {
        draft.Item = draft.Item with { Kind = Concept };
        Describe(concept, draft);
        if (concept.Child("conceptid") is not { } id || (id["uri"] ?? id["qcode"]) != draft.Item.Guid)
        {
            Add(concept, draft, isFirst: true);
        }

        Rest(concept, draft);
    }

    /// <summary>The concepts of a vocabulary.</summary>
    internal static void Many(XmlElement root, IEnumerable<XmlElement> concepts, NewsMlG2Draft draft)
    {
        draft.Item = draft.Item with { Kind = Vocabulary };
        if (root.Child("schememeta") is { } scheme)
        {
            if (NewsMlG2Text.Name(scheme, draft.Language) is { } name)
            {
                draft.Headlines.Add((new WireText(name, ""), int.MaxValue));
            }

            draft.Descriptions.AddRange(scheme.All("definition").Select(definition => ((string?)"summary", Text: NewsMlG2Text.Block(definition), definition.Language)).Where(one => one.Text is not null)!);
            draft.Drop("schememeta.uri", scheme["uri"]);
        }

        foreach (var concept in concepts)
        {
            if (Add(concept, draft) is { } name && Best(concept, "definition", draft) is { } definition)
            {
                draft.Body.Add(new WireParagraph([new WireRun(name, WireStyle.Bold), new WireRun(": " + definition)]));
            }

            Rest(concept, draft);
        }
    }

    /// <summary>Names of a concept as headlines, its definitions as standfirst and copy, its notes as notes.</summary>
    internal static void Describe(XmlElement concept, NewsMlG2Draft draft)
    {
        var name = NewsMlG2Text.Name(concept, draft.Language);
        if (name is not null)
        {
            draft.Headlines.Insert(0, (new WireText(name, "main"), 0));
        }

        foreach (var other in concept.All("name").Take(NewsMlG2Draft.Most).Where(other => NewsMlG2Text.Line(other) is { } text && text != name))
        {
            draft.Headlines.Add((new WireText(NewsMlG2Text.Line(other)!, draft.Codes.Word(other, "role") ?? "main", other["xml:lang"]), int.MaxValue));
        }

        var definitions = concept.All("definition").Select(definition => (Role: draft.Codes.Word(definition, "role"), Text: NewsMlG2Text.Block(definition), definition.Language)).Where(one => one.Text is not null)
            .OrderBy(one => NewsMlG2Text.Distance(one.Language, draft.Language)).ToList();
        if (definitions.Count > 0)
        {
            var first = definitions.Find(one => one.Role is "short" or "summary") is { Text: not null } brief ? brief : definitions.Find(one => !NewsMlG2Descriptions.IsCopy(one.Role));
            if (first.Text is not null)
            {
                draft.Descriptions.Insert(0, ("summary", first.Text, first.Language));
            }

            var nearest = NewsMlG2Text.Distance((first.Text is null ? definitions[0] : first).Language, draft.Language);
            foreach (var other in definitions.Where(one => one != first))
            {
                if (NewsMlG2Text.Distance(other.Language, draft.Language) > nearest)
                {
                    draft.Drop("definition", other.Text);
                }
                else
                {
                    draft.Body.AddRange(other.Text!.Split("\n\n").Select(paragraph => new WireParagraph([new WireRun(paragraph)])));
                }
            }
        }

        foreach (var note in concept.All("note"))
        {
            draft.Note(NewsMlG2Text.Block(note));
        }
    }

    private static string? Add(XmlElement concept, NewsMlG2Draft draft, bool isFirst = false)
    {
        var identified = Identified(concept, draft);
        switch (draft.Concepts.Kind(identified))
        {
            case NewsMlG2ConceptKind.Place when draft.Concepts.Place(identified) is { } place:
                draft.Places.Insert(isFirst ? 0 : draft.Places.Count, place);
                return place.Name;
            case var kind when draft.Concepts.Subject(identified) is { } subject:
                var list = kind switch { NewsMlG2ConceptKind.Person => draft.People, NewsMlG2ConceptKind.Organisation => draft.Organisations, _ => draft.Subjects };
                list.Insert(isFirst ? 0 : list.Count, subject);
                return subject.Name;
            default:
                return null;
        }
    }

    /// <summary>The concept with its identifier as an attribute, as concepts are mentioned elsewhere.</summary>
    private static XmlElement Identified(XmlElement concept, NewsMlG2Draft draft)
    {
        var id = concept.Child("conceptid");
        var identified = new XmlElement(concept.Name, id is null ? [] : [.. id.Attributes.Where(attribute => attribute.Name is "qcode" or "uri")], concept.Language, concept.Base);
        foreach (var child in concept.Children)
        {
            identified.Add(child);
        }

        draft.Drop("conceptid.retired", id?["retired"]);
        return identified;
    }

    private static string? Best(XmlElement concept, string element, NewsMlG2Draft draft) =>
        NewsMlG2Text.Block(concept.All(element).OrderBy(one => NewsMlG2Text.Distance(one.Language, draft.Language)).FirstOrDefault());

    private static void Rest(XmlElement concept, NewsMlG2Draft draft) => draft.DropChildren(concept, "conceptid", "name", "definition", "note", "type", "broader", "geoareadetails");
}
