namespace Wireroom.Newsroom.Cli.Import;

/// <summary>What the operator asked to be imported, and how.</summary>
internal sealed record ImportOrder(IReadOnlyList<string> Paths, string Source)
{
    /// <summary>True where the copy is to go out at once.</summary>
    public bool Release { get; init; }

    /// <summary>The date of documents that carry none; null means each file's own time, marked as guessed.</summary>
    public DateTimeOffset? Date { get; init; }

    /// <summary>Section that wins over the copy's own.</summary>
    public string? Section { get; init; }
}
