using System.Text;
using Wireroom.Newsroom.Paper.Ready;

namespace Wireroom.Newsroom.Site.Machines;

/// <summary>What machines are told of the site, and its mark.</summary>
public static class Robots
{
    /// <summary>Answers <c>/robots.txt</c> (RFC 9309): everything readers see may be read; searches and the desk are no pages to index.</summary>
    public static Task AnswerAsync(HttpContext context, Answers answers) => answers.PageAsync(context, "/robots.txt", [], static (edition, _) =>
        Task.FromResult<Rendered?>(new Rendered(StatusCodes.Status200OK, "text/plain; charset=utf-8", Encoding.UTF8.GetBytes($"""
            User-agent: *
            Disallow: /desk
            Disallow: /live/
            Disallow: /search?

            Sitemap: {edition.Absolute("/sitemap.xml")}
            Sitemap: {edition.Absolute("/sitemap-news.xml")}

            """))));

    /// <summary>Answers <c>/indexnow-{key}.txt</c> with the key, where it is the newsroom's (IndexNow, "Verifying ownership via the key").</summary>
    public static Task IndexNowKeyAsync(HttpContext context, string key, Answers answers) => answers.PageAsync(context, $"/indexnow-{key}.txt", [], (edition, _) =>
        Task.FromResult<Rendered?>(key.Length > 0 && edition.Masthead.IndexNowKey == key ? new Rendered(StatusCodes.Status200OK, "text/plain; charset=utf-8", Encoding.ASCII.GetBytes(key)) : null));

    /// <summary>Answers <c>/icon.svg</c>: the theme's logo with the newsroom's first letter.</summary>
    public static Task IconAsync(HttpContext context, Answers answers) => answers.PageAsync(context, "/icon.svg", [], static (edition, _) =>
        Task.FromResult<Rendered?>(new Rendered(StatusCodes.Status200OK, "image/svg+xml", Encoding.UTF8.GetBytes(edition.Theme.Logo.Replace("{letter}", Letter(edition.Masthead.Name), StringComparison.Ordinal)))));

    /// <summary>The first letter after an article: "The Adriatic Courier" is A.</summary>
    private static string Letter(string name)
    {
        var word = name.StartsWith("The ", StringComparison.OrdinalIgnoreCase) ? name[4..] : name;
        return word.Length > 0 && char.IsLetterOrDigit(word[0]) ? char.ToUpperInvariant(word[0]).ToString() : "W";
    }
}
