using Wireroom.Newsroom.Desk.Access;
using Wireroom.Newsroom.Desk.Frame;
using Wireroom.Newsroom.Desk.Keys;
using Wireroom.Newsroom.Desk.SignIn;
using Wireroom.Storage;

namespace Wireroom.Newsroom.Desk.Queue;

/// <summary>The queue: newest arrivals first, for ever.</summary>
public static class QueueEndpoints
{
    /// <summary>Rows on a page.</summary>
    public const int RowsOnAPage = 100;

    /// <summary>Rows that the script is given at a time.</summary>
    public const int RowsAtATime = 500;

    private const int MostAlike = 12;

    /// <summary><c>/desk</c> and <c>/desk/live</c>.</summary>
    public static void MapQueue(this RouteGroupBuilder desk)
    {
        desk.MapGet("", ShowAsync).Needs(Right.Read);
        desk.MapPost("/views", KeepViewAsync).Needs(Right.Own, "keep a view", "name", "address", "shared");
        desk.MapPost("/views/{number}/forget", ForgetViewAsync).Needs(Right.Own, "forget a view");
        desk.MapGet("/story/{id}/alike", AlikeAsync).Needs(Right.Triage);
        desk.MapGet("/live", LiveQueue.StreamAsync).Needs(Right.Read);
    }

    private static async Task<IResult> ShowAsync(HttpContext context, DeskPages pages, Store store)
    {
        var cancel = context.RequestAborted;
        var view = QueueView.Read(context.Request.Query);
        if (DeskPages.WantsJson(context))
            return await MoreAsync(context, view, pages, store);
        var rows = await store.QueueAsync(view.Filter(context.PersonName()), RowsOnAPage + 1, cancel);
        var page = rows.Count > RowsOnAPage ? [.. rows.Take(RowsOnAPage)] : rows;
        var frame = await pages.FrameAsync(context, "Queue", KeyScope.Queue);
        return DeskPages.Show(QueuePage.Create(new QueueModel
        {
            Frame = frame,
            View = view,
            Rows = page,
            Older = rows.Count > RowsOnAPage ? view with { Before = page[^1].Key } : null,
            Names = await NamesAsync(store, cancel),
            Present = await PresentAsync(store, cancel),
            Views = await store.ViewsAsync(context.PersonId(), cancel),
            Me = context.PersonId(),
            Compact = context.Request.Cookies["wireroom.rows"] == "compact",
        }));
    }

    /// <summary>Rows for the script, which loads on as somebody reads on, and rows as facts for a program.</summary>
    private static async Task<IResult> MoreAsync(HttpContext context, QueueView view, DeskPages pages, Store store)
    {
        var cancel = context.RequestAborted;
        var rows = await store.QueueAsync(view.Filter(context.PersonName()), RowsAtATime + 1, cancel);
        var page = rows.Take(RowsAtATime).ToList();
        var (names, time, present, rights) = (await NamesAsync(store, cancel), await pages.TimeAsync(cancel), await PresentAsync(store, cancel), context.Rights());
        var html = new System.Text.StringBuilder();
        foreach (var row in page)
            html.Append(await DeskPages.HtmlAsync(Row.Create(new RowModel(row, names, time, context.RightsOver(row, rights)) { Present = [.. present[row.Story.Value]] }), cancel));
        return Results.Json(new
        {
            html = html.ToString(),
            next = rows.Count > RowsAtATime ? (view with { Before = page[^1].Key }).Address() : null,
            stories = page.Select(row => new
            {
                story = row.Story.ToString(), state = row.State.ToString().ToLowerInvariant(), headline = row.Headline, slugline = row.Slugline, section = row.Section, language = row.Language,
                urgency = row.Urgency, credit = row.Credit, words = row.Words, arrived = row.ArrivedAt, takenBy = row.TakenBy, version = row.HeadVersion, onHold = row.OnHold,
            }),
        });
    }

    private static async Task<IResult> KeepViewAsync(HttpContext context, DeskPages pages, Store store)
    {
        var form = context.Request.Form;
        var (name, address) = (form["name"].ToString().Trim(), form["address"].ToString());
        if (name.Length is 0 or > 60)
            return await pages.MessageAsync(context, StatusCodes.Status400BadRequest, "Not kept", "Give the view a name of at most 60 characters.");
        // Only what the queue itself reads of it is kept.
        var query = new QueryCollection(Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(address.Contains('?', StringComparison.Ordinal) ? address[address.IndexOf('?', StringComparison.Ordinal)..] : ""));
        var view = (QueueView.Read(query) with { Before = null }).Address();
        await store.KeepViewAsync(context.PersonId(), name, view, form["shared"] == "1", context.RequestAborted);
        return Results.Redirect(view);
    }

