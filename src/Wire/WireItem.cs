namespace Wireroom.Wire;

/// <summary>
/// One item as its document said it: in order, nothing improved. What the document said and this record has no place for
/// stands in <see cref="Dropped"/>, so that loss is visible. Texts are trimmed, entities are resolved, markup is gone.
/// </summary>
public sealed record WireItem
{
    /// <summary>The name of the format that it was read from, as in <see cref="WireFormats"/>: <c>rss</c>, <c>ninjs</c>, …</summary>
    public required string Format { get; init; }

    /// <summary>The sender's lasting name for the item (guid, uri, atom:id); null where the document gives none.</summary>
    public string? Guid { get; init; }

    /// <summary>The sender's version of the item, rising; null where the format or the sender has none.</summary>
    public long? Version { get; init; }

    /// <summary>What the sender wants done with it.</summary>
    public WireSignal Signal { get; init; } = WireSignal.New;

    /// <summary>Publishing status as sent, lower case: <c>usable</c>, <c>withheld</c>, <c>canceled</c>.</summary>
    public string? PubStatus { get; init; }

    /// <summary>Kind of content: <c>text</c>, <c>picture</c>, <c>video</c>, <c>audio</c>, <c>graphic</c>, <c>package</c>, <c>event</c>.</summary>
    public string Kind { get; init; } = "text";

    /// <summary>Editorial urgency, 1 (flash) to 9; null where unsaid.</summary>
    public int? Urgency { get; init; }

    /// <summary>Transmission priority as the line-mode wires send it (<c>f b u r d …</c> or a digit).</summary>
    public string? Priority { get; init; }

    /// <summary>The slugline as sent.</summary>
    public string? Slugline { get; init; }

    /// <summary>Headlines by role, the main one first.</summary>
    public IReadOnlyList<WireText> Headlines { get; init; } = [];

    /// <summary>The standfirst, summary or description, as plain text.</summary>
    public string? Standfirst { get; init; }

    /// <summary>Further descriptions, as plain text, with the roles that the sender gave them.</summary>
    public IReadOnlyList<WireText> Descriptions { get; init; } = [];

    /// <summary>The dateline as printed: <c>ZAGREB, 3 March</c>.</summary>
    public string? Dateline { get; init; }

    /// <summary>Where the story was written or takes place.</summary>
    public WirePlace? Located { get; init; }

    /// <summary>The byline as printed.</summary>
    public string? Byline { get; init; }

    /// <summary>The credit line that must be printed.</summary>
    public string? Credit { get; init; }

    /// <summary>Who originated the information (infosource, dc:source), first to last.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>Who sends it.</summary>
    public string? Provider { get; init; }

    /// <summary>The sender's running number on the line.</summary>
    public string? Sequence { get; init; }

    /// <summary>The key that ties takes together.</summary>
    public string? TakeKey { get; init; }

    /// <summary>Note to editors; never to be printed.</summary>
    public string? EdNote { get; init; }

    /// <summary>The embargo as sent and as understood; null where there is none.</summary>
    public WireEmbargo? Embargo { get; init; }

    /// <summary>When the item, this version, or the document was made.</summary>
    public WireTime? Created { get; init; }

    /// <summary>When the content itself was made, where that is said apart from the item: a picture was taken, a statement given.</summary>
    public WireTime? ContentCreated { get; init; }

    /// <summary>When this version was made.</summary>
    public WireTime? VersionCreated { get; init; }

    /// <summary>When the sender published it, where that is said apart from the version.</summary>
    public WireTime? Published { get; init; }

    /// <summary>BCP 47 language tag, as sent; null where unsaid.</summary>
    public string? Language { get; init; }

    /// <summary>Genres or product kinds, with scheme and code where given: <c>Current</c>, <c>Feature</c>, <c>Advisory</c>.</summary>
    public IReadOnlyList<WireSubject> Genres { get; init; } = [];

    /// <summary>The sender's services or desks that carry the item, with scheme and code where given.</summary>
    public IReadOnlyList<WireSubject> Services { get; init; } = [];

    /// <summary>Other names of the item in systems of the sender's.</summary>
    public IReadOnlyList<WireAltId> AltIds { get; init; } = [];

