namespace Wireroom.Storage;

/// <summary>Somebody's session: since when, when it was last seen, from where, and how it began.</summary>
public sealed record DeskSession(long Id, long Person, DateTimeOffset StartedAt, DateTimeOffset SeenAt, string From, string Browser, string How);

public sealed partial class Store
{
    private const long SeenEvery = 60_000;

    /// <summary>Begins a session, and returns its number; <paramref name="hint"/> is what the provider needs to end its own, sealed.</summary>
    public Task<long> BeginSessionAsync(Person person, string from, string browser, string how, CancellationToken cancel, string hint = "") => WriteAsync(
        async writing =>
        {
            var id = await NextKeyAsync(writing, "sessions", "id", Now);
            await writing.RunAsync(
                "insert into sessions (id, person, started_at, seen_at, came_from, browser, how, hint) values (@id, @person, @Now, @Now, @from, @browser, @how, @hint)",
                new { id, person = person.Id, Now, from, browser, how, hint });
            writing.Notes.Add(new Note(person.Name, from, "sign in", null, how));
            return id;
        },
        cancel);

    /// <summary>The person of a session that has not ended, or null. That it was seen is noted once a minute.</summary>
    public async Task<Person?> PersonOfSessionAsync(long session, CancellationToken cancel)
    {
        var (person, seen) = await ReadAsync(
            async reading =>
            {
                var row = await reading.FirstAsync<SessionColumns>("select * from sessions where id = @session and ended_at is null", new { session });
                return row is null ? (null, 0L) : (await PersonAsync(reading, row.Person), row.Seen_At);
            },
            cancel);
        if (person is { DisabledAt: null } && Now - seen > SeenEvery)
        {
            await WriteAsync(
                async writing =>
                {
                    writing.IsHousekeeping = true;
                    await writing.RunAsync("update sessions set seen_at = @Now where id = @session", new { Now, session });
                },
                cancel);
        }

        return person is { DisabledAt: null } ? person : null;
    }

    /// <summary>The sessions that have not ended, the last seen first.</summary>
    public Task<IReadOnlyList<DeskSession>> SessionsAsync(long person, CancellationToken cancel) => ReadAsync<IReadOnlyList<DeskSession>>(
        async reading => [.. (await reading.ListAsync<SessionColumns>(
            "select * from sessions where person = @person and ended_at is null and seen_at > @since order by seen_at desc, id desc",
            new { person, since = Now - (long)TimeSpan.FromDays(1).TotalMilliseconds })).Select(row => row.ToSession())],
        cancel);

    /// <summary>Ends one session of that person, and returns what its provider needs to end its own, sealed, or empty.</summary>
    public Task<string> EndSessionAsync(long person, long session, CancellationToken cancel) => WriteAsync(
        async writing =>
        {
            var hint = await writing.FirstAsync<string>("select hint from sessions where id = @session and person = @person and ended_at is null", new { session, person }) ?? "";
            await writing.RunAsync("update sessions set ended_at = @Now, hint = '' where id = @session and person = @person and ended_at is null", new { Now, session, person });
            writing.Notes.Add(new Note("", "", "sign out", null, ""));
            return hint;
        },
        cancel);

    /// <summary>Ends every session of that person but one.</summary>
    public Task EndSessionsAsync(long person, long except, CancellationToken cancel) => WriteAsync(
        async writing =>
        {
            await EndSessionsAsync(writing, person, except);
            writing.Notes.Add(new Note("", "", "sign out everywhere", null, (await PersonAsync(writing, person))?.Name ?? ""));
        },
        cancel);

    private Task<int> EndSessionsAsync(Writing writing, long person, long except) =>
        writing.RunAsync("update sessions set ended_at = @Now, hint = '' where person = @person and id <> @except and ended_at is null", new { Now, person, except });

    private sealed class SessionColumns
    {
        public long Id { get; init; }

        public long Person { get; init; }

        public long Started_At { get; init; }

        public long Seen_At { get; init; }

        public string Came_From { get; init; } = "";

        public string Browser { get; init; } = "";

        public string How { get; init; } = "";

        public DeskSession ToSession() => new(Id, Person, DateTimeOffset.FromUnixTimeMilliseconds(Started_At), DateTimeOffset.FromUnixTimeMilliseconds(Seen_At), Came_From, Browser, How);
    }
}
