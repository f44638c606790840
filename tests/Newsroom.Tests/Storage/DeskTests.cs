using Wireroom.Storage;
using Wireroom.Stories;
using Wireroom.Stories.Body;
using static Wireroom.Newsroom.Tests.Storage.StorageTest;

namespace Wireroom.Newsroom.Tests.Storage;

public sealed class DeskTests
{
    [Theory, EachDatabase]
    public async Task Every_save_is_a_version_and_a_save_without_change_is_none(TestDatabase database)
    {
        await using var test = await OnAsync(database);
        var story = await test.Store.WriteStoryAsync(Copy("One"), "Ana", Cancel);
        Assert.Equal(2, await test.Store.SaveVersionAsync(story, Copy("Two"), 1, "Ivo", Cancel));
        Assert.Equal(2, await test.Store.SaveVersionAsync(story, Copy("Two"), 2, "Ana", Cancel));
        Assert.Equal([("One", "Ana"), ("Two", "Ivo")], (await test.Store.VersionsAsync(story, Cancel)).Select(version => (version.Copy.Headline, version.MadeBy)));

        var conflict = await Assert.ThrowsAsync<VersionMovedOnException>(() => test.Store.SaveVersionAsync(story, Copy("Three"), 1, "Eva", Cancel));
        Assert.Equal(2, conflict.Newest);
        await Assert.ThrowsAsync<VersionMovedOnException>(() => test.Store.ReleaseAsync(story, new ReleaseOrder { Version = 1 }, "Eva", Cancel));
    }

    [Theory, EachDatabase]
    public async Task A_body_comes_back_as_it_was_saved(TestDatabase database)
    {
        await using var test = await OnAsync(database);
        Block[] body =
        [
            new Paragraph(new RichText([new Run("Plain, "), new Run("bold", RunStyle.Bold | RunStyle.Italic), new Run(" link", RunStyle.None, "https://example.org/?a=1&b=2")])),
            new Heading(RichText.Of("A heading"), 3),
            new Quote([RichText.Of("“We wait,” she said.")], "Harbour master"),
            new BulletList(true, [RichText.Of("first"), RichText.Of("الثاني")]),
            new Table([[new Cell("Team", true), new Cell("Points", true, 2)], [new Cell("Split"), new Cell("3"), new Cell("4")]], "Standings"),
            new Preformatted("A  1\nB  2"),
            new PictureBlock(new Picture("", "Caption", "Alt", "Credit", 10, 20, new Rights("once", "holder", "notice", test.Clock.GetUtcNow()))),
            new Embed("https://example.org/video", "A video"),
        ];
        var story = await test.Store.WriteStoryAsync(Copy("Blocks") with { Body = body }, "Ana", Cancel);
        var read = (await test.Store.FindStoryAsync(story, Cancel))!.Head.Copy.Body;
        Assert.Equivalent(body, read, strict: true);
        Assert.Equal(body.Select(block => block.GetType()), read.Select(block => block.GetType()));
        Assert.Equal(body[5], read[5]);
        Assert.Equal(body[6], read[6]);
    }

    [Theory, EachDatabase]
    public async Task The_log_says_who_moved_it_from_where_to_where(TestDatabase database)
    {
        await using var test = await OnAsync(database);
        var story = await test.Store.TakeNewAsync(test.Item("g", Copy("One")), Cancel);
        await test.Store.MoveAsync(story, Move.Take, "Ana", Cancel);
        await test.Store.GiveBackAsync(story, "Ana", Cancel);
        Assert.Equal("", (await test.Store.FindStoryAsync(story, Cancel))!.Row.TakenBy);
        await test.EditAsync(story, copy => copy with { Headline = "Two" });
        await Assert.ThrowsAsync<MoveRefusedException>(() => test.Store.GiveBackAsync(story, "Ana", Cancel));
        await test.Store.MoveAsync(story, Move.Approve, "Eva", Cancel);
        await test.Store.ReleaseAsync(story, ReleaseOrder.Now, "Eva", Cancel);
        await test.Store.WithdrawAsync(story, new Withdrawal("Wrong."), "Eva", Cancel);

        Assert.Equal(
            [(Move.Take, "Ana"), (Move.GiveBack, "Ana"), (Move.Take, "Ana"), (Move.Edit, "Ana"), (Move.Approve, "Eva"), (Move.Release, "Eva"), (Move.Withdraw, "Eva")],
            (await test.Store.LogAsync(story, Cancel)).Select(moved => (moved.Move, moved.By)));
        await Assert.ThrowsAsync<MoveRefusedException>(() => test.Store.MoveAsync(story, Move.Spike, "Ana", Cancel));
        await Assert.ThrowsAsync<NoSuchStoryException>(() => test.Store.MoveAsync(new StoryId(5), Move.Take, "Ana", Cancel));
    }

