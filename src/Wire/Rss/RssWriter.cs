using System.Globalization;
using System.Xml;
using Wireroom.Wire.Feeds;
using Wireroom.Wire.Xml;

namespace Wireroom.Wire.Rss;

/// <summary>Writes RSS 2.0 (RSS Advisory Board, 2.0.11) with content:encoded, Dublin Core, Media RSS and GeoRSS.</summary>
internal static class RssWriter
{
    internal static readonly string[] Carried =
    [
        "guid", "headlines", "standfirst", "byline", "credit", "sources", "created", "version-created", "published", "language", "genre",
        "subjects", "places", "keywords", "rights", "link", "body", "media", "links",
    ];

    internal static IReadOnlyList<WireFault> Write(IReadOnlyList<WireItem> items, WireFeed feed, Stream destination)
    {
        var losses = new WireLosses("RSS", Carried);
        using var xml = XmlOut.To(destination);
        xml.WriteStartElement("rss");
        xml.WriteAttributeString("version", "2.0");
        xml.WriteAttributeString("xmlns", "atom", null, FeedOut.Atom);
        xml.WriteAttributeString("xmlns", "content", null, FeedOut.Content);
        FeedOut.Namespaces(xml);
        xml.WriteStartElement("channel");
        Channel(xml, feed);
        foreach (var item in items)
        {
            if (losses.Accepts(item, feed))
            {
                losses.Note(item);
                Item(xml, item, feed, losses);
            }
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
        return losses.Faults;
    }

    private static void Channel(XmlWriter xml, WireFeed feed)
    {
        xml.WriteElementString("title", XmlOut.Clean(feed.Title));
        xml.WriteElementString("link", XmlOut.Clean(feed.Link));
        xml.WriteElementString("description", XmlOut.Clean(feed.Description ?? feed.Title));
        xml.Text("language", feed.Language);
        xml.Text("copyright", feed.Rights);
        xml.Text("lastBuildDate", feed.Updated is { } updated ? Date(updated) : null);
        if (feed.SelfLink is not null)
        {
            xml.WriteStartElement("atom", "link", FeedOut.Atom);
            xml.Attribute("href", feed.SelfLink);
            xml.Attribute("rel", "self");
            xml.Attribute("type", "application/rss+xml");
            xml.WriteEndElement();
        }

        if (feed.Picture is not null)
        {
            xml.WriteStartElement("image");
            xml.Text("url", feed.Picture);
            xml.Text("title", feed.Title);
            xml.Text("link", feed.Link);
            xml.WriteEndElement();
        }
    }

    private static void Item(XmlWriter xml, WireItem item, WireFeed feed, WireLosses losses)
    {
        xml.WriteStartElement("item");
        Headlines(xml, item, losses);
        xml.Text("link", item.Link);
        if (item.Guid is not null)
        {
            xml.WriteStartElement("guid");
            xml.WriteAttributeString("isPermaLink", item.Guid == item.Link ? "true" : "false");
            xml.WriteString(XmlOut.Clean(item.Guid));
            xml.WriteEndElement();
        }

        xml.Text("pubDate", item.Published is { Instant: { } published } ? Date(published) : FeedOut.Time(item.Published));
        xml.Text("created", FeedOut.Time(item.Created), "dcterms", FeedOut.Terms);
        xml.Text("modified", FeedOut.Time(item.VersionCreated), "dcterms", FeedOut.Terms);
        xml.Text("creator", item.Byline, "dc", FeedOut.DublinCore);
        xml.Text("language", item.Language != feed.Language ? item.Language : null, "dc", FeedOut.DublinCore);
        xml.Text("type", item.Genre, "dc", FeedOut.DublinCore);
        xml.Text("description", item.Standfirst is null ? null : Html.HtmlText.Encode(item.Standfirst));
        if (item.Body.Count > 0)
        {
            xml.Text("encoded", FeedOut.Body(item), "content", FeedOut.Content);
        }

        Categories(xml, item, losses);
        Sources(xml, item);
        FeedOut.Rights(xml, item.Rights);
        FeedOut.Places(xml, item.Places, item, losses);
        Files(xml, item, losses);
        Links(xml, item, losses);
        xml.WriteEndElement();
    }

    private static void Headlines(XmlWriter xml, WireItem item, WireLosses losses)
    {
        // A title holds HTML as far as readers go, so that a less-than sign is escaped twice.
        xml.Text("title", item.Headline is null ? null : Html.HtmlText.Encode(item.Headline));
        if (item.Headlines.Count > 1 || item.Headlines is [{ Role: not "main" }, ..] or [{ Language: not null }, ..])
        {
            losses.Lose(item, "headlines", "more than one headline, its role and its language");
        }
    }

    private static void Categories(XmlWriter xml, WireItem item, WireLosses losses)
    {
        foreach (var subject in item.Subjects)
        {
            xml.WriteStartElement("category");
            xml.Attribute("domain", subject.Scheme ?? "");
            xml.WriteString(XmlOut.Clean(subject.Name));
            xml.WriteEndElement();
            if (subject is { Code: not null } or { Relevance: not null } or { SaidParents: not null } or { Scheme: null })
            {
                losses.Lose(item, "subjects", $"the code, relevance and parents of the subject \u201C{subject.Name}\u201D");
            }
        }

        foreach (var keyword in item.Keywords)
        {
            xml.Text("category", Html.HtmlText.Encode(keyword));
        }
    }

    private static void Sources(XmlWriter xml, WireItem item)
    {
        foreach (var source in item.Sources)
        {
            xml.Text("source", source, "dc", FeedOut.DublinCore);
        }

        xml.Text("credit", item.Credit, "media", FeedOut.Media);
    }

    /// <summary>RSS knows one enclosure; the other files, and what else is said of that one, are Media RSS.</summary>
    private static void Files(XmlWriter xml, WireItem item, WireLosses losses)
    {
        var enclosed = false;
        foreach (var file in item.Media)
        {
            if (!enclosed && file is { Role: "enclosure", Href: not null, MediaType: not null })
            {
                enclosed = true;
                xml.WriteStartElement("enclosure");
                xml.Attribute("url", file.Href);
                xml.WriteAttributeString("length", (file.Bytes ?? 0).ToString(CultureInfo.InvariantCulture));
                xml.Attribute("type", file.MediaType);
                xml.WriteEndElement();
                if (!FeedOut.SaysMore(file))
                {
                    continue;
                }
            }
            else if (file.Role == "enclosure")
            {
                losses.Lose(item, "media", "a second enclosure");
            }

            FeedOut.File(xml, file);
        }

        FeedOut.NoteFiles(item, losses);
    }

    private static void Links(XmlWriter xml, WireItem item, WireLosses losses)
    {
        foreach (var link in item.Links)
        {
            if (FeedOut.Reply(xml, link))
            {
                continue;
            }

            if (link.Href is null || link.Guid is not null)
            {
                losses.Lose(item, "links", $"the name of the item that it {link.Relation}");
            }

            if (link.Href is not null)
            {
                xml.WriteStartElement("atom", "link", FeedOut.Atom);
                xml.Attribute("rel", link.Relation);
                xml.Attribute("href", link.Href);
                xml.Attribute("title", link.Title);
                xml.WriteEndElement();
            }
        }
    }

    /// <summary>RFC 822 with a year of four figures (RSS 2.0, "pubDate").</summary>
    private static string Date(DateTimeOffset instant)
    {
        var zone = instant.ToString("zzz", CultureInfo.InvariantCulture).Replace(":", "", StringComparison.Ordinal);
        return instant.ToString("ddd, dd MMM yyyy HH:mm:ss ", CultureInfo.InvariantCulture) + (zone == "+0000" ? "GMT" : zone);
    }
}
