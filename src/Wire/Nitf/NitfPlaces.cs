using Wireroom.Wire.Html;
using Wireroom.Wire.Xml;

namespace Wireroom.Wire.Nitf;

/// <summary>Reads places: location with its parts, and the place of the event.</summary>
internal static class NitfPlaces
{
    /// <summary>The place of a location element by its narrowest part; null where nothing is named.</summary>
    internal static WirePlace? Of(XmlElement location, NitfDraft draft)
    {
        string? Part(string name) => location.Children.FirstOrDefault(child => child.LocalName == name) is { } part && Spaces.Collapse(part.RawText) is { Length: > 0 } text ? text : null;
        XmlElement? Element(string name) => location.Children.FirstOrDefault(child => child.LocalName == name);

        var own = Spaces.Collapse(location.Head ?? "").TrimEnd(',', ' ', '(');
        var city = Element("sublocation") ?? Element("city");
        var country = Part("country");
        var isoCountry = Element("country")?["iso-cc"];
        var name = Part("sublocation") ?? Part("city") ?? (own.Length > 0 ? own : null) ?? Part("state") ?? Part("region");
        var place = new WirePlace(
            name ?? country ?? isoCountry ?? location["location-code"] ?? "",
            city?["code-source"] ?? location["code-source"],
            city?["location-code"] ?? city?["city-code"] ?? location["location-code"],
            Country: name is null ? isoCountry : country ?? isoCountry);
        if (place.Name.Length == 0)
        {
            return null;
        }

        foreach (var part in (string[])["city", "state", "region"])
        {
            draft.Drop($"location.{part}", Part(part) == place.Name ? null : Part(part));
        }

        draft.Drop("location.iso-cc", place.Country == isoCountry ? null : isoCountry);
        return place;
    }

    /// <summary>Where it happened (NITF 3.6, evloc): the dateline's place where there is none, and otherwise one more place.</summary>
    internal static void EventPlace(XmlElement element, NitfDraft draft)
    {
        var (city, county, state, country) = (element["city"], element["county-dist"], element["state-prov"], element["iso-cc"]);
        if ((city ?? county ?? state ?? country ?? element.TextOrNull) is not { } name)
        {
            return;
        }

        draft.Drop("evloc.state-prov", name == state ? null : state);
        draft.Drop("evloc.county-dist", name == county ? null : county);
        var place = new WirePlace(name, Country: name == country ? null : country);
        if (draft.Item.Located is null)
        {
            draft.Item = draft.Item with { Located = place };
            draft.IsLocatedWidely = city is null;
        }
        else
        {
            draft.Places.Add(place);
        }
    }

    /// <summary>The place of the dateline is where it was written; the place of the event then stands among the places.</summary>
    internal static void Dateline(XmlElement location, NitfDraft draft)
    {
        if (Of(location, draft) is { } place)
        {
            Dateline(place, draft);
        }
    }

    /// <summary>The same of a dateline that names its place without an element for it.</summary>
    internal static void Dateline(WirePlace place, NitfDraft draft)
    {
        if (draft.Item.Located is { } known && known.Name != place.Name)
        {
            draft.Places.Insert(0, known);
        }

        draft.Item = draft.Item with { Located = place with { Country = place.Country ?? (draft.Item.Located?.Name == place.Name ? draft.Item.Located.Country : null) } };
    }
}
