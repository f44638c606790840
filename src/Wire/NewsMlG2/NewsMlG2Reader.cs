using Wireroom.Wire.Xml;

namespace Wireroom.Wire.NewsMlG2;

/// <summary>Reads items alone or in a message, one at a time, so that a message of any length needs the memory of its largest item.</summary>
internal static class NewsMlG2Reader
{
    internal const string Namespace = "http://iptc.org/std/nar/2006-10-01/";

    internal const string Xhtml = "http://www.w3.org/1999/xhtml";

    // Names are read in any case, because senders do not agree on them; NITF is the one other format whose elements are read by their bare names.
    private static readonly XmlVocabulary Vocabulary = new(foldsCase: true, (Namespace, ""), (Nitf.NitfReader.Namespace, ""), (Xhtml, "xhtml"));

    /// <summary>True where an element of that name, in lower case and without prefix, is an item.</summary>
    internal static bool IsItem(string name) => name is "newsitem" or "packageitem" or "conceptitem" or "knowledgeitem" or "planningitem";

    internal static void Read(WireInput input, IWireSink sink)
    {
        using var xml = new XmlPull(input, Vocabulary, sink);
        var message = new NewsMlG2Message();
        var (count, isMessage) = (0, false);
        while (xml.Read())
        {
            if (xml.Node != XmlNode.Start)
            {
                continue;
            }

            if (IsItem(xml.Name))
            {
                var item = xml.ReadElement();
                count++;
                if (NewsMlG2Item.IsEmpty(item))
                {
                    xml.Fault(WireFaultKind.Repaired, "empty-item", $"A {item.Name} element says nothing at all; it was passed over.");
                }
                else
                {
                    NewsMlG2Item.Read(item, message, sink);
                }
            }
            else if (xml.Name == "newsmessage")
            {
                isMessage = true;
            }
            else if (xml.Name == "header")
            {
                message.Read(xml.ReadElement());
            }
            else if (xml.Name == "catalogitem")
            {
                count++;
                xml.Skip();
                xml.Fault(WireFaultKind.Repaired, "catalog-item", "A catalog item lists schemes and holds no news; it was passed over.");
            }
        }

        if (count == 0)
        {
            sink.Take(isMessage
                ? new WireFault(WireFaultKind.Repaired, "empty-message", "The message holds no item.")
                : new WireFault(WireFaultKind.Unreadable, "no-item", "The document holds no item of NewsML-G2."));
        }
    }
}
