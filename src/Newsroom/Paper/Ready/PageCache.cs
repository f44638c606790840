using System.Collections.Concurrent;

namespace Wireroom.Newsroom.Paper.Ready;

/// <summary>
/// Rendered pages and feeds by address. A page is served until the bell rings for something that it shows, or until the end of the moment in which it was
/// made: both are asked on every hit, so nothing hangs on a timer. Each page is made once at a time however many readers wait. Half of the room is for
/// whatever comes, the other half for pages that were asked for before: a machine that walks through the archive drives out nothing that is read. The least
/// read leave when it is full.
/// </summary>
public sealed class PageCache
{
    /// <summary>Bytes of pages held at most.</summary>
    public const long MostBytes = 48 * 1024 * 1024;

    private readonly Moments moments;
    private readonly TimeProvider clock;
    private readonly ConcurrentDictionary<string, ReadyPage> pages = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ReadyPage>.AlternateLookup<ReadOnlySpan<char>> byLetters;
    private readonly ConcurrentDictionary<(string Address, long Number), Lazy<Task<ReadyPage>>> making = new();
    private readonly Doorkeeper door = new();
    private long estimate;
    private int clearing;

    /// <param name="moments">What the bell has rung for.</param>
    /// <param name="clock">The clock.</param>
    public PageCache(Moments moments, TimeProvider clock)
    {
        this.moments = moments;
        this.clock = clock;
        byLetters = pages.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Pages held.</summary>
    public int Count => pages.Count;

    /// <summary>The page at the address, where it can be served at that time.</summary>
    public ReadyPage? Find(ReadOnlySpan<char> address, DateTimeOffset now) => byLetters.TryGetValue(address, out var page) && IsGood(page, now) ? page : null;

    /// <summary>The page at the address, made now where it is not ready.</summary>
    /// <param name="address">The page's own address with the parts of the query that it knows, in its own order: whatever else a reader sends makes no new page.</param>
    /// <param name="keys">The names of what it shows; see <see cref="Storage.SurrogateKeys"/>. Settings and what the clock opens need none.</param>
    /// <param name="make">Makes the page.</param>
    /// <param name="cancel">Ends the waiting, not the making.</param>
    public async Task<ReadyPage> GetAsync(string address, IReadOnlyList<string> keys, Func<CancellationToken, Task<Rendered>> make, CancellationToken cancel)
    {
        if (Find(address, clock.GetUtcNow()) is { } ready)
            return ready;
        // The number stands before anything is read: who comes after a ring never joins a making that began before it.
        var key = (address, moments.Number);
        var flight = making.GetOrAdd(
            key, static (key, made) => new Lazy<Task<ReadyPage>>(() => made.Cache.MakeAsync(key.Address, made.Keys, made.Make)), (Cache: this, Keys: keys, Make: make));
        try
        {
            return await flight.Value.WaitAsync(cancel).ConfigureAwait(false);
        }
        finally
        {
            if (flight.Value.IsCompleted)
                making.TryRemove(new(key, flight));
        }
    }

    private bool IsGood(ReadyPage page, DateTimeOffset now) => page.Moment.Number >= moments.LastRing(page.Keys) && now < page.Moment.GoodUntil;

    private async Task<ReadyPage> MakeAsync(string address, IReadOnlyList<string> names, Func<CancellationToken, Task<Rendered>> make)
    {
        // In this order: whatever rings from here on makes the page older than its number, and so do keys that are forgotten.
        var number = moments.Number;
        var keys = moments.Keys(names);
        var moment = await moments.CurrentAsync(CancellationToken.None).ConfigureAwait(false);
        var page = new ReadyPage(await make(CancellationToken.None).ConfigureAwait(false), moment with { Number = number }, keys);
        if (page.Status == StatusCodes.Status200OK && IsGood(page, clock.GetUtcNow()))
            Keep(address, page);
        return page;
    }

    private void Keep(string address, ReadyPage page)
    {
        var hasCome = door.HasCome(address);
        if (!hasCome && Volatile.Read(ref estimate) > MostBytes / 2)
            return;
        pages[address] = page;
        // Joined and compressed forms come later; twice as much is a fair guess until the next clearing counts.
        if (Interlocked.Add(ref estimate, page.Size * 2) > MostBytes && Interlocked.Exchange(ref clearing, 1) == 0)
        {
            Clear();
            Volatile.Write(ref clearing, 0);
        }
    }

    private void Clear()
    {
        var now = clock.GetUtcNow();
        foreach (var (address, page) in pages)
        {
            if (!IsGood(page, now))
                pages.TryRemove(new(address, page));
        }

        var size = pages.Values.Sum(page => page.Size);
        // The dictionary's own copy: one made through ICollection breaks when a page is added meanwhile.
        foreach (var (address, page) in pages.ToArray().OrderBy(entry => entry.Value.LastServed))
        {
            if (size <= MostBytes / 2)
                break;
            if (pages.TryRemove(new(address, page)))
                size -= page.Size;
        }

        Interlocked.Exchange(ref estimate, size);
    }
}
