using Wireroom.Newsroom.Desk.Frame;
using Wireroom.Newsroom.Desk.SignIn;
using Wireroom.Storage;

namespace Wireroom.Newsroom.Desk.People;

/// <summary>The page of one's own account.</summary>
public sealed class MyselfPages(DeskPages pages, Store store)
{
    /// <summary>The page, with what went wrong or what was done.</summary>
    public async Task<IResult> ShowAsync(HttpContext context, string fault = "", string said = "")
    {
        var model = new MyselfModel
        {
            Frame = await pages.FrameAsync(context, "Myself") with { Said = said },
            Person = context.Person(),
            Session = context.SessionId(),
            Sessions = await store.SessionsAsync(context.PersonId(), context.RequestAborted),
            Fault = fault,
        };
        return DeskPages.Show(MyselfPage.Create(model), fault.Length > 0 ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK);
    }
}

/// <summary>One's own account.</summary>
public sealed record MyselfModel
{
    /// <summary>The frame.</summary>
    public required FrameModel Frame { get; init; }

    /// <summary>Who it is.</summary>
    public required Person Person { get; init; }

    /// <summary>The number of this session.</summary>
    public required long Session { get; init; }

    /// <summary>All sessions, the last seen first.</summary>
    public required IReadOnlyList<DeskSession> Sessions { get; init; }

    /// <summary>What went wrong, or empty.</summary>
    public required string Fault { get; init; }
}
