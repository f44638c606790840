namespace Wireroom.Storage;

/// <summary>A passkey: the credential's number and public key, both in base64url, and how often it was used by its own count.</summary>
public sealed record Passkey(string Credential, long Person, string Name, string PublicKey, long Counter, DateTimeOffset MadeAt, DateTimeOffset? UsedAt);

/// <summary>A key for a program: whose rights it has, and which of them.</summary>
public sealed record ApiKey(long Id, long Person, string Name, IReadOnlyList<string> Scopes, DateTimeOffset MadeAt, DateTimeOffset? UsedAt);

public sealed partial class Store
{
    /// <summary>Sets the sealed secret of a person's second step with the step of the code that proved it, or takes it away.</summary>
    public Task SetTotpAsync(long person, string? secret, long step, CancellationToken cancel) => WriteAsync(
        async writing =>
        {
            await writing.RunAsync("update people set totp = @secret, totp_step = @step where id = @person", new { person, secret, step });
            writing.Notes.Add(new Note("", "", secret is null ? "remove the second step" : "add a second step", null, ""));
        },
        cancel);

    /// <summary>Uses the code of that time step up; false where it, or a later one, was used before.</summary>
    public Task<bool> UseTotpStepAsync(long person, long step, CancellationToken cancel) => WriteAsync(
        async writing =>
        {
            writing.IsHousekeeping = true;
            return await writing.RunAsync("update people set totp_step = @step where id = @person and totp_step < @step", new { person, step }) > 0;
        },
        cancel);

    /// <summary>A person's passkeys, the oldest first.</summary>
    public Task<IReadOnlyList<Passkey>> PasskeysAsync(long person, CancellationToken cancel) => ReadAsync<IReadOnlyList<Passkey>>(
        async reading => [.. (await reading.ListAsync<PasskeyColumns>("select * from passkeys where person = @person order by made_at, credential", new { person })).Select(row => row.ToPasskey())],
        cancel);

    /// <summary>The passkey of that credential, or null.</summary>
    public Task<Passkey?> FindPasskeyAsync(string credential, CancellationToken cancel) => ReadAsync(
        async reading => (await reading.FirstAsync<PasskeyColumns>("select * from passkeys where credential = @credential", new { credential }))?.ToPasskey(),
        cancel);

    /// <summary>Keeps a passkey.</summary>
    public Task KeepPasskeyAsync(Passkey passkey, CancellationToken cancel) => WriteAsync(
        async writing =>
        {
            await writing.RunAsync(
                "insert into passkeys (credential, person, name, public_key, counter, made_at) values (@Credential, @Person, @Name, @PublicKey, @Counter, @Now)",
                new { passkey.Credential, passkey.Person, passkey.Name, passkey.PublicKey, passkey.Counter, Now });
            writing.Notes.Add(new Note("", "", "add a passkey", null, passkey.Name));
        },
        cancel);

    /// <summary>Notes that a passkey was used, with its own count.</summary>
    public Task UsePasskeyAsync(string credential, long counter, CancellationToken cancel) => WriteAsync(
        writing =>
        {
            writing.IsHousekeeping = true;
            return writing.RunAsync("update passkeys set counter = @counter, used_at = @Now where credential = @credential", new { credential, counter, Now });
        },
        cancel);

    /// <summary>Forgets a passkey of that person.</summary>
    public Task ForgetPasskeyAsync(long person, string credential, CancellationToken cancel) => WriteAsync(
        async writing =>
        {
            await writing.RunAsync("delete from passkeys where person = @person and credential = @credential", new { person, credential });
            writing.Notes.Add(new Note("", "", "remove a passkey", null, ""));
        },
        cancel);

    /// <summary>Keeps a key for a program: only its hash.</summary>
    public Task KeepApiKeyAsync(long person, string name, string hash, IReadOnlyList<string> scopes, CancellationToken cancel) => WriteAsync(
        async writing =>
        {
            var id = await NextKeyAsync(writing, "api_keys", "id", Now);
            await writing.RunAsync(
                "insert into api_keys (id, person, name, hash, scopes, made_at) values (@id, @person, @name, @hash, @scopes, @Now)", new { id, person, name, hash, scopes = Joined(scopes), Now });
            writing.Notes.Add(new Note("", "", "make a key", null, $"{name}: {string.Join(", ", scopes)}"));
        },
        cancel);

    /// <summary>The keys that are not ended, the newest first.</summary>
    public Task<IReadOnlyList<ApiKey>> ApiKeysAsync(CancellationToken cancel) => ReadAsync<IReadOnlyList<ApiKey>>(
        async reading => [.. (await reading.ListAsync<ApiKeyColumns>("select * from api_keys where ended_at is null order by id desc")).Select(row => row.ToApiKey())],
        cancel);

    /// <summary>The key of that hash, which has not ended, and whose it is; null where there is none or its person is shut out. That it was used is noted once a minute.</summary>
    public async Task<(ApiKey Key, Person Person)?> FindApiKeyAsync(string hash, CancellationToken cancel)
    {
        var found = await ReadAsync(
            async reading => await reading.FirstAsync<ApiKeyColumns>("select * from api_keys where hash = @hash and ended_at is null", new { hash }) is { } row
                && await PersonAsync(reading, row.Person) is { DisabledAt: null } person
                ? (row.ToApiKey(), person)
                : ((ApiKey, Person)?)null,
            cancel);
        if (found is { Item1: var key } && (key.UsedAt is not { } used || clock.GetUtcNow() - used > TimeSpan.FromMilliseconds(SeenEvery)))
        {
            await WriteAsync(
                async writing =>
                {
                    writing.IsHousekeeping = true;
                    await writing.RunAsync("update api_keys set used_at = @Now where id = @Id", new { Now, key.Id });
                },
                cancel);
        }

        return found;
    }

    /// <summary>Ends a key.</summary>
    public Task EndApiKeyAsync(long id, CancellationToken cancel) => WriteAsync(
        writing => writing.RunAsync("update api_keys set ended_at = @Now where id = @id and ended_at is null", new { Now, id }), cancel);

    /// <summary>Sets which kinds of notices a person's pages do not show.</summary>
    public Task SetMutesAsync(long person, IReadOnlyList<string> kinds, CancellationToken cancel) => WriteAsync(
        writing => writing.RunAsync("update people set mutes = @mutes where id = @person", new { person, mutes = Joined(kinds) }), cancel);

    private static DateTimeOffset? Time(long? milliseconds) => milliseconds is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null;

    private sealed class PasskeyColumns
    {
        public string Credential { get; init; } = "";

        public long Person { get; init; }

        public string Name { get; init; } = "";

        public string Public_Key { get; init; } = "";

        public long Counter { get; init; }

        public long Made_At { get; init; }

        public long? Used_At { get; init; }

        public Passkey ToPasskey() => new(Credential, Person, Name, Public_Key, Counter, DateTimeOffset.FromUnixTimeMilliseconds(Made_At), Time(Used_At));
    }

    private sealed class ApiKeyColumns
    {
        public long Id { get; init; }

        public long Person { get; init; }

        public string Name { get; init; } = "";

        public string Scopes { get; init; } = "";

        public long Made_At { get; init; }

        public long? Used_At { get; init; }

        public ApiKey ToApiKey() => new(Id, Person, Name, Split(Scopes), DateTimeOffset.FromUnixTimeMilliseconds(Made_At), Time(Used_At));
    }
}
