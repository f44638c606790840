namespace Wireroom.Storage;

/// <summary>Somebody as a provider has shown them: who they are there, what they are called, the address that is known to be theirs or empty, and the roles that their groups give or empty.</summary>
public sealed record Shown(string Issuer, string Subject, string Name, string Email, string Roles);

/// <summary>
/// Who came in through a provider, and whether they just became one of this desk's people or were tied to their account; or, without anybody,
/// <paramref name="Why"/> they may not come in, as a sentence.
/// </summary>
public sealed record Welcome(Person? Person, string Why = "");

public sealed partial class Store
{
    /// <summary>How people sign in through a provider.</summary>
    public Task<OpenIdSettings> OpenIdAsync(CancellationToken cancel) => ReadAsync(House.OpenIdAsync, cancel);

    /// <summary>Sets how people sign in through a provider.</summary>
    public Task SaveOpenIdAsync(OpenIdSettings settings, CancellationToken cancel) => WriteAsync(writing => House.SaveOpenIdAsync(writing, settings), cancel);

    /// <summary>
    /// Lets somebody in whom the provider has shown. An account is tied once, to the issuer and its number for the person (the subject), which never passes to
    /// anybody else. The mail address serves for the first meeting alone: addresses are given anew when people leave, and some providers let people write
    /// whatever they like there, so that whoever came to hold a colleague's address would come to hold the account, its rights and its name in the log.
    /// Somebody who is not known must have been invited by that address, or be given a role by a group.
    /// </summary>
    public Task<Welcome> WelcomeAsync(Shown shown, CancellationToken cancel) => WriteAsync(
        async writing =>
        {
            var tied = await writing.FirstAsync<IdentityColumns>("select person, by_groups from identities where issuer = @Issuer and subject = @Subject", shown);
            if (tied is not null)
                return await ComeBackAsync(writing, shown, tied);
            if (shown.Email.Length == 0)
                return new Welcome(null);
            var email = Plain(shown.Email);
            if ((await writing.FirstAsync<PersonColumns>("select * from people where email = @email", new { email }))?.ToPerson() is { } known)
            {
                if (known.DisabledAt is not null)
                    return Shut;
                if (await writing.FirstAsync<int>("select count(*) from identities where person = @Id and issuer = @Issuer", new { known.Id, shown.Issuer }) > 0)
                    return new Welcome(null, $"The account of {email} belongs to somebody else at the provider. If you are the one who holds this address now, a chief can loosen it under People.");
                await TieAsync(writing, shown, known, byGroups: false);
                return new Welcome(known);
            }

            var invited = await writing.FirstAsync<InvitationColumns>(
                "select role, sections, desks, email from invitations where email = @email and used_at is null and expires_at > @Now order by expires_at desc limit 1", new { email, Now });
            if (invited is null && shown.Roles.Length == 0)
                return new Welcome(null, $"Nobody has invited {email} to this newsroom. Ask a chief to invite that address, then sign in again.");
            var id = await NextKeyAsync(writing, "people", "id", Now);
            await writing.RunAsync(
                "insert into people (id, name, email, role, sections, desks, password_hash, stamp) values (@id, @name, @email, @role, @sections, @desks, null, @stamp)",
                new { id, name = await FreeNameAsync(writing, shown.Name, email), email, role = invited?.Role ?? shown.Roles, sections = invited?.Sections ?? "", desks = invited?.Desks ?? "", stamp = NewStamp() });
            await UseUpInvitationsAsync(writing, email);
            await UseUpInvitationsAsync(writing, "");
            var person = (await PersonAsync(writing, id))!;
            writing.Notes.Add(new Note(person.Name, "", "come in", null, $"{person.Email} as {person.Role}{Only(person.Reach)}"));
            await TieAsync(writing, shown, person, byGroups: invited is null);
            return new Welcome(person);
        },
        cancel);

    /// <summary>True where that person signs in through a provider.</summary>
    public Task<bool> IsTiedAsync(long person, CancellationToken cancel) => ReadAsync(
        async reading => await reading.FirstAsync<int>("select count(*) from identities where person = @person", new { person }) > 0, cancel);

    /// <summary>The people who sign in through a provider.</summary>
    public Task<IReadOnlySet<long>> TiedPeopleAsync(CancellationToken cancel) => ReadAsync<IReadOnlySet<long>>(
        async reading => (await reading.ListAsync<long>("select distinct person from identities")).ToHashSet(), cancel);

    /// <summary>Loosens a person's account from the provider, and ends every session: whoever shows that address there next is tied to it.</summary>
    public Task LoosenAsync(long id, CancellationToken cancel) => WriteAsync(
        async writing =>
        {
            var person = await PersonAsync(writing, id) ?? throw new StoreException("There is no such person.");
            await writing.RunAsync("delete from identities where person = @id", new { id });
            await EndSessionsAsync(writing, id, except: 0);
            writing.Notes.Add(new Note("", "", "loosen from the provider", null, person.Name));
        },
        cancel);

    private static readonly Welcome Shut = new(null, "This account is shut. A chief of this newsroom can open it again.");

    private async Task<Welcome> ComeBackAsync(Writing writing, Shown shown, IdentityColumns tied)
    {
        if (await PersonAsync(writing, tied.Person) is not { } person)
            return new Welcome(null, "The account is gone. Ask a chief to invite you.");
        if (person.DisabledAt is not null)
            return Shut;
        if (tied.By_Groups != 0 && shown.Roles.Length == 0)
            return new Welcome(null, "None of your groups at the provider gives a role here any more. Ask whoever looks after them, or a chief of this newsroom.");
        if (tied.By_Groups != 0 && shown.Roles != person.Role)
        {
            // Who was let in by their groups does what these say now; who was invited does what a chief says.
            await writing.RunAsync("update people set role = @Roles where id = @Id", new { shown.Roles, person.Id });
            writing.Notes.Add(new Note(person.Name, "", "change the role", null, $"{person.Name}, by groups: {person.Role} → {shown.Roles}"));
            person = person with { Role = shown.Roles };
        }

        await writing.RunAsync("update identities set used_at = @Now where issuer = @Issuer and subject = @Subject", new { Now, shown.Issuer, shown.Subject });
        return new Welcome(person);
    }

    private async Task TieAsync(Writing writing, Shown shown, Person person, bool byGroups)
    {
        await writing.RunAsync(
            "insert into identities (issuer, subject, person, by_groups, tied_at, used_at) values (@Issuer, @Subject, @Id, @byGroups, @Now, @Now)",
            new { shown.Issuer, shown.Subject, person.Id, byGroups = byGroups ? 1 : 0, Now });
        writing.Notes.Add(new Note(person.Name, "", "tie to the provider", null, $"{person.Email} is {shown.Subject} at {shown.Issuer}"));
    }

    /// <summary>The log tells people apart by their names: where somebody is called so, the address stands beside it.</summary>
    private static async Task<string> FreeNameAsync(Writing writing, string name, string email)
    {
        var asked = name.Trim() is { Length: > 0 and <= 80 } given ? given : email;
        return await writing.FirstAsync<int>("select count(*) from people where lower(name) = lower(@asked)", new { asked }) == 0 ? asked : $"{asked} ({email})";
    }

    private sealed class IdentityColumns
    {
        public long Person { get; init; }

        public long By_Groups { get; init; }
    }
}
