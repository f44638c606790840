using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Wireroom.Storage;

/// <summary>What changed.</summary>
public enum RingKind
{
    /// <summary>The desk's queue or a story on the desk.</summary>
    Queue,

    /// <summary>What readers see.</summary>
    Released,

    /// <summary>Sources or settings.</summary>
    Settings,

    /// <summary>What the desk is told.</summary>
    Notice,

    /// <summary>The picture library.</summary>
    Pictures,
}

/// <summary>One ring: what changed, the story where it concerns one, and the <see cref="SurrogateKeys"/> of what shows it; no keys means that anything may.</summary>
public sealed record Ring(RingKind Kind, long Story = 0, string Keys = "");

/// <summary>
/// Says "look again". The database is the truth: a lost ring loses nothing, and nobody learns from a ring what changed.
/// In process on SQLite; on PostgreSQL every node's rings arrive through LISTEN/NOTIFY.
/// </summary>
public sealed class Bell
{
    private readonly ConcurrentDictionary<Channel<Ring>, bool> listeners = new();

    /// <summary>Called in the ringing thread before any listener, for caches that must be empty before the ring is heard. Must be quick.</summary>
    public event Action<Ring>? Rang;

    /// <summary>The rings from now on. A listener that falls 256 rings behind loses the oldest: look again anyway.</summary>
    public async IAsyncEnumerable<Ring> ListenAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        var channel = Channel.CreateBounded<Ring>(new BoundedChannelOptions(256) { FullMode = BoundedChannelFullMode.DropOldest });
        listeners[channel] = true;
        try
        {
            await foreach (var ring in channel.Reader.ReadAllAsync(cancel).ConfigureAwait(false))
                yield return ring;
        }
        finally
        {
            listeners.TryRemove(channel, out _);
        }
    }

    /// <summary>Rings in this process.</summary>
    internal void Sound(Ring ring)
    {
        Rang?.Invoke(ring);
        foreach (var listener in listeners.Keys)
            listener.Writer.TryWrite(ring);
    }
}
