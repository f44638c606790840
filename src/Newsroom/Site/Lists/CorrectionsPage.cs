using Wireroom.Newsroom.Site.Frame;
using Wireroom.Storage;

namespace Wireroom.Newsroom.Site.Lists;

/// <summary>The page of corrections: what was wrong, in which story, and when it was put right.</summary>
public sealed record CorrectionsPage(Edition Edition, IReadOnlyList<ReleasedCorrection> Corrections)
{
    private const int Most = 200;

    /// <summary>The frame's part.</summary>
    public PageHead Head => new(Edition, $"{Edition.Words.Corrections} – {Edition.Masthead.Name}", "/corrections") { Description = Edition.Words.CorrectionsLead };

    /// <summary>Answers <c>/corrections</c>.</summary>
    public static Task AnswerAsync(HttpContext context, Answers answers, ReleasedStore released) => answers.PageAsync(context, "/corrections", Answers.LatestKeys, async (edition, cancel) =>
        await Rendering.ToPageAsync(
            CorrectionList.Create(new CorrectionsPage(edition, await released.CorrectionsAsync(Most, cancel).ConfigureAwait(false))), cancel).ConfigureAwait(false));
}
