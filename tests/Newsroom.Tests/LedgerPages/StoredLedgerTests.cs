using Wireroom.Language.Attribution;
using Wireroom.Newsroom.Paper;
using Wireroom.Newsroom.Tests.Storage;
using Wireroom.Storage;
using Wireroom.Stories;
using Wireroom.Stories.Body;

namespace Wireroom.Newsroom.Tests.LedgerPages;

public sealed class StoredLedgerTests
{
    private static CancellationToken Cancel => StorageTest.Cancel;

    [Theory, EachDatabase]
    public async Task A_ledger_is_read_once_for_each_version_and_reader_and_mends_go_on_to_the_next(TestDatabase database)
    {
        await using var test = await StorageTest.OnAsync(database);
        var store = test.Store;
        var story = await store.WriteStoryAsync(Copies.Ferry(), "Ana", Cancel);
        var version = (await store.FindStoryAsync(story, Cancel))!.Head;
        var reads = 0;
        Task<Ledger> Read(Copy copy, IReadOnlyList<Mend> mends)
        {
            reads++;
            return CopyPassage.ReadLedgerNowAsync(copy, mends);
        }

        var first = await store.LedgerAsync(version, "ledger 1", Read, Cancel);
        var again = await store.LedgerAsync(version, "ledger 1", Read, Cancel);
        Assert.Equal(1, reads);
        Assert.Equal(first.Ledger.Statements.Select(statement => (statement.Rule, statement.Sentence, statement.Source)), again.Ledger.Statements.Select(statement => (statement.Rule, statement.Sentence, statement.Source)));
        Assert.Equal(2, again.Ledger.Statements.Count);

        Mend[] mends = [new("Rain is expected in the evening", "Ana", test.Clock.GetUtcNow()) { Source = "Weather Office", Kind = Wireroom.Language.Attribution.SourceKind.Institution }];
        await store.KeepLedgerAsync(version, "ledger 1", new StoredLedger(CopyPassage.ReadLedger(version.Copy, mends), mends), Cancel);
        await store.SaveVersionAsync(story, version.Copy with { Headline = "Ferry aground, nobody hurt" }, 1, "Ana", Cancel);
        var second = await store.LedgerAsync((await store.FindStoryAsync(story, Cancel))!.Head, "ledger 2", Read, Cancel);
        Assert.Equal(2, reads);
        Assert.Contains(second.Ledger.Statements, statement => statement.Rule == Mending.Rule && second.Ledger.SourceOf(statement)!.Name == "Weather Office");

        var anew = await store.LedgerAsync(version, "ledger 2", Read, Cancel);
        Assert.Equal(3, reads);
        Assert.Equal(3, anew.Ledger.Statements.Count);
    }

    [Theory, EachDatabase]
    public async Task Voices_are_the_named_sources_of_newest_versions_and_are_found_by_name_words_and_day(TestDatabase database)
    {
        await using var test = await StorageTest.OnAsync(database);
        var store = test.Store;
        await WriteAsync(store, "Ferry aground", "The ferry ran aground at noon, Jure Perić said.");
        var other = await WriteAsync(store, "Ferry afloat", "The ferry is afloat, Jure Perić said. The tug came late, Ana Tomić said.");
        var voices = await store.VoicesAsync("", 10, Cancel);
        Assert.Equal([("jure-peric", 2, 2, 1), ("ana-tomic", 1, 1, 0)], voices.Select(voice => (voice.Slug, voice.Stories, voice.Statements, voice.Alone)));
        Assert.Equal("Ana Tomić", Assert.Single(await store.VoicesAsync("Tomić", 10, Cancel)).Name);
        Assert.Equal(["Ferry afloat", "Ferry aground"], (await store.VoicedAsync("jure-peric", new QueueFilter(), null, null, 10, Cancel)).Select(voiced => voiced.Row.Headline));
        Assert.Equal(["Ferry afloat"], (await store.VoicedAsync("jure-peric", new QueueFilter { Words = "afloat" }, null, null, 10, Cancel)).Select(voiced => voiced.Row.Headline));
        Assert.Empty(await store.VoicedAsync("jure-peric", new QueueFilter(), test.Clock.GetUtcNow().AddDays(1), null, 10, Cancel));

        await store.SaveVersionAsync(other, new Copy { Headline = "Ferry afloat", Body = [new Paragraph(RichText.Of("The ferry is afloat."))] }, 1, "Ana", Cancel);
        await store.LedgerAsync((await store.FindStoryAsync(other, Cancel))!.Head, LedgerReader.Version, CopyPassage.ReadLedgerNowAsync, Cancel);
        Assert.Equal(1, (await store.FindVoiceAsync("jure-peric", Cancel))!.Stories);
        Assert.Null(await store.FindVoiceAsync("ana-tomic", Cancel));
    }

    [Theory, EachDatabase]
    public async Task What_is_still_unread_is_found_and_the_public_door_shows_only_what_is_out(TestDatabase database)
    {
        await using var test = await StorageTest.OnAsync(database);
        var store = test.Store;
        var story = await store.WriteStoryAsync(Copies.Ferry(), "Ana", Cancel);
        Assert.Equal(story, Assert.Single(await store.StoriesWithoutLedgerAsync("ledger 1", long.MaxValue, 10, Cancel)).Story);
        await store.LedgerAsync((await store.FindStoryAsync(story, Cancel))!.Head, "ledger 1", CopyPassage.ReadLedgerNowAsync, Cancel);
        Assert.Empty(await store.StoriesWithoutLedgerAsync("ledger 1", long.MaxValue, 10, Cancel));
        Assert.Null(await store.Released.FindAsync(story, Cancel));
        await store.ReleaseAsync(story, ReleaseOrder.Now, "Ana", Cancel);
        Assert.Equal(2, (await store.Released.FindAsync(story, Cancel))!.ReadLedger()!.Statements.Count);
        await store.WithdrawAsync(story, new Withdrawal("It was another ferry."), "Ana", Cancel);
        Assert.Null(await store.Released.FindAsync(story, Cancel));
    }

    private static async Task<StoryId> WriteAsync(Store store, string headline, string text)
    {
        var story = await store.WriteStoryAsync(new Copy { Headline = headline, Body = [new Paragraph(RichText.Of(text))] }, "Ana", Cancel);
        await store.LedgerAsync((await store.FindStoryAsync(story, Cancel))!.Head, LedgerReader.Version, CopyPassage.ReadLedgerNowAsync, Cancel);
        return story;
    }
}
