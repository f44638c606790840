using Wireroom.Storage;
using Wireroom.Stories;
using Wireroom.Stories.Body;
using static Wireroom.Newsroom.Tests.Storage.StorageTest;

namespace Wireroom.Newsroom.Tests.Pictures;

/// <summary>No picture without the right to it is released, and none stays out when the right has ended.</summary>
public sealed class PictureRightsTests
{
    [Theory, EachDatabase]
    public async Task A_picture_goes_from_story_lists_and_address_at_the_moment_its_right_ends(TestDatabase database)
    {
        await using var test = await OnAsync(database);
        var end = test.Clock.GetUtcNow().AddMinutes(30);
        var timed = await test.Store.KeepPictureAsync(TestPictures.Png(40, 30), Cancel);
        var lasting = await test.Store.KeepPictureAsync(TestPictures.Png(41, 30), Cancel);
        var story = await test.ReleaseAsync(Shown(timed, new Rights("Once", Expires: end)));
        var other = await test.ReleaseAsync(Shown(lasting, null));
        Assert.Equal(end, await test.Released.NextChangeAsync(Cancel));
        Assert.Equal(end, (await test.Released.FindPictureAsync(timed.File, Cancel))!.Until);
        Assert.Equal(timed.File, (await test.Released.FindAsync(story, Cancel))!.Row.LeadPicture!.File);

        test.Clock.SetUtcNow(end);
        Assert.Null(await test.Released.FindPictureAsync(timed.File, Cancel));
        var after = (await test.Released.FindAsync(story, Cancel))!;
        Assert.Null(after.Row.LeadPicture);
        Assert.All(after.Copy.Pictures, picture => Assert.Equal(Picture.Gone, picture));
        Assert.Equal(2, after.Copy.Body.Count); // the paragraph keeps its place
        var rows = await test.Released.LatestAsync(ReleasedFilter.Everything, 10, Cancel);
        Assert.Equal([lasting.File, null], rows.OrderByDescending(row => row.Story == other).Select(row => row.LeadPicture?.File));
        Assert.All(await test.Released.HistoryAsync(story, Cancel), version => Assert.DoesNotContain(version.Copy.Pictures, picture => picture.File.Length > 0));
        Assert.NotNull(await test.Released.FindPictureAsync(lasting.File, Cancel));
    }

    [Theory, EachDatabase]
    public async Task What_the_picture_desk_bars_is_gone_from_every_story_at_once_and_comes_back_when_it_is_free(TestDatabase database)
    {
        await using var test = await OnAsync(database);
        var picture = await test.Store.KeepPictureAsync(TestPictures.Png(40, 30), new PictureFacts { Caption = "The quay", Credit = "M. Tomić" }, Cancel);
        var first = await test.ReleaseAsync(Shown(picture, null));
        var second = await test.ReleaseAsync(Shown(picture, null));
        var rung = new List<string>();
        test.Store.Bell.Rang += ring => rung.Add(ring.Keys);
        await test.Store.SavePictureAsync(picture.File, new PictureEdit(new PictureFacts { Caption = "The quay" }, new Focus(20, 80), "The person seen has objected.", Cleared: false), "Ana", Cancel);
        foreach (var story in (StoryId[])[first, second])
        {
            Assert.Contains(rung, keys => keys.Contains(SurrogateKeys.Story(story), StringComparison.Ordinal));
            Assert.Null((await test.Released.FindAsync(story, Cancel))!.Row.LeadPicture);
        }

        Assert.Null(await test.Released.FindPictureAsync(picture.File, Cancel));
        var refusal = await Assert.ThrowsAsync<MoveRefusedException>(() => test.ReleaseAsync(Shown(picture, null)));
        Assert.Contains("is out of use (The person seen has objected.)", refusal.Message, StringComparison.Ordinal);

        await test.Store.SavePictureAsync(picture.File, new PictureEdit(new PictureFacts { Caption = "The quay" }, null, "", Cleared: true), "Ana", Cancel);
        var back = (await test.Released.FindAsync(first, Cancel))!.Row.LeadPicture!;
        Assert.Equal((picture.File, new Focus(20, 80)), (back.File, back.Focus));
    }

    [Theory, EachDatabase]
    public async Task No_picture_whose_right_has_ended_by_the_time_of_the_release_goes_out(TestDatabase database)
    {
        await using var test = await OnAsync(database);
        var soon = test.Clock.GetUtcNow().AddHours(1);
        var picture = await test.Store.KeepPictureAsync(TestPictures.Png(40, 30), new PictureFacts { Rights = new Rights("Once", Expires: soon) }, Cancel);
        var story = await test.Store.WriteStoryAsync(Shown(picture, null), "Ana", Cancel);
        var refusal = await Assert.ThrowsAsync<MoveRefusedException>(() => test.Store.ReleaseAsync(story, new ReleaseOrder { At = soon.AddMinutes(1) }, "Ana", Cancel));
        Assert.Contains("The right to the picture “The quay at dawn.” ended on", refusal.Message, StringComparison.Ordinal);
        await test.Store.ReleaseAsync(story, ReleaseOrder.Now, "Ana", Cancel);
        test.Clock.SetUtcNow(soon);
        Assert.Null((await test.Released.FindAsync(story, Cancel))!.Row.LeadPicture);
    }

