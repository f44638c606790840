using Wireroom.Stories;

namespace Wireroom.Storage;

/// <summary>A story whose page has changed for readers: it went out, was updated, corrected or withdrawn, or an entry was added to it.</summary>
/// <param name="Number">Its place among all changes; what is written later has a higher one.</param>
/// <param name="Story">The story.</param>
/// <param name="Section">The section that it stands in, or stood in last.</param>
/// <param name="Slug">The words of its address.</param>
/// <param name="IsGone">True where it has been withdrawn.</param>
/// <param name="IsLive">True where it is told live, or was.</param>
public sealed record ReleasedChange(long Number, StoryId Story, string Section, string Slug, bool IsGone, bool IsLive)
{
    /// <summary>The sections in which readers have seen the story, of all its versions that were out.</summary>
    public required IReadOnlyList<string> Sections { get; init; }

    /// <summary>The slugs of the topics under which it stands, or stood.</summary>
    public required IReadOnlyList<string> Topics { get; init; }

    /// <summary>The authors, places and agencies under which it stands, or stood.</summary>
    public required IReadOnlyList<(NameKind Kind, string Slug)> Names { get; init; }
}

public sealed partial class ReleasedStore
{
    /// <summary>The releases that readers have seen, whether the story is still out or not.</summary>
    private const string Shown = "r.visible_from <= @now and r.visible_from < r.visible_until";

    private const string AfterNumber = "c.number > @after and c.number <= @last";

    /// <summary>The last number before the first change whose time has not come by this machine's clock: another's may be ahead.</summary>
    private const string Last = "coalesce((select min(number) from released_changes where at > @now) - 1, (select max(number) from released_changes), 0)";

    /// <summary>The number of the last change; 0 before the first.</summary>
    public Task<long> LastChangeAsync(CancellationToken cancel) => ReadAsync((reading, now) => reading.FirstAsync<long>($"select {Last}", new { now }), cancel);

    /// <summary>The number of the last change that brought a story out which was not out before; 0 before the first.</summary>
    public Task<long> LastFirstReleaseAsync(CancellationToken cancel) =>
        ReadAsync((reading, _) => reading.FirstAsync<long>("select coalesce(max(number), 0) from released_changes where first = 1"), cancel);

    /// <summary>
    /// What changed for readers after the change of that number, in its order, as it stands now: each story once, at its last change. Fewer than so many changes
    /// are looked at; the number until which they were is the second answer. Nothing of what has not opened.
    /// </summary>
    public Task<(IReadOnlyList<ReleasedChange> Changes, long Until)> ChangesAsync(long after, int count, CancellationToken cancel) => ReadAsync<(IReadOnlyList<ReleasedChange>, long)>(
        async (reading, now) =>
        {
            var last = await reading.FirstAsync<long?>($"select max(number) from (select number from released_changes where number > @after and number <= {Last} order by number limit {count}) next", new { after, now });
            if (last is null)
                return ([], after);
            var values = new { now, after, last };
            var rows = await reading.ListAsync<ChangeColumns>(
                $"""
                select c.number, r.story, r.section, r.slug, case when s.state = 'withdrawn' then 1 else 0 end as gone, {Live}
                from (select c.story, max(c.number) as number from released_changes c where {AfterNumber} group by c.story) c
                join stories s on s.id = c.story join releases r on r.story = c.story
                where {Shown} and r.visible_from = (select max(o.visible_from) from releases o where o.story = c.story and o.visible_from <= @now and o.visible_from < o.visible_until)
                  and (s.state = 'withdrawn' or {Visible})
                order by c.number
                """,
                values);
            const string Releases = $"released_changes c join releases r on r.story = c.story and {Shown}";
            var sections = (await reading.ListAsync<GatherColumns>($"select distinct c.story, '' as kind, r.section as slug from {Releases} where {AfterNumber} order by 1, 3", values)).ToLookup(row => row.Story);
            var topics = (await reading.ListAsync<GatherColumns>($"select distinct c.story, '' as kind, t.topic as slug from {Releases} join release_topics t on t.key = r.key where {AfterNumber} order by 1, 3", values)).ToLookup(row => row.Story);
            var names = (await reading.ListAsync<GatherColumns>($"select distinct c.story, n.kind, n.slug from {Releases} join release_names n on n.key = r.key where {AfterNumber} order by 1, 2, 3", values)).ToLookup(row => row.Story);
            return ([.. rows.Select(row => new ReleasedChange(row.Number, new StoryId(row.Story), row.Section, row.Slug, row.Gone != 0, row.Live != 0)
            {
                Sections = [.. sections[row.Story].Select(found => found.Slug)],
                Topics = [.. topics[row.Story].Select(found => found.Slug)],
                Names = [.. names[row.Story].Select(found => (Enum.Parse<NameKind>(found.Kind, ignoreCase: true), found.Slug))],
            })], last.Value);
        },
        cancel);

    /// <summary>The stories that came out by the changes after one number and until another, and are out, the newest first. Archive copy, which is listed under an earlier day, is not new.</summary>
    public Task<IReadOnlyList<ReleasedRow>> CameOutAsync(long after, long last, int count, CancellationToken cancel) => ReadAsync<IReadOnlyList<ReleasedRow>>(
        async (reading, now) => [.. (await reading.ListAsync<ReleaseColumns>(
            $"select {RowColumns} from released_changes c join releases r on r.story = c.story {WithPicture} where {AfterNumber} and c.first = 1 and r.published_at >= c.at and {Visible} order by r.key desc limit {count}",
            new { now, after, last })).Select(row => row.ToRow(now))],
        cancel);

    private sealed class ChangeColumns
    {
        public long Number { get; init; }

        public long Story { get; init; }

        public string Section { get; init; } = "";

        public string Slug { get; init; } = "";

        public int Gone { get; init; }

        public int Live { get; init; }
    }

    private sealed class GatherColumns
    {
        public long Story { get; init; }

        public string Kind { get; init; } = "";

        public string Slug { get; init; } = "";
    }
}
