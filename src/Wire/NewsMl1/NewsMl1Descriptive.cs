using System.Globalization;
using Wireroom.Wire.Dates;
using Wireroom.Wire.Feeds;
using Wireroom.Wire.Html;
using Wireroom.Wire.Xml;

namespace Wireroom.Wire.NewsMl1;

/// <summary>Reads what a component is about (NewsML 1.2, section 5.7.4, DescriptiveMetadata).</summary>
internal static class NewsMl1Descriptive
{
    // The alias of IPTC's older subject codes.
    private const string SubjectCodes = "subj";

    internal static void Read(XmlElement metadata, NewsMl1Draft draft)
    {
        foreach (var element in metadata.Children)
        {
            var name = element["formalname"];
            switch (element.LocalName)
            {
                case "language" when draft.Item.Language is null:
                    draft.Item = draft.Item with { Language = name ?? element.TextOrNull };
                    break;
                case "language":
                    draft.Dropped.AddOnce("language", name == draft.Item.Language ? null : name);
                    break;
                case "genre":
                    if ((draft.Topics.NameOf(name) ?? name) is { } genre)
                    {
                        draft.Add(new WireSubject(genre), draft.Genres);
                    }

                    break;
                case "subjectcode":
                    Subjects(element, draft);
                    break;
                case "subject" or "subjectmatter" or "subjectdetail":
                    Subject(element, draft);
                    break;
                case "datelinedate":
                    DatelineDate(element, draft);
                    break;
                case "location":
                    Location(element, draft);
                    break;
                case "topicoccurrence":
                    Occurrence(element, draft);
                    break;
                case "property":
                    Property(element, draft, "descriptivemetadata");
                    break;
                case "ofinterestto":
                    draft.Dropped.AddOnce("ofinterestto", name);
                    break;
                case "catalog":
                    break;
                default:
                    draft.Dropped.Add(element);
                    break;
            }
        }
    }

    private static void Subjects(XmlElement group, NewsMl1Draft draft)
    {
        foreach (var element in group.Children)
        {
            if (element.LocalName == "subjectqualifier")
            {
                draft.Dropped.AddOnce("subjectqualifier", element["formalname"]);
            }
            else
            {
                Subject(element, draft);
            }
        }

        if (group["formalname"] is not null)
        {
            Subject(group, draft);
        }
    }

    /// <summary>A subject of any of the three levels. Codes of eight figures are IPTC's, whatever the sender calls the scheme.</summary>
    private static void Subject(XmlElement element, NewsMl1Draft draft)
    {
        if ((element["formalname"] ?? element.TextOrNull) is not { } formal)
        {
            return;
        }

        draft.Dropped.AddOnce($"{element.LocalName}.cat", element["cat"]);
        var said = element["scheme"] ?? element["vocabulary"];
        var (scheme, code) = TopicCodes.Split(formal);
        var name = draft.Topics.NameOf(formal) ?? element["name"];
        if (scheme is null && code.Length == 8 && code.All(char.IsAsciiDigit) && (said is null || said.Contains("iptc", StringComparison.OrdinalIgnoreCase) || said.Contains("subject", StringComparison.OrdinalIgnoreCase)))
        {
            scheme = code.StartsWith("2000", StringComparison.Ordinal) ? "medtop" : SubjectCodes;
        }

        scheme ??= TopicCodes.SchemeOf(said);
        draft.Add(new WireSubject(name ?? code, scheme, scheme is null && name is null ? null : code, Relevance(element)), draft.Subjects);
    }

    /// <summary>How important a subject is, where it is said in figures (the assignment attributes of NewsML 1.2).</summary>
    private static int? Relevance(XmlElement element) => int.TryParse(element["importance"], NumberStyles.None, CultureInfo.InvariantCulture, out var importance) && importance <= 100 ? importance : null;

    private static void DatelineDate(XmlElement element, NewsMl1Draft draft)
    {
        var time = WireDates.Read(element.Text);
        if (draft.Item.Created is null)
        {
            draft.Item = draft.Item with { Created = time };
        }
        else if (time?.Instant != draft.Item.Created.Instant || time?.Local != draft.Item.Created.Local)
        {
            draft.Dropped.AddOnce("datelinedate", element.Text);
        }
    }

