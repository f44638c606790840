using Wireroom.Stories;

namespace Wireroom.Storage;

public sealed partial class Store
{
    private const int NamedAtOnce = 500;

    /// <summary>Names what was released before there were names.</summary>
    private async Task NameWhatIsUnnamedAsync(CancellationToken cancel)
    {
        for (var named = NamedAtOnce; named == NamedAtOnce;)
        {
            named = await WriteAsync(
                async writing =>
                {
                    var releases = await writing.ListAsync<UnnamedColumns>($"select key, copy from releases where named = 0 limit {NamedAtOnce}");
                    foreach (var release in releases)
                    {
                        await NameAsync(writing, release.Key, StoredJson.Read<Copy>(release.Copy));
                        await writing.RunAsync("update releases set named = 1 where key = @Key", new { release.Key });
                    }

                    return releases.Count;
                },
                cancel);
        }
    }

    private static async Task NameAsync(Writing writing, long key, Copy copy)
    {
        foreach (var name in StoryNames.Of(copy))
        {
            await writing.RunAsync(
                "insert into release_names (kind, slug, key, name) values (@kind, @Slug, @key, @Name) on conflict do nothing",
                new { kind = ReleasedStore.KindName(name.Kind), name.Slug, key, name.Name });
        }
    }

    /// <summary>The names of all releases of a story.</summary>
    private static async Task<IEnumerable<(NameKind Kind, string Slug)>> NamesAsync(Writing writing, StoryId story)
    {
        var rows = await writing.ListAsync<NameColumns>(
            "select distinct n.kind, n.slug from release_names n join releases r on r.key = n.key where r.story = @Value", new { story.Value });
        return rows.Select(row => (Enum.Parse<NameKind>(row.Kind, ignoreCase: true), row.Slug));
    }

    private sealed class UnnamedColumns
    {
        public long Key { get; init; }

        public string Copy { get; init; } = "";
    }

    private sealed class NameColumns
    {
        public string Kind { get; init; } = "";

        public string Slug { get; init; } = "";
    }
}
