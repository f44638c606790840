using System.Globalization;
using Wireroom.Newsroom.Paper;
using Wireroom.Newsroom.Paper.Ready;
using Wireroom.Newsroom.Site.Frame;
using Wireroom.Newsroom.Site.Notices;
using Wireroom.Storage;

namespace Wireroom.Newsroom.Site.History;

/// <summary>Every version of a story that readers have seen, newest first, with what each changed in words.</summary>
public sealed record HistoryPage(Edition Edition, IReadOnlyList<ReleasedStory> Versions)
{
    /// <summary>The story as it stands.</summary>
    public ReleasedRow Row => Versions[0].Row;

    /// <summary>The story's address.</summary>
    public string StoryPage => StoryAddress.Of(Row.Section, Row.Slug, Row.Story);

    /// <summary>The frame's part.</summary>
    public PageHead Head => new(Edition, $"{Edition.Words.History}: {Row.Headline} – {Edition.Masthead.Name}", StoryPage + "/history")
    {
        Section = Row.Section,
        Language = Row.Language,
        Indexed = false,
    };

    /// <summary>Answers <c>/{section}/{story}/history</c>.</summary>
    public static Task AnswerAsync(HttpContext context, string story, Answers answers, ReleasedStore released)
    {
        if (!StoryAddress.TryParse(story, out var id))
            return answers.NotFoundAsync(context);
        var asked = context.Request.Path.Value ?? "";
        return answers.PageAsync(context, asked, [SurrogateKeys.Story(id)], async (edition, cancel) =>
        {
            var versions = await released.HistoryAsync(id, cancel).ConfigureAwait(false);
            if (versions.Count == 0)
            {
                return await released.FindWithdrawnAsync(id, cancel).ConfigureAwait(false) is { } withdrawn
                    ? await NotFoundNotice.MakeAsync(edition, withdrawn, cancel).ConfigureAwait(false)
                    : null;
            }

            var page = new HistoryPage(edition, versions);
            if (Uri.UnescapeDataString(page.StoryPage) + "/history" != asked)
                return Rendered.Moved(page.StoryPage + "/history");
            return await Rendering.ToPageAsync(VersionList.Create(page), cancel).ConfigureAwait(false);
        });
    }

    /// <summary>What a version is called: by its place among those that went out.</summary>
    public string NameOf(int index) => index == Versions.Count - 1
        ? Edition.Words.FirstVersion
        : string.Format(CultureInfo.InvariantCulture, Edition.Words.Version, Versions.Count - index);

    /// <summary>How it went out.</summary>
    public string KindOf(int index) => Versions[index].Row.Kind switch
    {
        ReleaseKind.Correction => Edition.Words.Corrected,
        ReleaseKind.Update => Edition.Words.Updated,
        _ => Edition.Words.Published,
    };

    /// <summary>What it put right, or null.</summary>
    public string? WhatWasWrong(int index) =>
        Versions[index].Row.Kind == ReleaseKind.Correction && Versions[index].Corrections.Count > 0 ? Versions[index].Corrections[0].WhatWasWrong : null;

    /// <summary>What it changed; nothing for the first.</summary>
    public IReadOnlyList<DiffPassage> ChangesOf(int index) =>
        index < Versions.Count - 1 ? VersionDiff.Of(Versions[index + 1].Copy, Versions[index].Copy) : [];
}
