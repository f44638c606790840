using Wireroom.Newsroom.Paper.Pictures;
using Wireroom.Storage;
using Wireroom.Stories;

namespace Wireroom.Newsroom.Paper;

/// <summary>Addresses of stories: <c>/economy/dam-gives-way-above-mostar-0j8w…</c>. The identity at the end decides; the words before it are for people.</summary>
public static class StoryAddress
{
    /// <summary>Where stories without a section stand.</summary>
    public const string NoSection = "news";

    private const int IdLength = 13;

    /// <summary>The address of a story's page, from the root.</summary>
    public static string Of(string section, string slug, StoryId story)
    {
        var place = section.Length == 0 ? NoSection : Uri.EscapeDataString(section);
        return slug.Length == 0 ? $"/{place}/{story}" : $"/{place}/{Uri.EscapeDataString(slug)}-{story}";
    }

    /// <summary>The address of a section's front.</summary>
    public static string OfSection(string section) => "/" + Uri.EscapeDataString(section);

    /// <summary>The address of a topic's page.</summary>
    public static string OfTopic(string slug) => "/topic/" + Uri.EscapeDataString(slug);

    /// <summary>The address of an author's, a place's or an agency's page.</summary>
    public static string OfName(NameKind kind, string slug) => $"/{kind.ToString().ToLowerInvariant()}/{Uri.EscapeDataString(slug)}";

    /// <summary>The surrogate keys of what stands under <see cref="OfSection"/>: the stories without a section too, where they stand there.</summary>
    public static IReadOnlyList<string> KeysOfSection(string section) =>
        section == NoSection ? [SurrogateKeys.Section(section), SurrogateKeys.Section("")] : [SurrogateKeys.Section(section)];

    /// <summary>The address of a stored picture: its largest rendition.</summary>
    public static string OfPicture(string file) => "/pictures/" + Uri.EscapeDataString(file);

    /// <summary>The address of a rendition of a stored picture.</summary>
    public static string OfPicture(string file, Rendition rendition) => $"{OfPicture(file)}/{rendition.Name}";

    /// <summary>The identity at the end of the last part of a story's address; false where there is none.</summary>
    public static bool TryParse(string lastPart, out StoryId story)
    {
        story = default;
        var at = lastPart.Length - IdLength;
        return at >= 0
            && (at == 0 || lastPart[at - 1] == '-')
            && StoryId.TryParse(lastPart.AsSpan(at), out story);
    }
}
