namespace Wireroom.Storage;

/// <summary>
/// What a reader or editor typed into a search box: words (all must be there), "exact phrases", prefix*, -without.
/// Anything else is taken as words; no input is an error.
/// </summary>
public sealed record SearchQuery
{
    /// <summary>Reads a search box.</summary>
    public static SearchQuery Parse(string text) => throw new NotImplementedException();
}
