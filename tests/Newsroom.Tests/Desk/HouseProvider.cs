using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Wireroom.Newsroom.Tests.Desk;

/// <summary>
/// A provider of OpenID Connect on loopback: discovery, keys, a page on which somebody says yes, codes that work once and want their verifier (PKCE), tokens
/// signed with RS256, claims for the bearer of a token, and signing out. What it is told to get wrong, it gets wrong.
/// </summary>
public sealed class HouseProvider : IAsyncDisposable
{
    public const string Client = "newsroom";
    public const string Secret = "the provider knows this";

    private readonly WebApplication program;
    private readonly RSA key = RSA.Create(2048);
    private readonly RSA strange = RSA.Create(2048);
    private readonly ConcurrentDictionary<string, Asked> codes = new();

    private HouseProvider()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0));
        builder.Services.AddRoutingCore();
        program = builder.Build();
        program.MapGet("/.well-known/openid-configuration", () => Results.Json(new
        {
            issuer = Issuer, authorization_endpoint = $"{Issuer}/authorize", token_endpoint = $"{Issuer}/token", jwks_uri = $"{Issuer}/keys", userinfo_endpoint = $"{Issuer}/claims",
            end_session_endpoint = $"{Issuer}/out", response_types_supported = (string[])["code"], subject_types_supported = (string[])["public"], id_token_signing_alg_values_supported = (string[])["RS256"],
        }));
        program.MapGet("/keys", () =>
        {
            var open = key.ExportParameters(false);
            return Results.Json(new { keys = (object[])[new { kty = "RSA", use = "sig", alg = "RS256", kid = "one", n = Base64Url.EncodeToString(open.Modulus), e = Base64Url.EncodeToString(open.Exponent) }] });
        });
        program.MapGet("/authorize", Authorize);
        program.MapPost("/token", (Delegate)TokenAsync); // as a request delegate its result would be thrown away
        program.MapGet("/claims", (HttpContext context) => context.Request.Headers.Authorization == "Bearer for the claims"
            ? Results.Json(ClaimsApart.Append(KeyValuePair.Create<string, object>("sub", Subject)).ToDictionary())
            : Results.Unauthorized());
        program.MapGet("/out", (HttpContext context) =>
        {
            SignedOutWith = context.Request.Query["id_token_hint"].ToString();
            return Results.Redirect(context.Request.Query["post_logout_redirect_uri"].ToString());
        });
    }

    public string Issuer { get; private set; } = "";

    public string Subject { get; set; } = "4711";

    public string Name { get; set; } = "Ivo Babić";

    /// <summary>Claims of the ID token besides those of the protocol.</summary>
    public Dictionary<string, object> Claims { get; } = new() { ["email"] = "ivo@courier.example", ["email_verified"] = true };

    /// <summary>Claims that stand at the address for claims alone.</summary>
    public Dictionary<string, object> ClaimsApart { get; } = [];

    /// <summary>What is wrong with what it answers: "nonce", "audience", "expired", "issuer", "signature", "unsigned", or "error", "silent".</summary>
    public string Wrong { get; set; } = "";

    /// <summary>True where somebody must press a button first.</summary>
    public bool Asks { get; set; }

    /// <summary>The last request for somebody.</summary>
    public Asked? Last { get; private set; }

    /// <summary>The token that the last sign-out named.</summary>
    public string SignedOutWith { get; private set; } = "";

    public static async Task<HouseProvider> StartAsync()
    {
        var provider = new HouseProvider();
        await provider.program.StartAsync(TestContext.Current.CancellationToken);
        provider.Issuer = provider.program.Urls.First();
        return provider;
    }

    public Task StopAsync() => program.StopAsync(CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await program.DisposeAsync();
        key.Dispose();
        strange.Dispose();
    }

    private IResult Authorize(HttpContext context)
    {
        var query = context.Request.Query;
        var (state, back) = (query["state"].ToString(), query["redirect_uri"].ToString());
        if (query["client_id"] != Client || query["response_type"] != "code" || query["code_challenge_method"] != "S256")
            return Results.BadRequest("No such client, or no code with a challenge.");
        if (Wrong == "denied")
            return Results.Redirect($"{back}?error=access_denied&state={Uri.EscapeDataString(state)}");
        var code = Guid.NewGuid().ToString("n");
        codes[code] = Last = new Asked(query["nonce"].ToString(), query["code_challenge"].ToString(), back, query["scope"].ToString());
        var address = $"{back}?code={code}&state={Uri.EscapeDataString(state)}";
        return Asks
            ? Results.Content($"<!DOCTYPE html><html lang=en><title>The house</title><main><h1>The house</h1><a id=yes href=\"{System.Net.WebUtility.HtmlEncode(address)}\">I am {Name}</a></main>", "text/html; charset=utf-8")
            : Results.Redirect(address);
    }

    private async Task<IResult> TokenAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        if (form["client_id"] != Client || form["client_secret"] != Secret)
            return Results.Json(new { error = "invalid_client" }, statusCode: 401);
        if (!codes.TryRemove(form["code"].ToString(), out var asked) || asked.Back != form["redirect_uri"]
            || Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString()))) != asked.Challenge)
            return Results.Json(new { error = "invalid_grant" }, statusCode: 400);
        if (Wrong == "error")
            return Results.Content("<h1>Out of order</h1>", "text/html", statusCode: 503);
        return Results.Json(new { token_type = "Bearer", access_token = "for the claims", expires_in = 300, id_token = IdToken(asked) });
    }

    private string IdToken(Asked asked)
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var ends = Wrong == "expired" ? now.AddHours(-1) : now.AddMinutes(5);
        var claims = new Dictionary<string, object>(Claims) { ["sub"] = Subject, ["name"] = Name, ["nonce"] = Wrong == "nonce" ? "another" : asked.Nonce };
        if (Wrong == "unsigned")
        {
            var body = new Dictionary<string, object>(claims) { ["iss"] = Issuer, ["aud"] = Client, ["iat"] = new DateTimeOffset(now).ToUnixTimeSeconds(), ["exp"] = new DateTimeOffset(ends).ToUnixTimeSeconds() };
            return $"{Base64Url.EncodeToString("{\"alg\":\"none\"}"u8)}.{Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(body))}.";
        }

        return new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Wrong == "issuer" ? "https://other.example" : Issuer, Audience = Wrong == "audience" ? "payroll" : Client, Claims = claims, IssuedAt = ends.AddMinutes(-5), NotBefore = ends.AddMinutes(-5), Expires = ends,
            SigningCredentials = new SigningCredentials(new RsaSecurityKey(Wrong == "signature" ? strange : key) { KeyId = "one" }, SecurityAlgorithms.RsaSha256),
        });
    }

    /// <summary>What the newsroom asked for.</summary>
    public sealed record Asked(string Nonce, string Challenge, string Back, string Scope);
}
