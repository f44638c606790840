using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.Identity;
using Wireroom.Newsroom.Desk.Access;
using Wireroom.Newsroom.Desk.Board;
using Wireroom.Newsroom.Desk.Comments;
using Wireroom.Newsroom.Desk.Editor;
using Wireroom.Newsroom.Desk.ForMe;
using Wireroom.Newsroom.Desk.Frame;
using Wireroom.Newsroom.Desk.Fronts;
using Wireroom.Newsroom.Desk.Keys;
using Wireroom.Newsroom.Desk.Ledger;
using Wireroom.Newsroom.Desk.Live;
using Wireroom.Newsroom.Desk.Log;
using Wireroom.Newsroom.Desk.Moves;
using Wireroom.Newsroom.Desk.Notices;
using Wireroom.Newsroom.Desk.People;
using Wireroom.Newsroom.Desk.Pictures;
using Wireroom.Newsroom.Desk.Planning;
using Wireroom.Newsroom.Desk.Queue;
using Wireroom.Newsroom.Desk.Routing;
using Wireroom.Newsroom.Desk.Settings;
using Wireroom.Newsroom.Desk.SignIn;
using Wireroom.Newsroom.Desk.SignIn.OpenId;
using Wireroom.Newsroom.Desk.Sources;
using Wireroom.Newsroom.Desk.Story;
using Wireroom.Newsroom.Desk.Tour;
using Wireroom.Newsroom.Desk.Voices;
using Wireroom.Storage;
using StoreOptions = Wireroom.Storage.StoreOptions;

namespace Wireroom.Newsroom.Desk;

/// <summary>The desk: everything under <c>/desk</c>, where editors read the queue, write, and release.</summary>
public static class DeskRoom
{
    /// <summary>A person's session, or a program's key.</summary>
    private const string EitherScheme = "desk or key";

    /// <summary>What the desk needs: sessions, guarded forms, and what its pages are made of.</summary>
    public static IServiceCollection AddDesk(this IServiceCollection services)
    {
        services.AddAuthentication(EitherScheme)
            .AddPolicyScheme(EitherScheme, null, either => either.ForwardDefaultSelector = context => KeyScheme.Brings(context) ? KeyScheme.SchemeName : Session.Scheme)
            .AddCookie(Session.Scheme, Session.Configure)
            .AddScheme<AuthenticationSchemeOptions, KeyScheme>(KeyScheme.SchemeName, null);
        services.AddAuthorization();
        services.AddAntiforgery(forms =>
        {
            forms.FormFieldName = "token";
            forms.HeaderName = "X-Desk-Token";
            forms.Cookie.Name = "wireroom.forms";
            forms.Cookie.Path = "/desk";
            forms.Cookie.HttpOnly = true;
            forms.Cookie.SameSite = SameSiteMode.Strict;
            forms.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        services.AddDataProtection().SetApplicationName(SessionKeys.Application);
        services.AddOptions<KeyManagementOptions>().Configure<StoreOptions, ILoggerFactory>((keys, store, log) =>
            keys.XmlRepository = new FileSystemXmlRepository(SessionKeys.Folder(store), log));
        // The keys lie beside the database that they guard; who can read one can read the other, and saying so at each start helps nobody.
        services.AddLogging(log => log.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error).AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Error)
            .AddFilter(typeof(KeyScheme).FullName, LogLevel.Warning)
            .AddFilter("Microsoft.AspNetCore.Authentication.OpenIdConnect", LogLevel.None)); // what a provider's answer lacked stands in the trail, with who asked
        services.AddSingleton<IPasswordHasher<Person>, PasswordHasher<Person>>();
        services.AddSingleton<SignInLimits>();
        services.AddSingleton<Invitations>();
        services.AddSingleton<Passwords>();
        services.AddSingleton<MyselfPages>();
        services.AddSingleton<SecondStep>();
        services.AddSingleton<Passkeys>();
        services.AddSingleton<OpenIdProvider>();
        services.AddSingleton<SignInPages>();
        services.AddSingleton<DeskPages>();
        services.AddSingleton<MentionSender>();
        services.AddHostedService(provider => provider.GetRequiredService<MentionSender>());
        return services;
    }

    /// <summary>The desk's addresses. Whatever is not marked as open to strangers demands a signed-in person and the right that it names; a test walks them all.</summary>
    public static void MapDesk(this WebApplication newsroom)
    {
        // Readers sign in nowhere: who somebody is is asked at the desk's addresses only. The host would ask at every address, unless told that it is done.
        foreach (var asked in (string[])["__AuthenticationMiddlewareSet", "__AuthorizationMiddlewareSet"])
            ((IApplicationBuilder)newsroom).Properties[asked] = true;
        newsroom.UseWhen(
            context => context.Request.Path.StartsWithSegments("/desk", StringComparison.Ordinal), desk => desk.Use(DeskHeaders.SendAsync).UseAuthentication().UseAuthorization());
        var desk = newsroom.MapGroup("/desk").RequireAuthorization().AddEndpointFilter<GuardedForms>().AddEndpointFilter<RightsGuard>().AddEndpointFilter<RefusedMoves>();
        desk.MapSignIn();
        desk.MapOpenId();
        desk.MapPeople();
        desk.MapMyself();
        desk.MapSecondSteps();
        desk.MapLog();
        desk.MapQueue();
        desk.MapBoard();
        desk.MapStory();
        desk.MapEditor();
        desk.MapComments();
        desk.MapForMe();
        desk.MapPictures();
        desk.MapMoves();
        desk.MapLedger();
        desk.MapVoices();
        desk.MapSources();
        desk.MapRouting();
        desk.MapNotices();
        desk.MapTranslations();
        desk.MapLive();
        desk.MapFronts();
        desk.MapPlanning();
        desk.MapAssignments();
        desk.MapSettings();
        desk.MapSiteSettings();
        desk.MapSignInSettings();
        desk.MapKeys();
        desk.MapTour();
    }

    /// <summary>The name under which a person's moves are logged.</summary>
    public static string PersonName(this HttpContext context) => context.User.FindFirstValue(ClaimTypes.Name) ?? "";
}
