using AngleSharp.Html.Dom;
using Wireroom.Wire.Html;

namespace Wireroom.Wire.Page;

/// <summary>A page's headline from its window title and its heading; the portal's name is taken off.</summary>
internal static class PageTitle
{
    private static readonly string[] Marks = [" | ", " - ", " – ", " — ", " :: ", " « ", " » ", " / ", " > ", " \\ "];

    public static string? Of(IHtmlDocument document)
    {
        var title = Spaces.Collapse(document.Title ?? "");
        var headings = document.QuerySelectorAll("h1").Take(4).Select(heading => Spaces.Collapse(heading.TextContent)).Where(text => text.Length > 0).ToList();
        // A heading that is part of the window's title is the headline; one heading alone speaks for itself.
        if (headings.FirstOrDefault(heading => heading.Length >= 12 && title.Contains(heading, StringComparison.OrdinalIgnoreCase)) is { } part)
            return part;
        if (title.Length == 0)
            return headings.Count == 1 ? headings[0] : null;
        if (title.Length is > 150 or < 15 && headings.Count == 1 && TextForm.Words(headings[0]) >= 3)
            return headings[0];
        return title;
    }

    public static string? WithoutSite(string? headline, IHtmlDocument document, string? site)
    {
        if (headline is null)
            return null;
        foreach (var mark in Marks)
        {
            var at = headline.LastIndexOf(mark, StringComparison.Ordinal);
            if (at < 8)
                continue;
            var (head, tail) = (headline[..at].TrimEnd(), headline[(at + mark.Length)..].Trim());
            if (IsSite(tail, site) || document.QuerySelectorAll("h1, h2").Take(6).Any(heading => Spaces.Collapse(heading.TextContent).Equals(head, StringComparison.OrdinalIgnoreCase)))
                return WithoutSite(head, document, site);
        }

        return headline;
    }

    private static bool IsSite(string tail, string? site) =>
        site is not null && (tail.Equals(site, StringComparison.OrdinalIgnoreCase) || TextForm.Fold(site).Contains(TextForm.Fold(tail), StringComparison.Ordinal));
}
