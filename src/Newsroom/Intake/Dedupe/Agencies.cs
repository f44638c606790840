using Wireroom.Storage;

namespace Wireroom.Newsroom.Intake.Dedupe;

/// <summary>An agency may send on several lines: sources with one credit line are one agency.</summary>
public static class Agencies
{
    /// <summary>The other sources of the source's agency.</summary>
    public static IEnumerable<Source> SameAs(Source source, IReadOnlyList<Source> sources) => source.Credit.Length == 0
        ? []
        : sources.Where(other => other.Slug != source.Slug && other.Credit.Equals(source.Credit, StringComparison.OrdinalIgnoreCase));

    /// <summary>
    /// True for an identity that no two items of an agency's lines share by chance: a URI, a tag, the hash of its content. "4711" may be one thing in one feed
    /// and another in the next.
    /// </summary>
    public static bool IsLasting(string identity) => identity.Contains(':', StringComparison.Ordinal) || identity.Length >= 20;
}
