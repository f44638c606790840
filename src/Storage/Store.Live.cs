using Wireroom.Stories;
using Wireroom.Stories.Body;

namespace Wireroom.Storage;

public sealed partial class Store
{
    /// <summary>The story's live frame, or null where it was never live.</summary>
    public Task<LiveFrame?> LiveFrameAsync(StoryId story, CancellationToken cancel) => ReadAsync(
        async reading => (await reading.FirstAsync<LiveColumns>("select * from live_stories where story = @Value", new { story.Value }))?.ToFrame(), cancel);

    /// <summary>The newest version of each entry, the newest entry first.</summary>
    public Task<IReadOnlyList<LiveEntry>> EntriesAsync(StoryId story, CancellationToken cancel) => ReadAsync<IReadOnlyList<LiveEntry>>(
        async reading => [.. (await reading.ListAsync<EntryColumns>(
            $"select {EntryColumns.Names} from live_entries e where e.story = @Value and e.visible_until = @Forever order by e.key desc", new { story.Value, Forever })).Select(row => row.ToEntry())],
        cancel);

    /// <summary>Makes a story live, or lets entries come in again. Readers see nothing of it before they see the story.</summary>
    /// <exception cref="MoveRefusedException">The story was withdrawn or spiked.</exception>
    public Task BeginLiveAsync(StoryId story, CancellationToken cancel) => WriteAsync(
        async writing =>
        {
            await MustLiveAsync(writing, story);
            await writing.RunAsync(
                "insert into live_stories (story, began_at) values (@Value, @Now) on conflict (story) do update set ended_at = null", new { story.Value, Now });
            await RingReleasedAsync(writing, story);
            writing.Ring(RingKind.Queue, story.Value);
        },
        cancel);

    /// <summary>Says that no more entries come. Those that are there stay.</summary>
    public Task EndLiveAsync(StoryId story, CancellationToken cancel) => WriteAsync(
        async writing =>
        {
            if (await writing.RunAsync("update live_stories set ended_at = @Now where story = @Value and ended_at is null", new { story.Value, Now }) == 0)
                throw new MoveRefusedException("The story is not live.");
            await RingReleasedAsync(writing, story);
            writing.Ring(RingKind.Queue, story.Value);
        },
        cancel);

    /// <summary>Adds an entry and returns its key. It is out at once where the story is; otherwise it comes out with the story.</summary>
    /// <exception cref="MoveRefusedException">The story is not live, or the entry says nothing.</exception>
    public Task<long> AddEntryAsync(StoryId story, EntryCopy copy, string by, CancellationToken cancel) => WriteAsync(
        async writing =>
        {
            await MustLiveAsync(writing, story);
            if (await writing.FirstAsync<int>("select count(*) from live_stories where story = @Value and ended_at is null", new { story.Value }) == 0)
                throw new MoveRefusedException("The story is not live; begin its live story first.");
            MustSay(copy);
            var key = await NextKeyAsync(writing, "live_entries", "key", Now);
            await InsertEntryAsync(writing, story, key, 1, EntryKind.First, "", copy, by);
            return key;
        },
        cancel);

    /// <summary>Gives an entry other words: as a correction where something was wrong, else as an update.</summary>
    /// <exception cref="MoveRefusedException">The entry is gone, has moved on, or says nothing.</exception>
    public Task ChangeEntryAsync(StoryId story, long key, int basis, EntryCopy copy, Correction? correction, string by, CancellationToken cancel) => WriteAsync(
        async writing =>
        {
            var before = await EntryAsync(writing, story, key);
            if (before.Number != basis)
                throw new MoveRefusedException($"{before.Made_By} has changed this entry since you opened it. Open it again; nothing was changed.");
            MustSay(copy);
            await TakeEntryDownAsync(writing, before);
            await InsertEntryAsync(writing, story, key, before.Number + 1, correction is null ? EntryKind.Update : EntryKind.Correction, correction?.WhatWasWrong ?? "", copy, by);
        },
        cancel);

    /// <summary>Takes an entry back: from this moment its words are found nowhere, and its place says why.</summary>
    public Task WithdrawEntryAsync(StoryId story, long key, Withdrawal withdrawal, string by, CancellationToken cancel) => WriteAsync(
        async writing =>
        {
            var before = await EntryAsync(writing, story, key);
            await TakeEntryDownAsync(writing, before);
            await InsertEntryAsync(writing, story, key, before.Number + 1, EntryKind.Withdrawal, withdrawal.Reason, new EntryCopy("", []), by);
            await writing.RunAsync("update live_stories set pinned = null where story = @Value and pinned = @key", new { story.Value, key });
        },
        cancel);

    /// <summary>Lets an entry stand above the others; null lets none.</summary>
    public Task PinEntryAsync(StoryId story, long? key, CancellationToken cancel) => WriteAsync(
        async writing =>
        {
            if (key is { } pinned)
                await EntryAsync(writing, story, pinned);
            await writing.RunAsync("update live_stories set pinned = @key where story = @Value", new { story.Value, key });
            writing.Ring(RingKind.Released, story.Value, SurrogateKeys.Story(story));
        },
        cancel);

    private static void MustSay(EntryCopy copy)
    {
        if (BodyText.Of(copy.Body).Trim().Length == 0 && copy.Headline.Trim().Length == 0)
            throw new MoveRefusedException("The entry says nothing. Write a text or a headline.");
    }

    private static async Task MustLiveAsync(Writing writing, StoryId story)
    {
        if ((await StoryRowAsync(writing, story)).State is StoryState.Withdrawn or StoryState.Spiked)
            throw new MoveRefusedException("The story was withdrawn or spiked; nothing more can be told in it.");
    }

    private static async Task<EntryColumns> EntryAsync(Writing writing, StoryId story, long key)
    {
        var entry = await writing.FirstAsync<EntryColumns>(
            $"select {EntryColumns.Names} from live_entries e where e.story = @Value and e.key = @key and e.visible_until = @Forever", new { story.Value, key, Forever });
        return entry is null ? throw new MoveRefusedException("There is no such entry in this story.")
            : entry.Kind == "withdrawal" ? throw new MoveRefusedException("The entry was withdrawn; write another.")
            : entry;
    }

    private Task<int> TakeEntryDownAsync(Writing writing, EntryColumns entry) =>
        writing.RunAsync("update live_entries set visible_until = @Now where key = @Key and number = @Number", new { Now, entry.Key, entry.Number });

    private async Task InsertEntryAsync(Writing writing, StoryId story, long key, int number, EntryKind kind, string note, EntryCopy copy, string by)
    {
        await writing.RunAsync(
            """
            insert into live_entries (key, number, story, kind, note, key_point, headline, body, made_by, visible_from, visible_until)
            values (@key, @number, @story, @kind, @note, @keyPoint, @Headline, @body, @by, @Now, @Forever)
            """,
            new
            {
                key, number, story = story.Value, kind = kind.ToString().ToLowerInvariant(), note, keyPoint = copy.IsKeyPoint ? 1 : 0, Headline = copy.Headline.Trim(),
                body = StoredJson.Write<Block[]>([.. copy.Body]), by, Now, Forever,
            });
        await NoteChangeAsync(writing, story, Now, isFirst: false);
        writing.Ring(RingKind.Released, story.Value, SurrogateKeys.Story(story));
        writing.Ring(RingKind.Queue, story.Value);
    }
}
