using Wireroom.Newsroom.Paper;
using Wireroom.Newsroom.Site.Article;
using Wireroom.Newsroom.Site.Machines;
using Wireroom.Storage;
using Wireroom.Stories.Body;

namespace Wireroom.Newsroom.Site.Live;

/// <summary>A live story as schema.org LiveBlogPosting: what a NewsArticle says, the span of the coverage, and each entry as a BlogPosting.</summary>
internal static class LiveBlogJson
{
    public static byte[] Of(ArticlePage page, LiveEntries live) => JsonLd.Write((page, live), static (json, of) =>
    {
        var (page, live) = of;
        var times = page.Edition.Times;
        NewsArticleJson.Write(json, page, "LiveBlogPosting"u8, live.Live.Entries.Select(entry => entry.ChangedAt).Append(page.Row.UpdatedAt).Max());
        json.WriteString("coverageStartTime"u8, times.Instant(live.Live.Frame.BeganAt));
        if (live.Live.Frame.EndedAt is { } ended)
            json.WriteString("coverageEndTime"u8, times.Instant(ended));
        json.WriteStartArray("liveBlogUpdate"u8);
        foreach (var entry in live.Shown.Where(entry => entry.Kind != EntryKind.Withdrawal))
        {
            json.WriteStartObject();
            json.WriteString("@type"u8, "BlogPosting"u8);
            json.WriteString("headline"u8, entry.Copy.Name);
            json.WriteString("url"u8, page.Edition.Absolute(EntryAddress.Of(live.Address, entry.Key)));
            json.WriteString("datePublished"u8, times.Instant(entry.At));
            json.WriteString("dateModified"u8, times.Instant(entry.ChangedAt));
            json.WriteString("articleBody"u8, BodyText.Of(entry.Copy.Body));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });
}
