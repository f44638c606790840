using System.Globalization;
using System.Xml;
using Wireroom.Wire.Xml;

namespace Wireroom.Wire.NewsMlG2;

/// <summary>Writes subjects, people, organisations and places, as mentions with assertions of their coordinates, or as the concepts of a vocabulary.</summary>
internal sealed class NewsMlG2ConceptsOut(XmlWriter xml, WireLosses losses)
{
    internal void Subjects(WireItem item)
    {
        if (item.Kind == NewsMlG2Knowledge.Vocabulary)
        {
            return;
        }

        var self = Self(item);
        Mentions(item, item.Subjects.Where(subject => !ReferenceEquals(subject, self)), "cpnat:abstract", "subjects");
        Mentions(item, item.People.Where(person => !ReferenceEquals(person, self)), "cpnat:person", "people");
        Mentions(item, item.Organisations.Where(organisation => !ReferenceEquals(organisation, self)), "cpnat:organisation", "organisations");
        foreach (var (at, place) in item.Places.Index().Where(place => !ReferenceEquals(place.Item, self)))
        {
            Place("subject", place, item, "places", at);
        }
    }

    /// <summary>A place where the schema has one: with its coordinates in it, or as a mention, which asserts them elsewhere.</summary>
    internal void Place(string element, WirePlace place, WireItem item, string field, int? mention = null)
    {
        xml.Start(element);
        if (mention is not null)
        {
            xml.WriteAttributeString("type", "cpnat:geoArea");
        }

        Reference(place, mention);
        xml.Line("name", place.Name);
        Country(place);
        if (mention is null)
        {
            Position(place);
        }

        xml.WriteEndElement();
        if (place.Name.Length == 0 || NewsMlG2Out.Plain(place.Name) != place.Name || place.Country == place.Name || (place.Latitude is null) != (place.Longitude is null) || IsLost(place.Scheme, place.Code) || (mention is not null && place is { Scheme: null, Code: not null, Latitude: not null }))
        {
            losses.Lose(item, field, $"all that is said of the place {place.Name}");
        }
    }

    /// <summary>What is said of mentioned places that a mention has no room for (NewsML-G2 2.35, assert).</summary>
    internal void Asserts(WireItem item)
    {
        var self = Self(item);
        foreach (var (at, place) in item.Places.Index().Where(place => place.Item is { Latitude: not null, Longitude: not null } && !ReferenceEquals(place.Item, self) && item.Kind != NewsMlG2Knowledge.Vocabulary))
        {
            xml.Start("assert");
            Reference(place, at);
            Position(place);
            xml.WriteEndElement();
        }
    }

