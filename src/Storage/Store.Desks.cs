using Wireroom.Stories;

namespace Wireroom.Storage;

/// <summary>A desk of the house, on which stories stand.</summary>
public sealed record NewsDesk(string Slug, string Name, int Position);

public sealed partial class Store
{
    /// <summary>The desks in their order.</summary>
    public Task<IReadOnlyList<NewsDesk>> DesksAsync(CancellationToken cancel) => ReadAsync<IReadOnlyList<NewsDesk>>(
        async reading => [.. (await reading.ListAsync<DeskColumns>("select slug, name, position from desks order by position, slug")).Select(row => new NewsDesk(row.Slug, row.Name, row.Position))],
        cancel);

    /// <summary>Sets the desks; stories of a desk that is gone keep its slug.</summary>
    public Task SaveDesksAsync(IReadOnlyList<NewsDesk> desks, CancellationToken cancel) => WriteAsync(
        async writing =>
        {
            await writing.RunAsync("delete from desks");
            foreach (var desk in desks)
                await writing.RunAsync("insert into desks (slug, name, position) values (@Slug, @Name, @Position)", desk);
            await House.ChangeAsync(writing);
            writing.Ring(RingKind.Settings);
        },
        cancel);

    /// <summary>Puts a story on a desk, or with an empty slug on none.</summary>
    public Task PutOnDeskAsync(StoryId story, string desk, CancellationToken cancel) => WriteAsync(
        async writing =>
        {
            await writing.RunAsync("update stories set desk = @desk, changed_at = @Now where id = @Value", new { desk, Now, story.Value });
            writing.Ring(RingKind.Queue, story.Value);
        },
        cancel);

    private sealed class DeskColumns
    {
        public string Slug { get; init; } = "";

        public string Name { get; init; } = "";

        public int Position { get; init; }
    }
}
