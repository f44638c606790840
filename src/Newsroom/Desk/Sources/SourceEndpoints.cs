using System.Security.Cryptography;
using Wireroom.Newsroom.Desk.Access;
using Wireroom.Newsroom.Desk.Frame;
using Wireroom.Newsroom.Desk.Queue;
using Wireroom.Newsroom.Desk.SignIn;
using Wireroom.Storage;

namespace Wireroom.Newsroom.Desk.Sources;

/// <summary>The sources of wires: how each does; trying, adding, changing, pausing and removing them.</summary>
public static class SourceEndpoints
{
    /// <summary><c>/desk/sources</c> and what hangs on it.</summary>
    public static void MapSources(this RouteGroupBuilder desk)
    {
        desk.MapGet("/sources", (HttpContext context, DeskPages pages, Store store) => ShowAllAsync(context, pages, store)).Needs(Right.Read);
        desk.MapPost("/sources", SaveNewAsync).Needs(Right.Sources, "add a source", "name", "kind", "address", "goes-out", "follows", "do");
        desk.MapGet("/sources/new", (HttpContext context, DeskPages pages, Store store) => ShowNewAsync(context, pages, store, Blank)).Needs(Right.Sources);
        desk.MapGet("/source/{slug}", ShowAsync).Needs(Right.Read);
        desk.MapPost("/source/{slug}", SaveAsync).Needs(Right.Sources, "change a source", "name", "kind", "address", "goes-out", "follows", "do");
        desk.MapPost("/source/{slug}/pause", PauseAsync).Needs(Right.Sources, "pause or resume a source", "pause");
        desk.MapPost("/source/{slug}/remove", RemoveAsync).Needs(Right.Sources, "remove a source");
        desk.MapArrivals();
        desk.MapOpml();
    }

    private const string LoginIsNotSent = "The address names another server, and the login that is kept was not sent there. Type the login again if the new server needs one.";
    private const string LoginIsGone = "The address names another server now, so the login for the old one is forgotten. Type the login again if the new server needs one.";

    private static Source Blank => new() { Slug = "", Name = "", Kind = SourceKind.Feed };

    /// <summary>The page of all sources.</summary>
    internal static async Task<IResult> ShowAllAsync(HttpContext context, DeskPages pages, Store store, string fault = "", string said = "")
    {
        var cancel = context.RequestAborted;
        var health = await store.HealthAsync(cancel);
        var lines = new List<SourceLine>();
        foreach (var source in await store.SourcesAsync(cancel))
            lines.Add(new SourceLine(source, await store.PollStateAsync(source.Slug, cancel), health.GetValueOrDefault(source.Slug)));
        var frame = await pages.FrameAsync(context, "Sources") with { Said = said };
        var model = new SourcesModel
        {
            Frame = frame,
            Sources = lines,
            Arrivals = await ArrivalEndpoints.ListAsync(context, store, frame.Time, null, "/desk/sources"),
            CanUpload = context.RequestServices.GetService<DeskIntake>() is not null,
            Fault = fault,
        };
        return DeskPages.Show(SourcesPage.Create(model), fault.Length > 0 ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK);
    }

    private static async Task<IResult> ShowNewAsync(HttpContext context, DeskPages pages, Store store, Source source, SourceTrial? trial = null, string fault = "")
    {
        var model = new SourceModel
        {
            Frame = await FrameAsync(context, pages, "Add a source"),
            Source = source,
            IsNew = true,
            Trial = trial,
            Names = await QueueEndpoints.NamesAsync(store, context.RequestAborted),
            MayTrust = context.May(Right.Settings),
            Fault = fault,
        };
        return DeskPages.Show(SourcePage.Create(model), fault.Length > 0 ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK);
    }

    private static async Task<IResult> ShowAsync(HttpContext context, string slug, DeskPages pages, Store store) =>
        await store.FindSourceAsync(slug, context.RequestAborted) is { } source
            ? await ShowSavedAsync(context, pages, store, source, said: context.Request.Query["login"] == "gone" ? LoginIsGone : "")
            : await NoSuchSourceAsync(context, pages);

    private static async Task<IResult> ShowSavedAsync(
        HttpContext context, DeskPages pages, Store store, Source source, SourceTrial? trial = null, string fault = "", string newKey = "", string said = "")
    {
        var cancel = context.RequestAborted;
        var frame = await FrameAsync(context, pages, source.Name) with { Said = said };
        var health = await store.HealthAsync(cancel);
        var model = new SourceModel
        {
            Frame = frame,
            Source = source,
            IsNew = false,
            Trial = trial,
            Line = new SourceLine(source, await store.PollStateAsync(source.Slug, cancel), health.GetValueOrDefault(source.Slug)),
            Arrivals = await ArrivalEndpoints.ListAsync(context, store, frame.Time, source.Slug, $"/desk/source/{source.Slug}"),
            Names = await QueueEndpoints.NamesAsync(store, cancel),
            MayTrust = context.May(Right.Settings),
            Fault = fault,
            NewKey = newKey,
        };
        return DeskPages.Show(SourcePage.Create(model), fault.Length > 0 ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK);
    }

