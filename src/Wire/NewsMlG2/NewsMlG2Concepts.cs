using System.Globalization;
using Wireroom.Wire.Xml;

namespace Wireroom.Wire.NewsMlG2;

/// <summary>What a concept is.</summary>
internal enum NewsMlG2ConceptKind
{
    /// <summary>An abstract concept, an object, an event, or unsaid.</summary>
    Subject,

    /// <summary>A person.</summary>
    Person,

    /// <summary>An organisation.</summary>
    Organisation,

    /// <summary>A geographical area or a point of interest.</summary>
    Place,
}

/// <summary>
/// Reads concepts: names, codes, kinds, broader concepts as parents, coordinates. What the item asserts of a concept elsewhere counts
/// as if it stood at each mention (NewsML-G2 2.35, assert).
/// </summary>
internal sealed class NewsMlG2Concepts
{
    private const int MostParents = 32;

    private readonly NewsMlG2Draft draft;
    private readonly Dictionary<string, XmlElement> asserts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, XmlElement> named = new(StringComparer.Ordinal);
    private readonly HashSet<XmlElement> used = [];

    internal NewsMlG2Concepts(NewsMlG2Draft draft, XmlElement root)
    {
        this.draft = draft;
        foreach (var part in root.Children.Where(child => child.Name is "assert" or "contentmeta" or "itemmeta"))
        {
            if (part.Name == "assert" && Key(part) is { } asserted)
            {
                asserts.TryAdd(asserted, part);
            }

            foreach (var element in part.Descendants().Prepend(part))
            {
                if (element.Child("name") is not null && Key(element) is { } key)
                {
                    named.TryAdd(key, element);
                }
            }
        }
    }

    /// <summary>Takes a subject to where it belongs.</summary>
    internal void Take(XmlElement element)
    {
        var concept = element.Child("mainconcept") ?? element;
        if (Kind(concept) == NewsMlG2ConceptKind.Place)
        {
            if (Place(concept) is { } place)
            {
                draft.Places.Add(place);
            }
        }
        else if (Subject(concept, element) is { } subject)
        {
            (Kind(concept) switch { NewsMlG2ConceptKind.Person => draft.People, NewsMlG2ConceptKind.Organisation => draft.Organisations, _ => draft.Subjects }).Add(subject);
        }

        draft.DropChildren(concept, "name", "broader", "geoareadetails", "poidetails");
        if (concept != element)
        {
            draft.DropChildren(element, "mainconcept");
        }
    }

