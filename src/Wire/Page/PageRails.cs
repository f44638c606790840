using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Wireroom.Wire.Html;

namespace Wireroom.Wire.Page;

/// <summary>A story that a page points to: its headline, address, lead and time.</summary>
internal sealed record PageBrief(string Headline, string? Link, string? Lead, string? Time);

/// <summary>
/// Finds the lists of other stories on a page by their form: elements of one kind side by side, each with one link whose text is a headline;
/// or fewer of them under a rail's name.
/// </summary>
internal static class PageRails
{
    private const string Hidden = "[class*='visually-hidden'], [class*='visuallyhidden'], [class*='off-screen'], [class*='offscreen'], [class*='sr-only'], [class*='screen-reader'], [aria-hidden='true'], time, [class*='icon']";
    private const int MostLinks = 1500, MostBriefs = 120, ItemsOfARail = 3;

    public static List<PageBrief> Find(IHtmlDocument document, Uri? baseAddress)
    {
        var links = document.QuerySelectorAll("a[href]").Where(IsHeadline).Take(MostLinks).ToList();
        var counts = new Dictionary<IElement, HashSet<string>>();
        foreach (var link in links)
            for (var parent = link.ParentElement; parent is not null; parent = parent.ParentElement)
            {
                if (!counts.TryGetValue(parent, out var hrefs))
                    counts[parent] = hrefs = new HashSet<string>(StringComparer.Ordinal);
                if (hrefs.Count < 3)
                    hrefs.Add(link.GetAttribute("href")!);
            }

        var items = links.Select(link => (link, item: ItemOf(link, counts))).ToList();
        var siblings = items.GroupBy(pair => pair.item.ParentElement).Where(group => group.Key is not null).ToDictionary(group => group.Key!, group => group.Select(pair => pair.item).Distinct().Count());
        var rows = items.GroupBy(pair => pair.item.ParentElement?.ParentElement).Where(group => group.Key is not null).ToDictionary(group => group.Key!, group => group.Select(pair => pair.item).Distinct().Count());
        var briefs = new List<PageBrief>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (link, item) in items)
        {
            var list = item.ParentElement;
            var isRail = list is not null && (siblings[list] >= ItemsOfARail || (list.ParentElement is { } outer && rows.GetValueOrDefault(outer) >= ItemsOfARail) || HasRailName(list));
            if (!isRail || briefs.Count >= MostBriefs)
                continue;
            var headline = TextOf(link);
            if (seen.Add(TextForm.Fold(headline)))
                briefs.Add(new PageBrief(headline, SafeAddress.Link(link.GetAttribute("href"), baseAddress), LeadOf(item, link), TimeOf(item)));
        }

        return briefs;
    }

    /// <summary>A link whose text has a headline's form, outside of copy, menus and the page's foot.</summary>
    private static bool IsHeadline(IElement link)
    {
        var href = link.GetAttribute("href")!;
        if (href.StartsWith('#') || href.Contains("javascript:", StringComparison.OrdinalIgnoreCase) || href.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) || link.TextContent.Length > 1000)
            return false;
        var text = TextOf(link);
        if (text.Length < 8 || (text.Length < 16 && text.All(char.IsAscii)))
            return false;
        if (TextForm.Words(text) < 4 || text.Length > 170)
            return false;
        for (var parent = link.ParentElement; parent is not null; parent = parent.ParentElement)
        {
            if (parent.LocalName is "footer" or "form" or "table" || (parent.LocalName is "nav" && TextForm.Words(text) < 5) || PageMeta.Named(parent, "breadcrumb", "comment", "cookie", "footer") && parent.LocalName is not ("body" or "html"))
                return false;
            // A link inside a paragraph is part of a sentence, unless it is the whole paragraph.
            if (parent.LocalName is "p" && TextOf(parent).Length > text.Length + 3)
                return false;
        }

        var line = new CaptureLine(text, 0, 0);
        FurnitureForm.Classify(line);
        return line.IsTitle || (line.Kind == LineKind.Copy && text.Length <= 130);
    }

    /// <summary>A headline inside a link that also holds a lead or a time is the heading in it.</summary>
    private static string TextOf(IElement element)
    {
        var heading = element.LocalName == "a" ? element.QuerySelector("h1, h2, h3, h4, h5, h6, [class*='title'], [class*='headline']") : null;
        var told = heading is { TextContent.Length: > 7 } ? heading : element;
        if (told.LocalName is not "p" && told.QuerySelector(Hidden) is not null)
        {
            // Words for those who do not see the page ("Video", "Full article") are no part of the headline.
            told = (IElement)told.Clone();
            foreach (var hidden in told.QuerySelectorAll(Hidden).ToList())
                hidden.Remove();
        }

        return Spaces.Collapse(told.TextContent.Replace('\u00A0', ' '));
    }

    /// <summary>The largest element around a link that holds no other story.</summary>
    private static IElement ItemOf(IElement link, Dictionary<IElement, HashSet<string>> counts)
    {
        IElement item = link;
        while (item.ParentElement is { LocalName: not ("body" or "html" or "main" or "ul" or "ol") } parent && counts[parent].Count == 1)
            item = parent;
        return item;
    }

    private static bool HasRailName(IElement list)
    {
        IElement? element = list;
        for (var level = 0; level < 3 && element is { LocalName: not ("body" or "html" or "main") }; level++, element = element.ParentElement)
        {
            var before = element.PreviousElementSibling;
            var inside = element.QuerySelector("h1, h2, h3, h4, h5, h6, [class*='title'], [class*='heading'], strong");
            foreach (var name in (IElement?[])[before, inside])
                if (name is { TextContent.Length: < 200 } && FurnitureForm.IsRailHeading(Spaces.Collapse(name.TextContent)))
                    return true;
        }

        return false;
    }

    private static string? LeadOf(IElement item, IElement link)
    {
        var headline = TextOf(link);
        foreach (var element in item.QuerySelectorAll("p, [class*='summary'], [class*='lead'], [class*='teaser'], [class*='standfirst'], [class*='excerpt'], [class*='description'], [class*='text']").Take(12))
        {
            if (element.Contains(link) || element.TextContent.Length > 1500)
                continue;
            var line = new CaptureLine(Spaces.Collapse(element.TextContent.Replace('\u00A0', ' ')), 0, 0);
            if (TextForm.Words(line.Text) < 6 || TextForm.Fold(headline).Contains(TextForm.Fold(line.Text), StringComparison.Ordinal))
                continue;
            FurnitureForm.Classify(line);
            if (line.IsCopy || (line.Kind == LineKind.Title && TextForm.Words(line.Text) >= 8))
                return line.Text;
        }

        return null;
    }

    private static string? TimeOf(IElement item) => item.QuerySelector("time") is { } time ? time.GetAttribute("datetime") ?? Spaces.Collapse(time.TextContent) : null;
}
