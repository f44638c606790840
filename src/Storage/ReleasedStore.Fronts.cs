namespace Wireroom.Storage;

public sealed partial class ReleasedStore
{
    /// <summary>What the desk chose for a front and is out at this moment, in the desk's order: a story that was withdrawn, or waits for its time, is not among it.</summary>
    /// <param name="front">The section's slug; empty for the front page.</param>
    /// <param name="cancel">Ends it.</param>
    public Task<IReadOnlyList<ChosenStory>> ChosenAsync(string front, CancellationToken cancel) => ReadAsync(
        async (reading, now) => await reading.FirstAsync<string>("select places from fronts where front = @front order by number desc limit 1", new { front }) is { } places
            ? await ChosenAsync(reading, now, FrontColumns.Read(places))
            : [],
        cancel);

    /// <summary>What of those places is out at this moment: a choice that has not been made yet.</summary>
    public Task<IReadOnlyList<ChosenStory>> ChosenAsync(IReadOnlyList<FrontPlace> places, CancellationToken cancel) => ReadAsync((reading, now) => ChosenAsync(reading, now, places), cancel);

    private static async Task<IReadOnlyList<ChosenStory>> ChosenAsync(Reading reading, long now, IReadOnlyList<FrontPlace> places)
    {
        var chosen = new List<ChosenStory>(places.Count);
        foreach (var place in places)
        {
            if (await reading.FirstAsync<ReleaseColumns>($"select {RowColumns} from releases r {WithPicture} where r.story = @Value and {Visible}", new { now, place.Story.Value }) is { } row)
                chosen.Add(new ChosenStory(row.ToRow(now), place.Pin));
        }

        return chosen;
    }
}
