using Wireroom.Wire.Xml;

namespace Wireroom.Wire.Nitf;

/// <summary>Reads NITF documents; several behind each other, or within an envelope, are several items.</summary>
internal static class NitfReader
{
    internal const string Namespace = "http://iptc.org/std/NITF/2006-10-18/";

    // Until 3.3 NITF had a DTD and no namespace. Names are read in any case and under any prefix, because senders do not agree on them.
    private static readonly XmlVocabulary Vocabulary = new(foldsCase: true, (Namespace, ""), ("http://www.w3.org/1999/xhtml", "xhtml"));

    internal static void Read(WireInput input, IWireSink sink)
    {
        using var xml = new XmlPull(input, Vocabulary, sink);
        var count = 0;
        while (xml.Read())
        {
            if (xml.Node == XmlNode.Start && xml.Name[(xml.Name.LastIndexOfAny([':', '}']) + 1)..] == "nitf")
            {
                var nitf = xml.ReadElement();
                count++;
                if (IsEmpty(nitf))
                {
                    xml.Fault(WireFaultKind.Repaired, "empty-item", "A nitf element says nothing at all; it was passed over.");
                }
                else
                {
                    sink.Take(Item(nitf, sink));
                }
            }
        }

        if (count == 0)
        {
            sink.Take(new WireFault(WireFaultKind.Unreadable, "no-item", "The document holds no nitf element."));
        }
    }

    private static bool IsEmpty(XmlElement nitf) => nitf["uno"] is null && nitf.Text.Length == 0 && nitf.Children.All(part => part.Children.Count == 0);

    /// <summary>The item of one nitf element.</summary>
    internal static WireItem Item(XmlElement nitf, IWireSink sink)
    {
        var draft = new NitfDraft { Item = new WireItem { Format = "nitf", Language = nitf["baselang"] ?? nitf["xml:lang"] } };
        foreach (var part in nitf.Children)
        {
            switch (part.LocalName)
            {
                case "head":
                    NitfHead.Read(part, draft);
                    break;
                case "body":
                    draft.Item = draft.Item with { Language = draft.Item.Language ?? part["xml:lang"] };
                    NitfBodyHead.Read(part, draft);
                    break;
                default:
                    draft.Drop(part);
                    break;
            }
        }

        // NITF 3.6, nitf/@uno: the universal name; doc-id is the sender's own and what later versions refer to.
        var uno = nitf["uno"];
        if (draft.Item.Guid is not null && uno != draft.Item.Guid)
        {
            draft.Drop("uno", uno);
        }

        draft.Item = draft.Item with { Guid = draft.Item.Guid ?? uno };
        return draft.Build(sink);
    }
}
