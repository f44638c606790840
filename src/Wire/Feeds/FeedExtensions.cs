using System.Globalization;
using Wireroom.Wire.Dates;
using Wireroom.Wire.Html;
using Wireroom.Wire.Xml;

namespace Wireroom.Wire.Feeds;

/// <summary>Elements that may stand in an item of any feed: Dublin Core, content, Media RSS, iTunes, geography, rights.</summary>
internal static class FeedExtensions
{
    /// <summary>Takes the element; false where the item cannot carry it.</summary>
    internal static bool Take(XmlElement element, FeedItemDraft draft) => element.Name switch
    {
        var name when name.StartsWith("media:", StringComparison.Ordinal) => Media(element, draft),
        var name when name.StartsWith("dc:", StringComparison.Ordinal) => DublinCore(element, draft),
        var name when name.StartsWith("dcterms:", StringComparison.Ordinal) => Terms(element, draft),
        var name when name.StartsWith("itunes:", StringComparison.Ordinal) => Podcast(element, draft),
        var name when name.StartsWith("geo", StringComparison.Ordinal) || name.StartsWith("gml:", StringComparison.Ordinal) => FeedPlaces.Take(element, draft),
        "content:encoded" or "xhtml:body" or "xhtml:div" or "body" or "fullitem" => Body(element, draft),
        "thr:in-reply-to" => Reply(element, draft),
        "wfw:commentrss" when element.TextOrNull is { } replies => Link("replies", FeedDraft.Address(replies, element), draft),
        "cc:license" => (draft.UsageTerms ??= element.TextOrNull ?? element["rdf:resource"]) is not null,
        "atom:author" => Person(element, draft),
        "atom:updated" => (draft.Modified ??= WireDates.Read(element.Text)) is not null,
        "atom:published" => (draft.Published ??= WireDates.Read(element.Text)) is not null,
        "atom:summary" => (draft.Standfirst ??= FeedItemDraft.Line(element)) is not null,
        _ => false,
    };

    /// <summary>HTML as escaped text, or as elements.</summary>
    internal static IReadOnlyList<WireBlock> Blocks(XmlElement element, Uri? site = null) => HtmlBody.Read(element.Children.Count == 0 ? element.Head : element.Markup(), element.Base ?? site);

    private static bool Body(XmlElement element, FeedItemDraft draft)
    {
        if (draft.Body.Count > 0)
        {
            return false;
        }

        draft.Body = Blocks(element, draft.Base);
        return true;
    }

    private static bool Media(XmlElement element, FeedItemDraft draft)
    {
        if (element.Name == "media:keywords")
        {
            Keywords(element.Text, draft);
            return true;
        }

        if (element.Name == "media:category")
        {
            Category(element["label"] ?? FeedItemDraft.Line(element), element["scheme"], draft);
            return true;
        }

        return draft.Media.Take(element);
    }

    private static bool DublinCore(XmlElement element, FeedItemDraft draft)
    {
        var line = FeedItemDraft.Line(element);
        switch (element.Name)
        {
            case "dc:title":
                draft.Title ??= line;
                return draft.Title == line;
            case "dc:creator" or "dc:author":
                draft.Author(PersonName.Of(line));
                return true;
            case "dc:date":
                return Date(element, draft);
            case "dc:description":
                draft.Standfirst ??= line;
                return draft.Standfirst == line;
            case "dc:language":
                draft.Language ??= line;
                return true;
            case "dc:publisher":
                draft.Provider = PersonName.Of(line) ?? draft.Provider;
                return true;
            case "dc:rights":
                draft.Notice ??= line;
                return draft.Notice == line;
            case "dc:subject":
                Category(line, null, draft);
                return true;
            case "dc:source":
                return Add(draft.Sources, line);
            case "dc:type":
                draft.Genre ??= line;
                return draft.Genre == line;
            case "dc:identifier":
                draft.Guid ??= line;
                return draft.Guid == line;
            case "dc:coverage":
                return line is not null && Add(draft.Places, new WirePlace(line));
            default:
                return false;
        }
    }

    private static bool Date(XmlElement element, FeedItemDraft draft)
    {
        var time = WireDates.Read(element.Text);
        if (draft.Published is null)
        {
            draft.Published = time;
            return time is not null;
        }

        return draft.Published.Instant == time?.Instant && time?.Instant is not null;
    }

