using System.Globalization;
using System.Xml;
using Wireroom.Wire.Xml;

namespace Wireroom.Wire.Nitf;

/// <summary>Writes the head in the order of the schema. What NITF has no element for travels in meta elements, under the names that the reader knows.</summary>
internal sealed class NitfHeadOut(XmlWriter xml, WireLosses losses)
{
    internal void Write(WireItem item)
    {
        xml.WriteStartElement("head", NitfReader.Namespace);
        var title = item.Headlines.FirstOrDefault(headline => headline.Role == "title")?.Text ?? item.Headline;
        xml.Text("title", title, null, NitfReader.Namespace);
        Metas(item);
        Topics(item);
        DocData(item);
        Publication(item);
        xml.WriteEndElement();
    }

    private void Metas(WireItem item)
    {
        // One key in du-key is slugline and take key at once; where they differ, what differs is said here.
        Meta("slugline", item.Slugline != item.TakeKey ? item.Slugline : null);
        Meta("take-key", item.Slugline is null ? item.TakeKey : null);
        Meta("priority", item.Priority);
        Meta("sequence", item.Sequence);
        Meta("credit", item.Credit);
        Meta("kind", item.Kind == "text" ? null : item.Kind);
        Meta("first-created", NitfWriter.Norm(item.Created));
        Meta("copyright", item.Rights?.Notice);
        foreach (var source in item.Sources)
        {
            Meta("source", source);
        }
    }

    private void Meta(string name, string? content)
    {
        if (!string.IsNullOrWhiteSpace(content))
        {
            xml.Empty("meta", ("name", name), ("content", content));
        }
    }

    private void Topics(WireItem item)
    {
        var coded = item.Subjects.Where(NitfConceptsOut.IsIptc).ToList();
        if (item.Genre is null && coded.Count == 0 && item.Signal != WireSignal.Advisory)
        {
            return;
        }

        xml.WriteStartElement("tobject", NitfReader.Namespace);
        xml.Attribute("tobject.type", item.Signal == WireSignal.Advisory ? "Advisory" : "News");
        xml.Empty("tobject.property", ("tobject.property.type", item.Genre));
        foreach (var subject in coded)
        {
            var names = (subject.Parents ?? []).Prepend(subject.Name).Take(3).Reverse().ToList();
            xml.Empty("tobject.subject", ("tobject.subject.ipr", "IPTC"), ("tobject.subject.refnum", subject.Code), ("tobject.subject.type", names[0]), ("tobject.subject.matter", names.ElementAtOrDefault(1)), ("tobject.subject.detail", names.ElementAtOrDefault(2)));
        }

        xml.WriteEndElement();
    }

    private void DocData(WireItem item)
    {
        var status = item.Signal == WireSignal.Withdrawal ? "canceled" : item.Signal == WireSignal.Hold ? "withheld" : item.PubStatus ?? "usable";
        if (status != (item.PubStatus ?? "usable"))
        {
            losses.Lose(item, "pub-status", "a status that is not that of its signal");
        }
        else if (item.PubStatus is "canceled" or "withheld" && item.Signal is not (WireSignal.Withdrawal or WireSignal.Hold))
        {
            losses.Lose(item, "signal", "a signal that is not that of its status");
        }

        xml.WriteStartElement("docdata", NitfReader.Namespace);
        xml.Attribute("management-status", status);
        var corrected = Corrected(item);
        xml.Empty("correction", ("id-string", corrected?.Guid));
        Located(item);
        xml.Empty("doc-id", ("regsrc", item.Guid is null ? null : item.Provider), ("id-string", item.Guid));
        xml.Empty("urgency", ("ed-urg", item.Urgency?.ToString(CultureInfo.InvariantCulture)));
        xml.Empty("date.issue", ("norm", NitfWriter.Norm(item.VersionCreated)));
        xml.Empty("date.release", ("norm", item.Embargo is { Until: { } until } ? NitfWriter.Norm(until) : null));
        xml.Empty("date.expire", ("norm", item.Rights?.Expires is { } expires ? NitfWriter.Norm(expires) : null));
        xml.Empty("ed-msg", ("msg-type", corrected is not null || (item.Signal == WireSignal.New && NitfDraft.SignalOf(item.Headlines.FirstOrDefault(headline => headline.Role == "title")?.Text ?? item.Headline ?? item.Slugline) is null) ? null : NitfSignals.Word(item.Signal)), ("info", item.EdNote));
        xml.Empty("ed-msg", ("msg-type", item.Embargo is null ? null : "embargo"));
        xml.Empty("du-key", ("version", item.Version?.ToString(CultureInfo.InvariantCulture)), ("key", item.Slugline is null ? null : item.TakeKey));
        xml.Empty("doc.copyright", ("holder", item.Rights?.Holder));
        xml.Empty("doc.rights", ("limitations", item.Rights?.UsageTerms));
        if (item.Keywords.Count > 0)
        {
            xml.WriteStartElement("key-list", NitfReader.Namespace);
            foreach (var keyword in item.Keywords)
            {
                xml.Empty("keyword", ("key", keyword));
            }

            xml.WriteEndElement();
        }

        new NitfConceptsOut(xml, losses).Write(item, corrected);
        xml.WriteEndElement();
    }

    /// <summary>The item that this one corrects, where the element correction can say so and nothing gets lost in it.</summary>
    private static WireLink? Corrected(WireItem item) =>
        item.Signal == WireSignal.Correction && item.Links is [{ Relation: "corrects", Guid: not null, Href: null, Title: null } first, ..] ? first : null;

    private void Located(WireItem item)
    {
        xml.Empty("evloc", ("iso-cc", item.Located?.Country), ("city", item.Located?.Name));
        if (item.Located is { Code: not null } or { Scheme: not null } or { Latitude: not null } or { Longitude: not null })
        {
            losses.Lose(item, "located", "code and coordinates of where it was written");
        }
    }

    private void Publication(WireItem item) => xml.Empty(
        "pubdata",
        ("type", item.Published is null && item.Link is null && item.WordCount is null ? null : "web"),
        ("item-length", item.WordCount?.ToString(CultureInfo.InvariantCulture)),
        ("unit-of-measure", item.WordCount is null ? null : "words"),
        ("date.publication", NitfWriter.Norm(item.Published)),
        ("ex-ref", item.Link));
}
