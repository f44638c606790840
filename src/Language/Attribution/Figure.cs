namespace Wireroom.Language.Attribution;

/// <summary>A number of a passage and what it counts.</summary>
public sealed record Figure
{
    /// <summary>The number with its bound: "at least 400".</summary>
    public required Span Span { get; init; }

    /// <summary>The value; of a range, the lower end.</summary>
    public required decimal Value { get; init; }

    /// <summary>The upper end of a range ("two to three"); null elsewhere.</summary>
    public decimal? Upper { get; init; }

    /// <summary>Exact, or a bound.</summary>
    public required Bound Bound { get; init; }

    /// <summary>What kind of thing it counts.</summary>
    public required FigureKind Kind { get; init; }

    /// <summary>What it counts, in the text's words: "Islamic State fighters".</summary>
    public required string Counts { get; init; }

    /// <summary>The side of those counted, where the text gives it: "Islamic State", "government".</summary>
    public string? Side { get; init; }

    /// <summary>The currency's code (ISO 4217) of a sum of money; null elsewhere.</summary>
    public string? Currency { get; init; }

    /// <summary>The statement that gives it, as a place in <see cref="Ledger.Statements"/>; null where nobody is named for it.</summary>
    public int? Statement { get; init; }

    /// <summary>The rule that made it.</summary>
    public required string Rule { get; init; }
}

/// <summary>How exact a figure is.</summary>
public enum Bound
{
    /// <summary>As it stands.</summary>
    Exact,

    /// <summary>"about", "some", "nearly".</summary>
    About,

    /// <summary>"at least", "more than".</summary>
    AtLeast,

    /// <summary>"up to", "at most", "fewer than".</summary>
    AtMost,
}

/// <summary>What a figure counts.</summary>
public enum FigureKind
{
    /// <summary>Something else.</summary>
    Other,

    /// <summary>Killed or dead.</summary>
    Dead,

    /// <summary>Wounded or injured.</summary>
    Wounded,

    /// <summary>Missing.</summary>
    Missing,

    /// <summary>Displaced or fled.</summary>
    Displaced,

    /// <summary>Held, arrested or kidnapped.</summary>
    Held,

    /// <summary>A sum of money.</summary>
    Money,

    /// <summary>A share in a hundred.</summary>
    Percent,
}
