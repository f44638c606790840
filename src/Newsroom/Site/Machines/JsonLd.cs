using System.Buffers;
using System.Text.Json;
using Wireroom.Newsroom.Site.Frame;

namespace Wireroom.Newsroom.Site.Machines;

/// <summary>Structured data for a page's <c>application/ld+json</c>, and that of the newsroom itself.</summary>
internal static class JsonLd
{
    private const int Usual = 2048;

    public static byte[] OfNewsroom(Edition edition) => Write(edition, static (json, edition) =>
    {
        json.WriteString("@context"u8, "https://schema.org"u8);
        json.WriteString("@type"u8, "WebSite"u8);
        json.WriteString("name"u8, edition.Masthead.Name);
        json.WriteString("url"u8, edition.Absolute("/"));
        WritePublisher(json, edition);
        json.WriteStartObject("potentialAction"u8);
        json.WriteString("@type"u8, "SearchAction"u8);
        json.WriteString("target"u8, edition.Absolute("/search?q={words}"));
        json.WriteString("query-input"u8, "required name=words"u8);
        json.WriteEndObject();
    });

    public static void WritePublisher(Utf8JsonWriter json, Edition edition)
    {
        json.WriteStartObject("publisher"u8);
        json.WriteString("@type"u8, "NewsMediaOrganization"u8);
        json.WriteString("name"u8, edition.Masthead.Name);
        json.WriteString("url"u8, edition.Absolute("/"));
        json.WriteEndObject();
    }

    /// <summary>
    /// An object with the members that are written into it, as UTF-8. The writer's default encoder escapes &lt;, &gt; and &amp;, so that no text can end the
    /// element that holds the data.
    /// </summary>
    public static byte[] Write<T>(T of, Action<Utf8JsonWriter, T> members)
    {
        var bytes = new ArrayBufferWriter<byte>(Usual);
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            members(json, of);
            json.WriteEndObject();
        }

        return bytes.WrittenSpan.ToArray();
    }
}
