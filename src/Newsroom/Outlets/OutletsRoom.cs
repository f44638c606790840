using Wireroom.Newsroom.Outlets.Feeds;
using Wireroom.Newsroom.Paper.Ready;

namespace Wireroom.Newsroom.Outlets;

/// <summary>What goes out to machines: feeds, and later the wires to subscribers.</summary>
public static class OutletsRoom
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>Adds the room's services.</summary>
    public static IServiceCollection AddOutlets(this IServiceCollection services) => services.AddReadyPages().AddSingleton<FeedPages>();

    /// <summary>Maps the room's addresses.</summary>
    public static void MapOutlets(this WebApplication newsroom)
    {
        newsroom.MapMethods("/feed.xml", Reading, (HttpContext context, FeedPages feeds) => feeds.EverythingAsync(context));
        newsroom.MapMethods("/{section}/feed.xml", Reading, (HttpContext context, string section, FeedPages feeds) => feeds.SectionAsync(context, section));
        newsroom.MapMethods("/topic/{slug}/feed.xml", Reading, (HttpContext context, string slug, FeedPages feeds) => feeds.TopicAsync(context, slug));
        newsroom.MapMethods("/search/feed.xml", Reading, (HttpContext context, FeedPages feeds) => feeds.SearchAsync(context));
    }
}
