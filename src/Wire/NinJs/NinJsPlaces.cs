using System.Text.Json;
using Wireroom.Wire.Json;

namespace Wireroom.Wire.NinJs;

/// <summary>Places, with the point of their GeoJSON (RFC 7946: longitude first).</summary>
internal static class NinJsPlaces
{
    internal static void Read(JsonElement value, NinJsDraft draft)
    {
        foreach (var each in value.Each())
        {
            var (scheme, code) = each.ValueKind == JsonValueKind.Object ? NinJsLists.Code(each) : (null, null);
            var name = each.ValueKind == JsonValueKind.Object ? each.TextOf("name") ?? "" : each.Text() ?? "";
            var place = new WirePlace(name, scheme, code, Country: each.TextOf("country"));
            var shape = each.Of("geoJSON");
            shape = shape.ValueKind == JsonValueKind.Undefined ? each.Of("geometry_geojson") : shape;
            var point = shape.Of("geometry") is { ValueKind: JsonValueKind.Object } geometry ? geometry : shape;
            var coordinates = point.Of("coordinates").Each().Select(JsonValues.Number).ToList();
            if (point.TextOf("type") == "Point" && coordinates is [{ } longitude, { } latitude, ..] && Math.Abs(latitude) <= 90 && Math.Abs(longitude) <= 180)
            {
                place = place with { Latitude = latitude, Longitude = longitude };
            }
            else
            {
                draft.Drop("places.geoJSON", shape);
            }

            draft.Places.Add(place);
            draft.DropRest("places", each, "name", "uri", "scheme", "code", "geoJSON", "geometry_geojson", "country", code is not null && each.TextOf("uri") is null ? "literal" : "name");
        }
    }
}
