using System.Globalization;
using Wireroom.Newsroom.Desk.Frame;
using Wireroom.Stories;

namespace Wireroom.Newsroom.Desk.Editor;

/// <summary>A copy as the fields of the editor's form: the other way round from <see cref="CopyForm"/>.</summary>
public static class FormFields
{
    /// <summary>
    /// The fields in which the merged copy is another than mine. The rest stays in the form as it is being typed: what is read of it has lost the space after the
    /// last word, which the next word needs.
    /// </summary>
    public static IReadOnlyDictionary<string, string> Changed(Copy mine, Copy merged, DeskTime time) => Of(merged, time).Except(Of(mine, time)).ToDictionary();

    /// <summary>Every field but the body.</summary>
    public static IReadOnlyDictionary<string, string> Of(Copy copy, DeskTime time) => new Dictionary<string, string>
    {
        ["headline"] = copy.Headline,
        ["slugline"] = copy.Slugline,
        ["standfirst"] = copy.Standfirst,
        ["byline"] = copy.Byline,
        ["dateline"] = copy.Dateline,
        ["credit"] = copy.Credit,
        ["section"] = copy.Section,
        ["place"] = copy.Place,
        ["topics"] = string.Join(", ", copy.Topics),
        ["language"] = copy.Language,
        ["urgency"] = copy.Urgency.ToString(CultureInfo.InvariantCulture),
        ["advisory"] = copy.Advisory,
        ["ednote"] = copy.EdNote,
        ["embargo-choice"] = copy.Embargo is null ? "none" : copy.Embargo.Until is null ? "undecided" : "until",
        ["embargo"] = copy.Embargo?.Until is { } until ? time.Field(until) : "",
    };
}
