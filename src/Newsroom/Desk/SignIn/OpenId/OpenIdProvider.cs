using System.Security.Claims;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using Wireroom.Storage;

namespace Wireroom.Newsroom.Desk.SignIn.OpenId;

/// <summary>What the provider's answer came to: somebody with their claims and where to go, or what was wrong with it.</summary>
public sealed record OpenIdAnswer(ClaimsPrincipal? Who, string IdToken, string Return, Exception? Fault);

/// <summary>
/// The provider as the operator has set it: authorization code flow with PKCE (OpenID Connect Core 1.0 section 3.1, RFC 7636). The framework's handler does
/// it; it is made for each request and is no scheme of the program's, because the settings change while it runs and most newsrooms have no provider.
/// </summary>
public sealed class OpenIdProvider(DeskLine line, IDataProtectionProvider protection, ILoggerFactory log, TimeProvider clock)
{
    /// <summary>Where the provider sends people back to.</summary>
    public const string BackPath = "/desk/sign-in/openid/back";

    private const string SchemeName = "openid";
    private static readonly string[] Algorithms = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512"];

    private readonly Lock gate = new();
    private (OpenIdSettings Settings, OpenIdConnectOptions Options)? made;

    /// <summary>The seal of the newsroom's secret at the provider.</summary>
    public static IDataProtector Seal(IDataProtectionProvider protection) => protection.CreateProtector("Wireroom.OpenId");

    /// <summary>Sends the browser to the provider, to come back to that address of the desk.</summary>
    public async Task ChallengeAsync(HttpContext context, OpenIdSettings settings, string back)
    {
        var handler = await HandlerAsync(context, OptionsOf(settings));
        await handler.ChallengeAsync(new AuthenticationProperties { RedirectUri = back });
    }

    /// <summary>Reads and proves what the browser brings back.</summary>
    public async Task<OpenIdAnswer> AnswerAsync(HttpContext context, OpenIdSettings settings)
    {
        var handler = await HandlerAsync(context, OptionsOf(settings));
        await handler.HandleRequestAsync();
        return context.Features.Get<OpenIdAnswer>() ?? new OpenIdAnswer(null, "", "/desk", new AuthenticationFailureException("The provider's answer could not be read."));
    }

    /// <summary>What is wrong with reaching the provider, as a sentence, or null.</summary>
    public async Task<string?> TryAsync(OpenIdSettings settings, CancellationToken cancel)
    {
        try
        {
            var found = await OptionsOf(settings).ConfigurationManager!.GetConfigurationAsync(cancel);
            return found.AuthorizationEndpoint is { Length: > 0 } && found.TokenEndpoint is { Length: > 0 } ? null : $"{settings.Authority} names no addresses for signing in.";
        }
        catch (Exception fault) when (OpenIdFaults.IsOfTheLine(fault))
        {
            return OpenIdFaults.Words(fault, settings);
        }
    }

    /// <summary>Where to sign out at the provider, with the token that says whose session it is (OpenID Connect RP-Initiated Logout 1.0); null where it has no such address or cannot be asked.</summary>
    public async Task<string?> SignOutAddressAsync(HttpContext context, OpenIdSettings settings, string hint)
    {
        try
        {
            var found = await OptionsOf(settings).ConfigurationManager!.GetConfigurationAsync(context.RequestAborted);
            return string.IsNullOrEmpty(found.EndSessionEndpoint) ? null : new OpenIdConnectMessage
            {
                IssuerAddress = found.EndSessionEndpoint,
                ClientId = settings.ClientId,
                IdTokenHint = Open(hint) is { Length: > 0 } token ? token : null,
                PostLogoutRedirectUri = $"{context.Request.Scheme}://{context.Request.Host}/desk/sign-in",
            }.CreateLogoutRequestUrl();
        }
        catch (Exception fault) when (OpenIdFaults.IsOfTheLine(fault))
        {
            return null;
        }
    }

    /// <summary>A text, sealed.</summary>
    public string Sealed(string text) => text.Length == 0 ? "" : Seal(protection).Protect(text);

    private string Open(string text)
    {
        try
        {
            return text.Length == 0 ? "" : Seal(protection).Unprotect(text);
        }
        catch (CryptographicException)
        {
            return "";
        }
    }

