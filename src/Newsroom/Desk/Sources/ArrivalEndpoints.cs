using System.Globalization;
using Wireroom.Newsroom.Desk.Access;
using Wireroom.Newsroom.Desk.Frame;
using Wireroom.Newsroom.Desk.Queue;
using Wireroom.Newsroom.Desk.Story;
using Wireroom.Storage;

namespace Wireroom.Newsroom.Desk.Sources;

/// <summary>The history of what arrived: each document, what was decided of its items, its bytes; and files that are brought by hand.</summary>
internal static class ArrivalEndpoints
{
    private const int OnAPage = 50;
    private const int LargestUpload = 32 * 1024 * 1024;

    public static void MapArrivals(this RouteGroupBuilder desk)
    {
        desk.MapGet("/arrival/{number}", ShowAsync).Needs(Right.Read);
        desk.MapGet("/arrival/{number}/raw", RawAsync).Needs(Right.Read);
        desk.MapPost("/sources/upload", UploadAsync).Needs(Right.Import, "bring in documents", "source");
    }

    /// <summary>A page of arrivals, newest first; the query's <c>before</c> asks for older ones.</summary>
    public static async Task<ArrivalsModel> ListAsync(HttpContext context, Store store, DeskTime time, string? source, string address)
    {
        var before = Number(context.Request.Query["before"]) ?? long.MaxValue;
        var rows = await store.ArrivalsBeforeAsync(source, before, OnAPage + 1, context.RequestAborted);
        var older = rows.Count > OnAPage ? string.Create(CultureInfo.InvariantCulture, $"{address}?before={rows[OnAPage - 1].Id}#arrivals") : "";
        return new ArrivalsModel([.. rows.Take(OnAPage)], await QueueEndpoints.NamesAsync(store, context.RequestAborted), time, older);
    }

    private static async Task<IResult> ShowAsync(HttpContext context, string number, DeskPages pages, Store store) =>
        await FindAsync(store, number, context.RequestAborted) is { } arrival
            ? DeskPages.Show(ArrivalPage.Create(new ArrivalModel(
                await pages.FrameAsync(context, $"Arrival: {arrival.Name}") with { Place = "sources" }, arrival, await QueueEndpoints.NamesAsync(store, context.RequestAborted))))
            : await NoSuchArrivalAsync(context, pages);

    /// <summary>The bytes as they came: to read as plain text, or with <c>?as=file</c> to keep. Nothing in them is ever run or followed.</summary>
    private static async Task<IResult> RawAsync(HttpContext context, string number, DeskPages pages, Store store)
    {
        if (await FindAsync(store, number, context.RequestAborted) is not { } arrival || await store.RawBytesAsync(arrival.Id, context.RequestAborted) is not { } bytes)
            return await NoSuchArrivalAsync(context, pages);
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        return context.Request.Query["as"] == "file"
            ? Results.File(bytes, "application/octet-stream", fileDownloadName: $"arrival-{arrival.Id}")
            : Results.Text(RawText.Of(bytes), "text/plain; charset=utf-8");
    }

    private static async Task<IResult> UploadAsync(HttpContext context, DeskPages pages, Store store)
    {
        if (context.RequestServices.GetService<DeskIntake>() is not { } intake)
            return await SourceEndpoints.ShowAllAsync(context, pages, store, "This newsroom takes no uploads.");
        var said = new List<string>();
        foreach (var file in context.Request.Form.Files)
        {
            if (file.Length > LargestUpload)
            {
                said.Add($"{file.FileName} is larger than {LargestUpload / 1024 / 1024} MB.");
                continue;
            }

            using var bytes = new MemoryStream((int)file.Length);
            await file.CopyToAsync(bytes, context.RequestAborted);
            var name = Path.GetFileName(file.FileName);
            said.Add($"{name}: {await intake.Arrive(new RawArrival("uploads", name, bytes.ToArray(), file.ContentType), context.RequestAborted)}");
        }

        return said.Count == 0
            ? await SourceEndpoints.ShowAllAsync(context, pages, store, "Choose a file to upload.")
            : await SourceEndpoints.ShowAllAsync(context, pages, store, said: string.Join(" ", said));
    }

    private static async Task<Arrival?> FindAsync(Store store, string number, CancellationToken cancel) =>
        Number(number) is { } id ? await store.FindArrivalAsync(id, cancel) : null;

    private static long? Number(string? text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static Task<IResult> NoSuchArrivalAsync(HttpContext context, DeskPages pages) =>
        pages.MessageAsync(context, StatusCodes.Status404NotFound, "No such arrival", "There is no arrival at this address, or its bytes are not kept any more.");
}
