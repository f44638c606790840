namespace Wireroom.Storage;

/// <summary>How a source's bytes come in.</summary>
public enum SourceKind
{
    /// <summary>By hand: <c>wireroom import</c> and uploads.</summary>
    Import,

    /// <summary>A folder that is watched.</summary>
    Folder,

    /// <summary>An address that is polled.</summary>
    Feed,
}

/// <summary>A source of wires: where it lies and what its copy gets by default.</summary>
public sealed record Source
{
    /// <summary>Short lasting name in addresses and logs.</summary>
    public required string Slug { get; init; }

    /// <summary>Name for people.</summary>
    public required string Name { get; init; }

    /// <summary>How its bytes come in.</summary>
    public required SourceKind Kind { get; init; }

    /// <summary>Folder path or http(s) address; empty for imports.</summary>
    public string Address { get; init; } = "";

    /// <summary>Agency line for copy that carries none.</summary>
    public string Credit { get; init; } = "";

    /// <summary>Section for copy whose own cannot be told.</summary>
    public string Section { get; init; } = "";

    /// <summary>Language for copy that says none.</summary>
    public string Language { get; init; } = "";

    /// <summary>True where its copy is released by itself on arrival.</summary>
    public bool Trusted { get; init; }

    /// <summary>True where nothing is fetched.</summary>
    public bool Paused { get; init; }

    /// <summary>Between polls, in seconds.</summary>
    public int IntervalSeconds { get; init; } = 300;
}

/// <summary>How a polled source stands: validators of the last answer, next time, failures in a row, and the last fault in words.</summary>
public sealed record PollState(string? ETag, string? LastModified, DateTimeOffset? NextAt, int Failures, DateTimeOffset? LastSeenAt, string? LastFault);

public sealed partial class Store
{
    /// <summary>Every source, by name.</summary>
    public Task<IReadOnlyList<Source>> SourcesAsync(CancellationToken cancel) => throw new NotImplementedException();

    /// <summary>The source, or null.</summary>
    public Task<Source?> FindSourceAsync(string slug, CancellationToken cancel) => throw new NotImplementedException();

    /// <summary>Adds or changes a source.</summary>
    public Task SaveSourceAsync(Source source, CancellationToken cancel) => throw new NotImplementedException();

    /// <summary>Removes a source; what it sent stays.</summary>
    public Task RemoveSourceAsync(string slug, CancellationToken cancel) => throw new NotImplementedException();

    /// <summary>How a polled source stands.</summary>
    public Task<PollState> PollStateAsync(string slug, CancellationToken cancel) => throw new NotImplementedException();

    /// <summary>Notes how a poll went.</summary>
    public Task SavePollStateAsync(string slug, PollState state, CancellationToken cancel) => throw new NotImplementedException();
}
