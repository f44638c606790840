using Wireroom.Newsroom.Desk.Access;
using Wireroom.Newsroom.Desk.Frame;
using Wireroom.Newsroom.Desk.Ledger;
using Wireroom.Newsroom.Desk.Pictures;
using Wireroom.Newsroom.Desk.Queue;
using Wireroom.Storage;
using Wireroom.Stories;

namespace Wireroom.Newsroom.Desk.Story;

/// <summary>A story's page.</summary>
public sealed record StoryModel
{
    /// <summary>The frame.</summary>
    public required FrameModel Frame { get; init; }

    /// <summary>The story.</summary>
    public required DeskStory Story { get; init; }

    /// <summary>The version that is shown.</summary>
    public required Stories.Version Shown { get; init; }

    /// <summary>Every version, oldest first.</summary>
    public IReadOnlyList<Stories.Version> Versions { get; init; } = [];

    /// <summary>The version that the shown one is compared with, or null.</summary>
    public Stories.Version? Against { get; init; }

    /// <summary>What changed, or null where it is not asked for.</summary>
    public IReadOnlyList<ChangedField>? Changes { get; init; }

    /// <summary>How the wire's newer version differs from our text, or null where there is none.</summary>
    public IReadOnlyList<ChangedField>? WireChanges { get; init; }

    /// <summary>The wire items, oldest first.</summary>
    public IReadOnlyList<StoredWireItem> Wires { get; init; } = [];

    /// <summary>The log, oldest first.</summary>
    public IReadOnlyList<LoggedMove> Log { get; init; } = [];

    /// <summary>Stories that hold the same copy, newest first.</summary>
    public IReadOnlyList<LinkedCopy> Copies { get; init; } = [];

    /// <summary>The stories that tell the same in other languages.</summary>
    public IReadOnlyList<QueueRow> Translations { get; init; } = [];

    /// <summary>What the desk was told of the story, newest first.</summary>
    public IReadOnlyList<Notice> Notices { get; init; } = [];

    /// <summary>Who says so in the version that is shown.</summary>
    public required StoryLedger Ledger { get; init; }

    /// <summary>What to know of its pictures.</summary>
    public required StoryPictures Pictures { get; init; }

    /// <summary>Who is in the story now.</summary>
    public required IReadOnlyList<Present> Present { get; init; }

    /// <summary>What whoever asks was writing in it and has not saved, or null.</summary>
    public required WorkingCopy? Working { get; init; }

    /// <summary>Names of sections and sources.</summary>
    public required QueueNames Names { get; init; }

    /// <summary>What is to be delivered for it.</summary>
    public IReadOnlyList<Wireroom.Stories.Planning.Assignment> Assignments { get; init; } = [];

    /// <summary>Who could deliver it.</summary>
    public IReadOnlyList<Person> People { get; init; } = [];

    /// <summary>Who can be named with an @.</summary>
    public IReadOnlyList<string> Mentionable { get; init; } = [];

    /// <summary>What the desk says of it, or null where that is not shown.</summary>
    public Comments.CommentsModel? Comments { get; init; }

    /// <summary>The story's address on the desk.</summary>
    public string Address => $"/desk/story/{Story.Row.Story}";

    /// <summary>Why it lies outside of the sections and desks of whoever asks, or null.</summary>
    public string? Outside => Frame.Reach.WhyNot(Story.Row);

    /// <summary>True where whoever asks may fetch it to a desk of theirs.</summary>
    public bool MayFetch => Frame.Rights.Contains(Right.Write) && Frame.Reach.Desks.Any(desk => Frame.Reach.CanFetch(Story.Row, desk)) && Frame.Reach.CanFileIn(Story.Row.Section);

    /// <summary>True where the lifecycle allows the move now.</summary>
    public bool Can(Move move) => Lifecycle.After(Story.Row.State, move) is not null;

    /// <summary>True where a new version may be written now, by whoever asks.</summary>
    public bool MayWrite => Can(Move.Edit) && Frame.May(Right.Write) && (Frame.May(Right.WriteOthers) || Story.Row.TakenBy.Length == 0 || Story.Row.TakenBy == Frame.Person);

    /// <summary>The address of that version's page, with or without its changes.</summary>
    public string VersionAddress(int number, bool diff) => $"{Address}?v={number}{(diff ? "&diff=1" : "")}";
}
