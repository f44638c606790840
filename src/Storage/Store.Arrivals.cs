using System.Security.Cryptography;
using Wireroom.Wire;

namespace Wireroom.Storage;

/// <summary>Bytes that arrived, before anything is known of them.</summary>
public sealed record RawArrival(string Source, string Name, ReadOnlyMemory<byte> Bytes, string? MediaType = null, string? Charset = null);

/// <summary>What became of the bytes: decided once, shown in the arrival's history.</summary>
public sealed record ArrivalOutcome(string Format, int Taken, int Updated, int Repeated, IReadOnlyList<WireFault> Faults)
{
    /// <summary>What was decided of each item, in document order; null in outcomes from before this was noted.</summary>
    public IReadOnlyList<ArrivedItem>? Items { get; init; }
}

/// <summary>An item of an arrival: what was decided of it in words for people, its headline (empty for repeats), and its story, or 0.</summary>
public sealed record ArrivedItem(string Decision, string Headline, long Story)
{
    /// <summary>Which rules acted on it, each with what it did; null where none did.</summary>
    public IReadOnlyList<string>? Rules { get; init; }
}

/// <summary>A kept arrival.</summary>
public sealed record Arrival(long Id, string Source, string Name, string Hash, long Length, string? MediaType, string? Charset, DateTimeOffset ArrivedAt, ArrivalOutcome? Outcome);

public sealed partial class Store
{
    /// <summary>Keeps the bytes, first of all, and returns the arrival's id. The same bytes are kept once, each arrival is noted.</summary>
    public Task<long> KeepRawAsync(RawArrival raw, DateTimeOffset arrivedAt, CancellationToken cancel) => WriteAsync(
        async writing =>
        {
            var hash = Convert.ToHexStringLower(SHA256.HashData(raw.Bytes.Span));
            var at = arrivedAt.ToUnixTimeMilliseconds();
            var id = await NextKeyAsync(writing, "arrivals", "id", at);
            // One command for both: on PostgreSQL each is a journey to the server.
            await writing.RunAsync(
                """
                insert into raw (hash, bytes) values (@hash, @bytes) on conflict (hash) do nothing;
                insert into arrivals (id, source, name, hash, length, media_type, charset, arrived_at)
                values (@id, @Source, @Name, @hash, @length, @MediaType, @Charset, @at)
                """,
                new { id, bytes = raw.Bytes.ToArray(), raw.Source, raw.Name, hash, length = (long)raw.Bytes.Length, raw.MediaType, raw.Charset, at });
            return id;
        },
        cancel);

    /// <summary>Notes what became of an arrival.</summary>
    public Task FinishArrivalAsync(long arrival, ArrivalOutcome outcome, CancellationToken cancel) => WriteAsync(
        async writing =>
        {
            const string Finish = "update arrivals set outcome = @outcome where id = @arrival";
            const string News = "update sources set last_news_at = @Now, silent_told_at = null where slug = (select source from arrivals where id = @arrival)";
            await writing.RunAsync(outcome.Taken + outcome.Updated > 0 ? $"{Finish};\n{News}" : Finish, new { arrival, outcome = StoredJson.Write(outcome), Now });
        },
        cancel);

    /// <summary>
    /// The outcome of the source's arrival before this one where that brought the very same bytes and all of it could be read; null otherwise. Nothing has
    /// come from the source in between, so reading them again could decide nothing else.
    /// </summary>
    public Task<ArrivalOutcome?> SameBytesBeforeAsync(long arrival, CancellationToken cancel) => ReadAsync(
        async reading =>
        {
            var outcome = await reading.FirstAsync<string>(
                """
                select before.outcome from arrivals now join arrivals before on before.source = now.source and before.id < now.id
                where now.id = @arrival and before.hash = now.hash
                  and coalesce(before.media_type, '') = coalesce(now.media_type, '') and coalesce(before.charset, '') = coalesce(now.charset, '')
                  and not exists (select 1 from arrivals between_them where between_them.source = now.source and between_them.id > before.id and between_them.id < now.id)
                """,
                new { arrival });
            return outcome is not null && StoredJson.Read<ArrivalOutcome>(outcome) is var found && found.Faults.All(fault => fault.Kind is not WireFaultKind.Unreadable) ? found : null;
        },
        cancel);

    /// <summary>The arrival, or null.</summary>
    public Task<Arrival?> FindArrivalAsync(long id, CancellationToken cancel) => ReadAsync(
        async reading => (await reading.FirstAsync<ArrivalColumns>("select * from arrivals where id = @id", new { id }))?.ToArrival(),
        cancel);

    /// <summary>The newest arrivals, of one source or of all.</summary>
    public Task<IReadOnlyList<Arrival>> ArrivalsAsync(string? source, int count, CancellationToken cancel) => ArrivalsBeforeAsync(source, long.MaxValue, count, cancel);

    /// <summary>The newest arrivals before that one, of one source or of all.</summary>
    public Task<IReadOnlyList<Arrival>> ArrivalsBeforeAsync(string? source, long before, int count, CancellationToken cancel) => ReadAsync<IReadOnlyList<Arrival>>(
        async reading =>
        {
            var condition = source is null ? "" : "source = @source and";
            var rows = await reading.ListAsync<ArrivalColumns>($"select * from arrivals where {condition} id < @before order by id desc limit @count", new { source, count, before });
            return [.. rows.Select(row => row.ToArrival())];
        },
        cancel);

    /// <summary>The finished arrivals since that time and after that one, of one source or of all, oldest first.</summary>
    public Task<IReadOnlyList<Arrival>> ArrivalsSinceAsync(string? source, DateTimeOffset since, long after, int count, CancellationToken cancel) => ReadAsync<IReadOnlyList<Arrival>>(
        async reading =>
        {
            var condition = source is null ? "" : "source = @source and";
            var rows = await reading.ListAsync<ArrivalColumns>(
                $"select * from arrivals where {condition} id >= @first and id > @after and outcome is not null order by id limit @count",
                new { source, first = DateKey.First(since), after, count });
            return [.. rows.Select(row => row.ToArrival())];
        },
        cancel);

    /// <summary>Arrivals whose outcome was never noted, because the program stopped in the middle: to be run again, oldest first.</summary>
    public Task<IReadOnlyList<Arrival>> UnfinishedArrivalsAsync(CancellationToken cancel) => ReadAsync<IReadOnlyList<Arrival>>(
        async reading =>
        {
            var rows = await reading.ListAsync<ArrivalColumns>("select * from arrivals where outcome is null order by id");
            return [.. rows.Select(row => row.ToArrival())];
        },
        cancel);

    /// <summary>The kept bytes of an arrival, or null.</summary>
    public Task<byte[]?> RawBytesAsync(long arrival, CancellationToken cancel) => ReadAsync(
        reading => reading.FirstAsync<byte[]>("select raw.bytes from arrivals join raw on raw.hash = arrivals.hash where arrivals.id = @arrival", new { arrival }),
        cancel);

    private sealed class ArrivalColumns
    {
        public long Id { get; init; }

        public string Source { get; init; } = "";

        public string Name { get; init; } = "";

        public string Hash { get; init; } = "";

        public long Length { get; init; }

        public string? Media_Type { get; init; }

        public string? Charset { get; init; }

        public long Arrived_At { get; init; }

        public string? Outcome { get; init; }

        public Arrival ToArrival() => new(
            Id, Source, Name, Hash, Length, Media_Type, Charset, DateTimeOffset.FromUnixTimeMilliseconds(Arrived_At), Outcome is null ? null : StoredJson.Read<ArrivalOutcome>(Outcome));
    }
}
