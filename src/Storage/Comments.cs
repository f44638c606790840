using Wireroom.Stories;
using Wireroom.Stories.Body;

namespace Wireroom.Storage;

/// <summary>A passage that somebody comments on: the words, and where they stand in the text of a version; see <see cref="PassageTrail.TextOf"/>.</summary>
public sealed record CommentedPassage(string Words, int Start)
{
    /// <summary>The story as a whole.</summary>
    public static CommentedPassage None { get; } = new("", -1);
}

/// <summary>What one person has said in a thread.</summary>
public sealed record CommentLine(long Id, string Words, string By, DateTimeOffset At);

/// <summary>A comment with its answers.</summary>
public sealed record CommentThread(long Id, StoryId Story)
{
    /// <summary>What it was said of, as it stood then; empty where it is of the whole story.</summary>
    public string Quote { get; init; } = "";

    /// <summary>What stands there in the newest version.</summary>
    public string Passage { get; init; } = "";

    /// <summary>Where that is, or null where the passage is gone or there was none.</summary>
    public Stretch? Place { get; init; }

    /// <summary>True where the passage was deleted since.</summary>
    public bool HasLostItsPassage => Quote.Length > 0 && Place is null;

    /// <summary>The comment and its answers, in order.</summary>
    public IReadOnlyList<CommentLine> Lines { get; init; } = [];

    /// <summary>Who has settled it, or empty.</summary>
    public string SettledBy { get; init; } = "";

    /// <summary>When it was settled, or null.</summary>
    public DateTimeOffset? SettledAt { get; init; }

    /// <summary>True while nobody has settled it.</summary>
    public bool IsOpen => SettledAt is null;
}
