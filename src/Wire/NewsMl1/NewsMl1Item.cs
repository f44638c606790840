using System.Globalization;
using Wireroom.Wire.Xml;

namespace Wireroom.Wire.NewsMl1;

/// <summary>Reads one NewsItem: its identification, its management, and then what it holds (NewsML 1.2, section 5.5).</summary>
internal static class NewsMl1Item
{
    internal static void Read(XmlElement element, NewsMl1Envelope envelope, NewsMl1Topics outer, IWireSink sink)
    {
        var topics = new NewsMl1Topics(outer);
        foreach (var set in element.Descendants().Where(child => child.LocalName == "topicset"))
        {
            topics.Take(set);
        }

        var parts = element.Children.ToLookup(child => child.LocalName);
        if (!parts.Contains("newscomponent") && !parts.Contains("update") && parts.Contains("topicset"))
        {
            sink.Take(new WireFault(WireFaultKind.Repaired, "vocabulary-item", "A NewsItem holds a vocabulary and no news; it was passed over."));
            return;
        }

        foreach (var (components, language) in Languages(parts["newscomponent"]))
        {
            Story(element, components, language, envelope, topics, sink);
        }
    }

    /// <summary>The components of the item; where it holds the same story in several languages side by side, those of each.</summary>
    private static List<(IReadOnlyList<XmlElement> Components, XmlElement? Language)> Languages(IEnumerable<XmlElement> components)
    {
        List<XmlElement> all = [.. components];
        if (all is [var root])
        {
            var tellings = root.Children.Where(child => child.LocalName == "newscomponent" && NewsMl1Shape.HasCopy(child)).ToList();
            if (tellings.Count > 1 && tellings.All(HasHeadline) && tellings.Select(NewsMl1Shape.Language).Distinct(StringComparer.OrdinalIgnoreCase).Count() == tellings.Count)
            {
                return [.. tellings.Select(telling => ((IReadOnlyList<XmlElement>)all, (XmlElement?)telling))];
            }
        }

        return [(all, null)];
    }

    private static bool HasHeadline(XmlElement component) => component.Children.Any(child => child.LocalName == "newslines" && child.Children.Any(line => line.LocalName == "headline" && line.TextOrNull is not null));

    private static void Story(XmlElement element, IReadOnlyList<XmlElement> components, XmlElement? telling, NewsMl1Envelope envelope, NewsMl1Topics topics, IWireSink sink)
    {
        var draft = new NewsMl1Draft(topics, sink);
        draft.Item = draft.Item with { Sequence = envelope.Sequence, Priority = envelope.Priority, Published = envelope.Sent };
        draft.Services.AddRange(envelope.Services);
        draft.Dropped.AddRest(element, "duid", "euid");
        string? providerId = null;
        foreach (var part in element.Children)
        {
            switch (part.LocalName)
            {
                case "identification":
                    providerId = Identification(part, draft);
                    break;
                case "newsmanagement":
                    NewsMl1Management.Read(part, draft);
                    break;
                case "comment":
                    NewsMl1Components.Comment(part, draft);
                    break;
                case "update":
                    Update(part, draft);
                    break;
                case "newscomponent" or "catalog" or "topicset":
                    break;
                default:
                    draft.Dropped.Add(part);
                    break;
            }
        }

        new NewsMl1Components(draft, telling).Read(components);
        var item = draft.Item;
        draft.Item = item with
        {
            Guid = Named(item.Guid ?? element["duid"] ?? components.SelectMany(component => component.Descendants().Prepend(component)).Select(component => component.LocalName == "newscomponent" ? component["duid"] : null).FirstOrDefault(duid => duid is not null), telling),
            Provider = item.Provider ?? envelope.Sender ?? providerId,
            Language = item.Language ?? element.Language,
            VersionCreated = item.VersionCreated ?? envelope.Sent,
        };
        draft.Dropped.Add("sentfrom", envelope.Sender == draft.Item.Provider ? null : envelope.Sender);
        draft.Dropped.Add("providerid", providerId is null || providerId == draft.Item.Provider || draft.Item.Guid?.Contains(providerId, StringComparison.Ordinal) == true ? null : providerId);
        foreach (var dropped in envelope.Dropped.Values)
        {
            draft.Dropped.Add(dropped.Name, dropped.Value);
        }

        sink.Take(draft.Build());
        foreach (var component in components)
        {
            Nested(component, envelope, topics, sink);
        }
    }

    /// <summary>One name for each language of a story.</summary>
    private static string? Named(string? guid, XmlElement? telling) => telling is null ? guid : $"{guid}#{telling["duid"] ?? telling.Language}";

