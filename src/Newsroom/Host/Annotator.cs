using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Wireroom.Language.Attribution;
using Wireroom.Newsroom.Paper;
using Wireroom.Storage;
using Wireroom.Stories;
using Version = Wireroom.Stories.Version;

namespace Wireroom.Newsroom.Host;

/// <summary>
/// Reads who says so in every newest version and every version that is out, as soon as the bell rings for its story; at the start, what is still unread or was
/// read by older rules. Nothing waits for it, so it reads on a thread that gives way to readers and editors: the desk reads a ledger itself where it is asked
/// for before.
/// </summary>
internal sealed class Annotator(Store store, Bell bell, ILogger<Annotator> log) : BackgroundService
{
    private const int Together = 20;
    private static readonly TimeSpan AfterFault = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var waiting = new ConcurrentDictionary<long, bool>();
        using var ring = new NextRing(bell, ring => ring is { Kind: RingKind.Queue or RingKind.Released, Story: not 0 } && waiting.TryAdd(ring.Story, true));
        using var quiet = new QuietThread("annotator");
        Task<Ledger> ReadQuietlyAsync(Copy copy, IReadOnlyList<Mend> mends) => quiet.RunAsync(() => ReadOrNothing(copy, mends), stoppingToken);
        await CatchUpAsync(ReadQuietlyAsync, stoppingToken).ConfigureAwait(false);
        while (true)
        {
            await ring.WaitAsync(stoppingToken).ConfigureAwait(false);
            foreach (var stories in waiting.Keys.Chunk(Together))
            {
                foreach (var story in stories)
                    waiting.TryRemove(story, out _);
                await ReadAsync([.. stories.Select(story => new StoryId(story))], ReadQuietlyAsync, stoppingToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>The ledger, or none where the reader itself fails over a text: a newsroom that cannot say who says so still runs.</summary>
    private Ledger ReadOrNothing(Copy copy, IReadOnlyList<Mend> mends)
    {
        try
        {
            return CopyPassage.ReadLedger(copy, mends);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            log.LogError(fault, "Who says so could not be read in \"{Headline}\", and stays empty; please report this text.", copy.Headline);
            return Ledger.Silent;
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
            await ReadAsync([.. unread.Select(one => one.Story)], read, cancel).ConfigureAwait(false);
            below = unread[^1].Key;
        }
    }

    /// <summary>Reads the newest version of each story and the one that is out, and keeps what was read in one go: each wait for the disk keeps arrivals waiting.</summary>
    private async Task ReadAsync(IReadOnlyList<StoryId> stories, LedgerOf read, CancellationToken cancel)
    {
        var made = new List<(Version Version, StoredLedger Ledger)>();
        try
        {
            foreach (var story in stories)
            {
                await foreach (var version in VersionsAsync(story, cancel).ConfigureAwait(false))
                {
                    if (await store.ReadLedgerAsync(version, LedgerReader.Version, read, cancel).ConfigureAwait(false) is (var ledger, true))
                        made.Add((version, ledger));
                }
            }

            if (made.Count > 0)
                await store.KeepLedgersAsync(made, LedgerReader.Version, cancel).ConfigureAwait(false);
        }
        catch (Exception fault) when (fault is StoreException or NoSuchStoryException)
        {
            log.LogError("The ledgers of {Count} stories were not kept: {Fault}", stories.Count, fault.Message);
            await Task.Delay(AfterFault, cancel).ConfigureAwait(false);
        }
    }

    private async IAsyncEnumerable<Version> VersionsAsync(StoryId story, [EnumeratorCancellation] CancellationToken cancel)
    {
        if (await store.FindStoryAsync(story, cancel).ConfigureAwait(false) is not { } found)
            yield break;
        yield return found.Head;
        if (Lifecycle.IsOut(found.Row.State) && found.Row.ReleasedVersion != found.Row.HeadVersion
            && (await store.VersionsAsync(story, cancel).ConfigureAwait(false)).FirstOrDefault(version => version.Number == found.Row.ReleasedVersion) is { } shown)
            yield return shown;
    }
}
