using Wireroom.Wire.Nitf;
using Wireroom.Wire.Xml;

namespace Wireroom.Wire.NewsMlG2;

/// <summary>Takes in an NITF document that is the content of an item: the item's own metadata count, NITF fills what they leave open.</summary>
internal static class NewsMlG2Nitf
{
    internal static void Merge(XmlElement nitf, NewsMlG2Draft draft, IWireSink sink)
    {
        var inner = nitf.LocalName == "nitf" ? nitf : Wrapped(nitf);
        var said = NitfReader.Item(inner, sink);
        var item = draft.Item;
        draft.Item = item with
        {
            Slugline = Fill("slugline", item.Slugline, said.Slugline, draft),
            Dateline = Fill("dateline", item.Dateline, said.Dateline, draft),
            Byline = Fill("byline", item.Byline, said.Byline, draft),
            Credit = Fill("credit", item.Credit, said.Credit, draft),
            Provider = Fill("provider", item.Provider, said.Provider, draft),
            Language = item.Language ?? said.Language,
            TakeKey = item.TakeKey ?? said.TakeKey,
            Sequence = item.Sequence ?? said.Sequence,
            Priority = item.Priority ?? said.Priority,
            Urgency = item.Urgency ?? said.Urgency,
            Located = item.Located ?? said.Located,
            Created = item.Created ?? said.Created,
            VersionCreated = item.VersionCreated ?? said.VersionCreated,
            Published = item.Published ?? said.Published,
            WordCount = item.WordCount ?? said.WordCount,
            Link = item.Link ?? said.Link,
            Embargo = draft.Release is null ? said.Embargo : null,
        };
        draft.Drop("nitf.doc-id", said.Guid == item.Guid ? null : said.Guid);
        if (said.Signal != WireSignal.New)
        {
            draft.Signal(said.Signal);
        }

        if (said.EdNote is not null)
        {
            draft.Note(said.EdNote);
        }

        if (said.Standfirst is not null)
        {
            draft.Descriptions.Add(("abstract", said.Standfirst, said.Language));
        }

        Add(said.Genres, draft.Genres);
        Headlines(said, draft);
        draft.Rights = new WireRights(draft.Rights.UsageTerms ?? said.Rights?.UsageTerms, draft.Rights.Holder ?? said.Rights?.Holder, draft.Rights.Notice ?? said.Rights?.Notice, draft.Rights.Expires ?? said.Rights?.Expires);
        draft.Sources.AddRange(said.Sources.Except(draft.Sources).Take(NewsMlG2Draft.Most));
        foreach (var keyword in said.Keywords)
        {
            draft.Keywords.TryAdd(keyword, true);
        }

        Add(said.Subjects, draft.Subjects);
        Add(said.People, draft.People);
        Add(said.Organisations, draft.Organisations);
        draft.Places.AddRange(said.Places.ExceptBy(draft.Places.Select(place => place.Name).ToList(), place => place.Name));
        draft.Body.AddRange(said.Body);
        draft.Media.AddRange(said.Media);
        draft.Links.AddRange(said.Links);
        foreach (var dropped in said.Dropped)
        {
            draft.Drop(dropped.Name, dropped.Value);
        }
    }

    /// <summary>Adds the concepts that are not known by their code, or by their name where they have none.</summary>
    private static void Add(IReadOnlyList<WireSubject> said, List<WireSubject> known)
    {
        var codes = known.Select(concept => (concept.Scheme, concept.Code)).ToHashSet();
        var names = known.Select(concept => concept.Name).ToHashSet(StringComparer.Ordinal);
        known.AddRange(said.Where(concept => concept.Code is not null ? !codes.Contains((concept.Scheme, concept.Code)) : !names.Contains(concept.Name)));
    }

    /// <summary>A body, or the content of one, as the document that it is a part of.</summary>
    private static XmlElement Wrapped(XmlElement part)
    {
        var outer = new XmlElement(part.LocalName == "body" ? "nitf" : "body", [], part.Language, part.Base);
        outer.Add(part);
        return part.LocalName == "body" ? outer : Wrapped(outer);
    }

    /// <summary>NITF's headline is the item's where it has none of its own.</summary>
    private static void Headlines(WireItem said, NewsMlG2Draft draft)
    {
        var hasOwn = draft.Headlines.Count > 0;
        foreach (var headline in said.Headlines.Take(NewsMlG2Draft.Most))
        {
            if (!hasOwn)
            {
                draft.Headlines.Add((headline, int.MaxValue));
            }
            else
            {
                draft.Drop("nitf.headline", draft.Headlines.Any(known => known.Text.Text == headline.Text) || draft.Titles.Contains(headline.Text) ? null : headline.Text);
            }
        }
    }

    private static string? Fill(string name, string? own, string? other, NewsMlG2Draft draft)
    {
        if (own is not null && own != other)
        {
            draft.Drop($"nitf.{name}", other);
        }

        return own ?? other;
    }
}
