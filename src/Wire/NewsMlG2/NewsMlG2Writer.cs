using System.Globalization;
using System.Xml;
using Wireroom.Wire.NinJs;
using Wireroom.Wire.Xml;

namespace Wireroom.Wire.NewsMlG2;

/// <summary>Writes NewsML-G2 2.35 in power conformance that IPTC's schema accepts: one item alone, several in a message.</summary>
internal static class NewsMlG2Writer
{
    private const string StandardCatalog = "http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_41.xml";

    internal static readonly string[] Carried = [.. WireField.All.Select(field => field.Name)];

    internal static IReadOnlyList<WireFault> Write(IReadOnlyList<WireItem> items, WireFeed feed, Stream destination)
    {
        var losses = new WireLosses("NewsML-G2", Carried) { HoldsConcepts = true };
        var accepted = items.Where(item => Accepts(item, feed, losses)).ToList();
        using var xml = XmlOut.To(destination);
        if (accepted.Count == 1)
        {
            Item(xml, accepted[0], feed, losses, messagePriority: null);
            return losses.Faults;
        }

        xml.Start("newsMessage");
        xml.Start("header");
        xml.Line("sent", NewsMlG2Out.Norm(feed.Updated ?? accepted.Select(Made).Max(time => time?.Instant) ?? DateTimeOffset.UnixEpoch));
        xml.Line("sender", feed.Author ?? feed.Title);
        var priority = accepted.Count > 0 && accepted[0].Priority is [>= '1' and <= '9'] one && accepted.TrueForAll(item => item.Priority == one) ? one : null;
        xml.Line("priority", priority);
        xml.WriteEndElement();
        xml.Start("itemSet");
        foreach (var item in accepted)
        {
            Item(xml, item, feed, losses, priority);
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
        return losses.Faults;
    }

    /// <summary>When the item was made, by the best of its times that was understood.</summary>
    internal static WireTime? Made(WireItem item) => new[] { item.VersionCreated, item.Published, item.Created }.FirstOrDefault(time => NewsMlG2Out.Norm(time) is not null);

    private static bool Accepts(WireItem item, WireFeed feed, WireLosses losses) => Made(item) is not null || feed.Updated is not null || losses.Refuse(
        "refused-version-created", $"{WireLosses.Named(item)} does not say when it was made, and NewsML-G2 wants it said; it was left out. Give the item a time.");

    private static void Item(XmlWriter xml, WireItem item, WireFeed feed, WireLosses losses, string? messagePriority)
    {
        var isNews = item.Kind is not ("event" or "planning" or NewsMlG2Knowledge.Concept or NewsMlG2Knowledge.Vocabulary) && !IsPackage(item);
        xml.Start(item.Kind switch
        {
            "event" or NewsMlG2Knowledge.Concept => "conceptItem",
            NewsMlG2Knowledge.Vocabulary => "knowledgeItem",
            "planning" => "planningItem",
            _ => isNews ? "newsItem" : "packageItem",
        });
        Identity(xml, item, losses);
        Catalogs(xml, item);
        var media = new NewsMlG2MediaOut(xml, losses);
        var concepts = new NewsMlG2ConceptsOut(xml, losses);
        var meta = new NewsMlG2MetaOut(xml, losses, media, concepts);
        NewsMlG2MetaOut.Rights(xml, item.Rights);
        meta.Write(item, feed, isNews, messagePriority);
        new NewsMlG2ContentOut(xml, losses, concepts).Write(item, hasWords: isNews || IsPackage(item));
        concepts.Asserts(item);
        if (isNews)
        {
            media.Content(item);
        }
        else
        {
            Own(xml, item, losses, media, concepts);
        }

        xml.WriteEndElement();
    }

    /// <summary>A package that has copy of its own is a news item of the class composite.</summary>
    private static bool IsPackage(WireItem item) => item.Kind == "package" && item.Body.Count == 0;

    private static void Own(XmlWriter xml, WireItem item, WireLosses losses, NewsMlG2MediaOut media, NewsMlG2ConceptsOut concepts)
    {
        switch (item.Kind)
        {
            case "package":
                new NewsMlG2PackageOut(xml, losses, media).Write(item);
                break;
            case "planning":
                new NewsMlG2EventOut(xml, losses, concepts, media).Planned(item);
                break;
            case NewsMlG2Knowledge.Vocabulary:
                concepts.Vocabulary(item);
                break;
            default:
                new NewsMlG2EventOut(xml, losses, concepts, media).Concept(item);
                break;
        }
    }

    private static void Identity(XmlWriter xml, WireItem item, WireLosses losses)
    {
        if (item.Guid is null)
        {
            losses.Lose(item, "guid", "an item without a name of its own");
        }

        xml.WriteAttributeString("guid", XmlOut.Clean(item.Guid ?? NinJsIds.Uri(item.Link ?? item.Headline ?? "item")));
        if (item.Version is > 0)
        {
            xml.WriteAttributeString("version", item.Version.Value.ToString(CultureInfo.InvariantCulture));
        }
        else if (item.Version is not null)
        {
            losses.Lose(item, "version", "versions below 1");
        }

        xml.WriteAttributeString("standard", "NewsML-G2");
        xml.WriteAttributeString("standardversion", "2.35");
        xml.WriteAttributeString("conformance", "power");
        xml.Language(item.Language);
        if (item.Language is not null && !NewsMlG2Out.IsLanguage(item.Language))
        {
            losses.Lose(item, "language", "what is no language tag");
        }
    }

    /// <summary>IPTC's catalog, our own words, and the aliases of senders of whose schemes we know no more than that.</summary>
    private static void Catalogs(XmlWriter xml, WireItem item)
    {
        xml.Start("catalogRef");
        xml.WriteAttributeString("href", StandardCatalog);
        xml.WriteEndElement();
        xml.Start("catalog");
        Scheme(xml, NewsMlG2Codes.Own, NewsMlG2Codes.OwnScheme);
        var used = item.Subjects.Concat(item.People).Concat(item.Organisations).Concat(item.Genres).Concat(item.Services).Select(concept => (concept.Scheme, concept.Code)).Concat(item.Places.Append(item.Located ?? new WirePlace("")).Select(place => (place.Scheme, place.Code)));
        foreach (var alias in used.Where(pair => NewsMlG2Out.QCode(pair.Scheme, pair.Code) is not null).Select(pair => pair.Scheme!).Distinct(StringComparer.Ordinal))
        {
            if (alias != NewsMlG2Codes.Own && !NewsMlG2Codes.IsStandard(alias) && IsName(alias))
            {
                Scheme(xml, alias, $"{NewsMlG2Codes.AliasScheme}{alias}:");
            }
        }

        xml.WriteEndElement();
    }

    private static bool IsName(string alias) => XmlConvert.IsStartNCNameChar(alias[0]) && alias.All(XmlConvert.IsNCNameChar);

    private static void Scheme(XmlWriter xml, string alias, string address)
    {
        xml.Start("scheme");
        xml.WriteAttributeString("alias", alias);
        xml.WriteAttributeString("uri", address);
        xml.WriteEndElement();
    }
}