    private async Task<OpenIdConnectHandler> HandlerAsync(HttpContext context, OpenIdConnectOptions options)
    {
        var handler = new OpenIdConnectHandler(new Fixed(options), log, HtmlEncoder.Default, UrlEncoder.Default);
        await handler.InitializeAsync(new AuthenticationScheme(SchemeName, null, typeof(OpenIdConnectHandler)), context);
        return handler;
    }

    /// <summary>The same options as long as the settings are the same: they keep the provider's keys in memory.</summary>
    private OpenIdConnectOptions OptionsOf(OpenIdSettings settings)
    {
        lock (gate)
        {
            if (made is not { } last || last.Settings != settings)
                made = last = (settings, Make(settings));
            return last.Options;
        }
    }

    private OpenIdConnectOptions Make(OpenIdSettings settings)
    {
        var options = new OpenIdConnectOptions
        {
            Authority = settings.Authority,
            ClientId = settings.ClientId,
            ClientSecret = Open(settings.Secret ?? "") is { Length: > 0 } secret ? secret : null,
            ResponseType = OpenIdConnectResponseType.Code,
            ResponseMode = OpenIdConnectResponseMode.Query, // a form from another site would come without the cookies that prove whose answer it is
            UsePkce = true,
            CallbackPath = BackPath,
            SignInScheme = Session.Scheme,
            MapInboundClaims = false,
            GetClaimsFromUserInfoEndpoint = true, // what the scope "email" asks for stands there (OpenID Connect Core 1.0 section 5.4)
            SaveTokens = true,
            BackchannelHttpHandler = new DeskLineHandler(line),
            BackchannelTimeout = TimeSpan.FromSeconds(20),
            RequireHttpsMetadata = !IsHere(settings.Authority),
            DisableTelemetry = true,
            TimeProvider = clock,
        };
        options.Scope.Add("email");
        options.ClaimActions.Clear();
        options.ClaimActions.MapAll(); // besides those of the token, which come first
        options.TokenValidationParameters.ValidAlgorithms = Algorithms;
        foreach (var cookie in (CookieBuilder[])[options.CorrelationCookie, options.NonceCookie])
            (cookie.SameSite, cookie.SecurePolicy) = (SameSiteMode.Lax, CookieSecurePolicy.SameAsRequest);
        options.Events.OnTokenValidated = validated =>
        {
            // The library lets a token without signature pass that comes from the provider's own line (OpenID Connect Core 1.0 section 3.1.3.7). Nobody is let in on one here.
            if (validated.TokenEndpointResponse?.IdToken is not { } token || new JsonWebToken(token).EncodedSignature.Length == 0)
                validated.Fail(new SecurityTokenInvalidSignatureException("The token is not signed."));
            return Task.CompletedTask;
        };
        options.Events.OnTicketReceived = received =>
        {
            Keep(received.HttpContext, new OpenIdAnswer(received.Principal, received.Properties?.GetTokenValue("id_token") ?? "", SignInEndpoints.Inside(received.ReturnUri), null));
            received.HandleResponse();
            return Task.CompletedTask;
        };
        options.Events.OnRemoteFailure = failed =>
        {
            Keep(failed.HttpContext, new OpenIdAnswer(null, "", SignInEndpoints.Inside(failed.Properties?.RedirectUri), failed.Failure ?? new AuthenticationFailureException("no reason was given")));
            failed.HandleResponse();
            return Task.CompletedTask;
        };
        new OpenIdConnectPostConfigureOptions(protection).PostConfigure(SchemeName, options);
        return options;
    }

    /// <summary>Only on this very machine may the provider be asked in the open.</summary>
    internal static bool IsHere(string authority) => Uri.TryCreate(authority, UriKind.Absolute, out var address) && address.IsLoopback;

    private static void Keep(HttpContext context, OpenIdAnswer answer) => context.Features.Set(answer);

    private sealed class Fixed(OpenIdConnectOptions options) : IOptionsMonitor<OpenIdConnectOptions>
    {
        public OpenIdConnectOptions CurrentValue => options;

        public OpenIdConnectOptions Get(string? name) => options;

        public IDisposable? OnChange(Action<OpenIdConnectOptions, string?> listener) => null;
    }
}
