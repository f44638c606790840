using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Wireroom.Newsroom.Intake.Sources;

/// <summary>A feed that a page names.</summary>
public sealed record FoundFeed(Uri Address, string Title);

/// <summary>Finds the feeds of a site by the address of one of its pages.</summary>
public static class FeedDiscovery
{
    private const int MostFeeds = 20;

    private static readonly string[] Types = ["application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml", "text/xml", "application/xml"];

    /// <summary>Where feeds usually lie, for a site whose pages name none.</summary>
    public static IReadOnlyList<string> UsualPlaces { get; } = ["/feed", "/rss", "/feed.xml", "/rss.xml", "/atom.xml", "/feed.json"];

    /// <summary>
    /// The feeds that a page names in its head (RSS Advisory Board, "RSS Autodiscovery"; RFC 5005 has no part in it), and else those that its links look like, in
    /// the page's order.
    /// </summary>
    public static IReadOnlyList<FoundFeed> In(ReadOnlyMemory<byte> page, Uri address)
    {
        using var stream = new MemoryStream(page.ToArray(), writable: false);
        using var document = new HtmlParser().ParseDocument(stream);
        var root = document.QuerySelector("base[href]")?.GetAttribute("href") is { } href && Uri.TryCreate(address, href, out var named) ? named : address;
        var found = document.QuerySelectorAll("link[rel][href]")
            .Where(link => Words(link, "rel").Contains("alternate") && Types.Contains(link.GetAttribute("type")?.Split(';')[0].Trim(), StringComparer.OrdinalIgnoreCase))
            .ToList();
        if (found.Count == 0)
            found = [.. document.QuerySelectorAll("a[href]").Where(link => Uri.TryCreate(root, link.GetAttribute("href"), out var target) && LooksLikeAFeed(target))];
        return
        [
            .. found
                .Select(link => (Link: link, Address: Uri.TryCreate(root, link.GetAttribute("href"), out var feed) && feed.Scheme is "http" or "https" ? feed : null))
                .Where(pair => pair.Address is not null)
                .DistinctBy(pair => pair.Address)
                .Take(MostFeeds)
                .Select(pair => new FoundFeed(pair.Address!, (pair.Link.GetAttribute("title") ?? pair.Link.TextContent).Trim())),
        ];
    }

    private static bool LooksLikeAFeed(Uri address)
    {
        var path = address.AbsolutePath.TrimEnd('/');
        return path.EndsWith("/feed", StringComparison.OrdinalIgnoreCase) || path.EndsWith("/rss", StringComparison.OrdinalIgnoreCase)
            || path.EndsWith(".rss", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".atom", StringComparison.OrdinalIgnoreCase)
            || path.EndsWith("rss.xml", StringComparison.OrdinalIgnoreCase) || path.EndsWith("feed.xml", StringComparison.OrdinalIgnoreCase)
            || path.EndsWith("atom.xml", StringComparison.OrdinalIgnoreCase);
    }

    private static string[] Words(IElement element, string name) =>
        (element.GetAttribute(name) ?? "").ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