    private static void Location(XmlElement element, NewsMl1Draft draft)
    {
        var parts = element.Children.Where(child => child.LocalName == "property" && child["formalname"] is not null).ToList();
        XmlElement? Part(params ReadOnlySpan<string> names)
        {
            foreach (var part in parts)
            {
                if (names.Contains(part["formalname"]!.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant()) && draft.Topics.Value(part) is { Length: > 0 })
                {
                    return part;
                }
            }

            return null;
        }

        string? Said(XmlElement? part) => part is null ? null : draft.Topics.Value(part);

        var country = Part("country", "countrycode", "iso-cc", "countryname");
        var narrowest = Part("sublocation") ?? Part("city", "town", "place") ?? Part("area", "countryarea", "state", "stateprovince", "state-prov", "province", "region", "county") ?? country ?? Part("worldregion");
        var (latitude, longitude) = (FeedExtensions.Degrees(Said(Part("latitude", "lat"))), FeedExtensions.Degrees(Said(Part("longitude", "long", "lon"))));
        if ((Said(narrowest) ?? (element.Children.Count == 0 ? element["formalname"] ?? element.TextOrNull : null)) is not { } name)
        {
            return;
        }

        var code = narrowest?["code"];
        var place = new WirePlace(Spaces.Collapse(name), code is null ? null : narrowest?["allowedvalues"] ?? narrowest?["scheme"], code, latitude, longitude, country == narrowest ? null : Said(country));
        foreach (var part in parts.Where(part => part != narrowest && part != country && part["formalname"] is var kind && !(latitude is not null && kind?.StartsWith("l", StringComparison.OrdinalIgnoreCase) == true)))
        {
            draft.Dropped.AddOnce($"location.{part["formalname"]}", Said(part));
        }

        Place(place, element["howpresent"]?.ToLowerInvariant() is null or "origin" or "dateline" or "from" or "creation" or "created" or "written", draft);
    }

    /// <summary>Where it was written is where it is located; another place is so only where nothing else is said.</summary>
    private static void Place(WirePlace place, bool isOrigin, NewsMl1Draft draft)
    {
        if (draft.Item.Located is not { } known || (isOrigin && !draft.IsLocatedByOrigin && known.Name != place.Name))
        {
            draft.Places.InsertRange(0, draft.Item.Located is { } other ? [other] : []);
            draft.Item = draft.Item with { Located = place };
            draft.IsLocatedByOrigin = isOrigin;
        }
        else if (known.Name != place.Name)
        {
            draft.Add(place);
        }
    }

    /// <summary>A topic of the document that occurs in the copy: a person, an organisation, a place, or a subject.</summary>
    private static void Occurrence(XmlElement element, NewsMl1Draft draft)
    {
        if (draft.Topics.Of(element["topic"]) is not { } topic || (topic.Name ?? topic.Code) is not { } name)
        {
            draft.Dropped.AddOnce("topicoccurrence", element["topic"]);
            return;
        }

        Concept(topic.Type, new WireSubject(name, TopicCodes.SchemeOf(topic.Scheme), topic.Code, Relevance(element)), draft);
    }

    private static void Concept(string type, WireSubject subject, NewsMl1Draft draft)
    {
        switch (type)
        {
            case var person when person.Contains("person", StringComparison.Ordinal) || person.Contains("people", StringComparison.Ordinal):
                draft.Add(subject, draft.People);
                break;
            case var party when party.Contains("organi", StringComparison.Ordinal) || party.Contains("company", StringComparison.Ordinal) || party.Contains("party", StringComparison.Ordinal) || party.Contains("team", StringComparison.Ordinal):
                draft.Add(subject, draft.Organisations);
                break;
            case var place when place.Contains("location", StringComparison.Ordinal) || place.Contains("country", StringComparison.Ordinal) || place.Contains("city", StringComparison.Ordinal) || place.Contains("geo", StringComparison.Ordinal) || place.Contains("region", StringComparison.Ordinal) || place.Contains("place", StringComparison.Ordinal):
                if (draft.Places.All(other => other.Name != subject.Name))
                {
                    draft.Add(new WirePlace(subject.Name, subject.Scheme, subject.Code));
                }

                break;
            default:
                draft.Add(subject, draft.Subjects);
                break;
        }
    }

    /// <summary>A property of the sender's own; those are known that many senders share.</summary>
    internal static void Property(XmlElement property, NewsMl1Draft draft, string where)
    {
        var name = property["formalname"] ?? "property";
        var value = draft.Topics.Value(property) is { } said ? Spaces.Collapse(said) : null;
        foreach (var child in property.Children.Where(child => child.LocalName == "property"))
        {
            draft.Dropped.AddOnce($"{where}.{name}.{child["formalname"]}", draft.Topics.Value(child));
        }

        if (string.IsNullOrEmpty(value))
        {
            return;
        }

        switch (name.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant())
        {
            case "generatorsoftware" or "generator":
                // Says which program wrote the file, nothing of the news.
                break;
            case "keyword" or "keywords" when property["role"]?.Contains("person", StringComparison.OrdinalIgnoreCase) == true:
                draft.Add(new WireSubject(value, null, property["code"]), draft.People);
                break;
            case "keyword" or "keywords" or "tag":
                draft.Keyword(value);
                break;
            case "words" or "wordcount" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var words) && draft.Item.WordCount is null or 0:
                draft.Item = draft.Item with { WordCount = words > 0 ? words : null };
                break;
            case "person" or "personinimage" or "people":
                Concept("person", new WireSubject(value, property["scheme"], property["code"]), draft);
                break;
            case "organisation" or "organization" or "company":
                Concept("company", new WireSubject(value, property["scheme"], property["code"]), draft);
                break;
            default:
                draft.Dropped.AddOnce($"{where}.{name}", value);
                break;
        }
    }
}
