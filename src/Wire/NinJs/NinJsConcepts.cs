using System.Text.Json;

namespace Wireroom.Wire.NinJs;

/// <summary>Writes subjects, people, organisations, places, genre and sources.</summary>
internal sealed class NinJsConcepts(Utf8JsonWriter json, NinJsEdition edition)
{
    internal void Write(WireItem item, WireLosses? losses)
    {
        Subjects(item);
        Concepts("people", item.People);
        Concepts("organisations", item.Organisations);
        Places(item, losses);
        if (item.Genre is { } genre)
        {
            json.WriteStartArray("genres");
            Named(genre, null);
            json.WriteEndArray();
        }

        Sources(item);
        if (item.Subjects.Any(subject => subject.Parents is not null))
        {
            losses?.Lose(item, "subjects", "the parents of subjects");
        }

        if (item.People.Concat(item.Organisations).Any(concept => concept.Relevance is not null))
        {
            losses?.Lose(item, item.People.Any(person => person.Relevance is not null) ? "people" : "organisations", "the relevance of people and organisations");
        }
    }

    /// <summary>Subjects; keywords stand with them as bare names in that relation.</summary>
    private void Subjects(WireItem item)
    {
        if (item.Subjects.Count + item.Keywords.Count == 0)
        {
            return;
        }

        json.WriteStartArray("subjects");
        foreach (var subject in item.Subjects)
        {
            Concept(subject);
        }

        foreach (var keyword in item.Keywords)
        {
            json.WriteStartObject();
            json.WriteString("name", keyword);
            json.WriteString("rel", "keyword");
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void Concepts(string name, IReadOnlyList<WireSubject> concepts)
    {
        if (concepts.Count == 0)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (var concept in concepts)
        {
            Concept(name == "subjects" ? concept : concept with { Relevance = null });
        }

        json.WriteEndArray();
    }

    private void Concept(WireSubject concept)
    {
        json.WriteStartObject();
        json.WriteString("name", concept.Name);
        Code(concept.Scheme, concept.Code);
        if (concept.Relevance is { } relevance)
        {
            json.WriteNumber("relevance", relevance);
        }

        json.WriteEndObject();
    }

    private void Code(string? scheme, string? code)
    {
        if (TopicCodes.Address(scheme, code) is { } address)
        {
            json.WriteString("uri", address);
        }
        else if ((scheme ?? code) is not null)
        {
            json.WriteString("literal", scheme is null ? code : code is null ? scheme : $"{scheme}:{code}");
        }
    }

    private void Places(WireItem item, WireLosses? losses)
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
            Code(place.Scheme, place.Code);
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
                losses?.Lose(item, "places", $"the country of {place.Name}");
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
