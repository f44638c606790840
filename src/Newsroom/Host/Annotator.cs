using System.Collections.Concurrent;
using System.Threading.Channels;
using Wireroom.Language.Attribution;
using Wireroom.Newsroom.Paper;
using Wireroom.Storage;
using Wireroom.Stories;

namespace Wireroom.Newsroom.Host;

/// <summary>
/// Reads who says so in every newest version and every version that is out, as soon as the bell rings for its story; at the start, what is still unread or was
/// read by older rules. Nothing waits for it, so it reads on a thread that gives way to readers and editors: the desk reads a ledger itself where it is asked
/// for before.
/// </summary>
internal sealed class Annotator(Store store, Bell bell, ILogger<Annotator> log) : BackgroundService
{
    private const int Together = 50;
    private static readonly TimeSpan AfterFault = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var waiting = new ConcurrentDictionary<long, bool>();
        var wake = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        void Hear(Ring ring)
        {
            if (ring is { Kind: RingKind.Queue or RingKind.Released, Story: not 0 } && waiting.TryAdd(ring.Story, true))
                wake.Writer.TryWrite(true);
        }

        bell.Rang += Hear;
        using var quiet = new QuietThread("annotator");
        Task<Ledger> ReadQuietlyAsync(Copy copy, IReadOnlyList<Mend> mends) => quiet.RunAsync(() => CopyPassage.ReadLedger(copy, mends), stoppingToken);
        try
        {
            await CatchUpAsync(ReadQuietlyAsync, stoppingToken).ConfigureAwait(false);
            while (await wake.Reader.WaitToReadAsync(stoppingToken).ConfigureAwait(false))
            {
                wake.Reader.TryRead(out _);
                foreach (var story in waiting.Keys)
                {
                    waiting.TryRemove(story, out _);
                    await ReadAsync(new StoryId(story), ReadQuietlyAsync, stoppingToken).ConfigureAwait(false);
                }
            }
        }
        finally
        {
            bell.Rang -= Hear;
        }
    }

    private async Task CatchUpAsync(LedgerOf read, CancellationToken cancel)
    {
        for (var below = long.MaxValue; ;)
        {
            IReadOnlyList<(StoryId Story, long Key)> unread;
            try
            {
                unread = await store.StoriesWithoutLedgerAsync(LedgerReader.Version, below, Together, cancel).ConfigureAwait(false);
            }
            catch (StoreException fault)
            {
                log.LogError("Ledgers are not caught up: {Fault}", fault.Message);
                return;
            }

            if (unread.Count == 0)
                return;
            foreach (var (story, key) in unread)
            {
                await ReadAsync(story, read, cancel).ConfigureAwait(false);
                below = key;
            }
        }
    }

    /// <summary>Reads a story's newest version and the one that is out.</summary>
    private async Task ReadAsync(StoryId story, LedgerOf read, CancellationToken cancel)
    {
        try
        {
            if (await store.FindStoryAsync(story, cancel).ConfigureAwait(false) is not { } found)
                return;
            await store.LedgerAsync(found.Head, LedgerReader.Version, read, cancel).ConfigureAwait(false);
            if (Lifecycle.IsOut(found.Row.State) && found.Row.ReleasedVersion != found.Row.HeadVersion
                && (await store.VersionsAsync(story, cancel).ConfigureAwait(false)).FirstOrDefault(version => version.Number == found.Row.ReleasedVersion) is { } shown)
                await store.LedgerAsync(shown, LedgerReader.Version, read, cancel).ConfigureAwait(false);
        }
        catch (NoSuchStoryException)
        {
            // It went while it was being read.
        }
        catch (StoreException fault)
        {
            log.LogError("The ledger of {Story} was not kept: {Fault}", story, fault.Message);
            await Task.Delay(AfterFault, cancel).ConfigureAwait(false);
        }
    }
}