    /// <summary>NewsItems within a component are items of their own (NewsML 1.2, section 5.7.4).</summary>
    private static void Nested(XmlElement component, NewsMl1Envelope envelope, NewsMl1Topics topics, IWireSink sink)
    {
        foreach (var child in component.Children)
        {
            if (child.LocalName == "newsitem")
            {
                Read(child, envelope, topics, sink);
            }
            else if (child.LocalName == "newscomponent")
            {
                Nested(child, envelope, topics, sink);
            }
        }
    }

    private static string? Identification(XmlElement identification, NewsMl1Draft draft)
    {
        string? providerId = null;
        foreach (var part in identification.Children)
        {
            switch (part.LocalName)
            {
                case "newsidentifier":
                    providerId = Identifier(part, draft);
                    break;
                case "namelabel":
                    draft.NameLabel ??= NewsMl1Draft.Line(part);
                    break;
                case "label":
                    var type = part.Children.FirstOrDefault(child => child.LocalName == "labeltype")?["formalname"];
                    draft.Dropped.Add(type is null ? "label" : $"label.{type}", part.Children.FirstOrDefault(child => child.LocalName == "labeltext")?.TextOrNull);
                    break;
                default:
                    draft.Dropped.Add(part);
                    break;
            }
        }

        return providerId;
    }

    /// <summary>
    /// The item's name is its public identifier. Where a sender gives none, or one that names no single item, it is made of its
    /// parts as the specification has it (section 5.5.1.5).
    /// </summary>
    private static string? Identifier(XmlElement identifier, NewsMl1Draft draft)
    {
        string? Part(string name) => identifier.Children.FirstOrDefault(child => child.LocalName == name)?.TextOrNull;

        var revision = identifier.Children.FirstOrDefault(child => child.LocalName == "revisionid");
        var (provider, date, id, published) = (Part("providerid"), Part("dateid"), Part("newsitemid"), Part("publicidentifier"));
        var figures = new string([.. (revision?.Text ?? "").TakeWhile(char.IsAsciiDigit)]);
        var previous = revision?["previousrevision"];
        var update = revision?["update"];
        var names = published is not null && !(published.StartsWith("urn:newsml:", StringComparison.OrdinalIgnoreCase) && published.Count(c => c == ':') < 4);
        var guid = names ? published
            : provider is not null && date is not null && id is not null ? $"urn:newsml:{provider}:{date}:{id}" + (figures.Length > 0 ? $":{figures}{(update is "U" or "A" ? update : "")}" : "")
            : id ?? published;
        draft.Item = draft.Item with { Guid = guid, Version = long.TryParse(figures, NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null };
        draft.Dropped.Add("newsitemid", id is null || guid?.Contains(id, StringComparison.Ordinal) == true ? null : id);
        draft.Dropped.Add("publicidentifier", names || published == guid ? null : published);
        var replaces = long.TryParse(previous, NumberStyles.None, CultureInfo.InvariantCulture, out var earlier) && earlier > 0;
        if (replaces || update is "U" or "A" or "u" or "a")
        {
            draft.Signal(WireSignal.Update);
        }

        if (replaces && guid is not null && figures.Length > 0 && Earlier(guid, figures, earlier) is { } former)
        {
            draft.Links.Add(new WireLink("replaces", former));
        }

        return provider;
    }

    /// <summary>The name of the revision before, where the name ends with the revision.</summary>
    private static string? Earlier(string guid, string revision, long earlier)
    {
        var bare = guid.TrimEnd('N', 'U', 'A', 'n', 'u', 'a');
        return bare.EndsWith(':' + revision, StringComparison.Ordinal) ? string.Create(CultureInfo.InvariantCulture, $"{bare[..^revision.Length]}{earlier}") : null;
    }

    /// <summary>Changes to an earlier revision (NewsML 1.2, section 5.11): without that revision they cannot be carried out, and are shown.</summary>
    private static void Update(XmlElement update, NewsMl1Draft draft)
    {
        foreach (var change in update.Children)
        {
            draft.Dropped.Add($"update.{change.LocalName}", $"{change["duidref"]} {Html.Spaces.Collapse(change.RawText)}".Trim());
        }

        draft.Signal(WireSignal.Update);
        draft.Sink.Take(new WireFault(WireFaultKind.Lost, "update-not-applied", "The item changes parts of an earlier revision, which is not in the document; the changes are shown but were not carried out. Ask for the whole revision."));
    }
}
