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
using Wireroom.Newsroom.Site.Pictures;

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
        services.AddSingleton<Editions>();
        services.AddSingleton<Answers>();
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
        newsroom.MapGet("/live/events", LivePages.EventsAsync);
        newsroom.MapMethods("/pictures/{file}", Reading, PicturePage.LargestAsync);
        newsroom.MapMethods("/pictures/{file}/{rendition}", Reading, PicturePage.AnswerAsync);
        newsroom.MapMethods("/sitemap.xml", Reading, SiteMap.IndexAsync);
        newsroom.MapMethods("/sitemap-{part:int}.xml", Reading, SiteMap.PartAsync);
        newsroom.MapMethods("/sitemap-news.xml", Reading, SiteMap.NewsAsync);
        newsroom.MapMethods("/robots.txt", Reading, Robots.AnswerAsync);
        newsroom.MapMethods("/icon.svg", Reading, Robots.IconAsync);
        newsroom.MapFallback("{*path}", (HttpContext context, Answers answers) => answers.NotFoundAsync(context));
    }
}
