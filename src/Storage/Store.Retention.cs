namespace Wireroom.Storage;

public sealed partial class Store
{
    private const int ClearedAtOnce = 200;

    /// <summary>
    /// Clears raw bytes that no arrival since that time brought, and then the oldest until no more than so many bytes are kept; null keeps everything of that
    /// kind. What has not been read to its end is kept. Stories, versions and the history of arrivals stay: nothing released depends on raw bytes. Returns how
    /// many documents were cleared.
    /// </summary>
    public async Task<int> ClearRawAsync(DateTimeOffset? before, long? mostBytes, CancellationToken cancel)
    {
        var first = before is { } at ? DateKey.First(at) : 0;
        if (mostBytes is { } most)
        {
            var bySize = await ReadAsync(
                reading => reading.FirstAsync<long?>(
                    """
                    select min(id) from (
                      select arrivals.id, sum(arrivals.length) over (order by arrivals.id desc) as total from arrivals join raw on raw.hash = arrivals.hash
                      where not exists (select 1 from arrivals later where later.hash = arrivals.hash and later.id > arrivals.id)) kept
                    where total <= @most
                    """,
                    new { most }),
                cancel);
            first = Math.Max(first, bySize ?? DateKey.End(DateKey.First(Now)));
        }

        var cleared = 0;
        while (true)
        {
            // Asked without holding the writer's gate, and asked again under it.
            const string Newer = "not exists (select 1 from arrivals newer where newer.hash = raw.hash and (newer.id >= @first or newer.outcome is null))";
            var hashes = await ReadAsync(
                reading => reading.ListAsync<string>(
                    $"select distinct raw.hash from arrivals join raw on raw.hash = arrivals.hash where arrivals.id < @first and {Newer} limit {ClearedAtOnce}", new { first }),
                cancel);
            if (hashes.Count == 0)
                return cleared;
            cleared += await WriteAsync(
                async writing =>
                {
                    var count = 0;
                    foreach (var hash in hashes)
                        count += await writing.RunAsync($"delete from raw where hash = @hash and {Newer}", new { hash, first });
                    return count;
                },
                cancel);
        }
    }
}
