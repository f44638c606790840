using System.Globalization;
using System.Xml;
using Wireroom.Wire.Feeds;
using Wireroom.Wire.Xml;

namespace Wireroom.Wire.Atom;

/// <summary>Writes Atom 1.0 (RFC 4287) with Dublin Core, Media RSS, GeoRSS, and tombstones (RFC 6721) for what was withdrawn.</summary>
internal static class AtomWriter
{
    internal static readonly string[] Carried =
    [
        "guid", "headlines", "standfirst", "byline", "sources", "created", "version-created", "published", "language", "genre",
        "subjects", "places", "keywords", "rights", "link", "body", "media", "links",
    ];

    private static readonly string[] CarriedByTombstone = ["guid", "signal", "pub-status", "ed-note", "version-created", "byline", "language", "link"];

    private const string Tombstones = "http://purl.org/atompub/tombstones/1.0";

    internal static IReadOnlyList<WireFault> Write(IReadOnlyList<WireItem> items, WireFeed feed, Stream destination)
    {
        var losses = new WireLosses("Atom", Carried);
        var withdrawn = new WireLosses("Atom", CarriedByTombstone);
        using var xml = XmlOut.To(destination);
        xml.WriteStartElement("feed", FeedOut.Atom);
        FeedOut.Namespaces(xml);
        if (feed.Language is not null)
        {
            xml.WriteAttributeString("xml", "lang", null, feed.Language);
        }

        Feed(xml, feed, items);
        foreach (var item in items.Where(item => losses.Accepts(item, feed, saysWithdrawal: true)))
        {
            if (item.Signal == WireSignal.Withdrawal || item.PubStatus == "canceled")
            {
                withdrawn.Note(item);
                Withdrawn(xml, item, feed);
            }
            else
            {
                losses.Note(item);
                Entry(xml, item, feed, losses);
            }
        }

        xml.WriteEndElement();
        return [.. losses.Faults, .. withdrawn.Faults];
    }

    private static void Feed(XmlWriter xml, WireFeed feed, IReadOnlyList<WireItem> items)
    {
        xml.WriteElementString("id", XmlOut.Clean(feed.Guid ?? feed.SelfLink ?? feed.Link));
        xml.WriteElementString("title", XmlOut.Clean(feed.Title));
        var updated = feed.Updated ?? items.Select(Latest).Max() ?? DateTimeOffset.UnixEpoch;
        xml.WriteElementString("updated", Stamp(updated));
        xml.Text("subtitle", feed.Description);
        Link(xml, "alternate", feed.Link);
        Link(xml, "self", feed.SelfLink);
        xml.Text("rights", feed.Rights);
        xml.Text("logo", feed.Picture);

        // RFC 4287, section 4.1.1: a feed has an author where not every entry has one.
        xml.WriteStartElement("author");
        xml.WriteElementString("name", XmlOut.Clean(feed.Author ?? feed.Title));
        xml.WriteEndElement();
    }

    private static void Entry(XmlWriter xml, WireItem item, WireFeed feed, WireLosses losses)
    {
        xml.WriteStartElement("entry");
        if (item.Language is not null && item.Language != feed.Language)
        {
            xml.WriteAttributeString("xml", "lang", null, item.Language);
        }

        xml.WriteElementString("id", XmlOut.Clean(Id(item)));
        xml.WriteElementString("title", XmlOut.Clean(item.Headline ?? ""));
        if (item.Headlines.Count > 1 || item.Headlines is [{ Role: not "main" }, ..] or [{ Language: not null }, ..])
        {
            losses.Lose(item, "headlines", "more than one headline, its role and its language");
        }

        Times(xml, item, feed, losses);
        Link(xml, "alternate", item.Link);
        Person(xml, "author", item.Byline);
        xml.Text("summary", item.Standfirst);
        if (item.Body.Count > 0)
        {
            xml.WriteStartElement("content");
            xml.WriteAttributeString("type", "html");
            xml.WriteString(FeedOut.Body(item));
            xml.WriteEndElement();
        }

        Categories(xml, item, losses);
        foreach (var source in item.Sources)
        {
            xml.Text("source", source, "dc", FeedOut.DublinCore);
        }

        xml.Text("type", item.Genre, "dc", FeedOut.DublinCore);
        FeedOut.Rights(xml, item.Rights);
        FeedOut.Places(xml, item.Places, item, losses);
        Files(xml, item, losses);
        Links(xml, item, losses);
        xml.WriteEndElement();
    }

