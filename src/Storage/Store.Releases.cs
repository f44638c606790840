using Wireroom.Stories;
using Wireroom.Stories.Body;
using Version = Wireroom.Stories.Version;

namespace Wireroom.Storage;

/// <summary>How a version is to go out.</summary>
public sealed record ReleaseOrder
{
    /// <summary>At once, as the first release or as an update of a story that is out.</summary>
    public static ReleaseOrder Now { get; } = new();

    /// <summary>Not before that time; null means at once.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>What was wrong in the version that is out: makes the release a correction.</summary>
    public Correction? Correction { get; init; }

    /// <summary>True where a working title may go out.</summary>
    public bool AllowWorkingTitle { get; init; }

    /// <summary>The date under which the story is listed where it is not the release's own: archive copy keeps its day. A date to come is not taken.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>The version that the editor looked at; the release is refused where the story has moved on. 0 means whichever is newest.</summary>
    public int Version { get; init; }
}

public sealed partial class Store
{
    private const long Forever = long.MaxValue;

    /// <summary>
    /// Releases the newest version: at once, or at <see cref="ReleaseOrder.At"/> and never before its embargo. The lifecycle and
    /// <see cref="ReleaseCheck"/> are asked first.
    /// </summary>
    /// <exception cref="MoveRefusedException">What is missing, in a sentence.</exception>
    /// <exception cref="VersionMovedOnException">The story has moved on since the editor looked at it.</exception>
    public Task ReleaseAsync(StoryId story, ReleaseOrder order, string by, CancellationToken cancel) => WriteAsync(
        async writing =>
        {
            var row = await StoryRowAsync(writing, story);
            if (order.Version != 0 && order.Version != row.HeadVersion)
                throw new VersionMovedOnException(row.HeadVersion);
            var head = await HeadAsync(writing, story);
            var visibleFrom = Math.Max(Now, Math.Max(Milliseconds(order.At), Milliseconds(head.Copy.Embargo?.Until)));
            IReadOnlyList<string> missing =
            [
                .. ReleaseCheck.WhatIsMissing(head.Copy, row.OnHold, order.AllowWorkingTitle, [.. row.Checks.WhatIsOpen(row.HeadVersion), .. SuggestedBody.WhatIsOpen(head.Suggested)]),
                .. PictureCheck.WhatIsMissing(head.Copy.Pictures, await StandingsAsync(writing, head.Copy), DateTimeOffset.FromUnixTimeMilliseconds(visibleFrom)),
            ];
            if (missing.Count > 0)
                throw new MoveRefusedException(string.Join(' ', missing));

            await DemandFourEyesAsync(writing, row, head, by);

            var isOut = Lifecycle.IsOut(row.State);
            if (order.Correction is not null && !isOut)
                throw new MoveRefusedException("Only a story that is out can be corrected; edit and release it.");
            if (isOut && row.ReleasedVersion == row.HeadVersion)
                throw new MoveRefusedException("This version is out already; edit the story first.");

            // What has opened by the clock and is not noted yet came out before this does.
            if (row.OpensAt is { } opened && opened.ToUnixTimeMilliseconds() <= Now)
                await NoteChangeAsync(writing, story, opened.ToUnixTimeMilliseconds(), row.State is StoryState.Scheduled);

            var waits = visibleFrom > Now;
            var move = order.Correction is not null ? Move.Correct : isOut ? Move.Update : waits ? Move.Schedule : Move.Release;
            await MoveAsync(writing, row, move, by, note: order.Correction?.WhatWasWrong ?? "");

            // What has not opened yet must not open later, over this newer version.
            if (isOut)
                await DeleteUnopenedAsync(writing, story);

            // Every list is ordered by the day of the first release; a later version takes no new place.
            var isFirst = row.ReleasedVersion == 0;
            var publishedAt = isFirst
                ? waits || order.PublishedAt is not { } listed ? visibleFrom : Math.Min(visibleFrom, Milliseconds(listed))
                : await writing.FirstAsync<long>("select min(published_at) from releases where story = @Value", new { story.Value });
            var kind = order.Correction is not null ? ReleaseKind.Correction : isOut ? ReleaseKind.Update : ReleaseKind.First;
            await InsertReleaseAsync(writing, row, head.Copy, kind, order.Correction?.WhatWasWrong ?? "", publishedAt, visibleFrom, waits);
            if (!waits)
                await NoteChangeAsync(writing, story, visibleFrom, isFirst);
            if (isFirst)
            {
                await RingTranslationsAsync(writing, story);
                // Nothing stands before it that would end now, and nothing shows the story but what it enters.
                writing.Ring(RingKind.Released, story.Value, SurrogateKeys.Of(story, [head.Copy.Section], head.Copy.Topics.Select(Slug.Of), StoryNames.Of(head.Copy).Select(name => (name.Kind, name.Slug)), await FrontsOfAsync(writing, story), waits || await NamesNewAsync(writing, story, head.Copy)));
                return;
            }

            await ChainAsync(writing, story);
            await RingReleasedAsync(writing, story);
        },
        cancel);

