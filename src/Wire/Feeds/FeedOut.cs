using System.Globalization;
using System.Xml;
using Wireroom.Wire.Html;
using Wireroom.Wire.Xml;

namespace Wireroom.Wire.Feeds;

/// <summary>Extension elements that RSS and Atom are both written with.</summary>
internal static class FeedOut
{
    internal const string Atom = "http://www.w3.org/2005/Atom";
    internal const string Content = "http://purl.org/rss/1.0/modules/content/";
    internal const string DublinCore = "http://purl.org/dc/elements/1.1/";
    internal const string Terms = "http://purl.org/dc/terms/";
    internal const string Media = "http://search.yahoo.com/mrss/";
    internal const string GeoRss = "http://www.georss.org/georss";
    internal const string Threading = "http://purl.org/syndication/thread/1.0";

    internal static void Namespaces(XmlWriter xml)
    {
        xml.WriteAttributeString("xmlns", "dc", null, DublinCore);
        xml.WriteAttributeString("xmlns", "dcterms", null, Terms);
        xml.WriteAttributeString("xmlns", "media", null, Media);
        xml.WriteAttributeString("xmlns", "georss", null, GeoRss);
    }

    /// <summary>A time as W3CDTF; a local time keeps having no zone.</summary>
    internal static string? Time(WireTime? time) => time is null ? null
        : time.Instant is { } instant ? instant.ToString("yyyy-MM-dd'T'HH:mm:ssK", CultureInfo.InvariantCulture)
        : time.Local is { } local ? local.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture)
        : time.AsSent;

    internal static string Body(WireItem item) => XmlOut.Clean(HtmlBody.Write(item.Body));

    /// <summary>The item that this one answers, with its name (RFC 4685, section 3); false for links of another relation, and without a name.</summary>
    internal static bool Reply(XmlWriter xml, WireLink link)
    {
        if (link is not { Relation: "in-reply-to", Guid: { } answered, Title: null })
        {
            return false;
        }

        xml.WriteStartElement("thr", "in-reply-to", Threading);
        xml.Attribute("ref", answered);
        xml.Attribute("href", link.Href);
        xml.WriteEndElement();
        return true;
    }

    internal static void Rights(XmlWriter xml, WireRights? rights)
    {
        xml.Text("rights", rights?.Notice, "dc", DublinCore);
        xml.Text("rightsHolder", rights?.Holder, "dcterms", Terms);
        if (rights?.Expires is { } expires)
        {
            xml.Text("valid", $"end={expires.ToString("yyyy-MM-dd'T'HH:mm:ssK", CultureInfo.InvariantCulture)}", "dcterms", Terms);
        }
    }

    internal static void Places(XmlWriter xml, IReadOnlyList<WirePlace> places, WireItem item, WireLosses losses)
    {
        foreach (var place in places)
        {
            if (place is { Scheme: not null } or { Code: not null } or { Country: not null })
            {
                losses.Lose(item, "places", "the codes of places");
            }

            xml.Text("featureName", place.Name, "georss", GeoRss);
            if (place is { Latitude: { } latitude, Longitude: { } longitude })
            {
                xml.Text("point", string.Create(CultureInfo.InvariantCulture, $"{latitude} {longitude}"), "georss", GeoRss);
            }
        }
    }

    /// <summary>True where more is said of a file than an enclosure can carry.</summary>
    internal static bool SaysMore(WireMedia file) =>
        file is not { Width: null, Height: null, Seconds: null, Title: null, Caption: null, AltText: null, Credit: null, Rights: null } || file.Kind != FeedMedia.KindOf(file.MediaType);

    /// <summary>A file as Media RSS.</summary>
    internal static void File(XmlWriter xml, WireMedia file)
    {
        if (file.Href is null)
        {
            return;
        }

        var thumbnail = file.Role == "thumbnail";
        xml.WriteStartElement("media", thumbnail ? "thumbnail" : "content", Media);
        xml.Attribute("url", file.Href);
        Size(xml, file);
        if (!thumbnail)
        {
            xml.Attribute("type", file.MediaType);
            xml.Attribute("medium", file.Kind switch { "picture" or "graphic" => "image", "text" => "document", _ => file.Kind });
            xml.Attribute("fileSize", file.Bytes?.ToString(CultureInfo.InvariantCulture));
            xml.Attribute("duration", file.Seconds?.ToString(CultureInfo.InvariantCulture));
            xml.Text("title", file.Title, "media", Media);
            xml.Text("description", file.Caption ?? file.AltText, "media", Media);
            xml.Text("credit", file.Credit, "media", Media);
            xml.Text("copyright", file.Rights?.Notice, "media", Media);
        }

        xml.WriteEndElement();
    }

    private static void Size(XmlWriter xml, WireMedia file)
    {
        xml.Attribute("width", file.Width?.ToString(CultureInfo.InvariantCulture));
        xml.Attribute("height", file.Height?.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Notes what Media RSS has no place for.</summary>
    internal static void NoteFiles(WireItem item, WireLosses losses)
    {
        foreach (var file in item.Media)
        {
            if (file.Guid is not null || file.Href is null || (file.AltText is not null && file.Caption is null) || (file.AltText is not null && file.Caption is not null) || file.Rights is { UsageTerms: not null } or { Holder: not null } || file.Kind == "graphic" || file.Role is not ("content" or "thumbnail" or "enclosure"))
            {
                losses.Lose(item, "media", "all that is said of its files");
                return;
            }
        }
    }
}
