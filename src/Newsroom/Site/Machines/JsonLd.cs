using System.Text.Json;
using System.Text.Json.Nodes;
using Wireroom.Newsroom.Site.Frame;

namespace Wireroom.Newsroom.Site.Machines;

/// <summary>Structured data of the newsroom itself.</summary>
internal static class JsonLd
{
    public static string OfNewsroom(Edition edition) => Write(new JsonObject
    {
        ["@context"] = "https://schema.org",
        ["@type"] = "WebSite",
        ["name"] = edition.Masthead.Name,
        ["url"] = edition.Absolute("/"),
        ["publisher"] = Publisher(edition),
        ["potentialAction"] = new JsonObject
        {
            ["@type"] = "SearchAction",
            ["target"] = edition.Absolute("/search?q={words}"),
            ["query-input"] = "required name=words",
        },
    });

    public static JsonObject Publisher(Edition edition) => new()
    {
        ["@type"] = "NewsMediaOrganization",
        ["name"] = edition.Masthead.Name,
        ["url"] = edition.Absolute("/"),
    };

    /// <summary>The default encoder escapes &lt;, &gt; and &amp;, so that no text can end the element that holds the data.</summary>
    public static string Write(JsonObject data) => data.ToJsonString(JsonSerializerOptions.Default);
}
