using System.Collections.Concurrent;
using Wireroom.Newsroom.Site.Frame;

namespace Wireroom.Newsroom.Site.Cache;

/// <summary>
/// Rendered pages by address. A page is served only while its edition is the current one and the clock has not passed its end: both are asked on
/// every hit, so nothing hangs on a timer. Each page is made once at a time however many readers wait, and the least read leave when it is full.
/// </summary>
public sealed class PageCache(Editions editions, TimeProvider clock)
{
    /// <summary>Bytes of pages held at most.</summary>
    public const long MostBytes = 48 * 1024 * 1024;

    private readonly ConcurrentDictionary<string, ReadyPage> pages = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string Address, long Edition), Lazy<Task<ReadyPage>>> making = new();
    private long estimate;

    /// <summary>Pages held.</summary>
    public int Count => pages.Count;

    /// <summary>The page at the address, where it can be served at that time.</summary>
    public ReadyPage? Find(string address, DateTimeOffset now) =>
        pages.TryGetValue(address, out var page) && page.Edition == editions.Number && now < page.GoodUntil ? page : null;

    /// <summary>The page at the address, made now where it is not ready.</summary>
    /// <param name="address">The page's own address with the parts of the query that it knows, in its own order: whatever else a reader sends makes no new page.</param>
    /// <param name="make">Makes the page from the edition.</param>
    /// <param name="cancel">Ends the waiting, not the making.</param>
    public async Task<ReadyPage> GetAsync(string address, Func<Edition, CancellationToken, Task<Rendered>> make, CancellationToken cancel)
    {
        if (Find(address, clock.GetUtcNow()) is { } ready)
            return ready;
        // The number is read before anything else: what changes from here on makes this page one of an edition gone by, which nobody is served later.
        var key = (address, editions.Number);
        var mine = new Lazy<Task<ReadyPage>>(() => MakeAsync(key.address, key.Number, make));
        var flight = making.GetOrAdd(key, mine);
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

    private async Task<ReadyPage> MakeAsync(string address, long number, Func<Edition, CancellationToken, Task<Rendered>> make)
    {
        var edition = await editions.CurrentAsync(CancellationToken.None).ConfigureAwait(false);
        var rendered = await make(edition, CancellationToken.None).ConfigureAwait(false);
        var goodUntil = rendered.GoodUntil is { } sooner && sooner < edition.GoodUntil ? sooner : edition.GoodUntil;
        var page = new ReadyPage(rendered, Math.Min(number, edition.Number), goodUntil);
        if (page.Status == StatusCodes.Status200OK && page.Edition == editions.Number)
            Keep(address, page);
        return page;
    }

    private void Keep(string address, ReadyPage page)
    {
        pages[address] = page;
        // Compressed forms come later; half as much again is a fair guess until the next clearing counts.
        if (Interlocked.Add(ref estimate, page.Size * 3 / 2) > MostBytes)
            Clear();
    }

    private void Clear()
    {
        var now = clock.GetUtcNow();
        foreach (var (address, page) in pages)
        {
            if (page.Edition != editions.Number || now >= page.GoodUntil)
                pages.TryRemove(new(address, page));
        }

        var size = pages.Values.Sum(page => page.Size);
        foreach (var (address, page) in pages.OrderBy(entry => entry.Value.LastServed))
        {
            if (size <= MostBytes / 2)
                break;
            if (pages.TryRemove(new(address, page)))
                size -= page.Size;
        }

        Interlocked.Exchange(ref estimate, size);
    }
}
