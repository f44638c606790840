using System.Xml;
using System.Xml.Linq;
using Wireroom.Storage;
using Wireroom.Stories;

namespace Wireroom.Newsroom.Desk.Sources;

/// <summary>Lists of feeds as other programs exchange them: OPML 2.0 (http://opml.org/spec2.opml, section "Subscription lists").</summary>
public static class Opml
{
    private const int LongestName = 80;
    private const int MostFeeds = 5000;

    /// <summary>The feeds among the sources as a subscription list. No passwords, and nothing that comes by other ways.</summary>
    public static string Write(string newsroom, IReadOnlyList<Source> sources) => new XDocument(
        new XElement(
            "opml",
            new XAttribute("version", "2.0"),
            new XElement("head", new XElement("title", $"{newsroom}: sources")),
            new XElement(
                "body",
                sources.Where(source => source.Kind is SourceKind.Feed).Select(source => new XElement(
                    "outline",
                    new XAttribute("type", "rss"),
                    new XAttribute("text", source.Name),
                    new XAttribute("xmlUrl", source.Address),
                    source.Section.Length > 0 ? new XAttribute("category", "/" + source.Section) : null,
                    source.Language.Length > 0 ? new XAttribute("language", source.Language) : null))))).ToString();

    /// <summary>
    /// The feeds of a list, as sources that are paused until somebody has looked at them; the names of folders above a feed, or its category, are its section
    /// where the newsroom has one of that name. Empty with a fault where it is no list.
    /// </summary>
    public static (IReadOnlyList<Source> Sources, string Fault) Read(Stream list, IReadOnlyList<Section> sections)
    {
        try
        {
            using var reader = XmlReader.Create(list, new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, MaxCharactersInDocument = 16 * 1024 * 1024 });
            var root = XDocument.Load(reader).Root;
            if (root?.Name.LocalName != "opml")
                return ([], "This is no OPML list.");
            var sources = new List<Source>();
            foreach (var outline in root.Descendants("outline").Take(MostFeeds))
            {
                if (Feed(outline, sections) is { } source && sources.All(other => other.Address != source.Address))
                    sources.Add(source);
            }

            return (sources, sources.Count == 0 ? "The list names no feed." : "");
        }
        catch (XmlException fault)
        {
            return ([], $"The list is damaged in line {fault.LineNumber}: {fault.Message}");
        }
    }

    private static Source? Feed(XElement outline, IReadOnlyList<Section> sections)
    {
        if (Said(outline, "xmlUrl") is not { } address || !Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https") || uri.UserInfo.Length > 0)
            return null;
        var name = Said(outline, "text") ?? Said(outline, "title") ?? uri.Host;
        if (name.Length > LongestName)
            name = name[..LongestName].TrimEnd();
        var groups = (Said(outline, "category") ?? "").Split([',', '/'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Concat(outline.Ancestors("outline").Select(folder => Said(folder, "text") ?? ""));
        return new Source
        {
            Slug = Slug.Of(name), Name = name, Kind = SourceKind.Feed, Address = uri.AbsoluteUri, Language = Said(outline, "language") is { Length: <= 35 } language ? language : "",
            Section = groups.Select(group => sections.FirstOrDefault(section => section.Slug == group || section.Name.Equals(group, StringComparison.OrdinalIgnoreCase))?.Slug)
                .FirstOrDefault(slug => slug is not null) ?? "",
            Paused = true,
        };
    }

    private static string? Said(XElement element, string name) => element.Attribute(name)?.Value.Trim() is { Length: > 0 } value ? value : null;
}
