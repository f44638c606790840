using Wireroom.Newsroom.Intake.WebSub;

namespace Wireroom.Newsroom.Intake.Feeds;

/// <summary>What a poll brought: a document, "not changed", or a fault in words.</summary>
public sealed record FeedAnswer
{
    /// <summary>The document, where one came.</summary>
    public byte[]? Bytes { get; init; }

    /// <summary>Where it came from, after redirects.</summary>
    public Uri? Address { get; init; }

    /// <summary>Media type without parameters.</summary>
    public string? MediaType { get; init; }

    /// <summary>Charset of the answer's head.</summary>
    public string? Charset { get; init; }

    /// <summary>Validator for the next request.</summary>
    public string? ETag { get; init; }

    /// <summary>Validator for the next request, word for word as it came.</summary>
    public string? LastModified { get; init; }

    /// <summary>How long the server asks to be left alone.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The hub that brings the feed's news by itself, where it names one.</summary>
    public HubLinks? Hub { get; init; }

    /// <summary>What went wrong, in a sentence; null where nothing did.</summary>
    public string? Fault { get; init; }
}
