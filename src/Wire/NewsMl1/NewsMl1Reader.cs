using Wireroom.Wire.Dates;
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

/// <summary>What is said of the transmission, and so of all its items (NewsML 1.2, section 5.4).</summary>
internal sealed class NewsMl1Envelope
{
    internal string? Sequence { get; private init; }

    internal string? Sender { get; private init; }

    internal string? Priority { get; private init; }

    internal WireTime? Sent { get; private init; }

    internal NewsMl1Dropped Dropped { get; } = new();

    internal static NewsMl1Envelope Read(XmlElement element, NewsMl1Topics topics)
    {
        XmlElement? Part(string name) => element.Children.FirstOrDefault(child => child.LocalName == name);

        var envelope = new NewsMl1Envelope
        {
            Sequence = Part("transmissionid")?.TextOrNull,
            Sender = Part("sentfrom") is { } from ? topics.Parties(from).FirstOrDefault() : null,
            Sent = WireDates.Read(Part("dateandtime")?.Text),
            Priority = Part("priority") is { } priority ? priority["formalname"] ?? priority.TextOrNull : null,
        };
        foreach (var child in element.Children)
        {
            if (child.LocalName is "newsservice" or "newsproduct" or "sentto")
            {
                envelope.Dropped.AddOnce(child.LocalName, child.LocalName == "sentto" ? string.Join(", ", topics.Parties(child)) : child["formalname"] ?? child.TextOrNull);
            }
            else if (child.LocalName is not ("transmissionid" or "sentfrom" or "dateandtime" or "priority" or "catalog"))
            {
                envelope.Dropped.Add(child);
            }
        }

        envelope.Dropped.Add("transmissionid.repeat", Part("transmissionid")?["repeat"]);
        return envelope;
    }
}