    private static void Times(XmlWriter xml, WireItem item, WireFeed feed, WireLosses losses)
    {
        // RFC 4287, sections 3.3 and 4.2.15: times have zones, and every entry says when it was updated.
        xml.WriteElementString("updated", Stamp(Latest(item) ?? feed.Updated ?? DateTimeOffset.UnixEpoch));
        if (item.VersionCreated?.Instant is null)
        {
            losses.Lose(item, "version-created", "an entry without a time of change");
        }

        Time(xml, "published", null, item.Published, item, "published", losses);
        Time(xml, "created", FeedOut.Terms, item.Created, item, "created", losses);
    }

    private static void Time(XmlWriter xml, string name, string? uri, WireTime? time, WireItem item, string field, WireLosses losses)
    {
        if (time?.Instant is { } instant)
        {
            xml.Text(name, Stamp(instant), uri is null ? null : "dcterms", uri);
        }
        else if (time is not null)
        {
            losses.Lose(item, field, "a time without a zone");
        }
    }

    private static void Categories(XmlWriter xml, WireItem item, WireLosses losses)
    {
        foreach (var subject in item.Subjects)
        {
            xml.WriteStartElement("category");
            xml.Attribute("term", subject.Code ?? subject.Name);
            xml.Attribute("scheme", TopicCodes.SchemeAddress(subject.Scheme));
            xml.Attribute("label", subject.Code is null ? null : subject.Name);
            xml.WriteEndElement();
            if (subject is { Relevance: not null } or { SaidParents: not null } or { Code: null })
            {
                losses.Lose(item, "subjects", $"the relevance and parents of the subject \u201C{subject.Name}\u201D");
            }
        }

        foreach (var keyword in item.Keywords)
        {
            xml.WriteStartElement("category");
            xml.Attribute("term", keyword);
            xml.WriteEndElement();
        }
    }

    private static void Files(XmlWriter xml, WireItem item, WireLosses losses)
    {
        foreach (var file in item.Media)
        {
            if (file.Role == "enclosure")
            {
                Link(xml, "enclosure", file.Href, file.Title, file.MediaType, file.Bytes);
            }

            if (file.Role != "enclosure" || FeedOut.SaysMore(file with { Title = null }))
            {
                FeedOut.File(xml, file);
            }
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
                Link(xml, link.Relation, link.Href, link.Title);
            }
        }
    }

    private static void Withdrawn(XmlWriter xml, WireItem item, WireFeed feed)
    {
        xml.WriteStartElement("at", "deleted-entry", Tombstones);
        xml.WriteAttributeString("ref", XmlOut.Clean(Id(item)));
        xml.WriteAttributeString("when", Stamp(Latest(item) ?? feed.Updated ?? DateTimeOffset.UnixEpoch));
        if (item.Language is not null && item.Language != feed.Language)
        {
            xml.WriteAttributeString("xml", "lang", null, item.Language);
        }

        if (item.Byline is not null)
        {
            xml.WriteStartElement("at", "by", Tombstones);
            xml.WriteElementString("name", FeedOut.Atom, XmlOut.Clean(item.Byline));
            xml.WriteEndElement();
        }

        xml.Text("comment", item.EdNote, "at", Tombstones);
        Link(xml, "alternate", item.Link);
        xml.WriteEndElement();
    }

    private static void Person(XmlWriter xml, string role, string? name)
    {
        if (name is not null)
        {
            xml.WriteStartElement(role);
            xml.WriteElementString("name", XmlOut.Clean(name));
            xml.WriteEndElement();
        }
    }

    private static void Link(XmlWriter xml, string relation, string? address, string? title = null, string? type = null, long? bytes = null)
    {
        if (!string.IsNullOrEmpty(address))
        {
            xml.WriteStartElement("link", FeedOut.Atom);
            xml.Attribute("rel", relation);
            xml.Attribute("href", address);
            xml.Attribute("type", type);
            xml.Attribute("length", bytes?.ToString(CultureInfo.InvariantCulture));
            xml.Attribute("title", title);
            xml.WriteEndElement();
        }
    }

    private static string Id(WireItem item) => item.Guid ?? item.Link ?? "urn:wireroom:" + Uri.EscapeDataString(item.Headline ?? "");

    private static DateTimeOffset? Latest(WireItem item) => (item.VersionCreated ?? item.Published ?? item.Created)?.Instant;

    private static string Stamp(DateTimeOffset instant) => instant.ToString("yyyy-MM-dd'T'HH:mm:ssK", CultureInfo.InvariantCulture);
}
