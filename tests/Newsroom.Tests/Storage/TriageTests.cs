using Microsoft.Extensions.Time.Testing;
using Wireroom.Newsroom.Tests.Desk;
using Wireroom.Storage;
using Wireroom.Stories;
using Wireroom.Stories.Body;

namespace Wireroom.Newsroom.Tests.Storage;

/// <summary>Snoozing, same-as, checks and kept views.</summary>
public sealed class TriageTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 5, 12, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task A_snoozed_story_is_out_of_the_queue_and_comes_back_to_its_place(TestDatabase database)
    {
        var clock = new FakeTimeProvider(Noon);
        await using var newsroom = await RunningNewsroom.StartAsync(database, clock);
        var store = newsroom.Store;
        var (first, second) = (await WriteAsync(store, "First"), await WriteAsync(store, "Second"));
        await store.SnoozeAsync(first, Noon.AddHours(1), "Ana Marić", Cancel);
        Assert.Equal(["Second"], await QueueAsync(store, new QueueFilter()));
        Assert.Equal(["First"], await QueueAsync(store, new QueueFilter { Snoozed = true }));
        clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(["Second", "First"], await QueueAsync(store, new QueueFilter()));
        Assert.Equal([first], await store.BackInQueueAsync(Noon, clock.GetUtcNow(), Cancel));

        // What changes is not slept over.
        await store.SnoozeAsync(second, Noon.AddHours(9), "Ana Marić", Cancel);
        await store.SaveVersionAsync(second, Copy("Second, changed"), 1, "Ivo Babić", Cancel);
        Assert.Equal(["Second, changed", "First"], await QueueAsync(store, new QueueFilter()));
        await store.ReleaseAsync(second, ReleaseOrder.Now, "Ivo Babić", Cancel);
        await Assert.ThrowsAsync<MoveRefusedException>(() => store.SnoozeAsync(second, Noon.AddHours(9), "Ana Marić", Cancel));
    }

    [Theory, EachDatabase]
    public async Task The_same_as_another_is_spiked_with_its_link_and_comes_back_without_it(TestDatabase database)
    {
        await using var newsroom = await RunningNewsroom.StartAsync(database);
        var store = newsroom.Store;
        var (kept, other) = (await WriteAsync(store, "Kept"), await WriteAsync(store, "Other"));
        await store.SameAsAsync(other, kept, "Ana Marić", Cancel);
        var row = (await store.FindStoryAsync(other, Cancel))!.Row;
        Assert.Equal((StoryState.Spiked, kept), (row.State, row.SameAs));
        Assert.Equal("the same as Kept", (await store.LogAsync(other, Cancel))[^1].Note);
        await Assert.ThrowsAsync<MoveRefusedException>(() => store.SameAsAsync(kept, other, "Ana Marić", Cancel));
        await Assert.ThrowsAsync<MoveRefusedException>(() => store.SameAsAsync(kept, kept, "Ana Marić", Cancel));
        await store.MoveAsync(other, Move.Restore, "Ana Marić", Cancel);
        Assert.Null((await store.FindStoryAsync(other, Cancel))!.Row.SameAs);
    }

    [Theory, EachDatabase]
    public async Task A_story_that_needs_checking_does_not_go_out(TestDatabase database)
    {
        await using var newsroom = await RunningNewsroom.StartAsync(database);
        var store = newsroom.Store;
        var story = await WriteAsync(store, "Ferry aground");
        await store.CheckAsync(story, CheckKind.Legal, CheckState.Needed, "Eva Kos", Cancel);
        Assert.Equal("The legal check that Eva Kos asked for is not done.", (await RefusedAsync(store, story)).Message);

        // Approved is a version: what changes needs checking again.
        await store.CheckAsync(story, CheckKind.Legal, CheckState.Approved, "Ana Marić", Cancel);
        await store.SaveVersionAsync(story, Copy("Ferry aground off Vis"), 1, "Eva Kos", Cancel);
        Assert.Contains("was approved for version 1, and the story has changed since", (await RefusedAsync(store, story)).Message, StringComparison.Ordinal);
        await store.CheckAsync(story, CheckKind.Legal, CheckState.Approved, "Ana Marić", Cancel);
        await store.CheckAsync(story, CheckKind.Facts, CheckState.Needed, "Eva Kos", Cancel);
        Assert.Contains("facts check", (await RefusedAsync(store, story)).Message, StringComparison.Ordinal);
        await store.CheckAsync(story, CheckKind.Facts, CheckState.NotRequired, "Ana Marić", Cancel);
        await store.ReleaseAsync(story, ReleaseOrder.Now, "Ana Marić", Cancel);
    }

    [Theory, EachDatabase]
    public async Task Pictures_that_were_found_good_stay_so_while_they_are_the_same(TestDatabase database)
    {
        await using var newsroom = await RunningNewsroom.StartAsync(database);
        var store = newsroom.Store;
        var picture = new PictureBlock(new Picture("", "The ferry", "A ferry on rocks", "Maestral"));
        var story = await store.WriteStoryAsync(Copy("Ferry aground") with { Body = [picture] }, "Eva Kos", Cancel);
        await store.CheckAsync(story, CheckKind.Pictures, CheckState.Approved, "Mia Horvat", Cancel);
        await store.SaveVersionAsync(story, Copy("Ferry aground off Vis") with { Body = [picture, new Paragraph(RichText.Of("More."))] }, 1, "Eva Kos", Cancel);
        Assert.Equal(CheckState.Approved, await StateAsync(store, story, CheckKind.Pictures));
        await store.SaveVersionAsync(story, Copy("Ferry aground off Vis") with { Body = [picture with { Picture = picture.Picture with { Caption = "Another ferry" } }] }, 2, "Eva Kos", Cancel);
        Assert.Equal(CheckState.Needed, await StateAsync(store, story, CheckKind.Pictures));
        await RefusedAsync(store, story);
    }

    [Fact]
    public async Task Who_writes_asks_for_a_check_and_only_who_may_ends_it()
    {
        await using var newsroom = await RunningNewsroom.StartAsync();
        using var eva = await DeskVisitor.SignedInAsync(newsroom, "Eva Kos", "eva@courier.example", "reporter");
        using var mia = await DeskVisitor.SignedInAsync(newsroom, "Mia Horvat", "mia@courier.example", "pictures");
        var story = await newsroom.Store.WriteStoryAsync(Copy("Ferry aground"), "Eva Kos", Cancel);
        foreach (var check in new[] { "legal-needed", "pictures-needed" })
            Assert.Equal(System.Net.HttpStatusCode.Redirect, (await eva.SayAsync($"/desk/story/{story}/check", "/desk/me", ("check", check))).Status);
        Assert.Equal(System.Net.HttpStatusCode.Forbidden, (await eva.SayAsync($"/desk/story/{story}/check", "/desk/me", ("check", "legal-approved"))).Status);
        Assert.Equal(System.Net.HttpStatusCode.Forbidden, (await mia.SayAsync($"/desk/story/{story}/check", "/desk/me", ("check", "legal-notrequired"))).Status);
        Assert.Equal(System.Net.HttpStatusCode.Redirect, (await mia.SayAsync($"/desk/story/{story}/check", "/desk/me", ("check", "pictures-approved"))).Status);
        Assert.Equal(CheckState.Approved, await StateAsync(newsroom.Store, story, CheckKind.Pictures));
        Assert.Equal(CheckState.Needed, await StateAsync(newsroom.Store, story, CheckKind.Legal));
    }

    [Fact]
    public async Task A_view_is_kept_by_a_name_for_oneself_or_for_everybody()
    {
        await using var newsroom = await RunningNewsroom.StartAsync();
        using var ana = await DeskVisitor.SignedInAsync(newsroom);
        using var ivo = await DeskVisitor.SignedInAsync(newsroom, "Ivo Babić", "ivo@courier.example", "editor");
        await ana.SayAsync("/desk/views", "/desk", ("name", "My urgent ones"), ("address", "/desk?urgency=3&mine=1"));
        await ana.SayAsync("/desk/views", "/desk", ("name", "Sea"), ("address", "https://elsewhere.example/x?q=ferry&evil=1"), ("shared", "1"));
        var page = await ana.PageAsync("/desk");
        Assert.Contains("""<a href="/desk?urgency=3&mine=1">My urgent ones</a>""", page, StringComparison.Ordinal);
        var his = await ivo.PageAsync("/desk");
        Assert.DoesNotContain("My urgent ones", his, StringComparison.Ordinal);
        Assert.Contains("""<a href="/desk?q=ferry">Sea</a>""", his, StringComparison.Ordinal);
        var view = (await newsroom.Store.ViewsAsync(0, Cancel)).Single();
        await ivo.SayAsync($"/desk/views/{view.Id}/forget", "/desk");
        Assert.Single(await newsroom.Store.ViewsAsync(0, Cancel));
        await ana.SayAsync($"/desk/views/{view.Id}/forget", "/desk");
        Assert.Empty(await newsroom.Store.ViewsAsync(0, Cancel));
    }

    private static Copy Copy(string headline) => new() { Headline = headline, Section = "region", Body = [new Paragraph(RichText.Of("A ferry has run aground."))] };

    private static Task<StoryId> WriteAsync(Store store, string headline) => store.WriteStoryAsync(Copy(headline), "Ana Marić", Cancel);

    private static async Task<IEnumerable<string>> QueueAsync(Store store, QueueFilter filter) => (await store.QueueAsync(filter, 10, Cancel)).Select(row => row.Headline);

    private static Task<MoveRefusedException> RefusedAsync(Store store, StoryId story) => Assert.ThrowsAsync<MoveRefusedException>(() => store.ReleaseAsync(story, ReleaseOrder.Now, "Ana Marić", Cancel));

    private static async Task<CheckState> StateAsync(Store store, StoryId story, CheckKind kind)
    {
        var row = (await store.FindStoryAsync(story, Cancel))!.Row;
        return row.Checks.StateOf(kind, row.HeadVersion);
    }
}
