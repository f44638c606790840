using Wireroom.Wire.Dates;
using Wireroom.Wire.Feeds;
using Wireroom.Wire.Xml;

namespace Wireroom.Wire.Atom;

/// <summary>An entry that its sender has taken back (RFC 6721).</summary>
internal static class Tombstone
{
    internal static WireItem Read(XmlElement element, FeedDraft feed)
    {
        var link = element.All("link").FirstOrDefault()?["href"];
        return new WireItem
        {
            Format = "atom",
            Guid = element["ref"],
            Signal = WireSignal.Withdrawal,
            PubStatus = "canceled",
            VersionCreated = WireDates.Read(element["when"]),
            EdNote = element.Child("at:comment") is { } comment ? AtomText.Line(comment) : null,
            Byline = element.Child("at:by") is { } person ? AtomText.Person(person) : null,
            Link = link,
            Provider = feed.Provider,
            Language = element.Language ?? feed.Language,
        };
    }
}
