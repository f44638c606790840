namespace Wireroom.Storage;

/// <summary>
/// Somebody who signs in at the desk. <see cref="Role"/> is one role or several, with spaces between. <see cref="Stamp"/> changes with the password, which
/// ends every session.
/// </summary>
public sealed record Person(long Id, string Name, string Email, string Role, string? PasswordHash, string Stamp)
{
    /// <summary>The roles.</summary>
    public IReadOnlyList<string> Roles => Role.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The sections that the roles' rights are limited to; empty means all.</summary>
    public IReadOnlyList<string> Sections { get; init; } = [];

    /// <summary>The desks that the roles' rights are limited to; empty means all.</summary>
    public IReadOnlyList<string> Desks { get; init; } = [];

    /// <summary>How far the rights over copy reach.</summary>
    public Reach Reach => new(Sections, Desks);

    /// <summary>Since when the person may not sign in, or null.</summary>
    public DateTimeOffset? DisabledAt { get; init; }

    /// <summary>The sealed secret of the second step, or null.</summary>
    public string? Totp { get; init; }

    /// <summary>The last time step of which a code was used.</summary>
    public long TotpStep { get; init; }

    /// <summary>Where they are in the tour of the desk: 0 before it, the number of a step, -1 once they have seen it or put it away.</summary>
    public int Tour { get; init; }

    /// <summary>Kinds of notices that the person's pages do not show, in lower case.</summary>
    public IReadOnlyList<string> Mutes { get; init; } = [];
}

/// <summary>What a one-time link gives.</summary>
public sealed record Invitation(string Role, IReadOnlyList<string> Sections, string Email)
{
    /// <summary>The desks that the rights are limited to; empty means all.</summary>
    public IReadOnlyList<string> Desks { get; init; } = [];
}

/// <summary>Somebody else at the desk is called so.</summary>
public sealed class NameTakenException(string name) : Exception($"Somebody at this desk is called {name} already. The log tells people apart by their names: add an initial or a middle name.");

public sealed partial class Store
{
    /// <summary>True where nobody can sign in yet.</summary>
    public Task<bool> HasNobodyAsync(CancellationToken cancel) => ReadAsync(
        async reading => await reading.FirstAsync<int>("select count(*) from people where disabled_at is null") == 0,
        cancel);

    /// <summary>The person with that e-mail address, whatever its case, or null.</summary>
    public Task<Person?> FindPersonAsync(string email, CancellationToken cancel) => ReadAsync(
        async reading => (await reading.FirstAsync<PersonColumns>("select * from people where email = @email", new { email = Plain(email) }))?.ToPerson(),
        cancel);

    /// <summary>The person with that id, or null.</summary>
    public Task<Person?> FindPersonAsync(long id, CancellationToken cancel) => ReadAsync(reading => PersonAsync(reading, id), cancel);

    /// <summary>Everybody, by name.</summary>
    public Task<IReadOnlyList<Person>> PeopleAsync(CancellationToken cancel) => ReadAsync<IReadOnlyList<Person>>(
        async reading => [.. (await reading.ListAsync<PersonColumns>("select * from people order by name, id")).Select(row => row.ToPerson())],
        cancel);

    /// <summary>Keeps a one-time link: only the hash of its token is stored. The link lets its bearer set name, e-mail address and password for that role.</summary>
    public Task InviteAsync(string tokenHash, Invitation invitation, DateTimeOffset expires, CancellationToken cancel) => WriteAsync(
        async writing =>
        {
            await writing.RunAsync(
                "insert into invitations (token_hash, role, sections, desks, email, expires_at) values (@tokenHash, @Role, @sections, @desks, @email, @at)",
                new { tokenHash, invitation.Role, sections = Joined(invitation.Sections), desks = Joined(invitation.Desks), email = Plain(invitation.Email), at = expires.ToUnixTimeMilliseconds() });
            writing.Notes.Add(new Note("", "", "invite", null, $"{(invitation.Email.Length > 0 ? invitation.Email : "the first person")} as {invitation.Role}{Only(new Reach(invitation.Sections, invitation.Desks))}"));
        },
        cancel);