    /// <summary>Withdraws every copy: from this moment no public query finds it.</summary>
    public Task WithdrawAsync(StoryId story, Withdrawal withdrawal, string by, CancellationToken cancel) => WriteAsync(
        async writing => await WithdrawAsync(writing, await StoryRowAsync(writing, story), withdrawal, by),
        cancel);

    /// <summary>
    /// Notes that schedules and embargoes have come due. Readers have seen the stories since the very moment, whether this was called or not;
    /// it moves the desk's state and rings. Returns when the next one is due, or null.
    /// </summary>
    public Task<DateTimeOffset?> ReleaseDueAsync(CancellationToken cancel) => WriteAsync<DateTimeOffset?>(
        async writing =>
        {
            var due = await writing.ListAsync<StoryColumns>("select * from stories where opens_at <= @Now order by opens_at", new { Now });
            foreach (var columns in due)
            {
                var row = columns.ToQueueRow();
                await writing.RunAsync("update stories set opens_at = null where id = @Id", new { columns.Id });
                if (row.State is StoryState.Scheduled)
                    await MoveAsync(writing, row, Move.ComeDue, ByClock, note: "");
                await NoteChangeAsync(writing, row.Story, columns.Opens_At ?? Now, isFirst: row.State is StoryState.Scheduled);
                writing.Ring(RingKind.Queue, columns.Id);
                await RingReleasedAsync(writing, row.Story);
            }

            return await writing.FirstAsync<long?>("select min(opens_at) from stories where opens_at is not null") is { } next
                ? DateTimeOffset.FromUnixTimeMilliseconds(next)
                : null;
        },
        cancel);

    /// <summary>Where the house wants it, whoever wrote the newest version does not also pass it; what the wire itself releases nobody here has written.</summary>
    private static async Task DemandFourEyesAsync(Writing writing, QueueRow row, Version head, string by)
    {
        if (by == ByWire || !string.Equals(head.MadeBy, by, StringComparison.OrdinalIgnoreCase) || !await House.FourEyesAsync(writing))
            return;
        var approver = await writing.FirstAsync<string>(
            "select made_by from moves where story = @Value and move = 'approve' and version = @HeadVersion order by number desc limit 1", new { row.Story.Value, row.HeadVersion });
        if (approver is null || string.Equals(approver, by, StringComparison.OrdinalIgnoreCase))
            throw new MoveRefusedException("You wrote this version, and this house lets nothing out that only its writer has seen. Ask a colleague to approve or release it.");
    }

