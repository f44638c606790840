using Wireroom.Storage;

namespace Wireroom.Newsroom.Site.Front;

/// <summary>
/// The order of a front where no editor chose one: of the newest stories, the most urgent leads, then one with a picture; the rest follow by time.
/// Only what is about as new as the newest may lead, so that yesterday's flash does not stand above today's paper.
/// </summary>
public static class FrontOrder
{
    private static readonly TimeSpan StillNew = TimeSpan.FromHours(18);
    private const int Ordinary = 4;

    /// <summary>The lead first, then the others newest first.</summary>
    public static IReadOnlyList<ReleasedRow> Of(IReadOnlyList<ReleasedRow> newestFirst)
    {
        if (newestFirst.Count < 2)
            return newestFirst;
        var oldest = newestFirst[0].PublishedAt - StillNew;
        var lead = newestFirst
            .Where(row => row.PublishedAt >= oldest)
            .OrderBy(row => Math.Min(row.Urgency, Ordinary))
            .ThenBy(row => row.LeadPicture is null)
            .First(); // stable: the newest of equals
        return [lead, .. newestFirst.Where(row => row.Story != lead.Story)];
    }
}