    /// <summary>What a link gives that is neither used nor expired, or null.</summary>
    public Task<Invitation?> FindInvitationAsync(string tokenHash, CancellationToken cancel) => ReadAsync(
        reading => OpenInvitationAsync(reading, tokenHash),
        cancel);

    /// <summary>
    /// Uses the link up, with every other open one to that address and those for the first person, and makes the person (or gives an existing one with that address a new password, without the second steps and sessions of before) in one
    /// transaction; null where the link is used or expired, or is for another address.
    /// </summary>
    /// <exception cref="NameTakenException">Somebody else is called so.</exception>
    public Task<Person?> AcceptInvitationAsync(string tokenHash, string name, string email, string passwordHash, CancellationToken cancel) => WriteAsync(
        async writing =>
        {
            email = Plain(email);
            if (await OpenInvitationAsync(writing, tokenHash) is not { } invitation || (invitation.Email.Length > 0 && invitation.Email != email))
                return null;
            // An open link for anybody makes a new person; only a link for that very address may change one who is there.
            if (invitation.Email.Length == 0 && await writing.FirstAsync<int>("select count(*) from people where email = @email", new { email }) > 0)
                return null;
            if (await writing.FirstAsync<int>("select count(*) from people where lower(name) = lower(@name) and email <> @email", new { name, email }) > 0)
                throw new NameTakenException(name);
            // Whoever has come in by one link keeps no other; and once somebody is here, no link for the first person opens anything.
            await UseUpInvitationsAsync(writing, email);
            await UseUpInvitationsAsync(writing, "");
            var id = await NextKeyAsync(writing, "people", "id", Now);
            await writing.RunAsync(
                """
                insert into people (id, name, email, role, sections, desks, password_hash, stamp) values (@id, @name, @email, @Role, @sections, @desks, @passwordHash, @stamp)
                on conflict (email) do update set name = excluded.name, role = excluded.role, sections = excluded.sections, desks = excluded.desks, password_hash = excluded.password_hash,
                  stamp = excluded.stamp, disabled_at = null, totp = null
                """,
                new { id, name, email, invitation.Role, sections = Joined(invitation.Sections), desks = Joined(invitation.Desks), passwordHash, stamp = NewStamp() });
            var person = (await writing.FirstAsync<PersonColumns>("select * from people where email = @email", new { email }))!.ToPerson();
            await writing.RunAsync("delete from passkeys where person = @Id", new { person.Id });
            await EndSessionsAsync(writing, person.Id, except: 0);
            writing.Notes.Add(new Note(person.Name, "", "come in", null, $"{person.Email} as {person.Role}{Only(person.Reach)}"));
            return person;
        },
        cancel);

    /// <summary>Sets a new password hash and stamp, and ends every session but one.</summary>
    public Task SetPasswordAsync(long person, string passwordHash, CancellationToken cancel, long except = 0) => WriteAsync(
        async writing =>
        {
            await writing.RunAsync("update people set password_hash = @passwordHash, stamp = @stamp where id = @person", new { person, passwordHash, stamp = NewStamp() });
            await EndSessionsAsync(writing, person, except);
            writing.Notes.Add(new Note("", "", "change the password", null, ""));
        },
        cancel);

    /// <summary>Sets what a person may do; open links to their address, which would give them what they had, are used up. Somebody who may look after people must stay.</summary>
    public Task SetRolesAsync(long id, string role, Reach reach, CancellationToken cancel) => WriteAsync(
        async writing =>
        {
            var before = await PersonAsync(writing, id) ?? throw new StoreException("There is no such person.");
            await writing.RunAsync("update people set role = @role, sections = @sections, desks = @desks where id = @id", new { id, role, sections = Joined(reach.Sections), desks = Joined(reach.Desks) });
            await UseUpInvitationsAsync(writing, before.Email);
            writing.Notes.Add(new Note("", "", "change the role", null, $"{before.Name}: {before.Role}{Only(before.Reach)} → {role}{Only(reach)}"));
        },
        cancel);