    private static bool Terms(XmlElement element, FeedItemDraft draft)
    {
        switch (element.Name)
        {
            case "dcterms:created":
                return (draft.Created ??= WireDates.Read(element.Text)) is not null;
            case "dcterms:modified":
                return (draft.Modified ??= WireDates.Read(element.Text)) is not null;
            case "dcterms:issued" or "dcterms:available" or "dcterms:date":
                return (draft.Published ??= WireDates.Read(element.Text)) is not null;
            case "dcterms:valid":
                // DCMI Period: "start=…; end=…; scheme=…".
                var end = element.Text.Split(';', StringSplitOptions.TrimEntries).FirstOrDefault(part => part.StartsWith("end=", StringComparison.OrdinalIgnoreCase));
                draft.Expires ??= end is null ? null : WireDates.Instant(end[4..]);
                return draft.Expires is not null;
            case "dcterms:rightsholder":
                draft.Holder ??= FeedItemDraft.Line(element);
                return true;
            case "dcterms:creator" or "dcterms:title" or "dcterms:subject" or "dcterms:rights" or "dcterms:publisher" or "dcterms:language":
                return DublinCore(new XmlElement("dc:" + element.LocalName, [.. element.Attributes], element.Language, element.Base) { Head = element.RawText }, draft);
            default:
                return false;
        }
    }

    private static bool Podcast(XmlElement element, FeedItemDraft draft)
    {
        switch (element.Name)
        {
            case "itunes:author":
                if (draft.Byline is null)
                {
                    draft.Author(PersonName.Of(FeedItemDraft.Line(element)));
                }

                return true;
            case "itunes:summary":
                draft.Standfirst ??= FeedItemDraft.Line(element);
                return true;
            case "itunes:subtitle":
                draft.Subtitle ??= FeedItemDraft.Line(element);
                return true;
            case "itunes:title":
                draft.Title ??= FeedItemDraft.Line(element);
                return true;
            case "itunes:duration":
                return draft.Media.Lasts(element.Text);
            case "itunes:keywords":
                Keywords(element.Text, draft);
                return true;
            case "itunes:image" when (element["href"] ?? element["url"] ?? element.TextOrNull) is { } address:
                draft.Media.Add(new WireMedia("thumbnail", FeedMedia.Address(address, element)) { Kind = "picture" });
                return true;
            case "itunes:category" when element["text"] is { } category:
                Category(category, "http://www.itunes.com/", draft);
                return true;
            default:
                return false;
        }
    }

    /// <summary>What the item answers (RFC 4685, section 3).</summary>
    private static bool Reply(XmlElement element, FeedItemDraft draft)
    {
        var address = FeedDraft.Address(element["href"], element);
        if (element["ref"] is null && address is null)
        {
            return false;
        }

        draft.Links.Add(new WireLink("in-reply-to", element["ref"], address));
        return true;
    }

    private static bool Link(string relation, string? address, FeedItemDraft draft)
    {
        draft.Links.Add(new WireLink(relation, null, address));
        return true;
    }

    private static bool Person(XmlElement element, FeedItemDraft draft)
    {
        draft.Author(PersonName.Of(element.Child("atom:name")?.Text ?? element.Text));
        return true;
    }

    /// <summary>A category: with a scheme it is a subject, without one a keyword.</summary>
    internal static void Category(string? name, string? scheme, FeedItemDraft draft, string? code = null)
    {
        if (string.IsNullOrEmpty(name))
        {
            return;
        }

        if (scheme is null && code is null)
        {
            draft.Keywords.Add(name);
        }
        else
        {
            draft.Subjects.Add(new WireSubject(name, code is null ? scheme : TopicCodes.SchemeOf(scheme), code));
        }
    }

    private static void Keywords(string text, FeedItemDraft draft)
    {
        foreach (var keyword in text.Split(text.Contains(',', StringComparison.Ordinal) ? ',' : ';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            draft.Keywords.Add(Spaces.Collapse(keyword));
        }
    }

    private static bool Add<T>(Lazily<T> values, T? value)
    {
        if (value is not null)
        {
            values.Add(value);
        }

        return true;
    }

    internal static double? Degrees(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var degrees) && Math.Abs(degrees) <= 180 ? degrees : null;
}