    private static async Task<IResult> ForgetViewAsync(HttpContext context, string number, Store store)
    {
        if (long.TryParse(number, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var id))
            await store.ForgetViewAsync(context.PersonId(), id, context.RequestAborted);
        return Results.Redirect(DeskPages.Referer(context));
    }

    /// <summary>Stories that this one may be the same as: those that hold its words, or the words that are looked for.</summary>
    private static async Task<IResult> AlikeAsync(HttpContext context, string id, DeskPages pages, Store store)
    {
        var cancel = context.RequestAborted;
        if (await Story.StoryEndpoints.FindRowAsync(store, id, cancel) is not { } story)
            return await Story.StoryEndpoints.NoSuchStoryAsync(context, pages);
        var asked = context.Request.Query["q"].ToString().Trim();
        var rows = asked.Length == 0 && story.Copies > 0 ? (await store.CopiesAsync(story.Story, cancel)).Select(copy => copy.Row).ToList() : [];
        var words = asked.Length > 0 ? asked : story.Slugline.Length > 0 ? story.Slugline : string.Join(' ', story.Headline.Split(' ').Take(2));
        rows.AddRange(await store.QueueAsync(new QueueFilter { Words = words }, MostAlike, cancel));
        var (names, time) = (await NamesAsync(store, cancel), await pages.TimeAsync(cancel));
        return Results.Json(rows.Where(row => row.Story != story.Story).DistinctBy(row => row.Story).Take(MostAlike).Select(row => new
        {
            story = row.Story.ToString(),
            headline = Story.StoryEndpoints.Title(row),
            about = $"{(row.Source.Length > 0 ? names.Source(row.Source) : "own")}, {time.Short(row.ArrivedAt)}, {row.State.ToString().ToLowerInvariant()}",
        }));
    }

    /// <summary>Who is in which story now.</summary>
    public static async Task<ILookup<long, string>> PresentAsync(Store store, CancellationToken cancel) =>
        (await store.PresentAsync(cancel)).Select(one => (one.Story.Value, one.Name)).Distinct().ToLookup(one => one.Value, one => one.Name);

    /// <summary>The names of sections, sources and desks.</summary>
    public static async Task<QueueNames> NamesAsync(Store store, CancellationToken cancel) => new(await store.HouseAsync(cancel));
}

/// <summary>Sections, sources and desks by their names for people.</summary>
public sealed record QueueNames(HouseFacts House)
{
    /// <summary>The sections in their order.</summary>
    public IReadOnlyList<Section> Sections => House.Sections;

    /// <summary>Every source, by name.</summary>
    public IReadOnlyList<Source> Sources => House.Sources;

    /// <summary>The desks in their order.</summary>
    public IReadOnlyList<NewsDesk> Desks => House.Desks;

    /// <summary>The section's name, or its slug where it is gone.</summary>
    public string Section(string slug) => House.Names.Sections.GetValueOrDefault(slug, slug);

    /// <summary>The desk's name, or its slug where it is gone; empty for none.</summary>
    public string Desk(string slug) => House.Names.Desks.GetValueOrDefault(slug, slug);

    /// <summary>The source's name, or its slug where it is gone.</summary>
    public string Source(string slug) => House.Names.Sources.GetValueOrDefault(slug, slug);
}

/// <summary>A page of the queue.</summary>
public sealed record QueueModel
{
    /// <summary>The frame.</summary>
    public required FrameModel Frame { get; init; }

    /// <summary>Which view.</summary>
    public required QueueView View { get; init; }

    /// <summary>The rows.</summary>
    public required IReadOnlyList<QueueRow> Rows { get; init; }

    /// <summary>The view of what is older, or null.</summary>
    public required QueueView? Older { get; init; }

    /// <summary>Names of sections and sources.</summary>
    public required QueueNames Names { get; init; }

    /// <summary>Who is in which story now.</summary>
    public required ILookup<long, string> Present { get; init; }

    /// <summary>The kept views.</summary>
    public required IReadOnlyList<KeptView> Views { get; init; }

    /// <summary>The number of whoever looks.</summary>
    public required long Me { get; init; }

    /// <summary>True for the 32-pixel rows.</summary>
    public required bool Compact { get; init; }
}

/// <summary>One row as a slice.</summary>
public sealed record RowModel(QueueRow Row, QueueNames Names, DeskTime Time, IReadOnlySet<Right> Rights)
{
    /// <summary>Names of those who are in the story now.</summary>
    public IReadOnlyList<string> Present { get; init; } = [];

    /// <summary>True where whoever looks has the right.</summary>
    public bool May(Right right) => Rights.Contains(right);
}
