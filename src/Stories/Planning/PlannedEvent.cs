namespace Wireroom.Stories.Planning;

/// <summary>Something that will take place and that the newsroom may cover: a session, a match, a strike. A wire announced it, or somebody here wrote it down.</summary>
public sealed record PlannedEvent
{
    /// <summary>Its number; 0 where it is not kept yet.</summary>
    public long Id { get; init; }

    /// <summary>The source that announced it; empty for one of our own.</summary>
    public string Source { get; init; } = "";

    /// <summary>The name that its sender gave it; empty for one of our own.</summary>
    public string Guid { get; init; } = "";

    /// <summary>The sender's version.</summary>
    public long Version { get; init; }

    /// <summary>What takes place.</summary>
    public required string Title { get; init; }

    /// <summary>What else is known, as plain text.</summary>
    public string Notes { get; init; } = "";

    /// <summary>Where.</summary>
    public string Place { get; init; } = "";

    /// <summary>Who holds it.</summary>
    public string Organiser { get; init; } = "";

    /// <summary>Whom to ask, one a line.</summary>
    public string Contacts { get; init; } = "";

    /// <summary>What its sender means to deliver of it, one a line.</summary>
    public string Coverage { get; init; } = "";

    /// <summary>A page about it, or empty.</summary>
    public string Link { get; init; } = "";

    /// <summary>The section whose business it is, or empty.</summary>
    public string Section { get; init; } = "";

    /// <summary>When it begins; of a whole day its midnight in the house's zone.</summary>
    public required DateTimeOffset Starts { get; init; }

    /// <summary>When it ends, or null where nobody says. The end of whole days is the midnight after the last.</summary>
    public DateTimeOffset? Ends { get; init; }

    /// <summary>True where only days are known.</summary>
    public bool AllDay { get; init; }

    /// <summary>How it repeats: the rule and its exceptions as RFC 5545 writes them, one a line, the first rule bare; empty where it takes place once.</summary>
    public string Recurrence { get; init; } = "";

    /// <summary><c>tentative</c>, <c>confirmed</c>, <c>postponed</c>, <c>cancelled</c>, or empty where unsaid.</summary>
    public string Status { get; init; } = "";

    /// <summary>True where the newsroom leaves it alone.</summary>
    public bool IsDropped { get; init; }

    /// <summary>True where it does not take place, or not then.</summary>
    public bool IsOff => Status is "cancelled" or "postponed";
}

/// <summary>What became of an event that a wire announced.</summary>
public enum EventTaken
{
    /// <summary>It is new here.</summary>
    New,

    /// <summary>It says something else than before.</summary>
    Changed,

    /// <summary>It says what it said before.</summary>
    Repeated,

    /// <summary>A later version is here already: it changes nothing.</summary>
    Late,
}
