using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;
using Wireroom.Wire.Html;
using Wireroom.Wire.Nitf;
using Wireroom.Wire.Xml;

namespace Wireroom.Wire.NewsMl1;

/// <summary>Writes the components of an item (NewsML 1.2, section 5.7): lines and metadata, the copy as XHTML, files, and references.</summary>
internal sealed partial class NewsMl1ComponentsOut(XmlWriter xml, WireItem item, int number, WireLink? replaced)
{
    private readonly List<(string Type, string Name, string? Scheme, string? Code, int? Relevance)> topics = [];

    internal void Write()
    {
        Topics();
        Open("NewsComponent");
        TopicSet();
        Lines();
        Administrative();
        Rights();
        Descriptive();
        var references = item.Links.Where(link => link != replaced && link.Guid is not null && link.Relation is not ("revisionHistory" or "derivedFrom" or "related")).ToList();
        if (item.Media.Count + references.Count == 0)
        {
            if (item.Body.Count > 0)
            {
                Copy();
            }
        }
        else
        {
            Parts(references);
        }

        xml.WriteEndElement();
    }

    private void Parts(List<WireLink> references)
    {
        var isOfFiles = item.Kind is "picture" or "graphic" or "video" or "audio" && item.Body.Count == 0;
        if (!isOfFiles && (item.Body.Count > 0 || item.Media.Count > 0))
        {
            Component("Main", Copy);
        }

        if (isOfFiles)
        {
            foreach (var file in item.Media)
            {
                Component(file.Role, () => File(file));
            }
        }
        else
        {
            foreach (var group in item.Media.GroupBy(file => (Role: file.Role.Split('/')[0], Id: file.Guid ?? file.Href)))
            {
                Group(group.Key.Role, [.. group]);
            }
        }

        foreach (var link in references)
        {
            Component(link.Relation, () =>
            {
                Open("NewsItemRef");
                xml.WriteAttributeString("NewsItem", XmlOut.Clean(link.Guid!));
                xml.Said("Comment", link.Title);
                xml.WriteEndElement();
            });
        }
    }

    private void Component(string role, Action content)
    {
        Open("NewsComponent");
        xml.Formal("Role", role);
        content();
        xml.WriteEndElement();
    }

    /// <summary>One file in its sizes, with what is said of it.</summary>
    private void Group(string role, List<WireMedia> files)
    {
        var about = files[0];
        Open("NewsComponent");
        xml.Attribute("Euid", about.Guid);
        xml.Formal("Role", role == "body" ? null : role);
        if (about.Title is not null || about.Credit is not null || about.Rights is { Notice: not null } or { UsageTerms: not null })
        {
            Open("NewsLines");
            xml.Said("HeadLine", about.Title);
            xml.Said("CreditLine", about.Credit);
            xml.Said("CopyrightLine", about.Rights?.Notice);
            xml.Said("RightsLine", about.Rights?.UsageTerms);
            xml.WriteEndElement();
        }

        Usage(about.Rights);
        foreach (var file in files)
        {
            var stroke = file.Role.IndexOf('/', StringComparison.Ordinal);
            Component(stroke < 0 ? "Main" : file.Role[(stroke + 1)..], () => File(file));
        }

        Words("Caption", about.Caption);
        Words("AltText", about.AltText);
        xml.WriteEndElement();
    }

    private void Words(string role, string? text)
    {
        if (text is not null)
        {
            Component(role, () =>
            {
                Open("ContentItem");
                xml.Formal("MediaType", "Text");
                xml.Formal("MimeType", "text/plain");
                xml.Always("DataContent", text);
                xml.WriteEndElement();
            });
        }
    }

