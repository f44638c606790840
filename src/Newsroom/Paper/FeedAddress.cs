namespace Wireroom.Newsroom.Paper;

/// <summary>Addresses of feeds: <c>/world/feed.xml</c> beside <c>/world</c>, and the same as Atom and JSON Feed. Outlets answers them, the pages announce them.</summary>
public static class FeedAddress
{
    /// <summary>The endings, the most read first: RSS 2.0, Atom 1.0, JSON Feed 1.1.</summary>
    public static IReadOnlyList<string> Endings { get; } = ["xml", "atom", "json"];

    /// <summary>The address of a page's feed; the page's own address may carry a query.</summary>
    public static string Of(string page, string ending)
    {
        var query = page.IndexOf('?', StringComparison.Ordinal);
        return query < 0 ? $"{page.TrimEnd('/')}/feed.{ending}" : $"{page[..query]}/feed.{ending}{page[query..]}";
    }

    /// <summary>The media type that readers of feeds look for (RFC 4287 section 7 for Atom, JSON Feed 1.1 "Discovery").</summary>
    public static string MediaTypeOf(string ending) => ending switch
    {
        "atom" => "application/atom+xml",
        "json" => "application/feed+json",
        _ => "application/rss+xml",
    };
}