    [Theory, EachDatabase]
    public async Task What_cannot_be_developed_goes_out_nowhere(TestDatabase database)
    {
        await using var test = await OnAsync(database);
        var picture = await test.Store.KeepPictureAsync(TestPictures.Png(40, 30), Cancel);
        var story = await test.ReleaseAsync(Shown(picture, null));
        Assert.Equal([picture.File], (await test.Store.UndevelopedPicturesAsync(10, Cancel)).Select(one => one.Stored.File));
        await test.Store.DevelopedAsync(picture.File, Focus.Centre, "it breaks the decoder", Cancel);
        Assert.Empty(await test.Store.UndevelopedPicturesAsync(10, Cancel));
        Assert.Null((await test.Released.FindAsync(story, Cancel))!.Row.LeadPicture);
        Assert.Contains("cannot be used (it breaks the decoder)", (await Assert.ThrowsAsync<MoveRefusedException>(() => test.ReleaseAsync(Shown(picture, null)))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_picture_of_which_nobody_knows_whose_it_is_is_to_be_looked_at()
    {
        var nobodys = new Picture("a.jpg", "The quay", "A quay", "");
        var standing = PictureStanding.Unknown;
        Assert.Contains("Nobody knows whose the picture “The quay” is", Assert.Single(PictureCheck.WhatIsUncleared([nobodys, nobodys], _ => standing)), StringComparison.Ordinal);
        Assert.Empty(PictureCheck.WhatIsUncleared([nobodys with { Credit = "M. Tomić" }, nobodys with { Rights = new Rights(Holder: "Courier") }, nobodys with { File = "" }], _ => standing));
        Assert.Empty(PictureCheck.WhatIsUncleared([nobodys], _ => standing with { Cleared = true }));
        Assert.Empty(PictureCheck.WhatIsUncleared([nobodys], _ => standing with { SaysWhose = true }));
        Assert.Single(PictureCheck.WhatIsUncleared([nobodys with { Rights = new Rights(Expires: DateTimeOffset.UnixEpoch) }], _ => standing));
    }

    [Theory, EachDatabase]
    public async Task The_library_is_found_by_words_person_place_credit_date_and_right(TestDatabase database)
    {
        await using var test = await OnAsync(database);
        var now = test.Clock.GetUtcNow();
        var quay = await KeepAsync(20, new PictureFacts { Caption = "Fishing boats in the harbour of Komiža", Place = "Komiža, Croatia", Credit = "Tonka Marušić/Maestral", TakenAt = now.AddDays(-40), Rights = new Rights("Editorial use only.") });
        var hall = await KeepAsync(21, new PictureFacts { Caption = "The restored hall", People = ["Mirta Zelenko"], Place = "Graz, Austria", Byline = "Klara Voss", Rights = new Rights(Holder: "Drava") });
        var bare = await KeepAsync(22, PictureFacts.None);
        var over = await KeepAsync(23, new PictureFacts { Caption = "Harbour festival", Credit = "Iva", Rights = new Rights(Expires: now.AddDays(-1)) });
        await FindsAsync(new PictureFilter(), over, bare, hall, quay);
        await FindsAsync(new PictureFilter { Words = "komiza HARBOUR" }, quay);
        await FindsAsync(new PictureFilter { Words = "harb" }, over, quay);
        await FindsAsync(new PictureFilter { Words = "arbour" });
        await FindsAsync(new PictureFilter { Words = "100% _" });
        await FindsAsync(new PictureFilter { Person = "zelenko" }, hall);
        await FindsAsync(new PictureFilter { Place = "croatia" }, quay);
        await FindsAsync(new PictureFilter { Credit = "marusic" }, quay);
        await FindsAsync(new PictureFilter { Credit = "voss" }, hall);
        await FindsAsync(new PictureFilter { Until = now.AddDays(-30) }, quay);
        await FindsAsync(new PictureFilter { From = now.AddDays(-30), Words = "har" }, over);
        await FindsAsync(new PictureFilter { Right = PictureRight.Terms }, quay);
        await FindsAsync(new PictureFilter { Right = PictureRight.Unknown }, bare);
        await FindsAsync(new PictureFilter { Right = PictureRight.Expired }, over);
        await FindsAsync(new PictureFilter { Right = PictureRight.Good }, hall);
        Assert.Equal([bare, hall], (await test.Store.PicturesAsync(new PictureFilter { After = over }, 2, Cancel)).Select(picture => picture.Stored.File));
        foreach (var picture in await test.Store.PicturesAsync(new PictureFilter(), 10, Cancel))
            await FindsAsync(new PictureFilter { Right = picture.RightAt(now) }, picture.Stored.File);

        async Task<string> KeepAsync(int width, PictureFacts facts)
        {
            test.Clock.Advance(TimeSpan.FromSeconds(1));
            return (await test.Store.KeepPictureAsync(TestPictures.Png(width, 20), facts, Cancel)).File;
        }

        async Task FindsAsync(PictureFilter filter, params string[] files) => Assert.Equal(files, (await test.Store.PicturesAsync(filter, 10, Cancel)).Select(picture => picture.Stored.File));
    }

    private static Copy Shown(StoredPicture picture, Rights? rights) => Copy("The quay") with
    {
        Body = [new PictureBlock(new Picture(picture.File, "The quay at dawn.", "A wet quay", "M. Tomić", picture.Width, picture.Height, rights)), .. Copy("x").Body],
    };
}
