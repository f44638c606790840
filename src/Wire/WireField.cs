namespace Wireroom.Wire;

/// <summary>
/// The statements of an item by name, so that a writer can say which of them its format has no place for. The names stand in
/// fault codes (<c>lost-slugline</c>) and in the table of what each format keeps.
/// </summary>
public sealed record WireField(string Name, Func<WireItem, bool> IsSaid)
{
    /// <summary>Every statement of an item, in the order in which <see cref="WireItem"/> holds them.</summary>
    public static IReadOnlyList<WireField> All { get; } =
    [
        new("guid", item => item.Guid is not null),
        new("version", item => item.Version is not null),
        new("signal", item => item.Signal != WireSignal.New),
        new("pub-status", item => item.PubStatus is not (null or "usable")),
        new("kind", item => item.Kind != "text"),
        new("urgency", item => item.Urgency is not null),
        new("priority", item => item.Priority is not null),
        new("slugline", item => item.Slugline is not null),
        new("headlines", item => item.Headlines.Count > 0),
        new("standfirst", item => item.Standfirst is not null),
        new("descriptions", item => item.Descriptions.Count > 0),
        new("dateline", item => item.Dateline is not null),
        new("located", item => item.Located is not null),
        new("byline", item => item.Byline is not null),
        new("credit", item => item.Credit is not null),
        new("sources", item => item.Sources.Count > 0),
        new("provider", item => item.Provider is not null),
        new("sequence", item => item.Sequence is not null),
        new("take-key", item => item.TakeKey is not null),
        new("ed-note", item => item.EdNote is not null),
        new("embargo", item => item.Embargo is not null),
        new("created", item => item.Created is not null),
        new("content-created", item => item.ContentCreated is not null),
        new("version-created", item => item.VersionCreated is not null),
        new("published", item => item.Published is not null),
        new("language", item => item.Language is not null),
        new("genre", item => item.Genres.Count > 0),
        new("services", item => item.Services.Count > 0),
        new("alt-ids", item => item.AltIds.Count > 0),
        new("subjects", item => item.Subjects.Count > 0),
        new("people", item => item.People.Count > 0),
        new("organisations", item => item.Organisations.Count > 0),
        new("places", item => item.Places.Count > 0),
        new("keywords", item => item.Keywords.Count > 0),
        new("rights", item => item.Rights is not null),
        new("word-count", item => item.WordCount is not null),
        new("link", item => item.Link is not null),
        new("body", item => item.Body.Count > 0),
        new("media", item => item.Media.Count > 0),
        new("event", item => item.Event is not null),
        new("links", item => item.Links.Count > 0),
        new("guessed", item => item.Guessed.Count > 0),
        new("dropped", item => item.Dropped.Count > 0),
    ];
}