    /// <summary>Shuts a person out, at once and everywhere, with their keys and the open links to their address, or lets them in again.</summary>
    public Task DisableAsync(long id, bool disable, CancellationToken cancel) => WriteAsync(
        async writing =>
        {
            var person = await PersonAsync(writing, id) ?? throw new StoreException("There is no such person.");
            await writing.RunAsync("update people set disabled_at = @at where id = @id", new { id, at = disable ? Now : (long?)null });
            if (disable)
            {
                await EndSessionsAsync(writing, id, except: 0);
                await UseUpInvitationsAsync(writing, person.Email);
                await writing.RunAsync("update api_keys set ended_at = @Now where person = @id and ended_at is null", new { Now, id });
            }

            writing.Notes.Add(new Note("", "", disable ? "shut out" : "let in again", null, person.Name));
        },
        cancel);

    /// <summary>Sets where somebody is in the tour of the desk.</summary>
    public Task SetTourAsync(long id, int step, CancellationToken cancel) => WriteAsync(
        writing =>
        {
            writing.IsHousekeeping = true;
            return writing.RunAsync("update people set tour = @step where id = @id", new { id, step });
        },
        cancel);

    private static Task<Person?> PersonAsync(Reading reading, long id) => PersonAsync(reading.FirstAsync<PersonColumns>("select * from people where id = @id", new { id }));

    private static async Task<Person?> PersonAsync(Task<PersonColumns?> columns) => (await columns)?.ToPerson();

    private async Task<Invitation?> OpenInvitationAsync(Reading reading, string tokenHash)
    {
        var row = await reading.FirstAsync<InvitationColumns>(
            "select role, sections, desks, email from invitations where token_hash = @tokenHash and used_at is null and expires_at > @Now", new { tokenHash, Now });
        return row is null ? null : new Invitation(row.Role, Split(row.Sections), row.Email) { Desks = Split(row.Desks) };
    }

    /// <summary>No open link to that address opens anything any more; the links for the first person are to none.</summary>
    private Task<int> UseUpInvitationsAsync(Writing writing, string email) =>
        writing.RunAsync("update invitations set used_at = @Now where email = @email and used_at is null", new { Now, email });

    private static string NewStamp() => Guid.NewGuid().ToString("n");

    private static string Plain(string email) => email.Trim().ToLowerInvariant();

    private static string Joined(IReadOnlyList<string> words) => string.Join(' ', words);

    private static string[] Split(string words) => words.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static string Only(Reach reach) => (reach.Sections.Count > 0 ? $", only {Reach.Words(reach.Sections)}" : "") + (reach.Desks.Count > 0 ? $", only on {Reach.Words(reach.Desks)}" : "");

    private sealed class PersonColumns
    {
        public long Id { get; init; }

        public string Name { get; init; } = "";

        public string Email { get; init; } = "";

        public string Role { get; init; } = "";

        public string? Password_Hash { get; init; }

        public string Stamp { get; init; } = "";

        public string Sections { get; init; } = "";

        public string Desks { get; init; } = "";

        public long? Disabled_At { get; init; }

        public string? Totp { get; init; }

        public long Totp_Step { get; init; }

        public string Mutes { get; init; } = "";

        public long Tour { get; init; }

        public Person ToPerson() => new(Id, Name, Email, Role, Password_Hash, Stamp)
        {
            Sections = Split(Sections),
            Desks = Split(Desks),
            DisabledAt = Disabled_At is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null,
            Totp = Totp,
            TotpStep = Totp_Step,
            Mutes = Split(Mutes),
            Tour = (int)Tour,
        };
    }

    private sealed class InvitationColumns
    {
        public string Role { get; init; } = "";

        public string Sections { get; init; } = "";

        public string Desks { get; init; } = "";

        public string Email { get; init; } = "";
    }
}
