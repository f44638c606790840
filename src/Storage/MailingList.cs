using System.Security.Cryptography;

namespace Wireroom.Storage;

/// <summary>How often a reader wants a letter.</summary>
public enum LetterRhythm
{
    /// <summary>One a day, at the house's hour.</summary>
    Daily,

    /// <summary>Soon after something is released, what came close together in one letter.</summary>
    Soon,
}

/// <summary>A reader who asked for the news by mail. The token is known to nobody but the reader's own letters.</summary>
/// <param name="Token">What the links in the letters carry.</param>
/// <param name="Email">Where the letters go.</param>
/// <param name="Rhythm">How often.</param>
/// <param name="IsAsking">True where the letter that is due asks for the confirmation.</param>
/// <param name="IsConfirmed">True where the reader has confirmed the address.</param>
/// <param name="SentNumber">What came out by the change of that number stood in an earlier letter; see <see cref="ReleasedStore.LastChangeAsync"/>.</param>
/// <param name="Failures">Letters in a row that no server took for that address.</param>
public sealed record MailReader(string Token, string Email, LetterRhythm Rhythm, bool IsAsking, bool IsConfirmed, long SentNumber, int Failures);

/// <summary>The readers who want the news by mail: sign-up with confirmation, farewell, and which letters are due.</summary>
public sealed class MailingList
{
    private const int TokenBytes = 18;
    private static readonly TimeSpan BetweenAsks = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan LongestUnconfirmed = TimeSpan.FromDays(3);

    /// <summary>Whoever could not be asked for so long, because no mail goes out, does not wait for it any more.</summary>
    private static readonly TimeSpan LongestUnasked = TimeSpan.FromDays(30);

    private const string LastNumber = "(select coalesce(max(number), 0) from released_changes)";
    private const string Lapsed = "confirmed_at is null and (asked_at < @unasked or (ask_due = 0 and asked_at < @unconfirmed))";

    private readonly Store store;

    internal MailingList(Store store) => this.store = store;

    /// <summary>
    /// A reader asks for letters: a letter that asks for the confirmation is due. Whoever is on the list already gets one too, so that nobody learns from the
    /// answer who is; but nobody gets more than one in ten minutes.
    /// </summary>
    public Task AskAsync(string email, LetterRhythm rhythm, CancellationToken cancel) => store.WriteAsync(
        async writing =>
        {
            var now = store.Now;
            var token = Convert.ToBase64String(RandomNumberGenerator.GetBytes(TokenBytes)).Replace('+', '-').Replace('/', '_');
            await writing.RunAsync(
                $"""
                insert into readers (token, email, rhythm, asked_at, ask_due, sent_number, next_at, failures) values (@token, @email, @wanted, @now, 1, {LastNumber}, @now, 0)
                on conflict (email) do update set asked_at = @now, ask_due = 1, next_at = @now, rhythm = case when readers.confirmed_at is null then @wanted else readers.rhythm end
                where readers.asked_at < @before
                """,
                new { token, email = email.ToLowerInvariant(), wanted = Name(rhythm), now, before = now - (long)BetweenAsks.TotalMilliseconds });
        },
        cancel);

    /// <summary>The reader of that token, or null where there is none, or the time to confirm is over.</summary>
    public Task<MailReader?> FindAsync(string token, CancellationToken cancel)
    {
        var (unasked, unconfirmed) = Lapses();
        return store.ReadAsync(
            async reading => (await reading.FirstAsync<ReaderColumns>($"select * from readers where token = @token and not ({Lapsed})", new { token, unasked, unconfirmed }))?.ToReader(), cancel);
    }

    /// <summary>Forgets the addresses whose time to confirm is over: three days after the letter that asked for it.</summary>
    public async Task ForgetLapsedAsync(CancellationToken cancel)
    {
        var (unasked, unconfirmed) = Lapses();
        var values = new { unasked, unconfirmed };
        // Asked first without the writer's gate: mostly there is nobody.
        if (await store.ReadAsync(async reading => await reading.FirstAsync<int>($"select count(*) from readers where {Lapsed}", values), cancel) > 0)
            await store.WriteAsync(writing => writing.RunAsync($"delete from readers where {Lapsed}", values), cancel);
    }

    /// <summary>The reader confirms, or chooses another rhythm; false where the token is unknown. From now on what is released goes into letters.</summary>
    public Task<bool> ConfirmAsync(string token, LetterRhythm rhythm, DateTimeOffset nextAt, CancellationToken cancel)
    {
        var (unasked, unconfirmed) = Lapses();
        return store.WriteAsync(
            async writing => await writing.RunAsync(
                $"""
                update readers set sent_number = case when confirmed_at is null then {LastNumber} else sent_number end, confirmed_at = coalesce(confirmed_at, @now), rhythm = @wanted, next_at = @next,
                  ask_due = 0, failures = 0
                where token = @token and not ({Lapsed})
                """,
                new { token, now = store.Now, wanted = Name(rhythm), next = nextAt.ToUnixTimeMilliseconds(), unasked, unconfirmed }) > 0,
            cancel);
    }

