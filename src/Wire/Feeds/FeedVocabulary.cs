using Wireroom.Wire.Xml;

namespace Wireroom.Wire.Feeds;

/// <summary>The namespaces that feeds use. RSS and Atom differ only in which is their own.</summary>
internal static class FeedVocabulary
{
    private static readonly (string Uri, string Prefix)[] Extensions =
    [
        ("http://www.w3.org/1999/02/22-rdf-syntax-ns#", "rdf"),
        ("http://purl.org/dc/elements/1.1/", "dc"),
        ("http://purl.org/dc/elements/1.0/", "dc"),
        ("http://purl.org/dc/terms/", "dcterms"),
        ("http://purl.org/rss/1.0/modules/content/", "content"),
        ("http://purl.org/rss/1.0/modules/syndication/", "sy"),
        ("http://purl.org/rss/1.0/modules/slash/", "slash"),
        ("http://search.yahoo.com/mrss/", "media"),
        ("http://search.yahoo.com/mrss", "media"),
        ("http://www.itunes.com/dtds/podcast-1.0.dtd", "itunes"),
        ("http://www.itunes.com/DTDs/PodCast-1.0.dtd", "itunes"),
        ("http://example.com/DTDs/PodCast-1.0.dtd", "itunes"),
        ("http://www.georss.org/georss", "georss"),
        ("http://www.georss.org/georss/10", "georss"),
        ("http://www.opengis.net/gml", "gml"),
        ("http://www.opengis.net/gml/3.2", "gml"),
        ("http://www.w3.org/2003/01/geo/wgs84_pos#", "geo"),
        ("http://wellformedweb.org/CommentAPI/", "wfw"),
        ("http://purl.org/syndication/thread/1.0", "thr"),
        ("http://purl.org/atompub/tombstones/1.0", "at"),
        ("http://backend.userland.com/creativeCommonsRssModule", "cc"),
        ("http://cyber.law.harvard.edu/rss/creativeCommonsRssModule.html", "cc"),
        ("http://creativecommons.org/ns#", "cc"),
        ("http://web.resource.org/cc/", "cc"),
        ("http://www.w3.org/1999/xhtml", "xhtml"),
        ("http://webns.net/mvcb/", "admin"),
        ("http://newsml.org/rss", "news"),
    ];

    private static readonly string[] RssNamespaces =
    [
        "http://purl.org/rss/1.0/", "http://purl.org/net/rss1.1#", "http://my.netscape.com/rdf/simple/0.9/", "http://channel.netscape.com/rdf/simple/0.9/",
        "http://my.netscape.com/publish/formats/rss-0.91.dtd", "http://backend.userland.com/rss2", "http://backend.userland.com/rss", "http://backend.userland.com/rss091",
        "http://blogs.law.harvard.edu/tech/rss", "http://www.rssboard.org/rss-specification", "http://cyber.law.harvard.edu/rss/rss.html", "http://purl.org/rss/2.0", "http://purl.org/rss/1.0/modules/rss091",
    ];

    private static readonly string[] AtomNamespaces = ["http://www.w3.org/2005/Atom", "http://purl.org/atom/ns", "http://purl.org/atom/"];

    internal static XmlVocabulary Rss { get; } = new(foldsCase: true,
    [
        .. Extensions,
        .. RssNamespaces.Select(uri => (uri, "")),
        .. AtomNamespaces.Select(uri => (uri, "atom")),
    ]);

    /// <summary>RSS with what WordPress adds to it in its exports, which are of three editions.</summary>
    internal static XmlVocabulary Wxr { get; } = new(foldsCase: true,
    [
        .. Extensions,
        .. RssNamespaces.Select(uri => (uri, "")),
        .. AtomNamespaces.Select(uri => (uri, "atom")),
        .. new[] { "1.0", "1.1", "1.2" }.SelectMany(edition => new[] { ($"http://wordpress.org/export/{edition}/", "wp"), ($"http://wordpress.org/export/{edition}/excerpt/", "excerpt") }),
    ]);

    internal static XmlVocabulary Atom { get; } = new(foldsCase: true, [.. Extensions, .. AtomNamespaces.Select(uri => (uri, ""))]);
}
