using Wireroom.Stories.Body;

namespace Wireroom.Stories;

/// <summary>What stands between a version and its release.</summary>
public static class ReleaseCheck
{
    /// <summary>
    /// Each thing that is missing, as a sentence for the editor; empty where the version may go out. Checked at every release, by whomever it is asked for.
    /// </summary>
    public static IReadOnlyList<string> WhatIsMissing(Copy copy, bool onHold, bool allowWorkingTitle, IEnumerable<string>? openChecks = null)
    {
        var missing = new List<string>();
        if (onHold)
            missing.Add("The story is on hold; lift the hold first.");
        if (copy.Headline.Trim().Length == 0)
            missing.Add("It has no headline.");
        else if (copy.HeadlineIsWorkingTitle && !allowWorkingTitle)
            missing.Add("Its headline is a working title made from the lead; write a headline.");
        if (copy.Section.Length == 0)
            missing.Add("It has no section.");
        if (copy.Body.Count == 0 && copy.Standfirst.Trim().Length == 0)
            missing.Add("It has no text.");
        if (copy.Embargo is { Until: null } embargo)
            missing.Add($"Its embargo could not be read (\"{embargo.AsSent}\"); set its time or remove it.");
        if (copy.Body.OfType<PictureBlock>().Any(block => block.Picture.File.Length > 0 && block.Picture.AltText.Trim().Length == 0))
            missing.Add("A picture has no alternative text.");
        missing.AddRange(openChecks ?? []);
        return missing;
    }
}
