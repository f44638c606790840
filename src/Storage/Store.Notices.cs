using Wireroom.Stories;

namespace Wireroom.Storage;

/// <summary>What a notice to the desk is about, the gravest first.</summary>
public enum NoticeKind
{
    /// <summary>The wire has killed a story that is here.</summary>
    Kill,

    /// <summary>A story holds the same copy as one that was killed, and an editor must decide.</summary>
    CopyOfKilled,

    /// <summary>The wire has killed something that is not here, or that cannot be told apart from others.</summary>
    KillUnmatched,

    /// <summary>The wire asks to hold a story.</summary>
    Hold,

    /// <summary>The wire has put an embargo on a story that the desk has taken, or has moved it.</summary>
    Embargo,

    /// <summary>A source has been silent for longer than it ever should be.</summary>
    Silent,

    /// <summary>A rule for what arrives asks the desk to look.</summary>
    Rule,

    /// <summary>An event that somebody here is to cover has changed.</summary>
    Event,
}

/// <summary>Something that the desk was told, and who has seen it.</summary>
public sealed record Notice(long Id, NoticeKind Kind, StoryId? Story, string Source, string Words, DateTimeOffset MadeAt, string SeenBy, DateTimeOffset? SeenAt);

public sealed partial class Store
{
    /// <summary>Tells the desk something, in words for people; it stands on every page of the desk until somebody says that they have seen it.</summary>
    public Task TellDeskAsync(NoticeKind kind, StoryId? story, string source, string words, CancellationToken cancel) => WriteAsync(
        async writing =>
        {
            var id = await NextKeyAsync(writing, "notices", "id", Now);
            await writing.RunAsync(
                "insert into notices (id, kind, story, source, words, made_at, seen_by) values (@id, @kind, @story, @source, @words, @Now, '')",
                new { id, kind = kind.ToString().ToLowerInvariant(), story = story?.Value, source, words, Now });
            writing.Ring(RingKind.Notice, story?.Value ?? 0);
        },
        cancel);

    /// <summary>The notices that nobody has seen yet, newest first, but for some kinds.</summary>
    public Task<IReadOnlyList<Notice>> OpenNoticesAsync(int count, CancellationToken cancel, IReadOnlyList<string>? but = null) =>
        NoticesAsync($"seen_by = ''{But(but)}", new { count }, cancel);

    /// <summary>All notices, newest first.</summary>
    public Task<IReadOnlyList<Notice>> NoticesAsync(int count, CancellationToken cancel) => NoticesAsync("true", new { count }, cancel);

    /// <summary>The notices of one story, newest first.</summary>
    public Task<IReadOnlyList<Notice>> NoticesAsync(StoryId story, int count, CancellationToken cancel) =>
        NoticesAsync("story = @Value", new { story.Value, count }, cancel);

    /// <summary>How many notices nobody has seen yet, but for some kinds.</summary>
    public Task<int> CountOpenNoticesAsync(CancellationToken cancel, IReadOnlyList<string>? but = null) => ReadAsync(
        reading => reading.FirstAsync<int>($"select count(*) from notices where seen_by = ''{But(but)}"), cancel);

    /// <summary>Notes who has seen a notice; the first to say so stays.</summary>
    public Task SeeNoticeAsync(long id, string by, CancellationToken cancel) => WriteAsync(
        async writing =>
        {
            if (await writing.RunAsync("update notices set seen_by = @by, seen_at = @Now where id = @id and seen_by = ''", new { id, by, Now }) > 0)
                writing.Ring(RingKind.Notice);
        },
        cancel);

    // Only names of kinds pass, so that no word from outside gets into the statement.
    private static string But(IReadOnlyList<string>? kinds)
    {
        var known = (kinds ?? []).Select(kind => Enum.TryParse<NoticeKind>(kind, ignoreCase: true, out var one) && Enum.IsDefined(one) ? $"'{one.ToString().ToLowerInvariant()}'" : null).OfType<string>().ToList();
        return known.Count > 0 ? $" and kind not in ({string.Join(", ", known)})" : "";
    }

    private Task<IReadOnlyList<Notice>> NoticesAsync(string condition, object values, CancellationToken cancel) => ReadAsync<IReadOnlyList<Notice>>(
        async reading =>
        {
            var rows = await reading.ListAsync<NoticeColumns>($"select * from notices where {condition} order by id desc limit @count", values);
            return [.. rows.Select(row => row.ToNotice())];
        },
        cancel);

    private sealed class NoticeColumns
    {
        public long Id { get; init; }

        public string Kind { get; init; } = "";

        public long? Story { get; init; }

        public string Source { get; init; } = "";

        public string Words { get; init; } = "";

        public long Made_At { get; init; }

        public string Seen_By { get; init; } = "";

        public long? Seen_At { get; init; }

        public Notice ToNotice() => new(
            Id, Enum.Parse<NoticeKind>(Kind, ignoreCase: true), Story is { } story ? new StoryId(story) : null, Source, Words, DateTimeOffset.FromUnixTimeMilliseconds(Made_At), Seen_By,
            Seen_At is { } seen ? DateTimeOffset.FromUnixTimeMilliseconds(seen) : null);
    }
}
