using Wireroom.Language.Scripts;
using Wireroom.Newsroom.Paper.Pictures;
using Wireroom.Storage;
using Wireroom.Stories.Body;

namespace Wireroom.Newsroom.Site.Frame;

/// <summary>What a page says of itself: to browsers, search engines, feed readers, and to the menu.</summary>
public sealed record PageHead(Edition Edition, string Title, string Address)
{
    /// <summary>One or two sentences for search engines; empty says nothing.</summary>
    public string Description { get; init; } = "";

    /// <summary>The section whose entry in the menu is marked, or null.</summary>
    public string? Section { get; init; }

    /// <summary>The page whose feed this page announces, with the feed's title, beside the feed of everything.</summary>
    public (string Page, string Title)? Feed { get; init; }

    /// <summary>The story that the page is, or null.</summary>
    public ReleasedRow? Story { get; init; }

    /// <summary>The picture for whoever shares the page.</summary>
    public Picture? Picture { get; init; }

    /// <summary>The picture that the page fetches before everything else, or null.</summary>
    public LeadImage? Lead { get; init; }

    /// <summary>Structured data, as JSON in UTF-8 whose markup characters are escaped.</summary>
    public byte[]? JsonLd { get; init; }

    /// <summary>False for pages that search engines should pass over: search results, notices.</summary>
    public bool Indexed { get; init; } = true;

    /// <summary>True where a page has no address of its own: 404 and 500.</summary>
    public bool HasAddress { get; init; } = true;

    /// <summary>The language of the story that the page is about, or null. A headline in a list is set in the reader's own fonts for its script.</summary>
    public string? Language { get; init; }

    /// <summary>True where the page loads the letters of the Arabic script.</summary>
    public bool NeedsArabic => IsArabic(Edition.Words.Language) || (Language is not null && IsArabic(Language));

    /// <summary>The page itself and the same in other languages, by BCP 47 language; empty where there is no other.</summary>
    public IReadOnlyList<(string Language, string Address)> Alternates { get; init; } = [];

    /// <summary>True where the page has a lite version.</summary>
    public bool HasLite { get; init; }

    private static bool IsArabic(string language) =>
        ScriptDirection.IsRightToLeft(language) && !language.StartsWith("he", StringComparison.OrdinalIgnoreCase) && !language.StartsWith("yi", StringComparison.OrdinalIgnoreCase);
}
