using Wireroom.Newsroom.Site.Frame;
using Wireroom.Newsroom.Site.Machines;
using Wireroom.Storage;
using Wireroom.Stories;

namespace Wireroom.Newsroom.Site.Names;

/// <summary>The page of an author as schema.org ProfilePage, that of a place or an agency as CollectionPage.</summary>
internal static class NamedJson
{
    public static byte[] Of(Edition edition, NamedStories name, string address) => JsonLd.Write((edition, name, address), static (json, of) =>
    {
        var (edition, name, address) = of;
        var isAuthor = name.Kind == NameKind.Author;
        json.WriteString("@context"u8, "https://schema.org"u8);
        json.WriteString("@type"u8, isAuthor ? "ProfilePage"u8 : "CollectionPage"u8);
        json.WriteString("url"u8, edition.Absolute(address));
        json.WriteString("dateModified"u8, edition.Times.Instant(name.Newest));
        json.WriteStartObject(isAuthor ? "mainEntity"u8 : "about"u8);
        json.WriteString("@type"u8, name.Kind switch { NameKind.Author => "Person"u8, NameKind.Place => "Place"u8, _ => "NewsMediaOrganization"u8 });
        json.WriteString("name"u8, name.Name);
        json.WriteString("url"u8, edition.Absolute(address));
        json.WriteEndObject();
        JsonLd.WritePublisher(json, edition);
    });
}