    /// <summary>The concepts of a vocabulary with their definitions, which its copy holds.</summary>
    internal void Vocabulary(WireItem item)
    {
        xml.Start("conceptSet");
        var definitions = item.Body.Select(Definition).OfType<(string Name, string Text)>().ToList();
        var found = 0;
        var concepts = item.Subjects.Select(subject => (subject, "cpnat:abstract")).Concat(item.People.Select(person => (person, "cpnat:person"))).Concat(item.Organisations.Select(organisation => (organisation, "cpnat:organisation")));
        foreach (var (concept, type) in concepts)
        {
            xml.Start("concept");
            found += Defined(item, concept.Name, concept.Scheme, concept.Code, type, definitions) ? 1 : 0;
            Parents(concept);
            xml.WriteEndElement();
        }

        foreach (var place in item.Places)
        {
            xml.Start("concept");
            found += Defined(item, place.Name, place.Scheme, place.Code, "cpnat:geoArea", definitions) ? 1 : 0;
            Country(place);
            Position(place);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        if (found < item.Body.Count || item.Headlines.Count == 0)
        {
            losses.Lose(item, "body", "copy that is no definition of a concept");
        }
    }

    /// <summary>The concept that a concept item, or an event, is itself: the first of that name with a code.</summary>
    internal static object? Self(WireItem item)
    {
        if (item.Kind is not ("event" or NewsMlG2Knowledge.Concept))
        {
            return null;
        }

        var lists = item.Kind == "event" ? [item.Subjects] : new[] { item.Subjects, item.People, item.Organisations };
        return lists.Where(list => list.Count > 0 && list[0].Name == item.Headline && NewsMlG2Out.QCode(list[0].Scheme, list[0].Code) is not null).Select(list => (object)list[0]).FirstOrDefault()
            ?? (item.Kind == NewsMlG2Knowledge.Concept && item.Places.Count > 0 && item.Places[0].Name == item.Headline && NewsMlG2Out.QCode(item.Places[0].Scheme, item.Places[0].Code) is not null ? item.Places[0] : null);
    }

    internal void Position(WirePlace place)
    {
        if (place is { Latitude: { } latitude, Longitude: { } longitude })
        {
            xml.Start("geoAreaDetails");
            xml.Start("position");
            xml.WriteAttributeString("latitude", latitude.ToString("0.###############", CultureInfo.InvariantCulture));
            xml.WriteAttributeString("longitude", longitude.ToString("0.###############", CultureInfo.InvariantCulture));
            xml.WriteEndElement();
            xml.WriteEndElement();
        }
    }

    internal void Country(WirePlace place)
    {
        if (!string.IsNullOrEmpty(place.Country))
        {
            xml.Start("broader");
            xml.WriteAttributeString("type", $"{NewsMlG2Codes.Own}:country");
            xml.Line("name", place.Country);
            xml.WriteEndElement();
        }
    }

    internal void Parents(WireSubject concept)
    {
        foreach (var parent in concept.Parents ?? [])
        {
            xml.Named("broader", parent);
        }
    }

    /// <summary>Identifier, type, name and definition of a concept that is one by itself. Returns true where a definition was found.</summary>
    private bool Defined(WireItem item, string name, string? scheme, string? code, string type, List<(string Name, string Text)> definitions)
    {
        xml.Start("conceptId");
        if (NewsMlG2Out.QCode(scheme, code) is { } qcode)
        {
            xml.WriteAttributeString("qcode", qcode);
        }
        else
        {
            xml.WriteAttributeString("uri", TopicCodes.Address(scheme, code) ?? NinJs.NinJsIds.Uri(code ?? name));
        }

        xml.WriteEndElement();
        xml.Coded("type", type);
        xml.Line("name", name);
        var definition = definitions.FindIndex(one => one.Name == name);
        if (definition >= 0)
        {
            xml.Block("definition", definitions[definition].Text);
            definitions.RemoveAt(definition);
        }

        if (name.Length == 0 || IsLost(scheme, code) || scheme is null || code is null)
        {
            losses.Lose(item, type switch { "cpnat:person" => "people", "cpnat:organisation" => "organisations", "cpnat:geoArea" => "places", _ => "subjects" }, $"the identifier of {name}");
        }

        return definition >= 0;
    }

    private static (string Name, string Text)? Definition(WireBlock block) =>
        block is WireParagraph { Runs: [{ Style: WireStyle.Bold, Href: null } name, { Style: WireStyle.None, Href: null } text] } && text.Text.StartsWith(": ", StringComparison.Ordinal) ? (name.Text, text.Text[2..]) : null;

    /// <summary>Concepts with code and name and no more: genres and services.</summary>
    internal void Plain(string element, IReadOnlyList<WireSubject> concepts, WireItem item, string field)
    {
        foreach (var concept in concepts)
        {
            // A service is a code of a vocabulary or an address, and no literal (QualRelPropType).
            var isCoded = element != "service" || NewsMlG2Out.QCode(concept.Scheme, concept.Code) is not null || (concept.Scheme is not null && TopicCodes.Address(concept.Scheme, concept.Code) is not null);
            xml.Start(element);
            if (isCoded)
            {
                Reference(concept.Scheme, concept.Code);
            }

            xml.Line("name", concept.Name);
            xml.WriteEndElement();
            if ((!isCoded && concept.Code is not null) || concept.Name.Length == 0 || NewsMlG2Out.Plain(concept.Name) != concept.Name || concept != new WireSubject(concept.Name, concept.Scheme, concept.Code) || IsLost(concept.Scheme, concept.Code))
            {
                losses.Lose(item, field, $"all that is said of {concept.Name}");
            }
        }
    }

    private void Mentions(WireItem item, IEnumerable<WireSubject> concepts, string type, string field)
    {
        foreach (var concept in concepts)
        {
            xml.Start("subject");
            xml.WriteAttributeString("type", type);
            Reference(concept.Scheme, concept.Code);
            if (concept.Relevance is >= 0 and <= 100)
            {
                xml.WriteAttributeString("relevance", concept.Relevance.Value.ToString(CultureInfo.InvariantCulture));
            }

            if (concept.Confidence is >= 0 and <= 100)
            {
                xml.WriteAttributeString("confidence", concept.Confidence.Value.ToString(CultureInfo.InvariantCulture));
            }

            xml.Attribute("creator", NewsMlG2Out.Own(concept.Creator));
            xml.Line("name", concept.Name);
            Parents(concept);
            xml.WriteEndElement();
            if (concept.Rel is not null || (concept.Creator is not null && NewsMlG2Out.Own(concept.Creator) is null) || concept.Confidence is < 0 or > 100 || concept.Name.Length == 0 || NewsMlG2Out.Plain(concept.Name) != concept.Name || concept.Parents?.Count == 0 || concept.Parents?.Any(parent => parent.Length == 0 || NewsMlG2Out.Plain(parent) != parent) == true || concept.Relevance is < 0 or > 100 || IsLost(concept.Scheme, concept.Code))
            {
                losses.Lose(item, field, $"all that is said of {concept.Name}");
            }
        }
    }

    private void Reference(WirePlace place, int? mention)
    {
        if (mention is not null && place is { Code: null, Latitude: not null })
        {
            // Ties the mention to its assertion.
            xml.WriteAttributeString("literal", string.Create(CultureInfo.InvariantCulture, $"place-{mention + 1}"));
        }
        else
        {
            Reference(place.Scheme, place.Code);
        }
    }

    private void Reference(string? scheme, string? code)
    {
        if (NewsMlG2Out.QCode(scheme, code) is { } qcode)
        {
            xml.WriteAttributeString("qcode", qcode);
        }
        else if (scheme is not null && TopicCodes.Address(scheme, code) is { } address)
        {
            xml.WriteAttributeString("uri", address);
        }
        else
        {
            xml.Attribute("literal", code is null ? null : NewsMlG2Out.Plain(code));
        }
    }

    /// <summary>True where scheme and code are not read again as they are.</summary>
    private static bool IsLost(string? scheme, string? code) => NewsMlG2Out.QCode(scheme, code) is null
        && (scheme is null ? code is not null && (code.Length == 0 || NewsMlG2Out.Plain(code) != code) : TopicCodes.Address(scheme, code) is not { } address || TopicCodes.Split(address) != (scheme, code));
}