    private async Task WithdrawAsync(Writing writing, QueueRow row, Withdrawal withdrawal, string by)
    {
        var story = row.Story.Value;
        await MoveAsync(writing, row, Move.Withdraw, by, withdrawal.Reason);
        await writing.RunAsync(
            "update stories set withdrawn_at = @Now, withdrawal_reason = @Reason, opens_at = null, wire_version = 0, snoozed_until = null where id = @story",
            new { Now, withdrawal.Reason, story });
        await writing.RunAsync($"delete from release_search where {dialect.SearchKey} in (select key from releases where story = @story)", new { story });
        await writing.RunAsync("update releases set visible_until = @Now where story = @story and visible_until > @Now", new { Now, story });
        await NoteChangeAsync(writing, row.Story, Now, isFirst: false);
        writing.Ring(RingKind.Released, story); // without keys: after a kill no page is trusted
    }

    /// <summary>Takes back what has not opened yet: a scheduled story is a draft again, and one that is out stays as readers see it.</summary>
    private async Task<QueueRow> TakeBackUnopenedAsync(Writing writing, QueueRow row, string by)
    {
        if (row.State is StoryState.Scheduled)
            return await UnscheduleAsync(writing, row, by);
        if (row.OpensAt is null || !Lifecycle.IsOut(row.State))
            return row;
        await DeleteUnopenedAsync(writing, row.Story);
        var standing = await writing.FirstAsync<OutColumns>(
            "select version, kind from releases where story = @Value order by visible_from desc, version desc limit 1", new { row.Story.Value });
        var state = standing?.Kind switch
        {
            "correction" => StoryState.Corrected,
            "update" => StoryState.Updated,
            _ => StoryState.Released,
        };
        await writing.RunAsync("update stories set state = @state where id = @Value", new { state = Name(state), row.Story.Value });
        return row with { State = state, OpensAt = null, ReleasedVersion = standing?.Version ?? 0 };
    }

    private async Task<QueueRow> UnscheduleAsync(Writing writing, QueueRow row, string by)
    {
        var moved = await MoveAsync(writing, row, Move.Unschedule, by, note: "");
        await DeleteUnopenedAsync(writing, row.Story);
        return moved with { OpensAt = null };
    }

    /// <summary>Takes back the releases that have not opened yet. What readers already see stays as it is.</summary>
    private async Task DeleteUnopenedAsync(Writing writing, StoryId taken)
    {
        var story = taken.Value;
        const string Unopened = "select key from releases where story = @story and visible_from > @Now";
        await RingReleasedAsync(writing, taken);
        await writing.RunAsync($"delete from release_search where {dialect.SearchKey} in ({Unopened})", new { story, Now });
        await writing.RunAsync($"delete from release_topics where key in ({Unopened})", new { story, Now });
        await writing.RunAsync($"delete from release_names where key in ({Unopened})", new { story, Now });
        await writing.RunAsync($"delete from release_pictures where key in ({Unopened})", new { story, Now });
        await writing.RunAsync("delete from releases where story = @story and visible_from > @Now", new { story, Now });
        await writing.RunAsync(
            "update stories set opens_at = null, released_version = (select coalesce(max(version), 0) from releases where story = @story) where id = @story", new { story });
        await ChainAsync(writing, taken);
    }

    /// <summary>Rings for what shows any release of the story, or has shown one: it may have changed its section and its topics.</summary>
    private static async Task RingReleasedAsync(Writing writing, StoryId story)
    {
        var sections = await writing.ListAsync<string>("select distinct section from releases where story = @Value", new { story.Value });
        var topics = await writing.ListAsync<string>(
            "select distinct t.topic from release_topics t join releases r on r.key = t.key where r.story = @Value", new { story.Value });
        await RingTranslationsAsync(writing, story);
        writing.Ring(RingKind.Released, story.Value, SurrogateKeys.Of(story, sections, topics, await NamesAsync(writing, story), await FrontsOfAsync(writing, story), mayNameNew: true));
    }

    /// <summary>
    /// Numbers a change that readers can see, in the transaction that makes it: one writer at a time, so that no lower number comes later. What waits for its time is
    /// numbered when it has come.
    /// </summary>
    private static Task<int> NoteChangeAsync(Writing writing, StoryId story, long at, bool isFirst) => writing.RunAsync(
        "insert into released_changes (number, story, at, first) values ((select coalesce(max(number), 0) + 1 from released_changes), @Value, @at, @first)",
        new { story.Value, at, first = isFirst ? 1 : 0 });

