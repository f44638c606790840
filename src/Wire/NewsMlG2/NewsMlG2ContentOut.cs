using System.Globalization;
using System.Xml;
using Wireroom.Wire.Html;
using Wireroom.Wire.Xml;

namespace Wireroom.Wire.NewsMlG2;

/// <summary>Writes contentMeta. Concepts, events and plans have no genre, dateline, byline and credit line (ContentMetadataAcDType).</summary>
internal sealed class NewsMlG2ContentOut(XmlWriter xml, WireLosses losses, NewsMlG2ConceptsOut concepts)
{
    internal void Write(WireItem item, bool hasWords)
    {
        xml.Start("contentMeta");
        if (item.Urgency is >= 1 and <= 9)
        {
            xml.Line("urgency", item.Urgency.Value.ToString(CultureInfo.InvariantCulture));
        }
        else if (item.Urgency is not null)
        {
            losses.Lose(item, "urgency", "an urgency beyond 1 to 9");
        }

        if (hasWords)
        {
            xml.Line("contentCreated", NewsMlG2Out.Norm(item.ContentCreated));
        }

        if (item.Located is not null && item.Kind != "event")
        {
            concepts.Place("located", item.Located, item, "located");
        }

        foreach (var source in item.Sources)
        {
            xml.Named("infoSource", source);
        }

        AltIds(item);
        if (NewsMlG2Out.IsLanguage(item.Language))
        {
            xml.Start("language");
            xml.WriteAttributeString("tag", item.Language!);
            xml.WriteEndElement();
        }

        if (hasWords)
        {
            concepts.Plain("genre", item.Genres, item, "genre");
        }

        foreach (var keyword in item.Keywords)
        {
            xml.Line("keyword", keyword);
        }

        concepts.Subjects(item);
        xml.Line("slugline", item.Slugline);
        Headlines(item);
        if (hasWords)
        {
            xml.Line("dateline", item.Dateline);
            xml.Line("by", item.Byline);
            xml.Line("creditline", item.Credit);
        }

        if (item.Kind is not ("event" or NewsMlG2Knowledge.Concept))
        {
            xml.Block("description", item.Standfirst, item.Kind is "text" or "package" or "planning" or NewsMlG2Knowledge.Vocabulary ? "drol:summary" : "drol:caption");
            foreach (var one in item.Descriptions)
            {
                xml.Start("description");
                xml.Attribute("role", one.Role is "summary" or "caption" ? $"drol:{one.Role}" : NewsMlG2Out.Own(one.Role));
                xml.WriteString(XmlOut.Clean(one.Text));
                xml.WriteEndElement();
            }
        }

        xml.WriteEndElement();
        Note(item, hasWords);
    }

    private void AltIds(WireItem item)
    {
        foreach (var id in item.AltIds)
        {
            xml.Start("altId");
            xml.Attribute("type", NewsMlG2Out.Own(id.Role));
            xml.WriteString(XmlOut.Clean(id.Value));
            xml.WriteEndElement();
            if ((id.Role.Length > 0 && NewsMlG2Out.Own(id.Role) is null) || id.Value.Trim() != id.Value || NewsMlG2ContentMeta.IsSequence(id.Role))
            {
                losses.Lose(item, "alt-ids", $"the name {id.Value} as it stands");
            }
        }
    }