    /// <summary>Subjects with scheme and code where given; MediaTopics as <c>medtop:20000002</c>.</summary>
    public IReadOnlyList<WireSubject> Subjects { get; init; } = [];

    /// <summary>People named in the metadata.</summary>
    public IReadOnlyList<WireSubject> People { get; init; } = [];

    /// <summary>Organisations named in the metadata.</summary>
    public IReadOnlyList<WireSubject> Organisations { get; init; } = [];

    /// <summary>Places named in the metadata.</summary>
    public IReadOnlyList<WirePlace> Places { get; init; } = [];

    /// <summary>Free keywords and categories without a scheme.</summary>
    public IReadOnlyList<string> Keywords { get; init; } = [];

    /// <summary>Usage terms, copyright holder and notice.</summary>
    public WireRights? Rights { get; init; }

    /// <summary>Number of words as the sender counted them.</summary>
    public int? WordCount { get; init; }

    /// <summary>Address of the item's page on the sender's site.</summary>
    public string? Link { get; init; }

    /// <summary>The body, block by block; sanitized by construction because no block can hold markup.</summary>
    public IReadOnlyList<WireBlock> Body { get; init; } = [];

    /// <summary>Files of the item itself (a picture's sizes, a podcast's sound) and of what is associated with it.</summary>
    public IReadOnlyList<WireMedia> Media { get; init; } = [];

    /// <summary>When and how an event takes place, for an item of the kind <c>event</c>; null for all others.</summary>
    public WireEvent? Event { get; init; }

    /// <summary>Links to other items: what it corrects, replaces, follows, is related to.</summary>
    public IReadOnlyList<WireLink> Links { get; init; } = [];

    /// <summary>Which statements of the reader were guessed: <c>headline</c>, <c>date</c>, <c>embargo</c>; the desk shows them as such.</summary>
    public IReadOnlyList<string> Guessed { get; init; } = [];

    /// <summary>Names of the elements or fields that the document held and this record could not carry, with their values.</summary>
    public IReadOnlyList<WireDropped> Dropped { get; init; } = [];

    /// <summary>The main headline's text, or null.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public string? Headline => Headlines.Count > 0 ? Headlines[0].Text : null;

    /// <summary>The name of the first genre, or null.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public string? Genre => Genres.Count > 0 ? Genres[0].Name : null;
}

/// <summary>A text with the role that the sender gave it (<c>main</c>, <c>short</c>, <c>alert</c>, …) and its language.</summary>
public sealed record WireText(string Text, string Role = "main", string? Language = null);

/// <summary>
/// A time as sent. <see cref="Instant"/> is null where the text could not be read, or where it is a local time without a
/// zone and <see cref="Local"/> holds it: a missing zone is never guessed.
/// </summary>
public sealed partial record WireTime(string AsSent, DateTimeOffset? Instant, DateTime? Local = null)
{
    /// <summary>The time as RFC 3339 has it: as sent where it was sent so. Null where the instant is not known.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public string? Stamp => Instant is not { } instant ? null : Rfc3339().IsMatch(AsSent) ? AsSent : Of(instant).AsSent;

    /// <summary>A time known exactly, in the words of ISO 8601 with as much of its second as is known.</summary>
    public static WireTime Of(DateTimeOffset instant) => new(instant.ToString(Form(instant), System.Globalization.CultureInfo.InvariantCulture), instant);

    private static string Form(DateTimeOffset instant) => instant.Ticks switch
    {
        var ticks when ticks % TimeSpan.TicksPerSecond == 0 => "yyyy-MM-dd'T'HH:mm:sszzz",
        var ticks when ticks % TimeSpan.TicksPerMillisecond == 0 => "yyyy-MM-dd'T'HH:mm:ss.fffzzz",
        _ => "yyyy-MM-dd'T'HH:mm:ss.fffffffzzz",
    };

    [System.Text.RegularExpressions.GeneratedRegex(@"^\d{4}-\d\d-\d\dT(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,7})?(?:Z|[+-]\d\d:\d\d)$", System.Text.RegularExpressions.RegexOptions.CultureInvariant)]
    private static partial System.Text.RegularExpressions.Regex Rfc3339();
}

