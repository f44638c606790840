using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Wireroom.Wire.Tests.NewsMl1;

/// <summary>
/// The structure of NewsML 1.2 for the elements that the writer uses: content models as in IPTC's DTD and schema of 10 October 2003,
/// where each child is a letter of a word that an expression accepts, and the attributes that must be there.
/// </summary>
internal static class NewsMl1Structure
{
    private static readonly Dictionary<string, (string Children, string[] Required)> Elements = new()
    {
        ["NewsML"] = ("Catalog? TopicSet* NewsEnvelope NewsItem+", []),
        ["NewsEnvelope"] = ("TransmissionId? SentFrom? SentTo? DateAndTime NewsService* NewsProduct* Priority?", []),
        ["NewsItem"] = ("Comment* Catalog? Identification NewsManagement (NewsComponent|Update+|TopicSet)?", []),
        ["Identification"] = ("NewsIdentifier NameLabel? DateLabel? Label*", []),
        ["NewsIdentifier"] = ("ProviderId DateId NewsItemId RevisionId PublicIdentifier", []),
        ["RevisionId"] = ("", ["PreviousRevision", "Update"]),
        ["NewsManagement"] = ("NewsItemType FirstCreated ThisRevisionCreated Status StatusWillChange* Urgency? RevisionHistory? DerivedFrom* AssociatedWith* Instruction* Property*", []),
        ["StatusWillChange"] = ("FutureStatus DateAndTime", []),
        ["RevisionHistory"] = ("", ["Href"]),
        ["DerivedFrom"] = ("Comment*", []),
        ["AssociatedWith"] = ("Comment*", []),
        ["Instruction"] = ("RevisionStatus*", ["FormalName"]),
        ["NewsComponent"] = ("Comment* Catalog? TopicSet* Role? BasisForChoice* NewsLines? AdministrativeMetadata? RightsMetadata? DescriptiveMetadata? Metadata* ((NewsItem|NewsItemRef)+|NewsComponent+|ContentItem+)?", []),
        ["NewsItemRef"] = ("Comment*", []),
        ["NewsLines"] = ("(HeadLine SubHeadLine*|ByLine ByLineTitle*|DateLine|CreditLine|CopyrightLine|RightsLine|SeriesLine|SlugLine|KeywordLine|NewsLine)*", []),
        ["NewsLine"] = ("NewsLineType NewsLineText+", []),
        ["AdministrativeMetadata"] = ("Catalog? FileName? SystemIdentifier? Provider? Creator? Source* Contributor* Property*", []),
        ["Provider"] = ("Comment* Party+", []),
        ["Source"] = ("Comment* Party+", []),
        ["RightsMetadata"] = ("Catalog? Copyright* UsageRights* Property*", []),
        ["UsageRights"] = ("UsageType? Geography? RightsHolder? Limitations? StartDate? EndDate?", []),
        ["DescriptiveMetadata"] = ("Catalog? Language* Genre* SubjectCode* OfInterestTo* DateLineDate? Location* TopicOccurrence* Property*", []),
        ["SubjectCode"] = ("((Subject|SubjectMatter|SubjectDetail) SubjectQualifier*)*", []),
        ["Location"] = ("Property*", []),
        ["TopicSet"] = ("Comment* Catalog? TopicSetRef* Topic*", ["FormalName"]),
        ["Topic"] = ("Comment* Catalog? TopicType+ FormalName* Description* Property*", []),
        ["ContentItem"] = ("Comment* Catalog? MediaType? Format? MimeType? Notation? Characteristics? (Encoding|DataContent)?", []),
        ["Characteristics"] = ("SizeInBytes? Property*", []),
        ["Property"] = ("Property*", ["FormalName"]),
    };

    // Elements with text only, or with nothing in them but a formal name.
    private static readonly string[] Texts =
    [
        "TransmissionId", "DateAndTime", "ProviderId", "DateId", "NewsItemId", "RevisionId", "PublicIdentifier", "FirstCreated", "ThisRevisionCreated", "Comment", "HeadLine", "SubHeadLine", "ByLine", "DateLine", "CreditLine",
        "CopyrightLine", "RightsLine", "SlugLine", "KeywordLine", "NewsLineText", "RightsHolder", "EndDate", "FormalName", "Description", "SizeInBytes",
    ];

    private static readonly string[] Formal = ["Priority", "NewsService", "NewsItemType", "Status", "FutureStatus", "Urgency", "Role", "NewsLineType", "Party", "Language", "Genre", "Subject", "TopicType", "MediaType", "MimeType"];

    /// <summary>What is wrong with a document, a line each; none where it has the structure.</summary>
    internal static List<string> Faults(byte[] document)
    {
        var root = XDocument.Load(new MemoryStream(document)).Root!;
        var faults = new List<string>();
        var duids = new HashSet<string>(StringComparer.Ordinal);
        if (root.Name.LocalName != "NewsML" || (string?)root.Attribute("Version") != "1.2")
        {
            faults.Add("The root is no NewsML of version 1.2.");
        }

        Element(root, faults, duids);
        return faults;
    }

    private static void Element(XElement element, List<string> faults, HashSet<string> duids)
    {
        var name = element.Name.LocalName;
        if (name == "DataContent" && element.Name.NamespaceName == "http://iptc.org/std/NewsML/2003-10-10/")
        {
            return;
        }

        if (element.Attribute("Duid") is { } duid && !duids.Add(duid.Value))
        {
            faults.Add($"The Duid {duid.Value} stands twice.");
        }

        if (name == "TopicOccurrence")
        {
            faults.AddRange(element.Document!.Descendants().Any(other => "#" + (string?)other.Attribute("Duid") == (string?)element.Attribute("Topic")) ? [] : [$"{element} points to nothing."]);
        }
        else if (Formal.Contains(name))
        {
            faults.AddRange(element.HasElements || element.Value.Length > 0 || string.IsNullOrEmpty((string?)element.Attribute("FormalName")) ? [$"{name} has to have a formal name and nothing in it."] : []);
        }
        else if (Elements.TryGetValue(name, out var model))
        {
            faults.AddRange(model.Required.Where(required => element.Attribute(required) is null).Select(required => $"{name} has no {required}."));
            var children = string.Concat(element.Elements().Select(child => child.Name.LocalName + ";"));
            if (!Texts.Contains(name) && !Expression(model.Children).IsMatch(children))
            {
                faults.Add($"{name} may not hold {children}");
            }
        }
        else if (!Texts.Contains(name) || element.HasElements)
        {
            faults.Add($"{name} is not known, or holds more than text.");
        }

        foreach (var child in element.Elements())
        {
            Element(child, faults, duids);
        }
    }

    private static Regex Expression(string model) => new($"^(?:{Regex.Replace(model, "[A-Za-z]+", "(?:$0;)").Replace(" ", "", StringComparison.Ordinal)})$");
}