    /// <summary>The name of a concept is its first headline; titles stand in itemMeta.</summary>
    private void Headlines(WireItem item)
    {
        var lines = item.Headlines.Skip(item.Kind is "event" or NewsMlG2Knowledge.Concept ? 1 : 0).Where(headline => headline.Role != "title").ToList();
        foreach (var line in lines)
        {
            var isFirst = ReferenceEquals(line, item.Headlines[0]);
            xml.Start("headline");
            xml.Language(line.Language);
            xml.Attribute("role", line.Role == "main" ? (isFirst ? null : "wireroom:main") : line.Role == "subtitle" ? "wireroom:subtitle" : NewsMlG2Out.Own(line.Role));
            xml.WriteString(XmlOut.Clean(Spaces.Collapse(line.Text)));
            xml.WriteEndElement();
        }

        var titles = item.Headlines.Where(headline => headline.Role == "title").ToList();
        if ((item.Headlines.Count > 0 && item.Headlines[0].Role != "main")
            || item.Headlines.Any(headline => headline.Role.Length == 0 || headline.Role.Any(char.IsAsciiLetterUpper) || NewsMlG2Out.Own(headline.Role) is null || headline.Role is "headline" or "hl1" or "sub" or "hl2" or "deck" or "subhead" || (headline.Language is not null && !NewsMlG2Out.IsLanguage(headline.Language)) || Spaces.Collapse(headline.Text) != headline.Text)
            || (item.Headlines.Count > 0 && item.Headlines[0].Language is not null)
            || titles.Any(title => title.Language is not null || item.Headlines.Any(other => other != title && other.Text == title.Text))
            || !item.Headlines.Skip(item.Headlines.Count - titles.Count).SequenceEqual(titles))
        {
            losses.Lose(item, "headlines", "roles of headlines beyond its own, and the places and languages of titles");
        }
    }

    private void Note(WireItem item, bool hasWords)
    {
        if (!hasWords)
        {
            foreach (var (field, said) in ((string, object?)[])[("genre", item.Genre), ("dateline", item.Dateline), ("byline", item.Byline), ("credit", item.Credit), ("content-created", item.ContentCreated)])
            {
                if (said is not null)
                {
                    losses.Lose(item, field);
                }
            }
        }

        if (item.Standfirst is not null && NewsMlG2Out.Normal(item.Standfirst) != item.Standfirst)
        {
            losses.Lose(item, "standfirst", "the spacing of the standfirst");
        }

        if (item.Rights is { } rights && (((string?[])[rights.Notice, rights.UsageTerms]).Any(text => text is not null && NewsMlG2Out.Normal(text) != text) || (rights.Holder is { } holder && NewsMlG2Out.Plain(holder) != holder) || rights == new WireRights()))
        {
            losses.Lose(item, "rights", "the spacing of its rights");
        }

        if (item.Descriptions.Count > 0 && (item.Kind is "event" or NewsMlG2Knowledge.Concept || item.Standfirst is null || item.Descriptions.Any(one => one.Language is not null || one.Text == item.Standfirst || NewsMlG2Out.Normal(one.Text) != one.Text || one.Role is "summary" or "standfirst" or "abstract" or "synopsis" or "caption" || NewsMlG2Out.Own(one.Role) is null || one.Role.Any(char.IsAsciiLetterUpper) || (item.Body.Count == 0 && NewsMlG2Descriptions.IsCopy(one.Role)))))
        {
            losses.Lose(item, "descriptions", "roles of descriptions beyond its own, and their languages");
        }

        if (hasWords && item.ContentCreated is not null && NewsMlG2Out.Norm(item.ContentCreated) is null)
        {
            losses.Lose(item, "content-created", "a time that could not be read");
        }

        foreach (var (field, texts) in ((string, IReadOnlyList<string>)[])[("keywords", item.Keywords), ("sources", item.Sources)])
        {
            if (texts.Any(text => NewsMlG2Out.Plain(text) != text || text.Length == 0) || texts.Distinct(StringComparer.Ordinal).Count() != texts.Count)
            {
                losses.Lose(item, field, $"repetitions and the spacing of its {field}");
            }
        }

        foreach (var (field, text) in ((string, string?)[])[("slugline", item.Slugline), ("dateline", item.Dateline), ("byline", item.Byline), ("credit", item.Credit), ("provider", item.Provider)])
        {
            if (text is not null && NewsMlG2Out.Plain(text) != text)
            {
                losses.Lose(item, field, $"the spacing of its {field}");
            }
        }
    }
}
