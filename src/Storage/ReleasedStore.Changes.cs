using Wireroom.Stories;

namespace Wireroom.Storage;

/// <summary>A story whose page has changed for readers: it went out, was updated, corrected or withdrawn, or an entry was added to it.</summary>
public sealed record ReleasedChange(StoryId Story, string Section, string Slug, DateTimeOffset At, bool IsGone, bool IsLive);

public sealed partial class ReleasedStore
{
    /// <summary>What changed for readers after a time and until another, the earliest first. Nothing of what has not opened by then.</summary>
    public Task<IReadOnlyList<ReleasedChange>> ChangesAsync(DateTimeOffset after, DateTimeOffset until, int count, CancellationToken cancel) => ReadAsync<IReadOnlyList<ReleasedChange>>(
        async (reading, now) =>
        {
            var rows = await reading.ListAsync<ChangeColumns>(
                $"""
                select r.story, r.section, r.slug, r.visible_from as at, 0 as gone, {Live} from releases r
                where r.visible_from > @from and r.visible_from <= @to and {Visible}
                union all
                select r.story, r.section, r.slug, s.withdrawn_at as at, 1 as gone, 0 as live from stories s join releases r on r.story = s.id
                where s.state = 'withdrawn' and s.withdrawn_at > @from and s.withdrawn_at <= @to and r.visible_from < s.withdrawn_at
                  and r.visible_from = (select max(o.visible_from) from releases o where o.story = s.id and o.visible_from < s.withdrawn_at)
                union all
                select r.story, r.section, r.slug, e.visible_from as at, 0 as gone, {Live} from live_entries e join releases r on r.story = e.story
                where e.visible_from > @from and e.visible_from <= @to and {Visible}
                order by at limit {count}
                """,
                new { now, from = after.ToUnixTimeMilliseconds(), to = Math.Min(until.ToUnixTimeMilliseconds(), now) });
            return [.. rows.Select(row => new ReleasedChange(new StoryId(row.Story), row.Section, row.Slug, DateTimeOffset.FromUnixTimeMilliseconds(row.At), row.Gone != 0, row.Live != 0))];
        },
        cancel);

    private sealed class ChangeColumns
    {
        public long Story { get; init; }

        public string Section { get; init; } = "";

        public string Slug { get; init; } = "";

        public long At { get; init; }

        public int Gone { get; init; }

        public int Live { get; init; }
    }
}
