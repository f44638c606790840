using Wireroom.Stories.Body;

namespace Wireroom.Storage;

/// <summary>Whether a story is told as it happens.</summary>
public enum LiveState
{
    /// <summary>It is a story like any other.</summary>
    None,

    /// <summary>Entries are coming in.</summary>
    On,

    /// <summary>It was live, and its entries stay.</summary>
    Ended,
}

/// <summary>How a version of an entry went out.</summary>
public enum EntryKind
{
    /// <summary>The first.</summary>
    First,

    /// <summary>Other words.</summary>
    Update,

    /// <summary>Something wrong put right; the note says what.</summary>
    Correction,

    /// <summary>The entry is gone; the note says why.</summary>
    Withdrawal,
}

/// <summary>What an editor writes into an entry.</summary>
/// <param name="Headline">A headline, or empty.</param>
/// <param name="Body">The text.</param>
/// <param name="IsKeyPoint">True where the entry is one of the key points of the story.</param>
public sealed record EntryCopy(string Headline, IReadOnlyList<Block> Body, bool IsKeyPoint = false)
{
    private const int LongestName = 90;

    /// <summary>The headline, or where there is none the first words of the text.</summary>
    public string Name => Headline.Length > 0 ? Headline : Excerpt.Of(BodyText.Of(Body).Split('\n')[0], LongestName);
}

/// <summary>An entry of a live story as it stands.</summary>
/// <param name="Key">Its place in time; it names the entry and never changes.</param>
/// <param name="Number">Its version.</param>
/// <param name="Kind">How this version went out.</param>
/// <param name="Note">What was wrong, or why it was withdrawn; else empty.</param>
/// <param name="Copy">What it says; nothing where it was withdrawn.</param>
/// <param name="By">Who wrote it.</param>
/// <param name="At">When it was written.</param>
/// <param name="ChangedAt">When this version took its place.</param>
public sealed record LiveEntry(long Key, int Number, EntryKind Kind, string Note, EntryCopy Copy, string By, DateTimeOffset At, DateTimeOffset ChangedAt);

/// <summary>A live story's frame: whether entries are coming in, since when, until when, and the entry that stands above the others.</summary>
public sealed record LiveFrame(LiveState State, DateTimeOffset BeganAt, DateTimeOffset? EndedAt, long? Pinned);

/// <summary>A live story as readers see it at this moment.</summary>
/// <param name="Frame">Its frame.</param>
/// <param name="Entries">The entries, newest first, as many as were asked for.</param>
/// <param name="KeyPoints">The newest entries that are key points.</param>
/// <param name="Pinned">The entry that stands above the others, or null.</param>
public sealed record ReleasedLive(LiveFrame Frame, IReadOnlyList<LiveEntry> Entries, IReadOnlyList<LiveEntry> KeyPoints, LiveEntry? Pinned);

/// <summary>A row of the table of entries.</summary>
internal sealed class EntryColumns
{
    public const string Names = "e.key, e.number, e.story, e.kind, e.note, e.key_point, e.headline, e.body, e.made_by, e.visible_from";

    public long Key { get; init; }

    public int Number { get; init; }

    public long Story { get; init; }

    public string Kind { get; init; } = "";

    public string Note { get; init; } = "";

    public int Key_Point { get; init; }

    public string Headline { get; init; } = "";

    public string Body { get; init; } = "";

    public string Made_By { get; init; } = "";

    public long Visible_From { get; init; }

    public LiveEntry ToEntry() => new(
        Key, Number, Enum.Parse<EntryKind>(Kind, ignoreCase: true), Note, new EntryCopy(Headline, StoredJson.Read<Block[]>(Body), Key_Point != 0), Made_By, DateKey.TimeOf(Key),
        DateTimeOffset.FromUnixTimeMilliseconds(Visible_From));
}

/// <summary>A row of the table of live stories.</summary>
internal sealed class LiveColumns
{
    public long Began_At { get; init; }

    public long? Ended_At { get; init; }

    public long? Pinned { get; init; }

    public LiveFrame ToFrame() => new(
        Ended_At is null ? LiveState.On : LiveState.Ended, DateTimeOffset.FromUnixTimeMilliseconds(Began_At), Ended_At is { } ended ? DateTimeOffset.FromUnixTimeMilliseconds(ended) : null, Pinned);
}
