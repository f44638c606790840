using Wireroom.Newsroom.Desk.Access;
using Wireroom.Newsroom.Desk.Keys;

namespace Wireroom.Newsroom.Desk.Frame;

/// <summary>What surrounds every page of the desk.</summary>
public sealed record FrameModel
{
    /// <summary>The page's title, without the newsroom's name.</summary>
    public required string Title { get; init; }

    /// <summary>The newsroom's name.</summary>
    public required string Newsroom { get; init; }

    /// <summary>Who is signed in, or empty.</summary>
    public required string Person { get; init; }

    /// <summary>What they may do.</summary>
    public IReadOnlySet<Right> Rights { get; init; } = new HashSet<Right>();

    /// <summary>What they may do with the story of the page, or null where the page has none.</summary>
    public IReadOnlySet<Right>? RightsHere { get; init; }

    /// <summary>Sections and desks that they work in.</summary>
    public Wireroom.Storage.Reach Reach { get; init; } = Wireroom.Storage.Reach.Everywhere;

    /// <summary>True where whoever is signed in has the right, over the story of the page where it has one.</summary>
    public bool May(Right right) => (RightsHere ?? Rights).Contains(right);

    /// <summary>The token that every post must carry.</summary>
    public required string Token { get; init; }

    /// <summary>Clock and zone.</summary>
    public required DeskTime Time { get; init; }

    /// <summary>Which keys are alive.</summary>
    public KeyScope Scope { get; init; } = KeyScope.Everywhere;

    /// <summary>The first part of the page's address, for the mark in the navigation.</summary>
    public string Place { get; init; } = "";

    /// <summary>The newest notices that nobody has seen yet.</summary>
    public IReadOnlyList<Wireroom.Storage.Notice> Notices { get; init; } = [];

    /// <summary>How many notices nobody has seen yet.</summary>
    public int OpenNotices { get; init; }

    /// <summary>How much whoever is signed in still has to deliver.</summary>
    public int Assignments { get; init; }

    /// <summary>The step of the tour at which they are, or 0.</summary>
    public int Tour { get; init; }

    /// <summary>How often whoever is signed in was named and has not seen it; 0 for who wants no count.</summary>
    public int Mentions { get; init; }

    /// <summary>What the last action did, or empty; read aloud.</summary>
    public string Said { get; init; } = "";
}
