using Wireroom.Wire.Xml;

namespace Wireroom.Wire.NewsMl1;

/// <summary>Reads NewsML documents item by item, as the bytes go by. Catalogs, vocabularies and DTDs that a document points to are never fetched.</summary>
internal static class NewsMl1Reader
{
    /// <summary>The namespace of NewsML 1.2; most senders use none.</summary>
    internal const string Namespace = "http://iptc.org/std/NewsML/2003-10-10/";

    // Names are read in any case and under any prefix, as those of NITF within are.
    private static readonly XmlVocabulary Vocabulary = new(foldsCase: true, (Namespace, ""), (Nitf.NitfReader.Namespace, ""), ("http://www.w3.org/1999/xhtml", "xhtml"));

    internal static void Read(WireInput input, IWireSink sink)
    {
        using var xml = new XmlPull(input, Vocabulary, sink);
        var envelope = new NewsMl1Envelope();
        var topics = new NewsMl1Topics();
        var count = 0;
        while (xml.Read())
        {
            if (xml.Node != XmlNode.Start)
            {
                continue;
            }

            switch (xml.Name[(xml.Name.LastIndexOfAny([':', '}']) + 1)..])
            {
                case "newsenvelope":
                    envelope = NewsMl1Envelope.Read(xml.ReadElement(), topics);
                    break;
                case "catalog":
                    // Says where vocabularies are kept, nothing of the news.
                    xml.Skip();
                    break;
                case "topicset":
                    topics.Take(xml.ReadElement());
                    break;
                case "newsitem":
                    count++;
                    NewsMl1Item.Read(xml.ReadElement(), envelope, topics, sink);
                    break;
                default:
                    break;
            }
        }

        if (count == 0)
        {
            sink.Take(new WireFault(WireFaultKind.Unreadable, "no-item", "The document holds no NewsItem."));
        }
    }
}
