using System.Globalization;
using Wireroom.Newsroom.Desk.Frame;
using Wireroom.Newsroom.Desk.Queue;
using Wireroom.Storage;
using Wireroom.Stories;

namespace Wireroom.Newsroom.Desk.Sources;

/// <summary>The sources of wires: how each stands, and adding, pausing and removing them.</summary>
public static class SourceEndpoints
{
    private const int LargestUpload = 32 * 1024 * 1024;

    /// <summary><c>/desk/sources</c>.</summary>
    public static void MapSources(this RouteGroupBuilder desk)
    {
        desk.MapGet("/sources", (HttpContext context, DeskPages pages, Store store) => ShowAsync(context, pages, store));
        desk.MapPost("/sources", SaveAsync);
        desk.MapPost("/sources/{slug}/pause", PauseAsync);
        desk.MapPost("/sources/{slug}/remove", RemoveAsync);
        desk.MapPost("/sources/upload", UploadAsync);
    }

    private static async Task<IResult> ShowAsync(HttpContext context, DeskPages pages, Store store, string fault = "", string said = "")
    {
        var cancel = context.RequestAborted;
        var sources = await store.SourcesAsync(cancel);
        var states = new List<SourceLine>();
        foreach (var source in sources)
            states.Add(new SourceLine(source, source.Kind is SourceKind.Feed ? await store.PollStateAsync(source.Slug, cancel) : null));
        var only = context.Request.Query["source"].ToString();
        var model = new SourcesModel
        {
            Frame = await pages.FrameAsync(context, "Sources") with { Said = said },
            Sources = states,
            Arrivals = await store.ArrivalsAsync(only.Length > 0 ? only : null, 50, cancel),
            Names = await QueueEndpoints.NamesAsync(store, cancel),
            CanUpload = context.RequestServices.GetService<DeskIntake>() is not null,
            Fault = fault,
            Only = only,
        };
        return DeskPages.Show(SourcesPage.Create(model), fault.Length > 0 ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK);
    }

    private static async Task<IResult> SaveAsync(HttpContext context, DeskPages pages, Store store)
    {
        var form = context.Request.Form;
        var name = form["name"].ToString().Trim();
        var kind = form["kind"] == "folder" ? SourceKind.Folder : SourceKind.Feed;
        var address = form["address"].ToString().Trim();
        if (WhatIsWrong(name, kind, address) is { } fault)
            return await ShowAsync(context, pages, store, fault);
        var slug = Slug.Of(name);
        if (slug.Length == 0)
            return await ShowAsync(context, pages, store, "Give a name with at least one letter or digit.");
        if (await store.FindSourceAsync(slug, context.RequestAborted) is not null)
            return await ShowAsync(context, pages, store, $"There is a source \"{slug}\" already; choose another name.");
        await store.SaveSourceAsync(
            new Source
            {
                Slug = slug,
                Name = name,
                Kind = kind,
                Address = address,
                Credit = form["credit"].ToString().Trim(),
                Section = form["section"].ToString().Trim(),
                Language = form["language"].ToString().Trim(),
                IntervalSeconds = int.TryParse(form["minutes"], NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) ? Math.Clamp(minutes, 1, 1440) * 60 : 300,
            },
            context.RequestAborted);
        return Results.Redirect("/desk/sources");
    }

    private static string? WhatIsWrong(string name, SourceKind kind, string address) => name.Length is 0 or > 80 ? "Give the source a name of at most 80 characters."
        : address.Length is 0 or > 2000 ? "Give the address of the feed, or the path of the folder."
        : kind is SourceKind.Feed && !(Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https") ? "A feed's address begins with http:// or https://."
        : kind is SourceKind.Feed && Uri.TryCreate(address, UriKind.Absolute, out var withUser) && withUser.UserInfo.Length > 0 ? "A feed's address must not hold a name or password."
        : kind is SourceKind.Folder && !Path.IsPathFullyQualified(address) ? "A folder's path begins at the root: it must not depend on where the program was started."
        : null;

    private static async Task<IResult> PauseAsync(HttpContext context, string slug, DeskPages pages, Store store)
    {
        if (await store.FindSourceAsync(slug, context.RequestAborted) is not { } source)
            return await ShowAsync(context, pages, store, "There is no such source.");
        await store.SaveSourceAsync(source with { Paused = context.Request.Form["pause"] == "1" }, context.RequestAborted);
        return Results.Redirect("/desk/sources");
    }

    private static async Task<IResult> RemoveAsync(HttpContext context, string slug, DeskPages pages, Store store)
    {
        if (context.Request.Form["sure"] != "1")
            return await ShowAsync(context, pages, store, "Tick the box to remove the source; what it sent stays.");
        await store.RemoveSourceAsync(slug, context.RequestAborted);
        return Results.Redirect("/desk/sources");
    }

    private static async Task<IResult> UploadAsync(HttpContext context, DeskPages pages, Store store)
    {
        if (context.RequestServices.GetService<DeskIntake>() is not { } intake)
            return await ShowAsync(context, pages, store, "This newsroom takes no uploads.");
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
            ? await ShowAsync(context, pages, store, "Choose a file to upload.")
            : await ShowAsync(context, pages, store, said: string.Join(" ", said));
    }
}

/// <summary>A source and how its polling stands.</summary>
public sealed record SourceLine(Source Source, PollState? Poll);

/// <summary>The page of sources.</summary>
public sealed record SourcesModel
{
    /// <summary>The frame.</summary>
    public required FrameModel Frame { get; init; }

    /// <summary>Every source.</summary>
    public required IReadOnlyList<SourceLine> Sources { get; init; }

    /// <summary>The last arrivals.</summary>
    public required IReadOnlyList<Arrival> Arrivals { get; init; }

    /// <summary>Names of sections and sources.</summary>
    public required QueueNames Names { get; init; }

    /// <summary>True where files can be uploaded.</summary>
    public required bool CanUpload { get; init; }

    /// <summary>What went wrong, or empty.</summary>
    public required string Fault { get; init; }

    /// <summary>The source whose arrivals are shown, or empty for all.</summary>
    public required string Only { get; init; }
}
