using System.Collections.Concurrent;
using Wireroom.Storage;
using Wireroom.Stories;

namespace Wireroom.Newsroom.Site.Live;

/// <summary>Tells the open pages of live stories that their story has changed: an entry, a release, a kill. One wait for each story, however many readers hold a connection.</summary>
public sealed class LiveStories : IDisposable
{
    private readonly ConcurrentDictionary<long, TaskCompletionSource> waits = new();
    private readonly Bell bell;

    /// <param name="bell">Says that something has changed.</param>
    public LiveStories(Bell bell)
    {
        this.bell = bell;
        bell.Rang += Heard;
    }

    /// <summary>Stories that somebody watches.</summary>
    public int Watched => waits.Count;

    /// <summary>Ends when the story changes the next time.</summary>
    public Task Change(StoryId story) => waits.GetOrAdd(story.Value, static _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    /// <inheritdoc/>
    public void Dispose() => bell.Rang -= Heard;

    private void Heard(Ring ring)
    {
        if (ring.Kind == RingKind.Released && ring.Story != 0 && waits.TryRemove(ring.Story, out var wait))
            wait.TrySetResult();
    }
}
