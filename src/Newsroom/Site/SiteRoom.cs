using Wireroom.Newsroom.Paper;
using Wireroom.Newsroom.Site.Article;
using Wireroom.Newsroom.Site.Cache;
using Wireroom.Newsroom.Site.Frame;
using Wireroom.Newsroom.Site.Front;

namespace Wireroom.Newsroom.Site;

/// <summary>The reader's site: what it needs, and which addresses it answers.</summary>
public static class SiteRoom
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>Adds the site's services.</summary>
    public static IServiceCollection AddSite(this IServiceCollection services)
    {
        services.AddAssets();
        services.AddSingleton<Editions>();
        services.AddSingleton<PageCache>();
        services.AddSingleton<Answers>();
        services.AddSingleton<IStartupFilter, ReadyPages>();
        return services;
    }

    /// <summary>Maps the site's addresses.</summary>
    public static void MapSite(this WebApplication newsroom)
    {
        newsroom.MapAssets();
        newsroom.MapMethods("/", Reading, FrontPage.AnswerAsync);
        newsroom.MapMethods("/{section}/{story}", Reading, ArticlePage.AnswerAsync);
        newsroom.MapFallback("{*path}", (HttpContext context, Answers answers) => answers.NotFoundAsync(context));
    }
}
