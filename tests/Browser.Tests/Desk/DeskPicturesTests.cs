using Microsoft.Playwright;
using Wireroom.Newsroom.Tests;
using Wireroom.Storage;
using Wireroom.Stories.Body;
using static Microsoft.Playwright.Assertions;

namespace Wireroom.Browser.Tests.Desk;

/// <summary>The picture library by keyboard and by pointer.</summary>
public sealed class DeskPicturesTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_focal_point_is_moved_by_arrow_keys_and_by_pointer_its_crops_follow_and_it_is_saved()
    {
        await using var desk = await DeskBrowser.OpenAsync();
        var kept = await desk.Newsroom.Store.KeepPictureAsync(TestPictures.Png(900, 600), new PictureFacts { Caption = "The quay at dawn", Credit = "M. Tomić" }, Cancel);
        var page = await desk.SignInAsync();
        await page.GotoAsync("/desk/pictures");
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "The quay at dawn" })).ToBeVisibleAsync();
        await page.GetByLabel("From the left, %").FillAsync("50");
        await page.GetByLabel("From the top, %").FillAsync("50");
        await page.GetByRole(AriaRole.Heading, new() { Level = 1 }).ClickAsync();
        await page.Keyboard.PressAsync("f");
        await Expect(page.Locator("[data-focal]")).ToBeFocusedAsync();
        foreach (var key in (string[])["ArrowRight", "ArrowRight", "Shift+ArrowDown", "ArrowUp"])
            await page.Keyboard.PressAsync(key);
        await Expect(page.GetByLabel("From the left, %")).ToHaveValueAsync("54");
        await Expect(page.GetByLabel("From the top, %")).ToHaveValueAsync("58");
        await Expect(page.Locator("#said")).ToContainTextAsync("54 % from the left");

        var box = (await page.Locator("[data-focal] img").BoundingBoxAsync())!;
        await page.Mouse.ClickAsync(box.X + (box.Width * 0.9f), box.Y + (box.Height * 0.1f));
        await Expect(page.GetByLabel("From the left, %")).ToHaveValueAsync("90");
        // The square of a picture of 3:2 lies at its right edge now.
        Assert.StartsWith("100%", await page.Locator("[data-crop='1:1']").EvaluateAsync<string>("crop => crop.style.objectPosition"), StringComparison.Ordinal);
        await page.Keyboard.PressAsync("Control+s");
        await Expect(page.GetByText("Set by Ana")).ToBeVisibleAsync();
        Assert.Equal(new Focus(90, 10), (await desk.Newsroom.Store.FindLibraryPictureAsync(kept.File, Cancel))!.Focus);
    }

    [Fact]
    public async Task A_picture_of_the_library_is_looked_for_in_the_editor_and_stands_in_the_story()
    {
        await using var desk = await DeskBrowser.OpenAsync();
        await desk.Newsroom.Store.KeepPictureAsync(TestPictures.Png(900, 600), new PictureFacts { Caption = "The quay at dawn", AltText = "A wet quay", Credit = "M. Tomić", Rights = new Wireroom.Stories.Rights("Once only.") }, Cancel);
        await desk.Newsroom.Store.KeepPictureAsync(TestPictures.Png(800, 600), new PictureFacts { Caption = "A bridge", Credit = "Iva" }, Cancel);
        var page = await desk.SignInAsync();
        await page.GotoAsync("/desk/write");
        await page.GetByRole(AriaRole.Button, new() { Name = "From the library" }).ClickAsync();
        await page.GetByLabel("Words of the picture").FillAsync("quay");
        await page.Locator(".pick li button").Filter(new() { HasText = "The quay at dawn" }).ClickAsync();
        var block = page.Locator(".picture-block");
        await Expect(block.GetByLabel("Alternative text")).ToHaveValueAsync("A wet quay");
        await Expect(block.GetByText("Terms: Once only.")).ToBeVisibleAsync();
        await page.GetByLabel("Headline").FillAsync("Quay");
        await page.Keyboard.PressAsync("Control+s");
        await page.ComeToAsync("**/edit");
        var story = (await desk.Newsroom.Store.QueueAsync(new QueueFilter { States = [Wireroom.Stories.StoryState.Draft] }, 1, Cancel))[0].Story;
        var picture = (await desk.Newsroom.Store.FindStoryAsync(story, Cancel))!.Head.Copy.Pictures.Single();
        Assert.Equal(("The quay at dawn", "A wet quay", "M. Tomić", "Once only.", 900), (picture.Caption, picture.AltText, picture.Credit, picture.Rights!.UsageTerms, picture.Width));
    }
}
