using Wireroom.Storage.Dialects;
using Wireroom.Stories;

namespace Wireroom.Storage;

public sealed partial class Store
{
    /// <summary>Flashes, and what is urgent, each have an index of their own, which is used only where the condition says this very number.</summary>
    private static readonly int[] UrgentIndexes = [1, 3];

    /// <summary>Newest arrivals first.</summary>
    public Task<IReadOnlyList<QueueRow>> QueueAsync(QueueFilter filter, int count, CancellationToken cancel) => ReadAsync<IReadOnlyList<QueueRow>>(
        async reading =>
        {
            var match = Match(filter);
            IReadOnlyList<SearchStep> steps = match is null
                ? [new("stories", "stories.queue_key", "stories.queue_key < @below")]
                : [.. dialect.NewestMatches("queue_search").Select(step => step with { From = $"{step.From} {dialect.JoinFound} stories on stories.queue_key = {step.Key}" })];
            var rows = new List<StoryColumns>();
            foreach (var (from, key, condition, _) in steps)
            {
                if (rows.Count < count)
                {
                    rows.AddRange(await reading.ListAsync<StoryColumns>(
                        $"select stories.* from {from} where {condition} and {Conditions(filter)} order by {key} desc limit {count - rows.Count}", Values(filter, match)));
                }
            }

            return [.. rows.Select(row => row.ToQueueRow())];
        },
        cancel);

    /// <summary>How many rows the filter holds, counted to at most <paramref name="limit"/>.</summary>
    public Task<int> CountQueueAsync(QueueFilter filter, int limit, CancellationToken cancel) => ReadAsync(
        reading =>
        {
            var match = Match(filter);
            var found = match is null
                ? ""
                : $"join queue_search on queue_search.{dialect.SearchKey} = stories.queue_key and {dialect.Matches("queue_search")}";
            return reading.FirstAsync<int>(
                $"select count(*) from (select 1 from stories {found} where stories.queue_key < @below and {Conditions(filter)} limit {limit}) counted", Values(filter, match));
        },
        cancel);

    /// <summary>How many stories the filter holds, and how many words; a filter by words of the copy is none here.</summary>
    public Task<QueueTotal> TotalAsync(QueueFilter filter, CancellationToken cancel) => ReadAsync(
        async reading => await reading.FirstAsync<QueueTotal>(
            $"select count(*) as stories, cast(coalesce(sum(words), 0) as bigint) as words from stories where stories.queue_key < @below and {Conditions(filter)}", Values(filter, match: null)) ?? new QueueTotal(),
        cancel);

    private string? Match(QueueFilter filter) => filter.Words is { } words && SearchQuery.Parse(words) is { IsEmpty: false } query ? dialect.Match(query) : null;

    private object Values(QueueFilter filter, string? match) => new
    {
        match, filter.Section, filter.Desk, filter.Source, filter.Language, filter.UrgencyAtMost, filter.TakenBy, filter.After, below = filter.Before ?? long.MaxValue, Now,
    };

    private static string Conditions(QueueFilter filter)
    {
        // Names of our own, not values from outside: the databases want lists of values in different words.
        var conditions = filter.States.Count > 0
            ? $"stories.state in ({string.Join(", ", filter.States.Select(state => $"'{Name(state)}'"))})"
            : "stories.state not in ('spiked', 'withdrawn')";
        conditions += filter.Snoozed ? " and stories.snoozed_until > @Now" : " and (stories.snoozed_until is null or stories.snoozed_until <= @Now)";
        if (filter.Section is not null)
            conditions += " and stories.section = @Section";
        if (filter.Desk is not null)
            conditions += " and stories.desk = @Desk";
        if (filter.Source is not null)
            conditions += " and stories.source = @Source";
        if (filter.Language is not null)
            conditions += " and stories.language = @Language";
        if (filter.UrgencyAtMost is not null)
            conditions += " and stories.urgency <= @UrgencyAtMost" + (UrgentIndexes.FirstOrDefault(most => filter.UrgencyAtMost <= most) is > 0 and var bound ? $" and stories.urgency <= {bound}" : "");
        if (filter.TakenBy is not null)
            conditions += " and stories.taken_by = @TakenBy";
        if (filter.After is not null)
            conditions += " and stories.queue_key > @After";
        return conditions;
    }

    private static string Name(StoryState state) => state.ToString().ToLowerInvariant();

    private static StoryState State(string name) => Enum.Parse<StoryState>(name, ignoreCase: true);

    private class StoryColumns
    {
        public long Id { get; init; }

        public long Queue_Key { get; init; }

        public string State { get; init; } = "";

        public string Slug { get; init; } = "";

        public int Head_Version { get; init; }

        public int Released_Version { get; init; }

        public int Wire_Version { get; init; }

        public string Source { get; init; } = "";

        public string Signal { get; init; } = "";

        public int Urgency { get; init; }

        public string Slugline { get; init; } = "";

        public string Headline { get; init; } = "";

        public long Working_Title { get; init; }

        public string Lead { get; init; } = "";

        public string Section { get; init; } = "";

        public string Desk { get; init; } = "";

        public string Language { get; init; } = "";

        public string Credit { get; init; } = "";

        public int Words { get; init; }

        public long Arrived_At { get; init; }

        public long Changed_At { get; init; }

        public string Taken_By { get; init; } = "";

        public long? Opens_At { get; init; }

        public long? Embargo_Until { get; init; }

        public long Embargo_Unread { get; init; }

        public string Hold { get; init; } = "";

        public string? Withdrawal_Reason { get; init; }

        public int Copies { get; init; }

        public string Checks { get; init; } = "";

        public int Comments { get; init; }

        public long Commented_At { get; init; }

        public long? Snoozed_Until { get; init; }

        public string Snoozed_By { get; init; } = "";

        public long? Same_As { get; init; }

        public QueueRow ToQueueRow() => new()
        {
            Key = Queue_Key,
            Story = new StoryId(Id),
            State = Store.State(State),
            HeadVersion = Head_Version,
            ReleasedVersion = Released_Version,
            WireVersion = Wire_Version,
            Source = Source,
            Signal = Signal,
            Urgency = Urgency,
            Slugline = Slugline,
            Headline = Headline,
            HeadlineIsWorkingTitle = Working_Title != 0,
            Lead = Lead,
            Section = Section,
            Desk = Desk,
            Language = Language,
            Credit = Credit,
            Words = Words,
            ArrivedAt = DateTimeOffset.FromUnixTimeMilliseconds(Arrived_At),
            ChangedAt = DateTimeOffset.FromUnixTimeMilliseconds(Changed_At),
            TakenBy = Taken_By,
            OpensAt = Opens_At is { } opens ? DateTimeOffset.FromUnixTimeMilliseconds(opens) : null,
            EmbargoUntil = Embargo_Until is { } until ? DateTimeOffset.FromUnixTimeMilliseconds(until) : null,
            EmbargoUnread = Embargo_Unread != 0,
            OnHold = Hold.Length > 0,
            Copies = Copies,
            Checks = Checks.Length > 0 ? StoredJson.Read<List<Check>>(Checks) : [],
            Comments = Comments,
            CommentedAt = Commented_At,
            SnoozedUntil = Snoozed_Until is { } back ? DateTimeOffset.FromUnixTimeMilliseconds(back) : null,
            SnoozedBy = Snoozed_By,
            SameAs = Same_As is { } same ? new StoryId(same) : null,
        };
    }
}
