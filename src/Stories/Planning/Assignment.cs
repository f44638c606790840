namespace Wireroom.Stories.Planning;

/// <summary>How far an assignment is.</summary>
public enum AssignmentState
{
    /// <summary>Nobody has begun.</summary>
    Open,

    /// <summary>Somebody works on it.</summary>
    Working,

    /// <summary>It is delivered.</summary>
    Done,

    /// <summary>Nobody need do it any more.</summary>
    Dropped,
}

/// <summary>What somebody is to deliver, of an event or for a story.</summary>
public sealed record Assignment
{
    /// <summary>Kinds of what is delivered.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["text", "picture", "video", "audio", "graphic", "live"];

    /// <summary>Its number; 0 where it is not kept yet.</summary>
    public long Id { get; init; }

    /// <summary>The event that it belongs to, or 0.</summary>
    public long Event { get; init; }

    /// <summary>When the event takes place, where it takes place more than once.</summary>
    public DateTimeOffset? Occurs { get; init; }

    /// <summary>The story that it is for, or that was written for it.</summary>
    public StoryId? Story { get; init; }

    /// <summary>One of <see cref="Kinds"/>.</summary>
    public string Kind { get; init; } = "text";

    /// <summary>What is to be done.</summary>
    public string What { get; init; } = "";

    /// <summary>Who is to do it; 0 where nobody has been asked yet.</summary>
    public long Person { get; init; }

    /// <summary>Their name.</summary>
    public string Name { get; init; } = "";

    /// <summary>When it is due, or null.</summary>
    public DateTimeOffset? Due { get; init; }

    /// <summary>The length asked for, in words; 0 where none is.</summary>
    public int Words { get; init; }

    /// <summary>How far it is.</summary>
    public AssignmentState State { get; init; }

    /// <summary>Who gave it.</summary>
    public string MadeBy { get; init; } = "";

    /// <summary>What the event or the story is called.</summary>
    public string About { get; init; } = "";

    /// <summary>True while somebody still has to deliver it.</summary>
    public bool IsOpen => State is AssignmentState.Open or AssignmentState.Working;
}
