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
        foreach (var form in FeedForm.All)
        {
            newsroom.MapMethods(form.Of(""), Reading, (HttpContext context, FeedPages feeds) => feeds.EverythingAsync(context, form));
            newsroom.MapMethods(form.Of("/{section}"), Reading, (HttpContext context, string section, FeedPages feeds) => feeds.SectionAsync(context, section, form));
            newsroom.MapMethods(form.Of("/topic/{slug}"), Reading, (HttpContext context, string slug, FeedPages feeds) => feeds.TopicAsync(context, slug, form));
            newsroom.MapMethods(form.Of("/search"), Reading, (HttpContext context, FeedPages feeds) => feeds.SearchAsync(context, form));
        }
    }
}
