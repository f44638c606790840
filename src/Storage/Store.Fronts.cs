using Wireroom.Stories;

namespace Wireroom.Storage;

public sealed partial class Store
{
    /// <summary>Stories on a front's list at most.</summary>
    public const int MostFrontPlaces = 40;

    /// <summary>What was chosen for a front, the newest choice first; empty where nobody has chosen.</summary>
    public Task<IReadOnlyList<FrontChoice>> FrontChoicesAsync(string front, int count, CancellationToken cancel) => ReadAsync<IReadOnlyList<FrontChoice>>(
        async reading => [.. (await reading.ListAsync<FrontColumns>(
            $"select * from fronts where front = @front order by number desc limit {count}", new { front })).Select(row => row.ToChoice())],
        cancel);

    /// <summary>Makes a new choice for a front. An empty list gives it back to the automatic order.</summary>
    /// <param name="front">The section's slug; empty for the front page.</param>
    /// <param name="basis">The number of the choice that the editor began from.</param>
    /// <param name="places">The stories.</param>
    /// <param name="by">Who chooses.</param>
    /// <param name="cancel">Ends it.</param>
    /// <exception cref="MoveRefusedException">Somebody else has chosen since, or the list is no list.</exception>
    public Task<FrontChoice> ChooseFrontAsync(string front, int basis, IReadOnlyList<FrontPlace> places, string by, CancellationToken cancel) => WriteAsync(
        async writing =>
        {
            if (places.Count > MostFrontPlaces)
                throw new MoveRefusedException($"A front holds at most {MostFrontPlaces} chosen stories; take some off.");
            if (places.DistinctBy(place => place.Story).Count() < places.Count)
                throw new MoveRefusedException("A story stands twice on the list.");
            if (places.Any(place => place.Pin < 0 || place.Pin > MostFrontPlaces))
                throw new MoveRefusedException($"A story is pinned to a place from 1 to {MostFrontPlaces}.");
            var last = await writing.FirstAsync<FrontColumns>("select * from fronts where front = @front order by number desc limit 1", new { front });
            if ((last?.Number ?? 0) != basis)
                throw new MoveRefusedException($"{last?.Made_By ?? "Somebody"} has changed this front since you opened it. Load the page again; nothing was changed.");
            var choice = new FrontChoice(front, basis + 1, places, by, clock.GetUtcNow());
            await writing.RunAsync(
                "insert into fronts (front, number, places, made_by, made_at) values (@front, @Number, @places, @by, @Now)",
                new { front, choice.Number, places = FrontColumns.Write(places), by, Now });
            writing.Ring(RingKind.Released, keys: SurrogateKeys.Front(front));
            return choice;
        },
        cancel);

    /// <summary>The fronts whose list holds the story.</summary>
    private static async Task<IEnumerable<string>> FrontsOfAsync(Writing writing, StoryId story)
    {
        var rows = await writing.ListAsync<FrontColumns>(
            "select * from fronts where number = (select max(newer.number) from fronts newer where newer.front = fronts.front) and places like @held", new { held = $"%{story}%" });
        return rows.Select(row => row.Front);
    }
}

/// <summary>A row of the table of fronts. Its places are a line of text: the story, and behind a colon the place that it is pinned to.</summary>
internal sealed class FrontColumns
{
    public string Front { get; init; } = "";

    public int Number { get; init; }

    public string Places { get; init; } = "";

    public string Made_By { get; init; } = "";

    public long Made_At { get; init; }

    public static string Write(IEnumerable<FrontPlace> places) => string.Join(' ', places.Select(place => place.Pin == 0 ? $"{place.Story}" : $"{place.Story}:{place.Pin}"));

    public static IReadOnlyList<FrontPlace> Read(string places) => [.. places.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(place =>
    {
        var parts = place.Split(':');
        return StoryId.TryParse(parts[0], out var story)
            ? new FrontPlace(story, parts.Length > 1 ? int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture) : 0)
            : throw new StoreException($"The table of fronts holds \"{place}\", which is no story.");
    })];

    public FrontChoice ToChoice() => new(Front, Number, Read(Places), Made_By, DateTimeOffset.FromUnixTimeMilliseconds(Made_At));
}
