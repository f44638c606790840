namespace Wireroom.Wire.Page;

/// <summary>What a page says of its story outside the copy: JSON-LD first, then OpenGraph and other meta elements, then what is printed.</summary>
internal sealed class PageFacts
{
    public string? Headline { get; set; }

    public string? Description { get; set; }

    public List<string> Authors { get; } = [];

    public string? Published { get; set; }

    public string? Modified { get; set; }

    public string? Language { get; set; }

    /// <summary>The story's lasting address.</summary>
    public string? Link { get; set; }

    public string? Site { get; set; }

    public string? Section { get; set; }

    public List<string> Keywords { get; } = [];

    public string? Dateline { get; set; }

    public string? Picture { get; set; }

    public string? PictureCaption { get; set; }

    public string? PictureCredit { get; set; }

    public string? PictureAlternative { get; set; }

    /// <summary>True where the page says that it is a story, not a list.</summary>
    public bool IsArticle { get; set; }

    public void AddKeywords(IEnumerable<string> words)
    {
        foreach (var word in words.Select(word => word.Trim()).Where(word => word.Length is > 0 and <= 80))
            if (Keywords.Count < 60 && !Keywords.Contains(word, StringComparer.OrdinalIgnoreCase))
                Keywords.Add(word);
    }
}
