using System.Globalization;
using Wireroom.Wire.Xml;

namespace Wireroom.Wire.NewsMlG2;

/// <summary>Reads one item of any class (NewsML-G2 2.35, AnyItemType): what is common to all, and what its class has of its own.</summary>
internal static class NewsMlG2Item
{
    internal static void Read(XmlElement root, NewsMlG2Message message, IWireSink sink)
    {
        var concepts = root.Children.SelectMany(child => child.Name == "conceptset" ? child.All("concept") : child.Name == "concept" ? [child] : []).ToList();
        var draft = Start(root, message, sink);
        switch (root.Name)
        {
            case "newsitem" when InlineEvents(root) is { Count: > 0 } held:
                Events(root, held, message, sink);
                break;
            case "packageitem":
                draft.Item = draft.Item with { Kind = "package" };
                Finish(draft, message, sink);
                break;
            case "planningitem":
                draft.Item = draft.Item with { Kind = "planning", Event = draft.Item.Event ?? new WireEvent(null, null) };
                Finish(draft, message, sink);
                break;
            case "conceptitem" when concepts.Count == 1 && NewsMlG2Events.IsEvent(concepts[0], draft):
                Identify(concepts[0], draft);
                NewsMlG2Events.Read(concepts[0], draft);
                Finish(draft, message, sink);
                break;
            case "conceptitem" when concepts.Count == 1:
                NewsMlG2Knowledge.One(concepts[0], draft);
                Finish(draft, message, sink);
                break;
            case "conceptitem" or "knowledgeitem":
                var (events, others) = (concepts.Where(concept => NewsMlG2Events.IsEvent(concept, draft)).ToList(), concepts.Where(concept => !NewsMlG2Events.IsEvent(concept, draft)).ToList());
                Events(root, events, message, sink);
                if (others.Count > 0 || events.Count == 0)
                {
                    NewsMlG2Knowledge.Many(root, others, draft);
                    Finish(draft, message, sink);
                }

                break;
            default:
                Finish(draft, message, sink);
                break;
        }
    }

    /// <summary>True where the element says nothing at all.</summary>
    internal static bool IsEmpty(XmlElement root) => root["guid"] is null && root.Children.Count == 0;

    private static NewsMlG2Draft Start(XmlElement root, NewsMlG2Message message, IWireSink sink)
    {
        var codes = new NewsMlG2Codes(message.Codes);
        foreach (var catalog in root.All("catalog"))
        {
            codes.Declare(catalog);
        }

        var language = root.Child("contentmeta")?.Child("language")?["tag"] ?? root["xml:lang"];
        var draft = new NewsMlG2Draft(root, codes, language)
        {
            Item = new WireItem
            {
                Format = "newsml-g2",
                Guid = root["guid"],
                Version = long.TryParse(root["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null,
                Language = language,
            },
        };
        foreach (var part in root.Children)
        {
            Part(part, root.Name, draft, sink);
        }

        draft.Concepts.Finish();
        return draft;
    }

    private static void Part(XmlElement part, string item, NewsMlG2Draft draft, IWireSink sink)
    {
        switch (part.Name)
        {
            case "catalog" or "catalogref" or "assert" or "concept" or "conceptset" or "schememeta":
                // Catalogs and assertions were taken before, concepts come after.
                break;
            case "rightsinfo":
                NewsMlG2ItemMeta.Rights(part, draft);
                break;
            case "itemmeta":
                NewsMlG2ItemMeta.Read(part, draft);
                break;
            case "contentmeta" when item == "planningitem":
                NewsMlG2Planning.Events(part, draft);
                NewsMlG2ContentMeta.Read(part, draft, subject => !NewsMlG2Planning.IsEvent(subject, draft));
                break;
            case "contentmeta":
                NewsMlG2ContentMeta.Read(part, draft, _ => true);
                break;
            case "partmeta":
                NewsMlG2ContentMeta.Part(part, draft);
                break;
            case "contentset":
                NewsMlG2Content.Read(part, draft, sink);
                break;
            case "groupset":
                NewsMlG2Package.Read(part, draft);
                break;
            case "itemref":
                NewsMlG2Package.Loose(part, draft);
                break;
            case "newscoverageset":
                NewsMlG2Planning.Read(part, draft);
                break;
            default:
                draft.Drop(part);
                break;
        }
    }

    private static void Finish(NewsMlG2Draft draft, NewsMlG2Message message, IWireSink sink)
    {
        message.Apply(draft);
        sink.Take(draft.Build(sink));
    }

    /// <summary>Each event is an item of its own, under the identifier of its concept, with what the item says of all of them.</summary>
    private static void Events(XmlElement root, List<XmlElement> events, NewsMlG2Message message, IWireSink sink)
    {
        var shared = new XmlElement(root.Name, [.. root.Attributes], root.Language, root.Base);
        foreach (var part in root.Children.Where(part => part.Name != "contentset"))
        {
            shared.Add(part);
        }

        foreach (var one in events)
        {
            var draft = Start(shared, message, sink);
            var id = one.Child("conceptid") ?? one.Child("eventid");
            draft.Item = draft.Item with { Guid = events.Count == 1 && root.Name != "knowledgeitem" ? draft.Item.Guid : id?["uri"] ?? id?["qcode"] ?? id?.TextOrNull };
            NewsMlG2Events.Read(one, draft);
            Finish(draft, message, sink);
        }
    }

    /// <summary>What the event is called where others refer to it: the first of its subjects, unless that is the item's own name.</summary>
    private static void Identify(XmlElement concept, NewsMlG2Draft draft)
    {
        if (concept.Child("conceptid") is { } id && (id["uri"] ?? id["qcode"]) != draft.Item.Guid && draft.Codes.Of(id) is (var scheme, { } code))
        {
            draft.Subjects.Insert(0, new WireSubject(NewsMlG2Text.Name(concept, draft.Language) ?? code, scheme, code));
        }
    }

    /// <summary>Events within the content of a news item, as EventsML-G2 has them since its first edition.</summary>
    private static List<XmlElement> InlineEvents(XmlElement root) =>
        [.. root.Child("contentset")?.All("inlinexml").SelectMany(inline => inline.Children).SelectMany(child => child.LocalName == "events" ? child.Children.Where(one => one.LocalName == "event") : child.LocalName == "event" ? [child] : []) ?? []];
}
