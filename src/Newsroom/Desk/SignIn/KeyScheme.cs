using System.Globalization;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Wireroom.Newsroom.Desk.Access;
using Wireroom.Storage;

namespace Wireroom.Newsroom.Desk.SignIn;

/// <summary>A program comes in by a key (<c>Authorization: Bearer wr_…</c>): it acts under its person's name, with those of their rights that the key has.</summary>
public sealed class KeyScheme(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory log, UrlEncoder encoder, Store store)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, log, encoder)
{
    /// <summary>The name of the scheme.</summary>
    public const string SchemeName = "key";

    /// <summary>What a key begins with, so that it is known where it is found.</summary>
    public const string Prefix = "wr_";

    private const string Bearer = "Bearer ";

    /// <summary>True where a request to the desk brings a key: it has no cookie's authority that another site could misuse.</summary>
    public static bool Brings(HttpContext context) => context.Request.Path.StartsWithSegments("/desk", StringComparison.Ordinal) && context.Request.Headers.Authorization.ToString().StartsWith(Bearer, StringComparison.OrdinalIgnoreCase);

    /// <summary>What is stored of the key that a request brings.</summary>
    public static string HashOfKey(HttpContext context) => Invitations.HashOf(context.Request.Headers.Authorization.ToString()[Bearer.Length..].Trim());

    /// <inheritdoc/>
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (await store.FindApiKeyAsync(HashOfKey(Context), Context.RequestAborted) is not { } found)
            return AuthenticateResult.Fail("There is no such key, or it has ended.");
        var limits = found.Key.Scopes.Select(scope => Enum.TryParse<Right>(scope, out var right) ? right : (Right?)null).OfType<Right>().ToHashSet();
        Context.Features.Set(new SignedIn(found.Person, 0) { Limits = limits });
        Claim[] claims = [new(ClaimTypes.NameIdentifier, found.Person.Id.ToString(CultureInfo.InvariantCulture)), new(ClaimTypes.Name, found.Person.Name)];
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(new ClaimsIdentity(claims, SchemeName)), SchemeName));
    }
}