    /// <summary>Takes the reader off the list, address and all; false where the token is unknown.</summary>
    public Task<bool> LeaveAsync(string token, CancellationToken cancel) =>
        store.WriteAsync(async writing => await writing.RunAsync("delete from readers where token = @token", new { token }) > 0, cancel);

    /// <summary>
    /// Takes readers whose letter is due, those first who wait longest: one that asks for the confirmation, or the news. They are due to nobody else for as long
    /// as the lease, so that of several programs one writes to each.
    /// </summary>
    /// <param name="newest">The number of the change that brought the newest story out: who wants letters soon and has had it is not due.</param>
    /// <param name="count">Readers at most.</param>
    /// <param name="lease">For how long they are due to nobody else.</param>
    /// <param name="cancel">Ends it.</param>
    public Task<IReadOnlyList<MailReader>> TakeDueAsync(long newest, int count, TimeSpan lease, CancellationToken cancel) => store.WriteAsync<IReadOnlyList<MailReader>>(
        async writing =>
        {
            var due = await writing.ListAsync<ReaderColumns>(
                $"""
                select * from readers where next_at <= @now and (ask_due = 1 or (confirmed_at is not null and (rhythm = 'daily' or sent_number < @newest)))
                order by next_at, token limit {count}
                """,
                new { now = store.Now, newest });
            foreach (var row in due)
                await writing.RunAsync("update readers set next_at = @until where token = @Token", new { row.Token, until = store.Now + (long)lease.TotalMilliseconds });
            return [.. due.Select(row => row.ToReader())];
        },
        cancel);

    /// <summary>Notes that a letter has gone out, or that there was nothing to send.</summary>
    /// <param name="reader">The reader as the letter was written for.</param>
    /// <param name="number">Everything that came out by the change of that number stands in it.</param>
    /// <param name="nextAt">When the next is due.</param>
    /// <param name="cancel">Ends it.</param>
    public Task SentAsync(MailReader reader, long number, DateTimeOffset nextAt, CancellationToken cancel) => store.WriteAsync(
        writing => writing.RunAsync(
            // Who is asked has three days from now on.
            "update readers set asked_at = case when ask_due = 1 and confirmed_at is null then @Now else asked_at end, ask_due = 0, sent_number = @number, next_at = @next, failures = 0 where token = @Token",
            new { reader.Token, store.Now, number, next = nextAt.ToUnixTimeMilliseconds() }),
        cancel);

    /// <summary>Puts letters off for which the readers' addresses are not to blame.</summary>
    public Task PutOffAsync(IEnumerable<MailReader> readers, DateTimeOffset nextAt, CancellationToken cancel) => store.WriteAsync(
        async writing =>
        {
            foreach (var reader in readers)
                await writing.RunAsync("update readers set next_at = @next where token = @Token", new { reader.Token, next = nextAt.ToUnixTimeMilliseconds() });
        },
        cancel);

    /// <summary>Notes that no server takes mail for the reader's address; the letter is due again then. An address that fails too often is taken off the list.</summary>
    public Task FailedAsync(MailReader reader, DateTimeOffset nextAt, int most, CancellationToken cancel) => store.WriteAsync(
        async writing =>
        {
            await writing.RunAsync("update readers set failures = failures + 1, next_at = @next where token = @Token", new { reader.Token, next = nextAt.ToUnixTimeMilliseconds() });
            await writing.RunAsync("delete from readers where token = @Token and failures >= @most", new { reader.Token, most });
        },
        cancel);

    /// <summary>Readers who have confirmed.</summary>
    public Task<int> CountAsync(CancellationToken cancel) => store.ReadAsync(async reading => await reading.FirstAsync<int>("select count(*) from readers where confirmed_at is not null"), cancel);

    private (long Unasked, long Unconfirmed) Lapses() => (store.Now - (long)LongestUnasked.TotalMilliseconds, store.Now - (long)LongestUnconfirmed.TotalMilliseconds);

    private static string Name(LetterRhythm rhythm) => rhythm.ToString().ToLowerInvariant();

    private sealed class ReaderColumns
    {
        public string Token { get; init; } = "";

        public string Email { get; init; } = "";

        public string Rhythm { get; init; } = "";

        public int Ask_Due { get; init; }

        public long? Confirmed_At { get; init; }

        public long Sent_Number { get; init; }

        public int Failures { get; init; }

        public MailReader ToReader() => new(
            Token, Email, Enum.Parse<LetterRhythm>(Rhythm, ignoreCase: true), Ask_Due != 0, Confirmed_At is not null, Sent_Number, Failures);
    }
}
