using System.Globalization;
using System.Xml;
using Wireroom.Wire.Nitf;
using Wireroom.Wire.Xml;

namespace Wireroom.Wire.NewsMl1;

/// <summary>Writes one item: who it is, what is to be done with it, and its components (NewsML 1.2, section 5.5).</summary>
internal sealed class NewsMl1Out(XmlWriter xml, WireItem item, WireTime? sent, int number, WireFeed feed)
{
    private WireLink? replaced;

    internal void Write()
    {
        Open();
        new NewsMl1ComponentsOut(xml, item, number, replaced).Write();
        xml.WriteEndElement();
    }

    /// <summary>An item that holds an empty vocabulary, and so no news.</summary>
    internal void Nothing()
    {
        Open();
        xml.WriteStartElement("TopicSet", NewsMl1Reader.Namespace);
        xml.WriteAttributeString("FormalName", "None");
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private void Open()
    {
        xml.WriteStartElement("NewsItem", NewsMl1Reader.Namespace);
        Identification();
        Management();
    }

    /// <summary>The parts of the name: those of the name itself where it has the form of NewsML's (section 5.5.1.5).</summary>
    private void Identification()
    {
        var parts = (item.Guid ?? "").Split(':');
        var isNewsMl = parts.Length >= 6 && parts[0] == "urn" && parts[1] == "newsml";
        var revision = (item.Version ?? 1).ToString(CultureInfo.InvariantCulture);
        var day = (item.Created ?? item.VersionCreated ?? sent) is { } time ? time.Instant?.DateTime ?? time.Local : null;
        var provider = isNewsMl ? parts[2] : Uri.TryCreate(feed.Link, UriKind.Absolute, out var site) && site.Host.Length > 0 ? site.Host : item.Provider ?? "unknown";
        var date = isNewsMl ? parts[3] : day?.ToString("yyyyMMdd", CultureInfo.InvariantCulture) ?? "";
        var id = isNewsMl ? string.Join(':', parts[4..^1]) : item.Guid ?? string.Create(CultureInfo.InvariantCulture, $"item-{number + 1}");
        replaced = item.Signal == WireSignal.New ? null : item.Links.FirstOrDefault(link => link is { Relation: "replaces", Href: null, Title: null } && Earlier(link.Guid, revision) is not null);
        xml.WriteStartElement("Identification", NewsMl1Reader.Namespace);
        xml.WriteStartElement("NewsIdentifier", NewsMl1Reader.Namespace);
        xml.Always("ProviderId", provider);
        xml.Always("DateId", date);
        xml.Always("NewsItemId", id);
        xml.WriteStartElement("RevisionId", NewsMl1Reader.Namespace);
        xml.WriteAttributeString("PreviousRevision", Earlier(replaced?.Guid, revision) ?? "0");
        xml.WriteAttributeString("Update", "N");
        xml.WriteString(revision);
        xml.WriteEndElement();
        xml.Always("PublicIdentifier", item.Guid ?? $"urn:newsml:{provider}:{date}:{id}:{revision}");
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    /// <summary>The revision that an earlier item of the same name is; null where it is no such item.</summary>
    private string? Earlier(string? guid, string revision)
    {
        var own = item.Guid?.TrimEnd('N', 'U', 'A');
        if (guid is null || own is null || !own.EndsWith(':' + revision, StringComparison.Ordinal))
        {
            return null;
        }

        var stem = own[..^revision.Length];
        return guid.StartsWith(stem, StringComparison.Ordinal) && long.TryParse(guid.AsSpan(stem.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var earlier) && earlier > 0 ? guid[stem.Length..] : null;
    }

    private void Management()
    {
        var created = item.Created ?? item.VersionCreated ?? sent;
        xml.WriteStartElement("NewsManagement", NewsMl1Reader.Namespace);
        xml.Formal("NewsItemType", item.Signal is WireSignal.Alert or WireSignal.Advisory or WireSignal.Test ? item.Signal.ToString() : "News");
        xml.Always("FirstCreated", NitfWriter.Norm(created));
        xml.Always("ThisRevisionCreated", NitfWriter.Norm(item.VersionCreated ?? created));
        xml.Formal("Status", Status());
        if (item.Embargo?.Until is { } until)
        {
            xml.WriteStartElement("StatusWillChange", NewsMl1Reader.Namespace);
            xml.Formal("FutureStatus", "Usable");
            xml.Always("DateAndTime", NitfWriter.Norm(until));
            xml.WriteEndElement();
        }

        xml.Formal("Urgency", item.Urgency?.ToString(CultureInfo.InvariantCulture));
        Links();
        xml.Formal("Instruction", item.Signal switch
        {
            WireSignal.Update when replaced is not null => null,
            WireSignal.Update or WireSignal.Take or WireSignal.Correction or WireSignal.Refile or WireSignal.Repeat => item.Signal.ToString(),
            _ => null,
        });
        if (item.Published != sent)
        {
            xml.Property(NewsMl1Management.PublishedProperty, NitfWriter.Norm(item.Published));
        }

        if (item.TakeKey is not null)
        {
            xml.Property(NewsMl1Management.TakeKeyProperty, item.TakeKey);
        }

        xml.WriteEndElement();
    }

    /// <summary>A kill and a hold are closed whether their sender gave a status or not.</summary>
    private string Status() =>
        item.Signal == WireSignal.Withdrawal || item.PubStatus == "canceled" ? "Canceled"
        : item.Signal == WireSignal.Hold || item.PubStatus == "withheld" ? "Withheld"
        : item.Embargo is not null ? "Embargoed" : "Usable";

    private void Links()
    {
        if (item.Links.FirstOrDefault(link => link.Relation == "revisionHistory") is { Href: { } history })
        {
            xml.WriteStartElement("RevisionHistory", NewsMl1Reader.Namespace);
            xml.WriteAttributeString("Href", XmlOut.Clean(history));
            xml.WriteEndElement();
        }

        foreach (var (relation, name) in ((string, string)[])[("derivedFrom", "DerivedFrom"), ("related", "AssociatedWith")])
        {
            foreach (var link in item.Links.Where(link => link.Relation == relation && link.Guid is not null))
            {
                xml.WriteStartElement(name, NewsMl1Reader.Namespace);
                xml.WriteAttributeString("NewsItem", XmlOut.Clean(link.Guid!));
                xml.Said("Comment", link.Title);
                xml.WriteEndElement();
            }
        }
    }
}
