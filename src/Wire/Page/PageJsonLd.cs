using System.Text.Json;
using AngleSharp.Html.Dom;
using Wireroom.Wire.Html;
using Wireroom.Wire.Json;

namespace Wireroom.Wire.Page;

/// <summary>Reads the story out of a page's JSON-LD (schema.org NewsArticle and its kin, alone, in lists or in a @graph).</summary>
internal static class PageJsonLd
{
    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 40 };

    public static void Read(IHtmlDocument document, PageFacts facts)
    {
        foreach (var script in document.QuerySelectorAll("script[type='application/ld+json']").Take(20))
        {
            try
            {
                // Line ends inside strings are forbidden and common.
                var text = string.Create(script.TextContent.Length, script.TextContent, (span, source) =>
                {
                    for (var i = 0; i < span.Length; i++)
                        span[i] = char.IsControl(source[i]) ? ' ' : source[i];
                }).Trim(' ', ';').Replace("<![CDATA[", "", StringComparison.Ordinal).Replace("]]>", "", StringComparison.Ordinal);
                using var json = JsonDocument.Parse(JsonSurrogates.Mend(text, out _), Lenient);
                if (Article(json.RootElement, 0) is { } article)
                {
                    Take(article, facts, document.Title ?? "");
                    return;
                }
            }
            catch (JsonException)
            {
                // Broken data says nothing; the page's other words are asked.
            }
        }
    }

    private static JsonElement? Article(JsonElement element, int depth)
    {
        if (depth > 6)
            return null;
        if (element.ValueKind == JsonValueKind.Array)
            return element.EnumerateArray().Select(inner => Article(inner, depth + 1)).FirstOrDefault(found => found is not null);
        if (element.ValueKind != JsonValueKind.Object)
            return null;
        if (Texts(element, "@type").Any(type => type.EndsWith("Article", StringComparison.Ordinal) || type is "BlogPosting" or "LiveBlogPosting" or "Report" or "Review"))
            return element;
        foreach (var name in (string[])["@graph", "mainEntity", "mainEntityOfPage"])
            if (element.TryGetProperty(name, out var inner) && Article(inner, depth + 1) is { } found)
                return found;
        return null;
    }

    private static void Take(JsonElement article, PageFacts facts, string title)
    {
        facts.IsArticle = true;
        // Where headline and name differ, the one in the window's title is the page's own.
        var (headline, name) = (Text(article, "headline"), Text(article, "name"));
        facts.Headline = headline is null || (name is not null && !title.Contains(headline, StringComparison.OrdinalIgnoreCase) && title.StartsWith(name, StringComparison.OrdinalIgnoreCase)) ? name : headline;
        facts.Description = Text(article, "description") ?? Text(article, "alternativeHeadline");
        facts.Authors.AddRange(Names(article, "author").Where(PageBylines.IsName));
        facts.Published = Text(article, "datePublished");
        facts.Modified = Text(article, "dateModified");
        facts.Language = Text(article, "inLanguage");
        facts.Link = Text(article, "url") ?? Text(article, "mainEntityOfPage");
        facts.Site = Names(article, "publisher").FirstOrDefault();
        facts.Section = Texts(article, "articleSection").FirstOrDefault();
        facts.Dateline = Text(article, "dateline");
        facts.AddKeywords(Texts(article, "keywords").SelectMany(words => words.Split(',')));
        if (article.TryGetProperty("image", out var image))
        {
            var first = image.ValueKind == JsonValueKind.Array ? image.EnumerateArray().FirstOrDefault() : image;
            facts.Picture = first.ValueKind == JsonValueKind.String ? first.GetString() : Text(first, "url") ?? Text(first, "contentUrl") ?? Text(first, "@id");
            facts.PictureCaption = Text(first, "caption") ?? Text(first, "description");
            facts.PictureCredit = Text(first, "creditText") ?? Names(first, "creator").FirstOrDefault() ?? Names(first, "copyrightHolder").FirstOrDefault();
        }
    }

    private static string? Text(JsonElement element, string name) => Texts(element, name).FirstOrDefault();

    /// <summary>The value as texts: a string, each of an array, or the address or name of an object.</summary>
    private static IEnumerable<string> Texts(JsonElement element, string name)
    {
        if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out var value))
            return [];
        return value.ValueKind switch
        {
            JsonValueKind.Array => value.EnumerateArray().Where(inner => inner.ValueKind == JsonValueKind.String).Select(inner => Clean(inner.GetString())).OfType<string>(),
            JsonValueKind.String => Clean(value.GetString()) is { } text ? [text] : [],
            JsonValueKind.Object => Texts(value, "@id").Concat(Texts(value, "url")),
            _ => [],
        };
    }

    private static IEnumerable<string> Names(JsonElement element, string name)
    {
        if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out var value))
            return [];
        return value.ValueKind switch
        {
            JsonValueKind.Array => value.EnumerateArray().SelectMany(NameOf),
            _ => NameOf(value),
        };

        static IEnumerable<string> NameOf(JsonElement one) => one.ValueKind == JsonValueKind.String ? Clean(one.GetString()) is { } text ? [text] : [] : Texts(one, "name");
    }

    private static string? Clean(string? text)
    {
        var clean = Spaces.Collapse(HtmlText.Decode(text ?? "").Replace('\u00A0', ' '));
        return clean.Length == 0 ? null : clean;
    }
}
