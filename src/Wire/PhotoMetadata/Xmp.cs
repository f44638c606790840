using Wireroom.Wire.Html;
using Wireroom.Wire.Xml;

namespace Wireroom.Wire.PhotoMetadata;

/// <summary>A value of XMP: a text, a structure of named fields, or a list whose members may each have a language.</summary>
internal sealed class XmpValue
{
    internal string Text { get; init; } = "";

    internal string? Language { get; init; }

    internal List<(string Name, XmpValue Value)> Fields { get; init; } = [];

    internal List<XmpValue> Items { get; init; } = [];

    /// <summary>The text of this value, or of its first member.</summary>
    internal string? First => Text.Length > 0 ? Text : Items.Select(item => item.First).FirstOrDefault(text => text is not null);

    /// <summary>The members of a list; a value that is none is its own only member.</summary>
    internal IEnumerable<XmpValue> Each => Items.Count > 0 ? Items : Text.Length > 0 || Fields.Count > 0 ? [this] : [];

    internal XmpValue? Field(string name) => Fields.Find(field => field.Name == name).Value;

    /// <summary>The whole value on one line, for what has no other place.</summary>
    internal string Flat() => Spaces.Collapse(
        Items.Count > 0 ? string.Join("; ", Items.Select(item => item.Flat()))
        : Fields.Count > 0 ? string.Join(", ", Fields.Select(field => $"{field.Name[(field.Name.LastIndexOf(':') + 1)..]}={field.Value.Flat()}"))
        : Text);
}

/// <summary>The properties of an XMP packet (ISO 16684-1, section 7: the part of RDF that XMP uses, in all its spellings).</summary>
internal sealed class Xmp
{
    private const int MostProperties = 5_000;

    private static readonly XmlVocabulary Vocabulary = new(
        foldsCase: false,
        ("http://www.w3.org/1999/02/22-rdf-syntax-ns#", "rdf"),
        ("adobe:ns:meta/", "x"),
        ("http://purl.org/dc/elements/1.1/", "dc"),
        ("http://ns.adobe.com/photoshop/1.0/", "photoshop"),
        ("http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/", "Iptc4xmpCore"),
        ("http://iptc.org/std/Iptc4xmpExt/2008-02-29/", "Iptc4xmpExt"),
        ("http://iptc.org/std/Iptc4xmpExt/2008-02-19/", "Iptc4xmpExt"),
        ("http://ns.adobe.com/xap/1.0/", "xmp"),
        ("http://ns.adobe.com/xap/1.0/rights/", "xmpRights"),
        ("http://ns.adobe.com/xap/1.0/mm/", "xmpMM"),
        ("http://ns.useplus.org/ldf/xmp/1.0/", "plus"),
        ("http://ns.adobe.com/exif/1.0/", "exif"),
        ("http://cipa.jp/exif/1.0/", "exifEX"),
        ("http://ns.adobe.com/tiff/1.0/", "tiff"),
        ("http://ns.adobe.com/exif/1.0/aux/", "aux"),
        ("http://ns.adobe.com/camera-raw-settings/1.0/", "crs"),
        ("http://www.metadataworkinggroup.com/schemas/regions/", "mwg-rs"),
        ("http://ns.adobe.com/xmp/note/", "xmpNote"));

    private readonly List<(string Name, XmpValue Value)> properties = [];
    private readonly HashSet<string> taken = new(StringComparer.Ordinal);

    internal bool IsEmpty => properties.Count == 0;

    internal static Xmp Read(IEnumerable<ReadOnlyMemory<byte>> packets, IWireSink sink)
    {
        var xmp = new Xmp();
        foreach (var packet in packets)
        {
            // Programs leave room behind a packet, and some a zero before it.
            var trimmed = packet.TrimEnd((byte)0);
            using var xml = new XmlPull(WireInput.Of(trimmed), Vocabulary, sink);
            while (xml.Read())
            {
                if (xml.Node == XmlNode.Start && xml.Name == "rdf:Description")
                {
                    xmp.Description(xml.ReadElement());
                }
            }
        }

        return xmp;
    }

    /// <summary>A property by its name; null where there is none.</summary>
    internal XmpValue? this[string name]
    {
        get
        {
            taken.Add(name);
            return properties.Find(property => property.Name == name).Value;
        }
    }

    /// <summary>The text of a property, in a list of alternatives that for every language.</summary>
    internal string? Text(string name)
    {
        var value = this[name];
        return (value?.Items.Find(item => item.Language is null or "x-default") ?? value)?.First;
    }

    /// <summary>The texts of a list.</summary>
    internal List<string> Texts(string name) => this[name] is { } value ? [.. value.Each.Select(item => item.First).OfType<string>()] : [];

    /// <summary>The properties that nobody asked for.</summary>
    internal IEnumerable<WireDropped> Rest()
    {
        foreach (var (name, value) in properties)
        {
            if (!taken.Contains(name) && value.Flat() is { Length: > 0 } flat)
            {
                yield return new WireDropped(name, flat.Length > 1000 ? flat[..1000] + "\u2026" : flat);
            }
        }
    }

    private void Description(XmlElement description)
    {
        foreach (var (name, value) in FieldsOf(description))
        {
            if (properties.Count < MostProperties && properties.All(property => property.Name != name))
            {
                properties.Add((name, value));
            }
        }
    }

    /// <summary>Attributes and elements of a description are properties alike.</summary>
    private static List<(string Name, XmpValue Value)> FieldsOf(XmlElement element)
    {
        var fields = new List<(string, XmpValue)>();
        foreach (var attribute in element.Attributes)
        {
            if (IsProperty(attribute.Name) && attribute.Value.Trim().Length > 0)
            {
                fields.Add((attribute.Name, new XmpValue { Text = attribute.Value.Trim() }));
            }
        }

        fields.AddRange(element.Children.Where(child => child.Name != "rdf:type").Select(child => (child.Name, Value(child))));
        return fields;
    }

    private static bool IsProperty(string name) =>
        name.Contains(':', StringComparison.Ordinal) && !name.StartsWith("rdf:", StringComparison.Ordinal) && !name.StartsWith("xml:", StringComparison.Ordinal) && !name.StartsWith("xmlns", StringComparison.Ordinal) && !name.StartsWith("x:", StringComparison.Ordinal);

    private static XmpValue Value(XmlElement element)
    {
        var language = element["xml:lang"];
        var list = element.Children.FirstOrDefault(child => child.Name is "rdf:Bag" or "rdf:Seq" or "rdf:Alt");
        if (list is not null)
        {
            return new XmpValue { Items = [.. list.Children.Select(Value)], Language = language };
        }

        // A value with qualifiers stands in rdf:value (ISO 16684-1, section 7.8).
        var inner = element.Children.FirstOrDefault(child => child.Name == "rdf:Description") ?? element;
        if (inner.Child("rdf:value") is { } qualified)
        {
            return new XmpValue { Text = qualified.Text, Language = language ?? inner["xml:lang"] };
        }

        var fields = FieldsOf(inner);
        return fields.Count > 0
            ? new XmpValue { Fields = fields, Language = language }
            : new XmpValue { Text = element["rdf:resource"] ?? inner["rdf:value"] ?? element.Text, Language = language };
    }
}