    private void File(WireMedia file)
    {
        Open("ContentItem");
        xml.Attribute("Href", file.Href);
        xml.Formal("MediaType", file.Kind switch { null => null, "picture" => "Photo", var kind => char.ToUpperInvariant(kind[0]) + kind[1..] });
        xml.Formal("MimeType", file.MediaType);
        if (file is not { Bytes: null, Width: null, Height: null, Seconds: null })
        {
            Open("Characteristics");
            xml.Said("SizeInBytes", file.Bytes?.ToString(CultureInfo.InvariantCulture));
            Figure("Width", file.Width);
            Figure("Height", file.Height);
            Figure("Duration", file.Seconds);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private void Figure(string name, double? figure)
    {
        if (figure is { } value)
        {
            xml.Property(name, value.ToString("0.###", CultureInfo.InvariantCulture));
        }
    }

    /// <summary>The copy as XHTML. What the writer of HTML leaves open, XML closes.</summary>
    private void Copy()
    {
        Open("ContentItem");
        xml.Formal("MediaType", "Text");
        xml.Formal("MimeType", "application/xhtml+xml");
        if (item.WordCount is { } words)
        {
            Open("Characteristics");
            Figure("Words", words);
            xml.WriteEndElement();
        }

        Open("DataContent");
        xml.WriteStartElement("html", "http://www.w3.org/1999/xhtml");
        xml.WriteRaw("<head><title></title></head><body>");
        xml.WriteRaw(VoidElement().Replace(XmlOut.Clean(HtmlBody.Write(item.Body)), "<${tag}/>"));
        xml.WriteRaw("</body>");
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private void Lines()
    {
        Open("NewsLines");
        var follows = false;
        foreach (var headline in item.Headlines)
        {
            var name = headline.Role == "main" ? "HeadLine" : headline.Role == "subtitle" && follows ? "SubHeadLine" : null;
            follows = name is not null;
            if (name is null)
            {
                Typed($"HeadLine:{headline.Role}", headline.Language, headline.Text);
            }
            else
            {
                Open(name);
                Language(headline.Language);
                xml.WriteString(XmlOut.Clean(headline.Text));
                xml.WriteEndElement();
            }
        }

        xml.Said("ByLine", item.Byline);
        xml.Said("DateLine", item.Dateline);
        xml.Said("CreditLine", item.Credit);
        xml.Said("CopyrightLine", item.Rights?.Notice);
        foreach (var line in item.Rights?.UsageTerms?.Split('\n') ?? [])
        {
            xml.Said("RightsLine", line);
        }

        xml.Said("SlugLine", item.Slugline);
        foreach (var keyword in item.Keywords)
        {
            xml.Said("KeywordLine", keyword);
        }

        Typed("Summary", null, item.Standfirst?.Split("\n\n") ?? []);
        Typed("EdNote", null, item.EdNote?.Split("\n\n") ?? []);
        Typed("Link", null, item.Link is null ? [] : [item.Link]);
        xml.WriteEndElement();
    }

    private void Typed(string type, string? language, params string[] texts)
    {
        if (texts.Length == 0)
        {
            return;
        }

        Open("NewsLine");
        xml.Formal("NewsLineType", type);
        foreach (var text in texts)
        {
            Open("NewsLineText");
            Language(language);
            xml.WriteString(XmlOut.Clean(text));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private void Administrative()
    {
        if (item.Provider is null && item.Sources.Count == 0)
        {
            return;
        }

        Open("AdministrativeMetadata");
        Party("Provider", item.Provider);
        foreach (var source in item.Sources)
        {
            Party("Source", source);
        }

        xml.WriteEndElement();
    }

    private void Party(string name, string? party)
    {
        if (party is not null)
        {
            Open(name);
            xml.Formal("Party", party);
            xml.WriteEndElement();
        }
    }

    private void Rights() => Usage(item.Rights);

    /// <summary>Who holds the rights, and when they end; the other terms are lines.</summary>
    private void Usage(WireRights? rights)
    {
        if (rights is { Holder: not null } or { Expires: not null })
        {
            Open("RightsMetadata");
            Open("UsageRights");
            xml.Said("RightsHolder", rights.Holder);
            xml.Said("EndDate", rights.Expires is { } end ? NitfWriter.Norm(end) : null);
            xml.WriteEndElement();
            xml.WriteEndElement();
        }
    }

    private void Descriptive()
    {
        Open("DescriptiveMetadata");
        xml.Formal("Language", item.Language);
        foreach (var genre in item.Genres)
        {
            xml.Formal("Genre", genre.Name);
        }

        foreach (var subject in item.Subjects.Where(IsOfIptc))
        {
            Open("SubjectCode");
            xml.Formal("Subject", subject.Code, ("Scheme", subject.Scheme == "medtop" ? "IptcMediaTopics" : "IptcSubjectCodes"), ("Importance", subject.Relevance?.ToString(CultureInfo.InvariantCulture)));
            xml.WriteEndElement();
        }

        if (item.Located is { } located)
        {
            Location("Origin", located);
        }

        foreach (var place in item.Places.Where(IsLocation))
        {
            Location("Present", place);
        }

        for (var at = 0; at < topics.Count; at++)
        {
            if (topics[at].Type != "SubjectCode")
            {
                Open("TopicOccurrence");
                xml.Attribute("Importance", topics[at].Relevance?.ToString(CultureInfo.InvariantCulture));
                xml.WriteAttributeString("Topic", $"#{Duid(at)}");
                xml.WriteEndElement();
            }
        }

        xml.WriteEndElement();
    }

    private void Location(string how, WirePlace place)
    {
        Open("Location");
        xml.WriteAttributeString("HowPresent", how);
        Said("City", place.Name);
        Said("Country", place.Country);
        Said("Latitude", place.Latitude?.ToString(CultureInfo.InvariantCulture));
        Said("Longitude", place.Longitude?.ToString(CultureInfo.InvariantCulture));
        xml.WriteEndElement();
    }

    private void Said(string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            xml.Property(name, value);
        }
    }

    private static bool IsOfIptc(WireSubject subject) => subject is { Scheme: "subj" or "medtop", Code.Length: 8 };

    private static bool IsLocation(WirePlace place) => place is { Latitude: not null } or { Country: not null };

    /// <summary>Names and codes together are topics, to which the metadata then point (section 5.3).</summary>
    private void Topics()
    {
        topics.AddRange(item.Subjects.Where(subject => IsOfIptc(subject) && subject.Name != subject.Code).Select(subject => ("SubjectCode", subject.Name, subject.Scheme, subject.Code, subject.Relevance)));
        topics.AddRange(item.Subjects.Where(subject => !IsOfIptc(subject)).Select(subject => ("Subject", subject.Name, subject.Scheme, subject.Code, subject.Relevance)));
        topics.AddRange(item.People.Select(person => ("Person", person.Name, person.Scheme, person.Code, person.Relevance)));
        topics.AddRange(item.Organisations.Select(organisation => ("Organisation", organisation.Name, organisation.Scheme, organisation.Code, organisation.Relevance)));
        topics.AddRange(item.Places.Where(place => !IsLocation(place)).Select(place => ("Location", place.Name, place.Scheme, place.Code, (int?)null)));
    }

    private void TopicSet()
    {
        if (topics.Count == 0)
        {
            return;
        }

        Open("TopicSet");
        xml.WriteAttributeString("FormalName", "Topics");
        for (var at = 0; at < topics.Count; at++)
        {
            var topic = topics[at];
            Open("Topic");
            xml.WriteAttributeString("Duid", Duid(at));
            xml.Formal("TopicType", topic.Type);
            if (topic.Code is not null || topic.Scheme is not null)
            {
                Open("FormalName");
                xml.Attribute("Scheme", topic.Scheme);
                xml.WriteString(XmlOut.Clean(topic.Code ?? ""));
                xml.WriteEndElement();
            }

            Open("Description");
            xml.WriteAttributeString("Variant", "Name");
            xml.WriteString(XmlOut.Clean(topic.Name));
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private string Duid(int topic) => string.Create(CultureInfo.InvariantCulture, $"i{number + 1}t{topic + 1}");

    private void Language(string? language)
    {
        if (language is { Length: > 0 })
        {
            xml.WriteAttributeString("xml", "lang", null, XmlOut.Clean(language));
        }
    }

    private void Open(string name) => xml.WriteStartElement(name, NewsMl1Reader.Namespace);

    [GeneratedRegex("<(?<tag>(?:br|img|hr|col)\\b[^>]*)>")]
    private static partial Regex VoidElement();
}
