using Wireroom.Stories;

namespace Wireroom.Storage;

public sealed partial class ReleasedStore
{
    private const int MostKeyPoints = 8;

    /// <summary>Where a story stands: 0 no live story, 1 live, 2 ended, as <see cref="LiveState"/>.</summary>
    private const string Live = "coalesce((select case when l.ended_at is null then 1 else 2 end from live_stories l where l.story = r.story), 0) as live";

    /// <summary>An entry is seen while its story is, and until its next version takes its place.</summary>
    private const string VisibleEntries =
        $"from live_entries e join releases r on r.story = e.story where e.story = @story and e.visible_from <= @now and e.visible_until > @now and {Visible}";

    /// <summary>The story as it is told live, or null where readers do not see it or it is no live story.</summary>
    /// <param name="story">The story.</param>
    /// <param name="before">Only entries whose key is below; null begins with the newest.</param>
    /// <param name="count">Entries at most.</param>
    /// <param name="cancel">Ends it.</param>
    public Task<ReleasedLive?> LiveAsync(StoryId story, long? before, int count, CancellationToken cancel) => ReadAsync(
        async (reading, now) =>
        {
            var values = new { story = story.Value, now, below = before ?? long.MaxValue };
            if (await reading.FirstAsync<LiveColumns>($"select l.* from live_stories l join releases r on r.story = l.story where l.story = @story and {Visible}", values) is not { } live)
                return null;
            var entries = await EntriesAsync($"and e.key < @below order by e.key desc limit {count}");
            var points = await EntriesAsync($"and e.key_point = 1 order by e.key desc limit {MostKeyPoints}");
            var pinned = live.Pinned is null ? [] : await EntriesAsync("and e.kind <> 'withdrawal' and e.key = (select l.pinned from live_stories l where l.story = @story)");
            return new ReleasedLive(live.ToFrame(), entries, points, pinned.Count > 0 ? pinned[0] : null);

            async Task<IReadOnlyList<LiveEntry>> EntriesAsync(string more) =>
                [.. (await reading.ListAsync<EntryColumns>($"select {EntryColumns.Names} {VisibleEntries} {more}", values)).Select(row => row.ToEntry())];
        },
        cancel);
}
