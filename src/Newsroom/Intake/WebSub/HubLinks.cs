using System.Net.Http.Headers;
using System.Text.Json;
using System.Xml;

namespace Wireroom.Newsroom.Intake.WebSub;

/// <summary>The hub that a feed names, and the address under which the hub knows it (https://www.w3.org/TR/websub/#discovery).</summary>
public sealed record HubLinks(Uri Hub, Uri Topic)
{
    private const int MostElements = 200;

    /// <summary>
    /// Reads the links: those in the answer's head come first, then those of an Atom or RSS document before its first item, or of a JSON Feed. Null where
    /// no hub is named.
    /// </summary>
    public static HubLinks? Of(HttpResponseHeaders headers, byte[] document, Uri address)
    {
        Uri? hub = null, self = null;
        if (headers.TryGetValues("Link", out var lines))
        {
            foreach (var link in lines.SelectMany(line => line.Split(',')))
                Note(Rel(link), link.Split('>')[0].Trim().TrimStart('<'));
        }

        if (hub is null)
            ReadDocument();
        return hub is null ? null : new HubLinks(hub, self ?? address);

        void ReadDocument()
        {
            try
            {
                var at = Array.FindIndex(document, value => value is not (0x20 or 0x09 or 0x0A or 0x0D or 0xEF or 0xBB or 0xBF));
                if (at >= 0 && document[at] == (byte)'{')
                    ReadJson(document.AsMemory(at));
                else
                    ReadXml();
            }
            catch (Exception fault) when (fault is XmlException or JsonException or InvalidOperationException)
            {
                // A damaged document names no hub (half a letter in a text of JSON is the last of these); its reader says what is wrong with it.
            }
        }

        void ReadXml()
        {
            using var reader = XmlReader.Create(new MemoryStream(document, writable: false), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null });
            for (var elements = 0; elements < MostElements && reader.Read();)
            {
                if (reader.NodeType is not XmlNodeType.Element)
                    continue;
                if (reader.LocalName is "item" or "entry")
                    return;
                elements++;
                if (reader is { LocalName: "link", NamespaceURI: "http://www.w3.org/2005/Atom" } && reader.GetAttribute("href") is { } href)
                    Note(reader.GetAttribute("rel") ?? "", href);
            }
        }

        // https://www.jsonfeed.org/version/1.1/#top-level: hubs
        void ReadJson(ReadOnlyMemory<byte> json)
        {
            using var feed = JsonDocument.Parse(json);
            if (feed.RootElement.TryGetProperty("feed_url", out var url) && url.ValueKind is JsonValueKind.String)
                Note("self", url.GetString()!);
            if (!feed.RootElement.TryGetProperty("hubs", out var hubs) || hubs.ValueKind is not JsonValueKind.Array)
                return;
            foreach (var one in hubs.EnumerateArray())
            {
                if (one.ValueKind is JsonValueKind.Object && one.TryGetProperty("type", out var type) && type.ValueKind is JsonValueKind.String && type.ValueEquals("WebSub") && one.TryGetProperty("url", out var named) && named.ValueKind is JsonValueKind.String)
                    Note("hub", named.GetString()!);
            }
        }

        void Note(string rel, string href)
        {
            if (!Uri.TryCreate(address, href, out var target) || target.Scheme is not ("http" or "https"))
                return;
            var words = rel.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (hub is null && words.Contains("hub"))
                hub = target;
            if (self is null && words.Contains("self"))
                self = target;
        }
    }

    private static string Rel(string link)
    {
        var at = link.IndexOf("rel=", StringComparison.OrdinalIgnoreCase);
        return at < 0 ? "" : link[(at + 4)..].Split(';')[0].Trim().Trim('"');
    }
}
