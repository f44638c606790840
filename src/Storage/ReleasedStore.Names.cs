using Wireroom.Stories;

namespace Wireroom.Storage;

public sealed partial class ReleasedStore
{
    /// <summary>The author, place or agency with that slug and the number of its stories that are out, or null where none is. The newest story decides how the name is written.</summary>
    public Task<NamedStories?> FindNameAsync(NameKind kind, string slug, CancellationToken cancel) => ReadAsync(
        async (reading, now) =>
        {
            var row = await reading.FirstAsync<NameColumns>(
                $"""
                select found.slug, found.newest, found.stories, m.name
                from (
                  select n.slug, max(n.key) as newest, count(*) as stories from release_names n join releases r on r.key = n.key
                  where n.kind = @name and n.slug = @slug and {Visible} group by n.slug
                ) found join release_names m on m.kind = @name and m.slug = found.slug and m.key = found.newest
                """,
                new { name = KindName(kind), slug, now });
            return row?.ToName(kind);
        },
        cancel);

    /// <summary>The authors, places or agencies with stories that are out, those with most stories first.</summary>
    public Task<IReadOnlyList<NamedStories>> NamesAsync(NameKind kind, int count, CancellationToken cancel) => ReadAsync<IReadOnlyList<NamedStories>>(
        async (reading, now) =>
        {
            var rows = await reading.ListAsync<NameColumns>(
                $"""
                select found.slug, found.newest, found.stories, m.name
                from (
                  select n.slug, max(n.key) as newest, count(*) as stories from release_names n join releases r on r.key = n.key
                  where n.kind = @name and {Visible} group by n.slug order by count(*) desc, n.slug limit {count}
                ) found join release_names m on m.kind = @name and m.slug = found.slug and m.key = found.newest
                order by found.stories desc, found.slug
                """,
                new { name = KindName(kind), now });
            return [.. rows.Select(row => row.ToName(kind))];
        },
        cancel);

    /// <summary>The topics with stories that are out, those with most stories first.</summary>
    public Task<IReadOnlyList<Topic>> TopicsAsync(int count, CancellationToken cancel) => ReadAsync<IReadOnlyList<Topic>>(
        async (reading, now) =>
        {
            var rows = await reading.ListAsync<NameColumns>(
                $"""
                select t.topic as slug, p.name, count(*) as stories from release_topics t join releases r on r.key = t.key join topics p on p.slug = t.topic
                where {Visible} group by t.topic, p.name order by count(*) desc, t.topic limit {count}
                """,
                new { now });
            return [.. rows.Select(row => new Topic(row.Slug, row.Name, (int)row.Stories))];
        },
        cancel);

    internal static string? KindName(NameKind? kind) => kind?.ToString().ToLowerInvariant();

    private sealed class NameColumns
    {
        public string Slug { get; init; } = "";

        public string Name { get; init; } = "";

        public long Stories { get; init; }

        public long Newest { get; init; }

        public NamedStories ToName(NameKind kind) => new(kind, Slug, Name, (int)Stories, DateKey.TimeOf(Newest));
    }
}
