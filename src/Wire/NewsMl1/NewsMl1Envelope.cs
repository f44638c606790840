using Wireroom.Wire.Dates;
using Wireroom.Wire.Xml;

namespace Wireroom.Wire.NewsMl1;

/// <summary>What is said of the transmission, and so of all its items (NewsML 1.2, section 5.4).</summary>
internal sealed class NewsMl1Envelope
{
    internal string? Sequence { get; private init; }

    internal string? Sender { get; private init; }

    internal string? Priority { get; private init; }

    internal WireTime? Sent { get; private init; }

    internal List<WireSubject> Services { get; } = [];

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
            if (child.LocalName == "newsservice" && (child["formalname"] ?? child.TextOrNull) is { } service)
            {
                envelope.Services.Add(topics.NameOf(service) is { } name ? new WireSubject(name, null, service) : new WireSubject(service));
            }
            else if (child.LocalName is "newsproduct" or "sentto")
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
