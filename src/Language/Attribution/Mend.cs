namespace Wireroom.Language.Attribution;

/// <summary>What an editor put right in a ledger. It is kept with the version, and holds for later versions as long as its words stand in them.</summary>
/// <param name="Words">The words of the statement, exactly as they stand in the passage.</param>
/// <param name="By">Who mended.</param>
/// <param name="At">When.</param>
public sealed record Mend(string Words, string By, DateTimeOffset At)
{
    /// <summary>True where nobody is to be held to have said it: the statement is taken out.</summary>
    public bool NotSaid { get; init; }

    /// <summary>Who says it; empty where <see cref="NotSaid"/>, or where nobody has answered.</summary>
    public string Source { get; init; } = "";

    /// <summary>What the source is.</summary>
    public SourceKind Kind { get; init; }

    /// <summary>True where the source is unnamed.</summary>
    public bool Unnamed { get; init; }

    /// <summary>Who passes it on; empty at first hand.</summary>
    public string Via { get; init; } = "";

    /// <summary>How it is told.</summary>
    public Manner Manner { get; init; }
}
