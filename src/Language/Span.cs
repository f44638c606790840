namespace Wireroom.Language;

/// <summary>A stretch of a passage, in UTF-16 units.</summary>
/// <param name="Start">The first unit.</param>
/// <param name="End">The unit after the last.</param>
public readonly record struct Span(int Start, int End)
{
    /// <summary>UTF-16 units.</summary>
    public int Length => End - Start;

    /// <summary>True where the two share a unit.</summary>
    public bool Overlaps(Span other) => Start < other.End && other.Start < End;

    /// <summary>True where the other lies wholly inside.</summary>
    public bool Holds(Span other) => Start <= other.Start && other.End <= End;
}
