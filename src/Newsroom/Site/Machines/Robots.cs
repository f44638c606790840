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

    /// <summary>Answers <c>/icon.svg</c>: the newsroom's first letter.</summary>
    public static Task IconAsync(HttpContext context, Answers answers) => answers.PageAsync(context, "/icon.svg", [], static (edition, _) =>
        Task.FromResult<Rendered?>(new Rendered(StatusCodes.Status200OK, "image/svg+xml", Encoding.UTF8.GetBytes($"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" fill="#16181d"/><text x="16" y="24" fill="#ffffff" font-family="Georgia, serif" font-size="24" font-weight="bold" text-anchor="middle">{Letter(edition.Masthead.Name)}</text></svg>
            """))));

    /// <summary>The first letter after an article: "The Adriatic Courier" is A.</summary>
    private static string Letter(string name)
    {
        var word = name.StartsWith("The ", StringComparison.OrdinalIgnoreCase) ? name[4..] : name;
        return word.Length > 0 && char.IsLetterOrDigit(word[0]) ? char.ToUpperInvariant(word[0]).ToString() : "W";
    }
}
