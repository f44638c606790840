using Wireroom.Storage;

namespace Wireroom.Newsroom.Site.Front;

/// <summary>
/// The order of a front. What the desk chose stands first, in its order; a story that the desk pinned keeps its place whatever comes and goes around it.
/// Where nobody chose a lead: of the newest stories the most urgent leads, then one with a picture; the rest follow by time. Only what is about as new as
/// the newest may lead by itself, so that yesterday's flash does not stand above today's paper.
/// </summary>
public static class FrontOrder
{
    private static readonly TimeSpan StillNew = TimeSpan.FromHours(18);
    private const int Ordinary = 4;

    /// <summary>The lead first.</summary>
    public static IReadOnlyList<ReleasedRow> Of(IReadOnlyList<ChosenStory> chosen, IReadOnlyList<ReleasedRow> newestFirst)
    {
        if (chosen.Count == 0)
            return Automatic(newestFirst);
        var taken = chosen.Select(story => story.Row.Story).ToHashSet();
        List<ReleasedRow> rest = [.. newestFirst.Where(row => !taken.Contains(row.Story))];
        List<ReleasedRow> listed = [.. chosen.Where(story => story.Pin == 0).Select(story => story.Row)];
        var hasLead = listed.Count > 0 || chosen.Any(story => story.Pin == 1);
        List<ReleasedRow> order = [.. listed, .. hasLead ? rest : Automatic(rest)];
        foreach (var pinned in chosen.Where(story => story.Pin > 0).OrderBy(story => story.Pin))
            order.Insert(Math.Min(pinned.Pin - 1, order.Count), pinned.Row);
        return order;
    }

    private static IReadOnlyList<ReleasedRow> Automatic(IReadOnlyList<ReleasedRow> newestFirst)
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
