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

    /// <summary>True where the copy stands under a topic or a name under which nothing else is out.</summary>
    private async Task<bool> NamesNewAsync(Writing writing, StoryId story, Copy copy)
    {
        const string Others = "r.story <> @story and r.visible_from <= @Now and r.visible_until > @Now limit 1";
        foreach (var name in StoryNames.Of(copy))
        {
            var values = new { kind = ReleasedStore.KindName(name.Kind), name.Slug, story = story.Value, Now };
            if (await writing.FirstAsync<int>($"select 1 from release_names n join releases r on r.key = n.key where n.kind = @kind and n.slug = @Slug and {Others}", values) == 0)
                return true;
        }

        foreach (var topic in copy.Topics.Select(Slug.Of))
        {
            if (await writing.FirstAsync<int>($"select 1 from release_topics t join releases r on r.key = t.key where t.topic = @topic and {Others}", new { topic, story = story.Value, Now }) == 0)
                return true;
        }

        return false;
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
