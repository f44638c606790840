using System.Globalization;
using System.Text;
using Wireroom.Newsroom.Desk.Access;
using Wireroom.Newsroom.Desk.Frame;
using Wireroom.Storage;

namespace Wireroom.Newsroom.Desk.Sources;

/// <summary>Lists of feeds from and for other programs.</summary>
internal static class OpmlEndpoints
{
    public static void MapOpml(this RouteGroupBuilder desk)
    {
        desk.MapGet("/sources/opml", ExportAsync).Needs(Right.Sources);
        desk.MapPost("/sources/opml", ImportAsync).Needs(Right.Sources, "add sources from a list");
    }

    private static async Task<IResult> ExportAsync(HttpContext context, Store store)
    {
        var list = Opml.Write((await store.MastheadAsync(context.RequestAborted)).Name, await store.SourcesAsync(context.RequestAborted));
        return Results.File(Encoding.UTF8.GetBytes(list), "text/x-opml; charset=utf-8", "sources.opml");
    }

    private static async Task<IResult> ImportAsync(HttpContext context, DeskPages pages, Store store)
    {
        if (context.Request.Form.Files is not [var file, ..])
            return await SourceEndpoints.ShowAllAsync(context, pages, store, "Choose an OPML file.");
        var cancel = context.RequestAborted;
        var stream = file.OpenReadStream();
        await using (stream)
        {
            var (feeds, fault) = Opml.Read(stream, await store.SectionsAsync(cancel));
            if (fault.Length > 0)
                return await SourceEndpoints.ShowAllAsync(context, pages, store, fault);
            var (added, known) = await AddAsync(store, feeds, cancel);
            return await SourceEndpoints.ShowAllAsync(
                context, pages, store, said: string.Create(CultureInfo.InvariantCulture, $"{added} feeds were added, paused until you resume them; {known} were here already."));
        }
    }

    /// <summary>Adds the feeds whose address is not here yet, each under a name of its own.</summary>
    public static async Task<(int Added, int Known)> AddAsync(Store store, IReadOnlyList<Source> feeds, CancellationToken cancel)
    {
        var added = 0;
        await store.InOneGoAsync(
            async go =>
            {
                added = 0;
                var here = (await store.SourcesAsync(go)).ToList();
                foreach (var feed in feeds.Where(feed => here.All(source => source.Address != feed.Address)))
                {
                    var slug = feed.Slug;
                    for (var number = 2; here.Any(source => source.Slug == slug); number++)
                        slug = string.Create(CultureInfo.InvariantCulture, $"{feed.Slug}-{number}");
                    var source = feed with { Slug = slug };
                    await store.SaveSourceAsync(source, go);
                    here.Add(source);
                    added++;
                }
            },
            cancel);
        return (added, feeds.Count - added);
    }
}