    [Theory, EachDatabase]
    public async Task The_queue_keeps_arrival_order_and_its_filters_hold(TestDatabase database)
    {
        await using var test = await OnAsync(database);
        var stories = new List<StoryId>();
        for (var number = 0; number < 6; number++)
        {
            stories.Add(await test.Store.TakeNewAsync(
                test.Item($"g{number}", Copy($"Story {number}", section: number < 3 ? "world" : "sport") with { Urgency = number + 1, Slugline = "harbour-strike" }), Cancel));
            if (number % 2 == 0)
                test.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        await test.Store.MoveAsync(stories[0], Move.Take, "Ana", Cancel);
        await test.Store.MoveAsync(stories[1], Move.Spike, "Ana", Cancel);
        await test.Store.TakeUpdateAsync(test.Item("g2", Copy("Story 2 again")), stories[2], follow: false, Cancel);

        async Task<string> Headlines(QueueFilter filter) => string.Join(", ", (await test.Store.QueueAsync(filter, 10, Cancel)).Select(row => row.Headline));
        Assert.Equal("Story 5, Story 4, Story 3, Story 2 again, Story 0", await Headlines(new QueueFilter()));
        Assert.Equal("Story 1", await Headlines(new QueueFilter { States = [StoryState.Spiked] }));
        Assert.Equal("Story 5, Story 4, Story 3", await Headlines(new QueueFilter { Section = "sport" }));
        Assert.Equal("Story 0", await Headlines(new QueueFilter { TakenBy = "Ana" }));
        Assert.Equal("Story 0", await Headlines(new QueueFilter { UrgencyAtMost = 2 }));
        Assert.Equal("Story 4", await Headlines(new QueueFilter { Words = "harbour strike story 4" }));
        Assert.Equal("Story 2 again", await Headlines(new QueueFilter { Words = "\"2 AGAIN\"" }));
        Assert.Equal(5, await test.Store.CountQueueAsync(new QueueFilter(), 99, Cancel));
        Assert.Equal(2, await test.Store.CountQueueAsync(new QueueFilter(), 2, Cancel));
        var page = await test.Store.QueueAsync(new QueueFilter(), 2, Cancel);
        Assert.Equal("Story 3, Story 2 again, Story 0", await Headlines(new QueueFilter { Before = page[^1].Key }));
        Assert.Equal("Story 5", await Headlines(new QueueFilter { After = page[^1].Key }));
    }

    [Theory, EachDatabase]
    public async Task Search_finds_words_phrases_and_beginnings_whatever_their_accents(TestDatabase database)
    {
        await using var test = await OnAsync(database);
        await test.ReleaseAsync(Copy("Đurđevac floods", "The Drava rose. Mayor Željko Horvat's gov't asked for help.") with { Byline = "Ana Anić", Place = "Đurđevac" });
        await test.ReleaseAsync(Copy("Straßenbahn fährt wieder", "In Osijek fährt die Bahn.", "europe") with { Language = "de" });
        await test.ReleaseAsync(Copy("الفيضان يصل", "وصل الفيضان إلى المدينة") with { Language = "ar" });

        await FindAsync();
        Assert.Single(await test.HeadlinesAsync(new ReleasedFilter { Words = "fährt", Section = "europe", Language = "de" }));
        Assert.Empty(await test.HeadlinesAsync(new ReleasedFilter { Words = "fährt", Section = "world" }));

        // What is old is found in other ways than the newest stories, and must be the same.
        for (var filler = 0; filler < 210; filler++)
            await test.ReleaseAsync(Copy($"Filler {filler}", "Mayor, then Željko; asked for. The help rose again."));
        await FindAsync();

        async Task FindAsync()
        {
            (string Words, int Found)[] cases =
            [
                ("durdevac", 1), ("Đurđevac", 1), ("zeljko horvat", 1), ("\"mayor zeljko\"", 1), ("\"zeljko mayor\"", 0), ("anic", 1), ("flood*", 1), ("flood", 0),
                ("\"mayor zeljko horvat\" \"the drava\"", 1), ("\"mayor zeljko\" -\"drava rose\"", 0), ("asked-for-hel* drava", 1), ("\"help mayor\"", 0), ("\"الفيضان إلى المدينة\"", 1),
                ("strassenbahn", 1), ("fährt -osijek", 0), ("drava -osijek", 1), ("الفيضان", 1), ("drava osijek", 0), ("gov't", 1), ("-drava", 0), ("  ", 0),
                ("\"", 0), ("a' OR 'b", 0), (") & ! | :*", 0), ("NEAR(drava)", 0), ("headline:floods", 0), ("😀", 0),
            ];
            foreach (var (words, found) in cases)
                Assert.True(found == (await test.HeadlinesAsync(new ReleasedFilter { Words = words })).Count, $"\"{words}\" should find {found}");
        }
    }

    [Theory, EachDatabase]
    public async Task A_one_time_link_makes_one_person(TestDatabase database)
    {
        await using var test = await OnAsync(database);
        Assert.True(await test.Store.HasNobodyAsync(Cancel));
        Assert.True(await test.Store.IsEmptyAsync(Cancel));
        await test.Store.InviteAsync("hash", new Invitation("chief", [], ""), test.Clock.GetUtcNow().AddDays(1), Cancel);
        Assert.Equivalent(new Invitation("chief", [], ""), await test.Store.FindInvitationAsync("hash", Cancel));
        var person = await test.Store.AcceptInvitationAsync("hash", "Ana", "Ana@Example.org ", "secret", Cancel);
        Assert.Equal(("Ana", "ana@example.org", "chief"), (person!.Name, person.Email, person.Role));
        Assert.Null(await test.Store.AcceptInvitationAsync("hash", "Eve", "eve@example.org", "secret", Cancel));
        Assert.Null(await test.Store.FindInvitationAsync("hash", Cancel));
        Assert.Equal(person, await test.Store.FindPersonAsync("ANA@example.org", Cancel));
        Assert.Equal(person, await test.Store.FindPersonAsync(person.Id, Cancel));

        // An open link cannot take over somebody who is there; a link for that very address gives a new password and ends the sessions.
        await test.Store.InviteAsync("open", new Invitation("editor", [], ""), test.Clock.GetUtcNow().AddDays(1), Cancel);
        Assert.Null(await test.Store.AcceptInvitationAsync("open", "Eve", "ana@example.org", "other", Cancel));
        await test.Store.InviteAsync("own", new Invitation("chief", [], "ana@example.org"), test.Clock.GetUtcNow().AddDays(1), Cancel);
        Assert.Null(await test.Store.AcceptInvitationAsync("own", "Eve", "eve@example.org", "other", Cancel));
        var again = await test.Store.AcceptInvitationAsync("own", "Ana", "ana@example.org", "other", Cancel);
        Assert.Equal(person.Id, again!.Id);
        Assert.NotEqual(person.Stamp, again.Stamp);

        await test.Store.InviteAsync("late", new Invitation("editor", [], ""), test.Clock.GetUtcNow().AddHours(1), Cancel);
        test.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Null(await test.Store.FindInvitationAsync("late", Cancel));
        Assert.False(await test.Store.HasNobodyAsync(Cancel));
    }

    [Theory, EachDatabase]
    public async Task Whoever_is_shut_out_or_given_another_role_comes_back_by_no_link_made_before(TestDatabase database)
    {
        await using var test = await OnAsync(database);
        var later = test.Clock.GetUtcNow().AddDays(1);
        await InviteAsync("first", "chief operator", "");
        await InviteAsync("first again", "chief operator", "");
        await InviteAsync("ivo 1", "chief", "ivo@example.org");
        await InviteAsync("ivo 2", "chief", "ivo@example.org");
        await InviteAsync("eva", "editor", "eva@example.org");
        var ana = (await test.Store.AcceptInvitationAsync("first", "Ana", "ana@example.org", "secret", Cancel))!;

        // Once the first has come in, the link that the program printed at another start makes no second one.
        Assert.Null(await test.Store.AcceptInvitationAsync("first again", "Eve", "eve@example.org", "secret", Cancel));
        var ivo = (await test.Store.AcceptInvitationAsync("ivo 1", "Ivo", "ivo@example.org", "secret", Cancel))!;
        Assert.Null(await test.Store.FindInvitationAsync("ivo 2", Cancel));

        await InviteAsync("ivo 3", "chief", "ivo@example.org");
        await test.Store.SetRolesAsync(ivo.Id, "reporter", Reach.Everywhere, Cancel);
        Assert.Null(await test.Store.AcceptInvitationAsync("ivo 3", "Ivo", "ivo@example.org", "secret", Cancel));
        Assert.Equal("reporter", (await test.Store.FindPersonAsync(ivo.Id, Cancel))!.Role);

        await InviteAsync("ivo 4", "chief", "ivo@example.org");
        await test.Store.DisableAsync(ivo.Id, true, Cancel);
        Assert.Null(await test.Store.AcceptInvitationAsync("ivo 4", "Ivo", "ivo@example.org", "secret", Cancel));
        Assert.NotNull((await test.Store.FindPersonAsync(ivo.Id, Cancel))!.DisabledAt);

        // Links to others stand, and whoever wants him back makes a new one.
        Assert.NotNull(await test.Store.FindInvitationAsync("eva", Cancel));
        await InviteAsync("ivo 5", "editor", "ivo@example.org");
        Assert.Equal(ivo.Id, (await test.Store.AcceptInvitationAsync("ivo 5", "Ivo", "ivo@example.org", "secret", Cancel))!.Id);
        Assert.NotEqual(ivo.Id, ana.Id);

        Task InviteAsync(string hash, string role, string email) => test.Store.InviteAsync(hash, new Invitation(role, [], email), later, Cancel);
    }

    [Theory, EachDatabase]
    public async Task Sections_and_desks_of_a_person_are_kept_and_bind_whatever_files_copy(TestDatabase database)
    {
        await using var test = await OnAsync(database);
        await test.Store.InviteAsync("ivo", new Invitation("editor", ["sport"], "ivo@example.org") { Desks = ["sport", "night"] }, test.Clock.GetUtcNow().AddDays(1), Cancel);
        Assert.Equal(["sport", "night"], (await test.Store.FindInvitationAsync("ivo", Cancel))!.Desks);
        var ivo = (await test.Store.AcceptInvitationAsync("ivo", "Ivo", "ivo@example.org", "secret", Cancel))!;
        Assert.Equivalent(new Reach(["sport"], ["sport", "night"]), ivo.Reach);
        await test.Store.SetRolesAsync(ivo.Id, "editor", new Reach([], ["night"]), Cancel);
        Assert.Equivalent(new Reach([], ["night"]), (await test.Store.FindPersonAsync(ivo.Id, Cancel))!.Reach);

        var (store, copy) = (test.Store, new Copy { Headline = "Match abandoned", Section = "sport" });
        using (new Acting("Ivo", "", "write") { Reach = ivo.Reach }.Begin())
        {
            var story = await store.WriteStoryAsync(copy, "Ivo", Cancel);
            Assert.Equal("sport", (await store.FindRowAsync(story, Cancel))!.Desk); // the first of theirs
            var other = await store.WriteStoryAsync(copy, "Ivo", Cancel, "night");
            Assert.Equal("night", (await store.FindRowAsync(other, Cancel))!.Desk);
            foreach (var outside in (Func<Task>[])[
                () => store.WriteStoryAsync(copy with { Section = "region" }, "Ivo", Cancel),
                () => store.WriteStoryAsync(copy, "Ivo", Cancel, "news"),
                () => store.SaveVersionAsync(story, copy with { Section = "region" }, 1, "Ivo", Cancel),
                () => store.PutOnDeskAsync(story, "news", Cancel)])
                Assert.Contains("you work", (await Assert.ThrowsAsync<OutOfReachException>(outside)).Message, StringComparison.Ordinal);
            Assert.Equal(("sport", "sport", 1), (await store.FindRowAsync(story, Cancel)) is { } row ? (row.Section, row.Desk, row.HeadVersion) : default);
        }

        Assert.Equal(2, (await store.QueueAsync(new QueueFilter(), 10, Cancel)).Count);
    }

    [Theory, EachDatabase]
    public async Task Sources_settings_and_sections_come_back_as_saved(TestDatabase database)
    {
        await using var test = await OnAsync(database);
        var source = new Source { Slug = "adria", Name = "Adria", Kind = SourceKind.Feed, Address = "https://example.org/feed", Trusted = true, IntervalSeconds = 60 };
        await test.Store.SaveSourceAsync(source, Cancel);
        await test.Store.SavePollStateAsync("adria", new PollState("\"e\"", null, test.Clock.GetUtcNow(), 2, null, "Timed out."), Cancel);
        await test.Store.SaveSourceAsync(source with { Paused = true }, Cancel);
        Assert.Equal(source with { Paused = true }, await test.Store.FindSourceAsync("adria", Cancel));
        Assert.Equal(new PollState("\"e\"", null, test.Clock.GetUtcNow(), 2, null, "Timed out."), await test.Store.PollStateAsync("adria", Cancel));
        await test.Store.RemoveSourceAsync("adria", Cancel);
        Assert.Empty(await test.Store.SourcesAsync(Cancel));

        var masthead = new Masthead("The Courier", "News of the coast", "hr", "Europe/Zagreb", "https://courier.example");
        await test.Store.SaveMastheadAsync(masthead, Cancel);
        Section[] sections = [new("world", "World", 1), new("sport", "Sport", 2)];
        await test.Store.SaveSectionsAsync(sections, Cancel);
        Assert.Equal(masthead, await test.Released.MastheadAsync(Cancel));
        Assert.Equal(sections, await test.Released.SectionsAsync(Cancel));
    }

    [Theory, EachDatabase]
    public async Task A_picture_is_served_only_while_a_story_that_shows_it_is_out(TestDatabase database)
    {
        await using var test = await OnAsync(database);
        var picture = await test.Store.KeepPictureAsync(TestPictures.Gif(3, 2), Cancel);
        Assert.Equal(("image/gif", 3, 2), (picture.MediaType, picture.Width, picture.Height));
        Assert.True(File.Exists(test.Store.PicturePath(picture.File)));
        var copy = Copy("Shown") with { Body = [new PictureBlock(new Picture(picture.File, "Caption", "Alt", "Credit", 3, 2)), .. Copy("x").Body] };
        Assert.Null(await test.Released.FindPictureAsync(picture.File, Cancel));
        var story = await test.ReleaseAsync(copy);
        Assert.NotNull(await test.Released.FindPictureAsync(picture.File, Cancel));
        Assert.Equal("Credit", (await test.Released.FindAsync(story, Cancel))!.Row.LeadPicture!.Credit);
        await test.Store.WithdrawAsync(story, new Withdrawal("No rights to the picture."), "Ana", Cancel);
        Assert.Null(await test.Released.FindPictureAsync(picture.File, Cancel));

        await Assert.ThrowsAsync<StoreException>(() => test.Store.KeepPictureAsync("<svg onload='x'/>"u8.ToArray(), Cancel));
        await Assert.ThrowsAsync<StoreException>(() => test.Store.KeepPictureAsync(TestPictures.Gif(3, 2).AsMemory(0, 7), Cancel));
        Assert.Throws<ArgumentException>(() => test.Store.PicturePath("../wireroom.db"));
    }

    [Theory, EachDatabase]
    public async Task Writers_at_the_same_moment_neither_fail_nor_lose_anything(TestDatabase database)
    {
        await using var test = await OnAsync(database);
        await using var other = database == TestDatabase.Postgres ? await test.OpenAnotherAsync() : null;
        await Parallel.ForEachAsync(Enumerable.Range(0, 60), new ParallelOptions { MaxDegreeOfParallelism = 12, CancellationToken = Cancel }, async (number, cancel) =>
        {
            var store = number % 2 == 0 ? test.Store : other ?? test.Store;
            var story = await store.TakeNewAsync(test.Item($"g{number}", Copy($"Story {number}")), cancel);
            await store.ReleaseAsync(story, ReleaseOrder.Now, "Ana", cancel);
            Assert.NotNull(await store.Released.FindAsync(story, cancel));
        });
        Assert.Equal(60, (await test.HeadlinesAsync(ReleasedFilter.Everything)).Distinct().Count());
        Assert.Equal(60, await test.Store.CountQueueAsync(new QueueFilter(), 100, Cancel));
    }
}
