using System.Globalization;
using System.Text.RegularExpressions;
using Wireroom.Newsroom.Desk.Frame;
using Wireroom.Stories;

namespace Wireroom.Newsroom.Desk.Editor;

/// <summary>A copy from the editor's form. What the form does not show is kept from the version that the editor began with.</summary>
public static partial class CopyForm
{
    private const int MostTopics = 20;

    /// <summary>The copy, and the sentence that says what is wrong with it; the copy holds what was typed either way.</summary>
    /// <param name="form">The form.</param>
    /// <param name="basis">What the editor began with.</param>
    /// <param name="time">Clock and zone.</param>
    /// <param name="me">Who sends it, and so whose the suggestions are that were not there before.</param>
    /// <param name="standing">A newer text of the story, whose suggestions may have come into this one, or empty.</param>
    public static (Draft Draft, string? Fault) Read(IFormCollection form, Draft basis, DeskTime time, string me, string standing = "")
    {
        var (copy, suggested, fault) = Read(form, basis.Copy, basis.Suggested, time, me, standing);
        return (new Draft(copy, suggested), fault);
    }

    private static (Copy Copy, string Suggested, string? Fault) Read(IFormCollection form, Copy basis, string before, DeskTime time, string me, string standing)
    {
        var fault = (string?)null;
        var (body, suggested, bodyFault) = EditorDraft.Read(form["body"].ToString(), me, time.Now, before, standing);
        fault ??= bodyFault;
        var language = Line("language", 35);
        if (!LanguageTag().IsMatch(language))
            fault ??= $"\"{language}\" is no language tag; write en, hr, ar, sr-Latn and so on.";
        var headline = Line("headline", 300);
        var (embargo, embargoFault) = EmbargoOf(form, basis.Embargo, time);
        fault ??= embargoFault;
        var topics = Line("topics", 1000).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        if (topics.Count > MostTopics)
            fault ??= $"At most {MostTopics} topics.";
        var stillWorking = basis.HeadlineIsWorkingTitle && headline == basis.Headline && form["headline-good"] != "1";
        var copy = basis with
        {
            Headline = headline,
            HeadlineIsWorkingTitle = stillWorking,
            Slugline = Line("slugline", 120),
            Standfirst = Line("standfirst", 2000),
            Byline = Line("byline", 200),
            Dateline = Line("dateline", 200),
            Credit = Line("credit", 200),
            Section = Line("section", 80),
            Place = Line("place", 200),
            Topics = topics,
            Language = LanguageTag().IsMatch(language) ? language : basis.Language,
            Urgency = int.TryParse(form["urgency"], NumberStyles.None, CultureInfo.InvariantCulture, out var urgency) && urgency is >= 1 and <= 9 ? urgency : basis.Urgency,
            Advisory = Line("advisory", 500),
            EdNote = EditorBody.Clean(form["ednote"].ToString().ReplaceLineEndings("\n"), lines: true).Trim(),
            Embargo = embargo,
            Body = bodyFault is null ? body : basis.Body,
            Guessed = stillWorking ? basis.Guessed : [.. basis.Guessed.Where(guess => guess != "headline")],
        };
        return (copy, bodyFault is null ? suggested : before, fault);

        string Line(string name, int most)
        {
            var line = EditorBody.Clean(form[name].ToString()).Trim();
            if (line.Length > most)
                fault ??= $"The {name} is longer than {most} characters.";
            return line;
        }
    }

    private static (Embargo? Embargo, string? Fault) EmbargoOf(IFormCollection form, Embargo? basis, DeskTime time)
    {
        switch (form["embargo-choice"].ToString())
        {
            case "none":
                return (null, null);
            case "until":
                var field = form["embargo"].ToString();
                if (basis?.Until is { } before && time.Field(before) == field)
                    return (basis, null); // untouched, to the second as sent
                return time.FromField(field) is { } until
                    ? (new Embargo(until, basis?.AsSent ?? ""), null)
                    : (basis ?? new Embargo(null, field), "Give the embargo's day and time, or choose that there is none.");
            default:
                return (basis, null);
        }
    }

    [GeneratedRegex("^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$", RegexOptions.CultureInvariant)]
    private static partial Regex LanguageTag();
}
