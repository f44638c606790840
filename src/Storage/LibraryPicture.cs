using Wireroom.Stories;
using Wireroom.Stories.Body;

namespace Wireroom.Storage;

/// <summary>A stored picture: file name (hash of its content, and ending by its true type), type, size in bytes, and in pixels as it is seen upright.</summary>
public sealed record StoredPicture(string File, string MediaType, int Width, int Height, long Length);

/// <summary>What a picture says of itself, or its wire says of it.</summary>
public sealed record PictureFacts
{
    /// <summary>Nothing is known.</summary>
    public static PictureFacts None { get; } = new();

    /// <summary>Headline, or empty.</summary>
    public string Headline { get; init; } = "";

    /// <summary>Caption, or empty.</summary>
    public string Caption { get; init; } = "";

    /// <summary>Alternative text, or empty.</summary>
    public string AltText { get; init; } = "";

    /// <summary>The credit line that must be printed, or empty.</summary>
    public string Credit { get; init; } = "";

    /// <summary>Who took it, or empty.</summary>
    public string Byline { get; init; } = "";

    /// <summary>Where it was taken: "Split, Croatia"; or empty.</summary>
    public string Place { get; init; } = "";

    /// <summary>Who is seen.</summary>
    public IReadOnlyList<string> People { get; init; } = [];

    /// <summary>Keywords.</summary>
    public IReadOnlyList<string> Keywords { get; init; } = [];

    /// <summary>When it was taken; null where that is not said.</summary>
    public DateTimeOffset? TakenAt { get; init; }

    /// <summary>Rights; null where none are stated.</summary>
    public Rights? Rights { get; init; }

    /// <summary>Slug of the source that it came from, or empty.</summary>
    public string Source { get; init; } = "";
}

/// <summary>A picture in the library: its file, what is known of it, and what the desk decided.</summary>
public sealed record LibraryPicture(StoredPicture Stored, PictureFacts Facts)
{
    /// <summary>When it was kept first.</summary>
    public required DateTimeOffset KeptAt { get; init; }

    /// <summary>Why the picture desk has taken it out of use, or empty.</summary>
    public string Barred { get; init; } = "";

    /// <summary>Who has cleared its rights, or empty.</summary>
    public string ClearedBy { get; init; } = "";

    /// <summary>The point that every crop keeps in sight.</summary>
    public Focus Focus { get; init; } = Focus.Centre;

    /// <summary>Who has set it; empty where the program found it.</summary>
    public string FocusBy { get; init; } = "";

    /// <summary>True where its renditions are made.</summary>
    public bool IsDeveloped { get; init; }

    /// <summary>Why it could not be made ready for readers, or empty.</summary>
    public string Refused { get; init; } = "";

    /// <summary>What release asks of it.</summary>
    public PictureStanding Standing => new(
        Facts.Rights?.Expires, Barred, Refused, ClearedBy.Length > 0, Facts.Credit.Length > 0 || Facts.Rights is { SayNothing: false });

    /// <summary>Its right to go out at that time.</summary>
    public PictureRight RightAt(DateTimeOffset now) =>
        Refused.Length > 0 ? PictureRight.Refused
        : Barred.Length > 0 ? PictureRight.Barred
        : Facts.Rights?.Expires is { } end && end <= now ? PictureRight.Expired
        : Standing is { Cleared: false, SaysWhose: false } ? PictureRight.Unknown
        : Facts.Rights is { UsageTerms.Length: > 0 } ? PictureRight.Terms
        : PictureRight.Good;

    /// <summary>As a picture of a story.</summary>
    public Picture ForStory() => new(
        Stored.File, Facts.Caption, Facts.AltText.Length > 0 ? Facts.AltText : Facts.Caption, Facts.Credit.Length > 0 ? Facts.Credit : Facts.Byline, Stored.Width, Stored.Height, Facts.Rights);
}

/// <summary>A picture's right to go out, at a glance.</summary>
public enum PictureRight
{
    /// <summary>Nothing stands in the way.</summary>
    Good,

    /// <summary>It may go out under terms that must be read.</summary>
    Terms,

    /// <summary>Nobody knows whose it is.</summary>
    Unknown,

    /// <summary>The right has ended.</summary>
    Expired,

    /// <summary>The desk has taken it out of use.</summary>
    Barred,

    /// <summary>Its file is not fit for readers.</summary>
    Refused,
}

/// <summary>Which pictures of the library are looked for. Values are joined by "and"; empty asks for nothing.</summary>
public sealed record PictureFilter
{
    /// <summary>Words of caption, headline, people, place, credit and keywords.</summary>
    public string Words { get; init; } = "";

    /// <summary>Words of the people seen.</summary>
    public string Person { get; init; } = "";

    /// <summary>Words of the place.</summary>
    public string Place { get; init; } = "";

    /// <summary>Words of the credit or the photographer.</summary>
    public string Credit { get; init; } = "";

    /// <summary>Taken, or where that is not known kept, at or after.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Taken, or where that is not known kept, before.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Only those with that right at this moment.</summary>
    public PictureRight? Right { get; init; }

    /// <summary>Only pictures after this one in the library's order.</summary>
    public string After { get; init; } = "";
}

/// <summary>What the picture desk writes down of a picture.</summary>
public sealed record PictureEdit(PictureFacts Facts, Focus? Focus, string Barred, bool Cleared);

/// <summary>A story that has the picture in its newest version, or shows it to readers.</summary>
public sealed record PictureUse(QueueRow Row, bool IsShown);

/// <summary>Which concerns about pictures the house does without; by default it has them all.</summary>
public sealed record PictureChecks
{
    /// <summary>True where a picture of which nobody knows whose it is may go out without a word.</summary>
    public bool LetUnclearedStand { get; init; }
}

/// <summary>A picture that a story which is out shows: what the page of the picture must know.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Width">Width in pixels.</param>
/// <param name="Height">Height in pixels.</param>
/// <param name="Focus">The point that every crop keeps in sight.</param>
/// <param name="Until">When the right to show it ends; null where no end is known.</param>
public sealed record ShownPicture(string File, int Width, int Height, Focus Focus, DateTimeOffset? Until);
