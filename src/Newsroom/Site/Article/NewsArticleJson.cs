using System.Text.Json.Nodes;
using Wireroom.Newsroom.Paper;
using Wireroom.Newsroom.Site.Machines;
using Wireroom.Stories.Body;

namespace Wireroom.Newsroom.Site.Article;

/// <summary>A story as schema.org NewsArticle.</summary>
internal static class NewsArticleJson
{
    public static string Of(ArticlePage page)
    {
        var (edition, row, copy) = (page.Edition, page.Row, page.Copy);
        var data = new JsonObject
        {
            ["@context"] = "https://schema.org",
            ["@type"] = "NewsArticle",
            ["headline"] = copy.Headline,
            ["description"] = row.Lead,
            ["url"] = edition.Absolute(page.Address),
            ["mainEntityOfPage"] = edition.Absolute(page.Address),
            ["datePublished"] = edition.Times.Instant(row.PublishedAt),
            ["dateModified"] = edition.Times.Instant(row.UpdatedAt),
            ["inLanguage"] = row.Language,
            ["articleSection"] = edition.NameOf(row.Section),
            ["isAccessibleForFree"] = true,
            ["wordCount"] = BodyText.CountWords(BodyText.Of(copy.Body)),
            ["author"] = Author(page),
            ["publisher"] = JsonLd.Publisher(edition),
        };
        if (copy.Dateline.Length > 0)
            data["dateline"] = copy.Dateline;
        if (copy.Credit.Length > 0)
            data["sourceOrganization"] = new JsonObject { ["@type"] = "NewsMediaOrganization", ["name"] = copy.Credit };
        if (copy.Topics.Count > 0)
            data["keywords"] = new JsonArray([.. copy.Topics.Select(topic => (JsonNode)topic)]);
        if (row.LeadPicture is { } picture)
            data["image"] = Image(page, picture);
        if (page.Story.Corrections.Count > 0)
            data["correction"] = new JsonArray([.. page.Corrections.Select(correction => (JsonNode)new JsonObject
            {
                ["@type"] = "CorrectionComment",
                ["text"] = correction.WhatWasWrong,
                ["datePublished"] = edition.Times.Instant(correction.At),
            })]);
        return JsonLd.Write(data);
    }

    /// <summary>The byline's people, or where nobody signed, the agency or the house.</summary>
    private static JsonObject Author(ArticlePage page)
    {
        if (page.Copy.Byline.Length > 0)
            return new JsonObject { ["@type"] = "Person", ["name"] = page.Copy.Byline };
        return new JsonObject
        {
            ["@type"] = "Organization",
            ["name"] = page.Copy.Credit.Length > 0 ? page.Copy.Credit : page.Edition.Masthead.Name,
        };
    }

    private static JsonObject Image(ArticlePage page, Picture picture)
    {
        var image = new JsonObject
        {
            ["@type"] = "ImageObject",
            ["url"] = page.Edition.Absolute(StoryAddress.OfPicture(picture.File)),
        };
        if (picture.Width > 0 && picture.Height > 0)
        {
            image["width"] = picture.Width;
            image["height"] = picture.Height;
        }

        if (picture.Caption.Length > 0)
            image["caption"] = picture.Caption;
        if (picture.Credit.Length > 0)
            image["creditText"] = picture.Credit;
        if (picture.Rights?.Notice is { Length: > 0 } notice)
            image["copyrightNotice"] = notice;
        return image;
    }
}
