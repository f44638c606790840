using Wireroom.Wire.Dates;

namespace Wireroom.Wire.NewsMl1;

/// <summary>Joins what a NITF document within a content item says to what NewsML says of it: NewsML's word counts, NITF's fills the gaps.</summary>
internal static class NewsMl1Nitf
{
    internal static void Merge(WireItem? nitf, NewsMl1Draft draft)
    {
        if (nitf is null)
        {
            return;
        }

        foreach (var headline in nitf.Headlines)
        {
            draft.Headline(headline.Text, draft.Headlines.Count == 0 ? "main" : headline.Role, headline.Language);
        }

        var item = draft.Item;
        draft.Item = item with
        {
            Byline = Fill("byline", item.Byline, nitf.Byline, draft),
            Dateline = Fill("dateline", item.Dateline, Printed(nitf.Dateline), draft),
            Credit = Fill("credit", item.Credit, nitf.Credit, draft),
            Provider = Fill("distributor", item.Provider, nitf.Provider, draft),
            Priority = item.Priority ?? nitf.Priority,
            Urgency = item.Urgency ?? nitf.Urgency,
            TakeKey = item.TakeKey ?? nitf.TakeKey,
            Sequence = item.Sequence ?? nitf.Sequence,
            Created = item.Created ?? nitf.Created,
            VersionCreated = item.VersionCreated ?? nitf.VersionCreated,
            Published = nitf.Published ?? item.Published,
            Language = item.Language ?? nitf.Language,
            WordCount = item.WordCount ?? nitf.WordCount,
            Link = item.Link ?? nitf.Link,
            Embargo = item.Embargo ?? nitf.Embargo,
            PubStatus = nitf.PubStatus is "canceled" or "withheld" && item.PubStatus is not "canceled" ? nitf.PubStatus : item.PubStatus ?? nitf.PubStatus,
            Located = item.Located is null || item.Located.Name == nitf.Located?.Country ? nitf.Located ?? item.Located : item.Located,
        };
        draft.Signal(nitf.Signal);
        draft.Standfirst(nitf.Standfirst);
        draft.Catchword ??= nitf.Slugline;
        draft.Dropped.Add("nitf.doc-id", nitf.Guid is null || draft.Item.Guid?.Contains(nitf.Guid, StringComparison.Ordinal) == true ? null : nitf.Guid);
        if (nitf.EdNote is { } note)
        {
            draft.Notes.Add(note);
        }

        Lists(nitf, draft);
    }

    private static void Lists(WireItem nitf, NewsMl1Draft draft)
    {
        foreach (var subject in nitf.Subjects)
        {
            draft.Add(subject, draft.Subjects);
        }

        foreach (var person in nitf.People)
        {
            draft.Add(person, draft.People);
        }

        foreach (var organisation in nitf.Organisations)
        {
            draft.Add(organisation, draft.Organisations);
        }

        var located = nitf.Located is { } place && place.Name != draft.Item.Located?.Name ? [place] : (IReadOnlyList<WirePlace>)[];
        draft.Places.AddRange(located.Concat(nitf.Places).Where(other => draft.Places.All(known => known.Name != other.Name)));
        draft.Keywords.AddRange(nitf.Keywords.Where(keyword => !draft.Keywords.Contains(keyword, StringComparer.Ordinal)));
        draft.Genres.AddRange(draft.Genres.Count == 0 ? nitf.Genres : []);
        draft.Sources.AddRange(nitf.Sources);
        draft.Media.AddRange(nitf.Media);
        draft.Links.AddRange(nitf.Links);
        foreach (var dropped in nitf.Dropped)
        {
            draft.Dropped.AddOnce(dropped.Name, dropped.Value);
        }

        if (nitf.Rights is { } rights)
        {
            draft.Rights = new WireRights(draft.Rights.UsageTerms ?? rights.UsageTerms, draft.Rights.Holder ?? rights.Holder, draft.Rights.Notice ?? rights.Notice, draft.Rights.Expires ?? rights.Expires);
        }
    }

    private static string? Fill(string name, string? said, string? nitf, NewsMl1Draft draft)
    {
        draft.Dropped.AddOnce($"nitf.{name}", said is null || nitf is null || Letters(said) == Letters(nitf) ? null : nitf);
        return said ?? nitf;
    }

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit));

    /// <summary>A date for machines is no line to be printed.</summary>
    private static string? Printed(string? dateline) => dateline is null || (char.IsAsciiDigit(dateline[0]) && WireDates.Read(dateline) is { } time && (time.Instant is not null || time.Local is not null)) ? null : dateline;
}
