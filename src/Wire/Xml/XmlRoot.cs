namespace Wireroom.Wire.Xml;

/// <summary>The root element of a document, for detection by content.</summary>
public readonly record struct XmlRoot(Recognition Found, string Name, IReadOnlyList<XmlAttribute> Attributes)
{
    private const int Enough = 4096;

    private static readonly XmlVocabulary Roots = new(
        foldsCase: false,
        ("http://www.w3.org/1999/02/22-rdf-syntax-ns#", "rdf"),
        ("http://www.w3.org/2005/Atom", "atom"),
        ("http://purl.org/atom/ns#", "atom"),
        ("http://iptc.org/std/nar/2006-10-01/", "g2"),
        ("http://iptc.org/std/NITF/2006-10-18/", "nitf"),
        ("http://www.w3.org/1999/xhtml", "xhtml"));

    /// <summary>Looks for the root element in the first bytes; the name with the prefixes rdf, atom, g2, nitf and xhtml for those namespaces.</summary>
    public static XmlRoot Of(ReadOnlySpan<byte> head, bool whole)
    {
        if (!MayBeXml(head))
        {
            return new XmlRoot(Recognition.No, "", []);
        }

        // Nearly every root stands near the top; only behind long comments and DTDs is it further down.
        if (head.Length > Enough && Look(head[..Enough], whole: false) is { Found: Recognition.Yes } near)
        {
            return near;
        }

        return Look(head, whole);
    }

    private static XmlRoot Look(ReadOnlySpan<byte> head, bool whole)
    {
        var last = head.LastIndexOf((byte)'>');
        using var xml = new XmlPull(WireInput.Of((whole ? head : head[..(last + 1)]).ToArray()), Roots, new Deaf());
        while (xml.Read())
        {
            if (xml.Node == XmlNode.Start)
            {
                return new XmlRoot(Recognition.Yes, xml.Name, [.. xml.Attributes]);
            }
        }

        return new XmlRoot(whole ? Recognition.No : Recognition.NotYet, "", []);
    }

    /// <summary>True where the first character beyond white space is a less-than sign, in any charset.</summary>
    private static bool MayBeXml(ReadOnlySpan<byte> head)
    {
        foreach (var value in head[..Math.Min(head.Length, 1024)])
        {
            if (value is (byte)'<' or 0x4C)
            {
                return true;
            }

            if (value is not ((byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n' or 0 or 0xEF or 0xBB or 0xBF or 0xFE or 0xFF))
            {
                return false;
            }
        }

        return head.Length > 1024;
    }

    private sealed class Deaf : IWireSink
    {
        public void Take(WireItem item)
        {
        }

        public void Take(WireFault fault)
        {
        }
    }
}
