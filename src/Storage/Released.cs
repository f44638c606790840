using Wireroom.Language.Attribution;
using Wireroom.Stories;
using Wireroom.Stories.Body;

namespace Wireroom.Storage;

/// <summary>A story in a list, as readers see it at this moment: a rail, a front, a feed, a search page.</summary>
public sealed record ReleasedRow
{
    /// <summary>The row's place in newest-first order; the page after a row asks for what stands before its key.</summary>
    public required long Key { get; init; }

    /// <summary>The story.</summary>
    public required StoryId Story { get; init; }

    /// <summary>Number of the version that is out.</summary>
    public required int Version { get; init; }

    /// <summary>Words of the address: <c>dam-gives-way-above-mostar</c>. The address itself is made by the Site from this and the identity.</summary>
    public required string Slug { get; init; }

    /// <summary>Section slug.</summary>
    public required string Section { get; init; }

    /// <summary>BCP 47 language.</summary>
    public required string Language { get; init; }

    /// <summary>Headline.</summary>
    public required string Headline { get; init; }

    /// <summary>The lead: standfirst or first paragraph, plain text.</summary>
    public required string Lead { get; init; }

    /// <summary>Byline, or empty.</summary>
    public required string Byline { get; init; }

    /// <summary>Agency line, or empty.</summary>
    public required string Credit { get; init; }

    /// <summary>Main place, or empty.</summary>
    public required string Place { get; init; }

    /// <summary>1 (flash) to 9.</summary>
    public required int Urgency { get; init; }

    /// <summary>How the version that is out went out.</summary>
    public required ReleaseKind Kind { get; init; }

    /// <summary>When the story was first published; it decides the order of every list.</summary>
    public required DateTimeOffset PublishedAt { get; init; }

    /// <summary>When the version that is out went out; later than <see cref="PublishedAt"/> where the story was updated or corrected.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Whether the story is told as it happens.</summary>
    public LiveState Live { get; init; }

    /// <summary>The first picture with a file, or null.</summary>
    public Picture? LeadPicture { get; init; }
}

/// <summary>How a version went out.</summary>
public enum ReleaseKind
{
    /// <summary>The first.</summary>
    First,

    /// <summary>A newer version.</summary>
    Update,

    /// <summary>A version that put something wrong right.</summary>
    Correction,
}

/// <summary>A story whole, as readers see it at this moment.</summary>
public sealed record ReleasedStory(ReleasedRow Row, Copy Copy, IReadOnlyList<ReleasedCorrection> Corrections)
{
    /// <summary>True where the desk has joined it with the same in other languages, whether that is out or not.</summary>
    public bool IsTranslated { get; init; }

    /// <summary>The ledger as it is stored, or null where the version has not been read.</summary>
    internal string? StoredLedger { get; init; }

    /// <summary>Who says so in this version; null where it has not been read yet, and of a version that stands no more.</summary>
    public Ledger? ReadLedger() => StoredLedger is null ? null : StoredLedgerJson.ReadLedger(StoredLedger);
}

/// <summary>A correction that readers are told of: what was wrong, and when it was put right.</summary>
public sealed record ReleasedCorrection(ReleasedRow Row, string WhatWasWrong, DateTimeOffset At);

/// <summary>What is said of a withdrawn story that was once out: when and why, and nothing of its copy.</summary>
public sealed record WithdrawnNotice(StoryId Story, string Reason, DateTimeOffset At);

/// <summary>Which released stories a list holds. Values are joined by "and"; null asks for nothing.</summary>
public sealed record ReleasedFilter
{
    /// <summary>No condition.</summary>
    public static ReleasedFilter Everything { get; } = new();

    /// <summary>Section slug.</summary>
    public string? Section { get; init; }

    /// <summary>Topic slug.</summary>
    public string? Topic { get; init; }

    /// <summary>An author, a place or an agency.</summary>
    public NameKind? NameKind { get; init; }

    /// <summary>The slug of that name.</summary>
    public string? Name { get; init; }

    /// <summary>BCP 47 language.</summary>
    public string? Language { get; init; }

    /// <summary>Published at or after.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Published before.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Words looked for in headline, standfirst, body, byline and place; see <see cref="SearchQuery"/>.</summary>
    public string? Words { get; init; }

    /// <summary>Only rows whose key is below: the key of the last row of the page before.</summary>
    public long? Before { get; init; }
}

/// <summary>A section of the paper.</summary>
public sealed record Section(string Slug, string Name, int Position);

/// <summary>A topic with its name and the number of stories that are out.</summary>
public sealed record Topic(string Slug, string Name, int Stories);

/// <summary>An author, a place or an agency with the number of stories that are out, and when the newest of them was published.</summary>
public sealed record NamedStories(NameKind Kind, string Slug, string Name, int Stories, DateTimeOffset Newest);

/// <summary>What a newsroom says of itself: name, one line, language (BCP 47), time zone (IANA), public address without a slash at its end.</summary>
public sealed record Masthead(string Name, string Tagline, string Language, string TimeZone, string Address)
{
    /// <summary>True where readers are not shown who says so below a story.</summary>
    public bool HidesSources { get; init; }

    /// <summary>The theme of the site: a shipped one, or a folder in the data folder; empty is the first that is shipped.</summary>
    public string Theme { get; init; } = "";

    /// <summary>True where <c>/llms.txt</c> tells language models what stands where.</summary>
    public bool TellsModels { get; init; }

    /// <summary>The WebSub hub that is told of new stories and that feeds name, or empty.</summary>
    public string Hub { get; init; } = "";

    /// <summary>Where IndexNow is told of new, changed and withdrawn pages, or empty.</summary>
    public string IndexNow { get; init; } = "";

    /// <summary>The key by which IndexNow knows the newsroom.</summary>
    public string IndexNowKey { get; init; } = "";

    /// <summary>True where readers can have the news by mail.</summary>
    public bool SendsLetters { get; init; }

    /// <summary>The hour in the newsroom's zone at which the daily letter goes out.</summary>
    public int LetterHour { get; init; } = 7;
}