/// <summary>An embargo: the sender's words, and the instant until which nothing may go out; null where it could not be read, which closes the item.</summary>
public sealed record WireEmbargo(string AsSent, DateTimeOffset? Until);

/// <summary>A subject, person or organisation: name, and scheme with code where given; names of its parents nearest first.</summary>
public sealed record WireSubject(string Name, string? Scheme = null, string? Code = null, int? Relevance = null, IReadOnlyList<string>? Parents = null)
{
    /// <summary>What stands here by the vocabulary of the code and not by the document; readers leave it, <see cref="Topics.MediaTopics.Complete(WireItem)"/> sets it.</summary>
    public WireAdded Added { get; init; }

    /// <summary>How the item relates to it, where the sender says so: <c>about</c>, <c>mentions</c>.</summary>
    public string? Rel { get; init; }

    /// <summary>Who or what put it there, where the sender says so.</summary>
    public string? Creator { get; init; }

    /// <summary>How sure that one was, 0 to 100.</summary>
    public int? Confidence { get; init; }

    /// <summary>True where more is said of it than its name, code, relevance and parents.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool SaysMore => (Rel ?? Creator) is not null || Confidence is not null;

    /// <summary>A list of one name without a code, or an empty one.</summary>
    public static IReadOnlyList<WireSubject> Only(string? name) => name is null ? [] : [new WireSubject(name)];

    /// <summary>The parents that the document gave; a writer loses no others.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public IReadOnlyList<string>? SaidParents => Added.HasFlag(WireAdded.Parents) ? null : Parents;
}

/// <summary>Another name of the item, and what system or use it belongs to.</summary>
public sealed record WireAltId(string Role, string Value);

/// <summary>What a vocabulary said of a code where the document said nothing.</summary>
[Flags]
public enum WireAdded
{
    /// <summary>Nothing: all is the document's.</summary>
    None = 0,

    /// <summary>The name.</summary>
    Name = 1,

    /// <summary>The parents.</summary>
    Parents = 2,
}

/// <summary>A place by name, with code and coordinates (degrees, WGS 84) where given.</summary>
public sealed record WirePlace(string Name, string? Scheme = null, string? Code = null, double? Latitude = null, double? Longitude = null, string? Country = null);

/// <summary>What may be done with the item.</summary>
public sealed record WireRights(string? UsageTerms = null, string? Holder = null, string? Notice = null, DateTimeOffset? Expires = null);

/// <summary>A file: its role (<c>body</c>, <c>main</c>, <c>thumbnail</c>, …), address or name, type, size in bytes, pixels, seconds, caption, credit.</summary>
public sealed record WireMedia(string Role, string? Href, string? MediaType = null)
{
    /// <summary>The sender's name for the associated item.</summary>
    public string? Guid { get; init; }

    /// <summary>Kind: <c>picture</c>, <c>video</c>, <c>audio</c>, <c>graphic</c>, <c>text</c>.</summary>
    public string? Kind { get; init; }

    /// <summary>Size in bytes.</summary>
    public long? Bytes { get; init; }

    /// <summary>Width in pixels.</summary>
    public int? Width { get; init; }

    /// <summary>Height in pixels.</summary>
    public int? Height { get; init; }

    /// <summary>Duration in seconds.</summary>
    public double? Seconds { get; init; }

    /// <summary>Title or headline of the file.</summary>
    public string? Title { get; init; }

    /// <summary>Caption as plain text.</summary>
    public string? Caption { get; init; }

    /// <summary>Alternative text for who does not see the picture.</summary>
    public string? AltText { get; init; }

    /// <summary>Credit line that must be printed.</summary>
    public string? Credit { get; init; }

    /// <summary>Rights to the file.</summary>
    public WireRights? Rights { get; init; }

    /// <summary>Name under which the newsroom keeps the file that came with the document; no document says it and readers leave it null.</summary>
    public string? KeptAs { get; init; }
}

/// <summary>A link to another item with its relation: <c>corrects</c>, <c>replaces</c>, <c>follows</c>, <c>related</c>, or the sender's own word.</summary>
public sealed record WireLink(string Relation, string? Guid, string? Href = null, string? Title = null);

/// <summary>Something said that <see cref="WireItem"/> could not carry.</summary>
public sealed record WireDropped(string Name, string? Value = null);
