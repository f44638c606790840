using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Wireroom.Newsroom.Desk.Access;
using Wireroom.Newsroom.Desk.Frame;
using Wireroom.Storage;

namespace Wireroom.Newsroom.Desk.SignIn;

/// <summary>
/// The session: a sealed cookie with the session's number. Who it is and what they may do is read from the store at each request, so that a session that was
/// ended, a role that was changed and a person who was shut out count at once.
/// </summary>
public static class Session
{
    /// <summary>The name of the scheme.</summary>
    public const string Scheme = "desk";

    private const string Number = "session";
    private const int LongestBrowser = 200;

    /// <summary>How the cookie is made, sent and checked.</summary>
    public static void Configure(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "wireroom.desk";
        options.Cookie.Path = "/desk";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = TimeSpan.FromHours(14);
        options.SlidingExpiration = true;
        options.LoginPath = "/desk/sign-in";
        options.ReturnUrlParameter = "return";
        options.Events.OnValidatePrincipal = FindPersonAsync;
        options.Events.OnRedirectToLogin = AskToSignInAsync;
    }

    /// <summary>Begins a session for that person; <paramref name="how"/> they signed in goes into the log, and <paramref name="hint"/> is what their provider needs to end its own session, sealed.</summary>
    public static async Task BeginAsync(HttpContext context, Store store, Person person, string how, string hint = "")
    {
        var browser = context.Request.Headers.UserAgent.ToString();
        var session = await store.BeginSessionAsync(person, context.CameFrom(), browser.Length <= LongestBrowser ? browser : browser[..LongestBrowser], how, context.RequestAborted, hint);
        // An editor who comes to a sample newsroom for the first time is shown around.
        if (person.Tour == 0 && person.May(Right.Triage) && await store.IsSampleAsync(context.RequestAborted))
            await store.SetTourAsync(person.Id, 1, context.RequestAborted);
        var claims = new List<Claim>
        {
            new(ClaimTypes.NameIdentifier, person.Id.ToString(CultureInfo.InvariantCulture)),
            new(ClaimTypes.Name, person.Name),
            new(Number, session.ToString(CultureInfo.InvariantCulture)),
        };
        await context.SignInAsync(Scheme, new ClaimsPrincipal(new ClaimsIdentity(claims, Scheme)), new AuthenticationProperties { IsPersistent = true });
    }

    /// <summary>Who is signed in.</summary>
    public static Person Person(this HttpContext context) => context.Features.Get<SignedIn>()?.Person ?? throw new InvalidOperationException("Nobody is signed in.");

    /// <summary>True where whoever is signed in has the right.</summary>
    public static bool May(this HttpContext context, Right right) => context.Features.Get<SignedIn>() is { } signedIn && signedIn.Person.May(right) && signedIn.Limits?.Contains(right) is not false;

    /// <summary>All rights of whoever is signed in.</summary>
    public static IReadOnlySet<Right> Rights(this HttpContext context) => Enum.GetValues<Right>().Where(context.May).ToHashSet();

    /// <summary>How far the rights over copy of whoever is signed in reach.</summary>
    public static Reach Reach(this HttpContext context) => context.Person().Reach;

    /// <summary>Those of the rights that whoever is signed in has over that story: outside of their sections and desks, none over copy.</summary>
    public static IReadOnlySet<Right> RightsOver(this HttpContext context, QueueRow row, IReadOnlySet<Right> rights) =>
        context.Person().Reach is { IsLimited: true } reach && reach.WhyNot(row) is not null ? rights.Where(right => !Needed.IsOverCopy(right)).ToHashSet() : rights;

    /// <summary>The signed-in person's number.</summary>
    public static long PersonId(this HttpContext context) => context.Person().Id;

    /// <summary>The number of the session.</summary>
    public static long SessionId(this HttpContext context) => context.Features.Get<SignedIn>()?.Session ?? 0;

    /// <summary>
    /// Looks again, for an answer that goes on for hours: true where the session or key has not ended and whoever it is still has the right. From then on the
    /// request knows them, their rights and what they mute as they are now.
    /// </summary>
    public static async Task<bool> StillMayAsync(this HttpContext context, Store store, Right right, CancellationToken cancel)
    {
        if (context.Features.Get<SignedIn>() is not { } before)
            return false;
        var person = KeyScheme.Brings(context) ? (await store.FindApiKeyAsync(KeyScheme.HashOfKey(context), cancel))?.Person : await store.PersonOfSessionAsync(before.Session, cancel);
        context.Features.Set(person is null ? null : before with { Person = person });
        return context.May(right);
    }

    /// <summary>The address that the request came from.</summary>
    public static string CameFrom(this HttpContext context) => context.Connection.RemoteIpAddress is { } address ? (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).ToString() : "";

    private static async Task FindPersonAsync(CookieValidatePrincipalContext context)
    {
        var store = context.HttpContext.RequestServices.GetRequiredService<Store>();
        if (long.TryParse(context.Principal?.FindFirstValue(Number), CultureInfo.InvariantCulture, out var session)
            && await store.PersonOfSessionAsync(session, context.HttpContext.RequestAborted) is { } person)
        {
            context.HttpContext.Features.Set(new SignedIn(person, session));
            return;
        }

        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(Scheme);
    }

    /// <summary>A page is led to the sign-in and back; the desk's script and the live stream are told in a status.</summary>
    private static Task AskToSignInAsync(RedirectContext<CookieAuthenticationOptions> context)
    {
        var request = context.Request;
        if (HttpMethods.IsGet(request.Method) && !DeskPages.WantsJson(context.HttpContext) && !request.Headers.Accept.ToString().Contains("event-stream", StringComparison.Ordinal))
            context.Response.Redirect(context.RedirectUri);
        else
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        return Task.CompletedTask;
    }
}

/// <summary>Who is signed in, as the store has them now, and in which session.</summary>
public sealed record SignedIn(Person Person, long Session)
{
    /// <summary>What a program's key is limited to, or null for a person.</summary>
    public IReadOnlySet<Right>? Limits { get; init; }
}