    /// <summary>Each release of a story is visible until the next one opens; the last for ever.</summary>
    private static async Task ChainAsync(Writing writing, StoryId story)
    {
        var releases = await writing.ListAsync<ChainColumns>(
            "select key, visible_from from releases where story = @Value order by visible_from desc, version desc", new { story.Value });
        var until = Forever;
        foreach (var release in releases)
        {
            await writing.RunAsync("update releases set visible_until = @until where key = @Key and visible_until <> @until", new { release.Key, until });
            until = Math.Min(until, release.Visible_From);
        }
    }

    private async Task InsertReleaseAsync(
        Writing writing, QueueRow row, Copy copy, ReleaseKind kind, string note, long publishedAt, long visibleFrom, bool waits)
    {
        var key = await NextKeyAsync(writing, "releases", "key", publishedAt);
        var pictures = copy.Pictures.Where(picture => picture.File.Length > 0).ToList();
        await writing.RunAsync(
            $"""
            update stories set released_version = head_version, slug = @slug, opens_at = @opensAt where id = @story;
            insert into releases (
              key, story, version, kind, note, published_at, visible_from, visible_until, slug, section, language, headline, lead, byline, credit, place, urgency,
              picture, picture_file, copy, named)
            values (
              @key, @story, @HeadVersion, @kind, @note, @publishedAt, @visibleFrom, @Forever, @slug, @Section, @Language, @Headline, @Lead, @Byline, @Credit, @Place,
              @Urgency, @picture, @pictureFile, @copy, 1);
            insert into release_search ({dialect.SearchKey}, words) values (@key, {dialect.StoredWords})
            """,
            new
            {
                key, story = row.Story.Value, row.HeadVersion, kind = kind.ToString().ToLowerInvariant(), note, publishedAt, visibleFrom, Forever,
                slug = Slug.Of(copy.Headline), copy.Section, copy.Language, copy.Headline, copy.Lead, copy.Byline, copy.Credit, copy.Place, copy.Urgency,
                picture = pictures.Count > 0 ? StoredJson.Write(pictures[0]) : null, pictureFile = pictures.Count > 0 ? pictures[0].File : null, copy = StoredJson.Write(copy), opensAt = waits ? visibleFrom : (long?)null,
                Words = SearchWords.Fold($"{copy.Headline} {copy.Standfirst} {copy.Byline} {copy.Place} {BodyText.Of(copy.Body)}"),
            });
        foreach (var name in copy.Topics)
        {
            await writing.RunAsync(
                """
                insert into topics (slug, name) values (@topic, @name) on conflict (slug) do nothing;
                insert into release_topics (topic, key) values (@topic, @key) on conflict do nothing
                """,
                new { topic = Slug.Of(name), name, key });
        }

        await NameAsync(writing, key, copy);
        foreach (var picture in pictures)
        {
            // Where a story shows a picture twice, the longer right counts for its file; each place asks its own.
            await writing.RunAsync(
                """
                insert into release_pictures (file, key, shown_until) values (@File, @key, @until)
                on conflict (file, key) do update set shown_until = case when excluded.shown_until > release_pictures.shown_until then excluded.shown_until else release_pictures.shown_until end
                """,
                new { picture.File, key, until = picture.Rights?.Expires?.ToUnixTimeMilliseconds() ?? Forever });
        }
    }

    private static long Milliseconds(DateTimeOffset? at) => at?.ToUnixTimeMilliseconds() ?? 0;

    private sealed class OutColumns
    {
        public int Version { get; init; }

        public string Kind { get; init; } = "";
    }

    private sealed class ChainColumns
    {
        public long Key { get; init; }

        public long Visible_From { get; init; }
    }
}
