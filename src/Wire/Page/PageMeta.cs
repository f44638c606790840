using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Wireroom.Wire.Html;

namespace Wireroom.Wire.Page;

/// <summary>Fills what JSON-LD left open from OpenGraph and the other meta elements, then from the page's own marks.</summary>
internal static class PageMeta
{
    private const int MostMarks = 400;

    public static void Read(IHtmlDocument document, PageFacts facts)
    {
        var meta = Collect(document);
        facts.IsArticle |= First(meta, "og:type") is { } type && type.Contains("article", StringComparison.OrdinalIgnoreCase);
        var own = facts.Headline;
        facts.Headline = own ?? First(meta, "dc:title", "dcterm:title", "dcterms.title", "dc.title", "og:title", "weibo:article:title", "weibo:webpage:title", "title", "twitter:title", "parsely-title", "headline") ?? PageTitle.Of(document);
        facts.Headline = PageTitle.WithoutSite(facts.Headline, document, facts.Site ?? First(meta, "og:site_name"));
        facts.Description ??= First(meta, "dc:description", "dcterms.description", "og:description", "description", "twitter:description");
        if (facts.Authors.Count == 0)
            facts.Authors.AddRange(All(meta, true, "dc:creator", "dc.creator", "dcterm:creator", "dcterms.creator", "author", "parsely-author", "article:author", "og:article:author", "byl", "sailthru.author", "cre.author", "twitter:creator").Select(PageBylines.WithoutAddress).Where(PageBylines.IsName).Distinct(StringComparer.OrdinalIgnoreCase).Take(6));
        facts.Published ??= First(meta, "article:published_time", "og:article:published_time", "datepublished", "parsely-pub-date", "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date", "dc:date", "date", "pubdate", "publish-date", "publication_date", "sailthru.date", "article.published", "cxenseparse:recs:publishtime", "og:pubdate", "ptime", "publishdate", "originalpublicationdate", "displaydate");
        facts.Modified ??= First(meta, "article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "last-modified", "lastmod", "revised");
        facts.Language = document.DocumentElement?.GetAttribute("lang") is { Length: >= 2 } language ? language : facts.Language ?? First(meta, "og:locale", "content-language", "dc.language", "language");
        facts.Site ??= First(meta, "og:site_name", "application-name", "publisher");
        facts.Section ??= First(meta, "article:section", "section", "parsely-section", "cg");
        facts.AddKeywords(All(meta, false, "article:tag", "news_keywords", "keywords", "parsely-tags").SelectMany(words => words.Split(',', ';')));
        facts.Picture ??= First(meta, "og:image:secure_url", "og:image", "og:image:url", "twitter:image", "twitter:image:src");
        facts.PictureAlternative = First(meta, "og:image:alt", "twitter:image:alt");
        facts.Link = document.QuerySelector("link[rel~='canonical']")?.GetAttribute("href") ?? First(meta, "og:url") ?? facts.Link;
        Printed(document, facts);
    }

    /// <summary>The page's own marks: time elements, and elements that their names call dates or bylines.</summary>
    private static void Printed(IHtmlDocument document, PageFacts facts)
    {
        if (facts.Published is null)
        {
            var times = document.QuerySelectorAll("time, [itemprop='datePublished']").Take(MostMarks).Where(time => !InRail(time)).ToList();
            var best = times.FirstOrDefault(time => Named(time, "publish", "pubdate", "posted") || time.GetAttribute("itemprop") == "datePublished" || time.HasAttribute("pubdate")) ?? times.FirstOrDefault(time => !Named(time, "updat", "modif"));
            facts.Published = best is null ? null : best.GetAttribute("datetime") ?? best.GetAttribute("content") ?? Spaces.Collapse(best.TextContent);
            facts.Published ??= document.QuerySelectorAll("[class*='date'], [class*='time'], [class*='publish'], [class*='posted'], [id*='date']").Take(MostMarks)
                .Where(mark => !InRail(mark)).Select(mark => mark.TextContent.Length > 200 ? "" : Spaces.Collapse(mark.TextContent)).FirstOrDefault(text => StatedDate.TryParse(text, out var time) && (time.Local is not null || time.Instant is not null));
        }

        facts.Modified ??= document.QuerySelectorAll("time, [itemprop='dateModified']").Take(MostMarks).Where(time => time.GetAttribute("itemprop") == "dateModified" || Named(time, "updat", "modif")).Select(time => time.GetAttribute("datetime") ?? time.GetAttribute("content")).FirstOrDefault(text => text is not null);
        if (facts.Authors.Count == 0)
            facts.Authors.AddRange(PageBylines.Printed(document));
    }

    public static bool Named(IElement element, params ReadOnlySpan<string> names)
    {
        var name = $"{element.ClassName} {element.Id}";
        foreach (var part in names)
            if (name.Contains(part, StringComparison.OrdinalIgnoreCase))
                return true;
        return false;
    }

    /// <summary>Several writers of one story may stand in a list, each marked as its author (schema.org, author).</summary>
    private static bool IsAuthor(IElement element) => element.GetAttribute("itemprop")?.Split(' ').Contains("author", StringComparer.Ordinal) == true;

    /// <summary>Inside a list of other stories, a comment or the page's foot.</summary>
    public static bool InRail(IElement element)
    {
        for (IElement? parent = element; parent is not null; parent = parent.ParentElement)
            if (parent.LocalName is "aside" or "nav" or "footer" || (parent.LocalName == "li" && !IsAuthor(parent)) || Named(parent, "related", "comment", "sidebar", "most-read", "popular", "recirc", "footer"))
                return parent.LocalName is not ("html" or "body");
        return false;
    }

    private static Dictionary<string, List<string>> Collect(IHtmlDocument document)
    {
        var meta = new Dictionary<string, List<string>>(StringComparer.OrdinalIgnoreCase);
        foreach (var element in document.QuerySelectorAll("meta[content]").Take(500))
        {
            var content = Spaces.Collapse(HtmlText.Decode(element.GetAttribute("content") ?? ""));
            if (content.Length is 0 or > 4000)
                continue;
            // One element may carry several names, parted by spaces.
            foreach (var name in $"{element.GetAttribute("property")} {element.GetAttribute("name")} {element.GetAttribute("itemprop")} {element.GetAttribute("http-equiv")}".Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                if (!meta.TryGetValue(name, out var values))
                    meta[name] = values = [];
                values.Add(content);
            }
        }

        return meta;
    }

    private static string? First(Dictionary<string, List<string>> meta, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            if (meta.TryGetValue(name, out var values))
                return values[0];
        return null;
    }

    private static List<string> All(Dictionary<string, List<string>> meta, bool onlyFirst, params ReadOnlySpan<string> names)
    {
        var found = new List<string>();
        foreach (var name in names)
            if (meta.TryGetValue(name, out var values) && (found.Count == 0 || !onlyFirst))
                found.AddRange(values);
        return found;
    }
}
