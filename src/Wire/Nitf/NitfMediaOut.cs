using System.Globalization;
using System.Xml;
using Wireroom.Wire.Xml;

namespace Wireroom.Wire.Nitf;

/// <summary>Writes a file as media; what media-reference has no attribute for is media-metadata.</summary>
internal sealed class NitfMediaOut(XmlWriter xml, WireLosses losses)
{
    internal void Write(WireItem item, WireMedia file, string? place)
    {
        xml.WriteStartElement("media", NitfReader.Namespace);
        xml.Attribute("class", place);
        xml.WriteAttributeString("media-type", file.Kind switch { "picture" => "image", null => "other", var kind => XmlOut.Clean(kind) });
        Metadata("role", file.Role == "body" ? null : file.Role);
        Metadata("guid", file.Guid);
        Metadata("bytes", file.Bytes?.ToString(CultureInfo.InvariantCulture));
        Metadata("copyright-holder", file.Rights?.Holder);
        Metadata("usage-terms", file.Rights?.UsageTerms);
        xml.WriteStartElement("media-reference", NitfReader.Namespace);
        xml.Attribute("source", file.Href);
        xml.Attribute("name", file.Title);
        xml.Attribute("mime-type", file.MediaType);
        xml.Attribute("time", file.Seconds?.ToString("0.###", CultureInfo.InvariantCulture));
        xml.Attribute("time-unit-of-measure", file.Seconds is null ? null : "seconds");
        xml.Attribute("source-credit", file.Credit);
        xml.Attribute("copyright", file.Rights?.Notice);
        xml.Attribute("alternate-text", file.AltText);
        xml.Attribute("height", file.Height?.ToString(CultureInfo.InvariantCulture));
        xml.Attribute("width", file.Width?.ToString(CultureInfo.InvariantCulture));
        xml.WriteEndElement();
        if (file.Caption is not null)
        {
            xml.WriteStartElement("media-caption", NitfReader.Namespace);
            foreach (var paragraph in file.Caption.Split("\n\n"))
            {
                xml.Line("p", paragraph);
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        if (file.Rights?.Expires is not null || file.Kind is "other" or "image" or "photo" or "photograph")
        {
            losses.Lose(item, "media", "all that is said of its files");
        }
    }

    private void Metadata(string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            xml.Empty("media-metadata", ("name", name), ("value", value));
        }
    }
}
