using Wireroom.Stories;

namespace Wireroom.Storage;

/// <summary>
/// Names of what a page shows, for caches: a release says which of them it changes, a page says which of them it shows, and the names meet. The form is that of
/// the field <c>Surrogate-Key</c>: names without spaces, one space between.
/// </summary>
public static class SurrogateKeys
{
    /// <summary>
    /// Whatever holds stories of all kinds, newest first: the front, the rail, the latest, search, the feed of everything, site maps. Every ring that changes
    /// what is out, now or later, names it or names nothing at all.
    /// </summary>
    public const string Latest = "latest";

    /// <summary>What lists all topics, authors, places and agencies: a release names it that may bring one in or take one out, and no other, since most do neither.</summary>
    public const string Names = "names";

    /// <summary>A story's own pages.</summary>
    public static string Story(StoryId story) => $"story/{story}";

    /// <summary>A section's front and feed.</summary>
    public static string Section(string slug) => "section/" + Uri.EscapeDataString(slug);

    /// <summary>A topic's page and feed.</summary>
    public static string Topic(string slug) => "topic/" + Uri.EscapeDataString(slug);

    /// <summary>The page and feed of an author, a place or an agency.</summary>
    public static string Named(NameKind kind, string slug) => $"{kind.ToString().ToLowerInvariant()}/{Uri.EscapeDataString(slug)}";

    /// <summary>A front for which the desk chooses; empty for the front page.</summary>
    public static string Front(string front) => front.Length == 0 ? "front" : "front/" + Uri.EscapeDataString(front);

    /// <summary>Everything that shows a story of those sections, topics and names, or holds it on a front's list.</summary>
    internal static string Of(StoryId story, IEnumerable<string> sections, IEnumerable<string> topics, IEnumerable<(NameKind Kind, string Slug)> names, IEnumerable<string> fronts, bool mayNameNew) =>
        string.Join(' ', [Latest, .. mayNameNew ? [Names] : Array.Empty<string>(), Story(story), .. fronts.Select(Front), .. sections.Distinct().Select(Section), .. topics.Distinct().Select(Topic), .. names.Distinct().Select(name => Named(name.Kind, name.Slug))]);
}
