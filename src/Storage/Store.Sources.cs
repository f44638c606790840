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

    /// <summary>The sender posts to our own address.</summary>
    Push,

    /// <summary>A folder of an SFTP server.</summary>
    Sftp,

    /// <summary>A folder of an FTP server, in the open or under TLS.</summary>
    Ftp,

    /// <summary>A folder of an IMAP mailbox.</summary>
    Imap,
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

    /// <summary>Desk for copy that no rule puts elsewhere.</summary>
    public string Desk { get; init; } = "";

    /// <summary>Language for copy that says none.</summary>
    public string Language { get; init; } = "";

    /// <summary>True where its copy is released by itself on arrival.</summary>
    public bool Trusted { get; init; }

    /// <summary>True where a rule may release its copy on arrival.</summary>
    public bool RulesRelease { get; init; }

    /// <summary>True where released copy that the desk left as it came follows the wire's updates by itself; otherwise they wait for an editor.</summary>
    public bool Follows { get; init; }

    /// <summary>True where nothing is fetched.</summary>
    public bool Paused { get; init; }

    /// <summary>Between polls, in seconds, where the source changes often; one that seldom changes is asked less often.</summary>
    public int IntervalSeconds { get; init; } = 300;

    /// <summary>Usage terms for copy that carries none, or empty.</summary>
    public string UsageTerms { get; init; } = "";

    /// <summary>The source is silent, and the desk is told, when nothing new has come for so many minutes; 0 where it may be silent for ever.</summary>
    public int ExpectMinutes { get; init; }

    /// <summary>What is done on a mail server with a message that has been taken: nothing where empty, <c>seen</c>, or <c>move FOLDER</c>.</summary>
    public string AfterTaking { get; init; } = "";

    /// <summary>Name, password or key, sealed; null where none is needed. Only Intake opens it.</summary>
    public string? Secret { get; init; }
}

/// <summary>How a polled source stands: validators of the last answer, next time, failures in a row, and the last fault in words.</summary>
public sealed record PollState(string? ETag, string? LastModified, DateTimeOffset? NextAt, int Failures, DateTimeOffset? LastSeenAt, string? LastFault)
{
    /// <summary>How long the source is left alone by how often it changes, in seconds; 0 where that is not known yet.</summary>
    public int PaceSeconds { get; init; }
}

/// <summary>How a source does: documents and bytes of the last 24 hours, and when something new came last.</summary>
public sealed record SourceHealth(string Source, int Documents, long Bytes, DateTimeOffset? LastNewsAt)
{
    /// <summary>The documents with their number in words for people.</summary>
    public string DocumentsInWords => Documents == 1 ? "1 document" : $"{Documents} documents";
}

