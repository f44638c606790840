using System.Xml;
using Wireroom.Wire.Nitf;
using Wireroom.Wire.Xml;

namespace Wireroom.Wire.NewsMl1;

/// <summary>Writes NewsML 1.2 of the structure that IPTC's DTD and schema ask for. A document holds any number of items.</summary>
internal static class NewsMl1Writer
{
    /// <summary>All but events, for which NewsML 1.2 has no element: EventsML is a language of its own.</summary>
    internal static readonly string[] Carried = [.. WireField.All.Select(field => field.Name).Where(name => name is not "event")];

    internal static IReadOnlyList<WireFault> Write(IReadOnlyList<WireItem> items, WireFeed feed, Stream destination)
    {
        var losses = new WireLosses("NewsML 1.2", Carried);
        var accepted = items.Where(item => Accepts(item, losses)).ToList();
        var written = new MemoryStream();
        using (var xml = XmlOut.To(written))
        {
            Document(xml, accepted, feed);
        }

        // The writer reads what it wrote: what does not come back as it was is lost, and is said.
        written.Position = 0;
        var again = new WireDocument();
        NewsMl1Reader.Read(new WireInput(written), again);
        for (var at = 0; at < accepted.Count; at++)
        {
            foreach (var field in NewsMl1Check.Differences(accepted[at], again.Items[at]))
            {
                losses.Lose(accepted[at], field, Carried.Contains(field) ? $"all that the item says of its {field.Replace('-', ' ')}" : null);
            }
        }

        written.WriteTo(destination);
        return losses.Faults;
    }

    /// <summary>An embargo that is no time could be taken for none by who receives it.</summary>
    private static bool Accepts(WireItem item, WireLosses losses) => item.Embargo is not { Until: null } embargo || losses.Refuse(
        "refused-embargo", $"{WireLosses.Named(item)} is under an embargo that is no time ({embargo.AsSent}), and NewsML wants one; it was left out. Give the embargo a time with a zone.");

    private static void Document(XmlWriter xml, List<WireItem> items, WireFeed feed)
    {
        var first = items.Count > 0 ? items[0] : null;
        var sent = first?.Published ?? first?.VersionCreated ?? (feed.Updated is { } updated ? WireTime.Of(updated) : null);
        xml.WriteStartElement("NewsML", NewsMl1Reader.Namespace);
        xml.WriteAttributeString("Version", "1.2");
        xml.WriteStartElement("NewsEnvelope", NewsMl1Reader.Namespace);
        xml.Said("TransmissionId", first?.Sequence);
        xml.Always("DateAndTime", NitfWriter.Norm(sent));
        foreach (var service in first?.Services ?? [])
        {
            xml.Formal("NewsService", service.Code ?? service.Name);
        }

        xml.Formal("Priority", first?.Priority);
        xml.WriteEndElement();
        for (var at = 0; at < items.Count; at++)
        {
            new NewsMl1Out(xml, items[at], sent, at, feed).Write();
        }

        if (items.Count == 0)
        {
            // NewsML 1.2, NewsML: there is at least one NewsItem. One that is a vocabulary is no news.
            new NewsMl1Out(xml, new WireItem { Format = "newsml-1" }, sent, 0, feed).Nothing();
        }

        xml.WriteEndElement();
    }

    /// <summary>An element with text, where there is text.</summary>
    internal static void Said(this XmlWriter xml, string name, string? text)
    {
        if (!string.IsNullOrEmpty(text))
        {
            xml.Always(name, text);
        }
    }

    /// <summary>An element that must be there, with text where there is any.</summary>
    internal static void Always(this XmlWriter xml, string name, string? text) => xml.WriteElementString(name, NewsMl1Reader.Namespace, XmlOut.Clean(text ?? ""));

    /// <summary>An element with a formal name, where there is one.</summary>
    internal static void Formal(this XmlWriter xml, string name, string? formalName, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        if (string.IsNullOrEmpty(formalName))
        {
            return;
        }

        xml.WriteStartElement(name, NewsMl1Reader.Namespace);
        xml.WriteAttributeString("FormalName", XmlOut.Clean(formalName));
        foreach (var (attribute, value) in attributes)
        {
            xml.Attribute(attribute, value);
        }

        xml.WriteEndElement();
    }

    /// <summary>A property with its value; one that is there and empty says that there is none.</summary>
    internal static void Property(this XmlWriter xml, string name, string? value)
    {
        xml.WriteStartElement("Property", NewsMl1Reader.Namespace);
        xml.WriteAttributeString("FormalName", name);
        xml.WriteAttributeString("Value", XmlOut.Clean(value ?? ""));
        xml.WriteEndElement();
    }
}
