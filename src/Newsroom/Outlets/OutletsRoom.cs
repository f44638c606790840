using Wireroom.Newsroom.Outlets.Feeds;
using Wireroom.Newsroom.Outlets.Letters;
using Wireroom.Newsroom.Outlets.Telling;
using Wireroom.Newsroom.Paper;
using Wireroom.Newsroom.Paper.Ready;
using Wireroom.Stories;

namespace Wireroom.Newsroom.Outlets;

/// <summary>What goes out: feeds, tidings to hubs and search engines, letters to readers.</summary>
public static class OutletsRoom
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>Adds the room's services.</summary>
    public static IServiceCollection AddOutlets(this IServiceCollection services) => services.AddReadyPages().AddSingleton<FeedPages>()
        .AddHostedService<TellMachines>().AddSingleton<LetterSender>().AddHostedService(provider => provider.GetRequiredService<LetterSender>());

    /// <summary>Maps the room's addresses.</summary>
    public static void MapOutlets(this WebApplication newsroom)
    {
        foreach (var form in FeedForm.All)
        {
            newsroom.MapMethods(form.Of(""), Reading, (HttpContext context, FeedPages feeds) => feeds.EverythingAsync(context, form));
            newsroom.MapMethods(form.Of("/{section}"), Reading, (HttpContext context, string section, FeedPages feeds) => feeds.SectionAsync(context, section, form));
            newsroom.MapMethods(form.Of("/{section}/{story}"), Reading, (HttpContext context, string story, FeedPages feeds) => feeds.EntriesAsync(context, story, form));
            newsroom.MapMethods(form.Of("/topic/{slug}"), Reading, (HttpContext context, string slug, FeedPages feeds) => feeds.TopicAsync(context, slug, form));
            foreach (var kind in Enum.GetValues<NameKind>())
                newsroom.MapMethods(form.Of(StoryAddress.OfName(kind, "") + "{slug}"), Reading, (HttpContext context, string slug, FeedPages feeds) => feeds.NamedAsync(context, kind, slug, form));
            newsroom.MapMethods(form.Of("/search"), Reading, (HttpContext context, FeedPages feeds) => feeds.SearchAsync(context, form));
        }
    }
}
