using System.Globalization;
using System.Text;
using Dapper;
using Wireroom.Language.Clusters;
using Wireroom.Storage.Dialects;
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
            var found = await reading.ListAsync<long>(string.Create(
                CultureInfo.InvariantCulture,
                $"{Dialect.Once}select distinct story from likeness_bands where band in ({bands}) and story <> {story.Value} and story >= {Oldest()} order by story desc limit {count}"));
            return [.. found.Select(value => new StoryId(value))];
        },
        cancel);

    /// <summary>Those stories with their newest versions, in that order; those that are not here are left out.</summary>
    public Task<IReadOnlyList<DeskStory>> FindStoriesAsync(IReadOnlyList<StoryId> stories, CancellationToken cancel) => ReadAsync<IReadOnlyList<DeskStory>>(
        async reading =>
        {
            if (stories.Count == 0)
                return [];
            var list = string.Join(", ", stories.Select(story => story.Value.ToString(CultureInfo.InvariantCulture)));
            using var answers = await reading.Connection.QueryMultipleAsync(reading.Command(
                $"""
                {Dialect.Once}select * from stories where id in ({list});
                select versions.* from versions join stories on stories.id = versions.story and stories.head_version = versions.number where versions.story in ({list})
                """,
                null));
            var rows = (await answers.ReadAsync<StoryColumns>()).ToDictionary(row => row.Id);
            var heads = (await answers.ReadAsync<VersionColumns>()).ToDictionary(row => row.Story);
            return
            [
                .. stories.Where(story => rows.ContainsKey(story.Value) && heads.ContainsKey(story.Value))
                    .Select(story => new DeskStory(rows[story.Value].ToQueueRow(), heads[story.Value].ToVersion(), rows[story.Value].Slug, rows[story.Value].Withdrawal_Reason)),
            ];
        },
        cancel);

    /// <summary>
    /// Notes what the story is now found by, and the stories that hold the same copy. Links stay, and what was once
    /// word for word the same stays so: whatever was made of it since began with that copy.
    /// </summary>
    public Task LinkCopiesAsync(StoryId story, Fingerprint print, IReadOnlyList<(StoryId Other, Likeness Likeness)> copies, CancellationToken cancel) => WriteAsync(
        async writing =>
        {
            // One command for all: on PostgreSQL each is a journey to the server, and a story may have many copies.
            var sql = new StringBuilder(Dialect.Once);
            sql.Append(CultureInfo.InvariantCulture, $"delete from likeness_bands where story = {story.Value};");
            if (print.Bands.Count > 0)
                sql.Append("insert into likeness_bands (band, story) values ").AppendJoin(", ", print.Bands.Distinct().Select(band => Row(band, story.Value))).Append(';');
            sql.Append(CultureInfo.InvariantCulture, $"delete from likeness_bands where story in (select story from likeness_bands where story < {Oldest()} order by story limit {StoriesCleared});");
            if (copies.Count > 0)
            {
                sql.Append("insert into likenesses (story, other, shared, contained, exact) values ")
                    .AppendJoin(", ", copies.SelectMany(copy => (string[])[Row(story, copy.Other, copy.Likeness), Row(copy.Other, story, copy.Likeness)]))
                    .Append(
                        """
                         on conflict (story, other) do update set shared = excluded.shared, contained = excluded.contained,
                          exact = case likenesses.exact when 1 then 1 else excluded.exact end;
                        update stories set copies = (select count(*) from likenesses where likenesses.story = stories.id) where id in (
                        """)
                    .AppendJoin(", ", copies.Select(copy => copy.Other).Append(story).Select(changed => changed.Value.ToString(CultureInfo.InvariantCulture))).Append(')');
                foreach (var changed in copies.Select(copy => copy.Other).Append(story))
                    writing.Ring(RingKind.Queue, changed.Value);
            }

            await writing.RunAsync(sql.ToString());
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

    private static string Row(params ReadOnlySpan<long> values)
    {
        var row = new StringBuilder("(");
        foreach (var value in values)
            row.Append(CultureInfo.InvariantCulture, $"{(row.Length > 1 ? ", " : "")}{value}");
        return row.Append(')').ToString();
    }

    private static string Row(StoryId story, StoryId other, Likeness likeness) =>
        Row(story.Value, other.Value, (long)Math.Round(likeness.Shared * 1000), (long)Math.Round(likeness.Contained * 1000), likeness.Exact ? 1 : 0);

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