    internal WireSubject? Subject(XmlElement concept, XmlElement? mention = null)
    {
        var (scheme, code) = draft.Codes.Of(concept);
        var name = Name(concept);
        if (name is null)
        {
            return null;
        }

        // A literal that only ties a mention to its assertion is no code.
        code = scheme is null && concept["literal"] == code && Asserted(concept) is not null ? null : code;
        var relevance = int.TryParse((mention ?? concept)["relevance"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= 100 ? number : (int?)null;
        var parents = new List<string>();
        Parents(concept, parents, [Key(concept) ?? ""]);
        var confidence = int.TryParse((mention ?? concept)["confidence"], NumberStyles.None, CultureInfo.InvariantCulture, out var sure) && sure <= 100 ? sure : (int?)null;
        var creator = (mention ?? concept)["creator"] ?? (mention ?? concept)["creatoruri"];
        return new WireSubject(name, scheme, code, relevance, parents.Count > 0 ? parents : null)
        {
            Creator = creator is not null && draft.Codes.Split(creator) is (NewsMlG2Codes.Own, var own) ? own : creator,
            Confidence = confidence,
        };
    }

    internal WirePlace? Place(XmlElement concept)
    {
        var asserted = Asserted(concept);
        var details = Details(concept) ?? Details(asserted);
        var address = details?.Child("address");
        var (scheme, code) = draft.Codes.Of(concept);
        code = scheme is null && concept["literal"] == code && asserted is not null ? null : code;
        var name = Name(concept, orCode: false) ?? NewsMlG2Text.Line(address?.Child("line")) ?? NewsMlG2Text.Name(address?.Child("locality"), draft.Language) ?? (code is null ? null : Name(concept));
        if (name is null)
        {
            return null;
        }

        var position = details?.Child("position") ?? details?.Child("circle")?.Child("position");
        var (latitude, longitude) = (Degrees(position?["latitude"], 90), Degrees(position?["longitude"], 180));
        var country = Country(concept, asserted, address);
        foreach (var broader in concept.All("broader").Concat(asserted?.All("broader") ?? []))
        {
            draft.Drop("place.broader", Name(broader) is { } wider && wider != country ? wider : null);
        }

        var known = latitude is not null && longitude is not null;
        return new WirePlace(name, scheme, code, known ? latitude : null, known ? longitude : null, country == name ? null : country);
    }

    /// <summary>The kind by the type of the concept or its assertion, by what details are given of it, or by a scheme that holds places only.</summary>
    internal NewsMlG2ConceptKind Kind(XmlElement concept)
    {
        var asserted = Asserted(concept);
        foreach (var source in new[] { concept, asserted })
        {
            var types = source is null ? [] : source.All("type").Select(type => draft.Codes.Word(type, "qcode")).Prepend(draft.Codes.Word(source, "type"));
            foreach (var type in types)
            {
                if (KindOf(type) is { } kind)
                {
                    return kind;
                }
            }
        }

        foreach (var source in new[] { concept, asserted })
        {
            foreach (var child in source?.Children ?? [])
            {
                switch (child.Name)
                {
                    case "persondetails":
                        return NewsMlG2ConceptKind.Person;
                    case "organisationdetails":
                        return NewsMlG2ConceptKind.Organisation;
                    case "geoareadetails" or "poidetails":
                        return NewsMlG2ConceptKind.Place;
                    default:
                        break;
                }
            }
        }

        return concept["type"] is null && draft.Codes.Of(concept).Scheme is "wldreg" or "iso3166-1a2" or "iso3166-1a3" or "iso3166-2" ? NewsMlG2ConceptKind.Place : NewsMlG2ConceptKind.Subject;
    }

    /// <summary>The name of a person or organisation: its name, else what stands for it.</summary>
    internal string? Party(XmlElement element, bool isAgency = true)
    {
        if (isAgency && element["qcode"] is not null && draft.Codes.Of(element).Scheme is { } scheme)
        {
            draft.PartySchemes.Add(scheme);
        }

        return Name(element, orCode: false) ?? element["literal"] ?? (element["qcode"] is { } qcode ? draft.Codes.Bare(qcode) : element["uri"] is { } address && NewsMlG2Codes.IsIptc(address) ? draft.Codes.Bare(address) : element["uri"]);
    }

    /// <summary>The name of a concept: at the mention, in its assertion, or wherever else the item names it; else its code.</summary>
    internal string? Name(XmlElement concept, bool orCode = true)
    {
        var name = NewsMlG2Text.Name(concept, draft.Language) ?? NewsMlG2Text.Name(Asserted(concept), draft.Language)
            ?? (Key(concept) is { } key && named.TryGetValue(key, out var elsewhere) ? NewsMlG2Text.Name(elsewhere, draft.Language) : null);
        return name ?? (!orCode ? null : concept["literal"] ?? draft.Codes.Of(concept).Code);
    }

    /// <summary>Drops what was asserted of concepts that nothing mentions, and what of the others has no place.</summary>
    internal void Finish()
    {
        foreach (var assertion in asserts.Values)
        {
            if (!used.Contains(assertion))
            {
                draft.Drop(assertion);
            }
            else
            {
                foreach (var child in assertion.Children.Where(child => child.Name is not ("name" or "type" or "broader" or "geoareadetails")))
                {
                    if (child.Name == "poidetails")
                    {
                        draft.DropChildren(child, "position", "address");
                    }
                    else
                    {
                        draft.Drop(child);
                    }
                }
            }
        }
    }

    private static NewsMlG2ConceptKind? KindOf(string? type) => type switch
    {
        null => null,
        "person" or "people" => NewsMlG2ConceptKind.Person,
        "organisation" or "organization" or "org" or "company" => NewsMlG2ConceptKind.Organisation,
        "poi" or "city" or "country" or "statprov" or "place" or "location" or "geo" => NewsMlG2ConceptKind.Place,
        _ when type.StartsWith("geoarea", StringComparison.Ordinal) => NewsMlG2ConceptKind.Place,
        "abstract" or "object" or "event" => NewsMlG2ConceptKind.Subject,
        _ => null,
    };

    private void Parents(XmlElement concept, List<string> parents, HashSet<string> seen)
    {
        var broader = concept.All("broader").ToList();
        var asserted = Asserted(concept);
        broader = broader.Count > 0 || asserted is null ? broader : [.. asserted.All("broader")];
        foreach (var wider in broader.Where(wider => parents.Count < MostParents && (Key(wider) is not { } key || seen.Add(key))).ToList())
        {
            if ((Name(wider, orCode: false) ?? wider["qcode"] ?? wider["uri"] ?? wider["literal"]) is { } name)
            {
                parents.Add(name);
            }

            // What stands above the wider concept, where the item says so at this mention or at another.
            var full = wider.Child("broader") is null && Key(wider) is { } key && named.TryGetValue(key, out var elsewhere) ? elsewhere : wider;
            if (full != concept)
            {
                Parents(full, parents, seen);
            }
        }
    }

    private string? Country(XmlElement concept, XmlElement? asserted, XmlElement? address)
    {
        foreach (var broader in concept.All("broader").Concat(asserted?.All("broader") ?? []))
        {
            if (draft.Codes.Word(broader, "type") is { } type ? type.EndsWith("country", StringComparison.Ordinal) : draft.Codes.Of(broader) is { Scheme: { } scheme, Code: { } code } && IsCountry(scheme, code))
            {
                return Name(broader);
            }

            // The wider place says elsewhere in the item that it is a country.
            if (Key(broader) is { } key && named.TryGetValue(key, out var wider) && wider.All("sameas").Any(same => draft.Codes.Of(same) is { Scheme: { } known, Code: { } number } && IsCountry(known, number)))
            {
                return Name(broader);
            }
        }

        return address?.Child("country") is { } country ? Name(country) : null;
    }

    private static bool IsCountry(string scheme, string code) =>
        (scheme.StartsWith("iso3166-1", StringComparison.OrdinalIgnoreCase) && !code.Contains('-', StringComparison.Ordinal)) || scheme.EndsWith("country", StringComparison.OrdinalIgnoreCase) || scheme.Equals("cntry", StringComparison.OrdinalIgnoreCase);

    private static double? Degrees(string? text, double most) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var degrees) && Math.Abs(degrees) <= most ? degrees : null;

    private static XmlElement? Details(XmlElement? concept) => concept?.Child("geoareadetails") ?? concept?.Child("poidetails");

    private XmlElement? Asserted(XmlElement concept)
    {
        if (Key(concept) is { } key && asserts.TryGetValue(key, out var assertion) && assertion != concept)
        {
            used.Add(assertion);
            return assertion;
        }

        return null;
    }

    private static string? Key(XmlElement concept) => concept["qcode"] is { } qcode ? "q" + qcode : concept["uri"] is { } address ? "u" + address : concept["literal"] is { } literal ? "l" + literal : null;
}
