using Wireroom.Newsroom.Desk.Access;
using Wireroom.Newsroom.Desk.Frame;
using Wireroom.Newsroom.Desk.SignIn;
using Wireroom.Storage;

namespace Wireroom.Newsroom.Desk.People;

/// <summary>The page of one's own account.</summary>
public sealed class MyselfPages(DeskPages pages, SignInPages signIn, Store store)
{
    /// <summary>The page, with what went wrong or what was done, a secret that waits for its first code, or a key that is shown this once.</summary>
    public async Task<IResult> ShowAsync(HttpContext context, string fault = "", string said = "", string newSecret = "", string newKey = "")
    {
        var cancel = context.RequestAborted;
        var model = new MyselfModel
        {
            Frame = await pages.FrameAsync(context, "Myself") with { Said = said },
            Person = await store.FindPersonAsync(context.PersonId(), cancel) ?? context.Person(),
            Session = context.SessionId(),
            Sessions = await store.SessionsAsync(context.PersonId(), cancel),
            Passkeys = await store.PasskeysAsync(context.PersonId(), cancel),
            Keys = context.May(Right.ApiKeys) ? await store.ApiKeysAsync(cancel) : [],
            People = context.May(Right.ApiKeys) ? await store.PeopleAsync(cancel) : [],
            OnlyThere = await signIn.WhyOnlyThereAsync(context.Person(), cancel) ?? "",
            NewSecret = newSecret,
            NewKey = newKey,
            Fault = fault,
        };
        return DeskPages.Show(MyselfPage.Create(model), fault.Length > 0 ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK);
    }
}

/// <summary>One's own account.</summary>
public sealed record MyselfModel
{
    /// <summary>What a key for a program may be given: no account of a person is looked after by a program.</summary>
    public static IReadOnlyList<Right> Scopes { get; } = [.. Enum.GetValues<Right>().Except([Right.Own, Right.People, Right.ApiKeys, Right.SignIn])];

    /// <summary>The kinds of notices that may be left out; a kill never is.</summary>
    public static IReadOnlyList<(string Name, string Words)> MutableKinds { get; } =
    [
        ("copyofkilled", "copies of stories that were killed"), ("killunmatched", "kills of stories that are not here"), ("hold", "holds"), ("embargo", "embargoes"), ("silent", "silent sources"),
        ("rule", "what a rule for arrivals points out"), ("event", "changes of events that somebody here is to cover"),
    ];

    /// <summary>How somebody is told where they are named with an @.</summary>
    public static IReadOnlyList<(string Name, string Words)> MentionKinds { get; } = [(Store.MuteMentions, "by a number in the bar"), (Store.MuteMentionMail, "by mail, where the newsroom sends any")];

    /// <summary>The frame.</summary>
    public required FrameModel Frame { get; init; }

    /// <summary>Who it is.</summary>
    public required Person Person { get; init; }

    /// <summary>The number of this session.</summary>
    public required long Session { get; init; }

    /// <summary>All sessions, the last seen first.</summary>
    public required IReadOnlyList<DeskSession> Sessions { get; init; }

    /// <summary>The passkeys.</summary>
    public required IReadOnlyList<Passkey> Passkeys { get; init; }

    /// <summary>Keys for programs, for whoever may make them.</summary>
    public required IReadOnlyList<ApiKey> Keys { get; init; }

    /// <summary>Everybody, for the names beside the keys.</summary>
    public required IReadOnlyList<Person> People { get; init; }

    /// <summary>Why password, second step and passkeys are not theirs, or empty.</summary>
    public required string OnlyThere { get; init; }

    /// <summary>A sealed secret that waits for its first code, or empty.</summary>
    public required string NewSecret { get; init; }

    /// <summary>A key that was just made, or empty.</summary>
    public required string NewKey { get; init; }

    /// <summary>What went wrong, or empty.</summary>
    public required string Fault { get; init; }
}
