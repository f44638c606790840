using Wireroom.Storage;
using Wireroom.Wire;

namespace Wireroom.Newsroom.Intake.Translation;

/// <summary>Which section copy belongs to.</summary>
public static class Sections
{
    /// <summary>The trade's words and the IPTC MediaTopics' first level, each with the sections that it may mean, the likeliest first.</summary>
    private static readonly Dictionary<string, string[]> Meanings = new(StringComparer.OrdinalIgnoreCase)
    {
        // https://cv.iptc.org/newscodes/mediatopic/: only what says a subject. Politics, conflict, crime and disaster happen everywhere.
        ["medtop:01000000"] = ["culture", "arts"],
        ["medtop:04000000"] = ["economy", "business"],
        ["medtop:06000000"] = ["environment", "science"],
        ["medtop:07000000"] = ["health", "science"],
        ["medtop:13000000"] = ["science", "technology"],
        ["medtop:15000000"] = ["sport", "sports"],
        ["medtop:17000000"] = ["weather"],
        ["arts"] = ["culture", "arts"],
        ["arts, culture, entertainment and media"] = ["culture", "arts"],
        ["books"] = ["culture", "arts"],
        ["business"] = ["economy", "business"],
        ["economy, business and finance"] = ["economy", "business"],
        ["entertainment"] = ["culture", "entertainment"],
        ["eu"] = ["europe"],
        ["european union"] = ["europe"],
        ["film"] = ["culture", "arts"],
        ["finance"] = ["economy", "business"],
        ["football"] = ["sport", "sports"],
        ["foreign"] = ["world"],
        ["health"] = ["health", "science"],
        ["international"] = ["world"],
        ["local"] = ["region"],
        ["markets"] = ["economy", "business"],
        ["music"] = ["culture", "arts"],
        ["regional"] = ["region"],
        ["science and technology"] = ["science", "technology"],
        ["space"] = ["science"],
        ["sports"] = ["sport"],
        ["technology"] = ["technology", "science"],
        ["theatre"] = ["culture", "arts"],
        ["weather forecast"] = ["weather"],
    };

    /// <summary>
    /// The section's slug: by the first subject or keyword of the sender's that names a section or stands for one, otherwise the source's, otherwise by what
    /// the vocabulary has above the weightiest subject, otherwise empty. Subjects come before free keywords, and each subject before its parents.
    /// </summary>
    public static string Decide(WireItem item, Source source, IReadOnlyList<Section> sections)
    {
        foreach (var word in Words(item))
        {
            if (Find(word, sections) is { } section)
                return section;
        }

        if (source.Section.Length > 0)
            return source.Section;
        var above = ByWeight(item).FirstOrDefault() is { Added: var added, Parents: { } parents } && added.HasFlag(WireAdded.Parents) ? parents : [];
        return above.Select(parent => Find(parent, sections)).FirstOrDefault(section => section is not null) ?? "";
    }

    private static IEnumerable<WireSubject> ByWeight(WireItem item) => item.Subjects.OrderByDescending(subject => subject.Relevance ?? 0);

    private static IEnumerable<string> Words(WireItem item)
    {
        foreach (var subject in ByWeight(item))
        {
            yield return subject.Name;
            if (subject.Code is { } code)
                yield return code.Contains(':', StringComparison.Ordinal) ? code : $"{subject.Scheme}:{code}";
            foreach (var parent in subject.SaidParents ?? [])
                yield return parent;
        }

        foreach (var keyword in item.Keywords)
            yield return keyword;
    }

    private static string? Find(string word, IReadOnlyList<Section> sections)
    {
        var trimmed = word.Trim();
        foreach (var section in sections)
        {
            if (section.Slug.Equals(trimmed, StringComparison.OrdinalIgnoreCase) || section.Name.Equals(trimmed, StringComparison.OrdinalIgnoreCase))
                return section.Slug;
        }

        return Meanings.TryGetValue(trimmed, out var meanings)
            ? meanings.FirstOrDefault(meaning => sections.Any(section => section.Slug == meaning))
            : null;
    }
}
