using System.Text.Json;
using Wireroom.Wire.Html;

namespace Wireroom.Wire.NewsMl1;

/// <summary>Tells which statements of an item are not the same in another.</summary>
internal static class NewsMl1Check
{
    private static readonly (string Field, Func<WireItem, object?> Value)[] Statements =
    [
        ("guid", item => item.Guid), ("version", item => item.Version), ("signal", item => item.Signal), ("pub-status", item => item.PubStatus ?? "usable"), ("kind", item => item.Kind),
        ("urgency", item => item.Urgency), ("priority", item => item.Priority), ("slugline", item => item.Slugline), ("headlines", item => item.Headlines), ("standfirst", item => item.Standfirst),
        ("dateline", item => item.Dateline), ("located", item => item.Located), ("byline", item => item.Byline), ("credit", item => item.Credit), ("sources", item => item.Sources),
        ("provider", item => item.Provider), ("sequence", item => item.Sequence), ("take-key", item => item.TakeKey), ("ed-note", item => item.EdNote), ("embargo", item => item.Embargo?.Until),
        ("created", item => Time(item.Created)), ("version-created", item => Time(item.VersionCreated)), ("published", item => Time(item.Published)), ("language", item => item.Language),
        ("genre", item => item.Genres), ("descriptions", item => item.Descriptions), ("content-created", item => Time(item.ContentCreated)), ("services", item => item.Services), ("alt-ids", item => item.AltIds), ("subjects", item => item.Subjects), ("people", item => item.People), ("organisations", item => item.Organisations), ("places", item => item.Places),
        ("keywords", item => item.Keywords), ("rights", item => item.Rights), ("word-count", item => item.WordCount), ("link", item => item.Link), ("body", item => HtmlBody.Write(item.Body)),
        ("media", item => item.Media), ("event", item => item.Event), ("links", item => item.Links),
    ];

    internal static IEnumerable<string> Differences(WireItem one, WireItem other) =>
        Statements.Where(statement => JsonSerializer.Serialize(statement.Value(one)) != JsonSerializer.Serialize(statement.Value(other))).Select(statement => statement.Field);

    // The words of a time are the document's own; what it means is what counts.
    private static object? Time(WireTime? time) => time is null ? null : (object?)time.Instant ?? (object?)time.Local ?? time.AsSent;
}
