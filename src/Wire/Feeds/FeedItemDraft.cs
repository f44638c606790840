using Wireroom.Wire.Html;
using Wireroom.Wire.Xml;

namespace Wireroom.Wire.Feeds;

/// <summary>An item of a feed while its elements are read. Of what may be said once only, the first counts and the others are dropped visibly.</summary>
internal sealed class FeedItemDraft(string format)
{
    private const int LongestByline = 8000;

    private List<WireDropped>? dropped;
    private Lazily<string>? sources;
    private Lazily<string>? keywords;
    private Lazily<WireSubject>? subjects;
    private Lazily<WirePlace>? places;
    private Lazily<WireLink>? links;
    private FeedMedia? media;

    /// <summary>What relative addresses in the copy are seen from where the document does not say: the site of the feed.</summary>
    internal Uri? Base { get; init; }

    internal string? Guid { get; set; }

    internal string? Title { get; set; }

    internal string? TitleLanguage { get; set; }

    internal string? Subtitle { get; set; }

    internal string? Standfirst { get; set; }

    internal string? Byline { get; set; }

    internal string? Credit { get; set; }

    internal string? Provider { get; set; }

    internal string? Language { get; set; }

    internal string? Genre { get; set; }

    internal string? Link { get; set; }

    /// <summary>The address that the guid is, for items without a link.</summary>
    internal string? GuidLink { get; set; }

    internal string? Notice { get; set; }

    internal string? UsageTerms { get; set; }

    internal string? Holder { get; set; }

    internal DateTimeOffset? Expires { get; set; }

    internal WireTime? Created { get; set; }

    internal WireTime? Modified { get; set; }

    internal WireTime? Published { get; set; }

    /// <summary>Half a pair of coordinates, until the other half comes.</summary>
    internal string? Latitude { get; set; }

    internal string? Longitude { get; set; }

    internal IReadOnlyList<WireBlock> Body { get; set; } = [];

    internal Lazily<string> Sources => sources ??= new Lazily<string>();

    internal Lazily<string> Keywords => keywords ??= new Lazily<string>();

    internal Lazily<WireSubject> Subjects => subjects ??= new Lazily<WireSubject>();

    internal Lazily<WirePlace> Places => places ??= new Lazily<WirePlace>();

    internal Lazily<WireLink> Links => links ??= new Lazily<WireLink>();

    internal FeedMedia Media => media ??= new FeedMedia();

    internal void Drop(XmlElement element)
    {
        var value = element.Text;
        if (value.Length == 0 && element.Attributes.Count > 0)
        {
            value = string.Join(' ', element.Attributes.Select(attribute => $"{attribute.Name}={attribute.Value}"));
        }

        Drop(element.Name, value);
    }

    internal void Drop(string name, string? value) => (dropped ??= []).Add(new WireDropped(name, string.IsNullOrEmpty(value) ? null : value.Length > 1000 ? value[..1000] + "\u2026" : value));

    /// <summary>Adds a name to the byline: several authors stand behind each other.</summary>
    internal void Author(string? name)
    {
        if (Byline is { Length: > LongestByline })
        {
            Drop("author", name);
        }
        else if (!string.IsNullOrEmpty(name) && !(Byline?.Split(", ").Contains(name, StringComparer.Ordinal) ?? false))
        {
            Byline = Byline is null ? name : $"{Byline}, {name}";
        }
    }

    internal WireItem Build()
    {
        var headlines = new List<WireText>(1);
        if (!string.IsNullOrEmpty(Title))
        {
            headlines.Add(new WireText(Title, "main", TitleLanguage));
        }

        if (!string.IsNullOrEmpty(Subtitle))
        {
            headlines.Add(new WireText(Subtitle, "subtitle"));
        }

        return new WireItem
        {
            Format = format,
            Guid = Guid,
            Headlines = headlines,
            Standfirst = Standfirst,
            Byline = Byline,
            Credit = Credit,
            Provider = Provider,
            Language = Language,
            Genres = WireSubject.Only(Genre),
            Link = Link ?? GuidLink,
            Rights = Notice is null && UsageTerms is null && Holder is null && Expires is null ? null : new WireRights(UsageTerms, Holder, Notice, Expires),
            Created = Created,
            VersionCreated = Modified,
            Published = Published,
            Body = Body,
            Sources = sources?.Values ?? [],
            Keywords = keywords?.Values ?? [],
            Subjects = subjects?.Values ?? [],
            Places = places?.Values ?? [],
            Links = links?.Values ?? [],
            Media = media?.Finish() ?? [],
            Dropped = dropped ?? (IReadOnlyList<WireDropped>)[],
        };
    }

    /// <summary>The element's own text on one line, markup and entities resolved as feeds use them.</summary>
    internal static string? Line(XmlElement element)
    {
        var line = HtmlText.Line(element.Children.Count == 0 ? element.Head : element.Markup());
        return line.Length == 0 ? null : line;
    }
}