    /// <summary>Tries a new source, or saves it, by the button that was pressed.</summary>
    private static async Task<IResult> SaveNewAsync(HttpContext context, DeskPages pages, Store store, DeskSources sources)
    {
        var (form, cancel) = (context.Request.Form, context.RequestAborted);
        var typed = SourceForm.Read(form, null, context.May(Right.Settings));
        if (form["do"] == "try")
        {
            var named = typed.Source.Name.Length > 0 ? typed : typed with { Source = typed.Source with { Name = "new" } };
            if (named.WhatIsWrong() is { } wrong)
                return await ShowNewAsync(context, pages, store, typed.Source, fault: wrong);
            var trial = await sources.Try(typed.Sealed(sources), cancel);
            var source = typed.Source with { Name = typed.Source.Name.Length > 0 ? typed.Source.Name : trial.Title };
            return await ShowNewAsync(context, pages, store, source, trial);
        }

        var fault = typed.WhatIsWrong()
            ?? (await store.FindSourceAsync(typed.Source.Slug, cancel) is not null ? $"There is a source \"{typed.Source.Slug}\" already; choose another name." : null);
        if (fault is not null)
            return await ShowNewAsync(context, pages, store, typed.Source, fault: fault);
        var key = typed.Source.Kind is SourceKind.Push ? NewKey() : "";
        var saved = key.Length > 0 ? typed.Source with { Secret = sources.Seal("", "", key) } : typed.Sealed(sources);
        await store.SaveSourceAsync(saved, cancel);
        return key.Length > 0 ? await ShowSavedAsync(context, pages, store, saved, newKey: key) : Results.Redirect($"/desk/source/{saved.Slug}");
    }

    /// <summary>Tries a source as changed, saves it, or makes it a new key, by the button that was pressed.</summary>
    private static async Task<IResult> SaveAsync(HttpContext context, string slug, DeskPages pages, Store store, DeskSources sources)
    {
        var (form, cancel) = (context.Request.Form, context.RequestAborted);
        if (await store.FindSourceAsync(slug, cancel) is not { } before)
            return await NoSuchSourceAsync(context, pages);
        if (form["do"] == "key")
        {
            var key = NewKey();
            await store.SaveSourceAsync(before with { Secret = sources.Seal("", "", key) }, cancel);
            return await ShowSavedAsync(context, pages, store, before, newKey: key);
        }

        var typed = SourceForm.Read(form, before, context.May(Right.Settings));
        var after = typed.Sealed(sources);
        var isGone = typed.LosesLogin && after.Secret is null;
        if (typed.WhatIsWrong() is { } fault)
            return await ShowSavedAsync(context, pages, store, typed.Source, fault: fault);
        if (form["do"] == "try")
            return await ShowSavedAsync(context, pages, store, typed.Source, await sources.Try(after, cancel), said: isGone ? LoginIsNotSent : "");
        await store.SaveSourceAsync(after, cancel);
        return Results.Redirect($"/desk/source/{slug}{(isGone ? "?login=gone" : "")}");
    }

    private static async Task<IResult> PauseAsync(HttpContext context, string slug, DeskPages pages, Store store)
    {
        if (await store.FindSourceAsync(slug, context.RequestAborted) is not { } source)
            return await NoSuchSourceAsync(context, pages);
        await store.SaveSourceAsync(source with { Paused = context.Request.Form["pause"] == "1" }, context.RequestAborted);
        return Results.Redirect(DeskPages.Referer(context));
    }

    private static async Task<IResult> RemoveAsync(HttpContext context, string slug, DeskPages pages, Store store)
    {
        if (context.Request.Form["sure"] != "1")
            return await ShowAllAsync(context, pages, store, "Tick the box to remove the source; what it sent stays.");
        await store.RemoveSourceAsync(slug, context.RequestAborted);
        return Results.Redirect("/desk/sources");
    }

    private static async Task<FrameModel> FrameAsync(HttpContext context, DeskPages pages, string title) => await pages.FrameAsync(context, title) with { Place = "sources" };

    private static Task<IResult> NoSuchSourceAsync(HttpContext context, DeskPages pages) =>
        pages.MessageAsync(context, StatusCodes.Status404NotFound, "No such source", "There is no source at this address.");

    private static string NewKey() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
}
