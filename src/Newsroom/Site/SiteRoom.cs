using Wireroom.Newsroom.Paper.Ready;
using Wireroom.Newsroom.Paper;
using Wireroom.Newsroom.Site.Article;
using Wireroom.Newsroom.Site.Frame;
using Wireroom.Newsroom.Site.Front;
using Wireroom.Newsroom.Site.History;
using Wireroom.Newsroom.Site.Lists;
using Wireroom.Newsroom.Site.Lite;
using Wireroom.Newsroom.Site.Live;
using Wireroom.Newsroom.Site.Machines;
using Wireroom.Newsroom.Site.Names;
using Wireroom.Newsroom.Site.Newsletter;
using Wireroom.Newsroom.Site.Offline;
using Wireroom.Newsroom.Site.Pictures;
using Wireroom.Newsroom.Site.Themes;
using Wireroom.Storage;
using Wireroom.Stories;

namespace Wireroom.Newsroom.Site;

/// <summary>The reader's site: what it needs, and which addresses it answers.</summary>
public static class SiteRoom
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>Adds the site's services.</summary>
    public static IServiceCollection AddSite(this IServiceCollection services)
    {
        services.AddAssets();
        services.AddReadyPages();
        services.AddSingleton<ThemeShelf>();
        services.AddSingleton<Editions>();
        services.AddSingleton<Answers>();
        services.AddSingleton<FrontPreview>();
        services.AddSingleton<LiveStories>();
        services.AddSingleton<LiveRail>();
        services.AddHostedService(provider => provider.GetRequiredService<LiveRail>());
        return services;
    }

    /// <summary>Maps the site's addresses.</summary>
    public static void MapSite(this WebApplication newsroom)
    {
        newsroom.MapAssets();
        newsroom.MapMethods("/", Reading, FrontPage.AnswerAsync);
        newsroom.MapMethods("/{section}", Reading, ListPages.SectionAsync);
        newsroom.MapMethods("/{section}/{story}", Reading, ArticlePage.AnswerAsync);
        newsroom.MapMethods("/{section}/{story}/history", Reading, HistoryPage.AnswerAsync);
        newsroom.MapMethods("/topic/{slug}", Reading, ListPages.TopicAsync);
        foreach (var kind in Enum.GetValues<NameKind>())
        {
            var address = StoryAddress.OfName(kind, "") + "{slug}";
            newsroom.MapMethods(address, Reading, (HttpContext context, string slug, Answers answers, ReleasedStore released) => ListPages.NamedAsync(context, kind, slug, answers, released));
            newsroom.MapMethods(LitePages.Of(address), Reading, (HttpContext context, string slug, Answers answers, ReleasedStore released) => ListPages.NamedAsync(context, kind, slug, answers, released));
        }

        newsroom.MapMethods("/sources", Reading, AboutSources.AnswerAsync);
        newsroom.MapMethods("/latest", Reading, ListPages.LatestAsync);
        newsroom.MapMethods("/search", Reading, SearchPage.AnswerAsync);
        newsroom.MapMethods("/corrections", Reading, CorrectionsPage.AnswerAsync);
        newsroom.MapMethods(LitePages.Root, Reading, FrontPage.LiteAsync);
        newsroom.MapMethods(LitePages.Of("/{section}"), Reading, ListPages.SectionAsync);
        newsroom.MapMethods(LitePages.Of("/{section}/{story}"), Reading, ArticlePage.AnswerAsync);
        newsroom.MapMethods(LitePages.Of("/topic/{slug}"), Reading, ListPages.TopicAsync);
        newsroom.MapMethods(LitePages.Of("/latest"), Reading, ListPages.LatestAsync);
        newsroom.MapMethods(LitePages.Of("/search"), Reading, SearchPage.AnswerAsync);
        newsroom.MapMethods("/live/rail", Reading, LivePages.RailAsync);
        newsroom.MapMethods("/live/story/{story}", Reading, LivePages.StoryAsync);
        newsroom.MapMethods("/live/withdrawn", Reading, Installed.WithdrawnAsync);
        newsroom.MapGet("/live/events", LivePages.EventsAsync);
        newsroom.MapMethods("/pictures/{file}", Reading, PicturePage.LargestAsync);
        newsroom.MapMethods("/pictures/{file}/{rendition}", Reading, PicturePage.AnswerAsync);
        newsroom.MapMethods("/sitemap.xml", Reading, SiteMap.IndexAsync);
        newsroom.MapMethods("/sitemap-{part:int}.xml", Reading, SiteMap.PartAsync);
        newsroom.MapMethods("/sitemap-pages.xml", Reading, SiteMap.PagesAsync);
        newsroom.MapMethods("/sitemap-news.xml", Reading, SiteMap.NewsAsync);
        newsroom.MapNewsletter();
        newsroom.MapMethods("/offline", Reading, OfflinePage.AnswerAsync);
        newsroom.MapMethods("/manifest.webmanifest", Reading, Installed.ManifestAsync);
        newsroom.MapMethods("/worker.js", Reading, Installed.WorkerAsync);
        newsroom.MapMethods("/robots.txt", Reading, Robots.AnswerAsync);
        newsroom.MapMethods("/themes/{theme}/{file}", Reading, ThemeFiles.AnswerAsync);
        newsroom.MapMethods("/llms.txt", Reading, ModelsText.AnswerAsync);
        newsroom.MapMethods("/indexnow-{key}.txt", Reading, Robots.IndexNowKeyAsync);
        newsroom.MapMethods("/icon.svg", Reading, Robots.IconAsync);
        newsroom.MapFallback("{*path}", (HttpContext context, Answers answers) => answers.NotFoundAsync(context));
    }
}
