namespace Wireroom.Newsroom.Intake;

/// <summary>Bytes handed over by a transport, with what it knows of them. Transports only fetch; everything else is <see cref="Arrive"/>.</summary>
public sealed record Delivery
{
    /// <summary>Source slug.</summary>
    public required string Source { get; init; }

    /// <summary>File name or address, for people.</summary>
    public required string Name { get; init; }

    /// <summary>The document.</summary>
    public required ReadOnlyMemory<byte> Bytes { get; init; }

    /// <summary>When it arrived; null means now.</summary>
    public DateTimeOffset? ArrivedAt { get; init; }

    /// <summary>Media type from outside the document (HTTP).</summary>
    public string? MediaType { get; init; }

    /// <summary>Charset from outside the document (HTTP).</summary>
    public string? Charset { get; init; }

    /// <summary>Address that relative links are seen from.</summary>
    public Uri? Base { get; init; }

    /// <summary>Folders in which pictures that the document names by a relative path may lie, the nearest first. Nothing outside them is read.</summary>
    public IReadOnlyList<string> PictureFolders { get; init; } = [];

    /// <summary>A date for documents that carry none.</summary>
    public DateTimeOffset? Date { get; init; }

    /// <summary>True where <see cref="Date"/> is the file's own time and not a person's word.</summary>
    public bool DateIsGuessed { get; init; }

    /// <summary>Section that the operator asked for; wins over the copy's own.</summary>
    public string? Section { get; init; }

    /// <summary>True where kept bytes are read again: what has been sent anew since is not laid over by its older document.</summary>
    public bool IsReplay { get; init; }

    /// <summary>
    /// True where the bytes were kept before the program stopped, and are taken only now: what has been sent anew since is not laid over by its older document.
    /// Kills and holds still count, and the desk is told as of any arrival.
    /// </summary>
    public bool IsFinished { get; init; }

    /// <summary>True where the operator asked for the copy's release on arrival (<c>import --release</c>): working titles go out.</summary>
    public bool Release { get; init; }
}
