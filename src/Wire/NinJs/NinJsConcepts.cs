using System.Text.Json;

namespace Wireroom.Wire.NinJs;

/// <summary>Writes subjects, people, organisations, places, genre and sources.</summary>
internal sealed class NinJsConcepts(Utf8JsonWriter json, NinJsEdition edition)
{
    internal void Write(WireItem item, WireLosses losses)
    {
        Subjects(item, losses);
        Concepts("people", item.People, item, losses);
        Concepts("organisations", item.Organisations, item, losses);
        Places(item, losses);
        Concepts("genres", item.Genres, item, losses);
        Sources(item);
        if (item.Subjects.Any(subject => subject.SaidParents is not null))
        {
            losses.Lose(item, "subjects", "the parents of subjects");
        }

        foreach (var (field, concepts) in ((string, IReadOnlyList<WireSubject>)[])[("people", item.People), ("organisations", item.Organisations), ("genre", item.Genres)])
        {
            if (concepts.Any(concept => (concept.Relevance ?? concept.Confidence) is not null || concept.Creator is not null || (field == "genre" && (concept.Rel is not null || concept.Parents is not null))))
            {
                losses.Lose(item, field, $"relevance, creator and confidence of {field}");
            }
        }
    }

    /// <summary>Subjects; keywords stand with them as bare names in that relation.</summary>
    private void Subjects(WireItem item, WireLosses losses)
    {
        if (item.Subjects.Count + item.Keywords.Count == 0)
        {
            return;
        }

        json.WriteStartArray("subjects");
        var whole = true;
        foreach (var subject in item.Subjects)
        {
            whole &= Concept(subject);
        }

        foreach (var keyword in item.Keywords)
        {
            json.WriteStartObject();
            json.WriteString("name", keyword);
            json.WriteString("rel", "keyword");
            json.WriteEndObject();
        }

        json.WriteEndArray();
        LoseSchemes(whole, "subjects", item, losses);
    }

    private static void LoseSchemes(bool whole, string name, WireItem item, WireLosses losses)
    {
        if (!whole)
        {
            losses.Lose(item, name, $"the scheme of one of the {name}");
        }
    }

    private void Concepts(string name, IReadOnlyList<WireSubject> concepts, WireItem item, WireLosses losses)
    {
        if (concepts.Count == 0)
        {
            return;
        }

        json.WriteStartArray(name);
        var whole = true;
        foreach (var concept in concepts)
        {
            whole &= Concept(concept with { Relevance = null, Creator = null, Confidence = null, Rel = name == "genres" ? null : concept.Rel });
        }

        json.WriteEndArray();
        LoseSchemes(whole, name == "genres" ? "genre" : name, item, losses);
    }

    private bool Concept(WireSubject concept)
    {
        json.WriteStartObject();
        json.WriteString("name", concept.Name);
        var whole = Code(concept.Scheme, concept.Code);
        NinJsOwn.Text(json, "rel", concept.Rel);
        NinJsOwn.Text(json, "creator", concept.Creator);
        if (concept.Relevance is { } relevance)
        {
            json.WriteNumber("relevance", relevance);
        }

        if (concept.Confidence is { } confidence)
        {
            json.WriteNumber("confidence", confidence);
        }

        json.WriteEndObject();
        return whole;
    }

    /// <summary>The address of a code, or as a QCode where its scheme is the sender's own; false where a reader would not find the same scheme and code in it.</summary>
    private bool Code(string? scheme, string? code)
    {
        if (code is null)
        {
            return scheme is null;
        }

        var address = TopicCodes.Address(scheme, code);
        var said = address ?? (scheme is null ? code : $"{scheme}:{code}");
        json.WriteString(address is null ? "literal" : "uri", said);
        return TopicCodes.Split(said) == (scheme, code);
    }

    private void Places(WireItem item, WireLosses losses)
    {
        if (item.Places.Count == 0)
        {
            return;
        }

        json.WriteStartArray("places");
        foreach (var place in item.Places)
        {
            json.WriteStartObject();
            json.WriteString("name", place.Name);
            LoseSchemes(Code(place.Scheme, place.Code), "places", item, losses);
            if (place is { Latitude: { } latitude, Longitude: { } longitude })
            {
                json.WriteStartObject(edition.Spelt("geoJSON"));
                json.WriteString("type", "Point");
                json.WriteStartArray("coordinates");
                json.WriteNumberValue(longitude);
                json.WriteNumberValue(latitude);
                json.WriteEndArray();
                json.WriteEndObject();
            }

            if (place.Country is not null)
            {
                losses.Lose(item, "places", $"the country of {place.Name}");
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void Sources(WireItem item)
    {
        if (item.Sources.Count == 0 && item.Provider is null)
        {
            return;
        }

        json.WriteStartArray(edition.Spelt("infoSources"));
        foreach (var source in item.Sources)
        {
            Named(source, "source");
        }

        if (item.Provider is not null)
        {
            Named(item.Provider, "provider");
        }

        json.WriteEndArray();
    }

    private void Named(string name, string? role)
    {
        json.WriteStartObject();
        json.WriteString("name", name);
        NinJsOwn.Text(json, "role", role);
        json.WriteEndObject();
    }
}
