using Wireroom.Wire.Dates;
using Wireroom.Wire.Html;
using Wireroom.Wire.Xml;

namespace Wireroom.Wire.Feeds;

/// <summary>What a feed says of itself, while it is read.</summary>
internal sealed class FeedDraft
{
    private readonly List<WireDropped> dropped = [];

    internal string? Title { get; set; }

    internal string? Link { get; set; }

    internal string? SelfLink { get; set; }

    internal string? Description { get; set; }

    internal string? Language { get; set; }

    internal string? Guid { get; set; }

    internal string? Rights { get; set; }

    internal string? Author { get; set; }

    internal string? Publisher { get; set; }

    /// <summary>Who keeps the feed's machine running; answers for it where nobody else is named.</summary>
    internal string? Keeper { get; set; }

    internal string? Picture { get; set; }

    internal WireTime? Updated { get; set; }

    internal WireTime? Published { get; set; }

    internal string? Provider => Publisher ?? Title;

    /// <summary>The site of the feed, as far as it has been said.</summary>
    internal Uri? Site => Uri.TryCreate(Link ?? SelfLink, UriKind.Absolute, out var site) && site.Scheme is "http" or "https" ? site : null;

    /// <summary>Takes an element that any feed may hold; what is not known is dropped visibly.</summary>
    internal void TakeCommon(XmlElement element)
    {
        switch (element.Name)
        {
            case "dc:title":
                Title ??= FeedItemDraft.Line(element);
                break;
            case "dc:description" or "itunes:summary" or "itunes:subtitle":
                Description ??= FeedItemDraft.Line(element);
                break;
            case "dc:language":
                Language ??= FeedItemDraft.Line(element);
                break;
            case "dc:rights" or "dcterms:rights":
                Rights ??= FeedItemDraft.Line(element);
                break;
            case "dc:creator" or "dc:author" or "itunes:author":
                Author ??= PersonName.Of(FeedItemDraft.Line(element));
                break;
            case "dc:publisher":
                Publisher ??= PersonName.Of(FeedItemDraft.Line(element));
                break;
            case "dc:date" or "dcterms:issued":
                Published ??= WireDates.Read(element.Text);
                break;
            case "dcterms:modified":
                Updated ??= WireDates.Read(element.Text);
                break;
            case "itunes:image":
                Picture ??= element["href"] ?? element["url"];
                break;
            default:
                dropped.Add(new WireDropped(element.Name, element.TextOrNull is { Length: > 1000 } text ? text[..1000] : element.TextOrNull));
                break;
        }
    }

    internal WireFeed Build() => new(Title ?? "", Link ?? "", SelfLink, Description, Language, (Updated ?? Published)?.Instant)
    {
        Guid = Guid,
        Rights = Rights,
        Author = Author ?? Publisher ?? Keeper,
        Picture = Picture,
        Dropped = dropped,
    };

    internal static string? Address(string? address, XmlElement element) => SafeAddress.Link(address, element.Base) ?? address;
}
