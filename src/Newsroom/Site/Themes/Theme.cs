using RazorSlices;
using Wireroom.Newsroom.Site.Front;
using Wireroom.Newsroom.Site.Lists;

namespace Wireroom.Newsroom.Site.Themes;

/// <summary>How the site looks: a folder with a stylesheet of tokens, a logo, a name, and the templates that it lays in place of the site's own.</summary>
public sealed record Theme
{
    /// <summary>The folder's name; it stands in the settings.</summary>
    public required string Id { get; init; }

    /// <summary>What it is called.</summary>
    public required string Name { get; init; }

    /// <summary>What it is like, in a sentence for the settings.</summary>
    public required string About { get; init; }

    /// <summary>The bundled stylesheet.</summary>
    public required string Stylesheet { get; init; }

    /// <summary>The logo as SVG, with <c>{letter}</c> where the newsroom's first letter stands.</summary>
    public required string Logo { get; init; }

    /// <summary>The colour of the browser around the page, in light.</summary>
    public string Light { get; init; } = "#ffffff";

    /// <summary>The colour of the browser around the page, in dark.</summary>
    public string Dark { get; init; } = "#14161a";

    /// <summary>The address of a stylesheet of the publisher's own tokens, or null.</summary>
    public string? OwnTokens { get; init; }

    /// <summary>The address of the publisher's own logo for the masthead, or null.</summary>
    public string? OwnLogo { get; init; }

    /// <summary>The template of the front page.</summary>
    public Func<FrontPage, RazorSlice> Front { get; init; } = static page => Site.Front.Front.Create(page);

    /// <summary>The template of lists: section fronts, topics, authors, the latest.</summary>
    public Func<ListPage, RazorSlice> List { get; init; } = static page => StoryList.Create(page);
}
