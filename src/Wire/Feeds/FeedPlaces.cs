using Wireroom.Wire.Xml;

namespace Wireroom.Wire.Feeds;

/// <summary>Points of GeoRSS Simple, GeoRSS GML and the W3C's Basic Geo. Lines and areas are no places of a story and are dropped visibly.</summary>
internal static class FeedPlaces
{
    internal static bool Take(XmlElement element, FeedItemDraft draft)
    {
        switch (element.Name)
        {
            case "georss:point":
                return Point(element.Text, draft);
            case "georss:where":
                return element.Descendants().FirstOrDefault(child => child.Name == "gml:pos") is { } position && Point(position.Text, draft);
            case "georss:featurename" when element.TextOrNull is { } name:
                Named(name, draft);
                return true;
            case "geo:point":
                return Pair(element.Child("geo:lat")?.Text, element.Child("geo:long")?.Text, draft);
            case "geo:lat":
                draft.Latitude = element.Text;
                return Pair(draft.Latitude, draft.Longitude, draft) || draft.Longitude is null;
            case "geo:long":
                draft.Longitude = element.Text;
                return Pair(draft.Latitude, draft.Longitude, draft) || draft.Latitude is null;
            default:
                return false;
        }
    }

    private static bool Point(string text, FeedItemDraft draft)
    {
        var parts = text.Split([' ', ',', '\t', '\n'], StringSplitOptions.RemoveEmptyEntries);
        return parts.Length >= 2 && Pair(parts[0], parts[1], draft);
    }

    private static bool Pair(string? latitude, string? longitude, FeedItemDraft draft)
    {
        if (FeedExtensions.Degrees(latitude) is not { } north || FeedExtensions.Degrees(longitude) is not { } east || Math.Abs(north) > 90)
        {
            return false;
        }

        var named = draft.Places.Values is [.., { Latitude: null } last] ? last : null;
        draft.Places.Replace(named, (named ?? new WirePlace("")) with { Latitude = north, Longitude = east });
        return true;
    }

    private static void Named(string name, FeedItemDraft draft)
    {
        var nameless = draft.Places.Values is [.., { Name: "" } last] ? last : null;
        draft.Places.Replace(nameless, (nameless ?? new WirePlace("")) with { Name = name });
    }
}
