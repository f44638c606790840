using System.Globalization;
using Wireroom.Language.Clusters;
using Wireroom.Stories;

namespace Wireroom.Storage;

/// <summary>A story that holds the same copy as another, and how like the two are.</summary>
public sealed record LinkedCopy(QueueRow Row, Likeness Likeness);

public sealed partial class Store
{
    /// <summary>For how long a story is found as a copy of another.</summary>
    private static readonly TimeSpan CopiesWithin = TimeSpan.FromDays(3);

    private const int StoriesCleared = 50;

    /// <summary>
    /// The newest other stories of the last three days that have a band in common with the fingerprint; how like they are is the caller's to say.
    /// </summary>
    public Task<IReadOnlyList<StoryId>> LikelyCopiesAsync(StoryId story, Fingerprint print, int count, CancellationToken cancel) => ReadAsync<IReadOnlyList<StoryId>>(
        async reading =>
        {
            if (print.Bands.Count == 0)
                return [];
            // Numbers of our own: the databases want lists of values in different words.
            var bands = string.Join(", ", print.Bands.Select(band => band.ToString(CultureInfo.InvariantCulture)));
            var found = await reading.ListAsync<long>(
                $"select distinct story from likeness_bands where band in ({bands}) and story <> @Value and story >= @oldest order by story desc limit @count",
                new { story.Value, oldest = Oldest(), count });
            return [.. found.Select(value => new StoryId(value))];
        },
        cancel);

    /// <summary>
    /// Notes what the story is now found by, and the stories that hold the same copy. Links stay, and what was once
    /// word for word the same stays so: whatever was made of it since began with that copy.
    /// </summary>
    public Task LinkCopiesAsync(StoryId story, Fingerprint print, IReadOnlyList<(StoryId Other, Likeness Likeness)> copies, CancellationToken cancel) => WriteAsync(
        async writing =>
        {
            await writing.RunAsync("delete from likeness_bands where story = @Value", new { story.Value });
            if (print.Bands.Count > 0)
            {
                var rows = string.Join(", ", print.Bands.Distinct().Select(band => string.Create(CultureInfo.InvariantCulture, $"({band}, {story.Value})")));
                await writing.RunAsync($"insert into likeness_bands (band, story) values {rows}");
            }

            await writing.RunAsync(
                $"delete from likeness_bands where story in (select story from likeness_bands where story < @oldest order by story limit {StoriesCleared})", new { oldest = Oldest() });
            foreach (var (other, likeness) in copies)
            {
                await LinkAsync(writing, story, other, likeness);
                await LinkAsync(writing, other, story, likeness);
            }

            foreach (var changed in copies.Select(copy => copy.Other).Append(story).Where(_ => copies.Count > 0))
            {
                await writing.RunAsync("update stories set copies = (select count(*) from likenesses where story = @Value) where id = @Value", new { changed.Value });
                writing.Ring(RingKind.Queue, changed.Value);
            }
        },
        cancel);

    /// <summary>The stories that hold the same copy, newest arrival first.</summary>
    public Task<IReadOnlyList<LinkedCopy>> CopiesAsync(StoryId story, CancellationToken cancel) => ReadAsync<IReadOnlyList<LinkedCopy>>(
        async reading =>
        {
            var links = await reading.ListAsync<LikenessColumns>("select * from likenesses where story = @Value", new { story.Value });
            var copies = new List<LinkedCopy>();
            foreach (var link in links)
                copies.Add(new LinkedCopy(await StoryRowAsync(reading, new StoryId(link.Other)), new Likeness(link.Shared / 1000.0, link.Contained / 1000.0, link.Exact != 0)));
            return [.. copies.OrderByDescending(copy => copy.Row.Key)];
        },
        cancel);

    private static Task<int> LinkAsync(Writing writing, StoryId story, StoryId other, Likeness likeness) => writing.RunAsync(
        """
        insert into likenesses (story, other, shared, contained, exact) values (@story, @other, @shared, @contained, @exact)
        on conflict (story, other) do update set shared = excluded.shared, contained = excluded.contained,
          exact = case likenesses.exact when 1 then 1 else excluded.exact end
        """,
        new
        {
            story = story.Value, other = other.Value, shared = (long)Math.Round(likeness.Shared * 1000), contained = (long)Math.Round(likeness.Contained * 1000),
            exact = likeness.Exact ? 1L : 0L,
        });

    // An identity begins with the time at which it was made.
    private long Oldest() => StoryId.FirstAt(clock.GetUtcNow() - CopiesWithin).Value;

    private sealed class LikenessColumns
    {
        public long Story { get; init; }

        public long Other { get; init; }

        public long Shared { get; init; }

        public long Contained { get; init; }

        public long Exact { get; init; }
    }
}
