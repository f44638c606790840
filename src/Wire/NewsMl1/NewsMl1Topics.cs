using Wireroom.Wire.Html;
using Wireroom.Wire.Xml;

namespace Wireroom.Wire.NewsMl1;

/// <summary>The topics that a document brings with it (NewsML 1.2, section 5.3), so that codes and references have names.</summary>
internal sealed class NewsMl1Topics
{
    private readonly Dictionary<string, Topic> byDuid = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Topic> byCode = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>A topic: its type, name, and code with scheme.</summary>
    internal sealed record Topic(string Type, string? Name, string? Code, string? Scheme);

    internal NewsMl1Topics()
    {
    }

    /// <summary>Begins with the topics of the document; those of an item are added to them.</summary>
    internal NewsMl1Topics(NewsMl1Topics outer)
    {
        byDuid = new Dictionary<string, Topic>(outer.byDuid, StringComparer.Ordinal);
        byCode = new Dictionary<string, Topic>(outer.byCode, StringComparer.OrdinalIgnoreCase);
    }

    internal void Take(XmlElement set)
    {
        foreach (var element in set.Children.Where(child => child.LocalName == "topic"))
        {
            var types = element.Children.Where(child => child.LocalName == "topictype").Select(child => child["formalname"]).OfType<string>();
            var formal = element.Children.FirstOrDefault(child => child.LocalName == "formalname");
            var descriptions = element.Children.Where(child => child.LocalName == "description").ToList();
            var name = descriptions.FirstOrDefault(child => child["variant"]?.Contains("name", StringComparison.OrdinalIgnoreCase) == true) ?? (descriptions.Count > 0 ? descriptions[0] : null);
            var topic = new Topic(string.Join(' ', types).ToLowerInvariant(), name is null ? null : Spaces.Collapse(name.RawText), formal?.TextOrNull, formal?["scheme"]);
            if (element["duid"] is { } duid)
            {
                byDuid.TryAdd(duid, topic);
            }

            if (topic.Code is { } code && topic.Name is not null)
            {
                byCode.TryAdd(code, topic);
            }
        }
    }

    /// <summary>The topic that a reference such as <c>#t1</c> points to, where it stands in the document.</summary>
    internal Topic? Of(string? reference) => reference is ['#', ..] ? byDuid.GetValueOrDefault(reference[1..]) : null;

    /// <summary>The name of a formal name, where the document says it.</summary>
    internal string? NameOf(string? code) => code is null ? null : byCode.GetValueOrDefault(code)?.Name;

    /// <summary>The names of the parties within an element.</summary>
    internal IEnumerable<string> Parties(XmlElement element)
    {
        var parties = element.Children.Where(child => child.LocalName == "party").ToList();
        var names = parties.Select(party => Of(party["topic"])?.Name ?? party["formalname"] ?? party.TextOrNull);
        return (parties.Count == 0 ? [element["formalname"] ?? element.Children.Count switch { 0 => element.TextOrNull, _ => null }] : names)
            .OfType<string>().Select(Spaces.Collapse).Where(name => name.Length > 0).Distinct(StringComparer.Ordinal);
    }

    /// <summary>The value of a property, said or pointed to.</summary>
    internal string? Value(XmlElement property) => property["value"] ?? Of(property["valueref"]) switch { { } topic => topic.Name ?? topic.Code, null => property["valueref"] ?? (property.Children.Count == 0 ? property.TextOrNull : null) };
}
