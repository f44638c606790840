using System.Globalization;
using Wireroom.Wire.Anpa1312;
using Wireroom.Wire.Dates;
using Wireroom.Wire.Feeds;
using Wireroom.Wire.Html;
using Wireroom.Wire.Xml;

namespace Wireroom.Wire.Nitf;

/// <summary>Reads the head (NITF 3.6, head): title, meta, tobject, pubdata; docdata has a reader of its own.</summary>
internal static class NitfHead
{
    // The alias of IPTC's older subject codes, of which NITF's reference numbers are.
    private const string SubjectCodes = "subj";

    internal static void Read(XmlElement head, NitfDraft draft)
    {
        foreach (var element in head.Children)
        {
            switch (element.LocalName)
            {
                case "title" when draft.Title is null:
                    draft.Title = Spaces.Collapse(element.Text) is { Length: > 0 } title ? title : null;
                    break;
                case "meta":
                    Meta(element, draft);
                    break;
                case "tobject":
                    Topic(element, draft);
                    break;
                case "docdata":
                    NitfDocData.Read(element, draft);
                    break;
                case "pubdata":
                    Publication(element, draft);
                    break;
                case "iim":
                    foreach (var data in element.Children)
                    {
                        draft.Drop($"iim.{data["num"]}", data["value"] ?? data.TextOrNull);
                    }

                    break;
                default:
                    draft.Drop(element);
                    break;
            }
        }
    }

    /// <summary>Meta elements have no names of NITF's own; those are known that agencies, and the writer here, use for what NITF has no element for.</summary>
    private static void Meta(XmlElement meta, NitfDraft draft)
    {
        var name = (meta["name"] ?? meta["http-equiv"] ?? "").ToLowerInvariant();
        var content = meta["content"] ?? meta.TextOrNull;
        var item = draft.Item;
        switch (name)
        {
            case var _ when content is null:
                break;
            case "slugline" or "slug" or "keywordline" or "anpa-keyword" when draft.Slugline is null:
                draft.Slugline = content;
                break;
            case "take-key" or "anpa-takekey" when item.TakeKey is null:
                draft.Item = item with { TakeKey = content };
                break;
            case "priority" or "anpa-priority" or "ap-priority" when item.Priority is null:
                draft.Item = item with { Priority = content };
                break;
            case "sequence" or "sequence-number" or "story-number" or "transmission-number" or "anpa-sequence" or "ap-transref" when item.Sequence is null:
                draft.Item = item with { Sequence = content };
                break;
            case "credit" or "creditline" when item.Credit is null:
                draft.Item = item with { Credit = content };
                break;
            case "kind":
                draft.Item = item with { Kind = content.ToLowerInvariant() };
                break;
            case "first-created" when item.Created is null:
                draft.Item = item with { Created = WireDates.Read(content) };
                break;
            case "language" or "content-language" when item.Language is null:
                draft.Item = item with { Language = content };
                break;
            case "anpa-category" or "ap-category":
                // The letter that the header of the high-speed wire has for it (ANPA 1312, category).
                draft.Subjects.Add(new WireSubject(content, Anpa1312Reader.Categories, content));
                break;
            case "wordcount" or "word-count" or "anpa-wordcount" or "ap-wordcount" when int.TryParse(content, NumberStyles.None, CultureInfo.InvariantCulture, out var words):
                draft.Item = item with { WordCount = words };
                break;
            case "copyright" when draft.Rights.Notice is null:
                draft.Rights = draft.Rights with { Notice = content };
                break;
            case "source":
                draft.Sources.Add(content);
                break;
            case "generator" or "content-type":
                // Says which program wrote the file, nothing of the news.
                break;
            default:
                draft.Drop(name.Length == 0 ? "meta" : $"meta.{name}", content);
                break;
        }
    }

    private static void Topic(XmlElement topic, NitfDraft draft)
    {
        if (topic["tobject.type"] is { } type && !type.Equals("news", StringComparison.OrdinalIgnoreCase))
        {
            if (type.Contains("advisory", StringComparison.OrdinalIgnoreCase))
            {
                draft.Signal(WireSignal.Advisory);
            }
            else
            {
                draft.Drop("tobject.type", type);
            }
        }

        foreach (var element in topic.Children)
        {
            if (element.LocalName == "tobject.property" && element["tobject.property.type"] is { } genre && draft.Genres.Count == 0)
            {
                draft.Genres.Add(new WireSubject(genre));
            }
            else if (element.LocalName == "tobject.subject")
            {
                Subject(element, draft);
            }
            else
            {
                draft.Drop(element);
            }
        }
    }

    /// <summary>A subject of IPTC's three levels: type, matter, detail (NITF 3.6, tobject.subject). MediaTopics travel in the same place.</summary>
    private static void Subject(XmlElement subject, NitfDraft draft)
    {
        List<string> names = [.. new[] { subject["tobject.subject.detail"], subject["tobject.subject.matter"], subject["tobject.subject.type"] }.OfType<string>()];
        var code = subject["tobject.subject.refnum"];
        if ((names.Count > 0 ? names[0] : code ?? subject["tobject.subject.code"]) is not { } name)
        {
            return;
        }

        // The words of the trade that the senders put into the reference number, with or without the scheme.
        var (scheme, bare) = code is null ? (null, null) : TopicCodes.Split(code);
        var ipr = subject["tobject.subject.ipr"];
        var isIptc = ipr is null || ipr.Contains("iptc", StringComparison.OrdinalIgnoreCase);
        scheme ??= bare is null ? null : !isIptc ? ipr : bare.StartsWith("2000", StringComparison.Ordinal) && bare.Length == 8 ? "medtop" : SubjectCodes;
        draft.Subjects.Add(new WireSubject(name, scheme, bare, null, names.Count > 1 ? names[1..] : null));
        if (names.Count > 0)
        {
            draft.Drop("tobject.subject.code", subject["tobject.subject.code"]);
        }
    }

    internal static void Publication(XmlElement publication, NitfDraft draft)
    {
        // The number of the publication's own, where NITF has an ID for references within the document.
        draft.Drop("pubdata.id", publication["id"]);
        if (WireDates.Read(publication["date.publication"]) is { } published && draft.Item.Published is null)
        {
            draft.Item = draft.Item with { Published = published };
        }
        else
        {
            draft.Drop("pubdata.date.publication", publication["date.publication"]);
        }

        if (publication["ex-ref"] is { } page)
        {
            draft.Item = draft.Item with { Link = draft.Item.Link ?? SafeAddress.Link(page, publication.Base) ?? page };
        }

        var words = publication["unit-of-measure"]?.StartsWith("word", StringComparison.OrdinalIgnoreCase) == true ? FeedMedia.Number(publication["item-length"]) : null;
        if (words is <= int.MaxValue)
        {
            draft.Item = draft.Item with { WordCount = (int)words };
            draft.DropRest(publication, "date.publication", "ex-ref", "name", "item-length", "unit-of-measure");
        }
        else
        {
            draft.DropRest(publication, "date.publication", "ex-ref", "name");
        }

        draft.Publication ??= publication["name"];
    }
}