/// <summary>A source that has been silent for too long.</summary>
public sealed record SilentSource(Source Source, DateTimeOffset? LastNewsAt);

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
                insert into sources (slug, name, kind, address, credit, section, language, trusted, follows, paused, interval_seconds, usage_terms, expect_minutes,
                  secret, last_news_at, desk, rules_release, after_taking)
                values (@Slug, @Name, @kind, @Address, @Credit, @Section, @Language, @trusted, @follows, @paused, @IntervalSeconds, @UsageTerms, @ExpectMinutes,
                  @Secret, @Now, @Desk, @rules, @AfterTaking)
                on conflict (slug) do update set name = excluded.name, kind = excluded.kind, address = excluded.address, credit = excluded.credit,
                  section = excluded.section, language = excluded.language, trusted = excluded.trusted, follows = excluded.follows, paused = excluded.paused,
                  interval_seconds = excluded.interval_seconds, usage_terms = excluded.usage_terms, expect_minutes = excluded.expect_minutes,
                  secret = excluded.secret, desk = excluded.desk, rules_release = excluded.rules_release, after_taking = excluded.after_taking
                """,
                new
                {
                    source.Slug, source.Name, kind = source.Kind.ToString().ToLowerInvariant(), source.Address, source.Credit, source.Section, source.Language,
                    trusted = source.Trusted ? 1L : 0L, follows = source.Follows ? 1L : 0L, paused = source.Paused ? 1L : 0L, source.IntervalSeconds,
                    source.UsageTerms, source.ExpectMinutes, source.Secret, Now, source.Desk, rules = source.RulesRelease ? 1L : 0L, source.AfterTaking,
                });
            await House.ChangeAsync(writing);
            writing.Ring(RingKind.Settings);
        },
        cancel);

    /// <summary>Removes a source; what it sent stays.</summary>
    public Task RemoveSourceAsync(string slug, CancellationToken cancel) => WriteAsync(
        async writing =>
        {
            await writing.RunAsync("delete from taken_files where source = @slug", new { slug });
            await writing.RunAsync("delete from websub where source = @slug", new { slug });
            await writing.RunAsync("delete from sources where slug = @slug", new { slug });
            await House.ChangeAsync(writing);
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
            update sources set etag = @ETag, last_modified = @LastModified, next_at = @next, failures = @Failures, last_seen_at = @seen, last_fault = @LastFault,
              pace_seconds = @PaceSeconds
            where slug = @slug
            """,
            new
            {
                slug, state.ETag, state.LastModified, next = state.NextAt?.ToUnixTimeMilliseconds(), state.Failures, seen = state.LastSeenAt?.ToUnixTimeMilliseconds(),
                state.LastFault, state.PaceSeconds,
            }),
        cancel);

    /// <summary>
    /// Takes the sources of those kinds that are due and that <paramref name="may"/> lets through, for so long that nobody else takes them meanwhile: of several programs on one database only one polls a source.
    /// Whoever stops in the middle leaves them to the others when that time is over.
    /// </summary>
    public Task<IReadOnlyList<Source>> LeaseDueSourcesAsync(IReadOnlyList<SourceKind> kinds, Func<Source, bool> may, int count, TimeSpan lease, CancellationToken cancel) => WriteAsync<IReadOnlyList<Source>>(
        async writing =>
        {
            var due = await writing.ListAsync<SourceColumns>(
                $"select * from sources where {Due(kinds)} order by coalesce(next_at, 0), slug", new { Now });
            var taken = due.Select(row => row.ToSource()).Where(may).Take(count).ToList();
            foreach (var source in taken)
                await writing.RunAsync("update sources set next_at = @until where slug = @Slug", new { source.Slug, until = Now + (long)lease.TotalMilliseconds });
            return taken;
        },
        cancel);

    /// <summary>Keeps a leased source from the others for so long again, while it is still being polled.</summary>
    public Task RenewLeaseAsync(string slug, TimeSpan lease, CancellationToken cancel) => WriteAsync(
        writing => writing.RunAsync("update sources set next_at = @until where slug = @slug", new { slug, until = Now + (long)lease.TotalMilliseconds }), cancel);

    /// <summary>True where some source of those kinds is due; asked often, so that nothing is written while there is nothing to do.</summary>
    public Task<bool> AnySourceDueAsync(IReadOnlyList<SourceKind> kinds, CancellationToken cancel) => ReadAsync(
        async reading => await reading.FirstAsync<int>(
            $"select count(*) from (select 1 from sources where {Due(kinds)} limit 1) due", new { Now }) > 0,
        cancel);

    /// <summary>Lets a source be fetched from at once.</summary>
    public Task DueNowAsync(string slug, CancellationToken cancel) => WriteAsync(writing => writing.RunAsync("update sources set next_at = null where slug = @slug", new { slug }), cancel);

    // Names of our own, not values from outside: the databases want lists of values in different words.
    private static string Due(IReadOnlyList<SourceKind> kinds) =>
        $"kind in ({string.Join(", ", kinds.Select(kind => $"'{kind.ToString().ToLowerInvariant()}'"))}) and paused = 0 and (next_at is null or next_at <= @Now)";

    /// <summary>How each source has done in the last 24 hours, by slug.</summary>
    public Task<IReadOnlyDictionary<string, SourceHealth>> HealthAsync(CancellationToken cancel) => ReadAsync<IReadOnlyDictionary<string, SourceHealth>>(
        async reading =>
        {
            var first = DateKey.First(Now - (long)TimeSpan.FromHours(24).TotalMilliseconds);
            var rows = await reading.ListAsync<HealthColumns>(
                """
                select sources.slug, sources.last_news_at, cast(coalesce(sum(day.documents), 0) as bigint) as documents,
                  cast(coalesce(sum(day.bytes), 0) as bigint) as bytes
                from sources left join (select source, count(*) as documents, sum(length) as bytes from arrivals where id >= @first group by source) day
                  on day.source = sources.slug
                group by sources.slug, sources.last_news_at
                """,
                new { first });
            return rows.ToDictionary(row => row.Slug, row => new SourceHealth(
                row.Slug, (int)row.Documents, row.Bytes, row.Last_News_At is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null));
        },
        cancel);

    /// <summary>The sources that have just been silent for longer than they ever should be; each is given once until something comes again, to one program.</summary>
    public Task<IReadOnlyList<SilentSource>> TakeSilentSourcesAsync(CancellationToken cancel) => WriteAsync<IReadOnlyList<SilentSource>>(
        async writing =>
        {
            const string Silent = "paused = 0 and expect_minutes > 0 and silent_told_at is null and coalesce(last_news_at, 0) < @Now - expect_minutes * 60000";
            var rows = await writing.ListAsync<SourceColumns>($"select * from sources where {Silent}", new { Now });
            if (rows.Count > 0)
                await writing.RunAsync($"update sources set silent_told_at = @Now where {Silent}", new { Now });
            return [.. rows.Select(row => new SilentSource(row.ToSource(), row.Last_News_At is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null))];
        },
        cancel);

    private sealed class HealthColumns
    {
        public string Slug { get; init; } = "";

        public long? Last_News_At { get; init; }

        public long Documents { get; init; }

        public long Bytes { get; init; }
    }

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

        public string Usage_Terms { get; init; } = "";

        public int Expect_Minutes { get; init; }

        public string? Secret { get; init; }

        public int Pace_Seconds { get; init; }

        public string Desk { get; init; } = "";

        public long Rules_Release { get; init; }

        public string After_Taking { get; init; } = "";

        public long? Last_News_At { get; init; }

        public Source ToSource() => new()
        {
            Slug = Slug, Name = Name, Kind = Enum.Parse<SourceKind>(Kind, ignoreCase: true), Address = Address, Credit = Credit, Section = Section,
            Language = Language, Trusted = Trusted != 0, Follows = Follows != 0, Paused = Paused != 0, IntervalSeconds = Interval_Seconds,
            UsageTerms = Usage_Terms, ExpectMinutes = Expect_Minutes, Secret = Secret, Desk = Desk, RulesRelease = Rules_Release != 0, AfterTaking = After_Taking,
        };

        public PollState ToPollState() => new(Etag, Last_Modified, Time(Next_At), Failures, Time(Last_Seen_At), Last_Fault) { PaceSeconds = Pace_Seconds };

        private static DateTimeOffset? Time(long? milliseconds) => milliseconds is { } value ? DateTimeOffset.FromUnixTimeMilliseconds(value) : null;
    }
}
