namespace Wireroom.Storage;

/// <summary>Somebody who signs in at the desk. <see cref="Stamp"/> changes with the password, which ends every session.</summary>
public sealed record Person(long Id, string Name, string Email, string Role, string? PasswordHash, string Stamp);

public sealed partial class Store
{
    /// <summary>True where nobody can sign in yet.</summary>
    public Task<bool> HasNobodyAsync(CancellationToken cancel) => ReadAsync(
        async reading => await reading.FirstAsync<int>("select count(*) from people") == 0,
        cancel);

    /// <summary>The person with that e-mail address, whatever its case, or null.</summary>
    public Task<Person?> FindPersonAsync(string email, CancellationToken cancel) => ReadAsync(
        async reading => (await reading.FirstAsync<PersonColumns>("select * from people where email = @email", new { email = Plain(email) }))?.ToPerson(),
        cancel);

    /// <summary>The person with that id, or null.</summary>
    public Task<Person?> FindPersonAsync(long id, CancellationToken cancel) => ReadAsync(
        async reading => (await reading.FirstAsync<PersonColumns>("select * from people where id = @id", new { id }))?.ToPerson(),
        cancel);

    /// <summary>Everybody, by name.</summary>
    public Task<IReadOnlyList<Person>> PeopleAsync(CancellationToken cancel) => ReadAsync<IReadOnlyList<Person>>(
        async reading => [.. (await reading.ListAsync<PersonColumns>("select * from people order by name, id")).Select(row => row.ToPerson())],
        cancel);

    /// <summary>Keeps a one-time link: only the hash of its token is stored. The link lets its bearer set name, e-mail address and password for that role.</summary>
    public Task InviteAsync(string tokenHash, string role, string email, DateTimeOffset expires, CancellationToken cancel) => WriteAsync(
        writing => writing.RunAsync(
            "insert into invitations (token_hash, role, email, expires_at) values (@tokenHash, @role, @email, @at)",
            new { tokenHash, role, email = Plain(email), at = expires.ToUnixTimeMilliseconds() }),
        cancel);

    /// <summary>The role and e-mail address of a link that is neither used nor expired, or null.</summary>
    public Task<(string Role, string Email)?> FindInvitationAsync(string tokenHash, CancellationToken cancel) => ReadAsync(
        reading => OpenInvitationAsync(reading, tokenHash),
        cancel);

    /// <summary>
    /// Uses the link up and makes the person (or gives an existing one with that address a new password) in one transaction; null where the link is used or
    /// expired, or is for another address.
    /// </summary>
    public Task<Person?> AcceptInvitationAsync(string tokenHash, string name, string email, string passwordHash, CancellationToken cancel) => WriteAsync(
        async writing =>
        {
            email = Plain(email);
            if (await OpenInvitationAsync(writing, tokenHash) is not { } invitation || (invitation.Email.Length > 0 && invitation.Email != email))
                return null;
            // An open link for anybody makes a new person; only a link for that very address may change one who is there.
            if (invitation.Email.Length == 0 && await writing.FirstAsync<int>("select count(*) from people where email = @email", new { email }) > 0)
                return null;
            await writing.RunAsync("update invitations set used_at = @Now where token_hash = @tokenHash", new { Now, tokenHash });
            var id = await NextKeyAsync(writing, "people", "id", Now);
            await writing.RunAsync(
                """
                insert into people (id, name, email, role, password_hash, stamp) values (@id, @name, @email, @Role, @passwordHash, @stamp)
                on conflict (email) do update set name = excluded.name, role = excluded.role, password_hash = excluded.password_hash, stamp = excluded.stamp
                """,
                new { id, name, email, invitation.Role, passwordHash, stamp = Guid.NewGuid().ToString("n") });
            return (await writing.FirstAsync<PersonColumns>("select * from people where email = @email", new { email }))!.ToPerson();
        },
        cancel);

    /// <summary>Sets a new password hash and stamp.</summary>
    public Task SetPasswordAsync(long person, string passwordHash, CancellationToken cancel) => WriteAsync(
        writing => writing.RunAsync(
            "update people set password_hash = @passwordHash, stamp = @stamp where id = @person", new { person, passwordHash, stamp = Guid.NewGuid().ToString("n") }),
        cancel);

    private async Task<(string Role, string Email)?> OpenInvitationAsync(Reading reading, string tokenHash)
    {
        var row = await reading.FirstAsync<InvitationColumns>(
            "select role, email from invitations where token_hash = @tokenHash and used_at is null and expires_at > @Now", new { tokenHash, Now });
        return row is null ? null : (row.Role, row.Email);
    }

    private static string Plain(string email) => email.Trim().ToLowerInvariant();

    private sealed class PersonColumns
    {
        public long Id { get; init; }

        public string Name { get; init; } = "";

        public string Email { get; init; } = "";

        public string Role { get; init; } = "";

        public string? Password_Hash { get; init; }

        public string Stamp { get; init; } = "";

        public Person ToPerson() => new(Id, Name, Email, Role, Password_Hash, Stamp);
    }

    private sealed class InvitationColumns
    {
        public string Role { get; init; } = "";

        public string Email { get; init; } = "";
    }
}
