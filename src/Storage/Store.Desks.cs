using Wireroom.Stories;

namespace Wireroom.Storage;

/// <summary>A desk of the house, on which stories stand.</summary>
public sealed record NewsDesk(string Slug, string Name, int Position);

public sealed partial class Store
{
    /// <summary>The desks in their order.</summary>
    public Task<IReadOnlyList<NewsDesk>> DesksAsync(CancellationToken cancel) => ReadAsync(House.DesksAsync, cancel);

    /// <summary>Sets the desks; stories of a desk that is gone keep its slug.</summary>
    public Task SaveDesksAsync(IReadOnlyList<NewsDesk> desks, CancellationToken cancel) => WriteAsync(writing => House.SaveDesksAsync(writing, desks), cancel);

    /// <summary>Puts a story on a desk, or with an empty slug on none.</summary>
    /// <exception cref="OutOfReachException">Whoever acts does not work on that desk.</exception>
    public Task PutOnDeskAsync(StoryId story, string desk, CancellationToken cancel) => WriteAsync(
        async writing =>
        {
            Reaches(section: "", desk);
            await writing.RunAsync("update stories set desk = @desk, changed_at = @Now where id = @Value", new { desk, Now, story.Value });
            writing.Ring(RingKind.Queue, story.Value);
        },
        cancel);
}
