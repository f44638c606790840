using Wireroom.Newsroom.Desk.Access;
using Wireroom.Newsroom.Desk.Frame;
using Wireroom.Newsroom.Desk.SignIn;
using Wireroom.Storage;
using Wireroom.Stories.Planning;

namespace Wireroom.Newsroom.Desk.ForMe;

/// <summary>What is for whoever is signed in: where somebody wrote @ and their name, and what they have to deliver.</summary>
public static class ForMeEndpoints
{
    private const int OnThePage = 100;

    /// <summary><c>/desk/for-me</c>, <c>/desk/for-me/{key}</c>, <c>/desk/for-me/seen</c>.</summary>
    public static void MapForMe(this RouteGroupBuilder desk)
    {
        desk.MapGet("/for-me", ShowAsync).Needs(Right.Own);
        desk.MapGet("/for-me/{key:long}", OpenAsync).Needs(Right.Own);
        desk.MapPost("/for-me/seen", SeeAllAsync).NeedsUnlogged(Right.Own);
    }

    /// <summary>The names that stand for somebody after an @, by name.</summary>
    public static async Task<IReadOnlyList<string>> NamesAsync(Store store, CancellationToken cancel) =>
        [.. (await store.PeopleAsync(cancel)).Where(person => person.DisabledAt is null).Select(person => person.Name)];

    private static async Task<IResult> ShowAsync(HttpContext context, DeskPages pages, Store store) => DeskPages.Show(ForMePage.Create(new ForMeModel(
        await pages.FrameAsync(context, "For me"),
        await store.MentionsAsync(context.PersonId(), OnThePage, context.RequestAborted),
        await store.OpenAssignmentsAsync(context.PersonId(), context.RequestAborted),
        context.PersonId())));

    /// <summary>To the place, and the mention is seen.</summary>
    private static async Task<IResult> OpenAsync(HttpContext context, long key, DeskPages pages, Store store) =>
        await store.SeeMentionAsync(context.PersonId(), key, context.RequestAborted) is { } mention
            ? Results.Redirect($"/desk/story/{mention.Story}{(mention.Comment > 0 ? $"#comment-{mention.Comment}" : "#note")}")
            : await pages.MessageAsync(context, StatusCodes.Status404NotFound, "Not here", "Nobody has named you at this address.");

    private static async Task<IResult> SeeAllAsync(HttpContext context, Store store)
    {
        await store.SeeMentionsAsync(context.PersonId(), context.RequestAborted);
        return Results.Redirect("/desk/for-me");
    }
}

/// <summary>The page of what is for oneself.</summary>
public sealed record ForMeModel(FrameModel Frame, IReadOnlyList<Mention> Mentions, IReadOnlyList<Assignment> Assignments, long Me);
