using Wireroom.Newsroom.Desk.Access;
using Wireroom.Newsroom.Desk.Frame;
using Wireroom.Newsroom.Desk.Keys;
using Wireroom.Storage;

namespace Wireroom.Newsroom.Desk.Queue;

/// <summary>The queue: newest arrivals first, for ever.</summary>
public static class QueueEndpoints
{
    /// <summary>Rows on a page.</summary>
    public const int RowsOnAPage = 100;

    /// <summary><c>/desk</c> and <c>/desk/live</c>.</summary>
    public static void MapQueue(this RouteGroupBuilder desk)
    {
        desk.MapGet("", ShowAsync).Needs(Right.Read);
        desk.MapGet("/live", LiveQueue.StreamAsync).Needs(Right.Read);
    }

    private static async Task<IResult> ShowAsync(HttpContext context, DeskPages pages, Store store)
    {
        var cancel = context.RequestAborted;
        var view = QueueView.Read(context.Request.Query);
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
            Compact = context.Request.Cookies["wireroom.rows"] == "compact",
        }));
    }

    /// <summary>The names of sections, sources and desks.</summary>
    public static async Task<QueueNames> NamesAsync(Store store, CancellationToken cancel)
    {
        var house = await store.HouseAsync(cancel);
        return new QueueNames(house.Sections, house.Sources, house.Desks);
    }
}

/// <summary>Sections, sources and desks by their names for people.</summary>
public sealed record QueueNames(IReadOnlyList<Section> Sections, IReadOnlyList<Source> Sources, IReadOnlyList<NewsDesk> Desks)
{
    /// <summary>The section's name, or its slug where it is gone.</summary>
    public string Section(string slug) => Sections.FirstOrDefault(section => section.Slug == slug)?.Name ?? slug;

    /// <summary>The desk's name, or its slug where it is gone; empty for none.</summary>
    public string Desk(string slug) => Desks.FirstOrDefault(desk => desk.Slug == slug)?.Name ?? slug;

    /// <summary>The source's name, or its slug where it is gone.</summary>
    public string Source(string slug) => Sources.FirstOrDefault(source => source.Slug == slug)?.Name ?? slug;
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

    /// <summary>True for the 32-pixel rows.</summary>
    public required bool Compact { get; init; }
}

/// <summary>One row as a slice.</summary>
public sealed record RowModel(QueueRow Row, QueueNames Names, DeskTime Time, IReadOnlySet<Right> Rights)
{
    /// <summary>True where whoever looks has the right.</summary>
    public bool May(Right right) => Rights.Contains(right);
}
