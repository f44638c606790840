using System.Globalization;

namespace Wireroom.Wire.PhotoMetadata;

/// <summary>
/// Where the picture was taken and what places it shows (IPTC Photo Metadata Standard, "Location Created", "Location Shown"): the city
/// and what lies within it are places; the region is dropped visibly, because a place has none.
/// </summary>
internal static class PhotoPlaces
{
    internal static (WirePlace? Located, IReadOnlyList<WirePlace> Places) Read(PhotoSays says)
    {
        var camera = says.Exif?.Position() ?? Position(says.Xmp.Text("exif:GPSLatitude"), says.Xmp.Text("exif:GPSLongitude"));
        var created = says.Xmp["Iptc4xmpExt:LocationCreated"]?.Each.SelectMany(value => OfStructure(value, says)).ToList() ?? [];
        var shown = says.Xmp["Iptc4xmpExt:LocationShown"]?.Each.SelectMany(value => OfStructure(value, says)).ToList() ?? [];
        var legacy = Named(
            says.One("photoshop:City", 90), says.One("Iptc4xmpCore:Location", 92), says.One("photoshop:State", 95), says.One("photoshop:Country", 101), says.One("Iptc4xmpCore:CountryCode", 100), says);

        // IPTC Core's own place elements say where the picture was taken where nothing else does.
        var taken = created.Count > 0 ? created : legacy;
        var places = new List<WirePlace>();
        if (camera is { } at)
        {
            taken = taken.Count == 0 ? [new WirePlace("", Latitude: at.Latitude, Longitude: at.Longitude)]
                : taken.Exists(place => place.Latitude is not null) ? taken
                : [.. taken.SkipLast(1), taken[^1] with { Latitude = at.Latitude, Longitude = at.Longitude }];
        }

        foreach (var place in taken.Concat(shown).Concat(created.Count > 0 ? legacy : []))
        {
            var same = places.FindIndex(other => other.Name == place.Name);
            if (same < 0)
            {
                places.Add(place);
            }
            else
            {
                var known = places[same];
                places[same] = known with { Country = known.Country ?? place.Country, Scheme = known.Scheme ?? place.Scheme, Code = known.Code ?? place.Code, Latitude = known.Latitude ?? place.Latitude, Longitude = known.Longitude ?? place.Longitude };
            }
        }

        return (taken.FirstOrDefault(place => place.Name.Length > 0), places);
    }

    /// <summary>A structure of location details: its city, and what lies within it, which then has the coordinates.</summary>
    private static List<WirePlace> OfStructure(XmpValue value, PhotoSays says)
    {
        string? Field(string name) => PhotoSays.Clean(value.Field($"Iptc4xmpExt:{name}")?.First);
        var places = Named(Field("City"), Field("Sublocation") ?? Field("LocationName"), Field("ProvinceState"), Field("CountryName"), Field("CountryCode"), says);
        says.Drop("location.world-region", Field("WorldRegion"));
        if (Field("Sublocation") is not null)
        {
            says.Drop("location.name", Field("LocationName"));
        }

        var position = Position(value.Field("exif:GPSLatitude")?.First, value.Field("exif:GPSLongitude")?.First);
        if (places.Count == 0)
        {
            return position is { } only ? [new WirePlace("", Latitude: only.Latitude, Longitude: only.Longitude)] : [];
        }

        var (scheme, code) = Field("LocationId") is { } id ? TopicCodes.Split(id) : (null, null);
        places[^1] = places[^1] with { Scheme = scheme, Code = code, Latitude = position?.Latitude, Longitude = position?.Longitude };
        return places;
    }

    private static List<WirePlace> Named(string? city, string? within, string? region, string? country, string? code, PhotoSays says)
    {
        var places = new List<WirePlace>();
        if (city is not null)
        {
            places.Add(new WirePlace(city, Country: country ?? code));
        }

        if (within is not null && within != city)
        {
            places.Add(new WirePlace(within, Country: country ?? code));
        }

        if (places.Count > 0)
        {
            says.Drop("location.region", region);
            says.Drop("location.country-code", country is null ? null : code);
            return places;
        }

        if (region is not null)
        {
            says.Drop("location.country-code", country is null ? null : code);
            return [new WirePlace(region, Country: country ?? code)];
        }

        return country is not null || code is not null ? [new WirePlace(country ?? code!, Country: country is null ? null : code)] : [];
    }

    /// <summary>Coordinates as XMP writes them (ISO 16684-1, GPSCoordinate): <c>45,48.75N</c>, <c>45,48,45N</c>, or a number.</summary>
    private static (double Latitude, double Longitude)? Position(string? latitude, string? longitude) =>
        Degrees(latitude) is { } north && Degrees(longitude) is { } east && Math.Abs(north) <= 90 && Math.Abs(east) <= 180 ? (north, east) : null;

    private static double? Degrees(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var trimmed = text.Trim().ToUpperInvariant();
        var side = trimmed[^1];
        var parts = trimmed.TrimEnd('N', 'S', 'E', 'W').Split(',');
        var value = 0.0;
        for (var at = 0; at < parts.Length; at++)
        {
            if (at > 2 || !double.TryParse(parts[at], NumberStyles.Float, CultureInfo.InvariantCulture, out var part))
            {
                return null;
            }

            value += part / Math.Pow(60, at);
        }

        return Math.Round(side is 'S' or 'W' ? -value : value, 7);
    }
}
