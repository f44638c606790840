using Wireroom.Stories;

namespace Wireroom.Storage;

/// <summary>
/// How far somebody's rights over copy reach: the sections and the desks that they work in, and within both limits where both are given. None of them means all.
/// What has no section yet is anybody's, because nothing goes out without one. What stands on no desk can go out, so it is not: whoever works on a desk first
/// puts it there, and only while it is a wire that nobody has.
/// </summary>
public sealed record Reach(IReadOnlyList<string> Sections, IReadOnlyList<string> Desks)
{
    /// <summary>Without limits.</summary>
    public static Reach Everywhere { get; } = new([], []);

    /// <summary>True where something lies outside.</summary>
    public bool IsLimited => Sections.Count > 0 || Desks.Count > 0;

    /// <summary>The sections or desks in words.</summary>
    public static string Words(IEnumerable<string> slugs) => string.Join(", ", slugs);

    /// <summary>Why the story lies outside, as a sentence, or null.</summary>
    public string? WhyNot(QueueRow row) =>
        WhyNotAbout("story", row.Section)
            ?? (Desks.Count == 0 || Desks.Contains(row.Desk) ? null
                : row.Desk.Length > 0 ? $"The story stands on the desk {row.Desk}; you work on {Words(Desks)}."
                : $"The story stands on no desk; you work on {Words(Desks)}. Put it there first, or ask whoever has it to do so.");

    /// <summary>Why something in that section lies outside, as a sentence, or null.</summary>
    public string? WhyNotAbout(string what, string section) => CanFileIn(section) ? null : $"The {what} is in the section {section}; you work in {Words(Sections)}.";

    /// <summary>Why nothing can be filed in that section, as a sentence, or null.</summary>
    public string? WhyNotFile(string section) => CanFileIn(section) ? null : $"You cannot file anything in the section {section}; you work in {Words(Sections)}. Choose one of these, or let somebody of that section have it.";

    /// <summary>Why nothing can be put on that desk, as a sentence, or null.</summary>
    public string? WhyNotPut(string desk) => CanPutOn(desk) ? null : $"You cannot put anything on the desk {desk}; you work on {Words(Desks)}. Choose one of these, or let somebody of that desk fetch it.";

    /// <summary>Why the front of that section, or the front page where it is empty, cannot be laid out, as a sentence, or null. A front belongs to a section, so a desk alone gives none.</summary>
    public string? WhyNotLay(string front) => !IsLimited || Sections.Contains(front) ? null
        : Sections.Count == 0 ? $"Fronts belong to sections; you work on {Words(Desks)}. A chief can give you a section under People."
        : $"That is {(front.Length > 0 ? $"the front of the section {front}" : "the front page, which is everybody's")}; you work in {Words(Sections)}.";

    /// <summary>True where something may be filed in that section; in none, always.</summary>
    public bool CanFileIn(string section) => Sections.Count == 0 || section.Length == 0 || Sections.Contains(section);

    /// <summary>True where something may be put on that desk; on none, always.</summary>
    public bool CanPutOn(string desk) => Desks.Count == 0 || desk.Length == 0 || Desks.Contains(desk);

    /// <summary>True where the story may be fetched to one of the desks: a wire that nobody has put anywhere or taken.</summary>
    public bool CanFetch(QueueRow row, string desk) => Desks.Contains(desk) && row is { Desk: "", State: StoryState.Received, TakenBy: "" };
}

/// <summary>What somebody asked for lies outside of the sections or desks that they work in. The message is for people.</summary>
public sealed class OutOfReachException(string why) : Exception(why);
