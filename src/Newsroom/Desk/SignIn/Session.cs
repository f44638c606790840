using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Wireroom.Newsroom.Desk.Frame;
using Wireroom.Storage;

namespace Wireroom.Newsroom.Desk.SignIn;

/// <summary>The session: a sealed cookie that holds who it is and the stamp of their password. A new password has a new stamp, which ends the old sessions.</summary>
public static class Session
{
    /// <summary>The name of the scheme.</summary>
    public const string Scheme = "desk";

    private const string Stamp = "stamp";

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
        options.Events.OnValidatePrincipal = CheckStampAsync;
        options.Events.OnRedirectToLogin = AskToSignInAsync;
    }

    /// <summary>Begins a session for that person.</summary>
    public static Task BeginAsync(HttpContext context, Person person)
    {
        var claims = new List<Claim>
        {
            new(ClaimTypes.NameIdentifier, person.Id.ToString(CultureInfo.InvariantCulture)),
            new(ClaimTypes.Name, person.Name),
            new(ClaimTypes.Role, person.Role),
            new(Stamp, person.Stamp),
        };
        return context.SignInAsync(Scheme, new ClaimsPrincipal(new ClaimsIdentity(claims, Scheme)), new AuthenticationProperties { IsPersistent = true });
    }

    /// <summary>The signed-in person's number.</summary>
    public static long PersonId(this HttpContext context) => long.Parse(context.User.FindFirstValue(ClaimTypes.NameIdentifier)!, CultureInfo.InvariantCulture);

    private static async Task CheckStampAsync(CookieValidatePrincipalContext context)
    {
        var store = context.HttpContext.RequestServices.GetRequiredService<Store>();
        var id = context.Principal?.FindFirstValue(ClaimTypes.NameIdentifier);
        var person = long.TryParse(id, CultureInfo.InvariantCulture, out var number)
            ? await store.FindPersonAsync(number, context.HttpContext.RequestAborted)
            : null;
        if (person is null || person.Stamp != context.Principal?.FindFirstValue(Stamp) || person.Role != context.Principal?.FindFirstValue(ClaimTypes.Role))
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(Scheme);
        }
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
