using System.Globalization;
using System.Xml;
using Wireroom.Wire.Xml;

namespace Wireroom.Wire.Nitf;

/// <summary>Writes NITF 3.6 that IPTC's schema accepts. A document is one item.</summary>
internal static class NitfWriter
{
    internal static readonly string[] Carried =
    [
        "guid", "version", "signal", "pub-status", "kind", "urgency", "priority", "slugline", "headlines", "standfirst", "dateline", "located", "byline", "credit", "sources",
        "provider", "sequence", "take-key", "ed-note", "embargo", "created", "version-created", "published", "language", "genre", "subjects", "people", "organisations",
        "places", "keywords", "rights", "link", "body", "media", "links",
    ];

    internal static IReadOnlyList<WireFault> Write(IReadOnlyList<WireItem> items, Stream destination)
    {
        var losses = new WireLosses("NITF", Carried);
        using var xml = XmlOut.To(destination);
        var accepted = items.Where(item => Accepts(item, losses)).ToList();
        foreach (var item in accepted.Skip(1))
        {
            losses.Refuse("refused-second-item", $"{WireLosses.Named(item)} was left out, because a document of NITF is one item; write each to a file of its own.");
        }

        xml.WriteStartElement("nitf", NitfReader.Namespace);
        if (accepted.Count > 0)
        {
            xml.Attribute("baselang", accepted[0].Language);
            losses.Note(accepted[0]);
            new NitfHeadOut(xml, losses).Write(accepted[0]);
            new NitfBodyOut(xml, losses).Write(accepted[0]);
        }
        else
        {
            // NITF 3.6, nitf: the body must be there. One that is empty is read as no item.
            xml.WriteElementString("body", NitfReader.Namespace, "");
        }

        xml.WriteEndElement();
        return losses.Faults;
    }

    /// <summary>An embargo that is no time could be taken for none by who receives it.</summary>
    private static bool Accepts(WireItem item, WireLosses losses) => item.Embargo is not { Until: null } embargo || losses.Refuse(
        "refused-embargo", $"{WireLosses.Named(item)} is under an embargo that is no time ({embargo.AsSent}), and NITF wants one; it was left out. Give the embargo a time with a zone.");

    /// <summary>An element with attributes, where any of them has a value.</summary>
    internal static void Empty(this XmlWriter xml, string name, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        var open = false;
        foreach (var (attribute, value) in attributes)
        {
            if (!string.IsNullOrEmpty(value))
            {
                if (!open)
                {
                    xml.WriteStartElement(name, NitfReader.Namespace);
                    open = true;
                }

                xml.Attribute(attribute, value);
            }
        }

        if (open)
        {
            xml.WriteEndElement();
        }
    }

    internal static void Line(this XmlWriter xml, string name, string? text)
    {
        if (!string.IsNullOrEmpty(text))
        {
            xml.WriteStartElement(name, NitfReader.Namespace);
            Lines(xml, text);
            xml.WriteEndElement();
        }
    }

    /// <summary>A text whose line ends are breaks.</summary>
    internal static void Lines(this XmlWriter xml, string text)
    {
        var first = true;
        foreach (var line in text.Split('\n'))
        {
            if (!first)
            {
                xml.WriteElementString("br", NitfReader.Namespace, "");
            }

            xml.WriteString(XmlOut.Clean(line));
            first = false;
        }
    }

    /// <summary>A time as NITF norms it, ISO 8601 without strokes; a local time keeps having no zone.</summary>
    internal static string? Norm(WireTime? time) => time is null ? null
        : time.Instant is { } instant ? Norm(instant)
        : time.Local is { } local ? local.ToString("yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture)
        : time.AsSent;

    internal static string Norm(DateTimeOffset instant) =>
        instant.ToString(instant.Ticks % TimeSpan.TicksPerSecond == 0 ? "yyyyMMdd'T'HHmmss" : "yyyyMMdd'T'HHmmss.fffffff", CultureInfo.InvariantCulture) + instant.ToString("zzz", CultureInfo.InvariantCulture).Replace(":", "", StringComparison.Ordinal);
}
