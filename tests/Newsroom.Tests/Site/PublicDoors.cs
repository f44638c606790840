using System.Net;
using System.Text.RegularExpressions;

namespace Wireroom.Newsroom.Tests.Site;

/// <summary>Every door through which the public may see a story: lists and their older pages, feeds, searches, the rail, site maps, and what a test adds.</summary>
internal static partial class PublicDoors
{
    private static readonly string[] Lists = ["/", "/latest", "/world", "/region", "/corrections", "/live/rail", "/feed.xml", "/world/feed.xml", "/region/feed.xml", "/author/ana-peric", "/place/split", "/agency/maestral-news-agency", "/author/ana-peric/feed.json", "/sources", "/sitemap.xml", "/sitemap-pages.xml", "/sitemap-1.xml", "/sitemap-news.xml", "/robots.txt"];

    /// <summary>The lists with all their older pages, as they stand now.</summary>
    public static async Task<IReadOnlyList<string>> AllAsync(SharedCache readers, params string[] more)
    {
        var doors = new List<string>(Lists.Concat(more));
        for (var at = 0; at < doors.Count; at++)
        {
            var page = await readers.GetAsync(doors[at]);
            foreach (var older in Older().Matches(page.Body).Select(match => WebUtility.HtmlDecode(match.Groups[1].Value)).Where(older => !doors.Contains(older)).ToList())
                doors.Add(older);
        }

        return doors;
    }

    [GeneratedRegex("href=\"(/[^\"]*[?&]before=[0-9]+)\"")]
    private static partial Regex Older();
}
