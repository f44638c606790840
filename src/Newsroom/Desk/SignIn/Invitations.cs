using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Wireroom.Newsroom.Desk.Access;
using Wireroom.Storage;

namespace Wireroom.Newsroom.Desk.SignIn;

/// <summary>One-time links. A token is 256 random bits; only its SHA-256 is stored, so that a stolen database opens nothing.</summary>
public sealed class Invitations(Store store, TimeProvider clock)
{
    /// <summary>How long a link can be used.</summary>
    public static TimeSpan Lifetime { get; } = TimeSpan.FromDays(3);

    /// <summary>The path of a link for the first person, chief and operator, who is to be shown it on the console; null once somebody can sign in.</summary>
    public async Task<string?> FirstLinkAsync(CancellationToken cancel) =>
        await store.HasNobodyAsync(cancel) ? await InviteAsync(Roles.First, "", cancel) : null;

    /// <summary>Makes a link for that role and e-mail address, and returns its path: the only time that it can be seen.</summary>
    public Task<string> InviteAsync(string role, string email, CancellationToken cancel) => InviteAsync(new Invitation(role, [], email), cancel);

    /// <summary>Makes a link that gives what the invitation says, and returns its path: the only time that it can be seen.</summary>
    public async Task<string> InviteAsync(Invitation invitation, CancellationToken cancel)
    {
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        await store.InviteAsync(HashOf(token), invitation, clock.GetUtcNow() + Lifetime, cancel);
        return $"/desk/invitation/{token}";
    }

    /// <summary>What is stored of a token.</summary>
    public static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
