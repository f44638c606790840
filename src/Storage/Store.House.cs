using Wireroom.Stories.Routing;

namespace Wireroom.Storage;

/// <summary>What an arrival must know of the house: its sources, sections, desks, language and rules.</summary>
public sealed class HouseFacts
{
    private readonly Dictionary<string, Source> bySlug;

    internal HouseFacts(string stamp, IReadOnlyList<Source> sources, IReadOnlyList<Section> sections, IReadOnlyList<NewsDesk> desks, Masthead masthead, RoutingPlan routing)
    {
        (Stamp, Sources, Sections, Desks, Language, Routing) = (stamp, sources, sections, desks, masthead.Language, routing);
        Zone = TimeZoneInfo.TryFindSystemTimeZoneById(masthead.TimeZone, out var zone) ? zone : TimeZoneInfo.Utc;
        bySlug = sources.ToDictionary(source => source.Slug, StringComparer.Ordinal);
        Names = new RoutingNames(
            sources.ToDictionary(source => source.Slug, source => source.Name, StringComparer.Ordinal),
            sections.ToDictionary(section => section.Slug, section => section.Name, StringComparer.Ordinal),
            desks.ToDictionary(desk => desk.Slug, desk => desk.Name, StringComparer.Ordinal));
    }

    /// <summary>Every source, by name.</summary>
    public IReadOnlyList<Source> Sources { get; }

    /// <summary>The sections in their order.</summary>
    public IReadOnlyList<Section> Sections { get; }

    /// <summary>The desks in their order.</summary>
    public IReadOnlyList<NewsDesk> Desks { get; }

    /// <summary>The house's own language.</summary>
    public string Language { get; }

    /// <summary>The zone of the house's clocks.</summary>
    public TimeZoneInfo Zone { get; }

    /// <summary>The rules in force.</summary>
    public RoutingPlan Routing { get; }

    /// <summary>Names for people, by short names.</summary>
    public RoutingNames Names { get; }

    /// <summary>The state of the database that this was read from.</summary>
    internal string Stamp { get; }

    /// <summary>The source of that slug; one that is not here any more, or never was, has nothing but its name.</summary>
    public Source Source(string slug) => bySlug.GetValueOrDefault(slug) ?? new Source { Slug = slug, Name = slug, Kind = SourceKind.Import };
}

public sealed partial class Store
{
    private volatile HouseFacts? house;

    /// <summary>
    /// What an arrival must know of the house. It is kept in memory, and the database is asked each time whether it has changed: there may be a thousand sources,
    /// and each arrival asks.
    /// </summary>
    public Task<HouseFacts> HouseAsync(CancellationToken cancel) => ReadAsync(
        async reading =>
        {
            var stamp = await House.FindAsync(reading, House.StampName) ?? "";
            return house is { } kept && kept.Stamp == stamp ? kept : house = await ReadHouseAsync(reading, stamp);
        },
        cancel);

    private static async Task<HouseFacts> ReadHouseAsync(Reading reading, string stamp)
    {
        var sources = (await reading.ListAsync<SourceColumns>("select * from sources order by name, slug")).Select(row => row.ToSource()).ToList();
        var routing = await House.RoutingAsync(reading, House.RoutingName) ?? new RoutingPlan();
        return new HouseFacts(stamp, sources, await House.SectionsAsync(reading), await House.DesksAsync(reading), await House.MastheadAsync(reading), routing);
    }
}
