namespace Wireroom.Storage;

/// <summary>Somebody who signs in at the desk. <see cref="Stamp"/> changes with the password, which ends every session.</summary>
public sealed record Person(long Id, string Name, string Email, string Role, string? PasswordHash, string Stamp);

public sealed partial class Store
{
    /// <summary>True where nobody can sign in yet.</summary>
    public Task<bool> HasNobodyAsync(CancellationToken cancel) => throw new NotImplementedException();

    /// <summary>The person with that e-mail address, whatever its case, or null.</summary>
    public Task<Person?> FindPersonAsync(string email, CancellationToken cancel) => throw new NotImplementedException();

    /// <summary>The person with that id, or null.</summary>
    public Task<Person?> FindPersonAsync(long id, CancellationToken cancel) => throw new NotImplementedException();

    /// <summary>Everybody, by name.</summary>
    public Task<IReadOnlyList<Person>> PeopleAsync(CancellationToken cancel) => throw new NotImplementedException();

    /// <summary>Keeps a one-time link: only the hash of its token is stored. The link lets its bearer set name, e-mail address and password for that role.</summary>
    public Task InviteAsync(string tokenHash, string role, string email, DateTimeOffset expires, CancellationToken cancel) => throw new NotImplementedException();

    /// <summary>The role and e-mail address of a link that is neither used nor expired, or null.</summary>
    public Task<(string Role, string Email)?> FindInvitationAsync(string tokenHash, CancellationToken cancel) => throw new NotImplementedException();

    /// <summary>Uses the link up and makes the person (or gives an existing one a new password) in one transaction; null where the link is used or expired.</summary>
    public Task<Person?> AcceptInvitationAsync(string tokenHash, string name, string email, string passwordHash, CancellationToken cancel) => throw new NotImplementedException();

    /// <summary>Sets a new password hash and stamp.</summary>
    public Task SetPasswordAsync(long person, string passwordHash, CancellationToken cancel) => throw new NotImplementedException();
}
