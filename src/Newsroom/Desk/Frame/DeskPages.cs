using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Antiforgery;
using RazorSlices;
using Wireroom.Newsroom.Desk.Keys;
using Wireroom.Newsroom.Desk.SignIn;
using Wireroom.Storage;

namespace Wireroom.Newsroom.Desk.Frame;

/// <summary>What every page of the desk begins with.</summary>
public sealed class DeskPages(Store store, TimeProvider clock, IAntiforgery forms)
{
    private const int NoticesOnAPage = 3;

    /// <summary>Letters of every script stand as they are; only what is markup is written as a reference.</summary>
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>The frame of a page for whoever asks.</summary>
    public async Task<FrameModel> FrameAsync(HttpContext context, string title, KeyScope scope = KeyScope.Everywhere)
    {
        var masthead = await store.MastheadAsync(context.RequestAborted);
        var signedIn = context.Features.Get<SignedIn>()?.Person;
        var person = signedIn?.Name ?? "";
        var mutes = signedIn?.Mutes ?? [];
        var notices = person.Length > 0 ? await store.OpenNoticesAsync(NoticesOnAPage, context.RequestAborted, mutes) : [];
        var place = context.Request.Path.Value?.Split('/', StringSplitOptions.RemoveEmptyEntries).Skip(1).FirstOrDefault() ?? "";
        return new FrameModel
        {
            Title = title,
            Newsroom = masthead.Name,
            Person = person,
            Rights = context.Rights(),
            Tour = Math.Max(signedIn?.Tour ?? 0, 0),
            Reach = signedIn?.Reach ?? Reach.Everywhere,
            Token = forms.GetAndStoreTokens(context).RequestToken ?? "",
            Time = TimeOf(masthead),
            Scope = scope,
            Place = place,
            Notices = notices,
            Assignments = person.Length > 0 ? await store.CountOpenAssignmentsAsync(context.PersonId(), context.RequestAborted) : 0,
            Mentions = person.Length > 0 && !mutes.Contains(Store.MuteMentions) ? await store.CountMentionsAsync(context.PersonId(), context.RequestAborted) : 0,
            OpenNotices = notices.Count < NoticesOnAPage ? notices.Count : await store.CountOpenNoticesAsync(context.RequestAborted, mutes),
        };
    }

    /// <summary>Clock and zone.</summary>
    public async Task<DeskTime> TimeAsync(CancellationToken cancel) => TimeOf(await store.MastheadAsync(cancel));

    /// <summary>A page with one message, or for the desk's own script the message alone.</summary>
    public async Task<IResult> MessageAsync(HttpContext context, int status, string title, string message)
    {
        if (WantsJson(context))
            return Results.Json(new { title, message }, statusCode: status);
        return Show(Message.Create(new MessageModel(await FrameAsync(context, title), message, Referer(context))), status);
    }

    /// <summary>The page of the desk that the request came from.</summary>
    public static string Referer(HttpContext context) =>
        Uri.TryCreate(context.Request.Headers.Referer.ToString(), UriKind.Absolute, out var address) && address.Host == context.Request.Host.Host ? address.PathAndQuery : "/desk";

    /// <summary>A slice as an answer of that status.</summary>
    public static IResult Show(RazorSlice page, int status = StatusCodes.Status200OK)
    {
        page.HtmlEncoder = Encoder;
        return Results.RazorSlice(page, status);
    }

    /// <summary>A slice as HTML, for a part of a page.</summary>
    public static async Task<string> HtmlAsync(RazorSlice part, CancellationToken cancel) => await part.RenderAsync(Encoder, cancel);

    /// <summary>True where the desk's script asks, which wants data and no page.</summary>
    public static bool WantsJson(HttpContext context) => context.Request.Headers.Accept.ToString().StartsWith("application/json", StringComparison.Ordinal);

    private DeskTime TimeOf(Masthead masthead) => new(DeskTime.ZoneOf(masthead.TimeZone), clock.GetUtcNow());
}

/// <summary>A page with one message, and where to go from there.</summary>
public sealed record MessageModel(FrameModel Frame, string Message, string Back);
