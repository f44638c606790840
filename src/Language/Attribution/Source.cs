namespace Wireroom.Language.Attribution;

/// <summary>One source of a passage, under one name across it.</summary>
public sealed record Source
{
    /// <summary>The fullest name that the passage gives ("Syrian Observatory for Human Rights"); for the unnamed, their description ("military source").</summary>
    public required string Name { get; init; }

    /// <summary>What it is.</summary>
    public required SourceKind Kind { get; init; }

    /// <summary>True where the passage names it.</summary>
    public required bool Named { get; init; }

    /// <summary>The office or relation that the text gives: "head of antiquities", "state news agency"; null where it gives none.</summary>
    public string? Role { get; init; }

    /// <summary>Further words of the text about it, in order: "pro-opposition", "Britain-based", "who refused to be identified".</summary>
    public IReadOnlyList<string> Descriptions { get; init; } = [];

    /// <summary>Its side or stake where the text states one: "pro-opposition", "state", "rebel"; null where it does not.</summary>
    public string? Interest { get; init; }

    /// <summary>Where the passage mentions it as a source, in reading order.</summary>
    public required IReadOnlyList<Span> Mentions { get; init; }
}

/// <summary>What a source is.</summary>
public enum SourceKind
{
    /// <summary>A person, or persons: "witnesses".</summary>
    Person,

    /// <summary>An organisation, an office, a state.</summary>
    Institution,

    /// <summary>A report, a statement, a study, a poll, a filing.</summary>
    Document,

    /// <summary>Pictures: footage, a video, photographs.</summary>
    Footage,
}
