using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using Wireroom.Newsroom.Desk.Access;
using Wireroom.Newsroom.Desk.Frame;
using Wireroom.Storage;
using Wireroom.Stories;

namespace Wireroom.Newsroom.Desk.Log;

/// <summary>The log: who did what, when, from where. It is searched and never changed.</summary>
public static class LogEndpoints
{
    private const int LinesOnAPage = 100;

    /// <summary><c>/desk/log</c>: a page, or JSON for a program.</summary>
    public static void MapLog(this RouteGroupBuilder desk) => desk.MapGet("/log", ShowAsync).Needs(Right.Log);

    private static async Task<IResult> ShowAsync(HttpContext context, DeskPages pages, Store store)
    {
        var cancel = context.RequestAborted;
        var view = LogView.Read(context.Request.Query);
        var time = await pages.TimeAsync(cancel);
        var lines = await store.TrailAsync(view.Filter(time), LinesOnAPage + 1, cancel);
        if (DeskPages.WantsJson(context))
            return Results.Json(lines.Take(LinesOnAPage).Select(line => new { id = line.Id.ToString(CultureInfo.InvariantCulture), at = line.At, who = line.Who, from = line.From, what = line.What, story = line.Story?.ToString(), detail = line.Detail }));
        var page = lines.Take(LinesOnAPage).ToList();
        var people = (await store.PeopleAsync(cancel)).Select(person => person.Name).ToList();
        return DeskPages.Show(LogPage.Create(new LogModel(
            await pages.FrameAsync(context, "Log"), view, page, people, lines.Count > LinesOnAPage ? view with { Before = page[^1].Id } : null)));
    }
}

/// <summary>A view of the log; its address is its only form.</summary>
public sealed record LogView
{
    /// <summary>Words looked for.</summary>
    public string Words { get; init; } = "";

    /// <summary>Name of who did it.</summary>
    public string Who { get; init; } = "";

    /// <summary>The story's number as its address has it, or empty.</summary>
    public string Story { get; init; } = "";

    /// <summary>The first day, or empty.</summary>
    public string From { get; init; } = "";

    /// <summary>The last day, or empty.</summary>
    public string To { get; init; } = "";

    /// <summary>The line below which the page begins.</summary>
    public long? Before { get; init; }

    /// <summary>Reads an address.</summary>
    public static LogView Read(IQueryCollection query) => new()
    {
        Words = Text(query["q"]), Who = Text(query["who"]), Story = Text(query["story"]), From = Text(query["from"]), To = Text(query["to"]),
        Before = long.TryParse(query["before"], NumberStyles.None, CultureInfo.InvariantCulture, out var before) ? before : null,
    };

    /// <summary>The view's address.</summary>
    public string Address()
    {
        var query = new QueryBuilder();
        (string, string)[] fields = [("q", Words), ("who", Who), ("story", Story), ("from", From), ("to", To), ("before", Before?.ToString(CultureInfo.InvariantCulture) ?? "")];
        foreach (var (name, value) in fields.Where(field => field.Item2.Length > 0))
            query.Add(name, value);
        return "/desk/log" + query.ToQueryString();
    }

    /// <summary>The view as the store understands it. A day that cannot be read asks for nothing.</summary>
    public TrailFilter Filter(DeskTime time) => new()
    {
        Words = Words,
        Who = Who,
        Story = StoryId.TryParse(Story, out var story) ? story : null,
        Since = time.FromField(From + "T00:00"),
        Until = DateOnly.TryParseExact(To, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day < DateOnly.MaxValue ? time.FromField($"{day.AddDays(1):yyyy-MM-dd}T00:00") : null,
        Before = Before,
    };

    private static string Text(string? value) => value is null ? "" : value.Length > 200 ? value[..200].Trim() : value.Trim();
}

/// <summary>A page of the log.</summary>
public sealed record LogModel(FrameModel Frame, LogView View, IReadOnlyList<TrailLine> Lines, IReadOnlyList<string> People, LogView? Older);
