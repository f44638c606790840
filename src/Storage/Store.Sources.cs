namespace Wireroom.Storage;

/// <summary>How a source's bytes come in.</summary>
public enum SourceKind
{
    /// <summary>By hand: <c>wireroom import</c> and uploads.</summary>
    Import,

    /// <summary>A folder that is watched.</summary>
    Folder,

    /// <summary>An address that is polled.</summary>
    Feed,
}

/// <summary>A source of wires: where it lies and what its copy gets by default.</summary>
public sealed record Source
{
    /// <summary>Short lasting name in addresses and logs.</summary>
    public required string Slug { get; init; }

    /// <summary>Name for people.</summary>
    public required string Name { get; init; }

    /// <summary>How its bytes come in.</summary>
    public required SourceKind Kind { get; init; }

    /// <summary>Folder path or http(s) address; empty for imports.</summary>
    public string Address { get; init; } = "";

    /// <summary>Agency line for copy that carries none.</summary>
    public string Credit { get; init; } = "";

    /// <summary>Section for copy whose own cannot be told.</summary>
    public string Section { get; init; } = "";

    /// <summary>Language for copy that says none.</summary>
    public string Language { get; init; } = "";

    /// <summary>True where its copy is released by itself on arrival.</summary>
    public bool Trusted { get; init; }

    /// <summary>True where released copy that the desk left as it came follows the wire's updates by itself; otherwise they wait for an editor.</summary>
    public bool Follows { get; init; }

    /// <summary>True where nothing is fetched.</summary>
    public bool Paused { get; init; }

    /// <summary>Between polls, in seconds.</summary>
    public int IntervalSeconds { get; init; } = 300;
}

/// <summary>How a polled source stands: validators of the last answer, next time, failures in a row, and the last fault in words.</summary>
public sealed record PollState(string? ETag, string? LastModified, DateTimeOffset? NextAt, int Failures, DateTimeOffset? LastSeenAt, string? LastFault);

public sealed partial class Store
{
    private static readonly PollState NeverPolled = new(null, null, null, 0, null, null);

    /// <summary>Every source, by name.</summary>
    public Task<IReadOnlyList<Source>> SourcesAsync(CancellationToken cancel) => ReadAsync<IReadOnlyList<Source>>(
        async reading => [.. (await reading.ListAsync<SourceColumns>("select * from sources order by name, slug")).Select(row => row.ToSource())],
        cancel);

    /// <summary>The source, or null.</summary>
    public Task<Source?> FindSourceAsync(string slug, CancellationToken cancel) => ReadAsync(
        async reading => (await reading.FirstAsync<SourceColumns>("select * from sources where slug = @slug", new { slug }))?.ToSource(),
        cancel);

    /// <summary>Adds or changes a source.</summary>
    public Task SaveSourceAsync(Source source, CancellationToken cancel) => WriteAsync(
        async writing =>
        {
            await writing.RunAsync(
                """
                insert into sources (slug, name, kind, address, credit, section, language, trusted, follows, paused, interval_seconds)
                values (@Slug, @Name, @kind, @Address, @Credit, @Section, @Language, @trusted, @follows, @paused, @IntervalSeconds)
                on conflict (slug) do update set name = excluded.name, kind = excluded.kind, address = excluded.address, credit = excluded.credit,
                  section = excluded.section, language = excluded.language, trusted = excluded.trusted, follows = excluded.follows, paused = excluded.paused,
                  interval_seconds = excluded.interval_seconds
                """,
                new
                {
                    source.Slug, source.Name, kind = source.Kind.ToString().ToLowerInvariant(), source.Address, source.Credit, source.Section, source.Language,
                    trusted = source.Trusted ? 1L : 0L, follows = source.Follows ? 1L : 0L, paused = source.Paused ? 1L : 0L, source.IntervalSeconds,
                });
            writing.Ring(RingKind.Settings);
        },
        cancel);

    /// <summary>Removes a source; what it sent stays.</summary>
    public Task RemoveSourceAsync(string slug, CancellationToken cancel) => WriteAsync(
        async writing =>
        {
            await writing.RunAsync("delete from sources where slug = @slug", new { slug });
            writing.Ring(RingKind.Settings);
        },
        cancel);

    /// <summary>How a polled source stands.</summary>
    public Task<PollState> PollStateAsync(string slug, CancellationToken cancel) => ReadAsync(
        async reading => (await reading.FirstAsync<SourceColumns>("select * from sources where slug = @slug", new { slug }))?.ToPollState() ?? NeverPolled,
        cancel);

    /// <summary>Notes how a poll went.</summary>
    public Task SavePollStateAsync(string slug, PollState state, CancellationToken cancel) => WriteAsync(
        writing => writing.RunAsync(
            """
            update sources set etag = @ETag, last_modified = @LastModified, next_at = @next, failures = @Failures, last_seen_at = @seen, last_fault = @LastFault
            where slug = @slug
            """,
            new
            {
                slug, state.ETag, state.LastModified, next = state.NextAt?.ToUnixTimeMilliseconds(), state.Failures, seen = state.LastSeenAt?.ToUnixTimeMilliseconds(),
                state.LastFault,
            }),
        cancel);

    private sealed class SourceColumns
    {
        public string Slug { get; init; } = "";

        public string Name { get; init; } = "";

        public string Kind { get; init; } = "";

        public string Address { get; init; } = "";

        public string Credit { get; init; } = "";

        public string Section { get; init; } = "";

        public string Language { get; init; } = "";

        public long Trusted { get; init; }

        public long Follows { get; init; }

        public long Paused { get; init; }

        public int Interval_Seconds { get; init; }

        public string? Etag { get; init; }

        public string? Last_Modified { get; init; }

        public long? Next_At { get; init; }

        public int Failures { get; init; }

        public long? Last_Seen_At { get; init; }

        public string? Last_Fault { get; init; }

        public Source ToSource() => new()
        {
            Slug = Slug, Name = Name, Kind = Enum.Parse<SourceKind>(Kind, ignoreCase: true), Address = Address, Credit = Credit, Section = Section,
            Language = Language, Trusted = Trusted != 0, Follows = Follows != 0, Paused = Paused != 0, IntervalSeconds = Interval_Seconds,
        };

        public PollState ToPollState() => new(Etag, Last_Modified, Time(Next_At), Failures, Time(Last_Seen_At), Last_Fault);

        private static DateTimeOffset? Time(long? milliseconds) => milliseconds is { } value ? DateTimeOffset.FromUnixTimeMilliseconds(value) : null;
    }
}
